"""Which items are run, and which figures are a gate: what `--only`, `--sample` and `--fail-under` say.

Invariant: a selection that selects nothing and a gate on a figure that does not exist are errors, never silence.
"""

from __future__ import annotations

import difflib
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.evaluation.gold import GoldItem
from bot.evaluation.summary import Figure
from corpus.errors import UsageError

_KEYS = ("category", "lang", "split", "id", "cluster")


def selected(
    items: Sequence[GoldItem], only: Iterable[str] = (), sample: int | None = None, seed: int = 0
) -> tuple[GoldItem, ...]:
    """Return the items that fit every ``KEY=VALUE,…`` of ``only``, at most ``sample`` of them, in their order.

    A value may end in ``*``. Raises UsageError for a key that does not exist and where nothing is left.
    """
    kept = [item for item in items if all(_fits(item, wanted) for wanted in only)]
    if sample is not None and sample < len(kept):
        drawn = set(random.Random(seed).sample(range(len(kept)), sample))
        kept = [item for at, item in enumerate(kept) if at in drawn]
    if not kept:
        raise UsageError(f"--only {' '.join(only)} leaves no gold item")
    return tuple(kept)


def _fits(item: GoldItem, wanted: str) -> bool:
    key, equals, values = wanted.partition("=")
    if key not in _KEYS or not equals:
        raise UsageError(f"--only {wanted}: write KEY=VALUE[,VALUE…] with KEY one of {', '.join(_KEYS)}")
    value = str(getattr(item, key))
    return any(value.startswith(v[:-1]) if v.endswith("*") else value == v for v in values.split(","))


@dataclass(frozen=True, slots=True)
class Gate:
    """A figure that must not be lower than ``least``."""

    name: str
    least: float


def read_gate(text: str) -> Gate:
    """Read ``NAME=NUMBER`` or ``NAME[GROUP]=NUMBER``. Raises UsageError."""
    name, _, least = text.rpartition("=")
    try:
        return Gate(name.strip(), float(least))
    except ValueError:
        raise UsageError(
            f"--fail-under {text}: write NAME=NUMBER, for example success=0.8 or success[table]=0.9"
        ) from None


def unmet(gates: Iterable[Gate], figures: Mapping[str, Figure]) -> list[str]:
    """Return one line for each gate that a run does not meet. Raises UsageError for a figure that does not exist."""
    lines = []
    for gate in gates:
        if gate.name not in figures:
            near = difflib.get_close_matches(gate.name, figures, n=1)
            hint = (
                f"; did you mean {near[0]}?" if near else f"; there are {', '.join(n for n in figures if '[' not in n)}"
            )
            raise UsageError(f"--fail-under {gate.name}: this run has no such figure{hint}")
        value = figures[gate.name].value
        if value < gate.least:
            lines.append(f"{gate.name} is {value:.3f}, below {gate.least:g}")
    return lines
