"""Documents as they were read before, kept by the bytes they were read from: nothing unchanged is taken apart again.

Invariant: what is given back is what reading the file now would give. A key is made of the file's path and bytes, of
the source of this package and of the versions of what it reads with; and of what is kept, nothing but the types of a
document is ever made. A store that cannot be used costs time, and nothing else.
"""

from __future__ import annotations

import hashlib
import io
import pickle
import re
import sys
import zlib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import Any, Protocol

from corpus import document, notes, places, tables
from corpus.document import Document
from corpus.errors import DocumentError, IndexBroken
from corpus.readers import read
from corpus.readers.opening import LARGEST_CONTAINER, fetch

_QUICK = 1  # of zlib's levels: five times smaller at next to no cost
_PROTOCOL = 5
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_TYPES = {
    (kind.__module__, kind.__qualname__): kind
    for module in (document, notes, places, tables)
    for kind in vars(module).values()
    if isinstance(kind, type) and hasattr(kind, "__dataclass_fields__")
}


class Store(Protocol):
    """Where values are kept by key. Its methods raise IndexBroken when it cannot be used."""

    def get(self, keys: Iterable[bytes]) -> Mapping[bytes, bytes]:
        """Return what is kept under these keys."""

    def put(self, values: Iterable[tuple[bytes, bytes]]) -> None:
        """Keep values under their keys."""


class Readings:
    """Reads files, but those whose document is known from ``before`` or from the store."""

    def __init__(self, before: Iterable[Document] = (), store: Store | None = None) -> None:
        self._before = {document.path: document for document in before}
        self._store = store if store is not None and made_with() is not None else None
        self._found: dict[str, Document] = {}

    def ahead(self, paths: Sequence[Path]) -> None:
        """Look for the documents of files that are read next, all at once."""
        self._found = {}
        missing: dict[bytes, str] = {}
        for path in paths:
            known = self._before.get(str(path))
            sha256 = _sha256(path) if known is not None or self._store is not None else ""
            if known is not None and known.sha256 == sha256:
                self._found[known.path] = known
            elif sha256:
                missing[key(str(path), sha256)] = str(path)
        if self._store is None or not missing:
            return
        try:
            stored = self._store.get(missing)
        except IndexBroken:
            self._store = None
            return
        made = {missing[key]: _read(value) for key, value in stored.items()}
        self._found |= {path: known for path, known in made.items() if known is not None}

    def read(self, path: Path) -> Document:
        """Return the document of a file. Raises DocumentError as `corpus.readers.read` does."""
        return self._found.get(str(path)) or read(path)

    def keep(self, documents: Iterable[Document]) -> None:
        """Keep the documents that were not known."""
        fresh = [document for document in documents if document is not self._found.get(document.path)]
        if self._store is None or not fresh:
            return
        try:
            self._store.put((key(document.path, document.sha256), _written(document)) for document in fresh)
        except IndexBroken:
            self._store = None


def key(path: str, sha256: str) -> bytes:
    """Return the key of the document read from a file of these bytes at this path."""
    return hashlib.sha256("\0".join((made_with() or "", "document", path, sha256)).encode(errors="replace")).digest()


@cache
def made_with() -> str | None:
    """Name all that decides what this package makes of bytes; None where that cannot be told: nothing is kept then."""
    try:
        names = sorted({match[0] for line in requires("tenkyo") or () if (match := _NAME.match(line))})
        digest = hashlib.sha256(f"{sys.version}\0{_PROTOCOL}".encode())
        for source in sorted(Path(__file__).parent.rglob("*.py")):
            digest.update(source.read_bytes())
    except (PackageNotFoundError, OSError):
        return None
    for name in names:
        digest.update(f"\0{name}=={_version(name)}".encode())
    return digest.hexdigest()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _sha256(path: Path) -> str:
    """Return the hash of a file's bytes; nothing where reading it will fail, which says what is wrong."""
    try:
        return hashlib.sha256(fetch(path, LARGEST_CONTAINER)).hexdigest()
    except DocumentError:
        return ""


def _written(document: Document) -> bytes:
    return zlib.compress(pickle.dumps(document, _PROTOCOL), _QUICK)


class _Documents(pickle.Unpickler):
    """Makes the types of a document and nothing else, whatever the bytes say."""

    def find_class(self, module_name: str, global_name: str) -> Any:  # noqa: ANN401  as pickle declares it
        if (module_name, global_name) not in _TYPES:
            raise pickle.UnpicklingError(f"{module_name}.{global_name} is no part of a document")
        return _TYPES[module_name, global_name]


def _read(value: bytes) -> Document | None:
    try:
        found = _Documents(io.BytesIO(zlib.decompress(value))).load()
    except Exception:  # whatever it is, it is no document, and the file is read
        return None
    return found if isinstance(found, Document) else None
