"""A server for programs: one JSON object a line in, one a line out, in order.

Invariant: every non-empty line gets exactly one line, a bad one an error object, and the server goes on.
"""

from __future__ import annotations

import json
import logging
from typing import BinaryIO, Protocol, TextIO

from bot.answer import Answer
from bot.wire import to_json

_log = logging.getLogger(__name__)


class Asks(Protocol):
    """Answers questions."""

    def ask(self, question: str, turns: tuple[str, ...] = ()) -> Answer:
        """Answer a question after earlier turns."""
        ...


def serve(assistant: Asks, lines: BinaryIO, out: TextIO) -> None:
    """Answer ``{"turns": [earlier…, question]}`` lines until input ends."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            print(_reply(assistant, line, number), file=out, flush=True)


def _reply(assistant: Asks, line: bytes, number: int) -> str:
    try:
        turns = _turns(line)
    except ValueError as error:
        return json.dumps({"error": f"line {number}: {error}"}, ensure_ascii=False)
    try:
        return to_json(assistant.ask(turns[-1], turns[:-1]), indent=None)
    except Exception as error:  # one question must not end the others' server
        _log.exception("line %d", number)
        return json.dumps({"error": f"line {number}: {type(error).__name__}: {error}"}, ensure_ascii=False)


def _turns(line: bytes) -> tuple[str, ...]:
    """Read the turns of a line.

    Raises:
        ValueError: the line is not an object with a list of non-empty strings under ``turns``.
    """
    wanted = 'expected {"turns": ["…", "…"]}, the last turn being the question'
    try:
        read = json.loads(line)
    except (json.JSONDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ValueError(f"not JSON ({error}); {wanted}") from error
    turns = read.get("turns") if isinstance(read, dict) else None
    if not isinstance(turns, list) or not turns or not all(isinstance(turn, str) for turn in turns):
        raise ValueError(wanted)
    if not turns[-1].strip():
        raise ValueError(f"the question is empty; {wanted}")
    return tuple(turns)
