"""A program that goes on while the shelf changes: every answer of one edition, old ones closed when they are done."""

from __future__ import annotations

import logging
import random
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.answer import Answer, Filters
from bot.library import Library
from bot.live import Edition, Live
from bot.settings import Settings
from bot.verify import check_answer
from bot.wiring import open_live
from corpus.errors import FilterError, IndexBroken, ShelfError
from corpus.shelf import Shelf


@dataclass
class World:
    """A shelf whose state is a number, and the editions that were opened of it."""

    state: int = 1
    opened: list[int] = field(default_factory=list)
    closed: list[int] = field(default_factory=list)
    during: Callable[[int], None] = lambda number: None
    opening: Callable[[int], None] = lambda number: None

    def edition(self, last: Edition | None) -> Edition:
        number = self.state
        self.opening(number)
        self.opened.append(number)

        class Says:
            def ask(this, question: str, turns: tuple[str, ...] = (), filters: Filters | None = None) -> Answer:
                self.during(number)
                assert number not in self.closed, "asked after it was closed"
                return Answer(question, turns, "ja", "chat", False, 1.0, str(number), "", filters=filters)

        return Edition(Says(), Shelf((), (), ""), number, lambda: False, lambda: self.closed.append(number))

    def live(self, patience: float = 5.0) -> Live:
        return Live(self.edition, lambda: self.state, patience)


def test_an_unchanged_shelf_is_opened_once() -> None:
    world = World()
    live = world.live()
    assert [live.ask("q").index for _ in range(3)] == ["1", "1", "1"]
    assert (world.opened, world.closed) == ([1], [])
    live.close()
    assert world.closed == [1]


def test_the_next_question_after_a_change_gets_the_next_edition_and_the_old_one_is_closed() -> None:
    world = World()
    live = world.live()
    world.state = 2
    assert live.ask("q", ("p",), Filters(author="x")).index == "2"
    assert (world.opened, world.closed) == ([1, 2], [1])


def test_a_look_that_was_slow_at_first_does_not_keep_the_next_question_from_looking() -> None:
    world, looks = World(), []

    def state() -> int:
        looks.append(world.state)
        time.sleep(0.02 if len(looks) < 3 else 0)
        return world.state

    live = Live(world.edition, state)
    assert live.ask("q").index == "1"
    world.state = 2
    assert live.ask("q").index == "2"
    live.close()


def test_an_old_edition_is_closed_only_when_its_last_question_is_answered() -> None:
    world, inside, release = World(), threading.Event(), threading.Event()

    def during(number: int) -> None:
        if number == 1:
            inside.set()
            assert release.wait(5)

    world.during = during
    live = world.live()
    with ThreadPoolExecutor(1) as pool:
        slow = pool.submit(live.ask, "slow")
        assert inside.wait(5)
        world.state = 2
        assert live.ask("q").index == "2"
        assert world.closed == []
        release.set()
        assert slow.result(5).index == "1"
    assert world.closed == [1]


def test_while_a_long_build_goes_on_the_last_edition_answers() -> None:
    world, release = World(), threading.Event()
    live = world.live(patience=0.05)
    world.opening = lambda number: (release.wait(5), None)[1]
    world.state = 2
    started = time.monotonic()
    assert [live.ask("q").index for _ in range(5)] == ["1"] * 5
    assert time.monotonic() - started < 1
    release.set()
    assert eventually(lambda: live.ask("q").index == "2")
    assert world.opened == [1, 2]


def test_what_cannot_be_opened_is_logged_once_and_the_last_edition_answers(caplog: pytest.LogCaptureFixture) -> None:
    world = World()
    live = world.live()

    def fail(number: int) -> None:
        if number == 2:
            raise ShelfError("two files are one document")

    world.opening = fail
    world.state = 2
    with caplog.at_level(logging.WARNING):
        assert [live.ask("q").index for _ in range(3)] == ["1", "1", "1"]
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert "two files are one document" in caplog.text
    world.state = 3
    assert live.ask("q").index == "3"


def test_the_first_edition_must_open() -> None:
    def fail(number: int) -> None:
        raise IndexBroken("no disk")

    with pytest.raises(IndexBroken):
        World(opening=fail).live()


