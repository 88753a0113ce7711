"""What a question leaves out: whom or what it says beside which it asks for others (中国以外で, besides Xi, 除了他).

Invariant: only the question's words decide; what is left out need not stand beside the answer, and is none.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.cues import Lang

# The closed classes that say so of the name before or behind them; of tables too (`tables.leaving_out`).
BEHIND_JA = r"以外|(?:を|は)?(?:除[いくけ]|抜[いき])"
BEFORE_EN = r"except(?: for)?|excluding|not counting|other than|apart from|leaving out"
BEHIND_KO = r"(?:을|를)? ?(?:빼고|뺀|제외|말고|이외|외에)"
# A name ends in kana that are no particle (人毛かつら).
KANA_JA = "[いうえおかきくけこさしすせそたちつてなぬねひふほまみむめゆよらりるれろわんゃゅょ]{2,5}"
_JA_WORD = rf"(?:[一-鿿々ァ-ヺーA-Za-z0-9・「」]+(?:{KANA_JA})?|{KANA_JA})"
_NO_NAME_EN = r"(?!who|what|which|when|where|why|how|did|does|do|is|are|was|were|has|have)"
_EXCLUDED: dict[Lang, re.Pattern[str]] = {
    "ja": re.compile(
        rf"(?P<name>{_JA_WORD}(?:[のとや]{_JA_WORD})*?)(?:氏|さん)?"
        rf"(?:{BEHIND_JA}|を?のぞ[いくけ]|の(?:ほか|他)(?=[にでは、]))"
    ),
    "en": re.compile(
        rf"\b(?:{BEFORE_EN}|besides|aside from|in addition to) "
        rf"(?P<name>[\w.'’-]+(?:(?:,? and |, | ){_NO_NAME_EN}[\w.'’-]+){{0,5}})",
        re.IGNORECASE,
    ),
    "zh": re.compile(r"除(?:了|去|开)?(?P<name>[^，,。？?]{1,24}?)(?:以外|之外|外(?=[，,还又也])|(?=[，,]))"),
    "ko": re.compile(
        r"(?P<name>(?:[가-힣A-Za-z·]+(?:와|과|이?랑|하고|및) ?)*[가-힣A-Za-z·]+?)"
        rf"(?:{BEHIND_KO})(?:하고|한)?"
    ),
}


class Excluded(NamedTuple):
    """What a question leaves out, ``[start, end)``, in words that say so from ``first`` to ``last``."""

    start: int
    end: int
    first: int
    last: int

    @property
    def beside(self) -> tuple[tuple[int, int], ...]:
        """Return where the words stand that say so."""
        return tuple((a, b) for a, b in ((self.first, self.start), (self.end, self.last)) if a < b)


def excluded(text: str, lang: Lang) -> tuple[Excluded, ...]:
    """Return what a question says that it does not ask for, in order."""
    return tuple(Excluded(*match.span("name"), *match.span()) for match in _EXCLUDED[lang].finditer(text))
