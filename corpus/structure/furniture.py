"""Lines that say nothing: rules, page numbers, running heads.

Invariant: furniture never holds a sentence.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.document import FurnitureKind
from corpus.structure import edges
from corpus.structure.captions import is_caption, is_source
from corpus.structure.lines import Line, ends_sentence, has_sentence, width
from corpus.structure.pagenumbers import alone, chain, cuts_sentence, page_numbers
from corpus.structure.separators import is_rule, ornaments
from corpus.structure.webpage import around

_PAGE_RULE = re.compile(r"\s*\{\d{1,4}\}-{3,}\s*$")  # where a converter saw a new page; not a printed number
_EDGE_NUMBER = re.compile(
    r"^(?:(?:page|p\.)?\s*(\d{1,4})\s*[|·•/\s　—–-]+\s*)?(.*?)(?:\s*[|·•/\s　—–-]+\s*(?:page|p\.)?\s*(\d{1,4}))?$", re.I
)


@dataclass(frozen=True, slots=True)
class Found:
    """Furniture by line index, page numbers by the index of the line that prints them, setext headings by level."""

    kinds: Mapping[int, FurnitureKind]
    numbers: Mapping[int, int]
    setext: Mapping[int, int]
    feeds: frozenset[int]  # lines that start a page, by form feed
    site: str = ""  # the name of the web page's site


def find(lines: Sequence[Line], first: int = 0, code: frozenset[int] = frozenset()) -> Found:
    """Return the furniture of the lines from index ``first`` on, lines of code left alone."""
    kinds: dict[int, FurnitureKind] = {}
    setext: dict[int, int] = {}
    body = [i for i in range(first, len(lines)) if i not in code]
    for i in body:
        if is_rule(lines[i].raw):
            level = _setext_level(lines, i, first)
            if level:
                setext[i - 1] = level
            kinds[i] = "markup" if level else "rule"
        elif i > first and edges.closes(lines, i):
            kinds[i] = "rule"
        elif _PAGE_RULE.match(lines[i].raw) or edges.is_picture(lines[i].raw):
            kinds[i] = "markup"
    kinds.update((i, "rule") for i in ornaments(lines, body, kinds))
    feeds = frozenset(i for i in body if "\x0c" in lines[i].raw)
    web = around(lines, [i for i in body if i not in kinds])
    kinds.update((i, "navigation") for i in (*edges.navigation(lines, body), *web.lines))
    kinds.update((i, "contents") for i in edges.contents(lines, body))
    numbers = page_numbers(lines, body, kinds, feeds)
    headed = edges.headed_numbers(lines, body, {**kinds, **numbers})
    numbers.update(headed.values())
    kinds.update((i, "page number") for i in numbers)
    kinds.update((i, "running head") for i in headed)
    turned = _numbered_heads(lines, body, kinds, feeds)
    numbers.update(turned)
    kinds.update((i, "running head") for i in turned)
    feet = edges.named_feet(lines, body, kinds)
    numbers.update(feet)
    kinds.update((i, "running head") for i in feet)
    kinds.update((i, "running head") for i in edges.behind_number(lines, numbers, kinds))
    heads = _running_heads(lines, body, kinds, numbers, feeds)
    for i, number in heads.items():
        kinds[i] = "running head"
        if number is not None:
            numbers.setdefault(i, number)
    cuts = edges.named_cuts(lines, body, kinds)
    numbers.update(cuts)
    kinds.update((i, "running head") for i in cuts)
    return Found(kinds, numbers, setext, feeds, web.site)


def pages(lines: Sequence[Line], found: Found) -> Mapping[int, int]:
    """Return the printed page of each line index; lines whose page is not printed are left out.

    A number closes its page (a footer) unless it stands right behind a form feed, before any text, or — when the
    first number printed is 2 and no running head follows — behind about one page of text (the first unnumbered).
    """
    marks = sorted(found.numbers)
    if not marks:
        return {}
    text = [0] * (len(lines) + 1)
    for i, line in enumerate(lines):
        text[i + 1] = text[i] + (0 if i in found.kinds else len(line.text.strip()))
    headers = sum(1 for i in marks if any(feed in found.feeds for feed in range(max(i - 2, 0), i + 1)))
    span = (text[marks[-1]] - text[marks[0]]) / max(len(marks) - 1, 1)
    lone_first = found.numbers[marks[0]] == 2 and 0 < text[marks[0]] < 1.5 * span
    closing = sum(edges.head_behind(lines, i, found.kinds) for i in marks)  # a foot, for the head of the next follows
    lone_first = lone_first and not found.feeds and closing * 2 <= len(marks)
    header = text[marks[0]] == 0 or (headers * 2 > len(marks)) or lone_first
    result: dict[int, int] = {}
    for at, i in enumerate(marks):
        start, stop = (
            (i, marks[at + 1] if at + 1 < len(marks) else len(lines))
            if header
            else (
                marks[at - 1] + 1 if at else 0,
                i + 1,
            )
        )
        result.update((k, found.numbers[i]) for k in range(start, stop))
    return result


def _setext_level(lines: Sequence[Line], i: int, first: int) -> int:
    """Return 1 or 2 when the rule at ``i`` underlines a heading: one short line alone that is not a sentence."""
    sign = lines[i].raw.strip()[:1]
    if (
        sign not in "=-"
        or set(lines[i].raw.split()[-1]) != {sign}
        or i == first
        or lines[i - 1].blank
        or is_rule(lines[i - 1].raw)
    ):
        return 0
    above = lines[i - 1].text.strip()
    alone = i - 1 == first or lines[i - 2].blank
    plain = not (ends_sentence(above) or re.match(r"[-*+•|>#]", above) or re.search(r"[\t|]", above))
    plain = plain and not is_caption(above)  # the rule stands between a label and its table
    return (1 if sign == "=" else 2) if alone and plain and width(above) <= 70 else 0


_PARTED = re.compile(r"(\d{1,4})(?:\s{2,}|\u3000+)(\S.*)|(\S.*?)(?:\s{2,}|\u3000+)(\d{1,4})")
_PAGES, _BETWEEN = 3, 300  # so many pages at least count on, with so many columns of text between their heads
_WIDEST_HEAD = 80


def _numbered_heads(
    lines: Sequence[Line], body: Sequence[int], kinds: Mapping[int, FurnitureKind], feeds: frozenset[int]
) -> dict[int, int]:
    """Return heads of pages by their numbers: words and, a wide gap apart, a number that counts on page by page.

    Left and right pages differ in both (共有林の解説　　47, 48　　第三章　計画).
    """
    printed: dict[int, int] = {}
    behind: set[int] = set()
    for i in body:
        text = lines[i].text.strip()
        match = _PARTED.fullmatch(text) if width(text) <= _WIDEST_HEAD else None
        if match is None or i in kinds or not alone(lines, i, kinds, feeds) or is_caption(text) or ends_sentence(text):
            continue
        words = match[2] or match[3]
        if re.search(r"[^\W\d_]{2}", words) and not re.search(r"\d(?:\s{2,}|\u3000+)|(?:\s{2,}|\u3000+)\d", words):
            printed[i] = int(match[1] or match[4])
            behind.update((i,) if match[4] else ())
    run = chain(lines, printed, _BETWEEN)
    # Numbers that all stand before their words are those of sections (１　概況).
    return {i: printed[i] for i in run} if len(run) >= _PAGES and run & behind else {}


def _running_heads(
    lines: Sequence[Line],
    body: Sequence[int],
    kinds: Mapping[int, FurnitureKind],
    numbers: Mapping[int, int],
    feeds: frozenset[int],
) -> dict[int, int | None]:
    """Return lines that return page after page, with the page number that they print, if any."""
    groups: dict[str, list[int]] = defaultdict(list)
    parts: dict[int, int | None] = {}
    texts = [i for i in body if lines[i].text.strip() and i not in kinds]
    for i in texts:
        text = lines[i].text.strip()
        if (
            len(text) > 100
            or any(one(text) for one in (ends_sentence, has_sentence, is_caption, is_source))
            or "\t" in text
            or re.match(r"[#|>•・\-*+]|\d{1,2}[.)]\s|第\s*\d", text)
        ):
            continue
        if not (match := _EDGE_NUMBER.match(text)) or not re.search(r"[^\W\d_]{2}", match[2]):
            continue
        parts[i] = int(match[1] or match[3]) if match[1] or match[3] else None
        groups[re.sub(r"\W+", "", match[2]).lower()].append(i)
    heads: dict[int, int | None] = {}
    for same in groups.values():
        members = [i for i in same if alone(lines, i, kinds, feeds) or _at_page_edge(lines, i, numbers, feeds)]
        if len(members) < 2:
            continue
        all_members = {**kinds, **dict.fromkeys(members, "running head")}
        evidence = [
            i for i in members if _at_page_edge(lines, i, numbers, feeds) or cuts_sentence(lines, i, all_members)
        ]
        printed = [parts[i] for i in members if parts[i] is not None]
        rising = len(printed) >= 3 and all(b > a for a, b in pairwise(printed))  # type: ignore[operator]
        if len(evidence) >= 2 or (len(evidence) == 1 and len(members) == 2) or rising:
            keep = members[0] if texts.index(members[0]) < 3 and parts[members[0]] is None else -1
            chosen = [i for i in members if i in evidence or rising or alone(lines, i, kinds, feeds)]
            heads.update((i, parts[i]) for i in chosen if i != keep)
    return heads


def _at_page_edge(lines: Sequence[Line], i: int, numbers: Mapping[int, int], feeds: frozenset[int]) -> bool:
    near = range(max(i - 3, 0), min(i + 4, len(lines)))
    return any(k in numbers for k in near if k != i) or i in feeds or any(k in feeds for k in (i - 1, i + 1))
