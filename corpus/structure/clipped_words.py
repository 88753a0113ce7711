"""A clause that a page end cuts, told by figures and by the words of Chinese, Korean and English.

Invariant: as in `corpus.structure.clipped`, what a heading could end with as well says nothing. A noun alone in front
of a sentence is such: whether 설비 / 협회는 is one name or a heading and a sentence no one can tell.
"""

from __future__ import annotations

import math
import re

from corpus.frequency import frequencies, zipf
from corpus.structure.hangul import cuts_word

_UNIT = "年月日年년월일件人名个個건명시時시간円元원"
_TAIL = re.compile(r"(\d{1,4})$")
_HEAD = re.compile(rf"(\d{{1,4}})\s?[{_UNIT}]")
_AFTER_UNIT = re.compile(r"\d\s?(?:[年년]\s?(?=\|\d{1,2}\s?[月월])|[月월]\s?(?=\|\d{1,2}\s?[日号일]))")
_WORD_BEFORE = re.compile(
    r"[\u3041-\u309f，,、：]\s?\d{1,4}$|\S\s*(?:在|于|自|至|从)\d{1,4}$|[가-힣][은는이가의에을를]\s\d{1,4}$"
)


def cuts_figure(left: str, right: str) -> bool:
    """Say whether the cut stands in a number or date: before a zero or its unit, in a year, between year and month."""
    tail = _TAIL.search(left)
    if tail is None:
        return bool(_AFTER_UNIT.search(f"{left}|{right[:6]}"))
    if re.match(rf"\s?[{_UNIT}]\w", right):
        return True
    if re.match(r"0[^.．]", right):
        return True  # no number begins with a zero
    head = _HEAD.match(right)
    if head is None or not re.search(r"[^\W\d]", left):
        return False
    year = len(tail[1]) < 4 and re.match(r"(?:1[89]|20)\d\d$", tail[1] + head[1]) and re.match(r"\d+\s?[年년]", right)
    clause = _WORD_BEFORE.search(left) and len(tail[1] + head[1]) <= 4
    return bool((year and len(head[1]) < 4) or clause)


_LINKS = frozenset("的与和在把被将对从向为比及或于是因而且并也都就还又很更最不未已正")
_LEANS = frozenset("的了着过们地得所")
_OPENS = frozenset(
    ("根据", "由于", "关于", "对于", "按照", "随着", "为了", "通过", "与此", "因此", "但是", "然而", "同时")
)
_CONTEXT = 16  # characters beside the cut that are read
_CLAUSE = 8  # characters: no heading that long ends in 了
_LONGEST = 4  # characters of a word
_UNKNOWN = -18.0  # the logarithm of the share of a character that is no word


def is_cut_chinese(left: str, right: str) -> bool:
    """Say whether a Chinese clause is cut: in a word, behind one that links, before one that leans on another."""
    left, right = re.split("[。！？；：]", left)[-1], right[:_CONTEXT]
    if "，" in left:
        return True  # a heading has no comma
    left = left[-_CONTEXT:]
    if left[-1:] in "了过" and len(left) >= _CLAUSE:
        return True  # what was done needs what it was done to
    if not left or not re.match("[\u4e00-\u9fff]", right):
        return bool(left) and (left[-1] in _LINKS and _words(left)[-1] == left[-1])
    at = 0
    words = _words(left + right)
    for index, word in enumerate(words):
        if at < len(left) < at + len(word):
            return True
        if at == len(left):
            leaning = word in _LEANS or (index + 1 < len(words) and words[index + 1] in ("了", "过"))
            return leaning or words[index - 1] in _LINKS or left in _OPENS
        at += len(word)
    return False


def _words(text: str) -> list[str]:
    """Divide a Chinese text into the words that are likeliest together."""
    shares = frequencies("zh")
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(text) + 1):
        options = []
        for begin in range(max(end - _LONGEST, 0), end):
            share = shares.get(text[begin:end], 0.0)
            if share or end - begin == 1:
                options.append((best[begin][0] + (math.log(share) if share else _UNKNOWN), begin))
        best.append(max(options))
    words: list[str] = []
    end = len(text)
    while end:
        begin = best[end][1]
        words.insert(0, text[begin:end])
        end = begin
    return words


_KNOWN = 3.0  # Zipf frequency of a word that a particle is taken off, or that is no particle's
_ALWAYS = re.compile(
    r"(?P<stem>[가-힣]+?)(?:에서는|에서도|에는|에게는?|으로는|로는|부터는?|와는|과는|에|을|를|의|와|과)$"
)
_TOPIC = re.compile(r"(?P<stem>[가-힣]+?)(?:은|는|이|가)$")
_VERBAL = re.compile(
    r"(?:하|되|있|없|같|[았였었했됐렸났])(?:고|며|면서|지만|으나|는데|면)$|(?:르|으)면$|[해여](?:서|도)$|(?:하|되|있|없)는$"
)
_IF = re.compile("(?:르|하|되|으)면$")  # 보고서에 따르면: what it says follows
_POINTS = re.compile(
    r"(?:이에|그에|이와|이를|그와)\s(?:대해|따라|반해|관해|함께|달리)|(?:이에|그러나|하지만|또한?|한편|따라서)$"
)


def is_cut_korean(left: str, right: str) -> bool:
    """Say whether a Korean clause is cut: in a word, behind a particle or an ending that another word has to follow."""
    if cuts_word(left, right) or _POINTS.match(left):
        return True
    *before, last = left.split()
    if _VERBAL.search(last) or _is_noun_with(_ALWAYS, last) or any(_IF.search(word) for word in before):
        return True
    return any(_is_noun_with(_TOPIC, word) for word in (*before, last)) and not _has_subject(right)


def _is_noun_with(particle: re.Pattern[str], word: str) -> bool:
    """Say whether a word is a common one with a particle, and none of its own (창고, 회의)."""
    match = particle.search(word)
    return bool(match) and zipf(word, "ko") < _KNOWN and _is_noun(match["stem"])  # type: ignore[index]


def _is_noun(stem: str) -> bool:
    return zipf(stem, "ko") >= _KNOWN or bool(re.fullmatch("[년월일측]|이", stem)) or stem[-1:] in "년월일"


def _has_subject(text: str) -> bool:
    """Say whether the first clause of a text has its own subject."""
    for word in text.split():
        if _is_noun_with(_TOPIC, word):
            return True
        if _VERBAL.search(word) or word.endswith((".", "다")):
            return False
    return False


_AWAITS_ENGLISH = re.compile(
    r"(?:^|\s)(?:an?|the|of|to|and|or|but|that|which|who|than|is|are|was|were|has|had|from|with|as|into|its|their|this)$"
)


def is_cut_english(left: str, right: str) -> bool:
    """Say whether an English clause is cut: no paragraph begins in lower case, and no heading ends in an article."""
    return (right[0].islower() and right[-1:] in ".!?”\"'" and " " in right) or bool(_AWAITS_ENGLISH.search(left))
