"""Examples of questions about tables: a row is read with its columns' names, and answers with the cells asked for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from retrieval.reader.encode import about, in_row
from retrieval.reader.tabled import Maker, read_tables

TABLE: dict[str, Any] = {
    "title": "渡し船の統計", "author": "岸", "section": "利用", "date": "2024", "lang": "ja",
    "caption": "表1　乗客（単位：人）", "header": ["港", "2022年", "2023年"], "note": "",
    "rows": [["東港", "120", "95"], ["西港", "80", "81"], ["南港", "－", "7"]],
    "questions": [
        {"q": "西の今の人数", "lang": "ja", "kind": "lookup", "answers": [{"r": 1, "c": [2]}]},
        {"q": "西はどう変わった", "lang": "ja", "kind": "compare_columns", "answers": [{"r": 1, "c": [2, 1]}]},
        {"q": "北の人数", "lang": "ja", "kind": "unanswerable", "answers": []},
    ],
}  # fmt: skip
OTHER: dict[str, Any] = {**TABLE, "caption": "", "section": "運賃", "rows": [["大人", "1", "2"]], "questions": []}


def written(tmp_path: Path, *tables: dict[str, Any]) -> Path:
    path = tmp_path / "tables.jsonl"
    path.write_text("\n".join(json.dumps(table, ensure_ascii=False) for table in tables), "utf-8")
    return path


def test_a_row_is_read_with_the_names_of_its_columns_and_its_cells_are_found_again() -> None:
    text, places = in_row(["港", "", "2023年"], ["東港", "120", "95", "*"])
    assert text == "港: 東港 | 120 | 2023年: 95 | *"
    assert [text[start:end] for start, end in places] == ["東港", "120", "95", "*"]


def test_what_a_window_is_about_leaves_out_what_is_not_known() -> None:
    assert about("利用", "渡し船", "", "2024") == "利用 | 渡し船 | 2024"
    assert about("", "") == ""


@pytest.mark.parametrize("seed", range(10))
def test_what_answers_are_the_cells_asked_for_and_no_other_row_of_the_table_answers(tmp_path: Path, seed: int) -> None:
    tables = list(read_tables(written(tmp_path, TABLE, OTHER)))
    groups = {group[0].question: group for group in Maker(tables, seed).groups()}
    assert len(groups) == 3
    answering = {q: [e.window[e.start : e.end] for e in group if e.answers] for q, group in groups.items()}
    assert answering == {"西の今の人数": ["81"], "西はどう変わった": ["80 | 2023年: 81"], "北の人数": []}
    for question, group in groups.items():
        rows = [example for example in group if example.context.startswith("表1") and not example.answers]
        assert len(rows) == (3 if question == "北の人数" else 2)


def test_cells_that_are_not_there_are_an_error_with_file_and_line(tmp_path: Path) -> None:
    wrong = {**TABLE, "questions": [{"q": "?", "lang": "ja", "kind": "lookup", "answers": [{"r": 0, "c": [3]}]}]}
    with pytest.raises(ValueError, match=r"tables\.jsonl:2: there are no cells \(3,\) in row 0"):
        list(read_tables(written(tmp_path, TABLE, wrong)))
