"""Holidays that fall on one day of our calendar every year, behind the word for a year: 去年国庆节, 昨年のクリスマス.

Invariant: a feast of the lunar calendar is none of them; 清明, which is on the 4th, 5th or 6th, tells the month alone.
"""

from __future__ import annotations

import re

from corpus.structure.dates.parts import Parts

_DAYS = {
    "元旦": (1, 1), "元日": (1, 1), "清明节": (4, None), "清明節": (4, None), "清明": (4, None), "劳动节": (5, 1),
    "勞動節": (5, 1), "五一": (5, 1), "儿童节": (6, 1), "兒童節": (6, 1), "教师节": (9, 10), "国庆节": (10, 1),
    "國慶節": (10, 1), "国庆": (10, 1), "圣诞节": (12, 25), "聖誕節": (12, 25), "クリスマスイブ": (12, 24),
    "クリスマス・イブ": (12, 24), "クリスマス": (12, 25), "大晦日": (12, 31), "大みそか": (12, 31),
    "憲法記念日": (5, 3),
    "こどもの日": (5, 5), "文化の日": (11, 3), "勤労感謝の日": (11, 23), "삼일절": (3, 1), "어린이날": (5, 5),
    "현충일": (6, 6), "제헌절": (7, 17), "광복절": (8, 15), "개천절": (10, 3), "한글날": (10, 9), "성탄절": (12, 25),
    "크리스마스": (12, 25),
}  # fmt: skip
_HOLIDAY = re.compile(rf"\s?の?(?P<name>{'|'.join(sorted(_DAYS, key=len, reverse=True))})(?![前後后]|まで|以)")


def holiday_at(text: str, at: int) -> tuple[int, Parts] | None:
    """Return where the holiday ends that is named behind a year, and its month and day; None where there is none."""
    match = _HOLIDAY.match(text, at)
    return (match.end(), Parts(None, *_DAYS[match["name"]])) if match else None
