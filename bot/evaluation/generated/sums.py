"""Questions that need arithmetic over cells, within a table or between two periods.

Invariant: results are exact; quotients are rounded half up, per cents to one decimal and ratios to two.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction

from bot.evaluation.generated.drafts import Draft, number, rounded, shown, tempting
from bot.evaluation.generated.sheets import Entry, Series
from bot.evaluation.generated.wording import Asking


def total(asking: Asking, shelf: Sequence[Series]) -> Draft:
    """Ask for the sum of two rows."""
    return _of_two(asking, shelf, "sum", lambda a, b: a + b)


def difference(asking: Asking, shelf: Sequence[Series]) -> Draft:
    """Ask how far two rows are apart."""
    return _of_two(asking, shelf, "difference", lambda a, b: a - b)


def ratio(asking: Asking, shelf: Sequence[Series]) -> Draft:
    """Ask how many times one row another is."""
    return _of_two(asking, shelf, "ratio", lambda a, b: rounded(Fraction(a) / Fraction(b), 2))


def _of_two(asking: Asking, shelf: Sequence[Series], kind: str, result: Callable[[Decimal, Decimal], Decimal]) -> Draft:
    """Return a question about two rows, the larger first."""
    series = asking.series
    a, b = sorted(asking.pick.sample(series.ordered, 2), key=series.value, reverse=True)
    value = result(series.value(a), series.value(b))
    return Draft(
        asking.ask(kind, a=asking.row(a), b=asking.row(b)),
        f"{value:,f} ({shown(series, a)}; {shown(series, b)})",
        (number(value),),
        (number(series.value(a)), number(series.value(b))),
        ((series.sheet, a), (series.sheet, b)),
        wrong=(*tempting(series, a, shelf), *tempting(series, b, shelf)),
    )


def share(asking: Asking, shelf: Sequence[Series]) -> Draft:
    """Ask what share of all rows one is."""
    series = asking.series
    entry = asking.pick.choice(series.ordered)
    whole = sum((series.value(e) for e in series.ordered), Decimal(0))
    value = rounded(Fraction(series.value(entry)) * 100 / Fraction(whole), 1)
    return Draft(
        asking.ask("share", item=asking.row(entry)),
        f"{value} % ({shown(series, entry)})",
        (number(value),),
        (number(series.value(entry)),),
        tuple((series.sheet, e) for e in (entry, *series.ordered)),
    )


def growth(asking: Asking, shelf: Sequence[Series]) -> Draft:
    """Ask by how many per cent a row changed between two periods."""
    return _change(
        asking, shelf, "growth", lambda late, early: rounded(Fraction(late - early) * 100 / Fraction(early), 1)
    )


def change(asking: Asking, shelf: Sequence[Series]) -> Draft:
    """Ask by how much a row changed between two periods."""
    return _change(asking, shelf, "change", lambda late, early: late - early)


def _change(asking: Asking, shelf: Sequence[Series], kind: str, result: Callable[[Decimal, Decimal], Decimal]) -> Draft:
    series, other, early, late = _twins(asking)
    before, after = series.value(early), other.value(late)
    value = result(after, before)
    return Draft(
        asking.ask(kind, item=asking.row(early), grew=asking.grew(up=after > before)),
        f"{value:,f} ({shown(series, early)} -> {shown(other, late)})",
        (number(abs(value)),),
        (number(before), number(after)),
        ((series.sheet, early), (other.sheet, late)),
        wrong=(*tempting(series, early, shelf), *tempting(other, late, shelf)),
    )


def rank_change(asking: Asking, shelf: Sequence[Series]) -> Draft:
    """Ask for the places of a row in the orders of two periods."""
    series, other, early, late = _twins(asking)
    first, second = series.ordered.index(early) + 1, other.ordered.index(late) + 1
    return Draft(
        asking.ask("rank-change", item=asking.row(early)),
        f"{first} -> {second} ({shown(series, early)} -> {shown(other, late)})",
        tuple(dict.fromkeys((number(Decimal(first)), number(Decimal(second))))),
        rows=((series.sheet, early), (other.sheet, late)),
    )


def _twins(asking: Asking) -> tuple[Series, Series, Entry, Entry]:
    """Return the earlier and the later column, and a row that stands in both, in another place if there is one."""
    series, other = asking.series, asking.other
    assert other is not None
    twins = [(early, late) for early in series.ordered if (late := other.entry(early.name))]
    moved = [(a, b) for a, b in twins if series.ordered.index(a) != other.ordered.index(b)]
    early, late = asking.pick.choice(moved or twins)
    return series, other, early, late
