"""The runs of a paragraph: words, note marks, links and breaks.

Invariant: what Word shows is on the sheet; what it hides (deleted words, field codes, hidden text) is not. Pages are
counted where the file knows them: where Word last drew a page's end, and at breaks set by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.document import Furniture
from corpus.readers.docx.package import MC, Node, Part, R, W, switched
from corpus.readers.sheet import Sheet
from corpus.structure.inline import raised_markers
from corpus.structure.lines import is_wide
from corpus.structure.powers import EXPONENT_SIGN, is_exponent

_WRAPPERS = frozenset(W + name for name in ("ins", "moveTo", "smartTag", "customXml", "sdt", "sdtContent", "fldSimple"))
_ADDRESS = re.compile(r'\s*HYPERLINK\s+"([^"]+)"')


class Runs:
    """Writes the runs of paragraphs on a sheet. ``marks`` gives the marker of each note by kind and id."""

    def __init__(self, sheet: Sheet, marks: dict[tuple[str, str], str]) -> None:
        self.sheet = sheet
        self.part: Part | None = None  # set it with `enter`
        self.cell = False  # inside a cell of a table, where nothing ends a line
        self.again = False  # writing a cell once more: its marks are there already
        self.boxes: list[Node] = []  # text boxes met: they follow their paragraph
        self.pointed: dict[tuple[str, str], int] = {}  # the page on which the text points to a note
        self._marks = marks
        self._broken = False  # a break was set by hand, and no words stand behind it yet
        self._fields: list[tuple[str, int]] = []  # for each open field its code, and the column at which it shows

    def enter(self, part: Part) -> None:
        """Go on with another part of the package."""
        self.part = part
        self.sheet.within = part.first, part.last

    def paragraph(self, node: Node) -> None:
        """Write what a paragraph (or a part of one) shows."""
        for child in node:
            if child.tag == W + "r":
                self._run(child)
            elif child.tag == W + "hyperlink":
                start = self.sheet.column
                self.paragraph(child)
                self._link(start, self.part.links.get(child.get(R + "id", ""), "") if self.part else "")
            elif child.tag in _WRAPPERS:
                self.paragraph(child)
            elif child.tag == MC + "AlternateContent":
                self.paragraph(chosen(child))

    def _run(self, run: Node) -> None:
        properties = run.find(W + "rPr")
        if switched(properties, "vanish"):
            if words := "".join(text.text or "" for text in run.iter(W + "t")).strip():
                self.sheet.furniture.append(Furniture("markup", self.sheet.lines + 1, words))
            return
        raised = properties is not None and properties.find(f"{W}vertAlign[@{W}val='superscript']") is not None
        words = "".join(text.text or "" for text in run.findall(W + "t"))
        before = self.sheet.written(0) if raised and self.sheet.last != " " else ""
        if raised and words and (markers := raised_markers(words.strip(), before)):
            if not self.again:
                self.sheet.mark(markers)
            return
        if raised and is_exponent(words.strip(), before):
            self.sheet.sign(EXPONENT_SIGN)
        self.sheet.bold = switched(properties, "b")
        for child in run:
            self._piece(child)
        self.sheet.bold = False

    def _piece(self, node: Node) -> None:
        name = node.tag.removeprefix(W) if isinstance(node.tag, str) else ""
        if name in ("t", "noBreakHyphen"):
            self.words("-" if name == "noBreakHyphen" else node.text or "")
        elif name in ("br", "cr"):
            self._break(node)
        elif name == "lastRenderedPageBreak":
            self._page_end(by_hand=False)
        elif name in ("tab", "ptab"):
            self.words(" " if self.cell else "\t")
        elif name in ("footnoteReference", "endnoteReference"):
            self._note(name.removesuffix("Reference"), node.get(W + "id", ""))
        elif name == "fldChar":
            self._field(node.get(W + "fldCharType", ""))
        elif name == "instrText" and self._fields:
            code, column = self._fields[-1]
            self._fields[-1] = code + (node.text or ""), column
        elif name == "ruby":
            self._ruby(node)
        else:
            shown = chosen(node) if node.tag == MC + "AlternateContent" else node
            self.boxes += shown.iter(W + "txbxContent")

    def _page_end(self, *, by_hand: bool) -> None:
        """Count a page's end; one that was set by hand is drawn once more right behind."""
        if self.sheet.page and not self.again and not (self._broken and not by_hand):
            self.sheet.page += 1
        self._broken = by_hand

    def _note(self, kind: str, note_id: str) -> None:
        self.pointed.setdefault((kind, note_id), self.sheet.page)
        if (marker := self._marks.get((kind, note_id))) and not self.again:
            self.sheet.mark((marker,))

    def _ruby(self, node: Node) -> None:
        for base in node.findall(f"{W}rubyBase/{W}r"):
            self._run(base)
        if reading := "".join(text.text or "" for text in node.iterfind(f"{W}rt//{W}t")):
            self.sheet.furniture.append(Furniture("markup", self.sheet.lines + 1, reading))

    def words(self, text: str) -> None:
        """Write words; where a line or a cell begins, white space is left out."""
        assert self.part is not None
        self._broken = self._broken and not text.strip()
        for char in text:
            if self.sheet.empty and char in " \t":
                continue
            if self.sheet.unbracket(char):
                continue
            if char == "|" and self.cell:
                self.sheet.sign("\\")
            self.sheet.hold(" " if char in "\n\r" else char, self.part.first, self.part.last)

    def join(self) -> None:
        """Part two paragraphs of one line: with a space, except behind a wide character."""
        if self.sheet.last and self.sheet.last != " " and not is_wide(self.sheet.last):
            self.sheet.sign(" ")

    def _break(self, node: Node) -> None:
        if node.get(W + "type") == "page":
            self._page_end(by_hand=True)
        if self.cell:
            self.join()
        elif node.get(W + "type") == "page":
            if not self.sheet.empty:
                self.sheet.break_block()
        else:
            self.sheet.break_line()

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(("", self.sheet.column))
        elif kind == "separate" and self._fields:
            self._fields[-1] = self._fields[-1][0], self.sheet.column
        elif kind == "end" and self._fields:
            code, column = self._fields.pop()
            if match := _ADDRESS.match(code):
                self._link(column, match[1])

    def _link(self, start: int, address: str) -> None:
        if re.match(r"(?:https?|ftp)://", address) and start <= self.sheet.column:
            self.sheet.link(start, address)


def chosen(alternatives: Node) -> Node:
    """Return the alternative that is shown: the choice, or the fallback where the choice has no words."""
    choice, fallback = alternatives.find(MC + "Choice"), alternatives.find(MC + "Fallback")
    if choice is not None and (fallback is None or any(text.text for text in choice.iter(W + "t"))):
        return choice
    return fallback if fallback is not None else alternatives


def blocks(node: Node) -> Iterator[Node]:
    """Yield the paragraphs and tables of a body, a cell, a note or a text box, what wraps them unwrapped."""
    for child in node:
        if child.tag in (W + "p", W + "tbl"):
            yield child
        elif child.tag in _WRAPPERS:
            yield from blocks(child)
        elif child.tag == MC + "AlternateContent":
            yield from blocks(chosen(child))
