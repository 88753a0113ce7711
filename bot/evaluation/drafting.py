"""A gold item drafted from an answer, for a person to correct.

Invariant: a draft is marked as one and never counts until a person takes the mark away; what it holds is what tenkyo
answered, which may be wrong.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.answer import Answer, Citation
from bot.evaluation.gold import LONGEST_ANCHOR, scan_gold
from bot.question import parse_question
from corpus.errors import UsageError
from corpus.structure.dates import find_dates
from corpus.structure.quantities import find_quantities

_KINDS = {"when": "factoid", "who": "factoid", "where": "factoid", "what": "factoid", "count": "number", "why": "why",
          "list": "list", "source": "provenance", "yes-no": "yes-no"}  # fmt: skip


def drafted(answer: Answer, identifier: str) -> dict[str, Any]:
    """Return the draft of an item, as a gold file writes it."""
    short = answer.short.text if answer.short else ""
    return {
        "id": identifier,
        "split": "tune",
        "lang": answer.lang,
        "category": _category(answer),
        "turns": [*answer.turns, answer.question],
        "answerable": not answer.abstained and answer.status != "chat",
        "short": list(_patterns(short)),
        "facts": [],
        "forbidden": [],
        "evidence": [{"doc": c.doc, "anchor": anchor} for c in answer.citations if (anchor := _anchor(c))],
        "sources": [],
        "ideal": short or (answer.statements[0].text if answer.statements else answer.answer),
        "cluster": identifier,
        "draft": True,
    }


def add_draft(answer: Answer, path: Path) -> str:
    """Append the draft of an item to a gold file (made when missing) and return what a person has to do next.

    Raises:
        UsageError: the file cannot be read or written, or its last line is not finished.
    """
    items = scan_gold(path)[0] if path.exists() else []
    taken = {item.id for item in items}
    number = len(items) + 1
    while (identifier := f"draft-{number:03}") in taken:
        number += 1
    line = json.dumps(drafted(answer, identifier), ensure_ascii=False)
    try:
        unfinished = path.exists() and path.stat().st_size > 0 and not path.read_bytes().endswith(b"\n")
        with path.open("a", encoding="utf-8") as file:
            file.write(("\n" if unfinished else "") + line + "\n")
    except OSError as error:
        raise UsageError(f"{path}: the draft cannot be written ({error.strerror or error})") from error
    return (
        f"{path}: {identifier} drafted. Read it against the documents: write what a right answer states under `short` "
        f"or `facts`, name all its evidence, then drop `draft` and run `tenkyo eval --check-gold --gold {path}`."
    )


def _category(answer: Answer) -> str:
    rows = bool(answer.citations) and all(citation.kind == "row" for citation in answer.citations)
    signs = (
        (answer.status == "chat", "chat"),
        (answer.abstained, "unanswerable"),
        (bool(answer.turns), "follow-up"),
        (answer.calculation is not None, "arithmetic"),
        (rows, "table"),
        (bool(answer.conflicts), "disagreement"),
    )
    kinds = parse_question(answer.question, answer.turns).kinds()
    asked = next((category for kind, category in _KINDS.items() if kind in kinds), "factoid")
    return next((category for holds, category in signs if holds), asked)


def _patterns(short: str) -> Iterator[str]:
    """Yield patterns for the numbers and dates of a short answer; without one, its words."""
    found = [f"date:{date.value}" for date in find_dates(short) if date.value]
    found += [f"number:{quantity.value.normalize():f}" for quantity in find_quantities(short)]
    yield from found or ([f"text:{short.strip('。．. ')}"] if short.strip() else [])


def _anchor(citation: Citation) -> str:
    """Return a short piece of a quote, its decisive words if they are marked, within one line."""
    first = citation.spans[0]
    inside = next((d for d in citation.decisive if first.start <= d.start < first.end), None)
    words = citation.quote[: first.end - first.start]
    begin = inside.start - first.start if inside else 0
    return words[begin : begin + LONGEST_ANCHOR].split("\n")[0].strip()
