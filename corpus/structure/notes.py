"""Notes: which lines define one, which signs in the text point to one, and what is damaged in them as printed.

Invariant: brackets and figures in running text are marks only when the document defines the note they name.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.structure.dates.numerals import number
from corpus.structure.lines import Line
from corpus.structure.lists import item

# What a note is called, be it the author's, the translator's or the editor's.
_NOTE = "(?:注釈?|註|脚注|[訳译原編编](?:者)?[注註]|译者注|[Nn]ote|각주|역주|원주|옮긴이 ?주|편집자 ?주|주)"
_COUNT = "[一二三四五六七八九十]{1,3}"  # （註十二）
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "word",
        re.compile(
            rf"[（(\[［〔【]?{_NOTE}\s*([0-9０-９]{{1,3}}|(?<=[（(\[［〔【][注註]){_COUNT}(?=[)）\]］〕】]))"
            r"(?:[)）\]］〕】][.:：]?\s*|[.:：．]\s*|[\s　]+)(?=\S)"
        ),
    ),
    ("lone", re.compile(r"[（(\[［](注|註)[)）\]］][\s　]*(?=\S)")),  # the one note of a text, without a number
    ("star", re.compile(r"[（(\[［]?([※＊*][0-9０-９]{1,2})[)）\]］]?[\s:：　]*(?=\S)")),
    ("bracket", re.compile(r"[\[［【]([0-9０-９]{1,3})[\]］】]\s*:?\s*(?=\S)")),
    ("tortoise", re.compile(r"〔([0-9０-９]{1,3})〕\s*:?\s*(?=\S)")),
    ("paren", re.compile(r"[(（]([0-9０-９]{1,3})[)）]\s*(?=\S)")),
    ("half", re.compile(r"([0-9０-９]{1,3})[)）]\s*(?=\S)")),
    ("dot", re.compile(r"([0-9０-９]{1,3})[.．、](?![0-9])\s*(?=\S)")),
    ("circle", re.compile(r"([①-⑳])\s*(?=\S)")),
    ("enclosed", re.compile(r"([⑴-⒇])\s*(?=\S)")),
    ("dark", re.compile(r"([❶-❿])\s*(?=\S)")),
    ("plain", re.compile(r"([0-9０-９]{1,3})[\s　]+(?=\S)")),
)
FORMS = dict(_FORMS)  # how a line opens a note, by the name of the form
# Forms that cannot be a number of the note's words.
_BEHIND_BULLET = ("word", "star", "bracket", "tortoise", "paren", "half", "circle", "enclosed", "dark")
_REFERENCE = re.compile(
    r"https?://|www\.|[「『“《][^」』”》]+[」』”》]|\"[^\"]+\"|\b(?:19|20)\d\d\b|(?:19|20)\d\d年|"
    r"\bpp?\.\s?\d|同上|前掲|参见|另见|同前|앞의|\bIbid|op\. cit|参照|\bdoi\b",
    re.IGNORECASE,
)
_N = "[0-9０-９]{1,3}"
_MORE = rf"(?:\s*[,、，・–-]\s*{_N})*"  # of several marks in one place
_IN_TEXT = re.compile(
    rf"(?P<word>[（(\[［〔【](?:[→※]\s?)?(?:{_NOTE}\s*(?P<w>{_N}(?:\s*[,、，・–-]\s*(?:{_NOTE}\s*)?{_N})*)"
    rf"|[注註](?P<k>{_COUNT}))[)）\]］〕】]|(?:注|註)(?P<v>{_N})[)）])"
    r"|(?P<lone>(?<=\S)[（(\[［](?P<l>注|註)[)）\]］](?=[。、，．]|$))"
    rf"|(?P<bracket>[\[［【](?P<b>{_N}{_MORE})[\]］】])"
    rf"|(?P<tortoise>〔(?P<o>{_N}{_MORE})〕)"
    r"|(?P<starred>[（(\[［][※＊*](?P<t>[0-9０-９]{1,2})[)）\]］])"
    r"|(?P<star>(?<=\S)(?:[※＊]|(?<![*\d\s])\*)(?P<s>[0-9０-９]{1,2}(?:(?:[、，,・]\s?[0-9０-９]{1,2})+(?=[。．」』)）]|$))?)"
    r"[)）]?)"
    rf"|(?P<paren>(?<=[^\s\d(（])[(（](?P<p>{_N}{_MORE})[)）](?=[。、，．,.;:；：」』)）\s]|[(（]{_N}[)）]|$))"
    rf"|(?P<half>(?<=[^\s\d(（,.、，\-–/A-Z])(?P<h>{_N})[)）])"
    r"|(?P<circle>(?<=[^\s①-⑳（(、，・])(?P<c>[①-⑳]))"
    r"|(?P<enclosed>(?<=[^\s⑴-⒇（(、，・])(?P<e>[⑴-⒇]))"
    r"|(?P<dark>(?<=[^\s❶-❿（(、，・])(?P<d>[❶-❿]))"
)
_TEXT_FORMS = ("word", "lone", "bracket", "tortoise", "starred", "star", "paren", "half", "circle", "enclosed", "dark")
_FLAT = re.compile(r"(?<=[a-z]{4}[.,;:)”’\"])(\d{1,3})(?=\s|$)|(?<=[a-z]{4}[.,][”’\")])(\d{1,3})(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Definition:
    """The opening of a note: its marker, where its words begin in the line, and the form of the marker."""

    marker: str
    start: int
    form: str


def opening_mark(line: Line) -> Definition | None:
    """Return the note that a lifted mark at the very start of a line opens (``<sup>1</sup> …``, ``[^1]: …``)."""
    if line.marks and line.marks[0][0] <= line.indent:
        rest = line.text.strip()
        if rest and rest[0] not in "、。，．,.)）」』;:；：":
            return Definition(line.marks[0][1], line.indent, "sup")
    return None


def definition(line: Line, known: Mapping[str, int], in_notes: bool) -> Definition | None:
    """Return the note that a line opens, or None.

    ``known`` gives the first line on which each marker stands as a mark in the text. Outside a notes section a
    number opens a note only when the text has pointed to it before and the line reads like a reference.
    """
    text = line.text[line.indent :]
    for form, pattern in _FORMS:
        match = pattern.match(text)
        if not match:
            continue
        marker = _as_marked(plain_marker(match[1]), known)
        pointed = known.get(marker, line.number) < line.number
        reads = bool(_REFERENCE.search(text))
        if (
            (in_notes and form != "lone")
            or (form in ("word", "lone", "star", "bracket", "tortoise") and pointed)
            or (pointed and reads)
        ):
            return Definition(marker, line.indent + match.end(), form)
        return None
    if in_notes and (bullet := item(line.text)) and not bullet.numbered:
        return _behind_bullet(line, bullet.words)
    return None


def _as_marked(marker: str, known: Mapping[str, int]) -> str:
    """Return a marker with the sign that the text's mark has: 国内最大級※１ may stand above ＊１　当社調べ."""
    other = marker.translate(_SIGNS)
    return other if marker not in known and other in known else marker


