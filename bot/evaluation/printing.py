"""A run, a comparison and a gate as a person reads them in a terminal.

Invariant: every figure shown names how many items it rests on; an undefined one is shown as –. Times stand on a line
of their own, because they differ from machine to machine and nothing else here does.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from bot.evaluation.comparison import Comparison
from bot.evaluation.gold import CATEGORIES
from bot.evaluation.record import Record
from bot.evaluation.summary import KINDS, Figure

WIDTH = 100
_COLUMNS = (
    ("facts", "fact_recall"),
    ("cited", "citation_recall"),
    ("to the point", "citation_precision"),
    ("recall@5", "recall@5"),
    ("MRR@10", "mrr@10"),
)
_LANGUAGES = ("ja", "en", "zh", "ko")
_SPLITS = ("tune", "held")
_LISTED = 20  # items named one by one below a comparison


def shown_run(run: Record) -> RenderableType:
    """Return a run as a table per category, language and split, the figures of the whole, and why items failed."""
    figures = run.figures
    lines = [*_whole(figures), *_retrieval(figures)]
    if run.causes:
        lines.append("failures: " + ", ".join(f"{cause} {count}" for cause, count in run.causes.items()))
    if not run.showed_held and "success[held]" in figures:
        lines.append("held items are counted and not shown; --show-held shows them, and the record says so")
    folded = [textwrap.fill(line, WIDTH, subsequent_indent="  ") for line in lines]
    return Group(Text(headline(run)), _groups(figures), Text("\n".join(folded)))


def headline(run: Record) -> str:
    """Return what was run over what."""
    items = figure_n(run.figures)
    chosen = "".join(f", {name} {value}" for name, value in run.selection.items() if value)
    return f"{run.system} {run.version}: {items} items of {run.gold}{chosen}"


def timing_line(run: Record) -> str:
    """Return the times of a run; another machine, other times."""
    parts = [
        f"{label} {figure.value:.2f} s"
        for label, name in (("p50", "seconds_p50"), ("p95", "seconds_p95"))
        if (figure := run.figures.get(name))
    ]
    if run.cold_start is not None:
        parts.append(f"cold start (a new process, one question) {run.cold_start:.1f} s")
    return "time of an answer: " + ", ".join(parts)


def figure_n(figures: Mapping[str, Figure]) -> int:
    """Return how many items a run has."""
    return figures["success"].n if "success" in figures else 0


def shown_systems(runs: Sequence[Record], differences: Sequence[Comparison]) -> RenderableType:
    """Return several systems side by side, each with its difference in success to the first one."""
    table = _table("system", "success", *(title for title, _ in _COLUMNS), "abstain F1", "success − first")
    for at, run in enumerate(runs):
        change = next((c for c in differences[at - 1].changes if c.measure == "success"), None) if at else None
        table.add_row(
            run.system,
            percent(run.figures.get("success")),
            *(percent(run.figures.get(name)) for _, name in _COLUMNS),
            percent(run.figures.get("abstention_f1")),
            f"{100 * (change.after - change.before):+.0f} [{100 * change.low:+.0f}, {100 * change.high:+.0f}]"
            if change
            else "",
        )
    return Group(Text("systems side by side (per cent; differences with their 95 % paired bootstrap interval)"), table)


def shown_comparison(comparison: Comparison, name: str) -> RenderableType:
    """Return what changed against a baseline, and which items."""
    table = _table("measure", "n", "before", "after", "difference [95 %]", "")
    for change in comparison.changes:
        table.add_row(
            change.measure,
            str(change.n),
            f"{100 * change.before:.1f}",
            f"{100 * change.after:.1f}",
            f"{100 * (change.after - change.before):+.1f} [{100 * change.low:+.1f}, {100 * change.high:+.1f}]",
            change.verdict,
        )
    lines = [f"! {warning}" for warning in comparison.warnings]
    lines += [f"better: {_named(comparison.better)}", f"worse: {_named(comparison.worse)}"]
    if comparison.only_before or comparison.only_after:
        lines.append(f"not paired: {comparison.only_before} only before, {comparison.only_after} only now")
    return Group(Text(f"against {name}"), table, Text("\n".join(lines)))


def _named(keys: Sequence[str]) -> str:
    shown = [key for key in keys if not key.startswith("held:")]
    hidden = len(keys) - len(shown)
    more = len(shown) - _LISTED
    parts = [*shown[:_LISTED], *([f"{more} more"] if more > 0 else []), *([f"{hidden} held"] if hidden else [])]
    return f"{len(keys)}" + (f" ({', '.join(parts)})" if parts else "")


def percent(figure: Figure | None, *, interval: bool = False) -> str:
    """Return a share in per cent, with its interval on request; – where it is not defined."""
    if figure is None:
        return "–"
    shown = f"{100 * figure.value:.0f}"
    if interval and figure.low is not None and figure.high is not None:
        shown += f" [{100 * figure.low:.0f}–{100 * figure.high:.0f}]"
    return shown


def _groups(figures: Mapping[str, Figure]) -> Table:
    table = _table("", "n", "success [95 %]", *(title for title, _ in _COLUMNS))
    for names in (CATEGORIES, _LANGUAGES, _SPLITS):
        present = [name for name in names if f"success[{name}]" in figures]
        for name in present:
            _row(table, figures, name, f"[{name}]")
        if present:
            table.add_section()
    _row(table, figures, "all", "")
    return table


def _row(table: Table, figures: Mapping[str, Figure], title: str, group: str) -> None:
    table.add_row(
        title,
        str(figures[f"success{group}"].n),
        percent(figures.get(f"success{group}"), interval=True),
        *(percent(figures.get(f"{name}{group}")) for _, name in _COLUMNS),
    )


def _whole(figures: Mapping[str, Figure]) -> Iterator[str]:
    """Yield what is said of the whole, a line for each concern."""

    def of(name: str) -> str:
        return f"{figures[name].value:.2f}" if name in figures else "–"

    yield (
        f"quotes valid {of('quote_validity')}, primary source shown {of('source_hit')}, "
        f"statements on the point {of('on_point')}, median answer {_length(figures)} characters"
    )
    yield (
        f"abstention: precision {of('abstention_precision')}, recall {of('abstention_recall')} (on topic "
        f"{of('abstention_recall_on_topic')}, off topic {of('abstention_recall_off_topic')}), F1 {of('abstention_f1')}"
    )
    yield f"confidence: AUROC {of('confidence_auroc')}, risk over coverage (area) {of('risk_area')}"


def _retrieval(figures: Mapping[str, Figure]) -> Iterator[str]:
    """Yield a line on the ranking of the gold passages, in all and by their kind."""
    parts = [
        f"{title} {figures[f'recall@1{group}'].value:.2f} {figures[f'recall@5{group}'].value:.2f} "
        f"{figures[f'recall@20{group}'].value:.2f} {figures[f'ndcg@10{group}'].value:.2f}"
        for title, group in (("all", ""), *((kind, f"[{kind}]") for kind in KINDS))
        if f"recall@1{group}" in figures
    ]
    if parts:
        yield "retrieval (recall@1, @5, @20, nDCG@10): " + "; ".join(parts)


def _length(figures: Mapping[str, Figure]) -> str:
    return f"{figures['length_p50'].value:.0f}" if "length_p50" in figures else "–"


def _table(first: str, *rest: str) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(first)
    for title in rest:
        table.add_column(title, justify="right")
    return table


def shown_failures(lines: Iterable[str]) -> Text:
    """Return the gates that were not met."""
    return Text("\n".join(lines), style="bold red")
