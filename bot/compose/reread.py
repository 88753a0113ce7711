"""The order of a question's sentences, their points and their marked words, once the small reader has read the best.

Invariant: reading changes the order and the points of sentences and adds none; with every use switched off nothing
changes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.compose.asked import Asked, Point, stretch
from bot.compose.candidates import Candidate
from bot.compose.holders import holds_another
from bot.compose.naming import repeats
from bot.compose.point import needs_type, points
from bot.compose.readings import MOST_READ, Read, SmallReader
from bot.compose.rows import cell_words, figure_at
from bot.compose.scoring import Reading, Scored
from bot.compose.uses import Uses
from bot.confidence import assurance
from bot.question import Ask
from bot.sourcing import OF_A_TABLE
from corpus.document import Span
from corpus.structure.clauses import split_clauses

# Share of the reader's word in a score. Of 500 questions over several documents, written and held back, it brings
# .58 to .74 of the sentences chosen right; of the tuning ones about the written shelf .47 to .68. At .65 a few more are
# right (.54 → .57 of the held gold), but as many questions more are answered that nothing answers.
_READER_COUNTS = 0.5
_MOST_FOREIGN = 6  # sentences of another language read beside the best
_UNREAD = 0.3  # what stands for the reader's word of a note, a table or a heading
_READ = frozenset(("prose", "row"))
_SURE = 0.3  # probability of the answering words from which they count
_LONGEST_POINT = 60  # characters
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
    reread_ = tuple((ask, _reordered(reading.asked, ask, ranked, found, reader.uses)) for ask, ranked in reading.ranked)
    return replace(reading, ranked=reread_)


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
    return tuple(sorted((_read(asked, ask, s, found, uses) for s in ranked), key=lambda s: -s.score))


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

    The latter may be shown completed (翌月). Where the sentence has something of that kind elsewhere, and where the
    words are too long to be a point, the point there was stays.
    """
    words = read.words
    assert words is not None, "asked for the point of a sentence without words"
    if scored.candidate.passage.kind == "row":
        return _cell(asked, ask, scored, read)
    found = points(asked, ask, scored.candidate)
    touching = [p for p in found if p.span.start < words.end and words.start < p.span.end]
    holding = [p for p in touching if p.span.start <= words.start and words.end <= p.span.end]
    if holding and needs_type(ask):  # of a reason or of what was said the reader's words are the sharper point
        return max(holding, key=lambda p: p.fit)
    other = found or ask.kind == "count"  # a number of something else is no answer to how many
    if words.end - words.start > _LONGEST_POINT or (other and not touching) or _is_no_answer(asked, ask, scored, words):
        return scored.point
    if ask.kind == "when" and touching:  # a date is shown completed, whatever stands beside it
        return max(touching, key=lambda p: p.fit)
    candidate = scored.candidate
    if ask.kind == "yes-no":  # whether it is so a clause says, and no name in it
        return _whole_clauses(candidate, words, read.sure) or scored.point
    fit = max((_OPEN_POINT + (1 - _OPEN_POINT) * read.sure, *(p.fit for p in touching)))
    first, last = words.start - candidate.start, words.end - candidate.start
    if candidate.document.lang == "ja" and (particle := _PARTICLE.search(candidate.text[first:last])):
        last = first + particle.start()
    return stretch(candidate, first, last, fit)


def _is_no_answer(asked: Asked, ask: Ask, scored: Scored, words: Span) -> bool:
    """Say whether words name nobody who may be asked for: who the question names, or who holds another post."""
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


# A particle behind a name or a number says what part it has in its sentence, and is none of the answer (9月3日の).
_PARTICLE = re.compile(r"(?:(?<=[一-鿿々ァ-ヺー0-9０-９」』）])|(?<=さん|くん|さま))[はがをの]$")


def _cell(asked: Asked, ask: Ask, scored: Scored, read: Read) -> Point | None:
    """Return the cell of a row that the reader points at; or the point there was where it lacks a count asked for."""
    assert read.words is not None, "asked for the cell of a row without words"
    found = figure_at(scored.candidate, read.words)
    if found is None or (ask.kind == "count" and found.value is None):
        return scored.point
    words = cell_words(found, asked.question.lang)
    return Point(words, read.words, scored.candidate, _OPEN_POINT + (1 - _OPEN_POINT) * read.sure)
