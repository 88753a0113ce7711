"""What stands around a chosen sentence is quoted with it where the question asks for more than a word."""

from __future__ import annotations

from bot.answer import Answer
from tests.conftest import Bench

PORT = """# 港

組合は去年まで大型船を断っていた。春の工事の後、組合は大型船の寄港を認めた。漁師の一部は今も反対している。
"""
NOTED = """# 港

組合は去年まで大型船を断っていた[^1]。春の工事の後、組合は大型船の寄港を認めた[^2]。漁師の一部は反対している[^2]。

[^1]: 「大型船を断る」『港新聞』2024年5月1日。
[^2]: 「大型船を認める」『港新聞』2025年5月1日。
"""
AGAINST = """# 港

市の発表では、式典は和やかに進んだ[^1]。一方、組合の会報からは、組合長が大型船の寄港を認めたことは確認できない[^2]。

[^1]: 市「式典の記録」2025年5月1日。
[^2]: 組合「会報」2025年5月3日。
"""


def said(answer: Answer) -> list[str]:
    return [statement.text for statement in answer.statements]


def test_who_asks_how_hears_the_sentences_around_under_one_footnote(bench: Bench) -> None:
    answer = bench.ask("組合は大型船の寄港をどのように認めたのか", bench.read(PORT, "port.md"))
    assert said(answer) == [PORT.splitlines()[2]]
    assert len(answer.citations) == 1
    assert answer.rejected == ()


def test_who_asks_for_a_word_gets_its_sentence_alone(bench: Bench) -> None:
    answer = bench.ask(
        "組合が大型船の寄港を認めたのはいつ", bench.read(PORT.replace("春の工事の後", "2025年5月1日"), "port.md")
    )
    assert said(answer) == ["2025年5月1日、組合は大型船の寄港を認めた。"]


def test_a_sentence_that_rests_on_another_note_stays_out(bench: Bench) -> None:
    answer = bench.ask("組合は大型船の寄港をどのように認めたのか", bench.read(NOTED, "port.md"))
    assert said(answer) == ["春の工事の後、組合は大型船の寄港を認めた。漁師の一部は反対している。"]
    assert [source.marker for citation in answer.citations for source in citation.sources] == ["2"]


def test_no_more_is_quoted_than_there_is_room_for(bench: Bench) -> None:
    long = "港には" + "冷凍倉庫と桟橋と霧笛と" * 16 + "灯台がある。"
    answer = bench.ask(
        "組合は大型船の寄港をどのように認めたのか",
        bench.read(PORT.replace("組合は去年", f"{long}組合は去年"), "port.md"),
    )
    assert said(answer) == [PORT.splitlines()[2]]


def test_what_a_sentence_is_set_against_is_a_statement_of_its_own(bench: Bench) -> None:
    answer = bench.ask(
        "組合の会報から、組合長が大型船の寄港を認めたことは確認できますか", bench.read(AGAINST, "port.md")
    )
    first, second = said(answer)
    assert first.startswith("市の発表では")
    assert second.startswith("一方")
    assert {source.marker for citation in answer.citations for source in citation.sources} == {"1", "2"}


def test_who_asks_for_one_side_alone_is_not_told_the_other(bench: Bench) -> None:
    answer = bench.ask("組合の会報から確認できないのは誰が何を認めたことか", bench.read(AGAINST, "port.md"))
    assert not any(text.startswith("市の発表") for text in said(answer))


def test_of_several_things_asked_for_each_has_a_sentence(bench: Bench) -> None:
    document = bench.read(PORT.replace("春の工事の後", "2025年5月1日"), "port.md")
    answer = bench.ask("組合が大型船の寄港を認めたのはいつ、どのようにか", document)
    assert said(answer) == ["2025年5月1日、組合は大型船の寄港を認めた。"]
