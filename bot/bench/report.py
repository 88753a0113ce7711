"""A run as a table in Markdown, with what was aimed at below it.

Invariant: pure; a ratio says how many times better tenkyo is, so that below 1 the plain pipeline is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.bench.run import CHANGED, Run
from bot.bench.worker import PLAIN, TENKYO, THREADS, Figures

Value = Callable[[Figures], float]


@dataclass(frozen=True, slots=True)
class Row:
    """One measure: its name, how to read it from a system's figures, and its unit; ``compared`` where both have it."""

    name: str
    value: Value
    unit: str
    compared: bool = True
    more_is_better: bool = False


def _of(*path: str) -> Value:
    def value(figures: Figures) -> float:
        found = figures
        for name in path:
            found = found[name]
        return float(found)  # type: ignore[arg-type]

    return value


def _share(what: str) -> Value:
    return lambda figures: 100 * figures[what]["embedding_seconds"] / figures[what]["total_seconds"]


ROWS = (
    Row("index, embedding included", _of("index", "total_seconds"), "s"),
    Row("of which embedding", _share("index"), "%", compared=False),
    Row("index, vectors given", _of("index", "seconds"), "s"),
    Row(f"re-index after {CHANGED:.0%} changed", _of("reindex", "total_seconds"), "s"),
    Row("re-index, vectors given", _of("reindex", "seconds"), "s"),
    Row("on the disk", _of("index", "disk_mb"), "MB"),
    Row("memory while asking", _of("ask", "rss_mb"), "MB"),
    Row("of which no mapped files", _of("ask", "own_mb"), "MB"),
    Row("start to first passages", _of("ask", "cold_seconds"), "s"),
    Row("query embedding, p50", _of("ask", "query", "p50_ms"), "ms"),
    Row("retrieval, p50", _of("ask", "retrieve", "p50_ms"), "ms"),
    Row("retrieval, p95", _of("ask", "retrieve", "p95_ms"), "ms"),
    *(
        Row(f"retrievals a second, {threads} thread{'s' * (threads > 1)}", _of("ask", f"per_second_{threads}"), "/s",
            more_is_better=True)
        for threads in THREADS
    ),
    Row("whole answer, p50", _of("ask", "answer", "p50_ms"), "ms", compared=False),
    Row("whole answer, p95", _of("ask", "answer", "p95_ms"), "ms", compared=False),
)  # fmt: skip


def table(run: Run) -> str:
    """Return the table: a row for each measure, a column for each size, ``tenkyo : plain (ratio)`` in a cell."""
    sizes = sorted(run.sizes)
    lines = [
        "| tenkyo : plain LlamaIndex (times better) | " + " | ".join(f"{size:,} passages" for size in sizes) + " |",
        "|---|" + "---:|" * len(sizes),
    ]
    for row in ROWS:
        lines.append(f"| {row.name} | " + " | ".join(_cell(row, run.sizes[size]) for size in sizes) + " |")
    return "\n".join((*lines, "", f"{run.machine}; seed {run.seed}; ratios from one run.", "", *goals(run)))


def goals(run: Run) -> list[str]:
    """Return what was aimed at, one line each, and whether the largest size met it."""
    size = max(run.sizes)
    ours, plain = run.sizes[size][TENKYO], run.sizes[size][PLAIN]
    faster = plain["index"]["total_seconds"] / ours["index"]["total_seconds"]
    over = ours["ask"]["retrieve"]["p50_ms"] / ours["ask"]["query"]["p50_ms"]
    part = ours["reindex"]["total_seconds"] / ours["index"]["total_seconds"]
    return [
        f"- {_met(faster >= 3)}: indexing {size:,} passages at least 3 times faster: {faster:.1f}",
        f"- {_met(over <= 2)}: retrieval at most twice the bare query embedding: {over:.2f}",
        f"- re-index after {CHANGED:.0%} changed, as a share of the whole index: {part:.1%}",
    ]


def _met(well: bool) -> str:
    return "met" if well else "NOT met"


def _cell(row: Row, systems: dict[str, Figures]) -> str:
    ours, plain = (_read(row, systems[name]) for name in (TENKYO, PLAIN))
    if ours is None or plain is None:  # the plain pipeline composes no answers; not every system tells its memory
        return "–" if ours is None else f"{_number(ours)} {row.unit}"
    cell = f"{_number(ours)} : {_number(plain)} {row.unit}"
    ratio = ours / plain if row.more_is_better else plain / ours
    return f"{cell} ({ratio:.1f}×)" if row.compared else cell


def _read(row: Row, figures: Figures) -> float | None:
    try:
        return row.value(figures)
    except KeyError:
        return None


def _number(value: float) -> str:
    """Return three significant figures, thousands grouped."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
