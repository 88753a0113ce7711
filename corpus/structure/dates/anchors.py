"""The dates of a text that later mentions may hang on, and which of them a mention hangs on.

Invariant: an anchor stands before the mention that hangs on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.structure.dates.background import (
    STOP,
    is_closed_by,
    is_compared,
    is_lasting,
    is_of_thing,
    is_since,
    is_target,
    tells_time,
)
from corpus.structure.dates.courses import leads_on
from corpus.structure.dates.enclosing import OUTSIDE
from corpus.structure.dates.mentions import DateMention
from corpus.structure.dates.parts import Parts, Unit, is_later
from corpus.structure.dates.weeks import POINTED
from corpus.structure.tense import tense_at

_FAR = 200  # anchors to look back over within a paragraph; more are only met in lists of thousands of dates
_OPENS_SENTENCE = re.compile(
    r"[。.]\s?(?:[^\s。、，,.]{1,6}[于於]|(?:[一-鿿ァ-ヺー]{1,10}|[一-鿿]{1,6}(?:氏|さん))[はが]|(?:[가-힣]{1,8}\s){0,2}[가-힣]{1,6}[은는]\s)?\Z"
)  # a short subject may stand before it: 该表于半年后, 主人は三日後に
_OPENS_COUNTED = re.compile(r"[。.]\s?(?:[そこ]の|それから|그로부터\s)?\Z")
_MONTH = re.compile(r"\d|[一二三四五六七八九十]月")
_CLAUSE = 20  # characters
_OPENS = re.compile(r"(?:\A|\n[^\S\n]*\n)[\s「『“\"○●・■◆]*(?:[一-鿿]{1,4}[でに]は、?)?\Z")  # 当館では同月20日に

# What may stand before a distance that opens its sentence: the time told, and who acts (その時は、国が / 同協議会は).
_TAKEN_UP = re.compile(
    r"[。.]\s?(?:[そこ]の(?:時|とき|際)(?:に|に?は)?、?)?(?:(?:同[一-鿿ァ-ヺー]{1,8}|[一-鿿]{1,3})[はが])?\Z"
)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A date that later mentions may hang on, with where it stands; ``quote`` is where the quote around it closes.

    ``aside``: it is told in a look back.
    """

    mention: DateMention
    first: Parts
    last: Parts
    paragraph: int
    bracket: int
    quote: int = OUTSIDE
    aside: bool = False


def is_pointed(text: str, here: Anchor) -> bool:
    """Say whether a word that points stands right before a mention (その四か月後)."""
    return bool(POINTED.search(text, max(here.mention.start - 3, 0), here.mention.start))


def near(text: str, here: Anchor, anchors: Sequence[Anchor], unit: Unit) -> Anchor | None:
    """Return the nearest date before a mention that it can hang on and that is known to the ``unit``."""
    return next(candidates(text, here, anchors, unit), None)


def candidates(text: str, here: Anchor, anchors: Sequence[Anchor], unit: Unit) -> Iterator[Anchor]:
    """Yield the dates that a mention can hang on, the likeliest first: the nearest that is no background.

    Failing such a one, the month that the sentence before says only in passing (昨年10月に頼んだ。翌月), and for a word
    that opens its paragraph what the paragraph before is about.
    """
    relation = here.mention.relation
    passing: list[Anchor] = []
    lasting: list[Anchor] = []
    found = False
    for anchor in _within_reach(text, here, anchors):
        if not anchor.mention.value:  # what that one means is not known, and this one hangs on it
            if relation.anchor == "text" and anchor.mention.relation.unit == relation.unit:
                return
            continue
        if (
            relation.anchor == "text"
            and not relation.steps
            and _is_open(anchor)
            and anchor.mention.relation.unit == unit
        ):
            return  # 次年3月 of a year that is not known: 同年 is that year
        if _known(anchor, unit) is None:
            continue
        if _is_background(text, anchor, here):
            lasting += [anchor] if _is_taken_up(text, anchor, here) else []
            continue
        # その二日前, それに先立つ4月, その四か月後: of what has just been told
        taken_up = relation.near and (relation.steps < 0 or is_pointed(text, here))
        if not taken_up and _is_passing(text, anchor, here):
            between = text[anchor.mention.end : here.mention.start]
            passing += [anchor] if len(STOP.findall(between)) <= 1 else []
            continue
        if _is_one_of_days(anchor, here):
            return
        found = True
        yield anchor
    if not found and relation.anchor == "text" and not relation.near:
        if (relation.steps or relation.after) and len({one.first[:2] for one in passing}) == 1:
            yield passing[0]
        elif not passing and lasting and not relation.steps:
            yield lasting[0]
        elif not passing and (told := _before(text, here, anchors, unit)) is not None:
            yield told


