"""What a person names is read once each, and what cannot be taken is named with the reason."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from corpus.gathering import gather

TEXT = "# 題\n\n本文である。\n"
posix = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes are made differently there")


def put(path: Path, content: str | bytes = TEXT) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def ids(*paths: Path) -> list[str]:
    return [document.id for _, document in gather(paths).documents]


def reasons(*paths: Path) -> dict[str, str]:
    return {skipped.path.name: skipped.reason for skipped in gather(paths).left_out}


def test_files_and_folders_are_read_in_the_order_given_each_once(tmp_path: Path) -> None:
    for name in ("a/z.md", "a/b/y.txt", "x.md"):
        put(tmp_path / name)
    assert ids(tmp_path / "x.md", tmp_path / "a", tmp_path) == ["x", "z", "y"]


def test_one_bad_file_does_not_keep_the_others_out_and_is_named(tmp_path: Path) -> None:
    put(tmp_path / "good.md")
    put(tmp_path / "latin.txt", "Là-bas, l’été…".encode("cp1252"))
    put(tmp_path / "sheet.xlsx")
    assert ids(tmp_path, tmp_path / "nowhere.md") == ["good"]
    told = reasons(tmp_path, tmp_path / "nowhere.md")
    assert told["latin.txt"].startswith("line 1, byte 2: not readable")
    assert "no reader for '.xlsx'" in told["sheet.xlsx"]
    assert "no such file" in told["nowhere.md"]


def test_hidden_files_are_passed_over_in_a_folder_and_refused_by_name(tmp_path: Path) -> None:
    put(tmp_path / "a.md")
    for name in (".hidden.md", ".git/x.md", "a.md~"):
        put(tmp_path / name)
    assert (ids(tmp_path), reasons(tmp_path)) == (["a"], {})
    assert "hidden" in reasons(tmp_path / ".hidden.md")[".hidden.md"]


@posix
def test_a_link_is_followed_when_named_and_never_out_of_a_folder(tmp_path: Path) -> None:
    outside, folder = put(tmp_path / "outside" / "secret.md"), tmp_path / "folder"
    put(folder / "a.md")
    (folder / "same.md").symlink_to(folder / "a.md")
    (folder / "out.md").symlink_to(outside)
    (folder / "gone.md").symlink_to(folder / "nothing.md")
    (folder / "sub").symlink_to(outside.parent)
    assert ids(folder) == ["a"]
    told = reasons(folder)
    assert set(told) == {"out.md", "gone.md", "sub"}
    assert str(outside) in told["out.md"]
    assert ids(folder / "out.md") == ["out"]
    assert ids(folder / "sub") == ["secret"]


@posix
def test_a_link_to_itself_is_left_out_by_name(tmp_path: Path) -> None:
    put(tmp_path / "a.md")
    (tmp_path / "self.md").symlink_to("self.md")
    assert ids(tmp_path) == ["a"]
    for named in (tmp_path, tmp_path / "self.md"):
        assert "leads back to itself" in reasons(named)["self.md"]


@posix
def test_a_pipe_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "p.md")
    assert reasons(tmp_path) == {"p.md": "not a regular file"}
    assert reasons(tmp_path / "p.md") == {"p.md": "not a regular file"}


def test_two_files_of_one_id_are_both_left_out_and_name_each_other(tmp_path: Path) -> None:
    one, two = put(tmp_path / "a" / "same.md"), put(tmp_path / "b" / "same.txt")
    put(tmp_path / "other.md")
    assert ids(tmp_path) == ["other"]
    told = reasons(tmp_path)
    assert str(two) in told["same.md"]
    assert str(one) in told["same.txt"]
