"""What of a document should be looked at before it is trusted: its notes, marks, misprints, gaps and torn tables.

Invariant: an issue says where it is and why; nothing is put right. Further detectors add their issues to `issues`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.document import Document
from corpus.structure.glued.refused import all_run_on, runs_on
from corpus.suspects import suspects


@dataclass(frozen=True, slots=True)
class Issue:
    """Something to look at: ``[start, end)`` of canonical text, and the reason. A gap has no text: there both are -1.

    ``kind`` is one or two words to sort by, ``page`` is None where pages are not known.
    """

    kind: str
    start: int
    end: int
    reason: str
    page: int | None = None


def issues(document: Document) -> tuple[Issue, ...]:
    """Return the issues of a document in the order of its text, gaps first."""
    found = (*_notes(document), *_marks(document), *_suspects(document), *_ran_together(document))
    return (*_gaps(document), *sorted(found, key=lambda issue: (issue.start, issue.kind)))


def _gaps(document: Document) -> Iterator[Issue]:
    for gap in document.gaps:
        yield Issue("not read", -1, -1, gap.what, gap.page or None)


def _notes(document: Document) -> Iterator[Issue]:
    pages = {passage.start: passage.page for passage in document.passages if passage.kind == "note"}
    for note in document.notes:
        for flag in note.flags:
            yield Issue(flag.kind, note.start, note.end, flag.detail, pages.get(note.start))


def _marks(document: Document) -> Iterator[Issue]:
    """Yield an issue for each mark that points to no note, where the document has notes at all."""
    known = {note.marker for note in document.notes}
    seen: set[tuple[str, int]] = set()
    for passage in document.passages if known else ():
        for mark in passage.marks:
            if mark.marker not in known and (mark.marker, mark.at) not in seen:
                seen.add((mark.marker, mark.at))
                start = max(mark.since, passage.start) if mark.since >= 0 else passage.start
                yield Issue("no note", start, mark.at, f"the mark {mark.marker} points to no note", passage.page)


def _ran_together(document: Document) -> Iterator[Issue]:
    """Yield an issue for each row of a table whose columns ran together: how it was put apart, or that it was not."""
    pages = {(passage.table, passage.row): passage.page for passage in document.passages if passage.kind == "row"}
    for table in document.tables:
        printed = [row.cells[0].text for row in table.rows if len(row.cells) == 1]
        whole = all_run_on(printed)
        put_apart = any(cell.recovered for row in table.rows for cell in row.cells)
        for row in table.rows:
            cut = [cell for cell in row.cells if cell.recovered]
            if cut:
                read = " | ".join(cell.text.strip() for cell in row.cells)
                told = f"the columns ran together; put apart by {cut[0].recovered}: {read}"
            elif len(row.cells) == 1 and (put_apart or whole or runs_on(row.cells[0].text)):
                told = "the columns ran together, and nothing decides where each ends"
            else:
                continue
            yield Issue("ran together", row.start, row.end, told, pages.get((table.id, row.number)))


def _suspects(document: Document) -> Iterator[Issue]:
    """Yield an issue for each suspected recognition error."""
    passages = sorted(document.passages, key=lambda passage: (passage.start, -passage.end))
    starts = [passage.start for passage in passages]
    for suspect in suspects(document):
        at = bisect_right(starts, suspect.start) - 1
        likely = f"; probably {suspect.likely}" if suspect.likely else ""
        page = passages[at].page if at >= 0 else None
        yield Issue("suspect", suspect.start, suspect.end, suspect.reason + likely, page)
