"""Learn what the signs of an antecedent weigh from the documents whose antecedents are known; print how it does.

    python -m tests.corpus.weigh_antecedents [--write]

Eight times an eighth of the documents is left out, and what is told of it is counted. With ``--write`` the weights that
all documents together give are written to `ranked/weights.py`.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from corpus.readers import read
from corpus.structure.antecedents import by_rules
from corpus.structure.lines import width
from corpus.structure.ranked import weights as table
from corpus.structure.ranked.choosing import likeliest, options, shares, weighed
from corpus.structure.ranked.options import Option
from corpus.structure.ranked.pointers import Pointer, pointers
from corpus.structure.ranked.telling import is_told, meant
from tests.corpus.known import truth_of
from tests.corpus.known_item import either
from tests.corpus.known_told import Places, means, told_items

FIXTURES = Path(__file__).parent / "fixtures"
_FOLDS = 8
_RIDGE = 2.0
_STEPS = 250
_LEAST_SEEN = 8  # documents' options with a sign that is weighed
_WIDTH, _OPENING = 120, '_TABLE = """'
_LEAST = 0.05  # of a weight that is kept


@dataclass(frozen=True, slots=True)
class Case:
    """Words whose meaning is known: what they may mean, which options are close to the truth and which pass for it."""

    document: str
    state: str  # what is told of them by rules
    decided: bool
    pointer: Pointer | None
    options: list[Option]
    hits: list[bool]
    right: list[bool]


def close(words: str, known: str, statement: bool) -> bool:
    """Say whether words are those that are meant, and not much more or less."""
    one, other = (re.sub(r"[\s。、,.「」『』《》“”\"]", "", each.lower()) for each in (words, known))
    if not one or not other:
        return False
    shorter, longer = sorted((len(one), len(other)))
    if one in other or other in one:
        ends = shorter > 1 and (other.endswith(one) or (one.endswith(other) and not statement))
        return ends or shorter >= (0.4 if statement else 0.5) * longer
    pairs, others = ({each[i : i + 2] for i in range(len(each) - 1)} for each in (one, other))
    return len(pairs & others) >= max(0.7 * min(len(pairs), len(others)), 1) and shorter >= 0.5 * longer


def _hits(pointer: Pointer, option: Option, words: list[str], known: dict[str, Any]) -> bool:
    named = known["refers_to"]
    if pointer.group == "pair":
        named = named if isinstance(named, list) else re.split("[、,]", named)
        return len(named) == 2 == len(words) and all(
            any(close(one, other, False) for one in words for other in either(part)) for part in named
        )
    if isinstance(named, list) or not words:
        return False
    return any(close(words[0], one, option.sort == "said") for one in either(named))


def cases_of(path: Path) -> Iterator[Case]:
    """Yield the words of a document whose meaning is known."""
    document, truth = read(path), truth_of(path)
    told, text = document.told, document.text
    states = {item.about: item.state for item in told_items(document, truth) if "antecedent" in item.kind}
    found, as_read = by_rules(text, told.beside, told.notes, told.dates, told.lang)
    ruled = {one.start for one in found}
    mentions, place = as_read.mentions(), Places(text)
    for known in truth.get("antecedents", ()):
        decided = known.get("decided", True)
        at = place.of(known["quote"])
        index = next((n for n, one in enumerate(as_read.sentences) if at and one.start <= at[0] < one.end), None)
        if at is None or index is None:
            continue
        state = states[known["quote"]] if any(at[0] <= one < at[1] for one in ruled) else "open"
        view, tongue = as_read.view(index), as_read.tongues[index]
        here = [one for one in pointers(view, tongue) if at[0] <= one.span.start < at[1]]
        if not here:
            yield Case(path.name, state, decided, None, [], [], [])
            continue
        pointer = min(here, key=lambda one: one.span.start)
        choices = options(view, pointer, mentions, tongue)
        words = [[text[span.start : span.end] for span in map(view.whole, meant(pointer, one.to))] for one in choices]
        hits = [decided and _hits(pointer, *each, known) for each in zip(choices, words, strict=True)]
        right = [decided and bool(each) and means(each, known) for each in words]
        if not any(hits):
            hits[-1] = True
        yield Case(path.name, state, decided, pointer, choices, hits, right)


