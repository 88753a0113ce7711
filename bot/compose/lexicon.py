"""What composing needs to know of the shelf's words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol


class WordToken(Protocol):
    """A content term and where it was read, ``[start, end)`` in characters of the text."""

    @property
    def term(self) -> str:
        """Return the term in its normal form."""

    @property
    def start(self) -> int:
        """Return where it starts."""

    @property
    def end(self) -> int:
        """Return where it ends."""


class Lexicon(Protocol):
    """The shelf's words: what each tells, and which are akin."""

    def terms(self, text: str) -> Sequence[WordToken]:
        """Return the content terms of a text with their places."""
        ...

    def idf(self, term: str) -> float:
        """Return a term's inverse document frequency; a term the shelf does not know has the highest."""
        ...

    def kin(self, asked: Sequence[str], lang: str) -> Mapping[str, Mapping[str, float]]:
        """Return for each word of a question the shelf's words that mean much the same, with their kinship."""
        ...

    def phrases(self, asked: Sequence[str], lang: str) -> Mapping[str, Mapping[str, float]]:
        """Return, of phrases of a question that mean one thing as a whole (head of state), the shelf's words for it."""
        ...

    def __hash__(self) -> int:
        """Return a hash: what a lexicon says of a text is remembered."""
        ...