_SIGNS = str.maketrans("※*", "*※")


def _behind_bullet(line: Line, words: int) -> Definition:
    """Return the note of a list that a bullet opens: with the marker printed behind it, where there is one."""
    for form in _BEHIND_BULLET:
        if match := FORMS[form].match(line.text, words):
            return Definition(plain_marker(match[1]), match.end(), form)
    return Definition("", words, "bullet")


def following(line: Line, form: str, marker: str) -> Definition | None:
    """Return the note that a line right behind another note opens: the next number in the same form."""
    pattern = next((pattern for name, pattern in _FORMS if name == form), None)
    match = pattern.match(line.text, line.indent) if pattern else None
    if not match or not marker.isdecimal() or plain_marker(match[1]) != str(int(marker) + 1):
        return None
    return Definition(plain_marker(match[1]), match.end(), form)


def reads_like_reference(text: str) -> bool:
    """Say whether the text holds what references hold: an address, a quoted title, a year, page numbers."""
    return bool(_REFERENCE.search(text))


def plain_marker(printed: str) -> str:
    """Return a marker as notes are looked up: ``２`` → 2, ``①`` and ``⑴`` → 1, ``＊3`` → *3, ``十二`` → 12."""
    if re.fullmatch(_COUNT, printed):
        return str(number(printed)) if re.fullmatch("[^十]?十?[^十]?", printed) else printed
    if re.fullmatch("[⑴-⒇❶-❿]", printed):
        return str(int(unicodedata.numeric(printed)))
    return unicodedata.normalize("NFKC", printed)


