"""From a question to evidence, over a real Chroma and a real BM25 index on disk."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.document import Span
from corpus.errors import IndexBroken, ModelError
from retrieval.fusion import DEPTH
from retrieval.index import Index
from retrieval.ports import Vectors
from retrieval.retriever import Retriever
from tests.retrieval.conftest import HashEmbedder, MakeShelf, OpenIndex

TEXTS = (
    "李強首相は10月9日に平壌を訪問した。閲兵式を観覧した。会見では発言した。",
    "大豆油の輸出額は92,607,155ドルだった。",
    "習近平総書記は北京で握手した。首脳会談は9月4日だった。",
)


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    return tmp_path / "index" / "shelf"


@pytest.fixture
def index(opened: OpenIndex, make_shelf: MakeShelf, directory: Path, embedder: HashEmbedder) -> Index:
    return opened(make_shelf(*TEXTS, section=("2. 訪問",)), directory, embedder)


def test_the_passage_that_answers_comes_first_with_its_reasons(index: Index) -> None:
    evidence = Retriever(index).retrieve("首相が平壌を訪問したのはいつか")
    first = evidence.hits[0]
    assert first.passage.id == "d0:0"
    assert first.coverage == pytest.approx(1.0)
    assert first.lexical > 0
    assert first.score == pytest.approx(1.0)
    assert [hit.rank for hit in evidence.hits] == [1, 2, 3]
    assert evidence.generation == index.generation
    assert [hit.score for hit in evidence.hits] == sorted((hit.score for hit in evidence.hits), reverse=True)


def test_each_sentence_of_a_hit_has_its_own_cosine_and_the_best_counts(index: Index) -> None:
    hit = Retriever(index).retrieve("閲兵式を観覧した").hits[0]
    texts = [TEXTS[0][sentence.start : sentence.end] for sentence in hit.sentences]
    best = max(hit.sentences, key=lambda sentence: sentence.similarity)
    assert texts == ["李強首相は10月9日に平壌を訪問した。", "閲兵式を観覧した。", "会見では発言した。"]
    assert TEXTS[0][best.start : best.end] == "閲兵式を観覧した。"
    assert hit.similarity == pytest.approx(best.similarity)
    assert index.embedder is not None
    question = index.embedder.queries(["閲兵式を観覧した"])[0]
    sentence = index.embedder.passages([f"2. 訪問\n{texts[1]}"])[0]  # under the heading it stands under
    assert best.similarity == pytest.approx(float(question @ sentence), abs=1e-4)


def test_a_single_sentence_is_stored_once(index: Index) -> None:
    assert index.sentences["d0:0"][0] == Span(0, 19)
    assert "d1:0" not in index.sentences
    assert Retriever(index).retrieve("大豆油").hits[0].sentences == ()


def test_kinds_and_limit_narrow_the_hits(
    opened: OpenIndex, make_shelf: MakeShelf, directory: Path, embedder: HashEmbedder
) -> None:
    shelf = make_shelf("大豆油の輸出", "大豆油 92,607,155", "大豆油の輸入", kinds=("prose", "row", "note"))
    retriever = Retriever(opened(shelf, directory, embedder))
    assert [hit.passage.kind for hit in retriever.retrieve("大豆油", kinds={"row"}).hits] == ["row"]
    assert len(retriever.retrieve("大豆油", limit=2).hits) == 2


def test_words_that_only_ask_do_not_count_in_coverage(index: Index) -> None:
    question = "首相の訪問を要約しなさい"
    retriever = Retriever(index)
    frame = [(question.index("要約"), len(question))]
    assert retriever.question_terms(question, frame) == {"首相", "訪問"}
    assert retriever.retrieve(question).hits[0].coverage < 1
    assert retriever.retrieve(question, frame=frame).hits[0].coverage == pytest.approx(1.0)


def test_without_a_model_retrieval_goes_by_words_alone(
    opened: OpenIndex, make_shelf: MakeShelf, directory: Path
) -> None:
    retriever = Retriever(opened(make_shelf(*TEXTS), directory, None))
    evidence = retriever.retrieve("大豆油の輸出額")
    assert [hit.passage.id for hit in evidence.hits] == ["d1:0"]
    assert evidence.hits[0].similarity == 0
    assert not list(directory.rglob("chroma*"))


def test_of_more_passages_that_share_a_word_the_first_are_kept_in_the_order_of_their_scores(
    opened: OpenIndex, make_shelf: MakeShelf, directory: Path
) -> None:
    texts = ["首相は平壌で会談した。" if number == DEPTH + 20 else "首相がいた。" for number in range(DEPTH + 40)]
    index = opened(make_shelf(*texts), directory, None)
    hits = Retriever(index).retrieve("首相の会談", limit=2 * DEPTH).hits
    assert [hit.passage.text for hit in hits[:2]] == ["首相は平壌で会談した。", "首相がいた。"]
    assert len(hits) == DEPTH
    same = [passage for passage in index.passages if passage.text == "首相がいた。"]
    assert {hit.passage.id for hit in hits[1:]} == {passage.id for passage in same[: DEPTH - 1]}


def test_a_question_without_a_word_of_the_shelf_still_gets_the_nearest_passages(index: Index) -> None:
    evidence = Retriever(index).retrieve("xyzzy")
    assert len(evidence.hits) == 3
    assert {hit.coverage for hit in evidence.hits} == {0.0}
    assert len(Retriever(index).retrieve("").hits) == 3


def test_an_index_is_opened_again_without_embedding_or_building(
    opened: OpenIndex, make_shelf: MakeShelf, directory: Path, index: Index
) -> None:
    fresh = HashEmbedder()
    told: list[object] = []
    shelf = make_shelf(*TEXTS, section=("2. 訪問",))
    again = opened(shelf, directory, fresh, lambda *step: told.append(step))
    assert again.generation == index.generation
    assert (fresh.embedded, told) == ([], [])
    assert Retriever(again).retrieve("首相") == Retriever(index).retrieve("首相")


def test_a_changed_shelf_makes_a_new_generation_and_embeds_only_what_changed(
    opened: OpenIndex, make_shelf: MakeShelf, directory: Path, index: Index
) -> None:
    fresh = HashEmbedder()
    changed = opened(make_shelf(*TEXTS, "新しい文書。", section=("2. 訪問",)), directory, fresh)
    assert changed.generation != index.generation
    assert "2. 訪問\n新しい文書。" in fresh.embedded
    assert not any(text in embedded for text in TEXTS for embedded in fresh.embedded)
    assert len(Retriever(index).retrieve("首相").hits) == 3, "who holds the old generation still gets its answers"
    assert len(Retriever(changed).retrieve("首相").hits) == 4


def test_another_model_never_answers_from_the_old_space(
    opened: OpenIndex, make_shelf: MakeShelf, directory: Path, index: Index
) -> None:
    other = opened(make_shelf(*TEXTS, section=("2. 訪問",)), directory, HashEmbedder(name="other", dimension=8))
    assert other.generation != index.generation
    assert Retriever(other).retrieve("首相が平壌を訪問").hits[0].passage.id == "d0:0"


def test_a_model_that_fails_while_building_leaves_the_old_index(
    opened: OpenIndex, make_shelf: MakeShelf, directory: Path, index: Index, embedder: HashEmbedder
) -> None:
    class Failing(HashEmbedder):
        def passages(self, texts: object) -> Vectors:
            raise ModelError("out of memory")

    with pytest.raises(ModelError, match="out of memory"):
        opened(make_shelf("別の文書。"), directory, Failing())
    again = opened(make_shelf(*TEXTS, section=("2. 訪問",)), directory, embedder)
    assert again.generation == index.generation


@pytest.mark.parametrize("part", ["sentences.json", "chroma/chroma.sqlite3", "lexical/words/params.index.json"])
def test_a_damaged_index_is_built_again(
    opened: OpenIndex, make_shelf: MakeShelf, directory: Path, embedder: HashEmbedder, part: str
) -> None:
    shelf = make_shelf(*TEXTS)
    first = opened(shelf, directory, embedder)
    first.close()
    (directory / "generations" / first.generation / part).write_bytes(b"\x00damaged")
    again = opened(shelf, directory, embedder)
    assert again.generation != first.generation
    assert Retriever(again).retrieve("首相が平壌を訪問").hits[0].passage.id == "d0:0"


def test_two_builders_at_once_build_once(opened: OpenIndex, make_shelf: MakeShelf, directory: Path) -> None:
    embedders = [HashEmbedder() for _ in range(4)]
    shelf = make_shelf(*TEXTS)
    with ThreadPoolExecutor(4) as pool:
        indexes = list(pool.map(lambda embedder: opened(shelf, directory, embedder), embedders))
    assert len({index.generation for index in indexes}) == 1
    assert sum(bool(embedder.embedded) for embedder in embedders) == 1


def test_many_threads_get_the_same_evidence(index: Index) -> None:
    retriever = Retriever(index)
    questions = ["首相の訪問", "大豆油の輸出額", "首脳会談はいつ"] * 8
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(retriever.retrieve, questions)) == [retriever.retrieve(text) for text in questions]


def test_two_passages_with_one_id_are_reported(
    opened: OpenIndex, make_shelf: MakeShelf, directory: Path, embedder: HashEmbedder
) -> None:
    shelf = make_shelf("一", "二")
    twice = replace(shelf, documents=(shelf.documents[0], shelf.documents[0]))
    with pytest.raises(IndexBroken, match="same id"):
        opened(twice, directory, embedder)


def test_a_heading_or_note_does_not_outrank_the_prose_that_says_the_same(
    opened: OpenIndex, make_shelf: MakeShelf, directory: Path, embedder: HashEmbedder
) -> None:
    shelf = make_shelf("首相の訪問", "首相の訪問", "首相の訪問", kinds=("heading", "note", "prose"))
    hits = Retriever(opened(shelf, directory, embedder)).retrieve("首相の訪問").hits
    assert hits[0].passage.kind == "prose"
    assert len({round(hit.similarity, 4) for hit in hits}) == 1, "the cosine told is the cosine"


def test_a_filter_is_applied_before_ranking_so_that_nothing_outside_takes_a_place(
    opened: OpenIndex, make_shelf: MakeShelf, directory: Path, embedder: HashEmbedder
) -> None:
    """Over a hundred better passages outside of it, the one inside is found, by words and by meaning."""
    shelf = make_shelf(*(f"大豆油の輸出額は{number}ドルだった。" for number in range(500)), "大豆油の輸入。")
    retriever = Retriever(opened(shelf, directory, embedder))
    assert "d500:0" not in [hit.passage.id for hit in retriever.retrieve("大豆油の輸出額").hits]
    (hit,) = retriever.retrieve("大豆油の輸出額", documents={"d500"}).hits
    assert (hit.passage.id, hit.rank) == ("d500:0", 1)
    assert hit.lexical > 0
    assert hit.similarity > 0
    assert {h.passage.doc for h in retriever.retrieve("大豆油", documents={"d3", "d7"}).hits} == {"d3", "d7"}
    assert retriever.retrieve("大豆油", documents={"d3"}, kinds={"row"}).hits == ()
    assert retriever.retrieve("大豆油の輸出額") == Retriever(retriever._index).retrieve("大豆油の輸出額")
