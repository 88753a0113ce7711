"""Check a gold file against the documents it is about, so that a wrong score is never the gold's fault.

Invariant: every fault names file and line; a file without faults scores 1.0 when its own ideals are replayed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from bot.evaluation.gold import LONGEST_ANCHOR, Fault, GoldItem, scan_gold
from bot.evaluation.judge import judge
from bot.evaluation.metrics.facts import found_facts, said_forbidden
from bot.evaluation.places import PlaceError, resolve
from bot.evaluation.systems import Oracle
from corpus.document import Document


def check_gold(path: Path, documents: Mapping[str, Document]) -> list[Fault]:
    """Return everything wrong with a gold file, in the order of its lines. Raises UsageError if it cannot be read."""
    items, faults = scan_gold(path)
    oracle = Oracle(documents)
    for item in items:
        faults += [Fault(str(path), item.line, f"{item.id}: {what}") for what in _faults(item, documents, oracle)]
    faults += [Fault(str(path), line, what) for line, what in _between(items)]
    return sorted(faults, key=lambda fault: fault.line)


def _faults(item: GoldItem, documents: Mapping[str, Document], oracle: Oracle) -> Iterator[str]:
    yield from _of_form(item)
    _, missed = found_facts(item.expected, item.ideal)
    if item.answerable:
        yield from (f"its own ideal does not state {source!r}" for source in missed)
    yield from (
        f"its own ideal states the forbidden {source!r}" for source in said_forbidden(item.forbidden, item.ideal)
    )
    try:
        evidence = resolve(item, documents)
    except PlaceError as error:
        yield str(error)
        return
    if item.answerable and evidence and not missed:
        judged = judge(item, oracle.ask(item), documents)
        if judged.citation_recall != 1:
            yield "its evidence does not carry what its ideal states: name the places that do"
        if judged.source is False:
            yield f"no note of its evidence names {' and '.join(map(repr, item.sources))}"
        if judged.cause:
            yield f"its own ideal fails: {judged.cause}"


def _of_form(item: GoldItem) -> Iterator[str]:
    """Yield what is missing from an item, or does not go together in it."""
    if not item.ideal.strip():
        yield "there is no ideal answer"
    if not item.question.strip():
        yield "the question is empty"
    if item.answerable and not item.expected:
        yield "an answerable item needs a pattern under `short` or `facts`"
    if item.answerable and not item.evidence:
        yield "an answerable item needs evidence"
    if item.answerable and item.category in ("unanswerable", "off-topic", "chat", "instruction"):
        yield f"an item of the category {item.category} cannot be answerable"
    if not item.answerable and item.short:
        yield "an item that is not answerable has no short answer"
    if item.category == "follow-up" and len(item.turns) < 2:
        yield "a follow-up needs an earlier turn"
    for place in item.evidence:
        if len(place.anchor) > LONGEST_ANCHOR:
            yield f"the anchor {place.anchor!r} is longer than {LONGEST_ANCHOR} characters"


def _between(items: list[GoldItem]) -> Iterator[tuple[int, str]]:
    """Yield what is wrong between items: a cluster in both splits, the same question twice."""
    splits: dict[str, GoldItem] = {}
    asked: dict[tuple[str, ...], GoldItem] = {}
    for item in items:
        first = splits.setdefault(item.cluster, item)
        if first.split != item.split:
            yield (
                item.line,
                f"{item.id}: the cluster {item.cluster!r} is in {first.split} (line {first.line}) and {item.split}",
            )
        same = asked.setdefault(item.turns, item)
        if same is not item:
            yield item.line, f"{item.id}: asks the same as {same.id} (line {same.line})"
