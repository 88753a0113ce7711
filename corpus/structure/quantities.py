"""Find the quantities a text prints, and the unit a question asks for.

Invariant: a quantity is a slice of the text as given with its exact decimal value (3400万 is 34000000) and one unit
name for the same unit in any language. Units outside the closed table keep their printed counter. Dates and web
addresses are never quantities; a bare string of digits is one without a unit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from corpus.structure.dates import find_dates


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as printed at ``text[start:end]``, with its unit ("" for none) and, for a range, its ``upper`` end."""

    start: int
    end: int
    text: str
    value: Decimal
    unit: str
    upper: Decimal | None = None


# --- numbers ---------------------------------------------------------------------------------------------

_FOLD = str.maketrans(
    {chr(0xFF01 + offset): chr(0x21 + offset) for offset in range(94)}
    | dict.fromkeys("‐‑‒–—―−ｰ", "-")
    | dict.fromkeys("〜∼", "~")
    | {"\u3000": " ", "\u00a0": " "}
)
_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "両": 2, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000, "백": 100, "천": 1000, "십": 10}
_MYRIADS = {"万": 10**4, "萬": 10**4, "만": 10**4, "億": 10**8, "亿": 10**8, "억": 10**8, "兆": 10**12, "조": 10**12}
_SCALES = {"thousand": 10**3, "k": 10**3, "million": 10**6, "m": 10**6, "mn": 10**6, "billion": 10**9, "bn": 10**9}
_SCALES |= {"b": 10**9, "trillion": 10**12, "tn": 10**12}


def _numbered(words: str, start: int, step: int) -> dict[str, int]:
    """Return the words with their values, ``step`` apart."""
    return {word: start + step * n for n, word in enumerate(words.split())}


