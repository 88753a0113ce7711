"""Korean words that point back mean the one name before that they ask for; where two may be meant, none."""

from __future__ import annotations

import pytest

from tests.corpus.structure.meant import meant


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("가람조선은 19일 계약을 맺었다. 이 회사가 배를 만든다.", ("이 회사", ["가람조선"])),
        ("한국보건연구원은 값이 올랐다고 했다. 해당 기관은 서울에 있다.", ("해당 기관", ["한국보건연구원"])),
        ("운영은 사회적기업 ‘물결지’가 맡았다. 해당 기업은 작다.", ("해당 기업", ["사회적기업 ‘물결지’"])),
        ("금속노조 가람지회는 성명을 냈다. 지회는 파업 중이다.", ("지회", ["가람지회"])),
        ("일본과 미국에도 사례가 있다. 양국은 다르다.", ("양국", ["일본", "미국"])),
        ("초록신협과 한결저축은행이 검토했다. 전자는 작다. 후자는 크다.", ("후자", ["한결저축은행"])),
        ("가람시와 나래군은 만났으며, 양측은 합의했다.", ("양측", ["가람시", "나래군"])),
        ("가람조선 보도자료\n\n당사는 배를 만든다.", ("당사", ["가람조선"])),
        ("정부는 1월 수출 심사 지침을 고쳤다. 이 지침은 곧 시행된다.", ("이 지침", ["수출 심사 지침"])),
        ("반면 해양안전연구원은 달리 본다. 같은 연구원은 보고서를 낸다.", ("같은 연구원", ["해양안전연구원"])),
        ("군은 ‘빈집 은행’을 열었다.1) 이 제도는 새롭다.", ("이 제도", ["빈집 은행"])),
        ("군은 ‘걷는 도서관’ 사업을 열었다. 이 사업은 새롭다.", ("이 사업", ["걷는 도서관"])),
        ("운영은 사단법인 ‘온터’가 맡았다. 이 단체는 작다.", ("이 단체", ["사단법인 ‘온터’"])),
        ("처음 제안한 사람은 당시 과장이던 김동혁 씨다. 그는 보고서를 냈다.", ("그는", ["김동혁 씨"])),
    ],
)
def test_a_korean_word_that_points_back_means_the_name_it_asks_for(text: str, found: tuple[str, list[str]]) -> None:
    assert found in meant(text, "ko")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("가람조선과 해오름중공업이 경쟁했다. 이 회사는 크다.", "이 회사"),
        ("우리은행과 달리 금빛은행은 서두른다. 이 은행은 크다.", "이 은행"),
        ("외국과 각국의 사례가 있다. 양국은 다르다.", "양국"),
        ("사람들이 시청 앞에서 집회를 열었다. 이 집회는 길었다.", "이 집회"),
        ("군은 ‘빈집 은행’과 ‘나눔 밭’을 열고 ‘새 길’을 냈다. 이 사업은 새롭다.", "이 사업"),
        ("군의회의 김동혁 의원과 박상우 의원은 맞섰다. 그는 반대했다.", "그는"),
        ("금속노조와 화학노조가 만났다. 노조는 반대했다.", "노조"),
    ],
)
def test_where_two_korean_names_or_none_may_be_meant_nothing_is_told(text: str, word: str) -> None:
    assert word not in [said for said, _ in meant(text, "ko")]


def test_a_subject_in_brackets_behind_a_name_is_a_subject() -> None:
    text = "김도윤 과장은 회의에 왔다. 이장 조은희 씨(63)는 반대했다."
    assert "" not in [said for said, _ in meant(text, "ko")]


def test_a_report_is_a_subject_and_no_word_of_place() -> None:
    text = "남기철 박사는 자료를 모았다. 보고서는 섬 40곳을 조사했다."
    assert "" not in [said for said, _ in meant(text, "ko")]
