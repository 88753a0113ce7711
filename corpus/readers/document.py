"""What was read of one file to one Document: the only place where all rules of `corpus.structure` meet.

Invariant: every line of the file with words ends in a passage, a table, a note or named furniture.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from corpus.canonical import Canonical, assemble
from corpus.document import Document, Furniture, FurnitureKind, Lifted, Piece
from corpus.lifted import find_lifted
from corpus.passages import Context, above_items, to_passages
from corpus.readers.encoding import language
from corpus.readers.frontmatter import FrontMatter, parse
from corpus.readers.raw import Raw
from corpus.readers.text import to_lines
from corpus.structure import preamble as preamble_rules
from corpus.structure.blocks import Block
from corpus.structure.captioned import frame
from corpus.structure.dates import find_dates
from corpus.structure.flow import Flow, body_start, to_flow
from corpus.structure.frontblocks import front_blocks
from corpus.structure.furniture import pages
from corpus.structure.headings import style
from corpus.structure.imprint import labelled, unlabelled, without_site
from corpus.structure.languages import prevailing
from corpus.structure.lines import Line, has_sentence
from corpus.structure.marks import Placed, lift
from corpus.structure.mastheads import issue_of_heads, of_heads
from corpus.structure.noting import to_notes
from corpus.structure.outline import Head, sections
from corpus.structure.preamble import Preamble
from corpus.structure.roles import unquote
from corpus.structure.source_frames import by_label
from corpus.structure.tabulate import to_figures, to_tables
from corpus.structure.under_title import repeated_title

_SOURCE_IN_TEXT = re.compile(r"https?://|www\.|(?:出典|出所|情報源|出处|来源|출처)\s*[:：]|\bSources?:")


@dataclass(frozen=True, slots=True)
class _Laid:
    """A file laid out: its lines, the blocks they make, and what the first blocks say of the document.

    ``placed`` are the note marks that were lifted out of the blocks, ``markup`` the lines of the front matter that
    are in no block.
    """

    front: FrontMatter
    lines: Sequence[Line]
    flow: Flow
    blocks: tuple[Block, ...]
    canonical: Canonical
    placed: Sequence[Placed]
    markup: Sequence[Line]
    opening: Preamble
    meta: frozenset[int]


def to_document(raw: Raw) -> Document:
    """Return the file as a Document.

    Raises DocumentError, with file and line, for front matter that cannot be read.
    """
    laid = _laid_out(raw)
    context = _context(raw, laid)
    return _document(raw, laid, context)


def _laid_out(raw: Raw) -> _Laid:
    front = raw.front or parse(raw.path, raw.text)
    lines = raw.lines or to_lines(raw.text)
    flow = to_flow(lines, front.lines)
    body, placed = lift(flow.blocks)
    head, markup = front_blocks(lines[: front.lines])
    blocks = (*head, *body)
    opening = _opening(raw, front, lines, flow, body)
    return _Laid(
        front=front,
        lines=lines,
        flow=flow,
        blocks=blocks,
        canonical=assemble(raw.text, lines, blocks),
        placed=placed,
        markup=markup,
        opening=opening,
        meta=frozenset(index + len(head) for index in opening.blocks),
    )


def _context(raw: Raw, laid: _Laid) -> Context:
    """Return what stands around the passages: sections, tables, notes and the marks that lead to them."""
    blocks, lines = laid.blocks, laid.lines
    frames = by_label(blocks, frame(blocks))
    noted = to_notes(blocks, laid.canonical, laid.placed)
    return Context(
        doc=laid.front.values.get("id") or raw.path.stem,
        canonical=laid.canonical,
        blocks=blocks,
        meta=laid.meta,
        sections=_sections(blocks, laid.meta),
        above=above_items(blocks),
        frames=tuple(frames),
        tables=to_tables(blocks, frames, laid.canonical, noted.marks, noted.notes),
        marks=noted.marks,
        pages=pages(lines, laid.flow.found) if raw.pages is None else raw.pages,
        line_starts=(0, *(line.newline + 1 for line in lines if line.newline >= 0)),
        notes=noted.notes,
    )


def _document(raw: Raw, laid: _Laid, context: Context) -> Document:
    front, opening, canonical = laid.front, laid.opening, laid.canonical
    own = front.values
    furniture = (*_of_file(_furniture(laid), raw), *raw.furniture)
    heads = [piece.text for piece in furniture if piece.kind == "running head"]
    day, paper = of_heads(heads)
    title = own.get("title") or opening.title or _first_heading(laid.blocks) or raw.path.stem
    head, tail = _edges(laid, furniture)
    publisher = own.get("publisher") or labelled((*tail, *head)) or opening.publisher or paper
    publisher = publisher or unlabelled(head, tail, title)
    return Document(
        id=context.doc,
        title=without_site(title, publisher),
        author=own.get("author") or opening.author,
        date=_iso(front) or opening.date or day,
        publisher=publisher,
        url=own.get("url", ""),
        lang=own.get("lang") or _lang(canonical.text, raw.encoding),
        text=canonical.text,
        sha256=hashlib.sha256(raw.data).hexdigest(),
        path=str(raw.path),
        pieces=_pieces(canonical, raw),
        passages=to_passages(context),
        notes=context.notes,
        tables=context.tables,
        furniture=furniture,
        lifted=_lifted(laid.lines, canonical, furniture, raw),
        figures=to_figures(context.blocks, context.frames, canonical, context.marks, context.notes),
        series=opening.series or issue_of_heads(heads, title),
        affiliation=opening.affiliation,
        unsourced=front.unsourced or not _names_sources(context, laid.lines),
        encoding=raw.encoding,
        places=raw.places,
        gaps=raw.gaps,
    )


def _lang(text: str, encoding: str) -> str:
    """Return the language that the script shows; ideographs alone are of the language that the encoding is for."""
    found = prevailing(text)
    return (language(encoding) or found) if found == "zh" else found


def _opening(raw: Raw, front: FrontMatter, lines: Sequence[Line], flow: Flow, body: Sequence[Block]) -> Preamble:
    """Return what the first blocks say of the document: its title alone where the file's front matter gives that."""
    if front.values.get("title") and raw.front is None:
        return repeated_title(body, front.values["title"])
    return preamble_rules.read(body, body_start(body), _lower_words(lines), flow.found.site)


