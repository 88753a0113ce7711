"""A noun behind a pointing word that the text has named before with what tells which: その紙袋, あの体育館, 当該費用.

Invariant: the nearest stretch that names it names one of it, before the words and in their section.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.document import Span
from corpus.structure.english_names import BARE
from corpus.structure.nouns import same_noun
from corpus.structure.ranked.pointers import NOT_POINTING, noun_at
from corpus.structure.views import View

_JA = re.compile(
    r"(?<![一-鿿ぁ-ん])(?:この|その|あの|こうした|そうした|当該)(?=[一-鿿ァ-ヺA-Z])"
    r"|(?<=[、。「はがもをにでと])(?:その|あの)(?=[一-鿿ァ-ヺA-Z])"
)
_EN = re.compile(r"^The\s(?=[a-z]{4,}\s[a-z])")
_KO = re.compile(
    r"(?<![가-힣])(?:이|그|이런|이러한|이번)\s(?P<noun>[가-힣]{2,5}?)(?=[은는이가을를의에도로]\s|에는\s|에서\s)"
)
_BACK = 8  # sentences in which it may be named
_LEAST = 2  # characters of a noun that says what is meant


def repeated(view: View) -> Iterator[tuple[Span, Span]]:
    """Yield a pointing word with its noun, in quotes or out, and the nearest phrase before that ends in the noun."""
    for match in _JA.finditer(view.words()):
        start = view.here.start + match.start()
        head = noun_at(view, match)
        if len(head) < _LEAST or NOT_POINTING.match(view.words(), match.start()):
            continue
        hit = same_noun(view.text, start, len(match.group()), list(view.scopes(start, _BACK)))
        end = view.here.start + match.end() + len(head)
        if hit is not None and hit[0] == end and _alone_in_its_sentence(view, hit[1], head):
            yield Span(start, hit[0]), hit[1]
        elif hit is None and view.text[start] != "そ" and (only := _only_one(view, start, head)) is not None:
            yield Span(start, end), only


def brought_in(view: View, lang: str) -> Iterator[tuple[Span, Span, bool]]:
    """Yield what an English or a Korean sentence goes on to speak of, and whether it is a thing or what was said."""
    if lang == "en":
        yield from ((words, one, True) for words, one in _introduced(view))
    elif lang == "ko":
        yield from ((words, one, False) for words, one in _done(view))


def _introduced(view: View) -> Iterator[tuple[Span, Span]]:
    """Yield "The plan" with what brought it in just before with more words (a plan to deepen the channel)."""
    for match in _EN.finditer(view.words()):
        start = view.here.start
        hit = same_noun(view.text, start, len(match.group()), list(view.scopes(start, 2)))
        words = view.text[hit[1].start : hit[1].end] if hit is not None else ""
        if hit is not None and BARE.fullmatch(view.text[start : hit[0]]):
            continue  # "the company" has a name, or none
        if hit is not None and re.match(r"an?\s\S+\s\S", words, re.IGNORECASE):
            yield Span(start, hit[0]), hit[1]


def _done(view: View) -> Iterator[tuple[Span, Span]]:
    """Yield a Korean noun of action with the sentence before that says it was done (조사했다. 그 조사는)."""
    before = view.sentences[view.index - 1] if view.index else None
    if before is None or before.paragraph != view.here.paragraph:
        return
    for match in view.places(_KO):
        did = re.compile(rf"(?<![가-힣]){match['noun']}(?:[을를]\s)?(?:했|하|한|됐|되|된|받았|당했)")
        if match.start() < _NEAR and len(did.findall(view.text, before.start, before.end)) == 1:
            yield view.spot(match), Span(before.start, before.end)


_NEAR = 12  # characters before a word that still opens its sentence


def _alone_in_its_sentence(view: View, span: Span, head: str) -> bool:
    """Say whether the sentence of a phrase has its head once (a red bag and a blue bag are two)."""
    own = next(one for one in view.sentences if one.start <= span.start < one.end)
    return (
        view.text.count(head, own.start, min(own.end, view.here.start) if own.start < view.here.start else own.end) == 1
    )


def _only_one(view: View, at: int, head: str) -> Span | None:
    """Return the one longer noun with a head that the sentences so far have named, titles and headings apart."""
    longer = re.compile(rf"(?<![一-鿿ァ-ヺーA-Za-z])[一-鿿ァ-ヺーA-Za-z]{{2,14}}?{re.escape(head)}(?![一-鿿ァ-ヺー])")
    found: dict[str, Span] = {}
    for one in longer.finditer(view.text, 0, at):
        if re.compile(r"[^\n]*(?:\n[^\n]+)*?。").match(view.text, one.end()):
            found[one.group()] = Span(*one.span())
    return next(iter(found.values())) if len(found) == 1 else None
