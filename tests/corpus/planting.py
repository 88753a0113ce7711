"""Plant recognition errors in text, so that what finds them can be measured against a truth.

Invariant: the same text and seed give the same errors; an error changes what is printed in one place of which the truth
tells the stretch `[start, end)` in the new text. Kinds in `OUTSIDE` are of shapes that no class of the product holds.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from opencc import OpenCC

from corpus.misprints.lookalikes import lookalikes

_KANJI = re.compile("[一-鿿]")
_KANA = re.compile("[ぁ-んァ-ヶー]")
_NEAR_NUMBER = re.compile(r"\d")
# Alike in shape, and in no class of the product.
_OTHER_SHAPES = (
    "販版 領頷 響饗 開聞 震雲 政致 統紡 経結 戦戟 裁裂 催雀 博傳 済剤 総絵 認諾 説誘 調謂 際隙 隊豚 態慮 類頬 "
    "願頗 験駿 増噌 域惑 境塊 務矜 勤勒 勝朕 募幕 営宮 器哭 団固 執孰 導等 島烏 帯帝 幹斡 庫庵 張弭 復腹 徴徽 "
    "応庇 患悪 撃繋 援授 敬驚 旅旋 暴曝 最取 望塑 枚牧 染柒 極柩 構様 標漂 歴暦 殺殻 母毋 浮淳 港巷 満溝 漁魚 "
    "為焉 爆瀑 率牽 環憬 産彦 畑細"
)
_SHAPES = {
    pair[at]: pair[1 - at]
    for pair in _OTHER_SHAPES.split()
    for at in (0, 1)
    if pair[1 - at] not in (other for other, _ in lookalikes(pair[at]))
}
_PARTED = (
    "イ也他 イ言信 木木林 木目相 言十計 日月明 禾口和 禾斗科 火田畑 王里理 弓長張 日寺時 木寸村 禾重種 言吾語 言己記 "
    "言舌話 糸且組 糸田細 糸冬終 食官館 土也地 土成城 ネ申神 ネ土社 矢口知 言正証 金失鉄 口乎呼 木反板 石皮破 女台始 "
    "イ主住 イ木休"
)
_HALVES = {made[2]: made[:2] for made in _PARTED.split()}
_CYRILLIC = dict(zip("aceopxyABEHKMOPCTX", "асеорхуАВЕНКМОРСТХ", strict=True))
_DIGITS = {"0": "O", "1": "l", "5": "S"}

OUTSIDE = ("other shape", "any kanji", "any kana", "lost", "swapped")


@dataclass(frozen=True, slots=True)
class Planted:
    """One error: what is printed at ``[start, end)`` of the new text, and what stood there; empty when it was lost."""

    kind: str
    start: int
    end: int
    was: str


Change = Callable[[str, int, random.Random], str | None]
"""What one character becomes, given text, place and chance; None where this error cannot happen there."""


def plant(text: str, seed: int, every: int = 500) -> tuple[str, tuple[Planted, ...]]:
    """Return the text with one error in about ``every`` characters, and what was planted, in order of place."""
    chance = random.Random(seed)
    kinds = list(_CHANGES)
    weights = [_CHANGES[kind][0] for kind in kinds]
    edits: list[tuple[int, int, str, str]] = []
    for begin in range(0, len(text) - every // 2, every):
        for kind in chance.choices(kinds, weights, k=4):
            if made := _one(text, begin, min(begin + every, len(text)), kind, chance):
                edits.append((*made, kind))
                break
    out, at, planted = "", 0, []
    for start, end, new, kind in edits:
        out += text[at:start]
        # What was lost shows only between its neighbours.
        first, last = (len(out), len(out) + len(new)) if new else (max(len(out) - 1, 0), len(out) + 1)
        planted.append(Planted(kind, first, last, text[start:end]))
        out += new
        at = end
    return out + text[at:], tuple(planted)


def _one(text: str, begin: int, end: int, kind: str, chance: random.Random) -> tuple[int, int, str] | None:
    change = _CHANGES[kind][1]
    for _ in range(200):
        at = chance.randrange(begin, end)
        new = change(text, at, chance)
        size = 2 if kind == "swapped" else 1
        if new is not None and new != text[at : at + size]:
            return at, at + size, new
    return None


def _alike(kind: str) -> Change:
    def change(text: str, at: int, chance: random.Random) -> str | None:
        return chance.choice([other for other, why in lookalikes(text[at]) if why == kind] or [None])

    return change


def _between_digits(text: str, at: int, _: random.Random) -> str | None:
    near = text[max(at - 1, 0) : at + 2]
    return _DIGITS.get(text[at]) if len(_NEAR_NUMBER.findall(near)) > 1 else None


def _doubled(text: str, at: int, _: random.Random) -> str | None:
    return text[at] * 2 if _KANA.match(text[at]) or _KANJI.match(text[at]) else None


def _bracket(text: str, at: int, _: random.Random) -> str | None:
    return "" if text[at] in "「」『』（）()" else None


def _cyrillic(text: str, at: int, _: random.Random) -> str | None:
    near = text[max(at - 1, 0) : at + 2]
    return _CYRILLIC.get(text[at]) if re.fullmatch("[A-Za-z]{3}", near) else None


def _converted(*names: str) -> Change:
    made = [OpenCC(name) for name in names]

    def change(text: str, at: int, _: random.Random) -> str | None:
        char = text[at]
        for one in made:
            char = one.convert(char)
        return char if _KANJI.match(text[at]) and len(char) == 1 else None

    return change


def _split(text: str, at: int, _: random.Random) -> str | None:
    return _HALVES.get(text[at])


def _shape(text: str, at: int, _: random.Random) -> str | None:
    return _SHAPES.get(text[at])


def _any(pattern: re.Pattern[str]) -> Change:
    def change(text: str, at: int, chance: random.Random) -> str | None:
        return chance.choice(pattern.findall(text)) if pattern.match(text[at]) else None

    return change


def _lost(text: str, at: int, _: random.Random) -> str | None:
    return "" if _KANA.match(text[at]) or _KANJI.match(text[at]) else None


def _swapped(text: str, at: int, _: random.Random) -> str | None:
    pair = text[at : at + 2]
    return pair[::-1] if len(_KANA.findall(pair)) == 2 else None


_CHANGES: dict[str, tuple[float, Change]] = {
    "script": (3, _alike("script")),
    "size": (2, _alike("size")),
    "voice": (2, _alike("voice")),
    "kana": (2, _alike("kana")),
    "kanji": (4, _alike("kanji")),
    "digit": (1, _between_digits),
    "doubled": (1, _doubled),
    "split": (0.5, _split),
    "bracket": (1, _bracket),
    "foreign": (0.5, _cyrillic),
    "simplified": (1, _converted("jp2t", "t2s")),
    "old form": (1, _converted("jp2t")),
    "other shape": (1, _shape),
    "any kanji": (1, _any(_KANJI)),
    "any kana": (1, _any(_KANA)),
    "lost": (1, _lost),
    "swapped": (1, _swapped),
}


def documents_of(path: Path) -> dict[str, str]:
    """Return the texts of a file of JSON lines by title: JaQuAD, JSQuAD, or passages given as sentences.

    Texts of one title are the paragraphs of one document.
    """
    raw = path.read_bytes()
    lines = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8").splitlines()
    texts: dict[str, dict[str, None]] = {}
    for line in map(json.loads, lines):
        said = line.get("passage", line)
        if "title" in said:
            text = said["text"] if "text" in said else "".join(said["sentences"])
            texts.setdefault(said["title"], {})[text] = None
    return {title: "\n\n".join(said) for title, said in texts.items()}
