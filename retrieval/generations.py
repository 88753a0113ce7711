"""Generations of one index: built aside, finished with a manifest, switched by replacing one small file.

Invariant: the file ``current`` names a directory with a manifest, or is missing; such a directory is complete and
never written again, and one whose files are not those the manifest records is not opened. A reader holds its
generation's ``reader`` file shared, and a generation is removed only by someone who can hold that file alone. So
whoever dies at whatever moment, the old or the new generation answers.

    directory/current                     the id of the generation in use
    directory/builder                     locked while someone builds
    directory/generations/ID/manifest.json
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import shutil
import weakref
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

from corpus.errors import IndexBroken
from retrieval import checksums, locks

SCHEMA = 4
"""Change it with anything that changes what a generation's files mean."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Identity:
    """All that decides what an index holds. Two generations of the same identity answer alike."""

    shelf: str  # Shelf.hash
    contents: str  # SHA-256 of the passages as searched
    model: str
    dimension: int
    tokenizer: str
    schema: int = SCHEMA

    def digest(self) -> str:
        """Return 12 hexadecimal digits that stand for this identity."""
        return hashlib.sha256(json.dumps(asdict(self), sort_keys=True).encode()).hexdigest()[:12]


@dataclass(frozen=True)
class Generation:
    """A finished generation, kept from removal until it is closed or nobody has it any more."""

    id: str
    path: Path
    manifest: dict[str, object]
    _reader: IO[bytes]

    def __post_init__(self) -> None:
        weakref.finalize(self, self._reader.close)

    def superseded(self) -> bool:
        """Say whether another generation of the same identity is current."""
        identity = self.manifest.get("identity")
        if not isinstance(identity, dict):
            return False
        current = Generations(self.path.parent.parent).current(Identity(**identity))
        if current is None:
            return False
        current.close()
        return current.id != self.id

    def close(self) -> None:
        """Let the generation be removed once it is no longer current."""
        self._reader.close()


class Generations:
    """The generations of one shelf's index under a directory."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory

    def current(self, identity: Identity) -> Generation | None:
        """Return the current generation when it is of this identity, else None."""
        for _ in range(3):  # a switch between reading the name and holding the generation only costs a second look
            name = self._current_name()
            if name is None:
                return None
            generation = self._open(name)
            if generation is not None and self._current_name() in (name, None):
                if generation.manifest.get("identity") == asdict(identity):
                    return generation
                generation.close()
                return None
            if generation is not None:
                generation.close()
        return None

    def latest(self) -> Generation | None:
        """Return the current generation, of whatever identity; None where there is none."""
        name = self._current_name()
        return self._open(name) if name is not None else None

    @contextmanager
    def building(self, on_wait: Callable[[str], None] | None = None) -> Iterator[None]:
        """Be the only builder, waiting for another. Raises IndexBroken when the directory cannot be written."""
        try:
            with locks.exclusive(self._directory / "builder", on_wait):
                yield
        except OSError as error:
            raise IndexBroken(
                f"the index directory {self._directory} cannot be written ({error}); free the disk, correct its "
                "permissions, or set TENKYO_INDEX_DIR"
            ) from error

    def build(self, identity: Identity, write: Callable[[Path], dict[str, int]]) -> Generation:
        """Write a new generation with ``write`` (which returns its counts), switch to it and remove the old ones.

        Call inside `building`. A failure leaves the old generation current and nothing of the new one.
        """
        self.collect()  # what a killed builder left would take the room of the new one
        name = self._free_name(identity.digest())
        path = self._directory / "generations" / name
        path.mkdir(parents=True)
        try:
            counts = write(path)
            (path / "reader").touch()
            manifest = {"identity": asdict(identity), "counts": counts, "files": checksums.recorded(path)}
            _write_durably(path / "manifest.json", json.dumps(manifest, indent=1))
            generation = self._open(name)
            if generation is None:
                raise IndexBroken(f"the new index {path} disappeared while it was built; run `tenkyo index` again")
            _write_durably(self._directory / "current", name)
        except BaseException:
            shutil.rmtree(path, ignore_errors=True)
            raise
        self.collect()
        return generation

    def collect(self) -> None:
        """Remove every generation but the current one that nobody reads. Call inside `building`."""
        current = self._current_name()
        for path in self._paths():
            if path.name == current:
                continue
            doomed = path.with_name(f".{path.name.lstrip('.')}")
            with locks.alone(path / "reader") as free, suppress(OSError):
                if free:
                    path.rename(doomed)  # refused on Windows where a file of it is still open
            shutil.rmtree(doomed, ignore_errors=True)

    def _paths(self) -> Iterable[Path]:
        root = self._directory / "generations"
        return sorted(root.iterdir()) if root.is_dir() else []

    def _free_name(self, digest: str) -> str:
        taken = {path.name for path in self._paths()}
        names = [digest, *(f"{digest}-{number}" for number in range(2, len(taken) + 3))]
        return next(name for name in names if name not in taken)

    def _current_name(self) -> str | None:
        try:
            return (self._directory / "current").read_text("ascii").strip() or None
        except (OSError, UnicodeDecodeError):
            return None

    def _open(self, name: str) -> Generation | None:
        """Hold a generation; None when it is gone or not finished."""
        path = self._directory / "generations" / name
        reader = locks.share(path / "reader")
        if reader is None:
            return None
        try:
            manifest = json.loads((path / "manifest.json").read_text("utf-8"))
        except (OSError, ValueError):
            manifest = None
        files = manifest.get("files") if isinstance(manifest, dict) else None
        wrong = checksums.damage(path, files) if isinstance(files, dict) else ["manifest.json cannot be read"]
        if wrong:
            _log.warning("the index %s is damaged (%s); it is built again", path, "; ".join(wrong))
            reader.close()
            return None
        return Generation(name, path, manifest, reader)


def _write_durably(path: Path, text: str) -> None:
    """Replace a file by one rename, its contents on the disk first."""
    aside = path.with_name(f"{path.name}.new")
    with aside.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    aside.replace(path)
