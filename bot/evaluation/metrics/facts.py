"""Whether an answer states what it must, and nothing that it must not; 〔ママ〕 does not part the words of a fact."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.evaluation.patterns import Pattern
from bot.sic import SIC


def found_facts(expected: Iterable[Pattern], text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the sources of the patterns that a text states and of those that it misses."""
    found: list[str] = []
    missed: list[str] = []
    said = text.replace(SIC, "")
    for pattern in expected:
        (found if pattern.found_in(said) else missed).append(pattern.source)
    return tuple(found), tuple(missed)


def fact_recall(found: Sequence[str], missed: Sequence[str]) -> float | None:
    """Return facts found ÷ facts expected; None where none is expected."""
    total = len(found) + len(missed)
    return len(found) / total if total else None


def said_forbidden(forbidden: Iterable[Pattern], text: str) -> tuple[str, ...]:
    """Return the sources of the forbidden patterns that a text states, read exactly."""
    said = text.replace(SIC, "")
    return tuple(pattern.source for pattern in forbidden if pattern.found_in(said, exactly=True))
