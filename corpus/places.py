"""Places in canonical text and in the bytes of the original, as frozen data.

Invariant: offsets count characters of canonical text and are half open, ``[start, end)``; bytes are of the file.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

Places = Literal["exact", "markup", "container"]  # what the bytes of a document's words are: see `corpus.document`


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of canonical text, ``[start, end)`` in characters."""

    start: int
    end: int


class Stretch(Protocol):
    """Whatever lies at ``[start, end)`` of a text."""

    @property
    def start(self) -> int:
        """Return where it begins."""

    @property
    def end(self) -> int:
        """Return the place right behind it."""


def meet(one: Stretch, other: Stretch) -> bool:
    """Say whether two stretches of a text share a character."""
    return one.start < other.end and other.start < one.end


def lies_in(inner: Stretch, outer: Stretch) -> bool:
    """Say whether a stretch of a text is all inside another."""
    return outer.start <= inner.start and inner.end <= outer.end


@dataclass(frozen=True, slots=True)
class ByteSpan:
    """A stretch of canonical text that is also one unbroken stretch ``[first, last)`` of the original file's bytes."""

    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Piece:
    """One slice of the original: ``length`` characters at canonical ``start``, from byte ``byte`` of the file on.

    ``size`` is -1 where bytes spell the characters; else so many bytes hold them in another form, or none (0) do.
    """

    start: int
    length: int
    byte: int
    size: int = -1


@dataclass(frozen=True, slots=True)
class Mark:
    """A note mark that was lifted out of canonical text; it stood just before offset ``at``.

    It vouches for the clause ``[since, at)`` and for nothing before it.
    """

    marker: str
    at: int
    since: int = -1
