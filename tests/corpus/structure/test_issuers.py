"""Who issued a text: owners of pages, institutions without their departments, bodies whose record it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.document import Document
from corpus.structure.issuers import institution, of_affiliation, of_record, only_counts
from corpus.structure.owners import owner_of, same_house

Make = Callable[..., Document]
BODY = "\n\n港は四月に開いた。船は毎週土曜に着き、島の人は市場へ魚を運ぶようになったと役場は言う。\n"


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("Copyright © 岬新聞社 All rights reserved.", "岬新聞社"),
        ("© 2019-2024 The Harbour Review. All rights reserved.", "The Harbour Review"),
        ("저작권자 © 한빛신보 무단전재 및 재배포 금지", "한빛신보"),
        ("版权所有 © 2024 澜江日报", "澜江日报"),
        ("© 2024", ""),
        ("岬新聞社の歩み", ""),
    ],
)
def test_a_notice_of_rights_names_its_owner(line: str, owner: str) -> None:
    assert owner_of(line) == owner


def test_names_of_one_house_begin_alike() -> None:
    assert same_house("岬日日新聞 デジタル", "岬日日新聞社")
    assert not same_house("岬日日新聞", "港湾時報社")
    assert not same_house("岬", "岬日日新聞社")


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("令和7年第1回 潮見町議会定例会会議録（第3号）", "潮見町議会"),
        ("霧浜市議会 文教委員会 会議録（抄）", "霧浜市議会"),
        ("第3回　岬図書館協議会　議事要旨", "岬図書館協議会"),
        ("会議録の作り方", ""),
        ("岬の港の百年", ""),
    ],
)
def test_a_record_is_of_the_body_that_met(title: str, body: str) -> None:
    assert of_record(title) == body


@pytest.mark.parametrize("name", ["Policy Brief No. 27 | March 2025", "令和7年第1回", "第112期", "No. 3"])
def test_what_only_counts_is_no_ones_name(name: str) -> None:
    assert only_counts(name)
    assert not only_counts(f"岬研究所 {name}")


def test_an_institution_is_named_without_its_departments() -> None:
    assert institution("白嶺県 商工観光部 統計室") == "白嶺県"
    assert institution("岬 日日 新聞") == "岬 日日 新聞"


@pytest.mark.parametrize(
    ("affiliation", "house"),
    [
        ("岬大学経済学部教授", "岬大学"),
        ("澜石金融研究所高级研究员", "澜石金融研究所"),
        ("부연구위원", ""),
        ("岬大学 経済学部", "岬大学"),
        ("同会事務局長", ""),
        ("本会秘书长", ""),
        ("同志社大学教授", "同志社大学"),
    ],
)
def test_the_house_of_an_author_is_an_institution_and_no_post(affiliation: str, house: str) -> None:
    assert of_affiliation(affiliation) == house


def test_a_title_below_its_sender_is_one_though_numbered_headings_follow(made: Make) -> None:
    head = "岬省\n報道発表資料\n\n令和7年10月3日\n岬省 港湾対策室\n\n港の拠点を全国二千か所に広げます\n\n"
    document = made(head + BODY.strip() + "\n\n１．経緯\n" + BODY.strip() + "\n\n２．予定\n" + BODY)
    assert (document.title, document.author) == ("港の拠点を全国二千か所に広げます", "岬省 港湾対策室")
    assert document.publisher == "岬省"


def test_the_office_below_a_title_is_no_person(made: Make) -> None:
    document = made("# 令和5年版 岬県観光年報\n\n岬県 商工観光部 統計室\n令和6年6月28日公表" + BODY, "a.md")
    assert (document.author, document.publisher) == ("岬県 商工観光部 統計室", "岬県")


def test_the_institute_above_a_title_publishes_the_brief(made: Make) -> None:
    head = (
        "Orrin Institute for Ports\n\nPolicy Brief No. 27 | March 2025\n\n# Paying for the Ferry\n\nMaeve Tolland\n\n"
    )
    document = made(
        head + "The ferries lost money for six years, and the chairman left in the spring of that year.\n", "a.md"
    )
    assert (document.publisher, document.author) == ("Orrin Institute for Ports", "Maeve Tolland")


def test_the_section_above_a_headline_is_no_title(made: Make) -> None:
    head = "한밭경제신문\n\n산업\n\n가람조선, 3년 만에 북극항로용 쇄빙선 수주\n\n입력 2025-02-20 09:30\n윤세아 기자\n\n"
    document = made(head + "가람조선은 19일 노르웨이 해운사와 화물선 두 척의 계약을 맺었다고 밝혔다.\n")
    assert document.title == "가람조선, 3년 만에 북극항로용 쇄빙선 수주"


@pytest.mark.parametrize(
    ("words", "body"),
    [("一般財団法人 汐風会 主任研究員", "一般財団法人 汐風会"), ("汐風大学 教授", "汐風大学"), ("主任研究員", "")],
)
def test_the_form_of_an_institution_may_stand_apart_from_its_name(words: str, body: str) -> None:
    assert of_affiliation(words) == body


@pytest.mark.parametrize(("series", "publisher"), [("汐風会コメンタリー No. 27", "一般財団法人 汐風会")])
def test_a_series_that_is_called_by_its_publisher_is_published_by_it(made: Make, series: str, publisher: str) -> None:
    document = made(f"{series}\n\n# 四年ぶりの往来\n\n一般財団法人 汐風会 主任研究員\n\n佐藤 花子{BODY}")
    assert (document.publisher, document.series) == (publisher, series)


@pytest.mark.parametrize(
    ("line", "house"),
    [
        ("Cape Storm Observatory, Warning Desk", "Cape Storm Observatory"),
        ("Ministry of Harbours, Directorate of Lights, Buoys Unit", "Ministry of Harbours"),
        ("岬気象台 観測班", "岬気象台"),
        ("岬観測所　予報課", "岬観測所"),
        ("곶관측소 예보팀", "곶관측소"),
    ],
)
def test_a_house_with_a_department_issues_a_report(made: Make, line: str, house: str) -> None:
    assert institution(line) == house
    document = made(f"# Storm Report No. 7: Winds over the cape\n\n{line}\nIssued 9 May 2031\n\n## Summary{BODY}")
    assert (document.publisher, document.date) == (house, "2031-05-09")


@pytest.mark.parametrize(
    "line",
    [
        "Ann Reed, Warning Desk",  # a person of it
        "Cape Museum, Leith",  # where it stands
        "Cape Storm Observatory, Desk Officer Ann Reed",
        "storms at the observatory, warning desk",
        "岬の灯台 観測",
    ],
)
def test_a_person_or_a_place_beside_a_house_is_no_department(line: str) -> None:
    assert institution(line) == line


def test_an_observatory_alone_issues_a_report(made: Make) -> None:
    document = made(f"# Winds over the cape\n\nCape Storm Observatory\n9 May 2031\n\n## Summary{BODY}")
    assert document.publisher == "Cape Storm Observatory"
