"""Content terms of questions and passages in four languages."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.tokens import pairs, terms, tokenize


def test_particles_auxiliaries_light_verbs_and_question_words_give_no_term() -> None:
    assert terms("首相が平壌を訪れたのはいつ、何のためか") == ["首相", "平壌", "訪れる"]
    assert terms("何について誰がどこで演説しているのですか") == ["演説"]


def test_inflected_words_meet_in_their_normalised_form() -> None:
    assert terms("訪れた") == terms("訪れます") == terms("おとずれる")


def test_a_number_is_one_term_however_it_is_grouped() -> None:
    assert set(terms("37,448,619ドル")) & set(terms("37448619")) == {"37448619"}
    assert "34000000" in terms("3,400万ドル")


@pytest.mark.parametrize(
    "printed",
    [
        "2025年10月9日",
        "2025-10-09",
        "2025/10/9",
        "9 October 2025",
        "October 9, 2025",
        "2025년 10월 9일",
        "2025年10月9号",
    ],
)
def test_a_date_gives_the_same_terms_in_every_language(printed: str) -> None:
    assert terms(printed) == ["2025年", "10月", "9日"]


def test_both_ends_of_a_range_of_dates_are_terms() -> None:
    assert terms("10月25–28日") == ["10月", "25日", "28日"]


def test_a_year_counts_as_one_where_more_than_a_date_follows() -> None:
    assert "2015年" in terms("2015年前10个月")


def test_a_length_of_time_is_not_a_date() -> None:
    assert "3日" not in terms("三日間の滞在")


def test_english_words_meet_without_plural_and_tense() -> None:
    assert terms("Companies exported fabrics") == terms("the company exports fabric")
    assert terms("What did he do, and where?") == []


def test_korean_words_lose_their_particles() -> None:
    assert terms("총리가 평양을 방문했습니까") == terms("총리는 평양에서 방문한") == ["총리", "평양", "방문"]


def test_chinese_function_words_give_no_term() -> None:
    assert not {"的", "是", "了", "吗", "什么", "什麼"} & set(terms("总理访问的目的是什么"))
    assert "目的" in terms("总理访问的目的是什么")


def test_a_token_keeps_its_place_in_the_original_text() -> None:
    text = "㈱ＡＢＣが３７，４４８，６１９ドルを輸出した"
    found = {text[token.start : token.end]: token.term for token in tokenize(text)}
    assert found["ＡＢＣ"] == "abc"
    assert found["３７，４４８，６１９"] == "37448619"
    assert found["輸出"] == "輸出"


def test_pairs_stay_within_a_run_of_letters() -> None:
    assert pairs("金正恩、訪中") == ["金正", "正恩", "訪中"]
    assert pairs("ABC 123") == []


def test_a_text_longer_than_the_analyser_takes_is_read_to_its_end() -> None:
    text = "北京で会談した。" * 4_000 + "平壌"
    assert terms(text)[-1] == "平壌"
    assert tokenize(text)[-1].end == len(text)


def test_many_threads_tokenise_alike() -> None:
    texts = [f"第{number}回の会談は北京で行われた" for number in range(40)]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(terms, texts)) == [terms(text) for text in texts]


@given(st.text(max_size=80) | st.text(alphabet="金正恩が訪中した2025年9月3日、,.のabc Ｚ①한국을 ", max_size=60))
def test_places_are_in_order_and_inside_the_text(text: str) -> None:
    tokens = tokenize(text)
    assert all(0 <= token.start < token.end <= len(text) and token.term for token in tokens)
    assert [token.start for token in tokens] == sorted(token.start for token in tokens)
    assert tokens == tokenize(text)
