"""이들 means the group that the sentence before is about, where that is one."""

from __future__ import annotations

from tests.corpus.structure.meant import meant


def test_the_one_group_of_the_sentence_before_is_meant() -> None:
    text = "하류 농민들로 꾸려진 ‘강살리기모임’은 집회를 열었다. 이들은 사과를 요구했다."
    assert ("이들", ["하류 농민들로 꾸려진 ‘강살리기모임’"]) in meant(text, "ko")


def test_of_two_none_is_told() -> None:
    text = "농민회와 상인회는 집회를 열었다. 이들은 사과를 요구했다."
    assert "이들" not in [said for said, _ in meant(text, "ko")]
