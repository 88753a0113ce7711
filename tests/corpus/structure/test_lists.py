"""Items of lists: which signs open one, and which lines that begin alike do not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.document import Document
from corpus.structure.lists import item, sets_apart

Make = Callable[..., Document]

INTRODUCTION = "汐崎の漁協は、古くなった桟橋の修理で次のことを決めた。"
THINGS = ("腐った杭を鉄の杭に替える", "渡り板に滑り止めを貼る", "夜は青い灯をともす")


def listed(sign: str, *, sentences: bool = False) -> str:
    stop = "。" if sentences else ""
    items = "\n".join(f"{sign}{words}{stop}" for words in THINGS)
    return f"桟橋の修理\n\n{INTRODUCTION}\n\n{items}\n\n修理は三月に終わる。\n"


def items_of(document: Document) -> list[str]:
    return [one.text for one in document.passages if one.context == INTRODUCTION]


@pytest.mark.parametrize(
    "sign",
    ["\uf0b7 ", "\uf06c", "◯ ", "〇", "☆", "★ ", "⚫", "⚪", "🔹", "✪ ", "◎", "▽", "△ ", "－ ", "ー "],
)
def test_signs_that_a_font_of_symbols_draws_open_items(made: Make, sign: str) -> None:
    assert items_of(made(listed(sign))) == list(THINGS)


@pytest.mark.parametrize("sign", ["•\t", "・\t", "-\t", "\uf0a7\t", "○\t"])
@pytest.mark.parametrize("sentences", [True, False])
def test_a_tab_behind_the_sign_of_an_item_parts_no_cells(made: Make, sign: str, *, sentences: bool) -> None:
    document = made(listed(sign, sentences=sentences))
    assert document.tables == ()
    assert [one.rstrip("。") for one in items_of(document)] == list(THINGS)


def test_a_number_before_a_tab_stays_among_the_words_of_its_item(made: Make) -> None:
    text = f"桟橋の修理\n\n{INTRODUCTION}\n\n" + "\n".join(f"{n}.\t{words}" for n, words in enumerate(THINGS, 1))
    document = made(text + "\n")
    assert document.tables == ()
    assert items_of(document) == [f"{n}.\t{words}" for n, words in enumerate(THINGS, 1)]


@pytest.mark.parametrize(
    "rows",
    [
        "番号\t材料\n①\t鉄の杭\n②\t松の板\n③\t青い灯",
        "•\t鉄の杭\t十二本\n•\t松の板\t四十枚\n•\t青い灯\t六個",
        "-\t1,204\n-\t1,310\n-\t1,118",
    ],
)
def test_cells_that_begin_with_a_sign_stay_those_of_a_table(made: Make, rows: str) -> None:
    document = made(f"桟橋の修理\n\n漁協が使った物を示す。\n\n{rows}\n\n修理は三月に終わった。\n")
    assert len(document.tables) == 1


def test_a_table_of_numbered_rows_below_a_caption_stays_one(made: Make) -> None:
    rows = "①\t鉄の杭\n②\t松の板\n③\t青い灯"
    document = made(f"桟橋の修理\n\n漁協が使った物を示す。\n\n表1　使った物\n\n{rows}\n\n修理は三月に終わった。\n")
    assert [[cell.text for cell in row.cells] for row in document.tables[0].rows] == [
        ["①", "鉄の杭"],
        ["②", "松の板"],
        ["③", "青い灯"],
    ]


@pytest.mark.parametrize(
    "line",
    [
        "◇　◇　◇",
        "★★★☆☆",
        "○○漁協の桟橋",
        "〇五年の修理",
        "▲3.2％",
        "△ 1,204",
        "○　△　×",
        "－ 沖の桟橋から －",
        "ーの灯",
        "△は損を示す。",
        "○印は修理した杭",
    ],
)
def test_rules_ratings_figures_and_blanked_names_open_no_item(line: str) -> None:
    assert item(line) is None


def test_only_a_lone_tab_behind_a_sign_sets_words_apart() -> None:
    assert sets_apart("(1)\t腐った杭") and sets_apart("  •\t腐った杭")
    assert not any(map(sets_apart, ("腐った杭\t12", "•\t杭\t12", "-\t12", "• 杭\t12本", "5\t東")))


def test_a_sign_above_wrapped_text_heads_it(made: Make) -> None:
    text = (
        "桟橋の修理\n\n漁協は三月に桟橋の修理を終え、その日のうちに舟を着けた。\n\n▽修理のあらまし\n"
        "2月3日　杭を抜く／10日　新しい杭を打つ／24日　渡り板を張る／27日　灯の柱を立て、線を引いて試す\n"
        "3月2日　役場が検査する／9日　初めての舟が着く／16日　組合が祝いの会を開く\n"
    )
    assert "▽修理のあらまし" in [one.text for one in made(text).passages if one.kind == "heading"]


def test_a_kana_word_behind_a_sign_is_an_item() -> None:
    assert item("○はじめに杭を抜く") is not None and item("◆とび職を呼ぶ") is not None


@pytest.mark.parametrize("signs", [("（ア）", "（イ）", "（ウ）"), ("ア\t", "イ\t", "ウ\t")])
def test_kana_in_brackets_or_before_a_tab_open_items(made: Make, signs: tuple[str, str, str]) -> None:
    lines = [f"{sign}{words}" for sign, words in zip(signs, THINGS, strict=True)]
    text = f"桟橋の修理\n\n{INTRODUCTION}\n\n" + "\n".join(lines) + "\n\n修理は三月に終わる。\n"
    assert items_of(made(text)) == lines


@pytest.mark.parametrize("line", ["（ア）のとおり、杭は鉄とする。", "ア　メ　リ　カ"])
def test_a_sentence_that_points_to_an_item_opens_none(line: str) -> None:
    assert item(line) is None
