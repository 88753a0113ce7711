"""Two countries in one word, in three languages, and what only looks like it."""

from __future__ import annotations

import pytest

from corpus.structure.country_pairs import between_others, country_pairs


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("日韓関係と米中の貿易", [["jpn", "kor"], ["chn", "usa"]]),
        ("日俄贸易和中日首脑会谈", [["jpn", "rus"], ["chn", "jpn"]]),
        ("한미 동맹과 북러 정상회담", [["kor", "usa"], ["prk", "rus"]]),
        ("日中は暖かく、中日新聞は対日貿易を伝えた。訪中団が来た。", []),
        ("中ロ朝3か国の会談と日中韓の首脳", [["chn", "prk", "rus"], ["chn", "jpn", "kor"]]),
        ("북한 무역과 독일 경제, 대미 관계, 한인 교류", []),
        ("日伊首脳会談", [["ita", "jpn"]]),
    ],
)
def test_pairs_are_found_before_what_two_countries_share(text: str, pairs: list[list[str]]) -> None:
    assert country_pairs(text) == {frozenset(pair) for pair in pairs}


@pytest.mark.parametrize(
    ("asked", "said", "others"),
    [
        ("2021年の日韓貿易の額は？", "日米貿易は2021年に30億ドルだった。", True),
        ("2021年の日韓貿易の額は？", "韓日貿易は2021年に30億ドルだった。", False),
        ("2021年の日韓貿易の額は？", "日米貿易より日韓貿易が多い。", False),
        ("2021년 한일 무역액은?", "日米貿易は2021年に30億ドルだった。", True),
        ("2021年の貿易の額は？", "日米貿易は2021年に30億ドルだった。", False),
    ],
)
def test_what_is_between_two_others_is_told(asked: str, said: str, others: bool) -> None:
    assert between_others(asked, said) is others
