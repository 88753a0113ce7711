"""Say which language a text is in.

Invariant: the script alone decides, so the answer is the same for a text about anything: kana means Japanese, Hangul
Korean, other ideographs Chinese, everything else English.
"""

from __future__ import annotations

import re
from typing import Literal

from corpus.structure.lines import is_hangul, is_kana

Language = Literal["ja", "ko", "zh", "en"]


def language_of(text: str) -> Language:
    """Return the language that the script of ``text`` shows: ja for kana, ko for Hangul, zh for ideographs, else en."""
    if re.search(r"[ぁ-ゖァ-ヺｦ-ﾝ]", text):
        return "ja"
    if re.search(r"[가-힣]", text):
        return "ko"
    return "zh" if re.search(r"[一-鿿㐀-䶿]", text) else "en"


def prevailing(text: str) -> Language:
    """Return ja, en, zh or ko by the scripts of the text."""
    sample = text[:20000]
    kana = sum(is_kana(char) for char in sample)
    hangul = sum(is_hangul(char) for char in sample)
    han = sum("\u4e00" <= char <= "\u9fff" for char in sample)
    latin = sum(char.isascii() and char.isalpha() for char in sample)
    if hangul > max(kana, han) and hangul * 4 > latin:
        return "ko"
    if kana >= 0.08 * (kana + han) and (kana + han) * 4 > latin and kana:
        return "ja"
    return "zh" if han * 4 > latin and han else "en"
