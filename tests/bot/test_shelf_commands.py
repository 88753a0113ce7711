"""The life of documents on the command line, as a person leads it: add, ask, replace, verify, withdraw, remove."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli import main
from tests.conftest import BRIEF, EMBEDDING, Installed

Shown = pytest.CaptureFixture[str]
ASKED = "青森港の開港式はいつ開かれたか"


@pytest.fixture(autouse=True)
def own_directories(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("INDEX", "STATE", "SHELF"):
        monkeypatch.setenv(f"TENKYO_{name}_DIR", str(tmp_path / name.lower()))
    monkeypatch.setenv("TENKYO_EMBEDDING", "none")
    (tmp_path / "brief.md").write_text(BRIEF, "utf-8")


def listed(capsys: Shown) -> dict[str, bool]:
    """Return the ids that `docs` lists and whether they are withdrawn."""
    capsys.readouterr()
    assert main(["docs", "--json"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    return {line["id"]: line["withdrawn"] for line in lines}


def test_a_document_lives_from_add_to_remove(tmp_path: Path, capsys: Shown) -> None:
    assert "brief" not in listed(capsys), "the shipped documents are the demo before the shelf holds one"
    assert main(["add", "brief.md"]) == 0
    shown = capsys.readouterr().out
    assert "added  brief  青森港と新しい航路  (山田花子, 2024-06-01, 港湾研究会)" in shown
    assert "    ja, sections 2, passages " in shown
    assert ", tables 1, notes 3\n" in shown
    assert str(tmp_path / "shelf") in shown
    assert listed(capsys) == {"brief": False}

    assert main(["ask", "--json", ASKED]) == 0
    (tmp_path / "answer.json").write_text(capsys.readouterr().out, "utf-8")
    assert main(["verify", "answer.json"]) == 0

    (tmp_path / "brief.md").write_text(BRIEF.replace("4月5日", "4月6日"), "utf-8")
    assert main(["add", "brief.md"]) == 0
    assert "replaced  brief" in capsys.readouterr().out
    assert main(["verify", "answer.json"]) == 1
    assert "[1] the document brief has changed since" in capsys.readouterr().out
    assert main(["ask", ASKED]) == 0
    assert "2023年4月6日" in capsys.readouterr().out

    (tmp_path / "brief.md").write_text(BRIEF, "utf-8")
    assert main(["add", "brief.md"]) == 0
    assert main(["verify", "answer.json"]) == 0, "the words are back"
    (tmp_path / "other.md").write_text("函館の市電は1913年に開業した。\n", "utf-8")
    assert main(["add", "other.md"]) == 0
    assert main(["withdraw", "brief"]) == 0
    assert listed(capsys) == {"other": False, "brief": True}
    assert main(["docs"]) == 0
    assert "[withdrawn]" in capsys.readouterr().out
    assert main(["ask", ASKED]) == 3
    capsys.readouterr()
    assert main(["verify", "answer.json"]) == 1
    assert capsys.readouterr().out == "[1] the document brief has been withdrawn\n"
    assert main(["restore", "brief"]) == 0
    assert main(["verify", "answer.json"]) == 0

    assert main(["remove", "brief"]) == 0
    capsys.readouterr()
    assert main(["verify", "answer.json"]) == 1
    assert capsys.readouterr().out == "[1] the document brief is no longer on the shelf\n"
    assert main(["remove", "other"]) == 0
    assert "the shipped documents" in capsys.readouterr().out
    assert "other" not in listed(capsys)


def test_what_could_not_be_added_is_named_and_seen_in_the_exit_status(tmp_path: Path, capsys: Shown) -> None:
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.7")
    assert main(["add", "scan.pdf", "brief.md", "nowhere.md"]) == 1
    shown = capsys.readouterr()
    assert "added  brief" in shown.out
    assert "left out scan.pdf: damaged" in shown.err
    assert "left out nowhere.md: there is no such file" in shown.err


def test_a_dry_run_says_what_would_be_done(capsys: Shown, tmp_path: Path) -> None:
    assert main(["add", "--dry-run", "brief.md"]) == 0
    assert capsys.readouterr().out.startswith("would add  brief")
    assert not (tmp_path / "shelf").exists()


def test_two_documents_of_one_id_are_left_out_and_exit_with_1(tmp_path: Path, capsys: Shown) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "brief.txt").write_text("別の文書。\n", "utf-8")
    assert main(["add", "brief.md", "folder"]) == 1
    told = capsys.readouterr().err
    assert "left out brief.md: document 'brief' as folder/brief.txt is" in told
    assert "left out folder/brief.txt: document 'brief' as brief.md is" in told


@pytest.mark.parametrize("command", ["remove", "withdraw", "restore"])
def test_what_is_not_on_the_shelf_exits_with_2(command: str, capsys: Shown, tmp_path: Path) -> None:
    assert main([command, "brief"]) == 2
    assert "tenkyo add" in capsys.readouterr().err
    assert not (tmp_path / "shelf").exists()
    assert main(["add", "brief.md"]) == 0
    assert main([command, "breif"]) == 2
    assert "the nearest: brief" in capsys.readouterr().err


def test_a_shelf_of_withdrawn_documents_answers_nothing_and_says_so(capsys: Shown) -> None:
    assert main(["add", "brief.md"]) == 0
    assert main(["withdraw", "brief"]) == 0
    assert main(["docs"]) == 0
    assert main(["ask", ASKED]) == 2
    assert "tenkyo restore" in capsys.readouterr().err


def test_another_shelf_that_is_set_is_said_to_be_asked(capsys: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TENKYO_CORPUS", "demo")
    assert main(["add", "brief.md"]) == 0
    assert "TENKYO_CORPUS" in capsys.readouterr().err


# --- filters ---------------------------------------------------------------------------------------------


@pytest.fixture
def two_years(tmp_path: Path) -> str:
    """Return a shelf on which two documents of different years and authors answer the same question."""
    folder = tmp_path / "years"
    folder.mkdir()
    (folder / "brief.md").write_text(BRIEF, "utf-8")
    other = BRIEF.replace("4月5日", "4月9日").replace("12,300", "99,900")
    other = other.replace("山田花子", "鈴木一郎").replace("2024-06-01", "2025-06-01")
    (folder / "later.md").write_text(other, "utf-8")
    return str(folder)


def asked(capsys: Shown, shelf: str, question: str, *options: str, status: int = 0) -> dict[str, object]:
    capsys.readouterr()
    assert main(["ask", "--json", question, "--corpus", shelf, *options]) == status
    answer: dict[str, object] = json.loads(capsys.readouterr().out)
    return answer


@pytest.mark.parametrize(
    ("options", "doc"),
    [
        (("--document", "later"), "later"),
        (("--author", "山田"), "brief"),
        (("--since", "2025"), "later"),
        (("--until", "2024-06"), "brief"),
    ],
)
@pytest.mark.parametrize("question", [ASKED, "2023年のりんごの積み荷は何トンか"])
def test_an_answer_never_quotes_outside_of_its_filter(
    two_years: str, capsys: Shown, options: tuple[str, str], doc: str, question: str
) -> None:
    """Neither from sentences nor from tables, which are read without being retrieved."""
    answer = asked(capsys, two_years, question, *options)
    assert {citation["doc"] for citation in answer["citations"]} == {doc}  # type: ignore[attr-defined]
    name = options[0].lstrip("-")
    assert answer["filters"] == {name: [options[1]] if name == "document" else options[1]}
    said = {"brief": ("4月5日", "12,300"), "later": ("4月9日", "99,900")}
    assert any(words in str(answer["answer"]) for words in said[doc])
    assert not any(
        words in json.dumps(answer, ensure_ascii=False) for other in said.keys() - {doc} for words in said[other]
    )


def test_kinds_decide_which_passages_are_quoted(two_years: str, capsys: Shown) -> None:
    tons = "2023年のりんごの積み荷は何トンか"
    assert "12,300" in str(asked(capsys, two_years, tons, "--kind", "row", "--document", "brief")["answer"])
    refused = asked(capsys, two_years, tons, "--kind", "prose", "--document", "brief", status=3)
    assert "12,300" not in json.dumps(refused)
    asked(capsys, two_years, ASKED, "--kind", "row", "--document", "brief", status=3)


def test_an_abstention_says_which_filter_was_on(two_years: str, capsys: Shown) -> None:
    answer = asked(capsys, two_years, "函館の花火大会の予算はいくらか", "--author", "鈴木", "--since", "2025", status=3)
    assert "author=鈴木 since=2025" in str(answer["answer"])
    assert {lead["doc"] for lead in answer["nearest"]} <= {"later"}  # type: ignore[attr-defined]
    plain = asked(capsys, two_years, "函館の花火大会の予算はいくらか", status=3)
    assert "filters" not in plain


def test_a_filter_that_matches_nothing_exits_with_2_and_names_what_is_near(two_years: str, capsys: Shown) -> None:
    for command in ("ask", "search"):
        assert main([command, "港", "--author", "鈴木次郎", "--corpus", two_years]) == 2
        assert "鈴木一郎" in capsys.readouterr().err
        assert main([command, "港", "--since", "2030", "--corpus", two_years]) == 2
        assert "later (2025-06-01)" in capsys.readouterr().err
        assert main([command, "港", "--kind", "table", "--corpus", two_years]) == 2
        assert "prose, row, note, heading" in capsys.readouterr().err


def test_search_shows_only_what_passes_the_filter(two_years: str, capsys: Shown) -> None:
    assert main(["search", "りんご", "--json", "--document", "later", "--kind", "row", "--corpus", two_years]) == 0
    hits = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert hits
    assert {(hit["doc"], hit["kind"]) for hit in hits} <= {("later", "row"), ("later", "table")}


def test_filters_of_the_server_come_with_each_question(two_years: str, capsys: Shown) -> None:
    assert main(["ask", "--jsonl", "--author", "山田", "--corpus", two_years]) == 2
    assert '"filters"' in capsys.readouterr().err


# --- a server that goes on while the shelf changes -------------------------------------------------------


@pytest.mark.skipif(EMBEDDING == "none", reason="the default model has no package on this platform")
def test_a_running_server_answers_from_what_was_added_meanwhile(tmp_path: Path, tenkyo: Installed) -> None:
    """With the real model and Chroma on the disk: add, replace and withdraw between questions, without a restart."""
    program = str(Path(sys.executable).parent / "tenkyo")
    env = {**tenkyo.env, "TENKYO_SHELF_DIR": str(tmp_path / "shelf")}

    def tell(*arguments: str) -> None:
        subprocess.run([program, *arguments], cwd=tmp_path, env=env, check=True, capture_output=True)

    tell("add", "brief.md")
    with subprocess.Popen(
        [program, "ask", "--jsonl"], cwd=tmp_path, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        encoding="utf-8", stderr=subprocess.PIPE,
    ) as server:  # fmt: skip
        assert server.stdin
        assert server.stdout

        def ask(question: str, **filters: str) -> dict[str, object]:
            print(json.dumps({"turns": [question], "filters": filters}), file=server.stdin, flush=True)
            answer: dict[str, object] = json.loads(server.stdout.readline())  # type: ignore[union-attr]
            return answer

        first = ask(ASKED)
        assert "4月5日" in str(first["answer"])
        (tmp_path / "brief.md").write_text(BRIEF.replace("4月5日", "4月6日"), "utf-8")
        tell("add", "brief.md")
        second = ask(ASKED)
        assert "4月6日" in str(second["answer"])
        assert second["index"] != first["index"]
        assert "4月6日" in str(ask(ASKED, author="山田")["answer"])
        assert "山田花子" in str(ask(ASKED, author="鈴木")["error"])
        (tmp_path / "tram.md").write_text("# 市電\n\n函館の市電は1913年に開業した。\n", "utf-8")
        tell("add", "tram.md")
        assert "1913年" in str(ask("函館の市電はいつ開業したか")["answer"])
        tell("withdraw", "tram")
        assert ask("函館の市電はいつ開業したか")["abstained"] is True
        server.stdin.close()
        assert server.wait(30) == 0


def test_notes_lists_the_sources_and_what_rests_on_one_of_them(capsys: Shown) -> None:
    assert main(["add", "brief.md"]) == 0
    capsys.readouterr()
    assert main(["notes", "--json"]) == 0
    sources = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert sum(len(source["notes"]) for source in sources) == 3
    one = next(source for source in sources if source["statements"] and source["publisher"])
    assert main(["notes", one["publisher"]]) == 0
    shown = "".join(capsys.readouterr().out.split())
    assert "".join(one["statements"][0]["text"].split()) in shown
    assert main(["notes", "nobody names this"]) == 3
