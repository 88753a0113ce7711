"""The offices of a state as four languages call them: what two tongues call one shares no letter.

Invariant: one closed table; two offices are never one.
"""

from __future__ import annotations

import re

OFFICES = {
    name: re.compile(words, re.IGNORECASE)
    for name, words in {
        "premier": r"内閣総理大臣|首相|総理(?:大臣)?|国务院?总理|总理|總理|\bprime minister|\bpremier\b|내각총리|총리",
        "president": r"大統領|总统|總統|\bpresident|대통령",
        "chairman": r"国家主席|(?<!副)主席|\bchairman|국가주석|주석|国務委員長|국무위원장",
        "general secretary": r"総書記|总书记|总書記|總書記|\bgeneral secretary|총서기|총비서",
        "monarch": r"国王|女王|\b(?:king|queen)\b|국왕",
        "foreign minister": r"外相|外務大臣|外务大臣|外交部長|外长|外交部长|外务相|\bforeign (?:minister|secretary)|"
        r"\bminister (?:for|of) foreign affairs|외상|외무상|외교부장|외교장관|외무장관",
        "defence minister": r"国防相|防衛相|国防大臣|防衛大臣|国防部長|国防部长|防长|"
        r"\bdefen[cs]e (?:minister|secretary)|\bminister (?:for|of) defen[cs]e|국방상|국방장관|국방부장",
        "governor": r"知事|(?<!副)省长|州长|\bgovernor|지사",
        "mayor": r"市長|市长|\bmayor|시장",
        "ambassador": r"大使|\bambassador|대사",
    }.items()
}
HEADS_OF_STATE = frozenset(("president", "chairman", "general secretary", "monarch"))
HEADS = HEADS_OF_STATE | {"premier"}  # of state or of government


def offices_in(words: str) -> frozenset[str]:
    """Return the offices that words name."""
    return frozenset(name for name, called in OFFICES.items() if called.search(words))
