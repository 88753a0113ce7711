"""Learn the adapter anew: ``python -m retrieval.adapter.train OUT [--jaquad FILE]``; numpy does, in some minutes.

Every question of the files beside the small reader is put to all texts at once: the loss is the logarithm of the share,
in a softmax of the cosines, of the texts that answer it. The matrix begins as the identity and is held near it.

Invariant: the same files and options give the same matrix; what is held back is only measured.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from retrieval.adapter.examples import Examples, read_examples
from retrieval.embedding import DIMENSION, E5Embedder
from retrieval.ports import Embedder, Vectors
from retrieval.reader.data import read_jaquad

Numbers = NDArray[np.floating]  # vectors in 32 bits, or in 64 where a slope is checked
Rows = Sequence[int] | NDArray[np.intp]
_WRITTEN = Path(__file__).parent.parent / "reader" / "written"
_BATCH = 256  # questions
_FIRST, _SECOND, _TINY = 0.9, 0.999, 1e-8  # Adam's
_TINIEST = 1e-30  # share of what answers


@dataclass(frozen=True, slots=True)
class Recipe:
    """How the matrix is learned; set once and not searched (`MODEL_CARD.md`)."""

    temperature: float = 0.012
    identity: float = 1e-3  # weight of the squared distance to the identity
    rate: float = 1e-3  # falls to nothing
    epochs: int = 6
    seed: int = 0


@dataclass(frozen=True)
class Embedded:
    """Examples as vectors: questions, texts, and which texts answer which question."""

    questions: Numbers
    texts: Numbers
    answers: Sequence[Sequence[int]]


def embedded(examples: Examples, embedder: Embedder) -> Embedded:
    """Return the vectors of examples. Raises ModelError."""
    questions = embedder.queries([asked.text for asked in examples.asked])
    return Embedded(questions, embedder.passages(examples.texts), [asked.answers for asked in examples.asked])


def learned(data: Embedded, recipe: Recipe) -> Vectors:
    """Return the matrix that turns questions towards what answers them, shape (dimension, dimension)."""
    chance = np.random.default_rng(recipe.seed)
    identity = np.eye(data.questions.shape[1], dtype=np.float32)
    matrix: Numbers = identity.copy()
    mean: Numbers = np.zeros_like(identity)
    square: Numbers = np.zeros_like(identity)
    steps = recipe.epochs * -(-len(data.answers) // _BATCH)
    step = 0
    for _ in range(recipe.epochs):
        order = chance.permutation(len(data.answers))
        for rows in np.split(order, range(_BATCH, len(order), _BATCH)):
            step += 1
            gradient = slope(matrix, data, rows, recipe.temperature) + 2 * recipe.identity * (matrix - identity)
            mean = _FIRST * mean + (1 - _FIRST) * gradient
            square = _SECOND * square + (1 - _SECOND) * gradient**2
            move = (mean / (1 - _FIRST**step)) / (np.sqrt(square / (1 - _SECOND**step)) + _TINY)
            matrix = matrix - recipe.rate * (1 - step / (steps + 1)) * move
    return np.asarray(matrix, dtype=np.float32)


def loss(matrix: Numbers, data: Embedded, rows: Rows, temperature: float) -> float:
    """Return the mean over questions of -log of the share of what answers in the softmax of the cosines."""
    shares, answering = _shares(matrix, data, rows, temperature)
    return float(-np.log(np.maximum((shares * answering).sum(axis=1), _TINIEST)).mean())


def slope(matrix: Numbers, data: Embedded, rows: Rows, temperature: float) -> Numbers:
    """Return the gradient of `loss` by the matrix."""
    shares, answering = _shares(matrix, data, rows, temperature)
    right = shares * answering
    pull = (
        (shares - right / np.maximum(right.sum(axis=1, keepdims=True), _TINIEST))
        @ data.texts
        / (temperature * len(rows))
    )
    turned = data.questions[rows] @ matrix.T
    lengths = np.linalg.norm(turned, axis=1, keepdims=True)
    unit = turned / lengths
    across = (pull - unit * (pull * unit).sum(axis=1, keepdims=True)) / lengths
    return np.asarray(across.T @ data.questions[rows])


def _shares(matrix: Numbers, data: Embedded, rows: Rows, temperature: float) -> tuple[Numbers, Numbers]:
    """Return each text's share in the softmax of each question, and 1 where the text answers it, else 0."""
    logits = unit_rows(data.questions[rows] @ matrix.T) @ data.texts.T / temperature
    shares = np.exp(logits - logits.max(axis=1, keepdims=True))
    answering = np.zeros_like(shares)
    for at, row in enumerate(rows):
        answering[at, list(data.answers[row])] = 1
    return shares / shares.sum(axis=1, keepdims=True), answering


def unit_rows(vectors: Numbers) -> Numbers:
    """Return vectors of length 1."""
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12))


def recall(matrix: Numbers, data: Embedded, passages: Sequence[int], depth: int) -> list[float]:
    """Return, for each question, the share of its passages among the ``depth`` nearest, a passage being its best text.

    ``passages`` are the passages of the texts, rising.
    """
    firsts = np.unique(passages, return_index=True)[1]
    found = []
    for question, answers in zip(unit_rows(data.questions @ matrix.T), data.answers, strict=True):
        best = np.maximum.reduceat(data.texts @ question, firsts)
        near = set(np.argsort(-best)[:depth].tolist())
        right = {passages[answer] for answer in answers}
        found.append(len(right & near) / len(right))
    return found


def main(arguments: Sequence[str] | None = None) -> None:
    """Learn a matrix, write what it adds to the identity in 16 bits, and tell what it finds of what is held back."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--jaquad", type=Path, help="jaquad_train.jsonl.gz, of which some paragraphs are learned too")
    parser.add_argument("--paragraphs", type=int, default=250)
    options = parser.parse_args(arguments)
    embedder, paragraphs = E5Embedder(), {}
    for held in (False, True):
        every = read_jaquad(options.jaquad, held) if options.jaquad else ()
        chosen = np.random.default_rng(0).permutation(len(every))[: options.paragraphs]
        paragraphs[held] = [every[at] for at in chosen]
    matrix = learned(embedded(read_examples(_WRITTEN, "train", paragraphs[False]), embedder), Recipe())
    with options.out.open("wb") as file:
        np.save(file, (matrix - np.eye(DIMENSION)).astype(np.float16))
    held_back = read_examples(_WRITTEN, "held", paragraphs[True])
    data = embedded(held_back, embedder)
    for name, tried in (("as it is", np.eye(DIMENSION, dtype=np.float32)), ("turned", matrix)):
        for depth in (5, 20):
            found = recall(tried, data, held_back.passages, depth)
            for lang in sorted({asked.lang for asked in held_back.asked}):
                some = [one for one, asked in zip(found, held_back.asked, strict=True) if asked.lang == lang]
                print(f"{name}: recall@{depth} {lang} {np.mean(some):.3f} of {len(some)}")


if __name__ == "__main__":
    main()
