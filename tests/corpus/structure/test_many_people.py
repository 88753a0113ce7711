"""이들, 그들 and 他们 at the head of a sentence mean the people whom the sentence before is about."""

from __future__ import annotations

import pytest

from tests.corpus.structure.meant import meant


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("ko", "주민들은 소각장을 반대한다. 이들은 군청 앞에 모였다.", ("이들", ["주민들"])),
        ("zh", "渔民们去年成立了合作社。他们每月开一次会。", ("他们", ["渔民们"])),
        ("zh", "三名研究员在岛上住了两年。他们发现了四种新植物。", ("他们", ["三名研究员"])),
    ],
)
def test_the_people_of_the_sentence_before_are_meant(lang: str, text: str, found: tuple[str, list[str]]) -> None:
    assert found in meant(text, lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ko", "주민들은 반대하고 상인들은 찬성한다. 이들은 군청 앞에 모였다."),  # either
        ("ko", "주민들은 반대한다.\n\n이들은 군청 앞에 모였다."),  # another paragraph
        ("zh", "渔民们反对，居民们赞成。他们每月开一次会。"),
    ],
)
def test_where_others_are_as_near_nobody_is_told(lang: str, text: str) -> None:
    assert not [said for said, _ in meant(text, lang) if said in ("이들", "他们")]
