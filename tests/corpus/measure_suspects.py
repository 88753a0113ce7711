"""Measure how suspected recognition errors are found: precision and recall on planted errors, alarms on clean text.

    python -m tests.corpus.measure_suspects TEXTS.jsonl[.gz]… [--every 500] [--seed 1] [--show 20]

Lines are objects as `tests.corpus.planting.documents_of` reads them. Each document is judged as it stands (every
suspect counts as a false alarm, though print has errors of its own) and with one error planted in about ``--every``
characters. A suspect is right when it touches a planted error; an error counts as found when a suspect touches it.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from corpus.structure.languages import prevailing
from corpus.suspects import Suspect, suspects_of_text
from tests.corpus.planting import OUTSIDE, Planted, documents_of, plant


@dataclass
class Tally:
    """What was counted over documents; ``found`` and ``planted`` by kind of error."""

    characters: int = 0
    seconds: float = 0.0
    right: int = 0
    alarms: list[str] = field(default_factory=list)
    planted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)

    @property
    def precision(self) -> float:
        """Return the share of suspects that touch a planted error; 1 where there are none."""
        reported = self.right + len(self.alarms)
        return self.right / reported if reported else 1.0

    def recall(self, kinds: Iterable[str] | None = None) -> float:
        """Return the share of planted errors that were found, of some kinds or of all."""
        kept = list(self.planted if kinds is None else kinds)
        planted = sum(self.planted[kind] for kind in kept)
        return sum(self.found[kind] for kind in kept) / planted if planted else 0.0

    @property
    def alarm_rate(self) -> float:
        """Return wrong suspects in 10,000 characters."""
        return 10_000 * len(self.alarms) / self.characters if self.characters else 0.0


def measure(texts: Sequence[str], *, every: int | None, seed: int = 1) -> Tally:
    """Judge texts with one planted error in about ``every`` characters; as they stand where it is None."""
    tally = Tally()
    for number, clean in enumerate(texts):
        text, planted = plant(clean, 1_000 * seed + number, every) if every else (clean, ())
        started = time.process_time()
        found = suspects_of_text(text, prevailing(text))
        tally.seconds += time.process_time() - started
        tally.characters += len(text)
        tally.planted.update(error.kind for error in planted)
        tally.found.update(error.kind for error in planted if any(_touch(text, one, error) for one in found))
        for one in found:
            if any(_touch(text, one, error) for error in planted):
                tally.right += 1
            else:
                around = text[max(one.start - 12, 0) : one.end + 12].replace("\n", "/")
                tally.alarms.append(f"{one.printed} > {one.likely}  ({one.reason})  …{around}…")
    return tally


def _touch(text: str, suspect: Suspect, error: Planted) -> bool:
    """Say whether a suspect meets an error; for a lost bracket also where its partner is told of."""
    if error.kind == "bracket" and suspect.end - suspect.start == 1:
        low, high = sorted((suspect.start, error.start))
        return suspect.printed in "「」『』（）()" and "\n\n" not in text[low:high]
    return suspect.start < error.end and error.start < suspect.end


def main() -> None:
    """Measure the files named on the command line and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="+", type=Path)
    parser.add_argument("--every", type=int, default=500, help="characters for one planted error")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0, help="wrong suspects to print, of each kind of text")
    options = parser.parse_args()
    texts = [text for path in options.file for text in documents_of(path).values()]
    for name, every in (("as they stand", None), (f"one error in {options.every}", options.every)):
        _print(name, measure(texts, every=every, seed=options.seed), options.show)


def _print(name: str, tally: Tally, show: int) -> None:
    pace = 20_000 * tally.seconds / max(tally.characters, 1)
    out = [f"{name}: {tally.characters:,} characters, {pace:.2f} s for 20,000"]
    out.append(f"  wrong in 10,000 characters {tally.alarm_rate:.2f} ({len(tally.alarms)})")
    if tally.planted:
        inside = [kind for kind in tally.planted if kind not in OUTSIDE]
        out.append(f"  precision {tally.precision:.3f} ({tally.right} of {tally.right + len(tally.alarms)})")
        out.append(
            f"  recall {tally.recall():.3f}: of known kinds {tally.recall(inside):.3f}, "
            f"of others {tally.recall(OUTSIDE):.3f}"
        )
        out += [f"    {kind}: {tally.found[kind]} of {count}" for kind, count in sorted(tally.planted.items())]
    shown = random.Random(0).sample(tally.alarms, min(show, len(tally.alarms)))
    sys.stdout.write("\n".join([*out, *(f"  wrong: {alarm}" for alarm in shown)]) + "\n")


if __name__ == "__main__":
    main()
