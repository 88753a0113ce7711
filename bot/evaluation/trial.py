"""One question put to one system: what it answered, what was retrieved for it, how long it took."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.answer import Answer
from bot.evaluation.gold import GoldItem
from bot.looking import Retriever
from retrieval.hit import Evidence, Hit


@dataclass(frozen=True, slots=True)
class Trial:
    """The answer to an item's question, the hits of its (first) retrieval and the seconds it took."""

    answer: Answer
    hits: tuple[Hit, ...]
    seconds: float


class System(Protocol):
    """Anything that can be asked a gold item."""

    def ask(self, item: GoldItem) -> Trial:
        """Answer the question of an item after its earlier turns."""
        ...


class Recording:
    """A retriever that remembers what it found; one question at a time."""

    def __init__(self, retriever: Retriever) -> None:
        self._retriever = retriever
        self.found: list[Evidence] = []

    def retrieve(
        self,
        question: str,
        *,
        lang: str,
        frame: Sequence[tuple[int, int]],
        also: Sequence[str],
        documents: Collection[str] | None = None,
    ) -> Evidence:
        """Retrieve, and remember the evidence."""
        evidence = self._retriever.retrieve(question, lang=lang, frame=frame, also=also, documents=documents)
        self.found.append(evidence)
        return evidence

    def taken(self) -> tuple[Hit, ...]:
        """Return the hits of the first retrieval since the last call, and forget them all."""
        hits = self.found[0].hits if self.found else ()
        self.found.clear()
        return hits
