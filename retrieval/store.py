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
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from zlib import crc32

from corpus.errors import IndexBroken

FILE = "vectors.sqlite"
_TABLE = "CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, value BLOB NOT NULL, made INTEGER NOT NULL)"
_WAIT_SECONDS = 60
_ASKED_AT_ONCE = 500  # SQLite's oldest limit on parameters is 999
_DAY = 86_400
_CHECKSUM = 4  # bytes, at the end of a value
_RUINED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)

_log = logging.getLogger(__name__)


class ContentStore:
    """Values of bytes by keys of bytes in one file. Its methods raise IndexBroken when the file cannot be used."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def get(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """Return what is kept under these keys; a damaged value is as one never kept."""
        wanted = list(dict.fromkeys(keys))
        found: dict[bytes, bytes] = {}
        with self._opened() as database:
            for first in range(0, len(wanted), _ASKED_AT_ONCE):
                part = wanted[first : first + _ASKED_AT_ONCE]
                marks = ",".join("?" * len(part))
                for key, value in database.execute(f"SELECT key, value FROM kept WHERE key IN ({marks})", part):
                    if value[-_CHECKSUM:] == _checksum(key, value[:-_CHECKSUM]):
                        found[key] = value[:-_CHECKSUM]
        return found

    def put(self, values: Iterable[tuple[bytes, bytes]]) -> None:
        """Keep values under their keys, in one transaction."""
        today = int(time.time() // _DAY)
        rows = [(key, value + _checksum(key, value), today) for key, value in values]
        with self._opened() as database, database:
            database.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)

    def __len__(self) -> int:
        with self._opened() as database:
            (count,) = database.execute("SELECT count(*) FROM kept").fetchone()
        return int(count)

    def prune(self, used: Collection[bytes], days: int = 1) -> int:
        """Forget what is not used and was put ``days`` ago or earlier, give back its space, and return how many."""
        today = int(time.time() // _DAY)
        with self._opened() as database:
            with database:
                database.execute("CREATE TEMP TABLE used (key BLOB PRIMARY KEY)")
                database.executemany("INSERT OR IGNORE INTO used VALUES (?)", ((key,) for key in used))
                gone = database.execute(
                    "DELETE FROM kept WHERE made <= ? AND key NOT IN (SELECT key FROM used)", (today - days,)
                ).rowcount
            if gone:
                with suppress(sqlite3.OperationalError):  # another process reads: its space is used again later
                    database.execute("VACUUM")
        return gone

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        """Open the file, beginning it anew where it is none of ours any more."""
        try:
            try:
                database = self._connect()
            except sqlite3.DatabaseError as error:
                self._begin_anew(error)
                database = self._connect()
            with closing(database):
                try:
                    yield database
                except sqlite3.DatabaseError as error:
                    if getattr(error, "sqlite_errorcode", 0) & 0xFF in _RUINED:
                        database.close()
                        self._begin_anew(error)
                    raise
        except (sqlite3.Error, OSError) as error:
            raise IndexBroken(
                f"the vector store {self._path} cannot be used ({error}); free the disk or delete the file, "
                "then run `tenkyo index`"
            ) from error

    def _connect(self) -> sqlite3.Connection:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        database = sqlite3.connect(self._path, timeout=_WAIT_SECONDS)
        try:
            database.execute(_TABLE)
        except BaseException:
            database.close()
            raise
        return database

    def _begin_anew(self, error: sqlite3.DatabaseError) -> None:
        """Move a ruined file aside; raises the error when something else is the matter."""
        if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _RUINED:
            raise error
        _log.warning("%s is damaged (%s); what it held is computed again", self._path, error)
        self._path.with_name(f"{self._path.name}-journal").unlink(missing_ok=True)
        with suppress(FileNotFoundError):  # another process was first
            self._path.replace(self._path.with_name(f"{self._path.name}.damaged"))


def _checksum(key: bytes, value: bytes) -> bytes:
    return crc32(value, crc32(key)).to_bytes(_CHECKSUM, "big")
