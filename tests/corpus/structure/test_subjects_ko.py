"""A Korean sentence whose subject has 도 lacks none; one that only has an object with 도 may lack its subject."""

from __future__ import annotations

import pytest

from tests.corpus.structure.meant import meant

_BEGINS = "은하시 노은재 시장은 시청에서 회견을 열었다. "


@pytest.mark.parametrize(
    "text",
    [
        "표승연 의원도 회견을 열었다.",
        "표승연 의원도 나섰다.",
        "어민들도 반대했다.",
        "가람어업조합도 참여했다.",
        "큰 바람도 부두를 때렸다.",
    ],
)
def test_who_did_it_too_is_no_one_named_before(text: str) -> None:
    assert "" not in [words for words, _ in meant(_BEGINS + text, "ko")]


def test_behind_somebody_who_did_it_too_the_next_sentence_is_left_open() -> None:
    found = meant(f"{_BEGINS}표승연 의원도 나섰다. 공약을 발표했다.", "ko")
    assert "" not in [words for words, _ in found]


@pytest.mark.parametrize(
    "text", ["공약을 발표했다.", "주민 설명회도 열었다.", "제도 개선을 요구했다.", "아직도 답을 미뤘다."]
)
def test_what_was_done_too_leaves_the_subject_missing(text: str) -> None:
    assert ("", ["은하시 노은재 시장"]) in meant(_BEGINS + text, "ko") or ("", ["노은재 시장"]) in meant(
        _BEGINS + text, "ko"
    )
