"""Whether words of a sentence name whom words of a question name, or somebody else, or leave it open."""

from __future__ import annotations

import pytest

from bot.compose.named_parts import compared, of_others_alone
from bot.question import parse_question
from tests.conftest import Bench

TEXT = "# 往来\n\n日本の森健外相は5月にソウルを訪れた。韓国の李英外相は7月に東京を訪れた。首相は欠席した。\n"


@pytest.mark.parametrize(
    ("wanted", "told", "shared", "other"),
    [
        ("森健", "日本の森健外相", True, False),
        ("森健", "韓国の李英外相", False, True),
        ("日本の外相", "森健外相", True, False),  # of what country he is, the document says
        ("韓国の外相", "森健外相", False, True),
        ("日本の首相", "日本の森健外相", True, True),  # another office
        ("東京", "ソウル", False, True),
        ("日本", "ソウル", False, False),  # a town may lie in a country
        ("森健", "同氏", False, False),
        ("森健", "韓国の代表団", False, True),
        ("森健", "両国首脳", False, False),
        ("", "森健", False, False),
    ],
)
def test_a_name_is_compared_with_what_stands_in_its_place(
    wanted: str, told: str, shared: bool, other: bool, bench: Bench
) -> None:
    asked = bench.asked(parse_question(f"{wanted}が訪れたのはいつ"))
    found = compared(asked, bench.read(TEXT, "talks.md"), wanted, told)
    assert (found.shared, found.other) == (shared, other)


def test_an_office_of_state_is_no_other_in_another_language(bench: Bench) -> None:
    asked = bench.asked(parse_question("when did the king visit Seoul?"))
    document = bench.read(TEXT, "talks.md")
    assert compared(asked, document, "the king", "森健外相").other
    assert not compared(asked, document, "the king", "国王").other
    assert not compared(asked, document, "the parking attendant", "国王").other


@pytest.mark.parametrize(("who", "others"), [("チリの大統領", True), ("韓国の大統領", False), ("大統領", False)])
def test_another_countrys_president_is_not_the_one_asked_about(bench: Bench, who: str, others: bool) -> None:
    document = bench.read("# 訪問\n\n韓国の李相賢大統領は東京の式典に並び、港を視察した。\n", "visit.md")
    asked, candidate = bench.candidate(f"{who}は東京を訪れたか", document, "李相賢")
    assert of_others_alone(asked, candidate, who) is others
