"""What a text tells later of a post: who follows in it, who left it, and whose head a pointing word means."""

from __future__ import annotations

from corpus.told import Told


def _said(text: str, lang: str = "ja") -> set[tuple[str, str, str, bool]]:
    return {(one.name, one.of, one.post, one.former) for one in Told(text, "2025-03-16", lang).people if one.post}


def test_who_follows_takes_over_the_post_and_both_have_left_what_they_held() -> None:
    said = _said("北沢造船の西条武社長は辞意を表明した。後任には専務だった小暮隆氏が昇格した。")
    assert {(name, post, former) for name, _, post, former in said} >= {
        ("西条武", "社長", True),
        ("小暮隆", "専務", True),
        ("小暮隆", "社長", False),
    }


def test_a_pointing_word_before_a_post_is_the_body_it_means_or_none() -> None:
    said = _said("船は北沢造船株式会社が造った。同社の西条武社長は話す。")
    assert not any(of.startswith("同") for _, of, _, _ in said)
    said = _said("隣国ハルカ王国の西条武首相が着いた。")
    assert ("西条武", "ハルカ王国", "首相", False) in said


def test_who_is_said_to_have_left_by_a_word_that_means_him_no_longer_holds_the_post() -> None:
    assert ("西条武", "", "館長", True) in _said("西条武館長は首を振らなかった。同氏は2006年度を最後に引退した。")
    english = _said("The company's chief engineer, Rhona Pell, spoke. She retired the next January.", "en")
    assert ("Rhona Pell", True) in {(name, former) for name, _, _, former in english}
