"""People and posts in English, Korean and Chinese: Foreign Minister X; X, the former chair of Y; 과장, 外交部长.

Invariant: a name begins with a capital that is no title, with a Korean surname, or with a Chinese one; where its end
is not shown by what stands around it, it is no name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.structure.dates import find_dates
from corpus.structure.people import is_person, surname
from corpus.structure.posts import Person, Place, in_order, person
from corpus.structure.roles import ORGANISATION

_EN_OFFICE = (
    "president|prime minister|premier|chancellor|minister|secretary(?:-general)?|chair(?:man|woman|person)?|director"
    "|head|manager|governor|mayor|ambassador|professor|chief|commissioner|leader|spokes(?:man|woman|person)|senator"
    "|general|judge|editor|economist|analyst|researcher|fellow|engineer|officer|commander|superintendent|principal"
    "|captain|colonel|major|lieutenant|sergeant|admiral|bishop|pastor|reverend|detective|justice|owner|founder|treasurer|librarian|coordinator|inspector|curator|dean|rector|envoy|king|queen"
)
_EN_NAME = (
    r"(?:(?:Dr|Prof|Mr|Mrs|Ms|Sir|Dame)\.?\s)?"
    r"(?P<name>[A-Z][\w\u2019'-]+(?:\s(?:[A-Z][\w\u2019'-]*\.?|de|van|von|bin|al)){0,3})"
)
_EN_FORMER = r"(?P<former>[Ff]ormer\s|[Ee]x-|[Tt]hen-?\s?|[Ll]ate\s)?"
_EN_PHRASE = (
    r"(?P<post>(?:(?!(?:its|his|her|their|our|the|an?|and|who|that|which)\b)[\w\u2019'-]+\s){0,4}?"
    rf"(?:{_EN_OFFICE})(?:\s(?:of|at|for|in|to)\s[^,.;:()]{{2,60}}?)?)"
)
_EN = (
    # Foreign Minister Wang Yi
    re.compile(rf"{_EN_FORMER}\b(?P<post>(?:[A-Z][\w-]+\s){{0,4}}?(?i:{_EN_OFFICE}))\s{_EN_NAME}"),
    # Wang Yi, the former foreign minister
    re.compile(rf"{_EN_NAME},\s(?:who\s(?:is|was)\s)?(?:the\s|a\s|an\s|its\s)?{_EN_FORMER}{_EN_PHRASE}(?=[,.;:)])"),
    # The former chair of the Board, Dr Edwin Karras
    re.compile(rf"\b(?:[Tt]he|[Ii]ts|[Aa]|[Oo]ur)\s{_EN_FORMER}{_EN_PHRASE},\s{_EN_NAME}(?=[,.;:)])"),
)
_KO_OFFICE = (
    "대통령|총리|장관|차관|총재|위원장|위원|의장|의원|시장|부시장|도지사|지사|군수|구청장|회장|부회장|사장|대표|이사장|이사|원장|소장|관장"
    "|국장|부장|과장|팀장|실장|처장|청장|교장|총장|교수|부교수|조교수|연구위원|연구원|기자|특파원|대사|대변인|비서관|사령관|서기|주석|감독|변호사|행장|조합장|본부장|센터장|간사|단장|학장|지부장|지회장|지점장"
)
_KO_POST = rf"(?P<post>(?:[가-힣]+\s)?[가-힣]*(?:{_KO_OFFICE}))"
_KO = (
    re.compile(
        rf"(?<![가-힣])(?P<former>전\s)?(?P<post>(?:[가-힣]+\s){{0,2}}[가-힣]*(?:{_KO_OFFICE}))인\s(?P<name>[가-힣]{{3}})(?![가-힣])"
    ),
    re.compile(rf"(?<![가-힣])(?P<name>[가-힣]{{3}})\s?[(（](?P<former>전\s)?(?P<post>[가-힣 ]*(?:{_KO_OFFICE}))[)）]"),
    re.compile(
        rf"(?<![가-힣])(?:(?P<of>[가-힣]+(?<!인))\s)?(?P<name>(?![가-힣]?(?:{_KO_OFFICE}))[가-힣]{{3}})\s(?P<former>전\s)?{_KO_POST}(?=[은는이가을를의도과와에(,.\s]|$)"
    ),
    re.compile(r"(?<![가-힣])(?P<name>[가-힣]{3})\s씨(?=[은는이가을를의도와과에(,.\s]|(?:이|였|이었)?다\b|입니다|$)"),
)
_KO_HELD = re.compile(
    rf"(?:[^.]{{0,30}}?(?:까지|간)\s|\s)(?P<post>(?:[가-힣]+\s){{0,2}}[가-힣]*(?:{_KO_OFFICE}))[을를]\s(?P<former>지냈|역임했|맡았)"
)
ZH_OFFICE = (
    "总统|總統|总理|總理|首相|主席|总书记|總書記|书记|書記|部长|部長|外长|外長|防长|省长|省長|市长|市長|县长|区长|镇长|局长|局長|处长|科长|院长|院長|校长"
    "|校長|首席[一-鿿]{2,3}官|科长|所长|主任|董事长|董事長|总经理|经理|行长|会长|會長|理事长|秘书长|秘書長|发言人|發言人|大使|教授|博士|研究员|研究員|记者|記者|委员|委員|代表|站长|组长|队长|总裁|总监|首席执行官|馆长|社长|主编|检察长|司令|副教授|讲师|博士后|经理|编辑|律师|医生|教师"
)
_ZH_FORMER = r"(?P<former>前|原|时任|時任)?"
_ZH_DID = (
    r"持(?:不同|相反|反对|保留|异)|主[导張张持]|反[对對]|支持|拒[绝絕]|同意|[上就到接出]任|辞去|辞[职職]|离任|退休|去世|率|宣布"
    r"|承[诺認认]|要求|希望|呼[吁籲]|批[评評]|否[认認]|公布|公佈|[签簽]署|提出|推[动動]|[负負][责責]|[则則却卻仍还還已将將随隨并並便就都]"
)
_ZH_END = rf"(?=[，、。；：（）()的说說表指认認对對与與和在曾称稱介告强補补是也\d]|{_ZH_DID}|$)"
_ZH_WORD = "(?:(?![的了在是和由与與被])[一-鿿])"
_ZH_APPOSED = r"(?:，|、)(?:现任|現任|现为|任)?"
_ZH = (
    # 陆晚舟，青石大学公共治理研究中心副教授
    re.compile(
        rf"(?<![一-鿿])(?P<name>[一-鿿]{{2,3}}){_ZH_APPOSED}(?P<former>前|原|曾任)?(?P<post>{_ZH_WORD}{{0,20}}(?:{ZH_OFFICE}))(?=[，。；、）]|$)"
    ),
    re.compile(
        rf"(?:(?<![一-鿿])|(?<=[由与與和及])){_ZH_FORMER}(?P<post>{_ZH_WORD}{{0,14}}?(?:{ZH_OFFICE}))(?P<name>[一-鿿]{{2,3}}?){_ZH_END}"
    ),
    re.compile(
        rf"(?:(?<![一-鿿])|(?<=[的和与與]))(?P<name>[一-鿿]{{2,3}})(?P<former>)(?P<post>(?:副)?(?:{ZH_OFFICE})){_ZH_END}"
    ),
)


_MORE_SURNAMES = frozenset(
    "穆宫欧司柴车管鲁翟殷庄柳裴靳祝霍樊骆施倪辛左柯冉缪单包岳齐梅梁谷苗焦盛童游阮桂牛葛纪舒屈项詹凌米宋安申关鲍覃狄甄虞晏康翁庞颜聂俞毕闵巩瞿戚"
)
_DOUBLE_SURNAMES = frozenset(
    ("欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "司徒", "夏侯", "歐陽")
)


def people(text: str, lang: str) -> tuple[Person, ...]:
    """Return the people that an English (en), Korean (ko) or Chinese (zh) text names with a post, in order."""
    found: list[Person] = []
    lowered = frozenset(re.findall(r"\b[a-z]{3,}\b", text)) if lang == "en" else frozenset()
    for pattern in {"en": _EN, "ko": _KO}.get(lang, _ZH):
        for match in _matches(pattern, text, lang, lowered):
            parts = match.groupdict()
            places = [Place(*match.span(key)) if parts.get(key) else None for key in ("post", "of")]
            found.append(person(text, Place(*match.span("name")), places[0], places[1], bool(parts.get("former"))))
    return in_order(found)


def held(text: str, name: Person, at: int) -> Person | None:
    """Return the post that a Korean sentence says a person held; ``at`` is where its subject ends (그는|…)."""
    match = _KO_HELD.match(text, at)
    return person(text, Place(name.start, name.end), Place(*match.span("post")), None, True) if match else None


def _matches(pattern: re.Pattern[str], text: str, lang: str, lowered: frozenset[str]) -> Iterator[re.Match[str]]:
    """Yield where a pattern finds a name; after words that are none it looks again right behind their start."""
    at = 0
    while match := pattern.search(text, at):
        named = _is_name(match["name"], lang, lowered)
        at = match.end() if named else match.start("name") + 1
        if named:
            yield match


def _is_name(words: str, lang: str, lowered: frozenset[str]) -> bool:
    """Say whether words in the place of a name can be one."""
    if lang == "en":
        office = re.fullmatch(rf"(?i:{_EN_OFFICE})", words.rsplit(maxsplit=1)[-1])
        common = any(word.lower() in lowered for word in words.split() if len(word) > 2)
        return not office and not common and not ORGANISATION.search(words)
    if lang == "ko":
        return is_person(words) and not find_dates(words) and not re.search(_KO_OFFICE, words)
    return chinese_name(words)


def chinese_name(words: str) -> bool:
    """Say whether Chinese words in the place of a name begin with a surname and hold no word of grammar."""
    known = surname(words) or words[0] in _MORE_SURNAMES or words[:2] in _DOUBLE_SURNAMES
    return known and not re.search("[的了是在和与與]", words[1:])
