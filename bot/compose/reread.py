"""The order of a question's sentences, their points and their marked words, once the small reader has read the best.

Invariant: reading changes the order and the points of sentences and adds none; with every use switched off nothing
changes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.compose.asked import Asked
from bot.compose.counterparts import Counterparts
from bot.compose.doing import by_deeds
from bot.compose.holding import with_holder_first
from bot.compose.named_people import is_left_out
from bot.compose.pointed import pointed
from bot.compose.readings import MOST_READ, Read, SmallReader
from bot.compose.scoring import Reading, Scored
from bot.compose.uses import Uses
from bot.confidence import assurance
from bot.question import Ask
from bot.sourcing import OF_A_TABLE
from corpus.document import Span

# Share of the reader's word in a score. Of 500 questions over several documents, written and held back, it brings
# .58 to .74 of the sentences chosen right; of the tuning ones about the written shelf .47 to .68. At .65 a few more are
# right (.54 → .57 of the held gold), but as many questions more are answered that nothing answers.
_READER_COUNTS = 0.5
_MOST_FOREIGN = 6  # sentences of another language read beside the best
_UNREAD = 0.3  # what stands for the reader's word of a note, a table or a heading
_LEFT_OUT, _UNLIKELY = 0.3, 0.05  # what is left of a score, and of relevance, where the words are not asked for
_READ = frozenset(("prose", "row"))
_SURE = 0.3  # probability of the answering words from which they count


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


def _said(scored: Scored, words: Span) -> str:
    return scored.candidate.document.text[words.start : words.end]


def _read(asked: Asked, ask: Ask, scored: Scored, found: Mapping[int, Read], uses: Uses) -> Scored:
    read = found.get(id(scored.candidate))
    score, point = scored.score, scored.point
    if uses.rank:
        # the reader has learned from sentences and rows alone
        unread = _UNREAD if scored.candidate.passage.kind not in _READ else 0.0
        score = (1 - _READER_COUNTS) * score + _READER_COUNTS * (assurance(read.relevance) if read else unread)
    if read is None:
        return replace(scored, score=score)
    if read.words is not None and is_left_out(asked, scored.candidate.document, _said(scored, read.words)):
        # the very thing that the question leaves out
        return replace(scored, score=_LEFT_OUT * score, relevance=_UNLIKELY if uses.confidence else None)
    # of several things asked for the reader points at one; a source is not in the sentence whose source it is
    one = len(asked.question.asks) == 1 and ask.kind != "source"
    if uses.point and one and read.words is not None and read.sure >= _SURE:
        point = pointed(asked, ask, scored, read)
    return replace(
        scored,
        score=score,
        point=point,
        marked=read.words if uses.marks and read.sure >= _SURE and ask.kind != "source" else None,
        relevance=read.relevance if uses.confidence else None,
        parts=read.parts if read.sure >= _SURE else (),
    )
