"""What その館長 and その組合長 are the holders of: the one body before whose name ends as the post asks.

Invariant: the nearest stretch that names such a body names one; where none is named nothing is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.document import Span
from corpus.structure.nouns import ending_in
from corpus.structure.views import View

# The word a body's name ends in whose head is called so, where that is not the post without 長.
_OF = {
    "学長": "大学",
    "総長": "大学",
    "頭取": "銀行",
    "党首": "党",
    "知事": "県",
    "理事長": "団体",
    "座長": "会",
    "船長": "船",
}
_ITS = re.compile(
    r"(?:その|この)(?P<post>副?(?:[館校園院所局社会署駅店団市町村区]長|(?:委員|組合|支部|支店|工場|研究所|センター|病院|図書館|博物館|美術館)長"
    rf"|{'|'.join(_OF)}))(?=[はがもをにの、])"
)
_BACK = 3  # sentences


def its_holder(view: View) -> Iterator[tuple[Span, Span]]:
    """Yield その with a post, outside of quotes, with the one body before that has such a post."""
    for match in view.places(_ITS):
        here, post = view.spot(match), match["post"].removeprefix("副")
        head = _OF.get(post) or {"委員長": "委員会"}.get(post) or post.removesuffix("長")
        for scope in view.scopes(here.start, _BACK):
            found = {view.text[one.start : one.end]: one for one in ending_in(view.text, scope, head, False)}
            if found:
                if len(found) == 1:
                    yield here, next(iter(found.values()))
                break
