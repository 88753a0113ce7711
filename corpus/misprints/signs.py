"""Characters that do not belong where they stand, whatever the words: other scripts inside a word, letters in a number.

Invariant: what is reported is odd in any document of its language; a word wholly in another script never is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.misprints.suspect import Suspect

_HAN, _KANA, _HANGUL, _JAMO = "々一-鿿", "ぁ-んァ-ヶ", "가-힣", "ㄱ-ㅣ"
_UNREADABLE = re.compile("[\ufffd\ue000-\uf8ff]+")
_TWICE = re.compile("(?<![、。，])(?:、、|。。|，，)(?![、。，])")
# A day under a sign of its shape: 3月31目, 十二月二十五曰.
_DAY = re.compile(
    "(?:(?<=[0-9０-９〇一二三四五六七八九十]月)|(?<=[0-9０-９〇一二三四五六七八九十][ 　]月))[ 　]?"
    "(?:[0-3０-３]?[0-9０-９]|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[ 　]?(?P<unit>[目曰])"
)
_MONTH_KO = re.compile("(?<![0-9])(?:1[0-2]|[1-9])(?P<unit>윌)(?![가-힣]{2})")  # 2윌
_OUTSIDE_CODES = "(?<![A-Za-z0-9_./:=?&%#+-])"
_COUNTED = (
    "[年月日時分秒人件回個本台隻円戸校館頭匹羽枚冊軒社년월일명원개]|検体|世帯|トン|キロ|メートル|[かカヶ][所国]"
    "|[万億兆만억조]|[%％]|[,，][0-9]{3}(?![0-9])"
)
# Figures with a letter among them: between two, beside one before what only figures count, or where commas part threes.
FIGURES = re.compile(
    f"{_OUTSIDE_CODES}(?:(?=[OolI,]*[0-9])(?=[0-9,]*[OolI])[0-9OolI]{{1,3}}(?:,[0-9OolI]{{3}})+(?![A-Za-z0-9_/=&#,-])"
    "|[0-9]+[OolI]+[0-9]+(?![A-Za-z0-9_/=&#-])"
    f"|(?=[OolI]*[0-9])(?=[0-9]*[OolI])[0-9OolI]{{2,}}(?={_COUNTED}))"
    f"|{_OUTSIDE_CODES}[0-9][0-9OI]*[OI](?= (?:per ?cent|million|billion|thousand|people|tonnes?|tons?|years?|months?"
    "|days?|hours?|minutes?|miles?|pounds|dollars|euros)(?![a-z]))"
    "|(?<=[0-9][.])O(?![A-Za-z0-9_./-])"
)
# A letter in a number by which one calls: 0120-45-l234, 内線7O1.
_CALLED = re.compile(
    "(?:内線|電話|ファク(?:ス|シミリ)|TEL|Tel|FAX|Fax|[Pp]hone|[Ee]xt\\.?|电话|分机|传真|전화|내선|팩스)"
    "(?:番号|号码|번호)?[ 　:：.]{0,2}"
    "(?P<number>(?=[0-9OolI-]*[OolI])(?=[0-9OolI-]*[0-9]{2})[0-9OolI][0-9OolI-]+)(?![A-Za-z0-9_-])"
)
# Figures parted by a gap that none writes, behind words that an amount follows.
_AMOUNT_NEXT = (
    "(?:(?<=[はがをにでもと約計台人件個本隻万億])|(?<=[은는이가을를약] )|(?<=为|达|约)"
    "|(?<=\\babout )|(?<=\\bnearly )|(?<=\\bonly )|(?<=\\bsome )|(?<=\\bthan )|(?<=\\bover )|(?<=\\bof ))"
)
_COUNTERS = "円|ドル|ユーロ|トン|人|名|件|台|隻|戸|世帯|社|元|吨|公里|원|명|톤|곳"
_PARTED = re.compile(
    f"{_AMOUNT_NEXT}(?P<left>[0-9]{{1,2}}) "
    f"(?P<right>[0-9]{{1,3}}(?:,[0-9]{{3}})+(?![0-9,])|[0-9]{{1,2}}(?=[万億亿兆만억조]?(?:{_COUNTERS})))"
)
AS_FIGURES = str.maketrans("OolI", "0011")
"""The figures that a reading machine takes for letters."""
_WORD = re.compile("[A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff]{2,}")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
# Letters of two alphabets of one shape. Greek letters that are signs of their own (μ, α, Δ) are left out.
_ALIKE = dict(zip("асеорхуіјѕАВЕНКМОРСТХІЈЅοΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "aceopxyijsABEHKMOPCTXIJSoABEZHIKMNOPTYX", strict=True))
_AS_LATIN = str.maketrans(_ALIKE)
_LARGEST_GROUP = 3  # figures before the first comma, and of a number without one that a gap parts
_KANA_LIKE_HAN = dict(zip("ロニーハカエタトオチミ", "口二一八力工夕卜才千三", strict=True))
_MEANT = {**_KANA_LIKE_HAN, "ヘ": "へ"}
# One sign between signs of another script, by the language of the document.
_BETWEEN = {
    "zh": re.compile(f"(?<=[{_HAN}])[{''.join(_KANA_LIKE_HAN)}](?=[{_HAN}])"),
    "ko": re.compile(f"(?<=[{_HANGUL}])[{_JAMO}{_KANA}](?=[{_HANGUL}])"),
    "ja": re.compile(
        f"(?<=[{_KANA}])[{_HANGUL}{_JAMO}](?=[{_KANA}{_HAN}])|(?<=[{_HAN}])[{_HANGUL}{_JAMO}](?=[{_KANA}])"
        f"|(?<=[ぁ-ん{_HAN}])ヘ(?=[ぁ-ん{_HAN}])(?!ヘ[長短]調|ヘ音)"  # the particle へ
    ),
}


def signs(text: str, lang: str, start: int, end: int) -> Iterator[Suspect]:
    """Yield the odd characters of what ``text[start:end]`` touches; ``lang`` is the document's (ja, en, zh, ko)."""
    low = max(text.rfind("\n", 0, start), 0)
    high = text.find("\n", end)
    high = len(text) if high < 0 else high
    for match in _UNREADABLE.finditer(text, low, high):
        yield _suspect(match, "", "cannot be read")
    for match in _TWICE.finditer(text, low, high):
        yield _suspect(match, match[0][0], f"{match[0][0]} is printed twice")
    for match in FIGURES.finditer(text, low, high):
        yield _suspect(match, match[0].translate(AS_FIGURES), "a letter stands in a number")
    for match in _CALLED.finditer(text, low, high):
        yield _suspect(match, match["number"].translate(AS_FIGURES), "a letter stands in a number", "number")
    for match in _DAY.finditer(text, low, high):
        yield _suspect(match, "日", f"{match['unit']} stands in a date for 日", "unit")
    for match in _MONTH_KO.finditer(text, low, high):
        yield _suspect(match, "월", f"{match['unit']} stands in a date for 월", "unit")
    for match in _PARTED.finditer(text, low, high):
        if len(match["left"]) + len(match["right"].split(",")[0]) <= _LARGEST_GROUP:
            yield _suspect(match, match["left"] + match["right"], "a gap parts a number")
    for match in _WORD.finditer(text, low, high):
        yield from _mixed(match)
    if between := _BETWEEN.get(lang):
        for match in between.finditer(text, low, high):
            yield _suspect(match, _MEANT.get(match[0], ""), "a sign of another script stands inside a word")


def _mixed(match: re.Match[str]) -> Iterator[Suspect]:
    """Yield a word of which some letters are of another alphabet and look like the right ones."""
    word = match[0]
    latin = len(_LATIN.findall(word))
    if not 0 < latin < len(word):
        return
    if _LATIN.sub("", word).translate(_AS_LATIN).isascii():
        yield _suspect(match, word.translate(_AS_LATIN), "letters of two alphabets stand in one word")


def _suspect(match: re.Match[str], likely: str, reason: str, group: str | int = 0) -> Suspect:
    return Suspect(match.start(group), match.end(group), match[group], likely, reason)
