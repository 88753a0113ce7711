"""The former and the latter are the two that a stretch counts or sets against each other, and no figure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Span
from corpus.structure.brackets import depths
from corpus.structure.contrasted import contrasted
from tests.corpus.structure.meant import meant

_PIECES = [
    "①",
    "②",
    "③",
    "東岸の橋",
    "西岸の橋",
    "が",
    "は",
    "3％減",
    "5％増",
    "二つ",
    "一つは",
    "もう一つは",
    "である",
]
_PIECES += ["と", "、", "。", "「", "」", "の2点", "\n"]


@pytest.mark.parametrize(
    ("text", "lang", "first", "second"),
    [
        ("東岸の橋が3％減、西岸の橋が5％増と、差がついた。前者は古く、後者は新しい。", "ja", "東岸の橋", "西岸の橋"),
        ("会は、①橋の補修、②道の拡張、の2点を求めた。前者は急ぎ、後者は待つ。", "ja", "橋の補修", "道の拡張"),
        ("宿題は二つ、橋の補修と、道の拡張です。前者から始め、後者は待つ。", "ja", "橋の補修", "道の拡張"),
        ("一つは橋の補修であり、もう一つは道の拡張である。前者は急ぎ、後者は待つ。", "ja", "橋の補修", "道の拡張"),
        ("線は、岬側の A 線と沖側の B 線の二本とした。前者は浅く、後者は深い。", "ja", "岬側の A 線", "沖側の B 線"),
        ("一个在贷款集中于石川国的东港和西港。前者很大；后者很小。", "zh", "东港", "西港"),
        ("하나는 낡은 다리고, 다른 하나는 좁은 길이다. 전자는 급하지만, 후자는 아니다.", "ko", "낡은 다리", "좁은 길"),
        ("시는 제1공장과 제2공장을 짓는다. 전자는 크고, 후자는 작다.", "ko", "제1공장", "제2공장"),
        (
            "There are two plans, a sale to Brookes Homes and a lease to the Trust. The former pays; the latter lasts.",
            "en",
            "a sale to Brookes Homes",
            "a lease",
        ),
    ],
)
def test_one_of_two_is_of_those_that_are_counted_or_set_side_by_side(
    text: str, lang: str, first: str, second: str
) -> None:
    assert [to for words, to in meant(text, lang) if words][:2] == [[first], [second]]


@pytest.mark.parametrize(
    "text",
    [
        "会は、①橋の補修、②道の拡張、③堤の補強、の3点を求めた。前者は急ぐ。",
        "東岸が3％減、西岸が5％増、中州が2％減と、差がついた。前者は古い。",
        "西岸の橋が6.6％減と、明暗が分かれた。前者は古い。",
    ],
)
def test_where_three_are_counted_or_a_figure_stands_beside_none_is_the_former(text: str) -> None:
    assert "前者" not in [words for words, _ in meant(text, "ja")]


@given(st.lists(st.sampled_from(_PIECES), max_size=12).map("".join))
def test_the_two_are_slices_of_the_stretch_in_order(text: str) -> None:
    found = contrasted(text, Span(0, len(text)), depths(text))
    if found is not None:
        assert 0 <= found[0].start < found[0].end <= found[1].start < found[1].end <= len(text)
