"""Chinese words that point back mean the one name before that they ask for; where two may be meant, none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.corpus.structure.meant import meant

_PIECES = [
    "海桥集团",
    "该集团",
    "与",
    "联洋银行",
    "该行",
    "其",
    "李国明行长",
    "他",
    "双方",
    "两国",
    "北岭国",
    "日本",
    "。",
    "，",
]
_PIECES += ["于2021年", "宣布", "的", "\n\n", "“", "”", "这家公司", "这位行长"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("政府出售国营的南湾港务公司。该公司成立于1974年。", [("该公司", ["南湾港务公司"])]),
        ("她改为寻求区域开发银行的贷款，但该行拒绝了。区域开发银行很大。", [("该行", ["区域开发银行"])]),
        ("新任财政部长阿丽娅·德索萨上任不久便下令重审。她很强硬。", [("她", ["阿丽娅·德索萨"])]),
        ("此事由时任行长魏承礼主导。他次年退休。", [("他", ["魏承礼"])]),
        ("原首席风险官于蔓持不同看法。在她看来，问题不大。", [("她", ["于蔓"])]),
        ("北岭国于去年加入。该国的港口很小。", [("该国", ["北岭国"])]),
        ("大钟由一位商人赠给临川口市。该市刚刚设立。", [("该市", ["临川口市"])]),
        ("韩国政府没有表态。该国的协会有意见。", [("该国", ["韩国"])]),
        ("海桥集团宣布退出。该集团是最大的客户。其退出是一个打击。", [("该集团", ["海桥集团"]), ("其", ["海桥集团"])]),
        ("工程由古道开发有限公司（以下简称“古道公司”）承担。该公司签了合同。", [("该公司", ["古道开发有限公司"])]),
        ("买下它的是一家名叫“禾间”的年轻公司。该公司不大。", [("该公司", ["禾间"])]),
        ("日本最大的水产公司丸海水产已派出代表团。这家公司不小。", [("这家公司", ["水产公司丸海水产"])]),
        ("市文物局副局长沈若兰来到鼓楼。人们请这位副局长住下。", [("这位副局长", ["沈若兰"])]),
        ("日本和韩国的公司来了。两国签了协定。", [("两国", ["日本", "韩国"])]),
        ("海桥集团向区域开发银行借款。同年，双方签了协议。", [("双方", ["海桥集团", "区域开发银行"])]),
        (
            "投标者是海桥集团与联洋控股。前者总部设在国外，后者在本地。",
            [("前者", ["海桥集团"]), ("后者", ["联洋控股"])],
        ),
        (
            "馆里有两件器物：一件是青釉碗，另一件是白釉瓶。前者出土，后者捐赠。",
            [("前者", ["青釉碗"]), ("后者", ["白釉瓶"])],
        ),
        ("前外交部长卡布雷拉接任总理。她搁置了计划。卡布雷拉没有说话。", [("她", ["卡布雷拉"])]),
        ("村主任刀玉兰说：“鸟少了。”她建议限流。", [("她", ["刀玉兰"])]),
        ("黄河集团副总裁康志远说，将来再看。其父是医生。", [("其", ["康志远"])]),
        ("法院裁定程序违宪。拉莫斯对此表示遗憾。", [("对此", ["法院裁定程序违宪。"])]),
        ("海桥集团已宣布退出。这意味着只剩一家。", [("这", ["海桥集团已宣布退出。"])]),
    ],
)
def test_a_chinese_word_that_points_back_means_the_name_it_asks_for(
    text: str, found: list[tuple[str, list[str]]]
) -> None:
    assert [one for one in meant(text, "zh") if one in found] == found


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("远洋集团和联海集团都来了。该集团没有说话。", "该集团"),
        ("墙上有邹佩华的同学沈素兰的照片。她画过海报。邹佩华说过。", "她"),
        ("能源委员会主席顾秋萍表示，其审查很快。", "其"),
        ("三河大学很大。德国的一所大学愿意合作。该校在汉堡。", "该校"),
        ("公司很多。该公司不大。", "该公司"),
        ("法国和德国都来了。该国没有说话。", "该国"),
        ("海桥集团收购了联洋控股的船。其总部很大。", "其"),
        ("日本、韩国和法国来了。两国签了协定。", "两国"),
        ("景河县法院判决古道公司补偿岩温村村民。双方均未上诉。", "双方"),
        ("这是全国的问题。该国很大。", "该国"),
        ("应该行动起来。海桥银行说。", "该行"),
    ],
)
def test_where_two_chinese_names_or_none_may_be_meant_nothing_is_told(text: str, word: str) -> None:
    assert word not in [said for said, _ in meant(text, "zh")]


def test_a_place_of_the_title_is_what_a_section_that_names_no_other_means() -> None:
    text = "南屿国港口改革为何搁浅\n\n一、经过\n\n工会宣布罢工。该国最高法院作出裁定。"
    assert ("该国", ["南屿国"]) in meant(text, "zh")


@given(st.lists(st.sampled_from(_PIECES), max_size=40).map("".join))
def test_what_chinese_words_mean_stands_before_them(text: str) -> None:
    for said, to in meant(text, "zh"):
        assert all(text.find(one) < text.rfind(said) + len(said) for one in to)
