"""Two countries named in one word each sign of which stands for one (中朝貿易, 日韓関係, 북러 회담).

Invariant: a pair is read only before a word for what two countries have with one another, so that 日中 (by day) and
中日 (a newspaper) are none; which is named first makes no difference.
"""

from __future__ import annotations

import re
from functools import lru_cache

Pair = frozenset[str]

# A sign of each country in Chinese characters and in Hangul.
_COUNTRIES = {
    "CN": "中중", "KP": "朝북", "RU": "露ロ俄러", "JP": "日일", "KR": "韓韩한", "US": "米美미", "GB": "英영",
    "DE": "独德독", "FR": "仏法불", "IN": "印인", "AU": "豪澳호", "TW": "台대", "VN": "越베",
}  # fmt: skip
_SIGN = {sign: code for code, signs in _COUNTRIES.items() for sign in signs}
_HAN = "".join(sign for sign in _SIGN if not "가" <= sign <= "힣")
_HANGUL = "".join(sign for sign in _SIGN if "가" <= sign <= "힣")
# What two countries have with one another.
_SHARED = (
    "間|貿易|贸易|関係|关系|首脳|首脑|会談|会谈|双方|両国|两国|国境|边境|友好|交流|協力|合作|同盟|条約|条约|協定|协定|国交|"
    "摩擦|対立|合意|共同|往来|往來|外相|外长|経済|经济|親善|亲善"
)
_KOREAN = "무역|교역|관계|정상|회담|양국|국경|우호|교류|협력|동맹|조약|협정|수교|갈등|합의|경제|친선|간 ?"
_PAIRS = re.compile(
    rf"(?<![{_HAN}])([{_HAN}])([{_HAN}])の?(?={_SHARED})|(?<![가-힣])([{_HANGUL}])([{_HANGUL}]) ?(?={_KOREAN})"
)


_CALLED = {
    "CN": "中国|中华人民共和国|China|중국", "KP": "北朝鮮|朝鮮|朝鲜|North Korea|북한",
    "RU": "ロシア|俄罗斯|Russia|러시아",
    "JP": "日本|Japan|일본", "KR": "韓国|韩国|South Korea|한국", "US": "米国|アメリカ|美国|United States|미국",
    "GB": "英国|イギリス|United Kingdom|영국", "DE": "ドイツ|德国|Germany|독일", "FR": "フランス|法国|France|프랑스",
    "IN": "インド|印度|India|인도", "AU": "豪州|オーストラリア|澳大利亚|Australia|호주", "TW": "台湾|Taiwan|대만",
    "VN": "ベトナム|越南|Vietnam|베트남",
}  # fmt: skip
_CAPITALS = {
    "CN": "北京|Beijing|베이징", "KP": "平壌|平壤|Pyongyang|평양", "RU": "モスクワ|莫斯科|Moscow|모스크바",
    "JP": "東京|东京|Tokyo|도쿄", "KR": "ソウル|首尔|Seoul|서울", "US": "ワシントン|华盛顿|Washington|워싱턴",
    "GB": "ロンドン|伦敦|London|런던", "DE": "ベルリン|柏林|Berlin|베를린", "FR": "パリ|巴黎|Paris|파리",
    "IN": "ニューデリー|新德里|New Delhi|뉴델리", "AU": "キャンベラ|堪培拉|Canberra|캔버라",
    "TW": "台北|Taipei|타이베이", "VN": "ハノイ|河内|Hanoi|하노이",
}  # fmt: skip
_CODES = {name: code for code, names in _CALLED.items() for name in names.split("|")}


def country_called(name: str) -> str:
    """Return the code of the country of a name in one of four languages; "" for any other."""
    return _CODES.get(name, "")


@lru_cache(4096)
def countries_of_capitals(words: str) -> tuple[str, ...]:
    """Return what the countries are called whose capitals words name: who goes there goes to the country.

    Who goes to a country need not go to its capital.
    """
    found: list[str] = []
    for code, capitals in _CAPITALS.items():
        if any(re.search(rf"(?<![一-鿿ァ-ヺ]){name}", words) for name in capitals.split("|")):
            found += _CALLED[code].split("|")
    return tuple(found)


@lru_cache(4096)
def country_pairs(text: str) -> frozenset[Pair]:
    """Return the pairs of countries that a text names, by their codes (ISO 3166)."""
    found = (frozenset(_SIGN[sign] for sign in match.groups() if sign) for match in _PAIRS.finditer(text))
    return frozenset(pair for pair in found if len(pair) > 1)


def between_others(asked: str, said: str) -> bool:
    """Say whether a text speaks of two countries, and not of the two that are asked about."""
    wanted, here = country_pairs(asked), country_pairs(said)
    return bool(wanted and here) and not wanted & here
