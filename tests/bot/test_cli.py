"""The command line up to the first question: arguments, exit statuses, and what goes to which stream."""

from __future__ import annotations

import json
from importlib.metadata import version
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from bot.cli import main
from bot.messages import text
from tests.conftest import BRIEF

Shown = pytest.CaptureFixture[str]

DOCS = "tenkyo docs --corpus "


@pytest.fixture(autouse=True)
def own_directories(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty directory, without a model, so that an index is built in no time."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TENKYO_INDEX_DIR", str(tmp_path / "index"))
    monkeypatch.setenv("TENKYO_STATE_DIR", str(tmp_path / "state"))
    monkeypatch.setenv("TENKYO_SHELF_DIR", str(tmp_path / "own"))
    monkeypatch.setenv("TENKYO_EMBEDDING", "none")
    return tmp_path


@pytest.fixture
def shelf(tmp_path: Path) -> str:
    folder = tmp_path / "shelf"
    folder.mkdir()
    (folder / "brief.md").write_text(BRIEF, "utf-8")
    (folder / "scan.pdf").write_bytes(b"%PDF-1.7")
    return str(folder)


def test_the_version_is_that_of_the_distribution(capsys: Shown) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--version"])
    assert caught.value.code == 0
    assert capsys.readouterr().out.strip() == version("tenkyo")


@pytest.mark.parametrize(
    "arguments",
    [[], ["asks"], ["ask", "--json", "--jsonl", "q"], ["search"], ["search", "q", "--limit", "0"],
     ["search", "q", "--limit", "few"], ["verify"], ["docs", "one", "two"], ["ask", "q", "--corpus"]],
)  # fmt: skip
def test_arguments_that_cannot_be_used_exit_with_2(arguments: list[str], capsys: Shown) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    shown = capsys.readouterr()
    assert caught.value.code == 2
    assert shown.out == ""
    assert "usage: tenkyo" in shown.err


def test_help_names_every_command(capsys: Shown) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--help"])
    shown = capsys.readouterr().out
    assert caught.value.code == 0
    for command in ("ask", "index", "search", "docs", "verify", "schema", "doctor", "chat", "discord"):
        assert f"\n    {command} " in shown


def test_the_schema_is_printed_as_json(capsys: Shown) -> None:
    assert main(["schema"]) == 0
    Draft202012Validator.check_schema(json.loads(capsys.readouterr().out))


@pytest.mark.parametrize("question", [[], [""], ["  "], ["", " "]])
def test_an_empty_question_exits_with_2_and_says_how_to_ask(question: list[str], capsys: Shown) -> None:
    assert main(["ask", *question]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert 'tenkyo ask "' in shown.err


def test_questions_for_the_server_come_from_standard_input_alone(capsys: Shown) -> None:
    assert main(["ask", "--jsonl", "開港式はいつ"]) == 2
    assert "standard input" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["ask", "いつ"], ["index"], ["search", "港"], ["docs"], ["verify", "-"]])
