"""What a composer hands on: statements with the quotes they rest on, before footnotes get their numbers.

Invariant: the words of a statement are slices of its quotes; only 〔…〕, … and final punctuation are ours.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.answer import joined
from corpus.document import Document, Passage, Span


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of one passage: slices of canonical text in order, and the decisive stretches inside them."""

    document: Document
    passage: Passage
    spans: tuple[Span, ...]
    decisive: tuple[Span, ...] = ()

    @property
    def text(self) -> str:
        """Return the quote as shown."""
        return joined(self.document.text, self.spans)


@dataclass(frozen=True, slots=True)
class DraftStatement:
    """One statement and the quotes that support it."""

    text: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class DraftOperand:
    """One number of a calculation with the cell it was read from."""

    value: str
    unit: str
    quote: Quote
    table: str
    row: int
    column: str


@dataclass(frozen=True, slots=True)
class DraftCalculation:
    """Arithmetic over cells: ``formula`` shows operands and steps, ``result`` is exact or says how it was rounded."""

    formula: str
    operands: tuple[DraftOperand, ...]
    result: str
    unit: str


@dataclass(frozen=True, slots=True)
class DraftSide:
    """What one document says on a point of disagreement; ``announced``: it was said before it was to happen."""

    quote: Quote
    date: str
    says: str
    announced: bool = False


@dataclass(frozen=True, slots=True)
class DraftConflict:
    """A point on which documents disagree."""

    about: str
    sides: tuple[DraftSide, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """What a composer found.

    ``missing`` names the parts of the question that found no support, in its words, ``unstated`` the kinds of thing it
    asks for that nothing found states, in its language; ``akin`` holds the shelf's words that mean a word of it;
    ``of_others`` are the passages that tell of others than whom it names.
    ``leads`` are what comes nearest to it, where the composer knows.

    ``confidence`` in [0, 1] is the composer's estimate that the draft answers the question; ``unsourced`` says that a
    source was asked for and the documents give none; ``noted_after`` that a note of a sentence near it is shown.
    """

    short: DraftStatement | None = None
    statements: tuple[DraftStatement, ...] = ()
    calculation: DraftCalculation | None = None
    conflicts: tuple[DraftConflict, ...] = ()
    missing: tuple[str, ...] = ()
    unstated: tuple[str, ...] = ()
    akin: tuple[tuple[str, frozenset[str]], ...] = ()
    of_others: frozenset[str] = frozenset()
    confidence: float = 0.0
    leads: tuple[Quote, ...] = ()
    unsourced: bool = False
    noted_after: bool = False


def merged(drafts: Sequence[Draft]) -> Draft:
    """Join the drafts of the questions of one message, in order; what one of them lacks makes the whole partial."""
    if len(drafts) == 1:
        return drafts[0]
    shorts = [draft.short for draft in drafts if draft.short]
    points = dict.fromkeys(short.text for short in shorts)
    statements = {statement.text: statement for draft in drafts for statement in draft.statements}
    return Draft(
        short=DraftStatement(
            " ／ ".join(point for point in points if not any(_holds(other, point) for other in points)),
            tuple(quote for short in shorts for quote in short.quotes),
        )
        if shorts
        else None,
        statements=tuple(s for text, s in statements.items() if not any(_holds(other, text) for other in statements)),
        calculation=next((draft.calculation for draft in drafts if draft.calculation), None),
        conflicts=tuple(conflict for draft in drafts for conflict in draft.conflicts),
        missing=tuple(dict.fromkeys(word for draft in drafts for word in draft.missing)),
        unstated=tuple(dict.fromkeys(kind for draft in drafts for kind in draft.unstated)),
        akin=tuple(dict.fromkeys(pair for draft in drafts for pair in draft.akin)),
        of_others=frozenset().union(*(draft.of_others for draft in drafts)),
        confidence=max((draft.confidence for draft in drafts), default=0.0),
        leads=tuple(quote for draft in drafts for quote in draft.leads),
        unsourced=any(draft.unsourced for draft in drafts),
        noted_after=any(draft.noted_after for draft in drafts),
    )


def _holds(text: str, other: str) -> bool:
    """Say whether words hold all of others, and not only the figures of a number."""
    found = re.search(rf"(?<!\d){re.escape(other.rstrip('。.'))}(?!\d)", text)
    return found is not None and text != other
