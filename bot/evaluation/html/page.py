"""The whole page: what the template shows, and the template filled in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from bot.evaluation.comparison import Comparison
from bot.evaluation.html import overview, words
from bot.evaluation.html.bars import change_bars, count_bars, link, share_bars
from bot.evaluation.html.items import Item, Run, items, split_marks
from bot.evaluation.html.reasons import CAUSES
from bot.render.webpage import asset, let_through, templates
from corpus.document import Document

_HERE = "bot.evaluation.html"


def page(
    runs: Sequence[Run], comparison: Comparison | None = None, documents: Mapping[str, Document] | None = None
) -> str:
    """Write the report of an evaluation as one self-contained HTML page.

    ``runs`` are records with their outcomes; the first is reported on, further ones are held beside it.
    ``comparison`` is of the first run with a baseline. ``documents`` by id are what quotes are shown in; a quote whose
    document is not among them stands alone. Raises ValueError without a run.
    """
    if not runs:
        raise ValueError("a report needs a run")
    shelf = documents or {}
    shown = items(runs, shelf)
    style, script = asset(_HERE, "report.css"), asset(_HERE, "report.js")
    found = templates(_HERE)
    found.filters |= {"split_marks": split_marks, "seconds": words.seconds}
    found.globals |= {"filter_link": link}
    return (
        found.get_template("report.html.jinja").render(
            **_summary(runs),
            **_charts(runs),
            **_compared(comparison, shown),
            items=shown,
            facets=_facets(shown),
            style=Markup(style),
            script=Markup(script),
            policy=f"default-src 'none'; style-src {let_through(style)}; script-src {let_through(script)}; "
            "base-uri 'none'; form-action 'none'",
        )
        + "\n"
    )


def _summary(runs: Sequence[Run]) -> dict[str, Any]:
    record, outcomes = runs[0]
    return {
        "record": record,
        "total": len(outcomes),
        "held": sum(outcome.item.split == "held" for outcome in outcomes),
        "settings": words.facts(record.settings),
        "selection": words.facts(record.selection),
        "headlines": overview.headlines(record),
        "figures": overview.every_figure(record),
        "names": overview.system_names(runs),
        "systems": overview.systems(runs) if len(runs) > 1 else (),
        "systems_by_category": overview.systems_by_category(runs) if len(runs) > 1 else (),
    }


def _charts(runs: Sequence[Run]) -> dict[str, Any]:
    record = runs[0][0]
    curves, latency = overview.charts(runs)
    failures = sum(record.causes.values())
    return {
        "causes": count_bars(record.causes, failures, "cause"),
        "cause_words": CAUSES,
        "failures": failures,
        "groups": [
            (title, share_bars(record.figures, "success", names, field))
            for title, names, field in (
                ("category", overview.categories(record), "category"),
                ("language", overview.languages(record), "lang"),
                ("split", overview.splits(record), "split"),
            )
        ],
        "curves": curves,
        "latency": latency,
    }


def _compared(comparison: Comparison | None, shown: Sequence[Item]) -> dict[str, Any]:
    if comparison is None:
        return {"comparison": None, "changes": (), "moved": ()}
    anchors = {item.outcome.item.id: item.anchor for item in shown}
    return {
        "comparison": comparison,
        "changes": change_bars(comparison.changes),
        "moved": overview.moved(comparison, anchors),
    }


def _facets(shown: Sequence[Item]) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Return what items can be filtered by: field, label, values in the order in which they are met."""
    judged = [item.outcome.judgement for item in shown]
    values = (
        ("category", "Category", [j.category for j in judged]),
        ("lang", "Language", [j.lang for j in judged]),
        ("cause", "Cause", [item.cause for item in shown]),
        ("split", "Split", [j.split for j in judged]),
    )
    return tuple((field, label, tuple(dict.fromkeys(found))) for field, label, found in values)
