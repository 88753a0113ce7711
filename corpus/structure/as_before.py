"""Words for two that mean the same two as each time before: 両社, 両市 and 両国 that nothing near tells.

Invariant: each time that the text has said the words so far and they were told, they meant these two, and nothing of
the kind that is neither has been named since.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.document import Span
from corpus.structure.nouns import ending_in
from corpus.structure.views import View

_BOTH = re.compile(
    r"(?<![一-鿿ァ-ヺー])両(?P<head>[国社市町村県校島港党館院園店区]|大学|協会|組合|委員会)(?=[はがもをにのとで、間]|から|へ)"
)


def as_before(view: View) -> Iterator[tuple[Span, tuple[Span, Span]]]:
    """Yield words for two with the two that the text has meant by them each time before."""
    for match in view.places(_BOTH):
        here = view.spot(match)
        earlier = sorted(at for at in view.paired if at < here.start and view.text.startswith(match.group(), at))
        names = {tuple(view.text[one.start : one.end] for one in view.paired[at]) for at in earlier}
        if len(names) != 1 or len(two := view.paired[earlier[-1]]) != len("ab"):
            continue
        since = ending_in(view.text, Span(earlier[-1] + len(match.group()), here.start), match["head"], False)
        others = {view.text[one.start : one.end] for one in since}
        one, other = next(iter(names))
        alike = one in other or other in one
        if not alike and all(any(name in each or each in name for name in (one, other)) for each in others):
            yield here, (two[0], two[1])
