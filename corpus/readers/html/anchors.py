"""Note marks and notes of a web page, as its links within the page tell them.

Invariant: a link is a mark only when its words are one and its target stands in the page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from corpus.readers.html.tree import Element, names
from corpus.structure.inline import markers

_BLOCKS = frozenset(("li", "p", "div", "dd", "dt", "td", "tr", "section", "aside", "blockquote"))
_BACK = names("↩ ↩︎ ⏎ ^ ↑ ← ▲ 戻る 본문으로 返回")

_SIGNS = re.compile(r"[\[\]()（）［］〔〕【】]")


@dataclass(frozen=True, slots=True)
class Anchors:
    """Links that are marks with the markers they print, links back, and the block of each note with its marker."""

    marks: Mapping[Element, tuple[str, ...]]
    back: frozenset[Element]
    notes: Mapping[Element, str]


def anchors(root: Element) -> Anchors:
    """Return the marks and notes that links within the page tie together."""
    targets: dict[str, Element] = {}
    links: list[tuple[Element, str]] = []
    for element in root.elements():
        for name in (element.get("id"), element.get("name") if element.tag == "a" else ""):
            if name:
                targets.setdefault(name, element)
        if element.tag == "a" and element.get("href").startswith("#"):
            links.append((element, unquote(element.get("href")[1:])))
    marks: dict[Element, tuple[str, ...]] = {}
    back: set[Element] = set()
    notes: dict[Element, str] = {}
    for link, target in links:
        words = "".join(link.text.split())
        if words in _BACK or words.strip("\ufe0e\ufe0f") in _BACK:
            back.add(link)
        elif (printed := markers(words)) and target in targets and not re.fullmatch(r"[a-z]+", words):
            marks[link] = printed
            block = _block(targets[target])
            if block is not None and targets[target].start > link.start and len(printed) == 1:
                taken = printed[0] in [name for other, name in notes.items() if other is not block]
                name = notes.setdefault(block, _SIGNS.sub("", words) if taken else printed[0])
                marks[link] = (name,)
    for block in list(notes):
        if _opens_with_marker(block, notes[block]):
            del notes[block]
    return Anchors(marks, frozenset(back), notes)


def _block(target: Element) -> Element | None:
    """Return the block that a link's target is or opens."""
    block = next((above for above in target.above() if above.tag in _BLOCKS), None)
    if block is None or target is block:
        return block
    before = block.text[: max(block.text.find(target.text), 0)] if target.text else ""
    return block if len(before.strip()) <= 4 else None


def _opens_with_marker(block: Element, marker: str) -> bool:
    """Say whether a note prints its marker itself, outside of a link: the rules for text will find it."""
    unlinked = block.words(lambda element: element.tag == "a" and bool(element.get("href")))
    first = next((words for words in unlinked if words.text.strip()), None)
    if first is None:
        return False
    return bool(re.match(rf"\W*(?:注|註|note\s?)?{re.escape(marker)}(?![0-9])\W?", first.text.strip(), re.IGNORECASE))
