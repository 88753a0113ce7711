"""The questions of a message, sentence by sentence and clause by clause."""

from __future__ import annotations

from bot.splitting import asked_in, split_questions


def test_a_sentence_may_lean_on_those_before_it() -> None:
    first, second = asked_in("Who came to the port? And where was the banquet for him held?", "en")
    assert (first.text, first.before) == ("Who came to the port?", ())
    assert (second.text, second.before) == ("And where was the banquet for him held?", ("Who came to the port?",))


def test_each_sentence_is_taken_apart_into_its_clauses() -> None:
    asked = asked_in("開港式はいつ行われ、誰が祝辞を読んだか？花火は何発上がったか？", "ja")
    assert [part.text for part in asked] == [
        "開港式はいつ行われましたか",
        "開港式は誰が祝辞を読んだか？",
        "花火は何発上がったか？",
    ]


def test_a_message_that_asks_once_is_one_question() -> None:
    assert [part.text for part in asked_in("開港式はいつ、どこで開かれたか", "ja")] == [
        "開港式はいつ、どこで開かれたか"
    ]


def test_how_much_of_what_was_asked_before_is_no_question_of_its_own() -> None:
    assert split_questions("一番伸びたのは？何ポイント") == ("一番伸びたのは？何ポイント",)


def test_a_question_that_is_quoted_is_not_asked() -> None:
    question = "「なぜ顔を見せないのだろう？」と市長に尋ねたのは誰か"
    assert split_questions(question) == (question,)
