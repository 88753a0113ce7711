"""What is costly to compute and depends on a text alone, kept in one SQLite file under a hash of all it depends on.

Invariant: what `get` returns is what `put` was given under that key, or it is missing: every row carries a checksum,
and a file that is no database any more is moved aside and begun anew. Nothing here is ever the only copy of anything.
Several processes and threads may read and write at once (SQLite locks the file), and what a killed build had put is
kept.
"""

from __future__ import annotations

import logging
import sqlite3
import time
from collections.abc import Callable, Collection, Iterable
from contextlib import closing, suppress
from pathlib import Path
from typing import TypeVar
from zlib import crc32

from corpus.errors import IndexBroken

FILE = "vectors.sqlite"
_TABLE = "CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, value BLOB NOT NULL, made INTEGER NOT NULL)"
_WAIT_SECONDS = 60
_ASKED_AT_ONCE = 500  # SQLite's oldest limit on parameters is 999
_DAY = 86_400
_CHECKSUM = 4  # bytes, at the end of a value
# What goes wrong with a file that is sound; anything else means that it is not.
_SOUND = frozenset(
    (
        sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_INTERRUPT,
    )
)  # fmt: skip

T = TypeVar("T")

_log = logging.getLogger(__name__)


class ContentStore:
    """Values of bytes by keys of bytes in one file. Its methods raise IndexBroken when the file cannot be used."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def get(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """Return what is kept under these keys; a damaged value is as one never kept."""
        wanted = list(dict.fromkeys(keys))

        def read(database: sqlite3.Connection) -> dict[bytes, bytes]:
            found: dict[bytes, bytes] = {}
            for first in range(0, len(wanted), _ASKED_AT_ONCE):
                part = wanted[first : first + _ASKED_AT_ONCE]
                marks = ",".join("?" * len(part))
                for key, value in database.execute(f"SELECT key, value FROM kept WHERE key IN ({marks})", part):
                    if isinstance(value, bytes) and value[-_CHECKSUM:] == _checksum(key, value[:-_CHECKSUM]):
                        found[key] = value[:-_CHECKSUM]
            return found

        return self._done(read)

    def put(self, values: Iterable[tuple[bytes, bytes]]) -> None:
        """Keep values under their keys, in one transaction."""
        today = int(time.time() // _DAY)
        rows = [(key, value + _checksum(key, value), today) for key, value in values]

        def write(database: sqlite3.Connection) -> None:
            with database:
                database.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)

        self._done(write)

    def __len__(self) -> int:
        return int(self._done(lambda database: database.execute("SELECT count(*) FROM kept").fetchone()[0]))

    def prune(self, used: Collection[bytes], days: int = 1) -> int:
        """Forget what is not used and was put ``days`` ago or earlier, give back its space, and return how many."""
        last = int(time.time() // _DAY) - days

        def forget(database: sqlite3.Connection) -> int:
            with database:
                database.execute("CREATE TEMP TABLE used (key BLOB PRIMARY KEY)")
                database.executemany("INSERT OR IGNORE INTO used VALUES (?)", ((key,) for key in used))
                condition = "made <= ? AND key NOT IN (SELECT key FROM used)"
                gone = database.execute(f"DELETE FROM kept WHERE {condition}", (last,)).rowcount
            if gone:
                with suppress(sqlite3.OperationalError):  # another process reads: its space is used again later
                    database.execute("VACUUM")
            return gone

        return self._done(forget)

    def _done(self, action: Callable[[sqlite3.Connection], T]) -> T:
        """Do something with the file; where it is ruined, once more with a new one."""
        try:
            try:
                return self._once(action)
            except sqlite3.DatabaseError as error:
                if getattr(error, "sqlite_errorcode", 0) & 0xFF in _SOUND:
                    raise
                self._move_aside(error)
                return self._once(action)
        except (sqlite3.Error, OSError) as error:
            raise IndexBroken(
                f"the vector store {self._path} cannot be used ({error}); free the disk or delete the file, "
                "then run `tenkyo index`"
            ) from error

    def _once(self, action: Callable[[sqlite3.Connection], T]) -> T:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(self._path, timeout=_WAIT_SECONDS)) as database:
            database.text_factory = bytes  # a damaged type is no reason to decode anything
            database.execute(_TABLE)
            return action(database)

    def _move_aside(self, error: sqlite3.DatabaseError) -> None:
        _log.warning("%s is damaged (%s); what it held is computed again", self._path, error)
        self._path.with_name(f"{self._path.name}-journal").unlink(missing_ok=True)
        with suppress(FileNotFoundError):  # another process was first
            self._path.replace(self._path.with_name(f"{self._path.name}.damaged"))


def _checksum(key: bytes, value: bytes) -> bytes:
    return crc32(value, crc32(key)).to_bytes(_CHECKSUM, "big")
