"""`tenkyo docs ID` shows a document as it was understood."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.cli import main
from tests.conftest import BRIEF

Shown = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TENKYO_SHELF_DIR", str(tmp_path / "own"))
    (tmp_path / "shelf").mkdir()
    (tmp_path / "shelf" / "brief.md").write_text(BRIEF, "utf-8")
    flawed = "# 題\r\n\r\n本文である[^1]。\r\n\r\n[^1]: 県「報」\r\n\r\n[^2]: 市「報」\r\n"
    (tmp_path / "shelf" / "flawed.md").write_bytes(flawed.encode("utf-16"))
    (tmp_path / "shelf" / ".hidden").write_text("x", "utf-8")


def test_outline_tables_and_notes_are_shown(capsys: Shown) -> None:
    assert main(["docs", "brief", "--corpus", "shelf"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "brief  青森港と新しい航路  (山田花子, 2024-06-01, 港湾研究会)"
    assert "Outline" in lines
    assert any(line.startswith("  利用  (paragraphs ") for line in lines)
    assert "  表1 青森港の主な積み荷: 2 rows of 順位 | 品名 | 数量（トン）; 出典：青森県統計" in "\n".join(
        line.replace("2023年　", "").replace("（単位：トン）", "") for line in lines
    )
    assert "      東奥日報 ／ 新航路が開港 ／ 2023-04-06 ／ https://example.org/a" in lines


def test_issues_are_listed_with_line_and_reason(capsys: Shown) -> None:
    assert main(["docs", "flawed", "--issues", "--corpus", "shelf"]) == 0
    shown = capsys.readouterr().out
    assert "  line 7: no mark  「市「報」」  no mark in the text points to this note" in shown
    assert main(["docs", "flawed", "--json", "--corpus", "shelf"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["encoding"] == "utf-16-le"
    assert [issue["place"] for issue in told["issues"] if issue["kind"] == "no mark"] == ["line 7"]


def test_a_page_is_written_and_said(tmp_path: Path, capsys: Shown) -> None:
    assert main(["docs", "brief", "--html", "out.html", "--corpus", "shelf"]) == 0
    assert capsys.readouterr().out.startswith("wrote out.html: ")
    assert "青森港と新しい航路" in (tmp_path / "out.html").read_text("utf-8")
    assert main(["docs", "brief", "--html", "no/where.html", "--corpus", "shelf"]) == 2
    assert "no/where.html: cannot be written" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [(["breif"], "the nearest: brief"), (["--issues"], "need the ID"), (["--html", "x.html"], "need the ID")],
)
def test_a_wrong_id_or_none_is_said(arguments: list[str], told: str, capsys: Shown) -> None:
    assert main(["docs", *arguments, "--corpus", "shelf"]) == 2
    assert told in capsys.readouterr().err


def test_add_says_how_many_dates_and_issues_and_where_to_look(capsys: Shown) -> None:
    assert main(["add", "shelf/flawed.md", "--dry-run"]) == 0
    assert "    dates 0, issues 3; `tenkyo docs flawed --issues` lists them" in capsys.readouterr().out
