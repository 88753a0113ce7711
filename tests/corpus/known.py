"""A document against the truth written down beside it (``NAME.truth.json``), item by item."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.document import Document, Note, Table

FIELDS = ("title", "author", "date", "publisher", "lang", "series", "affiliation")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is known of a document: its kind, whether the reading has it right, and what is wrong."""

    kind: str
    right: bool
    what: str


def truth_of(path: Path) -> dict[str, Any]:
    """Return the truth beside a document."""
    loaded: dict[str, Any] = json.loads(path.with_name(path.stem + ".truth.json").read_text("utf-8"))
    return loaded


def items(document: Document, truth: dict[str, Any]) -> Iterator[Item]:
    """Yield every item of the truth with whether the reading has it right."""
    for name in FIELDS:
        if name in truth:
            yield _same(name, getattr(document, name, ""), truth[name])
    yield from _flow(document, truth)
    yield from _tables(document, truth)
    yield from _notes(document, truth)
    yield from _marks(document, truth)


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _unadorned(heading: str) -> str:
    return _squeezed(heading).strip("■●○◆◇□▼▶【】〈〉＜＞")


def _same(kind: str, found: object, known: object) -> Item:
    right = _squeezed(str(found)) == _squeezed(str(known or ""))
    return Item(kind, right, "" if right else f"{found!r}, not {known!r}")


def _flow(document: Document, truth: dict[str, Any]) -> Iterator[Item]:
    paths = list(dict.fromkeys(passage.section for passage in document.passages if passage.section))
    levels = {_unadorned(path[-1]): len(path) for path in paths}
    top = min((level for _, level in truth.get("sections", ())), default=1)
    for heading, level in truth.get("sections", ()):
        depth = levels.get(_unadorned(heading))
        yield Item("section", depth == level - top + 1, f"{heading}: depth {depth}, not {level - top + 1}")
    opened = {_squeezed(part) for path in paths for part in path}
    real = {_squeezed(heading) for heading, _ in truth.get("sections", ())}
    for line in truth.get("not_headings", ()):  # a line of a table of contents may read like the heading it announces
        yield Item("no heading", _squeezed(line) not in opened - real, line)
    texts = [_squeezed(passage.text) for passage in document.passages]
    for sentence in truth.get("sentences_whole", ()):
        yield Item("whole sentence", any(_squeezed(sentence) in text for text in texts), sentence)
    if "subtitle" in truth:
        yield Item("subtitle", any(_squeezed(truth["subtitle"]) in text for text in texts), truth["subtitle"])
    left = [_squeezed(piece.text) for piece in document.furniture]
    for line in truth.get("furniture", ()):
        yield Item("furniture", any(_squeezed(line) == text for text in left), line)


def _tables(document: Document, truth: dict[str, Any]) -> Iterator[Item]:
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
        yield from _table(document, document.tables[matched[i]] if i in matched else None, known)
    free = [table for k, table in enumerate(document.tables) if k not in matched.values()]
    for table in free:
        yield Item(
            "no table", False, f"{table.label} {table.caption} {[c.text for r in table.rows for c in r.cells][:6]}"
        )
    texts = [_squeezed(passage.text) for passage in document.passages]
    for known in truth.get("figures", ()):
        words = (known.get("label", ""), known.get("caption", ""))
        yield Item("figure", any(all(_squeezed(word) in text for word in words) for text in texts), str(known))


def _known_cells(known: dict[str, Any]) -> set[str]:
    return {_squeezed(cell) for row in known["rows"] for cell in row if cell}


def _cells(table: Table) -> set[str]:
    return {_squeezed(cell.text) for row in table.rows for cell in row.cells}


def _remarks(document: Document, table: Table | None) -> str:
    return "".join(_squeezed(document.text[span.start : span.end]) for span in (table.remarks if table else ()))


