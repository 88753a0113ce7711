"""The answer as JSON: what is written is what is read back, and the schema describes it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from bot.answer import Answer, Citation, Emphasis, Filters, Lead, PrimarySource, QuotedSpan, Rejection, Statement
from bot.wire import from_json, schema_json, to_json
from corpus.errors import UsageError

SCHEMA = Draft202012Validator(json.loads(schema_json()))
SPAN = QuotedSpan(0, 4, (10, 22))
CITATION = Citation(
    1, "brief", "青森港", "山田花子", "2024-06-01", "開港式", 3, "prose", "sourced", "開港式が", (SPAN,), "0" * 64,
    sources=(PrimarySource("1", "東奥日報", "東奥日報", "", "2023-04-06", "https://example.org/a", damaged=False),),
    decisive=(Emphasis(0, 3),),
)  # fmt: skip
ANSWER = Answer(
    "いつか", ("前の質問",), "ja", "grounded", False, 0.9, "g1", "開港式が[1]", Statement("開港式", (1,)),
    statements=(Statement("開港式が", (1,)),), citations=(CITATION,), nearest=(Lead("brief", "利用", "…", "遠い"),),
    missing=("予算",), rejected=(Rejection("作り話", "stands in no quote"),), timings_ms={"retrieve": 1.5},
)  # fmt: skip


def test_the_schema_is_valid_and_names_its_draft() -> None:
    schema = json.loads(schema_json())
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_the_schema_has_every_field_of_the_contract() -> None:
    properties = json.loads(schema_json())["properties"]
    assert set(properties) >= {
        "question", "turns", "lang", "status", "abstained", "confidence", "index", "answer", "short", "statements",
        "citations", "calculation", "conflicts", "nearest", "missing", "rejected", "timings_ms",
    }  # fmt: skip
    assert set(properties["status"]["enum"]) == {"grounded", "partial", "abstained", "chat"}


def test_a_written_answer_validates_and_is_read_back_as_it_was() -> None:
    written = to_json(ANSWER)
    SCHEMA.validate(json.loads(written))
    assert from_json(written, "answer.json") == ANSWER


def test_an_answer_can_be_written_on_one_line_with_its_characters_as_they_are() -> None:
    line = to_json(replace(ANSWER, answer="一行\n二行"), indent=None)
    assert "\n" not in line
    assert "開港式" in line
    assert json.loads(line)["answer"] == "一行\n二行"


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"status": "sure"}, "status"),
        ({"confidence": "very"}, "confidence"),
        ({"citations": [{"n": 1}]}, "citations"),
        ({"statements": "none"}, "statements"),
    ],
)
def test_what_is_no_answer_is_refused_with_file_and_place(change: dict[str, object], place: str) -> None:
    broken = json.loads(to_json(ANSWER)) | change
    with pytest.raises(UsageError, match=rf"answer\.json.*{place}"):
        from_json(json.dumps(broken), "answer.json")
    assert not SCHEMA.is_valid(broken)


@pytest.mark.parametrize("text", ["", "no json", "[]", "{}", "null", '{"question": "q"}'])
def test_what_is_no_json_object_of_an_answer_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match=r"saved\.json"):
        from_json(text, "saved.json")


def test_filters_are_written_only_where_they_are_set() -> None:
    assert "filters" not in json.loads(to_json(ANSWER))
    narrowed = replace(ANSWER, filters=Filters(document=("a",), since="2025-09"))
    written = json.loads(to_json(narrowed))
    assert written["filters"] == {"document": ["a"], "since": "2025-09"}
    SCHEMA.validate(written)
    assert from_json(to_json(narrowed), "answer.json") == narrowed
    assert not SCHEMA.is_valid(written | {"filters": {"since": 2025}})


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
STATEMENT = st.builds(Statement, TEXT, st.lists(st.integers(1, 99), max_size=3).map(tuple))


ANSWERS = st.builds(
    lambda citation, **fields: replace(ANSWER, citations=(citation,), **fields),
    st.builds(lambda page, quote: replace(CITATION, page=page, quote=quote), st.none() | st.integers(1, 999), TEXT),
    question=TEXT,
    turns=st.lists(TEXT, max_size=3).map(tuple),
    short=st.none() | STATEMENT,
    statements=st.lists(STATEMENT, max_size=3).map(tuple),
    confidence=st.floats(0, 1),
)


@given(ANSWERS)
def test_any_answer_survives_the_wire(made: Answer) -> None:
    line = to_json(made, indent=None)
    assert from_json(line, "line") == made
    SCHEMA.validate(json.loads(line))
    assert len(line.split("\n")) == 1
