"""A shelf from which documents can be taken away for the time of a question.

Invariant: while a document is withheld nobody who holds these two can reach a word of it: it is neither among the
documents nor among the hits. What the index knows of words (idf, vocabulary) stays as it is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import replace
from typing import Protocol

from corpus.document import Document
from retrieval.hit import Evidence

LIMIT = 20
"""How many hits a question gets, as `retrieval.retriever.Retriever` gives by itself."""


class Finds(Protocol):
    """A retriever that can be asked for a number of hits."""

    def retrieve(
        self, question: str, limit: int = LIMIT, *, lang: str, frame: Sequence[tuple[int, int]], also: Sequence[str]
    ) -> Evidence:
        """Return the ``limit`` best hits for a question."""
        ...


class Withholding(Mapping[str, Document]):
    """Documents by their ids, without those withheld at the moment; one question at a time.

    Who keeps something of all documents (as the composer keeps their dates) must have met them whole first.
    """

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self._all = documents
        self._withheld: AbstractSet[str] = frozenset()

    @contextmanager
    def without(self, withheld: AbstractSet[str]) -> Iterator[None]:
        """Withhold these documents inside the ``with`` block."""
        before, self._withheld = self._withheld, self._withheld | withheld
        try:
            yield
        finally:
            self._withheld = before

    @property
    def passages_withheld(self) -> int:
        """Return how many passages the withheld documents have."""
        return sum(len(self._all[name].passages) for name in self._withheld if name in self._all)

    def __getitem__(self, name: str) -> Document:
        if name in self._withheld:
            raise KeyError(name)
        return self._all[name]

    def __iter__(self) -> Iterator[str]:
        return (name for name in self._all if name not in self._withheld)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class Remaining:
    """A retriever that finds only what is not withheld, as many hits as ever; ranks count on without gaps."""

    def __init__(self, retriever: Finds, documents: Withholding) -> None:
        self._retriever = retriever
        self._documents = documents

    def retrieve(
        self,
        question: str,
        *,
        lang: str,
        frame: Sequence[tuple[int, int]],
        also: Sequence[str],
        documents: Collection[str] | None = None,
    ) -> Evidence:
        """Return the best hits in documents that are there."""
        limit = LIMIT + self._documents.passages_withheld
        found = self._retriever.retrieve(question, limit, lang=lang, frame=frame, also=also)
        among = self._documents if documents is None else frozenset(documents) & frozenset(self._documents)
        kept = [hit for hit in found.hits if hit.passage.doc in among][:LIMIT]
        return replace(found, hits=tuple(replace(hit, rank=rank) for rank, hit in enumerate(kept, start=1)))
