"""What a person names, as documents: every file and folder they give, and what could not be taken and why.

Invariant: nothing is passed over without a reason but hidden files; a link inside a folder never leads out of it
unasked. Nothing is written.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.document import Document
from corpus.errors import DocumentError
from corpus.readers import no_reader, read
from corpus.shelf import LINKED_FOLDER, ROUND, Skipped, closed_folder, leads_out, resolved


@dataclass(frozen=True, slots=True)
class Gathered:
    """The documents of some files, each with the file it was read from, and what was left out."""

    documents: tuple[tuple[Path, Document], ...]
    left_out: tuple[Skipped, ...]


def gather(paths: Sequence[Path]) -> Gathered:
    """Read the files and every file in the folders (searched recursively), each once.

    Different files that are one document are all left out: which of them is meant only their owner knows.
    """
    documents: dict[str, list[tuple[Path, Document]]] = {}
    left_out: list[Skipped] = []
    seen: set[Path] = set()
    for path, reason in (found for given in paths for found in _under(given)):
        if (place := resolved(path)) in seen:
            continue
        seen.add(place)
        if reason:
            left_out.append(Skipped(path, reason))
            continue
        try:
            document = read(path)
        except DocumentError as error:
            left_out.append(Skipped(path, str(error).removeprefix(f"{path}: ")))
            continue
        documents.setdefault(document.id, []).append((path, document))
    clashing = [found for found in documents.values() if len(found) > 1]
    left_out += [Skipped(path, _clash(path, found)) for found in clashing for path, _ in found]
    return Gathered(tuple(found[0] for found in documents.values() if len(found) == 1), tuple(left_out))


def _clash(path: Path, found: Sequence[tuple[Path, Document]]) -> str:
    others = ", ".join(str(other) for other, _ in found if other != path)
    what = f"document '{found[0][1].id}' as {others} is, and none of them was taken"
    return f"{what}; give one another id: in its front matter, rename it, or name only one of them"


def _under(given: Path) -> Iterator[tuple[Path, str]]:
    """Yield the files that a path stands for, each with the reason why it is left out, or nothing."""
    if resolved(given).is_symlink():
        yield given, ROUND
    elif not given.exists():
        yield given, "a link to a file that is not there" if given.is_symlink() else "there is no such file or folder"
    elif given.is_dir():
        yield from _inside(given)
    elif given.name.startswith("."):
        yield given, "a hidden file is no document; give it a name without a dot before it"
    else:
        yield given, no_reader(given) or _irregular(given)


def _inside(folder: Path) -> Iterator[tuple[Path, str]]:
    home = resolved(folder)
    closed: list[OSError] = []
    for here, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in folders:
            if (Path(here) / name).is_symlink():
                yield Path(here) / name, LINKED_FOLDER
        for name in sorted(names):
            path = Path(here) / name
            if not name.startswith(".") and not name.endswith("~"):
                yield path, leads_out(path, [home]) or no_reader(path) or _irregular(path)
    for error in closed:
        yield Path(error.filename), closed_folder(error)


def _irregular(path: Path) -> str:
    """Return a reason for what is no file: reading a pipe or a device would not end."""
    return "" if path.is_file() else "not a regular file"
