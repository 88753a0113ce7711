"""Measure the reader: ``python -m retrieval.reader.measure JAQUAD JSQUAD``.

On the held articles of JaQuAD and on JSQuAD's validation part: does it put an answering window first among hybrid
candidates, does it find the answer's words, does it know that the answer is not there, and how long does it take.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from retrieval.reader.data import read_jaquad, windows
from retrieval.reader.model import Reader, Reading, Window
from retrieval.reader.prepare import examples
from retrieval.reader.scores import auroc, calibration_error, exact, f1, fit_calibration, reliability
from retrieval.reader.trials import CUTS, Collection, Cut, Hybrid, Piece, Trial, jaquad_held, jsquad, pieces

_CANDIDATES = 20
_WEIGHTS = (0.0, 0.5, 1.0, 1.5, 2.0)  # of the hybrid rank
_TIMED = 8


@dataclass(frozen=True, slots=True)
class Read:
    """The hybrid candidates of one question, best first, with their readings and whether each answers it."""

    trial: Trial
    readings: tuple[Reading, ...]
    answers: tuple[bool, ...]
    kept: tuple[bool, ...]  # whether a candidate stays when the paragraph that answers is taken away

    def first(self, weight: float) -> int:
        """Return the candidate put first by log odds of relevance - weight × ln(hybrid rank)."""
        odds = [_log_odds(reading.relevance) - weight * math.log(1 + at) for at, reading in enumerate(self.readings)]
        return odds.index(max(odds))

    def most(self, removed: bool) -> tuple[float, bool]:
        """Return the highest relevance, with the answering paragraph or without it, and whether that one answers."""
        rows = [i for i in range(len(self.readings)) if self.kept[i] or not removed]
        if not rows:
            return 0.0, False
        best = max(rows, key=lambda i: self.readings[i].relevance)
        return self.readings[best].relevance, self.answers[best]


def read_all(
    reader: Reader, collection: Collection, cut: Cut, trials: Sequence[Trial], cache: Path | None
) -> list[Read]:
    """Read the hybrid candidates of every question; they do not depend on the reader and are kept in ``cache``."""
    windows_ = pieces(collection, cut)
    found = []
    for trial, rows in zip(trials, _candidates(collection, windows_, trials, cache), strict=True):
        here = [windows_[row] for row in rows]
        readings = reader.read(trial.question, [Window(piece.text, piece.title) for piece in here])
        kept = tuple(piece.paragraph != trial.paragraph for piece in here)
        found.append(Read(trial, readings, tuple(piece.answers(trial) for piece in here), kept))
    return found


def _candidates(
    collection: Collection, windows_: Sequence[Piece], trials: Sequence[Trial], cache: Path | None
) -> list[list[int]]:
    """Return the rows of the hybrid candidates of every question, best first."""
    path = cache / f"{collection.key}-{len(windows_)}.json" if cache else None
    rows: list[list[int]] = json.loads(path.read_text("utf-8")) if path is not None and path.exists() else []
    if len(rows) >= len(trials):
        return rows[: len(trials)]
    with tempfile.TemporaryDirectory() as directory:
        hybrid = Hybrid(windows_, Path(directory) / "words")
        rows = [hybrid.best(trial.question, _CANDIDATES) for trial in trials]
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(rows), "utf-8")
    return rows


def spans(reader: Reader, collection: Collection, trials: Sequence[Trial]) -> tuple[float, float, int]:
    """Return exact match and F1 of the best words in the longest answering window, and the number of questions."""
    scores = []
    for trial in trials:
        item = collection.texts[trial.paragraph]
        texts = [item.text[span.start : span.end] for span in windows(item.text)]
        held = [text for text in texts if any(answer in text for answer in trial.answers)]
        if held:
            window = max(held, key=len)
            (reading,) = reader.read(trial.question, [Window(window, item.title)])
            words = window[reading.start : reading.end]
            scores.append((exact(words, trial.answers), f1(words, trial.answers)))
    mean = np.mean(scores, axis=0)
    return float(mean[0]), float(mean[1]), len(scores)


def _log_odds(probability: float) -> float:
    kept = min(max(probability, 1e-4), 1 - 1e-4)
    return math.log(kept / (1 - kept))


def ranking(read: Sequence[Read]) -> str:
    """Return recall@1 of hybrid alone and after reranking, with several weights on the hybrid rank."""
    alone = np.mean([item.answers[0] for item in read])
    firsts = ", ".join(f"{w:.1f}: {np.mean([item.answers[item.first(w)] for item in read]):.3f}" for w in _WEIGHTS)
    within = np.mean([any(item.answers) for item in read])
    return f"hybrid {alone:.3f}; reranked, by weight of hybrid rank {firsts}; among the {_CANDIDATES} {within:.3f}"


def knowing(read: Sequence[Read]) -> list[str]:
    """Return AUROC with the answering paragraph removed, and the calibration of the best window's relevance."""
    with_, without = ([item.most(removed) for item in read] for removed in (False, True))
    both = [*with_, *without]
    relevances, right = [r for r, _ in both], [a for _, a in both]
    scale, shift = fit_calibration(relevances, right)
    lines = [
        f"answered? AUROC, answering paragraph removed: {auroc([r for r, _ in with_], [r for r, _ in without]):.3f}",
        f"calibration: ECE {calibration_error(relevances, right):.3f}; fitted: scale {scale:.3f}, shift {shift:.3f}",
    ]
    table = reliability(relevances, right)
    return [*lines, "  " + " ".join(f"{mean:.2f}→{share:.2f} ({count})" for count, mean, share in table)]