def eventually(true: Callable[[], bool], seconds: float = 5.0) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.01)
    return False


# --- real documents, a real index ------------------------------------------------------------------------


def version(number: int) -> str:
    return f"# 港\n\n青森港の開港式は{2000 + number}年4月5日に開かれた。\n"


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    folder = tmp_path / "shelf"
    folder.mkdir()
    (folder / "port.md").write_text(version(1), "utf-8")
    (folder / "fair.md").write_text("---\nauthor: 山田花子\n---\n函館の花火大会は2020年8月1日に開かれた。\n", "utf-8")
    return folder


def opened(tmp_path: Path, shelf: Path) -> Live:
    return open_live(
        Settings(
            corpus=(str(shelf),), shelf_dir=tmp_path / "own", index_dir=tmp_path / "index",
            state_dir=tmp_path / "state", embedding="none",
        ),
        patience=60.0,  # whatever else the machine does
    )  # fmt: skip


ASKED = "青森港の開港式はいつ開かれたか"


def test_a_replaced_document_answers_the_next_question(tmp_path: Path, shelf: Path) -> None:
    live = opened(tmp_path, shelf)
    before = live.ask(ASKED)
    assert "2001年4月5日" in before.answer
    (shelf / "port.md").write_text(version(2), "utf-8")
    after = live.ask(ASKED)
    assert "2002年4月5日" in after.answer
    assert after.index != before.index
    live.close()


def test_a_withdrawn_document_is_not_quoted_by_the_next_answer(tmp_path: Path, shelf: Path) -> None:
    live = opened(tmp_path, shelf)
    library = Library(shelf)
    library.withdraw(["port"])
    assert live.ask(ASKED).abstained
    library.restore(["port"])
    assert not live.ask(ASKED).abstained
    live.close()


def test_filters_hold_over_the_latest_documents(tmp_path: Path, shelf: Path) -> None:
    live = opened(tmp_path, shelf)
    with pytest.raises(FilterError):
        live.ask(ASKED, filters=Filters(document=("dock",)))
    (shelf / "dock.md").write_text(version(7), "utf-8")
    answer = live.ask(ASKED, filters=Filters(document=("dock",)))
    assert {citation.doc for citation in answer.citations} == {"dock"}
    live.close()


def test_threads_that_ask_while_the_shelf_changes_get_whole_answers(tmp_path: Path, shelf: Path) -> None:
    """Each answer quotes one version only, verifies against the edition it names, and old generations go."""
    live = opened(tmp_path, shelf)
    stop = threading.Event()
    seen: dict[str, set[str]] = {}
    lock = threading.Lock()

    def ask(seed: int) -> int:
        asked = 0
        draw = random.Random(seed)
        while not stop.is_set():
            with live.edition() as edition:
                answer = edition.assistant.ask(ASKED, (), draw.choice([None, Filters(document=("port",))]))
                documents = {document.id: document for document in edition.shelf.documents}
            assert answer.citations
            assert all(c.sha256 == documents[c.doc].sha256 for c in answer.citations)
            assert all(c.quote in documents[c.doc].text for c in answer.citations)
            with lock:
                seen.setdefault(answer.index, set()).add(answer.answer)
            asked += 1
        return asked

    with ThreadPoolExecutor(4) as pool:
        asking = [pool.submit(ask, seed) for seed in range(4)]
        for number in range(2, 8):
            aside = shelf / ".aside"
            aside.write_text(version(number), "utf-8")
            aside.replace(shelf / "port.md")
            time.sleep(0.3)
        stop.set()
        assert all(future.result(30) > 0 for future in asking)
    assert "2007年4月5日" in live.ask(ASKED).answer
    (shelf / "port.md").write_text(version(8), "utf-8")  # nobody asks any more: what this build finds unread goes
    last = live.ask(ASKED)
    assert "2008年4月5日" in last.answer
    assert len(seen) > 1
    assert all(len(answers) == 1 for answers in seen.values()), "one generation, one answer"
    documents = {document.id: document for document in live._edition.shelf.documents}
    assert check_answer(last, documents) == []
    live.close()
    (index,) = (path for path in (tmp_path / "index").iterdir() if path.is_dir())
    assert len(list((index / "generations").iterdir())) <= 2
