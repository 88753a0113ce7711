"""The letters of a Hangul syllable, taken apart and put together.

Invariant: `parted` and `joined` undo each other for each of the 11,172 syllables.
"""

from __future__ import annotations

# A syllable is 0xAC00 + (lead × 21 + vowel) × 28 + tail (The Unicode Standard, 3.12).
LEADS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
TAILS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
_FIRST, _COUNT = 0xAC00, len(LEADS) * len(VOWELS) * len(TAILS)


def parted(character: str) -> tuple[str, str, str] | None:
    """Return a syllable's lead, vowel and tail (empty for none); None for any other character."""
    place = ord(character) - _FIRST
    if not 0 <= place < _COUNT:
        return None
    rest, tail = divmod(place, len(TAILS))
    lead, vowel = divmod(rest, len(VOWELS))
    return LEADS[lead], VOWELS[vowel], TAILS[tail]


def joined(lead: str, vowel: str, tail: str = "") -> str:
    """Return the syllable of these letters. Raises ValueError for letters that stand elsewhere in one."""
    place = LEADS.index(lead) * len(VOWELS) + VOWELS.index(vowel)
    return chr(_FIRST + place * len(TAILS) + TAILS.index(tail))
