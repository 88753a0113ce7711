"""What a reader asks a table first, in everyday words: over tables as reports print them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.compose.tables.cues import ranks_of
from tests.conftest import Bench, PlainWords

PORT = """# 潮見港の月報（2031年5月）

表1　国別の取扱個数（2031年5月、単位：TEU）

| 国・地域 | 輸出 | 輸入 | 合計 | 前年同月比（％） |
|---|---:|---:|---:|---:|
| 中国 | 3,100 | 4,250 | 7,350 | -2.4 |
| 韓国 | 2,480 | 1,990 | 4,470 | +6.1 |
| タイ | 880 | 1,020 | 1,900 | +11.7 |
| 合計 | 6,460 | 7,260 | 13,720 | +1.5 |

表2　輸出額の上位3品目（単位：百万円）

| 順位 | 品目 | 2031年5月 | 2030年5月 |
|---|---|---:|---:|
| 1 | 機械部品 | 1,840 | 1,760 |
| 2 | 陶器 | 610 | 655 |
| 3 | 冷凍魚 | 270 | 198 |
"""
CO_OP = """# 磯部漁協の報告

表1　魚種別の水揚げ

| 魚種 | 令和5年度 量（トン） | 令和5年度 金額（百万円） | 令和6年度 量（トン） | 令和6年度 金額（百万円） |
|---|---:|---:|---:|---:|
| アジ | 410 | 92.0 | 455 | 101.5 |
| イカ | 120 | 88.4 | 75 | 70.1 |
| 計 | 530 | 180.4 | 530 | 171.6 |

表2　損益（単位：千円）

| 科目 | 令和5年度 | 令和6年度 |
|---|---:|---:|
| 手数料 | 21,000 | 22,400 |
| 補助金 | 4,000 | 6,000 |
| 収入計 | 25,000 | 28,400 |
| 人件費 | 15,000 | 14,200 |
| 修繕費 | 3,100 | 5,350 |
| 費用計 | 18,100 | 19,550 |
"""
DAM = """# 早瀬ダムの水門

表1　早瀬ダムの水門

| 番号 | 幅（m） | 設置年 | 製造者 |
|---|---|---|---|
| 一番 | 8.0 | 1961 | 大崎鉄工 |
| 二番 | 8.0 | 1961 | 大崎鉄工 |
| 三番 | 6.5 | 1979 | 北浦製作所 |
"""
FEES = """# 入館料

表1　入館料（単位：円）

| 区分 | 当日 | 前売 | 団体 |
|---|---:|---:|---:|
| 一般 | 800 | 650 | 700 |
| 学生 | 500 | 400 | 420 |
| 小学生以下 | 無料 | ― | ― |

表2　講座

| 日付 | 題目 | 講師 | 定員 |
|---|---|---|---:|
| 5月11日 | 紙を漉く | 森田薫 | 30人 |
| 6月8日 | 藍の色 | 大場実 | 45人 |
"""
WINTERS = """# 湾の救助

表1　湾での救助

| 冬 | 救助された船（隻） | 費用（クローナ） |
|---|---:|---:|
| 1930/31 | 4 | 18,200 |
| 1932/33 | 7 | 33,500 |
"""
HOSPITALS = """# 두 병원

표 1. 두 병원의 현황