def fit(cases: Sequence[Case]) -> dict[str, float]:
    """Return the weights that make what is meant likeliest, with a ridge."""
    seen = Counter(
        name
        for case in cases
        if case.pointer
        for name in {name for one in case.options for name, _ in weighed(one, case.pointer.group)}
    )
    index = {name: n for n, name in enumerate(sorted(name for name, count in seen.items() if count >= _LEAST_SEEN))}
    cells: list[tuple[int, int, float]] = []
    starts, hits = list[int](), list[bool]()
    for case in cases:
        if case.pointer is None:
            continue
        starts.append(len(hits))
        for one, hit in zip(case.options, case.hits, strict=True):
            cells += [
                (len(hits), index[name], value) for name, value in weighed(one, case.pointer.group) if name in index
            ]
            hits.append(hit)
    row, column = np.array([one[0] for one in cells]), np.array([one[1] for one in cells])
    value, truth, first = np.array([one[2] for one in cells]), np.array(hits, float), np.array(starts)
    group = np.repeat(np.arange(len(first)), np.diff([*starts, len(hits)]))
    weights = np.zeros(len(index))
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, _STEPS + 1):
        sums = np.bincount(row, value * weights[column], len(truth))
        grown = np.exp(sums - np.maximum.reduceat(sums, first)[group])
        chance = grown / np.add.reduceat(grown, first)[group]
        wanted = grown * truth / np.add.reduceat(grown * truth, first)[group]
        slope = np.bincount(column, value * (chance - wanted)[row], len(weights)) + _RIDGE * weights
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope * slope
        rate = 0.1 if step < 0.6 * _STEPS else 0.02
        weights -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return {name: round(float(weights[n]), 2) for name, n in index.items() if abs(weights[n]) >= _LEAST}


def left_out(cases: Sequence[Case]) -> Iterator[tuple[Case, int, float]]:
    """Yield each case with the option that is likeliest by the documents of other folds, and how likely it is."""
    fold = {
        name: n % _FOLDS for n, name in enumerate(sorted({case.document for case in cases}, key=lambda one: one[::-1]))
    }
    for held in range(_FOLDS):
        weights = fit([case for case in cases if fold[case.document] != held])
        for case in cases:
            if fold[case.document] == held and case.pointer is not None:
                group = case.pointer.group
                yield case, *likeliest(case.options, shares(case.options, group, weights), group)


def report(cases: Sequence[Case]) -> None:
    """Print what is told of documents left out, by group of pointer, with the shares that are enough."""
    counts: dict[str, Counter[str]] = {}
    for case, best, share in left_out(cases):
        group = case.pointer.group if case.pointer is not None else ""
        told = case.pointer is not None and is_told(case.pointer, case.options[best], share)
        state = ("right" if case.right[best] else "wrong") if told else "open"
        for name in (group, "all"):
            count = counts.setdefault(name, Counter())
            count[state] += case.decided or told
            if case.state == "open" or not case.decided:
                count[f"{state} where no rule decides"] += case.decided or told
    for name, count in counts.items():
        sys.stdout.write(f"{name:8}{dict(sorted(count.items()))}\n")
    sys.stdout.write(f"{sum(case.decided and case.pointer is None for case in cases)} more have no pointer\n")


def write(weights: dict[str, float]) -> None:
    """Write the weights as the table that ships."""
    path = Path(table.__file__)
    head = path.read_text("utf-8").split(_OPENING)[0]
    lines, line = list[str](), ""
    for name, weight in sorted(weights.items()):
        cell = f"{name} {weight:g}; "
        if width(line + cell) > _WIDTH - (0 if lines else len(_OPENING)):
            lines.append(line.rstrip())
            line = ""
        line += cell
    body = "\n".join([*lines, line.rstrip("; ")])
    tail = path.read_text("utf-8").split('"""\n\nWEIGHTS = ')[1]
    path.write_text(f'{head}{_OPENING}{body}"""\n\nWEIGHTS = {tail}', "utf-8")


def main() -> None:
    """Weigh, print, and write where asked to."""
    paths = [
        path
        for folder in ("unseen", "told", "known")
        for path in sorted((FIXTURES / folder).iterdir())
        if path.suffix in (".md", ".txt", ".html")
    ]
    cases = [case for path in paths for case in cases_of(path)]
    report(cases)
    if "--write" in sys.argv[1:]:
        write(fit(cases))


if __name__ == "__main__":
    main()
