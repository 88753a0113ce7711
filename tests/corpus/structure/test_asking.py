"""A sentence that asks states nothing; one that asks to state does."""

from __future__ import annotations

import pytest

from corpus.structure.asking import asks


@pytest.mark.parametrize(
    "sentence",
    [
        "来栖委員　その補助ですが、申請はいつまでですか。",
        "亀裂は後に生じたのでしょうか。",
        "それはなぜか。",
        "誰が払うのか？",
        "왜 오지 않았나.",
        "그렇다고 볼 수 있습니까?",
        "这是为什么呢？",
        "Who paid for it?",
        "「いつ始まりますか」",
    ],
)
def test_a_sentence_that_ends_as_a_question_asks(sentence: str) -> None:
    assert asks(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "見直すべきではないでしょうか。",
        "誰が決めたのかは分からない。",
        "行くのか、と彼は聞いた。",
        "静かな朝だった。",
        "He asked who had paid.",
        "확인하지 못했다.",
    ],
)
def test_one_that_states_does_not(sentence: str) -> None:
    assert not asks(sentence)
