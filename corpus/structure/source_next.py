"""Where in a row of sources the next one begins: 「…」『浜新報』2024年2月3日、「…」『西港新聞』2024年2月5日.

Invariant: what stands before is told to its day or page, and what follows has a title with a day of its own; a paper,
a part or another print of what stands before is no source of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections.abc import Sequence

from corpus.structure.source_parts import CLOSED, EDGE, NO_PUBLISHER, Places, covered, date_in, depths, first_from

# Behind a day, a number or a page: a comma, a blank or a word that may lead to the title of the next source.
_NEXT = re.compile(
    r"(?<=[日月年号頁ジ刊付面版巻）)\d])"
    r"(?:\s*(?:[、，・]|,\s)|\s?(?:および|及び|ならびに|並びに|と|の?ほか)|[\s\u3000]|(?=「[^「」]{1,100}」『))"
    r"(?:また|および|及び|ならびに|並びに|さらに)?[、，\s\u3000]*(?=[^、，。「」『』“”《》\n]{0,40}[「『“《])"
)
_REACH = 120  # characters from a title to its day, and from a day to the end of its source
# Words before a title that make it a part, or another print, of what is named before.
_SAME_WORK = re.compile(
    r"[はがをにでもへ]|のち|特集|連載|所収|収録|巻[頭末]|第\s?[\d一二三四五六七八九十]|[付別]?[表図録](?=\s?\d|$)|再[録刊掲版]|改題|[邦和]訳"
    r"|原[著題書]|初出|復刻|書評"
)


def next_starts(text: str, titles: Places, addresses: Places, starts: Sequence[int]) -> list[int]:
    """Return ``starts`` with where the next source of a row begins: behind a told one, before one told as well."""
    opened, within = depths(text), covered(text, [*titles, *addresses])
    cuts = [one for one in _NEXT.finditer(text) if not (within[one.start() - 1] or opened[one.start() - 1])]
    known = list(starts)
    for index, match in enumerate(cuts):
        at, place = match.end(), bisect_right(known, match.end())
        ends = [cuts[index + 1].start() if index + 1 < len(cuts) else len(text), *known[place : place + 1]]
        begin = known[place - 1]
        told = _ends_told(text, begin, match.start(), titles)
        if told and _opens_next(text, begin, at, min(ends), titles):
            insort(known, at)
    return known


def _ends_told(text: str, start: int, stop: int, titles: Places) -> bool:
    """Say whether a stretch names a source and behind its title the day or the page."""
    named = titles[first_from(titles, start) : first_from(titles, stop)]
    behind = max(named[0][1], stop - _REACH) if named else stop
    return bool(named and (date_in(text, behind, stop)[0] or CLOSED.search(text, behind, stop)))


def _opens_next(text: str, before: int, start: int, stop: int, titles: Places) -> bool:
    """Say whether a stretch behind a told source opens with a title of its own, with the day behind it."""
    named = titles[first_from(titles, start) : first_from(titles, stop)]
    if not named or not date_in(text, named[0][1], min(stop, named[0][1] + _REACH))[0]:
        return False
    who = text[start : named[0][0]]
    if who.strip(EDGE):
        return not _SAME_WORK.search(who) and not NO_PUBLISHER.match(who.strip(EDGE))
    signs = {text[at] for at, _ in titles[first_from(titles, before) : first_from(titles, start)]}
    if start and text[start - 1] in "日月年号頁ジ" and "「" not in signs:
        return False  # 『年報』2019年「序」: no sign parts them
    return len(named) > 1 or text[named[0][0]] in signs - {"《"}  # else the paper that printed what is named before
