"""Make training examples of questions over several passages: ``python -m retrieval.reader.grouped OUT FILES``.

One matter a line of JSON: ``passages`` of several documents that speak of it (``doc``, ``section``, ``author``,
``date``, ``sentences``) and ``questions``, each with the question ``q``, the ``turns`` before it, its ``lang`` and
``kind``, and ``answers``: the number ``p`` of a passage, the number ``s`` of a sentence of it that answers, and the
``words`` of it that do.

Invariant: a window is what answers read, a sentence with the one before it where they are short enough, or alone; it
answers where its sentence does. What does not answer is drawn from all passages of the matter and from other matters,
most from what comes nearest to the question, for this is what an answer is chosen among.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np

from retrieval.embedding import E5Embedder
from retrieval.ports import Embedder, Vectors
from retrieval.reader.data import LONGEST_WINDOW
from retrieval.reader.encode import about
from retrieval.reader.example import Example
from retrieval.reader.making import answer_places, read_rows, shuffled, some_of, with_turns, write_examples

_ALONE = 0.2  # of the windows are a sentence without the one before it
_PARTS_LEFT_OUT = 0.25  # of the parts of a context, for there are documents without author, date or headings
_POSITIVES, _NEGATIVES, _ELSEWHERE = 2, 5, 2
_NEAREST = 14  # sentences of the matter that most of what does not answer is drawn from
_NEAREST_ELSEWHERE = 8  # of other matters, for a shelf tells of several, and much is told alike
_SOFT = 0.03  # of cosine: how much less often a sentence that much less near is drawn


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of a matter, with the one before it in its passage and what says what both are about."""

    text: str
    before: str
    section: str
    title: str
    author: str
    date: str

    def joined(self, alone: bool) -> tuple[str, int]:
        """Return the window and where the sentence begins in it."""
        space = " " if self.before and self.before[-1].isascii() else ""
        if alone or not self.before or len(self.before) + len(space) + len(self.text) > LONGEST_WINDOW:
            return self.text, 0
        return self.before + space + self.text, len(self.before) + len(space)


