"""The tables of a document against the truth about them: frames, cells, numbers with their units, what stands below."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from corpus.document import Document, Table
from tests.corpus.known_item import Item, bare, either, same, squeezed


def tables(document: Document, truth: dict[str, Any]) -> Iterator[Item]:
    """Yield every item of the tables and figures; a table is known by the cells it shares with one that was read."""
    known_tables = truth.get("tables", ())
    pairs = [
        (len(_known_cells(known) & _cells(table)), -abs(i - k), i, k)
        for i, known in enumerate(known_tables)
        for k, table in enumerate(document.tables)
    ]
    matched: dict[int, int] = {}
    for overlap, _, i, k in sorted(pairs, reverse=True):
        if overlap and i not in matched and k not in matched.values():
            matched[i] = k
    for i, known in enumerate(known_tables):
        yield from _table(document, document.tables[matched[i]] if i in matched else None, known, f"table {i + 1}")
    free = [table for k, table in enumerate(document.tables) if k not in matched.values()]
    for table in free:
        said = f"{table.label} {table.caption} {[c.text for r in table.rows for c in r.cells][:6]}"
        yield Item("no table", False, said)
    texts = [squeezed(passage.text) for passage in document.passages]
    for known in truth.get("figures", ()):
        words = (known.get("label", ""), known.get("caption", ""))
        right = any(all(squeezed(word) in text for word in words) for text in texts)
        yield Item("figure", right, str(known), " ".join(words).strip())


def _known_cells(known: dict[str, Any]) -> set[str]:
    return {squeezed(cell) for row in known["rows"] for cell in row if cell}


def _cells(table: Table) -> set[str]:
    return {squeezed(cell.text) for row in table.rows for cell in row.cells}


def _remarks(document: Document, table: Table | None) -> str:
    return "".join(squeezed(document.text[span.start : span.end]) for span in (table.remarks if table else ()))


def _table(document: Document, table: Table | None, known: dict[str, Any], about: str) -> Iterator[Item]:
    for name in ("label", "caption", "period", "unit"):
        if name in known:
            yield same(f"table {name}", getattr(table, name) if table else None, known[name], about)
    if "header" in known:
        header = [squeezed(name) for name in known["header"] or ()]
        read = [squeezed(name) for name in table.header] if table else None
        yield Item("table header", read == header, f"{read}, not {header}", about, bool(read))
    rows = [[squeezed(cell.text) for cell in row.cells] for row in table.rows] if table else []
    for number, row in enumerate(known["rows"]):
        for column, cell in enumerate(row):
            found = rows[number][column] if number < len(rows) and column < len(rows[number]) else None
            wrong, place = f"row {number + 1}: {found!r}, not {cell!r}", f"{about}, row {number + 1}, {column + 1}"
            yield Item("cell", found == squeezed(cell or ""), wrong, place, found is not None)
    if len(rows) > len(known["rows"]):
        yield Item("cell", False, f"rows too many: {rows[len(known['rows']) :]}", f"{about}, no more rows")
    yield from _values(table, known, about)
    yield from _means(table, known, about)
    yield from _below(document, table, known, about)


def _values(table: Table | None, known: dict[str, Any], about: str) -> Iterator[Item]:
    """Yield the numbers of the cells with their units, beside ``rows``: ``"-2087 トン"``; empty where there is none."""
    for number, row in enumerate(known.get("values", ()), start=1):
        cells = table.rows[number - 1].cells if table and number <= len(table.rows) else ()
        for column, expected in enumerate(row):
            cell = cells[column] if column < len(cells) else None
            said = f"{cell.value} {cell.unit}".strip() if cell is not None and cell.value is not None else ""
            place = f"{about}, row {number}, {column + 1}"
            if expected or re.search(r"\d", known["rows"][number - 1][column]):
                without_unit = said in [one.split()[0] for one in either(expected) if one]
                wrong = f"{place}: {said!r}, not {expected!r}"
                yield Item("value", said in either(expected), wrong, place, bool(said) and not without_unit)


def _means(table: Table | None, known: dict[str, Any], about: str) -> Iterator[Item]:
    """Yield what cells say that repeat another: ``[row, column, words]``, counted from 1."""
    for number, column, words in known.get("means", ()):
        rows = table.rows if table else ()
        cells = rows[number - 1].cells if number <= len(rows) else ()
        said = cells[column - 1].means if column <= len(cells) else ""
        yield same("cell means", said, words, f"{about}, row {number}, {column}")


def _below(document: Document, table: Table | None, known: dict[str, Any], about: str) -> Iterator[Item]:
    """Yield what stands below a table: its source, what else the lines say, and the notes they carry."""
    if known.get("source"):
        source, fact = table.source if table else "", squeezed(known.get("source_fact") or "")
        lines = [squeezed(one) for one in either(known["source"])]  # all that is printed; the fact in it is no source
        expected = [(line.replace(fact, "") if fact else line).strip("（）()") for line in lines]
        right = any(one in squeezed(source) for one in expected)
        yield Item("table source", right, f"{source!r}, not {' | '.join(expected)!r}", about, bool(source))
        apart = not fact or (fact not in squeezed(source) and fact in _remarks(document, table))
        yield Item("remark", apart, f"{_remarks(document, table)!r}, not {fact!r}", about)
    if known.get("remark"):
        said = _remarks(document, table)
        yield Item("remark", squeezed(known["remark"]) in said, f"{said!r}, not {known['remark']!r}", about, bool(said))
    if known.get("source_fact"):
        fact = squeezed(known["source_fact"])
        there = any(fact in squeezed(p.text) for p in document.passages)
        yield Item("source fact", there, known["source_fact"], about)
    if known.get("source_marks"):
        marks = [mark.marker for mark in table.marks] if table else []
        same = [bare(one) for one in marks] == [bare(one) for one in known["source_marks"]]
        yield Item("source marks", same, f"{marks}, not {known['source_marks']}", about, bool(marks))
