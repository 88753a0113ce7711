"""How a sentence speaks of a moment: as past, as still to come, or as planned."""

from __future__ import annotations

import pytest

from corpus.structure.tense import Tense, announces, tense_at


@pytest.mark.parametrize(
    ("sentence", "date", "tense"),
    [
        ("橋は10月に開通する予定だ。", "10月", "planned"),
        ("橋は10月に開通する見通しである。", "10月", "planned"),
        ("橋は10月に開通する計画を発表した。", "10月", "planned"),
        ("橋は10月に開通すると発表した。", "10月", "later"),
        ("橋は10月に開通した。", "10月", "past"),
        ("橋は10月に開通する予定だった。", "10月", "past"),
        ("橋、10月", "10月", ""),
        ("開通日を10月1日とする案を示した。", "10月1日", "planned"),
        ("開通日を10月1日とするなら早い。", "10月1日", "planned"),
        ("開通は10月1日を予定しております。", "10月1日", "planned"),
        ("橋は10月、開通を急ぐ案を示した。", "10月", "past"),
        ("橋、10月開通へ", "10月", "later"),
        ("They said that it would open in October.", "October", "then"),
        ("The meeting will be held in October.", "October", "planned"),
        ("The bridge will open in October.", "October", "planned"),
        ("The bridge opened in October.", "October", "past"),
        ("다리는 10월에 열릴 예정이다.", "10월", "planned"),
        ("다리는 10월에 열렸다.", "10월", "past"),
        ("大桥将于10月通车。", "10月", "planned"),
        ("大桥已于10月通车。", "10月", "past"),
    ],
)
def test_the_predicate_of_a_date_says_whether_it_is_past(sentence: str, date: str, tense: Tense) -> None:
    at = sentence.index(date)
    assert tense_at(sentence, at, at + len(date)) == tense


def test_the_sentence_after_says_nothing_of_a_date() -> None:
    text = "橋、10月。工事は終わった。"
    assert tense_at(text, 2, 5) == ""


@pytest.mark.parametrize(
    "sentence",
    [
        "市は補助をやめる方針だ。",
        "The city plans to sell it.",
        "시는 팔 계획이다.",
        "该市计划出售。",
    ],
)
def test_a_sentence_that_announces_needs_no_date(sentence: str) -> None:
    assert announces(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "「一つの国の方針」を支持するとした。",
        "計画は中止された。",
        "予定だった式は開かれなかった。",
        "今後の見通し",
        "将军说了话。",
        "The will was read.",
        "她上任后搁置了扩建计划，改为贷款。",
        "扩建计划被叫停。",
        "They said that it would open in October.",
    ],
)
def test_a_noun_of_intention_that_is_no_predicate_announces_nothing(sentence: str) -> None:
    assert not announces(sentence)
