"""The date that words pointing back to a time mean: 同年, 同月, その年, それまで, それ以来.

Invariant: it is one printed before them, the one that their own value was completed from where they have a value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.document import Span
from corpus.places import lies_in
from corpus.structure.dates import DateMention
from corpus.structure.views import View

_SAME = re.compile(
    r"(?:同|その|この|当)(?P<unit>[年月日])(?!のうち)(?![一-鿿\d])|同じ(?P<same>[年月日])(?![一-鿿\d])|^(?:That"
    r"|The same) (?P<en>year|month|day)\b"
)
_UNTIL = re.compile(r"(?:^|(?<=[、，]))それ(?:まで(?=[にはの]|$)|以来|以降|以前)")
_COUNTED = re.compile(
    r"(?:^|(?<=[、。が]))それから(?=(?:半年|[\d一二三四五六七八九十]+(?:年|か月|カ月|ヶ月|週間|日|時間))(?:が|で|も|後|の後|余り|近く|ほど|たっ|経))"
    r"|(?:その|この)(?:翌々?[年月週日]|前[年月週日]|(?:[\d一二三四五六七八九十]+|数)(?:年|か月|カ月|ヶ月|週間|日)[前後])(?![一-鿿])"
    r"|(?<![가-힣])그 (?:뒤|후)(?=로\s|에\s|로는\s|에는\s)"
)
_SINCE = re.compile(r"ま[でに]|から|以来|以[降後前]|より")
_LENGTHS = {"年": 4, "月": 7, "日": 10, "year": 4, "month": 7, "day": 10}


def moments(view: View, dates: Sequence[DateMention]) -> Iterator[tuple[Span, Span]]:
    """Yield words that mean a date told before, with where that is printed."""
    if not dates:
        return
    for match in view.places(_SAME):
        start = view.here.start + match.start()
        if any(one.start < start < one.end for one in dates):
            continue  # 前年同月 is one word, with a date of its own
        length = _LENGTHS[match["unit"] or match["same"] or match["en"]]
        own = next((one.value for one in dates if one.start == start), "")
        told = [one for one in dates if one.end <= start and len(one.value) >= length and one.value[:1] != "-"]
        if match["unit"] == "年":  # 三月 is not called その年
            told = [one for one in told if re.search(r"年|\d{4}", view.text[one.start : one.end])]
        told = [one for one in told if not _SINCE.match(view.text, one.end)]
        near = told[-1:] if own == "" else [one for one in told if one.value[:length] == own[:length]][-1:]
        if near and not re.search(r"\n[^\S\n]*\n", view.text[near[0].end : start]):
            yield view.spot(match), Span(near[0].start, near[0].end)
    for match in view.places(_UNTIL):
        start = view.here.start + match.start()
        before = next(view.scopes(view.here.start, 1), None) if not match.start() else next(view.scopes(start, 0), None)
        told = [one for one in dates if before and lies_in(one, before)]
        if len(told) == 1:
            yield view.spot(match), Span(told[0].start, told[0].end)
    for match in view.places(_COUNTED):
        start = view.here.start + match.start()
        for scope in view.scopes(start, 1):
            told = [one for one in dates if scope.start <= one.start and one.end <= min(scope.end, start)]
            if told:
                if len(told) == 1 and re.match(r"\d{4}", told[0].value):
                    yield view.spot(match), Span(told[0].start, told[0].end)
                break
