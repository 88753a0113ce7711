"""Headings: which lines are, and how they are numbered.

Invariant: a caption, a source line and a sentence are no heading.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from corpus.structure.captions import is_caption, is_source, is_unit
from corpus.structure.lines import ends_sentence, is_hangul, is_wide, width
from corpus.structure.record_heads import is_spaced_label

_KANJI = "一二三四五六七八九十百"
_COUNTER = "[号號巻卷回期版輯集次年]"  # 第 3 号 numbers no section
# Behind a letter that counts: no clause that is counted in its sentence, which goes on with a small letter or a comma.
_CAPITAL = r"[ \t\u3000]*(?=[^\s\x00-\x7f]|[A-Z0-9“\"'][^,;]{0,60}(?<!\band)(?<!\bor)$)"
_STYLES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("part", rf"第\s*([0-9０-９{_KANJI}]+)\s*[部編篇编]|(?:Part|PART)\s+([0-9IVX]+)\b|제\s*(\d+)\s*[부편]"),
        ("chapter", rf"第\s*([0-9０-９{_KANJI}]+)\s*章|(?:Chapter|CHAPTER)\s+([0-9IVX]+)\b|제\s*(\d+)\s*장"),
        ("section", rf"第\s*([0-9０-９{_KANJI}]+)\s*[節节]|(?:Section|SECTION)\s+([0-9IVX]+)\b|제\s*(\d+)\s*절"),
        ("ordinal", rf"第\s*([0-9０-９{_KANJI}]{{1,3}})[\s　]+(?!{_COUNTER}(?:[\s　\d（(]|$))(?=\S)"),
        ("roman", r"([IVX]{1,5})[.．、](?=\s|[^\x00-\x7f])|([Ⅰ-Ⅻ])[.．、\s　]?"),
        ("kanji", rf"([{_KANJI}]{{1,3}})(?:[、.．](?=\S)|\u3000(?=[^\s　]{{2}}))"),
        ("capital", r"([A-Z])[.．]\s+(?=\S)"),
        ("number", r"([0-9０-９]{1,2})(?:[.．、:：](?![0-9０-９])\s*|[\s　]+(?=[A-Z\u3041-\u9fff가-힣]))(?=\S)"),
        (
            "number.number",
            r"([0-9０-９]{1,2}[.．\-－][0-9０-９]{1,2})[.．]?(?:[\s　]+|(?=[\u3041-\u9fff가-힣]))(?=[^\sa-z])",
        ),
        ("number.number.number", r"((?:[0-9０-９]{1,2}[.．\-－]){2}[0-9０-９]{1,2})[.．]?[\s　]*(?=\S)"),
        ("question", r"(?:Q|Ｑ|問|문)\s*([0-9０-９]{1,2})[.．、:：]?[\s　]*(?=\S)"),
        ("(kanji)", rf"[(（]([{_KANJI}]{{1,3}})[)）](?=\S|\s)"),
        ("(number)", r"[(（]([0-9０-９]{1,2})[)）](?=\S|\s)|([0-9０-９]{1,2})[)）](?=\S|\s)"),
        ("circled", r"([①-⑳])(?=\S|\s)"),
        ("kana", r"([ア-ン])(?:[.．](?=\S)|[)）](?=\S|\s)|[\u3000\t](?=\S))"),
        ("(kana)", r"[(（]([ア-ンｱ-ﾝ])[)）](?=\S|\s)"),
        ("(roman)", rf"[(（]?([ivx]{{1,4}})[)）]{_CAPITAL}"),
        ("(letter)", rf"[(（]?([a-z])[)）]{_CAPITAL}"),
        (
            "symbol",
            r"[○●■□◆◇▶▷▼▽★☆◎▲△◯](?=\S|\s)|(?:【[^】]{1,40}】|＜[^＞]{1,40}＞|〈[^〉]{1,40}〉|《[^》]{1,40}》)\s*$",
        ),
    )
)
RANK = {name: rank for rank, (name, _) in enumerate(_STYLES)}
_ATX = re.compile(r"\s{0,3}(#{1,6})[ \t\u3000]+(?=[^\s\ufeff\u200b])")
_ATX_END = re.compile(r"[ \t]+#+[ \t]*$")
_DATE_LIKE = re.compile(
    r"\d{1,4}\s*[年月日]|\d{1,4}[./-]\s?\d{1,2}[./-]\s?\d|\d{1,2}\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|\d+\s*(?:월|일|년)",
    re.IGNORECASE,
)
_NOTES = re.compile(
    r"[\s【〈＜\[(（■□●○◎◆◇▲△▼▽▶▷]*(?:脚注|注釈|注記|注|註|尾注|後注|原注|注释|註釋|(?:主な|主要)?(?:(?:引用|出典|典拠)?[・、及びおよ]{0,3})参考(?:文献|資料|元|サイト|リンク|記事|URL)?|"
    r"[参參]考(?:文獻|资料|資料|文献)|引用元|参照元|引用(?:・参考)?文献|出典(?:一覧|・参考(?:文献|資料)?)?|情報源|[資资]料来源|来源|関連資料|"
    r"각주|미주|주석|주|참고(?:\s*(?:문헌|자료))?|출처|"
    r"(?:end|foot)?notes?(?: and references)?|references?|bibliography|sources?|works cited|citations?|further reading)"
    r"[\s】〉＞\])）:：]*$",
    re.IGNORECASE,
)

_CREDIT = re.compile(r"[（(]?(?:责任编辑|责编|编辑|責任編集|校对|校對|审核|监制|摄影|文責)\s*[:：]\s*\S")  # who made it
# Who took the picture above: the end of what is printed below it (…, August. Photo: D. Quill).
_PICTURED = re.compile(
    r"(?:\bPhoto(?:graph)?s?|\bImage|\bPicture|\bCredit|撮影|写真|摄影|사진)\s?(?:[:：=＝／]|by\b)\s*\S"
)
_KIND = re.compile(r"[〈【＜《][^〉】＞》]{1,8}[〉】＞》](?=[^\s〈【＜《])")  # 〈メモ〉宿泊税: of what kind it is
# What stands below the last line of a text.
_CLOSING = re.compile(r"[（(【\[]?\s*(?:以\s*上|完|終(?:わり)?|了|끝|[Tt]he [Ee]nd|END)\s*[)）】\]]?$")

# What sections that open or close a text are called, whatever it is about.
_USUAL = re.compile(
    r"[\s【〈＜\[■●○◆]*(?:はじめに|序論|序文|序|要旨|要約|概要|まえがき|本文|おわりに|終わりに|終りに|まとめ|むすび|結び|結語|結論|"
    r"総括|総評|考察|謝辞|あとがき|付録|付属資料|参考|引言|前言|导言|摘要|结语|结论|结束语|后记|致谢|附录|서론|머리말|들어가며|요약|결론|"
    r"맺음말|나가며|맺으며|부록|introduction|foreword|preface|abstract|summary|executive summary|conclusions?|"
    r"concluding remarks|discussion|acknowledg(?:e)?ments?|appendix|appendices)[\s】〉＞\]:：]*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Style:
    """How a heading is numbered: the style's name, its rank (0 is the highest) and the number, where it is one."""

    name: str
    rank: int
    number: int | None
    length: int


