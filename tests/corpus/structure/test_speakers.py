"""Who speaks is told apart from whom is spoken of, in texts that are conversations."""

from __future__ import annotations

import pytest

from corpus.structure import posts_ja
from corpus.structure.antecedents import find_references
from corpus.structure.speakers import labels

_TURNS = "○{}　始めます。\n\n○{}　質問があります。\n\n○{}　お答えします。\n"


def spoken(text: str) -> list[str]:
    return [text[one.start : one.end] for one in labels(text)]


@pytest.mark.parametrize("signs", ["○{}　", "{}：", "◆ {}　　"])
def test_a_label_before_speech_is_a_speaker(signs: str) -> None:
    names = ("村井座長", "八田委員", "下条課長")
    text = "\n\n".join(signs.format(name) + "異論はない。" for name in names)

    assert spoken(text) == list(names)


def test_a_label_with_what_it_adds_is_one() -> None:
    assert spoken(_TURNS.format("村井座長（代理）", "八田委員", "下条課長"))[0] == "村井座長（代理）"


def test_two_lines_that_open_like_turns_make_no_conversation() -> None:
    assert not spoken("会長：村井進\n\n委員：八田新\n\n市は協議を続ける。")


def test_a_sentence_that_begins_with_a_post_is_no_turn() -> None:
    assert not spoken("村井座長は述べた。\n\n八田委員が質問した。\n\n下条課長も答えた。")


def test_two_who_are_meant_are_never_the_speaker() -> None:
    text = _TURNS.format("村井座長", "八田委員", "下条課長") + "\n○村井座長　両者の間で話し合ってほしい。\n"

    assert not [one for one in find_references(text, posts_ja.people(text)) if text[one.start : one.end] == "両者"]
