"""Marks in brackets amid the words of a sentence, and in signs that a list of notes shows to be marks."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from corpus.document import Document

Make = Callable[..., Document]


def read(made: Make, text: str, *, opening: str = "（{}）", count: int = 3) -> Document:
    """Return a document of one paragraph and as many notes."""
    notes = "\n\n".join(f"{opening.format(n)}『浜の記録{n}』海風社、201{n}年。" for n in range(1, count + 1))
    return made(f"岬の灯台\n\n{text}\n\n注\n\n{notes}\n", "made.md")


def carried(document: Document) -> dict[str, str]:
    """Return the clause of each mark."""
    return {m.marker: document.text[m.since : m.at] for p in document.passages for m in p.marks}


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        (
            "灯台守の浜野すず（1）は三十年勤めた。後を継いだ汐見透(2)が去ると、町（3）の人は寂しがった。",
            ["灯台守の浜野すず", "後を継いだ汐見透", "町"],
        ),
        ("「霧は友だ」（1）と言う人も、「敵だ」（2）と言う人もいる。", ["「霧は友だ」", "「敵だ」"]),
        ("灯は消えた（1）が、笛は鳴る（2）。", ["灯は消えた", "笛は鳴る"]),
    ],
)
def test_a_mark_stands_before_a_particle_or_behind_a_quotation(made: Make, text: str, clauses: list[str]) -> None:
    document = read(made, text)
    found = list(carried(document).values())
    assert len(found) == len(clauses) and all(map(str.endswith, found, clauses))
    assert re.sub(r"[（(]\d[)）]", "", text) in document.text


@pytest.mark.parametrize(
    "text",
    [
        "灯台は古い（1）。理由は（1）費用と（2）人手である。霧は多い（2）。",  # a row of its own
        "灯台は古い（1）。条例第5条（2）の定めで、霧笛は残る（2）。人はいない（3）。",  # a mark elsewhere
        "灯台は古い（3）。霧笛（1）は残る。",  # counts down
        "灯台は古い（1）。霧笛の次の表（2）は昔の図である。",
        "灯台は古い（1）。船（20）は減った。",  # no note of that number
    ],
)
def test_numbers_in_brackets_that_are_no_marks_stay(made: Make, text: str) -> None:
    document = read(made, text)
    kept = (
        text.replace("（1）。", "。").replace("残る（2）", "残る").replace("多い（2）", "多い").replace("（3）。", "。")
    )
    assert kept in document.text.replace("\n", "")


@pytest.mark.parametrize(
    ("mark", "opening"),
    [
        ("〔1〕", "〔1〕"), ("⑴", "⑴　"), ("❶", "❶　"), ("（※1）", "（※1） "), ("（註一）", "（註一）　"),
        ("^1^", "1. "), ("$^{1}$", "$^{1}$ "), ("$^{(1)}$", "(1) "),
    ],
)  # fmt: skip
def test_a_mark_is_known_by_its_list(made: Make, mark: str, opening: str) -> None:
    document = made(
        f"岬の灯台\n\n灯台は岬に立つ{mark}。霧は多い。\n\n注\n\n{opening}『浜の記録』海風社、2011年。\n", "made.md"
    )
    assert "灯台は岬に立つ。霧は多い。" in document.text
    assert [(note.marker.strip("※"), note.text) for note in document.notes] == [("1", "『浜の記録』海風社、2011年。")]
    assert list(carried(document).values()) == ["灯台は岬に立つ"]


@pytest.mark.parametrize(
    "words", ["面積は5 km$^{2}$で", "E=mc$^2$と", "x^2^の和", "〔9〕に", "〔1〕の", "⑵の欄", "（註三）の"]
)
def test_signs_of_no_note_stay(made: Make, words: str) -> None:
    document = made(f"岬の灯台\n\n霧は多く{words}ある[1]。\n\n注\n\n[1] 『浜の記録』海風社、2011年。\n", "made.md")
    assert f"霧は多く{words}ある。" in document.text


def test_notes_in_enclosed_figures_stand_at_the_foot_of_their_pages(made: Make) -> None:
    text = "霧の日は多く、船は笛を頼りに進んだ。守る人は町に二人しかおらず、夜は交代で灯を見た"
    foot = "⑴　『浜の記録』海風社、2011年、3頁。\n⑵　『岬の記録』海風社、2012年。"
    document = made(
        f"岬の灯台\n\n灯台は岬に立つ⑴。{text}⑵。{text}。\n\n{foot}\n\n"
        f"- 4 -\n\n灯は消えた⑶。{text}。\n\n⑶　『灯の記録』海風社、2013年。\n\n- 5 -\n"
    )
    assert [note.marker for note in document.notes] == ["1", "2", "3"]
    assert {marker: words[-4:] for marker, words in carried(document).items()} == {
        "1": "岬に立つ", "2": "灯を見た", "3": "は消えた",
    }  # fmt: skip


def test_headings_with_enclosed_figures_are_no_notes(made: Make) -> None:
    document = made(
        "岬の灯台\n\n灯台は⑴の節に述べる。\n\n⑴　目的\n\n霧の日は2011年に多かった。\n\n⑵　方法\n\n船を数えた。\n"
    )
    assert document.notes == () and "⑴の節" in document.text
