"""Documents that disagree on what was asked, shown side by side."""

from __future__ import annotations

import pytest

from bot.answer import Answer
from corpus.document import Document
from tests.conftest import Bench

HEAD = "---\ndate: {date}\n---\n\n# 青森港\n\n{text}\n"


def two(bench: Bench, one: str, other: str) -> tuple[Document, Document]:
    return (
        bench.read(HEAD.format(date="2024-01-10", text=one), "one.md"),
        bench.read(HEAD.format(date="2025-03-20", text=other), "other.md"),
    )


def sides(answer: Answer) -> dict[str, str]:
    """Return what each document says, by document, from the only conflict of an answer."""
    (conflict,) = answer.conflicts
    by_number = {c.n: c for c in answer.citations}
    for side in conflict.sides:
        assert by_number[side.citation].quote == side.says
        assert by_number[side.citation].date == side.date
        assert f"[{side.citation}]" in answer.answer
    return {by_number[side.citation].doc: side.says for side in conflict.sides}


def test_different_dates_for_the_same_thing_are_shown_side_by_side(bench: Bench) -> None:
    documents = two(bench, "青森港の開港式は2023年4月5日に開かれた。", "青森港の開港式は2023年4月8日に開かれた。")
    answer = bench.ask("青森港の開港式はいつ開かれたか", *documents)
    said = sides(answer)
    assert "4月5日" in said["one"]
    assert "4月8日" in said["other"]
    assert {s.citations for s in answer.statements} == {(1,), (2,)}


def test_different_figures_for_the_same_thing_are_shown_side_by_side(bench: Bench) -> None:
    documents = two(bench, "青森港の開港式の参加者は350人だった。", "青森港の開港式の参加者は420人だった。")
    said = sides(bench.ask("青森港の開港式の参加者は何人か", *documents))
    assert "350人" in said["one"]
    assert "420人" in said["other"]


def test_one_that_denies_what_the_other_states_is_shown_beside_it(bench: Bench) -> None:
    documents = two(bench, "青森港の開港式に大臣が出席した。", "青森港の開港式に大臣は出席しなかった。")
    said = sides(bench.ask("青森港の開港式に大臣は出席したか", *documents))
    assert set(said) == {"one", "other"}


def test_two_that_tell_of_the_same_events_do_not_disagree(bench: Bench) -> None:
    one = "青森港の開港式は2023年4月5日に、函館港の開港式は2023年6月2日に開かれた。"
    other = "2023年4月5日に青森港の開港式が、2023年6月2日に函館港の開港式が開かれている。"
    assert not bench.ask("When was the opening ceremony of the port of 青森?", *two(bench, one, other)).conflicts


def test_a_conflict_has_no_point_of_its_own(bench: Bench) -> None:
    documents = two(bench, "青森港の開港式は2023年4月5日に開かれた。", "青森港の開港式は2023年4月8日に開かれた。")
    assert bench.ask("青森港の開港式はいつ開かれたか", *documents).short is None


def test_documents_that_agree_in_other_words_do_not_disagree(bench: Bench) -> None:
    documents = two(bench, "青森港の開港式は2023年4月5日に開かれた。", "2023年4月、青森港で開港式が開かれた。")
    assert bench.ask("青森港の開港式はいつ開かれたか", *documents).conflicts == ()
    documents = two(bench, "青森港の開港式の参加者は1,350人だった。", "青森港の開港式の参加者は1350人に上った。")
    assert bench.ask("青森港の開港式の参加者は何人か", *documents).conflicts == ()


@pytest.mark.parametrize(("one", "other"), [("1万2,000人", "12,000人"), ("1.2万人", "12,000人"), ("２００人", "200人")])
def test_the_same_figure_written_otherwise_does_not_disagree(one: str, other: str, bench: Bench) -> None:
    documents = two(bench, f"青森港の開港式の参加者は{one}だった。", f"青森港の開港式の参加者は{other}だった。")
    assert bench.ask("青森港の開港式の参加者は何人か", *documents).conflicts == ()


def test_a_difference_and_the_figures_it_is_of_do_not_disagree(bench: Bench) -> None:
    documents = two(
        bench, "橋の住民投票では反対が賛成を256票上回った。", "橋の住民投票では反対1,102票、賛成846票だった。"
    )
    assert bench.ask("橋の住民投票は何票差だったか", *documents).conflicts == ()


def test_when_a_writing_appeared_contradicts_nothing(bench: Bench) -> None:
    documents = two(
        bench,
        "青森港の開港式は2023年4月5日に開かれた。",
        "山田「青森港の開港式はなぜ開かれたか」は研究会の報告で、日付は2023年12月18日である。",
    )
    assert bench.ask("青森港の開港式はいつ開かれたか", *documents).conflicts == ()


def test_figures_that_differ_only_in_their_size_disagree(bench: Bench) -> None:
    documents = two(bench, "青森港の開港式の費用は3億円だった。", "青森港の開港式の費用は3万円だった。")
    assert set(sides(bench.ask("青森港の開港式の費用はいくらか", *documents))) == {"one", "other"}


def test_sentences_on_different_things_do_not_disagree(bench: Bench) -> None:
    documents = two(bench, "青森港の開港式は2023年4月5日に開かれた。", "函館の花火大会は2024年8月1日に開かれた。")
    assert bench.ask("青森港の開港式はいつ開かれたか", *documents).conflicts == ()


def test_one_document_is_not_set_against_itself(bench: Bench) -> None:
    text = "青森港の開港式は2023年4月5日に開かれた。\n\n青森港の開港式は2023年4月8日に開かれた。"
    assert bench.ask("青森港の開港式はいつ開かれたか", bench.read(f"# 青森港\n\n{text}\n")).conflicts == ()


def test_what_was_announced_stands_behind_what_is_reported_and_says_so(bench: Bench) -> None:
    documents = two(bench, "青森港の開港式は2024年4月5日に開かれる予定だ。", "青森港の開港式は2024年4月8日に開かれた。")
    answer = bench.ask("青森港の開港式はいつ開かれたか", *documents)
    (conflict,) = answer.conflicts
    assert [("4月8日" in side.says, side.announced) for side in conflict.sides] == [(True, False), (False, True)]
    assert "〔発表時点の予定〕" in answer.answer
    assert "4月8日" in answer.statements[0].text


def test_two_that_share_only_the_names_asked_about_do_not_disagree(bench: Bench) -> None:
    one = "佐藤一郎知事と林恵市長は2023年4月5日に青森港を見た。"
    other = "佐藤一郎知事と林恵市長は2024年6月8日に函館の式に出た。"
    assert not bench.ask("佐藤一郎知事と林恵市長が電話で話したのはいつか", *two(bench, one, other)).conflicts
