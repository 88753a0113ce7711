"""Every column of a table is counted in the unit that suits it of those its caption prints."""

from __future__ import annotations

import pytest

from corpus.structure.captions import unit_of
from corpus.structure.table_units import (
    column_units,
    is_time,
    named_units,
    own_unit,
    row_unit,
    says_state,
    table_unit,
)


@pytest.mark.parametrize(
    ("header", "caption", "units"),
    [
        (("市", "来場者数", "前年比"), "表1　来場者（単位：千人、%）", ("千人", "千人", "%")),
        (("費目", "消費額", "構成比"), "表2　消費（単位：億円、％）", ("億円", "億円", "％")),
        (("회사", "척수", "금액"), "[표] 수주 실적 (단위: 척, 억 원)", ("척", "척", "억 원")),
        (("省份", "进口额", "占比"), "表3 进口（单位：亿元，%）", ("亿元", "亿元", "%")),
        (("Port", "Sales", "Share"), "Table 4 (Unit: ships, million yen, %)", ("ships", "million yen", "%")),
        (("区分", "前回", "差"), "表5　費用（単位：百万円、税抜）", ("百万円", "百万円", "百万円")),
        (("区分", "令和5年度（実績）", "令和9年度（目標）"), "表6（単位：ヘクタール）", ("ヘクタール",) * 3),
        (("品目", "数量（トン）", "金額（千円）"), "表7　輸入", ("", "トン", "千円")),
        (("市", "人口", "増減率"), "表8（単位：人）", ("人", "人", "")),
        (("地区", "材積", "搬出率"), "表9（単位：立方メートル、搬出率は％）", ("立方メートル", "立方メートル", "％")),
        (("연도", "하루 이용객", "운행 횟수", "매출액"), "표 (단위: 명, 회, 백만 원)", ("명", "명", "회", "백만 원")),
        (("镇", "开办数", "现存数", "人数", "成本"), "（单位：家、人、元）", ("家", "家", "家", "人", "元")),
        (("館", "点数（令和5年度）", "平成25年度比", "職員数"), "（単位：点、％、人）", ("点", "点", "％", "人")),
        (("組合", "件数", "申込額", "うち決定額"), "（現在、単位：件、千円）", ("件", "件", "千円", "千円")),
        (("港", "本港", "新港", "沖合"), "（単位：トン、隻）", ("トン", "トン", "", "隻")),
        (("年度", "产盐", "销盐", "盈余"), "（单位：担；元）", ("担", "担", "担", "元")),
        (("区", "面積", "補助金"), "表10（単位：ヘクタール、補助金は百万円）", ("ヘクタール", "ヘクタール", "百万円")),
    ],
)  # fmt: skip
def test_a_column_has_the_unit_that_suits_it(
    header: tuple[str, ...], caption: str, units: tuple[str, ...]
) -> None:  # fmt: skip
    assert column_units(header, caption) == units


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("(단위: 호, %)", "호, %"),
        ("单位：担；元", "担；元"),
        ("（単位：トン）", "トン"),
        ("（単位：百万円、税抜）", "百万円"),
    ],
)
def test_units_that_a_line_lists_are_all_those_of_the_table(line: str, unit: str) -> None:
    assert table_unit((), "表1 港", line) == unit


def test_where_the_columns_are_years_a_row_has_the_unit_that_suits_it() -> None:
    caption = "(단위: 채, 백만 원)"
    assert [row_unit(name, caption) for name in ("등록", "수리비", "반환")] == ["채", "백만 원", "채"]
    assert is_time("2021년")
    assert not is_time("3년차")


def test_what_a_caption_names_has_a_unit_of_its_own() -> None:
    assert named_units("表　整備の目標（単位：ヘクタール、補助金は百万円）") == {"補助金": "百万円"}


def test_a_unit_line_goes_before_the_caption() -> None:
    assert column_units(("市", "収入"), "表9（単位：人）", "単位：千円") == ("千円", "千円")


