"""The two things that a stretch of text sets side by side: AとB, AからBへ, Aは…、Bは…, A and B, A和B.

Invariant: both are slices of the stretch, in order; where it joins more than two things, or two twice, there are none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.document import Span
from corpus.structure.actors import marked, noun_phrases
from corpus.structure.contrasted import is_figure
from corpus.structure.english_subjects import VERB
from corpus.structure.people import morphemes

# Nouns that two things share (AとBの違い).
_BETWEEN = re.compile(
    r"の(?:うち|違い|差|両方|双方|間|関係|比較|対立|競争|争い|二つ|２つ|2つ|両者|組み合わせ|境|合意|協議|会談|事情|思惑|利害|立場|意向|合併|統合|提携|契約|協定|条約|交渉|連携|協力|対話|和解|取引|順|ほか|[二2２両](?:[点件種案者社本条項軒人方]|種類|か所))\Z"
)
_OTHERS = (
    re.compile(
        r"(?:(?<![一-鿿、])|(?<=[是为由了有括])|(?<=[于在][一-鿿]的)|(?<=[于在][一-鿿]{2}的)|(?<=[于在][一-鿿]{3}的)"
        r"|(?<=[于在][一-鿿]{4}的))(?P<a>[一-鿿]{2,8}?)[和与與或及](?:邻[县市村镇]|(?:对岸|邻近|附近|[上下]游|隔壁|[东南西北]边)的)?(?P<b>[一-鿿]{2,8}?)(?=[，。；的都两均各并签簽达達合共同一联聯分之于在就已曾也将將被把互参是为有拥面相每今去组\d宣]|$)"
    ),
    re.compile(
        r"一[件个家座种项位名所条艘]是(?P<a>[^，。；]{2,16})[，；]另一[件个家座种项位名所条艘]?是(?P<b>[^，。；]{2,16})(?=[，。；])"
    ),
    re.compile(
        r"\b(?P<a>(?:the\s|an?\s|[A-Z])[\w’'\s-]{2,40}?)\s(?:and|or)\s(?P<b>(?:the\s|an?\s|[A-Z])[\w’'\s-]{2,40}?)"
        r"(?=[,.;:]|\s(?:now|also|then|still|both|each|have)\s"
        r"|\s[a-z]+\s(?:the|an?|its|their|\d+)\b|\s(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|shall|did|do|said|say|in|on|for|at|with|by|of)\b|$)"
    ),
    re.compile(
        r"(?<![가-힣\d])(?P<a>[가-힣\d]+)[와과]\s(?P<b>[가-힣\d]+?)"
        r"(?=[은는이가을를의에도](?:서|게)?(?:[\s,.]|$)|\s(?:가운데|중)(?:[\s,]|에서)|$)"
    ),
    re.compile(
        r"\bfrom\s(?P<a>(?:the\s|an?\s|[A-Z])[\w’'\s-]{2,40}?)\sto\s(?P<b>(?:the\s|an?\s|[A-Z])[\w’'\s-]{2,40}?)(?=[,.;:]|$)"
    ),
    re.compile(
        r"(?<![가-힣])하나는 (?P<a>[^,.]{2,30}?)(?:이고|이며|고|며),? (?:다른|또|나머지) 하나는 "
        r"(?P<b>[^,.]{2,30}?)(?:이었|였|이)?다(?=\.|$)"
    ),
)


def joined_pair(text: str, scope: Span, depth: Sequence[int]) -> tuple[Span, Span] | None:
    """Return the two things of a stretch that it joins, or else the two that it says something of each."""
    japanese = bool(re.search("[ぁ-ん]", text[scope.start : scope.end]))
    if japanese:
        found = _joined(text, scope, depth)
    else:
        found = [
            (
                _before_saying(text, _behind_verb(text, _behind_subject(text, Span(*match.span("a"))))),
                _before_verb(text, Span(*match.span("b"))),
            )
            for pattern in _OTHERS
            for match in pattern.finditer(text, scope.start, scope.end)
        ]
        found = [(one, other) for one, other in found if one.end > one.start]
    if not japanese and any(_TWO_PHRASES.search(text, other.start + 1, other.end) for _, other in found):
        return None  # A will supply the drivers and B the lorries
    if len(found) == 1:
        return found[0]
    if not japanese:
        return None
    topics = [one.span for one in marked(text, scope.start, scope.end, depth) if one.particle == "は" and not one.when]
    topics = [one for one in topics if not _COUNTS.fullmatch(text, one.start, one.end)]
    return (topics[0], topics[1]) if not found and len(topics) == 2 else None


_COUNTS = re.compile("(?:もう|いま|今)?(?:一つ|ひとつ|[1１]つ|一方|他方|片方)")  # what only counts


def _before_verb(text: str, span: Span) -> Span:
    """Return what of English words stands before a verb in the past (the board met)."""
    verb = VERB.search(text, span.start + 1, span.end)
    end = len(text[: verb.start()].rstrip()) if verb is not None else span.end
    late = _WHEN.search(text[span.start : end])
    end = span.start + late.start() if late is not None else end
    return Span(span.start, end) if " " in text[span.start : end] or text[span.start].isupper() else span


_WHEN = re.compile(r"\s(?:today|yesterday|now|also|later|soon|then|recently|jointly|finally)$")


def _behind_subject(text: str, span: Span) -> Span:
    """Return the last noun phrase of English words that begin with another (the council compared a bridge)."""
    begins = [one.end() for one in _ARTICLE.finditer(text, span.start, span.end)]
    return Span(begins[-1], span.end) if begins else span


_ARTICLE = re.compile(
    r"(?<!\bof)(?<!\bfor)(?<!\bin)(?<!\bat)(?<!\bon)(?<!\bto)(?<!\bby)(?<!\bfrom)(?<!\bwith)\s(?=(?:the|an?|its|their)\s)"
)


_TWO_PHRASES = re.compile(
    r"(?<!\bof)(?<!\bfor)(?<!\bin)(?<!\bat)(?<!\bon)(?<!\bto)(?<!\bby)(?<!\bfrom)(?<!\bwith)\s(?:the|an?)\s"
)


def _behind_verb(text: str, span: Span) -> Span:
    """Return what of a Chinese phrase stands behind its verb (投标者是A与B)."""
    verb = list(re.finditer(r"(?<=[一-鿿])(?:[是为由]|[集位存在]中?[于在])(?=[一-鿿]{2})", text[span.start : span.end]))
    return Span(span.start + verb[-1].end(), span.end) if verb else span


_SAYING = re.compile("(?:宣布|宣佈|表示|决定|決定|计划|計劃|同意|打算|准备|準備|拟|擬|称|稱|已|将|將)+\\Z")


def _before_saying(text: str, span: Span) -> Span:
    """Return what of a Chinese phrase stands before the verb that the other of two is told with (甲宣布与乙合并)."""
    verb = _SAYING.search(text[span.start : span.end])
    return Span(span.start, span.start + verb.start()) if verb else span


def _joined(text: str, scope: Span, depth: Sequence[int]) -> list[tuple[Span, Span]]:
    """Return the noun phrases that と or か joins in pairs, or から and へ, in a Japanese stretch; none of a list."""
    chunks = noun_phrases(text, scope, depth)
    found = []
    for n, (one, other) in enumerate(pairwise(chunks)):
        link = text[one.end : other.start]
        behind = text[other.end : other.end + 2]
        before = text[chunks[n - 1].start : chunks[n - 1].end] if n else ""
        listed = bool(n and re.fullmatch(r"[、と・]", text[chunks[n - 1].end : one.start]))
        listed = listed and "副詞可能" not in morphemes(before)[-1][1]  # そのほか、
        listed = listed and not _TWO.fullmatch(before)  # 宿題は二つ、AとB
        of_two = text[: other.end].endswith("のうち")
        longer = not of_two and re.match(r"[、と・]", behind) and not re.match(r"と(?:[いのはもさす]|し(?!ま))", behind)
        if listed or longer:
            continue
        if link == "と、" and (clause := _OF_CLAUSE.match(text, other.end, scope.end)):
            other = next((each for each in chunks if each.start <= clause.end() - 1 < each.end), other)  # noqa: PLW2901
        if link in ("と", "と、", "か", "または", "あるいは", "および", "及び", "ならびに") and not _partner(
            text, other
        ):
            tail = _BETWEEN.search(text, other.start, other.end)
            found.append((one, Span(other.start, tail.start() if tail else other.end)))
        elif link == "から" and behind.startswith("へ"):
            found.append((one, other))
    return [
        (one, other)
        for one, other in found
        if not (_is_when(text, one) and _is_when(text, other))
        and is_figure(text[one.start : one.end])
        == is_figure(text[other.start : other.end])  # 6.6％減と、明暗が分かれた
    ]


_OF_CLAUSE = re.compile(
    r"[をにが][^、。はがを]{0,16}?[ぁ-ん一-鿿][るたいうくすつぬぶむ][一-鿿ァ-ヺ]"
)  # Aと、人手を望むB
_BINDS = re.compile("(?:協定|契約|覚書|条約|合意|同盟|約束|縁|提携|議定書)$")
_BOUND = re.compile("を(?:結|締|交|取り|破|解)|に(?:署|調|合)")  # Aと契約を結んだ
_TWO = re.compile(r"(?:次の)?[二2２](?:つ|[点件種案者社本条項軒]|種類|か所)")


def _partner(text: str, other: Span) -> bool:
    """Say whether と stands before what one does with somebody (Aと協議した)."""
    verbal = "サ変" in morphemes(text[other.start : other.end])[-1][1]
    if re.match("共同|一緒|協力|合同|連携", text[other.start : other.end]):
        return True
    if _BINDS.search(text, other.start, other.end) and _BOUND.match(text, other.end):
        return True
    return verbal and bool(re.match(r"(?!です|でし)(?:[をにが]|で)?(?:し|す|さ|行)", text[other.end : other.end + 3]))


def _is_when(text: str, span: Span) -> bool:
    return bool(re.search(r"[\d年月日時分]$", text[span.start : span.end]))
