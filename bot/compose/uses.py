"""What the small reader is used for when an answer is composed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Uses:
    """Each use a switch: the order of sentences, the point, the marked words, the decision to abstain."""

    rank: bool = False
    point: bool = False
    marks: bool = False
    confidence: bool = False


NO_USE = Uses()

EVERY_USE = Uses(rank=True, point=True, marks=True, confidence=True)

IN_USE = EVERY_USE
"""What it is used for unless TENKYO_READER is ``none``."""
