"""The offices of a state as four languages call them: what two tongues call one shares no letter.

Invariant: one closed table; two offices are never one.
"""

from __future__ import annotations

import re
from functools import lru_cache

# A deputy, an aide or a house of theirs is none of them: 副大統領, 首相補佐官, 大使館.
_NO_DEPUTY = r"(?<![副次])(?<!부)(?<!vice[ -])(?<!deputy )"
_NO_AIDE = "(?!補佐|秘書|特使|候補|助理|特别代表|館|馆|관|府|官邸|보좌|비서|특사)"
OFFICES = {
    name: re.compile(rf"{_NO_DEPUTY}(?:{words}){_NO_AIDE}", re.IGNORECASE)
    for name, words in {
        "premier": r"内閣総理大臣|首相|総理(?:大臣)?|国务院?总理|总理|總理|\bprime minister|\bpremier\b|내각총리|총리",
        "president": r"大統領|总统|總統|\bpresident|대통령",
        "chairman": r"国家主席|主席|\bchairman|국가주석|주석|国務委員長|국무위원장",
        "general secretary": r"総書記|总书记|总書記|總書記|\bgeneral secretary|총서기|총비서",
        "monarch": r"国王|女王|\b(?:king|queen)\b|국왕",
        "foreign minister": r"外相|外務大臣|外务大臣|外交部長|外长|外交部长|外务相|\bforeign (?:minister|secretary)|"
        r"\bminister (?:for|of) foreign affairs|외상|외무상|외교부장|외교장관|외무장관",
        "defence minister": r"国防相|防衛相|国防大臣|防衛大臣|国防部長|国防部长|防长|"
        r"\bdefen[cs]e (?:minister|secretary)|\bminister (?:for|of) defen[cs]e|국방상|국방장관|국방부장",
        "governor": r"知事|省长|州长|\bgovernor|지사",
        "mayor": r"市長|市长|\bmayor|(?<!수산)(?<!도매)(?<!중앙)(?<!노동)(?<!주식)시장(?!에서|경제)",
        "ambassador": r"大使|\bambassador|대사",
    }.items()
}
HEADS_OF_STATE = frozenset(("president", "chairman", "general secretary", "monarch"))
HEADS = HEADS_OF_STATE | {"premier"}  # of state or of government


@lru_cache(50_000)
def offices_in(words: str) -> frozenset[str]:
    """Return the offices that words name."""
    return frozenset(name for name, called in OFFICES.items() if called.search(words))
