"""A row is answered only when it is the one that is named; what is nearly named is said to be missing, with leads."""

from __future__ import annotations

import pytest

from bot.compose.tables.inference import shares_han
from bot.compose.tables.making import grids
from bot.compose.tables.query import Word
from corpus.document import Document
from tests.bot.compose.tables.table_maker import ask, make_document, short


def hospitals() -> Document:
    """Names that hold each other, two years apart; one cell is empty."""
    header = ("病院名", "病床数（床）", "外来患者数（人）")
    return make_document(
        (
            "表1 緑川市 病院別の病床数と外来患者数 令和4年度",
            header,
            [
                ["中央病院", "420", "88,100"],
                ["中央病院 東棟", "95", "12,400"],
                ["みどり診療所", "19", "9,350"],
                ["北緑川病院", "210", "―"],
                ["緑川病院", "150", "31,000"],
                ["第10分院", "30", "4,100"],
            ],
        ),
        (
            "表2 緑川市 病院別の病床数と外来患者数 令和元年度",
            header,
            [
                ["中央病院", "400", "90,200"],
                ["緑川病院", "180", "28,700"],
                ["北緑川病院", "205", "15,020"],
                ["みどり診療所", "19", "9,800"],
            ],
        ),
        title="緑川市の医療",
    )


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("令和4年度の緑川市で南緑川病院の病床数は", "南緑川病院"),
        ("令和4年度の緑川市で東棟の病床数は何床", "東棟"),
        ("令和4年度の緑川市で診療所の病床数は何床", "診療所"),
        ("令和4年度の緑川市で第1分院の病床数は何床", "第1分院"),
        ("令和2年度の緑川病院の病床数は", "令和2年度"),
        ("令和4年度の緑川市で外来患者数が8位の病院は", "8位"),
    ],
)
def test_what_no_row_is_called_is_named_as_missing(question: str, missing: str) -> None:
    draft = ask(question, hospitals())
    assert draft is not None
    assert draft.statements == ()
    assert draft.missing == (missing,)


def test_the_rows_of_nearly_that_name_are_leads() -> None:
    draft = ask("令和4年度の緑川市で東棟の病床数は何床", hospitals())
    assert draft is not None
    assert [quote.text.split("\t")[0] for quote in draft.leads] == ["中央病院 東棟"]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("令和4年度の緑川病院の病床数は", "150 床"),
        ("令和4年度の中央病院東棟の病床数は", "95 床"),
        ("北緑川病院の外来患者数は令和4年度に何人", "―〔空欄〕"),
    ],
)
def test_a_whole_name_is_that_row_alone(question: str, expected: str) -> None:
    """Blanks within a name may be left out."""
    assert short(ask(question, hospitals())) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("令和4年度、緑川市の病院は全部でいくつ？", "6つ"),
        ("令和4年度に病床が200床以上の病院は何病院？", "2"),
        ("令和4年度、病床数が50床未満の病院を列挙して", "第10分院（30 床） ／ みどり診療所（19 床）"),
        ("緑川病院の病床数の順位は令和元年度から令和4年度でどう変わった？", "3位 → 3位（変わらず）"),
        ("みどり診療所の病床数は令和元年度に何位で、令和4年度に何位？", "4位 → 6位（2つ下降）"),
        ("みどり診療所に比べて中央病院の病床数は何倍？令和4年度で", "22.11倍"),
        ("令和4年度の緑川市で第10分院の病床数は何番目に少ない？", "2位（30 床）"),
    ],
)
def test_rows_are_counted_limited_and_ranked_by_what_they_are_called(question: str, expected: str) -> None:
    """A limit may be in the table's own unit; a base may be named first."""
    assert short(ask(question, hospitals())) == expected


def test_rows_are_not_counted_for_one_part_of_a_question_of_two() -> None:
    assert short(ask("令和4年度、緑川市の病院は何か所？", hospitals())) == "6か所"
    assert ask("緑川市の病院はいつまでに何か所になるか", hospitals()) is None


def test_cells_of_different_units_are_shown_and_not_added() -> None:
    draft = ask("令和4年度の中央病院の病床数と外来患者数を足すと？", hospitals())
    assert short(draft) == "病床数 420 床 ／ 外来患者数 88,100 人〔単位が異なり、計算できない〕"
    assert draft is not None
    assert draft.calculation is None


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("2022年度緑川市中，外来患者数最多的医院是哪家？", "中央病院（88,100 人）"),
        ("2022회계연도 緑川市에서 緑川病院의 病床数는?", "150 床"),
        ("What were the 病床数 of 北緑川病院 in 緑川市 in fiscal 2019?", "205 床"),
    ],
)
def test_years_of_any_calendar_and_names_in_any_sentence(question: str, expected: str) -> None:
    assert short(ask(question, hospitals())) == expected


