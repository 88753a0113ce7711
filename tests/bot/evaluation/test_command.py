"""`tenkyo eval` and `tenkyo gold add` as a person runs them, over the real shelf with its real index."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.assistant import Assistant
from bot.evaluation.gold import read_gold
from tests.bot.evaluation.conftest import APPLES, HELLO, NOBODY, OPENING, Write
from tests.conftest import BRIEF, EMBEDDING, Installed, Run

SHIPPED = Path(__file__).resolve().parents[3] / "corpus" / "gold" / "demo.jsonl"
FEW = ("eval", "--only", "id=demo-tune-01,demo-tune-02", "--no-cold-start")


@pytest.fixture(autouse=True)
def indexed(assistant: Assistant) -> None:
    """Have the index of the shipped shelf built before."""


@pytest.fixture(scope="module")
def few(here: Run) -> str:
    """Return the record of a run in one process."""
    return here(*FEW, "--json").stdout


def test_a_run_prints_a_table_no_time_on_standard_output_and_which_gate_is_not_met(here: Run) -> None:
    done = here(*FEW, "--fail-under", "quote_validity=1", "--fail-under", "success=1.01")
    assert done.returncode == 1
    assert "2 items of demo.jsonl" in done.stdout
    assert "quotes valid 1.00" in done.stdout
    assert "time of an answer: p50" in done.stderr
    assert "p50" not in done.stdout
    assert "success is" in done.stderr
    assert "below 1.01" in done.stderr
    assert "quote_validity is" not in done.stderr


def test_processes_change_nothing_but_the_time(tenkyo: Installed, few: str) -> None:
    one, two = json.loads(few), json.loads(tenkyo(*FEW, "--json", "--jobs", "2").stdout)
    assert [item["id"] for item in one["items"]] == [item["id"] for item in two["items"]]
    assert one["scores"] == two["scores"]
    assert one["index"] == two["index"] != ""
    assert one["settings"] == {"embedding": EMBEDDING, "reader": "small", "lang": "ja"}


def test_a_baseline_and_compared_systems_are_held_side_by_side(here: Run, few: str, tmp_path: Path) -> None:
    baseline = tmp_path / "last.json"
    baseline.write_text(few, "utf-8")
    done = here(*FEW, "--compare", "tenkyo,lexical", "--baseline", str(baseline))
    assert done.returncode == 0, done.stderr
    assert f"against {baseline}" in done.stdout.replace("\n", "")
    assert "no telling" in done.stdout
    assert "top-passage" in done.stdout
    unknown = here(*FEW, "--compare", "magic")
    assert unknown.returncode == 2
    assert "there is no system 'magic'" in unknown.stderr


def test_ones_own_shelf_and_gold_are_checked_and_measured(here: Run, write_gold: Write, tmp_path: Path) -> None:
    (tmp_path / "shelf").mkdir()
    (tmp_path / "shelf" / "brief.md").write_text(BRIEF, "utf-8")
    own = ("--corpus", str(tmp_path / "shelf"), "--gold", str(write_gold(OPENING, APPLES, NOBODY, HELLO)))
    checked = here("eval", *own, "--check-gold")
    assert (checked.returncode, checked.stdout) == (0, "gold.jsonl: 4 items about 4 facts, nothing wrong\n")
    done = here("eval", *own, "--no-cold-start", "--compare", "oracle")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("oracle ")
    other = ("--corpus", str(tmp_path / "shelf"))
    assert "--gold FILE" in here("eval", *other).stderr
    wrong = here("eval", *other, "--gold", str(write_gold({**OPENING, "evidence": [{"doc": "x", "anchor": "y"}]})))
    assert wrong.returncode == 2
    assert "gold.jsonl:1: opening: there is no document 'x'" in wrong.stderr
    faulty = here("eval", *other, "--check-gold", "--gold", str(write_gold({**OPENING, "ideal": "x"})))
    assert faulty.returncode == 1
    assert "gold.jsonl:1: opening: its own ideal does not state" in faulty.stdout


def test_a_report_is_one_page_without_the_held_items(here: Run, tmp_path: Path) -> None:
    report = tmp_path / "report.html"
    done = here("eval", "--only", "id=demo-tune-01,demo-held-01", "--report", str(report))
    assert done.returncode == 0, done.stderr
    assert "cold start (a new process, one question)" in done.stderr
    page = report.read_text("utf-8")
    questions = {item.id: item.question for item in read_gold(SHIPPED).items}
    assert questions["demo-tune-01"] in page
    assert questions["demo-held-01"] not in page
    unwritable = here("eval", "--only", "id=demo-tune-01", "--no-cold-start", "--report", str(tmp_path / "no" / "r"))
    assert unwritable.returncode == 2
    assert "the report cannot be written" in unwritable.stderr


def test_an_item_is_drafted_from_a_question_and_from_a_saved_answer(here: Run, tmp_path: Path) -> None:
    gold = tmp_path / "own.jsonl"
    asked = here("gold", "add", "--gold", str(gold), "李強首相はいつ平壌を訪れたか")
    assert asked.returncode == 0, asked.stderr
    answer = here("ask", "--json", "2025年の砂糖の輸出額はいくら").stdout
    assert here("gold", "add", "--gold", str(gold), "-", stdin=answer).returncode == 0
    drafts = [json.loads(line) for line in gold.read_text("utf-8").splitlines()]
    assert [draft["short"] for draft in drafts] == [["date:2025-10"], ["number:31817367"]]
    assert "is a draft" in here("eval", "--gold", str(gold), "--check-gold").stdout
    assert here("gold", "add", "--gold", str(gold)).returncode == 2


def test_generated_tables_are_a_shelf_of_their_own(here: Run) -> None:
    done = here("eval", "--tables", "12", "--no-cold-start")
    assert done.returncode == 0, done.stderr
    assert "12 items of tables of seed 1" in done.stdout
    assert here("eval", "--tables", "12", "--corpus", "demo").returncode == 2
