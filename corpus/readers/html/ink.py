"""Words of a web page on a sheet: white space as a browser shows it, every character with its bytes.

Invariant: white space is one space, and none at the ends of a line or between two wide characters that a line break of
the file parts.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.readers.html.tree import Words
from corpus.readers.sheet import Sheet
from corpus.structure.lines import is_wide

_SPACE = " \t\n\r\x0c"


class Ink:
    """Writes on a sheet; ``offsets`` gives the byte of each character of the file."""

    def __init__(self, offsets: Sequence[int]) -> None:
        self.sheet = Sheet()
        self.cell = False  # inside a cell of a table, where nothing ends a line
        self._offsets = offsets
        self._space: tuple[int, int, bool] | None = None  # white space met and not yet written; whether it broke a line

    @property
    def spaced(self) -> bool:
        """Say whether white space stands before what comes."""
        return self._space is not None

    def end_line(self) -> None:
        """End the line."""
        self._space = None
        self.sheet.break_line()

    def end(self) -> None:
        """End the line and the block."""
        self._space = None
        self.sheet.break_block()

    def end_cell(self) -> None:
        """Forget the white space behind the words of a cell."""
        self._space = None

    def line_break(self) -> None:
        """Break the line as ``<br>`` does; in a cell it is a space."""
        if self.cell:
            self._space = self._space or (0, 0, True)
        elif self.sheet.empty or self.sheet.all_bold:
            self.end()  # a second break in a row parts paragraphs, and one behind bold words a heading
        else:
            self._space = None
            self.sheet.break_line()

    def words(self, words: Words) -> None:
        """Write the words between two tags."""
        for index, char in enumerate(words.text):
            if char in _SPACE and not words.entity:
                first, last = self._bytes(words, index)
                if self._space is None:
                    self._space = first, last, char == "\n"
                else:
                    since, until, broke = self._space  # bytes of its first stretch, should tags part it
                    self._space = since, last if until == first else until, broke or char == "\n"
                continue
            if self.sheet.empty:
                self.sheet.file_line = words.line + words.text.count("\n", 0, index)
            self._write_space(char)
            if char == "|" and self.cell:
                self.sheet.sign("\\")
            self.char(char, words, index)

    def _write_space(self, char: str) -> None:
        if self._space is not None and self.sheet.column and self.sheet.last != " ":
            first, last, broke = self._space
            if not (broke and is_wide(self.sheet.last) and is_wide(char)):  # as printed: no space between wide signs
                self.sheet.hold(" ", first, last) if last else self.sheet.sign(" ")
        self._space = None

    def char(self, char: str, words: Words, index: int) -> None:
        """Write one character as it stands."""
        if self.sheet.unbracket(char):  # a mark in brackets is lifted with them
            return
        first, last = self._bytes(words, index)
        if words.entity:
            self.sheet.hold(char, first, last)
        else:
            self.sheet.spell(char, first, last)

    def _bytes(self, words: Words, index: int) -> tuple[int, int]:
        if words.entity:
            return self._offsets[words.start], self._offsets[words.end]
        return self._offsets[words.start + index], self._offsets[words.start + index + 1]
