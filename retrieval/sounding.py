"""How a word in Han characters or kana sounds, as Latin letters and as Hangul write it: names cross scripts by sound.

Invariant: a key is all that two spellings of one sound share, for some writers tell long vowels, Hepburn's m for n,
lenis and aspirated consonants apart and others do not. A name may be read in Japanese and in Chinese; Korean has a
reading of its own for every character (李強: liqiang; 리창, 이강).
"""

from __future__ import annotations

import re
import unicodedata

from corpus.morphology import name_readings, names_something, units
from retrieval import korean
from retrieval.syllables import parted
from retrieval.transcription import kana_in_hangul, kana_in_latin, pinyin_in_hangul

_ALIKE = str.maketrans("ㄲㅋㄸㅌㅃㅆㅉㅊ", "ㄱㄱㄷㄷㅂㅅㅈㅈ")
_LONG = re.compile("(?<=[오고소도노호모요로조보포교쇼뇨효묘료])[우오]|(?<=[우구스후무유루주부규슈뉴류])우")
_TURNED = str.maketrans(
    "カキクケコサシスセソタチツテトハヒフヘホガギグゲゴザジズゼゾダヂヅデドバビブベボ",
    "ガギグゲゴザジズゼゾダヂヅデドバビブベボカキクケコサシスセソタチツテトハヒフヘホ",
)
_KATAKANA = re.compile("[\u30a1-\u30fc]+")
_HAN = re.compile("[\u4e00-\u9fff]+")
_LEAST_RARE = 6  # letters, of three syllables: shorter ones are words of Korean as well
_SHORT = 2  # characters


def in_latin(word: str) -> frozenset[str]:
    """Return the keys of what a word sounds like in Latin letters: by its characters in Chinese, a name in Japanese."""
    keys = {latin_key("".join(_pinyin(word)).replace("v", "u"))} if _HAN.fullmatch(word) else set()
    if names_something(word):
        keys |= {latin_key(kana_in_latin(read)) for read in _read(word)}
    return frozenset(keys - {""})


def in_hangul(word: str) -> frozenset[str]:
    """Return the keys of how a name sounds in Hangul, read in Japanese or by its characters in Chinese."""
    if not names_something(word):
        return frozenset()
    likeliest, *others = (hangul_key(kana_in_hangul(read)) for read in _read(word))
    keys = {likeliest, *(key for key in others if len(key) >= _LEAST_RARE)}
    if _HAN.fullmatch(word):
        syllables = [pinyin_in_hangul(sound) for sound in _pinyin(word)]
        keys.add(hangul_key("".join(syllables)) if all(syllables) else "")
    return frozenset(keys - {""})


def in_kana(word: str) -> str:
    """Return the key of what a word in katakana sounds like in Latin letters; "" for any other."""
    return kana_key(kana_in_latin(word)) if _KATAKANA.fullmatch(word) else ""


def kana_key(text: str) -> str:
    """Return what a foreign word in Latin letters and in katakana share: kana tell no l from r and no v from b."""
    letters = re.sub("ph", "f", re.sub("q|c(?!h)", "k", latin_key(text))).translate(str.maketrans("lv", "rb"))
    return re.sub(r"([a-z])\1+", r"\1", letters)


def skeleton(text: str) -> str:
    """Return the consonants that a foreign name in Latin letters and in katakana share (Larkmoor, ラークムーア: rkm).

    Katakana write vowels between consonants and behind the last, and none of English r behind a vowel.
    """
    if _KATAKANA.fullmatch(text):
        letters = re.sub("h", "", re.sub("ts|ch", "t", kana_in_latin(text.replace("ー", ""))))
    else:
        letters = re.sub("r(?![aeiouy])", "", re.sub("(?<![cstp])h|gh(?=t)", "", _letters(text)))
        for written, sound in _SOUNDS:
            letters = re.sub(written, sound, letters)
    letters = re.sub("m(?=[bp])", "n", letters)
    return re.sub(r"([a-z])\1+", r"\1", re.sub("[aeiouyw]", "", letters.translate(str.maketrans("lvz", "rbs"))))


# How English writes consonants, and which of those that kana tell apart is heard.
_SOUNDS = (
    ("ph", "f"), ("th|sh", "s"), ("tch|ch", "t"), ("ck|q|c(?![eiy])", "k"), ("c", "s"), ("x", "ks"), ("h", ""),
    ("dge?|g(?=[eiy])", "j"),
)  # fmt: skip


