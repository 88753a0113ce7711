"""The assistant of the latest generation, for programs that run while the shelf changes.

Invariant: a question is answered by one edition from start to end: its documents and its index were opened together.
An edition that another one followed is closed when its last question is answered. What keeps the next edition from
opening is logged, and the last one goes on answering.
"""

from __future__ import annotations

import logging
import math
import threading
import time
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Protocol

from bot.answer import Answer, Filters
from corpus.errors import TenkyoError
from corpus.shelf import Shelf

PATIENCE = 5.0  # seconds that questions wait for the next edition before the last one answers
_QUICK = 0.005  # seconds: a look at the shelf that takes no longer is taken before every question
_SHARE = 0.1  # of the time at most is spent on looks that take longer
_LOOKS = 3  # how often a look that takes longer is taken at first, since the machine may only have been busy
_RETRY = 60.0  # seconds until an edition that could not be opened is tried again without a change

_log = logging.getLogger(__name__)


class Asks(Protocol):
    """Answers questions; safe to call from several threads."""

    def ask(self, question: str, turns: tuple[str, ...] = (), filters: Filters | None = None) -> Answer:
        """Answer a question after earlier turns, from what the filters let through."""
        ...


@dataclass(frozen=True)
class Edition:
    """An assistant over one generation and the shelf it was built from.

    ``state`` is the shelf's from before it was read; ``superseded`` says that its index was built again.
    """

    assistant: Asks
    shelf: Shelf
    state: Hashable
    superseded: Callable[[], bool] = field(repr=False)
    close: Callable[[], None] = field(repr=False)


class Live:
    """Answers every question from the latest edition; safe to call from several threads.

    ``open_edition`` opens the edition that follows another one (None for the first, which is opened here and may
    raise); ``state`` returns what changes whenever the shelf does. Where the next edition takes longer than
    ``patience`` seconds, the last one answers meanwhile.
    """

    def __init__(
        self,
        open_edition: Callable[[Edition | None], Edition],
        state: Callable[[], Hashable],
        patience: float = PATIENCE,
    ) -> None:
        self._open, self._state, self._patience = open_edition, state, patience
        self._lock = threading.Lock()
        self._edition = open_edition(None)
        self._users: dict[int, int] = {}
        self._opening: threading.Event | None = None
        self._wait_until = 0.0
        self._look_at = 0.0
        self._cost = math.inf  # seconds of a look
        self._failed: tuple[Hashable, float] | None = None  # the state that did not open, and when to try again
        self._closed = False
        for _ in range(_LOOKS):
            self._changed()
            if self._cost <= _QUICK:
                break
        self._look_at = 0.0

    def ask(self, question: str, turns: tuple[str, ...] = (), filters: Filters | None = None) -> Answer:
        """Answer a question after earlier turns, from what the filters let through; raises as the assistant does."""
        with self.edition() as edition:
            return edition.assistant.ask(question, turns, filters)

    @contextmanager
    def edition(self) -> Iterator[Edition]:
        """Hold the latest edition for the time of a question."""
        self._follow()
        with self._lock:
            held = self._edition
            self._users[id(held)] = self._users.get(id(held), 0) + 1
        try:
            yield held
        finally:
            with self._lock:
                self._users[id(held)] -= 1
                done = not self._users[id(held)] and (self._closed or held is not self._edition)
                if not self._users[id(held)]:
                    del self._users[id(held)]
            if done:
                held.close()

    def close(self) -> None:
        """Close the edition; who still asks finishes first."""
        with self._lock:
            self._closed = True
            last, free = self._edition, id(self._edition) not in self._users
        if free:
            last.close()

    def _follow(self) -> None:
        """Begin to open the next edition where the shelf has changed, and wait for it for a while."""
        with self._lock:
            if self._opening is None and time.monotonic() >= self._look_at and self._changed():
                self._opening = threading.Event()
                self._wait_until = time.monotonic() + self._patience
                threading.Thread(target=self._next, args=(self._opening,), name="edition", daemon=True).start()
            opening, left = self._opening, self._wait_until - time.monotonic()
        if opening is not None and left > 0:
            opening.wait(left)

    def _changed(self) -> bool:
        """Look at the shelf, and say when to look again: seldom enough that questions do not notice."""
        started = time.monotonic()
        state = self._state()
        changed = state != self._edition.state or self._edition.superseded()
        self._cost = min(self._cost, time.monotonic() - started)  # the least: others are busy too
        if self._cost > _QUICK:
            self._look_at = time.monotonic() + self._cost * (1 / _SHARE - 1)
        if self._failed is not None and self._failed[0] == state and started < self._failed[1]:
            return False
        return changed

    def _next(self, opening: threading.Event) -> None:
        last, state = self._edition, self._state()
        try:
            edition = self._open(last)
        except Exception as error:
            _log.warning(
                "the shelf has changed but cannot be opened (%s); the last generation goes on answering",
                error,
                exc_info=None if isinstance(error, TenkyoError) else error,
            )
            with self._lock:
                self._failed, self._opening = (state, time.monotonic() + _RETRY), None
        else:
            with self._lock:
                self._edition, self._opening, self._failed = edition, None, None
                free = id(last) not in self._users
            if free:
                last.close()
        finally:
            opening.set()
