"""The one note of a text needs no number: （注） behind a clause, and one line that it opens."""

from __future__ import annotations

from collections.abc import Callable

from corpus.document import Document

Make = Callable[..., Document]
PROSE = "港の貿易は前の年に比べて大きく増えたが、船員の数は減り続けており、これからの港を支える人が足りない。"


def test_a_mark_without_a_number_leads_to_the_one_line_that_it_opens(made: Make) -> None:
    document = made(
        f"# 港\n\n{PROSE}\n\n船員には見習いを含まない（注）。{PROSE}\n\n（注）県の要綱にいう船員に当たる。\n\n{PROSE}\n"
    )
    assert [(note.marker, note.text) for note in document.notes] == [("注", "県の要綱にいう船員に当たる。")]
    assert "含まない。港の" in document.text.replace("\n", "")  # the mark is lifted
    assert {mark.marker for passage in document.passages for mark in passage.marks} == {"注"}


def test_lines_below_tables_and_several_of_them_stay_remarks(made: Make) -> None:
    table = "港\t隻数\n東\t12\n西\t15\n南\t18\n"
    document = made(f"# 港\n\n{PROSE}\n\n表1　船\n\n{table}（注）休みの日を除く。\n\n{PROSE}\n")
    assert document.notes == ()
    twice = f"# 港\n\n{PROSE}（注）。{PROSE}\n\n（注）休みの日を除く。\n\n{PROSE}\n\n（注）雨の日を除く。\n"
    assert made(twice).notes == ()
