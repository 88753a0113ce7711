"""The benchmark's parts: what it makes, measures with and reports. The whole run is for machines at rest."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import numpy as np
import pytest

from bot.bench import timing
from bot.bench.plain import Plain
from bot.bench.plot import svg
from bot.bench.report import table
from bot.bench.run import Run
from bot.bench.shelf import PARAGRAPHS, PER_DOCUMENT, changed_files, questions, write_shelf
from bot.bench.standin import StandIn
from bot.bench.worker import PLAIN, TENKYO, THREADS, Figures, Task
from corpus.shelf import load_shelf
from retrieval.index import open_index
from retrieval.retriever import Retriever
from tests.retrieval.conftest import HashEmbedder

SIZE = 3 * PER_DOCUMENT


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    write_shelf(tmp_path / "shelf", SIZE)
    return tmp_path / "shelf"


def test_a_shelf_has_the_passages_asked_for_and_is_the_same_for_a_seed(shelf: Path, tmp_path: Path) -> None:
    documents = load_shelf([shelf]).documents
    assert sum(len(document.passages) for document in documents) == SIZE
    assert sum(p.kind == "prose" for document in documents for p in document.passages) == 3 * PARAGRAPHS
    write_shelf(tmp_path / "again", SIZE + 1)
    write_shelf(tmp_path / "other", SIZE, seed=1)
    first = sorted(shelf.iterdir())
    assert [path.read_bytes() for path in first] == [(tmp_path / "again" / path.name).read_bytes() for path in first]
    assert first[0].read_bytes() != (tmp_path / "other" / first[0].name).read_bytes()


def test_a_changed_shelf_differs_where_it_says(shelf: Path) -> None:
    before = {path.name: path.read_bytes() for path in shelf.iterdir()}
    write_shelf(shelf, SIZE, changed=0.5)
    changed = [path.name for path in sorted(shelf.iterdir()) if path.read_bytes() != before[path.name]]
    assert changed == changed_files(SIZE, 0.5)
    assert len(changed) == 2


def test_questions_are_different_and_each_is_answered_by_a_passage(shelf: Path, tmp_path: Path) -> None:
    asked = questions(SIZE, 10)
    assert len(set(asked)) == 10
    index = open_index(load_shelf([shelf]), tmp_path / "index" / "shelf", StandIn(HashEmbedder()))
    for question in asked:
        place = question.split("の")[0]
        assert place in Retriever(index).retrieve(question).hits[0].passage.text
    index.close()


def test_a_stand_in_makes_unit_vectors_pays_for_questions_and_keeps_a_sample() -> None:
    model = HashEmbedder()
    standin = StandIn(model)
    vectors = standin.passages([f"第{number}号の記録" for number in range(33)])
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(33), abs=1e-5)
    standin.passages(["もう一つの記録"])
    assert (standin.texts, len(standin.sample)) == (34, 3)
    assert model.embedded == []
    assert standin.queries(["第3号の記録"])[0] @ vectors[3] == pytest.approx(1.0, abs=1e-5)


def test_the_plain_pipeline_finds_what_it_indexed_and_replaces_documents(shelf: Path, tmp_path: Path) -> None:
    plain = Plain(tmp_path / "plain", HashEmbedder(dimension=64))
    plain.index(sorted(shelf.iterdir()))
    nodes = plain.retrieve("灯台")
    assert nodes > 3
    plain.replace([shelf / name for name in changed_files(SIZE, 0.3)])
    again = Plain(tmp_path / "plain", HashEmbedder(dimension=64))
    assert again.retrieve("灯台") == nodes


def test_what_is_measured_is_in_the_units_it_says(tmp_path: Path) -> None:
    assert timing.times(lambda _: None, ["a", "b"])["p95_ms"] < 100
    done: list[str] = []
    both = timing.times_in_turn({"one": lambda q: done.append(f"one {q}"), "two": done.append}, ["a", "b"])
    assert done == ["one a", "a", "one b", "b"], "in turn, so that both meet the same machine"
    assert both.keys() == {"one", "two"}
    assert timing.per_second(lambda _: None, ["a"] * 50, 4) > 10
    assert 10 < timing.memory()["peak_mb"] < 10_000
    (tmp_path / "file").write_bytes(b"\0" * 2_000_000)
    assert timing.disk_mb(tmp_path) == 2.0


def test_a_task_reaches_the_worker_as_it_was() -> None:
    task = Task(TENKYO, "ask", "s", "i", 1.5, ("問い",), (), ("a.md",))
    assert Task.from_json(task.to_json()) == task


def _figures(scale: float) -> Figures:
    ask = {
        "cold_seconds": scale, "rss_mb": 100 * scale, "query": {"p50_ms": 10.0, "p95_ms": 12.0},
        "retrieve": {"p50_ms": 15 * scale, "p95_ms": 18 * scale},
        **{f"per_second_{threads}": 60 / scale for threads in THREADS},
    }  # fmt: skip
    index = {"seconds": 20 * scale, "embedding_seconds": 80 * scale, "total_seconds": 100 * scale, "disk_mb": 5.0}
    return {"index": index, "reindex": {**index, "total_seconds": 2 * scale}, "ask": ask}


def test_a_report_says_how_many_times_better_and_which_goals_are_met() -> None:
    sizes: dict[int, dict[str, Figures]] = {}
    for size in (100, 1_000):
        ours = _figures(1)
        ours["ask"]["answer"] = {"p50_ms": 30.0, "p95_ms": 50.0}
        sizes[size] = {TENKYO: ours, PLAIN: _figures(4)}
    run = Run("a machine", 0, sizes)
    text = table(run)
    assert "| index, embedding included | 100 : 400 s (4.0×) | 100 : 400 s (4.0×) |" in text
    assert "| retrievals a second, 4 threads | 60 : 15 /s (4.0×) |" in text
    assert "| whole answer, p50 | 30 ms |" in text
    assert "- met: indexing 1,000 passages at least 3 times faster: 4.0" in text
    assert "- met: retrieval at most twice the bare query embedding: 1.50" in text
    assert "- re-index after 1% changed, as a share of the whole index: 2.0%" in text
    plot = ET.fromstring(svg(run))
    assert len(plot.findall("{http://www.w3.org/2000/svg}polyline")) == 6
    assert json.loads(run.to_json())["machine"] == "a machine"
