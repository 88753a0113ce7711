"""What is looked for beside the best hits of a question."""

from __future__ import annotations

from dataclasses import replace

from bot.compose.draft import Quote
from bot.looking import Looking
from bot.question import parse_question
from corpus.document import Document, Span
from tests.conftest import Bench, EveryPassage


def shelf(bench: Bench) -> dict[str, Document]:
    texts = {"one": "# 一\n\n港が開いた。\n", "two": "# 二\n\n港は閉じた。\n", "three": "# 三\n\n橋は長い。\n"}
    texts["ko"] = "---\nlang: ko\n---\n\n# 항구\n\n항구가 열렸다.\n"
    return {name: bench.read(text, f"{name}.md") for name, text in texts.items()}


def test_who_does_not_doubt_is_looked_up_once(bench: Bench) -> None:
    documents = shelf(bench)
    retriever = EveryPassage(list(documents.values()))
    Looking(documents, retriever).found(parse_question("港はいつ開いたか"), ())
    assert len(retriever.asked) == 1


def test_where_sources_differ_each_other_language_is_heard(bench: Bench) -> None:
    documents = shelf(bench)
    retriever = EveryPassage(list(documents.values()))
    Looking(documents, retriever).found(replace(parse_question("港はいつ開いたか"), doubts=True), ())
    assert len(retriever.asked) == 2


def test_the_words_of_a_statement_are_looked_for_in_all_others_and_in_each_that_is_akin(bench: Bench) -> None:
    documents = shelf(bench)
    retriever = EveryPassage(list(documents.values()))
    looking = Looking(documents, retriever)
    evidence = looking.found(parse_question("港はいつ開いたか"), ())
    passage = documents["one"].passages[-1]
    told = Quote(documents["one"], passage, (Span(passage.start, passage.end),))
    looking.told_elsewhere(evidence, told, ("two",))
    assert [question for question, _, _ in retriever.asked[1:]] == ["港が開いた。", "港が開いた。"]
