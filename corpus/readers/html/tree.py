"""The tags of a web page as a tree, by Python's own tokeniser, which alone says where in the file each word stands.

Invariant: whatever the tags are, every character outside of tags is in the tree once, with its bytes, and the tree is
at most `DEEPEST` deep.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser

DEEPEST = 120


def names(listed: str) -> frozenset[str]:
    """Return the words of a line as a set: tags, roles, classes."""
    return frozenset(listed.split())


_VOID = names("area base br col embed hr img input link meta param source track wbr")
_BLOCKS = names(
    "address article aside blockquote center details dialog dd div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hr li main menu nav ol p pre section table ul"
)
_CLOSES = {  # a tag that opens → the open ones that it ends, up to the tags behind which they are not looked for
    "li": ({"li"}, {"ul", "ol", "menu"}),
    "dt": ({"dt", "dd"}, {"dl"}),
    "dd": ({"dt", "dd"}, {"dl"}),
    "tr": ({"tr", "td", "th"}, {"table"}),
    "td": ({"td", "th"}, {"tr", "table"}),
    "th": ({"td", "th"}, {"tr", "table"}),
    "tbody": ({"thead", "tbody", "tfoot", "tr", "td", "th"}, {"table"}),
    "thead": ({"thead", "tbody", "tfoot", "tr", "td", "th"}, {"table"}),
    "tfoot": ({"thead", "tbody", "tfoot", "tr", "td", "th"}, {"table"}),
    "option": ({"option"}, {"select"}),
    "rt": ({"rt", "rp"}, {"ruby"}),
    "rp": ({"rt", "rp"}, {"ruby"}),
}


@dataclass(eq=False, slots=True)
class Words:
    """Characters between tags, at the character ``start`` of the file; an entity is one with its characters."""

    text: str
    start: int
    end: int
    entity: bool
    line: int


@dataclass(eq=False, slots=True)
class Element:
    """A tag with what it holds; ``start`` is its place among the file's characters."""

    tag: str
    attributes: dict[str, str]
    start: int
    line: int
    children: list[Element | Words] = field(default_factory=list)
    parent: Element | None = field(default=None, repr=False)

    def elements(self) -> Iterator[Element]:
        """Yield the element and all below it, in the file's order."""
        open_: list[Element] = [self]
        while open_:
            element = open_.pop()
            yield element
            open_ += [child for child in reversed(element.children) if isinstance(child, Element)]

    def above(self) -> Iterator[Element]:
        """Yield the element and all that it stands in."""
        element: Element | None = self
        while element is not None:
            yield element
            element = element.parent

    def words(self, left_out: Callable[[Element], bool] = lambda _element: False) -> Iterator[Words]:
        """Yield the words below it in the file's order, without those in elements that are left out."""
        open_: list[Element | Words] = [self]
        while open_:
            node = open_.pop()
            if isinstance(node, Words):
                yield node
            elif not left_out(node):
                open_ += reversed(node.children)

    @property
    def text(self) -> str:
        """Return the words below it as they stand in the file."""
        return "".join(words.text for words in self.words(lambda element: element.tag in ("script", "style")))

    def get(self, name: str) -> str:
        """Return an attribute, or nothing."""
        return self.attributes.get(name, "")


def parse(text: str) -> Element:
    """Return the tree of a page under one element without a tag."""
    builder = _Builder(text)
    builder.feed(text)
    builder.close()
    return builder.root


def byte_offsets(text: str, encoding: str, skip: int) -> Sequence[int]:
    """Return the byte at which each character starts, and the end of the last one."""
    offsets = array("q", [skip])
    at = skip
    for char in text:
        at += 1 if char < "\x80" and not encoding.startswith("utf-16") else len(char.encode(encoding))
        offsets.append(at)
    return offsets


class _Builder(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self._text = text
        self.root = Element("", {}, 0, 1)
        self._open = [self.root]
        self._starts = [0]
        for at, char in enumerate(text):
            if char == "\n":
                self._starts.append(at + 1)

    def _here(self) -> tuple[int, int]:
        line, column = self.getpos()
        return self._starts[line - 1] + column, line

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._imply(tag)
        start, line = self._here()
        element = Element(tag, {name: value or "" for name, value in attrs}, start, line, parent=self._open[-1])
        self._open[-1].children.append(element)
        if tag not in _VOID and len(self._open) < DEEPEST:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if self._open[-1].tag == tag and tag not in _VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        for index in range(len(self._open) - 1, 0, -1):
            if self._open[index].tag == tag:
                del self._open[index:]
                return
            if self._open[index].tag in ("table", "td", "th") and tag not in _BLOCKS | {"tr", "tbody", "thead", "body"}:
                return  # an inline end tag that nothing in this cell opened

    def handle_data(self, data: str) -> None:
        start, line = self._here()
        self._open[-1].children.append(Words(data, start, start + len(data), False, line))

    def handle_entityref(self, name: str) -> None:
        self._entity(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._entity(f"&#{name}")

    def _entity(self, printed: str) -> None:
        start, line = self._here()
        end = start + len(printed)
        closed = self._text[end : end + 1] == ";"
        meant = unescape(printed + ";")
        if meant == printed + ";" or (not closed and unescape(printed) == printed):  # as in AT&T
            self._open[-1].children.append(Words(printed, start, end, False, line))
            if closed:
                self._open[-1].children.append(Words(";", end, end + 1, False, line))
        else:
            meant = meant if closed else unescape(printed)
            self._open[-1].children.append(Words(meant, start, end + closed, True, line))

    def _imply(self, tag: str) -> None:
        """End the elements that a tag ends without saying so."""
        if tag in _BLOCKS and any(element.tag == "p" for element in self._open):
            for index in range(len(self._open) - 1, 0, -1):
                if self._open[index].tag == "p":
                    del self._open[index:]
                    break
                if self._open[index].tag in ("table", "td", "th", "li", "button", "object"):
                    break
        ended, limits = _CLOSES.get(tag, (set(), set()))
        lowest = 0
        for index in range(len(self._open) - 1, 0, -1):
            if self._open[index].tag in limits:
                break
            if self._open[index].tag in ended:
                lowest = index
        if lowest:
            del self._open[lowest:]
