"""The lines before the body of a plain text: title, author, affiliation or series, date.

Invariant: a field is the document's own words (a date as ISO 8601), or empty when no line says it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.structure.blocks import Block
from corpus.structure.dates import find_dates
from corpus.structure.headings import is_notes_heading, style
from corpus.structure.lines import ends_sentence, is_hangul, is_kana, is_wide, width
from corpus.structure.people import is_person

_LABELS = {
    "title": r"タイトル|題名|件名|표제|제목|标题|標題|題|Title|Subject",
    "author": r"著者名?|執筆者?|筆者|作者|文責|取材・?文|文・写真|文|報告者|発表者|撰文|作者|记者|記者|글|저자|필자|작성자|기자|Authors?|Written by|By",
    "date": r"(?:掲載|公開|発行|更新|投稿|作成|配信|発表|公表|最終更新)?(?:年月)?日時?|发布时间|发布日期|日期|时间|작성일|등록일|게시일|보도일|배포일|일자|날짜|"
    r"(?:Published|Updated|Posted|Issued|Released|Date|Publication date)(?: on)?",
    "publisher": r"発行(?:元|者|所)?|出版(?:社|者|元)?|媒体|配信元|提供元?|来源|出版社|发布机构|발행처?|출처|제공|담당(?:\s?부서)?|担当(?:部署)?|Publisher|Published by|Issued by|Source",
}
_LABELLED = {
    key: re.compile(
        rf"[\s【〔\[（(■●○◆・]*(?:{words})[\s】〕\]）)]*(?:[:：＝=／]|(?<=[】〕\]）)])|(?<=By)\s|(?<=by)\s|(?<= on)\s)\s*(?P<value>\S.*)$",
        0 if key == "author" else re.IGNORECASE,
    )
    for key, words in _LABELS.items()
}
_SERIES = re.compile(
    r"(?:No\.?|Nos\.|№|Vol\.?|第)\s*[0-9０-９]+|[0-9０-９]+\s*号|Series|シリーズ|(?:Working|Discussion|Policy) (?:Paper|Brief)",
    re.IGNORECASE,
)
_ORGANISATION = re.compile(
    r"(?:研究所|研究会|研究院|大学院?|学院|学会|学部|会社|協会|連盟|新聞社?|通信社?|省|庁|局|部|委員会|センター|財団|機構|銀行|本部|事務局|政府|公司|中心|部门|"
    r"연구소|연구원|대학교|학회|협회|위원회|부|청|처|공사|재단|신문|통신)(?=\s|　|$|[（(])|"
    r"\b(?:University|Institute|Ministry|Department|Center|Centre|Council|Agency|Foundation|Association|Bank|Inc|Ltd|Corporation|Office|Bureau|"
    r"Committee|Commission|Organization|Organisation|School|College|Press|News|Times|Post|Journal|Review)\b"
)
_POST = re.compile(
    r"(?:研究員|教授|講師|助教|記者|委員|理事|主任|部長|所長|局長|フェロー|アナリスト|ライター|代表|会長|社長|顧問|编辑|編集|研究员|교수|연구위원|연구원|기자|위원|대표|"
    r"[Pp]rofessor|[Ff]ellow|[Aa]nalyst|[Cc]orrespondent|[Rr]eporter|[Ee]ditor|[Rr]esearcher|[Dd]irector|[Ee]conomist)(?=\s|　|$|[,，、（(])"
)
_GENRE = re.compile(
    r"[\s【〔\[<＜]*(?:プレス・?リリース|報道発表(?:資料)?|ニュースリリース|お知らせ|新闻稿|新聞稿|보도\s?자료|보도\s?참고\s?자료|Press Release|News Release|"
    r"For Immediate Release|Media Release)[\s】〕\]>＞]*$",
    re.IGNORECASE,
)
_QUOTED = {"「": "」", "『": "』", "“": "”", '"': '"', "《": "》"}


@dataclass(frozen=True, slots=True)
class Preamble:
    """What the opening lines say; ``lines`` are the indices of blocks that are title or such and open no section."""

    title: str = ""
    author: str = ""
    date: str = ""
    publisher: str = ""
    blocks: frozenset[int] = frozenset()


@dataclass(slots=True)
class _Opening:
    """One line of the preamble: the block it stands in, its words, and what it was found to be."""

    block: int
    text: str
    role: str = ""
    value: str = ""


def read(blocks: Sequence[Block], start: int, lowered: frozenset[str] = frozenset()) -> Preamble:
    """Return what the blocks before index ``start`` (the body) say.

    ``lowered`` are the words that the document writes in lower case somewhere: they are no one's name.
    """
    lines = [_Opening(i, text) for i, block in enumerate(blocks[:start]) for text in _block_lines(block)]
    for line in lines:
        line.role, line.value = _role(line.text)
    title = _title(blocks, start, lines)
    post = _people(blocks, lines, title, lowered)
    values: dict[str, str] = {}
    for line in lines:
        if line.role and line.value:
            values.setdefault(line.role, line.value)
    if not values.get("date"):
        values["date"] = next(
            (found for line in lines if line.role != "title" and (found := _date(line.text, True))), ""
        )
    publisher = values.get("publisher") or values.get("series") or values.get("affiliation") or post
    keep = frozenset(line.block for line in lines if line.role)
    return Preamble(values.get("title", ""), values.get("author", ""), values.get("date", ""), publisher, keep)


def repeated_title(blocks: Sequence[Block], title: str) -> Preamble:
    """Return the preamble of a text with front matter: its first heading, when that is the title once more."""
    for index, block in enumerate(blocks[:3]):
        if block.kind == "heading":
            same = re.sub(r"\W", "", block.text) == re.sub(r"\W", "", title)
            only = block.level == 1 and sum(one.kind == "heading" and one.level == 1 for one in blocks) == 1
            return Preamble(blocks=frozenset((index,))) if same or only else Preamble()
    return Preamble()


def unquote(text: str) -> str:
    """Return the text without quotation signs around the whole of it."""
    stripped = text.strip()
    closer = _QUOTED.get(stripped[:1])
    if closer and stripped.endswith(closer) and len(stripped) > 2:
        inner = stripped[1:-1]
        if stripped[0] not in inner and closer not in inner:
            return inner
    return stripped


def language(text: str) -> str:
    """Return ja, en, zh or ko by the scripts of the text."""
    sample = text[:20000]
    kana = sum(is_kana(char) for char in sample)
    hangul = sum(is_hangul(char) for char in sample)
    han = sum("\u4e00" <= char <= "\u9fff" for char in sample)
    latin = sum(char.isascii() and char.isalpha() for char in sample)
    if hangul > max(kana, han) and hangul * 4 > latin:
        return "ko"
    if kana >= 0.08 * (kana + han) and (kana + han) * 4 > latin and kana:
        return "ja"
    return "zh" if han * 4 > latin and han else "en"


def _block_lines(block: Block) -> list[str]:
    if block.kind == "heading":
        return [block.text.replace("\n", " ")]
    return [line.strip() for line in block.text.split("\n") if line.strip()]


def _role(line: str) -> tuple[str, str]:
    """Return what a preamble line is (author, date, publisher, series, affiliation) and what it says, or nothing."""
    if _GENRE.match(line):
        return "genre", ""
    for key, pattern in _LABELLED.items():
        if match := pattern.match(line):
            value = match["value"].strip()
            if key == "date":
                found = _date(value)
                if found:
                    return "date", found
                continue
            if key in ("author", "publisher") and (width(value) > 80 or ends_sentence(value.rstrip("."))):
                continue
            if key == "author":
                return key, re.split(r"\s*[|｜]\s*", _without_date(value))[0]
            return key, unquote(value) if key == "title" else value
    found = _date(line)
    if found and _mostly_date(line):
        return "date", found
    if _SERIES.search(line) and width(line) <= 80 and not style(line) and not ends_sentence(line.rstrip(".")):
        return "series", line.strip("（）()[]［］【】 　")
    return "", ""


def _date(line: str, exact: bool = False) -> str:
    """Return the first date with a year that the line prints (``exact``: to the day), or nothing."""
    found = (mention.value for mention in find_dates(line) if mention.stated_year and not mention.value.startswith("-"))
    return next((value for value in found if len(value) == 10 or not exact), "")


def _mostly_date(line: str) -> bool:
    """Say whether a line says little more than a date: at most a label, a weekday, a time or a place."""
    rest = line
    for mention in reversed(find_dates(line)):
        rest = rest[: mention.start] + rest[mention.end :]
    rest = re.sub(r"\d{1,2}[:：時]\d{2}分?(?:[:：]\d{2})?|[（(].{1,4}[)）]|(?:AM|PM|JST|GMT|UTC|KST)", "", rest)
    words = re.sub(r"\W+", "", rest)
    return width(words) <= 16 and not ends_sentence(line.rstrip("."))


def _without_date(value: str) -> str:
    mentions = [mention for mention in find_dates(value) if mention.stated_year]
    return value[: mentions[0].start].strip(" 　,、|｜/／-–—·•") if mentions and mentions[0].start else value


def _title(blocks: Sequence[Block], start: int, lines: Sequence[_Opening]) -> int | None:
    """Name the title among the lines and return its index: the highest heading, else the first line without a role."""
    free = [i for i, line in enumerate(lines) if not line.role]
    if any(line.role == "title" for line in lines):
        return next(i for i, line in enumerate(lines) if line.role == "title")
    heads = [i for i in free if blocks[lines[i].block].kind == "heading" and 0 < blocks[lines[i].block].level < 6]
    chosen = min(heads, key=lambda i: (blocks[lines[i].block].level, i)) if heads else (free[0] if free else None)
    if chosen is None or (not heads and not _can_be_title(blocks, start, lines[chosen])):
        return None
    lines[chosen].role, lines[chosen].value = "title", unquote(lines[chosen].text)
    return chosen


def _can_be_title(blocks: Sequence[Block], start: int, line: _Opening) -> bool:
    """Say whether a plain first line can be the title: no numbered or notes heading, and nothing like it further down."""
    numbered = style(line.text)
    block = blocks[line.block]
    if is_notes_heading(line.text) or (numbered and numbered.name != "symbol" and block.kind == "heading"):
        return False
    right_above_body = start == line.block + 1
    others = any(other.kind == "heading" and other.level == block.level for other in blocks[line.block + 1 :])
    return not (block.kind == "heading" and right_above_body and line.block and others)


def _people(blocks: Sequence[Block], lines: Sequence[_Opening], title: int | None, lowered: frozenset[str]) -> str:
    """Find the author and the affiliation among the lines without a role; return what an author's line adds to the name."""
    rests = [
        re.split(r"\s*[|｜]\s*", line.text)[1]
        for line in lines
        if line.role == "author" and re.search("[|｜]", line.text)
    ]
    for i, line in enumerate(lines):
        if line.role or (blocks[line.block].kind == "heading" and blocks[line.block].level):
            continue
        if title is not None and i < title and not any(is_wide(char) or is_hangul(char) for char in line.text):
            continue
        name, rest = _name_in(line.text, lowered)
        affiliated = bool(_ORGANISATION.search(line.text) or _POST.search(line.text))
        if name:
            line.role, line.value = "author", name
            rests.append(rest)
        elif affiliated and width(line.text) <= 80 and not ends_sentence(line.text):
            line.role, line.value = "affiliation", line.text.strip("（）()[] 　、,")
    named = (rest.strip("（）()[] 　、,") for rest in rests)
    return next((rest for rest in named if rest and not _POST.fullmatch(rest) and not _date(rest)), "")


def _name_in(line: str, lowered: frozenset[str]) -> tuple[str, str]:
    """Return the person a line names and what else it says (post, affiliation), or two empty strings."""
    stripped = line.strip("（）()[]【】 　")
    if is_person(stripped, lowered):
        return stripped, ""
    parts = [part for part in re.split(r"[\s　]+|[（(／/,、|｜]", stripped) if part.strip("）)")]
    if not (_POST.search(stripped) or _ORGANISATION.search(stripped)) or len(parts) < 2:
        return "", ""
    if any(is_wide(char) or is_hangul(char) for char in stripped):
        for size in (2, 1):
            for at in (0, len(parts) - size):
                name = " ".join(part.strip("）)") for part in parts[at : at + size])
                if at >= 0 and is_person(name, lowered):
                    return name, stripped.replace(name, "").strip(" 　/／、,()（）")
        return "", ""
    head, _, tail = stripped.partition(",")
    return (head.strip(), tail.strip()) if tail and is_person(head, lowered) else ("", "")
