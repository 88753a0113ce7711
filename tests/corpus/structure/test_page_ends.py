"""What stands at the ends and heads of pages: running heads behind every number, rests of notes, torn words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.document import Document

Make = Callable[..., Document]
PAGE = "港の貿易は前の年に比べて大きく増えたが、船員の数は減り続けており、これからの港を支える人が足りない。"
HEAD = "航路特別委員会会議録第４号"


def _furniture(document: Document) -> list[str]:
    return [piece.text for piece in document.furniture]


def test_a_head_behind_two_page_numbers_is_one_behind_the_first_too(made: Make) -> None:
    document = made(
        f"# 題名\n\n{PAGE}\n{PAGE[:-3]}\n\n－１－\n\n{HEAD}\n\nない。\n{PAGE}\n\n－２－\n\n{HEAD}\n\n{PAGE}\n"
    )
    assert _furniture(document).count(HEAD) == 2
    assert PAGE + PAGE in document.text.replace("\n", "")


def test_a_line_behind_one_page_number_is_text(made: Make) -> None:
    document = made(f"# 題名\n\n{PAGE}\n{PAGE}\n\n－１－\n\n{HEAD}\n\n{PAGE}\n\n－２－\n\n次の議題\n\n{PAGE}\n")
    assert HEAD not in _furniture(document) and "次の議題" not in _furniture(document)


def test_the_rest_of_a_note_may_stand_above_that_of_the_text(made: Make) -> None:
    left, right = "来年には大統領の選挙が予定さ", "れており、譲る余地は小さい。"
    document = made(
        f"# 題名\n\n{PAGE}<sup>1</sup>\n{left}\n\n<sup>1</sup> 港湾局『年鑑』2024年。輸出は7,800万ク\n\n"
        "- 3 -\n\n湾会報\n\n"
        f"ラウンであったが、昨年は減った。\n\n{right}\n\n- 4 -\n\n湾会報\n"
    )
    assert left + right in document.text.replace("\n", "")
    assert document.notes[0].text.replace("\n", "").endswith("7,800万クラウンであったが、昨年は減った。")


@pytest.mark.parametrize(
    ("line", "out"),
    [
        ("[図: Picture 12]", True),
        ("［画像］", True),
        ("（図は省略）", True),
        ("（表略）", True),
        ("（省略）", False),
        ("[図: 港の入口]", False),
    ],
)
def test_a_line_that_only_says_that_a_picture_stood_there_is_furniture(made: Make, line: str, out: bool) -> None:
    document = made(f"# 題名\n\n{PAGE}\n\n{line}\n\n{PAGE}\n")
    assert (line in _furniture(document)) is out


def test_words_that_were_a_link_stand_in_their_sentence(made: Make) -> None:
    long = f"{PAGE}{PAGE}2022年3月の"
    document = made(f"# 題名\n\n{PAGE}\n\n{long}\n岬浦市議会\nでは、反対の声が上がった。\n")
    assert f"{long}岬浦市議会では、反対の声が上がった。" in document.text.replace("\n", "")


def test_a_short_line_between_whole_sentences_is_none(made: Make) -> None:
    document = made(f"# 題名\n\n{PAGE}\n\n{PAGE}{PAGE}\n岬浦市議会\n議会では、反対の声が上がった。\n")
    assert not any("岬浦市議会議会" in passage.text.replace("\n", "") for passage in document.passages)


def test_a_number_that_a_line_end_cuts_is_one(made: Make) -> None:
    lines = "次の会は今月2\n7日、午後１時から開きます。なお、その前の日に現地を見て回りますので、ご承知ください。\n"
    text = made(f"# 題名\n\n以上で参考人への質疑を終わります。長い時間、ありがとうございました。{lines}").text
    assert "今月27日" in text


def test_numbers_of_two_lines_stay_two(made: Make) -> None:
    assert "12\n34" in made(f"# 題名\n\n{PAGE}\n\ncount 12\n34 ships\n").text


def test_a_head_of_author_and_title_behind_one_page_number_is_none_of_the_text(made: Make) -> None:
    head = "潮田岬：港の貿易と船員"
    document = made(f"# 港の貿易と船員\n\n潮田岬\n\n{PAGE}\n{PAGE[:-3]}\n\n· 57 ·\n\n{head}\n\nない。\n{PAGE}\n")
    assert head in _furniture(document)
    assert PAGE + PAGE in document.text.replace("\n", "")
