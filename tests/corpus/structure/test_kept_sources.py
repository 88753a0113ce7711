"""Where one source of a note ends and the next begins, who published them, and whose half a note is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.document import Document
from corpus.structure.sources import parse


@pytest.mark.parametrize(
    ("note", "sources"),
    [
        (
            "『浜の帳面』全2冊、町立図書館所蔵。県農務課『漁村調』1931年。",
            [("浜の帳面", "", ""), ("漁村調", "県農務課", "1931")],
        ),
        (
            "『浜の帳面』町史編纂室。県農務課『漁村調』1931年。",
            [("浜の帳面", "町史編纂室", ""), ("漁村調", "県農務課", "1931")],
        ),
        ("「港の春」『浜新聞』1950年3月1日。", [("港の春", "浜新聞", "1950-03-01")]),
        ("「港を広げる」前掲浜通信、2020年5月2日。", [("港を広げる", "浜通信", "2020-05-02")]),
        ("海月大学网站，“档案”专栏，2024年5月1日。", [("档案", "海月大学网站", "2024-05-01")]),
        ("Ann Reed、X、2024年5月1日の投稿。", [("", "X", "2024-05-01")]),
        (
            "青石县人民法院（2023）青0102民初77号民事判决书，2023年8月9日。",
            [("（2023）青0102民初77号民事判决书", "青石县人民法院", "2023-08-09")],
        ),
    ],
)
def test_each_source_of_a_note_has_its_own_title_publisher_and_date(
    note: str, sources: list[tuple[str, str, str]]
) -> None:
    assert [(one.title, one.publisher, one.date) for one in parse(note)] == sources


HALF = """# 港の記録

港は開かれた[1]。船が着いた[2]。市が立った[3]。

## 注

[1] 「開港」浜新聞、2020年1月1日。<https://hama.example/1>

[2] 「着船」浜新聞、2020年2月1日。<https://hama.example/2>

---

ps://www.{}.example/report/old.html >

[3] 市場組合「市の歩み」2021年。<https://www.ichiba.example/report/new.html>
"""


@pytest.mark.parametrize(("site", "marker"), [("ichiba", "3"), ("elsewhere", "2")])
def test_half_a_note_stands_beside_the_note_of_its_site_and_else_beside_the_one_before(
    made: Callable[..., Document], site: str, marker: str
) -> None:
    document = made(HALF.format(site), "made.md")
    assert [note.marker for note in document.notes if note.strays] == [marker]


def test_a_title_behind_a_body_is_no_part_of_its_name(made: Callable[..., Document]) -> None:
    document = made("# 統計\n\n数は西浜税関「貿易表」による。同税関は去年から数え方を改めた。\n", "made.md")
    meant = [document.text[span.start : span.end] for one in document.told.references for span in one.to]
    assert "西浜税関" in meant
