"""What the table that a question means does not hold: a row, a year, a code, a direction, a total.

Invariant: only what all the rest of the question fits is called missing, in the question's own words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.compose.draft import Draft, Quote
from bot.compose.tables.matching import flattened, han_of
from bot.compose.tables.query import TableQuery
from bot.compose.tables.reading import Reading
from bot.compose.tables.statement import Figure
from bot.messages import text
from corpus.places import lies_in


def absent(readings: Sequence[Reading]) -> Draft | None:
    """Name the one thing that the meant table does not hold, when all the rest of the question fits it."""
    fitting = [reading for reading in readings if reading.fits and (reading.labelled or reading.anchors > 1)]
    if fitting:
        whole = _whole(fitting[0])
        return Draft(missing=(whole,), confidence=0.6) if whole else _another_way(readings)
    for reading in readings:
        if reading.direction == "elsewhere" or not _asks_for_cells(reading):
            continue
        if reading.inferred and not _is_row_of_another(reading, readings):
            continue
        lacks = _lacking(reading)
        if lacks:
            return Draft(missing=lacks, confidence=0.6, leads=_leads(reading, lacks))
    return _another_way(readings)


def _another_way(readings: Sequence[Reading]) -> Draft | None:
    """Name the direction asked for, where only tables of other directions have the row that the question names."""
    if any(reading.lines for reading in readings if reading.direction in ("", "agrees")):
        return None
    for reading in readings:
        asked = reading.direction in ("reversed", "elsewhere") and reading.query.route
        if asked and not asked.is_open and reading.lines and not reading.unsupported and _asks_for_cells(reading):
            start, end = asked.stretch
            return Draft(missing=(reading.query.text[start:end],), confidence=0.6, leads=_leads(reading, ()))
    return None


_MOST_LEADS = 2


def _leads(reading: Reading, lacks: Sequence[str]) -> tuple[Quote, ...]:
    """Return the rows that come nearest to what is missing: those the question names, or those of nearly that name."""
    columns = reading.columns or reading.grid.measures
    near = [line for line in reading.grid.body for word in lacks if _is_near(line.name.text, word)]
    lines = list(dict.fromkeys(reading.lines or near))[:_MOST_LEADS]
    return tuple(Figure(reading.grid, line, columns[0]).quote for line in lines) if columns else ()


def _is_near(name: str, asked: str) -> bool:
    """Say whether a row's name holds what is asked for, is held by it, or has most of its Han characters."""
    one, two = flattened(name), flattened(asked)
    shared = set(han_of(name)) & set(han_of(asked))
    return bool(one and two) and (one in two or two in one or 2 * len(shared) > len(set(han_of(asked))) > 0)


def _is_row_of_another(reading: Reading, readings: Sequence[Reading]) -> bool:
    """Say whether what a table lacks is spelled as a row of another that is not meant."""
    phrases = [p for other in readings if other.grid is not reading.grid for p in other.phrases]
    return bool(reading.unsupported) and all(
        any(lies_in(word, phrase) for phrase in phrases) for word in reading.unsupported
    )


def _whole(reading: Reading) -> str:
    """Return the word for a total that a table of only the top rows does not give, or an empty string."""
    query = reading.query
    if not reading.grid.partial or not query.intents & {"whole", "sum", "value"} or reading.phrases or query.ranks:
        return ""
    return _whole_said(query)


def _whole_said(query: TableQuery) -> str:
    """Return the word by which a question means a total; an amount alone where nothing else says it (輸出額)."""
    match = _WHOLE.search(query.plain) or _AMOUNT.search(query.plain)
    return query.text[match.start() : match.end()] if match else ""


_WHOLE = re.compile(
    r"総\S{0,3}額|総量|合計|全体|全輸[出入]|\btotal\b|\boverall\b|\bwhole\b|\S?\S?总额|总\S\S|전체|총\S*"
)
_AMOUNT = re.compile("(?:輸出|輸入|貿易)額")


# A question that words no operation and of which the table lacks more than this asks for something else.
_MOST_LACKING = 2


def _asks_for_cells(reading: Reading) -> bool:
    query = reading.query
    wanted = {"value", "rank-of", "most", "least", "sum", "difference", "growth", "ratio", "share", "average", "code"}
    if query.intents & wanted or query.ranks or query.limits or query.codes or query.unit:
        return True
    asked = bool(query.asks & {"what", "count"}) and len(_adjoined(reading)) <= _MOST_LACKING
    return asked and (reading.told or reading.placed)


def _lacking(reading: Reading) -> tuple[str, ...]:
    """Return the missing date, code, direction or item in the question's words; empty when nothing ties it there."""
    query = reading.query
    turned = reading.direction == "reversed"
    dates = tuple(mention.text for mention in reading.lost_dates)
    codes = tuple(query.text[code.start : code.end].strip() for code in reading.lost_codes)
    words = _adjoined(reading)
    meant = (reading.placed or reading.nearly) and (
        reading.told or (reading.settled and bool(query.ranks or query.codes))
    )
    if meant and not turned:
        return tuple(dict.fromkeys((*dates, *codes, *words)))
    if sum(map(bool, (dates, codes, words, turned))) != 1:
        return ()
    if turned:
        start, end = query.route.stretch
        return (query.text[start:end],) if reading.phrases else ()
    return codes or (dates if _is_tied(reading) else ()) or (words if _names_rows(reading) else ())


def _is_tied(reading: Reading) -> bool:
    """Say whether more than a date ties a question to a table, so that only the date is missing."""
    tied = reading.labelled or reading.direction == "agrees" or reading.anchors > 1
    return bool(reading.phrases) or tied or (reading.told and any(line.periods for line in reading.grid.body))


def _names_rows(reading: Reading) -> bool:
    """Say whether words without a place can only be rows of the table."""
    return (reading.labelled or reading.direction == "agrees") and (reading.settled or bool(reading.query.ranks))


def _adjoined(reading: Reading) -> tuple[str, ...]:
    """Return unsupported words as the question prints them; words that adjoin are named together."""
    words: list[str] = []
    last = -1
    for word in reading.unsupported:
        if words and reading.query.text[last : word.start].strip() == "":
            words[-1] += reading.query.text[last : word.end]
        else:
            words.append(word.surface)
        last = word.end
    return tuple(words)


def worded(missing: Sequence[str], query: TableQuery) -> tuple[str, ...]:
    """Return what is missing in the question's own words; a total that it leaves unsaid in ours."""
    whole = _whole_said(query) or text("sum", query.lang)
    return tuple(dict.fromkeys(word if word != "whole" else whole for word in missing))
