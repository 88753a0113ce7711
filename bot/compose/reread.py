"""The order of a question's sentences, their points and their marked words, once the small reader has read the best.

Invariant: reading changes the order and the points of sentences and adds none; with every use switched off nothing
changes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.compose.asked import Asked, Point, stretch, tokens_of
from bot.compose.candidates import Candidate
from bot.compose.counterparts import Counterparts
from bot.compose.doing import by_deeds
from bot.compose.holders import holds_another
from bot.compose.holding import with_holder_first
from bot.compose.labels import labelled
from bot.compose.naming import repeats
from bot.compose.phrases import found_phrases
from bot.compose.point import needs_type, points
from bot.compose.readings import MOST_READ, Read, SmallReader
from bot.compose.rows import cell_words, counted_as, figure_at
from bot.compose.scoring import Reading, Scored
from bot.compose.uses import Uses
from bot.confidence import assurance
from bot.question import Ask
from bot.sourcing import OF_A_TABLE
from corpus.document import Span
from corpus.places import lies_in, meet
from corpus.structure.clauses import split_clauses
from corpus.structure.quantities import find_quantities

# Share of the reader's word in a score. Of 500 questions over several documents, written and held back, it brings
# .58 to .74 of the sentences chosen right; of the tuning ones about the written shelf .47 to .68. At .65 a few more are
# right (.54 → .57 of the held gold), but as many questions more are answered that nothing answers.
_READER_COUNTS = 0.5
_MOST_FOREIGN = 6  # sentences of another language read beside the best
_UNREAD = 0.3  # what stands for the reader's word of a note, a table or a heading
_READ = frozenset(("prose", "row"))
_SURE = 0.3  # probability of the answering words from which they count
_LONGEST_POINT = 60  # characters
_ADDS_SOMETHING = frozenset(("what", "where", "how", "list"))  # asks whose answer is no word of the question
_OPEN_POINT = 0.4  # fit of words that only the reader says are the answer, where it is least sure


def reread(reading: Reading, reader: SmallReader) -> Reading:
    """Return the reading with its best sentences read by the reader, in their new order."""
    best: dict[int, Scored] = {}
    for _, ranked in reading.ranked:
        for scored in ranked if reading.asked.question.doubts else ranked[:MOST_READ]:
            if id(scored.candidate) not in best or scored.score > best[id(scored.candidate)].score:
                best[id(scored.candidate)] = scored
    chosen = _worth_reading(sorted(best.values(), key=lambda scored: -scored.score), reading.asked)
    chosen = [scored for scored in chosen if scored.candidate.passage.kind in _READ]
    reads = reader.read(reading.asked, [scored.candidate for scored in chosen])
    found = {id(scored.candidate): read for scored, read in zip(chosen, reads, strict=True)}
    again = _in_order(reading, found, reader.uses)
    beside = _held_against(again, found)
    if beside:
        reads = reader.read(reading.asked, [scored.candidate for scored in beside])
        found |= {id(scored.candidate): read for scored, read in zip(beside, reads, strict=True)}
        again = _in_order(reading, found, reader.uses)
    return again


def _in_order(reading: Reading, found: Mapping[int, Read], uses: Uses) -> Reading:
    """Return a reading in the order that what the reader said of some of its sentences gives."""
    ranked = tuple((ask, _reordered(reading.asked, ask, ranked, found, uses)) for ask, ranked in reading.ranked)
    return replace(reading, ranked=ranked)


def _held_against(reading: Reading, found: Mapping[int, Read]) -> list[Scored]:
    """Return sentences that have not been read and come near the best in words, where sources are said to differ."""
    if not reading.asked.question.doubts:
        return []
    near = (
        item
        for _, ranked in reading.ranked
        if ranked
        for item in Counterparts(reading.asked, ranked).nearest(ranked[0].candidate)
    )
    unread = {id(item.candidate): item for item in near if id(item.candidate) not in found}
    return [item for item in unread.values() if item.candidate.passage.kind in _READ]


def _worth_reading(best: Sequence[Scored], asked: Asked) -> list[Scored]:
    """Return the best sentences; where sources are said to differ, also the best in every other language."""
    chosen = list(best[:MOST_READ])
    if not asked.question.doubts:
        return chosen
    rest: dict[str, list[Scored]] = {}
    for scored in best[MOST_READ:]:
        rest.setdefault(scored.candidate.document.lang, []).append(scored)
    return chosen + [one for lang, more in rest.items() if lang != asked.question.lang for one in more[:_MOST_FOREIGN]]


def _reordered(
    asked: Asked, ask: Ask, ranked: Sequence[Scored], found: Mapping[int, Read], uses: Uses
) -> tuple[Scored, ...]:
    if ask.kind == "source" and OF_A_TABLE.search(asked.question.text):  # of the whole of it, and no row says that
        return tuple(sorted(ranked, key=lambda scored: scored.candidate.passage.kind != "row"))
    read = sorted((_read(asked, ask, s, found, uses) for s in ranked), key=lambda s: -s.score)
    return by_deeds(asked, ask, with_holder_first(asked, ask, read))


def _read(asked: Asked, ask: Ask, scored: Scored, found: Mapping[int, Read], uses: Uses) -> Scored:
    read = found.get(id(scored.candidate))
    score, point = scored.score, scored.point
    if uses.rank:
        # the reader has learned from sentences and rows alone
        unread = _UNREAD if scored.candidate.passage.kind not in _READ else 0.0
        score = (1 - _READER_COUNTS) * score + _READER_COUNTS * (assurance(read.relevance) if read else unread)
    if read is None:
        return replace(scored, score=score)
    # of several things asked for the reader points at one; a source is not in the sentence whose source it is
    one = len(asked.question.asks) == 1 and ask.kind != "source"
    if uses.point and one and read.words is not None and read.sure >= _SURE:
        point = _pointed(asked, ask, scored, read)
    return replace(
        scored,
        score=score,
        point=point,
        marked=read.words if uses.marks and read.sure >= _SURE and ask.kind != "source" else None,
        relevance=read.relevance if uses.confidence else None,
        parts=read.parts if read.sure >= _SURE else (),
    )


def _pointed(asked: Asked, ask: Ask, scored: Scored, read: Read) -> Point | None:
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
    if words.end - words.start > _LONGEST_POINT or (other and not touching) or _is_no_answer(asked, ask, scored, words):
        return scored.point
    if ask.kind == "count" and (named := labelled(asked, touching)):
        return named
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
    if ask.kind == "who":
        last = _end_of_name(candidate, first, last, touching)
    return stretch(candidate, first, last, fit)


def _is_no_time(candidate: Candidate, words: Span) -> bool:
    """Say whether words are the name of somebody or some place, or a number of things, which tells no time."""
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


def _within(candidate: Candidate, words: Span, found: Sequence[Point], sure: float) -> Point | None:
    """Return a place with the reader's words right behind it, which are a place within it (アルバのケレン)."""
    text = candidate.document.text
    outer = next((p for p in found if p.span.end + 1 == words.start and text[p.span.end] == "の"), None)
    if outer is None or not _NAME_OF_A_PLACE.fullmatch(text, words.start, words.end):
        return None
    fit = max(outer.fit, _OPEN_POINT + (1 - _OPEN_POINT) * sure)
    return stretch(candidate, outer.span.start - candidate.start, words.end - candidate.start, fit)


def _is_no_answer(asked: Asked, ask: Ask, scored: Scored, words: Span) -> bool:
    """Say whether words only say the question again, name nobody who may be asked for, or tell no time."""
    if ask.kind == "when":
        return _is_no_time(scored.candidate, words)
    if ask.kind in _ADDS_SOMETHING:
        shown = scored.candidate.document.text[words.start : words.end]
        return bool(tokens_of(shown)) and asked.says(shown)
    if ask.kind != "who":
        return False
    return repeats(asked, scored.candidate, words) or holds_another(asked.question.text, scored.candidate, words)


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
        return scored.point
    words = cell_words(found, asked.question.lang)
    return Point(words, read.words, scored.candidate, _OPEN_POINT + (1 - _OPEN_POINT) * read.sure)
