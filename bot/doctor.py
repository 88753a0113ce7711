"""Whether this installation can answer a question, and what to do where it cannot.

Invariant: `examine` changes nothing; `repair` never touches a document.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from bot.settings import Settings
from corpus.errors import IndexBroken, StoreUnreachable, TenkyoError, UsageError

if TYPE_CHECKING:
    from corpus.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    well: bool
    what: str


def examine(settings: Settings) -> list[Finding]:
    """Look at the interpreter, the packages, the models, the shelf and the index, in this order."""
    found = [Finding(sys.version_info >= (3, 11), f"Python {sys.version.split()[0]} (3.11 or later)")]
    found += [_package(name) for name in ("llama-index-core", "chromadb", "bm25s", "sudachipy", "sudachidict-core")]
    found += [_model(settings), _reader(settings)]
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


def _reader(settings: Settings) -> Finding:
    from retrieval.reader.model import Reader  # noqa: PLC0415

    if settings.reader == "none":
        return Finding(True, "no small reader: answers are chosen by words and likeness alone")
    try:
        Reader().read("?", ["."])
    except TenkyoError as error:
        return Finding(False, str(error))
    return Finding(True, "small reader: its model can be read")


def _shelf(settings: Settings) -> list[Finding]:
    from bot.wiring import open_shelf  # noqa: PLC0415

    try:
        shelf = open_shelf(settings, looking=True)
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
        return [*found, *_server(settings), *_kept(settings), *_index(settings, shelf)]
    except UsageError as error:  # TENKYO_CHROMA is no address
        return [*found, Finding(False, str(error))]


def _server(settings: Settings) -> list[Finding]:
    """Look at the Chroma server, where one is to be used."""
    from bot.places import chroma_server, vector_store  # noqa: PLC0415

    server, store = chroma_server(settings), vector_store(settings)
    if server is None or store is None:
        return []
    if settings.embedding == "none":
        return [Finding(True, "TENKYO_CHROMA is not used: there is no embedding model")]
    try:
        found = [Finding(True, f"Chroma server {store.about()}")]
        if server.in_the_clear:
            found.append(Finding(True, "TENKYO_CHROMA_TOKEN crosses the network unencrypted; use https"))
        stale = store.stale()
    except TenkyoError as error:
        return [Finding(False, str(error))]
    if stale:
        found.append(Finding(True, f"left on the server, read by nobody: {', '.join(stale)} (--repair removes it)"))
    return found


def _kept(settings: Settings) -> list[Finding]:
    """Look at the index directory and at what is kept in it for all shelves."""
    from bot.places import index_directory, shelf_roots  # noqa: PLC0415
    from retrieval.upkeep import damage, leftovers, store_damage  # noqa: PLC0415

    place = settings.index_dir
    there = next(path for path in (place, *place.absolute().parents) if path.exists())
    if not there.is_dir() or not os.access(there, os.W_OK | os.X_OK):
        return [Finding(False, f"the index directory {place} cannot be written; set TENKYO_INDEX_DIR to another")]
    ruined = store_damage(place)
    found = [Finding(False, f"{ruined}; --repair moves it aside, and it is made again")] if ruined else []
    left = leftovers(place)
    if left:
        found.append(Finding(True, f"{len(left)} generations that nobody builds or reads (--repair removes them)"))
    wrong = damage(index_directory(settings, shelf_roots(settings)))
    return [*found, *(Finding(False, f"{what}; the next question builds it again, or --repair") for what in wrong)]


def _index(settings: Settings, shelf: Shelf) -> list[Finding]:
    from bot.places import index_directory, shelf_roots  # noqa: PLC0415
    from bot.wiring import find_index  # noqa: PLC0415

    directory = index_directory(settings, shelf_roots(settings))
    try:
        index = find_index(settings, shelf)
    except TenkyoError as error:
        return [Finding(False, str(error))]
    if index is None:
        return [Finding(True, f"no index of these documents in {directory} yet: the first question builds it")]
    index.close()
    return [Finding(True, f"index {index.generation} in {directory}")]


def repair(settings: Settings) -> Iterator[str]:
    """Do what is safe and say what was done: nothing of the documents is touched.

    Raises TenkyoError, after the rest was done, where the index cannot be built.
    """
    from bot.places import vector_store  # noqa: PLC0415
    from retrieval.upkeep import leftovers, set_store_aside, store_damage  # noqa: PLC0415

    if ruined := store_damage(settings.index_dir):
        yield f"{ruined}: moved aside to {set_store_aside(settings.index_dir)}"
    for path in leftovers(settings.index_dir, remove=True):
        yield f"removed {path}, which nobody built or read"
    store = vector_store(settings) if settings.embedding != "none" else None
    for name in store.stale(remove=True) if store else ():
        yield f"removed {name} from the Chroma server, which nobody built or read"
    yield from _rebuilt(settings)


def _rebuilt(settings: Settings) -> Iterator[str]:
    """Build the index where there is none or it is damaged."""
    from bot.places import index_directory, shelf_roots  # noqa: PLC0415
    from bot.wiring import find_index, open_index, open_shelf  # noqa: PLC0415
    from retrieval.upkeep import damage  # noqa: PLC0415

    wrong = "; ".join(damage(index_directory(settings, shelf_roots(settings))))
    shelf = open_shelf(settings, looking=True)
    try:
        found = find_index(settings, shelf)
    except StoreUnreachable:
        raise
    except IndexBroken as error:
        found, wrong = None, wrong or str(error)
    if found is not None:
        found.close()
        return
    built = open_index(settings, shelf)
    built.close()
    yield f"built the index {built.generation}: {wrong or 'there was none of these documents'}"
