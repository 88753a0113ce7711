"""The command `docs`: the documents of the shelf, or one of them, looked at closely."""

from __future__ import annotations

import argparse
import difflib
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from bot.console import ANSWERED, FAILED, docs_command, settings, tell_left_out
from corpus.errors import UsageError
from corpus.issues import issues
from corpus.structure.dates import find_dates

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.document import Document
    from corpus.shelf import Shelf, Skipped


def docs(options: argparse.Namespace) -> int:
    """List the documents and what was left out and why, or show one; 1 when something was left out."""
    from bot.wiring import open_shelf  # noqa: PLC0415

    if not options.id and (options.html or options.issues):
        raise UsageError("docs --html and --issues need the ID of a document; `tenkyo docs` lists them")
    chosen = settings(options)
    shelf = open_shelf(chosen)
    if options.id:
        return _one(options, shelf, chosen.lang)
    for document in (*shelf.documents, *shelf.withdrawn):
        withdrawn = document in shelf.withdrawn
        if options.json:
            print(json.dumps(described(document) | {"withdrawn": withdrawn}, ensure_ascii=False))
        else:
            print(headed(document) + ("  [withdrawn]" if withdrawn else ""))
            print(f"    {counted(document)}")
    complain_of(shelf.skipped)
    return status(shelf)


def _named(doc_id: str, shelf: Shelf) -> Document:
    """Return the document with this id, also a withdrawn one. Raises UsageError naming the nearest."""
    there = {document.id: document for document in (*shelf.documents, *shelf.withdrawn)}
    if doc_id in there:
        return there[doc_id]
    near = ", ".join(difflib.get_close_matches(doc_id, list(there), n=3, cutoff=0.0))
    raise UsageError(f"there is no document '{doc_id}' on the shelf; the nearest: {near}")


def _one(options: argparse.Namespace, shelf: Shelf, lang: str) -> int:
    """Show one document, or say why the file that would be it was left out."""
    there = any(document.id == options.id for document in (*shelf.documents, *shelf.withdrawn))
    meant = [one for one in shelf.skipped if options.id in (one.path.stem, one.path.name, str(one.path))]
    if meant and not there:
        complain_of(meant)
        return FAILED
    document = _named(options.id, shelf)
    if shelf.left_out:
        tell_left_out(len(shelf.left_out), lang, docs_command(options))
    return _shown(document, options)


def _shown(document: Document, options: argparse.Namespace) -> int:
    """Show one document in the form that is asked for."""
    if options.html:
        from bot.render.reading import page  # noqa: PLC0415

        try:
            Path(options.html).write_text(page(document), "utf-8")
        except OSError as error:
            raise UsageError(f"{options.html}: cannot be written ({error.strerror}); name another file") from error
        print(f"wrote {options.html}: {len(document.passages)} passages, {len(document.notes)} notes")
        return ANSWERED
    from bot.render.outline import issue_lines, outline, place  # noqa: PLC0415

    if options.json:
        found = [asdict(issue) | {"place": place(document, issue)} for issue in issues(document)]
        print(json.dumps(described(document) | {"issues": found}, ensure_ascii=False, indent=2))
        return ANSWERED
    print(headed(document))
    print(f"    {counted(document)}")
    lines = issue_lines(document) if options.issues else outline(document)
    for line in lines:
        print(line)
    return ANSWERED


def headed(document: Document) -> str:
    """Return a document's id, title and who published it when, in a line."""
    by = ", ".join(part for part in (document.author, document.date, document.publisher) if part)
    return f"{document.id}  {document.title}" + (f"  ({by})" if by else "")


def counted(document: Document) -> str:
    """Return in a line what was understood of a document."""
    damaged = sum(note.damaged for note in document.notes)
    counts = {
        "sections": sections(document),
        "passages": len(document.passages),
        "tables": len(document.tables),
        "notes": len(document.notes),
    }
    line = ", ".join(f"{name} {count}" for name, count in counts.items())
    return f"{document.lang}, {line}" + (f" ({damaged} damaged)" if damaged else "")


def dated(document: Document) -> str:
    """Return in a line how many dates and issues a document has, and where to look at the issues."""
    dates = len(find_dates(document.text))
    found = len(issues(document))
    look = f"; `tenkyo docs {document.id} --issues` lists them" if found else ""
    return f"dates {dates}, issues {found}{look}"


def sections(document: Document) -> int:
    """Return how many sections hold passages."""
    return len({passage.section for passage in document.passages if passage.section})


def described(document: Document) -> dict[str, object]:
    """Return what was understood of a document, for programs."""
    kinds = [passage.kind for passage in document.passages]
    return {
        "id": document.id,
        "title": document.title,
        "author": document.author,
        "date": document.date,
        "publisher": document.publisher,
        "lang": document.lang,
        "sections": sections(document),
        "passages": {kind: kinds.count(kind) for kind in dict.fromkeys(kinds)},
        "notes": len(document.notes),
        "damaged_notes": sum(note.damaged for note in document.notes),
        "tables": len(document.tables),
        "unsourced": document.unsourced,
        "encoding": document.encoding,
        "sha256": document.sha256,
        "path": document.path,
    }


def complain_of(skipped: Sequence[Skipped]) -> None:
    """Say on standard error what was left out, and why."""
    for item in skipped:
        print(f"tenkyo: left out {item.path}: {item.reason}", file=sys.stderr)


def status(shelf: Shelf) -> int:
    """Return the exit status of a command that read a shelf: failed when something was left out."""
    return FAILED if shelf.left_out else ANSWERED
