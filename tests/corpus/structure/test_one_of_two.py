"""The former and the latter in English, Korean and Chinese, and words that mean a work, a person or what was said."""

from __future__ import annotations

import pytest

from tests.corpus.structure.meant import meant

QUAY = "North Boats, the larger firm, closed its yard. Four days later, South Boats announced that it would follow. "


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        (f"{QUAY}The former belonged to a bank; the latter was small.", "en", ("The former", ["North Boats"])),
        (f"{QUAY}The former belonged to a bank; the latter was small.", "en", ("the latter", ["South Boats"])),
        ("The third firm, West Boats, stayed, but it cut its fleet.", "en", ("it", ["West Boats"])),
        ("이유는 두 가지이다. 첫째는 비용이고, 둘째는 무거운 세금이다. 전자는 풀린다.", "ko", ("전자", ["비용"])),
        (
            "이유는 두 가지이다. 첫째는 비용이고, 둘째는 무거운 세금이다. 후자는 풀린다.",
            "ko",
            ("후자", ["무거운 세금"]),
        ),
        ("시는 운영을 주식회사 물결에 맡겼다. 이 회사는 작다.", "ko", ("이 회사", ["주식회사 물결"])),
        ("가람도시공사는 집을 샀다. 그 이튿날 공사는 점검표를 냈다.", "ko", ("공사", ["가람도시공사"])),
        (
            "일꾼이 다섯에서 둘로 줄었다. 이 때문에 일이 멈추었다.",
            "ko",
            ("이", ["일꾼이 다섯에서 둘로 줄었다."]),
        ),
        ("以往的研究或强调法令，或强调战争。前者看到了新法。", "zh", ("前者", ["法令"])),
        ("原因有二：一是海路断绝，二是人手不足。后者更难。", "zh", ("后者", ["人手不足"])),
        ("他所依据的是《全省盐务汇览》，而该书没有海岛的报告。", "zh", ("该书", ["全省盐务汇览"])),
        ("新盐法公布时，码头由同裕盐号承包。该号的东家很有钱。", "zh", ("该号", ["同裕盐号"])),
        ("继任者是科长林宪周。此人到任仅半年。林宪周后来离开。", "zh", ("此人", ["林宪周"])),
        ("省局下令解散商会。这道命令没有执行。", "zh", ("这道命令", ["省局下令解散商会。"])),
    ],
)
def test_it_is_told(text: str, lang: str, found: tuple[str, list[str]]) -> None:
    assert found in meant(text, lang)


@pytest.mark.parametrize(
    ("text", "lang", "words"),
    [
        ("North Boats closed, and West Boats left. South Boats followed. The former was big.", "en", "The former"),
        ("첫째는 비용이고, 둘째는 세금이고, 셋째는 사람이다. 전자는 풀린다.", "ko", "전자"),
        ("他读了《盐务汇览》和《海疆考》。该书没有报告。", "zh", "该书"),
        ("科长林宪周和局长方静如离开。此人后来回来。林宪周和方静如相识。", "zh", "此人"),
    ],
)
def test_of_three_or_of_two_that_are_alike_none_is_told(text: str, lang: str, words: str) -> None:
    assert words not in [said for said, _ in meant(text, lang)]
