"""A line break within a Korean word is lifted, one between two words stays."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.document import Document
from corpus.structure.hangul import cuts_word


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("그 회사는 작년에 설", "립된 곳이다."),
        ("배가 둘로 줄었", "다. 그 뒤"),
        ("자료를 공", "개하지 않았다."),
        ("센터장을 지낸 변", "호사는 말했다."),
        ("시민의 조사", "에서도 그렇다."),
        ("시장이 발표하", "였다."),
        ("돈이 부족", "하다."),
    ],
)
def test_a_word_that_a_line_end_cuts(before: str, after: str) -> None:
    assert cuts_word(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("새로 문을", "열었다."),
        ("나쁜 일을", "한다."),
        ("창구를 맡은", "부서가"),
        ("누리도시", "공사는 작다."),
        ("등록은 두 배로", "늘었다."),
        ("같은", "달 20일"),
        ("the port", "은 작다"),
        ("", "은"),
    ],
)
def test_two_words(before: str, after: str) -> None:
    assert not cuts_word(before, after)


def test_a_word_over_two_lines_is_whole_in_the_text(made: Callable[..., Document]) -> None:
    lines = ("항구의 등대는 예순 해 전에 마을 사람들이 돈을 모아 설", "립한 것으로, 지금은 시가", "돌보고 있다.")
    document = made("항구의 밤\n\n1. 머리말\n\n" + "\n".join(lines))
    assert "설립한 것으로" in document.text
    assert "시가\n돌보고" in document.text
