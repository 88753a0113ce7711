"""What a noun phrase is a kind of, by the word it ends in: a person, a body, a place, a country, an event, a time.

Invariant: only closed classes of last words decide, in every language; what ends in none of them is of no sort.
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.structure.actors import is_body, is_people
from corpus.structure.bodies import COMPANY_ENDS
from corpus.structure.people import morphemes
from corpus.structure.predicates import happens

_PERSON = re.compile(
    r"(?:人|者|员|家|师|长|先生|女士|教授|박사|교수|씨|사람|군수|시장|장관|의원|대표|회장|사장|소장|할머니|할아버지|위원장|기자"
    r"|professor|minister|director|chair|chairman|chairwoman|mayor|judge|captain|author|president|secretary|man|woman"
    r"|residents|visitors|workers|drivers|people|councillors?|officials?|teachers?|critics|members)$",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"(?:公司|集团|银行|行|局|部|院|所|社|厂|馆|校|会|党|机构|协会|委员会|合作社|基金|회사|은행|단체|기관|협회|위원회|공사|재단|센터|학교|기업|조합|당|부|청|원"
    r"|company|companies|council|board|agency|institute|bank|committee|commission|ministry|department|union|firm|trust|university"
    r"|college|association|office|court|bureau|authority|government|line|lines|society|hospital|group|ltd|coaches|travel|transit)$",
    re.IGNORECASE,
)
_COUNTRY = re.compile(r"(?:国|國|共和国|王国|連邦|나라|국|countr(?:y|ies)|states?|republic|kingdom)$", re.IGNORECASE)
_PLACE = re.compile(
    r"(?:[市町村区県州郡島港駅山川湖浜橋村镇县省岛塔场寺]|地区|地域|集落|公園|広場|工場|跡|施設|도시|섬|마을|군|시|도|항|등대|터미널|건물|역"
    r"|town|city|village|island|port|harbour|county|valley|station|region|district|bridge|house|site)$",
    re.IGNORECASE,
)
_EVENT = re.compile(
    r"(?:事故|事件|災害|会議|総会|選挙|決定|合意|违|变化|决定|做法|措施|办法|결정|합의|제안|변화|차이|문제|주장|발언|말|사건|이유|과정|점"
    r"|[a-z]{3,}(?:ion|ment|ence|ance|sal|val)|decision|change|rise|fall|loss|vote|sale|clause|charge|question|claim|finding)$",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?:\d|[年月日週度期間前後時分]|当時|今回|前回|現在|以来|頃|[年月日]度?|年代|世紀|해|년|월|일|뒤|후|때|동안|years?|months?|weeks?|days?|today"
    r"|yesterday|January|February|March|April|May|June|July|August|September|October|November|December)$"
)
_KANA = re.compile("[ぁ-んァ-ヺー]")


_SIGNS = {
    sign: sort
    for signs, sort in (
        ("社行局署庁省課部館校院園店所会党隊组厂厅处机站", "body"),
        ("氏人君", "person"),
        ("国國", "country"),
        ("市町村区県州島港線地駅橋山川湖县镇岛塔场", "place"),
        ("案法表段书書紙誌号船艇店笔债画图论論文", "thing"),
    )
    for sign in signs
}


@lru_cache(16384)
def sort_of(words: str) -> str:
    """Return the sort of a noun phrase, or nothing."""
    if words in _SIGNS:
        return _SIGNS[words]
    last = words.rsplit(" ", 1)[-1].rstrip("」』”’》")
    if not last:
        return ""
    if re.search(r"[一-鿿ァ-ヺー]", last):
        if _TIME.search(last) and len(last) < 8:
            return "time"
        return _of_han(last)
    for pattern, sort in (
        (_COUNTRY, "country"),
        (_PERSON, "person"),
        (_BODY, "body"),
        (_PLACE, "place"),
        (_TIME, "time"),
        (_EVENT, "event"),
    ):
        if pattern.search(last):
            return sort
    return ""


def _of_han(last: str) -> str:
    """Return the sort of a phrase in Han signs or katakana by its ending, else by its last word in the dictionary."""
    read = morphemes(last)
    kind = read[-1][1] if read else ""
    body = is_body(last) and not re.search("[市町村区県州郡]$", last)
    decided = (
        ("country", bool(_COUNTRY.search(last))),
        ("person", "人名" in kind or is_people(last) or last[-1] in "氏君"),
        ("country", "地名,国" in kind),
        ("body", body or bool(re.search(rf"(?:{COMPANY_ENDS})$", last))),
        ("place", "地名" in kind or bool(_PLACE.search(last))),
        ("body", last[-1] in "社館局庁省"),
        ("figure", "数詞" in kind),
        ("event", "サ変" in kind or bool(_EVENT.search(last)) or happens(last[-2:])),
    )
    return next((sort for sort, holds in decided if holds), "")
