"""Documents that disagree, shown side by side.

Invariant: a disagreement is shown only between sentences of different documents that both speak of what was asked:
one denies what the other states, or they give different dates or figures for it. What was said of an event before it
was to happen stands behind what is reported of it, and is marked as such.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from bot.compose.asked import Asked
from bot.compose.candidates import Candidate, dates_in, lists_times
from bot.compose.counterparts import Counterparts
from bot.compose.doing import tells_deed
from bot.compose.draft import DraftConflict, DraftSide, Quote
from bot.compose.named_parts import sort_of
from bot.compose.scoring import Scored, foretells
from bot.compose.terms import named_together
from bot.compose.trim import trimmed
from bot.compose.values import incompatible, near
from bot.question import Ask
from corpus.document import Span
from corpus.structure.clauses import split_clauses
from corpus.structure.polarity import is_negated
from corpus.structure.quantities import find_quantities
from corpus.structure.units import same_unit
from retrieval.tokens import terms as terms_of

_NEAR = 0.7  # the other side must come this near the best sentence's score
_CARRIED = 0.5  # support from which a sentence carries a word of the question
_ABOUT = 0.7  # support from which a word of the question is what a side speaks of
_SHARED = 0.6  # and carry this share of the question's weight itself
_ANSWERS = 0.5  # relevance from which the small reader takes a sentence for an answer
_MAY_ANSWER = 0.25  # the same where the question says that sources differ
_NEARLY_ANSWERS = 0.5  # of the best sentence's relevance, below which another one tells of another event
_SAYS_ITSELF = 0.3  # share of the question's weight that such a sentence has to carry in its own words


def disagreement(asked: Asked, ask: Ask, ranked: Sequence[Scored]) -> tuple[DraftConflict, Scored] | None:
    """Return the best sentence of another document that disagrees with the best sentence, or None."""
    if not ranked:
        return None
    best = ranked[0]
    found = Counterparts(asked, ranked)
    for other in ranked[1:12]:
        if other.candidate.document.id == best.candidate.document.id:
            continue
        told_nearly = _told_nearly(ask, best, other, found) and _may_be_one(asked, best, other)
        if other.score < _NEAR * best.score and not _both_answer(best, other) and not told_nearly:
            continue
        if _differ(asked, ask, best, other, told_nearly=told_nearly):
            return set_against(asked, best, other), other
    return None


def set_against(asked: Asked, one: Scored, other: Scored) -> DraftConflict:
    """Return two sentences as the sides of a disagreement, what was announced behind what is reported."""
    sides = sorted((_side(asked, one), _side(asked, other)), key=lambda side: side.announced)
    return DraftConflict(_about(asked, other.candidate), tuple(sides))


def doubted(asked: Asked, ask: Ask, chosen: Sequence[Scored]) -> DraftConflict | None:
    """Return the two sentences chosen as sides of a disagreement that a question speaks of, where their values differ.

    Of more than two, or of one document, it is not told which stands against which.
    """
    if not asked.question.doubts or len(chosen) != 2:
        return None
    one, other = chosen
    found = Counterparts(asked, chosen)
    of_two = one.candidate.document.id != other.candidate.document.id
    alike = found.carries_as_much(one.candidate, other.candidate) and _told_nearly(ask, one, other, found, _MAY_ANSWER)
    if not (of_two and alike and one.point and other.point) or ask.kind not in ("when", "count"):
        return None
    differ = incompatible(ask, one.point.text, other.point.text) and not _reckons(one, other)
    return set_against(asked, one, other) if differ else None


def _told_nearly(ask: Ask, one: Scored, other: Scored, found: Counterparts, least: float = _ANSWERS) -> bool:
    """Say whether two sentences that the reader takes for answers tell nearly the same of one matter.

    Another text says it in words of its own, or in another language; that their values lie near each other says that
    they are of one thing.
    """
    if one.point is None or other.point is None or min(one.relevant, other.relevant) < least:
        return False
    if ask.kind == "count" and not found.of_one_time(one.candidate, other.candidate):
        return False
    return near(ask, one.point.text, other.point.text) and not found.apart(one.candidate, other.candidate)


def _may_be_one(asked: Asked, one: Scored, other: Scored) -> bool:
    """Say whether two sentences may be of one thing: in two languages where the question names it.

    Between languages no words tell what a text is about, and a question that names nothing (the next meeting) is
    answered by many.
    """
    return one.candidate.document.lang == other.candidate.document.lang or any(term.rare for term in asked.terms)


def _differ(asked: Asked, ask: Ask, one: Scored, other: Scored, *, told_nearly: bool) -> bool:
    if ask.kind == "when" and any(
        _tells_of_a_writing(asked, item) or lists_times(item.candidate) for item in (one, other)
    ):
        return False
    deeds = tells_deed(asked, one.candidate), tells_deed(asked, other.candidate)
    if deeds[0] != deeds[1] or not (all(deeds) or _share_more_than_names(asked, one.candidate, other.candidate)):
        return False
    if ask.kind in ("when", "count") and one.point and other.point:
        of_one = told_nearly or _both_answer(one, other) or _same_event(one, other)
        contradict = incompatible(ask, one.point.text, other.point.text) and not _reckons(one, other)
        return of_one and contradict and not (_dates(one) and _dates(one) == _dates(other))
    if ask.kind != "yes-no":  # what is said of a thing in one place is not denied by another thing said of it
        return False
    (denies, share), (other_denies, other_share) = _denies(asked, one.candidate), _denies(asked, other.candidate)
    return denies != other_denies and (_both_answer(one, other) or min(share, other_share) >= _SHARED)


_QUOTED = re.compile(r"[「『“《][^「『“《」』”》]{4,}[」』”》]")
_DATED_SO = re.compile(
    r"(?:日付|発行日?|公開日?|掲載日?|更新日?|刊行日?)(?:は|が|：|:)?$|\b(?:dated|published|posted)(?: on)? $"
)
_OUTSIDE = 0.5  # share of what a sentence carries of the question that it carries outside of titles


def _tells_of_a_writing(asked: Asked, item: Scored) -> bool:
    """Say whether a sentence has the date of a writing, or what is asked only in a title that it quotes."""
    text = item.candidate.text
    if item.point and _DATED_SO.search(text[: item.point.span.start - item.candidate.start]):
        return True
    bare = _QUOTED.sub(" ", text)
    if bare == text:
        return False
    return asked.carried(frozenset(terms_of(bare))) < _OUTSIDE * asked.carried(frozenset(terms_of(text)))


def _reckons(one: Scored, other: Scored) -> bool:
    """Say whether the number of one sentence is what two numbers of the other differ by, or make together.

    反対が256票上回った and 反対1,102票、賛成846票 say the same.
    """
    for told, given in ((one, other), (other, one)):
        if told.point is None:
            continue
        for result in find_quantities(told.point.text):
            alike = [q.value for q in find_quantities(given.candidate.text) if same_unit(q.unit, result.unit)]
            pairs = combinations(alike, 2)
            if result.value in alike or any(result.value in (abs(a - b), a + b) for a, b in pairs):
                return True
    return False


def _dates(item: Scored) -> frozenset[str]:
    """Return the dates that a sentence gives: two that give the same ones, of several events, tell the same."""
    return frozenset(date.value for date in dates_in(item.candidate.document, item.candidate))


def _both_answer(one: Scored, other: Scored) -> bool:
    """Say whether the small reader takes both sentences for an answer."""
    likely = min(one.relevant, other.relevant) >= _ANSWERS
    return likely and _of_one_matter(one.candidate, other.candidate, _SAYS_ITSELF)


def _same_event(one: Scored, other: Scored) -> bool:
    """Say whether two sentences speak of one thing: both say themselves most of what is asked, and the same of it.

    What only stands around a sentence (its heading, the sentence before) may be about something else as well. So may
    one that has the words and that the small reader takes much less for an answer.
    """
    if other.relevant < _NEARLY_ANSWERS * one.relevant:
        return False
    return _of_one_matter(one.candidate, other.candidate, _SHARED)


def _of_one_matter(one: Candidate, other: Candidate, least: float) -> bool:
    """Say whether a sentence carries what another speaks of, and each itself so much of the question at least."""
    both = zip(one.direct, other.direct, strict=True)
    return all(theirs >= _CARRIED for ours, theirs in both if ours >= _ABOUT) and min(one.own, other.own) >= least


def _share_more_than_names(asked: Asked, one: Candidate, other: Candidate) -> bool:
    """Say whether two sentences have a word of the question in common that is no name or post, where it has such words.

    That both tell of Putin and Kim says not that they tell of one thing.
    """
    called = " ".join(f"{person.name} {person.post}" for person in one.people)
    told = (n for n, term in enumerate(asked.terms) if not term.left_out and term.surface not in called)
    matter = [n for n in told if not sort_of(asked.terms[n], one.document)]
    return not matter or any(min(one.direct[n], other.direct[n]) >= _CARRIED for n in matter)


def _denies(asked: Asked, candidate: Candidate) -> tuple[bool, float]:
    """Say whether the clause that speaks most of the question is negated, and how much of the question it carries."""
    total = sum(term.weight for term in asked.terms) or 1.0
    clauses = [candidate.text[c.start : c.end] for c in split_clauses(candidate.text)] or [candidate.text]
    share, words = max((asked.carried(frozenset(terms_of(words))) / total, words) for words in clauses)
    return is_negated(words), share


def _about(asked: Asked, candidate: Candidate) -> str:
    """Name what both sides speak of in the question's words."""
    named = zip(asked.terms, candidate.direct, strict=True)
    return " ".join(named_together([term for term, value in named if value >= _ABOUT]))


def _side(asked: Asked, item: Scored) -> DraftSide:
    candidate = item.candidate
    spans: tuple[Span, ...] = trimmed(candidate, item.point.span if item.point else None, asked.terms)
    quote = Quote(candidate.document, candidate.passage, spans, (item.point.span,) if item.point else ())
    return DraftSide(quote, candidate.document.date, quote.text, foretells(candidate))
