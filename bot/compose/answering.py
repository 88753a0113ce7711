"""Which sentences, rows and captions may answer a question at all, however like it they are.

Invariant: what stands in a table answers only as far as its own cells, or a caption that can be read, speak of the
question; a sentence always may.
"""

from __future__ import annotations

from bot.compose.asked import Asked
from bot.compose.candidates import Candidate
from bot.compose.identity import tells_of_another
from bot.compose.rows import row_window
from bot.compose.scoring import Scored, answers_in_cells
from bot.compose.tables.lookup import WHICH_OF_TWO
from bot.question import Ask
from bot.sourcing import OF_A_TABLE
from corpus.morphology import names_something

_READS_SO = 0.5  # relevance from which a row may answer that says no word of the question
_LONGEST_CAPTION = 120  # characters
_CARRIED = 0.5  # support from which a word of the question is not missing


def may_answer(asked: Asked, ask: Ask, scored: Scored) -> bool:
    """Say whether an item may answer; where the post of one person is asked for, what tells of others may not."""
    return not tells_of_another(asked, scored.candidate) and _may_answer(asked, ask, scored)


def _may_answer(asked: Asked, ask: Ask, scored: Scored) -> bool:
    """Say whether an item may answer: of rows those whose own cells share a word with the question.

    A caption shares words with any question about its table; that is enough where the table's source is asked for. The
    reader may say so too, of cells in another language and of those under a column that the question names.
    """
    candidate = scored.candidate
    of_a_table = OF_A_TABLE.search(asked.question.text)
    if candidate.passage.kind == "table":  # all cells of it in one quote say nothing that can be read
        return bool(of_a_table) or ask.kind == "source" or len(candidate.text) <= _LONGEST_CAPTION
    if candidate.passage.kind != "row" or (ask.kind == "source" and of_a_table):
        return True
    plainly = scored.point is not None and scored.point.plain
    if _about_another(asked, candidate) or (WHICH_OF_TWO.search(asked.question.text) and not plainly):
        return False  # which of two is more no row says alone
    sure = scored.relevant >= _READS_SO or candidate.document.lang != asked.question.lang
    if not sure and not _says_a_word(asked, candidate):
        return False
    if candidate.own > 0:
        return True
    row = row_window(candidate)
    named = asked.sentences.words(row.text) if row else frozenset()
    near = candidate.document.lang != asked.question.lang or any(term.carried_by(named) > 0 for term in asked.terms)
    return near and answers_in_cells(scored)


def _says_a_word(asked: Asked, candidate: Candidate) -> bool:
    """Say whether a row has a word of a question in its language: what is only near in meaning is another item."""
    words = asked.sentences.words(candidate.text)
    return any(term.term in words or term.surface in candidate.text for term in asked.terms)


def _about_another(asked: Asked, candidate: Candidate) -> bool:
    """Say whether a row lacks a name that the question says in its language: it tells of someone or something else."""
    if candidate.document.lang != asked.question.lang:
        return False
    supported = zip(asked.terms, candidate.support, strict=True)
    return any(term.rare and value < _CARRIED and names_something(term.surface) for term, value in supported)
