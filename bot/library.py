"""The user's shelf as they change it: documents come, go, and are withdrawn.

Invariant: one writer at a time; every document is on the shelf whole, in its old or in its new text, at every moment
and whoever dies (`corpus.record`). Nothing leaves the shelf but what is removed by its id.
"""

from __future__ import annotations

import difflib
import hashlib
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from corpus.document import Document
from corpus.errors import DocumentError, ShelfError, UsageError
from corpus.gathering import gather
from corpus.readers import read
from corpus.record import OWN, Record, read_record, write_record
from corpus.shelf import Shelf, Skipped, read_shelf
from retrieval import locks

Change = Literal["added", "replaced", "unchanged"]


@dataclass(frozen=True, slots=True)
class Arrival:
    """A document that was put on the shelf; ``withdrawn`` says that it stays withdrawn there."""

    document: Document
    source: Path
    change: Change
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class Added:
    """What became of the files named: what is on the shelf now, and what was left out and why."""

    arrivals: tuple[Arrival, ...]
    left_out: tuple[Skipped, ...]


class Library:
    """The shelf under one folder, which is made when the first document comes."""

    def __init__(self, directory: Path) -> None:
        self._root = directory

    def add(self, paths: Sequence[Path], *, dry_run: bool = False) -> Added:
        """Copy documents, and those of folders, to the shelf; one whose id is there already replaces it.

        With ``dry_run`` nothing is written. Raises ShelfError when the shelf cannot be read or written.
        """
        gathered = gather(paths)
        left_out = list(gathered.left_out)
        arrivals = []
        with self._held() if not dry_run else self._looked_at() as (shelf, record):
            there = _by_id(shelf)
            for source, document in gathered.documents:
                old = there.get(document.id)
                change: Change = "added" if old is None else "replaced"
                if old is not None and old.sha256 == document.sha256:
                    change = "unchanged"
                elif not dry_run:
                    try:
                        self._put(source, document, old)
                    except (OSError, DocumentError) as error:
                        left_out.append(Skipped(source, f"not copied to the shelf: {error}"))
                        continue
                arrivals.append(Arrival(document, source, change, document.id in record.withdrawn))
        return Added(tuple(arrivals), tuple(left_out))

    def remove(self, ids: Sequence[str]) -> tuple[Document, ...]:
        """Take documents off the shelf, and their files with them.

        Raises UsageError when one of them is not there, and ShelfError; nothing was removed then.
        """
        with self._held() as (shelf, record):
            gone = self._named(ids, shelf)
            for document in gone:
                path = Path(document.path)
                path.unlink()
                with suppress(OSError):  # other documents are in the folder, or it is the shelf's own
                    if path.parent != self._root:
                        path.parent.rmdir()
            self._write(replace(record, withdrawn=record.withdrawn - {document.id for document in gone}))
        return gone

    def withdraw(self, ids: Sequence[str]) -> tuple[Document, ...]:
        """Keep documents on the shelf, but have them quoted no more. Raises as `remove` does."""
        with self._held() as (shelf, record):
            named = self._named(ids, shelf)
            self._write(replace(record, withdrawn=record.withdrawn | {document.id for document in named}))
        return named

    def restore(self, ids: Sequence[str]) -> tuple[Document, ...]:
        """Have withdrawn documents quoted again. Raises as `remove` does, and UsageError for one not withdrawn."""
        with self._held() as (shelf, record):
            named = self._named(ids, shelf)
            if quoted := [document.id for document in named if document.id not in record.withdrawn]:
                raise UsageError(f"'{quoted[0]}' is not withdrawn; `tenkyo docs` shows which documents are")
            self._write(replace(record, withdrawn=record.withdrawn - {document.id for document in named}))
        return named

    @contextmanager
    def _held(self) -> Iterator[tuple[Shelf, Record]]:
        """Be the only one who changes the shelf, and tidy up after whoever died doing so."""
        try:
            with locks.exclusive(self._root / OWN / "lock"):
                self._tidy()
                yield read_shelf([self._root]), read_record(self._root)
        except OSError as error:
            raise ShelfError(
                f"the shelf {self._root} cannot be changed ({error}); free the disk, correct its permissions, or set "
                "TENKYO_SHELF_DIR"
            ) from error

    @contextmanager
    def _looked_at(self) -> Iterator[tuple[Shelf, Record]]:
        shelf = read_shelf([self._root]) if self._root.is_dir() else Shelf((), (), "")
        yield shelf, read_record(self._root)

    def _put(self, source: Path, document: Document, old: Document | None) -> None:
        """Copy a file aside and switch to it by one rename. Raises OSError, and DocumentError when it changed."""
        data = source.read_bytes()
        if hashlib.sha256(data).hexdigest() != document.sha256:
            raise DocumentError("the file changed while it was read; add it again")
        aside = self._incoming / source.name
        aside.parent.mkdir(parents=True, exist_ok=True)
        try:
            with aside.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            target = self._place(source.name, document, old)
            target.parent.mkdir(parents=True, exist_ok=True)
            was = Path(old.path) if old else target
            if was != target:
                record = read_record(self._root)
                names = {str(was.relative_to(self._root)): str(target.relative_to(self._root))}
                write_record(self._root, replace(record, replaced={**record.replaced, **names}))
            aside.replace(target)
            if was != target:
                self._tidy()
        finally:
            shutil.rmtree(self._incoming, ignore_errors=True)

    def _place(self, name: str, document: Document, old: Document | None) -> Path:
        """Return where a file goes: under its own name, which may give the id, in a folder of its own if need be."""
        if old is not None and Path(old.path).name == name:
            return Path(old.path)
        path = self._root / name
        if not path.exists():
            return path
        if old is not None and path.samefile(old.path):
            return Path(old.path)
        try:
            taken = read(path).id != document.id  # also where the disk takes A.md and a.md for one name
        except DocumentError:
            taken = False  # what cannot be read is no document that could be lost
        return self._root / hashlib.sha256(document.id.encode()).hexdigest()[:12] / name if taken else path

    def _tidy(self) -> None:
        """Finish replacements that were cut short, and drop half-made copies."""
        shutil.rmtree(self._incoming, ignore_errors=True)
        record = read_record(self._root)
        for old, new in record.replaced.items():
            if (self._root / new).exists():
                (self._root / old).unlink(missing_ok=True)
        if record.replaced:
            write_record(self._root, replace(record, replaced={}))

    def _write(self, record: Record) -> None:
        if record != read_record(self._root):
            write_record(self._root, record)

    @property
    def _incoming(self) -> Path:
        return self._root / OWN / "incoming"

    def _named(self, ids: Sequence[str], shelf: Shelf) -> tuple[Document, ...]:
        there = _by_id(shelf)
        for name in ids:
            if name not in there:
                near = difflib.get_close_matches(name, list(there), n=3, cutoff=0.0)
                hint = f"the nearest: {', '.join(near)}" if near else "the shelf holds no document"
                raise UsageError(f"there is no document '{name}' on the shelf {self._root}; {hint}")
        return tuple(there[name] for name in dict.fromkeys(ids))


def _by_id(shelf: Shelf) -> dict[str, Document]:
    return {document.id: document for document in (*shelf.documents, *shelf.withdrawn)}
