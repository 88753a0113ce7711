"""Prose in two columns side by side is read column by column; rows of a table are not."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from itertools import zip_longest
from pathlib import Path

import pytest

from corpus.document import Document
from corpus.readers.document import to_document
from corpus.readers.text import decode
from corpus.structure.lines import width
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


ENGLISH = (
    "The ferry began to run three times a week in spring, and islanders now carry their catch to the market on the "
    "mainland. Fares were held for a second year. The number of passengers rose by a fifth, which the harbour office "
    "had not expected when it drew up the timetable. The council means to repair the waiting room by autumn and has "
    "set money aside for the cold months. Fishers say that the price of ice worries them more than the fares do."
)
KANJI = (
    "港では春から新しい船が動き始めた。島の人々は週に三度、市場へ魚を運ぶようになったと役場の担当者は話している。"
    "船賃は据え置かれ、乗客は前の年より二割ほど増えた。漁協は氷の値上げに頭を悩ませており、県に支援を求めている。"
    "県の担当者は来年度の予算で考えたいと述べたが、返事はまだ届いていない。島の若い漁師たちは自分たちで小さな製氷機を買う相談を"
    "始めた。町は冬の欠航を減らすため、待合所を直す予算を組むという。"
)


def wrapped(text: str, size: int) -> list[str]:
    if not text.isascii():
        return [text[at : at + size // 2] for at in range(0, len(text), size // 2)]
    return textwrap.wrap(text, size)


@pytest.mark.parametrize("text", [ENGLISH, KANJI])
@pytest.mark.parametrize("size", [28, 34, 40, 46])
@pytest.mark.parametrize("gap", [2, 5])
def test_a_sentence_goes_on_from_the_end_of_a_column_in_the_next(text: str, size: int, gap: int, made: Make) -> None:
    lines = wrapped(text, size)
    half = (len(lines) + 1) // 2
    rows = zip_longest(lines[:half], lines[half:], fillvalue="")
    page = "".join(f"{one}{' ' * (size + gap - width(one))}{other}".rstrip() + "\n" for one, other in rows)
    document = made(f"The port\n\n{page}")
    (passage,) = (one for one in document.passages if len(one.text) > size)
    assert re.sub(r"\s", "", passage.text) == re.sub(r"\s", "", text)
    assert list(faults(document, f"The port\n\n{page}".encode())) == []


def test_a_blank_line_in_one_column_only_is_a_line_of_both(made: Make) -> None:
    left, right = wrapped(ENGLISH, 40), wrapped(ENGLISH.split("year. ")[1], 40)
    columns = zip_longest([*left, "", *right], [*right, "", *left], fillvalue="")
    page = "".join(f"{one:<44}{other}".rstrip() + "\n" for one, other in columns)
    texts = [re.sub(r"\s+", " ", one.text) for one in made(f"The port\n\n{page}").passages]
    assert any("for the cold months. Fishers say that the price" in text for text in texts)
