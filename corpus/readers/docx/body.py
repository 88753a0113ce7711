"""A Word document to lines: paragraphs by their roles, tables, and the notes behind the text.

Invariant: every word that Word shows is on the sheet or in furniture: running heads and feet, and a table of contents
that repeats the headings. Pages are known where the file says where they end: where Word last drew it, or by breaks
set by hand alone where nothing between them can have run over a page.
"""

from __future__ import annotations

from pathlib import Path

from corpus.document import Furniture
from corpus.errors import DocumentError
from corpus.readers.docx.numbering import Numbering, printed
from corpus.readers.docx.package import Node, Package, Part, W, open_package, switched, value
from corpus.readers.docx.runs import Runs, blocks
from corpus.readers.docx.styles import Role, Styles
from corpus.readers.frontmatter import FrontMatter
from corpus.readers.opening import LARGEST_CONTAINER, fetch
from corpus.readers.raw import Raw
from corpus.readers.sheet import Sheet

_LEVELS = 6
_ONE_PAGE = 600  # characters that surely fit on a page


def load(path: Path) -> Raw:
    """Read a Word document.

    Raises DocumentError, naming the file and what to do, for one that cannot be opened or has no words.
    """
    data = fetch(path, LARGEST_CONTAINER)
    package = open_package(path, data)
    try:
        writer = _Writer(package)
        writer.write()
    except (ValueError, TypeError, RecursionError) as error:  # figures that are none, parts nested without end
        raise DocumentError(
            f"{path}: damaged ({error}); open it in a word processor and save it as .docx anew"
        ) from error
    raw = writer.sheet.raw(path, data, places="container", front=_about(package, writer.title))
    if not raw.text.strip():
        raise DocumentError(f"{path}: the document has no words (pictures of text?); run OCR on it and add the result")
    return raw


def _about(package: Package, title: str) -> FrontMatter:
    """Return title and author where the text prints them: what a template left in the properties is neither."""
    body = "".join(text.text or "" for text in package.body.tree.iter(W + "t"))
    printed_there = "".join(body.split())
    found = {"title": title or package.title, "author": package.author}
    return FrontMatter({key: said for key, said in found.items() if said and "".join(said.split()) in printed_there})


def _marks(package: Package) -> dict[tuple[str, str], str]:
    """Return the marker that Word prints for each note, in the order in which the text points to them."""
    marks: dict[tuple[str, str], str] = {}
    both = all(any(True for _ in package.body.tree.iter(f"{W}{kind}Reference")) for kind in ("footnote", "endnote"))
    for kind in ("footnote", "endnote"):
        number = 0
        for reference in package.body.tree.iter(f"{W}{kind}Reference"):
            key = kind, reference.get(W + "id", "")
            if key not in marks:
                number += 1
                marks[key] = printed(number, "lowerRoman" if both and kind == "endnote" else "decimal")
    return marks


