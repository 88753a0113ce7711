"""Headings that a colon closes: 建てた人たち： on a line of its own, above the paragraphs that it names.

Invariant: one such line may introduce what stands below; only where several do, each with words of its own and no
speaker's name, are they headings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.structure.blocks import Block
from corpus.structure.headings import could_be_bare_heading, is_notes_heading
from corpus.structure.lines import has_sentence, is_kana, width
from corpus.structure.names_ja import HEAD
from corpus.structure.people import is_person, morphemes

_FEWEST = 2
_WIDEST = 36  # columns
_SPEAKS = re.compile(rf"(?:{HEAD}|氏|さん|司会|聞き手|記者|事務局)$")
_CLAUSE = re.compile(r"[はがをもへ、。]|[次左下]|以下|下記")  # it tells or points, and names nothing


def with_colons(blocks: Sequence[Block], start: int) -> list[Block]:
    """Return the blocks from the body on, which begins at ``start``, with lines that a colon closes as headings."""
    found = [index for index in range(start, len(blocks) - 1) if _names(blocks[index], blocks[index + 1])]
    words = {blocks[index].text for index in found}
    if len(found) < _FEWEST or len(words) < len(found):
        return list(blocks)
    return [replace(block, kind="heading") if index in found else block for index, block in enumerate(blocks)]


def _names(block: Block, below: Block) -> bool:
    """Say whether a line alone is a noun and a colon, right above a Japanese paragraph that is nobody's words."""
    text = block.text.strip()
    words = text.rstrip(":： 　")
    if block.kind != "prose" or not block.alone or words == text or width(words) > _WIDEST:
        return False
    told = below.kind == "prose" and has_sentence(below.text) and any(map(is_kana, below.text))
    if not told or below.text[0] in "「『“" or not could_be_bare_heading(words) or is_notes_heading(text):
        return False
    speaks = _SPEAKS.search(words) or is_person(words)
    return not speaks and not _CLAUSE.search(words) and morphemes(words)[-1][1].startswith(("名詞", "接尾辞,名詞"))
