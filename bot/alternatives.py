"""The values between which a question leaves the choice (13日？14日？, 15 or 17 metres), apart from what they are of.

Invariant: only dates and numbers of one unit are alternatives, and only where nothing but a choosing word of a closed
class stands between them; what is left of the question is never empty.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.cues import AskKind, Lang
from bot.question import Ask, Question
from corpus.structure.dates import find_dates
from corpus.structure.quantities import find_quantities

# What leaves the choice between two values, and what only joins them: then it must be asked which is right.
_OR: dict[Lang, str] = {
    "ja": r"(?:なの|だっけ|でしたっけ|です)?(?:か|[?？])[、,]?\s*(?:それとも|または|あるいは)?[、,]?\s*|"
    r"[、,]?(?:それとも|または|あるいは)[、,]?",
    "en": r",? (?:or|versus|vs\.?) (?:was it |is it )?(?:on |in )?(?:the )?",
    "zh": r"[，,?？]?(?:还是|還是|或者?|抑或)(?:是)?|[?？]\s*",
    "ko": r"(?:이?야|이?냐|이?니|인가요?|인지|일까|이에요|예요)?\s?[?？,]?\s*(?:아니면)?\s*",
}
_AND: dict[Lang, str] = {
    "ja": r"と|や|、",
    "en": r" and (?:the )?",
    "zh": r"和|跟|与|、",
    "ko": r"(?:이랑|랑|하고|과|와|,)\s?",
}
_SEEN_EN = re.compile(
    r"^(?:i|we)(?:['’]ve| have)? (?:\w+ )?(?:seen|saw|read|heard|found|got|see|find) (?:both )?$", re.IGNORECASE
)
_BEHIND: dict[Lang, str] = {
    "ja": r"(?:なの|なん|だっけ|でしたっけ|です|だ)?(?:の|ん)?(?:です)?か?[?？]?",
    "en": r"(?: (?:for|of|as|on) (?:the )?(?=\w))?",
    "zh": r"",
    "ko": r"(?:이?야|이?냐|이?니|인가요?|인지|일까요?|이에요|예요)?",
}
_LOOSE = re.compile(r"^[\s、。，,.;:?？!！…]+|[\s、，,;:…]+(?=[。.?？!！]|$)")
_FEWEST = 2  # characters of a question


@dataclass(frozen=True, slots=True)
class Choice:
    """A question without the values it leaves the choice between, what kind of thing they are, and their words."""

    left: str
    kind: AskKind
    unit: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Value:
    start: int
    end: int
    kind: AskKind
    unit: str


def choice(text: str, lang: Lang, *, doubts: bool) -> Choice | None:
    """Return what a question leaves the choice between; of values that it only joins, where it doubts."""
    found = _values(text)
    joins = re.compile(f"(?:{_OR[lang]}|{_AND[lang]})" if doubts else f"(?:{_OR[lang]})", re.IGNORECASE)
    for one, two in pairwise(found):
        between = text[one.end : two.start]
        alike = one.kind == two.kind and ({one.unit, two.unit} - {""} == {two.unit} - {""} or one.unit == two.unit)
        if not alike or not joins.fullmatch(between) or (lang == "ko" and not between.strip()):
            continue
        behind = re.compile(_BEHIND[lang], re.IGNORECASE).match(text, two.end)
        end = behind.end() if behind else two.end
        before = "" if _SEEN_EN.search(text[: one.start]) else text[: one.start]
        left = _LOOSE.sub("", f"{before}{text[end:]}").strip()
        if len(left) >= _FEWEST:
            return Choice(left, two.kind, two.unit, (text[one.start : one.end], text[two.start : two.end]))
    return None


def _values(text: str) -> list[_Value]:
    dates = [_Value(one.start, one.end, "when", "") for one in find_dates(text) if one.value]
    numbers = [
        _Value(one.start, _behind_its_unit(text, one.end) if not one.unit else one.end, "count", one.unit)
        for one in find_quantities(text)
        if not any(date.start <= one.start < date.end for date in dates)
    ]
    return sorted((*dates, *numbers), key=lambda value: value.start)


def _behind_its_unit(text: str, end: int) -> int:
    """Return where a number ends with a unit that no table has: a word that another number has too (15 GL)."""
    word = re.compile(r"\s?([A-Za-z]{1,10})\b").match(text, end)
    return word.end() if word and len(re.findall(rf"\d\s?{word[1]}\b", text)) > 1 else end


def asking_for(question: Question, of: Choice) -> Question:
    """Return a question that asks for what its values are, where it does not do so in other words."""
    asks: Sequence[Ask] = question.asks if of.kind in question.kinds() else (Ask(of.kind, 0, 0, of.unit),)
    return replace(question, asks=tuple(asks), between=of.values, doubts=True)
