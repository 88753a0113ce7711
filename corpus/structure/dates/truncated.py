"""Complete a date that is printed without its year, or without year and month.

Invariant: what is printed stays; a date that may be meant in two ways stays as printed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from corpus.structure.dates.anchors import Anchor, candidates, is_hidden
from corpus.structure.dates.asides import in_course
from corpus.structure.dates.background import STOP, is_target
from corpus.structure.dates.chains import is_left_behind
from corpus.structure.dates.enclosing import OUTSIDE
from corpus.structure.dates.events import counted_to
from corpus.structure.dates.frames import Frame
from corpus.structure.dates.lookback import without_look_backs
from corpus.structure.dates.mentions import DateMention
from corpus.structure.dates.nearest import around, is_long_past, soon
from corpus.structure.dates.parts import Parts, Unit, is_later, step
from corpus.structure.dates.weekdays import on_weekday
from corpus.structure.tense import PAST_KO, Tense, tense_at

_EACH_YEAR = re.compile(r"(?:(?:毎年|各年|每年)度?[の的]?|매년|[Ee]very|[Ee]ach)\s?\Z")
_OF_YEAR = re.compile(r"(?:年度?[の的]|[연년]도의\s?|해의\s?)\Z")
_OF_YEAR_EN = re.compile(r"\sof (?:the|each|every|any|a given|an?)\s(?:[a-z]+\s){0,2}year\b")
_REPORTED = re.compile(rf"[^。\n]*(?:た|んだ|[{PAST_KO}]다)[」』”\"]?(?:[。.]|\Z)")
_MONTHS = 12
_STAMP = re.compile(
    r"\s?(?:\d{1,2}[:：時시]\s?\d{0,2}分?\s?)?(?:に?更新|改訂|追記|수정|갱신)"
)  # of the line that says of what day
_CAPTION = re.compile(
    r"[\s［\[（(【■▲▼〈]*(?:写真|図|撮影|사진|图片?|Photo)[^。\n]*(?:\n|\Z)|"
    r"[^。\n]*(?:撮影|写真提供|提供|촬영|제공|摄|攝)[）)］\]】〉]*[。.]?\s*(?:\n|\Z)"
)
# 展示は10月5日から11月4日まで。 No verb tells when, and what is over would have one.
_RUNS = re.compile(r"(?:まで|から)(?:です|である|だ|と(?:なっている|なっています|なる|なります))?(?=[。（(」\n]|\Z)")
_REACH = 120  # characters from a month to the next one of its sentence
_NEXT_MONTH = re.compile(r"(?<![\d年년.])(?P<month>\d{1,2})\s?[月월](?!間|간|号|호)")


class _Sentence(NamedTuple):
    """How a sentence speaks of a date: its tense, and whether it reports a plan.

    ``of_anchor``: the date before stands in it, ``attributed``: as a word to another (今年度の受付).
    """

    tense: Tense
    of_anchor: bool
    reported: bool
    attributed: bool


def truncated(text: str, here: Anchor, anchors: Sequence[Anchor], printed: Parts, frame: Frame) -> Parts:
    """Complete a date that is printed without its year, or without year and month."""
    mention = here.mention
    if _is_generic(text, here, anchors):
        return printed
    sure = counted_to(text, mention.start, anchors, printed) or on_weekday(text, mention.end, printed, frame.limit)
    if sure is None and printed.month and anchors and _is_of_year_ago(text, anchors[-1], mention):
        sure = printed._replace(year=anchors[-1].first.year)
    if sure is not None:
        return sure
    tense = tense_at(text, mention.start, mention.end)
    unit: Unit = "year" if printed.month else "month"
    told, looking_back = without_look_backs(text, here, list(islice(candidates(text, here, anchors, unit), 4)))
    before, _ = in_course(text, here, told, unit, frame.limit)
    if looking_back or (before and is_left_behind(text, before[0], here, unit, frame.limit)):
        return printed
    if not before:
        return _alone(text, here, anchors, printed, frame)
    anchor = before[0]
    if _STAMP.match(text, mention.end) and "\n" not in text[anchor.mention.end : mention.start]:
        return printed._replace(year=anchor.last.year, month=printed.month or anchor.last.month)
    same = STOP.search(text, anchor.mention.end, mention.start) is None
    attributed = text.startswith(("の", "的", "의"), anchor.mention.end)
    if tense == "later" and text.startswith("にも", mention.end):  # 7月にも開かれる: as soon as that
        tense = "planned"
    reported = bool(_REPORTED.match(text, mention.end))
    tense = "planned" if tense == "then" else tense
    return _after(anchor, printed, frame, _Sentence(tense, same, reported, attributed))


def _is_of_year_ago(text: str, anchor: Anchor, mention: DateMention) -> bool:
    """Say whether a date stands right behind the year that it is of, which is counted from now (两年前的10月1日)."""
    ago = anchor.mention.relation.part == "ago" and anchor.mention.relation.unit == "year" and anchor.first.year
    return bool(ago) and text[anchor.mention.end : mention.start] in ("的", "の")


def _alone(text: str, here: Anchor, anchors: Sequence[Anchor], printed: Parts, frame: Frame) -> Parts:
    """Complete a truncated date before which its paragraph gives none, from the day of publication."""
    mention = here.mention
    if (said := _just_said(text, here, anchors, printed)) is not None:
        return said
    tense = tense_at(text, mention.start, mention.end)
    if tense == "then":  # what would be may be past by now, unless it cannot
        coming = around(printed, frame.limit, "later")
        return coming if is_later(coming, frame.limit) else printed
    ahead = tense in ("planned", "later")
    told_of = printed.month is None and not _is_news(text, anchors, frame.limit, printed)
    if told_of or (not ahead and (_follows_quote(here, anchors, frame.limit) or _is_of_either_time(printed, frame))):
        return printed
    told = None if tense == "planned" else _told(printed, frame)
    if tense == "later" and is_target(text, mention):
        tense = "planned"  # 3月までに終える: that month is not over
    running = soon(printed, frame.limit) if not tense and _RUNS.match(text, mention.end) else None
    return told or running or _before_next(text, mention, printed, frame.limit, around(printed, frame.limit, tense))


def _just_said(text: str, here: Anchor, anchors: Sequence[Anchor], printed: Parts) -> Parts | None:
    """Return a day of the month that the sentence before tells from now (来月に始まる。初回は3月4日), or None."""
    last = anchors[-1] if anchors else None
    if (
        last is None
        or printed.month is None
        or printed.day is None
        or last.paragraph != here.paragraph
        or last.mention.relation.anchor != "now"
    ):
        return None
    beside = len(STOP.findall(text, last.mention.end, here.mention.start)) <= 1 and not is_hidden(last, here)
    return printed._replace(year=last.first.year) if beside and last.first.month == printed.month else None


def _before_next(text: str, mention: DateMention, printed: Parts, limit: Parts, guess: Parts) -> Parts:
    """Return a past month in the year of the later month that its sentence tells next (6月の雨で10月まで)."""
    stop = STOP.search(text, mention.end, mention.end + _REACH)
    following = _NEXT_MONTH.search(text, mention.end, stop.start() if stop else mention.end + _REACH)
    if following is None or guess.year is None or printed.day is not None:
        return guess
    later = Parts(month=int(following["month"]))
    if (later.month or 0) <= (printed.month or 0) or (later.month or 0) > _MONTHS:
        return guess
    year = around(later, limit, tense_at(text, following.start(), following.end())).year
    if is_later(guess, limit):  # 5月の雨で9月に: the predicate may be that of the later one alone
        return printed if year is not None and year < guess.year and text.startswith("の", mention.end) else guess
    return guess if year is None or year > guess.year else guess._replace(year=year)


def _is_generic(text: str, here: Anchor, anchors: Sequence[Anchor]) -> bool:
    """Say whether a month is one of every year, or of a year that is named by what it is (申請した年度の2月)."""
    start = here.mention.start
    if _EACH_YEAR.search(text, max(start - 6, 0), start) or _OF_YEAR_EN.match(text, here.mention.end):
        return True
    owner = _OF_YEAR.search(text, max(start - 6, 0), start)
    return owner is not None and not any(one.mention.end > owner.start() for one in anchors[-1:])


def _is_of_either_time(printed: Parts, frame: Frame) -> bool:
    """Say whether a text tells of an earlier time and of its own, and names no year with that month."""
    same_month = any(parts.month == printed.month and parts.year for parts in frame.told)
    return frame.looks_back and frame.own and not same_month


def _follows_quote(here: Anchor, anchors: Sequence[Anchor], limit: Parts) -> bool:
    """Say whether the nearest year before a date of its paragraph was told in a quote, so that it may be of that."""
    told = [one for one in anchors[-4:] if one.paragraph == here.paragraph and one.first.year]
    return bool(told) and OUTSIDE != told[-1].quote < here.mention.start and told[-1].first.year != limit.year


def _after(anchor: Anchor, printed: Parts, frame: Frame, sentence: _Sentence) -> Parts:
    """Complete a truncated date from the date before it in its paragraph."""
    tense = sentence.tense
    if printed.month is not None and anchor.first.year != anchor.last.year:
        return _in_two_years(anchor, printed, sentence, frame.limit)
    base = anchor.last
    guess = printed._replace(year=base.year, month=printed.month or base.month)
    if guess.year and (base.month or 0) >= 11 and (guess.month or 12) <= 2:
        later = guess._replace(year=guess.year + 1)
        guess = later if not is_later(later, frame.limit) or tense in ("planned", "later") else guess
    if guess.year and tense == "planned" and printed.month and is_later(base, guess):
        guess = guess._replace(year=guess.year + 1)
    if not sentence.of_anchor and (apart := _planned_apart(anchor, guess, printed, frame, sentence)) is not None:
        return apart
    if is_later(base, frame.limit) and tense == "past":
        return around(printed, frame.limit, tense)
    if not is_later(guess, frame.limit) or is_later(base, frame.limit) or tense in ("planned", "later"):
        return guess
    if tense != "past":
        return printed
    return _told(printed, frame) or around(printed, frame.limit, tense)


def _in_two_years(anchor: Anchor, printed: Parts, sentence: _Sentence, limit: Parts) -> Parts:
    """Complete a date behind a stretch that lies in two years: a winter, or a year of account."""
    if anchor.mention.relation.season:  # last winter … On 12 May: where that is past
        guess, behind = printed._replace(year=anchor.last.year), (printed.month or 0) < (anchor.first.month or 0)
        return guess if sentence.tense == "past" and behind and not is_later(guess, limit) else printed
    return _in_account_year(anchor, printed, sentence, limit) if sentence.of_anchor else printed


def _is_next_year(anchor: Anchor) -> bool:
    """Say whether a date is one of a coming year that is told from now (来年10月1日)."""
    relation = anchor.mention.relation
    return relation.anchor == "now" and relation.unit == "year" and relation.steps > 0


def _planned_apart(anchor: Anchor, guess: Parts, printed: Parts, frame: Frame, sentence: _Sentence) -> Parts | None:
    """Return a date that is to come and so may not be of the year of the sentence before; None where it is.

    As printed where it may be meant in two ways: after another plan without its year, in what was planned before.
    """
    if _is_next_year(anchor) and (next_one := soon(printed, frame.limit)) is not None:
        return next_one
    if sentence.tense == "later" and is_long_past(guess, frame.limit):
        return printed
    if sentence.tense != "planned":
        return None
    stated = anchor.mention.stated_year or anchor.mention.relative
    if not stated and is_later(anchor.last, frame.limit) and around(printed, frame.limit, "planned") != guess:
        return printed
    if is_long_past(guess, frame.limit):
        return printed if sentence.reported else around(printed, frame.limit, "planned")
    return None


def _in_account_year(anchor: Anchor, printed: Parts, sentence: _Sentence, limit: Parts) -> Parts:
    """Return the one day of a year of account that reads as printed (昨年度は7月に); as printed of another stretch."""
    first, last = anchor.first, anchor.last
    if first.year is None or first.month is None or last != step(first, "month", 11):
        return printed
    guess = printed._replace(year=first.year + ((printed.month or 0) < first.month))
    this_year = anchor.mention.relation.fiscal and not anchor.mention.relation.steps
    ahead = sentence.tense in ("planned", "later") and not is_later(limit, guess)
    if sentence.attributed and not (this_year and ahead):
        return printed  # 2024年度の予算は3月に決まった: before that year began
    return printed if sentence.tense == "past" and is_later(guess, limit) else guess


def _is_news(text: str, anchors: Sequence[Anchor], limit: Parts, printed: Parts) -> bool:
    """Say whether a bare day is counted from the day of publication, as news do.

    It is where no day of another month was told before it, or where another bare day was counted so. The day on which
    a picture was taken tells nothing.
    """
    months = {limit[:2], around(printed, limit, "past")[:2]}
    told = [one for one in anchors if OUTSIDE == one.bracket == one.quote and one.last.day and one.last.year]
    told = [anchor for anchor in told if not _CAPTION.match(text, text.rfind("\n", 0, anchor.mention.start) + 1)]
    bare = any(re.fullmatch(r"\d{1,2}\D", anchor.mention.text) and anchor.last[:2] in months for anchor in told)
    return not told or bare or told[-1].last[:2] in months


def _told(printed: Parts, frame: Frame) -> Parts | None:
    """Return the date in the year that a text which looks back tells of; where it has no date, in the one it names."""
    years = sorted({parts.year for parts in frame.told if parts.year})
    if printed.month is None or not (frame.looks_back or (frame.limit.year is None and len(years) == 1)):
        return None
    same_month = [parts.year for parts in frame.told if parts.month == printed.month and parts.year]
    return printed._replace(year=max(same_month or years))
