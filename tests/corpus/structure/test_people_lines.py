"""Lists of people below a caption: one to a line or several in one, whatever sign parts a name from its post."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from corpus.document import Document

Make = Callable[..., Document]

PEOPLE = (("瀬川直人", "座長"), ("小野寺恵", "灯台課長"), ("岡部誠", "汐崎漁協組合長"), ("村井由紀子", "前港務所長"))
CAPTION = "表4　灯台の会に招かれた人"
SOURCE = "出所：汐崎市灯台課「招待者名簿」2031年4月。"
BY_NAME, BY_POST = [list(one) for one in PEOPLE], [[post, name] for name, post in PEOPLE]


def below(caption: str, lines: str) -> str:
    told = "汐崎市は四月、岬の灯台に人を招いて話を聞いた。"
    return f"灯台の会\n\n{told}\n\n{caption}\n\n{lines}\n\n{SOURCE}\n\n会は夜まで続いた。\n"


def rows(document: Document) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]


@pytest.mark.parametrize(
    ("form", "found"),
    [
        ("{1}　{0}", BY_POST),
        ("{0}　{1}", BY_NAME),
        ("{1} {0}", BY_POST),
        ("{0}（{1}）", BY_NAME),
        ("・{0}（{1}）", BY_NAME),
        ("・{1}：{0}", BY_POST),
        ("{0}・{1}", BY_NAME),
        ("{0}＝{1}", BY_NAME),
    ],
)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_people_one_to_a_line_are_rows_with_their_source(
    made: Make, form: str, found: list[list[str]], between: str
) -> None:
    document = made(below(CAPTION, between.join(form.format(*one) for one in PEOPLE)))
    assert rows(document) == found
    assert (document.tables[0].label, document.tables[0].source) == ("表4", SOURCE)
    assert document.figures == () and not any(one.section for one in document.passages)


def test_a_line_that_names_the_columns_is_the_header(made: Make) -> None:
    document = made(below(CAPTION, "\n".join(["役職　氏名", *(f"{post}　{name}" for name, post in PEOPLE)])))
    assert document.tables[0].header == ("役職", "氏名")
    assert rows(document) == BY_POST


def test_post_and_name_with_a_blank_between_may_stand_in_one_line(made: Make) -> None:
    names = ("瀬川 直人", "小野寺 恵", "岡部 誠", "村井 由紀子")
    line = "、".join(f"{post}　{name}" for (_, post), name in zip(PEOPLE, names, strict=True))
    assert rows(made(below(CAPTION, line))) == [[post, name] for (_, post), name in zip(PEOPLE, names, strict=True)]


def test_a_bracket_that_opens_a_line_tells_of_what_group_its_people_are(made: Make) -> None:
    line = "{0}・{1}"
    people = [line.format(*one) for one in PEOPLE]
    document = made(below(CAPTION, f"（市）{people[0]}、{people[1]}\n（漁協）{people[2]}\n（港）{people[3]}"))
    assert rows(document) == BY_NAME


@pytest.mark.parametrize(
    "lines",
    [
        ("岬の先　灯台", "北の浜　船着き場", "町の東　魚市場", "沖の島　石切り場"),
        ("灯台（白）", "防波堤（赤）", "桟橋（青）", "魚市場（黄）"),
    ],
)
def test_lines_that_name_nobody_are_no_list_of_people(made: Make, lines: Sequence[str]) -> None:
    assert made(below("図4　岬の地図", "\n".join(lines))).tables == ()


def test_people_without_a_caption_stay_lines_of_the_text(made: Make) -> None:
    lines = "\n".join(f"{post}　{name}" for name, post in PEOPLE)
    text = f"灯台の会\n\n汐崎市は四月、岬の灯台に人を招いて話を聞いた。\n\n{lines}\n\n会は夜まで続いた。\n"
    assert made(text).tables == ()
