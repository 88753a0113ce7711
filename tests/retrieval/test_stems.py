"""Light stems of English and Korean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.stems import english_stem, korean_stem


@pytest.mark.parametrize(
    "forms",
    [
        "visit visits visited visiting",
        "trade trades traded trading",
        "company companies",
        "study studies studied studying",
        "stop stops stopped stopping",
        "watch watches watched",
        "sell sells selling sold",
        "lead leads leading led",
        "take takes taking took taken",
        "go goes going went gone",
        "child children",
        "crisis crises",
    ],
)
def test_forms_of_a_word_share_a_stem(forms: str) -> None:
    assert len({english_stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize("word", ["gas", "is", "bus", "red", "king", "china", "analysis", "press", "leaflet", "ground"])
def test_a_word_that_only_looks_inflected_stays(word: str) -> None:
    assert english_stem(word) == word


@pytest.mark.parametrize(
    ("word", "stem"),
    [("북한에서는", "북한"), ("회의", "회의"), ("방문했다", "방문"), ("총리가", "총리"), ("나이", "나이")],
)
def test_korean_particles_go_where_two_syllables_stay(word: str, stem: str) -> None:
    assert korean_stem(word) == stem


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("김정은이랑", "김정은"),
        ("총리께서", "총리"),
        ("총리에게서", "총리"),
        ("친구한테", "친구"),
        ("친구하고", "친구"),
        ("평양부터", "평양"),
        ("평양까지는", "평양"),
        ("학생마다", "학생"),
        ("품목조차", "품목"),
        ("중국밖에", "중국"),
        ("루카셴코처럼", "루카셴코"),
        ("무역액보다", "무역액"),
        ("사람들은", "사람"),
        ("최선희가", "최선희"),
    ],
)
def test_every_korean_particle_goes(word: str, stem: str) -> None:
    assert korean_stem(word) == stem


@pytest.mark.parametrize(
    ("stem", "forms"),
    [
        ("방문", "방문했다 방문했나요 방문했어 방문하는 방문하고 방문하였다 방문합니다 방문하셨나요 방문할"),
        ("개최", "개최되는 개최됐나요 개최된 개최되었습니까"),
        ("참가", "참가한 참가하며 참가했습니까"),
        ("열리", "열렸다 열린 열리는 열려 열려서"),
        ("만나", "만났습니까 만난 만나고"),
        ("부르", "불렀다 불러 부르는"),
        ("먹", "먹었나요 먹는"),
        ("가", "갔어 갔나요 가는"),
    ],
)
def test_korean_forms_of_a_verb_share_its_stem(stem: str, forms: str) -> None:
    assert {korean_stem(form) for form in forms.split()} == {stem}


@pytest.mark.parametrize(
    "word",
    [
        "북한",
        "제한",
        "피해",
        "시간",
        "사람",
        "나이",
        "이란",
        "아시아",
        "우리나라",
        "고려",
        "소녀",
        "리창",
        "김여정",
        "북러",
        "차이나",
    ],
)
def test_a_korean_noun_that_only_looks_inflected_stays(word: str) -> None:
    assert korean_stem(word) == word


@given(st.text(alphabet="김정은이랑했나요됐습니까갔어를에서의한된abc金1", min_size=1, max_size=8))
def test_a_korean_stem_is_never_empty_and_no_longer_than_its_word(word: str) -> None:
    assert 0 < len(korean_stem(word)) <= len(word)
