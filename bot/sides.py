"""The sides that a question sets against each other, each as a question of its own.

Invariant: a side's question is the question with one of the things it joins and without the words that only compare;
what is joined is told by the conjunction and by closed classes of particles alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.cues import Lang
from bot.manner import EACH, SETS_AGAINST


@dataclass(frozen=True, slots=True)
class _Joins:
    """How a language joins two things: what ends the words before them, the conjunction, what ends the second."""

    before: re.Pattern[str]
    joins: re.Pattern[str]
    after: re.Pattern[str]


_NUMBERED = r"(?:\d[\d,.]*|[一二三四五六七八九十]+)"
_JOINS: dict[Lang, _Joins] = {
    "ja": _Joins(
        re.compile(r"[、。，,?？!！…]|って(?![たいるきくも])|(?<=[^\s、])は(?=[^\s])"),
        re.compile(
            r"(?<![こもひりっねなだるいたす])と(?!比|くらべ|い[うっわ]|し[てた]|き|ころ|も(?!\S{1,15}と)|は[?？]|[思言述呼]|なる|なっ|のこと|同じ|違)[、，]?"
        ),
        re.compile(
            r"[、。，,?？!！…]|それぞれ|別々|両方|と?(?:では|で(?!き)|は|が|を|って|だと|なら|について|に(?!つ))|と[をはで]"
        ),
    ),
    "en": _Joins(
        re.compile(
            r"[,;:.?!]|\b(?:between|did|do|does|was|were|is|are|for|of|in|at|by|from|to|on|compare|both|than)\b", re.I
        ),
        re.compile(r"\b(?:and|versus|vs\.?|compare[sd]? (?:to|with))\b", re.I),
        re.compile(
            r"[,;:.?!]|\b(?:each|respectively|compare|differ|have|has|had|did|do|does|was|were|is|are|in|at|for|on|by|from)\b",
            re.I,
        ),
    ),
    "zh": _Joins(
        re.compile(r"[，。,?？!！、]|在|对"),
        re.compile(r"和|与|跟|及"),
        re.compile(r"[，。,?？!！、]|分别|各自|的|相比|相差|差[额距多]|在|有|是|都|之间"),
    ),
    "ko": _Joins(
        re.compile(r"[,.?!]|(?<=[가-힣])(?:은|는) "),
        re.compile(r"(?<=[가-힣\d])(?:이랑|랑|하고|와|과) |(?<= )및 "),
        re.compile(r"[,.?!]|(?<=[가-힣])(?:은|(?<![없있하되])는|이|가|을|를|의|에서|에|도)(?= )| ?각각| 비교"),
    ),
}
# Words that only set the sides against each other.
_ONLY_COMPARES = re.compile(
    r"それぞれ|別々に?|並べて|(?:両方|双方)(?:の|とも|を)?|と?を?(?:比べ|くらべ|比較し|対比し)(?:[^、。?？]{0,12}(?=[、。?？]|$)|て|ると)|"
    r"(?:違|ちが)[いうっわ][^、。?？]*|[、の]?(?:差額?|開き)(?=[はがを]|って|[、。?？]|$)|"
    r"\b(?:each|respectively|both)\b|\bthe difference (?:between|in|of)\b|分别|分別|各自|相比|"
    r"(?:之间)?的?相?差(?:额|距|了)?(?=[是有]|多少|几|$)|각각|"
    r"의? ?(?:차이|차액)(?:[는은가이](?= |[?]|$)|(?=[?]|$))|(?:를|을)? ?비교(?:해|하면)? ?(?:줘|주세요|줄래)?",
    re.IGNORECASE,
)
# By how much one is more than the other.
_GAP = re.compile(r"差額|の差(?=[はがを]|って|[?？]|$)|相差|差多少|差[额距]|차액|\bdifference between\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[^、。，,?？!！…]*")
_HEAD = re.compile(r"([A-Za-z]{3,}|[가-힣]{2,}|[一-鿿]{2}|[ァ-ヶー]{3,})\s*$")
_LONGEST, _SHORTEST = 40, 1


def sides(text: str, lang: Lang) -> tuple[str, ...]:
    """Return a question for each of two things that a question compares or asks about each; () where it does not."""
    cues = [*SETS_AGAINST.finditer(text), *EACH.finditer(text), *_GAP.finditer(text)]
    if not cues:
        return ()
    found = list(_JOINS[lang].joins.finditer(text))
    last = max(cue.start() for cue in cues)
    # what is joined mostly stands right before the word that compares it
    for join in [*reversed([j for j in found if j.end() <= last]), *(j for j in found if j.end() > last)]:
        start, end = _around(text, join, lang)
        both = text[start : join.start()], text[join.end() : end]
        if all(_SHORTEST <= len(side.strip()) <= _LONGEST for side in both):
            return tuple(_asked(text[:start], side, text[end:]) for side in both)
    return ()


def _around(text: str, join: re.Match[str], lang: Lang) -> tuple[int, int]:
    """Return where the first of two joined things starts and where the second ends."""
    joined = _JOINS[lang]
    start = max((m.end() for m in joined.before.finditer(text, 0, join.start())), default=0)
    of = text.count("的", start, join.start()) if lang == "zh" else 0  # what the first is of, the second is of as well
    ends = [m.start() for m in joined.after.finditer(text, join.end())]
    while of and ends and text[ends[0]] == "的":
        of, ends = of - 1, ends[1:]
    end = ends[0] if ends else len(text)
    clause = _CLAUSE.match(text, join.end())
    if head := _HEAD.search(text, start, join.start()):  # the same word heads both
        same = re.compile(re.escape(head[1]) + (r"(?![A-Za-z])" if head[1].isascii() else ""))
        if again := same.search(text, join.end(), clause.end() if clause else len(text)):
            end = again.end()
            start = _as_many_words(text, start, join.start(), len(text[join.end() : end].split()), lang)
    return _numbered(text, start, join, end)


def _as_many_words(text: str, start: int, end: int, words: int, lang: Lang) -> int:
    """Return where so many of the last words of a stretch start, in languages that write spaces."""
    starts = [m.start() for m in re.finditer(r"\S+", text[start:end])]
    return start + starts[-words] if lang in ("en", "ko") and words < len(starts) else start


def _numbered(text: str, start: int, found: re.Match[str], end: int) -> tuple[int, int]:
    """Return where the sides start and end where both are numbered alike (the 3月 of 3月の訪問と10月の訪問)."""
    first = re.match(rf"\s*(?:第|令和|平成)?{_NUMBERED}(\S)", text[found.end() : end])
    if first is None:
        return start, end
    counted = re.escape(first[1])
    starts = [m.start() for m in re.finditer(rf"(?:第|令和|平成)?{_NUMBERED}{counted}", text[start : found.start()])]
    if not starts:
        return start, end
    start += starts[-1]
    alone = re.fullmatch(rf"(?:第|令和|平成)?{_NUMBERED}{counted}(?:度|目)?", text[start : found.start()])
    if alone and (
        of := re.match(rf"\s*(?:第|令和|平成)?{_NUMBERED}{counted}(?:度|目)?(?=の|的|의)", text[found.end() : end])
    ):
        return start, found.end() + of.end()
    return start, end


def _asked(before: str, side: str, after: str) -> str:
    space = " " if before[-1:].isascii() and before[-1:].isalnum() else ""
    return " ".join(_ONLY_COMPARES.sub("", f"{before}{space}{side.strip()}{after}").split())
