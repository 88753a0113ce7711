"""The only place where the parts are put together.

Invariant: nothing heavy is imported before it is needed, and nothing here decides anything; it only connects.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from bot.settings import Settings
from corpus.errors import ShelfError

if TYPE_CHECKING:
    from bot.assistant import Assistant
    from corpus.shelf import Shelf
    from retrieval.index import Index

Progress = Callable[[int, int, str], None]
DEMO = "demo"


def shelf_roots(settings: Settings) -> tuple[Path, ...]:
    """Return where the shelf is: what was chosen, or the shipped briefs.

    Raises:
        ShelfError: a chosen directory or file does not exist.
    """
    chosen = settings.corpus or (DEMO,)
    roots = tuple(
        Path(str(files("corpus") / "documents")) if name == DEMO else Path(name).expanduser() for name in chosen
    )
    for root in roots:
        if not root.exists():
            raise ShelfError(f"{root}: there is no such file or directory. Name one with --corpus DIR.")
    return roots


def index_directory(settings: Settings, roots: Sequence[Path]) -> Path:
    """Return the directory of this shelf's indexes: one for each set of roots."""
    key = "\n".join(sorted(str(root.resolve()) for root in roots))
    return settings.index_dir / hashlib.sha256(key.encode()).hexdigest()[:16]


def open_shelf(settings: Settings) -> Shelf:
    """Read the documents of the shelf."""
    from corpus.shelf import load_shelf  # noqa: PLC0415

    return load_shelf(shelf_roots(settings))


def open_index(settings: Settings, shelf: Shelf, progress: Progress | None = None) -> Index:
    """Open the index of a shelf; build it first where there is none or the shelf has changed."""
    from retrieval.embedding import load_embedder  # noqa: PLC0415
    from retrieval.index import open_index as open_  # noqa: PLC0415

    return open_(shelf, index_directory(settings, shelf_roots(settings)), load_embedder(settings.embedding), progress)


def open_assistant(settings: Settings, progress: Progress | None = None) -> Assistant:
    """Put the assistant together over the chosen shelf."""
    from bot.assistant import Assistant  # noqa: PLC0415
    from bot.compose.composer import ExtractiveComposer  # noqa: PLC0415
    from retrieval.lexicon import Lexicon  # noqa: PLC0415
    from retrieval.retriever import Retriever  # noqa: PLC0415

    shelf = open_shelf(settings)
    index = open_index(settings, shelf, progress)
    retriever = Retriever(index)
    documents = {document.id: document for document in shelf.documents}
    return Assistant(documents, retriever, ExtractiveComposer(documents, Lexicon(index)), settings.lang)
