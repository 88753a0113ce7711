"""Tables with what is printed around them: label, caption, unit and source; and enumerations under a caption.

Invariant: words are given to a table only when nothing but the table's own lines stands between.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.structure.blocks import Block
from corpus.structure.captions import caption, handed_out, is_remark
from corpus.structure.enumerations import enumeration
from corpus.structure.lines import ends_sentence, has_sentence, width
from corpus.structure.remarks import above_source, adjoins, is_remark_at
from corpus.structure.titles import is_record


@dataclass(slots=True)
class Framed:
    """A table or figure with the indices of the blocks around it. ``content`` is None for a figure or lost table."""

    label: str = ""
    content: int | None = None
    captions: list[int] = field(default_factory=list)
    units: list[int] = field(default_factory=list)
    sources: list[int] = field(default_factory=list)
    remarks: list[int] = field(default_factory=list)
    shared: list[int] = field(
        default_factory=list
    )  # captions and units of the label, which the first table stands under
    items: list[tuple[tuple[int, int], ...]] = field(default_factory=list)  # enumeration: cells as block offsets


def frame(blocks: Sequence[Block]) -> list[Framed]:
    """Return every table and figure of the blocks in order, each with its frame."""
    framer = _Framer(blocks)
    for index in range(len(blocks)):
        framer.take(index)
    return framer.result


class _Framer:
    """Goes through the blocks. ``group``: tables under one label, until their source line or other text closes it."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self.result: list[Framed] = []
        self.group: list[Framed] = []
        self.current: Framed | None = None

    def take(self, index: int) -> None:
        """Give the block its place in the open frame, open one, or close it."""
        kind = self.blocks[index].kind
        if kind == "caption":
            self._caption(index)
        elif kind == "unit" and (self.current or _content_near(self.blocks, index)):
            (self.current or self._open()).units.append(index)
        elif kind == "table":
            framed = self._waiting()
            framed.content = index
            self.group.append(framed)
        elif kind == "source" and (self.group or self.current):
            self._source(index)
        elif not self._remark(index):
            self._words(index)

    def _caption(self, index: int) -> None:
        label = self.blocks[index].label
        if _captions_table_above(self.blocks, index, self.group):
            self.group[-1].label, self.group[-1].captions = label, [index]
            return
        self.current = Framed(label, captions=[index])
        self.group = []
        self.result.append(self.current)

    def _source(self, index: int) -> None:
        for one in self.group or ([self.current] if self.current else []):
            one.sources.append(index)
        below = self.blocks[index + 1] if index + 1 < len(self.blocks) else None
        if below and below.kind != "source" and not (below.kind == "prose" and is_remark(below.text)):
            self._close()

    def _remark(self, index: int) -> bool:
        """Take a remark below a table, before its source line or right behind the table; say whether it is one."""
        if not self.group or not (is_remark_at(self.blocks, index) or self._goes_on(index)):
            return False
        if self.blocks[index].kind != "note":
            for one in self.group:
                one.remarks.append(index)
        return True

    def _goes_on(self, index: int) -> bool:
        """Say whether a line right below a remark is the next of several, above the source line."""
        block = self.blocks[index]
        below = self.group[-1].remarks[-1:] == [index - 1] and adjoins(self.blocks, index)
        return below and block.kind in ("prose", "item") and above_source(self.blocks, index)

    def _words(self, index: int) -> None:
        """Take a line that completes a caption, an enumeration, or a caption without a label; else close the frame."""
        block, current = self.blocks[index], self.current
        empty = current is not None and current.content is None and not self.group
        if current and not self.group and _completes_caption(self.blocks, index, current):
            current.captions.append(index)
        elif current and empty and (cells := enumeration(block)):
            current.content, current.items = index, cells
            self.group.append(current)
        elif _captions_next_table(self.blocks, index):
            waiting, paper = self._waiting(), handed_out(block.text)
            waiting.captions.append(index)
            waiting.label = waiting.label or (paper.label if paper else "")
        elif block.kind == "heading" and (label := _label_above(self.blocks, index)) is not None:
            self._close()
            self.current = Framed(label, captions=[index])
            self.result.append(self.current)
        else:
            self._close()

    def _waiting(self) -> Framed:
        """Return the open frame that has no content yet, or open one."""
        return self.current if self.current and self.current.content is None else self._open()

    def _open(self) -> Framed:
        """Start a table; one that follows another without other text between stands under the same label."""
        self.current = Framed(self.group[-1].label if self.group else "")
        if self.current.label:
            first = self.group[0]
            labelled = [i for i in first.captions if self.blocks[i].kind == "caption"]
            above = [i for i in first.units if i < first.captions[-1]] if labelled else []
            self.current.shared = first.shared or [*labelled, *above]
        self.result.append(self.current)
        return self.current

    def _close(self) -> None:
        self.group, self.current = [], None


def _content_near(blocks: Sequence[Block], index: int) -> bool:
    return any(block.kind == "table" for block in blocks[index + 1 : index + 3])


def _short_line(block: Block) -> bool:
    text = block.text
    return (
        block.kind in ("prose", "heading")
        and not block.level
        and len(block.slices) == 1
        and width(text) <= 160
        and not (ends_sentence(text) or has_sentence(text) or text.rstrip()[-1:] in "、，,")
    )


def _completes_caption(blocks: Sequence[Block], index: int, current: Framed) -> bool:
    """Say whether a line is the caption of a label that stood alone (表2, then its title)."""
    label_only = all(blocks[i].kind == "caption" and not _words(blocks[i]) for i in current.captions)
    return bool(current.captions) and label_only and current.content is None and _short_line(blocks[index])


def _words(block: Block) -> str:
    found = caption(block.text)
    return found.text if found else ""


def _captions_next_table(blocks: Sequence[Block], index: int) -> bool:
    """Say whether a line without a label is the caption of the table right behind it: not the title of a record."""
    titled = not index and is_record(blocks[index].text)
    return _short_line(blocks[index]) and _table_next(blocks, index) and not titled


def _table_next(blocks: Sequence[Block], index: int) -> bool:
    """Say whether a table, or its unit and the table, stands right behind a line."""
    following = [block.kind for block in blocks[index + 1 : index + 3]]
    return following[:1] == ["table"] or following == ["unit", "table"]


def _label_above(blocks: Sequence[Block], index: int) -> str | None:
    """Return the label of a heading that captions the table right behind it, empty where it only states a unit."""
    if not _table_next(blocks, index):
        return None
    head = caption(blocks[index].text)
    return head.label if head else ("" if _STATES_UNIT.search(blocks[index].text) else None)


_STATES_UNIT = re.compile(r"[（(\[]\s*(?:単位|單位|单位|단위|[Uu]nits?)\s*[:：][^（）()\[\]]+[)）\]]\s*$")


def _captions_table_above(blocks: Sequence[Block], index: int, group: Sequence[Framed]) -> bool:
    """Say whether a labelled caption stands below its table: the one above has none, and no other follows."""
    if not group or group[-1].captions or group[-1].content != index - 1:
        return False
    return not _table_next(blocks, index)
