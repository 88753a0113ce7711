"""Which issue of a periodical a text appeared in, and what the line that prints it says of day and house."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.document import Document
from corpus.structure.numbered import is_issue, of_masthead

Make = Callable[..., Document]
BODY = "浜を歩くと、古い灯台が見えた。夜になると灯がともり、沖の船に岸のありかを知らせる。\n"
BODY_ZH = "沿着河走，可以看到一座旧桥。夜里桥上会亮灯，过河的人都靠它认路。\n"
BODY_EN = "Walk along the shore and an old lighthouse comes into view. It is lit at night for the boats.\n"


@pytest.mark.parametrize(
    ("last", "date", "publisher", "series"),
    [
        ("『灯台守』第7号　2023年3月31日発行　灯台守社", "2023-03-31", "灯台守社", "『灯台守』第7号"),
        ("『灯台守』第7号（2023年3月31日発行）　灯台守の会", "2023-03-31", "灯台守の会", "『灯台守』第7号"),
        (
            "季刊『渚』第三十二号  \n平成三十年九月一日発行  \n編集人　浜田 仙太  \n発行所　渚社  \n定価　五百円",
            "2018-09-01",
            "渚社",
            "季刊『渚』第三十二号",
        ),
        (
            "発行日　令和4年9月1日  \n発行者　川端町史編さん室  \n電話　000-000-0000",
            "2022-09-01",
            "川端町史編さん室",
            "",
        ),
    ],
)
def test_the_last_lines_name_an_issue_its_day_and_house(
    made: Make, last: str, date: str, publisher: str, series: str
) -> None:
    document = made(f"# 岬の灯\n\n{BODY}\n{BODY}\n---\n\n{last}\n", "made.md")
    assert (document.date, document.publisher, document.series) == (date, publisher, series)


@pytest.mark.parametrize(
    ("first", "date", "publisher"),
    [
        ("《北岭月刊》2024年3月号 · 人物", "2024-03", "北岭月刊"),
        ("《河岸》2022年10月号　特稿", "2022-10", "河岸"),
        ("《北岭评论》2024年第3期 · 人物", "2024", "北岭评论"),
    ],
)
def test_a_masthead_names_an_issue_and_a_rubric(made: Make, first: str, date: str, publisher: str) -> None:
    document = made(f"{first}\n\n# 山里的灯\n\n{BODY_ZH}\n{BODY_ZH}\n", "made.md")
    assert (document.title, document.date, document.publisher) == ("山里的灯", date, publisher)


def test_a_masthead_in_columns_is_a_series_without_its_day(made: Make) -> None:
    head = "HARBOUR QUARTERLY        Vol. 12, No. 3        March 2021"
    text = f"{head}\n\nThe Light\n\nby Nora Fenwick\n\n{BODY_EN}\n{BODY_EN}"
    document = made(text)
    assert (document.series, document.date) == ("HARBOUR QUARTERLY Vol. 12, No. 3", "2021-03")
    assert document.author == "Nora Fenwick"


def test_a_title_without_a_number_is_a_work() -> None:
    assert not is_issue("『灯台守』")
    assert not of_masthead("『灯台守』を読む")
    assert of_masthead("月刊『灯台』2020年4月号") == "月刊『灯台』2020年4月号"
