"""Sentences and clauses are slices of the text, and negation and hedging are read from closed-class forms."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.structure.clauses import split_clauses
from corpus.structure.languages import language_of
from corpus.structure.polarity import is_hedged, is_negated
from corpus.structure.sentences import split_sentences

SEEDS = Path(__file__).resolve().parents[3] / "../shared/seeds"
_PIECES = [
    "訪問した。",
    "行ったが、",
    "「引用。」",
    "（",
    "）",
    "」",
    "Dr. Kim ",
    "3.5 ",
    "ended. ",
    "[1]",
    "\n",
    "\n\n",
    '"',
    " ",
]
_PIECES += [
    "，但",
    "했지만 ",
    "했다. ",
    "https://a.b/c?d. ",
    "！？",
    "• ",
    "U.S. ",
    "; ",
    "；",
    "…",
    "．",
    "１",
    "\t",
    "、",
    "て、",
]
texts = st.lists(st.sampled_from(_PIECES) | st.text(max_size=3), max_size=25).map("".join)


def sentences(text: str) -> list[str]:
    return [text[span.start : span.end] for span in split_sentences(text)]


def clauses(text: str) -> list[str]:
    return [text[span.start : span.end] for span in split_clauses(text)]


@given(texts)
def test_sentences_are_ordered_trimmed_and_leave_out_only_whitespace(text: str) -> None:
    spans = split_sentences(text)
    assert all(one.end <= two.start for one, two in pairwise(spans))
    assert all(text[s.start : s.end] == text[s.start : s.end].strip() != "" for s in spans)
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())


@given(texts)
def test_a_sentence_read_alone_is_one_sentence(text: str) -> None:
    for sentence in sentences(text):
        if not any(mark in sentence for mark in '「」（）()"[]“”『』\n'):
            assert sentences(sentence) == [sentence]


@given(texts)
def test_no_sentence_crosses_a_blank_line(text: str) -> None:
    assert not any("\n\n" in sentence for sentence in sentences(text))


@given(texts)
def test_clauses_adjoin_and_cover_the_text(text: str) -> None:
    spans = split_clauses(text)
    assert "".join(text[s.start : s.end] for s in spans) == text
    assert all(one.end == two.start for one, two in pairwise(spans))
    assert all(s.start < s.end for s in spans)


@given(texts)
def test_polarity_is_decided_for_any_text(text: str) -> None:
    assert is_negated(text) in (True, False)
    assert is_hedged(text) in (True, False)


@pytest.mark.parametrize(
    ("text", "language"), [("訪問した", "ja"), ("방문했다", "ko"), ("访问", "zh"), ("visited", "en"), ("", "en")]
)
def test_the_script_shows_the_language(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "「行く。必ず行く。」と述べた。",
        "行くのか？と聞いた。",
        "『本当？』、彼は（誰だ！）と言った。",
        "Yahoo!ニュースによると、上がった。",
        "Dr. Kim met Gen. J. K. Lee at 3.5 p.m. on Sept. 3 near No. 15 Street.",
        "The U.S. Navy and e.g. Acme Inc. of www.example.com/a.b?c=d were there.",
        "It rose to $1.2 million (see p. 5. It is there).",
        "The line\nwraps here.",
        "회담은 2025. 9. 4. 열렸다.",
        "増加した。[1][2]",
        "増加した。（朝日新聞、2025年9月3日）",
        "増加した<sup>(3)</sup>。",
        "It rose.[3]",
        "It rose in fuel.16",
        "結果は３．５％だった．",
        "出典：『政策動向』No. 657、聯合ニュース。",
        "1. 中朝貿易の現状",
        "彼らは北京へ?──その舞台裏",
    ],
)
def test_one_sentence_stays_whole(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    "parts",
    [
        ("訪問した。", "会談した。"),
        ("本当か！？", "信じられない。"),
        ("未完の「引用が閉じない。", "次の文。"),
        ("「血で結ばれた。」", "金正恩は述べた。"),
        ("（詳細は後述。）", "次の文。"),
        ("増加した。[1]", "減少した。"),
        ("He left the U.S.", "The talks ended."),
        ("He said “No. We stop.”", "Then he left."),
        ('"Why?" she asked.', "He left."),
        ("It rose in fuel.16", "The next year it fell."),
        ("방문했다.", "회담했다."),
        ("他说：“我们要去。”", "然后离开了。"),
        ("是吗？", "是。"),
        ("結果だった．", "次に進む．"),
    ],
)
def test_sentences_are_cut_at_their_ends(parts: tuple[str, ...]) -> None:
    glue = " " if parts[0].isascii() or language_of(parts[0]) in ("ko", "en") else ""
    assert sentences(glue.join(parts)) == list(parts)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("はじめに\n\n訪問した", ["はじめに", "訪問した"]),
        ("• 一つ\n• 二つ", ["• 一つ", "• 二つ"]),
        ("品目\t金額\n砂糖\t1,000", ["品目\t金額", "砂糖\t1,000"]),
        (
            "まとめ\nこの段落の一行目はとても長いので次の行に折り返され\nている。",
            ["まとめ", "この段落の一行目はとても長いので次の行に折り返され\nている。"],
        ),
    ],
)
def test_lines_that_are_not_wrapped_text_end_a_sentence(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    "parts",
    [
        ("実績はあったが、", "今回が初となった。"),
        ("相互往来が再開し、", "失敗を乗り越えて、", "回復しつつある。"),
        ("参加を見合わせたものの、", "26か国首脳が参加した。"),
        ("参加するため、", "三日間の日程で中国・北京を訪問した。"),
        ("下がっているので、", "影響は言えない。"),
        ("瑞門をくぐり、", "レッドカーペットを進んだ。"),
        ("前進しているとも言い難いが、", "改善はした。"),
        ("He met Kim, Lee, and Park, ", "but he did not meet Choi ", "because he was ill; ", "it rained."),
        ("Although no data were published, ", "trade rose."),
        ("李强访问了平壤，", "但没有签署协议；", "气氛友好。"),
        ("평양을 방문했지만 ", "서명하지 않았고, ", "중국, 러시아, 북한은 협의했다."),
    ],
)
def test_clauses_are_cut_at_their_joints(parts: tuple[str, ...]) -> None:
    assert clauses("".join(parts)) == list(parts)


@pytest.mark.parametrize(
    "text",
    [
        "中国、ロシア、北朝鮮が参加した。",
        "金正恩総書記が、北京で会談した。",
        "そのため、交流は限定的だ。",
        "北朝鮮にとって、中国は、唯一の後ろ盾だ。",
        "記事によれば、懸念についても、中国としても、解決が求められている。",
        "「貿易は増えたが、交流は少ないので、」と述べた。",
        "（増えたが、減った）年だった。",
        "2025年10月，李强访问平壤。",
        "not only A but also B",
        "The premier, who visited Pyongyang, said so.",
    ],
)
def test_topics_lists_and_brackets_are_not_cut(text: str) -> None:
    assert clauses(text) == [text]


DENIED = "行われなかった|行われなかつた|使用せず、|できません|知らぬ|行かない|言い難い|方針は変わらず、|食事会はなく、"
DENIED += "|公開しなくなった|没有签署|未参加|不支持|并未宣布|did not|never met|cannot|isn’t"
DENIED += "|하지 않았다|못했다|없다|아니다|안 갔다"
NOT_DENIED = (
    "かもしれない|に違いない|のではないか|疑いない|わけにはいかない|なければならない|ざるを得ない|否めない|少なくない"
)
NOT_DENIED += (
    "|まもなく|間違いなく行く|相変わらず|制限ないし禁止|だけでなく|伴ない、|必ず行く|行われた|not only|no doubt|No. 15"
)
NOT_DENIED += "|不但|不断|非常|未来|不得不|visited|뿐만 아니라|틀림없다|않을 수 없다|방문했다"
HEDGED = (
    "かもしれない|ようだ|ようである|とみられる|可能性がある|だろう|らしい|とされる|はずだ|という。|ではないか|見通しだ"
)
HEDGED += "|ではないか|おそれがある|ように見える|reportedly|may visit|is believed to|可能|据报道|似乎"
HEDGED += "|것으로 보인다|것으로 알려졌다|수도 있다"
NOT_HEDGED = (
    "訪問した|今後の見通し|ようになった|ように述べた|という中国|素晴らしい|May 3|expected|不可能|访问了|방문했다"
)


@pytest.mark.parametrize("clause", DENIED.split("|"))
def test_a_negation_is_seen(clause: str) -> None:
    assert is_negated(clause)


@pytest.mark.parametrize("clause", NOT_DENIED.split("|"))
def test_what_only_looks_negative_is_not_a_negation(clause: str) -> None:
    assert not is_negated(clause)


@pytest.mark.parametrize("clause", HEDGED.split("|"))
def test_a_hedge_is_seen(clause: str) -> None:
    assert is_hedged(clause)


@pytest.mark.parametrize("clause", NOT_HEDGED.split("|"))
def test_a_plain_statement_is_not_hedged(clause: str) -> None:
    assert not is_hedged(clause)


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed documents are not beside the repository")
def test_no_sentence_of_the_seeds_holds_two_statements() -> None:
    for path in sorted(SEEDS.glob("*.txt")):
        found = sentences(path.read_text(encoding="utf-8"))
        assert sum("。" in sentence for sentence in found) > 20
        assert all(re.sub("「[^」]*」|（[^）]*）", "", sentence).count("。") <= 1 for sentence in found)


def test_a_note_mark_of_a_bracket_and_a_number_stays_with_the_korean_sentence_before() -> None:
    text = "군은 2021년 빈집 은행을 열었다.1) 이 제도는 새롭다. 값은 3.1) 보다 크다."
    assert [text[one.start : one.end] for one in split_sentences(text)][:2] == [
        "군은 2021년 빈집 은행을 열었다.1)",
        "이 제도는 새롭다.",
    ]
