"""What a document tells against the truth beside it (``NAME.truth.json``), item by item.

Dates, what words point back to, people with their posts, and the recognition errors that were planted.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from typing import Any

from corpus.document import Document
from corpus.structure.posts import Person
from corpus.suspects import Suspect, suspects
from tests.corpus.known_item import Item, either, squeezed

_ALIKE = 0.6  # of the pairs of characters of the shorter description


def told_items(document: Document, truth: dict[str, Any]) -> Iterator[Item]:
    """Yield what the truth knows of dates, antecedents, people and misprints.

    Of what the text leaves open (a date that resolves to nothing, an antecedent with ``decided`` false) it is right to
    say nothing.
    """
    place = Places(document.text)
    yield from _dates(document, truth, place)
    yield from _antecedents(document, truth, place)
    yield from _people(document, truth)
    yield from _misprints(document, truth, place)


class Places:
    """Where words stand in a text, whatever white space is printed between their signs."""

    def __init__(self, text: str) -> None:
        self._at = [at for at, char in enumerate(text) if not char.isspace()]
        self._plain = "".join(text[at] for at in self._at)

    def of(self, quote: str) -> tuple[int, int] | None:
        words = squeezed(quote)
        at = self._plain.find(words)
        return None if at < 0 else (self._at[at], self._at[at + len(words) - 1] + 1)


def _dates(document: Document, truth: dict[str, Any], place: Places) -> Iterator[Item]:
    for known in truth.get("dates", ()):
        quote, expected = known["quote"], known["resolves"]
        kind = "date" if expected else "open date"
        if (found := place.of(quote)) is None:
            yield Item(kind, False, f"{quote}: not found", quote, False)
            continue
        here = [one for one in document.told.dates if one.start < found[1] and found[0] < one.end]
        said = [f"{one.value}/{one.until}" if one.until else one.value for one in here]
        sure = [value for value in said if re.match(r"\d", value)]
        if len(sure) == _ENDS and "/" not in "".join(sure):
            said.append("/".join(sure))  # both ends of a range, each as a date of its own
        values = {value for one in either(expected) for value in (one, _days(one))}
        right = any({one, _days(one)} & values for one in said) if expected else not sure
        yield Item(kind, right, f"{quote}: {said}, not {expected or 'decided'}", quote, bool(sure))


def _antecedents(document: Document, truth: dict[str, Any], place: Places) -> Iterator[Item]:
    for known in truth.get("antecedents", ()):
        quote, meant = known["quote"], known["refers_to"]
        kind = "antecedent" if known.get("decided", True) else "open antecedent"
        if (found := place.of(quote)) is None:
            yield Item(kind, False, f"{quote}: not found", quote, False)
            continue
        here = [one for one in document.told.references if found[0] <= one.start < found[1]]
        words = [[document.text[span.start : span.end] for span in one.to] for one in here]
        if kind == "antecedent":
            right = any(means(one, known) for one in words)
            # what is told of later words of the quote is not said of these
            said = any(one.start == found[0] for one in here)
            yield Item(kind, right, f"{quote}: {words}, not {meant}", quote, said)
        else:
            yield Item(kind, not words, f"{quote}: {words}, but the text leaves it open", quote, bool(words))


def means(said: list[str], known: dict[str, Any]) -> bool:
    """Say whether a reference means what is known: of several, each; where ``whole``, these words and no others."""
    meant = known["refers_to"]
    if isinstance(meant, list):
        return len(said) == len(meant) and all(
            any(_alike(one, other) for one in said for other in either(part)) for part in meant
        )
    words = "".join(said)
    if known.get("whole"):
        return squeezed(words) in map(squeezed, either(meant))
    return any(_alike(words, one) for one in either(meant))


def _people(document: Document, truth: dict[str, Any]) -> Iterator[Item]:
    for known in truth.get("people", ()):
        names = [squeezed(name) for name in either(known["name"])]
        named = [one for one in document.told.people if squeezed(one.name) in names and one.post]
        others = [one for one in truth["people"] if one["name"] == known["name"]]
        right = any(_holds(one, known) for one in named)
        said = [one for one in named if not any(_holds(one, other) for other in others)]
        wrong = f"{known}: {[(one.of, one.post, one.former) for one in named]}"
        yield Item("person", right, wrong, f"{known['name']}, {known['post']}", bool(said))
    for name in truth.get("not_people", ()):
        said = [one for one in document.told.people if squeezed(one.name) == squeezed(name)]
        yield Item("no person", not said, name, name)


def _holds(one: Person, known: dict[str, Any]) -> bool:
    posts, bodies = [[squeezed(one) for one in either(known.get(key, ""))] for key in ("post", "of")]
    printed = squeezed(one.of + one.post)
    return one.former == known.get("former", one.former) and any(
        (squeezed(one.post) in (post, of + post) or printed == post)
        and (not of or not one.of or squeezed(one.of) == of)
        for of in bodies
        for post in posts
    )


def _misprints(document: Document, truth: dict[str, Any], place: Places) -> Iterator[Item]:
    if "ocr" not in truth:
        return
    found, known_ones = suspects(document), set[Suspect]()
    for known in truth["ocr"]:
        at = place.of(known["printed"])
        here = [one for one in found if at and one.start < at[1] and at[0] < one.end]
        known_ones.update(here)
        right = any(_puts_right(document.text, one, at, known) for one in here if at)
        yield Item("misprint", right, f"{known['printed']}: {here}", known["printed"], bool(here))
    for one in found:
        if one not in known_ones:
            yield Item("no misprint", False, f"{one.printed} → {one.likely}", one.printed)


def _puts_right(text: str, one: Suspect, at: tuple[int, int], known: dict[str, Any]) -> bool:
    """Say whether the sign is in the suspect, and what was likely written, if it is said, puts it right."""
    start, end = min(at[0], one.start), max(at[1], one.end)
    likely = squeezed(text[start : one.start] + one.likely + text[one.end : end])
    should = known["printed"].replace(known["at"], known["should"])
    return squeezed(known["at"]) in squeezed(one.printed) and (not one.likely or squeezed(should) in likely)


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
_ENDS = 2  # of a range


def _alike(found: str, known: str) -> bool:
    one, other = (re.sub(r"[\s。、,.]", "", text.lower()) for text in (found, known))
    if one in other or other in one:
        return True
    pairs, others = ({text[i : i + 2] for i in range(len(text) - 1)} for text in (one, other))
    shorter = min(len(pairs), len(others))
    return shorter > 0 and len(pairs & others) >= _ALIKE * shorter
