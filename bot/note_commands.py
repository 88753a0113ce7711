"""The command that shows the primary sources of the shelf: `notes`."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections.abc import Iterable, Iterator

from bot.console import ABSTAINED, ANSWERED, settings
from bot.messages import text
from bot.render.plain import clean
from bot.render.wrapping import wrap
from corpus.document import Note
from corpus.primary import Primary, Resting, named, primaries


def notes(options: argparse.Namespace) -> int:
    """List the primary sources that the documents name, or everything that rests on those of a name; 3 for none.

    Each source stands once, however many notes and documents name it.
    """
    from bot.wiring import open_shelf  # noqa: PLC0415

    chosen = settings(options)
    words = " ".join(options.source)
    found = named(primaries(open_shelf(chosen).documents), words)
    if not found and words.strip():
        print(f"no source matches {words!r}; `tenkyo notes` lists those that there are", file=sys.stderr)
    for primary in found:
        if options.json:
            print(json.dumps(_described(primary), ensure_ascii=False))
        else:
            width = min(shutil.get_terminal_size().columns, 100)
            print("\n".join(_shown(primary, chosen.lang, width, whole=bool(words.strip()))))
    return ANSWERED if found else ABSTAINED


def _shown(primary: Primary, lang: str, width: int, *, whole: bool) -> Iterator[str]:
    """Yield the lines of a source: what it is, its notes, and below each document what rests on it."""
    yield from wrap(_headed(primary, lang), width, "", "  ")
    if primary.source.url:
        yield f"  {clean(primary.source.url)}"
    if not whole:
        yield f"  {_counted(primary)}"
        return
    for document, note in primary.notes:
        if note.damaged:
            flag = f"〔{text('damaged', lang)}〕"
            yield from wrap(f"{document.id} {_label(note.marker, lang)} {flag} {clean(note.text)}", width, "  ", "    ")
    for resting in primary.resting:
        place = text("separator", lang).join((resting.document.id, *resting.section, _label(resting.marker, lang)))
        yield from wrap(clean(place), width, "  ", "    ")
        yield from wrap(clean(resting.text), width, "    ", "    ")
    if not primary.resting:
        yield f"  {_counted(primary)}"


def _headed(primary: Primary, lang: str) -> str:
    source = primary.source
    title = text("title", lang, title=source.title) if source.title else ""
    named_ = " ".join(part for part in (source.publisher, title, source.date) if part)
    return clean(named_ or source.text or source.url)


def _counted(primary: Primary) -> str:
    documents = sorted({document.id for document, _ in primary.notes})
    return f"statements {len(primary.resting)}, notes {len(primary.notes)}: {', '.join(documents)}"


def _label(marker: str, lang: str) -> str:
    return text("note", lang, marker=marker) if marker.isalnum() else marker


def _described(primary: Primary) -> dict[str, object]:
    source = primary.source
    return {
        "publisher": source.publisher,
        "title": source.title,
        "date": source.date,
        "url": source.url,
        "text": source.text,
        "notes": list(_notes((document.id, note) for document, note in primary.notes)),
        "statements": [_statement(resting) for resting in primary.resting],
    }


def _notes(pairs: Iterable[tuple[str, Note]]) -> Iterator[dict[str, object]]:
    for doc, note in pairs:
        yield {"doc": doc, "marker": note.marker, "text": note.text, "damaged": note.damaged}


def _statement(resting: Resting) -> dict[str, object]:
    return {
        "doc": resting.document.id,
        "section": list(resting.section),
        "marker": resting.marker,
        "start": resting.span.start,
        "end": resting.span.end,
        "text": resting.text,
    }
