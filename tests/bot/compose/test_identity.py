"""Who someone is, asked by the name alone."""

from __future__ import annotations

import pytest

from bot.compose.identity import attribute_of, who_is
from tests.conftest import Bench

TEXT = "# 港\n\n4月5日、北方港湾大学の野田恵子教授を団長とする視察団が青森港を訪れた。佐藤は船を降りた。\n"


def said(bench: Bench, question: str, holding: str = "視察団") -> str | None:
    asked, candidate = bench.candidate(question, bench.read(TEXT), holding)
    point = who_is(asked, candidate)
    return point.text if point else None


@pytest.mark.parametrize(
    "question",
    [
        "野田恵子って誰？",
        "野田恵子さんとは何者ですか",
        "野田恵子是谁？",
        "野田恵子さんの肩書きは何ですか",
        "野田恵子是干什么的？",
    ],
)
def test_a_post_beside_the_name_says_who_someone_is(bench: Bench, question: str) -> None:
    assert said(bench, question) == "北方港湾大学の野田恵子教授"


@pytest.mark.parametrize(
    ("question", "holding"),
    [
        ("野田恵子と青森港を訪れたのは誰？", "視察団"),  # asks for others
        ("山本次郎って誰？", "視察団"),  # someone else
        ("佐藤って誰？", "佐藤"),  # no post stands beside the name
    ],
)
def test_otherwise_nothing_says_so(bench: Bench, question: str, holding: str) -> None:
    assert said(bench, question, holding) is None


def test_the_post_is_the_point_of_the_answer(bench: Bench) -> None:
    answer = bench.ask("野田恵子って誰？", bench.read(TEXT))
    assert answer.short is not None
    assert answer.short.text == "北方港湾大学の野田恵子教授"


@pytest.mark.parametrize(
    "question",
    [
        "野田恵子は視察のとき何の役職だった？",
        "視察団の野田恵子の肩書きは？",
        "What post did 野田恵子 hold on the visit?",
    ],
)
def test_the_post_of_whom_a_question_names_may_be_asked_with_more_said(bench: Bench, question: str) -> None:
    assert said(bench, question) == "北方港湾大学の野田恵子教授"


def test_the_posts_printed_one_behind_the_other_are_told_together(bench: Bench) -> None:
    document = bench.read("# 港\n\n同行したのは、山田花子・港湾局長／広報部長、鈴木一郎・船長である。\n")
    asked, candidate = bench.candidate("山田花子の役職は何だった？", document, "同行")
    point = who_is(asked, candidate)
    assert point is not None
    assert point.text == "山田花子・港湾局長／広報部長"


BYLINE = """# 港の記録

山田花子

港湾研究所主任研究員

4月5日、北方港湾大学の野田恵子教授を団長とする視察団が青森港を訪れた。同行したのは鈴木一郎船長である。
"""


def test_a_post_in_the_line_below_the_name_is_told_by_that_line(bench: Bench) -> None:
    answer = bench.ask("山田花子の肩書きは？", bench.read(BYLINE, "byline.md"))
    assert answer.short is not None
    assert answer.short.text == "港湾研究所主任研究員"


def test_where_the_post_of_one_is_asked_for_nobody_elses_answers(bench: Bench) -> None:
    assert bench.ask("佐藤次郎の肩書きは？", bench.read(BYLINE, "byline.md")).abstained


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("浜田理事の席次は？", "5位"),
        ("浜田理事の席次って何位？", "5位"),
        ("丸川商店の資本金はいくら？", "300万円"),
        ("浜田理事の資本金は？", None),
        ("席次は？", None),
    ],
)
def test_what_a_bracket_says_of_whom_it_stands_behind_is_asked_for_by_its_name(
    question: str, said: str | None, bench: Bench
) -> None:
    text = "# 式\n\n式には浜田理事（席次5位）と丸川商店（本社函館、資本金300万円）が出た。\n"
    asked, candidate = bench.candidate(question, bench.read(text), "式には")
    point = attribute_of(asked, candidate)
    assert (point.text if point else None) == said
