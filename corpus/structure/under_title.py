"""What stands between a title that front matter gives and the text: a masthead, a row of texts, who wrote it.

Invariant: a line belongs to the title only where it is a masthead, or one of the next names who wrote the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.structure.blocks import Block
from corpus.structure.lines import ends_sentence, is_wide
from corpus.structure.mastheads import of_line
from corpus.structure.opening_names import told_of
from corpus.structure.preamble import Preamble
from corpus.structure.roles import role
from corpus.structure.titles import Opening


def repeated_title(blocks: Sequence[Block], title: str) -> Preamble:
    """Return the preamble of a text with front matter: its first heading, when that is the title once more."""
    for index, block in enumerate(blocks[:3]):
        if block.kind == "heading":
            same = re.sub(r"\W", "", block.text) == re.sub(r"\W", "", title)
            only = block.level == 1 and sum(one.kind == "heading" and one.level == 1 for one in blocks) == 1
            return _with_masthead(blocks, index) if same or only else Preamble()
    return Preamble()


def _with_masthead(blocks: Sequence[Block], title: int) -> Preamble:
    """Return what a title that front matter gives and the masthead right below it say, where there is one."""
    below = blocks[title + 1] if title + 1 < len(blocks) else None
    head = of_line(below.text) if below is not None and below.kind == "prose" else None
    if head is None:
        return _with_byline(blocks, title)
    at = frozenset((title, title + 1))
    return Preamble(author=head.author, date=head.day, publisher=head.paper, blocks=at)


_BELOW_TITLE = 3  # blocks


def _with_byline(blocks: Sequence[Block], title: int) -> Preamble:
    """Return what a title that front matter gives and the lines below it say, down to one that names who wrote it."""
    for index in range(title + 1, min(title + 1 + _BELOW_TITLE, len(blocks))):
        block = blocks[index]
        plain = block.kind in ("prose", "heading") and not block.level and len(block.slices) == 1
        if not plain or ends_sentence(block.text):
            break
        name, of = told_of(block.text.strip()) if is_wide(block.text.strip()[0]) else ("", "")
        if name:
            between = [Opening(at, blocks[at].text, *role(blocks[at].text)) for at in range(title + 1, index)]
            series = next((line.value for line in between if line.role == "series"), "")
            at = frozenset((title, index, *(line.block for line in between if line.role)))
            return Preamble(author=name, series=series, affiliation=of, blocks=at)
    return Preamble(blocks=frozenset((title,)))
