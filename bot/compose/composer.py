"""The composer that needs no language model: tables first where they determine the answer, then sentences."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache, partial

from bot.compose.asked import Asked
from bot.compose.candidates import Sentences
from bot.compose.doing import rows_of_others
from bot.compose.draft import Draft, merged
from bot.compose.extractive import compose
from bot.compose.heads import about_document
from bot.compose.lacking import is_a_part, is_no_answer, of_cells, prints_differences, row_alone, without_difference
from bot.compose.lexicon import Lexicon
from bot.compose.matters import Matters
from bot.compose.provenance import asked_notes, nearest_documents, notes_by_number
from bot.compose.readings import SmallReader
from bot.compose.reckoned import way_asked
from bot.compose.reread import reread
from bot.compose.scoring import Reading, Scored, answers_in_cells, read
from bot.compose.tables.answer import (
    answer_from_readings,
    asks_for_cells,
    readings_of,
    reckoned_in,
    unfit_tables,
)
from bot.compose.tables.reading import Reading as TableReading
from bot.compose.tables.words import INTENTS
from bot.compose.terms import Term, question_terms
from bot.question import Question
from corpus.document import Document, Passage
from corpus.normalize import search_text
from corpus.structure.quantities import find_quantities
from retrieval.hit import Evidence
from retrieval.kinship import script

_MOST_COMPARED, _MOST_AKIN = 100, 4  # documents
_REMEMBERED = 64  # questions: each is asked for its words, and then composed for
_TRANSLATION = 0.4  # a word of the shelf this near in meaning is worth looking for
_MEANT = 0.6  # kinship from which a word of the shelf is what the question says
_SURER_THAN_TABLES = 0.75  # confidence from which an answer stands though the tables name something that they lack
_CELLS = frozenset(("row", "table", "heading"))
_SUM = re.compile(r"合計|総計|トータル|合计|总计|합계|총계|\btotal\b", re.IGNORECASE)
_TOTAL_OR_MEAN = re.compile(f"{_SUM.pattern}|{INTENTS['average'].pattern}|{INTENTS['whole'].pattern}", re.IGNORECASE)
_A_PART = 0.4  # confidence


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
        self._terms = lru_cache(_REMEMBERED)(partial(question_terms, words=lexicon))
        self._sentences = Sentences()
        # whose matter is told more surely than by the few found for a question, where they are soon compared
        few = len(documents) <= _MOST_COMPARED
        self._matters = Matters(documents.values(), self._sentences) if few else None
        self._languages = frozenset(document.lang for document in documents.values())

    def words(self, question: Question) -> tuple[str, ...]:
        """Return the shelf's words for what a question asks about, where some of the shelf is in another language."""
        if self._languages <= {question.lang}:
            return ()
        terms = [term for term in self._terms(question) if not term.left_out]
        near = {term.surface: term.nearest for term in terms}
        found = ((asked, word) for asked, (word, kinship) in near.items() if kinship >= _TRANSLATION)
        if question.lang in self._languages:  # its own words are looked for anyway
            return tuple(word for asked, word in found if script(word) != script(asked))
        return tuple(word for _, word in found)

    def akin(self, document: Document) -> tuple[str, ...]:
        """Return the documents about the matter of one, where the shelf is small enough to compare all."""
        return tuple(one.id for one in self._matters.nearest(document, _MOST_AKIN)) if self._matters else ()

    def compose(self, question: Question, evidence: Evidence) -> Draft:
        """Return the answer the evidence gives, or what is missing."""
        terms = self._terms(question)
        draft = self._composed(question, evidence, terms)
        return replace(draft, akin=_akin(terms)) if draft.missing else draft

    def _composed(self, question: Question, evidence: Evidence, terms: tuple[Term, ...]) -> Draft:
        reading = read(Asked(question, terms, self._sentences, self._matters), evidence, self._documents)
        nearest = nearest_documents(reading.found, self._documents)
        if (draft := notes_by_number(asked_notes(question), nearest)) is not None:
            return draft
        if (draft := about_document(reading.asked, nearest)) is not None:
            return draft
        if not self._tables:
            return compose(self._reread(reading))
        return self._from_cells_or_text(question, evidence, reading)

    def _from_cells_or_text(self, question: Question, evidence: Evidence, reading: Reading) -> Draft:
        """Return what the tables answer, else what sentences and single rows do, or what the tables lack."""
        tables = readings_of(question, tuple(self._documents.values()), evidence, self._lexicon)
        tabular = answer_from_readings(question, tables, evidence)
        if tabular is not None and (rows_of_others(reading.asked, tabular) or is_no_answer(question, tabular)):
            tabular = None
        if tabular is not None and tabular.statements and not question.doubts:
            stated = self._stated(reading, tabular)
            return stated if stated.confidence >= _SURER_THAN_TABLES and stated.short else tabular
        # What no table answers, a row or a caption quoted as it stands answers even less.
        told = _without_cells(self._reread(reading), unfit_tables(tables), asks_for_cells(tables))
        draft = compose(told)
        if (row := row_alone(draft)) and (result := self._of_row(question, tables, row)):
            return result
        if tabular is not None and tabular.statements:  # what a text says on which sources are said to differ
            return merged((draft, tabular)) if _of_one_kind(draft, tabular) else draft if draft.statements else tabular
        if (total := _total_asked(question)) and is_a_part(draft):  # however like the question its words are
            return tabular or Draft(missing=(total,), confidence=_A_PART)
        if tabular is None or _says(draft, tabular.missing, question):
            return draft
        return draft if draft.confidence >= _SURER_THAN_TABLES and not of_cells(draft) else tabular

    def _stated(self, reading: Reading, tabular: Draft) -> Draft:
        """Return what sentences say instead of an answer from cells that is not sure: a total, or whose post it is."""
        if _adds_up(reading.asked.question, tabular):
            return compose(_totals(self._reread(reading)))
        if tabular.confidence < _SURER_THAN_TABLES and reading.asked.question.kinds() == {"who"}:
            return compose(_without_rows(self._reread(reading)))
        return Draft()

    def _of_row(self, question: Question, tables: Sequence[TableReading], row: Passage) -> Draft | None:
        """Return what a row answers with others of its table, or that of a difference it has but one side."""
        differs = way_asked(question.text) == "difference"
        lacking = differs and not prints_differences(self._documents[row.doc], row)
        return reckoned_in(tables, row.doc, row.table) or (without_difference(question.lang) if lacking else None)

    def _reread(self, reading: Reading) -> Reading:
        return reread(reading, self._reader) if self._reader is not None else reading


