"""Whom a question asks about by name, and whom it leaves out, in whatever script.

Invariant: one is never the other.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from bot.compose.asked import Asked
from bot.compose.candidates import Candidate
from bot.compose.named_parts import compared, of_one_office, same_words
from bot.compose.persons import FEWEST, called_by
from corpus.document import Document
from corpus.normalize import search_text


def names_person(asked: Asked, name: str) -> bool:
    """Say whether a question asks about somebody, by the name or a part of it that stands for all."""
    parts = frozenset(called_by(name))
    query = asked.question.query
    if any((at := query.find(part)) >= 0 and not asked.question.leaves_out(at) for part in parts):
        return True
    parts |= {word for word in asked.sentences.words(name) if len(word) >= FEWEST}
    return any(not term.left_out and not parts.isdisjoint(same_words(term)) for term in asked.terms)


def is_left_out(asked: Asked, document: Document, words: str) -> bool:
    """Say whether words of a document name somebody or something that a question does not ask for."""
    if not asked.question.left_out:
        return False
    known = asked.sentences.words(words)
    out = [term for term in asked.terms if term.left_out]
    if out and all(term.carried_by(known) >= _ONE_THING for term in out):
        return True
    for start, end in asked.question.left_out:
        said = asked.question.query[start:end]
        one = compared(asked, document, said, words)
        holds = not one.missing and of_one_office(document, said, words)
        if (one.shared or holds) and not one.other:
            return True
    return False


_ONE_THING = 0.6  # kinship from which words mean one thing
_OWN_SUBJECT = re.compile(r"(?:^|[、，])\s*(?!これ|それ|同|この|その)[^、。はが]{2,30}[はが](?![、。])")


def lacks_whom_it_names(asked: Asked, candidate: Candidate, known: Collection[str]) -> bool:
    """Say whether a sentence tells of others than somebody whom a question names and the documents know.

    It has a subject of its own, and neither it nor what stands around it says the name.
    """
    document = candidate.document
    if candidate.passage.kind != "prose" or (document.lang == "ja" and not _OWN_SUBJECT.search(candidate.text)):
        return False
    passage = candidate.passage
    around = search_text(" ".join((document.title, *passage.section, passage.context, passage.text)))
    asked_about = _asked_about(asked, known)
    return any(not any(search_text(name)[:FEWEST] in around for name in names) for names in asked_about)


def _asked_about(asked: Asked, known: Collection[str]) -> list[Collection[str]]:
    """Return what each person whom a question itself asks about is called, of those who are known."""
    query = asked.question.query
    first, last = asked.question.inherited

    def counts(at: int) -> bool:
        return at >= 0 and not asked.question.leaves_out(at) and not first <= at < last

    printed = [(name,) for name in known if counts(query.find(name))]
    said = (same_words(term) for term in asked.terms if counts(term.start))
    return [*printed, *(words for words in said if not words.isdisjoint(known))]
