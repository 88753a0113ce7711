"""Search text folds what a reader would call the same and keeps the way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.normalize import fold, search_text


@pytest.mark.parametrize(
    ("printed", "searched"),
    [
        ("访问社会主义国", "訪問社会主義国"),
        ("閱兵式 上樓 搖るぎ 平壤 國際", "閲兵式 上楼 揺るぎ 平壌 国際"),
        ("行われなかつた", "行われなかった"),
        ("公開しなくなつたがあつた", "公開しなくなったがあった"),
        ("メドベージエフとダイジエスト", "メドベージェフとダイジェスト"),
        ("シエナとエンジニア", "シエナとエンジニア"),
        ("持つて行つた", "持って行った"),
        ("行われるでしよう", "行われるでしょう"),
        ("行きませう", "行きましょう"),
        ("37,448,619ドル", "37448619ドル"),
        ("３７，４４８", "37448"),
        ("ﾊﾞｽ ＮＫ Ｎｅｗｓ", "バス nk news"),
        ("2019–2025年", "2019-2025年"),
        ("港\u200b湾 inter\u00adnational \ufeff葛\U000e0100城", "港湾 international 葛城"),
        ("国⺠の⻑期 ⼀部", "国民の長期 一部"),
        ("髙橋 宮﨑 渡邉", "高橋 宮崎 渡辺"),
        ("ヤ一ド フェリ一は エピ口ーグ 夕ービン カ夕ログ", "ヤード フェリーは エピローグ タービン カタログ"),
        (
            "人ロは 窓ロ 窓囗 読み取リ、読み取リの すベき 北ヘ向かう",
            "人口は 窓口 窓口 読み取リ、読み取りの すべき 北へ向かう",
        ),
        ("コ－ヒ－とメ―ル、スーパ-で。", "コーヒーとメール、スーパーで。"),
        (
            "ニユース ニユ－スの ジヤパン・キヤンプ シヨツク ﾛｹﾂﾄ",
            "ニュース ニュースの ジャパン・キャンプ ショック ロケット",
        ),
        ("関ケ原 関ヶ原 八ッ場 八ツ場", "関ヶ原 関ヶ原 八ツ場 八ツ場"),
    ],
)
def test_one_word_has_one_search_form(printed: str, searched: str) -> None:
    assert search_text(printed) == searched


@pytest.mark.parametrize(
    "kept",
    [
        "かつて",
        "一つて",
        "につたえる",
        "1,2,3",
        "12,34",
        "3.5",
        "立派な松田",
        "いつも",
        "よう",
        "ケース",
        "港でケアを",
        "一ッ",
        "中ロ朝の首脳と対ロ制裁",
        "ヨーロッパ一の港と世界一",
        "バスが二ッ、夕方にパリへ",
        "夕ベ",
        "ソウル-プサン便とパリ-ローマ間",
        "ソウル-の-で",
        "ロ-イラン首脳会談",
        "メモ-これは",
        "コ--ヒ",
        "ミヤマとフジヤマとヒヨコ",
        "マツダのナツメとミツトヨ",
        "キヨスクでヒヤシンス",
        "ア-ウの欄",
    ],
)
def test_what_is_right_as_printed_is_left_alone(kept: str) -> None:
    assert search_text(kept) == kept


def test_a_match_leads_back_to_the_words_as_printed() -> None:
    printed = "価格は37,448,619米ドルと、發表\u200bされなかつた。\u200b"
    folded = fold(printed)
    for wanted, found in (("37448619", "37,448,619"), ("発表されなかった", "發表\u200bされなかつた")):
        at = folded.text.index(wanted)
        start, end = folded.span(at, at + len(wanted))
        assert printed[start:end] == found


@given(st.text())
def test_every_folded_character_has_a_place_in_order(text: str) -> None:
    folded = fold(text)
    assert len(folded.offsets) == len(folded.text) + 1
    assert folded.offsets[-1] == len(text)
    assert list(folded.offsets) == sorted(folded.offsets)


@given(st.text(alphabet="あつたてかなっ,0123456789国國。 ア一夕ロータリべ"))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert search_text(search_text(text)) == search_text(text)
