"""Labels and captions of tables and figures, the source line below them, what period and unit they name.

Invariant: a sentence about a table (表2に示すように…, "Table 3 shows …") is never taken for its caption.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.structure.lines import Line, ends_sentence, has_sentence, width
from corpus.structure.tables_named import tables_named
from corpus.structure.units import unit_at

_NUMBER = (
    r"(?:\d{1,3}|[０-９]{1,3}|[一二三四五六七八九十]{1,3}(?![^\W\d_])|[IVX]{1,5}\b|[A-Z]\b)"
    r"(?:[-–.‐－．][0-9０-９]{1,2})*(?:[a-zA-Z]\b)?"
)
_LABEL = re.compile(
    r"(?P<label>(?:(?:付|別|参考|補)?(?:図表|表|図|写真|資料図)|圖表|图表|圖|图|표|그림|도표|[Tt]able|TABLE|[Tt]ab\.|[Ff]igure|FIGURE|"
    r"[Ff]ig\.|[Cc]hart|CHART|[Ee]xhibit|EXHIBIT)(?:\s*[-‐－]?(?P<number>" + _NUMBER + r"))?"
    r"|第\s?(?P<counted>[\d０-９一二三四五六七八九十]{1,3})\s?(?:図表|表|図)(?=[\s　（(「：:]|$))(?P<rest>.*)$",
    re.DOTALL,
)
_PAPER = re.compile(
    r"(?P<label>(?:資料|別[紙添]|参考資料|자료|붙임|별첨|附件|附录|附錄|Annex|Appendix|Attachment)\s?(?:[0-9０-９]{1,2}(?:[-－‐][0-9０-９]{1,2})?|[A-Z]\b))"
    r"[\s　：:.．]+(?P<rest>\S.*)$"
)
_SEPARATOR = re.compile(r"\s*[:：.．|｜—–\-]\s*|\s+|(?=[（(［\[「『【<＜〈《])")
_FRAMED = re.compile(
    r"[〈《【\[［＜<〔（(]\s*([^〈《【\[［＜<〔（(〉》】\]］＞>〕）)]{1,12}?)\s*[〉》】\]］＞>〕）)]\s*"
)
_MADE_FROM = re.compile(
    r"[※＊*注]\s*\S[^。]{2,80}(?:(?:から|より|に基づき|に基づいて|を(?:もと|基|元)に)[^。、]{0,12}作成|による|より|調べ|調べによる)[）)]?。?$"
)
# What labels a source, below a table or a figure.
ORIGIN = r"(?:データ|資料)?(?:出\s?典|出\s?所|引用元)|資\s?料(?:出所)?|(?:资料|資料|数据)来源|来源|來源|出处|자료|출처"
_SOURCE = re.compile(
    rf"[\s*※（(\[]*(?:{ORIGIN}|[Ss]ources?|SOURCES?|"
    r"[Nn]otes?|NOTES?|注記?|註|备注|備考|주)\s*\d{0,2}[)）\]]?\s*[:：＝=／]\s*\S"
    rf"|[\s*※]*[（(\[［【〔<＜〈《]\s?(?:{ORIGIN})\s?[)）\]］】〕>＞〉》]\s*\S"
    rf"|[\s*※]*(?:{ORIGIN})[)）]\s*\S"  # 資料）…, as white papers print it
)
_REMARK = re.compile(
    r"[\s*※]*(?:[（(\[［〔【]\s*(?:[Nn]otes?|NOTES?|注記?|註|备注|備考|비고|주)\s*\d{0,2}\s*[)）\]］〕】]\s*[:：]?"
    r"|(?:[Nn]otes?|NOTES?|注記?|註|备注|備考|비고|주)\s*\d{0,2}\s*[:：＝=／]|(?:注|註|備考)\d{0,2}[\s)）])\s*(?=\S)"
)
_WITHIN = re.compile(  # a label behind a sentence or a gap: （注）税込み。（出所）…
    rf"(?<=[。．\s])(?:[（(\[［【〔<＜〈《]\s?(?:{ORIGIN}|注記?|註|備考)\s?\d{{0,2}}\s?[)）\]］】〕>＞〉》]"
    rf"|(?:{ORIGIN}|注記?|註|備考)\s?\d{{0,2}}\s?[)）:：])(?=\s*\S)"
)
_UNIT = re.compile(
    r"[（(［\[]?\s*(?:単位|單位|单位|단위|[Uu]nits?|UNITS?)\s*[:：;=]?\s*(?P<unit>[^）)\]］、,，／/]+(?:[／/][^）)\]］、,，]+)?)[）)\]］]?"
)
_IN_UNIT = re.compile(
    r"[（(]\s*(?:in\s+)?(?P<unit>(?:(?:million|billion|thousand)s?\s+(?:of\s+)?|US|％|%|\$|€|¥|£)[^（）()]{0,30})[)）]"
)
_BRACKET_UNIT = re.compile(r"[（(［\[]\s*(?P<unit>[^（）()［］\[\]]{1,20})\s*[）)］\]]\s*$")
_PARTS = re.compile(r"[、,，;；]")
_MEASURE = re.compile(
    r"円|ドル|ユーロ|元|人|名|件|社|台|隻|本|戸|世帯|トン|吨|噸|キロ|メートル|％|%|割合|指数|원|달러|명|톤|건|"
    r"\b(?:USD|US|JPY|EUR|yen|dollars?|euros?|won|yuan|tonnes?|tons?|kg|km|"
    r"percent|per cent|index|persons?|people|units?|number)\b|[$€¥£]",
    re.IGNORECASE,
)
_AND_DATE = re.compile(  # (crowns, from 1 March 2019): what is counted, and of when
    r"\((?P<unit>(?:(?:hundred|thousand|million|billion)s? (?:of )?)?[a-z]{3,}s), [^()]*\b(?:1[89]|20)\d\d\)$"
)
_CONTINUED = re.compile(r"[（(\[]?\s*(?:続き|つづき|續|续表?|continued|cont[’']?d\.?|계속)\s*[)）\]]?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Caption:
    """A caption line taken apart: ``label`` (表2), the words behind it from character ``rest`` of the line."""

    label: str
    rest: int
    text: str
    continued: bool = False


def caption(text: str) -> Caption | None:
    """Return the label and caption that a line prints, or None when the line is no caption."""
    if tables_named(text):
        return None  # 図表1・2とも資料は前掲注5
    if (framed := _FRAMED.match(text)) and len(text) <= 300:
        inner, tail = _LABEL.match(framed[1]), text[framed.end() :]
        bare = inner and framed[1].strip() == "表" and tail.strip()  # 〔表〕月別の入館者数
        if inner and (inner["number"] or bare) and not inner["rest"].strip():
            sentence = has_sentence(tail.rstrip(".。 ")) or ends_sentence(tail) or re.match("[ぁ-ん、。]", tail)
            label = framed[1].strip()
            return None if sentence else Caption(label, framed.end(), tail.strip(), bool(_CONTINUED.search(text)))
    match = _LABEL.match(text)
    if not match or len(text) > 300:
        return None
    label, rest = match["label"].rstrip(), match["rest"]
    start = len(text)
    if rest.strip():
        gap = _SEPARATOR.match(rest)
        start = match.end("label") + (gap.end() if gap else 0)
        if not _separated(text, label, bool(match["number"] or match["counted"]), gap, text[start:]):
            return None
    elif not match["number"] and not match["counted"]:
        return None
    return Caption(label, start, text[start:].strip(), bool(_CONTINUED.search(text)))


def _separated(text: str, label: str, numbered: bool, gap: re.Match[str] | None, tail: str) -> bool:
    """Say whether the words behind a label are its caption, and not a sentence that mentions it."""
    latin = label[0].isascii()
    if has_sentence(tail.rstrip(".。 ")) or (text.rstrip().endswith("。") and width(text) > 90):
        return False
    if gap is None:  # 表1金正恩… but not 表1に示す
        return numbered and not latin and bool(re.match(r"[一-鿿゠-ヿA-Z0-9]", tail)) and not ends_sentence(text)
    if not numbered:
        return bool(gap[0]) and (bool(gap[0].strip()) or not (latin or ends_sentence(text)))
    return not (gap[0].isspace() and latin and not re.match(r"[A-Z0-9“\"'(]", tail))  # "Table 3 shows"


def handed_out(text: str) -> Caption | None:
    """Return the number and title of a paper that was handed out (資料１　…, 붙임 2 …); a table may stand below it."""
    match = _PAPER.match(text)
    return Caption(match["label"].rstrip(), match.start("rest"), match["rest"].strip()) if match else None


def of_papers(lines: Sequence[Line], at: int) -> bool:
    """Say whether a line is one of several that each name a paper that was handed out (資料1　…, 資料2　…)."""
    beside = (lines[k].text.strip() for k in (at - 1, at + 1) if 0 <= k < len(lines))
    return handed_out(lines[at].text.strip()) is not None and any(handed_out(text) for text in beside)


def is_caption(text: str) -> bool:
    """Say whether a line is a label or caption."""
    return caption(text) is not None


def is_source(text: str) -> bool:
    """Say whether a line opens as the source or note line below a table or figure (出典：, Source:)."""
    if len(text) > _LONGEST_SOURCE:
        return False
    told = _SOURCE.match(text) or _MADE_FROM.match(text.strip()) or tables_named(text.strip())
    return bool(told or (is_remark(text) and any(_SOURCE.match(text, at) for at in labels_within(text))))


_LONGEST_SOURCE = 600  # characters


def labels_within(text: str) -> tuple[int, ...]:
    """Return where labels of a source or a remark stand in a line behind its first words, in order."""
    return tuple(match.start() for match in _WITHIN.finditer(text) if text[: match.start()].strip())


def names_sources(text: str) -> bool:
    """Say whether a text only names sources (出典：中国税関統計), and tells nothing besides."""
    return is_source(text) and not is_remark(text) and not has_sentence(text.rstrip(" 。．."))


def is_remark(text: str) -> bool:
    """Say whether a line opens as a remark on a table or figure: 注：, （注）, 備考, Note:."""
    return bool(_REMARK.match(text))


def is_legend(line: str, cells: Sequence[str]) -> bool:
    """Say whether a line opens with a letter that stands behind a figure in a cell of the table above it (37a)."""
    letter = re.match(r"([a-e])\s+(?=[A-Z])", line)
    return letter is not None and any(re.search(rf"\d{letter[1]}$", text) for text in cells)


def remark_words(text: str) -> str:
    """Return the words of a remark behind what opens it; nothing where the line opens as none."""
    match = _REMARK.match(text)
    return text[match.end() :] if match else ""


def is_unit(text: str) -> bool:
    """Say whether a line says nothing but the unit of a table (単位：百万円)."""
    match = _UNIT.match(text.strip())
    return bool(match) and len(text.strip()) <= 40 and not has_sentence(text)


def unit_of(caption_text: str, header: tuple[str, ...], extra: str = "") -> str:
    """Return the unit that a unit line, the caption or the header's brackets print; several are joined with a comma."""
    for text in (extra, caption_text):
        if match := _UNIT.search(text) or _AND_DATE.search(text.strip()) or _IN_UNIT.search(text):
            return match["unit"].strip(" ）)]］")
    if match := _BRACKET_UNIT.search(caption_text):
        parts = [part.strip() for part in _PARTS.split(match["unit"])]
        measures = [part for part in parts if _MEASURE.search(part) or (len(parts) > 1 and unit_at(part, 0)[0])]
        if measures:  # beside them stand the day or year the figures are of (2023年10月1日現在、人)
            return ", ".join(measures)
    units: list[str] = []
    for cell in header[1:]:
        match = _BRACKET_UNIT.search(cell)
        if match and (match["unit"] in ("日", "年") or not re.fullmatch(r"[\d\s./年月日–-]+", match["unit"])):
            labelled = _UNIT.match(match["unit"])
            units.append((labelled or match)["unit"].strip())
    return ", ".join(dict.fromkeys(units))


def continued(text: str) -> bool:
    """Say whether a caption says that it goes on from the page before."""
    return bool(_CONTINUED.search(text))
