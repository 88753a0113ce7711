"""Content terms of questions and passages in four languages."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

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


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("李强总理什么时候访问平壤", "李強 総理 訪問 平壌"),
        ("首脑会谈在哪里举行", "首脳 会談 挙行"),
        ("中朝关系的情况怎么样", "中朝 関係 状況"),
        ("中朝關係的情況怎麼樣", "中朝 関係 状況"),
        ("中国出口了3,400万美元的商品吗", "中国 出口 34000000 美元 商品"),
        ("这之前，2015年前10个月的总额是多少", "2015年 10 総額"),
    ],
)
def test_a_chinese_question_gives_its_words_as_japanese_writes_them(question: str, expected: str) -> None:
    assert terms(question) == expected.split()


def test_a_chinese_question_meets_a_japanese_passage() -> None:
    asked = terms("李强和金正恩的首脑会谈讨论了哪些问题")
    passage = terms("李強首相と金正恩総書記は首脳会談で二国間の問題を協議した")
    assert set(asked) - set(passage) == {"討論"}


def test_a_name_gives_the_same_terms_in_a_chinese_question_and_a_japanese_passage() -> None:
    assert set(terms("夏志和是谁")) <= set(terms("夏志和大使が出迎えた"))
    assert set(terms("赵乐际访问了哪里")) - {"訪問"} <= set(terms("趙楽際委員長が到着した"))


@pytest.mark.parametrize(
    "line", ["李強首相北朝鮮訪問", "中国税関統計", "経済的影響", "対北朝鮮輸出額", "東京都北区", "在日大使館"]
)
def test_a_japanese_line_without_kana_gives_what_it_gives_in_a_japanese_sentence(line: str) -> None:
    assert terms(line) == terms(line + "について") == terms(line, lang="ja")


def test_the_caller_may_say_that_a_text_is_chinese() -> None:
    assert terms("金正恩去平壤", lang="zh") == ["金正", "恩", "平壌"]


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


@given(st.text(alphabet="金正恩在这之前访问了中国吗李强和夏志2025年9月、，。3万 的", max_size=60))
def test_places_of_chinese_words_are_in_order_inside_the_text_and_apart(text: str) -> None:
    tokens = tokenize(text, lang="zh")
    assert all(0 <= token.start < token.end <= len(text) and token.term for token in tokens)
    words = [token for token in tokens if not any(c.isdigit() for c in token.term)]
    assert all(one.end <= other.start for one, other in pairwise(words))


@pytest.mark.parametrize("text", ["市長は", "市長さんは", "市長さん何て名前"])
def test_a_post_is_one_word_with_and_without_a_title_behind_it(text: str) -> None:
    assert "市長" in terms(text)