@dataclass(frozen=True, slots=True)
class MatterQuestion:
    """A question with the place of the answering words in each sentence of the matter that answers, by its number."""

    text: str
    lang: str
    kind: str
    answers: Mapping[int, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Matter:
    """The sentences of several passages about one matter, and what is asked about it."""

    told: tuple[Told, ...]
    asked: tuple[MatterQuestion, ...]


def read_matters(path: Path) -> Iterator[Matter]:
    """Yield the matters of a file. Raises OSError, and ValueError with file and line for words that are not there."""
    for place, row in read_rows(path):
        numbers = {
            (p, s): at
            for at, (p, s) in enumerate(
                (p, s) for p, passage in enumerate(row["passages"]) for s in range(len(passage["sentences"]))
            )
        }
        told = tuple(told for passage in row["passages"] for told in _told(passage))
        try:
            asked = tuple(_question(told, numbers, question) for question in row["questions"])
        except (ValueError, KeyError) as error:
            raise ValueError(f"{place}: an answer is not in its sentence ({error})") from error
        yield Matter(told, asked)


def _told(passage: Mapping[str, Any]) -> Iterator[Told]:
    before = ""
    for sentence in passage["sentences"]:
        yield Told(sentence, before, passage["section"], passage["doc"], passage["author"], passage["date"])
        before = sentence


def _question(told: Sequence[Told], numbers: Mapping[tuple[int, int], int], row: Mapping[str, Any]) -> MatterQuestion:
    answers = ((numbers[answer["p"], answer["s"]], answer["words"]) for answer in row["answers"])
    found = answer_places((at, told[at].text, words) for at, words in answers)
    return MatterQuestion(with_turns(row), row["lang"], row["kind"], found)


class Maker:
    """Makes the examples of matters, anew each time it is asked to."""

    def __init__(self, matters: Sequence[Matter], embedder: Embedder, seed: int) -> None:
        self.chance = random.Random(seed)
        self._matters = matters
        told = [embedder.passages([told.text for told in matter.told]) for matter in matters]
        asked = [embedder.queries([question.text for question in matter.asked]) for matter in matters]
        self._near = [questions @ sentences.T for questions, sentences in zip(asked, told, strict=True)]
        self._elsewhere = _nearest_elsewhere(matters, asked, told)

    def groups(self) -> Iterator[list[Example]]:
        """Yield the examples of every question, in a random order of the questions."""
        asked = (
            (matter, question, near, elsewhere)
            for matter, rows, others in zip(self._matters, self._near, self._elsewhere, strict=True)
            for question, near, elsewhere in zip(matter.asked, rows, others, strict=True)
        )
        for group, (matter, question, near, elsewhere) in shuffled(asked, self.chance):
            made = self._examples(matter, question, near, group)
            for told in self.chance.sample(elsewhere, min(_ELSEWHERE, len(elsewhere))):
                window, _ = told.joined(self.chance.random() < _ALONE)
                made.append(Example(question.text, self._context(told), window, False, group=group))
            yield made

    def _examples(self, matter: Matter, question: MatterQuestion, near: Vectors, group: int) -> list[Example]:
        answering = list(question.answers)
        self.chance.shuffle(answering)
        made = []
        for at in answering[:_POSITIVES]:
            start, end = question.answers[at]
            window, shift = matter.told[at].joined(self.chance.random() < _ALONE)
            context = self._context(matter.told[at])
            made.append(Example(question.text, context, window, True, shift + start, shift + end, group))
        for at in self._others(question, near):
            # with the answer before it, it would answer
            alone = at - 1 in question.answers or self.chance.random() < _ALONE
            window, _ = matter.told[at].joined(alone)
            made.append(Example(question.text, self._context(matter.told[at]), window, False, group=group))
        return made

    def _others(self, question: MatterQuestion, near: Vectors) -> list[int]:
        """Return sentences of the matter that do not answer, the more likely the nearer they are."""
        close = [int(at) for at in np.argsort(-near) if int(at) not in question.answers][:_NEAREST]
        weights = [float(np.exp((near[at] - near[close[0]]) / _SOFT)) for at in close]
        # without replacement: each draws the largest of u^(1/w)
        keys = {at: self.chance.random() ** (1 / max(weight, 1e-6)) for at, weight in zip(close, weights, strict=True)}
        return sorted(close, key=lambda at: -keys[at])[:_NEGATIVES]

    def _context(self, told: Told) -> str:
        parts = (told.section, told.title, told.author, told.date)
        return about(*some_of(parts, _PARTS_LEFT_OUT, self.chance))


def _nearest_elsewhere(
    matters: Sequence[Matter], asked: Sequence[Vectors], told: Sequence[Vectors]
) -> list[list[list[Told]]]:
    """Return for every matter and question of it the sentences of the other matters that come nearest."""
    every = [told for matter in matters for told in matter.told]
    vectors = np.concatenate(told)
    found, first = [], 0
    for matter, questions in zip(matters, asked, strict=True):
        likeness = questions @ vectors.T
        likeness[:, first : first + len(matter.told)] = -np.inf
        first += len(matter.told)
        nearest = np.argsort(-likeness, axis=1)[:, : min(_NEAREST_ELSEWHERE, len(every) - len(matter.told))]
        found.append([[every[int(at)] for at in row] for row in nearest])
    return found


def _epochs(matters: Sequence[Matter], count: int) -> Iterable[list[Example]]:
    maker = Maker(matters, E5Embedder(), 0)
    return chain.from_iterable(maker.groups() for _ in range(count))


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the examples of the files given, one a line."""
    write_examples(__doc__, arguments, read_matters, _epochs)


if __name__ == "__main__":
    main()
