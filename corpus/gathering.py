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
from corpus.errors import DocumentError, ShelfError
from corpus.readers import no_reader, read
from corpus.shelf import Skipped


@dataclass(frozen=True, slots=True)
class Gathered:
    """The documents of some files, each with the file it was read from, and what was left out."""

    documents: tuple[tuple[Path, Document], ...]
    left_out: tuple[Skipped, ...]


def gather(paths: Sequence[Path]) -> Gathered:
    """Read the files and every file in the folders (searched recursively), each once.

    Raises ShelfError when two different files are one document: which of them is meant only their owner knows.
    """
    documents: dict[str, tuple[Path, Document]] = {}
    left_out: list[Skipped] = []
    seen: set[Path] = set()
    for path, reason in (found for given in paths for found in _under(given)):
        if path.resolve() in seen:
            continue
        seen.add(path.resolve())
        if reason:
            left_out.append(Skipped(path, reason))
            continue
        try:
            document = read(path)
        except DocumentError as error:
            left_out.append(Skipped(path, str(error).removeprefix(f"{path}: ")))
            continue
        if document.id in documents:
            raise ShelfError(
                f"{documents[document.id][0]} and {path} are both document '{document.id}', and nothing was added; "
                "give one another id: in its front matter, rename it, or name only one of them"
            )
        documents[document.id] = path, document
    return Gathered(tuple(documents.values()), tuple(left_out))


def _under(given: Path) -> Iterator[tuple[Path, str]]:
    """Yield the files that a path stands for, each with the reason why it is left out, or nothing."""
    if not given.exists():
        yield given, "a link to a file that is not there" if given.is_symlink() else "there is no such file or folder"
    elif given.is_dir():
        yield from _inside(given)
    elif given.name.startswith("."):
        yield given, "a hidden file is no document; give it a name without a dot before it"
    else:
        yield given, no_reader(given) or _irregular(given)


def _inside(folder: Path) -> Iterator[tuple[Path, str]]:
    home = folder.resolve()
    closed: list[OSError] = []
    for here, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in folders:
            if (Path(here) / name).is_symlink():
                yield Path(here) / name, "a link to a folder is not followed; name that folder itself to add it"
        for name in sorted(names):
            path = Path(here) / name
            if not name.startswith(".") and not name.endswith("~"):
                yield path, _leads_out(path, home) or no_reader(path) or _irregular(path)
    for error in closed:
        yield Path(error.filename), f"cannot be read ({error.strerror}); check its permissions"


def _leads_out(path: Path, home: Path) -> str:
    if not path.is_symlink():
        return ""
    if not path.exists():
        return "a link to a file that is not there"
    if home in path.resolve().parents:
        return ""
    return f"a link to a file outside of the folder is not followed; name {path.resolve()} itself to add it"


def _irregular(path: Path) -> str:
    """Return a reason for what is no file: reading a pipe or a device would not end."""
    return "" if path.is_file() else "not a regular file"
