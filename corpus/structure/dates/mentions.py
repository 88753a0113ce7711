"""What is read where a date is printed: its place in the text, its parts, and what it hangs on.

Invariant: a `Found` holds what is printed and nothing that only its context tells.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from corpus.structure.dates.parts import Parts, Unit, month_and_day


@dataclass(frozen=True, slots=True)
class Relation:
    """How a mention hangs on another date: ``steps`` units away from ``anchor``.

    ``anchor``: "text" is the nearest date before it, "now" the day of publication, "" none. ``reach`` lets the anchor
    stand in the paragraph before (この前日). ``after`` asks for the first such month after the anchor (翌10月).
    ``near`` wants the anchor in the same sentence, or in the one before where ``reach`` points there (その3日後).
    ``of_event``: only the event that is named right before it can be its anchor (취임 다음 달). ``fiscal``: the year
    is one of account (来年度), which begins in April in Japan. ``part`` is what of the period is meant: "week" (all of
    it, Monday first), "0" to "6" (a day of the week), "weekend", "end" (its last day), a third of a month by its first
    sign (上), of a year "within" (some time until its end), "half 1" or "half 2", "span" of what is longer than a
    year, "past" and "coming" with a day of the week that stands alone, and "last" with the day of a week or
    the decade of a century. ``ahead``: it is of the running year only where its sentence tells of what is to come.
    """

    anchor: Literal["", "text", "now"] = ""
    unit: Unit = "year"
    steps: int = 0
    reach: bool = False
    after: bool = False
    near: bool = False
    of_event: bool = False
    fiscal: bool = False
    part: str = ""
    ahead: bool = False
    season: int = 0  # the first month of the season of the year that is meant


@dataclass(frozen=True, slots=True)
class DateMention:
    """One date as printed at ``text[start:end]``.

    ``value`` and ``until`` (the end of a range, else empty) are ISO 8601 as precise as known. ``relative``: the
    mention is stated by its distance from another date (翌月, 昨年6月). ``stated_year``: its year is printed.
    """

    start: int
    end: int
    text: str
    value: str
    until: str
    relative: bool
    stated_year: bool
    relation: Relation = field(default=Relation(), repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Found:
    """A date before its place in the text is added."""

    end: int
    first: Parts
    last: Parts | None = None
    relation: Relation = Relation()


def join(found: Found, following: Found | None) -> Found:
    """Return the range from ``found`` to ``following``, if they are the ends of one; else ``found`` alone.

    The second end takes its month from the first (9月3日から5日), and its year so that it is not the earlier one.
    """
    if following is None or following.last is not None or following.relation.anchor:
        return found
    first, last = found.first, following.first
    if (first.month is None, first.day is None) != (last.month is None, last.day is None) and last.year is None:
        if last.month is not None or first.day is None:
            return found
    elif (first.month is None, first.day is None) != (last.month is None, last.day is None):
        return found
    if last.month is None:
        last = last._replace(month=first.month)
    if last.year is None and first.year is not None:
        last = last._replace(year=first.year + (month_and_day(last) < month_and_day(first)))
    return Found(following.end, first, last, found.relation)
