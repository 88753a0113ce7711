"""A question and a window as the reader's tokens, with the place of each token in the window.

Invariant: places are offsets in characters of the window as given; what does not fit is cut from the window's end.
"""

from __future__ import annotations

from dataclasses import dataclass

from retrieval.packed import Tokenizer

LONGEST = 320
"""The most tokens of one input, marks included; the windows it was trained on have at most 260 characters."""

_QUESTION = 96
_CONTEXT = 40


@dataclass(frozen=True, slots=True)
class Encoded:
    """One input: token ids, and the places of those from ``first`` on up to the last but one, the window's."""

    ids: tuple[int, ...]
    first: int
    places: tuple[tuple[int, int], ...]


def encode(tokenizer: Tokenizer, question: str, window: str, context: str = "") -> Encoded:
    """Return the tokens of ``<s> question </s> context </s> window </s>``."""
    begin, end = tokenizer.begin, tokenizer.end
    head = [begin, *tokenizer.ids(question)[:_QUESTION], end]
    head += [*tokenizer.ids(context)[:_CONTEXT], end]
    found = tokenizer.spans(window)[: LONGEST - len(head) - 1]
    ids = (*head, *(token for token, _start, _stop in found), end)
    return Encoded(ids, len(head), tuple((start, stop) for _token, start, stop in found))