def _within_reach(text: str, here: Anchor, anchors: Sequence[Anchor]) -> Iterator[Anchor]:
    """Yield the dates that stand where a mention can hang on them, the nearest first."""
    relation = here.mention.relation
    for anchor in anchors[: -_FAR - 1 : -1]:
        if here.paragraph - anchor.paragraph > relation.reach:
            return
        stops = len(STOP.findall(text, anchor.mention.end, here.mention.start)) if relation.near else 0
        if stops > relation.reach and not _is_followed(text, anchor, here, anchors, stops):
            return
        unlike = relation.fiscal and anchor.mention.value and "年度" not in anchor.mention.text
        if not is_hidden(anchor, here) and not unlike:
            yield anchor


def _is_followed(text: str, anchor: Anchor, here: Anchor, anchors: Sequence[Anchor], stops: int) -> bool:
    """Say whether a distance goes on from a date some sentences before it.

    Behind a sentence without any time in it only years, and only from the one date that its paragraph tells.
    """
    if stops == 1:
        return _follows_on(text, anchor, here, anchors)
    told = [one for one in anchors[-_FAR:] if one.paragraph == here.paragraph]
    sure = here.mention.relation.unit == "year" or here.mention.relation.reach
    if not sure or stops != 2 or len(told) != 1 or anchor.mention.relation.anchor:
        return False
    opens = _OPENS_COUNTED.search(text, max(here.mention.start - 6, 0), here.mention.start)
    first = STOP.search(text, anchor.mention.end, here.mention.start)
    return bool(opens and first) and not tells_time(text, first.end() if first else 0, here.mention.start)


def _follows_on(text: str, anchor: Anchor, here: Anchor, anchors: Sequence[Anchor]) -> bool:
    """Say whether a distance that opens its sentence (2か月後に…) follows the one plain date of the one before."""
    counted = anchor.mention.relative and anchor.mention.relation.steps != 0
    told = not anchor.mention.relative or (anchor.first.month is not None and _MONTH.search(anchor.mention.text))
    opens = told and _OPENS_SENTENCE.search(text, max(here.mention.start - 24, 0), here.mention.start)
    taken_up = not counted and _TAKEN_UP.search(text, max(here.mention.start - 24, 0), here.mention.start)
    if not (opens or taken_up):
        return False
    left = max(anchor.mention.start - _FAR, 0)
    start = max((one.end() for one in STOP.finditer(text, left, anchor.mention.start)), default=left)
    start = max(start, text.rfind("\n", 0, anchor.mention.start))
    return sum(one.mention.start >= start for one in anchors[-4:]) == 1


def is_hidden(anchor: Anchor, here: Anchor) -> bool:
    """Say whether a date stands in brackets or a quote that are closed before a mention, which cannot hang on it."""
    return anchor.bracket not in (OUTSIDE, here.bracket) or (OUTSIDE != anchor.quote < here.mention.start)


def _is_one_of_days(anchor: Anchor, here: Anchor) -> bool:
    """Say whether 当日 would be one of several days."""
    relation = here.mention.relation
    same = relation.anchor == "text" and relation.unit == "day" and not relation.steps and not relation.after
    return same and anchor.first != anchor.last


def _is_taken_up(text: str, anchor: Anchor, here: Anchor) -> bool:
    """Say whether a date tells since when a state lasts, in the sentence before a mention (2月から…ている。同月)."""
    lasts = is_lasting(text, anchor.mention) and anchor.first == anchor.last
    return lasts and len(STOP.findall(text, anchor.mention.end, here.mention.start)) == 1


