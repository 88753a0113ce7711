"""What a question says of its sources is told apart from what it asks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cues import Lang
from bot.doubts import matter
from bot.language import language

LANGS: tuple[Lang, ...] = ("ja", "en", "zh", "ko")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("橋は何メートル？記事によって数字が違うんだけど", "橋は何メートル？"),
        ("開港式に何人来たか、人によって言ってることが食い違ってません？", "開港式に何人来たか？"),
        ("話が食い違ってるみたいなんですが、市長は賛成したのでしょうか", "市長は賛成したのでしょうか"),
        ("How long is the bridge? I keep seeing two numbers.", "How long is the bridge?"),
        ("When did the port open? Do the documents agree on that?", "When did the port open?"),
        ("Freight in 2023: is everyone giving the same tonnage?", "Freight in 2023: tonnage?"),
        ("大桥是哪天通车的，各方说法不一", "大桥是哪天通车的"),
        ("다리는 언제 열렸나요? 자료마다 말이 다른데", "다리는 언제 열렸나요?"),
        ("橋はもう渡れるの？書いてあること揃ってる？", "橋はもう渡れるの？"),
        ("橋は何メートル？新聞と市役所で違わない？", "橋は何メートル？"),
        ("事故の原因、会社と組合で言い分が違うよね？", "事故の原因？"),
        ("橋の長さは何メートルが正しいの", "橋の長さは何メートル"),
        ("橋はもう渡れるの？どっちなの", "橋はもう渡れるの？"),
        ("How many came? Do the mayor and the paper agree?", "How many came?"),
        ("How long is the bridge, and which figure is right?", "How long is the bridge?"),
        ("Do the sources agree on when it opened?", "when it opened?"),
        ("Do the texts disagree about how many boats sank?", "how many boats sank?"),
        ("Is there any discrepancy between the reports on the date of the opening?", "the date of the opening?"),
        ("開港式に来た人の数、市の発表と新聞の記事で違わない？", "開港式に来た人の数？"),
        ("新聞と報告書で橋の長さが食い違ってない？", "橋の長さが食い違ってない？"),
        ("大桥有多长？有说120米的，有说135米的", "大桥有多长？"),
        ("大桥是哪天通车的，到底哪个说法对", "大桥是哪天通车的"),
        ("다리는 언제 열렸어? 자료 다 같아?", "다리는 언제 열렸어?"),
        ("다리는 언제 열렸어? 어느 쪽이 맞아?", "다리는 언제 열렸어?"),
    ],
)
def test_what_is_said_of_the_sources_is_taken_off(text: str, asked: str) -> None:
    left, doubts = matter(text, language(text))
    assert " ".join(left.split()) == asked
    assert doubts


@pytest.mark.parametrize(
    "text",
    [
        "人口が違うのはなぜですか",
        "三代目の衛星についても話し合いましたか",
        "両市の記事で話が違うのはなぜですか",
        "Why do the two bridges differ in length?",
        "I keep hearing different figures for the toll. What is it?",
        "两座桥的长度不同吗",
        "다리의 길이는 얼마나 다른가요",
        "長さは、一号橋と二号橋で違いますか",
        "東町と西町で人口は違いますか",
        "駅と港ではどちらが広いですか",
        "东桥和西桥哪个长",
    ],
)
def test_what_is_itself_asked_stays(text: str) -> None:
    assert matter(text, language(text))[0] == text


@pytest.mark.parametrize(
    "text",
    ["資料によって違う", "新聞とブログで話が違う点はどこ？", "新聞と報告書で額が違うのはなぜ", "橋はどっちが本当？"],
)
def test_a_question_of_the_sources_alone_stays_whole_and_doubts(text: str) -> None:
    assert matter(text, language(text)) == (text, True)


@given(st.text("資料によって数が違うの？。、 何人Dothesourcesagree", max_size=40), st.sampled_from(LANGS))
def test_a_question_is_never_left_empty_and_what_does_not_doubt_is_untouched(text: str, lang: Lang) -> None:
    left, doubts = matter(text, lang)
    assert bool(left) == bool(text)
    assert doubts or left == text
    rest = iter(text)
    assert all(character in rest for character in left)  # in order: nothing is added
