"""Who wrote a text, by the words that papers print before a name."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document
from corpus.structure.credits import apart, credited

Make = Callable[..., Document]
BODY = "\n\n港は四月に開いた。船は毎週土曜に着き、島の人は市場へ魚を運ぶようになったと役場は言う。\n"


@pytest.mark.parametrize(
    ("line", "name", "of"),
    [
        ("文・早瀬ふみの(同会理事長)", "早瀬ふみの", "同会理事長"),
        ("文＝久我涼介", "久我涼介", ""),
        ("取材・文　久我涼介", "久我涼介", ""),
        ("写真・文＝久我涼介", "久我涼介", ""),
        ("構成・文：久我涼介", "久我涼介", ""),
        ("（文・写真／久我涼介）", "久我涼介", ""),
        ("文・久我涼介　写真・早瀬文乃", "久我涼介", ""),
        ("文/王明远", "王明远", ""),
        ("글·사진 한다솔 기자", "한다솔", "기자"),
        ("Words: Ann Reed", "Ann Reed", ""),
        ("Text and photos by Ann Reed", "Ann Reed", ""),
        ("Words: Ann Reed (keeper of the light)", "Ann Reed", "keeper of the light"),
        # No name, or not of who wrote it.
        ("文・写真", "", ""),
        ("文・絵本の部屋", "", ""),
        ("文・灯台局", "", ""),
        ("文武・両道", "", ""),
        ("写真・久我涼介", "", ""),
        ("文化・久我涼介", "", ""),
        ("Text messages", "", ""),
        ("Words Matter Here", "", ""),
    ],
)
def test_a_label_of_writing_stands_before_the_name_of_a_person(line: str, name: str, of: str) -> None:
    assert credited(line) == (name, of)


@pytest.mark.parametrize(
    ("author", "told"),
    [
        ("久我涼介（灯台大学教授）", ("久我涼介", "灯台大学教授")),
        ("한다솔 기자", ("한다솔", "기자")),
        ("久我涼介（上）", ("久我涼介（上）", "")),
        ("灯台局（第三課長）", ("灯台局（第三課長）", "")),
        ("한다솔", ("한다솔", "")),
    ],
)
def test_a_name_is_parted_from_what_is_said_of_the_person(author: str, told: tuple[str, str]) -> None:
    assert apart(author) == told


def test_a_credit_line_names_author_and_affiliation(made: Make) -> None:
    document = made(f"# 港の春\n\n『島の会 会報』14号\n2031年5月25日\n文・早瀬ふみの(同会理事長){BODY}")
    assert (document.author, document.affiliation) == ("早瀬ふみの", "同会理事長")
    assert (document.publisher, document.series) == ("島の会 会報", "『島の会 会報』14号")


@given(st.text(alphabet="文・写真＝久我涼介（）理事長/ by", max_size=20))
def test_a_name_is_a_part_of_its_line(line: str) -> None:
    name, of = credited(line)
    assert name in line and of in line
