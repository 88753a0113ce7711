"""When, by whom and in which issue a text appeared, as its last lines print it where its first say nothing.

Invariant: a line counts only where it holds nothing but a day with its month, an institution, the issue of a
periodical, or what a label says (令和6年7月　港湾物流庁); what stands above the first that holds more is not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from corpus.structure.blocks import Block
from corpus.structure.headings import is_notes_heading
from corpus.structure.imprint import house_of, is_sender
from corpus.structure.lines import has_sentence, width
from corpus.structure.mastheads import paper_of
from corpus.structure.numbered import is_issue
from corpus.structure.people import is_person
from corpus.structure.roles import date_of, names_other_day, role
from corpus.structure.titles import names_sender

_BLOCKS = 3  # from the end
_LINES = 8
_LONGEST = 80  # columns of a line
_PARTS = re.compile(r"[\u3000|｜]+|\s{2,}|(?=[（(])")
_TAIL = re.compile(r"[。．.!?！？][」』”]?\s*[（(]([^（）()]{6,40})[)）]$")
_ISSUED = re.compile(r"(?:編集・?)?発行(?:[：:]|[\s\u3000]|$)|(?:発行|編集)(?:者|元|所|(?:年月)?日)?$")
_TOLD = re.compile(  # what stands in an imprint beside the day and the house, under a label
    r"(?:(?:責任)?編集(?:人|長|者|委員|室|部)?|発行人|印刷(?:所|者)?|製本|装[丁幀]|題字|表紙|写真|(?:頒布?|定)価|価格|電話|TEL|FAX|振替|住所"
    r"|所在地|発行(?:所|者|元|部数)?|(?:執行)?主编|责任编辑|编辑|印刷厂?|定价|电话|地址|邮编|편집인?|발행인|인쇄|정가|전화|주소)"
    r"(?:[\s\u3000]*[:：／/＝=]|[\s\u3000]+)\S|(?:〒|ISSN|ISBN|URL|https?:|E-?mail|禁無断|無断転載)"
)
_MONTH_NAME = len("September")
_MONTH = len("2024-07")


class Colophon(NamedTuple):
    """What the last lines of a text name; each is empty where they do not."""

    date: str = ""
    publisher: str = ""
    series: str = ""


def colophon(blocks: Sequence[Block]) -> Colophon:
    """Return the day, the institution and the issue that the last lines of a text name."""
    blocks = _without_notes(blocks)
    date, publisher, series = (_behind_last(blocks[-1]) if blocks else ""), "", ""
    lines = [line for block in reversed(blocks[-_BLOCKS:]) for line in _lines(block)][:_LINES]
    for line in lines:
        said = _told(line)
        if not all(kind for kind, _ in said):
            break
        for kind, value in said:
            date = date or (value if kind == "date" else "")
            publisher = publisher or (value if kind == "publisher" else "")
            series = series or (value if kind == "series" else "")
    return Colophon(date, publisher, series)


def _told(line: str) -> list[tuple[str, str]]:
    """Return what the parts of a line are and say; a label tells what stands behind it, whatever that is."""
    parts = [part.strip() for part in _PARTS.split(line) if part.strip()]
    said = [_said(part) for part in parts]
    if _TOLD.match(line):
        return [(kind or "label", value) for kind, value in said]
    kinds = [kind for kind, _ in said]
    if "date" in kinds:  # （2024年7月3日　岬新報夕刊）
        papers = [paper_of(part.strip("（）()[] ")) for part in parts]
        said = [("publisher", paper) if paper and not one[0] else one for one, paper in zip(said, papers, strict=True)]
    if "series" in kinds and "date" in kinds and kinds[-1] == "" and _is_house(parts[-1]):
        said[-1] = ("publisher", parts[-1])  # 『渚』第7号　2023年3月31日発行　渚社
    return said


def _without_notes(blocks: Sequence[Block]) -> Sequence[Block]:
    """Return the blocks without the notes at their end and the heading of these: the text ends above."""
    end = len(blocks)
    while end and (blocks[end - 1].kind in ("note", "stray") or is_notes_heading(blocks[end - 1].text)):
        end -= 1
    return blocks[:end]


def _behind_last(block: Block) -> str:
    """Return the day in brackets right behind the last sentence of a text (…である。（2025年3月3日）), or nothing."""
    tail = _TAIL.search(block.text) if block.kind == "prose" else None
    if tail is None or width(re.sub(r"[\d\W年月日년월일]", "", tail[1])) > _MONTH_NAME:
        return ""
    kind, value = _said(tail[1])
    return value if kind == "date" else ""


def _lines(block: Block) -> list[str]:
    """Return the lines of a block from the last on; one empty line where it holds text."""
    texts = [piece.line.text.strip() for piece in block.slices]
    plain = block.kind == "prose" and not has_sentence(block.text) and all(width(text) <= _LONGEST for text in texts)
    return list(dict.fromkeys(reversed(texts))) if plain else ["\0"]


def _is_house(part: str) -> bool:
    """Say whether what stands last, behind an issue and its day, may be who issues it: a name, and no person's."""
    return is_sender(part) or not (re.search(r"\d|[^\w・&]", part) or is_person(part))


def _said(part: str) -> tuple[str, str]:
    """Return what a part of a line is (a date, a publisher, or a label of one; empty for anything else) and says."""
    text = part.strip("（）()[] ")
    if is_issue(text):
        return "series", text
    kind, value = role(text)
    if kind == "date" and len(value) >= _MONTH and date_of(text) and not names_other_day(text):
        return "date", value
    if kind == "publisher" and value:
        return "publisher", value
    if _ISSUED.fullmatch(text):
        return "label", ""
    return ("publisher", house_of(text)) if names_sender(text) else ("", "")
