"""The composer that needs no language model: tables first where they determine the answer, then sentences."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from bot.compose.asked import Asked, Dates
from bot.compose.candidates import Sentences, question_terms
from bot.compose.draft import Draft
from bot.compose.extractive import compose, read
from bot.compose.lexicon import Lexicon
from bot.compose.provenance import about_document, asked_notes, nearest_documents, notes_by_number
from bot.compose.readings import SmallReader
from bot.compose.reread import reread
from bot.compose.tables.answer import answer_from_tables
from bot.question import Question
from corpus.document import Document
from corpus.structure.dates import resolve_dates
from retrieval.hit import Evidence

_TRANSLATION = 0.4  # a word of the shelf this near in meaning is worth looking for


class ExtractiveComposer:
    """Composes answers from slices of the documents."""

    def __init__(
        self,
        documents: Mapping[str, Document],
        lexicon: Lexicon,
        *,
        tables: bool = True,
        reader: SmallReader | None = None,
    ) -> None:
        """Compose from ``documents``; with ``tables=False`` rows are read as sentences are, for measuring.

        ``reader`` reads the best sentences once more before the answer is chosen among them.
        """
        self._documents = documents
        self._reader = reader
        self._tables = tables
        self._lexicon = lexicon
        self._sentences = Sentences()
        self._languages = frozenset(document.lang for document in documents.values())

    @cached_property
    def _dates(self) -> Dates:
        return {name: resolve_dates(document.text, document.date) for name, document in self._documents.items()}

    def words(self, question: Question) -> tuple[str, ...]:
        """Return the shelf's words for what a question asks about, where it is in another language than the shelf."""
        if question.lang in self._languages:
            return ()
        terms = question_terms(question, self._lexicon)
        near = (max(term.kin.items(), key=lambda item: item[1], default=("", 0.0)) for term in terms)
        return tuple(word for word, kinship in near if kinship >= _TRANSLATION)

    def compose(self, question: Question, evidence: Evidence) -> Draft:
        """Return the answer the evidence gives, or what is missing."""
        terms = question_terms(question, self._lexicon)
        reading = read(Asked(question, terms, self._dates, self._sentences), evidence, self._documents)
        nearest = nearest_documents(reading.found, self._documents)
        if (draft := notes_by_number(asked_notes(question), nearest)) is not None:
            return draft
        if (draft := about_document(question, nearest, len(terms))) is not None:
            return draft
        tabular = (
            answer_from_tables(question, tuple(self._documents.values()), evidence, self._lexicon)
            if self._tables
            else None
        )
        if tabular is not None and tabular.statements:
            return tabular
        draft = compose(reread(reading, self._reader) if self._reader is not None else reading)
        # A table that has no such row, year or direction says more about a figure than prose that has some other one.
        lacks = tabular is not None and tabular.missing and "count" in question.kinds()
        return tabular if tabular is not None and (lacks or not draft.statements) else draft
