"""In which unit each column of a table is counted, where its caption names several (単位：千人、%; 백만 원, %).

Invariant: only closed classes are listed (words for ratios, for money, for what state a figure is in); a column that
none of the units printed suits has none.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from corpus.structure.captions import unit_of
from corpus.structure.unit_order import in_order, is_money, is_money_unit
from corpus.structure.units import MONEY, unit_at

_LISTED = re.compile(r"(?:単位|單位|单位|단위|\b[Uu]nits?)\s*[:：;=]?\s*(?P<units>[^）)\]］\n]+)")
_PARTS = re.compile(r"\s*(?:[、,，;；]|及び|및|\band\b)\s*")
_NAMED = re.compile(r"(?P<name>[^はのみ\s:：]{1,12}?)(?:は|のみ|[:：])\s*(?P<unit>\S.*)")  # ヘクタール、交付金は百万円
_RATIO = re.compile(
    r"[比率]$|比[（(]|割合|シェア|構成|伸び(?:率)?$|占比|比重|同比|环比|環比|比例|비중|비율|[율률]$|대비|[%％]"
    r"|\b(?:share|ratio|percent(?:age)?|growth|change)\b",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"[%％‰]|percent|per cent|パーセント|퍼센트|百分", re.IGNORECASE)
# What state a figure is in, printed where a unit might be: 令和5年度（実績）.
_STATE = re.compile(
    r"実績値?|目標値?|見込み?値?|見通し|予定|計画値?|予測値?|推計値?|推定|速報値?|確報値?|確定値?|暫定値?|参考値?|予算|決算|累計|合計|平均"
    r"|実数|前年度?|前回|前期|前月|当年度?|当初|改定後?|実质|预计|目标|实际|计划|初步|목표|실적|계획|잠정|확정|예상|추정"
    r"|actual|target|planned|plan|estimated?|forecast|provisional|preliminary|revised|projected|total|average",
    re.IGNORECASE,
)

_TIME = re.compile(
    r"(?:(?:(?:令和|平成|昭和|大正|明治)[\d元０-９]{1,2}|[RHSＲＨＳ]?[\d０-９]{1,4})\s*(?:年度?|년도?)?(?:[\d０-９]{1,2}\s*[月월])?末?"
    r"|[\d０-９]{1,2}\s*[月월]末?)"
)
_TIMES = re.compile(rf"{_TIME.pattern}(?:\s*(?:[-–—~〜～至]|から|부터)\s*{_TIME.pattern})?")  # 7～11年度
_COUNTED = re.compile(
    r"(?P<by>人|名|户|戸|世帯|件|社|店|校|隻|艘|台|団体|家|团体|所)数[量]?$"
)  # 件数: cases, not money


def column_units(
    header: Sequence[str], caption: str, line: str = "", figures: Collection[int] | None = None
) -> tuple[str, ...]:
    """Return the unit of each column: that of its own brackets, else which of those the caption or unit line fits it.

    A unit that is given to what the column is called (搬出率は％) fits before any other. ``figures`` are the columns
    that hold figures, where that is known: units of which none is told by a name are in the order of these.

    Empty where a column names its own state or is a ratio and no percentage is printed.
    """
    several = _several(line) or _several(caption)
    whole = "" if several and all(map(_NAMED.fullmatch, several)) else unit_of(caption, (), line)
    named = named_units(caption, line)
    described = _described(header)
    units = [
        named.get(name.strip()) or _of_column(_BRACKETS.sub("", name) if column in described else name, several, whole)
        for column, name in enumerate(header)
    ]
    plain = [unit for unit in several if not _NAMED.fullmatch(unit) and not _PERCENT.search(unit)]
    asking = [
        column
        for column, name in enumerate(header)
        if (column in figures if figures is not None else column)
        and not (own_unit(name) or name.strip() in named or _RATIO.search(name.strip()))
    ]
    if len(plain) > 1 and not all(is_time(header[c]) for c in asking):
        for column, unit in zip(asking, in_order([header[c].strip() for c in asking], plain), strict=True):
            units[column] = unit if unit is not None else units[column]
    return tuple(units)


def row_unit(name: str, caption: str, line: str = "") -> str:
    """Return which of several units suits what a row is called, where the columns are times (구분 2021년 2022년)."""
    several = _several(line) or _several(caption)
    return _of_column(name.strip(), several, unit_of(caption, (), line)) if len(several) > 1 else ""


def _described(header: Sequence[str]) -> frozenset[int]:
    """Return the columns that are one of a kind, and whose brackets say which (A案（西埠頭）, B案（併用）)."""
    found: dict[str, list[tuple[int, str]]] = {}
    for column, name in enumerate(header):
        if (unit := own_unit(name)) and not _is_unit(unit):
            found.setdefault(_ENUMERATED.sub("", name.replace(unit, "", 1)), []).append((column, unit))
    return frozenset(column for kind in found.values() if len({unit for _, unit in kind}) > 1 for column, _ in kind)


_ENUMERATED = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ\d０-９一二三四五六七八九十甲乙丙丁①-⑨]")  # what one of a kind is called by


def is_time(name: str) -> bool:
    """Say whether a column is called by a year or month alone, which its rows give figures of."""
    return bool(_TIME.fullmatch(name.strip()))


def named_units(caption: str, line: str = "") -> dict[str, str]:
    """Return the units that a caption gives to what it names (交付金は百万円)."""
    return {
        match["name"]: match["unit"].strip()
        for part in _several(line) or _several(caption)
        if (match := _NAMED.fullmatch(part))
    }


def says_state(name: str) -> bool:
    """Say whether the brackets of a column's name say what state its figures are in (実績, 見込み, provisional)."""
    return bool(_STATE.fullmatch(unit_of("", ("", name))))


