"""Numbered lines that count on to the headings below them are headings too."""

from __future__ import annotations

from collections.abc import Callable

from corpus.document import Document

Make = Callable[..., Document]
PROSE = "港の倉庫について事務局から説明があり、委員から意見が出た。倉庫は市が使い、来年も続けることになった。"
TOP = "第2回　倉庫会議　議事要旨\n\n１．日時　令和5年7月3日\n\n２．場所　市役所\n\n"


def _sections(document: Document) -> set[str]:
    return {part for passage in document.passages for part in passage.section}


def test_lines_that_count_on_to_a_heading_head_what_stands_below_them(made: Make) -> None:
    lists = "３．議題\n・倉庫の今後\n・その他\n\n４．配付資料\n資料１　倉庫の図\n資料２　費用の見込み\n\n"
    document = made(f"{TOP}{lists}５．議事の概要\n\n{PROSE}\n\n６．その他\n\n{PROSE}\n")
    assert {"３．議題", "４．配付資料", "５．議事の概要"} <= _sections(document)
    assert not any("日時" in section for section in _sections(document))  # it says when, and heads nothing
    texts = [passage.text for passage in document.passages]
    assert "資料１　倉庫の図" in texts and "資料２　費用の見込み" in texts


def test_a_list_within_a_section_stays_a_list(made: Make) -> None:
    items = "１．屋根の修理\n\n２．床の修理\n\n３．窓の修理\n\n"
    document = made(
        f"倉庫の今後\n\n１．はじめに\n\n{PROSE}\n\n２．工事\n\n{PROSE}\n\n{items}{PROSE}\n\n３．費用\n\n{PROSE}\n"
    )
    assert "３．窓の修理" not in _sections(document)
