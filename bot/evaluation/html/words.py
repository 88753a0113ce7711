"""How the page names and writes what was measured.

Invariant: a measure that this file does not know is still shown, under its own name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.evaluation.summary import Figure

_PATH = re.compile(r"(?<![^\s,=(\[])(?:[A-Za-z]:|~|\.{1,2})?[/\\](?:[^/\\\s,]+[/\\])*([^/\\\s,]*)")


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure's name for people, how its values are written (``share``, ``number``, ``seconds``, ``characters``)."""

    label: str
    written: str = "share"
    meaning: str = ""
    smaller_is_better: bool = False


MEASURES: dict[str, Measure] = {
    "success": Measure("Success", meaning="items with every fact stated, footnotes that hold, nothing wrong said"),
    "fact_recall": Measure("Fact recall", meaning="expected facts that the answer states"),
    "citation_recall": Measure("Citation recall", meaning="statements whose footnotes carry their facts"),
    "citation_precision": Measure("Citation precision", meaning="footnotes that quote the item's gold evidence"),
    "quote_validity": Measure("Quote validity", meaning="footnotes that are verbatim; must be 100%"),
    "source_hit": Measure("Primary source", meaning="items whose footnotes lead to the source that is wanted"),
    "on_point": Measure("On point", meaning="statements that rest on gold evidence"),
    "recall@1": Measure("Recall@1", meaning="gold passages that come first"),
    "recall@5": Measure("Recall@5", meaning="gold passages among the first 5 hits"),
    "recall@10": Measure("Recall@10", meaning="gold passages among the first 10 hits"),
    "recall@20": Measure("Recall@20", meaning="gold passages among the first 20 hits"),
    "mrr@10": Measure("MRR@10", "number", "1 ÷ rank of the first gold passage"),
    "ndcg@10": Measure("nDCG@10", "number", "how near the ranking is to the best possible one"),
    "abstention_precision": Measure("Abstention precision", meaning="abstentions that were right"),
    "abstention_recall": Measure("Abstention recall", meaning="unanswerable questions it abstained from"),
    "abstention_f1": Measure("Abstention F1", "number", "harmonic mean of the two"),
    "abstention_recall_on_topic": Measure("… on topic", meaning="the same, on-topic questions without an answer"),
    "abstention_recall_off_topic": Measure("… off topic", meaning="the same, off-topic questions"),
    "confidence_auroc": Measure(
        "Confidence AUROC", "number", "how often an answerable question gets the higher confidence"
    ),
    "risk_area": Measure("Risk area", "number", "mean share of wrong answers over the coverage reached", True),
    "length_p50": Measure("Answer length, median", "characters", "of the answers given"),
    "seconds_p50": Measure("Latency p50", "seconds", "half of the answers come faster", True),
    "seconds_p95": Measure("Latency p95", "seconds", "95 of 100 answers come faster", True),
}
HEADLINES = (
    "success", "fact_recall", "citation_precision", "quote_validity",
    "source_hit", "recall@10", "abstention_f1", "seconds_p95",
)  # fmt: skip


def measure(name: str) -> Measure:
    """Return what is known of a measure, by its name in `Record.figures` without a group."""
    return MEASURES.get(name) or Measure(name.replace("_", " "), "number")


def written(value: float, how: str = "share") -> str:
    """Write a value as its measure is written."""
    if how == "share":
        return f"{100 * value:.0f}%"
    if how == "seconds":
        return seconds(value)
    return f"{value:.0f}" if how == "characters" else f"{value:.2f}"


def seconds(value: float) -> str:
    """Write a time given in seconds, in milliseconds below a second."""
    return f"{1000 * value:.0f} ms" if value < 0.9995 else f"{value:.2f} s" if value < 9.995 else f"{value:.0f} s"


def interval(figure: Figure, how: str = "share") -> str:
    """Write the 95 % interval of a figure; empty where none is known."""
    if figure.low is None or figure.high is None:
        return ""
    return f"{written(figure.low, how).removesuffix('%')}–{written(figure.high, how)}"


def points(low: float, high: float | None = None) -> str:
    """Write a change of a share, or its interval, in percentage points with a sign."""
    values = [low] if high is None else [low, high]
    return " to ".join(f"{100 * value:+.1f}".replace("-", "−") for value in values)


def facts(values: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Write settings or a selection as names and words; a path is cut to its last part, for the page goes elsewhere."""
    return tuple((name, _words(value)) for name, value in values.items())


def _words(value: object) -> str:
    if isinstance(value, (list, tuple, set, frozenset)):
        return ", ".join(map(_words, value)) or "—"
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {_words(part)}" for key, part in value.items()) or "—"
    said = "—" if value is None or value == "" else "yes" if value is True else "no" if value is False else str(value)
    return _PATH.sub(r"…/\1", said)
