"""What a question leaves out: whom or what it says beside which it asks for others (中国以外で, besides Xi, 除了他).

Invariant: only the question's words decide; what is left out need not stand beside the answer.
"""

from __future__ import annotations

import re

from bot.cues import Lang

_JA_WORD = r"[一-鿿々ァ-ヺーA-Za-z0-9・「」]+"
_EXCLUDED: dict[Lang, re.Pattern[str]] = {
    "ja": re.compile(
        rf"{_JA_WORD}(?:[のとや]{_JA_WORD})*(?:氏|さん)?"
        r"(?:以外(?!の(?:理由|原因))|の(?:ほか|他)(?=[にでは、])|を(?:除[いくけ]|のぞ[いくけ])|じゃな[いく]て|ではなく)"
    ),
    "en": re.compile(
        r"\b(?:besides|other than|apart from|aside from|except(?: for)?|excluding|not counting|in addition to) "
        r"[\w.'’-]+(?:(?:,? and |, | )"
        r"(?!who|what|which|when|where|why|how|did|does|do|is|are|was|were|has|have)[\w.'’-]+){0,5}",
        re.IGNORECASE,
    ),
    "zh": re.compile(r"除(?:了|去|开)?[^，,。？?]{1,24}?(?:以外|之外|外(?=[，,还又也])|(?=[，,]))"),
    "ko": re.compile(
        r"(?:[가-힣A-Za-z·]+(?:와|과|이?랑|하고|및) ?)*[가-힣A-Za-z·]+ ?(?:말고|빼고|제외하고|제외한|이?외에)"
    ),
}


def excluded(text: str, lang: Lang) -> tuple[tuple[int, int], ...]:
    """Return the stretches of a question that say what it does not ask for."""
    return tuple(match.span() for match in _EXCLUDED[lang].finditer(text))
