"""What was asked before in a conversation, so that a follow-up is understood.

Invariant: at most ``turns`` questions per conversation, none older than ``window`` seconds, at most ``conversations``
conversations; the one that has been quiet longest is forgotten first. The clock is the caller's.
"""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Hashable


class Memory:
    """The latest questions of each conversation (in Discord: one person in one channel)."""

    def __init__(self, turns: int = 4, window: float = 900.0, conversations: int = 1000) -> None:
        self._turns = turns
        self._window = window
        self._conversations = conversations
        self._asked: OrderedDict[Hashable, deque[tuple[float, str]]] = OrderedDict()

    def recall(self, conversation: Hashable, now: float) -> tuple[str, ...]:
        """Return the questions still remembered at ``now`` (seconds), oldest first."""
        return tuple(question for at, question in self._asked.get(conversation, ()) if now - at <= self._window)

    def remember(self, conversation: Hashable, question: str, now: float) -> None:
        """Add a question asked at ``now`` (seconds)."""
        self._asked.setdefault(conversation, deque(maxlen=self._turns)).append((now, question))
        self._asked.move_to_end(conversation)
        while len(self._asked) > self._conversations:
            self._asked.popitem(last=False)

    def __len__(self) -> int:
        return len(self._asked)
