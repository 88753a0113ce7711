"""Numbered things are read as such, and one is told from another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.structure.ordinals import find_ordinals, numbered_otherwise


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("第九版はいつ出るか", [("版", 9)]),
        ("3例目の農場", [("例目", 3)]),
        ("第14回の会議", [("回", 14)]),
        ("2度目の会談", [("回", 2)]),
        ("第二次会谈", [("回", 2)]),
        ("제3차 회의", [("回", 3)]),
        ("두 번째 주민 설명회", [("番目", 2)]),
        ("the second round of talks", [("回", 2)]),
        ("the 10th edition", [("版", 10)]),
        ("1号機と2号機", [("号", 1), ("号", 2)]),
        ("二つ目の工場", [("番目", 2)]),
    ],
)
def test_a_numbered_thing_is_read_with_its_kind_and_number(text: str, found: list[tuple[str, int]]) -> None:
    assert [(one.kind, one.number) for one in find_ordinals(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "3回訪れた",
        "毎日2便が出る",
        "5号線沿い",
        "1990年代",
        "10代の若者",
        "3期連続で",
        "3대 도시",
        "on 2nd May",
        "in the second half",
    ],
)
def test_a_count_a_date_and_a_decade_are_none(text: str) -> None:
    assert find_ordinals(text) == ()


@pytest.mark.parametrize(
    ("asked", "said", "otherwise"),
    [
        ("第九版はいつ出るか", "第八版はこの春に出た", True),
        ("3例目の農場はなぜまだか", "1例目には払われたが、3例目にはまだである", False),
        ("第14回の会議を休んだのはなぜか", "2回目の手術のためだった", False),
        ("2回目の会合に来たのは", "第3回会合には六人が来た", True),
        ("1年目と2年目でどれだけ違うか", "1年目は860人だった", False),
        ("the second round", "In the third round they met again", True),
        ("2号の膜の厚さは", "膜は1号と同じ素材で、厚さは12ミリである", False),
        ("第2次会談はいつか", "会談は5月に開かれた", False),
    ],
)
def test_one_numbered_thing_is_told_from_another(asked: str, said: str, otherwise: bool) -> None:
    assert numbered_otherwise(asked, said) is otherwise


@given(st.text(alphabet="第十二九版回目号期次1234 の会議a첫번째", max_size=30))
def test_places_are_slices_in_order_and_a_text_never_speaks_otherwise_than_itself(text: str) -> None:
    found = find_ordinals(text)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert [one.start for one in found] == sorted(one.start for one in found)
    assert not numbered_otherwise(text, text)
