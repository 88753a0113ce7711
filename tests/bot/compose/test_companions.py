"""Sentences that come with a chosen one: the items of the list it opens, the reason it goes back to."""

from __future__ import annotations

import pytest

from tests.conftest import Bench

LISTED = """# 港

## 設備

開港式で公開された青森港の新しい設備は次のとおりである。

- 冷凍倉庫
- 水素船の桟橋
- 霧笛

式の後、見学会が開かれた。
"""
REASONED = """# 港

港の水深は春の工事で二倍になった。そのため、組合は大型船の寄港が増えると見込んでいる。式には知事が出席した。
"""


@pytest.mark.parametrize("signs", ["-", "・", "(1)", "①"])
def test_a_sentence_that_opens_a_list_brings_all_its_items_and_nothing_after_them(bench: Bench, signs: str) -> None:
    text = LISTED.replace("- ", f"{signs} ")
    if signs == "(1)":
        text = LISTED.replace("- 冷", "(1) 冷").replace("- 水", "(2) 水").replace("- 霧", "(3) 霧")
    answer = bench.ask("開港式で公開された青森港の新しい設備は何か", bench.read(text, "list.md"))
    said = "\n".join(statement.text for statement in answer.statements)
    assert [item in said for item in ("冷凍倉庫", "水素船の桟橋", "霧笛")] == [True] * 3
    assert "見学会" not in said
    assert answer.rejected == ()


def test_an_item_brings_its_siblings_to_who_asks_for_all(bench: Bench) -> None:
    document = bench.read("# 港\n\n## 寄港した船\n\n- 水素船みらい\n- 帆船あけぼの\n- 砕氷船しらせ\n", "ships.md")
    answer = bench.ask("寄港した船をすべて挙げて", document)
    said = "\n".join(statement.text for statement in answer.statements)
    assert all(ship in said for ship in ("みらい", "あけぼの", "しらせ"))


def test_what_follows_from_the_sentence_before_brings_it_to_who_asks_why(bench: Bench) -> None:
    answer = bench.ask("組合が大型船の寄港が増えると見込んでいるのはなぜか", bench.read(REASONED, "why.md"))
    said = [statement.text for statement in answer.statements]
    assert any("二倍になった" in text for text in said)
    assert answer.short is not None
    assert "二倍" in answer.short.text


def test_who_asks_for_someone_gets_the_sentence_alone(bench: Bench) -> None:
    answer = bench.ask("式に出席したのは誰か", bench.read(REASONED, "why.md"))
    assert [statement.text for statement in answer.statements] == ["式には知事が出席した。"]


@pytest.mark.parametrize(
    "before",
    [
        "新しい設備は港の会社が寄付した。開港式には知事が出席した。",  # another sentence stands between it and the list
        "新しい設備は港の会社が寄付した。",  # nothing says that a list follows
    ],
)
def test_a_list_that_a_sentence_does_not_open_stays_away(bench: Bench, before: str) -> None:
    text = LISTED.replace("開港式で公開された青森港の新しい設備は次のとおりである。", before)
    answer = bench.ask("港の会社は何を寄付したか", bench.read(text, "list.md"))
    said = "\n".join(statement.text for statement in answer.statements)
    assert "寄付した" in said
    assert "霧笛" not in said


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("港が夜に閉まる理由は何ですか", "港が夜に閉まる理由は三つあります。"),
        ("What are the reasons why the port closes at night?", "The port closes at night for three reasons."),
    ],
)
def test_a_sentence_that_counts_what_follows_brings_it(bench: Bench, question: str, opening: str) -> None:
    document = bench.read(f"# 港\n\n## 夜\n\n{opening}\n\n- 霧\n- 騒音\n- 人手\n", "night.md")
    text = bench.ask(question, document).answer
    assert all(item in text for item in ("霧", "騒音", "人手"))


def test_who_asks_for_so_many_of_them_gets_the_siblings_of_an_item(bench: Bench) -> None:
    document = bench.read(
        "# 港\n\n## 要望\n\n組合が港に求めたのは次の三点である。\n\n"
        "1. 霧笛を直すこと\n2. 桟橋を広げること\n3. 夜も開けること\n\n要望書は秋に出した。\n",
        "wishes.md",
    )
    text = bench.ask("組合が港に求めたのは何か、三つとも教えて", document).answer
    assert all(words in text for words in ("霧笛", "桟橋", "夜も"))


@pytest.mark.parametrize(
    ("question", "text", "reason"),
    [
        (
            "Why did the catch of squid fall?",
            "The catch of squid fall for two reasons. The current moved north, and two of the boats were laid up. "
            "The port has a new crane.",
            "current moved north",
        ),
        (
            "いかの水揚げが減ったのはなぜか",
            "いかの水揚げが減った理由は二つある。海流が北へ移り、また漁船二隻が係留されたままだった。港には新しい起重機がある。",
            "海流が北へ移り",
        ),
        (
            "오징어 어획량이 줄어든 이유는?",
            "오징어 어획량이 줄어든 이유는 두 가지다. 해류가 북쪽으로 옮겨 갔고, 어선 두 척이 묶여 있었다. "
            "항구에는 새 기중기가 있다.",
            "해류가 북쪽으로",
        ),
    ],
)
def test_how_many_reasons_there_are_brings_the_reasons(bench: Bench, question: str, text: str, reason: str) -> None:
    answer = bench.ask(question, bench.read(f"# Port\n\n{text}\n", "port.md"))
    assert answer.short is not None
    assert reason in answer.short.text
