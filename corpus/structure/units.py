"""The units that quantities are counted in: how they are printed, which one a question asks for, which ones answer it.

Invariant: one name for the same unit in any language; a counter outside the closed table is its own name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.structure.patterns import compiled
from corpus.structure.signs import fold_signs

_KA = "[かカヵヶケ箇個]"
# Canonical name: what is printed after a number. Longer forms first where one begins another.
UNITS: dict[str, str] = {
    "usd": r"米?ドル|美元|미국?\s?달러|달러|(?i:(?:US\s|U\.S\.\s)?dollars?|USD)",
    "jpy": r"円(?![形卓滑])|日元|日圓|엔화?|(?i:yen|JPY)",
    "cny": r"人民元|元(?![首帥日来年祖])|人民币|위안|(?i:yuan|renminbi|RMB|CNY)",
    "krw": r"ウォン|韓元|韩元|원(?![정조칙인])|(?i:(?:South Korean\s)?won(?!\s(?:the|a)\b)|KRW)",
    "eur": r"ユーロ|欧元|유로|(?i:euros?|EUR)",
    "gbp": r"英?ポンド|英镑|(?i:pounds sterling|GBP)",
    "rub": r"ルーブル|卢布|루블|(?i:r[ou]+bles?)",
    "percent": r"%|パーセント|퍼센트|프로|(?i:per\s?cent)\b",
    "tenth": r"割(?![りれ引当合振愛安く])|成(?![立功員员年人長长果就分本為为熟交绩績不])|할(?![머아인당부수])",
    "point": r"ポイント|个百分点|포인트|(?i:(?:percentage )?points?)\b",
    "tonne": r"トン(?!ネル)|t(?![A-Za-z])|吨|噸|톤|(?i:(?:metric )?ton(?:ne)?s?)\b",
    "kg": r"キログラム|公斤|千克|킬로그램|(?i:kg|kilograms?)\b",
    "g": r"(?<=\d)グラム|克|그램|(?i:grams?)\b",
    "sqm": r"平方メートル|平米|㎡|m[2²]|平方米|제곱미터|(?i:square met(?:er|re)s?|sq\.? ?m)\b",
    "km": r"キロメートル|公里|千米|킬로미터|(?i:km|kilomet(?:er|re)s?)\b",
    "kilo": r"キロ|킬로|(?i:kilos?)\b",  # of weight or of length, as the matter is
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
    "person": r"人(?!毛|間|民|口|材|道|類|権|工|目)|名(?!称|前|義|詞)|[个個]人|"
    r"位(?=代表|专家|领导|委员|议员|学者|官员|记者|居民|老师|教授|医生|工人|成员|市民)|명"
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
    r"本|枚|発|機|校|館|頭|匹|羽(?![田根毛])|冊|点|票|議席|席|階|話|章|条|"
    r"項|度|行|語|字|戸|世帯|棟|便|両|基|門|通|軒|曲|巻|店|団体"
)
_PRINTED += r"|[kMGT]?Wh(?![A-Za-z])|[kMG]W(?![A-Za-z])"
_PRINTED += r"|地域|都市|州|省|分野|組|隊|師団|着|足|杯|節|周|場|件目|期|級|桁|号|층|마리|권|장|대|발|표|석|편|쌍"
_PRINTED += r"|株(?![式価主])|棵|그루"
_UNIT = re.compile("|".join(f"(?P<u{n}>{form})" for n, form in enumerate(UNITS.values())) + f"|(?P<printed>{_PRINTED})")
_SAME = {"발": "発", "장": "枚", "권": "冊", "층": "階", "표": "票", "석": "席"}  # one counter in two languages
_SAME |= {"棵": "株", "그루": "株"}
_NAMES = tuple(UNITS)
CURRENCIES = {"US$": "usd", "$": "usd", "€": "eur", "£": "gbp", "￥": "jpy", "¥": "jpy", "₩": "krw", "₽": "rub"}
CURRENCIES |= {"USD": "usd", "EUR": "eur", "JPY": "jpy", "CNY": "cny", "RMB": "cny", "KRW": "krw", "GBP": "gbp"}
CURRENCY_SIGN = re.compile(r"(?:US|A|HK|C)?\$|[€£¥￥₩₽]|(?:USD|EUR|JPY|CNY|RMB|KRW|GBP)(?=\s?\d)")
MONEY = frozenset({"usd", "jpy", "cny", "krw", "eur", "gbp", "rub", "money"})
DURATION = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "century"})
_OF_A_THING = frozenset({"km", "m", "kilo"})  # lengths
_ALIKE = ({"percent", "tenth"}, {"year", "anniversary"})
_TAKES = {"money": MONEY, "duration": DURATION, "long": DURATION | _OF_A_THING}
_WIDE = frozenset({"money", "duration", "long", "amount", "extent"})  # asked for, and never printed
_CLOCK, _CALENDAR = frozenset({"second", "minute", "hour"}), frozenset({"day", "week", "month", "year"})
_THINGS = frozenset({"item", "kind", "case", "company", "vehicle", "ship", "place", "country", "copy"})
_NO_EXTENT = frozenset({"rank", "anniversary", "age", "times"})
_NO_AMOUNT = _NO_EXTENT | DURATION
_GAP = re.compile(r"[\s-]?(?:余り?の?|強の|弱の|多)?")
_NO_NUMBER = r"(?!(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty)\b)"
_PLURAL = re.compile(rf" (?:{_NO_NUMBER}[a-z]{{3,}}(?<!s) )?([a-z]{{3,}}(?<!s)s)\b(?!')")
_NOT_PLURAL = frozenset(
    {"was", "has", "his", "this", "less", "plus", "versus", "across", "its", "does", "always", "times"}
)


def unit_at(text: str, at: int) -> tuple[str, int]:
    """Return the unit printed at ``at`` and where it ends; ("", at) when there is none."""
    gap = _GAP.match(text, at)
    match = _UNIT.match(text, gap.end()) if gap else None
    # A hyphen joins a unit only to an English noun (three-day); elsewhere it makes a range.
    if match and text[at : at + 1] == "-" and not match.group().isascii():
        match = None
    match = match or _UNIT.match(text, at)
    if match and match.lastgroup:
        printed = match.lastgroup == "printed"
        name = _SAME.get(match.group(), match.group()) if printed else _NAMES[int(match.lastgroup[1:])]
        return name, match.end()
    plural = _PLURAL.match(text, at)
    if plural and plural[1] not in _NOT_PLURAL:
        return plural[1], plural.end()
    return "", at


_PERIOD = ("日程は", "期間は", "滞在は", "일정은 ", "일정이 ", "기간은 ", "기간이 ", "체류는 ")
# Verbs of what goes on for a time, right behind how many days or years.
_LASTING = (
    r"(?=(?:も|ほど|くらい|ぐらい)?(?:か?か[かりるっ]|要[しす]|続[いくけ]|使[いうっ]|持[つちった]|務め|勤め|住[んみむ]|暮ら|"
    r"働[いくき]|過ごし|滞在|泊ま|い(?:た|る|て)|待[っちつ]|経[っちつ]|た(?:っ[てた]|つ|ちま)|遅れ|空い|休[んみ]|途絶え|止ま))"
)
LASTS_DAYS = (
    rf"(?:{'|'.join(f'(?<={noun})' for noun in _PERIOD)})(?:何日(?!間|目|ぶり)|며칠)|"
    r"며칠\s?(?:간|동안|이나|(?:이 )?걸)|"
    rf"何日{_LASTING}"
)
"""How many days something lasts is asked for, and not on which day it was (며칠 동안, 일정은 며칠, 滞在は何日)."""
LASTS_YEARS = rf"何年(?:{_LASTING}|(?=[後前]|あと|経過|越し|がかり))"
"""How many years something lasts is asked for, and not in which it was (何年使った)."""
# A noun that names a quantity asks for it only where the question ends on it (輸出額は？) or asks how large it is.
_SIZE = r"[はを]?(?:いくら|どの(?:くらい|ぐらい|程度)|どれ(?:くらい|ぐらい|だけ|ほど)|何|[?？]|$|を?教え)"
_HOW = r"(?:どの|どれ|どん)(?:くらい|ぐらい|だけ|ほど)"
_ASKED = (
    (
        "long",
        rf"{_HOW}の?長さ|[の全]長さ?{_SIZE}|多长(?!时间)|길이[은는가]|"
        r"(?i:how long (?:is|are|was|were) (?:the|its|their|this|that)\b)",
    ),
    ("duration", rf"{_HOW}の?(?:期間|時間|間)|(?i:how long)\b|多长时间|多久|얼마나 (?:오래|걸)|얼마 동안"),
    ("age", r"何[歳才]|(?i:how old)\b|多大年[纪龄]|몇 ?살"),
    ("rank", rf"何番目|順位(?:[がも](?:どの|何)|{_SIZE})|(?i:(?:what|which) rank)\b|第几|몇 ?(?:번째|위)"),
    ("percent", rf"(?:割合|比率|[^一-鿿]率){_SIZE}|(?i:what (?:percent(?:age)?|share|proportion))|百分之几|비율[은이]"),
    ("person", rf"人数{_SIZE}|인원은|얼마나 많은 사람|いくつの人"),
    ("country", r"いくつの国|얼마나 많은 (?:국가|나라)|몇 ?나라"),
    ("times", r"何度(?!も|か[ぁ-ゖァ-ヶ一-鿿])|(?i:how often)\b"),
    ("day", LASTS_DAYS),
    ("year", LASTS_YEARS),
)
_ASKED_LAST = (
    ("money", rf"(?:(?:[総金価]|貿易|輸出|輸入|取引|予算|売上|投資)額|値段|価格|費用){_SIZE}"),
    ("money", r"(?i:how much (?:money|did .* cost))|(?i:what .*\b(?:price|cost))\b|多少[钱錢]|얼마(?:예요|입니까)"),
    ("piece", r"いくつ"),
    ("amount", r"いくら(?!でも|か[ぁ-ゖァ-ヶ一-鿿])|(?i:how much)\b|多少|얼마(?!전)|額は[?？]?$"),
    ("extent", _HOW),
)
_COUNTING = re.compile(
    r"(?:何|なん|幾|(?<!哪)几(?!乎)|多少|몇\s?)(?:[十百千万億亿만억십백천]+\s?)?(?=\S)|(?i:how many)(?=\s)|いくつの"
)
# What follows 何 and is a date, a time of day or no count at all.
_NO_COUNT = re.compile(
    r"(?:何|なん|幾|几|多少|몇\s?)(?:月|日(?!間|ぶり|滞在|連続|[かも])|時(?!間)|[点號号语語]|か(?![国所月])|国(?!家)"
    r"|[월일](?!간)|시(?!간))"
)


def unit_of_question(text: str) -> str:
    """Return the unit of the quantity a question asks for, as in `Quantity.unit`, or "" when it asks for none.

    Wider than a unit: "amount" (いくら, how much), "extent" (どのくらい), "money", "duration" (how long). See
    `same_unit`. Dates (何月何日) and times of day (何時) are no quantities.
    """
    folded = fold_signs(text)
    return _first(_ASKED, folded) or _counted_unit(folded) or _first(_ASKED_LAST, folded)


def _first(patterns: tuple[tuple[str, str], ...], folded: str) -> str:
    """Return the unit of the first pattern that the question holds."""
    return next((unit for unit, pattern in patterns if compiled(pattern).search(folded)), "")


def _counted_unit(folded: str) -> str:
    """Return the unit that stands after the interrogative (何時間, how many countries, 几个国家, 몇 명)."""
    return next((unit for unit, _, _ in _counted(folded)), "")


def counting_of_question(text: str) -> tuple[int, int] | None:
    """Return where an interrogative stands with the unit behind it (何ヘクタール, 몇 헥타르); None without one."""
    return next(((start, end) for _, start, end in _counted(fold_signs(text))), None)


def _counted(folded: str) -> Iterator[tuple[str, int, int]]:
    for counting in _COUNTING.finditer(folded):
        if not _NO_COUNT.match(folded, counting.start()):
            unit, end = unit_at(folded, counting.end())
            if unit and end > counting.end():
                yield unit, counting.start(), end


def same_unit(asked: str, stated: str) -> bool:
    """Say whether a quantity in the ``stated`` unit can answer a question for the ``asked`` one.

    "money" takes any currency, "duration" any length of time, "long" that of a thing too, "kilo" (キロ) weight and
    way, "percent" also tenths (割), a year an anniversary, and they them; "amount" takes anything that is not a length
    of time, a rank, an age or a count of times, "extent" a length of time too; a question that asks for no unit all.
    """
    if not asked or asked == stated:
        return True
    if asked in _TAKES:
        return stated in _TAKES[asked]
    if "kilo" in (asked, stated):
        return {asked, stated} <= {"kilo", "kg", "km"} or (stated == "kilo" and asked in ("amount", "extent", ""))
    if asked == "piece":  # いくつ asks for things, whatever they are counted by
        return stated in _THINGS or (bool(stated) and stated not in UNITS)
    if asked in ("amount", "extent"):
        return stated not in (_NO_AMOUNT if asked == "amount" else _NO_EXTENT)
    return (stated == "money" and asked in MONEY) or {asked, stated} in _ALIKE


def near_unit(asked: str, stated: str) -> bool:
    """Say whether a quantity may still answer whose unit is not the one asked for, where its place says that it does.

    Things are counted by many words (대, 면, berths, 起), or by none; hours answer who asks for minutes. People are
    never ships.
    """
    if any(asked in scale and stated in scale for scale in (_CLOCK, _CALENDAR)):
        return True
    if not asked or asked in _WIDE or not (counts_things(asked) and counts_things(stated)):
        return False
    return any(unit not in UNITS or unit in _LOOSE for unit in (asked, stated))


_LOOSE = frozenset({"piece", "item", "kind", "case", "place"})


def counts_things(unit: str) -> bool:
    """Say whether a unit counts things and measures nothing."""
    return (unit not in UNITS and unit not in _WIDE) or unit in _THINGS | {"person", "piece"}
