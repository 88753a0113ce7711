"""What the files of a finished generation were when it was finished, so that damage is found before it answers.

Invariant: a generation whose files are not exactly those recorded, in names, sizes and contents, is not opened.

Contents are compared by CRC-32, which finds every run of up to 32 changed bits and misses other damage once in 4,000
million; it reads 2.4 GB a second here where SHA-256 reads 0.8, and this guards against disks, not against people.
"""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from zlib import crc32

_AT_ONCE = 1 << 20  # bytes
_READERS = 4
UNCHECKED = frozenset(("reader", "manifest.json"))
"""Files that say nothing about the documents: one is empty, the other is where this is written."""

# What this process has read and found well, so that it does not read it again to see whether anything has changed.
_read_before: dict[Path, tuple[list[tuple[str, int, int]], Mapping[str, object]]] = {}

Sums = dict[str, tuple[int, int]]


def recorded(directory: Path) -> Sums:
    """Return size and checksum of every file below a directory, by its path there. Raises OSError."""
    paths = sorted(path for path in directory.rglob("*") if path.is_file())
    names = [path.relative_to(directory).as_posix() for path in paths]
    checked = [(name, path) for name, path in zip(names, paths, strict=True) if name not in UNCHECKED]
    with ThreadPoolExecutor(_READERS) as pool:
        sums = pool.map(lambda item: (item[1].stat().st_size, _sum(item[1])), checked)
        return {name: found for (name, _), found in zip(checked, sums, strict=True)}


def damage(directory: Path, sums: Mapping[str, object]) -> list[str]:
    """Return what is wrong with the files of a directory, one line each: none where all are as recorded."""
    wrong: list[str] = []
    sized: list[tuple[str, Path, int]] = []
    stamps: list[tuple[str, int, int]] = []
    for name, known in sums.items():
        if not (isinstance(known, list | tuple) and len(known) == 2 and all(isinstance(n, int) for n in known)):
            return ["manifest.json does not say what the files were"]
        path = directory / name
        try:
            status = path.stat()
        except OSError:
            wrong.append(f"{name} is missing")
            continue
        if status.st_size != known[0]:
            wrong.append(f"{name} has {status.st_size} bytes, not {known[0]}")
        else:
            sized.append((name, path, known[1]))
            stamps.append((name, status.st_ino, status.st_mtime_ns))
    if wrong or _read_before.get(directory) == (stamps, sums):
        return wrong
    with ThreadPoolExecutor(_READERS) as pool:
        found = pool.map(lambda item: item[2] == _sum(item[1]), sized)
        wrong = [f"{name} is damaged" for (name, _, _), well in zip(sized, found, strict=True) if not well]
    if not wrong:
        _read_before[directory] = (stamps, sums)
    return wrong


def _sum(path: Path) -> int:
    """Return the CRC-32 of a file; -1 where it cannot be read."""
    total = 0
    try:
        with path.open("rb") as file:
            while block := file.read(_AT_ONCE):
                total = crc32(block, total)
    except OSError:
        return -1
    return total
