"""One question, start to finish.

Invariant: what `Assistant.ask` returns has been verified; no path to a front end goes around `verified`.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Protocol

from bot.alternatives import Choice, asking_for, choice
from bot.answer import Answer, Filters
from bot.asserted import open_questions
from bot.compose.apart import reckoned_apart
from bot.compose.beside import beside
from bot.compose.draft import Draft
from bot.conclude import abstention, chat, conclusion, unanswered
from bot.cues import Lang
from bot.doubts import matter
from bot.filters import describe
from bot.gaps import Told, joined
from bot.language import language
from bot.looking import Looking, Retriever
from bot.messages import text
from bot.opposed import opposed
from bot.parts import Part
from bot.per_document import per_document
from bot.question import LONGEST_QUESTION, Question, is_small_talk, may_stand_alone, parse_question
from bot.referring import asked_for, name_of, pointer, spelt_out, topic
from bot.sides import sides
from bot.smalltalk import TalkKind
from bot.splitting import asked_in
from bot.verify import verified
from corpus.document import Document
from retrieval.hit import Evidence

_SURELY_ASKED = 0.85  # confidence of an answer from which what sounds like small talk was a question
_LONGEST_TALK = 16  # characters of a question for sources that may be about those that there are
_REMEMBERED = 32  # earlier questions whose answers are kept
_OF_A_TOPIC = ("person", "thing", "place")
_OF_VALUES = frozenset(("when", "count"))
_OPENLY, _MORE_OPENLY = 0.7, 0.1  # from which what a question asserts is told otherwise, and above another answer
_ALONE = 0.6  # and from which one found without the turns before stands where nothing was found with them


class Composer(Protocol):
    """Composes a draft from evidence."""

    def words(self, question: Question) -> tuple[str, ...]:
        """Return the shelf's words for what a question in another language asks about."""
        ...

    def akin(self, document: Document) -> tuple[str, ...]:
        """Return the names of the documents that are known to be about the matter of one."""
        ...

    def compose(self, question: Question, evidence: Evidence) -> Draft:
        """Return statements with their quotes, or what is missing."""
        ...


class Talk(Protocol):
    """Tells messages that are no questions to the documents."""

    def kind(self, text: str, evidence: Evidence) -> TalkKind | None:
        """Return what kind of small talk a message is, or None for a question."""
        ...


