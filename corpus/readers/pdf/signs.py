"""The characters that glyphs stand for, where the font of a PDF names others that look the same.

Fonts share one glyph between a radical and the ideograph of its shape, or turn a sign for vertical writing; what a
reader sees printed is the ideograph and the sign.

Invariant: only characters of blocks made for shapes are exchanged, each for what it is the shape of.
"""

from __future__ import annotations

import re
import unicodedata

# Kangxi radicals, vertical forms and Latin ligatures, which Unicode itself decomposes.
_SHAPES = re.compile(r"[\u2f00-\u2fd5\ufb00-\ufb06\ufe10-\ufe19\ufe30-\ufe48]+")
# Radicals of the supplement whose shape is an ideograph's: the pairs of EquivalentUnifiedIdeograph (Unicode).
_SUPPLEMENT = {
    ord(radical): ideograph
    for radical, ideograph in zip(
        "⺀⺁⺅⺆⺇⺈⺉⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺖⺗⺘⺙⺛⺞⺟⺠⺡⺢⺣⺤⺥⺦⺨⺩⺪⺬⺭⺮⺯⺰⺱⺲⺹⺺⺼⺾⺿⻀⻁⻂⻃⻄⻅⻆⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
        "冫厂亻冂几刀刂㔾小⺍尢尣尢尣巳幺彑忄忄扌攵旡歺母民氵氺灬爫爫丬犭王疋示礻竹糸纟网网老肀月艹艹艹虎衤覀西见角讠贝足车辶辶辶阝钅長镸长门阝雨青韦页风飞食飠飠饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龟亀龟",
        strict=True,
    )
}


def drawn(text: str) -> str:
    """Return the characters that a reader sees."""
    return _SHAPES.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text).translate(_SUPPLEMENT)
