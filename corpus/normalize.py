"""Search text: what a reader would call the same words, written the same way. Only for matching, never for quoting.

Invariant: every folded character knows the original character it comes from, so a match found in search text can be
cut from canonical text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

from corpus.loanwords import of_today
from corpus.one_script import of_one_script

_SIGNS = str.maketrans(
    dict.fromkeys("‐‑‒–—―−─", "-")
    | dict.fromkeys("〜～∼", "~")
    | dict.fromkeys("“”„", '"')
    | dict.fromkeys("‘’", "'")
    | {"ゐ": "い", "ゑ": "え", "ヰ": "イ", "ヱ": "エ"}
    # Radicals that PDFs give for whole characters and NFKC leaves alone (Unicode's EquivalentUnifiedIdeograph).
    | dict(
        zip("⺟⺠⻁⻄⻆⻑⻓⻔⻘⻝⻢⻤⻥⻦⻨⻩⻫⻬⻭⻯⻰⻲", "母民虎西角長长门青食马鬼鱼鸟麦黄斉齐歯竜龙亀", strict=True)
    )
    # Forms of surnames that are no old forms, so that the converters do not know them.
    | dict(zip("髙﨑嵜邉濵栁", "高崎崎辺浜柳", strict=True))
)
_REMEMBERED = 4  # texts: one is folded for its words, and at once again for its pairs of characters
_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])")
# つ printed large before た and て. After a particle it may open a word (につたえる), in かつて and behind a numeral
# (一つ) it is right as it stands.
_LARGE_TSU = re.compile(
    r"(?:(?<=[あなまいだらわや])|(?<=か)(?!つて)|(?<=なか)|(?<=[一-鿿])(?<![一二三四五六七八九幾]))つ(?=[たて])"
)
# In names of places ヶ and ッ are printed small or large as the printer likes: 関ヶ原, 八ッ場.
_BETWEEN_HAN = re.compile("(?<=[一-鿿])[ケッ](?=[一-鿿])")
_LARGE_YO = re.compile(r"(?<=[でま]し)よ(?=う)")
# エ printed large in ジェ, シェ and チェ within a name (メドベージエフ).
_LARGE_E = re.compile(r"(?<=[ァ-ヴー][シジチ])エ(?=[ァ-ヴー])")
_OLD_SHO = re.compile(r"(?<=[でま])せう")
_CHOTTO = re.compile(r"ちよつと")


@dataclass(frozen=True, slots=True)
class Folded:
    """Search text; ``offsets[i]`` is the index of the original character that ``text[i]`` comes from.

    ``offsets`` has one more entry than ``text`` has characters: the length of the original.
    """

    text: str
    offsets: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the original ``[start, end)`` of the folded stretch ``[start, end)``."""
        if start == end:
            return self.offsets[start], self.offsets[start]
        last = end
        while last < len(self.text) and self.offsets[last] == self.offsets[end - 1]:
            last += 1  # a sign that folds to several characters belongs to the stretch as a whole
        return self.offsets[start], self.offsets[last]


@lru_cache(_REMEMBERED)
def fold(text: str) -> Folded:
    """Return the search form of a text with the way back to it.

    Unicode NFKC and lower case; Chinese and old Japanese characters as Japan writes them today (访 義 国); large kana
    where the small one is meant (なつた → なった, ジエフ → ジェフ); characters of one shape in the script around them
    (ヤ一ド → ヤード); dashes for long vowels in words (コ-ヒ- → コーヒー); thousands separators taken out of numbers
    (37,448,619 → 37448619); dashes, tildes and quotation signs made one; what shows nothing (soft hyphens, variation
    selectors) left out.
    """
    joined, offsets = _by_character(text)
    joined, offsets = _replace(joined, offsets, _GROUPED, _without_commas)
    joined = _CHOTTO.sub("ちょっと", of_today(of_one_script(joined)))
    joined = _BETWEEN_HAN.sub(lambda match: "ヶ" if match[0] == "ケ" else "ツ", joined)
    joined = _LARGE_E.sub("ェ", _LARGE_YO.sub("ょ", _LARGE_TSU.sub("っ", joined)))
    joined, offsets = _replace(joined, offsets, _OLD_SHO, lambda match: [(0, "し"), (0, "ょ"), (1, "う")])
    return Folded(joined, tuple(offsets))


