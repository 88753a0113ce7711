"""What the words that point back mean: 同氏, 同制度, 両国, この約束, これ, he, 그는, and the subject left out.

Invariant: an antecedent stands before the words that point to it, in canonical text; where the text leaves a choice
there is none. Only closed classes are listed (words that point, particles, endings).
"""

from __future__ import annotations

import re
from bisect import insort
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from corpus.document import Span
from corpus.structure.brackets import depths
from corpus.structure.dates import DateMention
from corpus.structure.english import english
from corpus.structure.mentions import mentions
from corpus.structure.moments import moments
from corpus.structure.names_ja import HEAD
from corpus.structure.nouns import same_noun
from corpus.structure.pairs import pairs
from corpus.structure.persons import persons
from corpus.structure.posts import Person
from corpus.structure.statements import statements
from corpus.structure.subjects import Topic, follow
from corpus.structure.views import Sentence, View, name_span, sentences_of

ReferenceKind = Literal["person", "people", "countries", "thing", "statement", "time", "subject"]


@dataclass(frozen=True, slots=True)
class Reference:
    """Words at ``[start, end)`` that point back, and the stretches of text they mean, in order.

    A ``subject`` that is left out has ``start == end``, where its sentence begins.
    """

    start: int
    end: int
    kind: ReferenceKind
    to: tuple[Span, ...]


_THING = re.compile(
    r"(?<![一-鿿ァ-ヺー])(?:この|こうした)[「『]?(?=[一-鿿ァ-ヺ])|^その(?=[一-鿿ァ-ヺ])|^(?:This|These|That|Those)\s(?=[a-z])"
    r"|^이\s(?=[가-힣])|^这(?:一|[一]?[项個个種种份条座家名位])?(?=[一-鿿])"
)
_SAME = re.compile(
    r"(?<![一-鿿])同(?=[一-鿿ァ-ヺ])|(?<![应應本])[该該](?=[一-鿿])|(?<![가-힣])(?:해당|같은|그)\s(?=[가-힣])"
)
_NOT_POINTING = re.compile(
    r"[こそ]の(?:[前翌]?[日年月週](?![一-鿿])|うち|ため|結果|よう|間|ほか|他|とき|時|際|点|上|頃|度|たび|先|後|中|一方|一環|名|通り|まま)"
)


def find_references(
    text: str,
    people: Sequence[Person],
    notes: Sequence[Span] = (),
    dates: Sequence[DateMention] = (),
    lang: str = "ja",
) -> tuple[Reference, ...]:
    """Return the references of a text whose antecedents it decides, in order; ``notes`` are left aside.

    ``people`` are those the text names with a post, in its order; ``dates`` are its dates, completed.
    """
    sentences = sentences_of(text, notes)
    depth = depths(text)
    tongues = [_tongue(text[one.start : one.end], lang) for one in sentences]
    named = list(mentions(text, people, [Span(one.start, one.end) for one in sentences], lang))
    if lang != "ja" and "ja" in tongues:
        inside = [Span(one.start, one.end) for one, tongue in zip(sentences, tongues, strict=True) if tongue == "ja"]
        named = list(mentions(text, named, inside, "ja"))
    found: list[Reference] = []
    topic: Topic | None = None
    hero = _hero(text, sentences, named, depth)
    resolved: dict[int, Span] = {}
    for index in range(len(sentences)):
        view = View(text, sentences, index, named, depth, resolved)
        here: list[Reference] = []
        for one in _pointing(
            view, dates, [*([topic.span] if topic is not None else []), *([hero] if hero is not None else [])], tongues[index]
        ):
            if not any(_overlap(one, other) for other in here):
                here.append(one)
        if tongues[index] == "ja":
            meant = {one.start: one.to[0] for one in here if len(one.to) == 1 and one.kind != "statement"}
            topic, who = follow(view, meant, topic, hero)
            if who is not None and who.end <= view.here.start and not any(one.start == view.here.start for one in here):
                here.append(Reference(view.here.start, view.here.start, "subject", (who,)))
        found += here
        named = _with(named, here, resolved)
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _tongue(words: str, lang: str) -> str:
    """Return the language of a sentence, which may be quoted in a text of another."""
    if re.search(r"[ぁ-ん]", words):
        return "ja"
    return "en" if lang == "ja" and not re.search(r"[一-鿿가-힣ァ-ヺ]", words) else lang


