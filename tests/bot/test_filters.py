"""Filters are read strictly, decided by what documents print, and name what is near where they leave nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answer import Citation, Filters, QuotedSpan
from bot.filters import describe, matching, narrowed, outside, parse_filters, passage_kinds, read_pairs
from corpus.document import Document
from corpus.errors import FilterError, UsageError


def a_document(name: str, author: str = "", date: str = "") -> Document:
    return Document(name, name, author, date, "", "", "ja", "", "", "", (), ())


SHELF = {
    document.id: document
    for document in (
        a_document("trade-2024", "堀田 幸裕", "2024-12-18"),
        a_document("trade-2025", "堀田幸裕", "2025-09"),
        a_document("visit", "Robyn Speer", "2025"),
        a_document("undated", "山田花子"),
    )
}


def found(**given: object) -> list[str]:
    return list(matching(parse_filters(given), SHELF))


def test_documents_come_in_the_order_they_were_named() -> None:
    assert found(document=["visit", "trade-2024"]) == ["visit", "trade-2024"]
    assert found(document="visit") == ["visit"]
    assert found() == list(SHELF)


@pytest.mark.parametrize("name", ["堀田", "堀田幸裕", "堀田　幸裕", "幸裕"])
def test_an_author_is_found_by_part_of_the_name_and_however_it_is_spaced(name: str) -> None:
    assert found(author=name) == ["trade-2024", "trade-2025"]


def test_an_author_is_found_in_any_case() -> None:
    assert found(author="robyn SPEER") == ["visit"]


@pytest.mark.parametrize(
    ("since", "until", "ids"),
    [
        ("2024-12-18", "", ["trade-2024", "trade-2025", "visit"]),
        ("2024-12-19", "", ["trade-2025", "visit"]),
        ("2025", "", ["trade-2025", "visit"]),
        ("2025-02", "", ["trade-2025"]),  # of a document dated 2025 nobody can say whether it is of February or later
        ("", "2025", ["trade-2024", "trade-2025", "visit"]),
        ("", "2025-09", ["trade-2024", "trade-2025"]),
        ("", "2025-09-29", ["trade-2024"]),
        ("2025-09", "2025-09", ["trade-2025"]),
    ],
)
def test_a_period_holds_documents_whose_whole_date_lies_in_it(since: str, until: str, ids: list[str]) -> None:
    assert found(since=since, until=until) == ids


@pytest.mark.parametrize(
    ("given", "said", "near"),
    [
        ({"document": ["visti"]}, "document=visti", "visit"),
        ({"author": "堀内"}, "author=堀内", "堀田"),
        (
            {"author": "堀田", "since": "2026"},
            "author=堀田 since=2026",
            "trade-2025 (2025-09), trade-2024 (2024-12-18)",
        ),
        ({"until": "2001"}, "until=2001", "trade-2024 (2024-12-18), visit (2025)"),
        ({"document": "undated", "since": "2001"}, "document=undated since=2001", "no document names its date"),
    ],
)
def test_what_leaves_nothing_is_an_error_that_names_what_is_near(
    given: dict[str, object], said: str, near: str
) -> None:
    with pytest.raises(FilterError) as raised:
        found(**given)
    assert raised.value.filters == said
    assert raised.value.nearest.startswith(near)
    assert said in str(raised.value)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"autor": "x"}, "'author'"),
        ({"kind": "table"}, "prose, row, note, heading"),
        ({"since": "2025-9"}, "2025-09-03"),
        ({"since": "yesterday"}, "yesterday"),
        ({"until": "2025-13"}, "2025-13"),
        ({"since": "2025-02-30"}, "2025-02-30"),
        ({"since": "2026", "until": "2025"}, "after"),
        ({"author": 3}, "author"),
        ({"document": [["a"]]}, "document"),
        ({"document": {"a": 1}}, "document"),
        (["author"], "object"),
        ("author=x", "object"),
    ],
)
def test_what_is_no_filter_is_refused_with_what_would_be_one(given: object, said: str) -> None:
    with pytest.raises(UsageError) as raised:
        parse_filters(given)
    assert said in str(raised.value)


def test_empty_values_narrow_nothing() -> None:
    assert not parse_filters({"document": [], "author": "", "kind": None, "since": " "})


def test_filters_are_typed_as_they_are_shown() -> None:
    typed = 'document=a,b author="Robyn Speer" kind＝row since=2025-09 document=c'
    filters = parse_filters(read_pairs(typed))
    assert filters == Filters(("a", "b", "c"), "Robyn Speer", ("row",), "2025-09")
    assert describe(filters) == "document=a,b,c author=Robyn Speer kind=row since=2025-09"


@pytest.mark.parametrize("typed", ["author", "=x", "author=x since", 'author="x', ""])
def test_what_is_no_pair_is_not_guessed_at(typed: str) -> None:
    assert read_pairs(typed) == {}


def test_kinds_leave_only_their_passages_and_tables(brief: Document) -> None:
    shelf = {brief.id: brief}

    def left(*kinds: str) -> Document:
        return narrowed(parse_filters({"kind": list(kinds)}), shelf)[brief.id]

    assert {p.kind for p in left("prose").passages} == {"prose"}
    assert left("prose").tables == ()
    assert left("row").tables == brief.tables
    assert {p.kind for p in left("row", "note").passages} <= {"row", "table", "note"}
    assert left("prose").notes == brief.notes, "the notes under a footnote are no quotes"
    assert passage_kinds(parse_filters({"kind": "row"})) == frozenset(("row", "table"))
    assert passage_kinds(Filters(author="x")) is None
    bare = replace(brief, passages=tuple(p for p in brief.passages if p.kind == "prose"))
    with pytest.raises(FilterError, match="the nearest: prose"):
        narrowed(parse_filters({"kind": "row"}), {bare.id: bare})


def test_a_footnote_outside_of_a_filter_is_told_by_which() -> None:
    cited = Citation(
        1, "visit", "", "Robyn Speer", "2025-03", "", None, "prose", "author", "q", (QuotedSpan(0, 1, (0, 1)),), ""
    )
    for given, by in (
        ({"document": "visit", "author": "speer", "kind": "prose", "since": "2025", "until": "2025-03"}, ""),
        ({"document": "trade-2025"}, "document"),
        ({"author": "堀田"}, "author"),
        ({"kind": ["row", "note"]}, "kind"),
        ({"since": "2025-04"}, "since"),
        ({"until": "2025-02"}, "until"),
    ):
        assert outside(parse_filters(given), cited) == by
