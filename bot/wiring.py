"""The only place where the parts are put together.

Invariant: nothing heavy is imported before it is needed, and nothing here decides anything; it only connects.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from bot.settings import Settings
from corpus.errors import ShelfError, UsageError

if TYPE_CHECKING:
    from bot.assistant import Assistant
    from bot.assistant import Retriever as Retrieves
    from bot.evaluation.benchmark import Parts
    from bot.evaluation.runner import Opened
    from corpus.document import Document
    from corpus.shelf import Shelf
    from retrieval.chroma_address import Server
    from retrieval.chroma_remote import RemoteStore
    from retrieval.index import Index
    from retrieval.retriever import Retriever

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


def open_shelf(settings: Settings) -> Shelf:
    """Read the documents of the shelf."""
    from corpus.shelf import load_shelf  # noqa: PLC0415

    return load_shelf(shelf_roots(settings))


def open_index(settings: Settings, shelf: Shelf, progress: Progress | None = None) -> Index:
    """Open the index of a shelf; build it first where there is none or the shelf has changed."""
    from retrieval.embedding import load_embedder  # noqa: PLC0415
    from retrieval.index import open_index as open_  # noqa: PLC0415

    directory = index_directory(settings, shelf_roots(settings))
    return open_(shelf, directory, load_embedder(settings.embedding), progress, vector_store(settings))


def find_index(settings: Settings, shelf: Shelf) -> Index | None:
    """Open the index of a shelf where it is there; None where it has to be built first. Builds nothing."""
    from retrieval.embedding import load_embedder  # noqa: PLC0415
    from retrieval.index import find_index as find  # noqa: PLC0415

    directory = index_directory(settings, shelf_roots(settings))
    return find(shelf, directory, load_embedder(settings.embedding), vector_store(settings))


@dataclass(frozen=True, slots=True)
class Variant:
    """How an assistant is put together; the default is the product, the others are there to be measured.

    ``dense_share`` fixes the share of the dense ranking; without ``tables`` rows are read as sentences are.
    """

    dense_share: float | None = None
    tables: bool = True


VARIANTS = {
    "tenkyo": Variant(),
    "hybrid": Variant(),
    "lexical": Variant(dense_share=0.0),
    "dense": Variant(dense_share=1.0),
    "no-tables": Variant(tables=False),
}
"""The ways to put it together that `tenkyo eval --compare` can hold side by side; ``hybrid`` is ``tenkyo``."""
PLAIN = ("top-passage", "first-paragraph", "abstain", "oracle")
"""Systems that use nothing of tenkyo's composing and show what a score is worth."""


def open_assistant(settings: Settings, progress: Progress | None = None) -> Assistant:
    """Put the assistant together over the chosen shelf."""
    from retrieval.retriever import Retriever  # noqa: PLC0415

    documents, index = _opened(settings, progress)
    return _assistant(settings, documents, index, Retriever(index), Variant())


def open_retriever(settings: Settings, progress: Progress | None = None) -> tuple[dict[str, Document], Retriever]:
    """Open the documents of the shelf and their retriever, without what composes answers."""
    from retrieval.retriever import Retriever  # noqa: PLC0415

    documents, index = _opened(settings, progress)
    return documents, Retriever(index)


def open_system(settings: Settings, name: str, progress: Progress | None = None) -> Opened:
    """Open a system for evaluation by its name.

    Raises:
        UsageError: there is no system of this name.
    """
    from bot.evaluation.runner import Opened  # noqa: PLC0415
    from bot.evaluation.systems import Product, plain  # noqa: PLC0415
    from bot.evaluation.trial import Recording  # noqa: PLC0415
    from retrieval.retriever import Retriever  # noqa: PLC0415

    known = (*VARIANTS, *PLAIN)
    if name not in known:
        raise UsageError(f"there is no system {name!r} to evaluate; there are {', '.join(known)}")
    documents, index = _opened(settings, progress)
    variant = VARIANTS.get(name, Variant())
    retriever = Recording(Retriever(index, variant.dense_share))
    if name in PLAIN:
        return Opened(plain(name, documents, retriever), documents)
    return Opened(Product(_assistant(settings, documents, index, retriever, variant), retriever), documents)


def open_benchmark(settings: Settings, directory: Path, progress: Progress | None = None) -> Parts:
    """Put together what a benchmark is put to: the product over the shelf in ``directory``, and its retrievers.

    Documents can be withheld from the product and its retriever for the time of a question.
    """
    from bot.evaluation.benchmark import Parts, Remaining, Withholding  # noqa: PLC0415
    from retrieval.retriever import Retriever  # noqa: PLC0415

    settings = settings.model_copy(update={"corpus": (str(directory),)})
    documents, index = _opened(settings, progress)
    remaining = Withholding(documents)
    retrievers = {"lexical": Retriever(index, dense_share=0.0)}
    if index.vectors is not None:
        retrievers |= {"dense": Retriever(index, dense_share=1.0), "hybrid": Retriever(index)}
    own = "hybrid" if "hybrid" in retrievers else "lexical"
    assistant = _assistant(settings, remaining, index, Remaining(retrievers[own], remaining), Variant())
    return Parts(remaining, assistant.ask, retrievers, own)


def _opened(settings: Settings, progress: Progress | None) -> tuple[dict[str, Document], Index]:
    shelf = open_shelf(settings)
    return {document.id: document for document in shelf.documents}, open_index(settings, shelf, progress)


def _assistant(
    settings: Settings, documents: Mapping[str, Document], index: Index, retriever: Retrieves, variant: Variant
) -> Assistant:
    from bot.assistant import Assistant  # noqa: PLC0415
    from bot.compose.composer import ExtractiveComposer  # noqa: PLC0415
    from retrieval.lexicon import Lexicon  # noqa: PLC0415

    composer = ExtractiveComposer(documents, Lexicon(index), tables=variant.tables)
    return Assistant(documents, retriever, composer, settings.lang)
