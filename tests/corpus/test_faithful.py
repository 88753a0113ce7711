"""Canonical text is the original's, and every line of the original is somewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.document import Document
from corpus.readers.document import to_document
from corpus.readers.text import decode
from tests.corpus.roundtrip import faults

FIXTURES = sorted(path for path in (Path(__file__).parent / "fixtures").rglob("*") if path.suffix in (".md", ".txt"))
SHIPPED = sorted((Path(__file__).parents[2] / "corpus" / "documents").glob("*.md"))
SEEDS = sorted((Path(__file__).resolve().parents[2].parent / "shared" / "seeds").glob("*.txt"))


def check(document: Document, data: bytes) -> None:
    """Assert what must hold for every document."""
    assert list(faults(document, data)) == []


@pytest.mark.parametrize("path", [*SEEDS, *SHIPPED, *FIXTURES], ids=lambda path: path.name)
def test_every_line_of_real_documents_is_a_passage_or_named_furniture(path: Path) -> None:
    check(to_document(decode(path, path.read_bytes())), path.read_bytes())


WORDS = st.sampled_from(
    [
        "港の貿易は増えた。",
        "船員が減り、",
        "Trade grew in 2023.",
        "but the port",
        "수출이 늘었다.",
        "港口数量增加。",
        "貿易額",
        "はじめに",
        "A short line",
        "王小明",
        "(1)",
        "[1]",
        "<sup>2</sup>",
        "**強調**",
        "`code`",
        "[link](https://x.example/a_b)",
        "¹",
        "\\_",
        "|",
        "3.5",
        "1,234",
        "12",
        "2024年3月1日",
        "「引用",
        "」",
        "（注1）",
        "※1",
        "https://x.example/?a=1",
        "<br>",
        "\t",
        "  ",
        "\u3000",
    ]
)
PROSE = st.lists(WORDS, min_size=1, max_size=8).map("".join)
SHAPES = st.sampled_from(
    [
        "{}",
        "# {}",
        "## 1. {}",
        "1. {}",
        "- {}",
        "  • {}",
        "・{}",
        "表1 {}",
        "Table 2. {}",
        "出典：{}",
        "注1 {}",
        "[1] {}",
        "[^1]: {}",
        "<sup>1</sup> {}",
        "> {}",
        "{}\t{}\t12",
        "| {} | {} |",
        "Name   {}   34",
        "{} 1,200 300",
        "（単位：{}）",
        "第1章 {}",
        "○{}",
        "    {}",
    ]
)
FIXED = st.sampled_from(
    [
        "",
        "",
        "",
        "---",
        "===",
        "- 3 -",
        "4",
        "\x0c",
        "Page 5 of 9",
        "Running Head",
        "|---|---|",
        "```",
        "* * *",
        "注",
        "References",
        "表2",
        "Figure 3",
        "{1}------",
        "参考元",
        "<!-- x -->",
        "<!-- 港は閉じた。 -->",
        '[港](https://x.example/ "The port closed. It is gone.")を見よ。',
        "![](a.png)",
        "+---+---+",
        "\x0cRunning Head",
        "…",
        "。",
        "***",
        "id: x",
    ]
)
LINE = st.one_of(
    FIXED, st.tuples(SHAPES, PROSE, PROSE).map(lambda one: one[0].replace("{}", one[1], 1).replace("{}", one[2])), PROSE
)


@settings(max_examples=150, deadline=None)
@given(st.lists(LINE, min_size=1, max_size=25), st.sampled_from(["\n", "\r\n", "\n\n"]))
def test_every_line_of_any_mixture_of_structures_is_kept(lines: list[str], newline: str) -> None:
    data = newline.join([*lines, "最後の行。"]).encode("utf-8")
    if data.startswith(b"---"):
        data = b"\n" + data
    check(to_document(decode(Path("any.txt"), data)), data)


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=300))
def test_any_text_can_be_read_without_losing_a_line(text: str) -> None:
    data = ("あ\n" + text).encode("utf-8")
    check(to_document(decode(Path("any.txt"), data)), data)
