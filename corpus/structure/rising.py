"""Marks without a form of their own: bare figures, or figures with half a bracket, glued to the words before them.

Invariant: a figure is a mark only where notes of that number are known, it stands where a number of its own would make
no sense, and the marks rise with their notes; where the row does not fit, nothing is taken.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.structure.lines import is_hangul, is_kana, is_wide
from corpus.structure.people import morphemes

SURE, LIKELY, WEAK = 3, 2, 1
_ROW = 2  # notes that are a row: to each of them one place alone may point
_WEIGHTS = {SURE: 10, LIKELY: 6, WEAK: 1}
_ANCHOR = 100
_DIGITS = re.compile(r"(?<![0-9０-９])[0-9０-９]{1,3}(?:[,，、・][0-9０-９]{1,3})*(?![0-9０-９])")
_HALF = re.compile(r"(?<=[^\s\d(（\-–/])(?P<n>[0-9０-９]{1,3})[)）]")
_STOPS = frozenset("。．.、，,;；:：!?！？」』”’\"')）】］]》〉")
_ENDS = frozenset(".。．!?！？,，、;；")
_WRAP = re.compile(r"(?<=[\u3041-\u9fff])\n(?=[\u3041-\u9fff])")  # a line break inside a paragraph of such a script
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d[.,]$")
_CLOSERS = frozenset("」』”’\"'）)】］]》〉")
_QUOTES = frozenset("」』”")
_CASES = frozenset("はがをにとでもへの")
_COUNTED = re.compile(  # what a number names or measures, not a clause that a mark stands behind
    r"(?:第|約|毎|満|延べ|平均|合計|総計|累計|およそ|ほぼ|図表|[別附付]表|別[紙図]|資料|付録|様式"
    r"|(?<![一-鿿])[計各表図章節款頁式例注註版案]|제|약|총|표|그림"
    r"|(?:\b(?:No|Nos|Vol|p|pp|Fig|Table|Figure|Section|Chapter|Part|Type|Note)\.?))$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Glued:
    """What may be a mark at ``[start, end)`` of a text: the notes it names, and how sure that is (1 to 3).

    ``anchor``: it is known to be a mark, and only shows where others stand.
    """

    start: int
    end: int
    names: tuple[int, ...]
    sure: int
    anchor: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """The marks of one row of notes; of how many notes there is one, and of how many one that is no weak guess."""

    marks: tuple[Glued, ...]
    reached: int
    matched: int


NONE = Row((), 0, 0)


def read_row(text: str, numbers: Sequence[int], half: bool, anchors: Mapping[int, int] | None = None) -> Row:
    """Return the marks in a text of notes with these rising numbers, in order; none where the row does not fit.

    ``half``: the notes are numbered ``1)``, and so are marks. ``anchors`` are the places of marks known otherwise, by
    place, with their numbers: the row goes around them.
    """
    known = [Glued(at, at, (number,), SURE, True) for at, number in (anchors or {}).items() if number in numbers]
    told = {one.names[0] for one in known}
    options = [one for one in _candidates(text, half, frozenset(numbers)) if not told & set(one.names)]
    chain = _chain(sorted([*options, *known], key=lambda one: (one.start, one.names)), max(numbers, default=0))
    marks = _unambiguous(chain, options)
    reached = {name for one in marks for name in one.names} | told
    firm = {name for one in marks if one.sure >= LIKELY for name in one.names} | told
    if 2 * len(firm) < len(numbers) and not len(reached) == len(numbers) >= _ROW:
        return NONE
    beside = reached | {min(numbers) - 1, max(numbers) + 1}
    kept = [one for one in marks if one.sure >= LIKELY or (one.names[0] - 1 in beside and one.names[-1] + 1 in beside)]
    return Row(tuple(sorted(kept, key=lambda one: one.start)), len(reached), len(firm))


def _candidates(text: str, half: bool, numbers: frozenset[int]) -> list[Glued]:
    found: list[Glued] = []
    if half:
        for match in _HALF.finditer(text):
            if int(match["n"]) in numbers and (sure := _sure_half(text, match.start())):
                found.append(Glued(*match.span(), (int(match["n"]),), sure))
        return found
    words = frozenset(re.findall(r"(?<!\w)[a-z]{2,}(?!\w)", text))
    for match in _DIGITS.finditer(text):
        names = tuple(int(part) for part in re.split(r"[,，、・]", match[0]))
        known = set(names) <= numbers and all(a < b for a, b in pairwise(names))
        if known and (sure := _sure(text, match.start(), match.end(), words)):
            found.append(Glued(*match.span(), names, sure))
    return found


def _chain(options: Sequence[Glued], most: int) -> list[Glued]:
    """Return the options, given in order, that rise in number and together are the surest."""
    best: list[tuple[int, list[Glued]]] = [(0, [])] * (most + 1)  # by the highest number used
    for one in options:
        weight, before = best[one.names[0] - 1] if one.names[0] else best[0]
        weight += _ANCHOR if one.anchor else _WEIGHTS[one.sure] * len(one.names)
        if weight > best[one.names[-1]][0]:
            made = (weight, [*before, one])
            for number in range(one.names[-1], most + 1):
                if weight > best[number][0]:
                    best[number] = made
    return best[most][1] if most else []


def _unambiguous(chain: Sequence[Glued], options: Sequence[Glued]) -> list[Glued]:
    """Return the marks of a chain for which nothing else comes into question between their neighbours.

    Where no number could stand at any of several places, the text points to a note more than once.
    """
    kept: list[Glued] = []
    for index, one in enumerate(chain):
        if one.anchor:
            continue
        first = chain[index - 1].end if index else -1
        last = chain[index + 1].start if index + 1 < len(chain) else 1 << 60
        others = [
            other
            for other in options
            if other is not one and other.names == one.names and first <= other.start < last and other.sure >= one.sure
        ]
        if not others or one.sure == SURE:
            kept += [one, *others]
    return kept


def _sure_half(text: str, at: int) -> int:
    """Say how sure ``1)`` is a mark: behind a full stop or a comma that ends words (했다.1), 고,2))."""
    line = text[text.rfind("\n", 0, at) + 1 : at]
    if sum(line.count(sign) for sign in "（(") > sum(line.count(sign) for sign in "）)"):
        return 0
    if line[-1:] in ".,;。、，；" and line[-2:-1] and not (line[-2].isspace() or line[-2].isdigit()):
        return SURE
    return LIKELY if line.strip() and not line[-1:].isspace() else 0


def _sure(text: str, start: int, end: int, words: frozenset[str]) -> int:
    """Say how sure bare figures are a mark: 3 where no number could stand, 0 where one would."""
    before, after = _WRAP.sub("", text[max(start - 30, 0) : start]), _following(text, end)
    decimal = after[:1] in (".", ",", ":", "．", "，") and after[1:2].isdigit()
    if not before or before[-1] == "\n" or decimal or _COUNTED.search(before):
        return 0
    closed = not after or after[0] in _STOPS
    last = before[-1]
    if last.isspace():
        return (
            LIKELY
            if closed and last == " " and "\u3041" <= before[-2:-1] <= "\u3096" and _kind(before[:-1]) == "clause"
            else 0
        )
    if last in _ENDS:
        return _behind_stop(before, after, closed)
    if last in _CLOSERS:
        return _behind_closer(last, after, closed)
    if is_wide(last) and last.isalpha():
        return _behind_wide(before, after, closed)
    return _behind_word(before, after, closed, words)


def _following(text: str, end: int) -> str:
    """Return what follows, a line break between wide characters left out; nothing at the end of a paragraph."""
    rest = text[end : end + 4]
    if rest[:1] == "\n":
        return "" if rest[1:2] in ("\n", "") else rest[1:] if is_wide(rest[1]) else " " + rest[1:]
    return rest


def _behind_closer(last: str, after: str, closed: bool) -> int:
    if closed:
        return SURE
    if after[0].isspace():
        return LIKELY if last in "）)】］]" else SURE
    return LIKELY if after[0] in _CASES else WEAK if last in _QUOTES and is_wide(after[0]) else 0


def _behind_stop(before: str, after: str, closed: bool) -> int:
    stop, word = before[-1], before[-2:-1]
    apart = not after or after[0].isspace() or after[0] in _CLOSERS
    if stop in "。．！？、，；":
        full = stop in "。．！？"
        if apart or closed:
            return SURE if full and apart else 0
        return LIKELY if after[0] in _CASES else WEAK if full and not is_kana(after[0]) else 0
    if word.isdigit():
        return WEAK if apart and _YEAR.search(before) else 0
    known = word in _CLOSERS or is_hangul(word) or re.search(r"[a-z0-9][a-z].$", before) or word in "%％"
    if not word.strip() or not known or not apart:
        return 0
    return SURE if stop in ".!?" else LIKELY


def _behind_wide(before: str, after: str, closed: bool) -> int:
    spaced = bool(after) and after[0].isspace()
    case = bool(after) and after[0] in _CASES
    kind = _kind(before) if "\u3041" <= before[-1] <= "\u3096" else "noun"
    if kind == "clause":
        return SURE if closed else LIKELY if spaced or after[0] in "がと" else 0
    if kind == "joined":
        return LIKELY if closed else 0
    if kind == "noun":
        return LIKELY if closed else WEAK if spaced or case or after[0] in "しすさな（(" else 0
    return 0


def _kind(before: str) -> str:
    """Say what the last word before a figure is: the end of a clause, what joins one on (…が, …て), a noun, or other.

    Behind a particle of case a number may stand (平均は5).
    """
    words = morphemes(before[before.rfind("\n") + 1 :])
    kind = words[-1][1] if words else ""
    if kind.startswith(("動詞", "形容詞", "助動詞", "助詞,終助詞")):
        return "clause"
    if kind.startswith("助詞,接続助詞"):
        return "joined"
    return "noun" if kind.startswith(("名詞", "代名詞", "形状詞", "接尾辞")) else ""


def _behind_word(before: str, after: str, closed: bool, words: frozenset[str]) -> int:
    """Say the same behind a word written with spaces, Korean or Latin, and behind a sign of per cent."""
    last, spaced = before[-1], bool(after) and after[0].isspace()
    if is_hangul(last):
        return (SURE if last in "다요음함됨임까" else LIKELY) if closed else WEAK if spaced else 0
    if last in "%％":
        return LIKELY if closed or spaced else 0
    found = re.search(r"(?<![\w-])([A-Za-z]+)$", before)
    if found is None or not (closed or after[0].isspace() or is_wide(after[0])):
        return 0
    word = found[1]
    if word.islower() and (word in words or len(word) > 4):
        return LIKELY
    return WEAK if len(word) > 3 and word[1:].islower() else 0
