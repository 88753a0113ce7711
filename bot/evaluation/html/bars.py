"""Figures as bars: lengths in per cent of a bar's room, and the words that say the same.

Invariant: a bar never shows what its text does not say.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from bot.evaluation.comparison import Change
from bot.evaluation.html.scales import Scale
from bot.evaluation.html.words import interval, measure, points, written
from bot.evaluation.summary import Figure


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar with its whisker from ``low`` to ``high``, places in 0–100; ``link`` filters the items."""

    label: str
    start: float
    end: float
    low: float | None
    high: float | None
    value: str
    about: str
    link: str = ""


_ROOM = Scale(0.0, 1.0, 0.0, 100.0)


def share_bars(figures: Mapping[str, Figure], name: str, groups: Iterable[str], field: str) -> tuple[Bar, ...]:
    """Return one bar for each group that has the measure ``name``, in the order of the groups.

    ``field`` is what the page's filter calls the groups: category, lang or split.
    """
    found = [(group, figures[key]) for group in groups if (key := f"{name}[{group}]") in figures]
    return tuple(_share_bar(group, figure, link({field: group})) for group, figure in found)


def _share_bar(label: str, figure: Figure, target: str) -> Bar:
    known = interval(figure)
    return Bar(
        label,
        0.0,
        _ROOM.at(figure.value),
        None if figure.low is None else _ROOM.at(figure.low),
        None if figure.high is None else _ROOM.at(figure.high),
        written(figure.value),
        f"{known + ', ' if known else ''}n = {figure.n}",
        target,
    )


def count_bars(counts: Mapping[str, int], total: int, field: str) -> tuple[Bar, ...]:
    """Return one bar for each count; the longest has all the room. ``total`` is what the counts are a share of."""
    room = Scale(0.0, max(counts.values(), default=0), 0.0, 100.0)
    return tuple(
        Bar(name, 0.0, room.at(count), None, None, str(count), f"{count / total:.0%} of {total}", link({field: name}))
        for name, count in counts.items()
    )


def change_bars(changes: Iterable[Change]) -> tuple[tuple[Change, Bar], ...]:
    """Return each change with its bar; 50 is no change, and the widest interval has all the room."""
    shown = tuple(changes)
    widest = max((abs(edge) for c in shown for edge in (c.low, c.high, c.after - c.before)), default=0.0) or 1.0
    room = Scale(-widest, widest, 0.0, 100.0)
    return tuple((change, _change_bar(change, room)) for change in shown)


def _change_bar(change: Change, room: Scale) -> Bar:
    low, high = sorted((room.at(0.0), room.at(change.after - change.before)))
    return Bar(
        measure(change.measure).label,
        low,
        high,
        room.at(change.low),
        room.at(change.high),
        points(change.after - change.before),
        f"{points(change.low, change.high)}, n = {change.n}",
    )


def link(fields: Mapping[str, str]) -> str:
    """Return the address within the page that filters the items by fields."""
    return f"#{urlencode(fields)}"
