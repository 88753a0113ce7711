"""Names of columns that ran together in Japanese, parted where the dictionary parts words: 地区名|世帯数|人口.

Invariant: what cannot stand as a name by itself (数, 率, 名, 増減 behind 比) goes with the word before it; the names
are believed only where the rows below have as many cells.
"""

from __future__ import annotations

import re

from corpus.structure.people import morphemes

_LONGEST = 40  # characters of a line of names
_FEWEST = 3
_CHANGE = re.compile(
    r"対?(?:前|当初)?(?:年|期|月|回|年度)?(?:同[期月年])?(?:比|差)?(?:増減|増加|減少|伸び|変化|成長|上昇)[率数額]?|対?前(?:年|期|月|回|年度)(?:同[期月])?[比差]"
)
_BEHIND = re.compile(
    r"[名数率比額量高者日費号差度別化性的人員]|(?:金|総|人|件)?[額数]|年度|年月日?|番号|回数|日数|時間|単価|割合|面積"
)
_ASIDE = re.compile(r"[（(][^（）()]{1,12}[)）]")
_BEFORE = re.compile(r"[総延各新旧全]")
_WIDE = re.compile(r"(?:[一-鿿々ァ-ヺーぁ-ゖ]|[（(][^（）()]{1,12}[)）])+")


def word_names(text: str) -> list[tuple[int, int]]:
    """Return the places of the names in a line that holds nothing but words, or nothing where they are too few."""
    if len(text) > _LONGEST or not _WIDE.fullmatch(text) or len(re.findall(r"[ぁ-ゖ]", text)) * 4 > len(text):
        return []
    names: list[tuple[int, int]] = []
    joins = False
    for start, end, word in _words(text):
        if not word:
            return []
        behind = names and (joins or _BEHIND.fullmatch(word) or _ASIDE.fullmatch(word))
        names = [*names[:-1], (names[-1][0], end)] if behind else [*names, (start, end)]
        joins = bool(_BEFORE.fullmatch(word))
    return names if len(names) >= _FEWEST else []


def _words(text: str) -> list[tuple[int, int, str]]:
    """Return the words of a line in order; a change or a rate, whatever it is made of, and a unit are one.

    A word that stands in no name is empty.
    """
    found: list[tuple[int, int, str]] = []
    at = 0
    whole = [match.span() for pattern in (_CHANGE, _ASIDE) for match in pattern.finditer(text) if match.group()]
    for start, end in [*sorted(whole), (len(text), len(text))]:
        for word, kind, _ in morphemes(text[at:start]) if start > at else ():
            found.append((at, at + len(word), "" if kind.startswith(("助詞", "助動詞", "動詞")) else word))
            at += len(word)
        if end > start >= at:
            found.append((start, end, text[start:end]))
            at = end
    return found
