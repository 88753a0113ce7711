"""Whether it is not known of what day a word is said that is counted from now (昨年, 3年前, 年内).

Invariant: a word is open where it may be said of another day than the text's own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.structure.dates.anchors import Anchor
from corpus.structure.dates.enclosing import OUTSIDE
from corpus.structure.dates.frames import Frame, is_of_writer
from corpus.structure.dates.mentions import DateMention
from corpus.structure.dates.parts import Parts, step
from corpus.structure.tense import tense_at

_MOST_ANCHORS = 200  # to look back over within a paragraph
# 先月だけで四人に上り候: from a letter of another time, in a text of today
_OLD_VOICE = re.compile(r"(?<=[ぁ-ん])候(?=[ふひへはう。、」也得間処]|ども|べ)")
_SENTENCE = 40  # characters on from a word
_BARE = re.compile("(?:月|年度?)末")
_MODERN = 1950  # from when on nobody writes so


def is_open_now(text: str, here: Anchor, anchors: Sequence[Anchor], frame: Frame) -> bool:
    """Say whether it is not known of what day a word is said that is counted from now."""
    mention, relation = here.mention, here.mention.relation
    old = _OLD_VOICE.search(text, mention.end, mention.end + _SENTENCE) and (frame.now.year or 0) >= _MODERN
    if old or (frame.looks_back and (here.quote != OUTSIDE or not is_of_writer(text, mention))):
        return True
    if is_named_day(mention):
        return not frame.news or here.quote != OUTSIDE or not _is_near(here, anchors, frame.now)
    if relation.part == "ago":
        return _told_then(text, here, anchors)
    if relation.part == "within":
        return not _is_ahead_of_now(text, here)
    if relation.ahead:
        planned = tense_at(text, mention.start, mention.end) in ("planned", "later")
        bare = _BARE.fullmatch(mention.text) and text.startswith("に", mention.end)
        of_now = not bare or _tells_of_now(here, anchors, frame.now)
        return not (planned and of_now) or _is_of_another_year(here, anchors, frame.now)
    pointed = relation.season and mention.text.lower().startswith(("この", "this"))
    return bool(pointed) and _is_of_another_year(here, anchors, frame.now)


def is_named_day(mention: DateMention) -> bool:
    """Say whether a mention is a day of the week that stands alone (on Monday)."""
    return mention.relation.part.startswith(("past ", "coming "))


def _is_near(here: Anchor, anchors: Sequence[Anchor], now: Parts) -> bool:
    """Say whether all that a paragraph tells before a mention is of about the text's own day."""
    if None in now:
        return False
    months = {step(now, "month", steps) for steps in (-1, 0, 1)}
    told = (one for one in anchors[-_MOST_ANCHORS:] if one.paragraph == here.paragraph)
    return all(Parts(*one.first[:2]) in months for one in told)


def _is_ahead_of_now(text: str, here: Anchor) -> bool:
    """Say whether a sentence tells of what is still to come when it is written, or may do so: 年底前, 연내."""
    tense = tense_at(text, here.mention.start, here.mention.end)
    return tense in ("planned", "later") or (not tense and "年内" not in here.mention.text)


def _tells_of_now(here: Anchor, anchors: Sequence[Anchor], now: Parts) -> bool:
    """Say whether the paragraph has told of the running month or year or of what follows, and of no other time.

    月末に is of every month, where it is not said what month is meant.
    """
    told = [one for one in anchors[-_MOST_ANCHORS:] if one.paragraph == here.paragraph]
    size = 2 if here.mention.relation.unit == "month" else 1
    own = any(one.mention.relation.anchor == "now" and one.mention.relation.steps >= 0 for one in told)
    return own and all(one.first[:size] == now[:size] for one in told)


def _is_of_another_year(here: Anchor, anchors: Sequence[Anchor], now: Parts) -> bool:
    """Say whether the paragraph tells of another year than that of the text's own day before a mention."""
    told = (one for one in anchors[-_MOST_ANCHORS:] if one.paragraph == here.paragraph)
    return any(one.first.year not in (None, now.year) for one in told)


def _told_then(text: str, here: Anchor, anchors: Sequence[Anchor]) -> bool:
    """Say whether a sentence has told of another time before it says 3年前: that may be counted from there.

    English has another word for that (earlier).
    """
    if here.mention.text.isascii():
        return False
    begin = max(text.rfind(sign, 0, here.mention.start) for sign in "。\n") + 1
    return any(one.mention.start >= begin and one.first != Parts() for one in anchors[-4:])
