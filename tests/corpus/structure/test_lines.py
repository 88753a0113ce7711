"""Lines, headings and opening lines: which breaks are meant, what opens a section, what the first lines say."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from corpus.document import Document
from corpus.structure import posts_ja
from corpus.structure.antecedents import find_references
from corpus.structure.headings import could_be_heading, style
from corpus.structure.lines import has_sentence
from corpus.structure.outline import Head, sections
from corpus.structure.paragraphs import goes_on

Make = Callable[..., Document]

COLUMN = (
    "灯台の石は対岸の島から切り出されたもので、舟で運ばれて",
    "きたという。記録によれば、石工は四十人ほどが雇われ、二",
    "年のあいだ岬の小屋に寝泊まりした。工事を指揮した柴垣与",
    "四郎は、完成を見ずに病で倒れ、弟子が跡を継いでいる。塔",
    "の高さは二十三メートルあり、当時としては県内でもっとも",
    "高い建物であった。光は沖合三十キロの船からも見えたとい",
)


def prose(document: Document) -> list[str]:
    return [one.text for one in document.passages if one.kind == "prose"]


def outline(document: Document) -> list[tuple[str, ...]]:
    found = [one.section for one in document.passages if one.section]
    return [one for before, one in pairwise([(), *found]) if one != before]


@pytest.mark.parametrize("cut", [2, 3, 4, 6])
def test_a_narrow_column_is_wrapped_text_wherever_its_lines_end(made: Make, cut: int) -> None:
    text = "岬の灯台\n\n" + "\n".join(COLUMN) + "う。\n\n" + "\n".join(COLUMN[:cut]) + "\n"
    assert "".join(COLUMN[:cut]) in prose(made(text))


@pytest.mark.parametrize(
    "lines",
    [
        ("海は朝のうちだけ青く", "昼にはもう白い", "舟はみな沖へ出て", "浜には網が残る"),
        ("〒000-0000", "霞浦県鳴瀬市港町二丁目", "鳴瀬港務所　庶務係"),
    ],
)
def test_the_lines_of_a_poem_and_of_an_address_are_meant(made: Make, lines: tuple[str, ...]) -> None:
    text = "灯台の詩\n\n岬の灯台を詠んだ詩や手紙が、いまも町の図書館に三十点ほど残されている。\n\n"
    assert "\n".join(lines) in prose(made(text + "\n".join(lines) + "\n"))


def test_labelled_lines_stay_lines_and_a_quotation_stands_below_who_says_it(made: Make) -> None:
    text = (
        "港の催し\n\n鳴瀬港では五月の連休に、灯台の公開と船の試乗を組み合わせた催しを開くことになった。\n\n"
        "会場：鳴瀬港第二岸壁の特設テント\n集合：午前九時に港務所の前\n持ち物：帽子、飲み物、濡れてもよい靴\n\n"
        "港務所長　柴垣恒一\n「この港がもう一度、町の人の集まる場所になればと願っています。準備は順調です」\n\n"
        "商店会長　宮尾さと\n「店を閉めていた人も、この日は開けると言っています。にぎわいが戻るのが楽しみです」\n"
    )
    found = prose(made(text))
    assert "会場：鳴瀬港第二岸壁の特設テント\n集合：午前九時に港務所の前\n持ち物：帽子、飲み物、濡れてもよい靴" in found
    assert [one.split("\n")[0] for one in found if "「" in one] == ["港務所長　柴垣恒一", "商店会長　宮尾さと"]


def test_lines_that_count_on_before_wide_space_are_items_below_their_heading(made: Make) -> None:
    text = (
        "灯台の会\n\n灯台の会は年に二度、岬の小屋に集まって草を刈り、窓を磨き、記録を読み合わせている。\n\n"
        "申し合わせ\n1　鍵は当番が預かる。\n2　窓の掃除は晴れた日に限り、二人以上で行う。\n3　記録は持ち出さない。\n"
    )
    document = made(text)
    assert prose(document)[-3:] == [
        "1　鍵は当番が預かる。",
        "2　窓の掃除は晴れた日に限り、二人以上で行う。",
        "3　記録は持ち出さない。",
    ]
    assert outline(document)[-1] == ("申し合わせ",)


def test_figures_in_columns_are_no_items(made: Make) -> None:
    text = "港の数\n\n1　1,204　36\n2　1,310　41\n3　1,118　29\n"
    assert not any(one.text.startswith("2　") for one in made(text).passages if one.kind == "prose")


def test_a_numbered_line_right_above_an_indented_paragraph_heads_it(made: Make) -> None:
    below = "灯台の修理に使う石を対岸の島から運び、塔の三階までの壁を積み直した。作業は八か月かかった。"
    text = f"灯台の修理\n\n{below}\n\n１．石積み\n　{below}\n\n２．塗装\n　{below}\n"
    assert outline(made(text)) == [("１．石積み",), ("２．塗装",)]


def test_an_item_that_wraps_below_its_number_stays_an_item(made: Make) -> None:
    text = (
        "用意する物\n\n次の物を用意してください。\n\n1．灯台の鍵と、港務所が出した入場の許可証の写しを一枚\n　 ずつ。\n"
    )
    assert not any(section[-1].startswith("1．") for section in outline(made(text)))


@pytest.mark.parametrize(
    ("left", "right", "joined"),
    [
        ("塔の高さは、港の記録によれば二十三メートルあり、建てた費用は当時の金で", "18万円であったという。", True),
        (
            "港の記録によれば、塔は二十三メートルの高さがあり、完成したのは翌年の3",
            "月であったという。石工は帰った。",
            True,
        ),
        (
            "連絡先は鳴瀬港務所の庶務係、電話は平日の昼のみ0123-45-6789",
            "先頭へ戻りますか。はい いいえ",
            False,
        ),
    ],
)
def test_a_figure_at_a_page_end_belongs_to_the_text_around_it(left: str, right: str, joined: bool) -> None:
    assert goes_on(left, right, page_break=True) is joined


def test_a_word_cut_without_any_sign_is_whole_again() -> None:
    left = "最初の灯火が消えて以来、塔は長いあいだ岬の先で風に吹かれ、誰も手を入れない"
    assert not goes_on(left, "この町の記録には、灯台の話が多い。", page_break=False)
    assert goes_on(
        "最初の灯火が消えて以来、塔は岬の先で長く風に吹かれ、扉は錆びたま", "まだったという。", page_break=False
    )


def test_a_label_above_a_rule_belongs_to_its_table(made: Make) -> None:
    text = (
        "灯台の統計\n\n灯台を訪れた人の数は、道が広がった年から少しずつ増えている。表1に示す。\n\n"
        "表1\n---\n\n年ごとの入場者数（人）\n\n年\t大人\t子ども\n2021年\t1,204\t360\n2022年\t1,310\t415\n"
    )
    document = made(text)
    assert [table.label for table in document.tables] == ["表1"]
    assert not any("表1" in section for section in outline(document))


def heads(*lines: tuple[int, str]) -> list[tuple[str, ...]]:
    return sections([Head(text, level, style(text)) for level, text in lines])


def test_ordinals_number_sections_whatever_the_level_of_their_signs() -> None:
    found = heads((1, "第1　石"), (4, "第2　塔"), (2, "壁"), (2, "窓"), (5, "第3　灯"), (2, "付表　石工"), (6, "注"))
    assert found == [
        ("第1　石",),
        ("第2　塔",),
        ("第2　塔", "壁"),
        ("第2　塔", "窓"),
        ("第3　灯",),
        ("付表　石工",),
        ("注",),
    ]


def test_a_numbering_that_begins_between_two_numbers_stands_below_the_first() -> None:
    found = heads((0, "1 石"), (0, "2 塔"), (0, "一　壁の厚さ"), (0, "二　窓の数"), (0, "3 灯"))
    assert found == [("1 石",), ("2 塔",), ("2 塔", "一　壁の厚さ"), ("2 塔", "二　窓の数"), ("3 灯",)]
    found = heads((0, "一、石"), (0, "1 産地"), (0, "2 値段"), (0, "二、塔"), (0, "3 高さ"))
    assert [len(one) for one in found] == [1, 2, 2, 1, 2]


def test_a_heading_beside_the_one_above_the_numbers_is_in_none_of_them() -> None:
    found = heads((2, "石について"), (3, "1. 産地"), (4, "2. 値段"), (2, "塔について"), (3, "3. 高さ"))
    assert found[3:] == [("塔について",), ("塔について", "3. 高さ")]


@pytest.mark.parametrize(
    ("text", "name"), [("第3 号", ""), ("第12　灯台の管理", "ordinal"), ("二　塔の高さ", "kanji"), ("三　宅", "")]
)
def test_what_numbers_a_section_and_what_an_issue_or_a_name(text: str, name: str) -> None:
    found = style(text)
    assert (found.name if found else "") == name


@pytest.mark.parametrize("text", ["以上", "（以　上）", "完", "끝"])
def test_what_ends_a_text_heads_nothing(text: str) -> None:
    assert not could_be_heading(text)


def test_minutes_are_called_by_their_series_and_dated_by_the_day_they_were_held(made: Make) -> None:
    facts = "日時：令和6年5月9日（木）10時00分～11時30分\n場所：鳴瀬市役所第3会議室\n"
    facts += "出席者：\n（委員）柴垣座長、宮尾委員、入谷委員\n欠席者：三輪委員"
    text = f"第4回　岬灯台保存会議　議事録\n\n{facts}\n\n１　開会\n\n"
    text += "柴垣座長が開会を告げ、前回の議事録を確認したうえで、灯台の屋根の修理について話し合った。\n"
    document = made(text)
    assert (document.title, document.date) == ("第4回　岬灯台保存会議　議事録", "2024-05-09")
    assert (document.author, document.publisher, document.affiliation) == ("", "岬灯台保存会議", "")
    assert facts in prose(document)
    assert outline(document) == [("１　開会",)]


def test_a_bulletin_is_called_by_its_name_and_sent_by_the_office_below_it(made: Make) -> None:
    text = "灯台利用月報　第38号\n\n2024年6月3日公表\n\n鳴瀬県港湾局　灯台課\n\n## Ⅰ　概況\n\n"
    text += "五月に灯台を訪れた人は千二百人で、去年の同じ月より一割ほど多かった。\n"
    document = made(text)
    assert (document.title, document.series, document.date) == ("灯台利用月報", "第38号", "2024-06-03")
    assert (document.author, document.publisher) == ("鳴瀬県港湾局　灯台課", "鳴瀬県港湾局")


def test_a_source_above_any_table_is_that_of_the_text(made: Make) -> None:
    text = (
        "灯塔的修复：一年之后\n\n来源：海岬文化网　作者：陆海舟　2024年5月9日 10:00　编辑：沈青\n\n"
        "（作者系南岬大学海洋史研究所研究员）\n\n2023年4月，市政府启动了灯塔的修复工程，石料全部来自对岸的小岛，费用由两县分担。\n"
    )
    document = made(text)
    assert (document.title, document.author, document.date) == ("灯塔的修复：一年之后", "陆海舟", "2024-05-09")
    assert (document.publisher, document.affiliation) == ("海岬文化网", "南岬大学海洋史研究所研究员")


@pytest.mark.parametrize(
    "text",
    [
        "山本健太郎社長は工場を視察した。新しい機械の前で\nは、作業の速さを確かめている。",
        "山本健太郎社長は工場を視察した。工場の\n新しい機械を動かすと約束した。",
    ],
)
def test_no_subject_is_put_into_the_middle_of_a_sentence(text: str) -> None:
    found = find_references(text, posts_ja.people(text))
    breaks = text.index("\n") + 1
    assert not any(one.kind == "subject" and one.start == breaks for one in found)


def test_a_subject_left_out_is_still_told_where_a_sentence_begins() -> None:
    text = "山本健太郎社長は工場を視察した。新しい機械を動かすと約束した。"
    assert [one.start for one in find_references(text, posts_ja.people(text)) if one.kind == "subject"] == [16]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("배는 섬에 들어왔다[1]. 석탄은 무겁다", True),
        ("The boats came over [12]. Coal is heavy", True),
        ("배가 들어온 섬 [1]", False),
        ("Coal [1].5 tonnes", False),
    ],
)
def test_a_sentence_ends_behind_the_mark_of_its_note(text: str, told: bool) -> None:
    assert has_sentence(text) == told
