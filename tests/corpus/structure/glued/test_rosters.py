"""Rosters whose columns ran together: cut where one place alone can be the end of a name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.document import Document

Make = Callable[..., Document]
HEAD = "港の会の記録\n\n1. 役員\n\n　会の役員は次のとおりである。役員は毎年春に改まる。\n\n"
FOOT = "\n　会は月に一度開かれる。\n"


def _rows(document: Document) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in document.tables[0].rows]


@pytest.mark.parametrize(
    ("table", "header", "rows"),
    [
        (
            "表1　理事会\n役名氏名所属機関\n理事長松田浩二南陵大学\n"
            "常務理事岡田千秋南陵銀行\n監事上田さゆり上田会計事務所\n",
            ("役名", "氏名", "所属機関"),
            [
                ["理事長", "松田浩二", "南陵大学"],
                ["常務理事", "岡田千秋", "南陵銀行"],
                ["監事", "上田さゆり", "上田会計事務所"],
            ],
        ),
        (
            "表1　役員\n職名氏名\n会長高橋恒一\n副会長渡辺由紀\n会計佐々木健\n",
            ("職名", "氏名"),
            [["会長", "高橋恒一"], ["副会長", "渡辺由紀"], ["会計", "佐々木健"]],
        ),
    ],
)
def test_a_roster_is_cut_at_its_names(made: Make, table: str, header: tuple[str, ...], rows: list[list[str]]) -> None:
    document = made(f"{HEAD}{table}{FOOT}")
    assert document.tables[0].header == header
    assert _rows(document) == rows


def test_a_body_that_opens_another_row_too_ends_a_name_no_dictionary_knows(made: Make) -> None:
    table = "役職氏名所属\n会長大久保進津見市長\n副会長渡辺由紀津見商工会議所会頭\n監事小林美咲税理士\n"
    assert _rows(made(f"{HEAD}表1　役員\n{table}{FOOT}"))[0] == ["会長", "大久保進", "津見市長"]


def test_a_row_whose_name_may_end_at_two_places_stays_whole(made: Make) -> None:
    table = "役職氏名備考\n委員長高橋恒一元市議\n副委員長渡辺由紀主婦\n委員佐々木健会社員\n委員小林美咲学生\n"
    rows = _rows(made(f"{HEAD}表1　委員\n{table}{FOOT}"))
    assert rows[0] == ["委員長高橋恒一元市議"]
    assert rows[1] == ["副委員長", "渡辺由紀", "主婦"]
