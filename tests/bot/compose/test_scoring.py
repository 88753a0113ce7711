"""How well a sentence answers an ask before the reader has read it: what raises its place and what lowers it."""

from __future__ import annotations

import pytest

from bot.compose.scoring import Reading, read
from bot.question import parse_question
from corpus.document import Document
from tests.conftest import Bench, evidence

NOTED = """# 港の記録

青森港の新しい桟橋は2億円でできた。青森港の新しい桟橋は2億円でできたという[^1]。

青森港の工事は砂が流れたために遅れた。青森港の工事は遅れた。

[^1]: 東奥日報「桟橋が完成」2024年4月9日
"""


def reading(bench: Bench, question: str, document: Document) -> Reading:
    asked = bench.asked(parse_question(question))
    return read(asked, evidence(question, [document]), {document.id: document})


def first(bench: Bench, question: str, text: str = NOTED) -> str:
    found = reading(bench, question, bench.read(text, "port.md"))
    return found.ranked[0][1][0].candidate.text


def test_who_asks_for_a_source_rather_means_the_sentence_that_carries_a_note(bench: Bench) -> None:
    assert first(bench, "青森港の新しい桟橋が2億円だという話の出典は？").endswith("という。")


def test_who_asks_for_something_else_does_not_care_for_notes(bench: Bench) -> None:
    assert first(bench, "青森港の新しい桟橋はいくらでできたか") == "青森港の新しい桟橋は2億円でできた。"


def test_a_sentence_that_gives_a_reason_stands_before_one_that_gives_none(bench: Bench) -> None:
    assert "砂が流れた" in first(bench, "青森港の工事が遅れたのはなぜか")


@pytest.mark.parametrize(("question", "year"), [("2023年の祭りの客は何人", "860"), ("2024年の祭りの客は何人", "1,430")])
def test_the_year_a_question_names_decides_between_like_sentences(question: str, year: str, bench: Bench) -> None:
    text = "# 祭り\n\n2024年の祭りの客は1,430人だった。\n\n2023年の祭りの客は860人だった。\n"
    assert year in first(bench, question, text)


def test_every_sentence_has_a_score_for_every_ask_but_notes_that_nobody_asked_for(bench: Bench) -> None:
    document = bench.read(NOTED, "port.md")
    found = reading(bench, "青森港の工事はいつ、なぜ遅れたか", document)
    assert [ask.kind for ask, _ in found.ranked] == ["when", "why"]
    told = {c.text for c in found.found if c.passage.kind == "prose"}
    for _, ranked in found.ranked:
        assert {scored.candidate.text for scored in ranked if scored.candidate.passage.kind == "prose"} == told
        assert not any(scored.candidate.passage.kind == "note" for scored in ranked)


def test_what_a_column_is_called_dates_the_rows_below_it(bench: Bench) -> None:
    text = (
        "---\ndate: 2024-06-01\n---\n\n# 港の費用\n\n表1　港の費用（単位：百万円）\n\n"
        "| 区分 | 2022年（決算） | 2023年（見込み） |\n|---|---|---|\n| 浚渫 | 176 | 119 |\n| 灯台 | 87 | 45 |\n"
    )
    found = reading(bench, "浚渫の費用は2023年の見込みでいくらか", bench.read(text, "cost.md")).ranked[0][1]
    rows = [scored for scored in found if scored.candidate.passage.kind == "row"]
    assert rows
    assert all(scored.dated > 0.5 for scored in rows)


def test_a_sentence_that_itself_asks_gives_no_date(bench: Bench) -> None:
    text = "# 会議録\n\n来栖委員　補助の申請の期限はいつまでですか。\n\n事務局　補助の申請の期限は来年1月31日です。\n"
    found = reading(bench, "補助の申請の期限はいつまでか", bench.read(text, "minutes.md"))
    assert [scored.candidate.text for _, ranked in found.ranked for scored in ranked] == [
        "事務局　補助の申請の期限は来年1月31日です。"
    ]


def test_who_asked_is_told_by_the_sentence_that_asks(bench: Bench) -> None:
    text = "# 会議録\n\n平井議員　線路の跡はどうするのか。\n"
    assert "平井議員" in first(bench, "線路の跡についてたずねた議員は誰か", text)


def test_a_sentence_about_another_numbered_thing_does_not_answer(bench: Bench) -> None:
    text = "# 辞典\n\n辞典の第八版は2024年の春に出た。\n\n辞典の第九版は作り始めたところである。\n"
    found = reading(bench, "辞典の第九版はいつ出るか", bench.read(text, "books.md"))
    assert all("第八版" not in scored.candidate.text for _, ranked in found.ranked for scored in ranked)


def test_what_has_no_date_is_of_the_time_that_its_section_tells(bench: Bench) -> None:
    text = "# 記録\n\n## 視察\n\n2021年9月、市の視察団が函館を訪れた。\n\n同行したのは、山田花子・港湾局長である。\n\n"
    text += "## 会議\n\n2020年3月、市の会議が開かれた。\n\n同行したのは、鈴木一郎・船長である。\n"
    asked = reading(bench, "2021年9月に同行したのは誰か", bench.read(text, "visit.md"))
    dated = {scored.candidate.text: scored.dated for scored in asked.ranked[0][1]}
    assert dated["同行したのは、山田花子・港湾局長である。"] > dated["同行したのは、鈴木一郎・船長である。"] == 0.0


def test_what_denies_a_reason_gives_none(bench: Bench) -> None:
    text = "# 港\n\n桟橋の工事の遅れは嵐だけが理由とも言えない。\n\n桟橋の工事の遅れは砂が流れたためである。\n"
    assert "砂" in first(bench, "桟橋の工事が遅れたのはなぜか", text)


def test_a_conclusion_that_carries_the_question_stands_before_another_reason(bench: Bench) -> None:
    text = (
        "# 港\n\n桟橋の砂が流れた。そのため青森港の桟橋の工事は三か月遅れた。\n\n嵐のため青森港の祭りは中止になった。\n"
    )
    assert first(bench, "青森港の桟橋の工事が三か月遅れたのはなぜか", text).startswith("そのため")
