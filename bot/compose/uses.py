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


IN_USE = Uses(rank=True, confidence=True)
"""What it is used for unless TENKYO_READER is ``none``: what the tuning gold is better for (.56 to .59 of 153 items
right). On the held gold as many answers are won as lost; on JSQuAD, which nothing here was fitted on, it is better."""

NO_USE = Uses()

EVERY_USE = Uses(rank=True, point=True, marks=True, confidence=True)
