"""Questions that cells answer as they stand: look-ups, ranks, extremes, limits, counts.

Invariant: ranks are by value among the rows that have a figure; questions about the smallest are put only to tables
that list every row.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_CEILING, Decimal

from bot.evaluation.generated.drafts import Draft, number, related, shown, tempting, text
from bot.evaluation.generated.sheets import Entry, Series, Sheet
from bot.evaluation.generated.wording import LIMITS, Asking, ordinal

_MOST_NAMED = 4


def lookup(asking: Asking, shelf: Sequence[Series]) -> Draft:
    """Ask for the figure of a row."""
    return _figure(asking, shelf, coded=False)


def by_code(asking: Asking, shelf: Sequence[Series]) -> Draft:
    """Ask for the figure of a code."""
    return _figure(asking, shelf, coded=True)


def _figure(asking: Asking, shelf: Sequence[Series], *, coded: bool) -> Draft:
    series = asking.series
    entry = asking.pick.choice(series.ordered)
    return Draft(
        asking.ask("lookup", item=asking.row(entry, coded=coded)),
        shown(series, entry),
        (number(series.value(entry)),),
        rows=((series.sheet, entry),),
        wrong=tempting(series, entry, shelf),
    )


def name_of_code(asking: Asking, shelf: Sequence[Series]) -> Draft:
    """Ask what a code stands for."""
    sheet = asking.series.sheet
    entry = asking.pick.choice(sheet.entries)
    question = asking.ask("code-name", item=asking.row(entry, coded=True))
    sheets = dict.fromkeys(other.sheet for other in shelf if other.sheet.place == sheet.place)
    rows = tuple((other, e) for other in sheets for e in other.entries if e.code == entry.code)
    return Draft(
        question,
        f"{entry.code} {entry.name}",
        (text(entry.name),),
        rows=rows,
        wrong_names=tuple(e.name for e in sheet.entries if e is not entry),
    )


def by_rank(asking: Asking, shelf: Sequence[Series]) -> Draft:
    """Ask which row takes a place in the order by value."""
    ordered = asking.series.ordered
    at = asking.pick.randrange(1, len(ordered) - 1)
    question = asking.ask("rank-item", k=str(at + 1), kth=ordinal(at + 1))
    return _named(asking, question, [ordered[at]], [ordered[at + 1], ordered[at - 1]])


def largest(asking: Asking, shelf: Sequence[Series]) -> Draft:
    """Ask which row has the largest figure."""
    ordered = asking.series.ordered
    return _named(asking, asking.ask("max"), [ordered[0]], ordered[1:2])


def smallest(asking: Asking, shelf: Sequence[Series]) -> Draft:
    """Ask which row has the smallest figure."""
    ordered = asking.series.ordered
    return _named(asking, asking.ask("min"), [ordered[-1]], ordered[-2:-1])


def top(asking: Asking, shelf: Sequence[Series]) -> Draft:
    """Ask for the first rows by value."""
    ordered = asking.series.ordered
    many = asking.pick.randint(2, min(_MOST_NAMED, len(ordered) - 1))
    return _named(asking, asking.ask("top", n=str(many)), ordered[:many], ordered[many:])


def rank_of(asking: Asking, shelf: Sequence[Series]) -> Draft:
    """Ask for the place of a row in the order by value."""
    series = asking.series
    entry = asking.pick.choice(series.ordered)
    place = series.ordered.index(entry) + 1
    return Draft(
        asking.ask("rank-of", item=asking.row(entry)),
        f"{place} ({shown(series, entry)})",
        (number(Decimal(place)),),
        rows=((series.sheet, entry),),
        wrong=tempting(series, entry, shelf),
    )


def count(asking: Asking, shelf: Sequence[Series]) -> Draft:
    """Ask how many rows a table has."""
    sheet = asking.series.sheet
    many = len(sheet.entries)
    return Draft(asking.ask("count"), f"{many}", (number(Decimal(many)),), rows=_rows(sheet, sheet.entries))


def count_within(asking: Asking, shelf: Sequence[Series]) -> Draft:
    """Ask how many rows keep to a limit."""
    question, kept, _ = _limited(asking, "filter-count")
    short = (number(Decimal(len(kept))),)
    return Draft(question, f"{len(kept)}", short, rows=_rows(asking.series.sheet, kept))


def list_within(asking: Asking, shelf: Sequence[Series]) -> Draft:
    """Ask which rows keep to a limit."""
    question, kept, others = _limited(asking, "filter-which")
    return _named(asking, question, kept, others)


def _limited(asking: Asking, kind: str) -> tuple[str, Sequence[Entry], Sequence[Entry]]:
    """Return a question with a limit, the rows that keep to it, and the others.

    A table of only the first rows knows nothing of what is below a limit.
    """
    series, ordered = asking.series, asking.series.ordered
    upper = series.sheet.top or asking.pick.random() < 0.6
    cuts = range(1, _MOST_NAMED + 1) if upper else range(len(ordered) - _MOST_NAMED, len(ordered))
    tries = [(cut, limit) for cut in cuts for limit in [_between(series, ordered[cut], ordered[cut - 1])] if limit]
    cut, limit = asking.pick.choice(tries)
    name = asking.pick.choice(("above", "at least")) if upper else "below"
    question = asking.ask(kind, limit=asking.limit(limit), over=LIMITS[name].to(asking.lang))
    return (question, ordered[:cut], ordered[cut:]) if upper else (question, ordered[cut:], ordered[:cut])


def _between(series: Series, low: Entry, high: Entry) -> Decimal | None:
    """Return the roundest number that lies between two rows' figures, of at most three digits, or None."""
    least, most = series.value(low), series.value(high)
    for digits in (1, 2, 3):
        step = Decimal(1).scaleb(least.adjusted() + 1 - digits)
        limit = (least / step).to_integral_value(ROUND_CEILING) * step
        if least < limit < most:
            return limit
    return None


def _named(asking: Asking, question: str, entries: Sequence[Entry], wrong: Sequence[Entry]) -> Draft:
    """Return a draft whose truth is names of rows; names that do not belong there are forbidden."""
    series = asking.series
    near = [e for entry in entries for e in related(series, entry.name) if e not in entries]
    return Draft(
        question,
        " / ".join(shown(series, entry) for entry in entries),
        tuple(text(entry.name) for entry in entries),
        rows=_rows(series.sheet, entries),
        wrong_names=tuple(entry.name for entry in (*wrong, *near)),
    )


def _rows(sheet: Sheet, entries: Sequence[Entry]) -> tuple[tuple[Sheet, Entry], ...]:
    return tuple((sheet, entry) for entry in entries)
