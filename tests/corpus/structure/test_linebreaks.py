"""Line breaks beside lines of fields and turns of speakers are meant; those of a column are not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.document import Document

Make = Callable[..., Document]
OPENING = "岬町議会の記録\n\n町長は港の工事について説明し、来年の春までに桟橋を直すと述べた。議員は費用を尋ねた。\n\n"


def lines(document: Document) -> list[str]:
    return [line.strip() for line in document.text.split("\n")]


@pytest.mark.parametrize(
    "fields",
    [
        ["岬町議会議長　土肥 正人", "署名議員　　　　有賀 洋一", "署名議員　　　　布施 真理"],
        ["午前10時42分 休憩", "午前10時55分 再開"],
    ],
)
def test_lines_of_fields_stay_lines_below_a_sentence(made: Make, fields: list[str]) -> None:
    told = "　地方自治法第123条第2項の規定により、ここにこれを証して署名する。"
    document = made(OPENING + "\n".join([told, *(f"　　{field}" for field in fields)]) + "\n")
    assert set(fields) <= set(lines(document))


def test_turns_of_speakers_are_paragraphs(made: Make) -> None:
    turns = [
        "若狭会長　それでは始めます。伺います。",
        "能勢委員　質問があります。",
        "門田館長　お答えします。",
    ]
    document = made(OPENING + "\n".join(turns) + "\n")
    assert set(turns) <= {passage.text for passage in document.passages}


def test_a_noun_above_a_sentence_is_a_line_of_its_own(made: Make) -> None:
    document = made(OPENING + "ひとこと\n校庭の鉄棒は、いまも錆びずに立っていた。\n")
    assert "ひとこと" in lines(document)


def test_a_column_of_text_is_joined_all_the_same(made: Make) -> None:
    column = ["岬の灯台は石で造られ、海から見える", "高さにある。町の人はそこに登り、船", "の帰りを待ったという。"]
    document = made(OPENING + "\n".join(column) + "\n")
    assert "".join(column) in document.text
