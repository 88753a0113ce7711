"""Where English, Korean and Chinese texts name the people that they name elsewhere, or without a post.

Invariant: what is found is in the place of a name: beside a title, before a verb of saying, or named again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus.structure.names_zh import FOREIGN_SIGNS, transliterated
from corpus.structure.people import is_person
from corpus.structure.posts import Person
from corpus.structure.posts_other import ZH_OFFICE, chinese_name
from corpus.structure.roles import ORGANISATION

_EN_TITLE = (
    r"(?:Dr|Prof|Mr|Mrs|Ms|Miss|Sir|Dame|Lord|Lady|Captain|Capt|Judge|Professor|Councillor|Senator|Minister"
    r"|President|Inspector|Father|Sister|Reverend|Rev)\.?"
)
_EN_WORD = r"[A-Z][a-z’'-]+(?:[A-Z][a-z]+)?"
_EN_NAME = rf"{_EN_WORD}(?: [A-Z]\.)?(?: (?:de|van|von|al|bin))? {_EN_WORD}"
# A whole name: behind a title; before what he or she is, said or did; or set off by commas behind a post.
_EN_DID = (
    "was born|founded|moved|joined|wrote|began|started|studied|grew up|took over|came|went|left|became|died|retired"
    "|married|taught|worked|spent|learned|bought|runs|lives|works|teaches"
)
_EN_PLACED = (
    re.compile(rf"\b{_EN_TITLE} (?P<name>{_EN_WORD}(?: {_EN_WORD})?)"),
    re.compile(
        rf"(?:^|[.;:,\n] |\n)(?P<name>{_EN_NAME})(?=, (?:an?|the|who|whose|now|then|formerly|\d\d)\b|,? (?:said"
        r"|says|told|wrote|writes|argues|argued|recalls|recalled|explained|explains)\b)"
    ),
    re.compile(rf", (?P<name>{_EN_NAME})(?=,)"),
    re.compile(
        rf"[,”\"] (?:says|said|argues|argued|writes|wrote|recalls|recalled|adds|added|explains|explained|warns|warned)"
        rf" (?P<name>{_EN_NAME})(?=[,.])"
    ),
    re.compile(rf"\b(?:named|called) (?P<name>{_EN_NAME})\b"),
    re.compile(rf"(?:^|[.!?”\"] |\n)(?P<name>{_EN_NAME})(?= (?:and {_EN_NAME} )?(?:{_EN_DID})\b)"),
    re.compile(rf"(?:^|[.!?”\"] |\n){_EN_NAME} and (?P<name>{_EN_NAME})(?= (?:{_EN_DID})\b)"),
)
_EN_NO_PERSON = re.compile(
    r"\b(?:Shipping|Airlines|Airways|Motors|Foods|Energy|Holdings|Partners|Group|Company|Marine|Industries|Systems|Labs"
    r"|Works|Brewery|Farms?|Railways?|Lines?|Ferries|Trust|Club|Union|Church|Museum|Library|Hospital|Party|Board|Court"
    r"|Society|Fund|Services|Networks?|Technologies|Media|Studios|Records|Books|Islands?|Harbou?r|Bridge|Street|Road"
    r"|Park|Hall|House|Castle|Valley|River|Lake|Bay|Mills?|States|Kingdom|City|County|North|South|East|West)\b"
)
_ZH_VERB = (
    r"(?:说|說|表示|介绍|介紹|回忆|回憶|认为|認為|告诉|告訴|坦言|指出|笑着|今年\S{1,5}岁|答应|出生|站在|坐在|把|曾"
    r"|是|在|于|对此|强调|透露|承认|提醒|宣布|解释|补充|却|也|则|仍|还|已|将|随后|后来)"
)
_ZH_SAYS = "(?:说|說|表示|认为|認為|指出|坦言|强调|称|補充|补充|透露|承认|提醒|宣布|解释)"
_ZH_NO_SURNAME = frozenset(
    "对對再昨今随曾一多公明坦当日近同还也则均都并此向在接特反又仍已没不未却就只其他她它更最先后首们方以因所事会将更"
)  # what stands between a post and a verb of saying and is no name (发言人对此表示)
_ZH_ROLE = (
    r"(?:人士|学者|专家|议员|主任|局长|部长|院长|经理|[者员員人民长長师師工家生农農主手]|教师|后代|代表|创始人|创办人|丈夫|妻子|儿子|女儿|父亲|母亲|哥哥|弟弟|姐姐|妹妹|徒弟|负责人|厂长|村民|居民"
    r"|老板|馆长|导演|教授|作者)"
)


_KO_TITLED = re.compile(
    r"(?<![가-힣])(?P<name>[가-힣]{3})\s(?:할머니|할아버지|어르신|씨|군|양|선생|선생님|작가|선수|장인|부부|박사)(?=[은는이가을를의도와과,.\s]|(?:이|였|이었)?다\b|입니다)"
)


def mentions(text: str, people: Sequence[Person], lang: str) -> Iterator[Person]:
    """Yield where a text of a language names its people again, or others without a post."""
    yield from {"en": _english, "ko": _korean, "zh": _chinese}.get(lang, _korean)(text, people)


def _placed(text: str, name: str, pattern: str) -> Iterator[Person]:
    for match in re.finditer(pattern, text):
        yield Person(match.start("name"), match.end("name"), name)


def _english(text: str, people: Sequence[Person]) -> Iterator[Person]:
    names = {one.name for one in people}
    lowered = frozenset(re.findall(r"\b[a-z]{3,}\b", text))
    for pattern in _EN_PLACED:
        for match in pattern.finditer(text):
            words = match["name"].split()
            if (
                not ORGANISATION.search(match["name"])
                and not _EN_NO_PERSON.search(match["name"])
                and not any(word.lower() in lowered for word in words)
            ):
                names.add(match["name"])
    names = {one for one in names if not re.match(rf"{_EN_TITLE} ", one)}
    whole = {name for name in names if " " in name}
    names -= {one for one in names - whole if sum(name.endswith(f" {one}") for name in whole) == 1}  # Dr Voss
    for name in names:
        yield from _placed(text, name, rf"(?<![\w’'])(?P<name>{re.escape(name)})(?![\w])(?! [A-Z][a-z])")
    for name in names:
        short = name.rsplit(maxsplit=1)[-1]
        if short != name and sum(other.endswith(" " + short) for other in names) == 1:
            yield from _placed(text, name, rf"(?<![A-Za-z’'] )(?<!\w)(?P<name>{short})\b(?! [A-Z][a-z])")
            yield from _placed(text, name, rf"(?<=[a-z]\s)(?P<name>{short})\b(?! [A-Z][a-z])")


def _korean(text: str, people: Sequence[Person]) -> Iterator[Person]:
    names = {one.name for one in people}
    names |= {match["name"] for match in _KO_TITLED.finditer(text) if is_person(match["name"])}
    for name in names:
        yield from _placed(text, name, rf"(?<![가-힣])(?P<name>{re.escape(name)})(?=[은는이가을를의도과와에,.\s]|$)")


def _chinese(text: str, people: Sequence[Person]) -> Iterator[Person]:
    """Yield names known from a post, and those that a verb or a role beside them shows and that return."""
    names = {one.name for one in people}
    for match in re.finditer(rf"(?<![一-鿿])(?P<name>[一-鿿]{{3}})(?={_ZH_VERB})", text):
        if chinese_name(match["name"]) and len(re.findall(match["name"], text)) > 1:
            names.add(match["name"])
    for match in re.finditer(r"(?<=[的，。\n])(?P<name>[一-鿿]{2,3}?)(?=是一[名位个個])", text):
        if chinese_name(match["name"]):
            names.add(match["name"])
    for match in re.finditer(
        rf"(?P<role>{_ZH_ROLE})(?P<of>的?)(?P<name>[一-鿿]{{3}})(?P<shown>{_ZH_VERB}|[，。：的、和与带来到从]|$)?", text
    ):
        two = re.match(_ZH_SAYS, text[match.start("name") + 2 :])  # 经理周楷表示
        if (
            chinese_name(match["name"])
            and two is None
            and (
                len(match["role"]) > 1
                or match["of"]
                or match["shown"]
                or re.search(rf"(?<![一-鿿]){match['name']}", text)
            )
        ):
            names.add(match["name"])
    for match in re.finditer(rf"(?:{ZH_OFFICE}|{_ZH_ROLE})(?P<name>[一-鿿]{{2,3}})(?={_ZH_SAYS})", text):
        if match["name"][0] not in _ZH_NO_SURNAME and not re.search(
            "[的了在是和与與对向也]|[局部厅院会委府社处署司所站校厂馆村镇县市省区团队组]$", match["name"]
        ):  # 民政局认为
            names.add(match["name"])
    names |= set(transliterated(text, f"{ZH_OFFICE}|{_ZH_ROLE}", _ZH_VERB))
    names = {one for one in names if "·" in one or not any(one != other and one in other.split("·") for other in names)}
    for name in sorted(names):
        yield from _placed(text, name, rf"(?P<name>{re.escape(name)})")
    for short, name in _shorter(names).items():
        alone = (
            rf"(?<!·)(?P<name>{short})(?![·{FOREIGN_SIGNS}])"
            if "·" in name
            else rf"(?<![一-鿿])(?P<name>{short})(?={_ZH_SAYS}|某|氏)"
        )
        yield from _placed(text, name, alone)


def _shorter(names: Iterable[str]) -> dict[str, str]:
    """Return the names by how a Chinese text names their bearers again, where one alone has it: 周(氏), 科斯塔."""
    short: dict[str, set[str]] = {}
    for name in names:
        short.setdefault(name.rsplit("·", 1)[-1] if "·" in name else name[0], set()).add(name)
    return {key: next(iter(whole)) for key, whole in short.items() if len(whole) == 1 and key not in names}
