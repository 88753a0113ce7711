"""Sentences and rows that tell of another's deed than the one asked about: who went where, who met or invited whom.

中国の李強首相は10月に平壌を訪れた has every word of 朝鮮の首相が北京を訪れたのはいつ but who went and where to, and the
small reader takes it for the answer. Invariant: a sentence is set back only where it tells deeds of the kind asked
about and each is another's or done to another; it is put first only where it tells the deed itself and has what is
asked for.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from bot.compose.asked import Asked
from bot.compose.candidates import Candidate, lists_times
from bot.compose.deeds import Deed, deeds, mentions
from bot.compose.draft import Draft
from bot.compose.named_parts import Part, compared, names_anybody, of_others_alone
from bot.compose.named_people import lacks_whom_it_names
from bot.compose.persons import called_by
from bot.compose.point import needs_type
from bot.compose.scoring import Scored
from bot.compose.summits import whose_meeting
from bot.question import Ask
from corpus.document import Document
from corpus.places import Stretch, meet
from corpus.structure.capitals import countries_of_capitals
from corpus.structure.clauses import split_clauses
from corpus.structure.countries import named_countries

_LIKELY, _FIRST = 0.7, 0.3  # how likely one answers that tells the deed asked about, and what its score gains
_MAY = 0.3  # and how likely one has to answer that tells a meeting by the countries of those who met
_UNLIKELY, _LAST = 0.05, 0.3  # how likely one answers that tells another's deed, and what is left of its score
_OF_ANYBODY = frozenset(("source", "why", "how"))
_LACKS = 0.2  # support below which neither a sentence nor what stands around it says a word of the question
_SAYS = 0.5  # support from which a sentence says a word of the question
_LONGEST = 40  # characters of what words that point back mean


def by_deeds(asked: Asked, ask: Ask, ranked: Sequence[Scored]) -> tuple[Scored, ...]:
    """Return sentences with those first that tell the deed asked about, and those last that tell only another's.

    Last are also those that name others than whom the question names; first only those that have what is asked for,
    where the question names both parts of the deed.
    """
    wanted = deeds(asked.question.query)
    if not ranked or ask.kind in _OF_ANYBODY:
        return tuple(ranked)
    top = max(scored.score for scored in ranked)
    documents = tuple({scored.candidate.document.id: scored.candidate.document for scored in ranked}.values())
    known = {part for one in documents for person in one.told.people for part in called_by(person.name)}
    who = " ".join(deed.who for deed in wanted)
    judged = []
    for scored in ranked:
        verdict = _verdict(asked, wanted, scored.candidate) or _where_it_points(asked, wanted, scored)
        meeting = whose_meeting(asked, scored.candidate, documents)
        open_ = not verdict and not meeting and ask.kind != "who"
        others = open_ and (
            _of_others(asked, scored.candidate, who, known) or _lacks_a_name(asked, scored.candidate, ranked)
        )
        if verdict < 0 or others or meeting < 0:
            judged.append(_lowered(scored))
        elif not verdict and _says_nothing_of(wanted, scored.candidate):
            judged.append(replace(_lowered(scored), another=False))
        elif (
            needs_type(ask)
            and scored.point is not None
            and (
                (verdict > 0 and not lists_times(scored.candidate))
                or (meeting > 0 and _may_answer(scored) and not _lacks_what_another_has(asked, scored, ranked, known))
            )
        ):
            judged.append(_raised(scored, top))
        else:
            judged.append(scored)
    return tuple(sorted(judged, key=lambda one: -one.score))


def _of_others(asked: Asked, candidate: Candidate, who: str, known: Collection[str]) -> bool:
    return of_others_alone(asked, candidate, who) or lacks_whom_it_names(asked, candidate, known)


def _lacks_a_name(asked: Asked, candidate: Candidate, ranked: Sequence[Scored]) -> bool:
    """Say whether a sentence lacks a name, known by its capital, that it would print as the question does.

    One in another language may print it otherwise, unless another of the sentences is known to have it.
    """
    own = candidate.document.lang == asked.question.lang
    return any(
        own or any(one.candidate.direct[n] >= _SAYS for one in ranked)
        for n, term in enumerate(asked.terms)
        if term.rare and term.start and term.surface[:1].isupper() and candidate.support[n] < _LACKS
    )


def _says_nothing_of(wanted: Sequence[Deed], candidate: Candidate) -> bool:
    """Say whether a passage has no word for an invitation or a call that a question asks about: both have few names."""
    text = candidate.passage.text
    return any(deed.kind in ("invite", "call") and not mentions(deed.kind, text) for deed in wanted)


def tells_deed(asked: Asked, candidate: Candidate) -> bool:
    """Say whether a sentence tells the deed that a question asks about, by who did it and where or to whom."""
    told = deeds(_spelt_out(candidate)) if candidate.passage.kind == "prose" else ()
    pairs = ((deed, one) for deed in deeds(asked.question.query) for one in told if one.kind == deed.kind)
    return any(_likeness(asked, candidate.document, deed, one) > 0 for deed, one in pairs)


def _verdict(asked: Asked, wanted: Sequence[Deed], candidate: Candidate) -> int:
    """Return 1 for a sentence that tells a deed asked about, -1 for one that tells another's alone, 0 for any other.

    Who went where says nothing of who gave, called, invited or met whom, nor the other way round.
    """
    if candidate.passage.kind == "row":
        return -_is_row_of_another(asked, wanted, candidate.document, [candidate])
    if candidate.passage.kind != "prose":
        return 0
    text = _spelt_out(candidate)
    told = deeds(text)
    for deed in wanted:
        alike = [_likeness(asked, candidate.document, deed, one) for one in told if one.kind == deed.kind]
        if alike and max(alike) != 0:
            return max(alike) if min(alike) >= 0 else min(max(alike), 0)  # of two, which has the date stays open
        if told and not alike and deed.kind != "visit" and not mentions(deed.kind, text):
            return -1
    return 0


def _where_it_points(asked: Asked, wanted: Sequence[Deed], scored: Scored) -> int:
    """Return 1 for a sentence whose point lies in a clause that tells a deed asked about and no other, else 0."""
    candidate, point = scored.candidate, scored.point
    if point is None or candidate.passage.kind != "prose":
        return 0
    here = candidate.within(point.span)
    told = [deeds(candidate.text[one.start : one.end]) for one in split_clauses(candidate.text) if meet(one, here)]
    alike = [
        _likeness(asked, candidate.document, deed, one)
        for deed in wanted
        for clause in told
        for one in clause
        if one.kind == deed.kind
    ]
    return 1 if alike and min(alike) > 0 else 0


def rows_of_others(asked: Asked, draft: Draft) -> bool:
    """Say whether a row that an answer stands on is another's than of whom a question asks what they did."""
    wanted = deeds(asked.question.query)
    quotes = [quote for statement in draft.statements for quote in statement.quotes]
    return any(_is_row_of_another(asked, wanted, quote.document, quote.spans) for quote in quotes)


