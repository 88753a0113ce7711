"""The reasons and purposes that a sentence gives."""

from __future__ import annotations

import re

from bot.compose.asked import Asked, Point, stretch
from bot.compose.candidates import Candidate
from bot.question import Ask
from corpus.structure.clauses import split_clauses

# What marks a clause as a reason or a purpose: closed classes of each language. The first say so outright; the second
# also name means, occasions and intentions.
_REASON = re.compile(
    r"(?<![そこ]の)ため(?!に[はも])|ための|ので(?=[、,]|$)|から(?=だ|で(?:す|ある|あった)|[、,])|ことから|(?:こと)?による(?=[。、]|$)|おかげ|せい[でだか]|理由|[原要]因|背景|"
    r"\bbecause\b|\bdue to\b|\bowing to\b|\bin order to\b|\breasons?\b|\bpurpose\b|\bthanks to\b|\bcaused? by\b|"
    r"因为|由于|为了|原因|目的|때문|위해|위하여|이유|원인|덕분",
    re.IGNORECASE,
)
_LINK = re.compile(r"(?<=[たるだい])(?:が|けれども|けれど|ものの)[、,]?\s*$")  # leads on to the next clause
# What denies that something is the reason.
_NO_REASON = re.compile(
    r"(?:ため|から|せい|理由|原因|目的|背景)(?:とも|とは|では|でも|じゃ)?(?:言え|いえ|限ら|な[いくか])|"
    r"\bnot (?:only )?(?:because|due to|the (?:reason|cause|purpose))\b|(?:不是|并非)(?:因为|由于|为了|原因)|"
    r"(?:때문|이유|원인)(?:은|는|이|만은|만이)? ?아니",
    re.IGNORECASE,
)
_OCCASION = re.compile(
    r"により|によって|を受けて|に伴い|狙い|ねらい|目的|意図|に際し|に合わせて|契機|きっかけ|を機に|思惑|効果|影響|"
    r"\bso (?:that|as)\b|\bsince\b|\baim(?:ed|s)?\b|\bafter\b|因此|以便|목적",
    re.IGNORECASE,
)


def reasons_given(_asked: Asked, _ask: Ask, candidate: Candidate) -> list[Point]:
    """Find the clauses that state a reason, before those that state an occasion."""
    found = []
    for part in split_clauses(candidate.text):
        words = candidate.text[part.start : part.end]
        end = part.end - len(words) + len(_LINK.sub("", words))
        if _NO_REASON.search(words):
            continue
        if _REASON.search(words):
            found.append(stretch(candidate, part.start, end, 0.9))
        elif _OCCASION.search(words):
            found.append(stretch(candidate, part.start, end, 0.6))
    return found