def _table(document: Document, table: Table | None, known: dict[str, Any]) -> Iterator[Item]:
    for name in ("label", "caption", "period", "unit"):
        found = getattr(table, name) if table else None
        yield _same(f"table {name}", found, known.get(name, ""))
    header = [_squeezed(name) for name in known.get("header") or ()]
    read = [_squeezed(name) for name in table.header] if table else None
    yield Item("table header", read == header, f"{read}, not {header}")
    rows = [[_squeezed(cell.text) for cell in row.cells] for row in table.rows] if table else []
    for number, row in enumerate(known["rows"]):
        for column, cell in enumerate(row):
            found = rows[number][column] if number < len(rows) and column < len(rows[number]) else None
            yield Item("cell", found == _squeezed(cell or ""), f"row {number + 1}: {found!r}, not {cell!r}")
    if len(rows) > len(known["rows"]):
        yield Item("cell", False, f"rows too many: {rows[len(known['rows']) :]}")
    if known.get("source"):
        source, fact = table.source if table else "", _squeezed(known.get("source_fact") or "")
        line = _squeezed(known["source"])  # all that is printed; the fact in it is no source
        expected = (line.replace(fact, "") if fact else line).strip("（）()")
        yield Item("table source", expected in _squeezed(source), f"{source!r}, not {expected!r}")
        apart = not fact or (fact not in _squeezed(source) and fact in _remarks(document, table))
        yield Item("remark", apart, f"{_remarks(document, table)!r}, not {fact!r}")
    if known.get("source_fact"):
        fact = _squeezed(known["source_fact"])
        yield Item("source fact", any(fact in _squeezed(p.text) for p in document.passages), known["source_fact"])
    if known.get("source_marks"):
        marks = [mark.marker for mark in table.marks] if table else []
        same = [_bare(one) for one in marks] == [_bare(one) for one in known["source_marks"]]
        yield Item("source marks", same, f"{marks}, not {known['source_marks']}")


def _notes(document: Document, truth: dict[str, Any]) -> Iterator[Item]:
    for known in truth.get("notes", ()):
        marker, words = _bare(known["marker"]), _without_address(known["text"])
        note = next((one for one in document.notes if _without_address(one.text) == words), None)
        note = note or next((one for one in document.notes if _bare(one.marker) == marker), None)
        yield _same("note", _without_address(note.text) if note else None, words)
        yield Item("note marker", note is not None and _bare(note.marker) == _bare(known["marker"]), known["marker"])
        yield from _sources(note, known)
    extra = len(document.notes) - len(truth.get("notes", ()))
    if extra > 0:
        yield Item("no note", False, f"{extra} notes too many: {[note.text[:40] for note in document.notes]}")


def _without_address(text: str) -> str:
    """Return the words of a note; where its address stands is not part of what is known."""
    bare = re.sub(r"[<＜]?\s*(?:https?://|www\.)[!-;=?-~\s]+[>＞]?", "", text)
    return re.sub(r"[\s。.，、,]+$", "", _squeezed(bare))


def _bare(marker: str) -> str:
    plain = unicodedata.normalize("NFKC", marker)
    return re.sub(r"[^\w*†‡]|注|註|주|note", "", plain, flags=re.IGNORECASE)


def _sources(note: Note | None, known: dict[str, Any]) -> Iterator[Item]:
    read = note.sources if note else ()
    if len(read) > len(known["sources"]):
        yield Item("no source", False, f"{read[len(known['sources']) :]}")
    for number, source in enumerate(known["sources"]):
        for name in ("title", "publisher", "date", "url"):
            found = getattr(read[number], name) if number < len(read) else None
            yield _same(f"source {name}", found, source.get(name, ""))
        if source.get("same_as"):
            by = read[number].by if number < len(read) else ""
            yield Item("source by", _bare(by) == _bare(source["same_as"]), f"{by!r}, not {source['same_as']!r}")


def _marks(document: Document, truth: dict[str, Any]) -> Iterator[Item]:
    marks = {mark for passage in document.passages for mark in passage.marks}
    for known in truth.get("marks", ()):
        clause, marker = _squeezed(known["clause"]), _bare(known["marker"])
        tail = clause[-12:]
        here = [
            mark
            for mark in marks
            if _bare(mark.marker.split(" (")[0]) == marker
            and _squeezed(document.text[max(mark.at - 60, 0) : mark.at])
            .rstrip("。．.」』”)）")
            .endswith(tail.rstrip("。．.」』”)）"))
        ]
        yield Item("mark", bool(here), f"{known['marker']} behind {known['clause']}")
        spans = [_squeezed(document.text[getattr(mark, "since", mark.at) : mark.at]) for mark in here]
        strip = "。．.」』”)）、，,"
        held = any(span and (clause.rstrip(strip) in span or span.rstrip(strip) in clause) for span in spans)
        yield Item("clause", held, f"{known['marker']}: {spans}, not {clause}")
    for words in truth.get("not_marks", ()):
        bare = _squeezed(re.sub(r"<[^>]*>", "", words))
        kept = _squeezed(document.text + "".join(piece.text for piece in document.furniture))
        yield Item("no mark", bare in kept, words)
