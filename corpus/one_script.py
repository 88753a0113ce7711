"""Characters of one shape in two scripts, as the script around them has them: ヤ一ド, プ口, 夕ービン; 窓ロ; 読み取リ.

Reading machines take them for each other. Invariant: every character keeps its place, and a text set right once stays.
"""

from __future__ import annotations

import re

_AS_KATAKANA = str.maketrans("一口力工二八卜夕千", "ーロカエニハトタチ")
_AS_HIRAGANA = str.maketrans("リヘベペ", "りへべぺ")
_IN_KATAKANA = re.compile("(?<=[ァ-ヺー])[一口力工二八卜夕千](?=[ァ-ヺー])|(?<![一-鿿])夕(?=[ァ-ヺ]?ー)")
# A long vowel at the end of a word, before what follows nouns; ン and ス are never long, and 世界一の is a rank.
_AT_END = re.compile(
    "(?<=[ァ-ヺ][アイエオカキケコサシタチテナニハヒマミムメヤヨラリレロガギゲゴザジダデバビベボパピペポャュョィェ])"
    "一(?=[はがをにで、。）」])"
)
_IN_HIRAGANA = re.compile("(?<=[ぁ-ん一-鿿])(?:リ(?=[ぁ-ん])|[ヘベペ](?=[ぁ-ん一-鿿]))")
# ロ is a country in 中ロ and 対ロ; a mouth it is in these words alone.
_MOUTH = re.compile("(?<=[人窓入出河戸裏悪間火糸蛇札])ロ(?![ァ-ヺー])|囗")


def of_one_script(text: str) -> str:
    """Return a text with what stands in a wrong script set right, character for character."""
    text = _IN_KATAKANA.sub(lambda match: match[0].translate(_AS_KATAKANA), text)
    text = _AT_END.sub("ー", text)
    text = _IN_HIRAGANA.sub(lambda match: match[0].translate(_AS_HIRAGANA), text)
    return _MOUTH.sub("口", text)
