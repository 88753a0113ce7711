"""Make the reader's training examples: ``python -m retrieval.reader.prepare JAQUAD OUT``.

For every question one window that answers it, one hard negative (of the same article, or of those that BM25 ranks
first elsewhere, without the answer's words) and, for a part of them, the answering window under a question whose year,
number, person or place was exchanged. The examples of a question stay together; questions come in a random order.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from retrieval.lexical import LexicalIndex
from retrieval.reader.data import Asked, Paragraph, apart, read_jaquad, windows
from retrieval.reader.swap import pool, swapped

_SWAPPED_SHARE = 0.5  # of the questions that name something: about a third of all
_CONTEXT_SHARE = 0.7  # the others learn to do without
_SAME_ARTICLE_SHARE = 0.4
_CANDIDATES = 12


@dataclass(frozen=True, slots=True)
class Example:
    """A question and a window; where it answers, the place of the answer in the window."""

    question: str
    context: str
    window: str
    answers: bool
    start: int = 0
    end: int = 0


class _Maker:
    """Makes the examples of a set of paragraphs."""

    def __init__(self, paragraphs: Sequence[Paragraph], seed: int) -> None:
        self.chance = random.Random(seed)
        self._windows = [(p.title, p.text[s.start : s.end]) for p in paragraphs for s in apart(p.text)]
        self._titles = np.array([title for title, _window in self._windows])
        with tempfile.TemporaryDirectory() as directory:
            self._index = LexicalIndex.build([window for _title, window in self._windows], Path(directory) / "bm25")
        self._names = pool(a.question for p in paragraphs for a in p.asked)
        self._near: dict[str, list[str]] = defaultdict(list)
        for paragraph in paragraphs:
            found = pool(a.question for a in paragraph.asked)
            self._near[paragraph.title] += [name for names in found.values() for name in names]

    def examples(self, paragraph: Paragraph, asked: Asked) -> Iterator[Example]:
        """Yield the examples of one question; none where no window holds its answer."""
        spans = [s for s in windows(paragraph.text) if s.start <= asked.start and asked.end <= s.end]
        if not spans:
            return
        span = self.chance.choice(spans)
        window = paragraph.text[span.start : span.end]
        title = paragraph.title if self.chance.random() < _CONTEXT_SHARE else ""
        yield Example(asked.question, title, window, True, asked.start - span.start, asked.end - span.start)
        negative = self._negative(paragraph, asked)
        if negative is not None:
            yield Example(asked.question, negative[0] if title else "", negative[1], False)
        if self.chance.random() < _SWAPPED_SHARE:
            near = self._near[paragraph.title]
            wrong = swapped(asked.question, window, title, near, self._names, self.chance)
            if wrong is not None:
                yield Example(wrong, title, window, False)

    def _negative(self, paragraph: Paragraph, asked: Asked) -> tuple[str, str] | None:
        scores = self._index.scores(asked.question)
        same = self._titles == paragraph.title
        if self.chance.random() < _SAME_ARTICLE_SHARE:
            scores = np.where(same, scores + 1e-3, 0)
        else:
            scores = np.where(same, 0, scores)
        best = np.argpartition(-scores, _CANDIDATES)[:_CANDIDATES]
        found = [self._windows[row] for row in best[np.argsort(-scores[best])] if scores[row] > 0]
        found = [item for item in found if asked.answer not in item[1]]
        return found[min(int(self.chance.expovariate(0.5)), len(found) - 1)] if found else None


def examples(paragraphs: Sequence[Paragraph], seed: int, most: int | None = None) -> Iterator[Example]:
    """Yield the examples of at most so many questions of these paragraphs, in a random order of the questions."""
    maker = _Maker(paragraphs, seed)
    asked = [(paragraph, question) for paragraph in paragraphs for question in paragraph.asked]
    maker.chance.shuffle(asked)
    for paragraph, question in asked[:most]:
        yield from maker.examples(paragraph, question)


def main(arguments: Sequence[str] | None = None) -> None:
    """Write ``train.jsonl`` and ``dev.jsonl`` (of the held articles) into a directory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("jaquad", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--dev", type=int, default=300, help="questions of the held articles to follow training by")
    parser.add_argument("--epochs", type=int, default=3, help="how often each question comes, each time made anew")
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    for name, held, most, epochs in (("dev", True, options.dev, 1), ("train", False, None, options.epochs)):
        with (options.out / f"{name}.jsonl").open("w", encoding="utf-8") as file:
            for seed in range(epochs):
                for example in examples(read_jaquad(options.jaquad, held), seed, most):
                    file.write(json.dumps(asdict(example), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
