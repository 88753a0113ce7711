"""The whole page: what the template shows, and the template filled in."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from bot.evaluation.comparison import Comparison
from bot.evaluation.html import overview, words
from bot.evaluation.html.bars import change_bars, count_bars, link, share_bars
from bot.evaluation.html.items import Item, Run, items, split_marks
from bot.evaluation.html.reasons import CAUSES
from corpus.document import Document

# Control characters, marks that reorder text, and halves of surrogate pairs, which cannot be written as UTF-8.
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


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
    style, script = _asset("report.css"), _asset("report.js")
    return (
        _templates()
        .get_template("report.html.jinja")
        .render(
            **_summary(runs),
            **_charts(runs),
            **_compared(comparison, shown),
            items=shown,
            facets=_facets(shown),
            style=Markup(style),
            script=Markup(script),
            policy=f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
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


def _asset(name: str) -> str:
    return files("bot.evaluation.html").joinpath(name).read_text("utf-8")


def _hash(text: str) -> str:
    """Return the hash by which a content security policy lets an inline style or script through."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _seen(value: object) -> object:
    """Take out what a browser would act on instead of showing it; escaping comes after."""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return _SURROGATE.sub("\ufffd", _UNSEEN.sub("", value))


def _templates() -> Environment:
    templates = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        loader=FunctionLoader(_asset),
        finalize=_seen,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters |= {"split_marks": split_marks, "seconds": words.seconds}
    templates.globals |= {"filter_link": link}
    return templates
