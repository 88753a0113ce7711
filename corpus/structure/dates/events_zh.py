"""The date of an event that Chinese names before a relative word or at the head of a paragraph (成立当年, 公布时).

Invariant: an event is known again by its verb and by the noun that stands with it; where the text dates such an event
twice, differently, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.structure.dates.anchors import Anchor
from corpus.structure.dates.background import is_of_thing
from corpus.structure.dates.enclosing import OUTSIDE
from corpus.structure.dates.mentions import DateMention
from corpus.structure.dates.parts import Parts, Unit, to_iso

_VERBS = (  # of what happens once, to a body, a work or a law
    "成立|建立|设立|設立|创立|創立|创办|創辦|开业|開業|开工|開工|动工|動工|竣工|落成|建成|通车|通車|开通|開通|公布|颁布|頒布|发布|發布|出台"
    "|施行|实施|實施|出版|创刊|創刊|停刊|爆发|爆發|结束|結束|解放|独立|獨立|去世|逝世|病故|就任|上任|到任|离任|離任|卸任|当选|當選|辞职|辭職"
    "|改组|改組|改制|合并|合併|解散|关闭|關閉|倒闭|倒閉|破产|破產|停产|停產|投产|投產"
)
_HEAD = r"(?:\A|(?<=[。，；：！？\s]))"
_BEFORE_WORD = re.compile(rf"{_HEAD}(?P<noun>[一-鿿]{{2,10}}?)(?P<verb>{_VERBS})(?:[之后後]?的)?\Z")
_OPENING = re.compile(rf"(?:\A|\n)[\s\u3000]*(?P<noun>[一-鿿]{{2,12}}?)(?P<verb>{_VERBS})(?:之?[时時]|之?[后後])，")
_SENTENCE = re.compile(r"[^。！？\n]+")
_REACH = 40  # characters back to the beginning of a clause


def event_of_word(text: str, here: Anchor, anchors: Sequence[Anchor], unit: Unit) -> Anchor | None:
    """Return the date, known to the ``unit``, of the event that is named right before a mention (合作社成立当年)."""
    match = _BEFORE_WORD.search(text, max(here.mention.start - _REACH, 0), here.mention.start)
    return _dated(text, match, anchors, unit) if match else None


def opening_events(text: str) -> list[re.Match[str]]:
    """Return the events that paragraphs of a text open with (新盐法公布时，…), in order."""
    return list(_OPENING.finditer(text))


def as_anchor(text: str, match: re.Match[str], here: Anchor, anchors: Sequence[Anchor]) -> Anchor | None:
    """Return what a paragraph opens with as a date on which others may hang; ``here`` is the mention behind it."""
    found = _dated(text, match, anchors, "year")
    if found is None:
        return None
    start, end = match.start("noun"), match.end()
    value, until = to_iso(found.first), to_iso(found.last) if found.last != found.first else ""
    mention = DateMention(start, end, text[start:end], value, until, relative=False, stated_year=False)
    return replace(here, mention=mention, first=found.first, last=found.last, bracket=OUTSIDE, quote=OUTSIDE)


def _dated(text: str, match: re.Match[str], anchors: Sequence[Anchor], unit: Unit) -> Anchor | None:
    kept = {"year": 1, "month": 2, "day": 3}[unit]
    found: dict[tuple[int | None, ...], Anchor] = {}
    for start, end in _sentences(text, match, match.start("noun")):
        dated = [one for one in anchors if start <= one.mention.start < end and one.bracket == OUTSIDE]
        dated = [one for one in dated if not is_of_thing(text, one.mention)]
        known = [one for one in dated if one.first != Parts() and None not in one.first[:kept]]
        if len(known) > 1:
            return None
        if known:
            found.setdefault(tuple(known[0].first[:kept]), known[0])
    return next(iter(found.values())) if len(found) == 1 else None


def _sentences(text: str, match: re.Match[str], stop: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences before a place that hold the verb and the noun of an event, the noun outside of quotes."""
    for sentence in _SENTENCE.finditer(text, 0, stop):
        if match["verb"] in sentence.group() and match["noun"] in sentence.group():
            yield sentence.span()
