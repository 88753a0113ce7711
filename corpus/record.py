"""What the folder of a shelf says about itself: which documents are withdrawn, and which file took another's place.

Invariant: the record is one small file that is replaced by one rename, so that a reader meets the old or the new one.
A file counts as replaced only while the file that took its place is there, so that whoever dies between recording a
replacement and carrying it out leaves the old document on the shelf, and after it the new one, never both or neither.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from corpus.errors import ShelfError

OWN = ".tenkyo"
"""The folder inside a shelf's folder that holds no documents but what tenkyo keeps of them."""
_FILE = "record.json"


@dataclass(frozen=True, slots=True)
class Record:
    """``withdrawn`` are document ids; ``replaced`` maps a file to the one that took its place, inside the folder."""

    withdrawn: frozenset[str] = frozenset()
    replaced: Mapping[str, str] = field(default_factory=dict)


def record_path(root: Path) -> Path:
    """Return where the record of a shelf's folder is kept."""
    return root / OWN / _FILE


def read_record(root: Path) -> Record:
    """Return the record of a shelf's folder; an empty one where none was written.

    Raises ShelfError when it cannot be read: to go on without it would quote what was withdrawn.
    """
    path = record_path(root)
    try:
        stored = json.loads(path.read_text("utf-8"))
        replaced = {str(old): str(new) for old, new in stored["replaced"].items()}
        return Record(frozenset(str(name) for name in stored["withdrawn"]), replaced)
    except (FileNotFoundError, NotADirectoryError):
        return Record()
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ShelfError(
            f"{path} cannot be read ({error}); it says which documents are withdrawn. Correct it, or remove it and "
            "withdraw them again"
        ) from error


def write_record(root: Path, record: Record) -> None:
    """Replace the record of a shelf's folder. Raises OSError; the old one is then still there."""
    path = record_path(root)
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_suffix(".new")
    stored = {"withdrawn": sorted(record.withdrawn), "replaced": dict(record.replaced)}
    with aside.open("w", encoding="utf-8") as file:
        json.dump(stored, file, ensure_ascii=False, indent=1)
        file.flush()
        os.fsync(file.fileno())
    aside.replace(path)
