"""Where questions wait and are answered, off the event loop.

Invariant: the assistant runs only in ``workers`` threads; at most ``waiting`` more questions wait; who asks gets an
answer or an error within ``timeout`` seconds. A question given up on keeps its thread until the assistant returns
(a thread cannot be stopped), and counts as long, so that stuck threads show as `Busy` rather than as ever longer waits.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Protocol

from bot.answer import Answer, Filters
from corpus.errors import TenkyoError


class Assistant(Protocol):
    """Answers questions; safe to call from several threads."""

    def ask(self, question: str, turns: tuple[str, ...] = (), filters: Filters | None = None) -> Answer:
        """Answer one question, from what the filters let through; ``turns`` are earlier questions, oldest first."""
        ...


class TooSlow(TenkyoError):
    """The assistant did not answer in time."""


class Busy(TenkyoError):
    """Too many questions are waiting."""


class Desk:
    """Hands questions to the assistant and waits for the answers without blocking the event loop."""

    def __init__(self, assistant: Assistant, *, timeout: float = 60.0, workers: int = 4, waiting: int = 16) -> None:
        self._assistant = assistant
        self._timeout = timeout
        self._most = workers + waiting
        self._open: set[Future[Answer]] = set()
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="answer")

    async def ask(self, question: str, turns: tuple[str, ...] = (), filters: Filters | None = None) -> Answer:
        """Return the assistant's answer.

        Raises:
            Busy: too many questions are being answered.
            TooSlow: the answer took longer than the time limit, waiting included.
            Exception: whatever the assistant raised.
        """
        self._open = {asked for asked in self._open if not asked.done()}
        if len(self._open) >= self._most:
            raise Busy(f"{len(self._open)} questions are being answered; the limit is {self._most}")
        asked = self._threads.submit(self._assistant.ask, question, turns, filters)
        self._open.add(asked)
        answer = asyncio.wrap_future(asked)
        # Not wait_for: the assistant may itself raise TimeoutError, which is another thing than being too slow.
        await asyncio.wait((answer,), timeout=self._timeout)
        if not answer.done():
            answer.cancel()  # drops it if it still waits
            raise TooSlow(f"no answer within {self._timeout:g} seconds")
        return answer.result()

    def close(self) -> None:
        """Drop the questions that wait; do not wait for those being answered."""
        self._threads.shutdown(wait=False, cancel_futures=True)
