"""One thing known of a document, and how what is known and what is read are compared.

Invariant: words are compared without their white space, and marks without what is printed around them.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is known of a document: its kind, whether the reading has it right, and what is wrong.

    ``about`` tells it from others of its kind by the truth alone, so that it keeps its `key` however it is read.
    """

    kind: str
    right: bool
    what: str
    about: str = ""
    said: bool = True  # where it is not right: whether something else is said, or nothing

    @property
    def state(self) -> str:
        """Return ``right``, ``wrong`` (something else is said) or ``open`` (nothing is)."""
        return "right" if self.right else "wrong" if self.said else "open"

    @property
    def key(self) -> str:
        """Return what the item is called in a list of them."""
        return f"{self.kind}: {self.about}" if self.about else self.kind


def squeezed(text: str) -> str:
    """Return words without their white space."""
    return re.sub(r"\s+", "", text)


def either(known: str) -> list[str]:
    """Return what is right where the truth lets several answers pass: ``one | other``."""
    return known.split(" | ")


def same(kind: str, found: object, known: object, about: str = "") -> Item:
    """Return the item of one field, right where what is found is what is known."""
    right = squeezed(str(found)) in map(squeezed, either(str(known or "")))
    return Item(kind, right, "" if right else f"{about} {found!r}, not {known!r}", about, bool(found))


def bare(marker: str) -> str:
    """Return a mark without what is printed around it: （注１） and 1) are both 1."""
    plain = unicodedata.normalize("NFKC", marker)
    return re.sub(r"[^\w*†‡]|注|註|주|note", "", plain, flags=re.IGNORECASE)