class _Writer:
    def __init__(self, package: Package) -> None:
        self.sheet = Sheet()
        self.title = ""
        self._package = package
        self._styles = Styles(package.styles)
        self._numbering = Numbering(package.numbering)
        self._marks = _marks(package)
        self._runs = Runs(self.sheet, self._marks)
        roles = [self._styles.role(node.find(W + "pPr")) for node in package.body.tree.iter(W + "p")]
        self._shift = 1 if any(role.title for role in roles) else 0  # a title stands above the first headings

    def write(self) -> None:
        """Write the body, then the notes."""
        for head in self._package.heads:
            if words := " ".join("".join(text.text or "" for text in head.tree.iter(W + "t")).split()):
                self.sheet.furniture.append(Furniture("running head", 1, words))
        self._runs.enter(self._package.body)
        self.sheet.page = 1 if _knows_pages(self._package.body.tree) else 0
        for body in self._package.body.tree.iter(W + "body"):
            self._blocks(body)
        for kind, part in self._package.notes.items():
            self._notes(kind, part)

    def _blocks(self, node: Node) -> None:
        for child in blocks(node):
            if child.tag == W + "tbl":
                self._table(child)
            else:
                self._paragraph(child)

    def _paragraph(self, node: Node) -> None:
        role = self._styles.role(node.find(W + "pPr"))
        if role.contents:
            if words := "".join(text.text or "" for text in node.iter(W + "t")).strip():
                self.sheet.furniture.append(Furniture("contents", self.sheet.lines + 1, words))
            return
        item = bool(role.list_id) and not role.level and not role.title
        self.sheet.break_line() if item else self.sheet.break_block()
        self._sign(role, node, item=item)
        begun = self.sheet.column
        self._runs.paragraph(node)
        if role.title and not self.title:
            self.title = self.sheet.written(begun)
        self.sheet.break_line() if item else self.sheet.break_block()
        boxes, self._runs.boxes = self._runs.boxes, []
        for box in boxes:
            self._blocks(box)

    def _sign(self, role: Role, node: Node, *, item: bool) -> None:
        """Write what opens a paragraph: the signs of a heading, the number that Word prints, a dash."""
        if not any(text.text for text in node.iter(W + "t")):
            return  # an empty paragraph shows nothing, whatever its style
        number = self._numbering.sign(role.list_id, role.depth) if role.list_id else ""
        if role.title or role.level:
            level = 1 if role.title else min(role.level + self._shift, _LEVELS)
            self.sheet.sign("#" * level + " ")
            self.sheet.sign(f"{number} " if number and number != "-" else "")
        elif item:
            self.sheet.sign("  " * role.depth + (f"{number} " if number else "- "))

    def _table(self, node: Node) -> None:
        rows = [_row(row) for row in node.iterfind(f"{W}tr")]
        if len(rows) < 2 or max(map(len, rows)) < 2:  # a frame around text
            for cell in node.iterfind(f"{W}tr/{W}tc"):
                self._blocks(cell)
            return
        self.sheet.break_block()
        self._runs.cell = True
        width = max(map(len, rows))
        above: list[Node | None] = [None] * width
        heads = [row for row in node.iterfind(f"{W}tr") if switched(row.find(W + "trPr"), "tblHeader")]
        for number, row in enumerate(rows, 1):
            cells = [*row, *[None] * (width - len(row))]
            goes_on = [_goes_on(cell) for cell in cells]
            above = [before if again else cell for before, again, cell in zip(above, goes_on, cells, strict=True)]
            self.sheet.row(zip(above, goes_on, strict=True), self._cell)
            if heads and number == min(len(heads), len(rows) - 1):
                self.sheet.rule(width)
        self._runs.cell = self._runs.again = False
        self.sheet.break_block()

    def _cell(self, shown: tuple[Node | None, bool]) -> None:
        """Write what a cell shows, which may be what the one above it shows once more."""
        cell, self._runs.again = shown
        first = True
        for paragraph in cell.iter(W + "p") if cell is not None else ():
            if not first:
                self._runs.join()
            self._runs.paragraph(paragraph)
            first = False
        self._runs.boxes = []

    def _notes(self, kind: str, part: Part) -> None:
        self._runs.enter(part)
        for note in part.tree.iterfind(f"{W}{kind}"):
            if note.get(W + "type") in ("separator", "continuationSeparator", "continuationNotice"):
                continue
            self.sheet.break_block()
            key = kind, note.get(W + "id", "")
            self.sheet.page = self._runs.pointed.get(key, 0)
            self.sheet.mark((self._marks.get(key) or f"{kind} {key[1]}",))
            for number, paragraph in enumerate(note.iter(W + "p")):
                if number:
                    self._runs.join()
                self._runs.paragraph(paragraph)
            self.sheet.break_block()


def _knows_pages(body: Node) -> bool:
    """Say whether a body tells where its pages end."""
    if next(body.iter(W + "lastRenderedPageBreak"), None) is not None:
        return True
    between = [0]
    for node in body.iter(W + "t", W + "br"):
        if node.tag == W + "t":
            between[-1] += len(node.text or "")
        elif node.get(W + "type") == "page":
            between.append(0)
    return len(between) > 1 and max(between) <= _ONE_PAGE


def _goes_on(cell: Node | None) -> bool:
    """Say whether a cell is the one above it, going on."""
    return cell is not None and value(cell.find(W + "tcPr"), "vMerge") in ("", "continue")


def _row(row: Node) -> list[Node | None]:
    """Return the cells of a row, one for each column of the grid."""
    before = value(row.find(W + "trPr"), "gridBefore") or "0"
    cells: list[Node | None] = [None] * (int(before) if before.isdecimal() else 0)
    for cell in row.iterfind(W + "tc"):
        span = value(cell.find(W + "tcPr"), "gridSpan") or "1"
        cells += [cell, *[None] * (min(int(span), 200) - 1 if span.isdecimal() else 0)]
    return cells
