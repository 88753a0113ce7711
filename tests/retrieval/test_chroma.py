"""The vector index in a real Chroma on disk."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from llama_index.core.vector_stores.types import VectorStoreQuery
from llama_index.vector_stores.chroma import ChromaVectorStore

from corpus.errors import IndexBroken
from retrieval.chroma import ChromaIndex
from retrieval.ports import Entry, Vectors


def _entry(number: int, kind: str = "prose") -> Entry:
    return Entry(f"p{number}", f"p{number}", "d", kind, 0, 3, f"本文{number}")


def _vectors(count: int, dimension: int = 16) -> Vectors:
    rows = np.random.default_rng(7).standard_normal((count, dimension)).astype(np.float32)
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


def test_nearest_gives_exact_cosines_best_first(tmp_path: Path) -> None:
    vectors = _vectors(50)
    index = ChromaIndex.build(tmp_path / "chroma", [_entry(number) for number in range(50)], vectors)
    found = index.nearest(vectors[3], 10)
    cosines = vectors @ vectors[3]
    assert list(found) == [f"p{row}" for row in np.argsort(-cosines)[:10]]
    assert found["p3"] == pytest.approx(1.0, abs=1e-5)
    assert index.similarities(vectors[3], ["p7", "p9", "gone"]) == pytest.approx(
        {"p7": float(cosines[7]), "p9": float(cosines[9])}, abs=1e-5
    )
    assert len(index) == 50
    index.close()


def test_kinds_filter_and_limits_beyond_the_size_are_fine(tmp_path: Path) -> None:
    vectors = _vectors(6)
    entries = [_entry(number, "row" if number % 2 else "prose") for number in range(6)]
    index = ChromaIndex.build(tmp_path / "chroma", entries, vectors)
    assert set(index.nearest(vectors[0], 100, kinds={"row"})) == {"p1", "p3", "p5"}
    assert len(index.nearest(vectors[0], 100)) == 6
    assert index.similarities(vectors[0], []) == {}
    index.close()


def test_llamaindex_s_own_store_reads_the_same_nodes(tmp_path: Path) -> None:
    vectors = _vectors(4)
    index = ChromaIndex.build(tmp_path / "chroma", [_entry(number) for number in range(4)], vectors)
    stock = ChromaVectorStore(chroma_collection=index._store.client)
    result = stock.query(VectorStoreQuery(query_embedding=vectors[2].tolist(), similarity_top_k=1))
    assert result.nodes is not None
    assert result.nodes[0].node_id == "p2"
    assert result.nodes[0].get_content() == "本文2"
    assert result.nodes[0].metadata["kind"] == "prose"
    index.close()


def test_an_empty_index_finds_nothing(tmp_path: Path) -> None:
    index = ChromaIndex.build(tmp_path / "chroma", [], _vectors(0))
    assert index.nearest(_vectors(1)[0], 5) == {}
    index.close()


def test_more_nodes_than_chroma_takes_at_once_are_written(tmp_path: Path) -> None:
    vectors = _vectors(1_100, 4)
    told: list[tuple[int, int, str]] = []
    entries = [_entry(number) for number in range(1_100)]
    index = ChromaIndex.build(tmp_path / "chroma", entries, vectors, lambda *step: told.append(step))
    assert len(index) == 1_100
    assert told[-1] == (1_100, 1_100, "storing")
    index.close()


def test_many_threads_read_alike(tmp_path: Path) -> None:
    vectors = _vectors(40)
    index = ChromaIndex.build(tmp_path / "chroma", [_entry(number) for number in range(40)], vectors)
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda row: next(iter(index.nearest(vectors[row], 3))), range(40)))
    assert found == [f"p{number}" for number in range(40)]
    index.close()


def test_a_missing_collection_and_damaged_files_are_reported(tmp_path: Path) -> None:
    with pytest.raises(IndexBroken, match="run `tenkyo index`"):
        ChromaIndex(tmp_path / "nothing here")
    ChromaIndex.build(tmp_path / "chroma", [_entry(0)], _vectors(1)).close()
    shutil.copytree(tmp_path / "chroma", tmp_path / "copy")
    (tmp_path / "copy" / "chroma.sqlite3").write_bytes(b"damaged" * 1_000)
    with pytest.raises(IndexBroken, match="vector index"):
        ChromaIndex(tmp_path / "copy")


def test_an_env_file_and_the_environment_cannot_turn_tracing_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_text("ANONYMIZED_TELEMETRY=True\nCHROMA_OTEL_COLLECTION_ENDPOINT=http://127.0.0.1:9\n")
    monkeypatch.setenv("CHROMA_OTEL_COLLECTION_ENDPOINT", "http://127.0.0.1:9")
    index = ChromaIndex.build(tmp_path / "chroma", [_entry(0)], _vectors(1))
    settings = index._client.get_settings()
    assert settings.anonymized_telemetry is False
    assert settings.chroma_otel_collection_endpoint == ""
    index.close()