def own_unit(name: str) -> str:
    """Return the unit in a column's name: in its brackets, behind a comma, or the name itself (トン, 百万円).

    Nothing where the brackets say of what state or time the figures are; those of an upper name (金額（百万円） 2023年)
    are the unit of what stands below it, where they hold a known one or the lower name is a time.
    """
    if unit := unit_of("", ("", name)):
        return "" if _STATE.fullmatch(unit) or _TIMES.fullmatch(unit) or _is_share(unit) else unit
    if (upper := _UPPER.match(name.strip())) and not _RATIO.search(upper["lower"]):
        unit, lower = unit_of("", ("", upper["upper"])), upper["lower"].strip()
        timed = _TIMES.fullmatch(lower) and not (_STATE.fullmatch(unit) or _TIMES.fullmatch(unit) or _is_share(unit))
        return unit if unit and (_is_whole(unit) or timed) else ""
    behind = _BEHIND_COMMA.search(name.strip())
    if behind and _is_whole(behind["unit"]):
        return behind["unit"]
    below = _BELOW.search(name.strip())
    if below and _is_whole(below["unit"], named=True):
        return below["unit"]
    return name.strip() if _is_whole(name.strip(), named=True) else ""


_UPPER = re.compile(r"(?P<upper>[^（）()［］]*[（(［][^（）()［］]*[）)］])\s+(?P<lower>[^（）()［］]+)")
_BEHIND_COMMA = re.compile(r"[、，]\s?(?P<unit>[^、，\s]+)$")
_BELOW = re.compile(r"(?<=\S[^\x00-\x7f\s]) (?P<unit>[^、，\s]+)$")  # 金額 千円, two rows of names; not 氏 名


def is_unit_name(words: str) -> bool:
    """Say whether words are nothing but a known unit, or stand in brackets as one does (件, （トン）)."""
    bare = words.strip()
    inner = re.fullmatch(r"[（(［\[](?P<unit>[^（）()［］\[\]]{1,12})[)）\]］]", bare)
    return bool(inner and own_unit(bare)) or _is_whole(bare, named=True)


def _is_share(words: str) -> bool:
    """Say whether words in brackets say to what figures are held (前年比) and not in what they are counted."""
    return bool(_RATIO.search(words)) and not _PERCENT.search(words)


def _is_whole(words: str, *, named: bool = False) -> bool:
    """Say whether words are nothing but a known unit; ``named``: as what a column is called."""
    bare = _SCALE.sub("", words)
    name, end = unit_at(bare, 0)
    whole = bool(bare and name and end == len(bare)) or words in ("％", "%")
    return whole and (not named or name in _NAMES_COLUMN or words in ("％", "%"))


