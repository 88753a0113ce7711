"""What the heads of all pages say of a document: its day and the paper."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.document import Document
from corpus.structure.mastheads import of_heads

Make = Callable[..., Document]
PAGE = "港の貿易は前の年に比べて大きく増えたが、船員の数は減り続けており、これからの港を支える人が足りない。"


@pytest.mark.parametrize(
    ("heads", "said"),
    [
        (["潮騒日報　朝刊　2019年5月2日（木）　3"], ("2019-05-02", "潮騒日報")),
        (["潮騒日報　2019年5月2日　3", "潮騒日報　2019年5月2日　4"], ("2019-05-02", "潮騒日報")),
        (["Orrin Courier  |  2 May 2019  |  3"], ("2019-05-02", "Orrin Courier")),
        (["特別委員会　2019年5月2日　3"], ("2019-05-02", "")),
        (["潮騒日報　2019年5月2日　3", "潮騒日報　2019年5月9日　4"], ("", "")),
        (["潮騒日報　2019年5月　3"], ("", "")),
        (["令和元年5月2日の会議録"], ("", "")),
        ([], ("", "")),
    ],
)
def test_the_day_and_the_paper_are_what_every_head_says(heads: list[str], said: tuple[str, str]) -> None:
    assert of_heads(heads) == said


def test_a_paper_that_prints_its_day_over_its_pages_only_dates_its_text(made: Make) -> None:
    head = "潮騒日報　朝刊　2019年5月2日（木）　"
    document = made(f"{head}3\n\n港を去る船\n\n{PAGE}昨年6月に\n\n{head}4\n\n便が減った。{PAGE}\n\n{head}5\n\n{PAGE}\n")
    assert (document.date, document.publisher) == ("2019-05-02", "潮騒日報")
    assert "2018-06" in {one.value for one in document.told.dates}


def test_a_source_line_that_returns_is_no_running_head(made: Make) -> None:
    table = "港\t隻数\n東\t12\n西\t15\n南\t18\n\n出典：港湾局統計\n"
    document = made(f"# 題名\n\n{PAGE}\n\n表1　船\n\n{table}\n{PAGE[:-4]}\n\n表2　船\n\n{table}\n{PAGE}\n")
    assert [one.source for one in document.tables] == ["出典：港湾局統計"] * 2
