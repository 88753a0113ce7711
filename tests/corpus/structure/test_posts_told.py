"""Posts that a sentence tells of somebody, posts before Korean names, and who has left a post."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.structure import posts_ja, posts_other, posts_told
from corpus.structure.names_ja import is_spaced_name
from corpus.structure.posts import Person

_PIECES = [
    "田中一郎",
    "副会長",
    "は、",
    "が務める",
    "を",
    "に任じた",
    "元",
    "社長で",
    "佐藤 花子",
    "氏",
    "退職した",
    "。",
]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("副会長は、引き続き佐藤 花子が務めます。", [("佐藤 花子", "副会長", False)]),
        ("座長は、佐藤花子氏にお願いした。", [("佐藤花子", "座長", False)]),
        ("社は佐藤 花子を同部の部長に任じた。", [("佐藤 花子", "部長", False)]),
        (
            "元社長で前会長の佐藤 花子を招いた。",
            [("佐藤 花子", "社長", True), ("佐藤 花子", "会長", True)],
        ),
        ("元町長で旅館も営む佐藤花子は話した。", [("佐藤花子", "町長", True)]),
        ("当時の館長で医師の佐藤花子が定めた。", [("佐藤花子", "館長", True), ("佐藤花子", "医師", False)]),
        ("前市長の佐藤花子市議は話した。", [("佐藤花子", "市長", True), ("佐藤花子", "市議", False)]),
        ("元村長の故・佐藤花子が作らせた。", [("佐藤花子", "村長", True)]),
        ("佐藤花子係長は、昨年度末で退職した。", [("佐藤花子", "係長", True)]),
        ("副館長の佐藤さくらが読む。", [("佐藤さくら", "副館長", False)]),
        ("前主任運転手の佐藤花子が走る。", [("佐藤花子", "主任運転手", True)]),
        (
            "教育長　高瀬川　進　　　　部長　佐藤　花子",
            [("高瀬川　進", "教育長", False), ("佐藤　花子", "部長", False)],
        ),
        ("会長は料金が下がると答えた。", []),
    ],
)
def test_a_post_that_a_sentence_gives_somebody_is_that_persons(text: str, people: list[tuple[str, str, bool]]) -> None:
    found = {(one.name, one.post, one.former) for one in posts_ja.people(text) if one.post}
    assert found == set(people)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("전 조합장 구본석은 말했다.", [("구본석", "조합장", "", True)]),
        ("전 수협 전무 구본석은 말했다.", [("구본석", "전무", "수협", True)]),
        ("은하군 부군수 구본석은 말했다.", [("구본석", "부군수", "은하군", False)]),
        ("위원장 공모제는 없어졌다.", []),
        ("의장 성명은 나오지 않았다.", []),
    ],
)
def test_a_korean_post_may_stand_before_its_holder(text: str, people: list[tuple[str, str, str, bool]]) -> None:
    assert [(one.name, one.post, one.of, one.former) for one in posts_other.people(text, "ko")] == people


def test_a_post_is_held_only_where_a_verb_says_so() -> None:
    she = Person(0, 2, "그녀")
    told = posts_other.held("그녀는 당시 위원장이기도 했다.", she, 2)
    assert told is not None
    assert (told.post, told.former) == ("위원장", True)
    assert posts_other.held("그녀는 위원장 선거에 나갔다.", she, 2) is None
    now = Person(0, 4, "田中一郎")
    then = posts_told.held("田中一郎は、このときの組合の理事長である。", now, 4)
    assert then is not None
    assert (then.post, then.of, then.former) == ("理事長", "組合", True)


def test_a_chinese_name_has_its_post_in_brackets_and_the_first_holder_is_a_former_one() -> None:
    (one,) = posts_other.people("边若溪（沧澜大学副教授）", "zh")
    assert (one.name, one.post) == ("边若溪", "沧澜大学副教授")
    (first,) = posts_other.people("首任站长王怀安病重。", "zh")
    assert (first.name, first.post, first.former) == ("王怀安", "站长", True)


def test_two_words_with_a_gap_are_a_name_where_the_second_is_a_given_one() -> None:
    assert is_spaced_name("高瀬川　進")
    assert not is_spaced_name("部長　進")
    assert not is_spaced_name("高瀬川　報告")


@given(st.lists(st.sampled_from(_PIECES), max_size=12).map("".join))
def test_what_a_sentence_tells_is_a_slice_of_it(text: str) -> None:
    for one in posts_told.told_posts(text):
        assert text[one.start : one.end] == one.name != ""
        assert text[one.post_start : one.post_end] == one.post != ""
