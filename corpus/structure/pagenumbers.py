"""Which lines print nothing but the number of their page.

Invariant: a number alone on a line is a page number only when other evidence (a form feed, a run of such numbers page
by page, a sentence that goes on behind it) says so; by itself it may be a note's, a list's or a table's.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from corpus.document import FurnitureKind
from corpus.structure.lines import Line
from corpus.structure.page_chain import chain
from corpus.structure.page_cuts import alone, cuts_sentence

_PAGE_FORMS = (
    re.compile(r"[-－–—~•·・|〈«‐−―]\s*(\d{1,4})\s*[-－–—~•·・|〉»‐−―]$"),
    re.compile(r"(?:page|p\.|pg\.?|pp\.)\s*(\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?$", re.IGNORECASE),
    re.compile(
        r"第?\s*(\d{1,4})(?:\s*[/／]\s*\d{1,4})?\s*(?:ページ|頁|页|面|쪽|페이지)(?:\s*[/／(（]?\s*[全共총]\s*\d{1,4}\s*(?:ページ|頁|页|쪽)?[)）]?)?$"
    ),
    re.compile(r"[-=─ ]*\[?\s*page\s+(\d{1,4})\s*\]?[-=─ ]*$", re.IGNORECASE),
)
_BARE_NUMBER = re.compile(r"(\W{0,3}?)\s*([Pp]?)(\d{1,4})(?:\s*(?:[/／]|of)\s*(\d{1,4}))?\s*(\W{0,3})")
_MIRRORED = str.maketrans("([{<（［｛〔【《〈「『≪＜", ")]}>）］｝〕】》〉」』≫＞")
_PAGE = 300  # columns of text at least between the numbers of two pages
_ITEMS = 4  # numbers in brackets of which none cuts a sentence: those of items, for some page would


@dataclass(frozen=True, slots=True)
class _Bare:
    """A number that stands alone, and what is printed with it: brackets, the number of all pages."""

    number: int
    form: tuple[str, str, str]


def number_alone(text: str) -> int | None:
    """Return the number that a line consists of, as pages print theirs: with strokes, brackets, the word for a page."""
    named, bare = _named_number(text), _bare_number(text)
    return named if named is not None else bare.number if bare else None


def _named_number(text: str) -> int | None:
    """Return the number of a line whose form only pages' numbers have."""
    match = next((match for pattern in _PAGE_FORMS if (match := pattern.match(text))), None)
    return int(match[1]) if match else None


def _bare_number(text: str) -> _Bare | None:
    """Return the number that a line consists of, signs that pair up around it (brackets, strokes) allowed."""
    match = _BARE_NUMBER.fullmatch(text)
    if match is None or match[1].strip().translate(_MIRRORED)[::-1] != match[5].strip():
        return None
    if match[4] and int(match[3]) > int(match[4]):
        return None
    return _Bare(int(match[3]), (match[1].strip(), match[2].lower(), match[4] or ""))


def page_numbers(
    lines: Sequence[Line], body: Sequence[int], kinds: Mapping[int, FurnitureKind], feeds: frozenset[int]
) -> dict[int, int]:
    """Return the numbers by the lines that print them, lines with a kind left alone."""
    sure: dict[int, int] = {}
    bare: dict[int, _Bare] = {}
    amid: dict[int, _Bare] = {}  # with the number of all pages, and text right above or below
    for i in body:
        text = lines[i].text.strip()
        if i in kinds or not text or len(text) > 40:
            continue
        if (named := _named_number(text)) is not None:
            sure[i] = named
        elif (found := _bare_number(text)) and alone(lines, i, kinds, feeds):
            bare[i] = found
        elif found and found.form[2]:
            amid[i] = found
    bare.update(_of_all_pages(lines, amid))
    taken = {**kinds, **dict.fromkeys(sure, "page number"), **dict.fromkeys(bare, "page number")}
    cuts = {i for i in bare if cuts_sentence(lines, i, taken)}
    near_feed = {i for i in bare if any(k in feeds for k in range(i - 1, i + 3))}
    accepted = {**sure, **{i: bare[i].number for i in cuts | near_feed | _runs(lines, bare, cuts | near_feed)}}
    usual = {bare[i].form for i in accepted if i in bare}
    for i in sorted(bare, key=lambda i: (bare[i].form not in usual, i)):
        if i not in accepted and _counts_on(lines, i, bare[i].number, accepted):
            accepted[i] = bare[i].number
    return accepted


def _of_all_pages(lines: Sequence[Line], amid: Mapping[int, _Bare]) -> dict[int, _Bare]:
    """Return the numbers amid text that count every page from the first to the last (1 / 2, 2 / 2)."""
    found: dict[int, _Bare] = {}
    for total in {one.form[2] for one in amid.values()}:
        same = {i: one for i, one in amid.items() if one.form[2] == total}
        run = chain(lines, {i: one.number for i, one in same.items()}, _PAGE)
        if [same[i].number for i in sorted(run)] == list(range(1, int(total) + 1)) and len(run) == len(same):
            found.update(same)
    return found


def _runs(lines: Sequence[Line], bare: Mapping[int, _Bare], shown: Collection[int]) -> set[int]:
    """Return the numbers that count on page by page in one form; ``shown`` are known to stand where a page ends."""
    forms: dict[tuple[str, str, str], dict[int, int]] = defaultdict(dict)
    for i, one in bare.items():
        forms[one.form][i] = one.number
    found: set[int] = set()
    for (bracket, _, total), numbers in forms.items():
        run = chain(lines, numbers, 0 if total else _PAGE)
        items = bracket and len(run) >= _ITEMS and not any(i in shown for i in run)
        found |= set() if items else run
    return found


def _counts_on(lines: Sequence[Line], i: int, number: int, accepted: Mapping[int, int]) -> bool:
    """Say whether a number is that between its neighbours', or the next one at the end: that of a short page."""
    before = max((k for k in accepted if k < i), default=None)
    after = min((k for k in accepted if k > i), default=None)
    if before is None or accepted[before] != number - 1:
        return False
    if after is not None:
        return accepted[after] == number + 1
    return len(accepted) > 1 and not any(line.text.strip() for line in lines[i + 1 :])
