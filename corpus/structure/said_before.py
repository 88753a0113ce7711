"""What was said before a sentence that points back to it: the sentence before, its topic, what it quotes.

Invariant: it is short, stands in the same paragraph and does not itself point back.
"""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.document import Span
from corpus.structure.actors import marked
from corpus.structure.clauses import split_clauses
from corpus.structure.lines import width
from corpus.structure.polarity import is_negated
from corpus.structure.predicates import acts_last, bare, has_object, says
from corpus.structure.views import View

OPENING = r"(?:(?:しかし|ただし?|だが|また|さらに|一方|他方|なお|つまり|だから|そして|もっとも|ところが|実際)、)?"
LONGEST = 90  # wide signs, or twice as many others, of a sentence that can be shown as what これ means
_SOURCE = re.compile(r"同\S{1,4}によ(?:れば|ると)、")
_LIST_MARK = re.compile(r"(?:[-*・•‣▽▼●○■□◆①-⑳]|[（(]?\d{1,2}[.)）](?!\d))+\s*")
_POINTS = re.compile(
    r"对此|對此|此举|此舉|.{1,12}의 말이다|これ|それ(?!ぞれ|でも|から|なのに|ゆえ|どころ)"
    r"|そう|It\b(?! (?:is|was) (?:not )?that\b)|This\b|That\b|These\b|这|這|이(?=[는를에]\s)"
)
_QUOTE = re.compile(r"[「『“‘\"]([^「」『』“”‘’\"]{4,90})[」』”’\"]")


def acts_before(view: View) -> View | None:
    """Return a view from which the sentence before is the last one that tells what somebody did, at most two back."""
    for back in (0, 1):
        at = view.index - back
        before = view.sentences[at - 1] if at else view.here
        if not at or before.paragraph != view.here.paragraph:
            return None
        words = view.text[before.start : before.end]
        if not re.search("[ぁ-ん]", words) or has_object(words) or acts_last(bare(words)) or says(words):
            return replace(view, index=at)
    return None


def quoted(view: View, at: int) -> Span | None:
    """Return what somebody is quoted as saying in the nearest stretch that quotes anybody, where that is one quote."""
    for scope in view.scopes(at, 2):
        found = list(_QUOTE.finditer(view.text, scope.start, scope.end))
        spoken = [
            one
            for one in found
            if re.match(r"[」』”’\"]?(?:と|という|との|고|라고|는\s|，|,)", view.text[one.end() :][:3])
        ]
        whole = [one for one in found if re.match(r"[」』”’\"]?[。.]?\s*$", view.text[one.end() : scope.end])]
        spoken = spoken or (whole if len(found) == 1 and found[0].start() == scope.start else [])
        named = [one for one in found if view.text[one.start()] == "『" and one not in spoken]  # a paper or book
        if len(spoken) == 1 and view.text[spoken[0].start() - 1] not in "」』”":
            return Span(*spoken[0].span(1))
        if len(found) > len(named):
            return None
    return None


def topic_before(view: View) -> Span | None:
    """Return what the sentence before is about, when it marks one thing with は."""
    before = view.sentences[view.index - 1] if view.index else None
    if before is None or before.paragraph != view.here.paragraph:
        return None
    topics = [
        one for one in marked(view.text, before.start, before.end, view.depth) if one.particle == "は" and not one.when
    ]
    return topics[0].span if len(topics) == 1 else None


def sentence_before(view: View, denies: bool) -> Span | None:
    """Return the sentence before, without the sign of its list and what says who told it.

    ``denies``: a sentence that says what is not so is none.
    """
    if not view.index:
        return None
    before = view.sentences[view.index - 1]
    if before.paragraph != view.here.paragraph:
        return None
    if (
        denies
        and re.search("[ぁ-ん]", view.words())
        and not re.search("[はがをもに]", view.text[before.start : before.end])
    ):
        return None  # it says nothing of anything (くじら座の一部です)
    words = view.text[before.start : before.end]
    mark = _LIST_MARK.match(words)
    start = before.start + (mark.end() if mark else 0)
    told = _SOURCE.match(view.text, start, before.end) or re.compile(OPENING).match(view.text, start, before.end)
    start = _short(view.text, Span(told.end() if told else start, before.end))
    said = view.text[start : before.end]
    if _POINTS.match(said) or (denies and is_negated(said[-_LAST:])):
        return None  # what points back itself says nothing alone
    if not re.search(r"[。.！!][」』”\"]?$", said.rstrip()):
        return None
    return Span(start, before.end) if width(said) <= 2 * LONGEST else None


def _short(text: str, said: Span) -> int:
    """Return where the last clauses of a sentence begin that are short enough to be shown."""
    start = said.start
    for clause in split_clauses(text[said.start : said.end])[:-1]:
        if width(text[start : said.end]) > 2 * LONGEST:
            start = said.start + clause.end
    return start + len(text[start : said.end]) - len(text[start : said.end].lstrip())


_LAST = 12  # characters of a predicate
