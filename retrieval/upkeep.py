"""What an index directory needs now and then: looking for damage and for what was left, and taking that away.

Invariant: nothing that is read, built or current is removed, and what may hold something of worth is moved aside
instead. Nothing outside the index directory is touched.

    index_dir/vectors.sqlite            what was computed, by content
    index_dir/SHELF/generations/ID      see `generations`
"""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from retrieval import checksums, locks
from retrieval.store import FILE


def leftovers(index_dir: Path, remove: bool = False) -> list[Path]:
    """Return the generations under an index directory that nobody builds or reads and that are not in use.

    They are what killed builders left, and generations that a newer one replaced. Raises OSError.
    """
    found: list[Path] = []
    for shelf in _directories(index_dir):
        with locks.alone(shelf / "builder") as free:
            if free:
                found += _unused(shelf, remove)
    return found


def _unused(shelf: Path, remove: bool) -> Iterator[Path]:
    current = _current(shelf)
    for path in _directories(shelf / "generations"):
        if path.name == current:
            continue
        with locks.alone(path / "reader") as free:
            if free:
                if remove:
                    doomed = path.with_name(f".{path.name.lstrip('.')}")
                    path.rename(doomed)
                    shutil.rmtree(doomed, ignore_errors=True)
                yield path


def damage(shelf: Path) -> list[str]:
    """Return what is wrong with the generation in use under a shelf's directory; none where all is well or none is."""
    name = _current(shelf)
    if name is None:
        return []
    path = shelf / "generations" / name
    try:
        files = json.loads((path / "manifest.json").read_text("utf-8"))["files"]
    except (OSError, ValueError, KeyError, TypeError):
        return [f"{path}: manifest.json cannot be read"]
    return [f"{path}: {wrong}" for wrong in checksums.damage(path, files)]


def store_damage(index_dir: Path) -> str:
    """Return what is wrong with the store of vectors under an index directory, or nothing."""
    path = index_dir / FILE
    if not path.exists():
        return ""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
            (said,) = database.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.OperationalError as error:
        return "" if "locked" in str(error) else f"{path}: {error}"
    except sqlite3.DatabaseError as error:
        return f"{path}: {error}"
    return "" if said == "ok" else f"{path}: {said}"


def set_store_aside(index_dir: Path) -> Path:
    """Move the store of vectors aside, where it can be looked at, and return where it is now. Raises OSError."""
    path = index_dir / FILE
    aside = path.with_name(f"{FILE}.damaged")
    path.replace(aside)
    path.with_name(f"{FILE}-journal").unlink(missing_ok=True)
    return aside


def _current(shelf: Path) -> str | None:
    try:
        return (shelf / "current").read_text("ascii").strip() or None
    except (OSError, UnicodeDecodeError):
        return None


def _directories(path: Path) -> list[Path]:
    return sorted(entry for entry in path.iterdir() if entry.is_dir()) if path.is_dir() else []
