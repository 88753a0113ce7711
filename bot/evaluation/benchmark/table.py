"""A benchmark's result for a terminal: a line for each figure, in words, with its 95 % interval."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from bot.evaluation.benchmark.result import RANKING, BenchmarkResult
from bot.evaluation.summary import Figure

_LINES = (
    ("span_in_short", "gold span in the short answer"),
    ("short_f1", "short answer against the gold one, characters (F1)"),
    ("span_in_answer", "gold span in the answer"),
    ("first_footnote", "first footnote from the gold passage"),
    ("any_footnote", "any footnote from the gold passage"),
    ("abstained", "abstained although the passage is there"),
    ("conflict", "says that documents disagree"),
    ("abstained[removed]", "abstained with the gold passage removed"),
    ("span_in_answer[removed]", "gold span from another passage then"),
)


def render(result: BenchmarkResult) -> RenderableType:
    """Lay out the figures of a run."""
    title = f"{result.benchmark}: {result.sample} of {result.questions} questions (seed {result.seed}) "
    title += f"over {result.passages} passages"
    causes = ", ".join(f"{cause} {count}" for cause, count in result.causes.items())
    why = [Text(f"no gold span in the short answer because: {causes}")] if causes else []
    return Group(Text(title, style="bold"), _answers(result), *why, _retrieval(result))


def _answers(result: BenchmarkResult) -> Table:
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column()
    table.add_column(justify="right")
    table.add_column(style="dim")
    known = result.figures
    for name, words in _LINES:
        if (figure := known.get(name)) is not None:
            table.add_row(words, f"{100 * figure.value:.1f} %", _interval(figure, 100))
    if (area := known.get("confidence_auroc")) is not None:
        table.add_row("confidence with the passage over without (AUROC)", f"{area.value:.3f}", _interval(area, 1))
    for name, words, form in (("length", "characters of an answer", ".0f"), ("seconds", "seconds to answer", ".2f")):
        if (half := known.get(f"{name}_p50")) and (most := known.get(f"{name}_p95")):
            table.add_row(f"{words}, median (95th percentile)", f"{half.value:{form}}", f"({most.value:{form}})")
    return table


def _retrieval(result: BenchmarkResult) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column("gold passage found by")
    for name in RANKING:
        table.add_column(name)
    for retriever in [name.removeprefix("mrr@10[")[:-1] for name in result.figures if name.startswith("mrr@10[")]:
        found = [result.figures[f"{name}[{retriever}]"] for name in RANKING]
        table.add_row(retriever, *(f"{figure.value:.3f} {_interval(figure, 1)}" for figure in found))
    return table


def _interval(figure: Figure, scale: int) -> str:
    if figure.low is None or figure.high is None:
        return ""
    digits = 1 if scale == 100 else 3
    return f"{scale * figure.low:.{digits}f}–{scale * figure.high:.{digits}f}"
