"""Find the quantities a text prints.

Invariant: a quantity is a slice of the text as given with its exact decimal value and one unit name for the same unit
in any language. Units outside the closed table keep their printed counter. Dates and web addresses are never
quantities, nor is what is left of figures among which a letter stands (7,4O0); a bare string of digits is one without
a unit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from corpus.misprints.signs import FIGURES
from corpus.structure.dates import find_dates
from corpus.structure.hangul_numbers import STARTS as HANGUL_STARTS
from corpus.structure.numbers import WORDS, Number, end_of_number, number_at
from corpus.structure.powers import other_powers
from corpus.structure.signs import WEB_ADDRESS, fold_signs
from corpus.structure.units import CURRENCIES, CURRENCY_SIGN, MONEY, UNITS, unit_at


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as printed at ``text[start:end]``, with its unit ("" for none) and, for a range, its ``upper`` end."""

    start: int
    end: int
    text: str
    value: Decimal
    unit: str
    upper: Decimal | None = None


_NO_NUMBER = "\1"  # stands for a sign of figures among which a letter stands, or of which some are raised
_RANGE = re.compile(r"\s?(?:[-~]|から|乃至|ないし|至|到|에서|to)\s?")
_STARTS = re.compile(
    rf"(?:US|HK|A|C)?\$|[€£¥￥₩₽]|\b[A-Z]{{3}} ?(?=\d)|\d|[〇零一二三四五六七八九十百千万两]"
    rf"|\b(?:{'|'.join(WORDS)})\b|{HANGUL_STARTS}",
    re.IGNORECASE,
)

