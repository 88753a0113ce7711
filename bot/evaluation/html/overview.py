"""The figures of the page above its items: headlines, tables and what the charts are drawn from.

Invariant: aggregates come from all outcomes, held items included, and from the record where it has them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.evaluation.comparison import Comparison
from bot.evaluation.gold import CATEGORIES
from bot.evaluation.html.curves import Chart, recall_chart, risk_chart
from bot.evaluation.html.histogram import Histogram, latency
from bot.evaluation.html.items import Run
from bot.evaluation.html.words import HEADLINES, MEASURES, Measure, interval, measure, written
from bot.evaluation.record import Record
from bot.evaluation.summary import KINDS

_LANGUAGES = ("ja", "en", "zh", "ko")


@dataclass(frozen=True, slots=True)
class Headline:
    """One figure, written, with its interval and how many items it rests on."""

    measure: Measure
    value: str
    interval: str
    n: int


@dataclass(frozen=True, slots=True)
class Row:
    """One measure over several columns; ``best`` are the columns with the best value (none where all are alike)."""

    label: str
    cells: tuple[str, ...]
    best: frozenset[int]


@dataclass(frozen=True, slots=True)
class Better:
    """Items that a comparison names: those on the page by anchor and id, and how many are not on it."""

    shown: tuple[tuple[str, str], ...]
    hidden: int


def headlines(record: Record, names: Iterable[str] = HEADLINES) -> tuple[Headline, ...]:
    """Return the figures with the given names that the run has."""
    found = [(measure(name), record.figures[name]) for name in names if name in record.figures]
    return tuple(Headline(m, written(f.value, m.written), interval(f, m.written), f.n) for m, f in found)


def every_figure(record: Record) -> tuple[Headline, ...]:
    """Return all figures of a run as a whole, in the order in which the page explains them."""
    whole = [name for name in record.figures if "[" not in name]
    return headlines(record, [*(name for name in MEASURES if name in whole), *(n for n in whole if n not in MEASURES)])


def groups(record: Record, known: Iterable[str]) -> tuple[str, ...]:
    """Return those of the known groups that the run has a figure of."""
    return tuple(name for name in known if f"success[{name}]" in record.figures)


def categories(record: Record) -> tuple[str, ...]:
    """Return the categories of a run in the order of the gold format."""
    return groups(record, CATEGORIES)


def languages(record: Record) -> tuple[str, ...]:
    """Return the languages of a run."""
    return groups(record, _LANGUAGES)


def splits(record: Record) -> tuple[str, ...]:
    """Return the splits of a run."""
    return groups(record, ("tune", "held"))


def system_names(runs: Sequence[Run]) -> tuple[str, ...]:
    """Return a name for each run; systems of one name are numbered."""
    names = [record.system for record, _ in runs]
    return tuple(f"{name} ({index + 1})" if names.count(name) > 1 else name for index, name in enumerate(names))


def systems(runs: Sequence[Run]) -> tuple[Row, ...]:
    """Return each measure over the systems, side by side."""
    return _rows(runs, [(name, measure(name)) for name in MEASURES])


def systems_by_category(runs: Sequence[Run]) -> tuple[Row, ...]:
    """Return the success in each category over the systems, side by side."""
    return _rows(runs, [(f"success[{name}]", Measure(name)) for name in categories(runs[0][0])])


def _rows(runs: Sequence[Run], names: Sequence[tuple[str, Measure]]) -> tuple[Row, ...]:
    rows: list[Row] = []
    for name, known in names:
        values = [figure.value if (figure := record.figures.get(name)) else None for record, _ in runs]
        if any(value is not None for value in values):
            cells = tuple("—" if value is None else written(value, known.written) for value in values)
            rows.append(Row(known.label, cells, _best(values, known)))
    return tuple(rows)


def _best(values: Sequence[float | None], known: Measure) -> frozenset[int]:
    there = [value for value in values if value is not None]
    if len(set(there)) < 2 or known.written == "characters":
        return frozenset()
    best = min(there) if known.smaller_is_better else max(there)
    return frozenset(index for index, value in enumerate(values) if value == best)


def charts(runs: Sequence[Run]) -> tuple[tuple[Chart, ...], Histogram | None]:
    """Return the curves that can be drawn, and the latencies of the first run."""
    names = system_names(runs)
    risk = risk_chart([(name, record.risk) for name, (record, _) in zip(names, runs, strict=True)])
    figures = [{key: figure.value for key, figure in record.figures.items()} for record, _ in runs]
    curves = list(zip(names, figures, strict=True))
    if len(runs) == 1:  # alone, a system is told apart by the kind of passage that holds the evidence
        curves = [("all", figures[0]), *((kind, _of(figures[0], kind)) for kind in KINDS)]
    drawn = tuple(chart for chart in (risk, recall_chart(curves)) if chart is not None)
    return drawn, latency([outcome.judgement.seconds for outcome in runs[0][1]])


def _of(figures: dict[str, float], group: str) -> dict[str, float]:
    """Return the figures of one group under the names of the whole."""
    return {key.removesuffix(f"[{group}]"): value for key, value in figures.items() if key.endswith(f"[{group}]")}


def moved(comparison: Comparison, anchors: dict[str, str]) -> tuple[tuple[str, Better], ...]:
    """Return the items that got better and worse. ``anchors`` are the element ids of the items on the page."""
    return tuple(
        (name, _better(keys, anchors)) for name, keys in (("worse", comparison.worse), ("better", comparison.better))
    )


def _better(keys: Sequence[str], anchors: dict[str, str]) -> Better:
    shown = tuple((anchors[key], key) for key in keys if key in anchors)
    return Better(shown, len(keys) - len(shown))
