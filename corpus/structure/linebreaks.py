"""Which line breaks of adjoining lines are meant: those of addresses, poems and labelled lines, not those of a column.

Invariant: lines stay whole and in order; only the separators between them are chosen.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from corpus.structure.dates import find_dates
from corpus.structure.grid import Grid
from corpus.structure.headings import could_be_bare_heading
from corpus.structure.lines import Line, Slice, ends_sentence, has_sentence, is_wide, whole, width
from corpus.structure.names_ja import HEAD
from corpus.structure.paragraphs import LONG_LINE, glue, join
from corpus.structure.people import morphemes
from corpus.structure.record_heads import is_spaced_label

_ASIDE = 16  # characters that a line is set in from the left which stands at the right: a date, a sender
_NARROW = 60  # columns below which lines may be those of a poem or an address
_RAGGED = 4  # columns that a wrapped line may fall short of its column
_LEAST_COLUMN, _LEAST_LINES = 30, 5
_STOP_INSIDE = re.compile(r"[。｡](?=[^」』）)”\s])")
_LABEL = re.compile(r"[\s　・]*(?:(?=[^\d])[^\s：:、。，,.（(「『]{1,8}\s?|[A-Z][A-Za-z ]{1,20})[：:](?!//)")
_BRACKETED = re.compile(r"[\s　]*[（(][^（）()]{1,12}[)）]\s*\S")
_SPEAKER = re.compile(rf"[（(][一-鿿々ヶァ-ヺー]{{1,12}}?(?:{HEAD}|氏|さん|司会)[）)]")  # who says what stands below
_SIGNS = r"[―—–~～〜\-－─]"
_SUBTITLE = re.compile(rf"[\s　]*{_SIGNS}{{1,3}}[^―—–~～〜－─].{{2,}}{_SIGNS}{{1,3}}[\s　]*$")
_QUOTED = re.compile(r"[\s　]*[「『].*")
_GOES_ON = re.compile(r"^[^\u3000]*[ぁ-ん]$|[、，]$")  # a line that is no post and name, but words of a sentence
_GAP = re.compile(r"\u3000+|\s{2,}|(?<=[一-鿿々]) (?=[一-鿿々])")
_MOST_FIELDS = 6
_COUNTED = re.compile(r"[\s　]*([0-9０-９]{1,2})\u3000(?=\S)")


def column_of(lines: Sequence[Line]) -> int:
    """Return the columns at which the lines of a document are wrapped, or 0 where they are not."""
    counts = Counter(width(line.text.rstrip()) for line in lines if not line.blank)
    near = {
        one: sum(counts[one - short] for short in range(_RAGGED))
        for one in counts
        if _LEAST_COLUMN <= one <= LONG_LINE and counts[one]
    }
    best = max(near, key=lambda one: (near[one], one), default=0)
    return best if best and near[best] >= _LEAST_LINES and near[best] * 3 >= sum(counts.values()) else 0


def joined(
    run: Sequence[Line], widest: int, column: int, words: frozenset[str]
) -> tuple[tuple[Slice, ...], tuple[str, ...]]:
    """Return the lines of one paragraph with the separators between them.

    ``widest`` is the width of the widest line around them, ``column`` that at which the document's lines are wrapped.
    """
    if _all_meant(run, widest, column):
        return tuple(map(whole, run)), ("\n",) * (len(run) - 1)
    return _of_groups(_groups(run, widest), words)


def of_item(run: Sequence[Line], widest: int, words: frozenset[str]) -> tuple[tuple[Slice, ...], tuple[str, ...]]:
    """Return the lines of one item with the separators between them: lines of fields below its words stay lines."""
    groups: list[list[Line]] = []
    for i, line in enumerate(run):
        if not groups or _apart(run, i, widest):
            groups.append([])
        groups[-1].append(line)
    return _of_groups(groups, words)


def _of_groups(groups: Sequence[Sequence[Line]], words: frozenset[str]) -> tuple[tuple[Slice, ...], tuple[str, ...]]:
    slices: tuple[Slice, ...] = ()
    seams: tuple[str, ...] = ()
    for group in groups:
        more, between = join(list(map(whole, group)), words)
        seams = (*seams, "\n", *between) if slices else between
        slices = (*slices, *more)
    return slices, seams


def table_slices(grid: Grid) -> tuple[tuple[Slice, ...], tuple[str, ...]]:
    """Return the lines of a table with their separators: a row begins a line, a wrapped cell joins like prose."""
    slices: list[Slice] = []
    seams: list[str] = []
    for row in (*grid.header, *grid.rows):
        opening = [cell[0] for cell in row.cells if cell]
        for at, piece in enumerate(row.slices):
            if slices:
                same = slices[-1].line is piece.line
                wrapped = at and piece not in opening  # the rest of a cell; a cell on a line of its own stays there
                seams.append("" if same else (glue(slices[-1], piece)[1] if wrapped else "\n"))
            slices.append(piece)
    return tuple(slices), tuple(seams)


def labels(run: Sequence[Line]) -> frozenset[int]:
    """Return which of adjoining lines say something under a label (日時：…, （委員）…): none where they are prose."""
    named = {i for i, line in enumerate(run) if _LABEL.match(line.text) or is_spaced_label(line.text)}
    if len(named) < 2:
        return frozenset()
    every = named | {i for i, line in enumerate(run) if _BRACKETED.match(line.text)}
    return frozenset(every) if 2 * len(every) >= len(run) else frozenset()


def counted(run: Sequence[Line]) -> frozenset[int]:
    """Return the numbers of lines that count on from 1 before wide space, where most open a sentence."""
    opening: list[int] = []
    for i, line in enumerate(run):
        match = _COUNTED.match(line.text)
        if match and int(match[1]) == len(opening) + 1:
            opening.append(i)
    if len(opening) < 2:
        return frozenset()
    ends = [*(i - 1 for i in opening[1:]), len(run) - 1]
    told = sum(ends_sentence(run[end].text.rstrip()) for end in ends)
    return frozenset(run[i].number for i in opening) if 2 * told > len(opening) else frozenset()


def _all_meant(run: Sequence[Line], widest: int, column: int) -> bool:
    """Say whether the lines are an address, a poem, a masthead: none ends a sentence, and no column wrapped them."""
    texts = [line.text.strip() for line in run]
    aside = all(line.indent >= _ASIDE for line in run)
    if len(run) < 2 or not (widest < _NARROW or aside) or any(map(ends_sentence, texts)):
        return False
    full = column and all(width(line.text.rstrip()) > column - _RAGGED for line in run[:-1])
    return not full and not any(map(_STOP_INSIDE.search, texts))


def _groups(run: Sequence[Line], widest: int) -> list[list[Line]]:
    """Return the lines of a paragraph in groups that are wrapped text each."""
    named = labels(run)
    groups: list[list[Line]] = []
    for i, line in enumerate(run):
        above = run[i - 1].text.strip() if i else ""
        short = width(above) < 0.6 * widest
        meant = (named and (i in named or short)) or _SUBTITLE.match(line.text) or _SUBTITLE.match(above)
        ended = ends_sentence(above) or _GOES_ON.search(above)
        speaks = short and not ended and _QUOTED.match(line.text)
        called = _SPEAKER.fullmatch(above) or _SPEAKER.fullmatch(line.text.strip())
        dated = is_dateline(line.text) or (_DATE_ALONE.fullmatch(above) and is_dateline(above))
        if not groups or meant or dated or speaks or called or _apart(run, i, widest):
            groups.append([])
        groups[-1].append(line)
    return groups


_DATE_ALONE = re.compile(r"\W*[\w\s./．-]{6,24}\W*")  # as long as a day is, and no more
# Behind the day of a line that says when something appeared: nothing, an hour, a weekday, or wide space.
_BEHIND_DAY = re.compile(
    r"\s*(?:[（(][^（）()]{1,4}[)）]|(?:[月火水木金土日]曜日?))?\s*(?:付|発行|公開|更新|配信|現在)?\s*"
    r"(?:$|[\u3000|｜]|\s(?=\S+\u3000)|(?:午前|午後|오전|오후)?\s*\d{1,2}(?:[時时시:：]\s*\d{0,2})[分분]?(?:$|[\s\u3000|｜]))"
)


def is_dateline(text: str) -> bool:
    """Say whether a line says no more than when something appeared, or that before its masthead; no sentence is one."""
    line = text.strip()
    found = [one for one in find_dates(line) if one.stated_year and len(one.value) == _FULL_DAY and not one.start]
    return bool(found) and bool(_BEHIND_DAY.match(line, found[0].end)) and not ends_sentence(line.rstrip("."))


_FULL_DAY = 10  # 2025-04-10


def _apart(run: Sequence[Line], i: int, widest: int) -> bool:
    """Say whether a line break stands beside a line of fields (post and name, hour and what began), not in a clause."""
    if not i:
        return False
    above, line = run[i - 1].text.strip(), run[i].text.strip()
    if _are_fields(line, widest):
        return ends_sentence(above) or _are_fields(above) or width(above) < _SHORT * widest
    return (_are_fields(above, widest) and i > 1) or (i == 1 and _is_label(above, line, widest))


def _is_label(above: str, line: str, widest: int) -> bool:
    """Say whether the first of adjoining lines names what the second says: a noun alone, where a column is wider."""
    if not (above and is_wide(above[-1]) and width(above) < _SHORT * widest and width(line) > 2 * width(above)):
        return False
    return has_sentence(line) and could_be_bare_heading(above) and morphemes(above)[-1][1].startswith("名詞")


_SHORT = 0.6  # of the widest line beside


def _are_fields(text: str, widest: int = LONG_LINE) -> bool:
    """Say whether a line is nothing but a few words with wide space between them, none of them of a clause."""
    fields = [field for field in _GAP.split(text) if field]
    if not 1 < len(fields) <= _MOST_FIELDS or width(text) >= _SHORT * widest or has_sentence(text):
        return False
    return is_wide(text[-1]) and not any(re.search("[、，。]|[ぁ-ん]$", field) for field in fields)
