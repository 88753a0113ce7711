"""A Japanese surname with a title or a post means the person whom the text names whole before."""

from __future__ import annotations

import pytest

from corpus.structure import posts_ja
from corpus.structure.antecedents import find_references
from tests.corpus.structure.test_antecedents import meant


def _meant(text: str) -> list[tuple[str, str]]:
    return [
        (text[one.start : one.end], text[one.to[0].start : one.to[0].end])
        for one in find_references(text, posts_ja.people(text))
        if one.kind == "person"
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("森川健一教授は反対した。森川教授の試算は別だ。", ("森川教授", "森川健一教授")),
        ("区長、安達ミツさん(80)は笑った。安達さんの畑は遠い。", ("安達さん", "安達ミツさん")),
        ("取材に崔載勲・駐モンゴル大使は答えた。崔氏はかつて記者だった。", ("崔氏", "崔載勲・駐モンゴル大使")),
        ("ハンス・ベルク社長は辞めた。ベルク氏は町に残る。", ("ベルク氏", "ハンス・ベルク社長")),
        ("アルトゥノフ大統領は帰国した。アルトゥノフ氏は満足げだった。", ("アルトゥノフ氏", "アルトゥノフ大統領")),
        ("○3番(森川健一君) 伺います。\n\n○市長(高木由美君) 森川議員にお答えします。", ("森川議員", "森川健一")),
        ("高木健一市長が来た。高木由美教授もいた。高木市長は笑った。", ("高木市長", "高木健一市長")),
    ],
)
def test_a_surname_with_a_title_means_the_person_named_whole(text: str, found: tuple[str, str]) -> None:
    assert found in _meant(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("高木健一市長が来た。高木由美教授もいた。高木氏は笑った。", "高木氏"),
        ("高木健一市長が来た。高木教授は笑った。", "高木教授"),  # another may be meant
        ("森川健一教授は反対し、森川教授の試算は別だと言った。", "森川教授"),  # the sentence names him whole
        ("町長の森川さんが来た。森川さんは笑った。", "森川さん"),  # nothing more is known
    ],
)
def test_a_surname_that_tells_nothing_more_or_of_two_people_stays_open(text: str, word: str) -> None:
    assert word not in [said for said, _ in _meant(text)]


def test_a_surname_with_a_former_post_behind_it_is_no_other_name() -> None:
    found = meant("元副市長の早川誠氏は退く。早川元副市長は港に尽くした。")
    assert ("早川元副市長", ["早川誠氏"]) in found or ("早川元副市長", ["早川誠"]) in found


def test_who_is_called_by_that_sign_keeps_the_name() -> None:
    assert ("同氏", ["早川元氏"]) in meant("早川元氏は港に尽くした。同氏は退く。")