| 구분 | 강남의료원 | 서문병원 |
|---|---:|---:|
| 병상(개) | 310 | 205 |
| 의사(명) | 64 | 38 |
| 적자(억 원) | 21 | 47 |
"""


@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        (PORT, "輸入が輸出より多い国は？", "中国、タイ"),
        (PORT, "輸出が輸入より多い国は？", "韓国"),
        (PORT, "輸出と輸入の差が一番大きい国は？", "中国 1,150"),
        (PORT, "前年より一番伸びた国は？", "タイ"),
        (PORT, "前年割れした国は？", "中国"),
        (PORT, "中国の割合は？", "53.6 %"),
        (PORT, "5月の輸出額第1位は？", "機械部品"),
        (PORT, "2031年5月の輸出額で陶器のすぐ下の行は？", "冷凍魚"),
        (PORT, "表1で韓国の一つ上に載ってるのは？", "中国"),
        (PORT, "which row is right below 韓国 in table 1?", "タイ"),
        (PORT, "表1里韩国下面一行是哪个国家？", "タイ"),
        (PORT, "표 1에서 タイ 바로 위에 있는 나라는?", "韓国"),
        (PORT, "2031年5月の輸出額が陶器より多いものは？", "機械部品"),
        (PORT, "取扱個数の合計が韓国より少ない国は？", "タイ"),
        (PORT, "2031年5月の輸出額で陶器より下の順位の品目は？", "冷凍魚"),
        (PORT, "2031年5月に陶器より多く輸出されたのは何？", "機械部品"),
        (PORT, "2031年5月の輸出額で陶器より順位が上なのは？", "機械部品"),
        (PORT, "輸出額の上位3品目の合計は？", "2,720"),
        (CO_OP, "アジはどれだけ増えた？量で", "45"),
        (CO_OP, "イカの金額は前の年よりいくら減った？", "18.3"),
        (CO_OP, "一番水揚げが多い魚は？", "アジ"),
        (CO_OP, "収入から費用を引くといくら？", "8,850"),
        (CO_OP, "一番大きい費用は？", "人件費"),
        (CO_OP, "補助金は何倍になった？", "1.5"),
        (DAM, "3番水門はいつ設置された？", "1979"),
        (DAM, "三番の幅は？", "6.5"),
        (DAM, "1961年に設置された水門は？", "一番"),
        (DAM, "二番と三番の幅の差は？", "1.5"),
        (FEES, "小学生以下はいくら？", "無料"),
        (FEES, "当日券が一番高いのは？", "一般"),
        (FEES, "定員が一番多い講座は？", "藍の色"),
        (WINTERS, "1932/33年の費用は？", "33,500"),
        (WINTERS, "1930/31年に救助された船は何隻？", "4"),
        (HOSPITALS, "두 병원의 의사는 모두 몇 명?", "102"),
        (HOSPITALS, "적자가 더 큰 병원은?", "서문병원"),
    ],
)
def test_a_plain_question_is_answered_from_the_cells_it_means(
    text: str, question: str, said: str, bench: Bench
) -> None:
    answer = bench.ask(question, bench.read(text))
    assert answer.short is not None, answer.answer
    assert said in answer.short.text, answer.answer


def test_a_row_is_told_though_the_whole_is_not_that_its_share_would_be_of(bench: Bench) -> None:
    answer = bench.ask("2031年5月の輸出で一番小さい品目は何で、全体の何％？", bench.read(PORT))
    assert answer.status == "partial"
    assert answer.short is not None
    assert "冷凍魚" in answer.short.text
    assert answer.missing == ("全体",)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("輸入が4,000TEUを超えた国はある？", "中国"),
        ("輸入が9,000TEUを超えた国はありますか", "なし"),
        ("輸入が4,000TEU以上の国はあるか", "中国"),
        ("輸入は韓国が一番多い？", "中国（4,250 TEU）"),
        ("輸入は中国が一番多いですか", "中国（4,250 TEU）"),
    ],
)
def test_whether_it_is_so_the_rows_at_that_limit_or_place_tell(question: str, said: str, bench: Bench) -> None:
    answer = bench.ask(question, bench.read(PORT))
    assert answer.short is not None, answer.answer
    assert said in answer.short.text, answer.answer


CITY = """# 青浜市の決算

表1　目的別歳出（単位：千円）

| 区分 | 令和6年度 | 令和5年度 | 増減 | 増減率(%) |
|---|---:|---:|---:|---:|
| 民生費 | 14,287 | 13,764 | 523 | 3.8 |
| 衛生費 | 3,140 | 3,598 | △458 | △12.7 |
| 消防費 | 1,699 | 1,422 | 277 | 19.5 |
| 教育費 | 4,856 | 5,210 | △354 | △6.8 |
| 合計 | 23,982 | 23,994 | △12 | △0.1 |

表2　工事費の案

| 項目 | A案（西埠頭） | B案（東岸壁の改修） | C案（併用） |
|---|---:|---:|---:|
| 待合所 | 260 | 110 | 310 |
| 合計（百万円） | 1,500 | 825 | 1,750 |
| 工期（か月） | 28 | 14 | 34 |

表3　市の債務の貸し手

| 貸し手 | 残高（億円） |
|---|---:|
| 中国 | 52.4 |
| タイ（債券を含む） | 14.8 |
| 国際機関 | 21.7 |
| 日本 | 3.6 |
"""
GOODS = """# 貿易

表1　2031年 北国から南国への輸出品 金額上位4品目

| 品目 | 価格（米ドル） |
|---|---:|
| 羊毛など | 179,374 |
| 大豆油及びその分別物 | 92,607 |
| 合成繊維素材によって作られたかつらなど | 37,448 |
| 織物で染色したもの | 31,817 |

表2　視察に同行した人物

浜田清・外務大臣、森健・党規律部長、林恵・前外務次官、大川実・会長の娘
"""
TREES = """# 古树普查

表1 各乡镇古树株数