# What a column may be called by that holds so many of it; others (年, 位, 回, 号) may tell which one.
_MEASURES = frozenset({"percent", "tonne", "kg", "g", "sqm", "km", "m", "hectare", "barrel", "hour"})
_COUNTERS = frozenset("枚本校票席冊頭匹戸棟便") | {"世帯", "person", "vehicle", "ship", "case", "company"}
_NAMES_COLUMN = MONEY | _MEASURES | _COUNTERS


def own_units(header: Sequence[str]) -> list[str]:
    """Return the unit in the brackets of each column's name; nothing where they tell one of a kind from another."""
    described = _described(header)
    return ["" if column in described else own_unit(name) for column, name in enumerate(header)]


def unit_of_name(name: str) -> str:
    """Return the known unit in the brackets of a row's name (合計（百万円）); nothing where they say something else."""
    unit = own_unit(name)
    return unit if unit and _is_unit(unit) else ""


def _several(text: str) -> list[str]:
    """Return the units that a unit line lists: its first words, and what else in it is known to be one (not 税抜)."""
    match = _LISTED.search(text)
    if match is None:
        named = [part for part in _PARTS.split(unit_of(text, ()).strip()) if part]
        return named if len(named) > 1 and all(_gives_unit(part) for part in named) else []
    parts = [part for part in _PARTS.split(match["units"].strip()) if part]
    return [part for i, part in enumerate(parts) if not i or _is_unit(part) or _NAMED.fullmatch(part)]


def _gives_unit(words: str) -> bool:
    """Say whether words give a known unit to what a column is called, without 単位 before them (数量：トン)."""
    match = _NAMED.fullmatch(words)
    return match is not None and _is_unit(match["unit"])


def table_unit(header: tuple[str, ...], caption: str, line: str = "", figures: Collection[int] | None = None) -> str:
    """Return the unit of a table: all that its unit line or caption lists, where that lists nothing else.

    Where they print none, the units of its columns; ``figures`` are those that hold figures, where that is known.
    """
    for text in (line, caption):
        match, several = _LISTED.search(text), _several(text)
        plain = match is not None and not any(_NAMED.fullmatch(unit) for unit in several)
        if match and plain and 1 < len(several) == len(_PARTS.split(match["units"].strip())):
            return match["units"].strip()
    if whole := unit_of(caption, (), line):
        return whole
    own = [
        unit
        for column, (name, unit) in enumerate(zip(header, own_units(header), strict=True))
        if column and unit and (unit != name.strip() or (figures is not None and column in figures))
    ]
    return ", ".join(dict.fromkeys(own))


def _is_unit(words: str) -> bool:
    return bool(_PERCENT.search(words) or is_money_unit(words) or unit_at(words, 0)[0])


_BRACKETS = re.compile(r"\s*[（(][^（）()]*[）)]\s*$")


def _of_column(name: str, several: Sequence[str], whole: str) -> str:
    name = name.strip()
    if own := own_unit(name):
        return own
    units = [unit for unit in several if not _NAMED.fullmatch(unit)] or [whole]
    percent = [unit for unit in units if _PERCENT.search(unit)]
    if _RATIO.search(name):
        return percent[0] if percent else ""
    others = [unit for unit in units if unit not in percent]
    if not others:
        return units[0]
    money = [unit for unit in others if is_money_unit(unit)]
    if money and is_money(name):
        return money[0]
    fit = next((unit for unit in others if unit not in money), others[0])
    return "" if _counts_otherwise(name, fit) else fit


def _counts_otherwise(name: str, unit: str) -> bool:
    """Say whether a column is called by what it counts (社员户数) and the unit is of money, or of an unknown kind."""
    counted = _COUNTED.search(name)
    bare = _SCALE.sub("", unit)
    other = bool(bare) and (is_money_unit(unit) or unit_at(bare, 0)[1] < len(bare))
    return counted is not None and other and counted["by"] not in bare


_SCALE = re.compile(r"^[十百千万億亿兆]+")
