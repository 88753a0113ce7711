"""List items: which lines open one, and where its words begin.

Invariant: a date, a decimal number, a range or a name with an initial at the start of a line opens no item.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# Geometric shapes, stars, ticks and crosses, thick arrows, coloured dots; and what a PDF or a converter leaves of a
# bullet that was set in a font of symbols (U+F0B7 and its neighbours).
_PICTURED = (
    "•‣▪▫∙·・→\u25a0-\u25b1\u25b6-\u25bb\u25c6\u25c7\u25c9-\u25cf\u25d8\u25e6\u25ef\u2605\u2606\u2610-\u2612\u26aa\u26ab"
    "\u2713-\u2718\u2726-\u2730\u2736\u273d\u2756\u2794\u2798-\u27af\u2b1b\u2b1c\u2b24\u2b25\uf020-\uf0ff\U0001f534\U0001f535\U0001f536-\U0001f53b"
    "\U0001f7e0-\U0001f7eb"
)
_SPOKEN_OF = r"(?:[はがをもでとの](?![ぁ-ん])|印)"  # △は損失を示す: what the sign means
_SYMBOL = re.compile(
    r"(\s*)(?:[-*+–—−](?=[ \t\u3000])"
    r"|[－ー](?=[ \t\u3000]+[^\s\d].*[^\s－ー]$)"  # a dash at both ends adorns a subtitle
    rf"|[▲△▼▽](?!{_SPOKEN_OF})(?![ \t\u3000]*[\d.．])"  # not a figure below zero
    r"|※|(?:〇(?![0-9〇一二三四五六七八九十百千年月日歳代人円分時回件点割倍か])"
    rf"|[•‣∙·・→]|[{_PICTURED}](?!{_SPOKEN_OF}))(?![ \t\u3000]*[{_PICTURED}▲△▼▽×]))"
    r"[ \t\u3000]*(?:\[[ xX]\][ \t])?(?=\S)"
)
_NUMBER = re.compile(
    r"(\s*)(?:\d{1,3}[.．](?!\d)(?:[ \t\u3000]+|(?=[^\x00-\x7f]))|"
    r"\d{1,3}[)）][ \t\u3000]*|[(（]\d{1,3}[)）][ \t\u3000]*"
    r"|[①-⑳][ \t\u3000]*|[a-z][)][ \t]+|[(][a-z][)][ \t]+|[ア-ンｱ-ﾝ][)）.．][ \t\u3000]*|[ア-ン]\t+"
    r"|[(（][ア-ンｱ-ﾝ][)）][ \t\u3000]*(?![のはをがにとで]))(?=[^\s。、，．])"
)


@dataclass(frozen=True, slots=True)
class Item:
    """The sign that opens an item: how far it is indented, where the item's words begin, and whether it is a number."""

    indent: int
    words: int
    numbered: bool


# A note mark and the end of its clause, which a page end parts from the words before it.
MARKED_STOP = re.compile(r"\s*(?:\[\^?\d{1,3}\]|※\d{1,3}|[（(]注?\d{1,3}[)）])[、。，．]")


def sets_apart(text: str) -> bool:
    """Say whether the one tab of a line stands behind the sign that opens an item: it parts no cells of a table."""
    found = item(text)
    if found is None or text.strip().count("\t") != 1:
        return False
    sign, _, words = text.strip().partition("\t")
    return len(sign) <= _LONGEST_SIGN and bool(_WORD.search(words))


_LONGEST_SIGN = 6  # characters: (100), 100.
_WORD = re.compile(r"[^\W\d_]{2}")


def item(text: str) -> Item | None:
    """Return what opens a list item in the line, or None. A number stays among the item's words."""
    if MARKED_STOP.match(text):
        return None
    if match := _SYMBOL.match(text):
        return Item(len(match[1].expandtabs(4)), match.end(), False)
    if match := _NUMBER.match(text):
        return Item(len(match[1].expandtabs(4)), match.end(1), True)
    return None
