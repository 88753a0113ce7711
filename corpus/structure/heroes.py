"""The one person whom a text is about: named in its title, or far more often than anybody else.

Invariant: there is one, or none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from corpus.document import Span
from corpus.structure.posts import Person
from corpus.structure.views import Sentence, name_span


def the_hero(text: str, sentences: Sequence[Sentence], people: Sequence[Person], depth: Sequence[int]) -> Span | None:
    """Return where the body first names the one person whom the title names, or who is named far more than others."""
    if not sentences or text[sentences[0].end - 1 : sentences[0].end] in ("。", "」"):
        return None
    title, outside = sentences[0], [one for one in people if not depth[one.start]]
    names = {one.name for one in outside if title.start <= one.start < title.end}
    if not names:
        counted = Counter(one.name for one in outside).most_common(2)
        often = counted and counted[0][1] >= _OFTEN and (len(counted) == 1 or counted[1][1] == 1)
        names = {counted[0][0]} if often else set()
    first = [one for one in outside if one.name in names and one.start >= title.end]
    return name_span(text, first[0]) if len(names) == 1 and first else None


_OFTEN = 4  # times that the one person is named whom a text is about
