"""Words for two mean the two whom the text brings together, of the kind they ask for; a bystander is none of them."""

from __future__ import annotations

import pytest

from corpus.structure import posts_ja, posts_other
from corpus.structure.antecedents import find_references


def meant(text: str, word: str, lang: str) -> list[str]:
    people = posts_ja.people(text) if lang == "ja" else posts_other.people(text, lang)
    found = [one for one in find_references(text, people, lang=lang) if text[one.start :].startswith(word)]
    return [text[span.start : span.end] for one in found for span in one.to]


@pytest.mark.parametrize(
    ("lang", "text", "word", "both"),
    [
        (
            "ja",
            "ケニアのルト大統領はウガンダのムセベニ大統領と会談した。横で田村経済局長が見守った。両首脳は握手した。",
            "両首脳",
            ["ルト大統領", "ムセベニ大統領"],
        ),
        (
            "ja",
            "プーチン大統領は習近平国家主席と会談した。ルカシェンコ大統領も会場にいた。両首脳は合意した。",
            "両首脳",
            ["プーチン大統領", "習近平国家主席"],
        ),
        (
            "ja",
            "ロシアのプーチン大統領が来た。北朝鮮の金正恩総書記もいた。\n\n金正恩総書記とプーチン大統領の訪問は続く。両国は近い。",
            "両国",
            ["ロシア", "北朝鮮"],
        ),
        (
            "ja",
            "ハンガリーのシュヨク大統領はセルビアのブチッチ大統領と共同で式に出た。スロバキアの大使もいた。両国は隣だ。",
            "両国",
            ["ハンガリー", "セルビア"],
        ),
        ("ja", "東陽化成と日邦樹脂は統合する。両社は会社を作る。", "両社", ["東陽化成", "日邦樹脂"]),
        ("ja", "青峰FCと港南SCは提携する。両クラブは試合をする。", "両クラブ", ["青峰FC", "港南SC"]),
        (
            "ja",
            "大槻市で断水し、椎葉市と三ツ和市が水を送った。両市からの水は多い。",
            "両市",
            ["椎葉市", "三ツ和市"],
        ),
        (
            "en",
            "Deputy Mayor Laura Finch met Council Leader Tom Reddy. The two leaders agreed.",
            "The two",
            ["Laura Finch", "Tom Reddy"],
        ),
        (
            "zh",
            "德国总理默茨同法国总统马克龙会晤。波兰大使斯塔克未出席。两国关系改善。",
            "两国",
            ["德国", "法国"],
        ),
        ("zh", "德国总理默茨同法国总统马克龙会晤。两位领导人讨论了价格。", "两位", ["默茨", "马克龙"]),
        ("ko", "핀란드와 에스토니아는 터널을 짓는다. 양국은 비용을 나눈다.", "양국", ["핀란드", "에스토니아"]),
    ],
)
def test_the_two_whom_the_text_brings_together_are_meant(lang: str, text: str, word: str, both: list[str]) -> None:
    assert [name in one for name, one in zip(both, meant(text, word, lang), strict=True)] == [True, True]


@pytest.mark.parametrize(
    ("lang", "text", "word"),
    [
        ("ja", "ルト大統領が来た。小林総務部長が迎えた。両首脳は握手した。", "両首脳"),
        ("ja", "ルト大統領、ムセベニ大統領、ハサン大統領が並んだ。両首脳は握手した。", "両首脳"),
        ("ja", "田中一郎首相と佐藤花子首相が会談した。両国は近い。", "両国"),
        (
            "ja",
            "韓国と米国とカナダの議員が来た。会議は長かった。雨も降った。夜になった。風も出た。両国は近い。",
            "両国",
        ),
        ("en", "Prime Minister Mette Holm met Prime Minister Lars Ek. The two countries share it.", "The two"),
        ("ja", "案が二つある。門脇千佳副市長は説明し、小野塚晋也市長は後者を選んだ。", "後者"),
    ],
)
def test_nothing_is_told_where_a_third_or_another_kind_could_be_meant(lang: str, text: str, word: str) -> None:
    assert meant(text, word, lang) == []


def test_a_given_name_shows_who_is_no_she() -> None:
    assert meant("前市長の湯浅久雄市議は批判した。署名には彼女の名前もある。", "彼女", "ja") == []
    assert meant("前市長の湯浅澄子市議は批判した。署名には彼女の名前もある。", "彼女", "ja") == ["湯浅澄子"]


@pytest.mark.parametrize(
    ("lang", "text", "name", "post"),
    [
        ("ja", "式には川上副市長が出た。", "川上", "副市長"),
        ("ja", "渡辺教育長は陳謝した。", "渡辺", "教育長"),
        ("ja", "里見組合長は反対した。", "里見", "組合長"),
        ("ja", "小林総務部長の姿があった。", "小林", "総務部長"),
        ("ja", "浅野委員長代理は急がない。", "浅野", "委員長代理"),
        ("ja", "野中亮社長代行が就く。", "野中亮", "社長代行"),
        ("ja", "ケニアのルト大統領は会談した。", "ルト", "大統領"),
        ("en", "Vice-Chancellor Maria Okafor spoke.", "Maria Okafor", "Vice-Chancellor"),
        ("en", "Finance Secretary Anne Odhiambo also attended.", "Anne Odhiambo", "Finance Secretary"),
        ("zh", "东江大学校长吴晓岚会见了赫尔辛大学副校长林德。", "林德", "赫尔辛大学副校长"),
        ("ko", "라오스의 시술릿 주석이 회담했다.", "시술릿", "주석"),
    ],
)
def test_a_post_is_told_by_its_form(lang: str, text: str, name: str, post: str) -> None:
    people = posts_ja.people(text) if lang == "ja" else posts_other.people(text, lang)
    assert (name, post) in [(one.name, one.post) for one in people]


@pytest.mark.parametrize(
    "text", ["神田郵便局長は黙った。", "福岡支店長は黙った。", "森本支部長は黙った。", "港北図書館長は黙った。"]
)
def test_the_place_of_a_branch_is_no_surname(text: str) -> None:
    assert posts_ja.people(text) == ()


@pytest.mark.parametrize("text", ["한국의 현직 대통령이 회담했다.", "미국의 새 대통령이 회담했다."])
def test_what_is_said_of_a_post_is_no_name(text: str) -> None:
    assert posts_other.people(text, "ko") == ()