@pytest.mark.parametrize(
    ("name", "state"), [("令和5年度（見込み）", True), ("重さ（kg）", False), ("2025 (forecast)", True)]
)
def test_what_state_figures_are_in_is_no_unit(name: str, state: bool) -> None:
    assert says_state(name) is state
    assert bool(own_unit(name)) is not state


@pytest.mark.parametrize(
    ("caption", "unit"),
    [
        ("住宅地の地価（各年1月1日、円／平方メートル）", "円／平方メートル"),
        ("候補地の評価（点、2023年2月）", "点"),
        ("出口额（2023年，万美元）", "万美元"),
        ("人口と世帯（人、世帯）", "人, 世帯"),
        ("売上高の推移（2010～2020年）", ""),
    ],
)
def test_a_day_or_year_beside_the_unit_is_no_part_of_it(caption: str, unit: str) -> None:
    assert unit_of(caption, ()) == unit


@pytest.mark.parametrize(
    ("header", "caption", "units"),
    [
        (("区", "会員戸数", "貸付"), "表（単位：万ターレル、％）", ("万ターレル", "", "万ターレル")),
        (("区", "申込件数", "金額"), "表（単位：千円）", ("千円", "", "千円")),
        (("区", "来場者数", "職員人数"), "表（単位：千人）", ("千人", "千人", "千人")),
        (("区", "世帯数"), "表（単位：千）", ("千", "千")),
    ],
)
def test_what_counts_households_is_not_in_money(header: tuple[str, ...], caption: str, units: tuple[str, ...]) -> None:
    assert column_units(header, caption) == units


@pytest.mark.parametrize(
    "name", ["前期（3～7年度）", "第1期（令和3年度～5年度）", "Period (2019–2023)", "期（2019年から2021年）"]
)
def test_a_stretch_of_time_in_brackets_is_no_unit(name: str) -> None:
    assert own_unit(name) == ""


@pytest.mark.parametrize(
    ("caption", "unit"),
    [
        ("Fees for one berth (guilders, from 1 March 2019)", "guilders"),
        ("Landings (thousand tonnes, 2019)", "thousand tonnes"),
        ("Fees for one berth (Orrin, from 1 March 2019)", ""),
        ("Fees for one berth (guilders and dues, from March)", ""),
    ],
)
def test_a_caption_may_say_in_brackets_what_is_counted_and_of_when(caption: str, unit: str) -> None:
    assert unit_of(caption, ()) == unit


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("塩（単位：千俵）", "千俵"),
        ("出荷額（百万円） 2030年", "百万円"),  # the upper name of two
        ("塩（俵） 2030年度", "俵"),
        ("トン", "トン"),
        ("百万円", "百万円"),
        ("人", "人"),
        ("出荷、千トン", "千トン"),
        ("平均滞在（日）", "日"),
        ("出荷額 千円", "千円"),
        # What only looks like one.
        ("順位（前年）", ""),
        ("出荷額（前年比）", ""),
        ("出荷額（百万円） 前年比", ""),
        ("灯台（北港） 2030年 台帳", ""),
        ("料金（12～3月）", ""),
        ("年", ""),
        ("回", ""),
        ("人口", ""),
        ("北港、南港", ""),
        ("氏 名", ""),
        ("荒 巻", ""),
        ("Number of ships", ""),
    ],
)
def test_a_name_prints_its_unit_in_brackets_behind_a_comma_or_is_one(name: str, unit: str) -> None:
    assert own_unit(name) == unit


def test_a_table_has_the_units_of_its_columns_of_figures() -> None:
    header = ("港", "トン", "人", "順位（前年）")
    assert table_unit(header, "表1　出荷", figures={1}) == "トン"
    assert table_unit(header, "表1　出荷（単位：俵）", figures={1}) == "俵"
    assert table_unit(header, "表1　出荷") == ""


def test_months_alone_are_times() -> None:
    assert is_time("3月")
    assert is_time("12月")
    assert not is_time("3月期末手当")
