"""Noun phrases that say more than their head: in quotes (「…協定」), or with the clause before it (底と混ざらない状態).

Invariant: a phrase is a slice of one sentence, ends in its head and is longer than it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from corpus.document import Span
from corpus.structure.names_zh import CALLED

_BREAK = re.compile(r"[、，。！？!?\n「」『』（）()：:；;]")
_ADNOMINAL = re.compile(
    r"(?:[ぁ-ん][たるいだう]|[一-鿿][うくぐすつぬぶむ]|[一-鿿][るたいだ]|な|という|といった|に関する|についての|による|のための|における)\Z"
)
_POINTS = re.compile(r"\A(?:こ|そ|あ)(?:の|れ|う)")
_LONGEST = 45  # characters of a phrase


def quoted(text: str, scope: Span, head: str) -> Iterator[Span]:
    """Yield the names in quotes that end in a head, without their quotes."""
    for match in re.compile(rf"[「『]([^「」『』。\n]{{1,40}}{re.escape(head)})[」』]").finditer(
        text, scope.start, scope.end
    ):
        yield Span(match.start(1), match.end(1))


def modified(text: str, scope: Span, head: str) -> Iterator[Span]:
    """Yield where a head stands with the words that tell which one it is, back to where their clause begins."""
    for match in re.compile(rf"(?<![一-鿿ァ-ヺー]){re.escape(head)}(?![一-鿿ァ-ヺー])").finditer(
        text, scope.start, scope.end
    ):
        before = text[max(scope.start, match.start() - _LONGEST) : match.start()]
        if not _ADNOMINAL.search(before):
            continue
        breaks = [one.end() for one in _BREAK.finditer(before)]
        start = match.start() - len(before) + (breaks[-1] if breaks else 0)
        words = text[start : match.start()].lstrip()
        start = match.start() - len(words)
        topic = re.match(r"[^はが]{1,20}は(?=.)", words)
        start += topic.end() if topic else 0
        if len(words) >= 2 and not _POINTS.match(text[start : match.start()]):
            yield Span(start, match.end())


def has_equal(text: str, span: Span, head: str) -> bool:
    """Say whether a phrase is joined to another of its head that is no name or hard to read (あおぞら会と保護者会)."""
    before = re.compile(rf"[ぁ-ん一-鿿ァ-ヺー]{re.escape(head)}(?:と|や|及び|および)、?\Z")
    behind = re.compile(rf"(?:と|や|及び|および)、?[一-鿿ァ-ヺーぁ-ん]{{1,10}}{re.escape(head)}(?![一-鿿])")
    return bool(before.search(text[max(span.start - 6, 0) : span.start]) or behind.match(text, span.end))


def of_same(text: str, found: Iterable[Span]) -> Span | None:
    """Return the one of several holders of a post whose country or town is called the same (同国のヤン首相)."""
    theirs = [one for one in found if _OF_SAME.match(text, one.start, one.end)]
    return Span(theirs[0].start + len("同国の"), theirs[0].end) if len(theirs) == 1 else None


_OF_SAME = re.compile(r"同[国市町村県州]の(?=[^の]*[一-鿿ァ-ヺー]{2})")


_ZH_CUT = re.compile(r"加以|予以|得以|[了的着过在把将对和与及为是于从被由向有出台推行《》“”‘’（）、，。；：！？\s]")


_ZH_BODIES = frozenset("局塔馆校院厂镇县市村岛桥站店所会社园寺港船河山省州区国队团部署厅")
_ZH_ENDINGS = {
    "公司": "(?:公司|集团|企业)",
    "校": "(?:大学|学院|中学|小学|学校)",
    "院": "(?:医院|学院|法院|研究院)",
    "店": "(?:店|书屋|餐厅|超市)",
    "机构": "(?:机构|中心|研究所|协会|基金会)",
    "组织": "(?:组织|协会|联盟|基金会)",
}
_ZH_SAYS = frozenset(("发现", "决定", "建议", "要求", "主张", "承诺", "解释", "判断", "计划", "希望", "说明", "提议"))
_FAR = 30  # characters


def chinese(text: str, at: int, scope: Span) -> tuple[int, Span] | None:
    """Return where the noun behind 该 or 这项 ends, and the longer noun of an earlier stretch that ends in it."""
    for length in (4, 3, 2, 1):
        head = text[at : at + length]
        if len(head) < length or not re.fullmatch(r"[一-鿿]+", head):
            continue
        if length == 1 and (text[at - 1] not in "该該" or head not in _ZH_BODIES):
            continue
        behind = (
            r"(?=[今在是将已从於于的计为近去和与有]|[，。；、）”》：！？\n]|$)"
            if length == 1
            else r"(?=[，。；、）”》：！？\n]|$)"
        )
        words = _ZH_ENDINGS.get(head, head)
        for match in re.compile(rf"{words}{behind}").finditer(text, scope.start, scope.end):
            if head in _ZH_SAYS and text.startswith("，", match.end()):
                continue  # somebody finds or decides there what the clause behind says
            called = CALLED.search(text[max(scope.start, match.start() - _FAR) : match.start()])
            if called:
                first = max(scope.start, match.start() - _FAR)
                return at + length, Span(first + called.start("name"), first + called.end("name"))
            before = text[max(scope.start, match.start() - 12) : match.start()]
            cuts = [one.end() for one in _ZH_CUT.finditer(before)]
            start = match.start() - len(before) + (cuts[-1] if cuts else 0)
            if match.start() - start >= (1 if length > 1 else 2):
                return at + length, Span(start, match.end())
            named = re.search(r"[“《]([^“”《》]{2,20})[”》]$", before)
            if named:
                return at + length, Span(match.start() - len(before) + named.start(), match.end())
    return None


def called_so(text: str, scope: Span, endings: str) -> list[Span]:
    """Return what a stretch has in quotes that ends in one of ``endings`` (a pattern) and that nobody says there."""
    pattern = re.compile(rf"[「『]([^「」『』、。\n]{{1,12}}(?:{endings}))[」』](?!と)")
    return [Span(*one.span(1)) for one in pattern.finditer(text, scope.start, scope.end)]


def spaced(text: str, match: re.Match[str], scopes: Iterable[Span]) -> tuple[int, Span] | None:
    """Return the earlier phrase of an English or Korean text with the same noun, with what goes before it."""
    noun = match.group()
    if not re.match("[가-힣]", noun):
        pattern = re.compile(
            rf"\b(?:(?:the|an?|its|their|his|her)\s(?:(?!(?:the|an?|its|their|his|her)\s)[\w'-]+\s){{0,3}}?){noun}\b(?:\sof\s(?:where|what|who|how|whether|which)\s[^.,;:]{{3,60}}|\sof\s[\w'-]+(?:\s(?!(?:the|an?|its|their|in|on|at|by|to|was|is|were|are|had|has)\b)[\w'-]+)?|\sto\s(?!the\b|an?\b|be\b|[A-Z])[a-z]+\s[^,.;:]{{3,40}}(?=[,.;:]))?"
        )
    else:
        pattern = re.compile(
            rf"(?<![가-힣\d])(?:[가-힣]+(?<![는던한된은을린인])\s)?[가-힣‘’'“”]+\s?{noun}(?:\s?[‘'“][^’'”]{{1,20}}[’'”])?(?=(?:[은는이가을를의에도로]{{1,2}}|[와과]|에서는?|에는|이?다)(?:\s|$|[.,])|[.,])"
        )
    for scope in scopes:
        hits = [hit for hit in pattern.finditer(text, scope.start, scope.end) if not _NO_PHRASE_KO.search(hit.group())]
        found = {hit.group(): hit for hit in hits}
        if len(found) == 1:
            hit = next(iter(found.values()))
            lead = _LEAD_KO.match(hit.group())
            start = hit.start() + (lead.end() if lead else 0)
            opened = max(text.rfind(mark, scope.start, start) for mark in "‘“")
            if re.match("[^‘“]*[’”]", text[start : hit.end()]) and opened >= 0:
                start = opened  # a name in quotes of more than one word (‘걸어가는 도서관’ 사업)
            return (match.end(), Span(start, hit.end())) if text[start : hit.end()] != noun else None
        if found:
            return None
    return None


_NO_PHRASE_KO = re.compile(
    r"(?:에서?[는도]?|으?로|[와과를을며고])\s[가-힣]+\Z"
)  # a word before the noun that is no part of it
_LEAD_KO = re.compile(
    r"(?:지난해|지난달|지난주|올해|내년|작년|이달|이번|최근|이미|모두|반면|한편|또한|다만|이후|현재|최근|당시|올해|지난해|이듬해|그러나|하지만|또)\s"
)  # no part of a name
