"""The kind of thing that a question asks for, named to who asked.

Invariant: only the ask decides, and no document.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.messages import WhatKey, text
from bot.question import Ask, Question
from corpus.structure.units import same_unit

_WHAT: Mapping[str, WhatKey] = {
    "when": "time",
    "who": "person",
    "where": "place",
    "why": "reason",
    "how": "means",
    "said": "statement",
    "yes-no": "whether",
    "list": "thing",
    "source": "thing",
    "what": "thing",
}
_WHAT_COUNT: Mapping[str, WhatKey] = {
    "percent": "share",
    "rank": "rank",
    "duration": "duration",
    "long": "length",
    "times": "frequency",
    "amount": "amount",
    "money": "amount",
    "extent": "amount",
}


def what_is_asked(question: Question, ask: Ask) -> str:
    """Name the kind of thing that an ask asks for, in the language of the question."""
    if ask.kind != "count":
        return text(_WHAT[ask.kind], question.lang)
    lasting = same_unit("duration", ask.unit)
    return text("duration" if lasting else _WHAT_COUNT.get(ask.unit, "count"), question.lang)


def numbers(lang: str) -> frozenset[str]:
    """Return what the kinds of numbers are named."""
    return frozenset(text(key, lang) for key in ("count", "duration", *_WHAT_COUNT.values()))
