"""Whether a line break cuts a Korean word: lines are wrapped at any syllable, and spaces stand between words.

Invariant: a break is one inside a word only where what follows cannot begin one, or where both sides make a common word
together and the second is none alone.
"""

from __future__ import annotations

import re

from corpus.frequency import zipf

_LAST = re.compile(r"[가-힣]+\Z")
_FIRST = re.compile(r"[가-힣]+")
# Particles and endings that begin no word, at the head of a line and before a space or a stop.
_BOUND = re.compile(
    r"(?:은|는|을|를|에서도?|에게[서도는]?|에는|에도|으로[는도써]?|로도|로써|와는|과는|까지[는도]?|부터[는도]?|처럼|마다|조차|이?라고"
    r"|(?:였|었|았)(?:다|고|으며|으나|지만|는데)|다(?=[.])|여도|지만|면서|습니다|입니다|이다|이며|으며"
    r"|(?<![을를은는이가도만게히로])(?:했(?:다|고|으며|으나|지만)|하였다|하다|한다|된다|됐다))(?=[\s.,)\"”’]|\Z)"
)
_COMMON = 4.0  # Zipf frequency of a word that a break may cut
_PART = 3.5  # of what may stand as a word alone
_LONGEST = 4  # syllables of it


def cuts_word(before: str, after: str) -> bool:
    """Say whether a line break between two stretches stands in a Korean word (설 / 립된, 줄었 / 다)."""
    last, first = _LAST.search(before), _FIRST.match(after)
    if last is None or first is None:
        return False
    if _BOUND.match(before + after, len(before)):
        return True
    left, right = last.group(), first.group()
    if any(zipf(right[:size], "ko") >= _PART for size in range(2, min(len(right), _LONGEST) + 1)):
        return False  # it begins a word of its own
    return len(right) > 1 and any(
        zipf(left[-one:] + right[:other], "ko") >= _COMMON
        for one in range(1, min(len(left), _LONGEST - 1) + 1)
        for other in range(1, min(len(right), _LONGEST - one) + 1)
        if one == len(left) or other > 1
    )
