"""People in lists whose columns ran together: numbers, parts, names, posts and bodies in one line."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.document import Document

Make = Callable[..., Document]
BODY = "委員会は四月に始まった。会では港の運営が話し合われ、秋までに報告がまとめられると事務局は説明している。\n\n"
BODY_KO = "위원회는 사월에 시작되었다. 항구 운영을 논의하고 가을까지 보고서를 낼 것이라고 사무국은 설명했다.\n\n"
BODY_ZH = "委员会四月开始工作。会议讨论港口的经营，秘书处说秋天之前会写出报告。\n\n"
BODY_EN = "The panel began its work in April. It is to report on the port before autumn, its clerk says.\n\n"


def said(document: Document) -> set[tuple[str, str]]:
    """Return the people with what they are, body and post in one."""
    return {(one.name, f"{one.of}{one.post}") for one in document.told.people}


JA = [
    "{n} {name} {role} {body}{post}",
    "({n}) {role} {name} {body}{post}",
    "{role} {name}（{body}{post}）",
    "{role}：{name}（{body}{post}）",
    "{name}　{role}　{body}{post}",
    "{name}{role}{body}{post}",
]
MEMBERS = [
    ("木下正弘", "委員長", "岬県立大学", "教授"),
    ("長谷川恵", "副委員長", "岬商工会議所", "専務理事"),
    ("小川真一", "委員", "岬漁業協同組合", "組合長"),
]


@pytest.mark.parametrize("form", JA)
def test_part_and_post_stand_beside_a_name_in_any_order(form: str, made: Make) -> None:
    lines = [
        form.format(n=n, name=name, role=role, body=body, post=post)
        for n, (name, role, body, post) in enumerate(MEMBERS, 1)
    ]
    found = said(made("港の委員会\n\n" + BODY + "\n".join(lines) + "\n"))
    for name, role, body, post in MEMBERS:
        assert {(name, role), (name, body + post)} <= found
    assert {name for name, _ in found} == {name for name, *_ in MEMBERS}


@pytest.mark.parametrize("form", ["{name} {body}{post}", "{body}{post} {name}", "{body} {post} {name}"])
def test_a_post_alone_is_enough(form: str, made: Make) -> None:
    lines = [form.format(name=name, body=body, post=post) for name, _, body, post in MEMBERS]
    found = said(made("港の委員会\n\n" + BODY + "\n".join(lines) + "\n"))
    assert {(name, body + post) for name, _, body, post in MEMBERS} <= found


@pytest.mark.parametrize(
    ("lines", "people"),
    [
        (
            BODY_KO
            + "1 김민수 위원장 한결대학교 교수\n"
            + "2 이소란 부위원장 한결상공회의소 사무국장\n3 박정호 위원 한결수협 조합장",
            {("김민수", "위원장"), ("김민수", "한결대학교교수"), ("박정호", "한결수협조합장")},
        ),
        (
            BODY_ZH + "组长：王建国（澜江大学教授）\n成员：李晓梅（澜江研究院研究员）\n成员：赵志强（澜江集团经理）",
            {("王建国", "组长"), ("李晓梅", "澜江研究院研究员"), ("赵志强", "成员")},
        ),
        (
            BODY_EN + "Chair: Professor Anna Whitlow, Hale University\nMember: David Crane, Hale Harbour Trust\n"
            "Member: Susan Marsh, Hale Union",
            {("Anna Whitlow", "Chair"), ("David Crane", "Member"), ("Susan Marsh", "Member")},
        ),
        (
            BODY_EN + "1. Anna Whitlow, Director, Hale Institute\n2. David Crane, Chief Engineer, Hale Harbour Trust\n"
            "3. Susan Marsh, Secretary, Hale Union",
            {("Anna Whitlow", "Director"), ("David Crane", "Chief Engineer"), ("Susan Marsh", "Secretary")},
        ),
    ],
)
def test_other_languages_have_such_lists_too(lines: str, people: set[tuple[str, str]], made: Make) -> None:
    assert people <= said(made(f"{lines}\n"))


@pytest.mark.parametrize(
    "lines",
    [
        "北浜 組合 会長\n南浜 協会 理事\n東浜 市場 代表",
        "会長あいさつ 10時\n委員紹介 11時\n理事会報告 12時",
        "青森 りんご 組合長賞\n岩手 わかめ 会長賞\n宮城 かき 理事長賞",
        "1 会場設営 担当 岬市港湾部\n2 資料作成 担当 岬市企画部\n3 記録作成 担当 岬市総務部",
    ],
)
def test_words_beside_parts_are_no_people_without_a_list_of_names(lines: str, made: Make) -> None:
    assert made(f"港の委員会\n\n{BODY}{lines}\n").told.people == ()
