"""A row that begins with what heads people's names names the columns, however short the names below it are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.document import Document

Made = Callable[..., Document]


@pytest.mark.parametrize(
    "lines",
    [
        ("姓名\t职务\t分管", "方静宜\t馆长\t全面工作", "罗启明\t副馆长\t采编与经费", "许慕云\t副馆长\t读者服务"),
        ("성명\t직책\t소속", "곽동훈\t위원장\t상인회장", "유나래\t부위원장\t시의원", "변재민\t간사\t회사원"),
        ("氏名\t役職\t就任", "鶴見 佳代\t館長\t四月", "東雲 亮\t監督\t五月", "森 由美\t主任\t六月"),
    ],
)
def test_a_row_of_headings_is_no_person(made: Made, lines: tuple[str, ...]) -> None:
    (table,) = made("表1 名单\n\n" + "\n".join(lines) + "\n").tables
    assert table.header == tuple(lines[0].split("\t"))
    assert len(table.rows) == len(lines) - 1
