"""The shelf: every document under the given folders, and what was left out and why. The only disk reads.

Invariant: every file under the roots is a document or is listed as skipped with its reason; order and hash depend on
the files alone.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.document import Document
from corpus.errors import DocumentError, ShelfError
from corpus.readers import SUFFIXES, no_reader, read


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that is not on the shelf, and the reason."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """Documents in the order of their paths, what was left out, and a hash of ids and contents."""

    documents: tuple[Document, ...]
    skipped: tuple[Skipped, ...]
    hash: str

    def document(self, doc_id: str) -> Document | None:
        """Return the document with this id, or None."""
        return next((document for document in self.documents if document.id == doc_id), None)


def load_shelf(roots: Sequence[Path]) -> Shelf:
    """Read every document under the roots (folders, searched recursively, or files).

    Raises ShelfError when a root does not exist, when two files give the same document id, or when nothing under the
    roots can be read; the message names the files and what to do.
    """
    documents: dict[str, Document] = {}
    skipped: list[Skipped] = []
    for path in _files(roots):
        reason = _reason_to_skip(path, roots)
        if reason:
            skipped.append(Skipped(path, reason))
            continue
        try:
            document = read(path)
        except DocumentError as error:
            skipped.append(Skipped(path, str(error)))
            continue
        if other := documents.get(document.id):
            raise ShelfError(
                f"{path} and {other.path} are both document '{document.id}'; give one another id: in its front matter, "
                "or rename it"
            )
        documents[document.id] = document
    if not documents:
        listed = "".join(f"\n  {one.path}: {one.reason}" for one in skipped[:10])
        names = ", ".join(str(root) for root in roots) or "(no folder given)"
        raise ShelfError(f"no readable document under {names}; put {', '.join(SUFFIXES)} files there{listed}")
    return Shelf(tuple(documents.values()), tuple(skipped), shelf_hash(documents.values()))


def shelf_hash(documents: Iterable[Document]) -> str:
    """Return a hash over ids and file contents, independent of where the files stand."""
    digest = hashlib.sha256()
    for line in sorted(f"{document.id}\t{document.sha256}" for document in documents):
        digest.update(line.encode("utf-8") + b"\n")
    return digest.hexdigest()


def _files(roots: Sequence[Path]) -> list[Path]:
    """Return every file under the roots once, sorted by path inside each root; links to folders are not followed."""
    found: dict[Path, Path] = {}
    for root in roots:
        if not root.exists():
            raise ShelfError(f"{root} does not exist; name a folder with documents, or a document")
        paths = [root] if root.is_file() else sorted(_walk(root))
        for path in paths:
            found.setdefault(path.resolve(), path)
    return list(found.values())


def _walk(root: Path) -> Iterator[Path]:
    for folder, _, names in os.walk(root):
        for name in names:
            yield Path(folder) / name


def _reason_to_skip(path: Path, roots: Sequence[Path]) -> str:
    """Return why a file is no document, or nothing."""
    root = next((root for root in roots if path == root or root in path.parents), path.parent)
    inside = path.relative_to(root).parts if path != root else (path.name,)
    if any(part.startswith(".") for part in inside) or path.name.endswith("~"):
        return "hidden file or folder"
    return no_reader(path)
