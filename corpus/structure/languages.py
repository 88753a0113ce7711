"""Say which language a text is in.

Invariant: the script alone decides, so the answer is the same for a text about anything: kana means Japanese, Hangul
Korean, other ideographs Chinese, everything else English. Where a text is of ideographs alone, or nearly so (a table),
their forms decide: 円 and 駅 are in no character set of Chinese, 们 and 說 in none of Japanese.
"""

from __future__ import annotations

import re
from collections import Counter
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
    if not han or han * 4 <= latin:
        return "en"
    japan, china = _forms(sample)
    return "ja" if japan > china or (kana and not china) else "zh"


def _forms(text: str) -> tuple[int, int]:
    """Return how many ideographs of a text have a form that only Japan writes, and how many that only China."""
    japan = china = 0
    for char, count in Counter(text).items():
        if "\u4e00" <= char <= "\u9fff":
            of_japan, of_china = _in_set(char, "cp932"), _in_set(char, "gb2312") or _in_set(char, "big5")
            japan += count * (of_japan and not of_china)
            china += count * (of_china and not of_japan)
    return japan, china


def _in_set(char: str, encoding: str) -> bool:
    """Say whether a character is in the character set of an encoding."""
    try:
        char.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
