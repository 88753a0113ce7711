"""What documents tell of time and of what their words point back to, over documents written to measure that alone.

Those numbered from 20 on were written after the mechanisms, by someone who had not seen them, and nothing was tuned on
them: their bounds say what to expect of a document never seen. Whoever looks into one takes it off the list.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from corpus.readers import read
from tests.corpus.known import truth_of
from tests.corpus.known_told import told_items

TOLD = sorted(
    path for path in (Path(__file__).parent / "fixtures" / "told").iterdir() if path.suffix in (".md", ".txt")
)
SEEN = [path for path in TOLD if path.name < "20"]
UNSEEN = [path for path in TOLD if path.name >= "20"]


@pytest.mark.parametrize(
    ("paths", "found", "wrong", "dated"), [(SEEN, 0.8, 0.05, 0.84), (UNSEEN, 0.6, 0.1, 0.93)], ids=["seen", "unseen"]
)
def test_what_points_back_and_dates_are_found(paths: list[Path], found: float, wrong: float, dated: float) -> None:
    items = [item for path in paths for item in told_items(read(path), truth_of(path))]
    meant = Counter(item.state for item in items if item.kind == "antecedent")
    left = Counter(item.state for item in items if item.kind == "open antecedent")
    dates = Counter(item.state for item in items if item.kind == "date")
    said = meant["right"] + meant["wrong"] + left["wrong"]
    assert meant["right"] >= found * sum(meant.values()), meant
    assert meant["wrong"] + left["wrong"] <= wrong * said, (meant, left)
    assert dates["right"] >= dated * sum(dates.values()), dates
