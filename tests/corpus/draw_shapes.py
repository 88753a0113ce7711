"""Draw the kanji of JIS in a font and measure which look alike; write `misprints/shapes.py`.

    python -m tests.corpus.draw_shapes FONT.ttf [--least 0.75]

Needs Pillow. A drawing is scaled to one size and blurred as a scan is; two are alike whose values correlate. The
second of a pair is one of the common characters, for what was meant is rarely a rare one.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from corpus.frequency import frequencies
from corpus.misprints.lookalikes import listed
from corpus.normalize import modern

_COMMON = 2_100
_MOST = 8  # characters like one
_NUMERALS = frozenset("一二三四五六七八九十百千万")
_HEAD = '''"""Characters that look alike in print, measured: one set in a Mincho type covers most of the other.

Made by `tests/corpus/draw_shapes.py`, not by hand: pairs of JIS kanji of which the second is a common one and whose
drawings, scaled to one size and blurred as a scan is, correlate by {least} or more; classes that
`corpus.misprints.lookalikes` lists by hand are left out.

Invariant: the first character of a word here may be a misprint of each that follows it.
"""

SHAPES = (
{lines}
)
'''


def in_jis(char: str) -> bool:
    """Say whether JIS X 0208 has a character."""
    try:
        return len(char.encode("shift_jis")) > 1
    except UnicodeEncodeError:
        return False


def drawing(char: str, font: ImageFont.FreeTypeFont) -> np.ndarray:
    """Return a character's drawing as a vector of length 1 and mean 0."""
    image = Image.new("L", (80, 80), 0)
    ImageDraw.Draw(image).text((8, 4), char, fill=255, font=font)
    scaled = image.crop(image.getbbox()).resize((48, 48)).filter(ImageFilter.GaussianBlur(1.6)).resize((24, 24))
    values = np.asarray(scaled, float).ravel()
    values -= values.mean()
    return np.asarray(values / np.linalg.norm(values))


def alike(font: ImageFont.FreeTypeFont, least: float) -> list[str]:
    """Return each character with those it looks like, nearest first."""
    counted: Counter[str] = Counter()
    for word, share in frequencies("ja", "large").items():
        for char in word:
            counted[char] += share if "一" <= char <= "鿿" else 0
    every = [chr(code) for code in range(0x4E00, 0xA000) if in_jis(chr(code))]
    common = [char for char, _ in counted.most_common() if in_jis(char) and "一" <= char <= "鿿"][:_COMMON]
    vectors = {char: drawing(char, font) for char in every}
    meant = np.array([vectors[char] for char in common])
    rows = []
    for char in every:
        near = meant @ vectors[char]
        kept = [common[at] for at in np.argsort(-near)[:_MOST] if near[at] >= least and common[at] != char]
        kept = [one for one in kept if not ({char, one} <= _NUMERALS or one in listed(char))]
        kept = [one for one in kept if modern(char) != one and modern(one) != char]
        rows += [char + "".join(kept)] if kept else []
    return rows


def main() -> None:
    """Print the module."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("font", type=Path)
    parser.add_argument("--least", type=float, default=0.75)
    options = parser.parse_args()
    lines = [""]
    for row in alike(ImageFont.truetype(str(options.font), 64), options.least):
        if len(lines[-1]) + len(row) >= 56:
            lines.append("")
        lines[-1] += f"{row} "
    printed = "\n".join(f'    "{line}"' for line in lines)
    sys.stdout.write(_HEAD.format(least=options.least, lines=printed))


if __name__ == "__main__":
    main()
