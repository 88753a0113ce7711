"""One question, start to finish, with a retriever and a composer that only repeat what they are given."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace

import pytest

from bot.assistant import Assistant
from bot.compose.draft import Draft, DraftStatement, Quote
from bot.question import LONGEST_QUESTION, Question
from corpus.document import Document, Span
from corpus.errors import ModelError
from retrieval.hit import Evidence
from tests.conftest import Bench, EveryPassage

OPENING = "青森港では2023年4月5日に新航路の開港式が開かれた。"


@dataclass
class Given:
    """A composer that gives the same draft to every question and remembers the questions."""

    draft: Draft
    asked: list[Question] = field(default_factory=list)

    def words(self, question: Question) -> tuple[str, ...]:
        return ("港",)

    def akin(self, document: Document) -> tuple[str, ...]:
        return ()

    def compose(self, question: Question, evidence: Evidence) -> Draft:
        self.asked.append(question)
        return self.draft


def quote(document: Document, words: str) -> Quote:
    start = document.text.index(words)
    passage = next(p for p in document.passages if p.start <= start < p.end)
    return Quote(document, passage, (Span(start, start + len(words)),))


def supported(document: Document) -> Draft:
    return Draft(statements=(DraftStatement(OPENING, (quote(document, OPENING),)),), confidence=0.8)


def assistant(document: Document, draft: Draft) -> tuple[Assistant, EveryPassage, Given]:
    retriever, composer = EveryPassage([document]), Given(draft)
    return Assistant({document.id: document}, retriever, composer), retriever, composer


def test_a_question_is_retrieved_composed_and_answered(brief: Document) -> None:
    asking, retriever, composer = assistant(brief, supported(brief))
    answer = asking.ask("開港式はいつですか")
    assert [question for question, _, _ in retriever.asked] == ["開港式はいつですか"]
    assert [question.text for question in composer.asked] == ["開港式はいつですか"]
    assert (answer.status, answer.abstained, answer.lang, answer.index) == ("grounded", False, "ja", "bench")
    assert [s.text for s in answer.statements] == [OPENING]
    assert answer.question == "開港式はいつですか"
    assert set(answer.timings_ms) == {"retrieve", "compose"}
    assert all(value >= 0 for value in answer.timings_ms.values())


@pytest.mark.parametrize("question", ["", "  ", "\n\t　"])
def test_an_empty_question_is_refused(question: str, brief: Document) -> None:
    asking, retriever, _ = assistant(brief, supported(brief))
    with pytest.raises(ValueError, match="empty"):
        asking.ask(question)
    assert retriever.asked == []


def test_small_talk_is_answered_without_looking_anything_up(brief: Document) -> None:
    asking, retriever, composer = assistant(brief, supported(brief))
    answer = asking.ask("Hello!", ("開港式はいつですか",))
    assert (answer.status, answer.abstained, answer.lang, answer.statements) == ("chat", False, "en", ())
    assert answer.turns == ("開港式はいつですか",)
    assert (retriever.asked, composer.asked) == ([], [])


def test_earlier_turns_are_kept_and_fill_in_a_follow_up(brief: Document) -> None:
    asking, retriever, _ = assistant(brief, supported(brief))
    answer = asking.ask("その知事は？", ("青森港の開港式は？",))
    assert answer.turns == ("青森港の開港式は？",)
    assert answer.question == "その知事は？"
    assert "青森港" in retriever.asked[0][0]


@dataclass
class WhoThenWhen(Given):
    """Names the governor when asked who, and remembers what else is asked."""

    def compose(self, question: Question, evidence: Evidence) -> Draft:
        self.asked.append(question)
        document = next(iter(evidence.hits)).passage.doc if "who" in question.kinds() else ""
        return replace(self.draft, short=replace(self.draft.statements[0], text="山口知事")) if document else self.draft


def test_a_pronoun_is_asked_with_what_it_points_at(brief: Document) -> None:
    composer = WhoThenWhen(supported(brief))
    asking = Assistant({brief.id: brief}, EveryPassage([brief]), composer)
    answer = asking.ask("その人はいつ就任した？", ("開港式に来たのは誰？",))
    assert composer.asked[-1].text == "山口知事はいつ就任した？"
    assert (answer.question, answer.turns) == ("その人はいつ就任した？", ("開港式に来たのは誰？",))


@dataclass
class OnlyAlone(Given):
    """Finds something only where no earlier turn is read along."""

    def compose(self, question: Question, evidence: Evidence) -> Draft:
        self.asked.append(question)
        return self.draft if question.inherited == (0, 0) else Draft(missing=("港",), confidence=0.1)


@pytest.mark.parametrize(
    ("question", "status"),
    [("開港式はいつ開かれたか", "grounded"), ("その式はいつ開かれたか", "abstained"), ("新航路は？", "abstained")],
)
def test_a_short_question_that_points_at_nothing_before_it_is_also_asked_alone(
    question: str, status: str, brief: Document
) -> None:
    asking = Assistant({brief.id: brief}, EveryPassage([brief]), OnlyAlone(supported(brief)))
    answer = asking.ask(question, ("函館の博物館の館長は誰か",))
    assert answer.status == status
    assert answer.turns == ("函館の博物館の館長は誰か",)


def test_what_is_found_alone_but_not_surely_is_not_taken(brief: Document) -> None:
    unsure = Draft(statements=supported(brief).statements, confidence=0.55)
    asking = Assistant({brief.id: brief}, EveryPassage([brief]), OnlyAlone(unsure))
    assert asking.ask("開港式はいつ開かれたか", ("函館の博物館の館長は誰か",)).abstained


def test_what_comes_after_the_longest_question_is_not_read(brief: Document) -> None:
    asking, retriever, _ = assistant(brief, supported(brief))
    asking.ask("港" * LONGEST_QUESTION + "敦賀")
    assert all("敦賀" not in question for question, _, _ in retriever.asked)


def test_what_a_composer_made_up_never_reaches_the_answer(brief: Document) -> None:
    made_up = DraftStatement("開港式は盛大であった。", (quote(brief, OPENING),))
    true = supported(brief).statements[0]
    asking, _, _ = assistant(brief, Draft(short=None, statements=(made_up, true), confidence=0.9))
    answer = asking.ask("開港式はどうでしたか")
    assert [s.text for s in answer.statements] == [OPENING]
    assert "盛大" not in answer.answer
    assert [r.text for r in answer.rejected] == ["開港式は盛大であった。"]


def test_when_everything_was_made_up_it_abstains(brief: Document) -> None:
    made_up = DraftStatement("開港式は盛大であった。", (quote(brief, OPENING),))
    asking, _, _ = assistant(brief, Draft(short=made_up, statements=(made_up,), confidence=0.9))
    answer = asking.ask("開港式はどうでしたか")
    assert (answer.status, answer.abstained) == ("abstained", True)
    assert "盛大" not in answer.answer
    assert answer.citations == ()


def test_a_draft_without_statements_is_an_abstention_with_leads(brief: Document) -> None:
    asking, _, _ = assistant(brief, Draft(missing=("予算",), confidence=0.1))
    answer = asking.ask("開港式の予算はいくらですか")
    assert (answer.status, answer.abstained, answer.missing) == ("abstained", True, ("予算",))
    assert answer.nearest
    assert answer.index == "bench"


def test_an_error_of_a_part_is_not_hidden(brief: Document) -> None:
    class Broken:
        def retrieve(
            self,
            question: str,
            *,
            lang: str,
            frame: Sequence[tuple[int, int]],
            also: Sequence[str],
            documents: Collection[str] | None = None,
        ) -> Evidence:
            raise ModelError("the model is gone")

    with pytest.raises(ModelError, match="gone"):
        Assistant({brief.id: brief}, Broken(), Given(supported(brief))).ask("開港式はいつですか")


def test_a_message_that_asks_twice_is_answered_twice(brief: Document, bench: Bench) -> None:
    answer = bench.ask("青森港の新航路の開港式はいつ開かれましたか？航路は何のために開設されましたか？", brief)
    assert answer.status == "grounded"
    assert any("2023年4月5日" in s.text for s in answer.statements)
    assert any("冬の食料を運ぶため" in s.text for s in answer.statements)
    assert [c.n for c in answer.citations] == list(range(1, len(answer.citations) + 1))


def test_a_message_half_of_which_is_answered_is_partly_answered(brief: Document, bench: Bench) -> None:
    answer = bench.ask("青森港の新航路の開港式はいつ開かれましたか？函館の花火大会の予算はいくらですか？", brief)
    assert (answer.status, answer.abstained) == ("partial", False)
    assert any("2023年4月5日" in s.text for s in answer.statements)
    assert any("花火" in word or "予算" in word for word in answer.missing)


def test_each_clause_of_a_question_is_looked_for_with_what_it_leaves_out(brief: Document) -> None:
    asking, retriever, composer = assistant(brief, supported(brief))
    asking.ask("知事はいつ青森港に行き、何を観覧したか")
    expected = ["知事はいつ青森港に行きましたか", "知事は青森港で何を観覧したか"]
    assert [question for question, _, _ in retriever.asked] == expected
    assert [question.text for question in composer.asked] == expected


def test_a_clause_that_nothing_answers_is_named_beside_the_answer_to_the_other(brief: Document, bench: Bench) -> None:
    answer = bench.ask("青森港の新航路の開港式はいつ開かれ、花火大会の予算はいくらだったか", brief)
    assert (answer.status, answer.abstained) == ("partial", False)
    assert answer.short is not None
    assert "2023年4月5日" in answer.short.text
    assert "2つ目の問い「花火大会の予算はいくらだったか」については、" in answer.answer
    assert any("花火大会の予算はいくらだったか" in lacking for lacking in answer.missing)


def test_threads_get_the_answers_of_their_own_questions(brief: Document, bench: Bench) -> None:
    asking = bench.assistant(brief)
    questions = [
        "青森港の新航路の開港式はいつ開かれたか",
        "航路は何のために開設されたか",
        "函館の花火大会の予算はいくらか",
    ] * 4
    alone = [asking.ask(question) for question in questions[:3]] * 4
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(asking.ask, questions))
    assert [a.answer for a in together] == [a.answer for a in alone]
    assert [a.question for a in together] == questions
