"""The nouns of quantity, which ask how many or how much without an interrogative (2014年の部数は？).

Invariant: a noun of quantity asks only where nothing sharper is asked beside it (金額の根拠は何 asks for a source), or
where it closes the question (理由と金額は？); nothing here is about any subject.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.cues import AskKind, Lang
from bot.language import is_closed
from bot.manner import EACH, SETS_AGAINST
from corpus.structure.units import counting_of_question

# The nouns; what stands behind one that is the topic: a particle, a pause or the end; what behind one that closes the
# question: a mark.
_NOUNS: dict[Lang, tuple[str, str, str]] = {
    "ja": (
        r"順位|割合|合計|規模|人口|価格|料金|運賃|(?<=の)値|数値|面積|距離|(?<=[\u4e00-\u9fffのたるい])(?<!過半)(?<!多)[数量額]|(?<=[\u4e00-\u9fff])率|(?<=の)値段|[重長高広深大]さ",
        r"(?=[はが、]|って|を(?:教|知|見?比|くらべ|並)|[?？]|$)",
        r"(?=は?[?？。]?$)",
    ),
    "en": (
        r"\b(?:(?:what|which)(?:['’]s| is| was| were| are)? (?:the )?|the same )(?:(?!of\b)\w+ ){0,2}?"
        r"(?:number of|amount|volume|tonnage|quantity|price|cost|size|"
        r"area|length|height|depth|weight|distance|population|capacity|turnout|rate|share|"
        r"percentage|proportion|total|value|sum|ratio|difference)\b|"
        r"\b(?:amount|volume|tonnage|quantity|price|cost|turnout|population)(?=\?$)",
        r"",
        r"(?=[?.]?$)",
    ),
    "zh": (
        r"[数总]量|[人次件票]数|数额|金额|总[数额]|面积|距离|[长高深重宽]度|重量|价格|费用|人口|规模|比[例率]|(?<=[\u4e00-\u9fff])率",
        r"(?=是|为|呢|，|[?？]|$)",
        r"(?=呢?[?？。]?$)",
    ),
    "ko": (
        r"총액|금액|합계|비[율용]|순위|인원|[수용]량|[개횟건점]수|(?<= )수|면적|거리|[길높깊넓]이|무게|규모|가격|인구|"
        r"(?<=[가-힣])[률율]",
        r"(?=[은는이가,]|[?？]|$)",
        r"(?=[은는]?[?？.]?$)",
    ),
}
_TOPIC = {lang: re.compile(f"(?:{nouns}){behind}", re.IGNORECASE) for lang, (nouns, behind, _) in _NOUNS.items()}
_LAST = {lang: re.compile(f"(?:{nouns}){behind}", re.IGNORECASE) for lang, (nouns, _, behind) in _NOUNS.items()}
# Asks beside which a noun of quantity is only what is spoken of.
_SHARPER: frozenset[AskKind] = frozenset(("why", "when", "who", "where", "said", "source", "what", "how"))

_PAUSES = ("、", "，", ",", "")


def names_quantity(text: str, lang: Lang) -> bool:
    """Say whether a text speaks of a number as what it is about."""
    return _TOPIC[lang].search(text) is not None


def quantity_asked(
    text: str, lang: Lang, kinds: frozenset[AskKind], taken: Sequence[tuple[int, int]] = ()
) -> tuple[int, int] | None:
    """Return where a noun of quantity asks for a number, beside asks of these kinds; None where none does.

    What stands at a place already ``taken`` by another ask is no number of anything: 何年 is a date.
    """
    if "count" in kinds:
        return None
    counting = counting_of_question(text) if lang != "en" else None  # what no list of counters has: 何ヘクタール
    if counting and not any(start < counting[1] and counting[0] < end for start, end in taken):
        return counting
    compared = SETS_AGAINST.search(text) or EACH.search(text)
    sharper = _SHARPER - {"how"} if compared else _SHARPER  # how a number changed asks for numbers
    about = (not kinds and is_closed(text, lang)) or kinds & sharper
    if lang == "en":  # "what" is part of the words themselves
        about = kinds - {"what", "yes-no"}
    found = (_LAST if about else _TOPIC)[lang].search(text)
    if found is None or (compared and text[found.end() : found.end() + 1] in _PAUSES):  # of several numbers none is it
        return None
    return found.span()