def _is_open(anchor: Anchor) -> bool:
    """Say whether a date is told by its distance from another (翌年3月) and its year is not known."""
    return anchor.mention.relation.anchor == "text" and anchor.first.year is None


def _known(anchor: Anchor, unit: Unit) -> int | None:
    """Return the part of a date that is counted in a unit; of a year of account or a season, only the year."""
    if unit != "year" and (anchor.mention.relation.season or anchor.mention.text.endswith("年度")):
        return None
    if unit == "day" and anchor.mention.text.endswith(("旬", "순")):
        return None
    return {"year": anchor.first.year, "month": anchor.first.month, "day": anchor.first.day}[unit]


def _before(text: str, here: Anchor, anchors: Sequence[Anchor], unit: Unit) -> Anchor | None:
    """Return the date that the paragraph before is about, for a word that opens a paragraph (同年6月); None else.

    It is about one date where it tells no other, or where it opens with the latest and fullest of its dates; else it
    may tell one after the other, up to the last.
    """
    if not _OPENS.search(text, max(here.mention.start - 12, 0), here.mention.start):
        return None
    told = [one for one in anchors[-_FAR:] if one.paragraph == here.paragraph - 1 and not is_hidden(one, here)]
    told = [one for one in told if not _is_background(text, one, here)]
    if not told or any(_known(one, "year") is None for one in told):
        return None
    size = {"year": 1, "month": 2, "day": 3}[unit]
    ends = {end[:size] for one in told for end in (one.first, one.last)}
    if len(ends) == 1 and None not in told[-1].first[:size]:
        return told[-1]
    if leads_on(text, told, here.mention.start):
        return told[-1] if None not in told[-1].first[:size] else None
    main = told[0]
    opens = _OPENS.search(text, max(main.mention.start - 12, 0), main.mention.start)
    earlier = all(is_later(main.first, one.last) or main.first == one.first for one in told[1:])
    return main if opens and earlier and None not in main.first[:size] else None


def _is_background(text: str, anchor: Anchor, here: Anchor) -> bool:
    """Say whether a date says only since when, until when or in comparison, and this mention does not take that up."""
    between = text[anchor.mention.end : here.mention.start]
    if is_compared(text, anchor.mention) and STOP.search(between):
        return True
    if is_lasting(text, anchor.mention) or _is_state_before(text, anchor):
        return bool(STOP.search(between))
    if is_since(text, anchor.mention) or (is_of_thing(text, anchor.mention) and STOP.search(between)):
        return True
    if here.mention.relation.steps < 0 and is_closed_by(text, anchor.mention) and STOP.search(between):
        return True  # 2024年まで首位だった。前年の1.8倍になった
    if not is_target(text, anchor.mention):
        return False
    tense = tense_at(text, here.mention.start, here.mention.end)
    return tense == "past" or (not tense and bool(STOP.search(between)) and not here.mention.relation.steps)


def _is_state_before(text: str, anchor: Anchor) -> bool:
    """Say whether a date only goes back from the one told, for what had come about by then (前年には…辞めている)."""
    relation = anchor.mention.relation
    return relation.anchor == "text" and relation.steps < 0 and bool(_HAS_BEEN.match(text, anchor.mention.end))


_HAS_BEEN = re.compile(r"(?:に|には|にも|にすでに)[^。\n]{1,80}[てで]いる。")


_CLOSES = re.compile(r"(?:である|であった|だった|だ|です|でした)。[^。\n]*\Z")


def _is_passing(text: str, anchor: Anchor, here: Anchor) -> bool:
    """Say whether a date by its distance from now (昨年) is only what the sentence before was about."""
    between = text[anchor.mention.end : here.mention.start]
    relation = anchor.mention.relation
    back = here.mention.relation
    if back.anchor == "text" and back.unit == relation.unit and not back.steps and not back.after:
        return False  # 同年 takes up the very word (昨年)
    if relation.anchor != "now" or anchor.first.day is not None or _CLOSES.match(between):
        return False  # 同意したのは昨年10月である。翌月…: it is what the sentence tells
    # What is to come is said of one clause, 先月 and 昨年 of one sentence.
    return "。" in between or (relation.unit == "year" and relation.steps > 0 and len(between) > _CLAUSE)
