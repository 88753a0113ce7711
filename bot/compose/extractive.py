"""An answer without a language model: sentences of the documents, chosen and ordered to answer this question.

Invariant: every word of a statement is the documents'; which sentences are chosen depends only on the question's
words and the features of the sentences.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from bot.compose.answering import may_answer
from bot.compose.arithmetic import worked_out
from bot.compose.asides import with_antecedents
from bot.compose.asked import Asked, Point
from bot.compose.between import stating
from bot.compose.candidates import Candidate
from bot.compose.choosing import choose
from bot.compose.disagreement import disagreement, doubted, set_against
from bot.compose.draft import Draft, DraftConflict, DraftStatement, Quote
from bot.compose.earlier import earlier
from bot.compose.gathering import around, joint_relevance, led
from bot.compose.identity import asks_post, attribute_of, who_is
from bot.compose.leading import leading, reads_no_less
from bot.compose.noted import with_what_is_beside
from bot.compose.point import needs_type
from bot.compose.provenance import with_sources
from bot.compose.reckoned import Reckoned, reckoned
from bot.compose.remainder import remainder
from bot.compose.scoring import Reading, Scored, foretells, signals
from bot.compose.speaking import with_speaker
from bot.compose.telling import statements_of
from bot.compose.terms import Term, named_together
from bot.compose.wanted import what_is_asked
from bot.confidence import ANSWER_FROM, confidence, said_again
from bot.question import Ask

_SAYS_NOTHING = 0.12  # weight of all words of a question below which it asks about nothing
_HARDLY_LESS = 0.05  # of a score, or of a relevance
_LESS_PLAINLY = 0.1  # of the score of a sentence that counts nothing asked for, or something else
_HARDLY_DATED = 0.35  # agreement with the dates of a question below which a sentence tells of another year
_SIDES = 2
_WORKED_OUT_FROM = 0.4  # confidence from which a result is worked out that no sentence need state,
_PLAINLY_FROM = 0.1  # and from which one is whose numbers say nearly all of the question
_SURE_BESIDE = 0.4  # confidence from which a part is answered in the passage that answers another
_MOST_INTRODUCED = 8  # sentences among which one says who somebody is
_CARRIED = 0.5  # support from which a word of the question is not called missing


@dataclass(frozen=True, slots=True)
class _Part:
    """What one ask of a question came to: the sentences chosen, the point, and what was not found."""

    sure: float
    picks: tuple[Scored, ...] = ()
    points: tuple[Point, ...] = ()
    conflict: DraftConflict | None = None
    missing: tuple[str, ...] = ()
    unstated: tuple[str, ...] = ()
    reckoned: Reckoned | None = None


def compose(reading: Reading) -> Draft:
    """Compose the answer: the point first, then the sentences it stands on, in a natural order."""
    question = reading.asked.question
    parts = _parts(reading)
    missing = tuple(dict.fromkeys(word for part in parts for word in part.missing))
    unstated = tuple(dict.fromkeys(kind for part in parts for kind in part.unstated))
    surest = max((part.sure for part in parts), default=0.0)
    first: dict[int, Scored] = {}
    for pick in (pick for part in parts for pick in part.picks):
        first.setdefault(id(pick.candidate), pick)
    picks = list(first.values())
    if not picks:
        others = frozenset(s.candidate.passage.id for _, ranked in reading.ranked for s in ranked if s.another)
        return Draft(missing=missing, unstated=unstated, confidence=surest, of_others=others)
    result = next((part.reckoned for part in parts if part.reckoned), None)
    statements = statements_of(reading.asked, picks, all_cells=result is not None)
    conflicts = tuple(part.conflict for part in parts if part.conflict)
    points_found = [point for part in parts if not part.conflict for point in part.points]
    draft = Draft(
        short=_result(result, statements) if result else _short(points_found, statements),
        statements=tuple(statement for statement, _ in statements),
        calculation=result.calculation if result else None,
        conflicts=conflicts,
        missing=missing,
        unstated=unstated,
        confidence=surest,
    )
    if "source" not in question.kinds():
        return draft
    of = [(s.quotes[0], pick) for s, pick in statements]
    own = [quote for quote, pick in of if not pick.beside]
    sourced = with_sources(draft, reading.asked, own, [quote for quote, pick in of if pick.beside])
    return with_speaker(sourced, question, picks[0].candidate, of[0][0])


def _parts(reading: Reading) -> list[_Part]:
    """Return what each ask comes to, those unanswered at first looked for again beside what answers the others."""
    likeness = max((candidate.hit.similarity for candidate in reading.found), default=0.0)
    parts = [_part(reading.asked, ask, ranked, likeness) for ask, ranked in reading.ranked]
    told = {pick.candidate.passage.id for part in parts for pick in part.picks}
    return [
        part if part.picks or not told else _part(reading.asked, ask, ranked, likeness, beside=told)
        for part, (ask, ranked) in zip(parts, reading.ranked, strict=True)
    ]


def _part(asked: Asked, ask: Ask, ranked: Sequence[Scored], likeness: float, beside: Collection[str] = ()) -> _Part:
    """Decide what one ask comes to; less has to speak for what stands in a passage that answers ``beside`` it."""
    first = next(iter(ranked), None)
    ranked = [scored for scored in ranked if may_answer(asked, ask, scored)]
    if not ranked:
        return _Part(0.0, missing=tuple(named_together(asked.terms)), unstated=(what_is_asked(asked.question, ask),))
    if asked.question.between and (stated := stating(asked, ask, ranked)):
        return _stated(asked, ask, stated, _sure(asked, ask, stated, likeness))
    ranked, sure = _best_first(asked, ask, ranked, likeness)
    best = ranked[0]
    if best.candidate.passage.id in beside and sure >= _SURE_BESIDE:
        sure = max(sure, ANSWER_FROM)
    if sure >= _PLAINLY_FROM and (result := worked_out(asked, ask, ranked, plainly=sure < _WORKED_OUT_FROM)):
        return _Part(max(sure, ANSWER_FROM), _told(result), reckoned=result)
    if sure >= ANSWER_FROM and (
        result := remainder(asked, ask, ranked) or earlier(asked, ask, ranked) or reckoned(asked, ranked)
    ):
        # no sentence need state what is asked for
        return _Part(sure, _told(result), reckoned=result)
    untyped = needs_type(ask) and best.point is None
    # what the reader was shown first is something else, and this it was not shown
    unread = first is not None and first.relevance is not None and best.relevance is None
    of_another_year = best.dated < _HARDLY_DATED and any(date.stated_year for date in asked.question.dates)
    if untyped or unread or of_another_year or sum(term.weight for term in asked.terms) < _SAYS_NOTHING:
        sure = min(sure, ANSWER_FROM - 0.01)
    if sure < ANSWER_FROM:
        lacking = _unsupported(asked.terms, best.candidate)
        unstated = (what_is_asked(asked.question, ask),) if untyped or not lacking else ()
        return _Part(sure, missing=tuple(lacking), unstated=unstated)
    return _answered(asked, ask, ranked, sure)


def _best_first(asked: Asked, ask: Ask, ranked: Sequence[Scored], likeness: float) -> tuple[Sequence[Scored], float]:
    """Return the sentences with the one first that answers, and how surely it does.

    That is an enumeration where all is asked for; where somebody is, who is named, or the post that tells who it is.
    """
    sure = _sure(asked, ask, ranked, likeness)
    if ask.kind != "source" and asked.question.wants_all():
        ranked = led(asked, ranked)
        sure = max(sure, _sure(asked, ask, ranked, likeness))
    # a doubt says that the date or number is told; otherwise the nearest sentence without one says that it is not
    told = ask.kind == "who" or (needs_type(ask) and asked.question.doubts)
    if told and ranked[0].point is None:
        ranked, sure = _naming(asked, ask, ranked, likeness, sure)
    if ask.kind == "count":
        ranked = _counting(ranked)
        sure = _sure(asked, ask, ranked, likeness)
    for one in ranked if asks_post(asked) else ranked[:_MOST_INTRODUCED]:
        if post := who_is(asked, one.candidate) or attribute_of(asked, one.candidate):
            rest = [other for other in ranked if other is not one]
            return [replace(one, candidate=post.candidate, point=post), *rest], max(sure, ANSWER_FROM)
    return ranked, sure


def _answered(asked: Asked, ask: Ask, ranked: Sequence[Scored], sure: float) -> _Part:
    """Return the sentences that answer an ask with their points, or both sides where documents disagree."""
    differs = disagreement(asked, ask, ranked)
    sides = sorted((ranked[0], differs[1]), key=lambda item: foretells(item.candidate)) if differs else []
    chosen = sides or choose(asked, ask, ranked)
    if ask.kind == "source":
        chosen = with_what_is_beside(chosen, ranked)
    conflict = differs[0] if differs else doubted(asked, ask, chosen)
    return _Part(sure, tuple(chosen), leading(asked, ask, chosen), conflict)


def _stated(asked: Asked, ask: Ask, stated: Sequence[Scored], sure: float) -> _Part:
    """Return the sentences that state the values a question leaves the choice between, against each other."""
    of_two = len({item.candidate.document.id for item in stated}) == len(stated) == _SIDES
    conflict = set_against(asked, *stated) if of_two else None
    return _Part(max(sure, ANSWER_FROM), tuple(stated), leading(asked, ask, stated), conflict)


def _naming(
    asked: Asked, ask: Ask, ranked: Sequence[Scored], likeness: float, sure: float
) -> tuple[Sequence[Scored], float]:
    """Return the sentences, those first that have what is asked for, where the best of them answers.

    The nearest sentence is often about whom the question names itself, or about the event without its date, and who or
    when is asked for stands in the next.
    """
    least = ranked[0].score - _HARDLY_LESS
    naming = [s for s in ranked if s.point is not None and s.score >= least and reads_no_less(s, ranked[0])]
    also = _sure(asked, ask, naming, likeness) if naming else 0.0
    if also < ANSWER_FROM:
        return ranked, sure
    return [*naming, *(scored for scored in ranked if scored not in naming)], also


def _counting(ranked: Sequence[Scored]) -> Sequence[Scored]:
    """Return the sentences, that first which counts just what is asked for and is read hardly less for an answer."""
    best = ranked[0]
    least = best.score - _LESS_PLAINLY
    near = (s for s in ranked if s.point is not None and s.point.plain and s.score >= least)
    plain = next((s for s in near if s.relevant >= best.relevant - _HARDLY_LESS), None)
    return [plain, *(other for other in ranked if other is not plain)] if plain else ranked


def _sure(asked: Asked, ask: Ask, ranked: Sequence[Scored], likeness: float) -> float:
    """Return how surely the best sentence answers; where all is asked for, together with those around it.

    Where a source is asked for, how surely it says what the source is to be of.
    """
    told = signals(asked, ask, ranked[0], likeness)
    if ask.kind == "source" or asked.question.per_document:
        return said_again(told)
    if asked.question.wants_all():
        told = replace(told, relevance=joint_relevance(ranked[0], around(asked, ranked[0], ranked)))
    return confidence(told)


def _told(result: Reckoned) -> tuple[Scored, ...]:
    """Return what the numbers of a result stand in, each with the places of its own numbers as its parts."""
    owners = {id(number.of): number.of for number in result.numbers}
    return tuple(
        replace(owner, parts=tuple(n.place for n in result.numbers if id(n.of) == key)) for key, owner in owners.items()
    )


def _unsupported(terms: Sequence[Term], candidate: Candidate) -> list[str]:
    """Return the question's own words that a sentence does not carry; words that adjoin are named together."""
    supported = zip(terms, candidate.support, strict=True)
    return named_together([term for term, support in supported if support < _CARRIED])


def _result(result: Reckoned, statements: Sequence[tuple[DraftStatement, Scored]]) -> DraftStatement:
    """Return a result, resting on all statements that its numbers stand in."""
    return DraftStatement(result.text, tuple(quote for statement, _ in statements for quote in statement.quotes))


def _short(parts: Sequence[Point], statements: Sequence[tuple[DraftStatement, Scored]]) -> DraftStatement | None:
    """Return the point in a few words, resting on the quotes of the statements it was read from."""
    shown_parts: list[str] = []
    quotes: list[Quote] = []
    for part in parts:
        quote = next((s.quotes[0] for s, pick in statements if pick.candidate == part.candidate), None)
        if quote is None:
            continue
        bare = part.candidate.document.text[part.span.start : part.span.end].replace("\n", "")
        shown_parts.append(with_antecedents(part.candidate, part.span) if part.text == bare else part.text)
        quotes.append(quote)
    if not shown_parts:
        return None
    told = [part for part in dict.fromkeys(shown_parts) if not any(part != one and part in one for one in shown_parts)]
    return DraftStatement(" ／ ".join(told), tuple(dict.fromkeys(quotes)))
