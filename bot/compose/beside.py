"""The answers to the sides of a question that compares, instead of the answer to the whole of it or beside it.

Invariant: what is reckoned stands; otherwise both sides are shown where both are answered, and an answered side is
added to what the whole question gave.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.compose.apart import reckoned_apart
from bot.compose.draft import Draft, Quote, merged
from bot.compose.lacking import without_difference
from bot.compose.reckoned import way_asked


def beside(whole: Draft, sides: Sequence[Draft], question: str, lang: str) -> Draft:
    """Return the answer to a question that compares, from what it and its sides came to; ``sides`` may be empty.

    Where the question asks by how much the two differ, that is reckoned from their numbers.
    """
    answered = [side for side in sides if side.statements]
    result = reckoned_apart(question, sides, lang)
    if result is not None and (whole.calculation is None or result.confidence > whole.confidence):
        return result
    if whole.calculation is not None or not answered:
        return whole
    same = len(answered) > 1 and len({_first(side) for side in answered}) == 1
    if same and answered[0].calculation is None and way_asked(question) == "difference":
        return without_difference(lang)  # one number for both sides is that of neither
    if len(answered) < len(sides):  # what the whole question lacks is still lacking
        return merged([whole, *answered])
    return replace(merged(answered), missing=(), unstated=())


def _first(side: Draft) -> tuple[Quote, ...]:
    """Return the quotes of the statement that an answer begins with."""
    return side.statements[0].quotes
