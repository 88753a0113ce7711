"""Gold items over the small brief, and the files they are read from."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from bot.evaluation.gold import GoldItem, read_gold
from corpus.document import Document

Write = Callable[..., Path]

OPENING: dict[str, Any] = {
    "id": "opening",
    "lang": "ja",
    "category": "factoid",
    "turns": ["開港式はいつ"],
    "answerable": True,
    "short": ["date:2023-04-05"],
    "facts": ["text:開港式"],
    "forbidden": ["date:2024-04-05"],
    "evidence": [{"doc": "brief", "anchor": "新航路の開港式が開かれた"}],
    "sources": ["東奥日報"],
    "ideal": "2023年4月5日に開港式が開かれた。",
    "cluster": "opening",
}
APPLES: dict[str, Any] = {
    "id": "apples",
    "lang": "en",
    "category": "table",
    "turns": ["how many tonnes of りんご"],
    "answerable": True,
    "short": ["number:12300"],
    "evidence": [{"doc": "brief", "anchor": "りんご"}],
    "ideal": "12,300",
    "split": "held",
}
NOBODY: dict[str, Any] = {
    "id": "nobody",
    "lang": "ja",
    "category": "unanswerable",
    "turns": ["開港式で歌ったのは誰"],
    "answerable": False,
    "ideal": "誰が歌ったかは書かれていない。",
}
HELLO: dict[str, Any] = {
    "id": "hello", "lang": "ja", "category": "chat", "turns": ["こんにちは"], "answerable": False, "ideal": "はい",
}  # fmt: skip


@pytest.fixture
def write_gold(tmp_path: Path) -> Write:
    """Return a function that writes lines, items or strings, into a gold file."""

    def write(*lines: Mapping[str, Any] | str, name: str = "gold.jsonl") -> Path:
        path = tmp_path / name
        texts = [line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines]
        path.write_text("\n".join(texts) + "\n", "utf-8")
        return path

    return write


@pytest.fixture
def items(write_gold: Write) -> dict[str, GoldItem]:
    """Return four items about the brief, by id."""
    return {item.id: item for item in read_gold(write_gold(OPENING, APPLES, NOBODY, HELLO)).items}


@pytest.fixture
def documents(brief: Document) -> dict[str, Document]:
    """Return the brief as a shelf."""
    return {brief.id: brief}
