"""One background thread that loads the assistant and asks it, so that the person at the prompt never waits unasked.

Invariant: the assistant is made and used in this thread alone, one question at a time. The thread is a daemon: leaving
the REPL waits for nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, wait
from queue import SimpleQueue
from threading import Thread
from typing import Protocol, TypeVar

from bot.answer import Answer, Filters

T = TypeVar("T")
_POLL_SECONDS = 0.2  # how often a wait looks up, so that Ctrl-C is heard on Windows too


class Assistant(Protocol):
    """What answers questions."""

    def ask(self, question: str, turns: tuple[str, ...] = (), filters: Filters | None = None) -> Answer:
        """Answer one question, given the earlier ones of the conversation, from what the filters let through."""
        ...


class Worker:
    """Loads the assistant when started, then answers questions in order.

    ``ready`` completes when the assistant is there, or holds what kept it from loading.
    """

    def __init__(self, open_assistant: Callable[[], Assistant]) -> None:
        self.ready: Future[None] = Future()
        self._open = open_assistant
        self._questions: SimpleQueue[tuple[Future[Answer], str, tuple[str, ...], Filters | None]] = SimpleQueue()
        self._thread = Thread(target=self._run, name="assistant", daemon=True)
        self._started = False

    def start(self) -> None:
        """Begin to load; a second call does nothing."""
        if not self._started:
            self._started = True
            self._thread.start()

    def ask(self, question: str, turns: tuple[str, ...], filters: Filters | None = None) -> Future[Answer]:
        """Hand over a question; a cancelled one that has not begun is skipped."""
        asked: Future[Answer] = Future()
        self._questions.put((asked, question, turns, filters))
        return asked

    def _run(self) -> None:
        try:
            assistant = self._open()
        except BaseException as error:  # whatever it is, the waiting side raises it
            self.ready.set_exception(error)
            return
        self.ready.set_result(None)
        while True:
            asked, question, turns, filters = self._questions.get()
            if not asked.set_running_or_notify_cancel():
                continue
            try:
                asked.set_result(assistant.ask(question, turns, filters))
            except BaseException as error:
                asked.set_exception(error)


def result(future: Future[T]) -> T:
    """Wait for a result, or raise what it failed with; KeyboardInterrupt gets through on every platform."""
    while not future.done():
        wait([future], timeout=_POLL_SECONDS)
    return future.result()
