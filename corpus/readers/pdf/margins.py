"""Running heads and feet of a PDF: what the margins of several pages print in one place.

Invariant: a line is left out only where another page prints the same words, figures aside, at the same height; the
first one stays where it may be the name of what the document appeared in.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from corpus.readers.pdf.glyphs import Page
from corpus.readers.pdf.layout import Row
from corpus.structure.lines import has_sentence

_MARGIN = 0.12  # of the height of the page, above and below
_GRID = 4.0  # points by which the height of a line may differ from page to page


def running(pages: Sequence[tuple[Page, Sequence[Row]]]) -> frozenset[tuple[int, int]]:
    """Return the running lines as (index of the page, index of the line); figures alone are left to other rules."""
    places: dict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    for number, (page, rows) in enumerate(pages):
        for index, row in enumerate(rows):
            words = re.sub(r"[\d\W]+", "", row.text)
            edge = page.height and not _MARGIN * page.height < row.top < (1 - _MARGIN) * page.height
            if edge and words and not has_sentence(row.text):
                places[words.lower(), round(row.top / _GRID)].append((number, index))
    found: set[tuple[int, int]] = set()
    for (words, height), members in places.items():
        near = [*members, *places.get((words, height + 1), []), *places.get((words, height - 1), [])]
        if len({number for number, _ in near}) < 2:
            continue
        found.update(members)
        texts = {pages[number][1][index].text for number, index in near}
        if members[0][0] == 0 and len(texts) == 1 and height * _GRID < _MARGIN * pages[0][0].height:
            found.discard(members[0])
    return frozenset(found)
