"""Blocks, second pass: what a block is by its neighbours. Headings, broken paragraphs, lists, tables over two pages.

Invariant: blocks are joined or renamed, never dropped and never reordered.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.structure import fences
from corpus.structure.blocks import Block
from corpus.structure.colon_heads import with_colons
from corpus.structure.counted_heads import with_counted
from corpus.structure.dates import find_dates
from corpus.structure.edge_rows import with_edges_apart
from corpus.structure.furniture import Found, find
from corpus.structure.headed import with_headers
from corpus.structure.headings import could_be_bare_heading, could_be_heading, is_notes_heading, is_usual, style
from corpus.structure.linebreaks import labels, table_slices
from corpus.structure.lines import Line, ends_sentence, has_sentence, is_hangul, is_wide, width
from corpus.structure.lists import item
from corpus.structure.mastheads import of_line
from corpus.structure.notelines import unrepeated
from corpus.structure.rejoin import join_cut, page_break
from corpus.structure.roles import role
from corpus.structure.scan import Scanner
from corpus.structure.source_frames import with_unlabelled


@dataclass(frozen=True, slots=True)
class Flow:
    """The blocks of a document in order, its furniture, and the header lines of tables that a page break repeated."""

    blocks: tuple[Block, ...]
    found: Found
    separators: tuple[Line, ...]
    repeated: tuple[Line, ...]


def to_flow(lines: Sequence[Line], first: int = 0) -> Flow:
    """Return the blocks of the lines from index ``first`` on (what stands before is front matter)."""
    code, marks = fences.find([line.raw if index >= first else "" for index, line in enumerate(lines)])
    found = find(lines, first, code | marks)
    found = replace(found, kinds={**found.kinds, **dict.fromkeys(marks, "markup")})
    scanner = Scanner(lines, found, code, first)
    # A block of which nothing is left but a sign (a mark without its note) holds no character of the text.
    blocks = _without_sources([block for block in scanner.blocks(first) if block.slices or block.grid])
    blocks = with_unlabelled(with_edges_apart(blocks))
    blocks, repeated = _join_tables(with_headers(blocks), found)
    blocks = join_cut(blocks, body_start(blocks), found, scanner.words)
    blocks = with_colons(_name_headings(blocks), body_start(blocks))
    blocks = unrepeated(with_counted(blocks))
    return Flow(tuple(blocks), found, tuple(scanner.separators), tuple(repeated))


def body_start(blocks: Sequence[Block]) -> int:
    """Return the index of the first block of the body: a sentence, a table, a list, a note or a numbered heading.

    What a web page says above its one heading of the first level (on cookies, of its offers) is none of it.
    """
    first = _title_below(blocks)
    rest = (one for one in enumerate(blocks[first:], first) if not _is_subtitle(blocks, one[0]))
    return next(
        (index for index, block in rest if _opens_body(block, index) or _behind_facts(blocks, index)), len(blocks)
    )


_SUBTITLE_LAST = 3  # the index of the last block that can be a subtitle


def _is_subtitle(blocks: Sequence[Block], index: int) -> bool:
    """Say whether a list of one item is a subtitle that a dash opens, right below a title and above a masthead."""
    if not 0 < index <= _SUBTITLE_LAST or blocks[index].kind != "item" or index + 1 >= len(blocks):
        return False
    above, below = blocks[index - 1], blocks[index + 1]
    told = {role(line.text.strip())[0] for line in below.lines} if below.kind == "prose" else set()
    lone = above.kind in ("prose", "heading") and not has_sentence(above.text) and not has_sentence(blocks[index].text)
    return lone and role(blocks[index].text)[0] == "subtitle" and bool(told & {"date", "author"})


_FACTS = 3  # lines


def _behind_facts(blocks: Sequence[Block], index: int) -> bool:
    """Say whether labelled lines stand right above that tell of an event (日時：…, 場所：…) below what it is called."""
    facts = blocks[index - 1] if index >= 2 else None
    if facts is None or facts.kind != "prose" or len(labels(facts.lines)) < _FACTS:
        return False
    told = [role(line.text.strip())[0] for line in facts.lines]
    named = any(role(block.text)[0] in ("", "series", "title") for block in blocks[: index - 1])
    return named and "date" in told and "" in told


def _without_sources(blocks: list[Block]) -> list[Block]:
    """Return the blocks without a source line (来源：…) where nothing stands above that could have a source."""
    of = next(
        (i for i, block in enumerate(blocks) if block.kind in ("table", "caption") or _opens_body(block, i, False)), 0
    )
    return [
        replace(block, kind="prose", alone=len(block.slices) == 1) if block.kind == "source" and i < of else block
        for i, block in enumerate(blocks)
    ]


_OPENING = 8  # blocks that may stand above a title
_REMARK = 120  # columns of what is said above it


def _title_below(blocks: Sequence[Block]) -> int:
    """Return the index of the only heading of the first level, where no more than remarks stand above it; else 0."""
    tops = [index for index, block in enumerate(blocks) if block.kind == "heading" and block.level == 1]
    if len(tops) != 1 or tops[0] > _OPENING:
        return 0
    remarks = all(block.kind in ("prose", "item") and width(block.text) <= _REMARK for block in blocks[: tops[0]])
    return tops[0] if remarks else 0


def _opens_body(block: Block, index: int, sourced: bool = True) -> bool:
    if block.kind in ("table", "item", "note", "code", "caption", "unit") or (sourced and block.kind == "source"):
        return True
    text = block.text
    if block.kind == "prose":
        lines = len(block.slices) > 1 and not block.alone and all(seam == "\n" for seam in block.seams)
        told = _undated(text)
        masthead = (
            lines and not has_sentence(told) and (width(text) <= 400 or len(labels(block.lines)) == len(block.lines))
        )
        sentence = has_sentence(told) or ends_sentence(told) or width(text) > 200
        return not masthead and width(text) >= 40 and sentence
    numbered = style(text) if block.kind == "heading" else None
    if index > 0 and block.kind == "heading" and is_usual(text):
        return True
    return index > 0 and numbered is not None and numbered.name != "symbol" and numbered.number == 1


def _undated(text: str) -> str:
    """Return a text without its dates, whose full stops end no sentence (2025. 2. 18.)."""
    for one in reversed(find_dates(text)):
        text = text[: one.start] + text[one.end :].lstrip(".")
    return text


def _join_tables(blocks: list[Block], found: Found) -> tuple[list[Block], list[Line]]:
    """Join tables that a page break cut in two; the header that the second page repeats is left out."""
    result: list[Block] = []
    repeated: list[Line] = []
    for block in blocks:
        last = result[-1] if result else None
        if last is None or last.grid is None or block.grid is None or last.grid.columns != block.grid.columns:
            result.append(block)
            continue
        names = [cell.strip() for cell in block.grid.names]
        plain = not any(has_sentence(name) for name in names)  # a row of sentences is no header to leave out
        same = bool(names) and plain and names == [cell.strip() for cell in last.grid.names]
        adrift = not names and bool(last.grid.names) and page_break(found, last.lines[-1], block.lines[0])
        if not same and not adrift:
            result.append(block)
            continue
        repeated += [row.slices[0].line for row in block.grid.header if row.slices]
        grid = replace(last.grid, rows=(*last.grid.rows, *block.grid.rows))
        slices, seams = table_slices(grid)
        result[-1] = replace(last, slices=slices, seams=seams, grid=grid)
    return result, repeated


def _name_headings(blocks: list[Block]) -> list[Block]:
    """Return the blocks with lines that stand alone named headings or list items."""
    result = list(blocks)
    marked = sum(block.kind == "heading" and 0 < block.level < 6 for block in blocks)
    signed = sum(_has_sign(block) for block in blocks)  # where headings are, a bare line above a table is its caption
    start = body_start(blocks)
    for index, block in enumerate(blocks):
        if (
            index
            and block.kind == "prose"
            and result[index - 1].kind == "item"
            and _inside_item(result[index - 1], block)
        ):
            result[index] = replace(block, kind="item", words=block.first, indent=result[index - 1].indent + 1)
            continue
        if block.kind != "prose" or not block.alone:
            continue
        text = block.text
        numbered = style(text)
        if numbered and could_be_heading(text):
            if _in_loose_list(blocks, index):
                result[index] = _as_item(block)
            elif index >= start - 1 or numbered.name != "symbol":
                result[index] = replace(block, kind="heading")
        elif item(text) and not numbered:
            result[index] = _as_item(block)
        elif (index and is_usual(text) and index + 1 < len(blocks)) or (
            index >= start - 1
            and (marked < 2 or is_notes_heading(text))
            and not (signed > 1 and blocks[index + 1 : index + 2] and blocks[index + 1].kind == "table")
            and _stands_as_heading(blocks, index)
        ):
            result[index] = replace(block, kind="heading")
    return result


def _has_sign(block: Block) -> bool:
    """Say whether a line that stands alone is a heading by a sign before it (■…)."""
    found = (
        style(block.text) if block.kind in ("prose", "heading") and (block.alone or block.kind == "heading") else None
    )
    return found is not None and found.name == "symbol" and could_be_heading(block.text)


def _inside_item(item_block: Block, block: Block) -> bool:
    """Say whether a paragraph behind a list item is indented as the item's words are: it belongs to the item."""
    above = item_block.slices[0].line
    found = item(above.text)
    return block.slices[0].line.indent >= max(2, found.words if found else above.indent)


