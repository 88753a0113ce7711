"""Whether the words of a question are those of a cell: inflected, in another kana, misread by a letter.

Invariant: two different words of the same script never match on less than a shared root or all but a letter or two.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

from bot.compose.lexicon import Lexicon
from bot.compose.tables.grid import Column
from bot.compose.tables.query import word_tokens
from corpus.normalize import search_text, unvoiced


@lru_cache(maxsize=20_000)
def flattened(text: str) -> str:
    """Return a text for comparing: in search form, without spaces, katakana as hiragana."""
    bare = re.sub(r"\s+", "", search_text(text))
    return "".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" else c for c in bare)


@lru_cache(maxsize=20_000)
def without_voicing(text: str) -> str:
    """Return kana without voicing marks, in which recognition errors are most frequent."""
    return unvoiced(flattened(text))


def nearly_spelt(surface: str, name: str) -> bool:
    """Say whether a name holds a word with at most a letter or two misread."""
    word, text = without_voicing(surface), without_voicing(name)
    if len(word) < 4:
        return False
    if word in text or text in word:
        return False  # part of another name
    windows = (text[i : i + len(word)] for i in range(max(1, len(text) - len(word) + 1)))
    return any(_is_misread(word, window) for window in windows)


def _is_misread(word: str, window: str) -> bool:
    """Say whether two spellings differ by a letter or two, none of them Han or a digit: those make another name."""
    pair = SequenceMatcher(None, word, window, autojunk=False)
    if pair.ratio() < 0.8:
        return False
    changed = "".join(word[a:b] + window[c:d] for tag, a, b, c, d in pair.get_opcodes() if tag != "equal")
    return not re.search(r"[\u4e00-\u9fff\d]", changed)


_COMPOUND = re.compile("(?=([\u4e00-\u9fff]{4}))")


@lru_cache(maxsize=20_000)
def abbreviated_in(text: str) -> frozenset[str]:
    """Return the two characters by which each compound of four in a text is called for short (合繊: 合成繊維)."""
    return frozenset(found[0] + found[2] for found in _COMPOUND.findall(flattened(text)))


@lru_cache(maxsize=20_000)
def terms_of(lexicon: Lexicon, text: str) -> frozenset[str]:
    """Return the terms of a text as a set."""
    return frozenset(token.term for token in word_tokens(lexicon, text))


@lru_cache(maxsize=20_000)
def han_of(text: str) -> str:
    """Return the Han characters of a text in their present Japanese form."""
    return "".join(re.findall("[\u4e00-\u9fff]", flattened(text)))


# A name that says what a thing is instead of what it is called.
_DESCRIBES = re.compile(
    r"及び|および|又は|または|並びに|その他|其他|など|もの|(?:する|した|された|される|使う|用いる)(?=[一-鿿ァ-ヶぁ-ん])|"
    r"[をがはにでや](?=[一-鿿ァ-ヶ])|、.{2,}、|\b(?:and|or|other|of|with|for)\b|等$"
)
_LONG = 14  # characters; names that long say what a thing is


def describes(name: str) -> bool:
    """Say whether a row's name describes what it is, so that it may be called by its words."""
    return bool(_DESCRIBES.search(name)) or ("の" in name and len(name) >= _LONG)


_BRACKETED = re.compile(r"\s*[（(][^（）()]*[）)]\s*$")


def bare(name: str) -> str:
    """Return a name without what stands in brackets behind it: タイ, of タイ（債券を含む）."""
    return _BRACKETED.sub("", name).strip()


_JUNIOR = re.compile(r"(?:副|元|前|準|次席|代理|次)$|\b(?:vice|deputy|former|acting|assistant)[- ]$", re.IGNORECASE)


def plural_of(one: str, other: str) -> bool:
    """Say whether one Latin word is the other with a plural's ending (bus, buse, buses)."""
    short, long = sorted((one, other), key=len)
    return len(short) > 2 and short != long and long.startswith(short) and long[len(short) :] in ("s", "e", "es")


@lru_cache(maxsize=50_000)
def same_root(asked: str, stated: str) -> bool:
    """Say whether a verb in its own reading and a Sino-Japanese noun share their one character (売る, 売上)."""
    for verb, noun in ((asked, stated), (stated, asked)):
        own = re.findall("[\u4e00-\u9fff]", verb)
        if len(own) == 1 and len(verb) > 1 and re.search("[\u3041-\u3096]$", verb) and own[0] in noun:
            return True
    return False


_THINGS = re.compile(r"(?:objects?|items?|pieces?|things?|units?)", re.IGNORECASE)


def is_counter_of(surface: str, column: Column) -> bool:
    """Say whether one or two Han characters are a column's counter, perhaps with a noun of its header (件, 辆车).

    In English things that are counted in nothing of their own have a noun that says no more (objects, items).
    """
    if column.measure == "piece" and _THINGS.fullmatch(surface):
        return True
    flat, unit = flattened(surface), set(han_of(column.unit))
    return (
        0 < len(flat) <= 2
        and flat == han_of(surface)
        and bool(set(flat) & unit)
        and set(flat) <= unit | set(han_of(column.header))
    )


def ends_word(text: str, surface: str) -> bool:
    """Say whether a single Han character ends a word of a text (鉱 in タングステン鉱およびその精鉱)."""
    flat = flattened(surface)
    return (
        len(flat) == 1
        and bool(re.search(rf"{re.escape(flat)}(?![\u4e00-\u9fff])", flattened(text)))
        and bool(han_of(flat))
    )


def lesser_office(text: str, surface: str) -> bool:
    """Say whether a word stands in a text only as part of a lesser or former office (部長 in 副部長)."""
    flat, word = search_text(text), search_text(surface)
    places = [match.start() for match in re.finditer(re.escape(word), flat)] if word else []
    return bool(places) and all(_JUNIOR.search(flat[:place]) for place in places)
