"""Long runs of adjoining lines are looked through for tables with work that grows as they do."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from types import FrameType

import pytest

from corpus.document import Document

Made = Callable[..., Document]
PROSE = "港の貿易は前の年に比べて大きく増えたが、船員の数は減り続けている。"
_LINES = 240
_KINDS: dict[str, Callable[[int], str]] = {
    "verse": lambda at: "春の夜の夢ばかりなる手枕に" + "あいうえお"[at % 5],
    "words a blank apart": lambda at: f"港 {'東西南北'[at % 4]}町 船{at % 30 + 1}隻 {'abcd'[at % 4]}",
    "words wide space apart": lambda at: "　".join(f"語{at * step % 97}" for step in range(1, 2 + at % 5)),
    "words tabs apart": lambda at: "\t".join(("東", "西", "南")[(at + step) % 3] + "の町" for step in range(3)),
    "tabs here and there": lambda at: "\t".join(f"語{at * step % 97}" for step in range(1, 2 + at * 7 % 5)),
    "figures behind names": lambda at: f"品目{'あいう'[at % 3]} {at * 37 % 1000} {at * 91 % 1000}",
    "figures run together": lambda at: f"品目{at % 7}{at % 999 + 1},{at * 37 % 900 + 100}{at % 99}.5",
    "columns of Latin words": lambda at: "   ".join(f"w{at * step % 97}" for step in range(1, 2 + at * 3 % 5)),
}


def work(task: Callable[[], object]) -> int:
    """Return how many calls a task makes."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        task()
    finally:
        sys.setprofile(before)
    return calls


def run(kind: str, lines: int) -> str:
    rows = [_KINDS[kind](at) for at in range(lines)]
    return "\n".join(["# 題名", "", PROSE, "", *rows[:-1], "東の町,西", rows[-1], "", PROSE, ""])


@pytest.mark.parametrize("kind", _KINDS)
def test_twice_the_lines_take_no_more_than_some_twice_the_work(made: Made, kind: str) -> None:
    made(run(kind, 4))  # what is only done once
    once, twice = (work(partial(made, run(kind, lines))) for lines in (_LINES, 2 * _LINES))
    assert twice < 2.5 * once


def test_a_table_longer_than_what_is_near_is_read_whole(made: Made) -> None:
    rows = [f"品目{chr(0x4E00 + at)}\t{at + 1},204" for at in range(200)]
    (table,) = made("\n".join(["# 題名", "", PROSE, "", "品目\t輸出額", *rows, "", PROSE, ""])).tables
    assert [row.cells[1].text for row in table.rows] == [f"{at + 1},204" for at in range(200)]


def test_a_long_table_below_many_lines_that_open_none_is_read_whole(made: Made) -> None:
    verse = [_KINDS["verse"](at) for at in range(200)]
    rows = [f"品目{chr(0x4E00 + at)}\t{at + 1},204" for at in range(200)]
    (table,) = made("\n".join(["# 題名", "", PROSE, "", *verse, "品目\t輸出額", *rows, "", PROSE, ""])).tables
    assert len(table.rows) == 200
