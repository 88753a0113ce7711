"""One measurement in a process of its own, so that memory and the first question are its own: task in, figures out.

Invariant: both systems do the same work in the same order; only the system differs.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bot.bench import timing
from bot.bench.standin import StandIn
from retrieval.embedding import E5Embedder, OwnEngine
from retrieval.ports import Embedder

Figures = dict[str, Any]
TENKYO, PLAIN = "tenkyo", "plain"
THREADS = (1, 4, 16)
_WARMING = 3


@dataclass(frozen=True)
class Task:
    """What to measure: ``do`` is one of ``index``, ``reindex``, ``ask``, ``embed``.

    ``started`` is when the process was asked for (seconds since 1970); ``texts`` are to be embedded; ``changed`` are
    the names of the files that differ from those indexed before.
    """

    system: str
    do: str
    shelf: str = ""
    index: str = ""
    started: float = 0.0
    questions: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()

    def to_json(self) -> str:
        """Return the task as the worker reads it."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Task:
        """Read what `to_json` wrote."""
        read: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in json.loads(text).items()
        }
        return cls(**read)


def measure(task: Task) -> Figures:
    """Do a task and return its figures."""
    model = E5Embedder(OwnEngine) if task.system == PLAIN else E5Embedder()
    if task.do == "embed":
        return _embed(model, task)
    embedder = StandIn(model)
    if task.do == "ask":
        return (_ask_plain if task.system == PLAIN else _ask_tenkyo)(task, embedder)
    started = time.perf_counter()
    (_index_plain if task.system == PLAIN else _index_tenkyo)(task, embedder)
    seconds = time.perf_counter() - started - embedder.seconds
    return {
        "seconds": seconds,
        "texts": embedder.texts,
        "sample": embedder.sample,
        "disk_mb": timing.disk_mb(Path(task.index)),
        **timing.memory(),
    }


def _embed(model: Embedder, task: Task) -> Figures:
    started = time.perf_counter()
    model.queries(["温める"])
    loaded = time.perf_counter()
    model.passages(task.texts)
    return {
        "load_seconds": loaded - started,
        "per_second": len(task.texts) / (time.perf_counter() - loaded),
    }


def _index_tenkyo(task: Task, embedder: Embedder) -> None:
    from corpus.shelf import load_shelf  # noqa: PLC0415  imported where measured
    from retrieval.index import content_store, open_index  # noqa: PLC0415

    directory = Path(task.index) / "shelf"
    open_index(load_shelf([Path(task.shelf)], store=content_store(directory)), directory, embedder).close()


def _index_plain(task: Task, embedder: Embedder) -> None:
    from bot.bench.plain import Plain  # noqa: PLC0415

    plain = Plain(Path(task.index), embedder)
    if task.do == "reindex":
        plain.replace([Path(task.shelf) / name for name in task.changed])
    else:
        plain.index(sorted(Path(task.shelf).iterdir()))


def _ask_tenkyo(task: Task, embedder: Embedder) -> Figures:
    from bot.assistant import Assistant  # noqa: PLC0415
    from bot.compose.composer import ExtractiveComposer  # noqa: PLC0415
    from corpus.shelf import load_shelf  # noqa: PLC0415
    from retrieval.index import content_store, open_index  # noqa: PLC0415
    from retrieval.lexicon import Lexicon  # noqa: PLC0415
    from retrieval.retriever import Retriever  # noqa: PLC0415

    directory = Path(task.index) / "shelf"
    shelf = load_shelf([Path(task.shelf)], store=content_store(directory))
    index = open_index(shelf, directory, embedder)
    retriever = Retriever(index)
    figures = _asked(retriever.retrieve, embedder, task)
    documents = {document.id: document for document in shelf.documents}
    assistant = Assistant(documents, retriever, ExtractiveComposer(documents, Lexicon(index)))
    for question in task.questions[:_WARMING]:
        assistant.ask(question)
    asked = [f"{question}。" for question in task.questions]
    return {**figures, "answer": timing.times(assistant.ask, asked), **timing.memory()}


def _ask_plain(task: Task, embedder: Embedder) -> Figures:
    from bot.bench.plain import Plain  # noqa: PLC0415

    return _asked(Plain(Path(task.index), embedder).retrieve, embedder, task)


def _asked(retrieve: Callable[[str], object], embedder: Embedder, task: Task) -> Figures:
    """Ask the first question, then each once more in other words each time: no vector is remembered."""
    first, *questions = task.questions
    retrieve(first)
    figures: Figures = {"cold_seconds": time.time() - task.started}
    for question in questions[:_WARMING]:
        retrieve(f"{question}、")
    figures |= timing.times_in_turn(
        {"query": lambda question: embedder.queries([f"{question}…"]), "retrieve": retrieve}, questions
    )
    for threads in THREADS:
        asked = [f"{question}{'？' * threads}" for question in questions]
        figures[f"per_second_{threads}"] = timing.per_second(retrieve, asked, threads)
    return {**figures, **timing.memory()}


if __name__ == "__main__":
    print(json.dumps(measure(Task.from_json(sys.stdin.read())), ensure_ascii=False))
