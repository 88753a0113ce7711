"""The BM25 index on disk, its idf and its coverage."""

from __future__ import annotations

import math
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from bm25s import BM25
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import IndexBroken
from retrieval.lexical import LexicalIndex
from retrieval.tokens import terms

TEXTS = ["首相は平壌を訪問した", "大豆油の輸出額は92,607,155ドル", "平壌で公演が行われた", "Soybean oil exports rose"]


@pytest.fixture
def index(tmp_path: Path) -> LexicalIndex:
    return LexicalIndex.build(TEXTS, tmp_path / "lexical")


@pytest.mark.parametrize(
    ("question", "row"),
    [("首相の訪問先は", 0), ("92607155ドルの商品は", 1), ("export of soybeans", 3), ("公演はどこで", 2)],
)
def test_the_passage_that_shares_the_words_leads(index: LexicalIndex, question: str, row: int) -> None:
    assert int(np.argmax(index.scores(question))) == row


def test_a_question_that_shares_nothing_scores_zero_everywhere(index: LexicalIndex) -> None:
    assert index.scores("xyzzy").tolist() == index.scores("").tolist() == [0.0] * 4


def test_terms_read_before_score_as_the_question_does(index: LexicalIndex) -> None:
    question = "平壌を訪問した首相"
    assert index.scores(question, terms(question)).tolist() == index.scores(question).tolist()


def test_idf_is_lucenes_and_largest_for_a_term_never_seen(index: LexicalIndex) -> None:
    assert index.idf("平壌") == pytest.approx(math.log(1 + (4 - 2 + 0.5) / (2 + 0.5)))
    assert index.idf("never seen") == pytest.approx(math.log(1 + 4.5 / 0.5))
    assert index.idf("never seen") > index.idf("首相") > index.idf("平壌")


def test_idf_among_some_passages_is_that_of_an_index_of_them_alone(index: LexicalIndex, tmp_path: Path) -> None:
    among = np.array([True, False, True, False])
    alone = LexicalIndex.build([TEXTS[0], TEXTS[2]], tmp_path / "alone")
    for term in ("平壌", "首相", "輸出", "never seen"):
        assert index.idf(term, among) == pytest.approx(alone.idf(term))


def test_coverage_is_the_share_of_the_questions_idf_mass_that_a_passage_carries(index: LexicalIndex) -> None:
    question = set(terms("首相が平壌で公演を見た"))
    mass = sum(index.idf(term) for term in question)
    each = [sum(index.idf(term) for term in question & set(terms(text))) / mass for text in TEXTS]
    assert index.coverages(question).tolist() == pytest.approx(each)


def test_an_index_opened_again_scores_alike(index: LexicalIndex, tmp_path: Path) -> None:
    again = LexicalIndex.open(tmp_path / "lexical", len(TEXTS))
    assert again.scores("首相の訪問").tolist() == index.scores("首相の訪問").tolist()


def test_passages_without_any_term_make_an_index_that_finds_nothing(tmp_path: Path) -> None:
    index = LexicalIndex.build(["。。。", "——"], tmp_path / "empty")
    assert index.scores("首相").tolist() == [0.0, 0.0]
    assert LexicalIndex.build([], tmp_path / "none").scores("首相").tolist() == []


def test_missing_damaged_and_foreign_files_are_reported(index: LexicalIndex, tmp_path: Path) -> None:
    with pytest.raises(IndexBroken, match="is missing"):
        LexicalIndex.open(tmp_path / "elsewhere", 4)
    with pytest.raises(IndexBroken, match="has 4 passages, not 5"):
        LexicalIndex.open(tmp_path / "lexical", 5)
    next((tmp_path / "lexical" / "words").glob("params*")).write_text("{")
    with pytest.raises(IndexBroken, match="cannot be read"):
        LexicalIndex.open(tmp_path / "lexical", 4)


@settings(max_examples=50)
@given(st.lists(st.lists(st.sampled_from(("港", "灯台", "費用", "𠮷", "a")), max_size=12), min_size=1, max_size=8))
def test_the_index_is_the_one_that_bm25s_makes(rows: list[list[str]]) -> None:
    with TemporaryDirectory() as directory:
        LexicalIndex.write(rows, [[] for _ in rows], Path(directory) / "ours")
        if not any(rows):
            assert not any((Path(directory) / "ours" / "words").iterdir())
            return
        vocabulary = {term: number for number, term in enumerate(sorted({term for row in rows for term in row}))}
        index = BM25(method="lucene", k1=0.9, b=0.4)
        index.index(([[vocabulary[term] for term in row] for row in rows], vocabulary), show_progress=False)
        index.save(str(Path(directory) / "theirs"), show_progress=False)
        written = {path.name: path.read_bytes() for path in (Path(directory) / "ours" / "words").iterdir()}
        assert written == {path.name: path.read_bytes() for path in (Path(directory) / "theirs").iterdir()}
