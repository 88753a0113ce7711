"""Which country somebody is of."""

from __future__ import annotations

import pytest

from bot.compose.homelands import home, homelands
from tests.conftest import Bench


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("ロシアのプーチン大統領が着いた。", {"rus"}),
        ("式にはプーチン・ロシア大統領も来た。", {"rus"}),
        ("プーチン大統領はロシアを出た。", set()),  # where somebody is from is not where he goes or leaves
        ("韓国で会ったプーチン大統領は笑った。", set()),
    ],
)
def test_a_country_is_told_beside_the_name(text: str, home: set[str], bench: Bench) -> None:
    assert homelands((bench.read(f"# 式\n\n{text}\n"),)).get("プーチン", frozenset()) == home


def test_what_one_document_tells_holds_for_another(bench: Bench) -> None:
    one = bench.read("# 式\n\nロシアのプーチン大統領が着いた。\n", "one.md")
    other = bench.read("# 式\n\nプーチン大統領が着いた。\n", "other.md")
    assert homelands((other, one))["プーチン"] == {"rus"}


def test_who_is_named_with_one_side_of_two_is_of_the_other(bench: Bench) -> None:
    met = "李明首相と朴泰首相の会談では、「中朝双方が合意した」と伝えられた。林首相と朴泰首相も会った。"
    lands = homelands((bench.read(f"# 式\n\n中国の李明首相が着いた。{met}\n"),))
    assert lands["朴泰"] == {"prk"}
    assert "林" not in lands, "no sentence says between which two"


def test_names_that_only_begin_alike_are_two_people(bench: Bench) -> None:
    text = "President Macron of France met Finnish Prime Minister Marin. French President Macron thanked her."
    lands = homelands((bench.read(f"# Talks\n\n{text}\n", "en.md"),))
    assert (home("Macron", lands), home("Marin", lands)) == (frozenset({"fra"}), frozenset({"fin"}))
