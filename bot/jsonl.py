"""A server for programs: one JSON object a line in, one a line out, in order.

Invariant: every non-empty line gets exactly one line, a bad one an error object, and the server goes on.
"""

from __future__ import annotations

import json
import logging
from typing import BinaryIO, Protocol, TextIO

from bot.answer import Answer, Filters
from bot.filters import parse_filters
from bot.question import LONGEST_QUESTION
from bot.wire import to_json
from corpus.errors import FilterError, UsageError

_log = logging.getLogger(__name__)


class Asks(Protocol):
    """Answers questions."""

    def ask(self, question: str, turns: tuple[str, ...] = (), filters: Filters | None = None) -> Answer:
        """Answer a question after earlier turns, from what the filters let through."""
        ...


def serve(assistant: Asks, lines: BinaryIO, out: TextIO) -> None:
    """Answer ``{"turns": [earlier…, question], "filters": {…}}`` lines until input ends; filters may be left out."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            print(_reply(assistant, line, number), file=out, flush=True)


def _reply(assistant: Asks, line: bytes, number: int) -> str:
    try:
        turns, filters = _asked(line)
    except ValueError as error:
        return json.dumps({"error": f"line {number}: {error}"}, ensure_ascii=False)
    try:
        return to_json(assistant.ask(turns[-1], turns[:-1], filters), indent=None)
    except FilterError as error:  # what a person asked for, not what went wrong
        return json.dumps({"error": f"line {number}: {error}"}, ensure_ascii=False)
    except Exception as error:  # one question must not end the others' server
        _log.exception("line %d", number)
        return json.dumps({"error": f"line {number}: {type(error).__name__}: {error}"}, ensure_ascii=False)


def _asked(line: bytes) -> tuple[tuple[str, ...], Filters | None]:
    """Read the turns and the filters of a line.

    Raises:
        ValueError: the line is not an object with a list of non-empty strings under ``turns``, or its filters cannot
            be used.
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
    if len(turns[-1].strip()) > LONGEST_QUESTION:
        raise ValueError(
            f"the question has {len(turns[-1].strip()):,} characters; at most {LONGEST_QUESTION:,} are read"
        )
    if read.get("filters") is None:
        return tuple(turns), None
    try:
        return tuple(turns), parse_filters(read["filters"]) or None
    except UsageError as error:
        raise ValueError(str(error)) from error
