"""In what row or feature a text stands, and what it is called besides."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.document import Document

Make = Callable[..., Document]

TITLE = "灯台の守り人が残した千枚の絵はがき"
BODY = "岬の灯台に残る千枚の絵はがきは、守り人が四十年かけて集めたものである。町は来春から公開する。\n"


@pytest.mark.parametrize(
    ("line", "series"),
    [
        ("海辺の記憶（3）", "海辺の記憶（3）"),
        ("海辺の記憶（下）", "海辺の記憶（下）"),
        ("海辺の記憶③", "海辺の記憶③"),
        ("〈海辺の記憶　3〉", "海辺の記憶　3"),
        ("【連載】海辺の記憶", "【連載】海辺の記憶"),
        ("汐見総研レポート 2031年4月号", "汐見総研レポート 2031年4月号"),
        ("汐見総研レポート　2031-04", "汐見総研レポート　2031-04"),
    ],
)
@pytest.mark.parametrize("above", [True, False])
def test_a_row_of_texts_is_the_series_above_or_below_the_title(
    made: Make, line: str, series: str, *, above: bool
) -> None:
    head = f"{line}\n\n{TITLE}" if above else f"{TITLE}\n\n{line}"
    document = made(f"{head}\n\n2031年4月9日\n\n瀬川 直人（文筆家）\n\n{BODY}")
    assert (document.title, document.author) == (TITLE, "瀬川 直人")
    assert document.series == series


def test_a_feature_is_no_title_where_one_stands_below_it(made: Make) -> None:
    document = made(f"【特集】海を渡る手紙\n\n{TITLE}\n\n瀬川 直人（文筆家）\n\n{BODY}")
    assert document.title == TITLE


def test_a_text_of_a_row_that_has_no_other_title_is_called_by_its_place(made: Make) -> None:
    assert made(f"海辺の記憶（3）\n\n瀬川 直人（文筆家）\n\n{BODY}").title == "海辺の記憶（3）"
    assert made(f"【特集】海を渡る手紙\n\n瀬川 直人（文筆家）\n\n{BODY}").title == "【特集】海を渡る手紙"


def test_a_title_that_ends_in_brackets_of_words_is_no_row(made: Make) -> None:
    document = made(f"海辺の記憶（増補版）\n\n汐崎の漁師たちが語ったこと\n\n瀬川 直人（文筆家）\n\n{BODY}")
    assert (document.title, document.series) == ("海辺の記憶（増補版）", "")


def test_columns_of_a_paper_publish_nothing(made: Make) -> None:
    document = made(f"連載「海辺の記憶」第3回\n\n{TITLE}\n\n2031年4月9日\n\n{BODY}")
    assert (document.series, document.publisher) == ("連載「海辺の記憶」第3回", "")
