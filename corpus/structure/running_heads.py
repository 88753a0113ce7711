"""Running heads and feet: lines that return page after page, and words beside a number that counts on.

Invariant: the same words alone are no evidence (chapters repeat their headings): a page number beside the line, a form
feed, or a sentence that goes on below it must show that a page ends there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from corpus.document import FurnitureKind
from corpus.structure.captions import is_caption, is_source
from corpus.structure.headings import atx
from corpus.structure.lines import Line, ends_sentence, has_sentence, width
from corpus.structure.page_chain import chain
from corpus.structure.page_cuts import alone, behind_item, cuts_sentence, tears_sentence, torn

_EDGE_NUMBER = re.compile(
    r"^(?:(?:page|p\.)?\s*(\d{1,4})\s*[|·•/\s　—–-]+\s*)?(.*?)(?:\s*[|·•/\s　—–-]+\s*(?:page|p\.)?\s*(\d{1,4}))?$", re.I
)
_PARTED = re.compile(r"(\d{1,4})(?:\s{2,}|\u3000+)(\S.*)|(\S.*?)(?:\s{2,}|\u3000+)(\d{1,4})")
_BESIDE = re.compile(  # a blank or brackets apart: what headings and their numbers are too
    r"(\d{1,4})\s(\S.*)|(\S.*?)\s(\d{1,4})|(\S.*?)\s?[（(](\d{1,4})[)）]"
)
_NAME = re.compile(r"[^\W\d_]{2}")
_PAGES, _BETWEEN = 3, 300  # so many pages at least count on, with so many columns of text between their heads
_SHORT = 80  # columns, where sentences are torn
_WIDEST_HEAD = 80
_LONGEST_HEAD = 100  # characters
_TITLE = 3  # lines with text at the head of a document among which its title stands


def numbered_heads(
    lines: Sequence[Line], body: Sequence[int], kinds: Mapping[int, FurnitureKind], feeds: frozenset[int]
) -> dict[int, int]:
    """Return heads of pages by their numbers: words and, a wide gap apart, a number that counts on page by page.

    Left and right pages differ in both (共有林の解説　　47, 48　　第三章　計画).
    """
    printed: dict[int, int] = {}
    behind: set[int] = set()
    near: dict[int, int] = {}  # where no wide gap parts the number from the words
    for i in body:
        text = lines[i].text.strip()
        if i in kinds or width(text) > _WIDEST_HEAD or not alone(lines, i, kinds, feeds):
            continue
        if is_caption(text) or ends_sentence(text):
            continue
        if match := _PARTED.fullmatch(text):
            words = match[2] or match[3]
            if _NAME.search(words) and not re.search(r"\d(?:\s{2,}|\u3000+)|(?:\s{2,}|\u3000+)\d", words):
                printed[i] = int(match[1] or match[4])
                behind.update((i,) if match[4] else ())
        elif (match := _BESIDE.fullmatch(text)) and not has_sentence(text):
            near[i] = int(match[1] or match[4] or match[6])
            behind.update(() if match[1] else (i,))
    run = chain(lines, printed, _BETWEEN)
    # Numbers that all stand before their words are those of sections (１　概況).
    if len(run) >= _PAGES and run & behind:
        return {i: printed[i] for i in run}
    printed.update(near)
    run = chain(lines, printed, _SHORT)
    cut = torn(lines, run, {**kinds, **dict.fromkeys(run, "running head")})
    return {i: printed[i] for i in run} if len(cut) >= max(2, len(run) / 2) and run & behind else {}


@dataclass(frozen=True, slots=True)
class _Text:
    """The lines, what is known of them, and the columns of text before each."""

    lines: Sequence[Line]
    kinds: Mapping[int, FurnitureKind]
    numbers: Mapping[int, int]
    feeds: frozenset[int]
    before: Sequence[int]

    def at_page_edge(self, i: int) -> bool:
        """Say whether a page number or a form feed stands near a line."""
        near = range(max(i - 3, 0), min(i + 4, len(self.lines)))
        by_number = any(k in self.numbers for k in near if k != i)
        return by_number or i in self.feeds or any(k in self.feeds for k in (i - 1, i + 1))

    def alone(self, i: int) -> bool:
        """Say whether nothing stands right above a line nor right below it."""
        return alone(self.lines, i, self.kinds, self.feeds)


def running_heads(
    lines: Sequence[Line],
    body: Sequence[int],
    kinds: Mapping[int, FurnitureKind],
    numbers: Mapping[int, int],
    feeds: frozenset[int],
) -> dict[int, int | None]:
    """Return lines that return page after page, with the page number that they print, if any."""
    text = _Text(lines, kinds, numbers, feeds, [0, *accumulate(width(line.text.strip()) for line in lines)])
    groups: dict[str, list[int]] = defaultdict(list)
    parts: dict[int, int | None] = {}
    texts = [i for i in body if lines[i].text.strip() and i not in kinds]
    for i in texts:
        if words := _words(lines[i]):
            match = _EDGE_NUMBER.match(words)
            named = match if match and _NAME.search(match[2]) else None
            parts[i] = int(named[1] or named[3]) if named and (named[1] or named[3]) else None
            if key := re.sub(r"\W+", "", named[2] if named else words).lower():
                groups[key].append(i)
    heads: dict[int, int | None] = {}
    for same in groups.values():
        members = [i for i in same if text.alone(i) or text.at_page_edge(i)]
        if len(members) < 2:
            continue
        printed = {i: number for i in members if (number := parts[i]) is not None}
        chosen = _of_pages(text, members, _rises(printed, _PAGES))
        if members[0] in texts[:_TITLE] and _is_title(text, members, parts[members[0]]):
            chosen = [i for i in chosen if i != members[0]]
        counted = len(printed) == 1 or _rises(printed, 2)  # else a year
        heads.update((i, parts[i] if counted else None) for i in chosen)
    return heads


def _is_title(text: _Text, members: Sequence[int], number: int | None) -> bool:
    """Say whether the first of the lines with the same words is what they repeat: it stands in no sentence."""
    plain = number is None or atx(text.lines[members[0]].text) is not None
    return plain and not tears_sentence(
        text.lines, members[0], {**text.kinds, **dict.fromkeys(members, "running head")}
    )


def _words(line: Line) -> str:
    """Return the words of a line that may be a running head, or none."""
    text = line.text.strip()
    if found := atx(line.text):
        text = line.text[found[1] : found[2]].strip()  # converters take them for headings, for they stand out
    if len(text) > _LONGEST_HEAD or any(one(text) for one in (ends_sentence, has_sentence, is_caption, is_source)):
        return ""
    opens = text.endswith((":", "：")) or re.match(r"[#|>•・\-*+]|\d{1,2}[.)]\s", text)
    return "" if "\t" in text or opens else text


def _rises(printed: Mapping[int, int], least: int) -> bool:
    numbers = [printed[i] for i in sorted(printed)]
    return len(numbers) >= least and all(b > a for a, b in pairwise(numbers))


def _of_pages(text: _Text, members: Sequence[int], rising: bool) -> list[int]:
    """Return those of the lines with the same words that stand at the edges of pages.

    Sections that are called alike may well begin a page each, but none stands in mid-sentence.
    """
    taken = {**text.kinds, **dict.fromkeys(members, "running head")}
    cuts = [i for i in members if cuts_sentence(text.lines, i, taken) and not behind_item(text.lines, i, taken)]
    evidence = [i for i in members if i in cuts or text.at_page_edge(i)]
    plain = all(_is_plain(text.lines[i]) for i in members)
    enough = rising or len(evidence) >= 2 or (len(evidence) == 1 and len(members) == 2)
    if not (plain and enough):
        far = all(text.before[b] - text.before[a + 1] >= _BETWEEN for a, b in pairwise(members))
        if not far or not torn(text.lines, members, taken):
            return []
    return [i for i in members if i in evidence or rising or text.alone(i)]


def _is_plain(line: Line) -> bool:
    """Say whether a line has words and is neither marked nor numbered as a heading: what a running head looks like."""
    return bool(_NAME.search(line.text)) and not atx(line.text) and not re.match(r"\s*第\s*\d", line.text)
