"""What of a document should be looked at is listed with its place and the reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from corpus.document import Document, Gap
from corpus.issues import issues

Made = Callable[..., Document]


def test_flagged_notes_are_issues_at_their_place(made: Made) -> None:
    document = made("本文である[^1]。\n\n[^1]: 新聞「一」2024年。\n\n[^2]: 新聞「二」2024年。\n", "a.md")
    found = issues(document)
    assert [(issue.kind, document.text[issue.start : issue.end]) for issue in found] == [
        ("no address", "新聞「一」2024年。"),
        ("no address", "新聞「二」2024年。"),
        ("no mark", "新聞「二」2024年。"),
    ]
    assert all(issue.reason for issue in found)


def test_a_mark_without_a_note_is_an_issue_only_where_there_are_notes(made: Made) -> None:
    document = made("港は栄えた[^1]。船は減った[^7]。\n\n[^1]: 青森県「年報」<https://x.example/a>\n", "a.md")
    (issue,) = issues(document)
    assert (issue.kind, issue.reason) == ("no note", "the mark 7 points to no note")
    assert document.text[: issue.end].endswith("船は減った")
    assert issues(made("港は栄えた<sup>3</sup>。\n")) == ()


def test_what_was_not_read_comes_first(made: Made) -> None:
    document = replace(made("港は栄えた。\n"), gaps=(Gap("the page is a picture", 3),))
    (issue,) = issues(document)
    assert (issue.kind, issue.page, issue.start) == ("not read", 3, -1)