def _names_sources(context: Context, lines: Sequence[Line]) -> bool:
    """Say whether a document names a source in any way: by a note, under a table, by a link or in its words."""
    return bool(
        context.notes
        or any(table.source for table in context.tables)
        or any(line.links for line in lines)
        or _SOURCE_IN_TEXT.search(context.canonical.text)
    )


def _lifted(
    lines: Sequence[Line], canonical: Canonical, furniture: Sequence[Furniture], raw: Raw
) -> tuple[Lifted, ...]:
    """Return what was lifted; a container's reader has set marks and links beside the words, and lifts no bytes."""
    if raw.byte_map is not None:
        return ()
    return find_lifted(lines, canonical, {piece.line for piece in furniture}, raw.skip, raw.encoding)


def _pieces(canonical: Canonical, raw: Raw) -> tuple[Piece, ...]:
    if raw.byte_map is None:
        return canonical.pieces(raw.text, raw.skip, raw.encoding)
    return canonical.held(raw.byte_map.first, raw.byte_map.last, raw.byte_map.spelled)


def _of_file(furniture: Sequence[Furniture], raw: Raw) -> tuple[Furniture, ...]:
    """Return the furniture that the file has, by its own lines: without the lines that reading put in for tags."""
    own = (piece for piece in furniture if piece.line not in raw.own_lines)
    return tuple(replace(piece, line=raw.file_lines[piece.line - 1]) if raw.file_lines else piece for piece in own)


_HEAD = 8  # blocks above the first sentence
_EDGE = 12  # lines at the end of a text among which an imprint stands
_TEXT = ("prose", "heading")


def _edges(laid: _Laid, furniture: Sequence[Furniture]) -> tuple[list[str], list[str]]:
    """Return the lines above the text, and its last ones with what stands around it; notes are neither."""

    def texts(blocks: Iterable[Block]) -> list[str]:
        return [line for block in blocks if block.kind in _TEXT for line in block.text.split("\n")]

    around = [piece.text for piece in furniture if piece.kind in ("navigation", "frame")]
    head = texts(takewhile(lambda block: not has_sentence(block.text), laid.blocks[:_HEAD]))
    return head, [*texts(laid.blocks)[-_EDGE:], *around]


def _iso(front: FrontMatter) -> str:
    """Return the front matter's date as ISO 8601 where it prints one in another form."""
    printed = front.values.get("date", "")
    found = next((mention.value for mention in find_dates(printed) if not mention.value.startswith("-")), "")
    return found or printed


def _lower_words(lines: Sequence[Line]) -> frozenset[str]:
    return frozenset(word for line in lines for word in re.findall(r"\b[a-z]{3,}\b", line.text))


def _first_heading(blocks: Sequence[Block]) -> str:
    tops = [block for block in blocks if block.kind == "heading" and block.level == 1]
    return unquote(tops[0].text) if len(tops) == 1 else ""


def _sections(blocks: Sequence[Block], meta: frozenset[int]) -> tuple[tuple[str, ...], ...]:
    """Return the section path of every block; title and other opening lines stand in none."""
    indices = [i for i, block in enumerate(blocks) if block.kind == "heading" and i not in meta]
    heads = [Head(re.sub(r"[\n\t]", " ", blocks[i].text), blocks[i].level, style(blocks[i].text)) for i in indices]
    opened = dict(zip(indices, sections(heads), strict=True))
    path: tuple[str, ...] = ()
    result = []
    for index in range(len(blocks)):
        path = opened.get(index, path)
        result.append(() if index in meta else path)
    return tuple(result)


def _furniture(laid: _Laid) -> tuple[Furniture, ...]:
    lines, flow = laid.lines, laid.flow
    kinds: dict[int, FurnitureKind] = {index + 1: kind for index, kind in flow.found.kinds.items()}
    kinds.update((line.number, "markup") for line in (*laid.markup, *flow.separators))
    kinds.update((line.number, "running head") for line in flow.repeated)
    empty = [line.number for line in lines if not line.blank and line.empty]
    kinds.update((number, "markup") for number in empty if number not in kinds)
    return tuple(Furniture(kinds[number], number, lines[number - 1].raw.strip()) for number in sorted(kinds))
