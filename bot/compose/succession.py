"""Who held a post before and who after, and where something was to be and where it was, as a sentence tells a change.

Invariant: which of two is the former is read from closed classes of words beside their names alone, and where they do
not tell nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Literal

from bot.compose.asked import Point

Which = Literal["former", "new"]

# What a question wants of a change. Words for the former come first: of "before him" both speak.
_WANTS: tuple[tuple[Which, re.Pattern[str]], ...] = (
    (
        "former",
        re.compile(
            r"前任|先代|前の|以前の?|の前(?=[はにがのも、]|$)|より(?:も)?前|それまで|もともと|\b(?:predecessor|former(?:ly)?|previous(?:ly)?|before|"
            r"used to)\b|之前|前一任|原来|原先|전임|이전|전에|앞서|먼저",
            re.IGNORECASE,
        ),
    ),
    (
        "new",
        re.compile(
            r"後任|後継|新しい|新たに|新任|現在|いま|今の|今は|現(?=[一-鿿])|の(?:後|あと)[をにがはの]|引き継|受け継|継[いぐ]|[代替]わっ|"
            r"\b(?:successor|succeed\w*|new|current(?:ly)?|now|took over|tak(?:e|es|en) over|replac\w+)\b|"
            r"现任|现在|新任|新的|继任|接任|接替|接班|후임|현재|지금|신임|새(?=\s|로)|뒤를",
            re.IGNORECASE,
        ),
    ),
)
# Behind the first name, between the two, and behind the second: the first goes, the second comes.
_LEAVES = r"退[いき]|退任|辞[めし任]|離任|引退|勇退|亡くな|死去|転じ|失脚|解任|更迭|交代"
_COMES = r"昇格|昇任|就[いきくけ]|就任|着任|後任|継[いぎぐが]|引き継|受け継|選ばれ|選出|任命|起用|務め"
_HANDED: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (re.compile(r"から"), re.compile(r"[にへ](?:と)?(?:[替代換]わ|交代|交替|引き継|継|バトン|移|譲)")),
    (
        re.compile(r"の(?:後|あと)(?:任)?(?:を|は|に|として)[^。]{0,20}"),
        re.compile(rf"[はがもを](?=[^。]*?(?:{_COMES}))|[にへ]"),
    ),
    (re.compile(r"に(?:代|替|かわ)(?:わ)?(?:って|り)[^。]{0,20}"), re.compile(r"[はがも]")),
    (
        re.compile(rf"[はがの][^。]{{0,24}}?(?:{_LEAVES})[^。]{{0,30}}"),
        re.compile(rf"[はがも](?=[^。]*?(?:{_COMES}))|を後任"),
    ),
    (
        re.compile(
            r"\s(?:was|were|has been|had been|is)\s(?:succeeded|replaced|followed)\s(?:\w+\s){0,3}?by\s(?:\w+\s){0,4}?"
        ),
        re.compile(r""),
    ),
    (re.compile(r"\shanded (?:over|the \w+)(?: over)? to\s(?:\w+\s){0,3}?"), re.compile(r"")),
    (re.compile(r"[^。，,]{0,8}[，,]?由"), re.compile(r"[^。]{0,8}(?:接替|接任|继任|接班)")),
    (re.compile(r"[^.]{0,10}(?:에 이어|의 뒤를 이어|의 후임으로|에서)\s"), re.compile(r"")),
)
# The first comes, the second goes.
_TAKEN: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (
        re.compile(r"[はがも、][^。]{0,20}"),
        re.compile(r"の(?:後|あと)(?:任)?[をにとは]|に(?:代|替)わ(?:って|り)|から[^。]{0,10}引き継"),
    ),
    (
        re.compile(
            r"(?:,[^,]{1,40},)?\s(?:has |had |will )?(?:succeed(?:s|ed)?|replace[sd]?|took over from|takes over from)\s"
            r"(?:\w+\s){0,4}?"
        ),
        re.compile(r""),
    ),
    (re.compile(r"(?:已|将|，)?(?:接替|接任|继任|取代)[^。，]{0,8}"), re.compile(r"")),
    (re.compile(r"[이가은는]\s[^.]{0,12}"), re.compile(r"\s?\S{0,6}(?:의 뒤를|의 후임|에 이어|을 대신|를 대신)")),
)


# Before a name: its bearer is called the one or the other.
_CALLED: Mapping[Which, re.Pattern[str]] = {
    "new": re.compile(
        r"後任(?:者)?(?:に|は|には|として|の)[^。、]{0,30}$|(?:继任者?|接任者)(?:是|为)?[^。，]{0,8}$|"
        r"\bsuccessor,? (?:is |was |as \w+,? )?(?:\w+ ){0,3}$|후임(?:은|에는?|으로)\s[^.]{0,10}$",
        re.IGNORECASE,
    ),
    "former": re.compile(
        r"前任(?:者)?の[^。、]{0,12}$|前任[^。，]{0,8}$|\bpredecessor,? (?:\w+ ){0,3}$|전임(?:자인)?\s[^.]{0,10}$",
        re.IGNORECASE,
    ),
}
# From one place to another, and the question that asks for the first: whatever else asks means where it was.
_MOVED = re.compile(r"[にへ](?:場所を|会場を)?(?:変わ|変更|移[しっさり]|移転|改め|切り替え|差し替え|替え|振り替え)")
_AT_FIRST = re.compile(
    r"当初|もともと|元々|はじめ|初め|予定だった|本来|最初|\b(?:original(?:ly)?|at first|initial(?:ly)?|"
    r"planned|supposed|"
    r"meant to|first)\b|原来|原定|原本|本来|起初|원래|당초|처음",
    re.IGNORECASE,
)


def wanted(question: str) -> Which | None:
    """Return whether a question asks for who went or for who came; None where it asks for neither."""
    return next((which for which, words in _WANTS if words.search(question)), None)


def changed(text: str, start: int, people: Sequence[Point], which: Which) -> tuple[Point, Point] | None:
    """Return who went or who came of a change that a sentence tells, and the other of the two; None without one.

    ``text`` is the sentence, which begins at ``start``; ``people`` are all that it names, in its order.
    """
    for one, other in pairwise(people):
        between = text[one.span.end - start : other.span.start - start]
        behind = text[other.span.end - start :]
        for cases, former, new in ((_HANDED, one, other), (_TAKEN, other, one)):
            if any(first.fullmatch(between) and then.match(behind) for first, then in cases):
                return (former, new) if which == "former" else (new, former)
    return None


def called(text: str, start: int, people: Sequence[Point], which: Which) -> Point | None:
    """Return the one of those a sentence names whom it calls the successor, or the predecessor; else None."""
    found = [one for one in people if _CALLED[which].search(text[: one.span.start - start])]
    return found[0] if len(found) == 1 else None


def moved(text: str, start: int, places: Sequence[Point], question: str) -> Point | None:
    """Return of the two places of a change (青森港から函館公園に変わり) the one a question asks for; else None."""
    for one, other in pairwise(places):
        between = text[one.span.end - start : other.span.start - start]
        if between == "から" and _MOVED.match(text, other.span.end - start):
            return one if _AT_FIRST.search(question) else other
    return None