def _by_character(text: str) -> tuple[str, list[int]]:
    """Fold each character with what combines with it; return the text and where each of its characters comes from."""
    if not any(map(_combines, set(text))):
        joined = "".join(map(_fold_char, text))
        if len(joined) == len(text):  # none folds to nothing, so each folds to one
            return joined, list(range(len(text) + 1))
    chars: list[str] = []
    offsets: list[int] = []
    index = 0
    while index < len(text):
        stop = index + 1
        while stop < len(text) and _combines(text[stop]):
            stop += 1
        folded = _fold_char(text[index]) if stop == index + 1 else _fold_group(text[index:stop])
        chars.extend(folded)
        offsets.extend([index] * len(folded))
        index = stop
    offsets.append(len(text))
    return "".join(chars), offsets


def search_text(text: str) -> str:
    """Return the search form of a text; see `fold`."""
    return fold(text).text


def _without_commas(match: re.Match[str]) -> list[tuple[int, str]]:
    return [(index, char) for index, char in enumerate(match[0]) if char != ","]


def _replace(
    text: str, offsets: list[int], pattern: re.Pattern[str], rule: Callable[[re.Match[str]], list[tuple[int, str]]]
) -> tuple[str, list[int]]:
    """Replace matches; the rule gives each new character with the index in the match that it comes from."""
    if not pattern.search(text):
        return text, offsets
    chars: list[str] = []
    places: list[int] = []
    at = 0
    for match in pattern.finditer(text):
        chars.append(text[at : match.start()])
        places += offsets[at : match.start()]
        for index, char in rule(match):
            chars.append(char)
            places.append(offsets[match.start() + index])
        at = match.end()
    chars.append(text[at:])
    places += offsets[at:]
    return "".join(chars), places


@cache
def _combines(char: str) -> bool:
    """Say whether a character is written with the one before it (marks, half-width voicing, jamo) or not at all."""
    return (
        char in "ﾞﾟ"
        or _shows_nothing(char)
        or (char > "\u02ff" and (unicodedata.combining(char) != 0 or "\u1160" <= char <= "\u11ff"))
    )


def _shows_nothing(char: str) -> bool:
    """Say whether a character only formats what is around it: soft hyphen, zero width space, variation selector."""
    return unicodedata.category(char) == "Cf" or "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"


@cache
def _fold_char(char: str) -> str:
    return _fold_group(char)


def _fold_group(group: str) -> str:
    """Fold one character with what combines with it."""
    group = "".join(char for char in group if not _shows_nothing(char))
    plain = unicodedata.normalize("NFKC", group.translate(_SIGNS)).translate(_SIGNS).lower()
    return "".join(modern(char) if "\u3400" <= char <= "\u9fff" or ord(char) > 0xFFFF else char for char in plain)


@cache
def modern(char: str) -> str:
    """Return the character as Japan writes it today: 閲 for 閱, 義 for 义; itself where there is no other form."""
    to_japanese, to_traditional = _converters()
    try:
        char.encode("shift_jis")  # JIS X 0208: Japan knows this character, so it is not a Chinese simplification
        found = to_japanese(char)
    except UnicodeEncodeError:
        found = to_japanese(to_traditional(char))
    return found if len(found) == 1 else char


@cache
def _converters() -> tuple[Callable[[str], str], Callable[[str], str]]:
    """Return the converters to Japanese and to traditional characters; loaded when the first ideograph is folded."""
    from opencc import OpenCC  # noqa: PLC0415 - its tables take a tenth of a second

    return OpenCC("t2jp").convert, OpenCC("s2t").convert


@lru_cache(4096)
def simplified(words: str) -> str:
    """Return Chinese words in simplified characters, which lists of how common words are have."""
    return str(_to_simplified()(words))


@cache
def _to_simplified() -> Callable[[str], str]:
    from opencc import OpenCC  # noqa: PLC0415

    return OpenCC("t2s").convert


def unvoiced(text: str) -> str:
    """Return kana without their voicing marks, in which recognition errors are most frequent."""
    return "".join(char for char in unicodedata.normalize("NFD", text) if char not in "\u3099\u309a")
