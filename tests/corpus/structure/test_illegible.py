"""What a note has lost is told, and an address ends where a remark on that begins."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document
from corpus.structure.illegible import address_end, losses
from corpus.structure.sources import parse

Make = Callable[..., Document]


@pytest.mark.parametrize(
    ("note", "lost"),
    [
        ("灯台局「点検簿」令和13年6月■■日", ["■■"]),
        ("灯台局「点■簿」2031年6月", ["■"]),
        ("灯台局「点検簿」（以下、虫損）", ["（以下、虫損）"]),
        ("灯台局「点検簿」[紙面の右上が破れている]", ["[紙面の右上が破れている]"]),
        ("灯台局「点検簿」(この頁は判読不能)、2031年", ["(この頁は判読不能)"]),
        ("港务局《灯塔检查簿》（以下字迹不清）", ["（以下字迹不清）"]),
        ("등대국 「점검부」 (이하 판독 불가)", ["(이하 판독 불가)"]),
        ("Light Office, 'Inspections' (rest of the page torn)", ["(rest of the page torn)"]),
        # What a source is about, and signs before an item.
        ("灯台局「岸壁の破損と欠損（判読の手引）」2031年", []),
        ("■ 灯台局「点検簿」2031年■", []),
        ("灯台局「点検簿（用紙の破損について）」2031年", []),
        ("Light Office, 'Damaged piers' (2031)", []),
    ],
)
def test_lost_signs_and_paper_are_told_and_nothing_else(note: str, lost: list[str]) -> None:
    titles = [note.find(source.title) for source in parse(note) if source.title]
    spans = [(at, at + len(source.title)) for at, source in zip(titles, parse(note), strict=True)]
    assert list(losses(note, spans)) == lost


@pytest.mark.parametrize(
    ("printed", "address"),
    [
        ("https://todai.example/bo(以下欠損)", "https://todai.example/bo"),
        ("https://todai.example/bo(以下、用紙が破れて読めない)", "https://todai.example/bo"),
        ("https://todai.example/bo(2031年6月1日閲覧)", "https://todai.example/bo"),
        ("https://todai.example/bo(rest torn off)", "https://todai.example/bo"),
        ("https://todai.example/bo(accessed 1 June 2031)", "https://todai.example/bo"),
        ("https://todai.example/bo_(tower)", "https://todai.example/bo_(tower)"),
        ("https://todai.example/灯台_(曖昧さ回避)", "https://todai.example/灯台_(曖昧さ回避)"),
    ],
)
def test_an_address_ends_before_a_remark_and_holds_brackets_of_its_own(printed: str, address: str) -> None:
    assert [one.url for one in parse(f"灯台局「点検簿」2031年6月1日、{printed}")] == [address]


def test_a_note_that_lost_something_is_damaged(made: Make) -> None:
    document = made(
        "# 灯台の記録\n\n灯台は夏に点検を受けたと局は言う[1]。冬の点検は来年に延びた[2]。\n\n## 注\n\n"
        "[1] 灯台局「点検簿」令和13年6月■■日、https://todai.exa(以下、用紙破損のため判読できず)\n"
        "[2] 灯台局「冬の予定」令和13年7月1日、https://todai.example/fuyu\n"
    )
    first, second = document.notes
    assert [flag.kind for flag in first.flags] == ["illegible"]
    assert first.damaged and first.sources[0].url == "https://todai.exa"
    assert not second.flags and not second.damaged


@given(st.text(alphabet="https:/(）a以下欠損)閲覧", max_size=30))
def test_an_address_ends_within_what_is_printed(printed: str) -> None:
    assert 0 <= address_end(printed) <= len(printed)
