"""What is kept by content: never wrong, whoever writes at once and whatever is damaged; pruned to what is used."""

from __future__ import annotations

import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from corpus.errors import IndexBroken
from retrieval.pruning import KEYS, prune, write_keys
from retrieval.store import FILE, ContentStore

_KEYS = [bytes([number]) * 32 for number in range(100)]


@pytest.fixture
def store(tmp_path: Path) -> ContentStore:
    return ContentStore(tmp_path / FILE)


def _rewrite(path: Path, change: str) -> None:
    with sqlite3.connect(path) as database:
        database.execute(change)


def test_what_was_put_comes_back_and_what_was_not_is_missing(store: ContentStore) -> None:
    store.put([(_KEYS[0], b"one"), (_KEYS[1], b"")])
    assert store.get(_KEYS[:3]) == {_KEYS[0]: b"one", _KEYS[1]: b""}
    assert len(store) == 2


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE kept SET value = x'00' || substr(value, 2)",
        "UPDATE kept SET value = substr(value, 1, 2)",
        "UPDATE kept SET value = 7",
        "UPDATE kept SET value = 'text'",
        "UPDATE kept SET key = x'" + "07" * 32 + "'",
    ],
)
def test_a_row_that_is_not_what_was_put_is_as_never_put(store: ContentStore, tmp_path: Path, change: str) -> None:
    store.put([(_KEYS[0], b"one")])
    _rewrite(tmp_path / FILE, change)
    assert store.get([_KEYS[0], _KEYS[7]]) == {}


@pytest.mark.parametrize(
    "contents", [b"no database, whatever its name says" * 50, b"\0" * 8192, b"SQLite format 3\0" * 99]
)
def test_a_file_that_is_no_database_is_moved_aside(store: ContentStore, tmp_path: Path, contents: bytes) -> None:
    (tmp_path / FILE).write_bytes(contents)
    assert store.get([_KEYS[0]]) == {}
    store.put([(_KEYS[0], b"one")])
    assert store.get([_KEYS[0]]) == {_KEYS[0]: b"one"}
    assert (tmp_path / f"{FILE}.damaged").read_bytes() == contents


def test_a_database_without_its_table_is_begun_anew(store: ContentStore, tmp_path: Path) -> None:
    store.put([(_KEYS[0], b"one")])
    _rewrite(tmp_path / FILE, "ALTER TABLE kept RENAME COLUMN value TO other")
    assert store.get([_KEYS[0]]) == {}


def test_a_place_that_cannot_be_written_is_reported_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    with pytest.raises(IndexBroken, match="free the disk or delete the file"):
        ContentStore(tmp_path / FILE).get([_KEYS[0]])


def test_many_write_and_read_at_once(tmp_path: Path) -> None:
    def work(number: int) -> int:
        store = ContentStore(tmp_path / FILE)
        for key in _KEYS[number::4]:
            store.put([(key, key * 9), (_KEYS[0], b"shared")])
            assert store.get([key, _KEYS[0]]) == {key: key * 9, _KEYS[0]: b"shared"}
        return number

    with ThreadPoolExecutor(8) as pool:
        assert len(list(pool.map(work, [1, 2, 3, 1, 2, 3, 1, 2]))) == 8


def test_only_what_no_generation_uses_is_forgotten(
    store: ContentStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.put((key, b"value") for key in _KEYS)
    generation = tmp_path / "shelf" / "generations" / "g"
    generation.mkdir(parents=True)
    (generation / "manifest.json").write_text("{}")
    assert prune(tmp_path, allowed=0, days=0) == 0, "a generation that does not say what it was made of keeps all"
    write_keys(generation, set(_KEYS[:10]))
    assert prune(tmp_path, allowed=0) == 0, "what was put today may be wanted by a build under way"
    later = time.time() + 2 * 86_400
    monkeypatch.setattr("retrieval.store.time.time", lambda: later)
    assert prune(tmp_path, allowed=1_000) == 0, "too little to be worth the work"
    assert prune(tmp_path, allowed=5) == 90
    assert set(store.get(_KEYS)) == set(_KEYS[:10])
    assert (generation / KEYS).stat().st_size == 320
