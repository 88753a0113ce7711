"""Two countries named in one word each sign of which stands for one (中朝貿易, 日韓関係, 북러 회담).

Invariant: a pair is read only before a word for what two countries have with one another, so that 日中 (by day) and
中日 (a newspaper) are none; which is named first makes no difference.
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.structure.countries import country_called

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


# The codes of the table of names.
_IN_TABLE = {
    "chn": "CN", "prk": "KP", "rus": "RU", "jpn": "JP", "kor": "KR", "usa": "US", "gbr": "GB", "deu": "DE",
    "fra": "FR", "ind": "IN", "aus": "AU", "twn": "TW", "vnm": "VN",
}  # fmt: skip


def of_a_pair(name: str) -> str:
    """Return the code by which a country of this name stands in pairs; "" for any other."""
    return _IN_TABLE.get(country_called(name), "")


@lru_cache(4096)
def country_pairs(text: str) -> frozenset[Pair]:
    """Return the pairs of countries that a text names, by their codes (ISO 3166)."""
    found = (frozenset(_SIGN[sign] for sign in match.groups() if sign) for match in _PAIRS.finditer(text))
    return frozenset(pair for pair in found if len(pair) > 1)


def between_others(asked: str, said: str) -> bool:
    """Say whether a text speaks of two countries, and not of the two that are asked about."""
    wanted, here = country_pairs(asked), country_pairs(said)
    return bool(wanted and here) and not wanted & here
