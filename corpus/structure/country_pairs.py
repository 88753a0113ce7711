"""Two countries, or three, named in one word each sign of which stands for one (中朝貿易, 日韓関係, 북러 회담, 日中韓).

Invariant: a pair is read only before a word for what two countries have with one another, so that 日中 (by day) and
中日 (a newspaper) are none; which is named first makes no difference.
"""

from __future__ import annotations

import re
from functools import lru_cache

Pair = frozenset[str]

# A sign of each country in Chinese characters and in Hangul, by the codes of `corpus.structure.countries`.
_SIGNS = {
    "chn": "中중", "prk": "朝북", "rus": "露ロ俄러", "jpn": "日일", "kor": "韓韩한", "usa": "米美미", "gbr": "英영",
    "deu": "独德독", "fra": "仏法불", "ita": "伊이", "ind": "印", "aus": "豪澳호", "twn": "台", "vnm": "越베",
}  # fmt: skip
_SIGN = {sign: code for code, signs in _SIGNS.items() for sign in signs}
_HAN = "".join(sign for sign in _SIGN if not "가" <= sign <= "힣")
_HANGUL = "".join(sign for sign in _SIGN if "가" <= sign <= "힣")
# What two countries have with one another.
_SHARED = (
    "間|貿易|贸易|関係|关系|首脳|首脑|会談|会谈|双方|両国|两国|国境|边境|友好|交流|協力|合作|同盟|条約|条约|協定|协定|国交|"
    "摩擦|対立|合意|共同|往来|往來|外相|外长|経済|经济|親善|亲善"
)
_KOREAN = "무역|교역|관계|정상|회담|양국|국경|우호|교류|협력|동맹|조약|협정|수교|갈등|합의|경제|친선|간 ?"
_PAIRS = re.compile(
    rf"(?<![{_HAN}])([{_HAN}])([{_HAN}])([{_HAN}])?(?:の?[23２３二三](?:[かカヶケ]?国|者)(?:間?で)?)?の?(?={_SHARED})|"
    rf"(?<![가-힣])(?!북한|독일)([{_HANGUL}])([{_HANGUL}])([{_HANGUL}])?(?: ?[23](?:개국|자))? ?(?={_KOREAN})"
)


@lru_cache(4096)
def country_pairs(text: str) -> frozenset[Pair]:
    """Return the pairs of countries that a text names, by their codes; three in one word (中ロ朝) are three."""
    found = (frozenset(_SIGN[sign] for sign in match.groups() if sign) for match in _PAIRS.finditer(text))
    return frozenset(pair for pair in found if len(pair) > 1)


def between_others(asked: str, said: str) -> bool:
    """Say whether a text speaks of two countries, and not of the two that are asked about."""
    wanted, here = country_pairs(asked), country_pairs(said)
    return bool(wanted and here) and not wanted & here
