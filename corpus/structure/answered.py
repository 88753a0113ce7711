"""What a sentence takes up that one before it asks, requests or brings about: この問いに, これを断った, これを提出した.

Invariant: what is taken up stands in the paragraph, at most two sentences before, and is the only thing of its kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.document import Span
from corpus.structure.actors import objects
from corpus.structure.said_before import LONGEST
from corpus.structure.views import View

_QUESTION = re.compile(r"(?:この|その)(?:問い|疑問|質問)(?=[はがをにへ])")
_ASKS = re.compile(r"か[。？?]\s*$")
_REFUSED = re.compile(r"これ(?=を(?:断[っりる]|拒|退け|却下|認め[なずた]|受け入れ|了承|承諾|許可|許さ|許し))")
_REQUEST = re.compile(
    r"(?P<what>[^、。]{4,40}?(?:よう(?:に)?(?:求め|要請|頼|申し入れ|訴え)|を(?:求め|要請し|要求し|申し入れ|申請し|願い出|提案し)))"
    r"(?:た|ました|ていた)。?$"
)
_MADE = re.compile(
    r"を(?:受け取っ|まとめ|作成し|作っ|書い|入手し|手に入れ|見つけ|発見し|購入し|預かっ|描い|編集し|編ん)(?:た|ました)。?$"
)
_HANDED = re.compile(
    r"^[^、。はがも]{1,24}[はがも](?:[^、。]{1,10}、)?(?P<it>これ)(?=を[^、。]{0,12}(?:提出|公表|発表|公開|配|渡|送|寄贈|寄付|売|出版|届け))"
)


def answered(view: View) -> Iterator[tuple[Span, Span, bool]]:
    """Yield words that take something up, with it, and whether it is a thing and not what was said."""
    start = view.here.start
    for match in view.places(_QUESTION):
        asked = [one for one in _before(view) if _ASKS.search(view.text[one.start : one.end])]
        if len(asked) == 1 and asked[0].end - asked[0].start <= LONGEST:
            yield view.spot(match), asked[0], False
    for match in view.places(_REFUSED):
        found = [
            Span(one.start + req.start("what"), one.start + req.end("what"))
            for one in _before(view)
            if (req := _REQUEST.search(view.text[one.start : one.end]))
        ]
        if len(found) == 1:
            yield view.spot(match), found[0], False
    handed = _HANDED.match(view.words())
    before = next(iter(_before(view)), None)
    if (
        handed
        and before
        and not view.depth[start + handed.start("it")]
        and _MADE.search(view.text[before.start : before.end])
    ):
        made = objects(view.text, before.start, before.end, view.depth)
        if made and not objects(view.text, start, start + handed.start("it"), view.depth):
            yield view.spot(handed, "it"), made[-1], True


def _before(view: View) -> list[Span]:
    """Return the sentences before in the paragraph, the nearest first."""
    near = list(reversed(view.sentences[max(view.index - 2, 0) : view.index]))
    return [Span(one.start, one.end) for one in near if one.paragraph == view.here.paragraph]
