"""Words that take a part, say who writes, stand for the one of a kind, or point to a clause."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.document import Document
from tests.corpus.structure.test_antecedents import meant


@pytest.mark.parametrize(
    ("text", "words", "to"),
    [
        ("線の建設費は約9億4,000万ドルで、このうち6割を融資で賄う。", "このうち", ["線の建設費は約9億4,000万ドル"]),
        ("客は128万人で前年を7%上回り、131万人に迫った。このうち外国人は31万人。", "このうち", ["客は128万人"]),
        ("事故により、老舗旅館3軒が休業した。うち2軒は再開した。", "うち", ["老舗旅館3軒"]),
        ("運転手がおよそ1万1,000人いる。鉄道ができれば、その7割が職を失う。", "その7割", ["運転手がおよそ1万1,000人"]),
        ("費用は2,860万円で、その半額に補助を見込む。", "その半額", ["費用は2,860万円"]),
        ("利用は7%増えた。このうち外国人が多い。", "このうち", None),  # a share has no parts
        ("森林が最も多く、畑がこれに次ぐ。", "これに", ["森林"]),
        ("率が最も高い中畑は隣にある。それに次ぐ北沢も同じだ。", "それに", ["中畑"]),
        ("不調に終われば遅れますが、その場合は閉館もします。", "その場合", ["不調に終われば遅れますが"]),
        ("首相は来月、北京を訪れる予定であり、その際に契約を結ぶ。", "その際", ["首相は来月、北京を訪れる予定であり"]),
        ("毎朝、開館を待つお年寄りが10人はいる。この方たちが困る。", "この方たち", ["開館を待つお年寄りが10人"]),
        ("汐見市は橋を残すと発表した。市は昨年、撤去を決めていた。", "市", ["汐見市"]),
        ("汐見市と湊市が会った。市は昨年、撤去を決めていた。", "市", None),
        ("池端誠司知事は国に要望した。会議は長く続いた。その日、知事は帰った。", "知事", ["池端誠司知事"]),
        ("山田一郎社長は会見した。川村次郎社長も出た。港は古い。社長を訪ねた。", "社長", None),
        ("所長は「高い」と述べた。同氏は元総裁だ。これに対し社長は怒った。", "これ", ["所長は「高い」と述べた。"]),
        ("雪上市は客が増えた。同市では12月に店が開いた。これに対し湯町は減った。", "これ", ["雪上市は客が増えた。"]),
        ("聞き取りと電子化のうち、前者は年度内に終える。", "前者", ["聞き取り"]),
    ],
)  # fmt: skip
def test_a_part_a_kind_or_a_case_is_what_stands_before(text: str, words: str, to: list[str] | None) -> None:
    found = [said for word, said in meant(text) if word == words]
    assert found == ([] if to is None else [to])


def test_the_writer_is_whom_the_head_names(made: Callable[..., Document]) -> None:
    document = made("港の橋\n\n著者：若狭恒夫\n\n橋は古い。筆者は昨年、橋の図面を見た。彼は「筆者は誰か」と聞いた。\n")
    assert document.author == "若狭恒夫"
    assert [
        document.text[one.to[0].start : one.to[0].end] for one in document.told.references if one.end - one.start == 2
    ] == ["若狭恒夫"]


def test_who_speaks_in_a_record_is_the_label_above(made: Callable[..., Document]) -> None:
    document = made(
        "議事録\n\n（三枝部長）\nご指摘のとおりです。私は昨年まで課長でした。\n\n（小暮館長）\n開きます。\n\n"
        "○6番\n私も聞きたい。\n\n（保坂主査）\n以上です。\n"
    )
    told = [one for one in document.told.references if document.text[one.start : one.end] == "私"]
    assert [document.text[one.to[0].start : one.to[0].end] for one in told] == ["三枝部長"]