def _akin(terms: Sequence[Term]) -> tuple[tuple[str, frozenset[str]], ...]:
    """Return the words of other scripts that mean each word of a question; in its own what is near is not the same."""
    found = []
    for term in terms:
        own = script(term.surface)
        if akin := frozenset(word for word, kin in term.kin.items() if kin >= _MEANT and script(word) != own):
            found.append((term.surface, akin))
    return tuple(found)


def _of_one_kind(draft: Draft, tabular: Draft) -> bool:
    """Say whether a table may be what contradicts a sentence: it gives a number in the unit of the sentence's."""
    if not draft.short or not tabular.short:
        return bool(draft.statements)
    told, counted = ({q.unit for q in find_quantities(one.text)} for one in (draft.short, tabular.short))
    return not told or not counted or bool(told & counted)


def _adds_up(question: Question, tabular: Draft) -> bool:
    """Say whether an answer adds up rows, and not surely the rows meant, to what a question asks for."""
    unsure = tabular.confidence < _SURER_THAN_TABLES
    return unsure and tabular.calculation is not None and _TOTAL_OR_MEAN.search(question.text) is not None


def _totals(reading: Reading) -> Reading:
    """Return of a reading the sentences that state a total or an average themselves, which rows need not add up to."""
    ranked = tuple((ask, tuple(filter(_states_total, scored))) for ask, scored in reading.ranked)
    return replace(reading, ranked=ranked)


def _states_total(item: Scored) -> bool:
    return item.candidate.passage.kind == "prose" and _TOTAL_OR_MEAN.search(item.candidate.text) is not None


def _says(draft: Draft, words: Sequence[str], question: Question) -> bool:
    """Say whether the quotes of a draft hold all of some words: then prose says what no table does, but for a count."""
    quoted = search_text(" ".join(quote.text for statement in draft.statements for quote in statement.quotes))
    held = all(search_text(word) in quoted for word in words)
    return bool(draft.statements) and held and "count" not in question.kinds()


def _total_asked(question: Question) -> str:
    """Return the word by which a question asks for the total of something; "" where it does not."""
    found = INTENTS["whole"].search(question.text) or _SUM.search(question.text)
    return found.group() if found and "count" in question.kinds() else ""


def _without_rows(reading: Reading) -> Reading:
    """Return of a reading what is told in sentences."""
    told = ((ask, tuple(s for s in scored if s.candidate.passage.kind == "prose")) for ask, scored in reading.ranked)
    return replace(reading, ranked=tuple(told))


def _without_cells(reading: Reading, unfit: frozenset[tuple[str, str]], every: bool) -> Reading:
    """Return a reading without the rows and captions of tables, by document and id, that are not what is asked for.

    With ``every`` also without any other cells, captions and headings: only what a text says in sentences, and the rows
    that the reader takes for an answer.
    """

    def stays(item: Scored) -> bool:
        passage = item.candidate.passage
        if passage.kind in _CELLS and (passage.doc, passage.table) in unfit:
            return False
        return not every or passage.kind not in _CELLS or (passage.kind == "row" and answers_in_cells(item))

    ranked = tuple((ask, tuple(filter(stays, scored))) for ask, scored in reading.ranked)
    return replace(reading, ranked=ranked)
