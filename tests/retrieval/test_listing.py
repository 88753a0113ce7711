"""Lists of words: what is an entry, and where it stands."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from retrieval.listing import Entry, entries


def test_an_entry_has_its_line_its_fields_and_their_words() -> None:
    (entry,) = entries("# people\n\n娘, 息女 = daughter  # and no son\n   \n")
    assert entry == Entry(3, "娘, 息女 = daughter", ("娘, 息女", "daughter"))
    assert entry.words == (("娘", "息女"), ("daughter",))


def test_an_empty_field_is_a_field_without_words() -> None:
    (entry,) = entries("a = , =")
    assert entry.fields == ("a", ",", "")
    assert entry.words == (("a",), (), ())


letters = st.characters(codec="utf-8", exclude_categories=["C", "Z"], exclude_characters="#")


@given(st.lists(st.text(letters, min_size=1)))
def test_every_line_that_is_no_remark_is_one_entry(lines: list[str]) -> None:
    found = list(entries("\n#\n\n".join(lines)))
    assert [entry.told for entry in found] == lines
    assert [entry.line for entry in found] == [1 + 3 * n for n in range(len(lines))]
