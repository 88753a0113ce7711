"""People with their posts, and whether they hold them still."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.structure import posts_ja, posts_other

_PIECES = ["田中一郎", "社長", "前", "元", "の", "氏", "、", "・", "両"]
_PIECES += ["外相", "（", "）", "。", "ラブロフ", "は", "／", "港湾局長", "同", "\n"]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("田中一郎社長は述べた。", [("田中一郎", "社長", False)]),
        ("外相の王毅氏が会った。", [("王毅", "外相", False)]),
        ("王毅外相が会った。", [("王毅", "外相", False)]),
        ("前社長の佐藤花子氏が話した。", [("佐藤花子", "社長", True)]),
        ("元理事長、佐藤花子氏によれば", [("佐藤花子", "理事長", True)]),
        ("佐藤花子・前外務次官が来た。", [("佐藤花子", "外務次官", True)]),
        ("イワノフ・ブルガリア大統領と話した。", [("イワノフ", "ブルガリア大統領", False)]),
        ("アンナ・ベルク総裁は答えた。", [("アンナ・ベルク", "総裁", False)]),
        ("会長の佐藤花子（東京大学教授）は", [("佐藤花子", "会長", False), ("佐藤花子", "東京大学教授", False)]),
        ("佐藤花子・理事／編集委員", [("佐藤花子", "理事", False), ("佐藤花子", "編集委員", False)]),
        ("王毅、ラブロフ両外相は", [("王毅", "外相", False), ("ラブロフ", "外相", False)]),
        ("担当官であるイワン・ペトロフ氏は", [("イワン・ペトロフ", "担当官", False)]),
        ("佐藤花子首相（当時）が", [("佐藤花子", "首相", True)]),
        ("前任の田中一郎社長が話した。", [("田中一郎", "社長", True)]),
        ("当時の田中一郎市長は受け取らなかった。", [("田中一郎", "市長", True)]),
        ("○議長（田中一郎君）　始めます。", [("田中一郎", "議長", False)]),
        ("○2番（佐藤花子君）　伺います。", [("佐藤花子", "", False)]),
    ],
)
def test_a_post_beside_a_name_is_read_with_whether_it_is_a_former_one(
    text: str, people: list[tuple[str, str, bool]]
) -> None:
    assert [(one.name, one.post, one.former) for one in posts_ja.people(text)] == people


def test_the_body_that_a_post_is_of_is_read_where_it_is_printed() -> None:
    (one,) = posts_ja.people("青森市の田中一郎副市長は話した。")
    assert (one.of, one.post) == ("青森市", "副市長")
    for said in ("今回", "前任", "後任"):
        (now,) = posts_ja.people(f"{said}の田中一郎社長の発言")
        assert now.of == ""


def test_a_roster_names_people_whose_names_have_a_dot() -> None:
    roster = posts_ja.people("顧問\tアンナ・ベルク\t前国際港湾機構理事")
    assert [(one.name, one.post, one.former) for one in roster] == [
        ("アンナ・ベルク", "顧問", False),
        ("アンナ・ベルク", "国際港湾機構理事", True),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "前橋市長が話した。",
        "長崎市長は",
        "同社長は",
        "両氏は",
        "各党代表団",
        "データセンター長",
        "最高裁判所長官",
        "ドイツ、フランスの各党代表",
    ],
)
def test_a_post_without_a_name_names_nobody(text: str) -> None:
    assert posts_ja.people(text) == ()


@pytest.mark.parametrize(
    ("lang", "text", "people"),
    [
        ("en", "Foreign Minister Wang Yi spoke.", [("Wang Yi", "Foreign Minister", False)]),
        ("en", "Wang Yi, the former foreign minister, spoke.", [("Wang Yi", "foreign minister", True)]),
        (
            "en",
            "The former chair of the Port Board, Dr Ann Berg, left.",
            [("Ann Berg", "chair of the Port Board", True)],
        ),
        ("ko", "항만국 김민수 과장은 말했다.", [("김민수", "과장", False)]),
        (
            "ko",
            "출석: 해림의료원장 서은주, 공공건설본부장 오태식, 보건소장 유경아\n",
            [("서은주", "해림의료원장", False), ("오태식", "공공건설본부장", False), ("유경아", "보건소장", False)],
        ),
        ("ko", "도매시장 가격은, 소매와 다르다.", []),
        (
            "en",
            "Present: Ruth Alderton (chair), Marcus Teale (chief executive, non-voting)",
            [("Ruth Alderton", "chair", False), ("Marcus Teale", "chief executive", False)],
        ),
        ("en", "Then water minister Helen Marsh said so.", [("Helen Marsh", "water minister", True)]),
        ("ko", "전 부산시 부시장인 김민수 교수는", [("김민수", "부산시 부시장", True), ("김민수", "교수", False)]),
        ("zh", "外交部长王毅说，会谈顺利。", [("王毅", "外交部长", False)]),
        ("zh", "港务局局长邵国梁出席仪式。", [("邵国梁", "港务局局长", False)]),
        ("zh", "前副市长温淑仪当年主持立项。", [("温淑仪", "副市长", True)]),
        (
            "zh",
            "该行新任董事长兼党委书记陆一帆希望转向。",
            [("陆一帆", "董事长", False), ("陆一帆", "党委书记", False)],
        ),
        ("zh", "其财政部长奥尔蒂斯却反对。", [("奥尔蒂斯", "财政部长", False)]),
        ("zh", "省发展和改革委员会副主任乔立新表示", [("乔立新", "省发展和改革委员会副主任", False)]),
        ("zh", "局长办公室已经关门，董事长会议推迟，部长明确表示反对。", []),
        ("ko", "노조의 전임 위원장인 배기훈 씨는", [("배기훈", "위원장", True)]),
        ("en", "The Board's former engineer, Ruth Berg, left.", [("Ruth Berg", "engineer", True)]),
        (
            "en",
            "In May the Board's director, Lena Marsh, spoke. Marsh, who left the Board in June, was glad.",
            [("Lena Marsh", "director", True)],
        ),
    ],
)
def test_posts_of_other_languages(lang: str, text: str, people: list[tuple[str, str, bool]]) -> None:
    assert [(one.name, one.post, one.former) for one in posts_other.people(text, lang)] == people


@given(st.lists(st.sampled_from(_PIECES), max_size=14).map("".join))
def test_names_and_posts_are_slices_of_the_text_in_order(text: str) -> None:
    people = posts_ja.people(text)
    assert all(text[one.start : one.end] == one.name != "" for one in people)
    assert all(text[one.post_start : one.post_end] == one.post for one in people)
    assert [one.start for one in people] == sorted(one.start for one in people)


def test_a_roster_gives_each_name_the_posts_of_its_line() -> None:
    text = "区分 | 氏　名 | 所属\n会長 | 田中　一郎 | 青森市副市長 | \n委員 | 佐藤　花子 | 港湾組合 前組合長\n"
    assert [(one.name, one.post, one.of, one.former) for one in posts_ja.people(text)] == [
        ("田中　一郎", "会長", "", False),
        ("田中　一郎", "青森市副市長", "", False),
        ("佐藤　花子", "委員", "", False),
        ("佐藤　花子", "組合長", "港湾組合", True),
    ]


def test_a_former_post_of_a_district_is_nobodys_name() -> None:
    assert "元北嶺県" not in [one.name for one in posts_ja.people("根岸 圭子 | 元北嶺県副知事")]


@pytest.mark.parametrize(
    ("lang", "text", "of"),
    [
        ("ko", "가람조선의 구본석 사장은 말했다.", "가람조선"),
        ("ko", "국무회의 구본석 위원장은 말했다.", "국무회의"),
        ("ko", "담당한 구본석 과장은 말했다.", ""),
        ("ko", "북한 김정은 위원장은 말했다.", "북한"),
        ("en", "The Harbour Authority's chairman, Peter Wain, spoke.", "Harbour Authority"),
    ],
)
def test_the_body_a_post_is_of_stands_without_its_particle(lang: str, text: str, of: str) -> None:
    (one,) = posts_other.people(text, lang)
    assert one.of == of


@pytest.mark.parametrize(
    ("text", "name"), [("堀副会長は反対した。", "堀"), ("辻課長が説明した。", "辻"), ("最高責任者は", "")]
)
def test_a_surname_of_one_sign_that_is_nothing_else_stands_before_a_post(text: str, name: str) -> None:
    assert [one.name for one in posts_ja.people(text)] == ([name] if name else [])
