"""A surname, alone or with a title, means the one person of that name whom the text names whole before."""

from __future__ import annotations

import pytest

from tests.corpus.structure.meant import meant


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        ("The director, Lena Marsh, left. Marsh went home.", "en", ("Marsh", ["The director, Lena Marsh"])),
        ("Its director, Lena Marsh, left. Marsh went home.", "en", ("Marsh", ["Lena Marsh"])),
        ("Foreign Minister Lena Marsh left. Marsh went home.", "en", ("Marsh", ["Foreign Minister Lena Marsh"])),
        ("The board blamed its engineer, Ruth Pinder. Pinder left.", "en", ("Pinder", ["Ruth Pinder"])),
        ('"It is late," says Ada Marsh, who runs the mill. Marsh went home.', "en", ("Marsh", ["Ada Marsh"])),
        ("Dr Lena Marsh came to the hall. Dr Marsh went home.", "en", ("Marsh", ["Lena Marsh"])),
        ("古道公司总经理周楷表示同意。周氏去年到任。", "zh", ("周氏", ["古道公司总经理周楷"])),
        ("行长赫尔曼·科斯塔说话。科斯塔走了。", "zh", ("科斯塔", ["行长赫尔曼·科斯塔"])),
        ("가람조선의 구본석 사장은 말했다. 구 사장은 웃었다.", "ko", ("구 사장", ["구본석 사장"])),
        ("송하윤 전 해양부 차관은 말했다. 송 전 차관은 웃었다.", "ko", ("송 전 차관", ["송하윤 전 해양부 차관"])),
        ("모임을 이끄는 도만식 위원장은 말했다. 도 위원장은 웃었다.", "ko", ("도 위원장", ["도만식 위원장"])),
        ("임병호 씨는 말했다. 임 씨는 웃었다.", "ko", ("임 씨", ["임병호 씨"])),
    ],
)
def test_a_surname_means_the_person_named_whole(text: str, lang: str, found: tuple[str, list[str]]) -> None:
    assert found in meant(text, lang)


@pytest.mark.parametrize(
    ("text", "lang", "word"),
    [
        ("윤도식 의원과 윤상아 의원은 말했다. 윤 의원은 웃었다.", "ko", "윤 의원"),
        ("윤도식 의원은 말했다. 윤 시장은 웃었다.", "ko", "윤 시장"),
        ("行长陈可欣表示同意。主任陈明远表示反对。陈说，这很难。", "zh", "陈"),
    ],
)
def test_a_surname_that_two_people_have_means_neither(text: str, lang: str, word: str) -> None:
    assert word not in [said for said, _ in meant(text, lang)]