# What may stand before a number in kanji without making a word of it.
_BEFORE_NUMBERS = frozenset("約計共全各同間朝中")
_BEFORE_TENTHS = frozenset("約约有近占超达了少加降升跌涨增减")
# Chinese counters, before which a numeral is one whatever stands in front of it (来自三个渠道).
_CHINESE_COUNTER = re.compile("个|[位名](?=[\u4e00-\u9fff])")
_BEFORE_CHINESE = frozenset("有由和及与對对被是将达为等了过近超逾余至到从自的派请聘选任招")


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Return the quantities printed in ``text``, in order and without overlaps.

    Numbers in kanji or in English words count only before a unit (三日間, six years), because they also make words
    (一方, one). Of a range (3-5位) ``value`` is the lower and ``upper`` the upper end. Ordinals (第3回) are left out,
    except ranks (第3位).
    """
    folded = fold_signs(text)
    taken = [(mention.start, mention.end) for mention in find_dates(text)]
    masked = list(folded)
    for start, end in taken + [match.span() for match in WEB_ADDRESS.finditer(folded)]:
        masked[start:end] = "\0" * (end - start)
    for start, end in [match.span() for match in FIGURES.finditer(folded)] + list(other_powers(folded)):
        masked[start:end] = _NO_NUMBER * (end - start)
    folded = "".join(masked)
    found: list[Quantity] = []
    at = 0
    for start_match in _STARTS.finditer(folded):
        if start_match.start() < at:
            continue
        quantity = _read(text, folded, start_match.start())
        if quantity is not None:
            found.append(quantity)
        at = quantity.end if quantity else end_of_number(folded, start_match.start())
    return tuple(_share_units(text, found))


def around_number(text: str) -> tuple[str, str]:
    """Return what is printed before and after the number of one quantity: ``("$", "")`` of $34 million, 人 of 3万人."""
    folded = fold_signs(text)
    at = _skip_sign(folded, 0)
    number = number_at(folded, at, money=bool(at))
    return text[:at].strip(), text[number.end :] if number else ""


def _read(text: str, folded: str, at: int) -> Quantity | None:
    """Read the quantity at ``at``, or return None when what stands there is part of a word, a code or an ordinal."""
    sign = CURRENCY_SIGN.match(folded, at)
    number = number_at(folded, _skip_sign(folded, at), money=bool(sign))
    if number is None or (not sign and _is_inside(folded, at, number.end)) or _is_cut_off(folded, at, number):
        return None
    low, end, upper = number.value, number.end, None
    unit, stop = unit_at(folded, end)
    to = _RANGE.match(folded, stop)
    second = number_at(folded, _skip_sign(folded, to.end()), bool(sign)) if to and number.figures else None
    if second and second.figures and to and to.start() == end and number.bare:
        low *= second.scale  # 3-4万人
    if second and second.figures and second.value > low:
        unit2, stop2 = unit_at(folded, second.end)
        if unit2 == unit or not unit:
            upper, unit, stop = (second.value, unit2, stop2) if unit2 or sign else (None, unit, stop)
    if sign:
        unit = CURRENCIES.get(sign.group(), "money") if not unit or unit in MONEY else unit
    elif not number.figures and not _is_counted(folded, at, end, unit):
        return None
    if folded[stop : stop + 1] == _NO_NUMBER or (
        stop == end and not sign and re.match(r"[A-Za-z]", folded[end : end + 1])
    ):
        return None
    return Quantity(at, stop, text[at:stop], low, unit, upper)


def _is_cut_off(folded: str, at: int, number: Number) -> bool:
    """Say whether a number runs on into figures that are none (5億2,3OO), or follows them."""
    if _NO_NUMBER in (folded[at - 1 : at], folded[number.end : number.end + 1]):
        return True
    compound = number.figures and not number.bare and folded[number.end - 1].isdigit()
    return compound and re.match(r"[,.]\d", folded[number.end : number.end + 2]) is not None


def _skip_sign(folded: str, at: int) -> int:
    """Return where the number starts after a currency sign at ``at``, if there is one."""
    sign = CURRENCY_SIGN.match(folded, at)
    return at if sign is None else sign.end() + folded.startswith(" ", sign.end())


def _is_inside(folded: str, at: int, end: int) -> bool:
    """Say whether the number at ``at`` is part of a code (AST953, F-15), a fraction (1/3) or an ordinal (第3回)."""
    before = folded[max(at - 2, 0) : at]
    if before.endswith("第"):
        return folded[end : end + 1] not in ("位", "위")
    return bool(re.search(r"[A-Za-z_#]-?\Z|\d[./]?\Z", before)) or bool(re.match(r"/\d", folded[end : end + 2]))


def _is_counted(folded: str, at: int, end: int, unit: str) -> bool:
    """Say whether a number in kanji or words counts something rather than making a word (一部, 三国志, one-sided)."""
    printed, before = folded[at:end], folded[at - 1 : at]
    if not unit or printed.isascii():
        return unit in UNITS or (bool(unit) and printed.lower() != "one")
    if _CHINESE_COUNTER.match(folded, end) and before != "第" and printed not in tuple("一万千百"):
        return len(printed) > 1 or folded[end] == "个" or before in _BEFORE_CHINESE
    return bool(re.match("[가-힣]", printed)) or _is_counted_in_kanji(printed, before, folded[end : end + 2], unit)


def _is_counted_in_kanji(printed: str, before: str, after: str, unit: str) -> bool:
    """Say whether a number in kanji counts what stands after it in a unit."""
    if re.match(r"[一-鿿]", before) and before not in _BEFORE_NUMBERS | _BEFORE_TENTHS:
        return False
    if unit == "tenth":  # 石田三成 is a name
        return not re.match(r"[一-鿿ァ-ヶ]", before) or before in _BEFORE_TENTHS
    if unit == "minute" and after != "分間":
        return False  # 十分 is "enough"
    if printed == "一":
        counted = unit in MONEY | {"month", "hour", "item"} or after in ("年間", "日間", "か国", "カ国")
        return counted or bool(re.match(r"人(?![ひ一-鿿])", after))
    # Counters that with a small kanji numeral rather make a noun (二国間, 三部, 四千米).
    loose = (
        unit in {"copy", "m", "g", "cny", "times", "country", "piece", "fold", "rank", "company"} or unit not in UNITS
    )
    counted = after[:1] in tuple("点冊本枚隻棟頭匹件") and after[1:] in ("", *"のをがはもでとに、。")  # 三点の作品
    return not loose or len(printed) > 1 or counted or after[:1] in tuple("かカヵヶケ箇個个回度つ倍社")


def _share_units(text: str, found: list[Quantity]) -> list[Quantity]:
    """Give the first of two numbers that are counted together (9、10位) the unit of the second."""
    shared = list(found)
    for index in range(len(shared) - 2, -1, -1):
        one, two = shared[index], shared[index + 1]
        if not one.unit and two.unit and text[one.end : two.start] in ("、", "・") and two.text[:1].isdigit():
            shared[index] = replace(one, unit=two.unit)
    return shared