_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_ONES = _numbered("one two three four five six seven eight nine", 1, 1)
_WORDS = _ONES | _numbered(_TEENS, 10, 1) | _numbered("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10)

_FIGURE = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
_SCALE = r"(?:[十百千십백천](?![克瓦]|米(?!ドル))[万萬億亿兆만억조]*|[万萬億亿兆만억조]+)"
_EASTERN = re.compile(rf"{_FIGURE}\s?{_SCALE}(?:\s?{_FIGURE}\s?{_SCALE})*(?:{_FIGURE})?")
_KANJI = re.compile(r"[〇零一二三四五六七八九十百千万億亿兆两]+")
_WESTERN = re.compile(
    rf"{_FIGURE}(?:\s?(?:thousand|million|billion|trillion)\b|(?:[MBK]|bn|mn|tn|m|k)(?![A-Za-z]))?", re.IGNORECASE
)
_WORD = re.compile(rf"\b(?:{'|'.join(sorted(_WORDS, key=len, reverse=True))})(?:[ -](?:{'|'.join(_ONES)}))?\b", re.I)


def parse_number(text: str) -> Decimal | None:
    """Return the number that ``text`` writes, or None when it is not one number.

    Reads figures with or without separators, full width, kanji (二十六, 二〇二五), mixed (1億2,000万) and English
    (1.2 billion, 34M, twenty-six).
    """
    folded = text.translate(_FOLD).strip()
    low = folded.lower()
    match = re.fullmatch(rf"({_FIGURE})\s?([a-z]+)?", low)
    if match and (match[2] is None or match[2] in _SCALES):
        return _whole(_decimal(match[1]) * _SCALES.get(match[2] or "", 1))
    if low and all(part in _WORDS for part in re.split(r"[ -]", low)):
        return Decimal(sum(_WORDS[part] for part in re.split(r"[ -]", low)))
    return _eastern(re.sub(r"(?<=[^\d.,]) (?=\d)|(?<=\d) (?=\D)", "", folded))


def format_number(value: Decimal) -> str:
    """Return a number in figures with thousands separators, without an exponent or trailing zeros."""
    plain = f"{value:,f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _whole(value: Decimal) -> Decimal:
    """Return a value without the zeros after its point when it is whole (1.2 × 10⁹ is 1200000000)."""
    return value.to_integral_value() if value == value.to_integral_value() else value


def _decimal(figure: str) -> Decimal:
    """Return a figure without its separators."""
    return Decimal(figure.replace(",", ""))


def _eastern(text: str) -> Decimal | None:
    """Return the value of a number in kanji, Hangul scales or a mix of these with figures."""
    if text and all(char in _DIGITS for char in text) and len(text) > 1:
        return Decimal("".join(str(_DIGITS[char]) for char in text))
    total = section = Decimal(0)
    pending: Decimal | None = None
    tokens = re.findall(rf"{_FIGURE}|.", text)
    for token in tokens:
        if token[0].isdigit() and token[0].isascii():
            if pending is not None:
                return None
            pending = _decimal(token)
        elif token in _DIGITS:
            pending = (pending or Decimal(0)) * 10 + _DIGITS[token]
        elif token in _TENS:
            section += (Decimal(1) if pending is None else pending) * _TENS[token]
            pending = None
        elif token in _MYRIADS:
            amount = section + (pending or 0)
            if pending is None and not section:
                amount = Decimal(0 if total else 1)  # 万 alone is ten thousand
            # 万亿 multiplies what stands before it as a whole.
            total = (
                total * _MYRIADS[token]
                if pending is None and not section and total
                else total + amount * _MYRIADS[token]
            )
            section, pending = Decimal(0), None
        else:
            return None
    return _whole(total + section + (pending or 0)) if tokens else None


# --- units -----------------------------------------------------------------------------------------------

_KA = "[かカヵヶケ箇個]"
# Canonical name: what is printed after a number. Longer forms first where one begins another.
_UNITS: dict[str, str] = {
    "usd": r"米?ドル|美元|미국?\s?달러|달러|(?i:(?:US\s|U\.S\.\s)?dollars?|USD)",
    "jpy": r"円(?![形卓滑])|日元|日圓|엔화?|(?i:yen|JPY)",
    "cny": r"人民元|元(?![首帥日来年祖])|人民币|위안|(?i:yuan|renminbi|RMB|CNY)",
    "krw": r"ウォン|韓元|韩元|원(?![정조칙인])|(?i:(?:South Korean\s)?won(?!\s(?:the|a)\b)|KRW)",
    "eur": r"ユーロ|欧元|유로|(?i:euros?|EUR)",
    "gbp": r"英?ポンド|英镑|(?i:pounds sterling|GBP)",
    "rub": r"ルーブル|卢布|루블|(?i:r[ou]+bles?)",
    "percent": r"%|パーセント|퍼센트|프로|(?i:per\s?cent)\b",
    "point": r"ポイント|个百分点|포인트|(?i:(?:percentage )?points?)\b",
    "tonne": r"トン(?!ネル)|t(?![A-Za-z])|吨|噸|톤|(?i:(?:metric )?ton(?:ne)?s?)\b",
    "kg": r"キログラム|キロ(?!メ)|公斤|千克|킬로그램|(?i:kg|kilo(?:gram)?s?)\b",
    "g": r"(?<=\d)グラム|克|그램|(?i:grams?)\b",
    "km": r"キロメートル|公里|千米|킬로미터|(?i:km|kilomet(?:er|re)s?)\b",
    "m": r"メートル|米(?![国軍朝韓中])|미터|(?i:met(?:er|re)s?)\b|m(?![A-Za-z])",
    "hectare": r"ヘクタール|公顷|헥타르|(?i:ha|hectares?)\b",
    "barrel": r"バレル|桶|배럴|(?i:barrels?)\b",
    "anniversary": r"周年|週年|주년|(?i:(?:st|nd|rd|th) anniversar(?:y|ies))",
    "century": r"世紀|世纪|세기|(?i:centur(?:y|ies))\b",
    "second": r"秒(?:間)?|초(?:간|\s동안)?|(?i:seconds?)\b",
    "minute": r"分(?:間)?(?![の野析類布担裂])|分钟|분(?:간|\s동안)?(?![야기의])|(?i:min(?:ute)?s?)\b",
    "hour": r"時間|[个個]?小时|小時|시간|(?i:hours?|hrs?)\b",
    "day": r"日間(?!の?[関協])|日(?=[ぶ前後以連目])(?:ぶり|連続|目)?|天|일\s?(?:간|동안|째|만에)?|(?i:days?)\b",
    "week": r"週間?|[个個]?星期|周(?:間)?(?![年囲辺知])|주(?:일|간)(?:간)?|(?i:weeks?)\b",
    "month": rf"{_KA}月(?:間|ぶり)?|个月|個月|개월(?:간)?|달|(?i:months?)\b",
    "year": r"年(?:間|ぶり)?(?![代度号])|년(?:간|\s?만에)?(?!대)|(?i:years?)\b",
    "age": r"[歳才](?!代)|岁|歲|[살세](?![기계])|(?i:years? old)",
    "country": rf"{_KA}国|[个個]国家|개 ?(?:국가|나라)|国(?![家際務防産民内外境会連間籍])|개국"
    r"|(?i:countries|nations|states)\b",
    "person": r"人(?!毛|間|民|口|材|道|類|権|工|目)|名(?!称|前|義|詞)|[个個]人|位(?=代表|专家|领导)|명"
    r"|(?i:people|persons?|individuals)\b",
    "rank": r"位|위|(?i:(?:st|nd|rd|th)(?: place| largest| in rank)?)\b",
    "times": r"回(?:目)?(?![復答帰路])|度目|次(?![官世元])|[번회]|(?i:times)\b",
    "item": r"品目|項目|[个個]?项目|개 품목|품목|(?i:items?|products?|commodities)\b",
    "kind": r"種類|种类?|종류?|(?i:kinds?|types?)\b",
    "fold": r"倍|배|(?i:-?fold)\b",
    "copy": r"部(?![門隊分長品屋局署員])|부(?![터대문분장])|(?i:copies)\b",
    "case": r"件|건(?![설물])|(?i:cases?)\b",
    "company": r"社(?![会長員説])|家(?=公司|企业)|개사|(?i:companies|firms)\b",
    "vehicle": r"台(?![湾頭風])|辆|(?i:vehicles)\b",
    "ship": r"隻|艘|척|(?i:ships|vessels)\b",
    "place": rf"{_KA}所|[个個]地方|곳|(?i:places|sites)\b",
    "age group": r"歳代|代(?=[のでに])",
    "piece": r"個|つ(?!い|つ|ま)|[个個]|개|(?i:pieces)\b",
}
_PRINTED = (
    r"本|枚|発|機|校|館|頭|匹|冊|点|票|議席|席|階|話|章|条|項|割|度|行|語|字|戸|世帯|棟|便|両|基|門|通|軒|曲|巻|店|団体"
)
_PRINTED += r"|地域|都市|州|省|分野|組|隊|師団|着|足|杯|節|周|場|件目|期|級|桁|号|층|마리|권|장|대|발|표|석|편|쌍"
_UNIT = re.compile(
    "|".join(f"(?P<u{n}>{form})" for n, form in enumerate(_UNITS.values())) + f"|(?P<printed>{_PRINTED})"
)
_NAMES = tuple(_UNITS)
_SIGNS = {"US$": "usd", "$": "usd", "€": "eur", "£": "gbp", "￥": "jpy", "¥": "jpy", "₩": "krw", "₽": "rub"}
_SIGNS |= {"USD": "usd", "EUR": "eur", "JPY": "jpy", "CNY": "cny", "RMB": "cny", "KRW": "krw", "GBP": "gbp"}
_SIGN = re.compile(r"(?:US|A|HK|C)?\$|[€£¥￥₩₽]|(?:USD|EUR|JPY|CNY|RMB|KRW|GBP)(?=\s?\d)")
MONEY = frozenset({"usd", "jpy", "cny", "krw", "eur", "gbp", "rub", "money"})
DURATION = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "century"})
_THINGS = frozenset({"item", "kind", "case", "company", "vehicle", "ship", "place", "country", "copy"})
_NO_AMOUNT = frozenset({"rank", "anniversary", "age", "times"}) | DURATION