def _in_loose_list(blocks: Sequence[Block], index: int) -> bool:
    """Say whether a numbered line has a neighbour of the same numbering right beside it: a list, spaced out."""
    own = style(blocks[index].text)
    for near in (index - 1, index + 1):
        if 0 <= near < len(blocks) and blocks[near].kind == "prose" and blocks[near].alone:
            other = style(blocks[near].text)
            if own and other and own.name == other.name and could_be_heading(blocks[near].text):
                return True
    return False


def _as_item(block: Block) -> Block:
    line = block.slices[0].line
    found = item(line.text)
    words = line.at[found.words] if found else block.first
    return replace(block, kind="item", words=words, indent=found.indent if found else 0)


def _stands_as_heading(blocks: Sequence[Block], index: int) -> bool:
    """Say whether a bare short line heads what follows it: prose, a list or a table, or it announces notes."""
    text = blocks[index].text
    if is_notes_heading(text):
        return True
    if not could_be_bare_heading(text) or index + 1 >= len(blocks) or of_line(text):
        return False
    above = blocks[index - 1] if index else None
    if above and above.kind == "caption" and above.text.strip() == above.label:
        return False  # what a label that stands alone is about
    following = blocks[index + 1]
    bare = [
        0 <= near < len(blocks)
        and blocks[near].kind == "prose"
        and blocks[near].alone
        and could_be_bare_heading(blocks[near].text)
        for near in (index - 1, index + 1)
    ]
    if all(bare):
        return False
    if following.kind in ("item", "table", "caption", "heading"):
        return True
    latin = not any(is_wide(char) or is_hangul(char) for char in text)
    return following.kind == "prose" and (not latin or width(following.text) >= 60 or bare[1])
