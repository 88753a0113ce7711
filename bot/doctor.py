"""Whether this installation can answer a question, and what to do where it cannot."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from bot.settings import Settings
from corpus.errors import TenkyoError


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    well: bool
    what: str


def examine(settings: Settings) -> list[Finding]:
    """Look at the interpreter, the packages, the embedding model, the shelf and the index, in this order."""
    found = [Finding(sys.version_info >= (3, 11), f"Python {sys.version.split()[0]} (3.11 or later)")]
    found += [_package(name) for name in ("llama-index-core", "chromadb", "bm25s", "sudachipy", "sudachidict-core")]
    found.append(_model(settings))
    return found + _shelf(settings)


def _package(name: str) -> Finding:
    try:
        return Finding(True, f"{name} {version(name)}")
    except PackageNotFoundError:
        return Finding(False, f"{name} is not installed: pip install {name}")


def _model(settings: Settings) -> Finding:
    from retrieval.embedding import load_embedder  # noqa: PLC0415

    try:
        embedder = load_embedder(settings.embedding)
    except TenkyoError as error:
        return Finding(False, str(error))
    if embedder is None:
        return Finding(True, "no embedding model: passages are found by their words alone")
    return Finding(True, f"embedding model {embedder.name}, {embedder.dimension} dimensions")


def _shelf(settings: Settings) -> list[Finding]:
    from bot.wiring import index_directory, open_index, open_shelf, shelf_roots  # noqa: PLC0415

    try:
        shelf = open_shelf(settings)
    except TenkyoError as error:
        return [Finding(False, str(error))]
    passages = sum(len(document.passages) for document in shelf.documents)
    found = [Finding(True, f"shelf: {len(shelf.documents)} documents, {passages} passages")]
    found += [Finding(False, f"left out {item.path}: {item.reason}") for item in shelf.skipped]
    for document in shelf.documents:
        found += [
            Finding(True, f"{document.id}: note {note.marker} is damaged as printed: {note.damage}")
            for note in document.notes
            if note.damaged
        ]
    try:
        index = open_index(settings, shelf)
    except TenkyoError as error:
        return [*found, Finding(False, str(error))]
    index.close()
    directory = index_directory(settings, shelf_roots(settings))
    return [*found, Finding(True, f"index {index.generation} in {directory}")]
