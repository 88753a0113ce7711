"""Many ask while the shelf changes again and again: each answer comes from one generation, says which, and verifies."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from bot.answer import Answer
from bot.assistant import Assistant
from bot.compose.composer import ExtractiveComposer
from bot.verify import check_answer
from bot.wire import to_json
from corpus.document import Document
from corpus.shelf import load_shelf
from retrieval.index import Index, open_index
from retrieval.lexicon import Lexicon
from retrieval.retriever import Retriever
from tests.retrieval.conftest import HashEmbedder

THREADS = 32
VERSIONS = 5
QUESTION = "青森港の利用者は何人か"
STEADY = "八戸港で灯台が改修されたのはいつか"
PAUSE = 0.05  # seconds between two questions of one who asks: without it nothing but asking gets a turn


@dataclass(eq=False)
class Edition:
    """Documents and their index, opened together; closed when the last user leaves."""

    documents: Mapping[str, Document]
    index: Index
    assistant: Assistant
    version: int
    users: int = 1


class Editions:
    """The latest edition, lent for the time of a question."""

    def __init__(self, first: Edition) -> None:
        self._latest, self._lock = first, threading.Lock()

    @contextmanager
    def latest(self) -> Iterator[Edition]:
        with self._lock:
            edition = self._latest
            edition.users += 1
        try:
            yield edition
        finally:
            self._leave(edition)

    def switch(self, edition: Edition) -> None:
        with self._lock:
            last, self._latest = self._latest, edition
        self._leave(last)

    def _leave(self, edition: Edition) -> None:
        with self._lock:
            edition.users -= 1
            free = not edition.users
        if free:
            edition.index.close()


def _edition(shelves: Path, directory: Path, version: int) -> Edition:
    """Open a shelf of which one document says the version, in a folder of its own to be verified against later."""
    folder = shelves / str(version)
    folder.mkdir(parents=True)
    for number in range(6):
        said = "八戸港では2021年3月5日に灯台が改修された。" if not number else f"第{number}号の港の記録である。"
        (folder / f"d{number}.md").write_text(f"---\nlang: ja\n---\n\n## 港\n\n{said}\n", "utf-8")
    said = f"第{version}版の記録である。青森港の利用者は{1000 + version}人であった。"
    (folder / "aomori.md").write_text(f"---\ndate: 2024-06-01\nlang: ja\n---\n\n## 利用\n\n{said}\n", "utf-8")
    shelf = load_shelf([folder])
    documents = {document.id: document for document in shelf.documents}
    index = open_index(shelf, directory, HashEmbedder())
    composer = ExtractiveComposer(documents, Lexicon(index))
    return Edition(documents, index, Assistant(documents, Retriever(index), composer), version)


def test_answers_given_while_the_shelf_changes_come_from_one_generation_each(tmp_path: Path) -> None:
    shelves, directory = tmp_path / "shelves", tmp_path / "index" / "shelf"
    first = _edition(shelves, directory, 0)
    editions, opened = Editions(first), {first.index.generation: first}
    done = threading.Event()

    def ask(number: int) -> dict[str, Answer]:
        """Ask until the shelf rests; equal answers count once."""
        given: dict[str, Answer] = {}
        while not done.is_set() or not given:
            with editions.latest() as edition:
                answer = edition.assistant.ask(STEADY if number % 4 == 0 else QUESTION)
            assert answer.index == edition.index.generation
            answer = replace(answer, timings_ms={})
            given[to_json(answer)] = answer
            done.wait(PAUSE)
        return given

    with ThreadPoolExecutor(THREADS) as pool:
        asking = [pool.submit(ask, number) for number in range(THREADS)]
        try:
            for version in range(1, VERSIONS + 1):
                edition = _edition(shelves, directory, version)
                opened[edition.index.generation] = edition
                editions.switch(edition)
        finally:
            done.set()
        given = {text: answer for future in asking for text, answer in future.result().items()}
    assert len(opened) == VERSIONS + 1
    for answer in given.values():
        edition = opened[answer.index]
        assert check_answer(answer, edition.documents) == []
        assert answer.statements, answer.missing
        right = "2021年3月5日" if answer.question == STEADY else f"{1000 + edition.version}人"
        assert any(right in citation.quote for citation in answer.citations)
    answers = Counter((answer.index, answer.question) for answer in given.values())
    assert set(answers.values()) == {1}, "a generation gives a question one answer, whoever asks and when"
    assert len(answers) > VERSIONS, "the questions fell into several generations"
    left = [path.name for path in (directory / "generations").iterdir()]
    assert len(left) <= 2, f"what nobody reads is removed: {left}"
