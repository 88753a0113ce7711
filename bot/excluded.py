"""What a question leaves out: whom or what it says beside which it asks for others (中国以外で, besides Xi, 除了他).

Invariant: only the question's words decide; what is left out need not stand beside the answer, and is none.
"""

from __future__ import annotations

import re

from bot.cues import Lang

# The closed classes that say so of the name before or behind them; of tables too (`tables.leaving_out`).
BEHIND_JA = r"以外|(?:を|は)?(?:除[いくけ]|抜[いき])"
BEFORE_EN = r"except(?: for)?|excluding|not counting|other than|apart from|leaving out"
BEHIND_KO = r"(?:을|를)? ?(?:빼고|뺀|제외|말고|이외|외에)"
_JA_WORD = r"[一-鿿々ァ-ヺーA-Za-z0-9・「」]+"
_NO_NAME_EN = r"(?!who|what|which|when|where|why|how|did|does|do|is|are|was|were|has|have)"
_EXCLUDED: dict[Lang, re.Pattern[str]] = {
    "ja": re.compile(
        rf"{_JA_WORD}(?:[のとや]{_JA_WORD})*(?:氏|さん)?(?:{BEHIND_JA}|を?のぞ[いくけ]|の(?:ほか|他)(?=[にでは、]))"
    ),
    "en": re.compile(
        rf"\b(?:{BEFORE_EN}|besides|aside from|in addition to) "
        rf"[\w.'’-]+(?:(?:,? and |, | ){_NO_NAME_EN}[\w.'’-]+){{0,5}}",
        re.IGNORECASE,
    ),
    "zh": re.compile(r"除(?:了|去|开)?[^，,。？?]{1,24}?(?:以外|之外|外(?=[，,还又也])|(?=[，,]))"),
    "ko": re.compile(rf"(?:[가-힣A-Za-z·]+(?:와|과|이?랑|하고|및) ?)*[가-힣A-Za-z·]+(?:{BEHIND_KO})(?:하고|한)?"),
}


def excluded(text: str, lang: Lang) -> tuple[tuple[int, int], ...]:
    """Return the stretches of a question that say what it does not ask for."""
    return tuple(match.span() for match in _EXCLUDED[lang].finditer(text))
