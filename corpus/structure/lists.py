"""List items: which lines open one, and where its words begin.

Invariant: a date, a decimal number, a range or a name with an initial at the start of a line opens no item.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_SYMBOL = re.compile(
    r"(\s*)(?:[-*+–—−](?=[ \t\u3000])|[•‣◦▪▫●○■□◆◇▶▷►➢➤➔→✓✔☐☑⁃∙·・※])[ \t\u3000]*(?:\[[ xX]\][ \t])?(?=\S)"
)
_NUMBER = re.compile(
    r"(\s*)(?:\d{1,3}[.．](?!\d)(?:[ \t\u3000]+|(?=[^\x00-\x7f]))|"
    r"\d{1,3}[)）][ \t\u3000]*|[(（]\d{1,3}[)）][ \t\u3000]*"
    r"|[①-⑳][ \t\u3000]*|[a-z][)][ \t]+|[(][a-z][)][ \t]+|[ア-ンｱ-ﾝ][)）.．][ \t\u3000]*)(?=[^\s。、，．])"
)


@dataclass(frozen=True, slots=True)
class Item:
    """The sign that opens an item: how far it is indented, where the item's words begin, and whether it is a number."""

    indent: int
    words: int
    numbered: bool


# A note mark and the end of its clause, which a page end parts from the words before it.
MARKED_STOP = re.compile(r"\s*(?:\[\^?\d{1,3}\]|※\d{1,3}|[（(]注?\d{1,3}[)）])[、。，．]")


def item(text: str) -> Item | None:
    """Return what opens a list item in the line, or None. A number stays among the item's words."""
    if MARKED_STOP.match(text):
        return None
    if match := _SYMBOL.match(text):
        return Item(len(match[1].expandtabs(4)), match.end(), False)
    if match := _NUMBER.match(text):
        return Item(len(match[1].expandtabs(4)), match.end(1), True)
    return None
