"""A gold file is read strictly, and what is wrong with it is said with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.evaluation.check import check_gold
from bot.evaluation.gold import read_gold, scan_gold
from corpus.document import Document
from corpus.errors import UsageError
from tests.bot.evaluation.conftest import APPLES, HELLO, NOBODY, OPENING, Write


def test_an_item_is_read_with_its_defaults(write_gold: Write) -> None:
    gold = read_gold(write_gold(OPENING, "", APPLES))
    first, second = gold.items
    assert (first.id, first.split, first.line, first.question) == ("opening", "tune", 1, "開港式はいつ")
    assert (second.split, second.cluster, second.line) == ("held", "apples", 3)
    assert [pattern.source for pattern in first.expected] == ["date:2023-04-05", "text:開港式"]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{", "Expecting"),
        ({**OPENING, "kind": "x"}, "kind: Extra inputs"),
        ({**OPENING, "category": "trivia"}, "category"),
        ({**OPENING, "turns": []}, "turns"),
        ({**OPENING, "short": ["number:x"]}, "not a number"),
        ({**OPENING, "facts": ["("]}, "not a regular expression"),
    ],
)
def test_a_line_that_is_no_item_is_refused_with_file_and_line(
    write_gold: Write, line: dict[str, object] | str, says: str
) -> None:
    path = write_gold(APPLES, line)
    with pytest.raises(UsageError, match=rf"gold\.jsonl:2: .*{says}"):
        read_gold(path)
    assert [fault.line for fault in scan_gold(path)[1]] == [2]


def test_an_id_stands_once(write_gold: Write) -> None:
    with pytest.raises(UsageError, match=r"gold\.jsonl:2: the id opening stands in line 1"):
        read_gold(write_gold(OPENING, OPENING))


def test_a_draft_is_counted_and_left_out(write_gold: Write) -> None:
    gold = read_gold(write_gold(OPENING, {**APPLES, "draft": True}))
    assert [item.id for item in gold.items] == ["opening"]
    assert gold.drafts == 1
    with pytest.raises(UsageError, match="no gold item in this file but drafts"):
        read_gold(write_gold({**APPLES, "draft": True}))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"none\.jsonl: the gold file cannot be read"):
        read_gold(tmp_path / "none.jsonl")


def test_gold_that_fits_its_documents_has_no_fault(write_gold: Write, documents: dict[str, Document]) -> None:
    assert check_gold(write_gold(OPENING, APPLES, NOBODY, HELLO), documents) == []


def at(anchor: str) -> dict[str, object]:
    """Return evidence at an anchor of the brief."""
    return {"evidence": [{"doc": "brief", "anchor": anchor}]}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"ideal": "2023年4月6日に開港式があった。"}, "its own ideal does not state 'date:2023-04-05'"),
        ({"ideal": "2023年4月5日の開港式、2024年4月5日。"}, "states the forbidden 'date:2024-04-05'"),
        ({"ideal": ""}, "no ideal"),
        (at("佐藤知事が歌った"), "stands not in brief"),
        (at("青森港"), "not once"),
        ({"evidence": [{"doc": "other", "anchor": "青森港"}]}, "no document 'other'"),
        ({"evidence": [{"sha256": "0" * 64, "anchor": "青森港"}]}, "no document of the shelf has the hash"),
        ({"evidence": [{"doc": "brief", "start": 5, "end": 100_000}]}, "not a stretch"),
        ({"evidence": [{"doc": "brief"}]}, "needs an anchor"),
        ({"evidence": []}, "needs evidence"),
        ({"short": [], "facts": []}, "needs a pattern"),
        ({"evidence": [{"doc": "brief", "anchor": "青森港では2023年4月5日に新航路の開港式"}]}, ""),
        (
            {"evidence": [{"doc": "brief", "anchor": "青森港では2023年4月5日に新航路の開港式が開かれた"}]},
            "longer than 25",
        ),
        (
            {"evidence": [{"doc": "brief", "anchor": "開港式に大臣は出席しなかった"}]},
            "no note of its evidence names '東奥",
        ),
        ({"evidence": [{"doc": "brief", "anchor": "翌年の3月には"}]}, "does not carry what its ideal states"),
        ({"sources": ["朝日新聞"]}, "no note of its evidence names '朝日新聞'"),
        ({"category": "chat"}, "cannot be answerable"),
        ({"category": "follow-up"}, "needs an earlier turn"),
    ],
)
def test_what_would_make_a_score_wrong_is_a_fault(
    write_gold: Write, documents: dict[str, Document], change: dict[str, object], says: str
) -> None:
    faults = check_gold(write_gold(HELLO, {**OPENING, **change}), documents)
    assert any(says in fault.what for fault in faults) if says else faults == []
    assert {fault.line for fault in faults} <= {2}


def test_one_fact_in_both_splits_and_one_question_twice_are_faults(
    write_gold: Write, documents: dict[str, Document]
) -> None:
    again = {**OPENING, "id": "again", "split": "held"}
    said = [str(fault) for fault in check_gold(write_gold(OPENING, again), documents)]
    assert any("gold.jsonl:2: again: the cluster 'opening' is in tune (line 1) and held" in line for line in said)
    assert any("asks the same as opening (line 1)" in line for line in said)


def test_the_shipped_gold_has_no_fault(shipped: tuple[Document, ...]) -> None:
    path = Path(__file__).resolve().parents[3] / "corpus" / "gold" / "demo.jsonl"
    assert check_gold(path, {document.id: document for document in shipped}) == []
    items = read_gold(path).items
    assert len(items) >= 150
    unanswerable = [item for item in items if item.category == "unanswerable"]
    assert len(unanswerable) / len(items) > 0.15
    assert {item.lang for item in items} == {"ja", "en", "zh", "ko"}


def test_the_plain_questions_over_the_shipped_documents_have_no_fault(shipped: tuple[Document, ...]) -> None:
    path = Path(__file__).resolve().parents[3] / "corpus" / "gold" / "plain.jsonl"
    assert check_gold(path, {document.id: document for document in shipped}) == []


@pytest.mark.parametrize("name", ["chat", "arithmetic"])
def test_the_questions_over_a_shelf_of_their_own_have_no_fault(name: str) -> None:
    from corpus.shelf import load_shelf  # noqa: PLC0415

    gold = Path(__file__).resolve().parents[3] / "corpus" / "gold"
    documents = {document.id: document for document in load_shelf((gold / name,)).documents}
    assert check_gold(gold / f"{name}.jsonl", documents) == []


@pytest.mark.parametrize("name", ["seeds", "plain-seeds", "chat-seeds"])
def test_the_gold_of_the_originals_has_no_fault(seeds: Path, name: str) -> None:
    from corpus.shelf import load_shelf  # noqa: PLC0415

    path = Path(__file__).resolve().parents[3] / "corpus" / "gold" / f"{name}.jsonl"
    documents = {document.id: document for document in load_shelf((seeds,)).documents}
    assert check_gold(path, documents) == []
    assert len(read_gold(path).items) >= 60
