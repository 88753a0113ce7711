"""A question and a window as the reader's tokens, with the place of each token in the window.

Invariant: places are offsets in characters of the window as given; what does not fit is cut from the window's end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.packed import Tokenizer

LONGEST = 320
"""The most tokens of one input, marks included; the windows it was trained on have at most 260 characters."""

_QUESTION = 96
_CONTEXT = 56


@dataclass(frozen=True, slots=True)
class Encoded:
    """One input: token ids, and the places of those from ``first`` on up to the last but one, the window's."""

    ids: tuple[int, ...]
    first: int
    places: tuple[tuple[int, int], ...]


def about(section: str, title: str, author: str = "", date: str = "") -> str:
    """Return what a window is about, as the reader is told it: what says most first, for the end may be cut off."""
    return " | ".join(part for part in (section, title, author, date) if part)


def in_row(header: Sequence[str], cells: Sequence[str]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return a row of a table as a window, each cell behind what its column is called, and the place of every cell."""
    window, places = "", []
    for at, cell in enumerate(cells):
        name = header[at] if at < len(header) else ""
        window += (" | " if window else "") + (f"{name}: " if name else "")
        places.append((len(window), len(window) + len(cell)))
        window += cell
    return window, tuple(places)


def encode(tokenizer: Tokenizer, question: str, window: str, context: str = "") -> Encoded:
    """Return the tokens of ``<s> question </s> context </s> window </s>``."""
    begin, end = tokenizer.begin, tokenizer.end
    head = [begin, *tokenizer.ids(question)[:_QUESTION], end]
    head += [*tokenizer.ids(context)[:_CONTEXT], end]
    found = tokenizer.spans(window)[: LONGEST - len(head) - 1]
    ids = (*head, *(token for token, _start, _stop in found), end)
    return Encoded(ids, len(head), tuple((start, stop) for _token, start, stop in found))
