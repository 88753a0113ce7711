"""From judgements to figures: what a run says as a whole, and for each category, language and split.

Invariant: a figure is computed from judgements alone, names how many items it rests on, and is absent where it is not
defined. Its name is a measure, with a group in brackets where it is of a part: ``success``, ``success[table]``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.evaluation.gold import NOT_QUESTIONS
from bot.evaluation.judge import CAUSES, Judgement
from bot.evaluation.metrics.abstention import area_under_risk, auroc, detection, risk_coverage
from bot.evaluation.metrics.intervals import mean_interval, percentile, share_interval
from bot.evaluation.metrics.retrieval import NAMES as RANKING

KINDS = ("prose", "row", "table", "note", "heading")
"""The kinds of passages that hold evidence, in the order in which their figures are shown."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value over ``n`` items, with a 95 % interval where one is known."""

    value: float
    n: int
    low: float | None = None
    high: float | None = None


MEASURES: dict[str, Callable[[Judgement], float | bool | None]] = {
    "success": lambda j: j.success,
    "fact_recall": lambda j: j.facts,
    "citation_recall": lambda j: j.citation_recall,
    "citation_precision": lambda j: j.citation_precision,
    "quote_validity": lambda j: j.quotes,
    "source_hit": lambda j: j.source,
    "on_point": lambda j: None if j.off_point is None else 1 - j.off_point / j.statements,
}
"""Measures that are a mean over items."""
SHARES = frozenset(("success", "source_hit"))
GROUPS: tuple[tuple[str, Callable[[Judgement], str]], ...] = (
    ("category", lambda j: j.category),
    ("lang", lambda j: j.lang),
    ("split", lambda j: j.split),
)


def summarise(judgements: Sequence[Judgement]) -> dict[str, Figure]:
    """Return every figure of a run by its name; an undefined one is left out."""
    figures = _figures(judgements)
    for _, group in GROUPS:
        for name in dict.fromkeys(group(j) for j in judgements):
            part = [j for j in judgements if group(j) == name]
            figures |= {f"{measure}[{name}]": figure for measure, figure in _figures(part).items()}
    for kind in sorted({kind for j in judgements for kind in j.kinds}):
        part = [j for j in judgements if kind in j.kinds]
        figures |= {f"{measure}[{kind}]": figure for measure, figure in _rankings(part).items()}
    return figures


def causes(judgements: Iterable[Judgement]) -> dict[str, int]:
    """Count the causes of failure, in the order of the way from question to answer."""
    counted = Counter[str](j.cause for j in judgements if j.cause)
    return {cause: counted[cause] for cause in CAUSES if counted[cause]}


def risk_points(judgements: Sequence[Judgement]) -> tuple[tuple[float, float], ...]:
    """Return the risk–coverage curve of a run, chat and instructions left out."""
    asked = [j for j in judgements if j.category not in NOT_QUESTIONS]
    given = [j for j in asked if not j.abstained]
    return risk_coverage([j.confidence for j in given], [j.success for j in given], len(asked)) if asked else ()


def _figures(judgements: Sequence[Judgement]) -> dict[str, Figure]:
    figures: dict[str, Figure] = {}
    for name, measure in MEASURES.items():
        values = [float(value) for j in judgements if (value := measure(j)) is not None]
        if values:
            low, high = share_interval(sum(values), len(values)) if name in SHARES else mean_interval(values)
            figures[name] = Figure(sum(values) / len(values), len(values), low, high)
    return figures | _rankings(judgements) | _abstention(judgements) | _size(judgements)


def _rankings(judgements: Sequence[Judgement]) -> dict[str, Figure]:
    ranked = [j.ranking for j in judgements if j.ranking is not None]
    if not ranked:
        return {}
    return {name: Figure(sum(r[name] for r in ranked) / len(ranked), len(ranked)) for name in RANKING}


def _abstention(judgements: Sequence[Judgement]) -> dict[str, Figure]:
    asked = [j for j in judgements if j.category not in NOT_QUESTIONS]
    should = [not j.answerable for j in asked]
    measured = detection([j.abstained for j in asked], should)
    values = {
        "abstention_precision": measured.precision,
        "abstention_recall": measured.recall,
        "abstention_f1": measured.f1,
        "confidence_auroc": auroc([j.confidence for j in asked], [j.answerable for j in asked]),
        "risk_area": area_under_risk(risk_points(judgements)),
    }
    for name, category in (("on_topic", "unanswerable"), ("off_topic", "off-topic")):
        part = [j for j in asked if j.category == category]
        if part:
            values[f"abstention_recall_{name}"] = sum(j.abstained for j in part) / len(part)
    return {name: Figure(value, len(asked)) for name, value in values.items() if value is not None}


def _size(judgements: Sequence[Judgement]) -> dict[str, Figure]:
    given = [j for j in judgements if not j.abstained and j.category not in NOT_QUESTIONS]
    values: Mapping[str, float | None] = {
        "length_p50": percentile([j.length for j in given], 0.5),
        "seconds_p50": percentile([j.seconds for j in judgements], 0.5),
        "seconds_p95": percentile([j.seconds for j in judgements], 0.95),
    }
    counted = {"length_p50": len(given)}
    return {name: Figure(v, counted.get(name, len(judgements))) for name, v in values.items() if v is not None}
