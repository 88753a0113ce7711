"""The only place where the parts of an assistant are put together.

Invariant: nothing heavy is imported before it is needed, and nothing here decides anything; it only connects.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.compose.uses import IN_USE, NO_USE, Uses
from bot.places import index_directory, shelf_roots, vector_store
from bot.settings import Settings
from corpus.errors import ShelfError

if TYPE_CHECKING:
    from bot.answer import Filters
    from bot.assistant import Assistant
    from bot.assistant import Composer as Composes
    from bot.compose.lexicon import Lexicon as Words
    from bot.compose.readings import SmallReader
    from bot.live import Edition, Live
    from bot.looking import Retriever as Retrieves
    from corpus.document import Document
    from corpus.shelf import Shelf
    from retrieval.index import Index
    from retrieval.ports import Embedder
    from retrieval.retriever import Retriever

Progress = Callable[[int, int, str], None]


def open_shelf(settings: Settings, before: Shelf | None = None, *, looking: bool = False) -> Shelf:
    """Read the documents of the shelf, but those that ``before`` or the store holds; who is ``looking`` keeps none."""
    from corpus.shelf import load_shelf  # noqa: PLC0415
    from retrieval.store import FILE, ContentStore  # noqa: PLC0415

    return load_shelf(shelf_roots(settings), before, None if looking else ContentStore(settings.index_dir / FILE))


def shelf_state(settings: Settings) -> Hashable:
    """Return what changes whenever a file of the shelf or the list of words does, or another shelf is meant."""
    from corpus.shelf import shelf_state as state  # noqa: PLC0415

    words = settings.words
    try:
        changed = words.stat().st_mtime_ns if words else 0
        return state(shelf_roots(settings)), changed
    except (ShelfError, OSError) as error:
        return str(error)


def open_index(settings: Settings, shelf: Shelf, progress: Progress | None = None) -> Index:
    """Open the index of a shelf; build it first where there is none or the shelf has changed.

    Raises:
        ShelfError: every document is withdrawn.
    """
    from retrieval.index import open_index as open_  # noqa: PLC0415

    if not shelf.documents:
        raise ShelfError("every document of the shelf is withdrawn; have one quoted again with `tenkyo restore ID`")
    directory = index_directory(settings, shelf_roots(settings))
    return open_(shelf, directory, _embedder(settings.embedding), progress, vector_store(settings))


def find_index(settings: Settings, shelf: Shelf) -> Index | None:
    """Open the index of a shelf where it is there; None where it has to be built first. Builds nothing."""
    from retrieval.index import find_index as find  # noqa: PLC0415

    directory = index_directory(settings, shelf_roots(settings))
    return find(shelf, directory, _embedder(settings.embedding), vector_store(settings))


@lru_cache(maxsize=2)
def _embedder(name: str) -> Embedder | None:
    """Load a model once: the next generation is searched with it too."""
    from retrieval.embedding import load_embedder  # noqa: PLC0415

    return load_embedder(name)


@dataclass(frozen=True, slots=True)
class Variant:
    """How an assistant is put together; the default is the product, the others are there to be measured.

    ``dense_share`` fixes the share of the dense ranking; without ``tables`` rows are read as sentences are.
    ``reader`` is what the small reader is used for, whatever the setting; None leaves it to the setting.
    """

    dense_share: float | None = None
    tables: bool = True
    reader: Uses | None = None


def open_assistant(settings: Settings, progress: Progress | None = None) -> Assistant:
    """Put the assistant together over the chosen shelf."""
    shelf = open_shelf(settings)
    return _product(settings, shelf, open_index(settings, shelf, progress))


def open_live(settings: Settings, progress: Progress | None = None, patience: float | None = None) -> Live:
    """Open the assistant for a program that goes on while the shelf changes: each question gets the latest edition.

    A question waits for it as many seconds as the ``patience`` of `Live` tells.
    """
    from bot.live import PATIENCE, Live  # noqa: PLC0415

    return Live(
        lambda last: _edition(settings, progress if last is None else None, last),
        lambda: shelf_state(settings),
        PATIENCE if patience is None else patience,
    )


def _edition(settings: Settings, progress: Progress | None, last: Edition | None) -> Edition:
    from bot.live import Edition  # noqa: PLC0415

    state = shelf_state(settings)  # from before the shelf is read: what changes meanwhile is seen at the next question
    shelf = open_shelf(settings, last.shelf if last else None)
    index = open_index(settings, shelf, progress)
    return Edition(_product(settings, shelf, index), shelf, state, index.superseded, index.close)


def open_retriever(settings: Settings, progress: Progress | None = None) -> tuple[dict[str, Document], Retriever]:
    """Open the documents of the shelf and their retriever, without what composes answers."""
    from retrieval.retriever import Retriever  # noqa: PLC0415

    documents, index = open_parts(settings, progress)
    return documents, Retriever(index)


def open_parts(settings: Settings, progress: Progress | None) -> tuple[dict[str, Document], Index]:
    """Open what an assistant is put together over: the documents of the shelf and their index."""
    shelf = open_shelf(settings)
    return {document.id: document for document in shelf.documents}, open_index(settings, shelf, progress)


def _product(settings: Settings, shelf: Shelf, index: Index) -> Assistant:
    from retrieval.retriever import Retriever  # noqa: PLC0415

    retriever = Retriever(index)
    documents = {document.id: document for document in shelf.documents}
    left_out = len(shelf.left_out)
    return assemble(settings, documents, index, retriever, Variant(), searched=retriever, left_out=left_out)


def assemble(  # noqa: PLR0913  the parts and how to join them; the last two are keywords
    settings: Settings,
    documents: Mapping[str, Document],
    index: Index,
    retriever: Retrieves,
    variant: Variant,
    *,
    searched: Retriever | None = None,
    left_out: int = 0,
) -> Assistant:
    """Join the parts; the assistant can be narrowed by filters where there is a retriever to be searched with them."""
    from bot.assistant import Assistant  # noqa: PLC0415
    from bot.compose.composer import ExtractiveComposer  # noqa: PLC0415
    from bot.smalltalk import SmallTalk  # noqa: PLC0415
    from retrieval.lexicon import Lexicon  # noqa: PLC0415
    from retrieval.wordlist import read_wordlist  # noqa: PLC0415

    lexicon = Lexicon(index, read_wordlist(settings.words) if settings.words else ())
    reader = _reader(settings, variant.reader)
    talk = SmallTalk(index.embedder) if index.embedder is not None else None

    def composer(documents: Mapping[str, Document], words: Words = lexicon) -> Composes:
        return ExtractiveComposer(documents, words, tables=variant.tables, reader=reader)

    @lru_cache(maxsize=32)
    def narrow(filters: Filters) -> Assistant:
        from bot.filters import narrowed  # noqa: PLC0415
        from bot.narrowing import Within  # noqa: PLC0415

        assert searched is not None
        left = narrowed(filters, documents)
        words = lexicon.within([passage.id for document in left.values() for passage in document.passages])
        within = Within(searched, filters, left)
        return Assistant(left, within, composer(left, words), settings.lang, talk, filters=filters, left_out=left_out)

    words = composer(documents)
    narrowing = narrow if searched else None
    return Assistant(documents, retriever, words, settings.lang, talk, narrow=narrowing, left_out=left_out)


def _reader(settings: Settings, uses: Uses | None) -> SmallReader | None:
    """Return the small reader for these uses or those of the setting; None where it is off or cannot work here."""
    uses = uses or (IN_USE if settings.reader == "small" else NO_USE)
    if uses == NO_USE:
        return None
    from bot.compose.readings import SmallReader  # noqa: PLC0415
    from retrieval.reader.model import load_reader  # noqa: PLC0415

    reader = load_reader()
    return SmallReader(reader, uses) if reader is not None else None
