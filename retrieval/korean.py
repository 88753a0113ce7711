"""How Korean reads words in Han characters, in Hangul and in Latin letters.

Invariant: a reading has a syllable for each character; a word with a character that Korean does not read has none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from itertools import islice, product

from corpus.frequency import zipf
from retrieval.syllables import joined, parted

_Y_VOWELS = frozenset("ㅑㅒㅕㅖㅛㅠㅣ")
_HAN = re.compile("[\u4e00-\u9fff]+")
_MOST_READINGS = 16  # of a word; the usual ones come first
_LEADS_LATIN = dict(
    zip(
        "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ",
        ("k", "kk", "n", "t", "tt", "r", "m", "p", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"),
        strict=True,
    )
)
_VOWELS_LATIN = dict(
    zip(
        "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ",
        (
            *("a", "ae", "ya", "yae", "o", "e", "yo", "ye", "o", "wa", "wae", "oe", "yo"),
            *("u", "wo", "we", "wi", "yu", "u", "ui", "i"),
        ),
        strict=True,
    )
)
_TAILS_LATIN = {"ㄱ": "k", "ㄴ": "n", "ㄹ": "l", "ㅁ": "m", "ㅂ": "p", "ㅅ": "t", "ㅇ": "ng"}


def readings(units: Sequence[str], *, name: bool = False) -> frozenset[str]:
    """Return how Korean may read a word in Han characters, given its units, in Hangul; empty for other words.

    A name may be read in any of the ways of its characters, a word in those that Korean has for it.
    The first consonant of a word is softened in South Korea and not in North Korea; South Korea softens a unit of two
    characters or more within a compound as well (国際|連合, 국제연합), and 렬, 률 behind a vowel or ㄴ (比率, 비율).
    """
    word = "".join(units)
    if not _HAN.fullmatch(word):
        return frozenset()
    lengths = [len(unit) for unit in units]
    sounds = islice(product(*(_table().get(character, ()) for character in word)), _MOST_READINGS)
    spelt = [_spelt("".join(sound), lengths) for sound in sounds]
    return frozenset(form for forms in (spelt if name else _likely(spelt)) for form in forms)


def _likely(sounds: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return of the readings of a word, each in its spellings and the usual one first, those that Korean has.

    An unusual reading stands where it makes a word and the usual one makes none (不足: 부족, not 불족; but 貿易: 무역,
    although 무이 is a word as well); of what makes no word, all may be.
    """
    known = [forms for forms in sounds if any(zipf(form, "ko") for form in forms)] if len(sounds) > 1 else []
    if not known:
        return sounds
    return sounds[:1] if known[0] == sounds[0] else known


def _spelt(read: str, lengths: Sequence[int]) -> tuple[str, ...]:
    """Return a reading in the spellings of North and South, given the lengths of its units; the first is as it is."""
    southern, at = "", 0
    for length in lengths:
        unit = read[at : at + length]
        southern += _softened(unit) if not at or length > 1 else unit
        at += length
    return tuple(dict.fromkeys((read, _softened(read), _without_l(southern))))


def romanised(read: str) -> str:
    """Return Hangul in Latin letters, each syllable by itself; empty where it is no Hangul."""
    out = ""
    for character in read:
        letters = parted(character)
        if letters is None:
            return ""
        lead, vowel, tail = letters
        out += _LEADS_LATIN[lead] + _VOWELS_LATIN[vowel] + _TAILS_LATIN.get(tail, "")
    return out


def _softened(read: str) -> str:
    """Return a reading as South Korea begins a word: without ㄹ, and without ㄴ before i and y."""
    letters = parted(read[0]) if read else None
    if letters is None or letters[0] not in "ㄹㄴ":
        return read
    _, vowel, tail = letters
    return joined("ㅇ" if vowel in _Y_VOWELS else "ㄴ", vowel, tail) + read[1:]


def _without_l(read: str) -> str:
    """Return a reading with 열, 율 for 렬, 률 behind a vowel or ㄴ."""
    out = ""
    for character in read:
        before = parted(out[-1]) if out else None
        if character in "렬률" and before and before[2] in ("", "ㄴ"):
            out += _softened(character)
        else:
            out += character
    return out


@cache
def _table() -> dict[str, tuple[str, ...]]:
    """Return the readings of each character, the usual one first."""
    return _read((files("retrieval") / "hangul.txt").read_text("utf-8").splitlines())


def _read(lines: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        if not line.startswith("#"):
            for character in line[1:]:
                found[character].append(line[0])
    return {character: tuple(syllables) for character, syllables in found.items()}
