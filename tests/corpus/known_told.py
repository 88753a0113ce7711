"""What a document tells of time and people against the truth beside it (``NAME.truth.json``), item by item."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from typing import Any

from corpus.document import Document
from tests.corpus.known import Item

_ALIKE = 0.6  # of the pairs of characters of the shorter description


def told_items(document: Document, truth: dict[str, Any]) -> Iterator[Item]:
    """Yield the dates and antecedents of the truth: right, ``wrong`` (something else is said) or open.

    Of what the text leaves open (``decided`` is false) it is right to say nothing.
    """
    spaces = [at for at, char in enumerate(document.text) if not char.isspace()]
    plain = "".join(document.text[at] for at in spaces)
    for known in truth.get("dates", ()):
        at = plain.find(re.sub(r"\s+", "", known["quote"]))
        if at < 0:
            yield Item("date open", False, f"{known['quote']}: not found")
            continue
        start, end = spaces[at], spaces[at + len(re.sub(r"\s+", "", known["quote"])) - 1] + 1
        here = [one for one in document.told.dates if one.start < end and start < one.end]
        said = [f"{one.value}/{one.until}" if one.until else one.value for one in here]
        right = known["resolves"] in said or _days(known["resolves"]) in map(_days, said)
        wrong = not right and any(re.match(r"\d", value) for value in said)
        yield Item("date wrong" if wrong else "date", right, f"{known['quote']}: {said}, not {known['resolves']}")
    for known in truth.get("antecedents", ()):
        at = plain.find(re.sub(r"\s+", "", known["quote"]))
        if at < 0:
            yield Item("antecedent", False, f"{known['quote']}: not found")
            continue
        start, end = spaces[at], spaces[at + len(re.sub(r"\s+", "", known["quote"])) - 1] + 1
        found = [one for one in document.told.references if start <= one.start < end]
        words = ["".join(document.text[span.start : span.end] for span in one.to) for one in found]
        if not known.get("decided", True):
            yield Item("open antecedent", not words, f"{known['quote']}: {words}, but the text leaves it open")
            continue
        right = any(_alike(one, known["refers_to"]) for one in words)
        kind = "antecedent wrong" if words and not right else "antecedent"
        yield Item(kind, right, f"{known['quote']}: {words}, not {known['refers_to']}")


def _days(value: str) -> str:
    """Return a range with its days: 2019-04/2020-03 is 2019-04-01/2020-03-31, 1990/1999 is 1990-01-01/1999-12-31."""
    first, _, last = value.partition("/")
    if not last or value.startswith("-") or last.startswith("-"):
        return value
    first = f"{first}-01-01"[:10] if len(first) == _YEAR else f"{first}-01"[:10]
    last = f"{last}-12" if len(last) == _YEAR else last
    ends = f"{last}-{monthrange(int(last[:4]), int(last[5:7]))[1]}" if len(last) == len("2019-04") else last
    return f"{first}/{ends}"


_YEAR = len("2019")


def _alike(found: str, known: str) -> bool:
    one, other = (re.sub(r"[\s。、,.]", "", text.lower()) for text in (found, known))
    if one in other or other in one:
        return True
    pairs, others = ({text[i : i + 2] for i in range(len(text) - 1)} for text in (one, other))
    return len(pairs & others) >= _ALIKE * min(len(pairs), len(others))
