"""Lines beside a title that say in what row or feature a text stands: まちの灯（3）, 〈まちの灯　3〉, 【特集】海を渡る.

Invariant: such a line is no title where another line can be one; where none can, the text is called by it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.structure.blocks import Block
from corpus.structure.lines import ends_sentence, width
from corpus.structure.opening_names import name_in
from corpus.structure.roles import ORGANISATION, POST
from corpus.structure.titles import Opening, names_sender

_COUNT = r"(?:[0-9０-９一二三四五六七八九十]{1,3}|[上中下])"
_NUMBER = rf"(?:[（(]{_COUNT}[)）]|[①-⑳])"
_OPEN, _CLOSE = "〈《【＜「『", "〉》】＞」』"
_SERIAL = re.compile(
    rf"[^（）()\d].{{1,23}}?[ \u3000]?{_NUMBER}"
    rf"|[{_OPEN}][^{_OPEN}{_CLOSE}]{{2,24}}?[ \u3000]*(?:(?<=[ \u3000])[0-9０-９]{{1,3}}|{_NUMBER})[{_CLOSE}]"
)
_BEHIND = r"[^】〕\]］〉＞]{0,6}[】〕\]］〉＞][ \u3000]*"
_OF_ROW = re.compile(rf"[【〔\[［〈＜](?:連載|シリーズ|연재|连载){_BEHIND}(?=\S)")
_FEATURE = re.compile(
    rf"(?:[【〔\[［〈＜](?:[一-鿿]{{0,3}}特集|特別企画|特辑|专题|특집){_BEHIND}|[一-鿿]{{0,3}}特集(?:\s?[:：]\s*|\u3000+))(?=\S)"
)
_LEAST = 8  # columns of a title


def name_serials(blocks: Sequence[Block], lines: Sequence[Opening]) -> None:
    """Name the lines that say in what row or feature a text stands, where another line can be its title."""
    for at, line in enumerate(lines):
        marked = blocks[line.block].kind == "heading" and blocks[line.block].level
        kind = "" if line.role or marked else _kind(line.text.strip())
        if not kind or not _titled_beside(lines, at, apart=kind == "genre"):
            continue
        text = line.text.strip()
        framed = text[0] in _OPEN and text[-1] in _CLOSE
        line.role, line.value = kind, "" if kind == "genre" else text[framed : len(text) - framed]


def _kind(text: str) -> str:
    """Return what a line says by its shape: of a row of texts (serial), of a feature (genre), or nothing."""
    if _FEATURE.match(text):
        return "genre"
    return "serial" if _OF_ROW.match(text) or _SERIAL.fullmatch(text) else ""


def _titled_beside(lines: Sequence[Opening], at: int, *, apart: bool) -> bool:
    """Say whether the title stands above a line, or the next line without a role can be one (``apart``: in a block)."""
    if any(line.role == "title" for line in lines) or (not apart and any(map(_can_be_title, lines[:at]))):
        return True
    below = next((line for line in lines[at + 1 :] if line.role not in ("series", "date", "genre")), None)
    return below is not None and _can_be_title(below) and not (apart and below.block == lines[at].block)


def _can_be_title(line: Opening) -> bool:
    """Say whether a line without a role names a text: nobody, no institution, no other row, and is no sentence."""
    text = line.text.strip()
    if line.role or width(text) < _LEAST or ends_sentence(text) or _kind(text):
        return False
    told = names_sender(text) or ORGANISATION.search(text) or POST.search(text)
    return not told and not name_in(text, frozenset())[0]
