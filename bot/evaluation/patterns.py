"""What a gold item expects to read, however it is spelt.

Invariant: a pattern says what must be *stated*, not how it is written. Numbers match by value, dates by their parts,
literals by search form (width, old and new and simplified characters, case); everything else is a regular expression,
searched without regard to case in the text and in its NFKC form.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Protocol

from corpus.normalize import search_text
from corpus.structure.dates import find_dates
from corpus.structure.dates.parts import Parts, read_iso
from corpus.structure.quantities import find_quantities


class Pattern(Protocol):
    """Something a text may state."""

    @property
    def source(self) -> str:
        """Return the pattern as the gold file writes it."""

    def found_in(self, text: str, *, exactly: bool = False) -> bool:
        """Say whether a text states it; ``exactly`` refuses what only agrees as far as it goes."""


@dataclass(frozen=True, slots=True)
class Number:
    """A value: 1億7937万4424, 179,374,424, 179374424 and full-width digits are the same."""

    source: str
    value: Decimal

    def found_in(self, text: str, *, exactly: bool = False) -> bool:
        """Say whether the value is printed, by itself or with a scale; the sign is not compared."""
        plain = format(abs(self.value).normalize(), "f")
        spelt = rf"(?<![\d.]){re.escape(plain)}(?:{'' if '.' in plain else r'(?:[.]0+)?'})(?!\d|[.]\d)"
        if re.search(spelt, search_text(text)):
            return True
        return any(
            abs(value) == abs(self.value)
            for quantity in find_quantities(text)
            for value in (quantity.value, quantity.upper)
            if value is not None
        )


@dataclass(frozen=True, slots=True)
class Date:
    """A date in ISO 8601, as precise as it is written: 2025-09-03, 2025-09, 2025, --09-03."""

    source: str
    parts: Parts

    def found_in(self, text: str, *, exactly: bool = False) -> bool:
        """Say whether a date in the text has these parts; a year (and no more) may be left to the context.

        ``exactly`` wants the year printed too, as for dates that must not be said.
        """
        for mention in find_dates(text):
            for value in filter(None, (mention.value, mention.until)):
                if self._agrees(read_iso(value), exactly):
                    return True
        return False

    def _agrees(self, stated: Parts, exactly: bool) -> bool:
        for name, wanted in zip(("year", "month", "day"), self.parts, strict=True):
            said = getattr(stated, name)
            if wanted is None or said == wanted:
                continue
            if said is None and name == "year" and self.parts.month is not None and not exactly:
                continue
            return False
        return True


@dataclass(frozen=True, slots=True)
class Literal:
    """Words, whatever their width, case and character forms."""

    source: str
    words: str

    def found_in(self, text: str, *, exactly: bool = False) -> bool:
        """Say whether the words stand in the text."""
        return search_text(self.words) in search_text(text)


@dataclass(frozen=True, slots=True)
class Expression:
    """A regular expression of Python's `re`."""

    source: str

    def found_in(self, text: str, *, exactly: bool = False) -> bool:
        """Say whether the expression is found in the text or its NFKC form, without regard to case."""
        return any(
            re.search(self.source, form, re.IGNORECASE) is not None
            for form in (text, unicodedata.normalize("NFKC", text))
        )


def read_pattern(source: str) -> Pattern:
    """Read a pattern as a gold file writes it.

    ``number:34000000``, ``date:2025-09-03``, ``text:金与正``, or a regular expression.
    Raises ValueError that says what is wrong with it.
    """
    kind, _, rest = source.partition(":")
    if kind == "number":
        try:
            return Number(source, Decimal(rest.replace(",", "").strip()))
        except InvalidOperation:
            raise ValueError(f"{source!r}: {rest!r} is not a number; write number:34000000 or number:14.3") from None
    if kind == "date":
        return Date(source, read_iso(rest.strip()))
    if kind == "text":
        if not rest.strip():
            raise ValueError(f"{source!r}: there are no words after text:")
        return Literal(source, rest.strip())
    if not source:
        raise ValueError("a pattern is empty; it would match everything")
    try:
        compiled = re.compile(source, re.IGNORECASE)
    except re.error as error:
        reason = f"{source!r} is not a regular expression ({error}); literal words are written text:…"
        raise ValueError(reason) from error
    if compiled.search(""):
        raise ValueError(f"{source!r} matches an empty text; it would match everything")
    return Expression(source)
