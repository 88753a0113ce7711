"""One question, start to finish.

Invariant: what `Assistant.ask` returns has been verified; no path to a front end goes around `verified`.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from typing import Protocol

from bot.answer import Answer
from bot.compose.draft import Draft
from bot.conclude import abstention, chat, conclusion
from bot.question import Lang, Question, is_small_talk, parse_question
from bot.verify import verified
from corpus.document import Document
from retrieval.hit import Evidence

LONGEST_QUESTION = 2_000  # characters; what comes after is not a question


class Retriever(Protocol):
    """Finds the passages that bear on a question."""

    def retrieve(
        self, question: str, *, lang: str, frame: Sequence[tuple[int, int]], also: Sequence[str]
    ) -> Evidence:
        """Return the best hits for a question, looking also for these words."""
        ...


class Composer(Protocol):
    """Composes a draft from evidence."""

    def words(self, question: Question) -> tuple[str, ...]:
        """Return the shelf's words for what a question in another language asks about."""
        ...

    def compose(self, question: Question, evidence: Evidence) -> Draft:
        """Return statements with their quotes, or what is missing."""
        ...


class Assistant:
    """Answers questions from a shelf; safe to call from several threads."""

    def __init__(
        self, documents: Mapping[str, Document], retriever: Retriever, composer: Composer, default_lang: Lang = "ja"
    ) -> None:
        self._documents = documents
        self._retriever = retriever
        self._composer = composer
        self._default_lang = default_lang

    def ask(self, question: str, turns: tuple[str, ...] = ()) -> Answer:
        """Answer a question; ``turns`` are the earlier questions of the conversation, oldest first.

        Raises:
            ValueError: the question is empty.
        """
        asked = parse_question(question[:LONGEST_QUESTION], turns, self._default_lang)
        if not asked.text:
            raise ValueError("the question is empty")
        if is_small_talk(asked.text):
            return chat(asked, turns)
        started = time.perf_counter()
        also = self._composer.words(asked)
        evidence = self._retriever.retrieve(asked.query, lang=asked.lang, frame=asked.frame, also=also)
        retrieved = time.perf_counter()
        draft = self._composer.compose(asked, evidence)
        composed = time.perf_counter()
        timings = {"retrieve": 1000 * (retrieved - started), "compose": 1000 * (composed - retrieved)}
        conclude = conclusion if draft.statements else abstention
        return verified(conclude(asked, turns, draft, evidence, self._documents, timings), self._documents)
