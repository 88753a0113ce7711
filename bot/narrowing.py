"""A retriever that finds only what filters let through."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bot.answer import Filters
from bot.filters import passage_kinds
from retrieval.hit import Evidence
from retrieval.retriever import Retriever


class Within:
    """Retrieves as another retriever does, but only from these documents and of the filters' kinds of passages."""

    def __init__(self, retriever: Retriever, filters: Filters, documents: Collection[str]) -> None:
        self._retriever = retriever
        self._kinds = passage_kinds(filters)
        self._documents = frozenset(documents)

    def retrieve(
        self,
        question: str,
        *,
        lang: str,
        frame: Sequence[tuple[int, int]],
        also: Sequence[str],
        documents: Collection[str] | None = None,
    ) -> Evidence:
        """Return the best hits among what may be quoted."""
        among = self._documents if documents is None else self._documents & frozenset(documents)
        return self._retriever.retrieve(question, kinds=self._kinds, documents=among, lang=lang, frame=frame, also=also)
