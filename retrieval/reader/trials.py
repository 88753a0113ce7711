"""What the reader is measured on: windows of a collection, questions with their answers, and hybrid candidates.

Invariant: candidates are found as the product finds them, by meaning and by words, fused as `retrieval.fusion` does.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from corpus.document import Span
from corpus.structure.sentences import split_sentences
from retrieval.embedding import load_embedder
from retrieval.fusion import dense_weight, fuse
from retrieval.lexical import LexicalIndex
from retrieval.ports import Embedder
from retrieval.reader.data import apart, read_jaquad

Cut = Callable[[str], Sequence[Span]]
CUTS: dict[str, Cut] = {"sentence": split_sentences, "window": lambda text: tuple(apart(text))}


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph of a collection, under the title of its article."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Trial:
    """A question, the row of the paragraph that answers it, and the answers that count as right."""

    question: str
    paragraph: int
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Collection:
    """Paragraphs and what is asked about them."""

    key: str
    name: str
    texts: tuple[Text, ...]
    trials: tuple[Trial, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A window of a paragraph."""

    paragraph: int
    title: str
    text: str

    def answers(self, trial: Trial) -> bool:
        """Say whether this window holds the answer of a question, in the paragraph that was asked about."""
        return self.paragraph == trial.paragraph and any(answer in self.text for answer in trial.answers)


def jaquad_held(path: Path) -> Collection:
    """Return the held articles of JaQuAD."""
    paragraphs = read_jaquad(path, held=True)
    texts = tuple(Text(p.title, p.text) for p in paragraphs)
    trials = tuple(Trial(a.question, row, (a.answer,)) for row, p in enumerate(paragraphs) for a in p.asked)
    return Collection("jaquad", "JaQuAD, held articles", texts, trials)


def jsquad(path: Path) -> Collection:
    """Return JSQuAD's validation part."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    passages = [row["passage"] for row in rows if "passage" in row]
    places = {passage["id"]: row for row, passage in enumerate(passages)}
    texts = tuple(Text(passage["title"], passage["text"]) for passage in passages)
    asked = [row["question"] for row in rows if "question" in row]
    trials = tuple(Trial(q["question"], places[q["passage"]], tuple(q["answers"])) for q in asked)
    return Collection("jsquad", "JSQuAD validation", texts, trials)


def pieces(collection: Collection, cut: Cut) -> tuple[Piece, ...]:
    """Return the windows of a collection."""
    return tuple(
        Piece(row, item.title, item.text[span.start : span.end])
        for row, item in enumerate(collection.texts)
        for span in cut(item.text)
    )


class Hybrid:
    """Hybrid retrieval over windows."""

    def __init__(self, windows: Sequence[Piece], directory: Path) -> None:
        texts = [f"{piece.title}\n{piece.text}" for piece in windows]
        self._words = LexicalIndex.build(texts, directory)
        embedder = load_embedder()
        assert embedder is not None
        self._embedder: Embedder = embedder
        self._vectors = embedder.passages(texts)

    def best(self, question: str, limit: int) -> list[int]:
        """Return the rows of the best windows for a question, best first."""
        cosines = self._vectors @ self._embedder.queries([question])[0]
        scores = self._words.scores(question)
        coverage = float(self._words.coverages(t.term for t in self._words.tokenize(question)).max())
        near, worded = (np.argsort(-values, kind="stable")[:100] for values in (cosines, scores))
        fused = fuse(
            {f"{row:06}": float(cosines[row]) for row in near},
            {f"{row:06}": float(scores[row]) for row in worded},
            dense_weight(coverage, words_shared=True),
        )
        return [int(key) for key, _score in fused[:limit]]
