"""What the files beside this one find: a place where a text probably does not print what was written."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Suspect:
    """Words that are probably a recognition error, at ``[start, end)`` of a text, and why.

    ``likely`` is what was probably written instead; empty where only the place is known. It is shown to people and
    never quoted.
    """

    start: int
    end: int
    printed: str
    likely: str
    reason: str
