"""A file that has not changed is not taken apart again, and nobody can tell by the document."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

import corpus
from corpus.errors import IndexBroken
from corpus.kept import key
from corpus.shelf import load_shelf

CORPUS = Path(corpus.__file__).parent


class Memory(dict[bytes, bytes]):
    """A store in memory."""

    def get(self, keys: Iterable[bytes]) -> Mapping[bytes, bytes]:  # type: ignore[override]
        return {key: self[key] for key in keys if key in self}

    def put(self, values: Iterable[tuple[bytes, bytes]]) -> None:
        self.update(values)


class Broken:
    """A store on a disk that is gone."""

    def get(self, keys: Iterable[bytes]) -> Mapping[bytes, bytes]:
        raise IndexBroken("gone")

    def put(self, values: Iterable[tuple[bytes, bytes]]) -> None:
        raise IndexBroken("gone")


class Planted:
    """What runs code where it is read by pickle's own rules."""

    def __reduce__(self) -> tuple[object, tuple[str, ...]]:
        return exec, ("raise SystemExit('the bytes decided what was run')",)


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    for number in range(3):
        (tmp_path / f"d{number}.md").write_text(f"# 第{number}号\n\n港は改修された[^1]。\n\n[^1]: 年報。\n", "utf-8")
    (tmp_path / "d1.bin").write_bytes(b"\0")
    (tmp_path / "d2.txt").write_bytes(b"")
    return tmp_path


@pytest.mark.parametrize("folder", ["documents", "gold/shelf"])
def test_a_document_that_was_kept_is_the_one_that_was_read(folder: str) -> None:
    store = Memory()
    read = load_shelf([CORPUS / folder], store=store)
    assert len(store) == len(read.documents)
    kept = load_shelf([CORPUS / folder], store=store)
    assert kept == read == load_shelf([CORPUS / folder])
    for one, other in zip(read.documents, kept.documents, strict=True):
        assert one is not other
        assert one.locate(0, len(one.text)) == other.locate(0, len(one.text))
        assert one.told.people == other.told.people


def test_only_a_file_that_has_changed_is_read(shelf: Path) -> None:
    store = Memory()
    first = load_shelf([shelf], store=store)
    for document in first.documents:  # as nobody reads it, so that it shows where it comes from
        told = replace(document, title=f"kept {document.id}")
        store[key(document.path, document.sha256)] = zlib.compress(pickle.dumps(told))
    (shelf / "d1.md").write_text("# 新版\n\n港は廃止された。\n", "utf-8")
    again = load_shelf([shelf], store=store)
    assert [document.title for document in again.documents] == ["kept d0", "新版", "kept d2"]
    assert again.skipped == first.skipped
    assert [skipped.path.name for skipped in again.skipped] == ["d1.bin", "d2.txt"]


@pytest.mark.parametrize(
    "value",
    [b"", b"no archive", zlib.compress(b"no pickle"), zlib.compress(pickle.dumps(("a", "tuple"))),
     zlib.compress(pickle.dumps(Planted()))],
)  # fmt: skip
def test_whatever_is_kept_nothing_but_a_document_is_made_of_it(shelf: Path, value: bytes) -> None:
    store = Memory()
    read = load_shelf([shelf], store=store)
    for known in store:
        store[known] = value
    assert load_shelf([shelf], store=store) == read


def test_a_store_that_cannot_be_used_costs_time_alone(shelf: Path) -> None:
    assert load_shelf([shelf], store=Broken()) == load_shelf([shelf])


def test_a_document_is_of_its_place_too(shelf: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    store = Memory()
    load_shelf([shelf], store=store)
    moved = tmp_path_factory.mktemp("moved")
    (moved / "other.md").write_bytes((shelf / "d1.md").read_bytes())
    assert load_shelf([moved], store=store).documents == load_shelf([moved]).documents
