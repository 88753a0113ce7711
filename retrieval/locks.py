"""Locks on files, between processes and between threads.

Invariant: a lock is held exactly as long as its file is open, so a killed process holds nothing.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

_POLL_SECONDS = 0.2

if sys.platform == "win32":
    import msvcrt

    def _try_lock(file: IO[bytes], shared: bool) -> bool:
        if shared:  # an open file cannot be removed or renamed there, which is all a reader needs
            return True
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(file: IO[bytes], shared: bool) -> bool:
        try:
            fcntl.flock(file, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


@contextmanager
def exclusive(path: Path, on_wait: Callable[[str], None] | None = None) -> Iterator[None]:
    """Hold a lock file alone, waiting for its holder; ``on_wait`` is told once who that is. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab+") as file:
        told = False
        while not _try_lock(file, shared=False):
            if not told and on_wait is not None:
                on_wait(_holder(path))
            told = True
            time.sleep(_POLL_SECONDS)
        if sys.platform != "win32":  # a locked byte there cannot be read by others
            file.truncate(0)
            file.write(str(os.getpid()).encode())
            file.flush()
        yield


def share(path: Path) -> IO[bytes] | None:
    """Return the file, held with others until it is closed; None when someone holds it alone or it is gone."""
    try:
        file = path.open("rb")
    except OSError:
        return None
    if _try_lock(file, shared=True):
        return file
    file.close()
    return None


@contextmanager
def alone(path: Path) -> Iterator[bool]:
    """Hold a file alone for a moment and say whether that was possible; a missing file stands in nobody's way.

    On Windows nothing is held (it would stand in the way of a rename): there the rename itself tells.
    """
    if sys.platform == "win32":
        yield True
        return
    try:
        file = path.open("rb")
    except FileNotFoundError:
        yield True
        return
    except OSError:
        yield False
        return
    with file:
        yield _try_lock(file, shared=False)


def _holder(path: Path) -> str:
    try:
        return f"process {path.read_text()}"
    except OSError:
        return "another process"
