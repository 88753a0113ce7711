"""The adapter turns questions of its own model alone, and learns what its loss says."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.adapter.examples import Examples, read_examples
from retrieval.adapter.model import FILE, turned
from retrieval.adapter.train import Embedded, Recipe, learned, loss, recall, slope, unit_rows
from retrieval.embedding import DIMENSION, MODEL
from retrieval.index import Index
from retrieval.ports import Vectors
from retrieval.retriever import Retriever
from tests.retrieval.conftest import HashEmbedder, MakeShelf, OpenIndex

ADAPTER = Path(__file__).resolve().parents[2] / "retrieval" / "adapter"
WRITTEN = ADAPTER.parent / "reader" / "written"


def vectors(count: int, seed: int, width: int = DIMENSION) -> Vectors:
    made = unit_rows(np.random.default_rng(seed).standard_normal((count, width)))
    return np.asarray(made, dtype=np.float32)


@given(seed=st.integers(0, 1000))
def test_a_turned_vector_has_length_1_and_is_another(seed: int) -> None:
    vector = vectors(1, seed)[0]
    found = turned(vector, MODEL)
    assert np.linalg.norm(found) == pytest.approx(1, abs=1e-5)
    assert found.dtype == np.float32
    assert float(found @ vector) < 0.999


def test_the_vector_of_another_model_is_left_as_it_is() -> None:
    vector = vectors(1, 0, 32)[0]
    assert turned(vector, "hash") is vector


def test_the_shipped_file_is_the_one_that_the_card_describes_and_small() -> None:
    written, card = (ADAPTER / FILE).read_bytes(), (ADAPTER / "MODEL_CARD.md").read_text("utf-8")
    assert hashlib.sha256(written).hexdigest() in card
    assert len(written) < 400_000
    assert "CC BY-SA 3.0" in card


class Asking(HashEmbedder):
    """Says that its vectors are those of the model that the adapter was learned for."""


def test_passages_are_found_by_the_turned_question_and_their_cosines_are_to_the_question_itself(
    opened: OpenIndex, make_shelf: MakeShelf, tmp_path: Path
) -> None:
    embedder = Asking(name=MODEL, dimension=DIMENSION)
    texts = [f"第{number}号の記録は倉庫{number}にある。" for number in range(40)]
    index: Index = opened(make_shelf(*texts), tmp_path / "index" / "shelf", embedder)
    question = "第7号の記録"
    hits = Retriever(index, dense_share=1.0).retrieve(question, limit=40).hits
    plain, stored = embedder.queries([question])[0], embedder.passages([hit.passage.text for hit in hits])
    assert [hit.similarity for hit in hits] == pytest.approx((stored @ plain).tolist(), abs=1e-4)
    by_turned = stored @ turned(plain, MODEL)
    assert by_turned.tolist() == sorted(by_turned.tolist(), reverse=True)
    assert [hit.similarity for hit in hits] != sorted((hit.similarity for hit in hits), reverse=True)


def examples(seed: int) -> Embedded:
    """Return questions that are their answers' vectors, each coordinate in the place of another."""
    texts = vectors(60, seed, 12)
    return Embedded(np.roll(texts, 3, axis=1), texts, [(at,) for at in range(60)])


@settings(max_examples=10, deadline=None)
@given(seed=st.integers(0, 100))
def test_the_slope_is_that_of_the_loss(seed: int) -> None:
    exact = examples(seed)
    data = Embedded(exact.questions.astype(float), exact.texts.astype(float), exact.answers)
    matrix, way = np.eye(12), np.random.default_rng(seed).standard_normal((12, 12))
    rows = list(range(20))
    rise = loss(matrix + 1e-5 * way, data, rows, 0.1) - loss(matrix - 1e-5 * way, data, rows, 0.1)
    assert rise / 2e-5 == pytest.approx(float((slope(matrix, data, rows, 0.1) * way).sum()), rel=1e-3, abs=1e-4)


def test_what_is_learned_finds_what_answers_and_is_the_same_each_time() -> None:
    data, recipe = examples(1), Recipe(temperature=0.1, identity=0.0, rate=0.05, epochs=100)
    found = learned(data, recipe)
    passages = list(range(60))
    assert np.mean(recall(np.eye(12, dtype=np.float32), data, passages, 1)) < 0.3
    assert np.mean(recall(found, data, passages, 1)) > 0.9
    assert np.array_equal(found, learned(data, recipe))


def test_held_near_enough_it_stays_the_identity() -> None:
    assert learned(examples(1), Recipe(identity=1e4, epochs=2)) == pytest.approx(np.eye(12), abs=0.01)


def test_texts_are_sentences_under_their_heading() -> None:
    made = Examples()
    assert made.passage("見出し", ["一。", "二。"]) == (0, 1)
    assert made.passage("", ["三。"]) == (2,)
    assert made.texts == ["見出し\n一。", "見出し\n二。", "三。"]
    assert made.passages == [0, 0, 1]


def test_the_written_files_are_read_whole() -> None:
    made = read_examples(WRITTEN, "held")
    assert {asked.lang for asked in made.asked} == {"ja", "en", "zh", "ko"}
    assert made.passages == sorted(made.passages)
    assert all(set(asked.answers) <= set(range(len(made.texts))) for asked in made.asked)
