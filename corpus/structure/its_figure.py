"""Which figure この数字, この額 and その割合 mean: the only one of the kind that is told right before.

Invariant: the nearest stretch with such a figure has one, or one alone in quotes; lengths of time are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.document import Span
from corpus.structure.quantities import find_quantities
from corpus.structure.units import DURATION
from corpus.structure.views import View

_FIGURE = re.compile(
    r"(?:^|(?<=[、。「]))(?:この|その)(?P<head>数字|数値|人数|額|金額|料金|代金|値段|価格|割合|比率|率)(?=[はがもをにでの])"
)
_MONEY = re.compile(r"(?:円|ドル|ユーロ|元|ウォン|ポンド|フラン|ルーブル|両|銭)\Z")
_SHARE = re.compile(r"(?:[%％割]|パーセント|ポイント|分の[\d一二三四五六七八九十]+)\Z")
_KINDS = {"人数": re.compile(r"(?:人|名)\Z"), "割合": _SHARE, "比率": _SHARE, "率": _SHARE}
_ANY = re.compile(r"[^年月日時分秒歳回目]\Z")
_LEAD = re.compile(r"(?:年間?|月|約|およそ|計|延べ)\Z")


def its_figure(view: View) -> Iterator[tuple[Span, Span]]:
    """Yield この数字 and the like, outside of quotes, with the figure that they mean."""
    first = not view.index or view.sentences[view.index - 1].paragraph != view.here.paragraph
    for match in view.places(_FIGURE):
        here = view.spot(match)
        kind = _KINDS.get(match["head"], _ANY if match["head"].startswith("数") else _MONEY)
        for scope in view.scopes(here.start, 1):
            if view.begins_before(scope) and not first:
                break
            found = _figures(view, scope, kind)
            quoted = [one for one in found if view.depth[one.start]]
            chosen = found if len(found) == 1 else quoted
            if found:
                if len(chosen) == 1:
                    yield here, chosen[0]
                break


def _figures(view: View, scope: Span, kind: re.Pattern[str]) -> list[Span]:
    """Return the figures of a kind in a stretch, with the word before that says of how long or how sure they are."""
    words = view.text[scope.start : scope.end]
    found = []
    for one in find_quantities(words):
        if kind.search(one.text) and one.unit and one.unit not in DURATION:
            lead = _LEAD.search(words[: one.start])
            found.append(Span(scope.start + (lead.start() if lead else one.start), scope.start + one.end))
    return found
