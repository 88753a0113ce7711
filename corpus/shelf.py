"""The shelf: every document under the given folders, and what was left out and why. The only disk reads.

Invariant: every file under the roots is a document, is listed as skipped with its reason, or belongs to the record
that a folder keeps of itself; order and hash depend on the files and that record alone.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from corpus.document import Document
from corpus.errors import DocumentError, ShelfError
from corpus.kept import Readings, Store
from corpus.readers import SUFFIXES, no_reader
from corpus.record import OWN, Record, read_record, record_path

_READ_AT_ONCE = 256  # files
HIDDEN = "hidden file or folder"
ROUND = "a link that leads back to itself; remove it, or let it lead to a file"
LINKED_FOLDER = "a link to a folder is not followed; name that folder itself to add it"


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file or folder that is not on the shelf, and the reason."""

    path: Path
    reason: str

    @property
    def meant(self) -> bool:
        """Say whether somebody may miss it: anything but a hidden file."""
        return self.reason != HIDDEN


@dataclass(frozen=True, slots=True)
class Shelf:
    """Documents in the order of their paths, what was left out, and a hash of ids and contents.

    ``withdrawn`` are documents that are kept but must not be quoted any more; they are not among ``documents``.
    """

    documents: tuple[Document, ...]
    skipped: tuple[Skipped, ...]
    hash: str
    withdrawn: tuple[Document, ...] = ()

    @property
    def left_out(self) -> tuple[Skipped, ...]:
        """What somebody may look for on the shelf and will not be answered from."""
        return tuple(one for one in self.skipped if one.meant)

    def document(self, doc_id: str) -> Document | None:
        """Return the document with this id, or None."""
        return next((document for document in self.documents if document.id == doc_id), None)


def load_shelf(roots: Sequence[Path], before: Shelf | None = None, store: Store | None = None) -> Shelf:
    """Read every document under the roots (folders, searched recursively, or files).

    A file that ``before`` holds with the same bytes, or the store, is not taken apart again; the store is given what it
    did not hold. Of two files with one document id the first is read. Raises ShelfError when a root does not exist, or
    when nothing under the roots can be read; the message names the files and what to do.
    """
    shelf = read_shelf(roots, before, store)
    if not shelf.documents and not shelf.withdrawn:
        listed = "".join(f"\n  {one.path}: {one.reason}" for one in shelf.skipped[:10])
        names = ", ".join(str(root) for root in roots) or "(no folder given)"
        raise ShelfError(f"no readable document under {names}; put {', '.join(SUFFIXES)} files there{listed}")
    return shelf


def read_shelf(roots: Sequence[Path], before: Shelf | None = None, store: Store | None = None) -> Shelf:
    """Read like `load_shelf`, but take a shelf without a document for what it is."""
    readings = Readings((*before.documents, *before.withdrawn) if before else (), store)
    skipped: list[Skipped] = []
    found = _files(roots, skipped)
    records = {root: read_record(root) for root in roots if root.is_dir()}  # after the walk: see `corpus.record`
    documents: dict[str, Document] = {}
    withdrawn: set[str] = set()
    for some in _batches(_sorted_out(roots, found, records)):
        readings.ahead([path for _, path, reason in some if not reason])
        read = [(root, _read(readings, path) if not reason else Skipped(path, reason)) for root, path, reason in some]
        readings.keep([one for _, one in read if isinstance(one, Document)])
        for root, document in read:
            if isinstance(document, Skipped):
                skipped.append(document)
            elif other := documents.get(document.id):
                what = f"document '{document.id}' as {other.path} is, which was read"
                reason = f"{what}; give one another id: in its front matter, or rename it"
                skipped.append(Skipped(Path(document.path), reason))
            else:
                documents[document.id] = document
                if root in records and document.id in records[root].withdrawn:
                    withdrawn.add(document.id)
    quoted = tuple(document for document in documents.values() if document.id not in withdrawn)
    kept = tuple(document for document in documents.values() if document.id in withdrawn)
    return Shelf(quoted, tuple(skipped), shelf_hash(quoted), kept)


def shelf_hash(documents: Iterable[Document]) -> str:
    """Return a hash over ids and file contents, independent of where the files stand."""
    digest = hashlib.sha256()
    for line in sorted(f"{document.id}\t{document.sha256}" for document in documents):
        digest.update(line.encode("utf-8") + b"\n")
    return digest.hexdigest()