_GAP = re.compile(r"[\s-]?(?:余り?の?|強の|弱の|多)?")
_PLURAL = re.compile(r" ([a-z]{3,}s)\b(?!')")
_NOT_PLURAL = frozenset(
    {"was", "has", "his", "this", "less", "plus", "versus", "across", "its", "does", "always", "times"}
)


def _unit_at(text: str, at: int) -> tuple[str, int]:
    """Return the unit printed at ``at`` and where it ends; ("", at) when there is none."""
    gap = _GAP.match(text, at)
    match = _UNIT.match(text, gap.end()) if gap else None
    # A hyphen joins a unit only to an English noun (three-day); elsewhere it makes a range.
    if match and text[at : at + 1] == "-" and not match.group().isascii():
        match = None
    match = match or _UNIT.match(text, at)
    if match and match.lastgroup:
        name = match.group() if match.lastgroup == "printed" else _NAMES[int(match.lastgroup[1:])]
        return name, match.end()
    plural = _PLURAL.match(text, at)
    if plural and plural[1] not in _NOT_PLURAL:
        return plural[1], plural.end()
    return "", at


# --- finding ---------------------------------------------------------------------------------------------

_URL = re.compile(r"(?:https?://|www\.)[!-~]+")
_RANGE = re.compile(r"\s?(?:[-~]|から|乃至|ないし|至|到|에서|to)\s?")
_STARTS = re.compile(
    rf"(?:US|HK|A|C)?\$|[€£¥￥₩₽]|\b[A-Z]{{3}} ?(?=\d)|\d|[〇零一二三四五六七八九十百千万两]"
    rf"|\b(?:{'|'.join(_WORDS)})\b",
    re.IGNORECASE,
)


