"""What can be evaluated: tenkyo, tenkyo with a part switched, and the plain systems that a good one must beat.

Invariant: every system is asked through the same door and judged alike; the plain ones show what a score is worth.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.answer import Answer, Calculation, Statement
from bot.assistant import Assistant
from bot.compose.draft import Draft, DraftStatement, Quote
from bot.conclude import conclusion, unanswered
from bot.evaluation.gold import GoldItem
from bot.evaluation.places import resolve
from bot.evaluation.trial import Recording, System, Trial
from bot.footnotes import citation
from bot.looking import Retriever
from bot.question import parse_question
from corpus.document import Document, Passage, Span
from retrieval.hit import Hit


def plain(name: str, documents: Mapping[str, Document], retriever: Retriever) -> System:
    """Return a plain system by its name. Raises KeyError when there is none."""
    made: dict[str, Callable[[], System]] = {
        "top-passage": lambda: TopPassage(documents, retriever),
        "first-paragraph": lambda: FirstParagraph(documents),
        "abstain": Abstain,
        "oracle": lambda: Oracle(documents),
    }
    return made[name]()


class Product:
    """The assistant as a user meets it; its retriever is watched."""

    def __init__(self, assistant: Assistant, retriever: Recording) -> None:
        self._assistant = assistant
        self._retriever = retriever

    def ask(self, item: GoldItem) -> Trial:
        """Ask, and time the whole answer."""
        self._retriever.taken()
        started = time.perf_counter()
        answer = self._assistant.ask(item.question, item.turns[:-1])
        seconds = time.perf_counter() - started
        return Trial(answer, self._retriever.taken(), seconds)


class TopPassage:
    """The plainest retrieval: whatever passage comes first is the answer, to every question."""

    def __init__(self, documents: Mapping[str, Document], retriever: Retriever) -> None:
        self._documents = documents
        self._retriever = retriever

    def ask(self, item: GoldItem) -> Trial:
        """Answer with the first hit that is more than a heading; what it carries of the question is the confidence."""
        started = time.perf_counter()
        asked = parse_question(item.question, item.turns[:-1])
        evidence = self._retriever.retrieve(asked.query, lang=asked.lang, frame=(), also=())
        hit = next((h for h in evidence.hits if h.passage.kind != "heading"), None)
        base = unanswered(asked, item.turns[:-1])
        if hit is None:
            return Trial(base, evidence.hits, time.perf_counter() - started)
        answer = _quoting(base, self._documents, hit.passage, confidence=hit.coverage)
        return Trial(answer, evidence.hits, time.perf_counter() - started)


class FirstParagraph:
    """Answers everything with the first paragraph of the first document."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self._documents = documents
        self._first = next(p for d in documents.values() for p in d.passages if p.kind == "prose")

    def ask(self, item: GoldItem) -> Trial:
        """Answer with the first paragraph."""
        base = unanswered(parse_question(item.question), item.turns[:-1])
        return Trial(_quoting(base, self._documents, self._first, confidence=1.0), (), 0.0)


class Abstain:
    """Never answers."""

    def ask(self, item: GoldItem) -> Trial:
        """Abstain."""
        return Trial(unanswered(parse_question(item.question), item.turns[:-1]), (), 0.0)


class Oracle:
    """Replays the ideal of each item over its own evidence: what a perfect system would score."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self._documents = documents

    def ask(self, item: GoldItem) -> Trial:
        """Answer with the ideal, or abstain where that is right."""
        base = unanswered(parse_question(item.question), item.turns[:-1])
        if item.category == "chat":
            return Trial(replace(base, status="chat", abstained=False, confidence=1.0, answer=item.ideal), (), 0.0)
        if not item.answerable:
            return Trial(base, (), 0.0)
        places = resolve(item, self._documents)
        quotes = [
            Quote(self._documents[statement.doc], passage, (Span(statement.start, statement.end),))
            for statement, passage in dict.fromkeys((place.statement, place.passage) for place in places)
        ]
        statement = Statement(item.ideal, tuple(range(1, len(quotes) + 1)))
        answer = replace(
            base,
            status="grounded",
            abstained=False,
            confidence=1.0,
            answer=item.ideal,
            short=statement,
            statements=(statement,),
            citations=tuple(citation(number, quote) for number, quote in enumerate(quotes, start=1)),
            calculation=Calculation("", (), item.ideal, "") if item.category == "arithmetic" else None,
        )
        passages = dict.fromkeys(place.passage for place in places)
        hits = tuple(Hit(passage, rank, 1 / rank, 1.0, 1.0, 1.0) for rank, passage in enumerate(passages, start=1))
        return Trial(answer, hits, 0.0)


def _quote(documents: Mapping[str, Document], passage: Passage) -> Quote:
    return Quote(documents[passage.doc], passage, (Span(passage.start, passage.end),))


def _quoting(base: Answer, documents: Mapping[str, Document], passage: Passage, confidence: float) -> Answer:
    """Return an answer that is one whole passage; a passage is no short answer."""
    statement = DraftStatement(passage.text, (_quote(documents, passage),))
    return conclusion(base, Draft(statements=(statement,), confidence=confidence))