def shelf_state(roots: Sequence[Path]) -> str:
    """Return what changes whenever a file under the roots does: cheap, for it opens none of them.

    A root that does not exist is a state like another.
    """
    digest = hashlib.sha256()
    for root in roots:
        for path in (str(root), *sorted(_names(str(root), [])), str(record_path(root))):
            try:
                told = os.stat(path)  # noqa: PTH116  a Path for each file would cost more than looking at it
            except OSError:
                continue
            # Also when and where it was written: a tool that puts the date back can set neither.
            seen = (told.st_size, told.st_mtime_ns, told.st_ctime_ns, told.st_ino)
            if stat.S_ISDIR(told.st_mode):  # a folder changes with what is none of the shelf's too
                seen = (0, 0, 0, 0)
            digest.update(f"{path}\0{seen}\n".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def holds_documents(root: Path) -> bool:
    """Say whether a folder has a file that looks like a document, without opening any."""
    return any(not reason_to_skip(path, root) for path in _walk(root))


def _files(roots: Sequence[Path], skipped: list[Skipped]) -> list[tuple[Path, Path]]:
    """Return every file under the roots once, with its root, sorted by path inside each root.

    Folders that cannot be entered, and links to folders, which are not followed, are added to ``skipped``.
    """
    found: dict[Path, tuple[Path, Path]] = {}
    for root in roots:
        if not root.exists():
            raise ShelfError(f"{root} does not exist; name a folder with documents, or a document")
        paths = [root] if root.is_file() else sorted(map(Path, _names(str(root), skipped)))
        for path in paths:
            found.setdefault(resolved(path), (root, path))
    return list(found.values())


def _walk(root: Path) -> Iterator[Path]:
    return map(Path, _names(str(root), []))


def _names(root: str, skipped: list[Skipped]) -> Iterator[str]:
    closed: list[OSError] = []
    for folder, folders, names in os.walk(root, onerror=closed.append):
        if OWN in folders:
            folders.remove(OWN)
        for name in folders:
            path = Path(folder, name)
            if path.is_symlink():
                hidden = bool(reason_to_skip(path / "any.txt", Path(root)))
                skipped.append(Skipped(path, HIDDEN if hidden else LINKED_FOLDER))
        for name in names:
            yield f"{folder}{os.sep}{name}"
    skipped += [Skipped(Path(error.filename), closed_folder(error)) for error in closed]


def closed_folder(error: OSError) -> str:
    """Return the reason for a folder that cannot be entered."""
    return f"cannot be read ({error.strerror}); check its permissions"


def resolved(path: Path) -> Path:
    """Return where a path leads; of links that lead round in a circle, one of them."""
    return Path(os.path.realpath(path))  # Path.resolve raises an error of its own for a circle, in some versions


def leads_out(path: Path, homes: Sequence[Path]) -> str:
    """Return a reason for a link that leads to no file, or out of all the folders (resolved), or nothing."""
    if not path.is_symlink():
        return ""
    target = resolved(path)
    if target.is_symlink():
        return ROUND
    if not target.exists():
        return "a link to a file that is not there; remove it, or put the file there"
    if any(home in (target, *target.parents) for home in homes):
        return ""
    return f"a link to a file outside of the folder is not followed; name {target} itself to add it"


def _sorted_out(
    roots: Sequence[Path], found: Sequence[tuple[Path, Path]], records: Mapping[Path, Record]
) -> Iterator[tuple[Path, Path, str]]:
    """Yield root, path and the reason why a file is no document, or nothing; without those that were replaced."""
    homes = [resolved(root) for root in roots]
    for root, path in found:
        record = records.get(root)
        if record and (successor := record.replaced.get(str(path.relative_to(root)))) and (root / successor).exists():
            continue
        yield root, path, _reason_to_skip(path, root, homes)


def _batches(files: Iterable[tuple[Path, Path, str]]) -> Iterator[list[tuple[Path, Path, str]]]:
    """Divide files into batches of bounded number: what a killed run loses, and what is in memory twice."""
    remaining = iter(files)
    while batch := list(islice(remaining, _READ_AT_ONCE)):
        yield batch


def _read(readings: Readings, path: Path) -> Document | Skipped:
    try:
        return readings.read(path)
    except DocumentError as error:
        return Skipped(path, str(error).removeprefix(f"{path}: "))


def reason_to_skip(path: Path, root: Path) -> str:
    """Return why a file under a root is no document as far as its name tells, or nothing."""
    inside = path.relative_to(root).parts if path != root else (path.name,)
    if any(part.startswith(".") for part in inside) or path.name.endswith("~"):
        return HIDDEN
    return no_reader(path)


def _reason_to_skip(path: Path, root: Path, homes: Sequence[Path]) -> str:
    """Return why a file is no document, or nothing; what is no file (a pipe, a device) would be read without end."""
    if reason := reason_to_skip(path, root) or (leads_out(path, homes) if path != root else ""):
        return reason
    return "" if path.is_file() or not path.exists() else "not a regular file"
