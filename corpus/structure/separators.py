"""Lines that part a text without a word: rules of dashes, dots and waves, rows of ornaments, one ornament alone.

Invariant: a sign that also stands for words (○ and △ as judgements or placeholders, ■ for what is blackened, stars as
a grade, 〃 for the line above) parts nothing unless its form or its place in a sentence says so.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence

from corpus.document import FurnitureKind
from corpus.structure.lines import Line, has_sentence, width
from corpus.structure.page_cuts import tears_sentence

_STROKES = "-_=~*+#‐‑‒–—―−─━┄┅┈┉╌╍═－＿＝＊＋＃〜～〰﹏﹋﹌﹍﹎ー¯￣"
_DOTS = ".…‥・･·•"
_STANDING = "○●□■△▲▽▼◎◯"  # for words or judgements, and before items
_GRADES = "★☆"
_ORNAMENTS = frozenset("※＊*⁂⁎⁑⁕")
_SIGN = rf"[{re.escape(_STROKES + _DOTS)}]"
_RULE = re.compile(rf"({_SIGN}{{1,2}}?)(?:\s*\1){{2,}}\s*{_SIGN}?")
_PLAIN = re.compile(r"([-*_=~─━═—–－＿＝＊])(?:[ \t\u3000]*\1){2,}")
_CELLS = re.compile(r"\t|[ \u3000]{2}")  # a row that leaves its cells out
_ELLIPSES = re.compile(r"(?:…\s*){2,}")
_CUT = re.compile(rf"[{re.escape(_STROKES)}]{{3,}}\s*(\S)\s*[{re.escape(_STROKES)}]{{3,}}")  # ── ✂ ──
_TAG = re.compile(r"<hr(?:\s[^<>]*)?/?>", re.IGNORECASE)
_TWO_DASHES = re.compile(r"[―─━═—]{2}")
_FROM, _TO = 0x2500, 0x27BF  # shapes, weather, stars, dingbats
_PARAGRAPH = 40  # columns
_LONGEST = 80  # characters
_ESCAPE = re.compile(r"\\(?=[-*_=~+#.])")


def is_rule(raw: str) -> bool:
    """Say whether a line is a rule by itself, wherever it stands."""
    text = _ESCAPE.sub("", raw.strip(" \t\r\x0c\u3000\ufeff"))
    if _PLAIN.fullmatch(text) or _TAG.fullmatch(text):
        return True
    if _CELLS.search(text):
        return False
    cut = _CUT.fullmatch(text) if len(text) <= _LONGEST else None
    return bool(_RULE.fullmatch(text) or _ELLIPSES.fullmatch(text) or (cut and _is_shape(cut[1])))


def ornaments(lines: Sequence[Line], body: Sequence[int], kinds: Mapping[int, FurnitureKind]) -> set[int]:
    """Return the lines of ornaments: three of a kind or more, or one alone between two paragraphs.

    Signs that may say something, and two dashes (of a speaker), have to stand in mid-sentence once.
    """
    rows: dict[str, set[str]] = defaultdict(set)
    found: dict[int, str] = {}
    doubtful: dict[int, str] = {}
    words = [i for i in body if not lines[i].blank and i not in kinds]
    for at, i in enumerate(words):
        text = lines[i].text.strip()
        signs = "".join(text.split())
        if not text or len(text) > _LONGEST or len(set(signs)) != 1 or not _alone(lines, i):
            continue
        row = len(signs) >= 3 and _is_shape(signs[0])
        if row:
            rows[signs[0]].add(signs)
        between = 0 < at < len(words) - 1 and _are_paragraphs(lines[words[at - 1]], lines[words[at + 1]])
        lone = len(signs) == 1 and _is_shape(signs) and signs not in _STANDING and between
        if lone or (row and _is_plain(text, signs)):
            found[i] = signs
        elif row or _TWO_DASHES.fullmatch(text):
            doubtful[i] = signs
    parting = {signs for i, signs in doubtful.items() if tears_sentence(lines, i, kinds)}
    found.update((i, signs) for i, signs in doubtful.items() if signs in parting)
    # Rows that differ in length count something: ★★★, ★★★★.
    return {i for i, signs in found.items() if len(rows[signs[0]]) < 2}


def _is_plain(text: str, signs: str) -> bool:
    """Say whether a row of ornaments is nothing else by its form: its signs stand apart, or for nothing."""
    return len(text.split()) == len(signs) or signs[0] not in _STANDING + _GRADES


def _alone(lines: Sequence[Line], i: int) -> bool:
    return all(not 0 <= k < len(lines) or lines[k].blank for k in (i - 1, i + 1))


def _is_shape(sign: str) -> bool:
    shape = _FROM <= ord(sign) <= _TO and unicodedata.category(sign) == "So"
    return shape or sign in _ORNAMENTS


def _are_paragraphs(*lines: Line) -> bool:
    return all(has_sentence(line.text) or width(line.text.strip()) >= _PARAGRAPH for line in lines)