def premises(reader: Reader, jaquad: Path, most: int) -> str:
    """Return how well the answering window's relevance tells questions from the same with a name exchanged."""
    right: dict[str, float] = {}
    wrong: list[float] = []
    for example in examples(read_jaquad(jaquad, held=True), seed=0, most=most):
        if example.answers or example.window in right:
            (reading,) = reader.read(example.question, [Window(example.window, example.context)])
            if example.answers:
                right[example.window] = reading.relevance
            else:
                wrong.append(reading.relevance)
    score = auroc(list(right.values()), wrong)
    return f"questions against the same with a name exchanged: AUROC {score:.3f} ({len(right)} and {len(wrong)})"


def latency(reader: Reader, collection: Collection, trials: Sequence[Trial]) -> str:
    """Return how long eight windows take, in milliseconds."""
    texts = [item.text[span.start : span.end] for item in collection.texts[:200] for span in CUTS["window"](item.text)]
    taken = []
    for at, trial in enumerate(trials[:30]):
        begun = time.perf_counter()
        reader.read(trial.question, texts[_TIMED * at : _TIMED * (at + 1)])
        taken.append(1000 * (time.perf_counter() - begun))
    return f"{_TIMED} windows: median {np.median(taken):.0f} ms, 90 % within {np.quantile(taken, 0.9):.0f} ms"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the figures for both collections."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("jaquad", type=Path)
    parser.add_argument("jsquad", type=Path)
    parser.add_argument("--model", type=Path, help="another file than the shipped one")
    parser.add_argument("--most", type=int, default=500, help="questions of each collection whose candidates are read")
    parser.add_argument("--most-spans", type=int, default=5000, help="questions whose answering window is read")
    parser.add_argument("--only", choices=("jaquad", "jsquad"), help="measure on one collection")
    parser.add_argument("--cache", type=Path, help="keep the hybrid candidates here, to measure another model sooner")
    parser.add_argument("--cuts", nargs="+", choices=sorted(CUTS), default=sorted(CUTS))
    options = parser.parse_args(arguments)
    reader = Reader(options.model)
    for collection in (jaquad_held(options.jaquad), jsquad(options.jsquad)):
        if options.only not in (None, collection.key):
            continue
        trials = list(collection.trials)
        random.Random(6).shuffle(trials)
        print(f"{collection.name}: {len(collection.texts)} paragraphs, {len(trials)} questions", flush=True)
        print(f"  latency: {latency(reader, collection, trials)}", flush=True)
        em, overlap, count = spans(reader, collection, trials[: options.most_spans])
        print(f"  span in the answering window: exact {em:.3f}, F1 {overlap:.3f} ({count} questions)", flush=True)
        if collection.key == "jaquad":
            print(f"  {premises(reader, options.jaquad, options.most)}", flush=True)
        for name in options.cuts:
            read = read_all(reader, collection, CUTS[name], trials[: options.most], options.cache)
            print(f"  {name}s, {len(read)} questions: recall@1 {ranking(read)}", flush=True)
            for line in knowing(read):
                print(f"    {line}", flush=True)


if __name__ == "__main__":
    main()
