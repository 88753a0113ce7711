"""Rows that say the same two countries the other way round: firms of one in the other, and back.

Invariant: a row is taken for another only where question and rows say which country is where, and the table has both.
"""

from __future__ import annotations

from dataclasses import replace

from bot.compose.tables.state import State
from corpus.structure.stays import Stay, staying


def keep_to_the_stay(state: State) -> None:
    """Let what names rows mean those alone that have each country where the question has it."""
    asked = staying(state.query.text)
    if asked is None:
        return
    meant = [line for line in state.grid.body if staying(line.name.text) == asked]
    back = [line for line in state.grid.body if staying(line.name.text) == Stay(asked.of, asked.place)]
    if not meant or not back:
        return
    for at, phrase in enumerate(state.phrases):
        if any(line in back for line in phrase.lines):
            kept = tuple(line for line in phrase.lines if line not in back)
            state.phrases[at] = replace(phrase, lines=kept or tuple(meant))
