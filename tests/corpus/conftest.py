"""Where the corpus tests find documents, and how they make small ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.document import Document
from corpus.readers.document import to_document
from corpus.readers.text import decode

SEEDS = Path(__file__).resolve().parents[2].parent / "shared" / "seeds"


@pytest.fixture(scope="session")
def seeds() -> Path:
    if not SEEDS.is_dir():
        pytest.skip("the original documents are not beside the repository")
    return SEEDS


@pytest.fixture(scope="session")
def commentary(seeds: Path) -> Document:
    path = next(seeds.glob("000_*.txt"))
    return to_document(decode(path, path.read_bytes()))


@pytest.fixture(scope="session")
def article(seeds: Path) -> Document:
    path = next(seeds.glob("002_*.txt"))
    return to_document(decode(path, path.read_bytes()))


@pytest.fixture(scope="session")
def made() -> Callable[..., Document]:
    def make(text: str, name: str = "made.txt") -> Document:
        return to_document(decode(Path(name), text.encode("utf-8")))

    return make


@pytest.fixture(scope="session")
def fixture_document() -> Callable[[str], Document]:
    def load(name: str) -> Document:
        path = Path(__file__).parent / "fixtures" / name
        return to_document(decode(path, path.read_bytes()))

    return load
