"""Korean words for which of the holders somebody is are no name and no body; a state is named whole."""

from __future__ import annotations

import pytest

from corpus.structure import posts_other


def posts(text: str) -> list[tuple[str, str, str, bool]]:
    return [(one.name, one.post, one.of, one.former) for one in posts_other.people(text, "ko")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("현직인 노은재 군수는 회견을 열었다.", [("노은재", "군수", "", False)]),
        ("신임 노은재 군수는 회견을 열었다.", [("노은재", "군수", "", False)]),
        ("전직 노은재 군수는 회견을 열었다.", [("노은재", "군수", "", False)]),
        ("칼디아 왕국의 헤센 총리가 왔다.", [("헤센", "총리", "칼디아 왕국", False)]),
        ("벨른 연방의 오스카 대통령은 떠났다.", [("오스카", "대통령", "벨른 연방", False)]),
    ],
)
def test_which_holder_somebody_is_is_no_part_of_name_or_body(
    text: str, found: list[tuple[str, str, str, bool]]
) -> None:
    assert posts(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("은하군 노은재 군수는 회견을 열었다.", [("노은재", "군수", "은하군", False)]),
        ("라오스의 시술릿 주석이 왔다.", [("시술릿", "주석", "라오스", False)]),
        ("전 군수인 노은재 씨가 나섰다.", [("노은재", "군수", "", True)]),
        ("공모제 위원은 나섰다.", []),
    ],
)
def test_a_body_before_a_name_and_a_former_post_are_read_as_before(
    text: str, found: list[tuple[str, str, str, bool]]
) -> None:
    assert posts(text) == found