def _hero(text: str, sentences: Sequence[Sentence], people: Sequence[Person], depth: Sequence[int]) -> Span | None:
    """Return where the body first names the one person whom the title names, or who is named far more than others."""
    if not sentences or text[sentences[0].end - 1 : sentences[0].end] in ("。", "」"):
        return None
    title, outside = sentences[0], [one for one in people if not depth[one.start]]
    names = {one.name for one in outside if title.start <= one.start < title.end}
    if not names:
        counted = Counter(one.name for one in outside).most_common(2)
        often = counted and counted[0][1] >= _OFTEN and (len(counted) == 1 or counted[1][1] == 1)
        names = {counted[0][0]} if often else set()
    first = [one for one in outside if one.name in names and one.start >= title.end]
    return name_span(text, first[0]) if len(names) == 1 and first else None


_OFTEN = 4  # times that the one person is named whom a text is about


def _with(people: list[Person], here: Sequence[Reference], resolved: dict[int, Span]) -> list[Person]:
    """Return the people with the words of a sentence that mean one of them; note what these and others mean."""
    for one in here:
        if len(one.to) == 1 and one.kind != "statement":
            meant = next((each for each in people if one.to[0].start <= each.start and each.end <= one.to[0].end), None)
            resolved[one.start] = one.to[0]
            if meant is not None and one.kind in ("person", "subject"):
                insort(
                    people, replace(meant, start=one.start, end=one.end, post="", of=""), key=lambda each: each.start
                )
    return people


def _overlap(one: Reference, other: Reference) -> bool:
    return one.start < other.end and other.start < one.end


def _pointing(view: View, dates: Sequence[DateMention], about: Sequence[Span], lang: str) -> Iterator[Reference]:
    """Yield the references of a sentence; of two at one place the first holds."""
    for words, one in persons(view, lang):
        yield Reference(words.start, words.end, "person", (one,))
    for words, both, kind in pairs(view, about):
        yield Reference(words.start, words.end, kind, both)
    for words, one in english(view) if lang == "en" else ():
        yield Reference(words.start, words.end, "thing", (one,))
    yield from _things(view, alone=False)
    for words, said in statements(view):
        yield Reference(words.start, words.end, "statement", (said,))
    yield from _things(view, alone=True)
    for words, when in moments(view, dates):
        yield Reference(words.start, words.end, "time", (when,))


def _things(view: View, *, alone: bool) -> Iterator[Reference]:
    """Yield what 同制度, この約束 and "This finding" mean: the last thing named before that has the same head."""
    for pattern in (_SAME, _THING):
        for match in view.places(pattern):
            start = view.here.start + match.start()
            if _NOT_POINTING.match(view.text, start):
                continue
            back = _back(view.text[match.end() + view.here.start :], pattern is _SAME)
            if (
                hit := same_noun(view.text, start, match.end() - match.start(), view.scopes(start, back), alone=alone)
            ) is not None:
                end, span = hit
                holder = _holder(view, span)
                kind: ReferenceKind = "person" if holder is not None or _is_person(view, span) else "thing"
                if any(
                    one.start == span.start and one.end == span.end
                    for one in view.sentences[max(view.index - 6, 0) : view.index]
                ):
                    kind = "statement"
                yield Reference(start, end, kind, (holder or span,))


def _back(head: str, same: bool) -> int:
    """Return how many sentences back a head may be named: a body or a place stays known for longer (同社, 同国)."""
    if not same:
        return 2
    if re.match(rf"(?:{HEAD})(?![一-鿿])", head):
        return 5
    return 6 if re.match(r"[国市町村区県州社校館院園店所港局党行家組](?![一-鿿])|組合|団体", head) else 3


def _is_person(view: View, span: Span) -> bool:
    return any(span.start <= one.start and name_span(view.text, one).end == span.end for one in view.people)


_BECAME = re.compile(r"(?:と|に)(?:な[るりっ]|就[いく任]|選[ばび出])|を(?:務|つと)め|だった|であ|で、|だ。")


def _holder(view: View, span: Span) -> Span | None:
    """Return the person that a sentence says had the post at ``span`` (野呂は…館長となる), when one is its topic."""
    if not _BECAME.match(view.text, span.end):
        return None
    sentence = next((one for one in view.sentences if one.start <= span.start < one.end), None)
    if sentence is None:
        return None
    named = [name_span(view.text, one) for one in view.named(Span(sentence.start, span.start))]
    topics = [one for one in named if view.text.startswith("は", one.end)]
    return topics[0] if len(topics) == 1 else None
