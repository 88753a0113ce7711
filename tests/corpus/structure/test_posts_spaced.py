"""A gap between surname and given name, a post right behind: what is a person, and what only stands in columns."""

import pytest

from corpus.structure.posts_ja import people


def _posts(text: str) -> list[tuple[str, str, str, bool]]:
    return [(one.name, one.post, one.of, one.former) for one in people(text) if one.post]


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("菱川県の森下 洋平知事が来た。", [("森下 洋平", "知事", "菱川県", False)]),
        ("同社の有馬 信孝社長（当時）が話した。", [("有馬 信孝", "社長", "同社", True)]),
        ("港運協会の野々垣 茂前会長は話す。", [("野々垣 茂", "会長", "港運協会", True)]),
        ("二代目の室長となった江波 直人氏が話した。", [("江波 直人", "室長", "", False)]),
        ("真壁 律子館長は話した。", [("真壁 律子", "館長", "", False)]),
        ("元水道局長、鳥海 健吾氏が招かれた。", [("鳥海 健吾", "水道局長", "", True)]),
        ("（橘 冬馬・南洋大学教授）", [("橘 冬馬", "南洋大学教授", "", False)]),
        ("編集委員・島田 涼介\n", [("島田 涼介", "編集委員", "", False)]),
        (
            "座長に元局次長の板垣 澄子氏を委嘱した。",
            [("板垣 澄子", "座長", "", False), ("板垣 澄子", "局次長", "", True)],
        ),
        ("町の首相を訪れたのは、ペトル・ハネク首相以来である。", [("ペトル・ハネク", "首相", "", False)]),
        ("鷺沢汽船株式会社前運航管理者　　鞆田　剛", [("鞆田　剛", "運航管理者", "鷺沢汽船株式会社", True)]),
        ("　委　員　　　　塩見　大輔\n", [("塩見　大輔", "委　員", "", False)]),
    ],
)
def test_a_name_with_a_gap_is_named_with_its_post(text: str, posts: list[tuple[str, str, str, bool]]) -> None:
    assert _posts(text) == posts


@pytest.mark.parametrize(
    "text",
    [
        "東京 渋谷区長が来た。",  # two places
        "委員会 代表が来た。",
        "総務部 企画課長",  # a department of another
        "会議 議長",
        "出席　矢代委員長、佐久間委員",
        "5日　金正恩総書記が着いた。",  # the name stands behind the gap
    ],
)
def test_a_gap_between_other_words_names_nobody(text: str) -> None:
    assert all(not set(" \u3000") & set(name) for name, *_ in _posts(text))


def test_a_name_before_the_body_of_its_post_is_none_of_it() -> None:
    assert "望月玲奈 瑞穂" not in [name for name, *_ in _posts("代表　望月玲奈 瑞穂工科大学教授\n")]


def test_who_speaks_is_no_part_of_the_name_that_the_words_begin_with() -> None:
    assert not [one.name for one in people("○来栖委員　榎本さんには教わりました。\n") if "\u3000" in one.name]