class _Number(NamedTuple):
    """A number read at some place: whether it is printed in figures, and its value over that of its first figure."""

    value: Decimal
    end: int
    figures: bool
    scale: Decimal = Decimal(1)

    @property
    def bare(self) -> bool:
        """Say whether nothing but figures is printed."""
        return self.figures and self.scale == 1


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Return the quantities printed in ``text``, in order and without overlaps.

    Numbers in kanji or in English words count only before a unit (三日間, six years), because they also make words
    (一方, one). Of a range (3-5位) ``value`` is the lower and ``upper`` the upper end. Ordinals (第3回) are left out,
    except ranks (第3位).
    """
    folded = text.translate(_FOLD)
    taken = [(mention.start, mention.end) for mention in find_dates(text)]
    masked = list(folded)
    for start, end in taken + [match.span() for match in _URL.finditer(folded)]:
        masked[start:end] = "\0" * (end - start)
    folded = "".join(masked)
    found: list[Quantity] = []
    at = 0
    for start_match in _STARTS.finditer(folded):
        if start_match.start() < at:
            continue
        quantity = _read(text, folded, start_match.start())
        if quantity is not None:
            found.append(quantity)
        at = quantity.end if quantity else _end_of_number(folded, start_match.start())
    return tuple(_share_units(text, found))


_NUMBER_RUN = re.compile(rf"\d+(?:[.,]\d+)*|{_KANJI.pattern}")


def _end_of_number(folded: str, at: int) -> int:
    """Return where to look on after a number that is no quantity, so that its tail is not read as one."""
    number = _NUMBER_RUN.match(folded, at)
    return number.end() if number else at + 1


def _read(text: str, folded: str, at: int) -> Quantity | None:
    """Read the quantity at ``at``, or return None when what stands there is part of a word, a code or an ordinal."""
    sign = _SIGN.match(folded, at)
    number = _number_at(folded, _skip_sign(folded, at), money=bool(sign))
    if number is None or (not sign and _is_inside(folded, at, number.end)):
        return None
    low, end, upper = number.value, number.end, None
    unit, stop = _unit_at(folded, end)
    to = _RANGE.match(folded, stop)
    second = _number_at(folded, _skip_sign(folded, to.end()), bool(sign)) if to and number.figures else None
    if second and second.figures and to and to.start() == end and number.bare:
        low *= second.scale  # 3-4万人
    if second and second.figures and second.value > low:
        unit2, stop2 = _unit_at(folded, second.end)
        if unit2 == unit or not unit:
            upper, unit, stop = (second.value, unit2, stop2) if unit2 or sign else (None, unit, stop)
    if sign:
        unit = _SIGNS.get(sign.group(), "money") if not unit or unit in MONEY else unit
    elif not number.figures and not _is_counted(folded, at, end, unit):
        return None
    if stop == end and not sign and re.match(r"[A-Za-z]", folded[end : end + 1]):
        return None
    return Quantity(at, stop, text[at:stop], low, unit, upper)


def _skip_sign(folded: str, at: int) -> int:
    """Return where the number starts after a currency sign at ``at``, if there is one."""
    sign = _SIGN.match(folded, at)
    return at if sign is None else sign.end() + folded.startswith(" ", sign.end())


def _is_inside(folded: str, at: int, end: int) -> bool:
    """Say whether the number at ``at`` is part of a code (AST953, F-15), a fraction (1/3) or an ordinal (第3回)."""
    before = folded[max(at - 2, 0) : at]
    if before.endswith("第"):
        return folded[end : end + 1] not in ("位", "위")
    return bool(re.search(r"[A-Za-z_#]-?\Z|\d[./]?\Z", before)) or bool(re.match(r"/\d", folded[end : end + 2]))


def _number_at(folded: str, at: int, money: bool = False) -> _Number | None:
    """Read the longest number at ``at``; a small m is a million only of money, else a metre."""
    best: _Number | None = None
    for pattern in (_EASTERN, _WESTERN, _KANJI, _WORD):
        match = pattern.match(folded, at)
        if match is None:
            continue
        printed = match.group()
        if pattern is _WESTERN and not money and re.search(r"\dm\Z", printed):
            printed = printed[:-1]
        value = parse_number(printed)
        if value is not None and (best is None or at + len(printed) > best.end):
            figure = re.match(_FIGURE, printed)
            first = _decimal(figure.group()) if figure else value
            best = _Number(value, at + len(printed), figure is not None, value / first if first else Decimal(1))
    return best


def _is_counted(folded: str, at: int, end: int, unit: str) -> bool:
    """Say whether a number in kanji or words counts something rather than making a word (一部, 三国志, one-sided)."""
    printed, before, after = folded[at:end], folded[at - 1 : at], folded[end : end + 2]
    if printed.isascii():
        return unit in _UNITS
    if not unit or (re.match(r"[一-鿿]", before) and before not in tuple("約計共全各同間朝中")):
        return False
    if unit == "minute" and after != "分間":
        return False  # 十分 is "enough"
    if printed == "一":
        counted = unit in MONEY | {"month", "hour", "item"} or after in ("年間", "日間", "か国", "カ国")
        return counted or bool(re.match(r"人(?![ひ一-鿿])", after))
    # Counters that with a small kanji numeral rather make a noun (二国間, 三部, 四千米).
    loose = (
        unit in {"copy", "m", "g", "cny", "times", "country", "piece", "fold", "rank", "company"} or unit not in _UNITS
    )
    counted = after[:1] in tuple("点冊本枚隻棟頭匹件") and after[1:] in tuple("のをがはもで、")  # 三点の作品
    return not loose or len(printed) > 1 or counted or after[:1] in tuple("かカヵヶケ箇個个回度つ倍社")


def _share_units(text: str, found: list[Quantity]) -> list[Quantity]:
    """Give the first of two numbers that are counted together (9、10位) the unit of the second."""
    shared = list(found)
    for index in range(len(shared) - 2, -1, -1):
        one, two = shared[index], shared[index + 1]
        if not one.unit and two.unit and text[one.end : two.start] in ("、", "・") and two.text[:1].isdigit():
            shared[index] = replace(one, unit=two.unit)
    return shared


# --- questions -------------------------------------------------------------------------------------------

# A noun that names a quantity asks for it only where the question ends on it (輸出額は？) or asks how large it is.
_SIZE = r"[はを]?(?:いくら|どの(?:くらい|ぐらい|程度)|どれ(?:くらい|ぐらい|だけ|ほど)|何|[?？]|$|を?教え)"
_HOW = r"(?:どの|どれ)(?:くらい|ぐらい|だけ|ほど)"
_ASKED = (
    ("duration", rf"{_HOW}の?(?:期間|長さ|時間|間)|(?i:how long)\b|多长时间|多久|얼마나 (?:오래|걸)|얼마 동안"),
    ("age", r"何[歳才]|(?i:how old)\b|多大年[纪龄]|몇 ?살"),
    ("rank", rf"何番目|順位(?:[がも](?:どの|何)|{_SIZE})|(?i:(?:what|which) rank)\b|第几|몇 ?(?:번째|위)"),
    ("percent", rf"(?:割合|比率|[^一-鿿]率){_SIZE}|(?i:what (?:percent(?:age)?|share|proportion))|百分之几|비율[은이]"),
    ("person", rf"人数{_SIZE}|인원은|얼마나 많은 사람|いくつの人"),
    ("country", r"いくつの国|얼마나 많은 (?:국가|나라)|몇 ?나라"),
    ("times", r"何度(?!も|か[ぁ-ゖァ-ヶ一-鿿])|(?i:how often)\b"),
    ("day", r"며칠(?:간| 동안)"),
)
_ASKED_LAST = (
    ("money", rf"(?:(?:[総金価]|貿易|輸出|輸入|取引|予算|売上|投資)額|値段|価格|費用){_SIZE}"),
    ("money", r"(?i:how much (?:money|did .* cost))|(?i:what .*\b(?:price|cost))\b|多少[钱錢]|얼마(?:예요|입니까)"),
    ("piece", r"いくつ"),
    ("amount", rf"いくら(?!でも|か[ぁ-ゖァ-ヶ一-鿿])|{_HOW}|(?i:how much)\b|多少|얼마(?!전)|額は[?？]?$"),
)
_COUNTING = re.compile(
    r"(?:何|なん|幾|几(?!乎)|多少|몇\s?)(?:[十百千万億亿만억십백천]+\s?)?(?=\S)|(?i:how many)(?=\s)|いくつの"
)
# What follows 何 and is a date, a time of day or no count at all.
_NO_COUNT = re.compile(
    r"(?:何|なん|幾|几|多少|몇\s?)(?:月|日(?!間|ぶり|滞在|連続|[かも])|時(?!間)|[点號号语語]|か(?![国所月])|国(?!家)"
    r"|[월일](?!간)|시(?!간))"
)


def unit_of_question(text: str) -> str:
    """Return the unit of the quantity a question asks for, as in `Quantity.unit`, or "" when it asks for none.

    Wider than a unit: "amount" (いくら, how much), "money", "duration" (how long). See `same_unit`. Dates (何月何日)
    and times of day (何時) are no quantities.
    """
    folded = text.translate(_FOLD)
    return _first(_ASKED, folded) or _counted_unit(folded) or _first(_ASKED_LAST, folded)


def _first(patterns: tuple[tuple[str, str], ...], folded: str) -> str:
    """Return the unit of the first pattern that the question holds."""
    return next((unit for unit, pattern in patterns if re.search(pattern, folded)), "")


def _counted_unit(folded: str) -> str:
    """Return the unit that stands after the interrogative (何時間, how many countries, 几个国家, 몇 명)."""
    for counting in _COUNTING.finditer(folded):
        if not _NO_COUNT.match(folded, counting.start()):
            unit, end = _unit_at(folded, counting.end())
            if unit and end > counting.end():
                return unit
    return ""


def same_unit(asked: str, stated: str) -> bool:
    """Say whether a quantity in the ``stated`` unit can answer a question for the ``asked`` one.

    "money" takes any currency, "duration" any length of time, "percent" also tenths (割), "amount" anything that is not
    a length of time, a rank, an age or a count of times; a question that asks for no unit takes all.
    """
    if not asked or asked == stated:
        return True
    if asked == "money":
        return stated in MONEY
    if asked == "duration":
        return stated in DURATION
    if asked == "piece":  # いくつ asks for things, whatever they are counted by
        return stated in _THINGS or (bool(stated) and stated not in _UNITS)
    if asked == "amount":
        return stated not in _NO_AMOUNT
    return (stated == "money" and asked in MONEY) or {asked, stated} == {"percent", "割"}
