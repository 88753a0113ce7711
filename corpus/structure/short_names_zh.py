"""The short form of a fuller Chinese name that the text has given before: 委员会 of 古渡保护委员会, 协会 of 竹业协会.

Invariant: the fuller name ends in the short form, and is the only one that does in the text so far.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from corpus.document import Span
from corpus.structure.names_zh import distinct, named
from corpus.structure.views import View

_BODY = (
    "委员会|基金会|联合会|研究会|协会|学会|商会|工会|联盟|合作社|研究所|研究院|档案馆|博物馆|图书馆|公司|集团|银行|剧团"
)
_SHORT = re.compile(
    rf"(?:^|(?<=[，；：]))(?P<head>{_BODY})"
    r"(?=[的将将已也则却仍还曾于在对向称说]|认为|表示|宣布|指出|决定|提出|承认|回应|计划|要求|拒绝|同意|随后|当年|当时|今年|去年|目前)"
)
_ANOTHER = r"(?:另一家?|[一两几各每这那]家|别的|其他)[一-鿿]{0,4}?"


def short_names_zh(view: View) -> Iterator[tuple[Span, Span]]:
    """Yield the short form of a name, outside of quotes, with the only fuller name that the text has given before."""
    for match in view.places(_SHORT):
        here, head = view.spot(match, "head"), match["head"]
        found = distinct(view.text, [one for one in _longer(view.text, head) if one.end <= view.here.start])
        others = re.compile(rf"{_ANOTHER}{head}").search(view.text, 0, here.start)
        if len(found) == 1 and others is None:
            yield here, next(iter(found.values()))


@lru_cache(64)
def _longer(text: str, short: str) -> tuple[Span, ...]:
    """Return where a text has names that end in a short form."""
    return tuple(named(text, Span(0, len(text)), short))
