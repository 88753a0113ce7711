"""The server for programs, with an assistant that repeats what it was asked."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from io import BytesIO, StringIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answer import Answer, Filters
from bot.jsonl import serve
from bot.question import LONGEST_QUESTION
from corpus.errors import FilterError, IndexBroken


@dataclass
class Echo:
    """Answers with the question, and fails when told to."""

    asked: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    filters: list[Filters | None] = field(default_factory=list)

    def ask(self, question: str, turns: tuple[str, ...] = (), filters: Filters | None = None) -> Answer:
        self.asked.append((question, turns))
        self.filters.append(filters)
        if question == "break":
            raise IndexBroken("the index is gone; run `tenkyo index`")
        if question == "bug":
            raise ZeroDivisionError
        return Answer(question, turns, "ja", "grounded", False, 1.0, "g", f"答え：{question}")


def served(lines: bytes, assistant: Echo | None = None) -> list[dict[str, Any]]:
    out = StringIO()
    serve(assistant or Echo(), BytesIO(lines), out)
    text = out.getvalue()
    assert text == "" or text.endswith("\n")
    return [json.loads(line) for line in text.split("\n")[:-1]]


def asking(*turns: str) -> bytes:
    return json.dumps({"turns": turns}, ensure_ascii=False).encode() + b"\n"


def test_answers_come_one_a_line_in_the_order_of_the_questions() -> None:
    replies = served(asking("一") + asking("二") + asking("三"))
    assert [reply["question"] for reply in replies] == ["一", "二", "三"]
    assert [reply["answer"] for reply in replies] == ["答え：一", "答え：二", "答え：三"]


def test_the_last_turn_is_the_question_and_the_others_are_context() -> None:
    assistant = Echo()
    (reply,) = served(asking("前の前", "前", "今"), assistant)
    assert assistant.asked == [("今", ("前の前", "前"))]
    assert reply["turns"] == ["前の前", "前"]


def test_blank_lines_are_passed_over_and_the_last_line_needs_no_end() -> None:
    assert [r["question"] for r in served(b"\n \n" + asking("一") + b"\r\n" + asking("二").rstrip())] == ["一", "二"]


def filtered(filters: object) -> bytes:
    return json.dumps({"turns": ["一"], "filters": filters}, ensure_ascii=False).encode() + b"\n"


@pytest.mark.parametrize(
    ("given", "handed_on"),
    [
        ({"document": ["a", "b"], "author": "堀田", "since": "2025-09"}, Filters(("a", "b"), "堀田", (), "2025-09")),
        ({"document": "a", "kind": "row", "until": "2025"}, Filters(("a",), "", ("row",), "", "2025")),
        ({}, None),
        ({"author": ""}, None),
        (None, None),
    ],
)
def test_filters_are_handed_on_with_their_question(given: object, handed_on: Filters | None) -> None:
    assistant = Echo()
    served(filtered(given) + asking("二"), assistant)
    assert assistant.filters == [handed_on, None]


@pytest.mark.parametrize(
    ("given", "said"),
    [({"autor": "x"}, "'author'"), ({"kind": ["table"]}, "prose, row"), ("x", "object"), ({"since": 2025}, "since")],
)
def test_filters_that_cannot_be_used_get_an_error_object_that_says_what_would_do(given: object, said: str) -> None:
    error, after = served(filtered(given) + asking("二"))
    assert error["error"].startswith("line 1:")
    assert said in error["error"]
    assert after["question"] == "二"


def test_a_filter_that_matches_nothing_gets_an_error_object_with_what_is_near() -> None:
    class Narrow(Echo):
        def ask(self, question: str, turns: tuple[str, ...] = (), filters: Filters | None = None) -> Answer:
            raise FilterError("document=x", "y")

    (error,) = served(filtered({"document": "x"}), Narrow())
    assert error == {"error": "line 1: no document matches document=x; the nearest: y"}


BAD = {
    "not json": b"hello",
    "half an object": b'{"turns": ["a"',
    "not an object": b'["a"]',
    "no turns": b'{"question": "a"}',
    "turns are no list": b'{"turns": "a"}',
    "no turn": b'{"turns": []}',
    "a turn that is no text": b'{"turns": ["a", 1]}',
    "an empty question": b'{"turns": ["a", "  "]}',
    "not UTF-8": b'{"turns": ["\xff\xfe"]}',
    "a number too long": b"1" * 10_000,
    "nested without end": b"[" * 100_000,
}


@pytest.mark.parametrize("line", BAD.values(), ids=BAD.keys())
def test_a_bad_line_gets_an_error_object_that_names_it_and_the_server_goes_on(line: bytes) -> None:
    before, error, after = served(asking("一") + line + b"\n" + asking("二"))
    assert (before["question"], after["question"]) == ("一", "二")
    assert set(error) == {"error"}
    assert "line 2" in error["error"]


@pytest.mark.parametrize("question", ["break", "bug"])
def test_a_question_that_fails_gets_an_error_object_and_the_server_goes_on(question: str) -> None:
    error, after = served(asking(question) + asking("二"))
    assert error["error"].startswith("line 1:")
    assert after["question"] == "二"


def test_every_answer_is_flushed_before_the_next_question_is_read() -> None:
    class Conversation(BytesIO):
        def __init__(self, out: StringIO) -> None:
            super().__init__(asking("一") + asking("二"))
            self.out, self.seen = out, []  # type: tuple[StringIO, list[int]]

        def __next__(self) -> bytes:
            self.seen.append(self.out.getvalue().count("\n"))
            return super().__next__()

    out = StringIO()
    lines = Conversation(out)
    serve(Echo(), lines, out)
    assert lines.seen == [0, 1, 2]


@given(st.lists(st.one_of(st.binary(max_size=20), st.text(max_size=12).map(lambda text: asking(text).rstrip(b"\n")))))
def test_whatever_is_sent_each_line_gets_one_line(lines: list[bytes]) -> None:
    sent = b"\n".join(lines)
    assert len(served(sent)) == sum(bool(line.strip()) for line in sent.split(b"\n"))


def test_a_question_that_is_too_long_is_refused_and_not_cut() -> None:
    echo = Echo()
    (told,) = served(asking("港" * (LONGEST_QUESTION + 1)) + b"\n", echo)
    assert "2,001" in told["error"]
    assert echo.asked == []
