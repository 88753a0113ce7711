"""What is not read right today in the documents of ``fixtures/unseen``: counted, compared, and written down.

``python -m tests.corpus.shortfalls`` counts by kind; with ``--update`` it writes the lists in the truth files anew, and
nothing else. The truth itself is written by hand, never from what is read.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from corpus.readers import read
from tests.corpus.known import FIELDS, items, truth_of
from tests.corpus.known_item import Item
from tests.corpus.known_told import told_items

UNSEEN = sorted(
    path
    for path in (Path(__file__).parent / "fixtures" / "unseen").iterdir()
    if path.suffix in (".md", ".txt", ".html")
)
NAME = "shortfalls"
_LINE = 116


def found(path: Path) -> list[Item]:
    """Return every item that is known of a document, which is read once."""
    document, truth = read(path), truth_of(path)
    return [*items(document, truth), *told_items(document, truth)]


def shortfalls(known: Iterable[Item]) -> dict[str, list[str]]:
    """Return the keys of the items that are not right: of which something wrong is said, and that are left open."""
    short = [(item.state, item.key) for item in known if not item.right]
    return {state: [key for one, key in short if one == state] for state in ("wrong", "open")}


def changes(listed: dict[str, list[str]], now: dict[str, list[str]]) -> list[str]:
    """Return what must be done about a list that is not what is read now; empty where the two agree."""
    told = []
    for state in ("wrong", "open"):
        before, after = Counter(listed.get(state, ())), Counter(now[state])
        told += [f"no longer {state}, remove it from the list: {key}" for key in (before - after).elements()]
        told += [f"{state} now, and was not: {key}" for key in (after - before).elements()]
    return told


def written(value: object, depth: int = 0) -> str:
    """Return JSON with a line for all that fits into one."""
    line = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, (dict, list)) or not value or (depth and len(line) + depth <= _LINE):
        return line
    pad = " " * (depth + 1)
    if isinstance(value, dict):
        parts = [f"{pad}{json.dumps(key)}: {written(one, depth + 1)}" for key, one in value.items()]
    else:
        parts = [pad + written(one, depth + 1) for one in value]
    first, last = ("{", "}") if isinstance(value, dict) else ("[", "]")
    return f"{first}\n" + ",\n".join(parts) + f"\n{' ' * depth}{last}" + ("" if depth else "\n")


def main(update: bool) -> None:
    """Print right, wrong and open by kind; with ``update`` write the lists anew."""
    counts: dict[str, Counter[str]] = {}
    for path in UNSEEN:
        known = found(path)
        for item in known:
            kind = "metadata" if item.kind in FIELDS and not item.about else item.kind
            counts.setdefault(kind, Counter())[item.state] += 1
        if update:
            truth = truth_of(path) | {NAME: shortfalls(known)}
            path.with_name(path.stem + ".truth.json").write_text(written(truth), "utf-8")
    counts["all"] = sum(counts.values(), Counter())
    for kind, states in counts.items():
        figures = (f"{states[state]:6} {state}" for state in ("right", "wrong", "open"))
        sys.stdout.write(f"{kind:16}{''.join(figures)}\n")


if __name__ == "__main__":
    main("--update" in sys.argv[1:])
