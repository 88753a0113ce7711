"""The order of a question's sentences, their points and their marked words, once the small reader has read the best.

Invariant: reading changes the order and the points of sentences and adds none; with every use switched off nothing
changes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.compose.asked import Asked, Point, stretch
from bot.compose.extractive import Reading, Scored
from bot.compose.point import needs_type, points
from bot.compose.readings import MOST_READ, Read, SmallReader
from bot.compose.uses import Uses
from bot.question import Ask
from corpus.document import Span

READS_QUESTIONS_IN = frozenset(("ja",))
"""Languages of questions for which the reader's word counts. It learned from Japanese ones alone: on the tuning gold
its relevance does not tell answerable from unanswerable in English and Korean, and costs answers in Chinese."""

# Share of the reader's relevance in a sentence's score: on the tuning gold .1 to .2 are alike, from .3 on sentences
# that merely look like an answer come before those that carry the question.
_RELEVANCE_COUNTS = 0.15
_SURE = 0.3  # probability of the answering words from which they count
_LONGEST_POINT = 40  # characters
_OPEN_POINT = 0.4  # fit of words that only the reader says are the answer
_NAMING = frozenset(("what", "list"))  # kinds whose answer may be any words


def reread(reading: Reading, reader: SmallReader) -> Reading:
    """Return the reading with its best sentences read by the reader, in their new order.

    A question in a language that the reader does not know is left as it is.
    """
    if reading.asked.question.lang not in READS_QUESTIONS_IN:
        return reading
    best: dict[int, Scored] = {}
    for _, ranked in reading.ranked:
        for scored in ranked[:MOST_READ]:
            if id(scored.candidate) not in best or scored.score > best[id(scored.candidate)].score:
                best[id(scored.candidate)] = scored
    chosen = sorted(best.values(), key=lambda scored: -scored.score)[:MOST_READ]
    reads = reader.read(reading.asked, [scored.candidate for scored in chosen])
    found = {id(scored.candidate): read for scored, read in zip(chosen, reads, strict=True)}
    reread_ = tuple((ask, _reordered(reading.asked, ask, ranked, found, reader.uses)) for ask, ranked in reading.ranked)
    return replace(reading, ranked=reread_)


def _reordered(
    asked: Asked, ask: Ask, ranked: Sequence[Scored], found: Mapping[int, Read], uses: Uses
) -> tuple[Scored, ...]:
    return tuple(sorted((_read(asked, ask, s, found, uses) for s in ranked), key=lambda s: -s.score))


def _read(asked: Asked, ask: Ask, scored: Scored, found: Mapping[int, Read], uses: Uses) -> Scored:
    read = found.get(id(scored.candidate))
    score, point = scored.score, scored.point
    if uses.rank:
        relevance = read.relevance if read else 0.0
        score = (1 - _RELEVANCE_COUNTS) * score + _RELEVANCE_COUNTS * relevance
    if read is None:
        return replace(scored, score=score)
    if uses.point and read.words is not None and read.sure >= _SURE:
        point = _pointed(asked, ask, scored, read.words)
    return replace(
        scored,
        score=score,
        point=point,
        marked=read.words if uses.marks and read.sure >= _SURE else None,
        relevance=read.relevance if uses.confidence else None,
    )


def _pointed(asked: Asked, ask: Ask, scored: Scored, words: Span) -> Point | None:
    """Return the point of the kind asked for that the reader's words touch; else the point there was.

    Where the answer has no form of its own, the words themselves are the point if they are short.
    """
    touching = [
        p for p in points(asked, ask, scored.candidate) if p.span.start < words.end and words.start < p.span.end
    ]
    if touching:
        return max(touching, key=lambda p: p.fit)
    if needs_type(ask) or ask.kind not in _NAMING or words.end - words.start > _LONGEST_POINT:
        return scored.point
    candidate = scored.candidate
    return stretch(candidate, words.start - candidate.start, words.end - candidate.start, _OPEN_POINT)