class Assistant:
    """Answers questions from a shelf; safe to call from several threads.

    ``narrow`` returns the assistant that sees only what filters let through; ``filters`` are those of this one.
    ``left_out`` files of the shelf are not among its documents; every answer says how many.
    """

    def __init__(  # noqa: PLR0913  the parts of an assistant; the last three are keywords
        self,
        documents: Mapping[str, Document],
        retriever: Retriever,
        composer: Composer,
        default_lang: Lang = "ja",
        talk: Talk | None = None,
        *,
        narrow: Callable[[Filters], Assistant] | None = None,
        filters: Filters | None = None,
        left_out: int = 0,
    ) -> None:
        self._documents = documents
        self._looking = Looking(documents, retriever)
        self._composer = composer
        self._default_lang = default_lang
        self._talk = talk
        self._narrow = narrow
        self._filters = filters
        self._left_out = left_out
        # What earlier questions were answered, for a follow-up that points at it.
        self._given = lru_cache(_REMEMBERED)(self.ask)

    def ask(self, question: str, turns: tuple[str, ...] = (), filters: Filters | None = None) -> Answer:
        """Answer a question; ``turns`` are the earlier questions of the conversation, oldest first.

        ``filters`` restrict what is looked at, found and quoted.

        Raises:
            ValueError: the question is empty, or this assistant cannot be narrowed.
            FilterError: no document passes the filters.
        """
        if filters:
            if self._narrow is None:
                raise ValueError("this assistant cannot be narrowed by filters")
            return self._narrow(filters).ask(question, turns)
        answer = self._pointed(question, turns) or self._answer(question, turns)
        if answer.abstained and turns and may_stand_alone(question, self._default_lang):
            answer = self._alone(question, turns) or answer
        answer = self._openly(question, turns, answer) or answer
        if answer.abstained and self._filters:
            under = text("under_filter", answer.lang, filters=describe(self._filters))
            space = " " if under.startswith("(") else ""  # a wide bracket brings its own
            answer = replace(answer, answer=f"{answer.answer}{space}{under}")
        return answer

    def _answer(self, question: str, turns: tuple[str, ...]) -> Answer:
        asked = parse_question(question[:LONGEST_QUESTION], turns, self._default_lang)
        if not asked.text:
            raise ValueError("the question is empty")
        base = replace(unanswered(asked, turns), filters=self._filters, left_out=self._left_out)
        if is_small_talk(asked.text):
            return chat(base)
        timings = {"retrieve": 0.0, "compose": 0.0}
        asks, doubts = matter(asked.text, asked.lang)
        asks, each = per_document(asks, asked.lang)
        if of := choice(asks, asked.lang, doubts=doubts):
            told = [self._chosen(of, turns, timings)]
        else:
            told = self._told(asked_in(asks, asked.lang), turns, doubts, timings, each=each)
        draft, gaps = joined(told)
        evidence = told[0].evidence
        if len(told) == 1 and not doubts and not of:
            halves = [self._parsed(side, turns) for side in sides(asks, asked.lang)]
            drafts = [self._found(half, timings)[1] for half in halves]
            draft = beside(draft, drafts, asks, asked.lang)
            if draft.calculation is None and (both := opposed(asks, asked.lang)):
                numbers = [self._found(self._parsed(side, turns), timings)[1] for side in both]
                draft = reckoned_apart(asks, numbers, asked.lang) or draft
        rounded = {name: round(value, 1) for name, value in timings.items()}
        base = replace(base, index=evidence.generation, timings_ms=rounded)
        # What the documents answer is a question to them, however like small talk it sounds.
        sourced = "source" in asked.kinds() and len(asked.text) > _LONGEST_TALK  # names what it wants the source of
        kind = self._talk.kind(asked.query, evidence) if self._talk is not None and not sourced else None
        if kind == "order" or (kind and not (draft.statements and draft.confidence >= _SURELY_ASKED)):
            return chat(base, kind)
        if draft.statements:
            return verified(conclusion(base, draft, gaps), self._documents)
        return abstention(base, draft, evidence, self._documents, gaps)

    def _told(
        self, parts: Sequence[Part], turns: tuple[str, ...], doubts: bool, timings: dict[str, float], *, each: bool
    ) -> list[Told]:
        """Return what is found for each question of a message."""
        told: list[Told] = []
        for number, part in enumerate(parts, start=1):
            asked = self._parsed(part.text, (*turns, *part.before), doubts, each=each)
            told.append(Told(number, part.said, asked, *self._found(asked, timings)))
        return told

    def _chosen(self, of: Choice, turns: tuple[str, ...], timings: dict[str, float]) -> Told:
        """Return what is found of a question that leaves the choice between two values."""
        asked = asking_for(self._parsed(of.left, turns), of)
        return Told(1, of.left, asked, *self._found(asked, timings))

    def _pointed(self, question: str, turns: tuple[str, ...]) -> Answer | None:
        """Answer a follow-up that points at the answer of an earlier question, with that answer in its place.

        None where it points at none, or where nothing is found for it.
        """
        said = " ".join(question[:LONGEST_QUESTION].split())
        lang = language(said, self._default_lang)
        points = pointer(said, lang) if turns else None
        if points is None:
            return None
        at = asked_for(points, turns, self._default_lang)
        if at is None:
            name = topic(turns[-1], language(turns[-1], self._default_lang)) if points.points in _OF_A_TOPIC else ""
        else:
            earlier = self._given(turns[at], turns[:at])
            name = name_of(earlier.short.text) if earlier.short and not earlier.abstained else ""
        if not name:
            return None
        answer = self._answer(spelt_out(said, points, name, lang), ())
        return None if answer.abstained else replace(answer, question=said, turns=turns)

    def _alone(self, question: str, turns: tuple[str, ...]) -> Answer | None:
        """Answer a short question without what was said before, which it need not lean on; None unless surely."""
        answer = self._answer(question, ())
        sure = not answer.abstained and bool(answer.citations) and answer.confidence >= _ALONE
        return replace(answer, turns=turns) if sure else None

    def _openly(self, question: str, turns: tuple[str, ...], answer: Answer) -> Answer | None:
        """Answer a yes-or-no question with what it asserts left open, which corrects it; None unless more surely."""
        if answer.status not in ("abstained", "grounded") or answer.conflicts or answer.calculation:
            return None
        asked = parse_question(question[:LONGEST_QUESTION], turns, self._default_lang)
        asks_nothing = answer.abstained and not asked.frame  # 会談は9月3日？
        if asked.kinds() != {"yes-no"} and not (asks_nothing and asked.kinds() == {"what"}):
            return None
        least = _OPENLY if answer.abstained else max(_OPENLY, answer.confidence + _MORE_OPENLY)
        for asks in open_questions(asked.text, asked.lang) if least < 1 else ():
            found = self._answer(asks, turns)
            if found.short and not found.abstained and found.confidence >= least:
                return replace(found, question=answer.question)
        return None

    def _parsed(self, text: str, turns: tuple[str, ...], doubts: bool = False, *, each: bool = False) -> Question:
        asked = parse_question(text, turns, self._default_lang)
        return replace(asked, doubts=doubts or each, per_document=each)

    def _found(self, asked: Question, timings: dict[str, float]) -> tuple[Evidence, Draft]:
        """Retrieve for one question and compose from what was found, adding to the timings (milliseconds)."""
        started = time.perf_counter()
        also = self._composer.words(asked)
        evidence = self._looking.found(asked, also)
        retrieved = time.perf_counter()
        draft = self._composer.compose(asked, evidence)
        if asked.doubts or _may_be_told_otherwise(asked, draft):
            evidence, draft = self._held_against(asked, evidence, draft)
        timings["retrieve"] += 1000 * (retrieved - started)
        timings["compose"] += 1000 * (time.perf_counter() - retrieved)
        return evidence, draft

    def _held_against(self, asked: Question, evidence: Evidence, draft: Draft) -> tuple[Evidence, Draft]:
        """Return evidence and draft with what other documents tell of the same.

        Where no doubt is voiced, only if they tell another date or number: what answers stays as it is otherwise.
        """
        if not draft.statements:
            return evidence, draft
        told = draft.statements[0].quotes[0]
        akin = self._composer.akin(told.document) if asked.doubts else ()
        wider = self._looking.told_elsewhere(evidence, told, akin)
        if len(wider.hits) == len(evidence.hits):
            return evidence, draft
        again = self._composer.compose(asked, wider)
        return (wider, again) if asked.doubts or again.conflicts else (evidence, draft)


def _may_be_told_otherwise(asked: Question, draft: Draft) -> bool:
    """Say whether a draft gives a single date or number, from a sentence, that another document may give otherwise."""
    if not draft.statements or draft.conflicts or draft.calculation or not asked.kinds() & _OF_VALUES:
        return False
    return draft.statements[0].quotes[0].passage.kind == "prose" and not asked.wants_all()
