"""Several marks in one place are of one clause, however they are parted, and leave nothing behind."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.document import Document

Make = Callable[..., Document]


def read(made: Make, single: str, together: str, opening: str) -> Document:
    """Return a document whose second sentence has two marks, the others one each."""
    one, four = single.format(1), single.format(4)
    notes = "\n\n".join(f"{opening.format(n)}『浜の記録{n}』海風社、201{n}年。" for n in range(1, 5))
    text = f"灯台は岬に立つ{one}。霧の日は多く、船は笛を頼りに進む{together}。守る人はもういない{four}。"
    return made(f"岬の灯台\n\n{text}\n\n注\n\n{notes}\n", "made.md")


@pytest.mark.parametrize(
    ("single", "together", "opening"),
    [
        ("<sup>{}</sup>", "<sup>2</sup>、<sup>3</sup>", "<sup>{}</sup> "),
        ("[{}]", "[2], [3]", "[{}] "),
        ("[^{}]", "[^2]、[^3]", "[^{}]: "),
        ("{}）", "2）、3）", "{}） "),
        ("※{}", "※2、※3", "※{} "),
        ("※{}", "※2、3", "※{} "),
        ("（注{}）", "（注2、注3）", "（注{}）"),
        ("（注{}）", "（注2・3）", "注{}："),
        ("({})", "(2,3)", "({}) "),
        ("（{}）", "（2・3）", "（{}） "),
        ("({})", "(2)(3)", "({}) "),
        ("（→注{}）", "（→注2）（→注3）", "注{}　"),
        ("$^{{{}}}$", "$^{2,3}$", "{}. "),
    ],
)
def test_two_marks_in_one_place(made: Make, single: str, together: str, opening: str) -> None:
    document = read(made, single, together, opening)
    assert "進む。" in document.text and together not in document.text
    marks = [mark for passage in document.passages for mark in passage.marks]
    assert [mark.marker.lstrip("※") for mark in marks] == ["1", "2", "3", "4"]
    words = [document.text[mark.since : mark.at] for mark in marks]
    assert words[1] == words[2] and words[1].endswith("船は笛を頼りに進む")


def test_raised_figures_without_a_sign_between_are_two_marks_where_no_note_has_their_number(made: Make) -> None:
    def markers(listed: int) -> list[str]:
        notes = "\n\n".join(f"{n}. 『浜の記録{n}』海風社、2010年。" for n in range(1, listed + 1))
        document = made(f"岬の灯台\n\n灯台は岬に立つ¹。船は笛を頼りに進む²³。\n\n注\n\n{notes}\n", "made.md")
        return [mark.marker for passage in document.passages for mark in passage.marks]

    assert markers(3) == ["1", "2", "3"]
    assert markers(23) == ["1", "23"]


@pytest.mark.parametrize("words", ["船は1,204隻(1,204)、", "漁は2、3月に（2、5月）、", "霧笛は※2、3月だけ"])
def test_figures_that_count_something_stay(made: Make, words: str) -> None:
    notes = "\n\n".join(f"（{n}） 『浜の記録{n}』海風社、2010年。" for n in range(1, 4))
    document = made(f"岬の灯台\n\n灯台は岬に立つ（1）。{words}人は減った（3）。\n\n注\n\n{notes}\n", "made.md")
    assert words in document.text


def test_a_comma_between_a_mark_and_words_stays(made: Make) -> None:
    notes = "[1] 『甲』海風社、2010年。\n\n[2] 『乙』海風社、2011年。\n"
    document = made(f"岬の灯台\n\n灯台は岬に立ち[1]、[3]は誤植である[2]。\n\n注\n\n{notes}")
    assert "灯台は岬に立ち、[3]は誤植である。" in document.text
