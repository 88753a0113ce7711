"""The elements of a web page to lines, written with the signs that the structure rules know.

Invariant: every character that the page shows is on the sheet with its bytes, or in furniture.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from urllib.parse import urljoin

from corpus.document import Furniture
from corpus.readers.html.anchors import Anchors
from corpus.readers.html.cells import Cells, Place, cells
from corpus.readers.html.frames import listed_parts, silent
from corpus.readers.html.ink import Ink
from corpus.readers.html.tree import Element, Words, names
from corpus.structure.inline import raised_markers
from corpus.structure.powers import EXPONENT_SIGN, is_exponent

_BLOCKS = names(
    "li pre address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend main menu nav p section summary table "
    "tbody td tfoot th thead tr"
)

_LONGEST_BASE = 12  # characters that tell what a raised figure is


class Writer:
    """Writes elements on its sheet; ``left_out`` are frames, ``base`` is what relative links start from."""

    def __init__(self, offsets: Sequence[int], tied: Anchors, left_out: Collection[Element], base: str) -> None:
        self.ink = Ink(offsets)
        self.sheet = self.ink.sheet
        self._tied = tied
        self._left_out = left_out
        self._base = base
        self._lists: list[int] = []  # for each open list the number of its last item; -1 where items have none
        self._again = False  # writing a cell once more: its marks are there already

    def around(self, root: Element, part: Element) -> None:
        """Write the main part, and note what stands around it."""
        above = set(part.above())
        if root is part or root not in above:
            self._element(root) if root is part else self._leave_out(root)
            return
        for child in root.children:
            if isinstance(child, Words):
                self._leave_out_words(child.text, child.line)
            else:
                self.around(child, part)

    def _element(self, element: Element) -> None:
        if self._is_sign(element):
            return
        tag, bold = element.tag, self.sheet.bold
        self.sheet.bold = bold or tag in ("b", "strong")
        self._show(element, tag)
        self.sheet.bold = bold

    def _show(self, element: Element, tag: str) -> None:
        if tag == "sup" and is_exponent("".join(element.text.split()), self._before()):
            self.sheet.sign(EXPONENT_SIGN)
        if tag == "a":
            self._link(element)
        elif tag == "br" or (self.ink.cell and tag in ("p", "div", "li")):
            self.ink.line_break()
            self._children(element)
        elif self.ink.cell:
            self._children(element)
        elif tag in ("ul", "ol", "menu"):
            self._list(element)
        elif tag == "table" and (grid := cells(element)):
            self._table(element, grid)
        elif tag in _BLOCKS:
            {"li": self._item, "pre": self._verbatim}.get(tag, self._block)(element)
        else:
            self._children(element)

    def _is_sign(self, element: Element) -> bool:
        """Say whether an element shows no words of the text, after seeing to it: a mark, a link back, a frame."""
        if element in self._left_out or silent(element):
            self._leave_out(element)
            return True
        of_ruby = element.tag in ("rt", "rp") and any(one.tag == "ruby" for one in element.above())
        if of_ruby:  # how the characters before it are read
            if reading := "".join(element.text.split()).strip("()（）"):
                self.sheet.furniture.append(Furniture("markup", element.line, reading))
            return True
        marked = self._tied.marks.get(element) or (self._raised(element) if element.tag == "sup" else ())
        if marked and not self._again:
            self.sheet.mark(marked)
        return bool(marked) or element in self._tied.back

    def _children(self, element: Element) -> None:
        for child in element.children:
            if isinstance(child, Words):
                self.ink.words(child)
            else:
                self._element(child)

    def _block(self, element: Element) -> None:
        self.ink.end()
        if element in self._tied.notes:
            self.sheet.mark((self._tied.notes[element],))
        if match := re.fullmatch(r"h([1-6])", element.tag):
            self.sheet.sign("#" * int(match[1]) + " ")
        self._children(element)
        self.ink.end()

    def _list(self, element: Element) -> None:
        if not self._lists:
            self.ink.end()
        start = element.get("start")
        self._lists.append(int(start) - 1 if start.isdecimal() else 0) if element.tag == "ol" else self._lists.append(
            -1
        )
        self._children(element)
        self._lists.pop()
        if not self._lists:
            self.ink.end()

    def _item(self, element: Element) -> None:
        self.ink.end_line()
        self._item_sign(element)
        first = next((child for child in element.children if isinstance(child, Element) or child.text.strip()), None)
        for child in element.children:
            if isinstance(child, Words):
                self.ink.words(child)
            elif child is first and child.tag in ("p", "div"):
                self._children(child)  # the item's own words, not a block of their own
                self.ink.end_line()
            else:
                self._element(child)
        self.ink.end_line()

    def _item_sign(self, element: Element) -> None:
        """Write what opens a list item: its number, a dash, or the mark of the note that it is."""
        numbered = bool(self._lists) and self._lists[-1] >= 0
        if numbered:
            value = element.get("value")
            self._lists[-1] = int(value) if value.isdecimal() else self._lists[-1] + 1
        if element in self._tied.notes:
            self.sheet.break_block()
            self.sheet.mark((self._tied.notes[element],))
        elif self._opens_with_mark(element):
            self.sheet.break_block()
        else:
            self.sheet.sign("  " * (len(self._lists) - 1) + (f"{self._lists[-1]}. " if numbered else "- "))

    def _opens_with_mark(self, element: Element) -> bool:
        for below in element.elements():
            if below in self._tied.marks:
                words = element.text.lstrip()
                return words.startswith(below.text.strip())
        return False

    def _table(self, element: Element, grid: Cells) -> None:
        self.ink.end()
        for caption in (child for child in element.children if isinstance(child, Element) and child.tag == "caption"):
            self._block(caption)
        self.ink.cell = True
        for number, row in enumerate(grid.rows, 1):
            self.sheet.row(row, self._cell)
            if number == grid.header:
                self.sheet.rule(len(row))
        self.ink.cell = False
        self.sheet.break_block()

    def _cell(self, place: Place) -> None:
        if place.element is not None:
            self._again = place.again
            self._children(place.element)
        self._again = False
        self.ink.end_cell()

    def _verbatim(self, element: Element) -> None:
        self.ink.end()
        self.sheet.sign("```")
        self.sheet.break_line()
        for node in element.words():
            for index, char in enumerate(node.text):
                if char == "\n":
                    self.sheet.break_line()
                elif char != "\r":
                    self.ink.char(char, node, index)
        self.sheet.break_line()
        self.sheet.sign("```")
        self.sheet.break_block()

    def _link(self, element: Element) -> None:
        start = self.sheet.column + (self.ink.spaced and not self.sheet.empty)
        self._children(element)
        address = element.get("href").strip()
        if address and not address.startswith("#"):
            address = urljoin(self._base, address) if self._base else address
        if re.match(r"(?:https?|ftp)://", address):
            self.sheet.link(start, address)

    def _raised(self, element: Element) -> tuple[str, ...]:
        """Return the markers that a superscript prints, itself or in its link."""
        linked = [below for below in element.elements() if below in self._tied.marks]
        return () if linked else raised_markers("".join(element.text.split()), self._before())

    def _before(self) -> str:
        """Return what stands right before what comes, nothing where that is a space."""
        return "" if self.ink.spaced else self.sheet.written(max(self.sheet.column - _LONGEST_BASE, 0))

    def _leave_out(self, element: Element) -> None:
        if not silent(element):
            for one in listed_parts(element):
                self._leave_out_words(one.text, one.line)

    def _leave_out_words(self, text: str, line: int) -> None:
        if words := " ".join(text.split()):
            self.sheet.furniture.append(Furniture("frame", line, words))
