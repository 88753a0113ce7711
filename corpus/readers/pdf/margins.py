"""Running heads, feet and page numbers of a PDF: what the margins of several pages print in one place.

Invariant: a line is left out only where another page prints the same words, figures aside, at the same height; the
first one stays where it may be the name of what the document appeared in. Of figures alone the difference to the count
of the pages is the same too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from corpus.document import FurnitureKind
from corpus.readers.pdf.glyphs import Page
from corpus.readers.pdf.layout import Row
from corpus.structure.lines import has_sentence
from corpus.structure.pagenumbers import number_alone

_MARGIN = 0.12  # of the height of the page, above and below
_GRID = 4.0  # points by which the height of a line may differ from page to page


def running(pages: Sequence[tuple[Page, Sequence[Row]]]) -> Mapping[tuple[int, int], FurnitureKind]:
    """Return the running lines by (index of the page, index of the line) with what they are."""
    places: dict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    for number, (page, rows) in enumerate(pages):
        for index, row in enumerate(rows):
            figure = number_alone(row.text.strip())
            words = f"{figure - number}" if figure is not None else re.sub(r"[\d\W]+", "", row.text)
            edge = page.height and not _MARGIN * page.height < row.top < (1 - _MARGIN) * page.height
            if edge and words and not has_sentence(row.text):
                places[words.lower(), round(row.top / _GRID)].append((number, index))
    found: dict[tuple[int, int], FurnitureKind] = {}
    for (words, height), members in places.items():
        near = [*members, *places.get((words, height + 1), []), *places.get((words, height - 1), [])]
        if len({number for number, _ in near}) < 2:
            continue
        found.update(dict.fromkeys(members, "page number" if words.lstrip("-").isdecimal() else "running head"))
        texts = {pages[number][1][index].text for number, index in near}
        if members[0][0] == 0 and len(texts) == 1 and height * _GRID < _MARGIN * pages[0][0].height:
            found.pop(members[0])
    return found


def silent(
    pages: Sequence[tuple[Page, Sequence[Row]]], found: Mapping[tuple[int, int], FurnitureKind]
) -> frozenset[int]:
    """Return the numbers of the pages that print nothing but running lines (as `running` has them) and numbers."""
    repeated = {pages[number][1][index].text for number, index in found}
    return frozenset(
        page.number
        for at, (page, rows) in enumerate(pages)
        if not page.tables
        and all(
            (at, index) in found or row.text in repeated or number_alone(row.text.strip()) is not None
            for index, row in enumerate(rows)
        )
    )
