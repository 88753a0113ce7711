"""A run as a file, what it does not tell of held items, and what a comparison makes of two."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from bot.evaluation.comparison import compare
from bot.evaluation.gold import Gold, GoldItem
from bot.evaluation.record import Record, Score, read_record, record, to_json
from bot.evaluation.runner import Opened, run
from bot.evaluation.systems import plain
from corpus.document import Document
from corpus.errors import UsageError
from tests.conftest import EveryPassage


def recorded(
    name: str, items: Mapping[str, GoldItem], documents: Mapping[str, Document], *, show_held: bool = False
) -> Record:
    system = plain(name, documents, EveryPassage(tuple(documents.values())))
    outcomes = run(tuple(items.values()), lambda: Opened(system, documents), 1)
    gold = Gold("somewhere/gold.jsonl", tuple(items.values()), "f" * 64)
    return record(name, gold, outcomes, settings={"lang": "ja"}, selection={"sample": None}, show_held=show_held)


def test_a_record_says_what_was_run_and_can_be_read_back(
    items: dict[str, GoldItem], documents: dict[str, Document], tmp_path: Path
) -> None:
    made = recorded("oracle", items, documents)
    path = tmp_path / "run.json"
    path.write_text(to_json(made), "utf-8")
    again = read_record(path)
    assert (again.system, again.gold, again.gold_sha256, again.settings) == (
        "oracle", "gold.jsonl", "f" * 64, {"lang": "ja"},
    )  # fmt: skip
    assert again.figures == made.figures
    assert again.scores == made.scores
    assert made.version


def test_held_items_are_counted_and_not_told(items: dict[str, GoldItem], documents: dict[str, Document]) -> None:
    made = recorded("oracle", items, documents)
    assert made.figures["success"].n == len(items)
    assert made.figures["success[held]"].n == 1
    told = to_json(made)
    assert "apples" not in told
    assert items["apples"].question not in told
    shown = recorded("oracle", items, documents, show_held=True)
    assert shown.showed_held
    assert items["apples"].question in to_json(shown)


@pytest.mark.parametrize("text", ["", "{}", '{"format": 1}', "[1]"])
def test_what_is_no_record_is_refused_by_name(tmp_path: Path, text: str) -> None:
    path = tmp_path / "run.json"
    path.write_text(text, "utf-8")
    with pytest.raises(UsageError, match=r"run\.json: not a record"):
        read_record(path)
    path.write_text(json.dumps({"format": 0}), "utf-8")
    with pytest.raises(UsageError, match="format 0"):
        read_record(path)
    with pytest.raises(UsageError, match="cannot be read"):
        read_record(tmp_path / "none.json")


def test_two_runs_are_compared_item_by_item_held_ones_too(
    items: dict[str, GoldItem], documents: dict[str, Document]
) -> None:
    before, after = recorded("abstain", items, documents), recorded("oracle", items, documents)
    found = compare(before, after)
    change = next(change for change in found.changes if change.measure == "success")
    assert (change.n, change.before, change.after) == (4, 1 / 4, 1.0)  # the abstaining one is right about nobody
    assert "opening" in found.better
    assert sum(key.startswith("held:") for key in found.better) == 1
    assert found.worse == ()
    assert compare(after, before).worse == found.better


def test_a_difference_within_chance_is_not_called_progress(
    items: dict[str, GoldItem], documents: dict[str, Document]
) -> None:
    run_ = recorded("oracle", items, documents)
    scores = {f"i{n}": Score(float(n % 2), None, None, abstained=False) for n in range(40)}
    one_better = {**scores, "i0": Score(1.0, None, None, abstained=False)}
    all_better = {key: Score(1.0, None, None, abstained=False) for key in scores}
    before = replace(run_, scores=scores)
    assert compare(before, replace(run_, scores=one_better)).changes[0].verdict == "no telling"
    assert compare(before, replace(run_, scores=all_better)).changes[0].verdict == "better"
    assert compare(replace(run_, scores=all_better), before).changes[0].verdict == "worse"


def test_what_cannot_be_paired_is_said(items: dict[str, GoldItem], documents: dict[str, Document]) -> None:
    run_ = recorded("oracle", items, documents)
    other = replace(run_, gold_sha256="0" * 64, scores={"new": Score(1.0, None, None, abstained=False)})
    found = compare(run_, other)
    assert (found.changes, found.only_before, found.only_after) == ((), 4, 1)
    assert "gold file has changed" in found.warnings[0]
    shown = recorded("oracle", items, documents, show_held=True)
    assert any("held" in warning for warning in compare(run_, shown).warnings)
