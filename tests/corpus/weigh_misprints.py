"""Learn what the signs of a misprint weigh from Japanese texts with planted errors; print `misprints/weights.py`.

    python -m tests.corpus.weigh_misprints TEXTS.jsonl[.gz]… [--leave-out TEXTS.jsonl]

Lines are objects with `title` and `text`; texts of one title are one document. Weights are those of a logistic
regression with a small ridge.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np

from corpus.misprints.japanese import every_trial
from corpus.misprints.odds import signs_of
from tests.corpus.planting import documents_of, plant

_RIDGE = 3.0
_LONGEST = 8_000  # characters of a document: many documents tell more than long ones


def trials(texts: list[str]) -> tuple[list[dict[str, float]], list[bool]]:
    """Return the features of every rated edit of texts with planted errors, and whether it meets an error."""
    rows, hits = [], []
    for number, clean in enumerate(texts):
        text, planted = plant(clean[:_LONGEST], number)
        for found in every_trial(text):
            first, last = found.edit.start, found.edit.start + found.edit.size
            rows.append(signs_of(text, found))
            hits.append(any(error.start < last and first < error.end for error in planted))
    return rows, hits


def weigh(rows: list[dict[str, float]], hits: list[bool]) -> tuple[dict[str, float], float]:
    """Return the weights by name, and the bias."""
    names = sorted({name for row in rows for name in row})
    raw = np.array([[row.get(name, 0.0) for name in names] for row in rows])
    mean, spread = raw.mean(0), raw.std(0) + 1e-9
    table = np.hstack([(raw - mean) / spread, np.ones((len(raw), 1))])
    truth, weights = np.array(hits, float), np.zeros(len(names) + 1)
    for _ in range(30):
        chance = 1 / (1 + np.exp(-np.clip(table @ weights, -30, 30)))
        slope = table.T @ (chance - truth) + _RIDGE * weights
        bend = (table * (chance * (1 - chance))[:, None]).T @ table + _RIDGE * np.eye(len(weights))
        weights -= np.linalg.solve(bend, slope)
    scaled = weights[:-1] / spread
    return dict(zip(names, map(float, scaled), strict=True)), float(weights[-1] - (scaled * mean).sum())


def main() -> None:
    """Learn from the files named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="+", type=Path)
    parser.add_argument("--leave-out", nargs="*", type=Path, default=[], help="files with titles not to learn from")
    options = parser.parse_args()
    measured = {title for path in options.leave_out for title in documents_of(path)}
    texts = [text for path in options.file for title, text in documents_of(path).items() if title not in measured]
    rows, hits = trials(texts[::2])
    weights, bias = weigh(rows, hits)
    lines = [f'    "{name}": {weight:.2f},' for name, weight in weights.items()]
    head = '"""What the signs of a misprint weigh: made by `tests/corpus/weigh_misprints.py`, not by hand."""\n'
    sys.stdout.write("\n".join([head, "WEIGHTS = {", *lines, "}", f"BIAS = {bias:.2f}", ""]))
    sys.stderr.write(f"{len(texts[::2])} documents, {len(rows)} trials, {sum(hits)} of errors\n")


if __name__ == "__main__":
    main()
