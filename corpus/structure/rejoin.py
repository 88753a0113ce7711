"""What a page end cut, whole again: paragraphs, quotations, items and notes; half a note that fits nowhere for sure.

Invariant: words are joined in the order in which they are read. What stands between the halves of a paragraph (notes at
the foot of the page, a table or figure) follows the whole paragraph; nothing is dropped.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.structure import halves
from corpus.structure.blocks import Block
from corpus.structure.captions import is_remark
from corpus.structure.clipped import is_clipped
from corpus.structure.furniture import Found
from corpus.structure.headings import is_below_picture, is_notes_heading, is_usual, style
from corpus.structure.lines import Line, ends_sentence, has_sentence, open_bracket, width
from corpus.structure.notelines import REST
from corpus.structure.paragraphs import glue, goes_on, one_word

_AT_FOOT = frozenset(("note", "stray"))
_FLOATS = frozenset(("caption", "table", "source", "unit"))
_BETWEEN = _AT_FOOT | _FLOATS
_OPENING_LINE = 40  # columns of who wrote a text, or when
_FARTHEST = 60  # blocks between the halves of a paragraph


def page_break(found: Found, left: Line, right: Line) -> bool:
    """Say whether a page number, running head, rule or form feed stands between two lines."""
    return any(i in found.kinds or i in found.feeds for i in range(left.number, right.number))


def join_cut(blocks: Sequence[Block], start: int, found: Found, words: frozenset[str]) -> list[Block]:
    """Join what a page break cut, from block ``start`` (the body) on: paragraphs, items and notes.

    ``words`` are the document's words (see `glue`). Half a note that no note clearly lacks becomes a ``stray``.
    """
    result: list[Block] = []
    in_notes = False
    aside = False  # the block above went on one before the last: what follows is not right behind the last
    for index, block in enumerate(blocks):
        if block.kind == "heading":
            in_notes = is_notes_heading(block.text)
        home = None
        if block.kind == "note" and block.form == REST:
            home = next((at for at in range(len(result) - 1, -1, -1) if result[at].kind == "note"), None)
        elif block.kind == "prose" and result and _completes_word(result[-1], block, found):
            home = len(result) - 1
        elif block.kind == "prose" and (cut := _cut_clause(result, block, found)) is not None:
            home = cut  # it read like a heading, for it is short and has no end
            result[home] = replace(result[home], kind="prose")
        elif block.kind == "prose" and index > start and not halves.is_address_part(block.text):
            home = _beginning(result, block, found)
            if home is not None and home < start and width(result[home].slices[-1].text) <= _OPENING_LINE:
                home = None  # a byline above the body does not go on in it
        fate = "" if home is not None or aside else _fate_behind_note(result, block, in_notes, found)
        aside = home is not None and home < len(result) - 1
        if fate == "stray":
            result.append(replace(block, kind="stray", alone=False))
            continue
        if fate == "joined":
            home = len(result) - 1
        if home is None:
            result.append(block)
        else:
            result[home] = _joined(result[home], block, words)
    return result


def _completes_word(last: Block, block: Block, found: Found) -> bool:
    """Say whether a block behind a page end begins with the rest of the word that the note above it stops in."""
    broken = last.kind == "note" and page_break(found, last.lines[-1], block.lines[0])
    return broken and halves.completes_word(last.text, block.text)


def _cut_clause(result: Sequence[Block], block: Block, found: Found) -> int | None:
    """Return the index of the heading above notes at the foot of a page that is a clause which the page end cuts."""
    at = len(result) - 1
    while at > 0 and result[at].kind in _AT_FOOT and len(result) - at <= _FARTHEST:
        at -= 1
    above = result[at - 1] if at > 0 else None
    if at < len(result) - 1 and (halves.is_unfinished(result[-1].text) or is_notes_heading(result[at].text)):
        return None  # the rest of a note
    open_ = above is not None and above.kind == "prose" and not ends_sentence(above.text)
    return at if at >= 0 and not open_ and _cuts_clause(result[at], block, found) else None


def _cuts_clause(last: Block, block: Block, found: Found) -> bool:
    """Say whether a heading without a sign or number is a clause that a page end cuts."""
    if (
        last.kind != "heading"
        or last.level
        or style(last.text)
        or not page_break(found, last.lines[-1], block.lines[0])
    ):
        return False
    whole = has_sentence(block.text) or ends_sentence(block.text)
    return whole and not is_usual(last.text) and (open_bracket(last.text) or is_clipped(last.text, block.text))


def _fate_behind_note(result: Sequence[Block], block: Block, in_notes: bool, found: Found) -> str:
    if block.kind != "prose" or not result or result[-1].kind not in _AT_FOOT:
        return ""
    last = result[-1]
    broken = page_break(found, last.lines[-1], block.lines[0])
    fate = halves.rest_of(last.text, block.text, in_notes=in_notes, page_break=broken)
    return "stray" if fate == "joined" and last.kind == "stray" and not broken else fate


def _beginning(result: Sequence[Block], block: Block, found: Found) -> int | None:
    """Return the index of the paragraph, item or note that goes on with this block, or None."""
    if not result or is_below_picture(block.text):
        return None
    last = result[-1]
    broken = page_break(found, last.lines[-1], block.lines[0])
    if not broken and is_remark(last.text) and not open_bracket(last.text) and last.text.rstrip()[-1:] not in "、，,":
        return None  # below a table: what stands behind the next blank line is none of it
    if last.kind in ("prose", "item") and not _is_between(last) and goes_on(last.text, block.text, broken):
        return len(result) - 1
    cut = last.kind == "note" and halves.is_unfinished(last.text)
    at = len(result) - 1
    while at >= 0 and _is_between(result[at]) and len(result) - at <= _FARTHEST:
        at -= 1
    if 0 <= at < len(result) - 1 and result[at].kind in ("prose", "item") and result[at + 1].kind != "source":
        noted = any(one.kind in _AT_FOOT for one in result[at + 1 :])
        parted = noted or page_break(found, result[at].lines[-1], block.lines[0])
        if cut and broken and one_word(last.text, block.text) and not one_word(result[at].text, block.text):
            return len(result) - 1  # the rest of the note stands above that of the text
        if (has_sentence(result[at].text) or parted) and goes_on(result[at].text, block.text, parted):
            return at
    return len(result) - 1 if cut and goes_on(last.text, block.text, broken) else None


def _is_between(block: Block) -> bool:
    """Say whether a block may stand between the halves of a paragraph: a note, a table, what is below a picture."""
    return block.kind in _BETWEEN or (block.kind == "prose" and is_below_picture(block.text))


def _joined(left: Block, right: Block, words: frozenset[str]) -> Block:
    tail, seam = glue(left.slices[-1], right.slices[0], words)
    slices = (*left.slices[:-1], tail, *right.slices)
    return replace(left, slices=slices, seams=(*left.seams, seam, *right.seams), alone=False)
