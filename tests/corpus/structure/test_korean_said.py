"""이를, 이 결정, 이 제안, 그 피해 and 이들 mean what the nearest sentence of their kind tells, where it tells one."""

from __future__ import annotations

import pytest

from tests.corpus.structure.meant import meant


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("상인들은 곧 재심을 청구했다. 그러나 법원은 이를 기각했다.", ("이", ["재심"])),
        (
            "군은 학교를 하나로 합치기로 했다. 학생이 줄었다는 점을 들었다. 주민은 이 결정이 성급하다고 했다.",
            ("이 결정", ["학교를 하나로 합치기로"]),
        ),
        (
            "시장은 버스를 밤에만 줄이는 방안을 내놓았다. 노조는 이 제안을 검토한다.",
            ("이 제안", ["버스를 밤에만 줄이는 방안"]),
        ),
        ("이장은 “둑이 터지면 그 피해는 크다”고 말했다.", ("그 피해", ["둑이 터지면"])),
        (
            "하류 농민들로 꾸려진 ‘강살리기모임’은 집회를 열었다. 이들은 사과를 요구했다.",
            ("이들", ["하류 농민들로 꾸려진 ‘강살리기모임’"]),
        ),
        ("도는 지난주 현장을 점검했지만, 그 결과는 나오지 않았다.", ("그 결과", ["지난주 현장을 점검"])),
    ],
)
def test_what_is_taken_up_is_told(text: str, found: tuple[str, list[str]]) -> None:
    assert found in meant(text, "ko")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("상인들은 재심을 청구했고 이웃은 보상을 요구했다. 그러나 법원은 이를 기각했다.", "이"),
        ("농민회와 상인회는 집회를 열었다. 이들은 사과를 요구했다.", "이들"),
    ],
)
def test_of_two_none_is_told(text: str, word: str) -> None:
    assert word not in [said for said, _ in meant(text, "ko")]