def korean_readings(word: str) -> frozenset[str]:
    """Return how Korean reads a word in Han characters, as South and North spell it; empty for other words."""
    return korean.readings(_units(word)) if _HAN.fullmatch(word) else frozenset()


def korean_in_latin(word: str) -> frozenset[str]:
    """Return the keys of how a name in Han characters sounds in Korean, in Latin letters (金正恩, Kim Jong Un)."""
    if not _HAN.fullmatch(word) or not names_something(word):
        return frozenset()
    return frozenset(korean_latin_key(korean.romanised(r)) for r in korean.readings(_units(word), name=True)) - {""}


def latin_parts(word: str) -> frozenset[tuple[str, ...]]:
    """Return how a name may be written in Latin letters, small: in one word, or family name and given name apart.

    A name in Han characters is read in Chinese, in Korean and, whole, in Japanese (李強: liqiang; li, qiang).
    """
    if not names_something(word):
        return frozenset()
    found: set[tuple[str, ...]] = {(kana_in_latin(read).lower(),) for read in _read(word)}
    if _HAN.fullmatch(word):
        read = [
            _pinyin(word),
            *([korean.romanised(syllable) for syllable in one] for one in korean.readings(_units(word), name=True)),
        ]
        for syllables in read:
            plain = [_letters(syllable) for syllable in syllables]
            found |= {("".join(plain),), (plain[0], "".join(plain[1:])), tuple(plain)}
    return frozenset(parts for parts in found if all(parts))


def korean_latin_key(text: str) -> str:
    """Return what the romanisations of Korean share: none tells voiced, aspirated and plain consonants apart alike."""
    letters = latin_key(re.sub("e+(?=[ou])", "", _letters(text))).translate(str.maketrans("gdb", "ktp"))
    return re.sub("j", "ch", re.sub("(?<=[ktp])h+", "", letters))


def latin_key(text: str) -> str:
    """Return what spellings of one sound in Latin letters share: letters, long vowels short, n for m before a lip."""
    letters = re.sub("u+", "u", re.sub("m(?=[bmp])", "n", _letters(text)))
    return re.sub("o(?:[ou]|h(?![aeiouy]))+", "o", letters)


def _letters(text: str) -> str:
    """Return the Latin letters of a text, small and without the signs above them (Tōkyō, Lǐ Qiáng)."""
    return "".join(character for character in unicodedata.normalize("NFKD", text.lower()) if "a" <= character <= "z")


def hangul_key(text: str) -> str:
    """Return what spellings of one sound in Hangul share: its letters apart, lenis for tense and aspirated ones."""
    apart = ""
    for character in _LONG.sub("", text).replace("츠", "쓰"):
        letters = parted(character)
        if letters is None:
            return ""
        lead, vowel, tail = letters
        tail = tail.replace("ㅅ", "")  # a long consonant, that some leave out
        apart += (lead + vowel + tail).translate(_ALIKE)
    return apart


def _read(word: str) -> tuple[str, ...]:
    """Return how a name is read in Japanese, then with its last character's sound voiced where it is not, or plain.

    Which of the two it is in a family name (中島: ナカジマ, ナカシマ; 稗田: ヒエタ, ヒエダ) no dictionary knows of all.
    """
    read = name_readings(word)
    if len(word) < _SHORT or not _HAN.fullmatch(word):
        return read
    lasts = {form for last in name_readings(word[-1]) if last for form in (last, _turned(last))}
    turned = (way.removesuffix(last) + _turned(last) for way in read for last in lasts if way.endswith(last))
    return tuple(dict.fromkeys((*read, *turned)))


def _turned(read: str) -> str:
    """Return a reading with its first consonant voiced where it is plain, plain where it is voiced."""
    return read[0].translate(_TURNED) + read[1:]


def _units(word: str) -> tuple[str, ...]:
    return units(word) if len(word) > _SHORT else (word,)  # no second unit of two characters fits in


def _pinyin(word: str) -> list[str]:
    from pypinyin import lazy_pinyin  # noqa: PLC0415  0.3 s that only questions in another script pay

    return list(lazy_pinyin(word, v_to_u=False))
