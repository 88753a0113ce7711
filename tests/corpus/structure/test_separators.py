"""Lines without a word that part a text, and signs alone that say something."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.document import Document

Make = Callable[..., Document]
PAGE = "島の渡船は冬の間も一日に四便が出ており、病院へ通う人と学校へ行く子どもが朝の便に乗る。"
LEFT = "渡船組合の帳簿を見せてもらうと、船を直す費用は「三年前の倍になり、組合だけでは"
RIGHT = "とても払えない額になった」と書かれていた。島の人はその頁を何度も読んだという。"
RULES = [
    "――――――――",
    "─────",
    "ーーーーー",
    "………………",
    "……",
    "・・・・・・",
    "・　・　・",
    "〜〜〜〜〜",
    "～～～",
    "+++++",
    "#####",
    "-=-=-=-",
    "━━━━ ✂ ━━━━",
    "\\---",
    "<hr>",
    "<hr />",
    "◇◇◇",
    "◇　◇　◇",
    "○　○　○",
    "※※※",
    "◆",
    "⁂",
    "＊",
]
DOUBTFUL = ["――", "☆☆☆", "★★★", "●●●", "□□□"]  # a speaker's, grades, what cannot be read


def rules(document: Document) -> list[str]:
    return [piece.text for piece in document.furniture if piece.kind == "rule"]


@pytest.mark.parametrize("rule", [*RULES, *DOUBTFUL])
def test_a_sentence_is_whole_across_a_rule_of_any_signs(rule: str, made: Make) -> None:
    document = made(f"# 渡船の冬\n\n{PAGE}{LEFT}\n\n{rule}\n\n{RIGHT}\n", "made.md")
    assert rules(document) == [rule]
    assert PAGE + LEFT + RIGHT in [passage.text for passage in document.passages]


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_between_whole_paragraphs_is_no_passage_and_no_section(rule: str, made: Make) -> None:
    document = made(f"# 渡船の冬\n\n{PAGE}\n\n{rule}\n\n{PAGE}\n\n{rule}\n\n{PAGE}\n", "made.md")
    assert rules(document) == [rule] * 2
    assert [passage.text for passage in document.passages if passage.kind != "heading"] == [PAGE] * 3
    assert all(passage.section in {(), ("渡船の冬",)} for passage in document.passages)


@pytest.mark.parametrize("line", [*DOUBTFUL, "■■■■", "○", "△", "◎", "〃　〃　〃", "×××", "―", "…", "-"])
def test_signs_that_stand_for_words_stay(line: str, made: Make) -> None:
    document = made(f"# 渡船の冬\n\n{PAGE}\n\n{line}\n\n{PAGE}\n", "made.md")
    assert rules(document) == []


def test_stars_that_count_something_stay(made: Make) -> None:
    document = made(f"# 宿の評価\n\n{PAGE}\n\n★★★\n\n{PAGE}\n\n★★★★\n\n{PAGE}\n", "made.md")
    assert rules(document) == []


def test_an_ornament_right_above_its_words_is_a_bullet(made: Make) -> None:
    document = made(f"# 渡船の冬\n\n{PAGE}\n\n◆\n{PAGE}\n\n◆ 朝の便\n\n{PAGE}\n", "made.md")
    assert rules(document) == []


def test_a_row_of_a_table_that_leaves_its_cells_out_is_no_rule(made: Make) -> None:
    table = "便\t人数\t前年\n朝\t31\t28\n…\t…\t…\n夜\t12\t15\n"
    document = made(f"渡船の冬\n\n{PAGE}\n\n表1　乗った人\n\n{table}", "made.txt")
    assert rules(document) == []
    assert len(document.tables[0].rows) == 3


def test_an_underline_of_two_signs_makes_no_heading(made: Make) -> None:
    document = made(f"渡船の冬\n\n{PAGE}\n\n朝の便の話\n=-=-=-=-=\n\n{PAGE}\n", "made.txt")
    assert rules(document) == ["=-=-=-=-="]
