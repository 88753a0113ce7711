"""What rose or fell is listed, one column divided by another, and a share taken of the row that is the whole."""

from __future__ import annotations

import pytest

from corpus.document import Document
from tests.bot.compose.tables.table_maker import ask, make_document, short


def harbours() -> Document:
    """Exports of two years and imports of one."""
    header = ("順位", "品名", "価格（百万円）")
    return make_document(
        (
            "表1 2024年 北浜港からの輸出品",
            header,
            [["1", "中古の空気入りタイヤ", "900"], ["2", "冷凍ほたて貝柱", "700"], ["3", "鉄くず", "400"]],
        ),
        (
            "表2 2024年 北浜港への輸入品",
            header,
            [["1", "石炭", "5,000"], ["2", "冷凍えび", "2,300"], ["3", "鉄くず", "120"]],
        ),
        (
            "表3 2019年 北浜港からの輸出品",
            header,
            [["1", "冷凍ほたて貝柱", "950"], ["2", "鉄くず", "650"], ["3", "中古の空気入りタイヤ", "600"]],
        ),
    )


@pytest.mark.parametrize(
    ("question", "listed"),
    [
        ("2019年より輸出が減ったのはどれ？", ["冷凍ほたて貝柱", "鉄くず"]),
        ("2019年より輸出が増えたのはどれ？", ["中古の空気入りタイヤ"]),
    ],
)
def test_what_rose_or_fell_between_two_tables_is_listed(question: str, listed: list[str]) -> None:
    draft = ask(question, harbours())
    assert draft is not None
    assert [part.split("（")[0] for part in short(draft).split(" ／ ")] == listed


def test_a_table_that_trades_the_other_way_is_not_meant() -> None:
    draft = ask("輸入で20億円以上ある品は？", harbours())
    assert draft is not None
    assert [part.split("（")[0] for part in short(draft).split(" ／ ")] == ["石炭", "冷凍えび"]


def test_a_name_cut_short_names_its_one_row() -> None:
    draft = ask("2024年に輸出したほたては何位？", harbours())
    assert draft is not None
    assert short(draft).startswith("2位")


def farms() -> Document:
    return make_document(
        (
            "表1 梨の栽培 2024年",
            ("市町村", "栽培面積（ha）", "収穫量（トン）"),
            [["檜川市", "300", "6,600"], ["北逢瀬町", "340", "7,905"], ["峠下村", "50", "900"]],
        ),
    )


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("檜川市は1haあたり何トン採れる？", "22"),
        ("1haあたりの収穫量が一番多い市町村は？", "北逢瀬町（23.25"),
        ("1haあたりの収穫量が一番少ない市町村は？", "峠下村（18"),
    ],
)
def test_one_column_falls_to_one_unit_of_another(question: str, answer: str) -> None:
    draft = ask(question, farms())
    assert draft is not None
    assert short(draft).startswith(answer)


def test_a_share_is_that_of_the_row_named_as_the_whole() -> None:
    document = make_document(
        (
            "Table 1 Spending 2025 (thousand pounds)",
            ("Item", "Budget"),
            [
                ["Staff", "240"],
                ["Fuel", "360"],
                ["Operating costs, subtotal", "600"],
                ["Boats", "400"],
                ["Total", "1,000"],
            ],
        ),
        lang="en",
    )
    assert short(ask("What was staff as a share of operating costs?", document)).startswith("40")


def test_half_is_a_limit() -> None:
    document = make_document(
        (
            "表1 年代別の賛否（単位 ％）",
            ("年代", "賛成", "反対"),
            [["20代", "60", "31"], ["50代", "44", "50"], ["70代", "30", "61"]],
        ),
    )
    draft = ask("反対が半分以上の年代はどこ？", document)
    assert draft is not None
    assert "50代" in short(draft)
    assert "70代" in short(draft)
    assert "20代" not in short(draft)


def test_what_one_place_exports_the_other_imports() -> None:
    document = make_document(
        (
            "表1 2024年 甲国から乙国への輸出品（単位：万円）",
            ("順位", "品目", "金額（万円）"),
            [["1", "りんご", "500"], ["2", "ほたて", "300"], ["3", "にんにく", "120"]],
        ),
    )
    draft = ask("2024年に輸入で一番多い品目は？", document)
    assert draft is not None
    assert short(draft).startswith("りんご")


def test_where_nothing_keeps_to_a_limit_it_is_said_so() -> None:
    assert short(ask("収穫量が1万トン以上の市町村はどこ？", farms())) == "なし"
    assert short(ask("収穫量が1万トン以上の市町村はいくつ？", farms())).startswith("0")


def test_the_figure_nearest_to_the_limit_shows_that_none_keeps_it() -> None:
    draft = ask("収穫量が500トン未満の市町村はどこ？", farms())
    assert draft is not None
    assert short(draft) == "なし"
    assert "峠下村" in draft.statements[0].text
