"""Lines that say nothing: rules, page numbers, running heads.

Invariant: furniture never holds a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.document import FurnitureKind
from corpus.structure import edges
from corpus.structure.browser_prints import prints
from corpus.structure.captions import is_caption
from corpus.structure.lines import Line, ends_sentence, width
from corpus.structure.page_numerals import numerals
from corpus.structure.pagenumbers import page_numbers
from corpus.structure.running_heads import numbered_heads, running_heads
from corpus.structure.separators import is_rule, ornaments
from corpus.structure.webpage import around

_PAGE_RULE = re.compile(r"\s*\{\d{1,4}\}-{3,}\s*$")  # where a converter saw a new page; not a printed number


@dataclass(frozen=True, slots=True)
class Found:
    """Furniture by line index, page numbers by the index of the line that prints them, setext headings by level.

    A page number is 0 where it counts apart from the figures of the text (xii).
    """

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
    printed = prints(lines, body, kinds)
    kinds.update((i, "running head") for i in printed)
    numbers = page_numbers(lines, body, kinds, feeds)
    numbers.update(numerals(lines, body, {**kinds, **dict.fromkeys(numbers, "page number")}, feeds))
    headed = edges.headed_numbers(lines, body, {**kinds, **numbers})
    numbers.update(headed.values())
    kinds.update((i, "page number") for i in numbers)
    numbers.update((i, page) for i, page in printed.items() if page is not None)
    kinds.update((i, "running head") for i in headed)
    turned = numbered_heads(lines, body, kinds, feeds)
    numbers.update(turned)
    kinds.update((i, "running head") for i in turned)
    feet = edges.named_feet(lines, body, kinds)
    numbers.update(feet)
    kinds.update((i, "running head") for i in feet)
    kinds.update((i, "running head") for i in edges.behind_number(lines, numbers, kinds))
    heads = running_heads(lines, body, kinds, numbers, feeds)
    for i, number in heads.items():
        kinds[i] = "running head"
        if number is not None:
            numbers.setdefault(i, number)
    cuts = edges.named_cuts(lines, body, kinds)
    numbers.update(cuts)
    kinds.update((i, "running head") for i in cuts)
    kinds.update((i, "page number") for i in edges.printed_again(lines, kinds, numbers))
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
        result.update((k, found.numbers[i]) for k in range(start, stop) if found.numbers[i])
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
