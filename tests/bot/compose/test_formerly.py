"""A holder of former times is never shown as the present one: the word that says so is part of the short answer."""

from __future__ import annotations

import pytest

from tests.conftest import Bench

CHINESE = "# 选举\n\n现任镇长许志平介绍了方案。前镇长戴文秀批评该方案。\n"
KOREAN = "# 선거\n\n표승연 의원은 회견을 열었다. 전 군수인 노은재 씨가 지원에 나섰다.\n"
JAPANESE = "# 町の選挙\n\n前町長の久保由紀氏が港を批判した。榎本亮町長は港を守ると述べた。\n"
ENGLISH = "# Harbours\n\nThe plan was dropped. Former finance minister Ruth Calder resigned on Monday.\n"


def short(bench: Bench, text: str, question: str) -> str:
    answer = bench.ask(question, bench.read(text, "told.md"))
    return answer.short.text if answer.short else ""


@pytest.mark.parametrize(
    ("text", "question", "found"),
    [
        (CHINESE, "谁批评该方案？", "前镇长戴文秀"),
        (KOREAN, "누가 지원에 나섰는가?", "전 군수인 노은재"),
        (ENGLISH, "Who is the minister?", "Former finance minister Ruth Calder"),
        (JAPANESE, "町長は誰？", "前町長の久保由紀氏"),
    ],
)
def test_the_word_that_says_former_stays_in_the_short_answer(
    text: str, question: str, found: str, bench: Bench
) -> None:
    assert short(bench, text, question) == found


@pytest.mark.parametrize(
    ("text", "question", "found"),
    [
        (ENGLISH, "Who resigned on Monday?", "Ruth Calder"),
        (ENGLISH, "Who was the former finance minister?", "Ruth Calder"),
        (CHINESE, "谁介绍了方案？", "镇长许志平"),
        (JAPANESE, "現在の町長は誰？", "榎本亮町長"),
        (JAPANESE, "誰が港を批判したか？", "久保由紀氏"),
    ],
)
def test_who_is_asked_for_otherwise_and_a_present_holder_stay_as_they_were(
    text: str, question: str, found: str, bench: Bench
) -> None:
    assert short(bench, text, question) == found
