"""What the style of a paragraph makes it: a title, a heading of a level, an item of a list, a line of contents.

Invariant: a paragraph's own properties come before those of its style, and a style's before those of the one it is
based on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.readers.docx.package import Node, W, value

_HEADING = re.compile(r"(?:heading|見出し|标题|標題|제목)\s*([1-9])$", re.IGNORECASE)
_TITLE = re.compile(r"(?:title|表題|标题|제목)$", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|目次|目录|목차)\s*[1-9]$", re.IGNORECASE)
_DEEPEST = 30  # styles based on one another


@dataclass(frozen=True, slots=True)
class Role:
    """``level``: of a heading, from 1; 0 for none. ``list_id`` and ``depth``: of an item."""

    level: int = 0
    title: bool = False
    contents: bool = False
    list_id: str = ""
    depth: int = 0


class Styles:
    """The styles of a document."""

    def __init__(self, tree: Node | None) -> None:
        found = [] if tree is None else tree.findall(W + "style")
        self._styles = {style.get(W + "styleId", ""): style for style in found}
        default = (style for style in found if style.get(W + "type") == "paragraph" and style.get(W + "default") == "1")
        self._default = next((style.get(W + "styleId", "") for style in default), "")

    def role(self, properties: Node | None) -> Role:
        """Return what a paragraph with these properties (``w:pPr``) is."""
        chain = list(self._chain(value(properties, "pStyle") or self._default))
        names = [value(style, "name") or "" for style in chain]
        own = [node for node in (properties, *(style.find(W + "pPr") for style in chain)) if node is not None]
        outline = next((found for node in own if (found := value(node, "outlineLvl")) is not None), None)
        named = next((int(match[1]) for name in names if (match := _HEADING.match(name))), 0)
        level = named or (int(outline) + 1 if outline and outline.isdecimal() and int(outline) < 9 else 0)
        listed = next((numbered for node in own if (numbered := node.find(W + "numPr")) is not None), None)
        list_id, depth = value(listed, "numId") or "", value(listed, "ilvl") or "0"
        return Role(
            level=level,
            title=bool(names) and bool(_TITLE.match(names[0])),
            contents=any(_CONTENTS.match(name) for name in names),
            list_id="" if list_id == "0" else list_id,
            depth=int(depth) if depth.isdecimal() else 0,
        )

    def _chain(self, style_id: str) -> Iterator[Node]:
        for _ in range(_DEEPEST):
            style = self._styles.get(style_id)
            if style is None:
                return
            yield style
            style_id = value(style, "basedOn") or ""
