"""Moments that a question names by their place in time (今年, the first survey, 5年度 of 令和): dated by the table.

Invariant: a moment is dated by what the table or its document prints; what neither settles stays as it was, undated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.compose.tables.cues import before_match
from bot.compose.tables.grid import Grid, Period
from bot.compose.tables.query import TableQuery
from bot.compose.tables.spans import Span, mostly_covered, touches
from bot.compose.tables.words import light
from corpus.structure.dates import DateMention, resolve_dates

_NOW = re.compile(
    r"(?<![一-鿿])今(?=[はのでも、,?？])|(?<![ぁ-ん])いま(?=[はのでも、])|現在|現時点|最新|直近|新年度|"
    r"\b(?:now|currently|today|latest|most recent)\b|现在|目前|如今|지금|현재"
)
_FIRST = re.compile(
    r"最初の?(?:調査|年|回|とき|時)?(?=[かのにはよと])|当初|初回|"
    r"\bthe first (?:survey|poll|year|time|count)\b|首次|最早|처음|최초"
)
_APPOSED = re.compile(r"\s?[（(]\s?")
_ERA = re.compile(r"(?:明治|大正|昭和|平成|令和)(?=\d)")


def in_table_time(query: TableQuery, grid: Grid) -> TableQuery:
    """Return a question with its moments dated as the table has them, and their words used up."""
    found = [*_resolved(query, grid), *_without_era(query, grid)]
    found += [mention for mention in _ends(query, grid) if not any(mention.value == m.value for m in query.dates)]
    dated = [m for m in found if m.value]
    if not found:
        return query
    starts = {mention.start for mention in found}
    used: list[Span] = [(mention.start, mention.end) for mention in found]
    kept = (mention for mention in query.dates if mention.start not in starts)
    dates = sorted((*kept, *dated), key=lambda mention: mention.start)
    return replace(
        query,
        dates=tuple(dates),
        undated=tuple(m for m in query.undated if m.start not in starts),
        words=tuple(word for word in query.words if not mostly_covered(word.start, word.end, used)),
        consumed=(*query.consumed, *used),
    )


def _resolved(query: TableQuery, grid: Grid) -> Iterator[DateMention]:
    """Yield what this year and the like are for the document; one that a date in brackets explains has no value."""
    resolved = {m.start: m for m in resolve_dates(query.text, grid.document.date) if m.value}
    for mention in query.undated:
        if any(
            0 <= d.start - mention.end <= 3 and _APPOSED.match(query.plain[mention.end : d.start]) for d in query.dates
        ):
            yield replace(mention, value="", until="")
        elif mention.start in resolved:
            yield _by_number(resolved[mention.start])
    for mention in query.dates:  # 今年10月: its month is known, its year by the document
        if mention.relative and mention.value.startswith("--") and mention.start in resolved:
            yield resolved[mention.start]


def _by_number(mention: DateMention) -> DateMention:
    """Return a year of account as tables print it, by its number."""
    if mention.value.endswith("-04") and mention.until.endswith("-03"):
        return replace(mention, value=mention.value[:4], until="")
    return mention


def _printed(grid: Grid) -> list[tuple[Period, str]]:
    """Return the periods of columns, or else of rows, with the words that print them."""
    columns = [(period, column.header) for column in grid.measures for period in column.periods]
    return columns or [(period, line.name.text) for line in grid.body for period in line.periods]


def _without_era(query: TableQuery, grid: Grid) -> Iterator[DateMention]:
    """Yield the years of an era that a question gives by their number alone, where the table prints the era."""
    for period, words in _printed(grid):
        printed = light(words).strip()
        if not _ERA.match(printed):
            continue
        bare = _ERA.sub("", printed)
        for match in re.finditer(rf"(?<![\d和成]){re.escape(bare)}(?!間|前|後)", query.plain):
            if not touches(*match.span(), [(m.start, m.end) for m in query.dates]):
                yield _mention(query, match, period)


def _ends(query: TableQuery, grid: Grid) -> Iterator[DateMention]:
    """Yield the first and the last period that the table prints, where a question means these."""
    periods = sorted({period for period, _ in _printed(grid) if period[0][:1].isdigit()})
    if len(periods) < _SEVERAL:
        return
    for pattern, period in ((_FIRST, periods[0]), (_NOW, periods[-1])):
        if match := pattern.search(query.plain):
            yield _mention(query, match, period)
    if query.years_back and not query.intents & _COMPARES and (match := before_match(query.plain)):
        year = str(int(periods[-1][0][:4]) - query.years_back)
        yield from (_mention(query, match, period) for period in periods if period[0].startswith(year))


_SEVERAL = 2
_COMPARES = frozenset(("difference", "growth", "ratio", "rank-of", "percent"))


def _mention(query: TableQuery, match: re.Match[str], period: Period) -> DateMention:
    return DateMention(
        *match.span(), query.text[match.start() : match.end()], *period, relative=True, stated_year=False
    )
