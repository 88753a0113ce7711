"""The lines before the body of a plain text: title, author, affiliation or series, date.

Invariant: a field is the document's own words (a date as ISO 8601), or empty when no line says it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
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
    "publisher": r"発行(?:元|者|所)?|出版(?:社|者|元)?|媒体|配信元|提供元?|来源|出版社|发布机构|발행처?|출처|제공|Publisher|Published by|Issued by|Source",
}
_LABELLED = {
    key: re.compile(
        rf"[\s【〔\[（(■●○◆・]*(?:{words})[\s】〕\]）)]*(?:[:：＝=／]|(?<=[】〕\]）)])|(?<=By)\s|(?<=by)\s|(?<= on)\s)\s*(?P<value>\S.*)$",
        0 if key == "author" else re.IGNORECASE,
    )
    for key, words in _LABELS.items()
}
_SERIES = re.compile(r"(?:No\.?|Nos\.|№|Vol\.?|第)\s*[0-9０-９]+|[0-9０-９]+\s*号|Series|シリーズ|(?:Working|Discussion|Policy) (?:Paper|Brief)", re.IGNORECASE)
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
_QUOTED = {"「": "」", "『": "』", "“": "”", '"': '"', "《": "》"}


@dataclass(frozen=True, slots=True)
class Preamble:
    """What the opening lines say; ``lines`` are the indices of blocks that are title or such and open no section."""

    title: str = ""
    author: str = ""
    date: str = ""
    publisher: str = ""
    blocks: frozenset[int] = frozenset()


def read(blocks: Sequence[Block], start: int, lowered: frozenset[str] = frozenset()) -> Preamble:
    """Return what the blocks before index ``start`` (the body) say.

    ``lowered`` are the words that the document writes in lower case somewhere: they are no one's name.
    """
    roles: dict[int, str] = {}
    values: dict[str, str] = {}
    for index, block in enumerate(blocks[:start]):
        for line in _block_lines(block):
            role, value = _role(line)
            if role and not values.get(role):
                values[role] = value
                roles.setdefault(index, role)
            elif role:
                roles.setdefault(index, role)
    title = _title(blocks, start, roles)
    if title is not None:
        roles[title] = "title"
        values.setdefault("title", unquote(_first_line(blocks[title])))
    _people(blocks, start, roles, values, title, lowered)
    publisher = values.get("publisher") or values.get("series") or values.get("affiliation", "")
    keep = {index for index in roles}
    return Preamble(values.get("title", ""), values.get("author", ""), values.get("date", ""), publisher, frozenset(keep))


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


def _block_lines(block: Block) -> Iterable[str]:
    return (line.strip() for line in block.text.split("\n") if line.strip())


def _first_line(block: Block) -> str:
    text = block.text
    return text.split("\n")[0] if block.kind != "heading" else text.replace("\n", " ")


def _role(line: str) -> tuple[str, str]:
    """Return what a preamble line is (author, date, publisher, series, affiliation) and what it says, or nothing."""
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
            return key, _without_date(value) if key == "author" else value
    found = _date(line)
    if found and _mostly_date(line):
        return "date", found
    if _SERIES.search(line) and width(line) <= 80 and not style(line) and not ends_sentence(line.rstrip(".")):
        return "series", line.strip("（）()[]［］【】 　")
    return "", ""


def _date(line: str) -> str:
    return next((m.value for m in find_dates(line) if m.stated_year and not m.value.startswith("-")), "")


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


def _title(blocks: Sequence[Block], start: int, roles: dict[int, str]) -> int | None:
    """Return the block that is the title: a first-level heading, else the first heading, else the first free line."""
    if "title" in roles.values():
        return None
    opening = [i for i in range(min(start, len(blocks))) if i not in roles]
    heads = [i for i in opening if blocks[i].kind == "heading" and 0 < blocks[i].level < 6]
    if heads:
        return min(heads, key=lambda i: (blocks[i].level, i))
    if opening:
        first = opening[0]
        numbered = style(blocks[first].text)
        if is_notes_heading(blocks[first].text) or (numbered and numbered.name != "symbol" and blocks[first].kind == "heading"):
            return None
        alone = first + 1 >= len(blocks) or start == first + 1
        return None if alone and blocks[first].kind == "heading" and len(blocks) > 2 and not _titular(blocks, first) else first
    if start < len(blocks) and blocks[start].kind == "heading" and start == 0:
        return 0 if blocks[0].level == 1 else None
    return None


def _titular(blocks: Sequence[Block], index: int) -> bool:
    """Say whether a heading right above the body can be the title: no other heading stands on its level."""
    level = blocks[index].level
    return index == 0 or not any(block.kind == "heading" and block.level == level for block in blocks[index + 1 :])


def _people(
    blocks: Sequence[Block],
    start: int,
    roles: dict[int, str],
    values: dict[str, str],
    title: int | None,
    lowered: frozenset[str],
) -> None:
    """Find the author's name and affiliation among the lines that have no role yet."""
    for index in range(min(start, len(blocks))):
        if index in roles or index == title or (blocks[index].kind == "heading" and blocks[index].level):
            continue
        if title is not None and index < title and not any(is_wide(char) for char in blocks[index].text):
            continue
        for line in _block_lines(blocks[index]):
            name, rest = _name_in(line, lowered)
            if name:
                values["author"] = values.get("author") or name
                roles[index] = "author"
            elif (_ORGANISATION.search(line) or _POST.search(line)) and width(line) <= 80 and not ends_sentence(line):
                roles[index] = "affiliation"
            affiliation = rest if name else (line if roles.get(index) == "affiliation" else "")
            if affiliation and not values.get("affiliation"):
                values["affiliation"] = affiliation.strip("（）()[] 　、,")


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
