"""Prose in two columns side by side is read column by column; rows of a table are not."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.document import Document
from corpus.readers.document import to_document
from corpus.readers.text import decode
from tests.corpus.roundtrip import faults

Make = Callable[..., Document]
HEAD = "The Quay\n\n1. Opening\n\nThe board closed the quay, and the crews went to other ports along the coast.\n\n"
TAIL = "\nThe quay was opened again in the spring of the next year, when the board had changed its mind.\n"
LEFT = """The crews had worked on the
quay since the war, and few
of them found a berth in the
harbours of the south."""
RIGHT = """Box: How we asked
We spoke with forty of them
in two months and called each
again a year later."""
JAPANESE = """港の船員は戦争の後から岸壁で働い
てきたが、南の港で職を得た者は少
なく、多くは町を離れて内陸の工場
に移ったという。"""
OTHER = """組合は三度にわたり港務局に手紙を
送り、閉鎖を待つよう求めたが、答
えはなかった。局長が会ったのは翌
年の春であった。"""


def beside(left: str, right: str, space: str = " ", columns: int = 44) -> str:
    rows = zip(left.splitlines(), right.splitlines(), strict=True)
    return "".join(f"{one}{space * (columns - len(one))}{other}\n" for one, other in rows)


def one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def texts(document: Document) -> list[str]:
    return [one_line(passage.text) for passage in document.passages]


def test_columns_are_read_one_after_the_other_with_nothing_lost() -> None:
    data = (HEAD + beside(LEFT, RIGHT) + TAIL).encode()
    document = to_document(decode(Path("x.txt"), data))
    assert list(faults(document, data)) == []
    called, _, words = RIGHT.partition("\n")
    assert texts(document)[3:6] == [one_line(LEFT), called, one_line(words)]
    assert document.tables == ()


def test_a_word_cut_at_the_end_of_a_column_is_whole(made: Make) -> None:
    right = "We spoke with the crew and\nin June we asked the har-\nbour master what he thought\nof it all."
    assert "we asked the harbour master what" in " ".join(texts(made(HEAD + beside(LEFT, right) + TAIL)))


def test_columns_without_spaces_between_words(made: Make) -> None:
    rows = beside(JAPANESE, OTHER, "　", 20)
    document = made(f"題名の行\n\n一　序\n\n港は閉じられた。\n\n{rows}\n後の文である。\n")
    assert re.sub(r"\s", "", JAPANESE) in document.text
    assert re.sub(r"\s", "", OTHER) in document.text


@pytest.mark.parametrize(
    "rows",
    [
        beside("Berth\nNorth quay\nSouth quay\nDry dock", "Crews\nforty men\ntwenty men\nnobody."),
        beside(
            "The north quay is closed.\nThe south quay is closed.\nThe dock is open.\nThe pier is open.",
            "It was sold in May.\nIt was sold in June.\nIt pays its way.\nIt is let.",
        ),
        "one  two three four five six\nseven eight nine ten  eleven\ntwelve  thirteen fourteen\nthe end of it.\n",
    ],
)
def test_rows_are_not_read_as_columns(made: Make, rows: str) -> None:
    words = texts(made(HEAD + rows + TAIL))
    for row in rows.splitlines():
        assert any(one_line(row) in text for text in words)


def test_boxes_below_a_text_are_read_one_after_the_other_each_with_its_title() -> None:
    left = "On the writer\nAnn Lee is a fellow of the\nQuay House. She was clerk to\nthe Company from\n2009 to 2015."
    right = (
        "Our thanks\nThe writer thanks Ray Poll\nand the keeper of the Pier\nBoard papers, Jo Hill, for\nall they sent."
    )
    data = (HEAD + beside(left, right) + TAIL).encode()
    document = to_document(decode(Path("x.txt"), data))
    assert list(faults(document, data)) == []
    assert document.tables == ()
    assert [one_line(text) for text in (left.partition("\n")[2], right.partition("\n")[2])] == [
        text for text in texts(document) if text.startswith(("Ann Lee", "The writer"))
    ]
