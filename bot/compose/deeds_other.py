"""Who went where, who invited whom and who gave to whom in an English, Chinese or Korean sentence.

Invariant: the order of words, prepositions and particles tell the parts; a clause does not reach over its signs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

Told = tuple[str, str, str]


def reading_of(text: str) -> Callable[[str], Iterator[Told]]:
    """Return how a text is read, by its script."""
    if re.search("[가-힣]", text):
        return _korean
    return _chinese if re.search("[一-鿿]", text) else _english


# A name with up to two words before it (the northern port of Tal, Chinese leader Wen), or a common noun (the capital).
_EN_NAMED = (
    r"(?:(?:the |an? )?(?:[a-z’'-]+ ){0,2}?(?:[a-z]+ of )?[A-Z][\w’'-]*(?:,? (?:of )?[A-Z][\w’'-]*)*|"
    r"(?:the|his|her|its) [a-z-]+|(?!the |an? |see |meet |his |her |its )[a-z]{4,}(?=[?]|$))"
)
_EN_GOAL = rf"(?P<whom>{_EN_NAMED})"
_EN_VISIT = re.compile(
    r"\b(?:visit(?:s|ed|ing)?(?! by| of| to| from)|"
    r"tour(?:ed|s|ing)?|"
    r"(?:pay|paid|pays|paying|made|makes?|making) (?:an?|his|her|their) (?:[\w-]+ ){0,3}?(?:visit|trip) to|"
    r"(?:went|go(?:es|ing|ne)?|been|c[ao]mes?|coming|travel(?:l?ed|s|l?ing)?|flew|fly|flies|flown|journey(?:ed|s)?|"
    r"head(?:ed|s)?)(?: by [a-z]+)? to|"
    rf"arriv(?:ed?|es|ing) (?:in|at)) {_EN_GOAL}"
)
_EN_INVITE = re.compile(rf"\binvit(?:e|es|ed|ing) {_EN_GOAL}")
_EN_GIVE = re.compile(
    r"\b(?:gave|gives?|given|donat(?:e|es|ed)|present(?:s|ed)|sen[dt]s?|suppl(?:y|ies|ied)|handed)"
    rf"(?: [\w’'.-]+){{1,8}}? to {_EN_GOAL}"
)
_EN_MEET = re.compile(
    r"\b(?:(?:met|meets?|meeting)(?: with)?|received|receives?|welcomed|"
    rf"(?:held|holds?|had) (?:[a-z-]+ ){{0,2}}?talks with) {_EN_GOAL}"
)
_EN_CALL = re.compile(rf"\b(?:telephoned|phoned|called|rang|spoke (?:by|on the) (?:tele)?phone (?:with|to)) {_EN_GOAL}")
_EN_NOUN = re.compile(
    rf"(?P<who>{_EN_NAMED})['’]s? (?:[\w-]+ ){{0,3}}?(?:visit|trip|journey) to {_EN_GOAL}|"
    rf"\b(?:visit|trip|journey) to (?P<to>{_EN_NAMED}) by (?P<by>{_EN_NAMED})"
)
_EN_ADVERBS = (
    "(?:has|had|have|also|then|first|last|will|would|officially|never|ever|actually|recently|formally|again|later|"
    "personally)"
)
_EN_SUBJECT = re.compile(
    rf"(?:^|[,;:.?!—–] |\b(?:when|that|after|before|while|and|but|because|since|year|whether|if) )"
    rf"(?P<who>{_EN_NAMED}(?: (?!{_EN_ADVERBS} )[a-z]+){{0,2}})(?: {_EN_ADVERBS})* $"
)
# Who is asked about between an auxiliary and its verb, in capitals or without.
_EN_ASKED = re.compile(
    rf"\b(?:did|does|has|have|had|will) (?P<who>(?:[\w’'.-]+ ){{1,7}}?)(?:{_EN_ADVERBS} )*$", re.IGNORECASE
)
_EN_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are|be) $")
_APPOSED = re.compile(r"(?:^|[.;] |, )(?P<who>[^,;.]+, (?:the |an? |who |[A-Z][\w’'-]+ [A-Z])[^,;.]*), $")


_EN_VERBS = (
    ("visit", _EN_VISIT), ("invite", _EN_INVITE), ("give", _EN_GIVE), ("meet", _EN_MEET), ("call", _EN_CALL),
)  # fmt: skip


def _english(text: str) -> Iterator[Told]:
    for kind, verb in _EN_VERBS:
        for match in verb.finditer(text):
            before = text[: match.start()]
            if not _EN_PASSIVE.search(before):
                yield kind, _english_subject(before), match["whom"]
    for match in _EN_NOUN.finditer(text):
        yield "visit", match["who"] or match["by"] or "", match["whom"] or match["to"] or ""


def _english_subject(before: str) -> str:
    if apposed := _APPOSED.search(before):
        return apposed["who"]
    match = _EN_ASKED.search(before) or _EN_SUBJECT.search(before)
    who = match["who"] if match else ""
    return "" if re.search(r"\b(?:who|which|what|he|she|they|it|invite[ds]?|to)\b", who, re.IGNORECASE) else who


_ZH_LANDS = {
    "华": "中国", "中": "中国", "朝": "朝鲜", "俄": "俄罗斯", "美": "美国", "韩": "韩国", "日": "日本", "英": "英国",
    "法": "法国", "德": "德国", "印": "印度", "澳": "澳大利亚", "台": "台湾", "越": "越南",
}  # fmt: skip
_ZH_PLACE = r"(?P<whom>[^\s，。；、？?！!的了过于在是时后前并和与同对]{2,10}?)"
_ZH_END = r"(?=[，。；、？?！!的了过时后前并和与同进是]|$|之|期间|参加|出席|访问|会见|会晤|举行)"
_ZH_VERBS = (
    (
        "visit",
        re.compile(
            rf"(?:正式|友好|首次|再次|国事)*(?:访问|出访|到访|造访|前往|抵达|赴|(?<!过)去(?!年)|(?<![近本以将未原后历从起上下出回])来(?![自年源说看信往到访]))[了过的]?{_ZH_PLACE}{_ZH_END}"
        ),
    ),
    ("visit", re.compile(rf"(?:对|到){_ZH_PLACE}(?:进行|展开|作|访问)[^，。]*?访?")),
    ("visit", re.compile(rf"访(?P<land>[{''.join(_ZH_LANDS)}])")),
    ("invite", re.compile(rf"邀请了?{_ZH_PLACE}(?=[，。；、？?！!的到访去赴参出]|$)")),
    ("give", re.compile(rf"(?:向|给){_ZH_PLACE}(?:赠|捐|提供|派|赠送)")),
    (
        "meet",
        re.compile(rf"(?:会见|接见|会晤|(?<![意看听再常少会接罕可所预偏主])见)[了到过]{{0,2}}{_ZH_PLACE}{_ZH_END}"),
    ),
    ("meet", re.compile(rf"(?:与|和|同|跟|向){_ZH_PLACE}(?:举行|进行)?了?(?:会谈|会晤|会面|见面|会见)")),
    ("call", re.compile(rf"(?:给|与|和|同|跟|向){_ZH_PLACE}(?:打了?个?电话|通了?电话|通话)")),
)
_ZH_WHO = re.compile(r"(?P<who>[^，。；：？?！!]{1,24})$")
# What stands between who acts and the verb, or before it: when, and how.
_ZH_ASIDE = re.compile(
    r"(?:(?:\d+|[一二三四五六七八九十]+|今|去|前|同|本|上|当)[年月日号天]|[上中下]旬|底|初|于|在|曾|将|已|又|再次|首次|是|正式|率团|应邀|"
    r"什么时候|何时|哪年|哪一?天|几月|几号|随后|之后|当时)+"
)


def _chinese(text: str) -> Iterator[Told]:
    for kind, verb in _ZH_VERBS:
        for match in verb.finditer(text):
            land = match.groupdict().get("land")
            whom = _ZH_LANDS[land] if land else match["whom"]
            found = _ZH_WHO.search(text[: match.start()])
            parts = [part for part in _ZH_ASIDE.split(found["who"]) if part] if found else []
            who = parts[0] if parts else ""
            yield kind, "" if re.search("谁|哪", who) else who, "" if re.search("哪|什么", whom) else whom


_KO_LANDS = {
    "중": "중국", "북": "북한", "러": "러시아", "미": "미국", "한": "한국", "일": "일본", "영": "영국", "불": "프랑스",
    "독": "독일", "인": "인도", "호": "호주", "베": "베트남",
}  # fmt: skip
_KO_VISIT = re.compile(
    r"(?P<whom>(?:[가-힣]+의 )?[가-힣]{2,10})(?:을|를|에|로|으로) (?:(?:공식|처음|다시|직접|국빈|우호) ?)*"
    r"(?:방문|찾[았아은]|도착|갔|가서|간 |온 |왔|향했)|"
    r"(?P<bare>[가-힣]{2,10}?)(?<![은는이가을를에로월일년]) (?:간|온|찾은) (?=게|건|것|날|때|적)|"
    r"(?P<noun>[가-힣]{2,10}) 방문"
)
_KO_LAND = re.compile(rf"(?<![가-힣])방(?P<land>[{''.join(_KO_LANDS)}])(?=[했한할하을은이에의단]|\s|$)")
_KO_INVITE = re.compile(
    r"(?P<whom>(?:[가-힣]+ ){0,2}?[가-힣]{2,10})(?:을|를) (?:[가-힣]+(?:로|으로|에) )?(?:초청|초대)"
)
_KO_GIVE = re.compile(
    r"(?P<whom>[가-힣]{2,10})(?:에게|에|한테) (?:[가-힣\d,.]+ ){0,3}?(?:선물|기증|제공|지원|보냈|보낸|파견)"
)
_KO_MEET = re.compile(
    r"(?P<whom>(?:[가-힣]+ )?[가-힣]{2,10}?)(?:을|를|와|과|하고|랑|이랑)? (?:[가-힣]+(?:에서|서) )?"
    r"(?:다시 |따로 |직접 )*(?:만[나난났날]|회담|회동|면담|접견)"
)
_KO_CALL = re.compile(r"(?P<whom>(?:[가-힣]+ )?[가-힣]{2,10})(?:에게|한테|와|과|께) (?:[가-힣]+ )?(?:전화|통화)")
_KO_WHO = re.compile(
    r"(?P<who>(?:[가-힣]+(?<![은는을를에서로년월일]) ){0,3}[가-힣]+?)(?:이|가|은|는|께서) (?!.*(?:이|가|은|는|께서) )"
)
_KO_OWNER = re.compile(r"(?P<who>(?:[가-힣]+(?<![은는을를에서로년월일]) ){0,2}[가-힣]+?)(?:의|이|가)? $")
_KO_PASSIVE = re.compile(r"(?:[가-힣]*(?:받|되))")


def _korean(text: str) -> Iterator[Told]:
    for match in _KO_VISIT.finditer(text):
        before = text[: match.start()]
        if match["noun"]:
            owner = _KO_OWNER.search(before)
            yield "visit", owner["who"] if owner else "", match["noun"]
        else:
            yield "visit", _korean_subject(before), match["whom"] or match["bare"]
    for match in _KO_LAND.finditer(text):
        before = text[: match.start()]
        owner = _KO_OWNER.search(before) if before.endswith("의 ") else None
        yield "visit", owner["who"] if owner else _korean_subject(before), _KO_LANDS[match["land"]]
    for kind, verb in (("invite", _KO_INVITE), ("give", _KO_GIVE), ("meet", _KO_MEET), ("call", _KO_CALL)):
        for match in verb.finditer(text):
            if not _KO_PASSIVE.match(text, match.end()):
                yield kind, _korean_subject(text[: match.start()]), match["whom"]


def _korean_subject(before: str) -> str:
    clause = re.split(r"[.,!?]\s|(?:고|며|지만|는데|자) ", before)[-1]
    match = _KO_WHO.search(clause) or _KO_WHO.search(before)
    return "" if match is None or re.search("누[구가]", match["who"]) else match["who"]
