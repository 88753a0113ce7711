"""What is installed is what the tree holds: a user installs a wheel, and tests run from the tree."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PARTS = ("corpus", "retrieval", "bot")


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """Build the wheel as pip does for a user, from a copy of the tree, and return the names in it."""
    tree = tmp_path_factory.mktemp("tree")
    for part in PARTS:
        shutil.copytree(ROOT / part, tree / part, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, tree / name)
    wheels = tmp_path_factory.mktemp("wheels")
    command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(wheels), str(tree)]
    subprocess.run(command, check=True, capture_output=True, text=True)
    (wheel,) = wheels.iterdir()
    with zipfile.ZipFile(wheel) as archive:
        return frozenset(archive.namelist())


def in_tree(pattern: str) -> set[str]:
    return {path.relative_to(ROOT).as_posix() for part in PARTS for path in (ROOT / part).rglob(pattern)}


def test_every_module_is_installed(packed: frozenset[str]) -> None:
    assert in_tree("*.py") <= packed


def test_so_is_what_modules_read_at_run_time(packed: frozenset[str]) -> None:
    read = {*in_tree("*.onnx"), *in_tree("*.npy"), *in_tree("*.jinja"), *in_tree("*.css"), *in_tree("hangul.txt")}
    documents = {path.relative_to(ROOT).as_posix() for path in (ROOT / "corpus" / "documents").glob("*.md")}
    assert read | documents <= packed


def test_what_readers_are_trained_on_and_tests_are_not(packed: frozenset[str]) -> None:
    assert not any("/written/" in name or name.startswith("tests/") for name in packed)
