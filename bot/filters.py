"""Filters: which documents and which passages a question may be answered from.

Invariant: a filter is decided before anything is ranked, and by what is printed: a document without a date, or with
one too vague to tell, is outside of every period. A filter that leaves nothing is an error that names what is near.
"""

from __future__ import annotations

import datetime as dt
import difflib
import re
import shlex
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, replace
from typing import get_args

from bot.answer import Citation, Filters, QuoteKind
from corpus.document import Document
from corpus.errors import FilterError, UsageError
from corpus.normalize import search_text

NAMES = tuple(field.name for field in fields(Filters))
KINDS: tuple[QuoteKind, ...] = get_args(QuoteKind)
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_SEVERAL = ("document", "kind")
_NAMED = 3  # documents, authors or dates in an error


def parse_filters(given: object) -> Filters:
    """Read filters from a mapping as JSON, a command line or a form gives it; None and empty values narrow nothing.

    ``document`` and ``kind`` take one value or a list. Raises UsageError for a name, kind or date that cannot be used.
    """
    if not isinstance(given, Mapping):
        raise UsageError(f"filters must be an object with {', '.join(NAMES)}")
    values: dict[str, object] = {}
    for name, value in given.items():
        if name not in NAMES:
            near = difflib.get_close_matches(str(name), NAMES, n=1, cutoff=0.0)[0]
            raise UsageError(f"there is no filter '{name}'. Did you mean '{near}'?")
        values[name] = _several(name, value) if name in _SEVERAL else _one(name, value)
    filters = replace(Filters(), **values)  # type: ignore[arg-type]  # checked by name above
    for kind in filters.kind:
        if kind not in KINDS:
            raise UsageError(f"filter kind: there is no kind '{kind}'; there are {', '.join(KINDS)}")
    for name, date in (("since", filters.since), ("until", filters.until)):
        if date and not _is_date(date):
            raise UsageError(f"filter {name}: '{date}' is no date; write 2025, 2025-09 or 2025-09-03")
    if filters.since and filters.until and first_day(filters.since) > last_day(filters.until):
        raise UsageError(f"filter: since {filters.since} is after until {filters.until}")
    return filters


def read_pairs(words: str) -> dict[str, str | list[str]]:
    """Read ``author="Robyn Speer" kind=row,note since=2025-09``, as a person types it; nothing where it is not that."""
    try:
        pairs = [pair.partition("=") for pair in shlex.split(words.replace("＝", "="))]
    except ValueError:  # a quotation mark is not closed
        return {}
    read: dict[str, str | list[str]] = {}
    for name, sign, value in pairs:
        if not (name and sign):
            return {}
        there = read.get(name)
        read[name] = [*(there or ()), *value.split(",")] if name in _SEVERAL else value
    return read


def describe(filters: Filters) -> str:
    """Write filters as a person sets them: ``author=堀田幸裕 since=2025-09``."""
    written = [(name, getattr(filters, name)) for name in NAMES]
    return " ".join(f"{name}={','.join(v) if isinstance(v, tuple) else v}" for name, v in written if v)


def matching(filters: Filters, documents: Mapping[str, Document]) -> dict[str, Document]:
    """Return the documents that all filters let through, in their order.

    Raises FilterError where there is none, naming what comes nearest to the filter that shut the last ones out.
    """
    if unknown := [name for name in filters.document if name not in documents]:
        near = difflib.get_close_matches(unknown[0], list(documents), n=_NAMED, cutoff=0.0)
        raise FilterError(f"document={unknown[0]}", ", ".join(near))
    left = {name: documents[name] for name in filters.document or documents}
    steps: tuple[tuple[str, Callable[[Document], bool], Callable[[Iterable[Document]], list[str]]], ...] = (
        ("author", lambda d: _is_by(filters.author, d.author), lambda ds: _authors(filters.author, ds)),
        ("since", lambda d: _is_in(d.date, filters.since, ""), lambda ds: _dated(ds, last=True)),
        ("until", lambda d: _is_in(d.date, "", filters.until), lambda ds: _dated(ds, last=False)),
        ("kind", lambda d: any(_kind(p.kind) in filters.kind for p in d.passages), _kinds),
    )
    for name, fits, nearest in steps:
        if not getattr(filters, name):
            continue
        kept = {key: document for key, document in left.items() if fits(document)}
        if not kept:
            raise FilterError(describe(filters), ", ".join(nearest(left.values())[:_NAMED]))
        left = kept
    return left