| 乡镇 | 株数 | 最大树高（米） |
|---|---:|---:|
| 雾岭乡 | 420 | 18.3 |
| 大河镇 | 915 | 14.7 |
| 竹箐乡 | 654 | 15.8 |
"""


@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        (CITY, "歳出でいちばん大きいのは何費で、何％くらい？", "民生費（59.6 %）"),
        (CITY, "令和6年度に前年度より減った歳出の費目を全部教えて", "衛生費（−458 千円） ／ 教育費（−354 千円）"),
        (CITY, "いちばん伸び率が高かった費目は？", "消防費（19.5 %）"),
        (CITY, "教育費は消防費よりいくら多い？", "3,157"),
        (CITY, "民生費が歳出に占める割合は？", "59.6"),
        (CITY, "工期が一番長い案は？", "C案（34）"),
        (CITY, "B案の待合所はいくら？", "110"),
        (CITY, "債務の残高が一番多い国は？", "中国"),
        (GOODS, "北国が南国に売った物で金額トップは何？", "羊毛など"),
        (GOODS, "北国が南国に売った物の2番手とその金額は？", "大豆油及びその分別物（92,607"),
        (GOODS, "合繊のかつらの輸出額は？", "37,448"),
        (GOODS, "視察に同行した外相は誰", "浜田清"),
        (TREES, "树高超过15米的乡镇有几个？", "2个"),
        (TREES, "哪个乡镇的古树最多，有多少棵", "大河镇（915）"),
    ],
)
def test_budgets_goods_and_lists_are_asked_as_people_ask(text: str, question: str, said: str, bench: Bench) -> None:
    answer = bench.ask(question, bench.read(text))
    assert answer.short is not None, answer.answer
    assert said in answer.short.text, answer.answer


def test_what_tells_one_of_a_kind_from_another_is_no_unit(bench: Bench) -> None:
    answer = bench.ask("B案の待合所はいくら？", bench.read(CITY))
    assert "東岸壁" not in (answer.short.text if answer.short else "")


def test_a_list_says_nothing_of_what_it_has_no_row_for(bench: Bench) -> None:
    rows = "| 項目 | 内容 |\n|---|---|\n| 名称 | 港町計器 青浜工場 |\n| 着工 | 2031年9月 |"
    document = bench.read(f"# 工場\n\n{rows}\n\n港町計器の浜田社長が述べた。\n")
    answer = bench.ask("港町計器の浜田社長の年齢を知りたい", document)
    assert "青浜工場" not in answer.answer
    assert "2031年9月" in bench.ask("青浜工場の着工は？", document).answer


def test_whether_something_at_a_place_is_so_no_cell_tells(bench: Bench) -> None:
    text = f"{GOODS}\n2位の品目は現在、輸出が禁止されている。\n"
    answer = bench.ask("2位の品目は今も輸出していい？", bench.read(text))
    assert "禁止" in answer.answer, answer.answer


def test_what_is_checked_is_shown_beside_what_is_first(bench: Bench) -> None:
    answer = bench.ask("輸入は韓国が一番多い？", bench.read(PORT))
    assert {"4,250", "1,990"} <= {quote for one in answer.citations for quote in one.quote.replace("|", " ").split()}


def test_what_the_text_tells_of_goods_their_largest_figure_does_not(bench: Bench) -> None:
    words = {"banned": {"禁止": 0.9}, "goods": {"品目": 0.9}}
    bench = replace(bench, words=PlainWords(akin=words))
    text = f"{PORT}\n## 品目\n\n陶器の輸出は2032年から禁止される。\n"
    asked = "Which of the top three goods are banned now?"
    never = bench.ask(asked, bench.read(text)).short
    assert never is None or "機械部品" not in never.text


@pytest.mark.parametrize(
    ("text", "question", "never"),
    [
        (PORT, "中国の割合は？", "2.4"),
        (PORT, "輸出が輸入より多い国は？", "中国"),
        (FEES, "一般の料金はいくら？", "無料"),
        (CO_OP, "一番大きい費用は？", "収入"),
    ],
)
def test_it_is_not_answered_from_others(text: str, question: str, never: str, bench: Bench) -> None:
    answer = bench.ask(question, bench.read(text))
    assert never not in (answer.short.text if answer.short else ""), answer.answer


def test_a_place_is_held_against_the_one_asked_for_before(bench: Bench) -> None:
    answer = bench.ask("2位との差は？", bench.read(PORT), turns=("2031年5月の輸出額で1位は？",))
    assert answer.calculation is not None
    assert "1,230" in answer.calculation.result


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("which item was third among the goods sold in 2031?", 3),
        ("which was the fifth largest?", 5),
        ("who came ninth?", 9),
        ("what was the first bridge of the town called", 0),
        ("was a third by-law among the papers", 0),
    ],
)
def test_a_place_in_english_words_is_one_among_others(question: str, place: int) -> None:
    found, _ = ranks_of(question, len(question))
    assert [rank.first for rank in found] == ([place] if place else [])