def _is_row_of_another(asked: Asked, wanted: Sequence[Deed], document: Document, places: Sequence[Stretch]) -> bool:
    """Say whether the row that a place lies in is another's: whose it is its first cell tells that names somebody."""
    who = [deed.who for deed in wanted if deed.who]
    tables = document.tables if who else ()
    rows = (row for table in tables for row in table.rows if any(meet(one, row) for one in places))
    first = next((cell.text for row in rows for cell in row.cells if names_anybody(cell.text, document)), None)
    return first is not None and any(compared(asked, document, one, first).not_said for one in who)


def _may_answer(scored: Scored) -> bool:
    return scored.relevance is None or scored.relevance > _MAY


def _lacks_what_another_has(asked: Asked, scored: Scored, ranked: Sequence[Scored], known: Collection[str]) -> bool:
    """Say whether a word that tells the matter, and that a sentence lacks, stands in another that may answer.

    Names of people do not: that it is their meeting their countries say.
    """
    telling = [n for n, term in enumerate(asked.terms) if term.rare and not any(term.surface in name for name in known)]
    lacking = [n for n in telling if scored.candidate.support[n] < _SAYS]
    return any(_may_answer(one) and one.candidate.direct[n] >= _SAYS for one in ranked if one.point for n in lacking)


def _raised(scored: Scored, top: float) -> Scored:
    relevance = max(scored.relevance, _LIKELY) if scored.relevance is not None else None
    return replace(scored, relevance=relevance, score=scored.score + _FIRST * top)


def _lowered(scored: Scored) -> Scored:
    relevance = min(scored.relevance, _UNLIKELY) if scored.relevance is not None else None
    return replace(scored, relevance=relevance, score=_LAST * scored.score, another=True)


def _spelt_out(candidate: Candidate) -> str:
    """Return a sentence with what its words that point back mean in their place, and the subject that it leaves out."""
    document, at, said = candidate.document, candidate.start, ""
    for one in document.told.references_in(candidate.start, candidate.end):
        meant = document.text[one.to[0].start : one.to[0].end] if len(one.to) == 1 else ""
        if one.start < at or not meant or len(meant) > _LONGEST or one.kind not in ("person", "thing", "subject"):
            continue
        said += document.text[at : one.start] + meant + ("は" if one.kind == "subject" else "")
        at = one.end
    return (said + document.text[at : candidate.end]).replace("\n", "")


def _likeness(asked: Asked, document: Document, wanted: Deed, told: Deed) -> int:
    """Return 1 for the deed asked about, -1 for what is surely another, 0 where the words do not tell.

    Another is what has one part that is another of its sort, or neither part with a name that the question has there.
    """
    who, whom, there, thither = wanted.who, wanted.whom, told.who, told.whom
    if wanted.kind == "meet":  # who met whom makes no difference
        if not there or not thither:
            return 0
        there = thither = f"{there}、{thither}"
    one, other = compared(asked, document, who, there), compared(asked, document, whom, thither)
    to_land, to_capital = named_countries(whom), countries_of_capitals(whom)
    to_capital = to_capital if whom in document.text else frozenset()  # where it is never named, another town is meant
    if wanted.kind == "visit" and (to_land & countries_of_capitals(thither) or to_capital & named_countries(thither)):
        other = Part(shared=True, missing=False, other=False)
    if one.other or other.other or (one.missing and other.missing):
        return -1
    if wanted.kind != "meet" and one.missing and compared(asked, document, who, told.whom).shared:
        return -1  # who is asked about is the one it was done to
    return int(one.shared and other.shared)