def test_a_part_of_a_compound_does_not_pick_rows() -> None:
    document = make_document(
        (
            "表1 霧島郡 町村別の人口（単位：人） 2021年",
            ("町村名", "人口"),
            [["大谷町", "9,000"], ["小谷村", "3,000"], ["新田町", "2,000"]],
        )
    )
    assert short(ask("2021年の霧島郡で人口が最も少ない町村は", document)) == "新田町（2,000 人）"
    assert short(ask("2021年の霧島郡の町村はいくつ", document)) == "3つ"


def test_halves_and_months_beside_a_year_are_one_period() -> None:
    document = make_document(
        ("表1 2023年1-6月 北から南への移動 上位2品目（単位：トン）", ("品名", "数量"), [["木材", "70"], ["石材", "20"]])
    )
    for when in ("2023年上半期", "2023年の1月から6月", "2023年前半"):
        assert short(ask(f"{when}の北から南への移動で木材の数量は", document)) == "70 トン"
    for when in ("2023年下半期", "2023年の1月から3月"):
        draft = ask(f"{when}の北から南への移動で木材の数量は", document)
        assert draft is not None
        assert draft.missing == (when,)


def foods() -> Document:
    """The two largest of many exports."""
    header = ("品目", "金額（米ドル）")
    rows = [["大豆油及びその分別物", "92,607,155"], ["砂糖", "31,817,367"], ["電力", "21,548,160"]]
    return make_document(("表1 2025年 輸出品 金額上位3品目", header, rows))


@pytest.mark.parametrize(("asked", "row", "means"), [("電気", 2, True), ("石油", 0, False), ("大豆", 0, True)])
def test_another_thing_of_the_same_class_is_not_the_row_that_is_meant(asked: str, row: int, means: bool) -> None:
    (grid,) = grids((foods(),))
    word = Word(asked, asked, 0, len(asked), 1.0, frozenset(), False)
    assert shares_han(word, grid.body[row]) is means


def test_the_top_rows_are_no_whole_that_something_is_a_share_of() -> None:
    draft = ask("2025年の輸出に占める砂糖の割合は", foods())
    assert draft is None or not draft.statements
    assert short(ask("2025年の輸出の上位3品目に占める砂糖の割合は", foods())) == "21.8 %"


def test_what_the_rows_are_is_called_by_any_noun() -> None:
    assert short(ask("令和4年度の緑川市で病床数がいちばん多い施設ってどこ", hospitals())) == "中央病院（420 床）"


def test_a_unit_may_be_spelt_in_another_way() -> None:
    rows = [["西浜", "52,900", "54,000"], ["東浜", "61,200", "60,100"]]
    land = make_document(("表1 住宅地の地価（各年1月1日、円／平方メートル）", ("地点", "2024年", "2025年"), rows))
    assert short(ask("西浜の住宅地は2025年だと平米いくら", land)) == "54,000 円／平方メートル"


def ores() -> Document:
    """Two tables of one port, one each way; names with a letter misread and with brackets behind them."""
    head = ("品目", "金額（千円）")
    return make_document(
        (
            "表1 2025年 東浜港から台湾への輸出品",
            head,
            [
                ["乾燥ナマコ（体長10cm以上のもの）", "4,182"],
                ["タンクスチン鉱及びその精鉱", "2,170"],
                ["その他モリブデン鉱及びその精鉱", "1,320"],
            ],
        ),
        ("表2 2025年 台湾から東浜港への輸入品", head, [["冷凍メバチマグロ", "6,530"], ["冷凍枝豆", "1,005"]]),
        title="東浜港の貿易",
    )


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("東浜港から台湾へのタングステン鉱とモリブデン鉱、2025年の金額を足すと？", "3,490 千円"),
        ("2025年东滨港出口到台湾的乾燥ナマコ金额是多少？", "4,182"),
    ],
)
def test_both_of_two_are_found_and_a_place_in_another_form_of_its_characters(question: str, expected: str) -> None:
    assert expected in short(ask(question, ores()))


def test_a_sum_of_two_is_not_the_one_of_them_that_was_found() -> None:
    assert ask(
        "東浜港から台湾へのタングステン鉱と生糸、2025年の金額を足すと？", ores()
    ) is None or "2,170" not in short(ask("東浜港から台湾へのタングステン鉱と生糸、2025年の金額を足すと？", ores()))
