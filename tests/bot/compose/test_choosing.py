"""What stands beside the best sentence where a question says that its sources differ."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from bot.answer import Answer
from bot.assistant import Assistant
from bot.compose.composer import ExtractiveComposer
from bot.compose.readings import SmallReader
from bot.compose.uses import EVERY_USE
from corpus.document import Document
from retrieval.hit import Evidence
from retrieval.reader.model import Reading, Window
from tests.conftest import Bench, EveryPassage, evidence

DOUBTS = "人によって言うことが違うのですが"
ONE = "# 港の一\n\n港の開港式に350人が集まった。その夜の宴には80人が招かれた。\n"
OTHER = "# 港の二\n\n港の開港式には420人いたという。港には12台の車がある。\n"
KOREAN = "---\nlang: ko\n---\n\n# 항구\n\n개항식에는 500명이 모였다.\n"


class Likely:
    """A reader that takes a sentence with a number of people for an answer, the more so the more there are."""

    def read(self, question: str, windows: Sequence[Window | str]) -> tuple[Reading, ...]:
        return tuple(self._reading(one.text if isinstance(one, Window) else one) for one in windows)

    @staticmethod
    def _reading(window: str) -> Reading:
        for words, relevance in (
            ("350人", 0.9),
            ("420人", 0.5),
            ("500명", 0.4),
            ("任期", 0.9),
            ("抗議", 0.6),
            ("900人", 0.9),
            ("510人", 0.5),
            ("80人", 0.1),
            ("12台", 0.8),
        ):
            if words in window and window.rstrip("。.").find(words) >= window.rstrip("。.").rfind("。"):
                return Reading(relevance, window.index(words), window.index(words) + len(words), 0.9)
        return Reading(0.01, 0, 1, 0.01)


@dataclass
class OneLanguage:
    """A retriever that finds Japanese alone unless it is asked for other documents."""

    documents: Sequence[Document]
    among: list[Collection[str] | None] = field(default_factory=list)

    def retrieve(
        self,
        question: str,
        *,
        lang: str,
        frame: Sequence[tuple[int, int]],
        also: Sequence[str],
        documents: Collection[str] | None = None,
    ) -> Evidence:
        self.among.append(documents)
        wanted = [d for d in self.documents if (d.lang == "ja" if documents is None else d.id in documents)]
        return evidence(question, wanted)


@dataclass
class InWordsOf:
    """A retriever that finds some documents only for a question in certain words."""

    words: str
    first: Sequence[Document]
    then: Sequence[Document]

    @property
    def documents(self) -> Sequence[Document]:
        return (*self.first, *self.then)

    def retrieve(
        self,
        question: str,
        *,
        lang: str,
        frame: Sequence[tuple[int, int]],
        also: Sequence[str],
        documents: Collection[str] | None = None,
    ) -> Evidence:
        return evidence(question, self.then if self.words in question else self.first)


def ask(bench: Bench, question: str, retriever: EveryPassage | OneLanguage | InWordsOf) -> Answer:
    documents = {document.id: document for document in retriever.documents}
    composer = ExtractiveComposer(documents, bench.words, reader=SmallReader(Likely(), EVERY_USE))
    return Assistant(documents, retriever, composer).ask(question)


def test_another_number_of_the_same_unit_stands_beside_the_best(bench: Bench) -> None:
    documents = [bench.read(ONE, "one.md"), bench.read(OTHER, "other.md")]
    answer = ask(bench, f"港の開港式に何人集まったか。{DOUBTS}", EveryPassage(documents))
    assert [citation.doc for citation in answer.citations] == ["one", "other"]
    assert "350人" in answer.answer
    assert "420人" in answer.answer
    assert "12台" not in answer.answer
    assert "80人" not in answer.answer  # of the same unit, but no answer


def test_of_two_other_numbers_the_one_told_in_the_words_of_the_best_sentence_stands_beside_it(bench: Bench) -> None:
    one = "# 港の開港式\n\n漁師と学生が350人集まった。\n"
    crowd = "# 市場\n\n朝は420人である。\n"
    again = "# 三\n\n漁師と学生は510人である。\n"
    documents = [bench.read(text, name) for text, name in ((one, "one.md"), (crowd, "crowd.md"), (again, "again.md"))]
    answer = ask(bench, f"港の開港式に何人集まったか。{DOUBTS}", EveryPassage(documents))
    assert "510人" in answer.answer
    assert "420人" not in answer.answer


def test_what_each_document_says_is_told_in_numbers_of_one_unit(bench: Bench) -> None:
    other = "# 港の二\n\n港の開港式に12台が集まった。420人いたという。\n"
    documents = [bench.read(ONE, "one.md"), bench.read(other, "other.md")]
    answer = ask(bench, "港の開港式に何人集まったか、資料ごとに教えて", EveryPassage(documents))
    assert "350人" in answer.answer
    assert "420人" in answer.answer
    assert answer.short is None or "12台" not in answer.short.text  # likelier, and no number of people


def test_who_does_not_doubt_is_shown_another_number_that_surely_answers_and_lies_near(bench: Bench) -> None:
    documents = [bench.read(ONE, "one.md"), bench.read(OTHER, "other.md")]
    answer = ask(bench, "港の開港式に何人集まったか。", EveryPassage(documents))
    (conflict,) = answer.conflicts
    assert ["350人" in side.says or "420人" in side.says for side in conflict.sides] == [True, True]


def test_numbers_of_two_occasions_do_not_contradict_each_other(bench: Bench) -> None:
    one = "# 港の一\n\n2023年4月5日、港の開港式に350人が集まった。\n"
    other = "# 港の二\n\n2021年9月8日の港の開港式には420人いたという。\n"
    documents = [bench.read(one, "one.md"), bench.read(other, "other.md")]
    assert not ask(bench, f"港の開港式に何人集まったか。{DOUBTS}", EveryPassage(documents)).conflicts


def test_another_document_may_give_another_reason(bench: Bench) -> None:
    one = "# 港の広報\n\n港長が辞めたのは任期が満ちたためである。\n"
    other = "# 港の噂\n\n港長が辞めたのは抗議のためである。\n"
    far = "# 野球\n\n監督が球場を去ったのは抗議のためである。\n"
    documents = [bench.read(text, name) for text, name in ((one, "one.md"), (other, "other.md"), (far, "far.md"))]
    answer = ask(bench, "港長が辞めたのはなぜか", EveryPassage(documents))
    assert [citation.doc for citation in answer.citations] == ["one", "other"]


def test_who_does_not_doubt_is_not_shown_a_number_that_lies_far_off(bench: Bench) -> None:
    documents = [bench.read(ONE, "one.md"), bench.read("# 市の祭り\n\n祭りの客は900人だった。\n", "far.md")]
    answer = ask(bench, "港の開港式に何人集まったか。", EveryPassage(documents))
    assert not answer.conflicts
    assert "900人" not in answer.answer


def test_what_carries_little_of_the_question_is_no_other_side_unless_its_value_lies_near(bench: Bench) -> None:
    crowd = "# 野球\n\n球場は900人である。\n"
    documents = [bench.read(ONE, "one.md"), bench.read(crowd, "crowd.md")]
    assert "900人" not in ask(bench, f"港の開港式に何人集まったか。{DOUBTS}", EveryPassage(documents)).answer


def test_the_other_side_is_looked_for_in_every_language_of_the_shelf(bench: Bench) -> None:
    retriever = OneLanguage([bench.read(ONE, "one.md"), bench.read(KOREAN, "ko.md")])
    answer = ask(bench, f"港の開港式に何人集まったか。{DOUBTS}", retriever)
    assert "500명" in answer.answer
    assert retriever.among == [None, ["ko"], ["ko"]]  # again in the words of what was found
    retriever.among.clear()
    assert "500명" not in ask(bench, "港の開港式に何人集まったか。", retriever).answer  # it only may answer
    assert retriever.among == [None, ["ko"]]


def test_a_document_about_another_matter_is_no_other_side_however_likely_its_number(bench: Bench) -> None:
    one = "# 港の開港式\n\n港の開港式に漁師が350人集まった。岬の灯台と埠頭の魚市場を開いた。\n"
    again = "# 岬の灯台\n\n埠頭の魚市場を開いた日、漁師は420人いたという。\n"
    crowd = "# 市立美術館\n\n絵画展の説明会に510人集まった。彫刻は12点である。\n"
    documents = [bench.read(text, name) for text, name in ((one, "one.md"), (crowd, "crowd.md"), (again, "again.md"))]
    answer = ask(bench, f"港の開港式に何人集まったか。{DOUBTS}", EveryPassage(documents))
    assert "420人" in answer.answer
    assert "510人" not in answer.answer


def test_the_other_side_is_looked_for_in_the_words_of_what_was_found(bench: Bench) -> None:
    retriever = InWordsOf("350人", [bench.read(ONE, "one.md")], [bench.read(OTHER, "other.md")])
    question = "港の開港式に何人集まったか。"
    assert "420人" in ask(bench, f"{question}{DOUBTS}", retriever).answer
    assert ask(bench, question, retriever).conflicts  # whoever does not doubt it either


def test_what_is_not_told_otherwise_stays_as_it_was_found(bench: Bench) -> None:
    retriever = InWordsOf("350人", [bench.read(ONE, "one.md")], [bench.read(KOREAN, "ko.md")])
    answer = ask(bench, "港の開港式に何人集まったか。", retriever)
    assert [citation.doc for citation in answer.citations] == ["one"]


def test_each_document_about_the_matter_is_looked_into_where_one_is_doubted(bench: Bench) -> None:
    retriever = EveryPassage([bench.read(ONE, "one.md"), bench.read(OTHER, "other.md")])
    ask(bench, f"港の開港式に何人集まったか。{DOUBTS}", retriever)
    assert len(retriever.asked) == 3  # the question, its answer among all others, and in the one that is akin
