"""Notes at the foot of pages: lines before a page's end that count on, and to which figures in the page's text point.

Invariant: lines are a foot only where they stand last on their page, count in one form, and the text above points to
them in the same order; what stands in the text itself (lists, tables, counts) has nothing that points to it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from corpus.structure import rising
from corpus.structure.captions import caption
from corpus.structure.furniture import Found
from corpus.structure.halves import is_unfinished
from corpus.structure.headings import atx, is_notes_heading
from corpus.structure.lines import CLOSERS, Line, ends_sentence
from corpus.structure.notes import FORMS, Definition, plain_marker, reads_like_reference, text_marks

_FORMS = ("plain", "half", "dot", "circle", "bracket", "paren", "enclosed", "tortoise")
_SIGNED = frozenset(
    ("circle", "bracket", "paren", "enclosed", "tortoise")
)  # marks that show what they are by their form
_DATE = re.compile(r"\s*[0-9０-９]{1,2}\s*[年月日号巻頁版년월일호]")
_MOST_MISSED = 10  # notes that were not known on the pages between
_MOST_BEGINNINGS = 20  # lines of one number at the end of a page that may be the first of its foot
_MOST_RESTS = 6  # lines of a note that go on at the foot of the next page


_Opened = tuple[int, int, Definition]  # index of the line, number, note


@dataclass(frozen=True, slots=True)
class Feet:
    """The notes that lines open at the foot of pages, all lines of feet, and lines that go on the foot before.

    All by number of line.
    """

    opened: Mapping[int, Definition] = field(default_factory=dict)
    lines: frozenset[int] = frozenset()
    rests: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class _Foot:
    opened: tuple[_Opened, ...]
    first: int  # index of the first line, that of a rest included
    stop: int


def find_feet(lines: Sequence[Line], found: Found, first: int = 0) -> Feet:
    """Return the notes at the foot of the pages of the lines from index ``first`` on."""
    opened: dict[int, Definition] = {}
    inside: set[int] = set()
    rests: set[int] = set()
    last, tail = 0, ""
    above: list[int] = []  # lines of text since the last foot
    pages = list(_pages(lines, found, first))
    for page in pages:
        foot = _foot(lines, page, above, last, tail)
        if foot is None and page is pages[-1] and (higher := _without_ending(lines, page)):
            foot = _foot(lines, higher, above, last, tail)
        if foot is None:
            above += page
            continue
        above = []
        opened.update((lines[i].number, note) for i, _, note in foot.opened)
        rests.update(lines[i].number for i in range(foot.first, foot.opened[0][0]))
        inside.update(lines[i].number for i in range(foot.first, foot.stop))
        last, tail = foot.opened[-1][1], lines[foot.stop - 1].text
    return Feet(opened, frozenset(inside), frozenset(rests))


def _pages(lines: Sequence[Line], found: Found, first: int) -> Iterator[list[int]]:
    """Yield the lines with words of each page, by index; where no page ends, those of the whole text."""
    page: list[int] = []
    for i in range(first, len(lines)):
        if i in found.feeds or found.kinds.get(i) in ("page number", "running head"):
            if page:
                yield page
            page = []
        if i not in found.kinds and not lines[i].blank:
            page.append(i)
    if page:
        yield page


_ENDING = 5  # lines of who wrote a text, printed below the notes of its last page


def _without_ending(lines: Sequence[Line], page: Sequence[int]) -> Sequence[int]:
    """Return the lines of a last page above its last paragraph, where that is short, or none."""
    cut = next((k for k in range(len(page) - 1, 0, -1) if lines[page[k] - 1].blank), 0)
    return page[:cut] if len(page) - cut <= _ENDING else ()


def _foot(lines: Sequence[Line], page: Sequence[int], above: Sequence[int], last: int, tail: str) -> _Foot | None:
    """Return the foot of a page that goes on behind the note ``last``, or starts over; the longest that fits."""
    for form in _FORMS:
        openings = _last_openings(lines, page, form)
        places: dict[int, list[_Opened]] = defaultdict(list)
        for one in openings:
            places[one[1]].append(one)
        for number in dict.fromkeys((last + 1, 1, *range(last + 2, last + _MOST_MISSED))):
            goes_on = number == last + 1 > 1
            for begin in places.get(number, [])[:_MOST_BEGINNINGS]:
                foot = _from(lines, page, places, begin, tail)
                text = [lines[i] for i in (*above, *page) if foot and i < foot.first]
                if foot and text and _pointed_to(lines, text, foot, form, goes_on):
                    return foot
    return None


def _last_openings(lines: Sequence[Line], page: Sequence[int], form: str) -> list[_Opened]:
    """Return the lines that may open notes of a form, from where on nothing else can stand at the end of a page."""
    words = frozenset(page)
    found: list[_Opened] = []
    note: Definition | None = None  # that the line below opens
    for i in range(page[-1], page[0] - 1, -1):
        line = lines[i]
        foreign = "\t" in line.text or atx(line.text) or caption(line.text.strip()) or i not in words
        if note is None if line.blank else foreign:
            break
        note = None if line.blank else _opening(line, form)
        if note:
            found.append((i, int(note.marker), note))
    return found[::-1]


def _opening(line: Line, form: str) -> Definition | None:
    match = FORMS[form].match(line.text, line.indent)
    if not match or (line.marks and line.marks[0][0] <= line.indent):
        return None
    if form == "plain" and _DATE.match(line.text, line.indent):
        return None
    return Definition(plain_marker(match[1]), match.end(), form)


def _from(
    lines: Sequence[Line], page: Sequence[int], places: Mapping[int, Sequence[_Opened]], begins: _Opened, tail: str
) -> _Foot | None:
    """Return the foot whose first note opens at a line, or None where what follows is no foot."""
    chain = [begins]
    begin = begins[0]
    while following := _next(lines, places, chain[-1]):
        chain.append(following)
    heads = {one[0] for one in chain}
    stop = page[-1] + 1
    if any(lines[i].blank and i + 1 not in heads for i in range(begin, stop)):
        return None
    first = begin
    while first > page[0] and not lines[first - 1].blank and first - 1 in page:
        first -= 1
    if any(is_notes_heading(lines[i].text.strip(" \t#")) for i in range(page[0], begin)):
        return None  # a list of notes is known by its heading
    rest = 0 < begin - first <= _MOST_RESTS and tail and is_unfinished(tail.strip()) and first > page[0]
    return _Foot(tuple(chain), first if rest else begin, stop)


def _next(lines: Sequence[Line], places: Mapping[int, Sequence[_Opened]], last: _Opened) -> _Opened | None:
    """Return the note that counts on behind another; one number may be missing, or be misread."""
    for step in (1, 2):
        known = places.get(last[1] + step, ())
        behind = known[bisect_right(known, last[0], key=_place) :]
        closed = next((one for one in behind if _closed(lines, one[0])), None)
        if closed or (behind and step == 1):
            return closed or behind[0]
    return None


def _place(one: _Opened) -> int:
    return one[0]


def _closed(lines: Sequence[Line], i: int) -> bool:
    """Say whether a note, or a paragraph, may end above a line."""
    above = lines[i - 1].text.rstrip() if i else ""
    return not above or ends_sentence(above) or above[-1] in CLOSERS or "://" in above[-80:]


def _pointed_to(lines: Sequence[Line], above: Sequence[Line], foot: _Foot, form: str, goes_on: bool) -> bool:
    """Say whether the text above points to the notes at a page's foot: to most, or to all where less speaks for them.

    ``goes_on``: their numbers go on from the foot before.
    """
    text = _joined(above)
    numbers = [number for _, number, _ in foot.opened]
    begin = foot.opened[0][0]
    apart = not lines[begin - 1].text.strip() or foot.first < begin
    reads = sum(reads_like_reference(lines[i].text) for i, _, _ in foot.opened)
    row = rising.read_row(text, numbers, form == "half") if form not in _SIGNED else rising.NONE
    matched = max(row.matched, _signed(text, numbers, form))
    if apart and (goes_on or (numbers[0] == 1 and 2 * reads >= len(numbers))):
        return 2 * matched >= len(numbers) or (row.reached == len(numbers) == reads > 1)
    return matched == len(numbers) and (apart or 2 * reads >= len(numbers))


def _joined(lines: Sequence[Line]) -> str:
    """Return the lines that may hold marks, with a blank line wherever one was left out."""
    parts: list[str] = []
    last = 0
    for line in lines:
        if "\t" not in line.text and not caption(line.text.strip()):
            parts += ["\n" if line.number > last + 1 else "", line.text.strip(), "\n"]
            last = line.number
    return "".join(parts)


def _signed(text: str, numbers: Sequence[int], form: str) -> int:
    """Return to how many of the notes marks of a form point."""
    wanted = {str(number) for number in numbers}
    return len(wanted & {name for _, _, names, kind in text_marks(text) if kind == form for name in names})
