"""Words that point back are resolved where the text decides what they mean, and left alone where it does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Span
from corpus.structure import posts_ja, posts_other
from corpus.structure.antecedents import find_references

_PIECES = ["田中一郎社長は", "佐藤花子氏が", "同氏は", "両氏は", "これは", "この制度", "認定制度を", "同制度"]
_PIECES += ["述べた。", "訪れた。", "。", "\n\n", "「", "」", "日本と", "中国は", "両国は"]


def meant(text: str, lang: str = "ja") -> list[tuple[str, list[str]]]:
    people = posts_ja.people(text) if lang == "ja" else posts_other.people(text, lang)
    return [
        (text[one.start : one.end], [text[span.start : span.end] for span in one.to])
        for one in find_references(text, people, lang=lang)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("田中一郎社長が会見した。同氏は謝罪した。", [("同氏", ["田中一郎社長"])]),
        ("市議会では佐藤花子議員が質問した。同議員は出馬を考えている。", [("同議員", ["佐藤花子議員"])]),
        ("王毅外相とラブロフ外相が会った。両氏は握手した。", [("両氏", ["王毅外相", "ラブロフ外相"])]),
        ("日本と中国は合意した。両国は署名もした。", [("両国", ["日本", "中国"])]),
        ("日中間の往来が増えた。両国の関係は戻りつつある。", [("両国", ["日中"])]),
        ("国の認定制度ができた。同制度の利用は少ない。", [("同制度", ["国の認定制度"])]),
        ("北海電力（本社・札幌市）が値上げする。同社によると来春だ。", [("同社", ["北海電力"])]),
        ("会議は開国記念館で開かれた。この記念館は古い。", [("この記念館", ["開国記念館"])]),
        ("国は標準例を示す方針だ。これを待たずにできることは多い。", [("これ", ["国は標準例を示す方針だ。"])]),
        ("塩専売法は1905年に施行された。しかし、この法律は知られない。", [("この法律", ["塩専売法"])]),
        ("市は「災害時の協力に関する協定」を結んだ。同協定は古い。", [("同協定", ["災害時の協力に関する協定"])]),
        ("12月に新しい検査場が開いた。同検査場は狭い。", [("同検査場", ["12月に新しい検査場"])]),
        ("借り手の倒産という危険を引き受ける。その危険は大きい。", [("その危険", ["借り手の倒産という危険"])]),
        ("課長だった根岸寛治は浜を見た。同人は後に局へ移った。", [("同人", ["根岸寛治"])]),
        ("補償は一町歩あたり840円で、これは半分に満たない。", [("これ", ["補償は一町歩あたり840円で"])]),
        ("定めがあったのは2割だった。この点は重い。", [("この点", ["定めがあったのは2割だった。"])]),
        ("田中一郎社長は車で着いた。門をくぐり、広場を歩いた。", [("", ["田中一郎社長"])]),
        ("田中一郎社長は車で着いた。雨は強かった。門をくぐり、広場を歩いた。", [("", ["田中一郎社長"])]),
        (
            "田中一郎社長は辞めた。同氏は町を去った。北海道で牧場を開いた。",
            [("同氏", ["田中一郎社長"]), ("", ["田中一郎社長"])],
        ),
        ("河岸を仕切ったのは問屋の大沼家である。船株を買い集めた。", [("", ["問屋の大沼家"])]),
        ("北海電力は値上げを決めた。4月に約款を改める方針だ。", [("", ["北海電力"])]),
        ("青石市は条例を改めた。「反対は少ない」と説明している。", [("", ["青石市"])]),
        ("町長の森山恵子は頷いた。森山は後に県議を務めた。彼女は橋を架けた。", [("彼女", ["森山"])]),
        ("田中一郎首相は退き、後任に佐藤花子大臣が就いた。同氏は会見した。", [("同氏", ["佐藤花子大臣"])]),
        ("輸出先は韓国とベトナムだ。前者にはすり身を送る。", [("前者", ["韓国"])]),
        ("堤は鋼より土を選んだ。小柴弥平と戸倉鉄之進が争った。後者は退いた。", [("後者", ["戸倉鉄之進"])]),
        ("田中一郎社長は佐藤花子会長に会った。両氏は握手した。", [("両氏", ["田中一郎社長", "佐藤花子会長"])]),
        ("商社の東嶺物産は港に出資した。同社は船も持つ。", [("同社", ["商社の東嶺物産"])]),
        ("志摩中央漁協が文書を出した。同組合は競りを望む。", [("同組合", ["志摩中央漁協"])]),
        ("石碑は地元の小学校が建てた。同校の児童は川を歩く。", [("同校", ["地元の小学校"])]),
        ("カザフスタンの港が詰まった。同国首相は視察した。", [("同国", ["カザフスタン"])]),
        ("社長は「競りには必ず出る」と答えた。組合長もこの回答は評価した。", [("この回答", ["競りには必ず出る"])]),
        ("市長は「橋を」「港を」と述べた。この発言は広まった。", [("この発言", ["市長は「橋を」「港を」と述べた。"])]),
        ("四千点を撮影し、その大半を公開した。", [("その大半", ["四千点を撮影し"])]),
        ("市は橋を架けた。野党はこれを無駄だと批判する。", [("これ", ["市は橋を架けた。"])]),
        ("車の輸出は膨らんだ。これを除くと伸びは小さい。", [("これ", ["車の輸出"])]),
        ("森山恵子町長は、次のように述べた。「私は港町で育った」。", [("私", ["森山恵子町長"])]),
    ],
)
def test_what_the_text_decides_is_resolved(text: str, found: list[tuple[str, list[str]]]) -> None:
    assert meant(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "田中一郎社長と佐藤花子会長が会見した。同氏は謝罪した。",  # either
        "同氏は謝罪した。",  # nobody before
        "田中一郎首相は佐藤花子大臣が辞めると述べた。同氏は会見した。",  # either
        "田中一郎社長は車で着いた。佐藤花子会長が迎えた。門をくぐり、広場を歩いた。",  # either
        "田中一郎社長は会見した。双方とも門をくぐり、広場を歩いた。",
        "私は田中一郎社長に会った。門をくぐり、広場を歩いた。",
        "北海電力は値上げを決めた。来年に始まる。",  # what happens has itself for a subject
        "北海電力は値上げを決めた。約款を改めるべきだろう。",  # what its writer holds
        "北海電力は値上げを決めた。なお、約款を改める。",
        "韓国とベトナムとタイへ送る。前者にはすり身を送る。",
        "市の担当者は農協と協議した。前者は慎重だ。",
        "地元の小学校と中学校が石碑を建てた。同校の児童は川を歩く。",
        "在京の大使館が抗議した。同館の展示は続く。",
        "社長は会社の社員を呼んだ。同社は謝罪した。",
        "会議は長引いた。そのほかの議題は見送られた。",
        "認定制度と補助制度ができた。同制度の利用は少ない。",
        "日本、中国、韓国が合意した。両国は署名もした。",
        "共同研究を行った。",  # 同 is part of another word
        "志願軍が朝鮮戦争に参戦した。両国の代表が集まった。",  # a country in another name
        "収支は測っていない。これはまだ推測の域を出ない。",
        "田中一郎社長は車で着いた。雨が降った。",  # it has a subject
        "田中一郎社長は車で着いた。式は終わったとみられる。",
        "田中一郎社長は会見した。\n\n門をくぐり、広場を歩いた。",  # another paragraph
        "この結果、値上げした。この間、雨だった。",
    ],
)
def test_what_the_text_leaves_open_stays_open(text: str) -> None:
    assert meant(text) == []


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("en", "Foreign Minister Wang Yi arrived. He met the press.", [("He", ["Wang Yi"])]),
        (
            "en",
            "Dunlath Marine, a family firm, owns it. The company employs ten.",
            [("The company", ["Dunlath Marine"])],
        ),
        (
            "en",
            "Last month the growers' union put the loss at two million. It has asked for help.",
            [("It", ["the growers' union"])],
        ),
        ("en", "The council shut the road. It is clear that nobody asked.", []),
        ("zh", "禾间是一家名叫“禾间”的年轻公司。该公司成立于2016年。", [("该公司", ["禾间"])]),
        ("zh", "居民丁雪梅回到镇上。她开了民宿。", [("她", ["丁雪梅"])]),
        ("ko", "가람시는 순회 사서 12명을 뽑았다. 이들은 요일을 정해 돈다.", [("이들", ["순회 사서 12명"])]),
        ("ko", "서구에서 노은재 씨는 말했다. 그는 회장을 지냈다.", [("그는", ["노은재 씨"])]),
    ],
)
def test_pronouns_of_other_languages(lang: str, text: str, found: list[tuple[str, list[str]]]) -> None:
    assert meant(text, lang) == found


def test_a_note_is_left_aside() -> None:
    text = "田中一郎社長が会見した。\n\n同氏は謝罪した。"
    people = posts_ja.people(text)
    assert find_references(text, people, (Span(text.index("同氏"), len(text)),)) == ()


@given(st.lists(st.sampled_from(_PIECES), max_size=16).map("".join))
def test_what_is_meant_stands_before_the_words_that_point_to_it(text: str) -> None:
    references = find_references(text, posts_ja.people(text))
    for one in references:
        assert one.to
        assert all(0 <= span.start < span.end <= one.start <= one.end <= len(text) for span in one.to)
    places = [(one.start, one.end) for one in references]
    assert places == sorted(places)
