"""Make the reader's training examples: ``python -m retrieval.reader.prepare JAQUAD OUT``.

For every question one window that answers it, two hard negatives (one of the same article, one of those that BM25 ranks
first elsewhere, without the answer's words; of each the one that the reader so far takes for an answer, where one is
given) and, for a part of them, the answering window under a question whose year, number, person or place was exchanged.
The examples of a question stay together, as one group; questions come in a random order.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from corpus.places import lies_in
from retrieval.lexical import LexicalIndex
from retrieval.reader.data import Asked, Paragraph, apart, read_jaquad, windows
from retrieval.reader.example import Example, to_line
from retrieval.reader.model import Reader, Window
from retrieval.reader.swap import pool, swapped

_SWAPPED_SHARE = 0.5  # of the questions that name something: about a third of all
_CONTEXT_SHARE = 0.7  # the others learn to do without
_CANDIDATES = 12
_MOST_READ = 4  # of each kind, where a reader chooses the negatives

Relevance = Callable[[str, Sequence[Window]], Sequence[float]]


class _Maker:
    """Makes the examples of a set of paragraphs."""

    def __init__(self, paragraphs: Sequence[Paragraph], seed: int, relevance: Relevance | None = None) -> None:
        self.chance = random.Random(seed)
        self._relevance = relevance
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
        spans = [s for s in windows(paragraph.text) if lies_in(asked, s)]
        if not spans:
            return
        span = self.chance.choice(spans)
        window = paragraph.text[span.start : span.end]
        title = paragraph.title if self.chance.random() < _CONTEXT_SHARE else ""
        yield Example(asked.question, title, window, True, asked.start - span.start, asked.end - span.start)
        for negative in self._negatives(paragraph, asked, bool(title)):
            yield Example(asked.question, negative.context, negative.text, False)
        if self.chance.random() < _SWAPPED_SHARE:
            near = self._near[paragraph.title]
            wrong = swapped(asked.question, window, title, near, self._names, self.chance)
            if wrong is not None:
                yield Example(wrong, title, window, False)

    def _negatives(self, paragraph: Paragraph, asked: Asked, titled: bool) -> Iterator[Window]:
        """Yield a window of the same article and one of another that share most with the question, but no answer."""
        scores = self._index.scores(asked.question)
        same = self._titles == paragraph.title
        for likely in (np.where(same, scores + 1e-3, 0), np.where(same, 0, scores)):
            best = np.argpartition(-likely, _CANDIDATES)[:_CANDIDATES]
            found = [self._windows[row] for row in best[np.argsort(-likely[best])] if likely[row] > 0]
            near = [Window(text, title if titled else "") for title, text in found if asked.answer not in text]
            if near:
                yield self._hardest(asked.question, near)

    def _hardest(self, question: str, near: Sequence[Window]) -> Window:
        if self._relevance is None:
            return near[min(int(self.chance.expovariate(0.5)), len(near) - 1)]
        near = near[:_MOST_READ]
        relevances = self._relevance(question, near)
        return near[max(range(len(near)), key=relevances.__getitem__)]


def examples(
    paragraphs: Sequence[Paragraph], seed: int, most: int | None = None, relevance: Relevance | None = None
) -> Iterator[Example]:
    """Yield the examples of at most so many questions of these paragraphs, in a random order of the questions.

    With ``relevance`` (of windows for a question, in their order) the likeliest of the near windows is the negative.
    """
    maker = _Maker(paragraphs, seed, relevance)
    asked = [(paragraph, question) for paragraph in paragraphs for question in paragraph.asked]
    maker.chance.shuffle(asked)
    for group, (paragraph, question) in enumerate(asked[:most]):
        for example in maker.examples(paragraph, question):
            yield replace(example, group=group)


def _relevance(reader: Reader) -> Relevance:
    return lambda question, near: [reading.relevance for reading in reader.read(question, near)]


def main(arguments: Sequence[str] | None = None) -> None:
    """Write ``train.jsonl`` and ``dev.jsonl`` (of the held articles) into a directory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("jaquad", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--dev", type=int, default=300, help="questions of the held articles to follow training by")
    parser.add_argument("--most", type=int, help="questions to train on")
    parser.add_argument("--seed", type=int, default=0, help="which of them, and with which windows")
    parser.add_argument("--mine", action="store_true", help="let the shipped reader choose the negatives")
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    relevance = _relevance(Reader()) if options.mine else None
    for name, held, most in (("dev", True, options.dev), ("train", False, options.most)):
        with (options.out / f"{name}.jsonl").open("w", encoding="utf-8") as file:
            for example in examples(read_jaquad(options.jaquad, held), options.seed, most, relevance):
                file.write(to_line(example))
                file.flush()


if __name__ == "__main__":
    main()
