"""Numbers of pages in kanji and roman numerals and those of parts, and what chapters are called."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from corpus.document import Document

Make = Callable[..., Document]
PAGE = "岸壁の修繕は春のうちに終わり、冬に港を離れていた船が一隻ずつ戻ってきたと組合は記している。" * 4
LEFT = "組合の人は「夜に見回る人がいないので、"
RIGHT = f"朝まで気づかなかった」と話した。\n\n{PAGE}"
ENGLISH = "The quay was mended in the spring, and the boats that had left came back one by one. " * 4


def paged(numbers: Sequence[str], left: str = PAGE + LEFT, right: str = RIGHT) -> str:
    """Return a text with a number behind each page, each of which ends in mid-sentence."""
    first, *others = numbers
    text = f"# 岸壁の修繕\n\n{left}\n\n{first}\n\n"
    return text + "".join(f"{right}{left}\n\n{number}\n\n" for number in others) + right


def numbers(document: Document) -> list[str]:
    return [piece.text for piece in document.furniture if piece.kind == "page number"]


@pytest.mark.parametrize(
    "printed",
    [
        ("五", "六", "七"),
        ("－十九－", "－二十－", "－二十一－"),
        ("（一〇二）", "（一〇三）"),
        ("xii", "xiii", "xiv"),
        ("- IX -", "- X -"),
        ("A-5", "A-6", "A-7"),
        ("3-12", "3-13"),
        ("第五頁", "第六頁"),
    ],
)
def test_numerals_that_count_on_and_tear_sentences_are_those_of_pages(printed: tuple[str, ...], made: Make) -> None:
    document = made(paged(printed), "made.md")
    assert numbers(document) == list(printed)
    assert document.text.count(LEFT + RIGHT[:10]) == len(printed)


def test_kanji_tell_the_page_and_roman_numerals_do_not(made: Make) -> None:
    assert {passage.page for passage in made(paged(("五", "六")), "made.md").passages} == {5, 6, None}
    assert {passage.page for passage in made(paged(("xii", "xiii")), "made.md").passages} == {None}


def test_one_number_of_four_has_to_tear_a_sentence(made: Make) -> None:
    cut = f"{PAGE}{LEFT}\n\n一\n\n{RIGHT}\n\n"
    rest = "".join(f"{sign}\n\n{PAGE}\n\n" for sign in ("二", "三", "四"))
    assert numbers(made(f"# 岸壁の修繕\n\n{cut}{rest}", "made.md")) == ["一", "二", "三", "四"]
    rest += f"五\n\n{PAGE}\n"
    assert numbers(made(f"# 岸壁の修繕\n\n{cut}{rest}", "made.md")) == []


@pytest.mark.parametrize("printed", [("一", "二", "三"), ("（一）", "（二）", "（三）"), ("I", "II", "III")])
@pytest.mark.parametrize("end", ["", "「もう船は出た」", "組合の人は次の三つを挙げた：", "（続く）"])
def test_what_chapters_are_called_stays(printed: tuple[str, ...], end: str, made: Make) -> None:
    text = "".join(f"{number}\n\n{PAGE}{end}\n\n" for number in printed)
    document = made(f"# 岸壁の修繕\n\n{text}", "made.md")
    assert numbers(document) == []
    assert all(number in document.text for number in printed)


def test_roman_chapters_of_an_english_text_stay(made: Make) -> None:
    text = "".join(f"{number}\n\n{ENGLISH}\n\n" for number in ("I", "II", "III"))
    assert numbers(made(f"# The quay\n\n{text}", "made.md")) == []


def test_one_numeral_alone_stays(made: Make) -> None:
    assert numbers(made(paged(("五",)), "made.md")) == []
    assert numbers(made(paged(("iiii", "iiiii")), "made.md")) == []
