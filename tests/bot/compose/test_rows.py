"""Rows of tables that the small reader reads: what it is given, which cell is the point, how the row is shown."""

from __future__ import annotations

import pytest

from bot.compose.rows import cells_of, on_the_date
from bot.compose.uses import EVERY_USE
from corpus.document import Document
from corpus.structure.dates import find_dates
from retrieval.reader.model import Window
from tests.bot.compose.test_reread import Marking, ask
from tests.conftest import Bench, unsupported

TEXT = """# 観測機の設計

機体の主な数値を表にまとめる。

表1　主要諸元の比較

| 項目 | 初号機 | 二号機 |
|---|---|---|
| 質量 | 3.2kg | 10.8kg |
| 軌道の高さ | 410km | 560km |
| 電池の型 | リチウム | 全固体 |
"""


@pytest.fixture
def table(bench: Bench) -> Document:
    return bench.read(TEXT, "table.md")


def test_a_row_is_read_with_the_names_of_its_columns_under_the_caption(bench: Bench, table: Document) -> None:
    reader = Marking({})
    ask(bench, table, "二号機の目方は", reader, EVERY_USE)
    rows = {w.text: w.context for w in reader.windows if isinstance(w, Window) and " | " in w.text}
    assert rows["項目: 質量 | 初号機: 3.2kg | 二号機: 10.8kg"].startswith("表1 主要諸元の比較 | 観測機の設計")


@pytest.mark.parametrize("words", ["10.8kg", "二号機: 10.8kg", "二号機"])
def test_the_point_is_the_cell_that_the_reader_marks_or_the_one_behind_a_column_s_name(
    bench: Bench, table: Document, words: str
) -> None:
    reader = Marking({f"質量 | 初号機: 3.2kg | {words}": 0.0, words: 0.99})
    reader.words = {words: 0.99} if words != "二号機" else {"二号機: 10": 0.99}
    answer = ask(bench, table, "二号機の目方は", reader, EVERY_USE)
    assert answer.short is not None
    assert answer.short.text == "10.8kg"
    assert "質量" in answer.statements[0].text
    assert "二号機" in answer.statements[0].text
    assert answer.citations[0].kind == "row"
    assert unsupported(answer.statements[0], answer.citations) == []


def test_a_cell_without_a_number_is_no_count(bench: Bench, table: Document) -> None:
    answer = ask(bench, table, "二号機の電池はいくつ", Marking({"全固体": 0.99}), EVERY_USE)
    assert answer.short is None or "全固体" not in answer.short.text


TRADE = """# 港の輸出

2024年に港から輸出された品で金額が最も大きかったのは、りんごの500万円であった。

表1　2024年 港からの輸出品 金額上位3品目（単位：万円）

| 順位 | 品目 | 金額 |
|---|---|---|
| 1 | りんご | 500 |
| 2 | 昆布 | 300 |
| 3 | 帆立 | 200 |
"""


@pytest.mark.parametrize("question", ["2024年の港の輸出の総額はいくら？", "港の輸出はトータルで何円？"])
def test_the_largest_item_is_not_the_total(bench: Bench, question: str) -> None:
    document = bench.read(TRADE, "trade.md")
    answer = ask(bench, document, question, Marking({"500": 0.99}), EVERY_USE)
    assert answer.abstained, answer.answer


def test_a_sentence_that_tells_a_total_gives_it(bench: Bench) -> None:
    document = bench.read(TRADE + "\n2024年の港の輸出の総額は1,900万円だった。\n", "trade.md")
    answer = ask(bench, document, "2024年の港の輸出の総額はいくら？", Marking({"1,900万円": 0.99}), EVERY_USE)
    assert answer.short is not None
    assert "1,900万円" in answer.short.text


def test_a_cell_in_another_money_is_no_price_asked_for(bench: Bench) -> None:
    document = bench.read(
        "# 港\n\n表1 輸入品（単位：米ドル）\n\n| 品名 | 金額 |\n|---|---|\n| 古い灯台 | 1,200 |\n", "port.md"
    )
    assert bench.ask("古い灯台は何ドルですか", document).short is not None
    assert bench.ask("古い灯台は何円ですか", document).abstained


ITEMS = "# 港\n\n表1 輸入品（単位：トン）\n\n| 品名 | 数量 |\n|---|---|\n| 砂糖 | 1,200 |\n| 炭化ケイ素 | 90 |\n"


def test_which_of_two_is_more_no_row_says_alone(bench: Bench) -> None:
    document = bench.read(ITEMS, "port.md")
    assert ask(bench, document, "砂糖と小麦粉、どっちが多いですか", Marking({"砂糖": 0.9}), EVERY_USE).abstained


def test_which_of_two_rows_is_more_needs_no_word_for_the_amount(bench: Bench) -> None:
    answer = bench.ask("昆布とりんごはどっちが多い？", bench.read(TRADE, "trade.md"))
    assert answer.short is not None
    assert answer.short.text.startswith("りんご")


MANY = "".join(f"| 品目その{n}の長い名前 | {900 - n} |\n" for n in range(1, 31))
LONG = f"# 港の統計\n\n表1　2024年に港から輸出された品\n\n| 品目 | 金額 |\n|---|---|\n{MANY}\n出典：港の統計2024年\n"


@pytest.mark.parametrize("question", ["りんごと昆布、どっちがおいしい？", "りんごと昆布はどっちが早く着いた？"])
def test_no_table_is_quoted_whole_nor_its_amounts_where_they_say_nothing(bench: Bench, question: str) -> None:
    text = LONG.replace("品目その3の長い名前", "りんご").replace("品目その7の長い名前", "昆布")
    answer = bench.ask(question, bench.read(text, "long.md"))
    assert answer.abstained, answer.answer


def test_what_the_reader_was_not_shown_answers_nothing_where_the_rest_is_something_else(bench: Bench) -> None:
    question = "電話は2024年も港から輸出されてる？"
    likely = Marking({"品目その": 0.45})  # rows that say no word of the question
    answer = ask(bench, bench.read(LONG, "long.md"), question, likely, EVERY_USE)
    assert answer.abstained, answer.answer


def test_the_cell_is_that_under_the_date_asked_about(bench: Bench) -> None:
    document = bench.read(
        "# 接種\n\n表 接種率(%)\n\n| 州 | 2028年 | 2030年 |\n|---|---|---|\n| 北州 | 83 | 64 |\n| 南州 | 80 | 77 |\n",
        "r.md",
    )
    _, found = bench.candidates("北州の接種率は2030年に何％か", document)
    candidate = next(one for one in found if one.passage.kind == "row" and "北州" in one.text)
    (first, last) = cells_of(candidate)
    dates = find_dates("2030年")
    assert on_the_date(candidate, first, dates) == last
    assert on_the_date(candidate, last, dates) == last
    assert on_the_date(candidate, first, find_dates("2029年")) == first
