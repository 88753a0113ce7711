"""The direction of a flow is read from roles, not from which names occur."""

from __future__ import annotations

import pytest

from bot.compose.tables.routes import learnt_places, read_route

KNOWN = ("chn", "prk")


@pytest.mark.parametrize(
    "text",
    [
        "2025年1-10月 中国から北朝鮮への輸出品 金額上位10品目",
        "中国の北朝鮮向け輸出",
        "中国が北朝鮮に輸出した品目",
        "北朝鮮の中国からの輸入",
        "北朝鮮が中国から輸入した品目",
        "中国→北朝鮮で3番目",
        "中国が北に売った砂糖",
        "exports from China to North Korea",
        "North Korea's imports from China",
        "How much sugar did China export to North Korea?",
        "the value of Chinese exports to the DPRK",
        "中国对朝鲜出口",
        "朝鲜从中国进口",
        "중국이 북한에 수출한 설탕",
        "중국의 대북 수출",
    ],
)
def test_one_direction_in_many_wordings(text: str) -> None:
    route = read_route(text, KNOWN)
    assert (route.source, route.target) == ("chn", "prk")


@pytest.mark.parametrize(
    "text",
    [
        "北朝鮮が中国から稼いだ外貨",
        "How much did North Korea earn from China?",
        "朝鲜从中国赚了多少",
        "북한이 중국에서 벌어들인 돈",
    ],
)
def test_who_earns_from_another_sells_to_it(text: str) -> None:
    route = read_route(text, KNOWN)
    assert (route.source, route.target) == ("prk", "chn")


@pytest.mark.parametrize(
    "text",
    [
        "北朝鮮の対中輸入",
        "北朝鮮の対中国輸入額",
        "朝鲜对华进口",
        "북한의 대중 수입",
        "北朝鮮の対中国輸入（中国→北朝鮮）",
    ],
)
def test_what_is_imported_from_a_country_is_said_to_be_towards_it(text: str) -> None:
    route = read_route(text, KNOWN)
    assert (route.source, route.target) == ("chn", "prk")


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("北朝鮮の輸出", "prk", ""),
        ("北朝鮮の輸入", "", "prk"),
        ("中国からの輸入", "chn", ""),
        ("対北輸出", "", "prk"),
        ("朝鲜对华出口", "prk", "chn"),
        ("북한의 대중 수출", "prk", "chn"),
        ("中朝貿易", "", ""),
    ],
)
def test_a_role_that_is_not_worded_stays_open(text: str, source: str, target: str) -> None:
    route = read_route(text, KNOWN)
    assert (route.source, route.target) == (source, target)


def test_routes_disagree_when_roles_are_exchanged() -> None:
    there, back = read_route("中国から北朝鮮への輸出"), read_route("北朝鮮から中国への輸出")
    assert not there.agrees(back)
    assert there.reverses(back)
    assert there.agrees(read_route("中国の輸出"))
    assert not there.agrees(read_route("中国の輸入"))


def test_a_flow_between_cities_is_learnt_from_the_caption() -> None:
    caption = "表1 松原市から竹浜市への転出者"
    learnt = learnt_places(caption)
    assert set(learnt) == {"松原市", "竹浜市"}
    there = read_route(caption, (), learnt)
    assert (there.source, there.target) == ("松原市", "竹浜市")
    assert not there.agrees(read_route("竹浜市から松原市への転出者は何人", (), learnt))


def test_one_character_forms_count_only_where_the_table_is_about_the_country() -> None:
    assert read_route("北の輸出", KNOWN).source == "prk"
    assert read_route("北の輸出").places == ()