def test_a_shelf_that_does_not_exist_exits_with_2_and_is_named(
    command: list[str], capsys: Shown, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    answer = tmp_path / "answer.json"
    answer.write_text(json.dumps(CHAT), "utf-8")
    command = ["verify", str(answer)] if command[0] == "verify" else command
    assert main([*command, "--corpus", "nowhere"]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "nowhere" in shown.err
    monkeypatch.setenv("TENKYO_CORPUS", "nowhere-else")
    assert main(command) == 2
    assert "nowhere-else" in capsys.readouterr().err


CHAT = {
    "question": "q", "turns": [], "lang": "ja", "status": "chat", "abstained": False, "confidence": 1.0, "index": "",
    "answer": "a",
}  # fmt: skip


def test_a_shelf_without_a_readable_document_exits_with_2_and_says_why(tmp_path: Path, capsys: Shown) -> None:
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "a.png").write_bytes(b"png")
    assert main(["docs", "--corpus", "pictures"]) == 2
    assert "a.png" in capsys.readouterr().err


def test_an_unknown_setting_exits_with_2_and_the_nearest_is_named(
    capsys: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TENKYO_EMBEDING", "none")
    assert main(["docs"]) == 2
    assert "TENKYO_EMBEDDING" in capsys.readouterr().err


def test_a_setting_with_an_unknown_model_exits_with_2(
    shelf: str, capsys: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TENKYO_EMBEDDING", "word2vec")
    assert main(["ask", "開港式はいつ", "--corpus", shelf]) == 2
    assert "TENKYO_EMBEDDING" in capsys.readouterr().err


def test_discord_without_a_token_exits_with_2(capsys: Shown) -> None:
    assert main(["discord"]) == 2
    assert "TENKYO_DISCORD_TOKEN" in capsys.readouterr().err


@pytest.mark.parametrize("content", [None, b"\xff", b"no json", b"{}"])
def test_verify_of_what_is_no_answer_exits_with_2_and_names_the_file(
    content: bytes | None, tmp_path: Path, capsys: Shown
) -> None:
    if content is not None:
        (tmp_path / "saved.json").write_bytes(content)
    assert main(["verify", "saved.json"]) == 2
    assert "saved.json" in capsys.readouterr().err


def test_docs_lists_documents_and_complains_of_what_was_left_out(shelf: str, capsys: Shown) -> None:
    assert main(["docs", "--corpus", shelf]) == 1, "something was left out"
    shown = capsys.readouterr()
    assert "青森港と新しい航路" in shown.out
    assert "山田花子" in shown.out
    assert "scan.pdf" in shown.err
    assert ".pdf" in shown.err


def test_docs_as_json_is_one_object_a_line(shelf: str, capsys: Shown) -> None:
    assert main(["docs", "--json", "--corpus", shelf]) == 1
    (document,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert (document["id"], document["title"], document["lang"]) == ("brief", "青森港と新しい航路", "ja")
    assert (document["notes"], document["tables"]) == (3, 1)
    assert len(document["sha256"]) == 64


def test_several_shelves_are_read_together(shelf: str, tmp_path: Path, capsys: Shown) -> None:
    (tmp_path / "other.txt").write_text("函館の市電は1913年に開業した。\n", "utf-8")
    assert main(["docs", "--json", "--corpus", f"{shelf}/brief.md", "--corpus", str(tmp_path / "other.txt")]) == 0
    assert [json.loads(line)["id"] for line in capsys.readouterr().out.splitlines()] == ["brief", "other"]


def test_of_two_documents_of_one_id_the_second_is_left_out_and_both_are_named(tmp_path: Path, capsys: Shown) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "same.txt").write_text(f"{folder}の文書である。\n", "utf-8")
    assert main(["docs", "--corpus", "a", "--corpus", "b"]) == 1
    shown = capsys.readouterr().err
    assert str(Path("a") / "same.txt") in shown
    assert str(Path("b") / "same.txt") in shown


def test_a_file_that_was_left_out_is_asked_for_by_its_name_and_its_reason_is_given(shelf: str, capsys: Shown) -> None:
    for name in ("scan", "scan.pdf"):
        assert main(["docs", name, "--corpus", shelf]) == 1
        shown = capsys.readouterr()
        assert shown.out == ""
        assert f"left out {shelf}/scan.pdf: " in shown.err
    assert main(["docs", "brief", "--corpus", shelf]) == 0, "this one was read"
    assert f"{DOCS}{shelf}`" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["ask", "青森港の開港式はいつ開かれたか"], ["search", "青森港の開港式"]])
def test_who_asks_is_told_in_one_line_how_much_was_left_out_and_where_to_see_why(
    command: list[str], shelf: str, capsys: Shown
) -> None:
    assert main([*command, "--corpus", shelf]) == 0, "it was answered"
    assert capsys.readouterr().err.splitlines() == [f"tenkyo: {text('left_out', 'ja', count=1, docs=DOCS + shelf)}"]
    Path(shelf, "scan.pdf").unlink()
    assert main([*command, "--corpus", shelf]) == 0
    assert capsys.readouterr().err == ""


def test_abstaining_keeps_its_exit_status_where_files_were_left_out(shelf: str, capsys: Shown) -> None:
    assert main(["ask", "国王の名前は何か", "--corpus", shelf]) == 3
    assert f"{DOCS}{shelf}" in capsys.readouterr().err


def test_programs_get_the_number_of_files_left_out_with_the_answer(
    shelf: str, capsys: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["ask", "青森港の開港式はいつ開かれたか", "--json", "--corpus", shelf]) == 0
    assert json.loads(capsys.readouterr().out)["left_out"] == 1
    lines = b'{"turns": ["q"], "filters": {"document": "brief"}}\n{"turns": ["hello"]}\n'
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(lines)))
    assert main(["ask", "--jsonl", "--corpus", shelf]) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [answer["left_out"] for answer in answers] == [1, 1]
    assert main(["schema"]) == 0
    assert "left_out" in json.loads(capsys.readouterr().out)["properties"]


def test_without_a_model_questions_are_answered_by_words_alone(shelf: str, capsys: Shown) -> None:
    assert main(["index", "--corpus", shelf]) == 1, "something was left out"
    assert main(["ask", "青森港の開港式はいつ開かれたか", "--corpus", shelf]) == 0
    shown = capsys.readouterr()
    assert "2023年4月5日" in shown.out
    assert "\x1b[" not in shown.out


def test_words_of_a_question_need_no_quotation_marks(shelf: str, capsys: Shown) -> None:
    assert main(["ask", "青森港の", "開港式は", "いつ", "--json", "--corpus", shelf]) == 0
    assert json.loads(capsys.readouterr().out)["question"] == "青森港の 開港式は いつ"


def test_what_the_shelf_does_not_answer_exits_with_3(shelf: str, capsys: Shown) -> None:
    assert main(["ask", "函館の花火大会の予算はいくらか", "--corpus", shelf]) == 3
    assert "花火大会" in capsys.readouterr().out


def test_small_talk_exits_with_0(shelf: str, capsys: Shown) -> None:
    assert main(["ask", "--json", "こんにちは", "--corpus", shelf]) == 0
    assert json.loads(capsys.readouterr().out)["status"] == "chat"


def test_a_search_without_a_hit_exits_with_3(shelf: str, capsys: Shown) -> None:
    assert main(["search", "zzzz", "--corpus", shelf]) == 3
    assert capsys.readouterr().out == ""


def test_a_changed_document_is_indexed_again_without_being_asked(shelf: str, capsys: Shown) -> None:
    assert main(["ask", "函館の花火大会の予算はいくらか", "--corpus", shelf]) == 3
    (Path(shelf) / "hakodate.md").write_text("# 函館\n\n函館の花火大会の予算は3,000万円である。\n", "utf-8")
    assert main(["ask", "函館の花火大会の予算はいくらか", "--corpus", shelf]) == 0
    assert "3,000万円" in capsys.readouterr().out
