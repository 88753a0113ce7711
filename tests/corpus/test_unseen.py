"""Documents written by people who had not seen the parser, with their truth: what is right today stays right.

Every item of the truth is right, wrong or open. Those that are not right are listed in the truth file itself
(``shortfalls``), and the list holds in both directions: an item that got better must be taken off it. ``python -m
tests.corpus.shortfalls --update`` does that; look at its difference before it is committed.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.corpus.known import truth_of
from tests.corpus.known_item import Item
from tests.corpus.shortfalls import NAME, UNSEEN, changes, found, shortfalls, written


@pytest.mark.parametrize("path", UNSEEN, ids=lambda path: path.stem)
def test_what_is_right_stays_right_and_what_got_better_is_recorded(path: Path) -> None:
    due = changes(truth_of(path)[NAME], shortfalls(found(path)))
    assert not due, "\n".join([*due, "or: python -m tests.corpus.shortfalls --update"])


@pytest.mark.parametrize("path", UNSEEN, ids=lambda path: path.stem)
def test_a_truth_asks_for_words_that_its_document_prints(path: Path) -> None:
    printed, truth = "".join(path.read_text("utf-8").split()), truth_of(path)
    asked = [one["printed"] for one in truth.get("ocr", ())] + [heading for heading, _ in truth.get("sections", ())]
    asked += [cell for table in truth.get("tables", ()) for row in table["rows"] for cell in row]
    assert [words for words in asked if "".join(words.split()) not in printed] == []
    kinds = {kind for kind in ("dates", "antecedents", "notes", "tables", "sections") if truth.get(kind)}
    assert {"dates", "antecedents"} <= kinds


@pytest.mark.parametrize("path", UNSEEN, ids=lambda path: path.stem)
def test_addresses_are_those_of_invented_documents(path: Path) -> None:
    hosts = re.findall(r"(?:https?://|@)([\w.-]+)", path.read_text("utf-8"))
    assert [host for host in hosts if "example" not in host.split(".")] == []


def test_an_item_that_got_better_or_worse_is_named() -> None:
    was = {"wrong": ["date: 翌月"], "open": ["date: 昨年", "date: 同年"]}
    now = shortfalls([_item("翌月", right=True), _item("昨年", said=False), _item("同年"), _item("今月")])
    assert changes(was, now) == [
        "no longer wrong, remove it from the list: date: 翌月",
        "wrong now, and was not: date: 同年",
        "wrong now, and was not: date: 今月",
        "no longer open, remove it from the list: date: 同年",
    ]
    assert changes(now, now) == []


def _item(about: str, *, right: bool = False, said: bool = True) -> Item:
    return Item("date", right, "", about, said)


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(_VALUES)
def test_a_truth_that_is_written_is_read_back_as_it_was(value: object) -> None:
    assert json.loads(written(value)) == value
