"""Make training examples of passages and questions written for this purpose: ``python -m retrieval.reader.written``.

One passage a line of JSON: ``title``, ``section``, ``date``, ``sentences`` and ``questions``, each with the question
``q``, its ``lang`` and ``kind``, and ``answers``: the number ``s`` of a sentence that answers, and the ``words`` of it
that do; none where the passage comes near and does not answer.

Invariant: a window is what answers read too, a sentence with the one before it, or another run of sentences; it answers
where it holds a sentence that does. The windows of one question are one group, of one passage but for the last.
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from retrieval.lexical import LexicalIndex
from retrieval.reader.data import LONGEST_WINDOW, MOST_SENTENCES
from retrieval.reader.encode import about
from retrieval.reader.example import Example
from retrieval.reader.making import answer_places, read_rows, shuffled, some_of, write_examples

_PARTS_LEFT_OUT = 0.25  # of the parts of a context, for there are documents without date or headings
_NEGATIVES = 3  # of one passage


@dataclass(frozen=True, slots=True)
class WrittenQuestion:
    """A question of a passage with the sentences that answer it, each with the place of its words within it."""

    text: str
    lang: str
    kind: str
    answers: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True)
class WrittenPassage:
    """A passage with what is asked about it."""

    title: str
    section: str
    date: str
    sentences: tuple[str, ...]
    asked: tuple[WrittenQuestion, ...]


def read_written(path: Path) -> Iterator[WrittenPassage]:
    """Yield the passages of a file. Raises OSError, and ValueError with file and line for words that are not there."""
    for place, row in read_rows(path):
        try:
            asked = tuple(_question(row["sentences"], question) for question in row["questions"])
        except (ValueError, IndexError) as error:
            raise ValueError(f"{place}: an answer is not in its sentence ({error})") from error
        yield WrittenPassage(row["title"], row["section"], row["date"], tuple(row["sentences"]), asked)


def _question(sentences: Sequence[str], row: dict[str, Any]) -> WrittenQuestion:
    found = answer_places((answer["s"], sentences[answer["s"]], answer["words"]) for answer in row["answers"])
    answers = tuple((at, start, end) for at, (start, end) in sorted(found.items()))
    return WrittenQuestion(row["q"], row["lang"], row["kind"], answers)


class Maker:
    """Makes the examples of written passages."""

    def __init__(self, passages: Sequence[WrittenPassage], seed: int) -> None:
        self.chance = random.Random(seed)
        self._passages = passages
        with tempfile.TemporaryDirectory() as directory:
            self._index = LexicalIndex.build(["\n".join(p.sentences) for p in passages], Path(directory) / "bm25")

    def groups(self) -> Iterator[list[Example]]:
        """Yield the examples of every question, in a random order of the questions."""
        asked = ((passage, question) for passage in self._passages for question in passage.asked)
        for group, (passage, question) in shuffled(asked, self.chance):
            yield self._examples(passage, question, group)

    def _examples(self, passage: WrittenPassage, question: WrittenQuestion, group: int) -> list[Example]:
        context = self._context(passage)
        made: list[Example] = []
        if question.answers:
            at, start, end = self.chance.choice(question.answers)
            first, last = self._window(passage, at)
            text = _joined(passage, first, last)
            shift = len(_joined(passage, first, at + 1)) - len(passage.sentences[at])
            made.append(Example(question.text, context, text, True, shift + start, shift + end, group))
        answering = {at for at, _, _ in question.answers}
        others = [at for at in range(len(passage.sentences)) if at not in answering]
        self.chance.shuffle(others)
        for at in others[:_NEGATIVES]:
            first, last = self._window(passage, at, answering)
            made.append(Example(question.text, context, _joined(passage, first, last), False, group=group))
        elsewhere = self._elsewhere(passage, question)
        if elsewhere is not None:
            at = self.chance.randrange(len(elsewhere.sentences))
            text = _joined(elsewhere, *self._window(elsewhere, at))
            made.append(Example(question.text, self._context(elsewhere), text, False, group=group))
        return made

    def _window(
        self, passage: WrittenPassage, at: int, without: frozenset[int] | set[int] = frozenset()
    ) -> tuple[int, int]:
        """Return a run of sentences [first, last) that holds one and none of others."""
        chance = self.chance.random()
        first, last = (at, at + 1) if chance < 0.35 else (at - 1, at + 1) if chance < 0.75 else (at, at + 2)
        if chance > 0.9:
            first, last = at - 1, at - 1 + MOST_SENTENCES
        first, last = max(first, 0), min(last, len(passage.sentences))
        while without & set(range(first, at)) or (first < at and len(_joined(passage, first, last)) > LONGEST_WINDOW):
            first += 1
        while without & set(range(at, last)) or (last > at + 1 and len(_joined(passage, first, last)) > LONGEST_WINDOW):
            last -= 1
        return first, last

    def _context(self, passage: WrittenPassage) -> str:
        parts = (passage.section, passage.title, "", passage.date)
        return about(*some_of(parts, _PARTS_LEFT_OUT, self.chance))

    def _elsewhere(self, passage: WrittenPassage, question: WrittenQuestion) -> WrittenPassage | None:
        scores = self._index.scores(question.text)
        order = [int(row) for row in (-scores).argsort()[:4] if self._passages[int(row)] is not passage]
        return self._passages[self.chance.choice(order)] if order else None


def _joined(passage: WrittenPassage, first: int, last: int) -> str:
    """Return a run of sentences as they stand in a paragraph: with a space between them where they end in ASCII."""
    return (" " if passage.sentences[0][-1].isascii() else "").join(passage.sentences[first:last])


def _epochs(passages: Sequence[WrittenPassage], count: int) -> Iterable[list[Example]]:
    return chain.from_iterable(Maker(passages, seed).groups() for seed in range(count))


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the examples of the files given, one a line."""
    write_examples(__doc__, arguments, read_written, _epochs)


if __name__ == "__main__":
    main()