def style(text: str) -> Style | None:
    """Return how the line is numbered, or None."""
    for name, pattern in _STYLES:
        if match := pattern.match(text):
            if name == "symbol" and (behind := _behind_symbol(text, match.end())):
                return behind
            printed = next((group for group in match.groups() if group), "")
            if name == "number" and (_DATE_LIKE.match(text) or int(printed) == 0):
                return None
            return Style(name, RANK[name], _value(printed), match.end())
    return None


def _behind_symbol(text: str, end: int) -> Style | None:
    """Return the numbering that stands behind a symbol (``■ 2. …``): it orders the headings, the symbol adorns them."""
    rest = text[end:].lstrip()
    found = style(rest) if text[0] not in "【＜〈《" else None
    if found is None or found.name == "symbol":
        return None
    return Style(found.name, found.rank, found.number, len(text) - len(rest) + found.length)


def is_usual(text: str) -> bool:
    """Say whether a line is a usual name of a section that opens or closes a text (はじめに, Conclusion)."""
    return bool(_USUAL.match(re.sub(r"(?<=[一-鿿])[\s　](?=[一-鿿])", "", text)))


def atx(text: str) -> tuple[int, int, int] | None:
    """Return (level, start, end) of a ``#`` heading's words in the line, or None."""
    match = _ATX.match(text)
    if not match:
        return None
    closing = _ATX_END.search(text, match.end())
    return len(match[1]), match.end(), closing.start() if closing else len(text)


