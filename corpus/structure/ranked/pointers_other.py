"""The words that point back in Chinese, Korean and English sentences.

Invariant: as in `pointers`; only closed classes of words are listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from corpus.document import Span
from corpus.structure.ranked.sorts import sort_of
from corpus.structure.views import View

Group = Literal["person", "people", "body", "noun", "sono", "it", "here", "said", "post", "pair", "former", "latter"]
Found = tuple[Span, Group, str, str]  # where, what group, what sort is wanted, the head noun

_TURNS: dict[str, tuple[tuple[re.Pattern[str], Group, str], ...]] = {
    "zh": (
        (re.compile(r"前者"), "former", ""),
        (re.compile(r"后者|後者"), "latter", ""),
        (
            re.compile(r"(?P<head>两国|兩國|两地|两[人名位](?![学专律])|两者|双方|两位学者|两家公司|两县|两市)"),
            "pair",
            "",
        ),
        (re.compile(r"[他她](?!们|們|人|日|国|乡|杀)|此人"), "person", "person"),
        (re.compile(r"[他她它]们"), "people", ""),
        (re.compile(r"它(?!们)|(?<=把)[这此](?=[称写列])|(?:^|(?<=[，。“]))那(?=是)"), "it", "thing"),
        (
            re.compile(r"(?<![一-鿿])此(?=[举后])|[对對]此|此举|(?:^|(?<=[，。“]))[这這](?=[是与在意让使也不将])"),
            "said",
            "said",
        ),
        (re.compile(r"其(?![他它余餘实實次中间間后後前时時一二三实])(?=[一-鿿])"), "sono", ""),
        (re.compile(r"其中(?!之)"), "sono", ""),
    ),
    "ko": (
        (re.compile(r"전자(?=[는가의를]\s)"), "former", ""),
        (re.compile(r"후자(?=[는가의를]\s)"), "latter", ""),
        (re.compile(r"(?<![가-힣])(?P<head>양국|양측|양사|두 (?:사람|나라|회사|기관|도시|군|시))"), "pair", ""),
        (re.compile(r"(?<![가-힣])(?:그녀?|그분)(?=[는가의를에와도]\s|에게)"), "person", "person"),
        (re.compile(r"(?<![가-힣])(?:이들|그들)(?=[은이의을에과\s])"), "people", ""),
        (re.compile(r"(?<![가-힣])(?:이것|그것)(?=[은이을의도에])"), "it", "thing"),
        (re.compile(r"(?<![가-힣])이(?=(?:를|는|에|에 대해|로)\s)"), "it", ""),
        (re.compile(r"(?<![가-힣])(?:이곳|그곳|여기|거기)(?=[은이을의에])"), "here", "place"),
    ),
    "en": (
        (re.compile(r"\b[Tt]he former\b(?! [a-z]+ (?:minister|mayor|director|chair))"), "former", ""),
        (re.compile(r"\b[Tt]he latter\b"), "latter", ""),
        (
            re.compile(
                r"\b(?:[Tt]he two|[Bb]oth) (?P<head>[a-z]{4,}s|men|women)\b|\b[Tt]he two(?= [a-z]+ed\b| met\b)"
                r"|\bNeither(?= [a-z]+(?:ed|s)?\b)"
            ),
            "pair",
            "",
        ),
        (re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]im)\b"), "person", "person"),
        (re.compile(r"\b(?:[Tt]hey|[Tt]heir|[Tt]hem)\b"), "people", ""),
        (
            re.compile(
                r"\b[Ii]t\b(?! (?:is|was|would be|will be|may be|has been|seems?|appears?|took|takes|follows|rain|snow)"
                r" ?(?:not |also |now )?(?:[a-z]+ )?"
                r"(?:to|that|whether|raining|snowing|cold|hot|dark|late|early|easy|hard)\b)"
            ),
            "it",
            "thing",
        ),
        (re.compile(r"\bits\b|\bIts\b"), "sono", ""),
        (
            re.compile(
                r"\b(?:This|That)(?= (?:is|was|has|had|did|does|would|will|may|might|could|means|meant|[a-z]+ed)\b"
                r"|\s[a-z]+\s(?:the|an?|its|their|his|her|him|them|us|it)\b)"
            ),
            "said",
            "said",
        ),
    ),
}
_ZH_NOUN = "(?:(?![这這该該此那的把在是将与和于向对被])[一-鿿]){1,4}"
_HEADED: dict[str, re.Pattern[str]] = {
    "zh": re.compile(
        rf"(?<![应應本])(?:[该該](?P<a>{_ZH_NOUN})|(?:[这這那](?:一|[一]?[項项個个種种份條条座家名位笔句番段道次场])?"
        rf"|此[種种項项])(?P<b>{_ZH_NOUN}))"
    ),
    "ko": re.compile(
        r"(?<![가-힣])(?:(?P<b>(?:이|그|이런|그런|이러한|이와 같은|같은|해당)\s)(?P<head>[가-힣]{1,8}?))"
        r"(?=(?:은|는|이|가|을|를|의|에|에서|에게|에는|에서는|도|로|으로|과|와|까지|대부분)?(?:\s|[,.]|$))"
    ),
    "en": re.compile(
        r"\b(?P<b>[Tt]his|That|[Tt]hese|[Tt]hose|[Ss]uch an?|[Tt]he)\s(?P<head>[A-Za-z]{3,})(?:[’']s)?\b"
        r"(?=\s|[.,;])(?!\s(?:of|for)\s(?:the\s)?[A-Z])"
    ),
}
# What "the" points back with: words for bodies, papers and schemes that a text names once and then calls so.
_DEFINITE = re.compile(
    r"(?:company|agency|institute|council|board|firm|ministry|department|bank|union|trust|commission|committee|university"
    r"|scheme|act|bill|law|plan|report|study|review|treaty|agreement|protocol|project|programme|proposal|office|service"
    r"|operator|association|charity|bureau|court|survey|subsidy|fund)",
    re.IGNORECASE,
)
_NO_HEAD = re.compile(
    r"(?:time|year|month|week|day|morning|evening|way|who|which|that|the|kind|sort|was|is|had|has|were|are|would|it|he"
    r"|she|they|not|too|there|then|when|after|once|one|ones|same|said|point|brief|article|page|paper|book|essay|column"
    r"|first|last|next|new|present|could|will|can|may)$|[0-9年月日天次刻文时時期间間样樣些里裡么麼个]|.?(?:后|後|前)$"
    r"|(?:뒤|후|때|해|날|달|동안|밖|중|다음|이튿날|이듬해|두|세|네|글|기사|전|대로|만큼|정도|결과?|사이?|이상|무렵|덕분|것|외)$",
    re.IGNORECASE,
)
_OBJECT = re.compile(r"\s(?:the|an?|its|their|his|her|him|them|us|it)\s")
_SIDES = (
    dict.fromkeys(("양국", "두 나라", "两国", "兩國", "countries", "governments"), "country")
    | dict.fromkeys(("두 사람", "两人", "两位学者", "两名", "两位", "men", "women"), "person")
    | dict.fromkeys(("양사", "companies", "두 회사"), "body")
)


def pointers(view: View, tongue: str) -> Iterator[Found]:
    """Yield the pointers of a sentence."""
    words = view.words()
    for pattern, group, wants in _TURNS.get(tongue, ()):
        for match in pattern.finditer(words):
            head = match.groupdict().get("head") or ""
            yield view.spot(match), group, wants or (_SIDES.get(head) or sort_of(head) if head else ""), head
    if (headed := _HEADED.get(tongue)) is None:
        return
    for match in headed.finditer(words):
        named = match.groupdict()
        head = named.get("head") or named.get("a") or named.get("b") or ""
        lead = named.get("b") or ""
        if tongue == "en" and lead in ("This", "That") and _OBJECT.match(words, match.end()):
            continue  # This cost the town a bridge
        if _NO_HEAD.match(head) or (lead.lower() == "the" and not _DEFINITE.fullmatch(head)):
            continue
        same = bool(named.get("a")) or lead.strip() in ("같은", "해당") or lead.lower() == "the"
        sort = sort_of(head) if tongue != "zh" else sort_of(head[:1]) or sort_of(head[:2])
        yield view.spot(match), "body" if same else "noun", sort, head
