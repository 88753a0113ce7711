"""What stands between a title that front matter gives and the text."""

from __future__ import annotations

from collections.abc import Callable

from corpus.document import Document

Make = Callable[..., Document]

FRONT = '---\ntitle: "灯台の油"\ndate: 2031-04-09\n---\n\n# 灯台の油\n\n'
BODY = "油は春と秋に、島から舟で運ばれた。守り人はそれを樽から移し、夜ごとに量って記録した。\n"


def test_a_row_and_who_wrote_the_text_open_no_section(made: Make) -> None:
    document = made(f"{FRONT}シリーズ「海辺の仕事」②\n\n瀬川直人＝汐崎新報編集委員\n\n{BODY}", "made.md")
    assert (document.author, document.affiliation) == ("瀬川直人", "汐崎新報編集委員")
    assert document.series == "シリーズ「海辺の仕事」②"
    assert not any(one.section for one in document.passages)


def test_a_line_that_names_nobody_heads_what_stands_below(made: Make) -> None:
    document = made(f"{FRONT}第1回の荷\n\n{BODY}\n第2回の荷\n\n{BODY}", "made.md")
    assert [one.section for one in document.passages if one.kind == "prose"] == [("第1回の荷",), ("第2回の荷",)]
