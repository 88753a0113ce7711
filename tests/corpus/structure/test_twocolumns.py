"""Text set in two columns, each with headings and paragraphs of its own, is read column by column."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import zip_longest

from corpus.document import Document
from corpus.structure.lines import width

Make = Callable[..., Document]
LEFT = """\
  Last winter two mills asked to grind here
again. The first of them, from the next valley,
would keep three of the wheels and let the
pond fill in spring.
  The council met them both in May. Its clerk
says that at first neither had convinced her,
for one had no money and the other had no
plan to speak of. The council then gave each a"""
RIGHT = """\
list of questions and asked for answers by the
end of July. It used all of that time.

What the engineers found

  Meanwhile the sluice was examined by two men
from the harbour, who spent a week in the mud
beneath it. Their report puts the cost of the
repair at twice what had been thought."""
LEFT_JA = """\
　昨年の冬、二つの会社がここでまた塩
を作りたいと申し出た。隣の湾の会社は
四つの釜を薪で焚くという。もう一つの
会社は全体にガラスの屋根をかける考え
である。
　町の委員会は五月に両方の会社に会っ
た。委員長は、初めはどちらの話にも納
得できなかったと認めている。委員会は
そこで十九の問いを書いて渡し、七月の"""
RIGHT_JA = """\
末までに答えるように求めた。答えは一
週間で届いた。

技師の見たもの

　その間に水門が調べられた。二人の技
師が二日のあいだ泥の中で過ごした。二
人の報告によれば、直すには見積もりの
二倍の費用がかかる。"""


def page(left: str, right: str, size: int) -> str:
    rows = zip_longest(left.split("\n"), right.split("\n"), fillvalue="")
    return "".join(f"{one}{' ' * (size - width(one))}{other}".rstrip() + "\n" for one, other in rows)


def flat(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_a_column_is_read_to_its_end_before_the_other(made: Make) -> None:
    document = made(f"The Mill\n\nThe mill was closed long ago. Nobody missed it.\n\n{page(LEFT, RIGHT, 52)}")
    assert flat("gave each a list of questions and asked for answers by the end of July") in flat(document.text)
    assert document.tables == ()
    assert [one.text for one in document.passages if one.kind == "heading"][-1] == "What the engineers found"
    assert document.passages[-1].text.startswith("Meanwhile the sluice")


def test_columns_of_a_text_without_spaces(made: Make) -> None:
    document = made(f"塩田の記録\n\n　塩田は二十年前に閉じた。\n\n{page(LEFT_JA, RIGHT_JA, 40)}")
    assert flat("七月の末までに答えるように求めた") in flat(document.text)
    assert flat("そこで十九の問いを書いて渡し") in flat(document.text)
    assert "技師の見たもの" in [one.text for one in document.passages if one.kind == "heading"]


def test_a_sentence_goes_on_below_a_picture(made: Make) -> None:
    text = (
        "The Mill\n\nThe mill was closed long ago. It has found a grant from the old fund, which\n\n"
        "The clerk beside the sluice, September. Photo: D. Rowe\n\ninsists that work begin before April.\n"
    )
    assert flat("the old fund, which insists that work begin") in flat(made(text).text)


def test_cells_side_by_side_are_no_columns_of_text(made: Make) -> None:
    rows = "".join(f"Quay {n}              closed since the year {n}\n" for n in "abcdefgh")
    assert "Quay c closed since" in re.sub(r" +", " ", made(f"The port\n\nIt is old.\n\n{rows}").text)