def narrowed(filters: Filters, documents: Mapping[str, Document]) -> dict[str, Document]:
    """Return the matching documents with only those passages and tables that may be quoted. Raises FilterError."""
    found = matching(filters, documents)
    if not filters.kind:
        return found
    return {
        key: replace(
            document,
            passages=tuple(passage for passage in document.passages if _kind(passage.kind) in filters.kind),
            tables=document.tables if "row" in filters.kind else (),
        )
        for key, document in found.items()
    }


def passage_kinds(filters: Filters) -> frozenset[str] | None:
    """Return the kinds of passages that may be found, or None for all: a table is rows."""
    return frozenset((*filters.kind, *(("table",) if "row" in filters.kind else ()))) if filters.kind else None


def outside(filters: Filters, citation: Citation) -> str:
    """Return by which filter a footnote must not have been quoted, or nothing."""
    if filters.document and citation.doc not in filters.document:
        return "document"
    if filters.author and not _is_by(filters.author, citation.author):
        return "author"
    if filters.kind and citation.kind not in filters.kind:
        return "kind"
    if not _is_in(citation.date, filters.since, ""):
        return "since"
    return "" if _is_in(citation.date, "", filters.until) else "until"


def first_day(date: str) -> str:
    """Return the first day of a year, month or day."""
    return f"{date}-01-01"[:10] if len(date) == len("2025") else f"{date}-01"[:10]


def last_day(date: str) -> str:
    """Return the last day that a year, month or day can have, to compare with."""
    return f"{date}-12-31"[:10] if len(date) == len("2025") else f"{date}-31"[:10]


def _is_in(date: str, since: str, until: str) -> bool:
    """Say whether all of a document's date lies in a period."""
    if not (since or until):
        return True
    if not _DATE.fullmatch(date):
        return False
    return (not since or first_day(date) >= first_day(since)) and (not until or last_day(date) <= last_day(until))


def _is_date(text: str) -> bool:
    if not _DATE.fullmatch(text):
        return False
    try:
        dt.date.fromisoformat(first_day(text))
    except ValueError:
        return False
    return True


def _is_by(wanted: str, author: str) -> bool:
    return _plain(wanted) in _plain(author)


def _plain(name: str) -> str:
    return re.sub(r"\s+", "", search_text(name)).casefold()


def _kind(kind: str) -> str:
    return "row" if kind == "table" else kind


def _authors(wanted: str, documents: Iterable[Document]) -> list[str]:
    names = list(dict.fromkeys(document.author for document in documents if document.author))
    return difflib.get_close_matches(wanted, names, n=_NAMED, cutoff=0.0) or ["no document names its author"]


def _dated(documents: Iterable[Document], *, last: bool) -> list[str]:
    dates = sorted((document.date, document.id) for document in documents if _DATE.fullmatch(document.date))
    named = [f"{name} ({date})" for date, name in (reversed(dates) if last else dates)]
    return named or ["no document names its date"]


def _kinds(documents: Iterable[Document]) -> list[str]:
    there = {_kind(passage.kind) for document in documents for passage in document.passages}
    return [kind for kind in KINDS if kind in there]


def _several(name: str, value: object) -> tuple[str, ...]:
    listed = [] if value is None else value if isinstance(value, Sequence) and not isinstance(value, str) else [value]
    return tuple(dict.fromkeys(one for item in listed if (one := _one(name, item))))


def _one(name: str, value: object) -> str:
    if value is not None and not isinstance(value, str):
        raise UsageError(f"filter {name}: {value!r} is no text")
    return (value or "").strip()
