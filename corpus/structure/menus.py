"""Menus, buttons and lists of links around the text of a web page, told by their shape: labels line below line.

Invariant: shape alone is no evidence. Beside the lines taken here stands one that is known to be part of a page's
frame; none of them holds a sentence, and what has a label, a day, a post or a name in front of the text stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from itertools import pairwise

from corpus.structure.captions import is_caption, is_source
from corpus.structure.dates import find_dates
from corpus.structure.headings import is_notes_heading
from corpus.structure.lines import Line, has_sentence, is_wide, width
from corpus.structure.people import is_person
from corpus.structure.roles import POST

_LONGEST = 28  # columns of a label
_FEWEST = 3  # lines that make a menu
_SPACED, _SHORTEST = 4, 12  # labels on one line at least, and columns of each at most
_FACT = re.compile(r"[^\s:：]{1,20}\s?[:：]\s*\S")
_NEWS = re.compile(
    r"(?:(?:重要な)?お知らせ|ご案内|告知|공지|通知|公告|[Nn]otice)\s?[:：]"
)  # of the site, beside its menu
_CELLS = re.compile(r"\t|^\s*\|")
_NOTED = re.compile(
    r"\s*(?:[\[［〔(（【]\s*(?:注|註|주|note)?\s*\d{1,3}\s*[\]］〕)）】]|(?:注|註|주)\s*\d|※|\[\^|[①-⑳])", re.IGNORECASE
)
_MARKED = re.compile(r"\s{0,3}#{1,6}\s")


def above(
    lines: Sequence[Line], words: Sequence[int], texts: Mapping[int, str], found: Container[int], known: Container[int]
) -> set[int]:
    """Return the lines of menus among ``words``, which stand above the text: labels without a blank line between.

    One of them is ``known`` to be a menu's label, or of the frame that was ``found`` already. The first line that is
    none of the frame names the site; what stands right above a day is a title.
    """
    taken: set[int] = set()
    first = next((i for i in words if i not in found), -1)
    dated = {i for i, k in pairwise(words) if _has_day(texts[k])}
    for run in _together(words, lambda i: i in found or _is_label(lines[i], texts[i])):
        if len(run) >= _FEWEST and any(i in found or i in known for i in run):
            taken |= {i for i in run if i != first and (i in found or i not in dated)}
    return taken


def below(lines: Sequence[Line], words: Sequence[int], texts: Mapping[int, str], found: Container[int]) -> set[int]:
    """Return what stands below the text of a page from the first line that is ``found`` on; ``words`` lie below it."""
    taken: set[int] = set()
    framed = False
    for i in words:
        text = texts[i]
        if i in found:
            framed = True
        elif is_notes_heading(text) or _MARKED.match(lines[i].raw):
            framed = False
        elif framed and not (has_sentence(lines[i].raw.strip()) or _says_something(lines[i], text)):
            taken.add(i)
    return taken


def _says_something(line: Line, text: str) -> bool:
    """Say whether a line without a sentence may still be of the text: a fact, a cell, a note, who wrote it."""
    if _CELLS.search(line.raw) or _NOTED.match(line.raw) or is_caption(text) or is_source(text):
        return True
    return bool(_FACT.match(text) or (is_person(text.strip("（）()")) and not re.match(r"\d", text)))


def _is_label(line: Line, text: str) -> bool:
    """Say whether a line may be the label of a menu: short, without a sentence, a fact, a day or a post."""
    labels = re.split(r"\u3000+|\s{2,}", text)
    if len(named := text.split()) >= _SPACED and all(is_wide(name[0]) and width(name) <= _SHORTEST for name in named):
        labels = named  # トップ 社会 政治 経済: what writes without spaces sets them between labels
    if _NEWS.match(text):
        return width(text) <= 2 * _LONGEST and not has_sentence(text)
    short = all(0 < width(label) <= _LONGEST for label in labels) and not has_sentence(text)
    told = _FACT.match(text) or _CELLS.search(line.raw) or re.search("[、，]", text) or POST.search(text)
    return short and not told and not find_dates(text) and not _MARKED.match(line.raw)


def _has_day(text: str) -> bool:
    return any(mention.stated_year and len(mention.value) == len("2025-01-01") for mention in find_dates(text))


def _together(indices: Sequence[int], belongs: Callable[[int], bool]) -> Iterator[list[int]]:
    """Yield the stretches of lines without one between that does not belong."""
    run: list[int] = []
    for i in indices:
        if run and i != run[-1] + 1:
            yield run
            run = []
        if belongs(i):
            run.append(i)
        elif run:
            yield run
            run = []
    if run:
        yield run
