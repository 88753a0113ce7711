"""Posts that stand apart from a name, and names that only their place shows to be people."""

from __future__ import annotations

import pytest

from corpus.structure import posts_ja, posts_other


def told(text: str, lang: str = "ja") -> list[tuple[str, str, str, bool]]:
    found = posts_ja.people(text) if lang == "ja" else posts_other.people(text, lang)
    return [(one.name, one.of, one.post, one.former) for one in found if one.post]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("ダワースレン前首相は発言を批判した。", ("ダワースレン", "", "首相", True)),
        ("ノルブ前南ハンガイ県知事は要望書を受け取った。", ("ノルブ", "南ハンガイ県", "知事", True)),
        ("分署長の巡査部長、的野喜一はこれを断った。", ("的野喜一", "", "巡査部長", False)),
        ("分署長の巡査部長、的野喜一はこれを断った。", ("的野喜一", "", "分署長", False)),
        ("池端知事が梶浦農林水産副大臣に会った。", ("梶浦", "", "農林水産副大臣", False)),
        ("門脇千佳副市長を座長とする検討会が開かれた。", ("門脇千佳", "", "座長", False)),
        ("元総務省課長補佐で県立大の矢内原聡教授が語る。", ("矢内原聡", "総務省", "課長補佐", True)),
        ("前会長の故・生田目先生は話した。", ("生田目", "", "会長", True)),
        ("市水道部長を兼ねる野尻剛副市長は話した。", ("野尻剛", "", "市水道部長", False)),
        ("近いとされるエレナ・コスト氏が財務相に就いた。", ("エレナ・コスト", "", "財務相", False)),
        ("これは営業部長だった早乙女さんが提案した。", ("早乙女", "", "営業部長", True)),
        ("前組合長の山鹿は山鹿源次郎氏の子だ。", ("山鹿", "", "組合長", True)),
        ("検討会（座長：元白鷺大学学長 梶谷文彦氏）を設けた。", ("梶谷文彦", "", "座長", False)),
        ("検討会（座長：元白鷺大学学長 梶谷文彦氏）を設けた。", ("梶谷文彦", "白鷺大学", "学長", True)),
    ],
)
def test_a_japanese_post_apart_from_the_name(text: str, person: tuple[str, str, str, bool]) -> None:
    assert person in told(text)


@pytest.mark.parametrize("text", ["フランス前首相は話した。", "浜田図書館長は話した。", "会長、副会長は出席した。"])
def test_a_place_or_a_post_alone_is_no_person(text: str) -> None:
    assert told(text) == []


def test_who_speaks_by_a_label_is_a_person_wherever_named_so() -> None:
    text = "出席：三枝教育部長、小暮図書館長\n\n"
    text += "（小暮図書館長）\n開きます。\n（三枝教育部長）\nはい。\n（小暮図書館長）\n以上。\n"
    assert [one[:3] for one in told(text)] == [
        ("三枝", "", "教育部長"),
        ("小暮", "", "図書館長"),
        ("小暮", "", "図書館長"),
        ("三枝", "", "教育部長"),
        ("小暮", "", "図書館長"),
    ]


@pytest.mark.parametrize(
    ("lang", "text", "person"),
    [
        ("ko", "갈현우 대림여객터미널(주) 전 대표는 말했다.", ("갈현우", "대림여객터미널(주)", "대표", True)),
        ("ko", "사람은 당시 도시재생과장이던 마동혁 씨다.", ("마동혁", "", "도시재생과장", True)),
        ("ko", "당시 군수였던 남궁석은 거절했다.", ("남궁석", "", "군수", True)),
        ("ko", "이듬해 선거에서 도해명 현 군수가 당선됐다.", ("도해명", "", "군수", False)),
        ("zh", "（作者叶观澜系澄江研究中心副研究员。）", ("叶观澜", "", "澄江研究中心副研究员", False)),
        ("zh", "傅永安随后升任副市长，去年3月因健康原因辞职。", ("傅永安", "", "副市长", True)),
        ("zh", "柳湾村原支书邓满仓回忆说，没有结果。", ("邓满仓", "柳湾村", "支书", True)),
    ],
)
def test_a_korean_or_chinese_post_apart_from_the_name(lang: str, text: str, person: tuple[str, str, str, bool]) -> None:
    assert told(text, lang) == [person]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("The dock's former head of works, Ann Lee, left.", [("Ann Lee", "head of works", "", True)]),
        ("As the county's chief executive, Bo Dunn, told us, it pays.", [("Bo Dunn", "chief executive", "", False)]),
        ("Her successor as chair, Bo Dunn, asked for more.", [("Bo Dunn", "chair", "", False)]),
        ("Ann Lee is a senior fellow at the Quay Institute.", [("Ann Lee", "senior fellow", "Quay Institute", False)]),
        (
            "Ann Lee, a former deputy secretary at the Department of Docks, is its head of research.",
            [("Ann Lee", "deputy secretary", "Department of Docks", True), ("Ann Lee", "head of research", "", False)],
        ),
        (
            "It came from Ann Lee, then head of the port trust and a former deputy mayor.",
            [("Ann Lee", "head of the port trust", "", True), ("Ann Lee", "deputy mayor", "", True)],
        ),
        ("Councillor Ann Lee, who chaired it, agreed.", [("Ann Lee", "Councillor", "", False)]),
        ("The harbour's tugs, North Star, left at noon.", []),
        ("Night Quay is a place of some size.", []),
    ],
)
def test_english_posts_further_from_a_name(text: str, people: list[tuple[str, str, str, bool]]) -> None:
    assert [(one.name, one.post, one.of, one.former) for one in posts_other.people(text, "en")] == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("이 공사의 구본하 사장은 말했다.", [("구본하", "사장", "", False)]),
        ("초대 센터장을 지낸 우해솔 변호사는 말했다.", [("우해솔", "변호사", "", False)]),
        ("금채린 당시 도시재생과장은 회고한다.", [("금채린", "도시재생과장", "", True)]),
    ],
)
def test_korean_names_behind_a_noun_or_a_verb(text: str, people: list[tuple[str, str, str, bool]]) -> None:
    assert [(one.name, one.post, one.of, one.former) for one in posts_other.people(text, "ko")] == people


def test_chinese_posts_within_a_clause_where_the_name_is_printed_again() -> None:
    text = "省局派场长林宪周到任。原船队队长闻大有被推举为社长。后请方静如出任公营船厂的副厂长。"
    text += "林宪周、闻大有与方静如相识。"
    assert [(one.name, one.post, one.of, one.former) for one in posts_other.people(text, "zh")] == [
        ("林宪周", "场长", "", False),
        ("闻大有", "船队队长", "", True),
        ("闻大有", "社长", "", False),
        ("方静如", "副厂长", "公营船厂", False),
    ]
    assert posts_other.people("省局派场长林宪周到任，渔民出任职务。", "zh") == ()
