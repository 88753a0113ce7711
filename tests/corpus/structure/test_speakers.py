"""Who speaks is told apart from whom is spoken of, in texts that are conversations."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.document import Document
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


def test_a_speaker_in_brackets_opens_a_paragraph(made: Callable[..., Document]) -> None:
    turns = (
        "（事務局）資料に沿って説明した。",
        "（村井委員）油は足りるのか。",
        "（会長）足りるとのことである。ほかにないか。",
    )
    text = "灯台を守る会　議事録\n\n2031年4月9日の午後に、港務所の二階の会議室で開いた。\n\n油について\n"
    found = [one.text for one in made(text + "\n".join(turns) + "\n").passages if one.kind == "prose"]
    assert found[-3:] == list(turns)


def test_brackets_that_open_a_wrapped_line_are_no_speaker(made: Callable[..., Document]) -> None:
    line = "灯台を守る会は会長の村井氏\n（当時は委員）が始めた。油は島から来た\n（会長）という記録もある。\n"
    text = f"灯台の記録\n\n2031年4月9日の午後に、港務所の二階の会議室で開いた。\n\n{line}"
    assert not any(one.text.startswith("（会長）") for one in made(text).passages)
