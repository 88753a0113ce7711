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
