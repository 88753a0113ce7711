"""The store of vectors by content."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import numpy as np
import pytest

from corpus.errors import ModelError
from retrieval.ports import Vectors
from retrieval.store import ContentStore
from retrieval.vectors import VectorCache
from tests.retrieval.conftest import HashEmbedder


def test_a_text_is_embedded_once_and_comes_back_the_same(tmp_path: Path, embedder: HashEmbedder) -> None:
    cache = VectorCache(ContentStore(tmp_path / "sub" / "vectors.sqlite"))
    first = cache.passages(["北京", "平壌", "北京"], embedder)
    again = VectorCache(ContentStore(tmp_path / "sub" / "vectors.sqlite")).passages(["平壌", "上海", "北京"], embedder)
    assert sorted(embedder.embedded) == sorted(["北京", "平壌", "上海"])
    assert np.array_equal(first[0], again[2])
    assert np.array_equal(first[1], again[0])
    assert np.array_equal(first, embedder.passages(["北京", "平壌", "北京"]))


def test_another_model_shares_nothing(tmp_path: Path, embedder: HashEmbedder) -> None:
    cache = VectorCache(ContentStore(tmp_path / "vectors.sqlite"))
    cache.passages(["北京"], embedder)
    other = HashEmbedder(name="other", dimension=8)
    assert cache.passages(["北京"], other).shape == (1, 8)
    assert other.embedded == ["北京"]


def test_another_arithmetic_of_the_same_model_shares_nothing(tmp_path: Path, embedder: HashEmbedder) -> None:
    cache = VectorCache(ContentStore(tmp_path / "vectors.sqlite"))
    cache.passages(["北京"], embedder)
    other = HashEmbedder(arithmetic="8 bits")
    cache.passages(["北京"], other)
    cache.passages(["北京"], other)
    assert other.embedded == ["北京"]
    cache.used.clear()
    cache.use(["北京"], embedder)
    cache.use(["北京"], other)
    assert len(cache.used) == 2


def test_progress_counts_only_what_had_to_be_embedded(tmp_path: Path, embedder: HashEmbedder) -> None:
    cache = VectorCache(ContentStore(tmp_path / "vectors.sqlite"))
    cache.passages(["a b"], embedder)
    told: list[tuple[int, int, str]] = []
    cache.passages(["a b", *(f"text {number}" for number in range(300))], embedder, lambda *step: told.append(step))
    assert told == [(256, 300, "embedding"), (300, 300, "embedding")]


def test_what_a_failed_run_embedded_is_kept(tmp_path: Path, embedder: HashEmbedder) -> None:
    class Failing(HashEmbedder):
        def passages(self, texts: object) -> Vectors:
            if len(self.embedded) >= 256:
                raise ModelError("out of memory")
            return super().passages(texts)  # type: ignore[arg-type]

    cache = VectorCache(ContentStore(tmp_path / "vectors.sqlite"))
    texts = [f"text {number}" for number in range(300)]
    with pytest.raises(ModelError):
        cache.passages(texts, Failing())
    cache.passages(texts, embedder)
    assert len(embedder.embedded) == 44


def test_a_vector_of_the_wrong_length_is_embedded_again(tmp_path: Path, embedder: HashEmbedder) -> None:
    path = tmp_path / "vectors.sqlite"
    VectorCache(ContentStore(path)).passages(["北京"], embedder)
    with sqlite3.connect(path) as database:
        database.execute("UPDATE kept SET value = x'00000000'")
    assert VectorCache(ContentStore(path)).passages(["北京"], embedder).shape == (1, embedder.dimension)


def test_no_texts_give_no_rows(tmp_path: Path, embedder: HashEmbedder) -> None:
    assert VectorCache(ContentStore(tmp_path / "vectors.sqlite")).passages([], embedder).shape == (
        0,
        embedder.dimension,
    )
