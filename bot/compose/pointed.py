"""The point of a sentence in the words that the small reader marks, or in what of the kind asked for holds them.

Invariant: the point is a slice of the sentence or a cell of the row, or None where the words are of another kind than
what is asked for and nothing there is of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.compose.asked import Asked, Point, stretch, tokens_of
from bot.compose.candidates import Candidate, dates_in
from bot.compose.figures import quantity_in
from bot.compose.holders import holds_another
from bot.compose.labels import labelled
from bot.compose.naming import repeats
from bot.compose.offices import holds_other_office
from bot.compose.phrases import found_phrases
from bot.compose.point import needs_type, points
from bot.compose.readings import Read
from bot.compose.rows import cell_words, counted_as, figure_at, on_the_date
from bot.compose.scoring import Scored
from bot.question import Ask
from corpus.document import Span
from corpus.places import lies_in, meet
from corpus.structure.clauses import split_clauses
from corpus.structure.quantities import find_quantities
from retrieval.tokens import morphemes

_SURE_COUNT = 0.4  # probability of the answering words from which a number counts whose unit is not the one asked for
_LONGEST_POINT = 60  # characters
_ADDS_SOMETHING = frozenset(("what", "where", "how", "list"))  # asks whose answer is no word of the question
_NAMES_SOMEBODY = frozenset(("who", "what", "list"))
_ONE_WORD = 0.6  # kinship from which a word of another language is one of the question's
_OPEN_POINT = 0.4  # fit of words that only the reader says are the answer, where it is least sure


def pointed(asked: Asked, ask: Ask, scored: Scored, read: Read) -> Point | None:
    """Return the reader's words as the point, or the point of the kind asked for that holds them.

    The latter may be shown completed (翌月). What the sentence says outright needs no reader.
    """
    assert read.words is not None, "asked for the point of a sentence without words"
    if scored.candidate.passage.kind == "row":
        return _cell(asked, ask, scored, read)
    found = points(asked, ask, scored.candidate)
    if found and found[0].plain:
        return found[0]
    return _of_the_form(ask, found, read.words) or _in_its_words(asked, ask, scored, read, found)


def _of_the_form(ask: Ask, found: Sequence[Point], words: Span) -> Point | None:
    """Return the point that holds the reader's words; of a reason or of what was said they are the sharper point."""
    holding = [p for p in found if lies_in(words, p.span)]
    return max(holding, key=lambda p: p.fit) if holding and needs_type(ask) else None


def _in_its_words(asked: Asked, ask: Ask, scored: Scored, read: Read, found: Sequence[Point]) -> Point | None:
    """Return the reader's words as the point.

    Where the sentence has something of the kind asked for elsewhere, and where the words are too long to be a point,
    the point there was stays.
    """
    words, candidate = read.words, scored.candidate
    assert words is not None, "asked for the point of a sentence without words"
    touching = [p for p in found if meet(p.span, words)]
    if ask.kind == "where" and (within := _within(candidate, words, found, read.sure)):
        return within
    other = found or ask.kind == "count"  # a number of something else is no answer to how many
    if (
        words.end - words.start > _LONGEST_POINT
        or (other and not touching)
        or _is_no_answer(asked, ask, scored, words, touching)
    ):
        counted = ask.kind == "count" and not found and read.sure >= _SURE_COUNT
        return (quantity_in(asked, ask, candidate, words) if counted else None) or scored.point
    if ask.kind == "count" and (number := labelled(asked, touching) or _only_one(scored, words, touching)):
        return number
    if ask.kind == "when" and touching:  # a date is shown completed, whatever stands beside it
        return max(touching, key=lambda p: p.fit)
    if ask.kind == "yes-no":  # whether it is so a clause says, and no name in it
        return _whole_clauses(candidate, words, read.sure) or scored.point
    fit = max((_OPEN_POINT + (1 - _OPEN_POINT) * read.sure, *(p.fit for p in touching)))
    first, last = words.start - candidate.start, words.end - candidate.start
    if candidate.document.lang == "ja" and (particle := _PARTICLE.search(candidate.text[first:last])):
        last = first + particle.start()
    elif candidate.text[last - 1] == "で" and any(p.span.end == words.end - 1 for p in touching):  # 150人で、うち
        last -= 1
    if ask.kind == "where" and candidate.document.lang == "ja":
        first = _behind_a_deed(candidate, first, last)
    if ask.kind in _NAMES_SOMEBODY:
        first = _start_of_name(candidate, first, last)
    if ask.kind == "who":
        last = _end_of_name(candidate, first, last, touching)
    return stretch(candidate, first, last, fit)


def _only_one(scored: Scored, words: Span, touching: Sequence[Point]) -> Point | None:
    """Return the one number that may be meant, of several in its unit that words hold; else None."""
    if len(touching) != 1:
        return None
    shown = scored.candidate.document.text[words.start : words.end]
    unit = next((one.unit for one in find_quantities(touching[0].text)), "")
    return touching[0] if sum(one.unit == unit for one in find_quantities(shown)) > 1 else None


def _is_no_time(candidate: Candidate, words: Span) -> bool:
    """Say whether words tell no time that is asked for.

    They are the name of somebody or some place, or a number of things, or a date that is none of the points there are.
    """
    if any(meet(date, words) for date in dates_in(candidate.document, candidate)):
        return True
    here = candidate.within(words)
    named = any(p.proper and p.start <= here.start and here.end <= p.end for p in found_phrases(candidate.text))
    shown = candidate.document.text[words.start : words.end]
    counted = any(q.unit and not _OF_TIME.search(q.unit) and len(q.text) == len(shown) for q in find_quantities(shown))
    return named or counted


