"""What the reader of a container writes on: lines as the structure rules want them, each character with its bytes.

Headings, list items and table rows are written with the signs of Markdown, so that a container needs no rules of its
own; note marks and links are set beside the characters, as the reader of Markdown sets what it lifts.

Invariant: a sign that the reader puts in has an empty stretch of bytes, or that of the part of the container it stands
in; every other character has the bytes that hold it. White space at the ends of a line is left out.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from corpus.document import Furniture, Gap, Places
from corpus.readers.frontmatter import FrontMatter
from corpus.readers.raw import ByteMap, Raw
from corpus.structure.lines import Line, Link

T = TypeVar("T")
_PAIRS = {"(": ")", "（": "）", "[": "]", "［": "］", "〔": "〕", "【": "】"}


@dataclass
class Sheet:
    """Lines in the making; ``file_line`` and ``page`` are where the reader stands in the file.

    ``bold`` says whether what comes is set in bold; a line is bold when all its words are. ``within`` are the bytes of
    a container's part: signs are taken to stand in it as words are.
    """

    file_line: int = 1
    page: int = 0
    bold: bool = False
    within: tuple[int, int] | None = None
    bold_words: int = 0  # characters of the line that are bold words
    furniture: list[Furniture] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    _lines: list[Line] = field(default_factory=list)
    _text: list[str] = field(default_factory=list)
    _marks: list[tuple[int, str]] = field(default_factory=list)
    _links: list[Link] = field(default_factory=list)
    _begun: int = 0
    _page: int = 0  # on which the line began
    _words: int = 0  # characters of the line that are the file's
    _plain: int = 0  # characters of the line that are words and not bold
    _first: array[int] = field(default_factory=lambda: array("q"))
    _last: array[int] = field(default_factory=lambda: array("q"))
    _spelled: bytearray = field(default_factory=bytearray)
    _file_lines: list[int] = field(default_factory=list)
    _pages: list[int] = field(default_factory=list)
    _own: list[int] = field(default_factory=list)
    _byte: int = 0

    @property
    def column(self) -> int:
        """Return how many characters the line has so far."""
        return len(self._text)

    @property
    def lines(self) -> int:
        """Return how many lines are finished."""
        return len(self._lines)

    @property
    def last(self) -> str:
        """Return the last character of the line so far, or nothing."""
        return self._text[-1] if self._text else ""

    @property
    def empty(self) -> bool:
        """Say whether the line has neither words nor marks so far."""
        return not self._text and not self._marks

    def written(self, start: int) -> str:
        """Return the words of the line from column ``start`` on."""
        return "".join(self._text[start:]).strip()

    def spell(self, char: str, first: int, last: int) -> None:
        """Put a character that the bytes ``[first, last)`` spell."""
        self._put(char, first, last, spelled=True)

    def hold(self, words: str, first: int, last: int) -> None:
        """Put characters that the bytes ``[first, last)`` hold in another form."""
        for char in words:
            self._put(char, first, last, spelled=False)

    def sign(self, signs: str) -> None:
        """Put signs that are the reader's own."""
        first, last = self.within or (self._byte, self._byte)
        for char in signs:
            self._put(char, first, last, spelled=False, own=True)

    def row(self, cells: Iterable[T], write: Callable[[T], None]) -> None:
        """Write a line of a table, each of its cells by ``write``."""
        for cell in cells:
            self.sign("| ")
            write(cell)
            self.sign(" ")
        self.sign("|")
        self.break_line()

    def rule(self, width: int) -> None:
        """Write the line that parts the header of a table with so many columns from its body."""
        self.sign("|" + "---|" * width)
        self.break_line()

    def mark(self, names: Sequence[str]) -> None:
        """Set note marks at this place of the line."""
        self._marks += [(self.column, name) for name in names]

    def link(self, start: int, url: str) -> None:
        """Set a link on the words of the line from column ``start`` on."""
        if self.column > start:
            self._links.append(Link(start, self.column, url, "".join(self._text[start:])))

    def unbracket(self, closer: str) -> bool:
        """Take back the bracket right before the last mark, if ``closer`` closes it; say whether it was."""
        column = self.column
        opens = bool(self._marks) and self._marks[-1][0] == column > 0 and _PAIRS.get(self._text[-1]) == closer
        if opens:
            self._text.pop()
            for filled in (self._first, self._last, self._spelled):
                filled.pop()
            self._marks = [(min(at, column - 1), name) for at, name in self._marks]
        return opens

    def break_line(self) -> None:
        """End the line, if there is one."""
        if not self.empty:
            self._end()

    def break_block(self) -> None:
        """End the line and the block: what follows stands behind a blank line."""
        self.break_line()
        if self._lines and self._lines[-1].text:
            self._end()

    @property
    def all_bold(self) -> bool:
        """Say whether the line has words, and all of them are bold."""
        return self.bold_words > 0 and not self._plain

    def break_page(self) -> None:
        """End the line with a page end, as a form feed."""
        self.break_block()
        self.sign("\x0c")
        self._end()

    def raw(
        self,
        path: Path,
        data: bytes,
        *,
        places: Places,
        encoding: str = "utf-8",
        front: FrontMatter | None = None,
    ) -> Raw:
        """Return what was written as the file on its way to a document."""
        self.break_line()
        pages: Mapping[int, int] | None = {line: page for line, page in enumerate(self._pages) if page}
        return Raw(
            path=path,
            data=data,
            text="".join(f"{line.text}\n" for line in self._lines),
            skip=0,
            encoding=encoding,
            places=places,
            lines=tuple(self._lines),
            byte_map=ByteMap(self._first, self._last, self._spelled),
            front=front or FrontMatter({}),
            pages=pages,
            furniture=tuple(self.furniture),
            own_lines=frozenset(self._own),
            file_lines=tuple(self._file_lines) if places == "markup" else (),
            gaps=tuple(self.gaps),
        )

    def _put(self, char: str, first: int, last: int, *, spelled: bool, own: bool = False) -> None:
        if not self._text:
            self._begun, self._page = self.file_line, self.page
        self._words += not own
        if not own and not char.isspace():
            self._plain += not self.bold
            self.bold_words += self.bold
        self._text.append(char)
        self._first.append(first)
        self._last.append(last)
        self._spelled.append(spelled)
        self._byte = last

    def _end(self) -> None:
        while len(self._text) > 1 and self._text[-1] == " ":
            self._text.pop()
            for column in (self._first, self._last, self._spelled):
                column.pop()
        start = len(self._first) - len(self._text)
        text = "".join(self._text)
        at = tuple(range(start, start + len(text) + 1))
        marks = tuple((min(column, len(text)), name) for column, name in self._marks)
        number = len(self._lines) + 1
        self._lines.append(Line(number, text, at, start + len(text), marks, tuple(self._links), self.all_bold, text))
        if text and not self._words:
            self._own.append(number)
        first, last = self.within or (self._byte, self._byte)
        self._first.append(first)  # the line's end
        self._last.append(last)
        self._spelled.append(False)
        self._file_lines.append(self._begun if text else self.file_line)
        self._pages.append(self._page if text else self.page)
        self._text, self._marks, self._links = [], [], []
        self._plain, self.bold_words, self._words = 0, 0, 0
