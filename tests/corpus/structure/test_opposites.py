"""Deeds that undo each other are told apart; words that are both or neither tell nothing."""

from __future__ import annotations

import pytest

from corpus.structure.opposites import tells_opposite
from tests.conftest import Bench


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("図書館はいつ開館したか", "図書館は3月に閉館した。"),
        ("When did the pool open?", "The pool was closed on 2 May."),
        ("泳池什么时候开放的", "泳池五月关闭。"),
        ("수영장은 언제 문을 열었나", "수영장은 5월에 폐쇄됐다."),
        ("会長が退任したのはいつ", "会長には田所氏が就任した。"),
        ("When was the bill rejected?", "The committee approved the bill."),
        ("운항은 언제 재개됐나", "운항은 4월에 중단됐다."),
        ("その国はいつ加盟した", "その国は2016年に脱退した。"),
    ],
)
def test_what_undoes_a_deed_is_its_opposite_and_the_deed_itself_is_not(asked: str, told: str) -> None:
    assert tells_opposite(asked, told)
    assert not tells_opposite(asked, asked)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("図書館はいつ開館したか", "図書館は3月に閉館し、9月に再び開館した。"),  # both
        ("図書館の開館と閉館はいつ", "図書館は3月に閉館した。"),  # both are asked
        ("図書館の館長はいつ来たか", "図書館は3月に閉館した。"),  # no deed of a pair is asked about
        ("展開はいつ決まったか", "店は3月に閉店した。"),  # 展開 opens nothing
        ("When was the opening speech?", "The speech lasted an hour."),
    ],
)
def test_words_that_are_both_or_neither_tell_nothing(asked: str, told: str) -> None:
    assert not tells_opposite(asked, told)


def test_the_date_of_what_undid_a_deed_is_not_its_date(bench: Bench) -> None:
    text = "The city pool was closed on 4 May 2031 and opened again on 9 June 2031."
    document = bench.read(f"# Pools\n\n{text}\n", "p.md")
    opened = bench.ask("When did the city pool open again?", document)
    closed = bench.ask("When was the city pool closed?", document)
    assert opened.short is not None and "9 June" in opened.short.text
    assert closed.short is not None and "4 May" in closed.short.text


def test_when_something_closed_does_not_say_when_it_opened(bench: Bench) -> None:
    document = bench.read("# プール\n\n市民プールは2031年5月4日に閉館した。\n", "p.md")
    answer = bench.ask("市民プールはいつ開館したか", document)
    assert answer.short is None or "5月4日" not in answer.short.text