_OF_TIME = re.compile("year|month|week|day|hour|minute|second|century")  # as units are called


def _end_of_name(candidate: Candidate, first: int, last: int, named: Sequence[Point]) -> int:
    """Return where a name ends with which words begin that go on to say what its bearer does (李首相が港).

    A bracket that the words open and leave open is no part of it.
    """
    text = candidate.text[first:last]
    proper = {phrase.end for phrase in found_phrases(candidate.text) if phrase.proper}  # and no bare post (団長)
    inside = [end for p in named if (end := p.span.end - candidate.start) < last and end in proper]
    if inside and _GOES_ON.match(candidate.text, max(inside), last):
        return max(inside)
    opened = max(text.rfind("（"), text.rfind("("))
    return first + opened if opened > 0 and not re.search("[）)]", text[opened:]) else last


def _start_of_name(candidate: Candidate, first: int, last: int) -> int:
    """Return where the name begins with which words end that first say where its bearer is (習近平の両隣にプーチン).

    A name in them before a particle has another part in the sentence.
    """
    people = (p for p in found_phrases(candidate.text) if p.kind == "person" and p.proper)
    inside = [p for p in people if first <= p.start and p.end <= last]
    if candidate.document.lang != "ja" or not inside or inside[-1].end != last or inside[-1].start == first:
        return first
    return inside[-1].start if _OTHER_PART.search(candidate.text[first : inside[-1].start]) else first


def _behind_a_deed(candidate: Candidate, first: int, last: int) -> int:
    """Return where a place begins with which words end that first tell what was done elsewhere (車から降りて正門)."""
    ends = [one.end for one in morphemes(candidate.text[first:last]) if one.pos[:2] == ("助詞", "接続助詞")]
    return first + ends[-1] if ends and first + ends[-1] < last else first


_OTHER_PART = re.compile(r"[にでをが]、?$|から、?$")


def _within(candidate: Candidate, words: Span, found: Sequence[Point], sure: float) -> Point | None:
    """Return a place with the reader's words right behind it, which are a place within it (アルバのケレン)."""
    text = candidate.document.text
    outer = next((p for p in found if p.span.end + 1 == words.start and text[p.span.end] == "の"), None)
    if outer is None or not _NAME_OF_A_PLACE.fullmatch(text, words.start, words.end):
        return None
    fit = max(outer.fit, _OPEN_POINT + (1 - _OPEN_POINT) * sure)
    return stretch(candidate, outer.span.start - candidate.start, words.end - candidate.start, fit)


def _is_no_answer(asked: Asked, ask: Ask, scored: Scored, words: Span, touching: Sequence[Point]) -> bool:
    """Say whether words only say the question again, name nobody who may be asked for, or tell no time."""
    if ask.kind == "when":
        return not touching and _is_no_time(scored.candidate, words)
    if ask.kind in _ADDS_SOMETHING:
        shown = scored.candidate.document.text[words.start : words.end]
        return bool(tokens_of(shown)) and _is_asked(asked, scored.candidate, shown)
    if ask.kind != "who":
        return False
    question = asked.question.text
    other = holds_another(question, scored.candidate, words) or holds_other_office(question, scored.candidate, words)
    return other or repeats(asked, scored.candidate, words)


def _is_asked(asked: Asked, candidate: Candidate, shown: str) -> bool:
    """Say whether words are only the question's own, in its language or in that of the document."""
    if candidate.document.lang == asked.question.lang:
        return asked.says(shown)
    return all(any(term.carried_by(frozenset((t,))) >= _ONE_WORD for term in asked.terms) for _, t in tokens_of(shown))


def _whole_clauses(candidate: Candidate, words: Span, sure: float) -> Point | None:
    """Return the clauses that words touch, or None where they are too long to be a point."""
    first, last = words.start - candidate.start, words.end - candidate.start
    touched = [one for one in split_clauses(candidate.text) if one.start < last and first < one.end]
    if not touched or touched[-1].end - touched[0].start > _LONGEST_POINT:
        return None
    return stretch(candidate, touched[0].start, touched[-1].end, _OPEN_POINT + (1 - _OPEN_POINT) * sure)


_NAME_OF_A_PLACE = re.compile(r"[ァ-ヴー一-鿿・ケヶ\d]{2,20}")
_GOES_ON = re.compile(r"(?:氏|さん)?[がはをにも](?=.)")
# A particle behind a name or a number says what part it has in its sentence, and is none of the answer (9月3日の).
_PARTICLE = re.compile(r"(?:(?<=[一-鿿々ァ-ヺー0-9０-９」』）])|(?<=さん|くん|さま))[はがをの]$")


def _cell(asked: Asked, ask: Ask, scored: Scored, read: Read) -> Point | None:
    """Return the cell of a row that the reader points at; or the point there was where it lacks a count asked for."""
    assert read.words is not None, "asked for the cell of a row without words"
    found = figure_at(scored.candidate, read.words)
    if found is None or (ask.kind == "count" and (found.value is None or not counted_as(found, ask.unit))):
        told = quantity_in(asked, ask, scored.candidate, read.words) if ask.kind == "count" and ask.unit else None
        return scored.point or (told if read.sure >= _SURE_COUNT else None)
    dated = on_the_date(scored.candidate, found, asked.question.dates)
    place = read.words if dated is found else Span(dated.cell.start, dated.cell.end)
    words = cell_words(dated, asked.question.lang)
    return Point(words, place, scored.candidate, _OPEN_POINT + (1 - _OPEN_POINT) * read.sure)
