"""A drafted item holds what was answered, is marked as a draft, and never spoils the file it is added to."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.evaluation.drafting import add_draft, drafted
from bot.evaluation.gold import read_gold, scan_gold
from corpus.document import Document
from corpus.errors import UsageError
from tests.bot.evaluation.conftest import OPENING, Write
from tests.conftest import Bench


def test_a_draft_states_the_values_of_the_answer_and_points_at_its_words(bench: Bench, brief: Document) -> None:
    made = drafted(bench.ask("開港式はいつ開かれたか", brief), "draft-001")
    assert made["draft"] is True
    assert made["answerable"] is True
    assert made["short"] == ["date:2023-04-05"]
    place = made["evidence"][0]
    assert place["doc"] == "brief"
    assert place["anchor"] in brief.text
    assert len(place["anchor"]) <= 25


def test_an_abstention_is_drafted_as_unanswerable(bench: Bench, brief: Document) -> None:
    made = drafted(bench.ask("ブラジルの首都の人口は何人か", brief), "draft-001")
    assert (made["answerable"], made["category"], made["short"]) == (False, "unanswerable", [])


def test_drafts_are_appended_and_become_items_when_the_mark_is_taken_away(
    bench: Bench, brief: Document, write_gold: Write
) -> None:
    path = write_gold(OPENING)
    path.write_text(path.read_text("utf-8").rstrip("\n"), "utf-8")  # as an editor may leave it
    said = add_draft(bench.ask("開港式はいつ開かれたか", brief), path)
    assert "draft-002 drafted" in said
    assert "--check-gold" in said
    assert read_gold(path).drafts == 1
    lines = path.read_text("utf-8").splitlines()
    finished = json.loads(lines[1])
    del finished["draft"]
    path.write_text("\n".join((lines[0], json.dumps(finished))), "utf-8")
    assert [item.id for item in read_gold(path).items] == ["opening", "draft-002"]


def test_a_new_file_is_made_and_a_broken_one_is_kept(bench: Bench, brief: Document, tmp_path: Path) -> None:
    path = tmp_path / "new.jsonl"
    add_draft(bench.ask("開港式はいつ開かれたか", brief), path)
    add_draft(bench.ask("りんごは何トンか", brief), path)
    assert [item.id for item in scan_gold(path)[0]] == ["draft-001", "draft-002"]
    with pytest.raises(UsageError, match="cannot be written"):
        add_draft(bench.ask("りんごは何トンか", brief), tmp_path / "nowhere" / "new.jsonl")