def is_notes_heading(text: str) -> bool:
    """Say whether a heading announces notes or references."""
    found = style(text)
    rest = text[found.length :] if found and found.name != "symbol" else text
    return bool(_NOTES.match(rest))


def could_be_heading(text: str) -> bool:
    """Say whether a line that stands alone can be a heading: short, no sentence, no table, no date, no address."""
    stripped = text.strip()
    if _CLOSING.match(stripped) or not re.search(r"[^\W\d_]", stripped) or width(stripped) > 100:
        return False
    if re.search(r"\t|\||https?://|@\w", _without_number(stripped)) or is_spaced_label(stripped):
        return False
    asks = re.match(r"(?:Q|Ｑ|問|문)\s*[0-9０-９]{1,2}[.．、:：\s　]", stripped) and stripped.count("。") <= 1
    if asks:
        return True
    if (ends_sentence(stripped) and not re.search(r"[?？!！…][」』”\"）)]*$", stripped)) or "。" in stripped:
        return False
    return not (is_caption(stripped) or is_source(stripped) or is_unit(stripped) or stripped[-1] in ",、，;；:：")


def _without_number(text: str) -> str:
    """Return a heading's words without the sign or number before them, and the tab that may stand between."""
    found = style(text) if "\t" in text else None
    told = found is not None and not text[: found.length].strip().isdecimal()  # a figure alone may be that of a row
    return text[found.length :].lstrip("\t") if found is not None and told else text


def could_be_bare_heading(text: str) -> bool:
    """Say whether a line without any sign or number can be a heading by its words: shorter, not a clause."""
    stripped = _KIND.sub("", text.strip())
    if (
        not could_be_heading(stripped)
        or _CREDIT.match(stripped)
        or _PICTURED.search(stripped)
        or _DATE_LIKE.match(stripped)
    ):
        return False
    if stripped[0] in '•・-–—*+>※＊「『“"(（[［〈':
        return False
    if any(is_wide(char) or is_hangul(char) for char in stripped):
        return width(stripped) <= 60
    words = stripped.split()
    return len(words) <= 10 and len(stripped) <= 80 and not stripped[0].islower()


def is_below_picture(text: str) -> bool:
    """Say whether a line is printed below a picture: no sentence, and it tells at its end who took that."""
    return bool(_PICTURED.search(text)) and width(text) <= _PICTURE_LINE and not ends_sentence(text)


_PICTURE_LINE = 100  # columns


def _value(printed: str) -> int | None:
    """Return the number that a heading prints in digits, kanji, roman figures, a letter or a circle."""
    plain = unicodedata.normalize("NFKC", printed)  # ① and Ⅳ are 1 and IV
    last = re.split(r"[.\-]", plain)[-1]
    if last.isdecimal():
        return int(last)
    if plain and all(char in _KANJI for char in plain):
        tens, ten, ones = plain.rpartition("十")
        base = (_KANJI.index(tens[0]) + 1 if tens else 1) * 10 if ten else 0
        return base + (_KANJI.index(ones[0]) + 1 if ones else 0)
    if re.fullmatch(r"[IVX]+|[ivx]+", plain):
        values = [{"I": 1, "V": 5, "X": 10}[char] for char in plain.upper()]
        return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
    if re.fullmatch(r"[A-Za-z]", plain):
        return ord(plain.upper()) - ord("A") + 1
    return next((row.index(plain) + 1 for row in _KANA if plain in row), None)


_KANA = ("アイウエオカキクケコ", "イロハニホヘトチリヌルヲワカヨタレソツネ")  # the orders in which kana count
