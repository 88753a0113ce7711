"""Say which language a text is in.

Invariant: the script alone decides, so the answer is the same for a text about anything: kana means Japanese, Hangul
Korean, other ideographs Chinese, everything else English.
"""

from __future__ import annotations

import re
from typing import Literal

Language = Literal["ja", "ko", "zh", "en"]


def language_of(text: str) -> Language:
    """Return the language that the script of ``text`` shows: ja for kana, ko for Hangul, zh for ideographs, else en."""
    if re.search(r"[ぁ-ゖァ-ヺｦ-ﾝ]", text):
        return "ja"
    if re.search(r"[가-힣]", text):
        return "ko"
    return "zh" if re.search(r"[一-鿿㐀-䶿]", text) else "en"
