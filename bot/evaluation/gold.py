"""Gold questions and answers: one JSON object a line, read strictly (the format: `corpus/gold/README.md`).

Invariant: an item that is read is whole; what is wrong with a line is said with file and line, and nothing is guessed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.evaluation.patterns import Pattern, read_pattern
from corpus.errors import UsageError

Category = Literal[
    "factoid", "number", "table", "arithmetic", "why", "list", "comparison", "disagreement", "provenance",
    "follow-up", "yes-no", "unanswerable", "off-topic", "chat", "instruction",
]  # fmt: skip
Split = Literal["tune", "held"]
CATEGORIES: tuple[str, ...] = get_args(Category)
SHORT_CATEGORIES = frozenset(("factoid", "number", "table", "arithmetic"))
"""Categories whose facts must stand in the short answer."""
NOT_QUESTIONS = frozenset(("chat", "instruction"))
"""Categories that are no questions to the documents; abstention is not measured on them."""
LONGEST_ANCHOR = 25


@dataclass(frozen=True, slots=True)
class Place:
    """Where the evidence stands: a short anchor in a document, or ``[start, end)`` of its canonical text.

    The document is named by its id, or by the sha256 of its file.
    """

    doc: str = ""
    anchor: str = ""
    sha256: str = ""
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class GoldItem:
    """One question with what a right answer states, where its evidence stands, and what would be wrong to say.

    ``short`` patterns must hold in the short answer (in the whole one outside `SHORT_CATEGORIES`), ``facts`` in the
    whole answer, ``forbidden`` nowhere. ``sources`` are parts of the note (its marker, publisher or URL) that the
    statement rests on. ``line`` is where the item stands in its file.
    """

    id: str
    turns: tuple[str, ...]
    lang: str
    category: str
    split: str
    answerable: bool
    cluster: str
    ideal: str
    short: tuple[Pattern, ...] = ()
    facts: tuple[Pattern, ...] = ()
    forbidden: tuple[Pattern, ...] = ()
    evidence: tuple[Place, ...] = ()
    sources: tuple[str, ...] = ()
    line: int = 0

    @property
    def question(self) -> str:
        """Return the last turn, which is the question."""
        return self.turns[-1]

    @property
    def expected(self) -> tuple[Pattern, ...]:
        """Return every pattern that a right answer states."""
        return (*self.short, *self.facts)


@dataclass(frozen=True, slots=True)
class Gold:
    """The items of a gold file, the hash of its bytes, and how many drafts were left out."""

    path: str
    items: tuple[GoldItem, ...]
    sha256: str
    drafts: int = 0


class _Place(BaseModel):
    model_config = ConfigDict(extra="forbid")
    doc: str = ""
    sha256: str = Field("", pattern="^([0-9a-f]{64})?$")
    anchor: str = ""
    start: int | None = Field(None, ge=0)
    end: int | None = Field(None, ge=0)


class _Line(BaseModel):
    model_config = ConfigDict(extra="forbid")
    id: str = Field(min_length=1)
    shelf: str = ""
    split: Split = "tune"
    lang: Literal["ja", "en", "zh", "ko"]
    category: Category
    turns: list[str] = Field(min_length=1)
    answerable: bool
    short: list[str] = []
    facts: list[str] = []
    forbidden: list[str] = []
    evidence: list[_Place] = []
    sources: list[str] = []
    ideal: str = ""
    cluster: str = ""
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in a gold file; ``line`` counts from 1."""

    path: str
    line: int
    what: str

    def __str__(self) -> str:
        """Return ``file:line: what``."""
        return f"{self.path}:{self.line}: {self.what}"


def read_gold(path: Path) -> Gold:
    """Read a gold file.

    Raises:
        UsageError: the file cannot be read, or a line is not an item; the message names the first such line.
    """
    raw = _bytes(path)
    items: list[GoldItem] = []
    drafts = 0
    for read in _lines(raw, str(path)):
        if isinstance(read, Fault):
            raise UsageError(f"{read}. `tenkyo eval --check-gold` lists everything that is wrong.")
        item, draft = read
        if draft:
            drafts += 1
        else:
            items.append(item)
    if not items:
        raise UsageError(f"{path}: there is no gold item in this file" + (" but drafts" if drafts else ""))
    return Gold(str(path), tuple(items), hashlib.sha256(raw).hexdigest(), drafts)


def scan_gold(path: Path) -> tuple[list[GoldItem], list[Fault]]:
    """Read what can be read of a gold file, drafts included, and return the faults beside it. Raises UsageError."""
    items: list[GoldItem] = []
    faults: list[Fault] = []
    for read in _lines(_bytes(path), str(path)):
        if isinstance(read, Fault):
            faults.append(read)
        else:
            items.append(read[0])
            if read[1]:
                faults.append(Fault(str(path), read[0].line, f"{read[0].id} is a draft: finish it, then drop `draft`"))
    return items, faults


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: the gold file cannot be read ({error.strerror or error})") from error


def _lines(raw: bytes, path: str) -> Iterator[tuple[GoldItem, bool] | Fault]:
    """Yield each line's item and whether it is a draft, or what is wrong with the line."""
    seen: dict[str, int] = {}
    for number, line in enumerate(raw.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            read = _Line.model_validate(json.loads(line))
            item = _item(read, number)
        except ValidationError as error:
            yield Fault(path, number, "; ".join(_problems(error)))
            continue
        except ValueError as error:  # also not JSON, not UTF-8
            yield Fault(path, number, str(error))
            continue
        if item.id in seen:
            yield Fault(path, number, f"the id {item.id} stands in line {seen[item.id]} already")
            continue
        seen[item.id] = number
        yield item, read.draft


def _problems(error: ValidationError) -> Sequence[str]:
    found: list[dict[str, Any]] = [dict(entry) for entry in error.errors(include_url=False, include_input=False)]
    return [f"{'.'.join(map(str, entry['loc'])) or 'the line'}: {entry['msg']}" for entry in found]


def _item(read: _Line, number: int) -> GoldItem:
    """Turn a read line into an item. Raises ValueError for a pattern that cannot be used."""
    return GoldItem(
        id=read.id,
        turns=tuple(read.turns),
        lang=read.lang,
        category=read.category,
        split=read.split,
        answerable=read.answerable,
        cluster=read.cluster or read.id,
        ideal=read.ideal,
        short=tuple(map(read_pattern, read.short)),
        facts=tuple(map(read_pattern, read.facts)),
        forbidden=tuple(map(read_pattern, read.forbidden)),
        evidence=tuple(Place(p.doc, p.anchor, p.sha256, p.start, p.end) for p in read.evidence),
        sources=tuple(read.sources),
        line=number,
    )
