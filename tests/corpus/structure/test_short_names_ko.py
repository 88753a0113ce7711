"""The short form of a Korean name means the only fuller name before that ends in it."""

from __future__ import annotations

import pytest

from tests.corpus.structure.meant import meant


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "주민들은 ‘들샘지킴이대책위’를 꾸렸다. 비가 왔다. 군은 말이 없다. 대책위를 이끄는 사람은 따로 있다.",
            ("대책위", ["들샘지킴이대책위"]),
        ),
        ("누리문화재단이 문을 열었다. 해가 졌다. 군은 재단에 돈을 냈다.", ("재단", ["누리문화재단"])),
        ("들샘용수위원회가 결정을 내렸다. 그러나 동 위원회는 말이 없다.", ("동 위원회", ["들샘용수위원회"])),
    ],
)
def test_a_short_form_means_the_fuller_name(text: str, found: tuple[str, list[str]]) -> None:
    assert found in meant(text, "ko")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("누리문화재단과 가람장학재단이 문을 열었다. 해가 졌다. 군은 재단에 돈을 냈다.", "재단"),
        ("들샘용수위원회와 가람군위원회가 만났다. 그러나 동 위원회는 말이 없다.", "동 위원회"),
        ("해가 졌다. 군은 재단에 돈을 냈다.", "재단"),
    ],
)
def test_a_short_form_of_two_names_or_of_none_stays_open(text: str, word: str) -> None:
    assert word not in [said for said, _ in meant(text, "ko")]
