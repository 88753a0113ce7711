"""The part of time that a year stands for with the word beside it: 2019年度, 2021年末, 2022年秋, the end of 1980.

Invariant: only a year that is known becomes a part of it; a year of account that is told by its
distance from another (来年度) is read elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.structure.dates import english
from corpus.structure.dates.mentions import DateMention
from corpus.structure.dates.parts import read_iso, step, to_iso
from corpus.structure.dates.weeks import SEASONS

_BEHIND = re.compile(
    r"(?P<end>の?(?:年?末(?![日広])|暮れ)|年?底(?![层部下子])|\s?말(?:(?![가-힣]{2})|(?=까지|부터)))"
    r"|[の的]?(?P<season>[春夏秋冬])(?:季|天)?(?![一-鿿])"
    r"|の?(?P<half>前半|上半期|上半年|上期|後半|下半期|下半年|下期)(?!戦|生)"
    r"|の?第?(?P<quarter>[1-4一二三四])(?:四半期|季度)|前(?P<quarters>[二三])季度"
    r"|\s?(?P<khalf>[상하])반기|\s?(?P<kquarter>[1-4])분기"
)
_BEFORE = re.compile(
    r"(?:the\s)?(?:(?P<season>spring|summer|autumn|fall|winter)(?:\sof)?|(?P<end>end)\sof"
    r"|(?P<half>first|second|latter)\shalf\sof|(?P<quarter>first|second|third|fourth|final|last)\squarter\sof"
    r"|Q(?P<q>[1-4])(?:\sof)?)\s\Z",
    re.IGNORECASE,
)
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "latter": 2, "final": 4, "last": 4}
_YEAR_EN = re.compile(r"\d{4}|(?:last|this|next|that|the (?:same|following|next|previous)) year", re.IGNORECASE)
_FISCAL_START = 4  # the month in which a Japanese year of account begins
_YEAR = re.compile(r"(?:[年년해올]|[年年][之以]?[前后後]|년\s?[전뒤후])\Z")
_ACCOUNT = re.compile(r"年度\Z")
_ACCOUNT_END = re.compile(r"の?末(?![日広])")


def stretched(text: str, mention: DateMention, *, japanese: bool) -> DateMention:
    """Return a year with the words beside it that say which part of it is meant, or which year of account."""
    if mention.relation.fiscal and mention.until:
        return _part_of_account(text, mention, int(mention.value[:4])) or mention
    if mention.until or not re.fullmatch(r"\d{4}", mention.value):
        return mention
    year = int(mention.value)
    if _ACCOUNT.search(mention.text):
        return _account(text, mention, year) if japanese and not mention.relative else mention
    if _YEAR_EN.fullmatch(mention.text) and (before := _BEFORE.search(text, max(mention.start - 26, 0), mention.start)):
        return _moved(text, mention, before.start(), mention.end, _part_en(year, before))
    behind = _BEHIND.match(text, mention.end) if _YEAR.search(mention.text) else None
    if behind is None:
        return mention
    return _moved(text, mention, mention.start, behind.end(), _part(year, behind))


def _part_en(year: int, before: re.Match[str]) -> tuple[str, str]:
    """Return both ends of the part of a year that the English words before it mean."""
    if before["season"]:
        return _months(year, english.SEASONS[before["season"].lower()], 3)
    if before["half"]:
        return _months(year, 6 * _ORDINALS[before["half"].lower()] - 5, 6)
    if before["quarter"] or before["q"]:
        return _months(year, 3 * (int(before["q"]) if before["q"] else _ORDINALS[before["quarter"].lower()]) - 2, 3)
    return f"{year}-12", ""


def _part(year: int, behind: re.Match[str]) -> tuple[str, str]:
    """Return both ends of the part of a year that the word behind it means."""
    if behind["end"]:
        return f"{year}-12", ""
    if behind["season"]:
        return _months(year, SEASONS[behind["season"]], 3)
    if behind["half"]:
        return _months(year, 1 if behind["half"][0] in "前上" else 7, 6)
    if behind["khalf"]:
        return _months(year, 1 if behind["khalf"] == "상" else 7, 6)
    if behind["quarters"]:
        return _months(year, 1, 6 if behind["quarters"] == "二" else 9)
    printed = behind["quarter"] or behind["kquarter"]
    quarter = "一二三四".find(printed) + 1 or int(printed)
    return _months(year, 3 * quarter - 2, 3)


def _months(year: int, first: int, count: int) -> tuple[str, str]:
    last = first + count - 1
    return f"{year}-{first:02d}", f"{year + (last > 12)}-{(last - 1) % 12 + 1:02d}"


def _account(text: str, mention: DateMention, year: int) -> DateMention:
    """Return a Japanese year of account, or its last day."""
    if closing := _ACCOUNT_END.match(text, mention.end):
        return _moved(text, mention, mention.start, closing.end(), (f"{year + 1}-03-31", ""))
    whole = replace(mention, value=f"{year}-{_FISCAL_START:02d}", until=f"{year + 1}-{_FISCAL_START - 1:02d}")
    return _part_of_account(text, mention, year) or whole


def _part_of_account(text: str, mention: DateMention, year: int) -> DateMention | None:
    """Return the half or quarter of a year of account that the words behind it mean (2024年度上半期), or None."""
    behind = _BEHIND.match(text, mention.end)
    if behind is None or not (behind["half"] or behind["quarter"]):
        return None
    first, last = (read_iso(value) for value in _part(year, behind))
    moved = (to_iso(step(parts, "month", _FISCAL_START - 1)) for parts in (first, last))
    return _moved(text, mention, mention.start, behind.end(), (next(moved), next(moved)))


def _moved(text: str, mention: DateMention, start: int, end: int, values: tuple[str, str]) -> DateMention:
    return replace(mention, start=start, end=end, text=text[start:end], value=values[0], until=values[1])
