"""What is looked for in the documents of a shelf beside the best hits of a question: what others of them say.

Invariant: the hits of the question itself keep their ranks; what is found beside them stands behind.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol

from bot.compose.draft import Quote
from bot.question import Question
from corpus.document import Document
from retrieval.hit import Evidence, likened

_HITS_OF_EACH = 4  # of a language or a document beside the evidence, where all of them are to be heard
_DOCUMENTS_ASKED = 3  # what each of more documents says, is not looked for


class Retriever(Protocol):
    """Finds the passages that bear on a question."""

    def retrieve(
        self,
        question: str,
        *,
        lang: str,
        frame: Sequence[tuple[int, int]],
        also: Sequence[str],
        documents: Collection[str] | None = None,
    ) -> Evidence:
        """Return the best hits for a question among some documents, or all; looking also for these words."""
        ...


class Looking:
    """Finds the evidence for questions among some documents."""

    def __init__(self, documents: Mapping[str, Document], retriever: Retriever) -> None:
        self._documents = documents
        self._retriever = retriever

    def found(self, asked: Question, also: Sequence[str]) -> Evidence:
        """Return the evidence for a question; with the best of every language or document, where each is to be heard.

        ``also`` are the shelf's words for what it asks about.
        """
        evidence = self._retriever.retrieve(asked.query, lang=asked.lang, frame=asked.unsearched(), also=also)
        if asked.doubts:
            evidence = self._with_best_of(self._other_languages(asked.lang), asked, also, evidence)
        if asked.per_document:
            evidence = self._with_best_of(self._nearest(evidence), asked, also, evidence)
        return evidence

    def told_elsewhere(self, evidence: Evidence, told: Quote, akin: Iterable[str] = ()) -> Evidence:
        """Return evidence with what other documents say in the words of a statement that was found.

        The other side is often told in these, and in few of the question's. Each of those that are ``akin`` to its
        document is looked into by itself.
        """
        others = [name for name in self._documents if name != told.document.id]
        for among in ([others] if others else []) + [[name] for name in akin]:
            found = self._retriever.retrieve(told.text, lang=told.document.lang, frame=(), also=(), documents=among)
            evidence = evidence.joined([likened(hit, evidence) for hit in found.hits[:_HITS_OF_EACH]])
        return evidence

    def _with_best_of(
        self, shelves: Iterable[Collection[str]], asked: Question, also: Sequence[str], evidence: Evidence
    ) -> Evidence:
        """Return evidence with the best hits of each of several sets of documents behind its own."""
        for documents in shelves:
            found = self._retriever.retrieve(
                asked.query, lang=asked.lang, frame=asked.unsearched(), also=also, documents=documents
            )
            evidence = evidence.joined(found.hits[:_HITS_OF_EACH])
        return evidence

    def _nearest(self, evidence: Evidence) -> list[list[str]]:
        """Return the documents that come nearest, each by itself."""
        nearest = dict.fromkeys((*(hit.passage.doc for hit in evidence.hits), *self._documents))
        return [[name] for name in nearest][:_DOCUMENTS_ASKED]

    def _other_languages(self, lang: str) -> list[list[str]]:
        """Return the documents of each language but one, where there are several.

        Where sources differ, one of them is often in a language whose passages those in the question's keep from the
        first ranks.
        """
        written = {document.lang for document in self._documents.values()}
        others = sorted(written - {lang}) if len(written) > 1 else []
        return [[name for name, document in self._documents.items() if document.lang == one] for one in others]
