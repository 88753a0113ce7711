"""Front matter as text: the lines that say who wrote what and when stay quotable.

Invariant: keys that no reader asks for are furniture, unless their value is a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.structure.blocks import Block, single
from corpus.structure.lines import Line, has_sentence

_SHOWN = frozenset(("title", "author", "date", "publisher"))


def front_blocks(lines: Sequence[Line]) -> tuple[list[Block], list[Line]]:
    """Return blocks for the lines of front matter worth quoting, and the lines that are markup."""
    blocks: list[Block] = []
    markup: list[Line] = []
    shown = False
    for line in lines:
        key = re.match(r"([\w-]+)\s*:", line.raw)
        if key:
            shown = key[1] in _SHOWN
        elif (not line.raw[:1].isspace() and not line.raw.startswith("-")) or line.raw.strip() in ("---", "..."):
            shown = False
        if shown and line.text.strip() and line.raw.strip() not in ("---", "..."):
            blocks.append(single("meta", line))
        elif has_sentence(line.raw) or (len(line.raw.strip()) > 60 and "://" not in line.raw):
            blocks.append(single("prose", line))
        elif not line.blank:
            markup.append(line)
    return blocks, markup