def text_marks(text: str) -> list[tuple[int, int, tuple[str, ...], str]]:
    """Return what may be marks in running text, as (start, end, markers, form), in order."""
    found: list[tuple[int, int, tuple[str, ...], str]] = []
    for match in _IN_TEXT.finditer(text):
        form = next(name for name in _TEXT_FORMS if match[name])
        end = match.end()
        if (form == "half" or match["v"]) and _closes_bracket(text[: match.start()]):
            if form == "half" or _POINTS.search(text, 0, match.start()):
                continue
            end -= 1  # （三割注1）: the bracket is not the mark's
        numbers: tuple[str, ...]
        if form == "starred":
            form, numbers = "star", (plain_marker(match[0][1:-1]),)
        elif form == "star":
            sign = plain_marker(match[0][0])
            numbers = tuple(f"{sign}{number}" for number in _numbers(plain_marker(match["s"])))
        else:
            numbers = _numbers(plain_marker(next(match[name] for name in _NUMBERS if match[name])))
            if form == "paren" and len(numbers) > 1 and not _counts_up(numbers):
                continue  # (1,204)
        found.append((match.start(), end, numbers, form))
    return found


_NUMBERS = "wkvlbophced"  # the groups that hold what a mark prints


_POINTS = re.compile(r"[同掲揭见見照自はも]$")  # （出所は同注1）: no mark, but words that lead to a note


def _closes_bracket(before: str) -> bool:
    """Say whether a closing bracket behind these words closes one that they open."""
    return sum(before.count(sign) for sign in "（(") > sum(before.count(sign) for sign in "）)")


def flat_marks(text: str) -> list[tuple[int, int, str]]:
    """Return figures that may be raised marks set flat by a conversion (``… fragile.1 Prices``): start, end, marker."""
    return [(*match.span(), match[0]) for match in _FLAT.finditer(text)]


def _numbers(printed: str) -> tuple[str, ...]:
    found: list[str] = []
    for part in re.split(rf"\s*[,、，・]\s*(?:{_NOTE}\s*)?", printed):
        ends = re.split(r"\s*[–-]\s*", part)
        if len(ends) == 2 and ends[0].isdigit() and ends[1].isdigit() and 0 < int(ends[1]) - int(ends[0]) < 20:
            found.extend(str(n) for n in range(int(ends[0]), int(ends[1]) + 1))
        else:
            found.append(part)
    return tuple(found)


def _counts_up(numbers: Sequence[str]) -> bool:
    """Say whether numbers of several notes are each greater than the one before, and stand near it."""
    return all(0 < int(last) - int(first) < _NEAR for first, last in pairwise(numbers))


_NEAR = 20


def unique(markers: Sequence[str]) -> list[str]:
    """Return the markers with a second note of one number told apart: 1, 2, 1 (2), 2 (2)."""
    seen: dict[str, int] = defaultdict(int)
    result = []
    for marker in markers:
        seen[marker] += 1
        result.append(f"{marker} ({seen[marker]})" if marker and seen[marker] > 1 else marker)
    return result


def point(
    marks: Sequence[tuple[int, str]], notes: Sequence[tuple[int, str]], names: Sequence[str]
) -> list[tuple[int, str]]:
    """Return the marks with the names of the notes they mean: where numbers start over, the next note below.

    Marks and ``notes`` are (original offset, printed marker); ``names`` tell notes of one marker apart (`unique`).
    """
    groups: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for (first, marker), name in zip(notes, names, strict=True):
        groups[marker].append((first, name))
    result = []
    for at, marker in marks:
        options = groups.get(marker, [])
        below = next((name for first, name in options if first >= at), options[-1][1] if options else marker)
        result.append((at, below))
    return result
