"""Which of the opening lines of a text is its title.

Invariant: no line is named title that says something else (a date, an author, an institution alone, a fact under a
label), but where nothing else can be one: a text may be called by its place in a series.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.structure.blocks import Block
from corpus.structure.headings import is_notes_heading, style
from corpus.structure.issuers import is_office
from corpus.structure.lines import ends_sentence, is_wide, width
from corpus.structure.roles import ORGANISATION, unquote, without_volume

_KICKER = re.compile(r"[【〔\[］〈<][^】〕\]〉>]{1,30}[】〕\]〉>]\s*$")


@dataclass(slots=True)
class Opening:
    """One line of the preamble: the block it stands in, its words, and what it was found to be."""

    block: int
    text: str
    role: str = ""
    value: str = ""
    issue: str = ""  # what number of a series a title gives itself


def only_top_heading(blocks: Sequence[Block], lines: Sequence[Opening]) -> None:
    """Let the one heading of the first level be the title, whatever else it reads like.

    Where that is the name of a firm, and a heading stands right below it, the latter is what the firm publishes.
    """
    tops = [index for index, block in enumerate(blocks) if block.kind == "heading" and block.level == 1]
    if len(tops) != 1:
        return
    below = tops[0] + 1
    firm = _FIRM.search(unquote(blocks[tops[0]].text)) and below < len(blocks) and blocks[below].kind == "heading"
    for line in lines:
        if line.block == tops[0] and firm:
            line.role, line.value = "publisher", unquote(line.text)
        elif line.block == (below if firm else tops[0]) and not is_notes_heading(line.text):
            line.role, line.value = "title", unquote(line.text)


_FIRM = re.compile(
    r"(?:\b(?:plc|PLC|Ltd\.?|Limited|Inc\.?|Corp\.?|Corporation|LLC|LLP|GmbH|AG|N\.V\.|S\.A\.|Co\.)|(?:株式|有限|合同)会社|[㈱㈲])$|"
    r"^(?:(?:株式|有限|合同)会社|[㈱㈲])\S+$"
)


def only_chapter(blocks: Sequence[Block]) -> str:
    """Return the heading of the chapter that a text is, where it opens with one and has no other; else nothing."""
    heads = [block for block in blocks if block.kind == "heading"]
    opening = next(
        (block for block in blocks[:_OPENING] if block.kind == "heading" and _CHAPTER.match(block.text)), None
    )
    if opening is None or any(_CHAPTER.match(block.text) for block in heads if block is not opening):
        return ""
    return unquote(opening.text.replace("\n", " "))


_OPENING = 4  # blocks
_CHAPTER = re.compile(
    r"第\s?[0-9０-９一二三四五六七八九十]{1,3}\s?[章編部]|(?:Chapter|CHAPTER|Part|PART)\s+(?:\d+|[IVX]+)\b|第[一二三四五六七八九十\d]+[章编部]|제\s?\d+\s?[장부]"
)


def name_title(blocks: Sequence[Block], start: int, lines: Sequence[Opening]) -> int | None:
    """Name the title among the lines and return its index: the highest heading, else the first line without a role."""
    free = [i for i, line in enumerate(lines) if not line.role and not _HOUR.match(line.text)]
    if any(line.role == "title" for line in lines):
        return next(i for i, line in enumerate(lines) if line.role == "title")
    if any(line.role == "series" and _RECORD.search(line.text) for line in lines[:2]):
        return _series_title(lines)
    heads = [i for i in free if blocks[lines[i].block].kind == "heading" and 0 < blocks[lines[i].block].level < 6]
    first_fact = next((i for i, line in enumerate(lines) if line.role == "fact"), len(lines))
    if any(line.role == "series" for line in lines[:first_fact]):
        free = [i for i in free if i < first_fact]
    bare = [i for i in free if not (_sends(lines[i].text) or _KICKER.match(lines[i].text))]
    if not heads and len(bare) > 1 and _labels(lines[bare[0]], lines[bare[1]]):
        lines[bare.pop(0)].role = "genre"
    if not bare and not heads and (called := _series_title(lines)) is not None:
        return called
    bare = bare or free
    chosen = _highest(blocks, lines, heads) if heads else (bare[0] if bare else None)
    if chosen is None or (not heads and not _can_be_title(blocks, start, lines[chosen])):
        return _series_title(lines)
    lines[chosen].role, lines[chosen].value = "title", unquote(lines[chosen].text)
    _go_on(lines, chosen)
    return chosen


def _highest(blocks: Sequence[Block], lines: Sequence[Opening], heads: Sequence[int]) -> int:
    """Return the highest of the headings, or the first of all where that only heads the text, as others below do."""
    chosen = min(heads, key=lambda i: (blocks[lines[i].block].level, i))
    first, top = blocks[lines[heads[0]].block], blocks[lines[chosen].block]
    levels = [block.level for block in blocks if block.kind == "heading"]
    below = blocks[lines[chosen].block + 1 : lines[chosen].block + 2]
    heads_text = bool(below) and below[0].kind == "prose" and ends_sentence(below[0].text)
    heads_text = heads_text and levels.count(top.level) > 1 and levels.count(first.level) == 1
    opens = not lines[heads[0]].block and not (_KICKER.match(first.text) or _labels(lines[heads[0]], lines[chosen]))
    return heads[0] if heads_text and opens and width(first.text) >= width(top.text) else chosen


_LABEL_WIDEST, _TITLE_LEAST = 12, 24  # columns


def _labels(line: Opening, following: Opening) -> bool:
    """Say whether a line is the name of the section in which a title stands below it: one short word, far shorter."""
    short, called = width(line.text), width(following.text)
    apart = line.block != following.block and len(line.text.split()) == 1 and not following.text.endswith("。")
    return apart and short <= _LABEL_WIDEST and called >= max(_TITLE_LEAST, 3 * short)


# 午前10時00分　開議: when something began is not what it is called.
_HOUR = re.compile(r"\W*(?:午前|午後|上午|下午|오전|오후)\s?[0-9０-９]{1,2}\s?(?:[時时点:：]|시(?!간))")
# 第7回…会議録（第3号）: what a record is of is what it is called, though it counts like a series.
_RECORD = re.compile(
    r"(?:会議録|議事録|議事(?:要旨|概要|要録)|会议(?:记录|纪要)|회의록)(?:[ 　]*[（(][^）)]*[）)])?\s*$"
)
_UNFINISHED = re.compile(
    r"(?:[とのやをにがはもで、・へ]|および|ならびに|による|における|に関する|から|まで|[与和及的]|[가-힣](?:의|와|과|및|를|을|에서)"
    r"|,|\b(?:and|of|the|in|for|to|on|with|or|a|an|from|by))$",
    re.IGNORECASE,
)


def _series_title(lines: Sequence[Opening]) -> int | None:
    """Name the line of a series the title of a text that has no other, but for the number of the issue behind it."""
    at = next((i for i, line in enumerate(lines) if line.role == "series"), None)
    if at is not None:
        title, lines[at].issue = without_volume(lines[at].value)
        lines[at].role, lines[at].value = "title", unquote(title)
        for line in lines[at + 1 :]:  # an item that counts (日程第1　一般質問) is of the text, not what it appears in
            if line.role == "series":
                line.role, line.value = "", ""
    return at


def _go_on(lines: Sequence[Opening], chosen: int) -> None:
    """Add to a title the line right below it in its block that it needs to be whole (…の施行と / 転業)."""
    title = lines[chosen]
    for line in lines[chosen + 1 :]:
        if line.block != title.block or line.role or not _UNFINISHED.search(title.value):
            return
        gap = "" if is_wide(title.value[-1]) else " "
        title.value, line.role, line.value = title.value + gap + line.text, "title", ""


def _sends(text: str) -> bool:
    """Say whether a line names who sends a text: an institution, its departments, or it with a series behind a bar."""
    head, _, rest = (part.strip() for part in text.partition("|"))
    return names_sender(head) if rest else names_sender(text) or is_office(text)


def is_record(title: str) -> bool:
    """Say whether a title is that of the record of a meeting: what names people below it says who was there."""
    return bool(_RECORD.search(title))


def names_sender(text: str) -> bool:
    """Say whether a line is nothing but the name of an institution: it stands above a title and is none."""
    words = _FORM.sub("", text.strip())
    name = words.title() if words.isupper() else words
    found = list(ORGANISATION.finditer(name))
    if re.search(r"[:：]|^[^（(]*[)）]", words):
        return False  # what a label opens (資料）…) is not only a name
    parts = words.split() if not words.isascii() else []
    if len(parts) > 1:  # a department stands behind the institution that it is of
        return width(words) <= 60 and all(names_sender(part) for part in parts)
    whole = found and (found[-1].end() >= len(name.rstrip()) or words.isupper() or _NAMED_FOR.match(words))
    return bool(whole) and width(words) <= 60


_FORM = re.compile(
    r"^(?:(?:株式|有限|合同)会社|[一公](?:般|益)(?:社団|財団)法人|(?:財団|社団)法人|独立行政法人|NPO法人)[\s　]+(?=\S)"
)
_NAMED_FOR = re.compile(  # Orrin Institute for Ports, University of Castlereach
    r"(?:(?:The )?(?:[A-Z][\w'-]+ )*)(?:University|Institute|Cent(?:er|re)|Council|Foundation|Association|Ministry"
    r"|Department|Office|Bureau|Agency|Bank|College|School|Academy|Board|Society) (?:of|for|on)"
    r"(?: (?:[A-Z][\w'-]+|and|the|of|for|&),?)+$"
)


def _can_be_title(blocks: Sequence[Block], start: int, line: Opening) -> bool:
    """Say whether a plain first line can be the title: no numbered or notes heading, nothing like it below."""
    numbered = style(line.text)
    block = blocks[line.block]
    if is_notes_heading(line.text) or (numbered and numbered.name != "symbol" and block.kind == "heading"):
        return False
    right_above_body = start == line.block + 1
    below = (other for other in blocks[line.block + 1 :] if other.kind == "heading" and other.level == block.level)
    others = any(bool(style(other.text)) == bool(numbered) for other in below)
    return not (block.kind == "heading" and right_above_body and line.block and others)
