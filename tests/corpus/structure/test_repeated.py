"""A noun that a pointing word repeats means the phrase that named it first, in quotes too; where two do, nothing."""

from __future__ import annotations

import pytest

from tests.corpus.structure import meant as other
from tests.corpus.structure.test_antecedents import meant

FILLER = "兵は引いた。港は開いた。雨が降った。人が戻った。市が立った。店が開いた。橋が直った。冬が来た。風が吹いた。"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "名前だけ書いた紙袋が出てきた。「もう捨てようか」。けれども、その紙袋が始まりだった。",
            ("その紙袋", ["名前だけ書いた紙袋"]),
        ),
        (
            "県の補助は来年までだ。委員は「町も出すべきだ」と述べた。「その補助ですが、申請はいつですか」",
            ("その補助", ["県の補助"]),
        ),
        ("中間報告書が出た。" + FILLER + "この報告書は重い。", ("この報告書", ["中間報告書"])),
    ],
)
def test_a_noun_that_is_repeated_means_the_phrase_that_named_it(text: str, found: tuple[str, list[str]]) -> None:
    assert found in meant(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("中間報告書が出た。最終報告書は遠い。" + FILLER + "この報告書は重い。", "この報告書"),  # two
        ("中間報告書の年\n\n" + FILLER + "この報告書は重い。", "この報告書"),  # only the title has it
    ],
)
def test_where_two_are_named_so_or_only_the_title_is_nothing_is_told(text: str, word: str) -> None:
    assert word not in [said for said, _ in meant(text)]


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        (
            "en",
            "Maraval answered with a plan to deepen the channel. The plan would cost 90 million.",
            ("The plan", ["a plan to deepen the channel"]),
        ),
        (
            "ko",
            "최 교수는 2015년 물길을 조사했다. 그 조사는 환경부가 맡겼다.",
            ("그 조사", ["최 교수는 2015년 물길을 조사했다."]),
        ),
    ],
)
def test_what_was_brought_in_or_done_is_told(lang: str, text: str, found: tuple[str, list[str]]) -> None:
    assert found in other.meant(text, lang)


def test_a_noun_with_no_more_words_than_its_article_is_not_told() -> None:
    assert other.meant("Maraval has a plan. The plan would cost 90 million.", "en") == []
