"""Examples of written passages: what answers holds its words, what does not holds no sentence that does."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from retrieval.reader.data import LONGEST_WINDOW
from retrieval.reader.grouped import read_matters
from retrieval.reader.tabled import read_tables
from retrieval.reader.written import Maker, WrittenPassage, read_written

ROWS: list[dict[str, Any]] = [
    {
        "title": "港の記録",
        "section": "開港",
        "date": "2024-04-09",
        "sentences": ["港は四月に開いた。", "市長は式に出た。", "組合長は風邪のため欠席した。", "翌月、船が入った。"],
        "questions": [
            {"q": "いつ開いた？", "lang": "ja", "kind": "when", "answers": [{"s": 0, "words": "四月"}]},
            {"q": "誰が出て誰が休んだ？", "lang": "ja", "kind": "who", "answers": [
                {"s": 1, "words": "市長"}, {"s": 2, "words": "組合長"}, {"s": 2, "words": "欠席した"}]},
            {"q": "船の名は？", "lang": "ja", "kind": "unanswerable", "answers": []},
        ],
    },
    {
        "title": "The ferry",
        "section": "",
        "date": "",
        "sentences": ["The ferry costs 100 yen.", "It runs daily.", "Dogs ride free."],
        "questions": [
            {"q": "渡し船はいくら？", "lang": "ja", "kind": "how_many", "answers": [{"s": 0, "words": "100 yen"}]},
        ],
    },
]  # fmt: skip


@pytest.fixture
def passages(tmp_path: Path) -> list[WrittenPassage]:
    path = tmp_path / "written.jsonl"
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in ROWS), "utf-8")
    return list(read_written(path))


@pytest.mark.parametrize("seed", range(20))
def test_an_answering_window_holds_the_words_and_no_other_window_holds_a_sentence_that_answers(
    passages: list[WrittenPassage], seed: int
) -> None:
    asked = {question.text: (passage, question) for passage in passages for question in passage.asked}
    groups = list(Maker(passages, seed).groups())
    assert {group[0].question for group in groups} == set(asked)
    for group in groups:
        passage, question = asked[group[0].question]
        answering = {passage.sentences[at]: passage.sentences[at][start:end] for at, start, end in question.answers}
        assert [example.answers for example in group].count(True) == bool(answering)
        for example in group:
            if example.answers:
                assert example.window[example.start : example.end] in answering.values()
            else:
                assert not any(sentence in example.window for sentence in answering)
            assert len(example.window) <= LONGEST_WINDOW
        assert len({example.group for example in group}) == 1


def test_several_answers_in_one_sentence_are_one_from_the_first_to_the_last(passages: list[WrittenPassage]) -> None:
    question = passages[0].asked[1]
    assert [passages[0].sentences[at][start:end] for at, start, end in question.answers] == [
        "市長",
        "組合長は風邪のため欠席した",
    ]


def test_words_that_are_not_in_their_sentence_are_an_error_with_file_and_line(tmp_path: Path) -> None:
    wrong = {
        **ROWS[1],
        "questions": [{"q": "?", "lang": "ja", "kind": "what", "answers": [{"s": 1, "words": "100 yen"}]}],
    }
    path = tmp_path / "wrong.jsonl"
    path.write_text(json.dumps(ROWS[0], ensure_ascii=False) + "\n" + json.dumps(wrong, ensure_ascii=False), "utf-8")
    with pytest.raises(ValueError, match=r"wrong\.jsonl:2: an answer is not in its sentence"):
        list(read_written(path))


@pytest.mark.parametrize("part", ["train", "held"])
def test_what_was_written_for_the_reader_can_all_be_read_and_no_part_is_in_the_other(part: str) -> None:
    folder = Path(str(files("retrieval.reader"))) / "written"
    other = "held" if part == "train" else "train"
    assert all(passage.asked for passage in read_written(folder / f"{part}.jsonl"))
    for name in ("matters", "later"):
        assert all(matter.asked for matter in read_matters(folder / f"{name}_{part}.jsonl"))
    assert all(table.asked for table in read_tables(folder / f"tables_{part}.jsonl"))
    for name in ("", "matters_", "later_", "tables_"):
        here = set((folder / f"{name}{part}.jsonl").read_text("utf-8").splitlines())
        assert not here & set((folder / f"{name}{other}.jsonl").read_text("utf-8").splitlines())
