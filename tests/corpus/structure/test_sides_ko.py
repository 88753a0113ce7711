"""양측 means the two whom an agreement binds or whom a sentence opposes; 군 and 시 the one town of the text."""

from __future__ import annotations

import pytest

from tests.corpus.structure.meant import meant


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "가람군청이 터를 내놓았다. 가람군은 풍력발전 업체 한울윈드와 업무협약을 맺었다. 양측은 센터를 세운다.",
            ("양측", ["가람군", "한울윈드"]),
        ),
        ("노조는 임금 인상을, 회사는 동결을 주장했다. 양측은 석 달째 맞선다.", ("양측", ["노조", "회사"])),
        ("시는 풍력발전 업체 한울윈드와 협약을 맺었다. 이 회사는 배를 샀다.", ("이 회사", ["한울윈드"])),
        ("물꼬를 튼 것은 상생협의회다. 이 협의회는 8월에 열렸다.", ("이 협의회", ["상생협의회"])),
        ("가람군이 가람군청 옆에 센터를 세운다. 군은 땅을 샀다.", ("군", ["가람군"])),
    ],
)
def test_who_is_bound_or_opposed_or_the_one_town_is_meant(text: str, found: tuple[str, list[str]]) -> None:
    assert found in meant(text, "ko")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("전자는 2022년 어획량을, 후자는 2020년 어획량을 든다. 두 기관은 맞선다.", "두 기관"),
        ("가람군청과 누리군청이 다툰다. 군은 땅을 샀다.", "군"),  # two
        ("당시 가람군 부군수가 왔다. 시는 말이 없다.", "시"),
    ],
)
def test_what_tells_nothing_by_itself_is_not_meant(text: str, word: str) -> None:
    assert word not in [said for said, _ in meant(text, "ko")]
