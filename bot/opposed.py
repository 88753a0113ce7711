"""Two things that a question has reckoned with each other, each as a question of its own.

Invariant: what is asked of either side is how much it is, in the unit asked for; the sides are told by the words that
reckon (more than, plus, times, of which what share) and by closed classes of particles alone. What one side leaves out
that the other says (its date, its measure) it shares.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.compose.tables.words import concept_spans
from bot.cues import Lang
from corpus.structure.dates import DateMention, find_dates

_MUCH = r"(?:いくら|どれ(?:だけ|くらい|ぐらい|ほど)|どの(?:くらい|ぐらい|程度)|何\S{1,5}?)"
_MORE = (
    r"(?:ほど|くらい|ぐらい|も|の|が|分)?(?:多|少な|大き|小さ|高|低|安|長|短|重|軽|広|狭|増|減|上回|下回|違|ちが|差)"
)
_PERCENT = r"(?:何(?:％|%|パーセント|割)|どれ(?:くらい|ぐらい|ほど)の割合|どの(?:くらい|ぐらい|程度)の割合)"
_ADDED = r"(?:足し|足す|合わせ|あわせ|合計|合算|合わせ|トータル)"
_AND = r"(?<![こもひりっねなだるいたす])と(?!比|くらべ|い[うっわ]|し[てた]|き|ころ|は|の)"
_SHAPES: Mapping[Lang, tuple[re.Pattern[str], ...]] = {
    "ja": (
        re.compile(rf"^(?P<a>.+?)(?:のほうが|の方が|って|は|が)、?(?P<b>[^、はが]+?)より(?:も|は)?、?{_MUCH}{_MORE}"),
        re.compile(rf"^(?P<b>[^はが]+?)より(?:も)?、?(?P<a>[^、]+?)(?:のほうが|の方が|って|は|が)、?{_MUCH}{_MORE}"),
        re.compile(r"^(?P<a>.+?)から(?P<b>[^、]+?)を?(?:差し)?引[いくけ]"),
        re.compile(rf"^(?P<a>.+?){_AND}、?(?P<b>.+?)(?:を|で|は|って|、)?、?{_ADDED}"),
        re.compile(r"^(?P<a>.+?)(?:足す|プラス|[+＋])(?P<b>.+?)(?:は|って|で|が|[?？]|$)"),
        re.compile(r"^(?P<a>.+?)に(?P<b>[^、に]+?)を(?:足|加え)"),
        re.compile(r"^(?P<a>.+?)(?:って|は|が)、?(?P<b>[^、はが]+?)の(?:約)?(?:何倍|何分の)"),
        re.compile(rf"^(?P<a>.+?)(?:って|は|が)、?(?P<b>[^、はが]+?)の(?:うちの?)?、?(?:約)?{_PERCENT}"),
    ),
    "en": (
        re.compile(
            r"\b(?:difference|gap|margin) between (?P<a>.+?) and (?P<b>[^?,]+)",
            re.I,
        ),
        re.compile(
            r"\bhow (?:much|many)(?: \w+)? (?:more|less|fewer|bigger|larger|higher|lower|greater|smaller|longer|"
            r"cheaper)\b"
            r"(?: \w+)?? (?:is|are|was|were|did|does|do|has|have|had) (?P<a>.+?) than (?:is |are |was |were |"
            r"(?:that|those) of )?"
            r"(?P<b>[^?,]+)",
            re.I,
        ),
        re.compile(
            r"^(?:.*?\b(?:is|are|was|were|do|does|did|would|if you add|add(?:ing)?)\b )?(?P<a>.+?) (?:plus|"
            r"added to) (?P<b>[^?,]+)",
            re.I,
        ),
        re.compile(
            r"^(?:.*?\b(?:is|are|was|were|do|does|did|if you add|adding|add|total of|"
            r"sum of)\b )?(?P<a>.+?) and (?P<b>[^?,]+?) "
            r"(?:add(?:ed)? up|together|combined|in total|altogether|come to|make together)\b",
            re.I,
        ),
        re.compile(
            r"\bhow many times (?:is|are|was|were|larger (?:is|was)|more (?:is|was)) (?P<a>.+?) (?:as|"
            r"than) (?P<b>[^?,]+)",
            re.I,
        ),
    ),
    "zh": (
        re.compile(
            r"^(?P<a>.+?)比(?P<b>.+?)(?:要)?(?:多|少|高|低|大|小|贵|便宜|长|短|重|轻)\w{0,2}?(?:了|出)?(?:多少|几)"
        ),
        re.compile(
            r"^(?P<a>.+?)(?:和|与|跟|及)(?P<b>.+?)(?:加起来|加在一起|相加|一共|总共|合计|合起来|共|之间?(?:相)?差|相差|差)"
        ),
        re.compile(r"^(?P<a>.+?)加(?:上)?(?P<b>.+?)(?:一共|总共|合计|等于|是|共|有)"),
        re.compile(r"^(?P<a>.+?)减(?:去|掉)?(?P<b>.+?)(?:还|剩|等于|是|有|后)"),
        re.compile(r"^(?P<a>.+?)(?:是|为|相当于)(?P<b>.+?)的(?:几|多少)(?:倍|分之)"),
        re.compile(r"^(?P<a>.+?)占(?:了)?(?P<b>.+?)的?(?:百分之|几成|多少比例|比例|比重|多大)"),
    ),
    "ko": (
        re.compile(r"^(?P<a>.+?)(?:이|가|은|는) (?P<b>[^,]+?)보다 (?:얼마나?|몇)"),
        re.compile(r"^(?P<b>[^,]+?)보다 (?P<a>.+?)(?:이|가|은|는) (?:얼마나?|몇)"),
        re.compile(
            r"^(?P<a>.+?)(?:이랑|랑|하고|와|과) (?P<b>.+?)(?:을|를|은|는)? "
            r"(?:합치|합쳐|합하|합친|더하|더해|더한|합계|합은|모두|다 해)"
        ),
        re.compile(r"^(?P<a>.+?) (?:더하기|플러스) (?P<b>.+?)(?:은|는|이|가)?(?: |[?]|$)"),
        re.compile(r"^(?P<a>.+?)에서 (?P<b>.+?)(?:을|를)? (?:빼|뺀|제하)"),
        re.compile(r"^(?P<a>.+?)(?:은|는|이|가) (?P<b>.+?)의 (?:약 )?몇 ?(?:배|%|퍼센트|프로|분의)"),
    ),
}
# How much is asked for, in what: the words of a side's own question.
_UNIT = {
    "ja": re.compile(r"何(?![倍割位番])(?:[ァ-ヶー]{2,9}|[一-鿿]{1,2}?)(?=[ぁ-ん、。?？]|$|多|少|高|低|増|減|長|短)"),
    "en": re.compile(r"\bhow many \w+(?= (?:more|less|fewer))", re.I),
    "zh": re.compile(r"(?:多少|几)(?:万|亿)?(?:美元|日元|元|吨|人|个|家|公里|年|天|平方米|立方米|次|件|台)"),
    "ko": re.compile(r"몇 ?(?:명|개|건|톤|달러|원|년|일|곳|대|킬로|번|가구|세대)"),
}
_ASKED: Mapping[Lang, tuple[str, str]] = {  # a side with how much is asked of it
    "ja": ("{side}は{asks}？", "いくら"),
    "en": ("{asks} {side}?", "how much:"),
    "zh": ("{side}是{asks}？", "多少"),
    "ko": ("{side}: {asks}?", "얼마"),
}
_MEASURES = frozenset(
    ("money", "price", "number", "quantity", "export", "import", "trade", "cost", "income", "rate", "area")
)
_EDGES = " 　、，,;；。.?？!！"
_FILLERS = re.compile(r"^(?:ところで|ちなみに|じゃあ?|では|so|and|那么?|그럼|그러면)[、, ]+", re.I)
_LONGEST = 60


def opposed(text: str, lang: Lang) -> tuple[str, ...]:
    """Return a question for each of the two things that a question reckons with; () where it names no two."""
    for shape in _SHAPES[lang]:
        if (found := shape.search(text)) is None:
            continue
        a, b = (_FILLERS.sub("", found[name].strip(_EDGES)) for name in ("a", "b"))
        if not all(0 < len(side) <= _LONGEST for side in (a, b)):
            continue
        a, b = _sharing_measure(*_sharing_date(a, b, text[found.end() :], lang), lang)
        template, asks = _ASKED[lang]
        if unit := _UNIT[lang].search(text):
            asks = unit.group()
        return template.format(side=a, asks=asks), template.format(side=b, asks=asks)
    return ()


def _sharing_date(a: str, b: str, behind: str, lang: Lang) -> tuple[str, str]:
    """Return two sides, each with the date that only the other says, or that stands behind both (2025년 기준)."""
    ours, theirs = find_dates(a), find_dates(b)
    if len(ours) == len(theirs) == 1 and b == theirs[0].text:  # 2024年の輸出は2023年より
        return a, a[: ours[0].start] + b + a[ours[0].end :]
    if len(ours) == len(theirs) == 1 and a == ours[0].text:
        return b[: theirs[0].start] + a + b[theirs[0].end :], b
    if ours and not theirs:
        return a, _dated(a, ours[0], b, lang)
    if theirs and not ours:
        return _dated(b, theirs[0], a, lang), b
    if not ours and (common := find_dates(behind)):
        return _dated(behind, common[0], a, lang), _dated(behind, common[0], b, lang)
    return a, b


def _dated(dated: str, date: DateMention, other: str, lang: Lang) -> str:
    """Return the other side with the date of one, and the particle that joins it."""
    if lang == "en":
        before = re.search(r"\b(?:in|of|for|during) $", dated[: date.start])
        return f"{other} {before.group() if before else 'in '}{date.text}"
    joint = re.match(r"[のに]|的|의? ", dated[date.end :])
    return date.text + (joint.group() if joint else " " if lang == "ko" else "") + other


def _sharing_measure(a: str, b: str, lang: Lang) -> tuple[str, str]:
    """Return two sides, each with the measure that only the second ends on (人毛と化繊のかつら、対中輸出)."""
    if lang == "en":
        return a, b
    head, _, tail = b.rpartition("、")
    if head and _measures(tail):
        return f"{a}の{tail}", f"{head}の{tail}"
    ends = [start for start, end in _measures(b) if end >= len(b) - 1]
    if not ends or _measures(a):
        return a, b
    start = min(ends)
    joint = "の" if b[:start].endswith("の") else " " if b[:start].endswith(" ") else ""
    return a + joint + b[start:], b


def _measures(text: str) -> list[tuple[int, int]]:
    return [(start, end) for name, start, end in concept_spans(text) if name in _MEASURES]
