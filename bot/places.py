"""Where things are, by the settings: the documents of the shelf, its indexes, and the server that has their vectors.

Invariant: nothing is opened here and no connection made.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from bot.settings import Settings
from corpus.errors import ShelfError

if TYPE_CHECKING:
    from retrieval.chroma_address import Server
    from retrieval.chroma_remote import RemoteStore

DEMO = "demo"


def shelf_roots(settings: Settings) -> tuple[Path, ...]:
    """Return where the shelf is: what was chosen, else the user's once it holds a document, else the shipped briefs.

    Raises:
        ShelfError: a chosen directory or file does not exist.
    """
    from corpus.shelf import holds_documents  # noqa: PLC0415

    own = (str(settings.shelf_dir),) if not settings.corpus and holds_documents(settings.shelf_dir) else ()
    chosen = settings.corpus or own or (DEMO,)
    roots = tuple(
        Path(str(files("corpus") / "documents")) if name == DEMO else Path(name).expanduser() for name in chosen
    )
    for root in roots:
        if not root.exists():
            raise ShelfError(f"{root}: there is no such file or directory. Name one with --corpus DIR.")
    return roots


def index_directory(settings: Settings, roots: Sequence[Path]) -> Path:
    """Return the directory of this shelf's indexes: one for each set of roots and each server that has the vectors."""
    server = chroma_server(settings)
    return settings.index_dir / _shelf_key(roots, *((server.name,) if server else ()))


def _shelf_key(roots: Sequence[Path], *more: str) -> str:
    key = "\n".join((*sorted(str(root.resolve()) for root in roots), *more))
    return hashlib.sha256(key.encode()).hexdigest()[:16]


def chroma_server(settings: Settings) -> Server | None:
    """Return the Chroma server that keeps the vectors, or None where the index directory does.

    Raises:
        UsageError: TENKYO_CHROMA is no address, or its token cannot be sent.
    """
    from retrieval.chroma_address import parse_address  # noqa: PLC0415

    token = settings.chroma_token.get_secret_value()
    return parse_address(settings.chroma, token, settings.chroma_timeout) if settings.chroma else None


def vector_store(settings: Settings) -> RemoteStore | None:
    """Return what keeps the vectors on a server, or None where the index directory does. Connects to nothing yet."""
    server = chroma_server(settings)
    if server is None:
        return None
    from retrieval.chroma_remote import RemoteStore  # noqa: PLC0415  slow to import

    roots = shelf_roots(settings)
    return RemoteStore(server, _shelf_key(roots), index_directory(settings, roots))
