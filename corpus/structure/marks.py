"""Marks in running text that are marks only because the document defines the note they name.

Invariant: what is lifted is the mark alone; the words around it stay where they are.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from corpus.structure.amid import amid_marks
from corpus.structure.blocks import Block
from corpus.structure.lines import Slice
from corpus.structure.notes import flat_marks, plain_marker, text_marks
from corpus.structure.pointing import Cuts, bare_marks

_SIGN = re.compile(r"(?<=[^\s*＊])[*＊†‡](?=[\s|]|$)")  # beside a word in a table, for a note below it
_BETWEEN = re.compile(r"[、，,・]\s?")  # two marks in one place ([2], [3]): it goes with them
Placed = tuple[int, str]  # original offset, marker


def lift(blocks: Sequence[Block]) -> tuple[list[Block], list[Placed]]:
    """Return the blocks without their marks, and every mark with its original offset, in order.

    Marks that say by their form what they are were lifted with the line; brackets and stars go here, where a note of
    that number is defined.
    """
    forms: dict[str, set[str]] = {}
    for block in blocks:
        if block.kind == "note" and block.marker:
            forms.setdefault(block.marker, set()).add(block.form)
    raised = {marker for block in blocks for line in block.lines for at, marker in line.marks if at > line.indent}
    flat = {marker for marker, kinds in forms.items() if kinds <= {"plain", "dot"} and marker not in raised}
    cuts = _glued(blocks, forms, flat) if forms else Cuts()
    result: list[Block] = []
    marks: list[Placed] = []
    for block in blocks:
        opening = {block.slices[0].line.number} if block.kind == "note" else set()
        for line in dict.fromkeys(block.lines):
            marks += [
                (line.at[at], marker) for at, marker in line.marks if not (line.number in opening and at <= line.indent)
            ]
        if block.kind in ("note", "stray", "code") or not forms:
            result.append(block)
            continue
        lifted, found = _lift_block(block, forms, flat, cuts)
        result.append(lifted)
        marks += found
    return result, sorted(_parted(marks, forms))


def _parted(marks: Sequence[Placed], forms: Mapping[str, Collection[str]]) -> Iterator[Placed]:
    """Yield the marks, each of several figures as the notes of its figures where there is no note of that number.

    So ``²³`` is 2 and 3 where no other mark points to either.
    """
    pointed = {name for _, name in marks}
    for at, name in marks:
        figures = list(name) if name not in forms and re.fullmatch("[1-9]{2,3}", name) else []
        apart = figures == sorted(set(figures)) and all(one in forms and one not in pointed for one in figures)
        yield from ((at, one) for one in (figures if figures and apart else [name]))


def _glued(blocks: Sequence[Block], forms: dict[str, set[str]], flat: set[str]) -> Cuts:
    """Return the marks without a form of their own; those that have one show where they may stand."""
    known: list[Placed] = []
    level: set[int] = set()
    for block in blocks:
        if block.kind in ("note", "stray", "code", "table"):
            continue
        for line in dict.fromkeys(block.lines):
            known += [(line.at[at], marker) for at, marker in line.marks]
        for piece in block.slices:
            known += _cut(piece, forms, flat, Cuts())[1]
            level.update(
                piece.line.at[piece.start + first] for first, _, name in flat_marks(piece.text) if name in flat
            )
    bare = bare_marks(blocks, known, frozenset(level))
    amid = amid_marks(blocks, known, forms)
    lines = {*bare.marks, *amid}
    return Cuts({line: [*bare.marks.get(line, ()), *amid.get(line, ())] for line in lines}, bare.never)


def _lift_block(block: Block, forms: dict[str, set[str]], flat: set[str], cuts: Cuts) -> tuple[Block, list[Placed]]:
    slices: list[Slice] = []
    seams: list[str] = []
    found: list[Placed] = []
    for index, piece in enumerate(block.slices):
        above = block.slices[index - 1].text[-1:] if index and not block.seams[index - 1] else ""
        parts, marks = _cut(piece, forms, flat, cuts, above)
        found += marks
        for at, part in enumerate(parts):
            if slices:
                seams.append("" if at else block.seams[index - 1])
            slices.append(part)
    words = "".join(piece.text for piece in slices if piece.first >= block.words or piece.last > block.words)
    sign = max(block.words - slices[0].first, 0) if slices and block.words >= 0 else 0
    if not found or not words[sign:].strip():
        return block, []  # without the mark nothing would be left
    grid = block.grid
    if grid is not None:
        rows = [
            replace(
                row,
                slices=tuple(part for piece in row.slices for part in _cut(piece, forms, flat, cuts)[0]),
                cells=tuple(
                    tuple(part for piece in cell for part in _cut(piece, forms, flat, cuts)[0]) for cell in row.cells
                ),
            )
            for row in (*grid.header, *grid.rows)
        ]
        grid = replace(grid, header=tuple(rows[: len(grid.header)]), rows=tuple(rows[len(grid.header) :]))
    return replace(block, slices=tuple(slices), seams=tuple(seams), grid=grid), found


def _cut(
    piece: Slice, forms: dict[str, set[str]], flat: set[str], cuts: Cuts, above: str = ""
) -> tuple[list[Slice], list[Placed]]:
    """Return the slice in parts without the marks, and the marks; a slice that is nothing else stays whole.

    ``above`` is the last sign of the line that goes on in it, behind which a mark may stand.
    """
    parts: list[Slice] = []
    marks: list[Placed] = []
    start = piece.start
    told = [(a - len(above), b - len(above), names, form) for a, b, names, form in text_marks(above + piece.text)]
    options = [one for one in told if all(_defined(name, one[3], forms) for name in one[2])]
    options += [
        (match.start(), match.end(), (plain_marker(match[0]),), "sign")
        for match in _SIGN.finditer(piece.text)
        if "sign" in forms.get(plain_marker(match[0]), ())
    ]
    options += [(first, last, (name,), "flat") for first, last, name in flat_marks(piece.text) if name in flat]
    options += [
        (first - piece.start, last - piece.start, names, "glued")
        for first, last, names in cuts.marks.get(piece.line.number, ())
        if piece.start <= first and last <= piece.end
    ]
    for first, last, names, _ in sorted(options):
        if first < (not above) or piece.start + first < start or piece.line.at[piece.start + first] in cuts.never:
            continue
        if not (marks and _BETWEEN.fullmatch(piece.line.text, start, piece.start + first)):
            parts.append(Slice(piece.line, start, piece.start + first))
        start = piece.start + last
        marks += [(piece.line.at[piece.start + first], name) for name in names]
    parts.append(Slice(piece.line, start, piece.end))
    kept = [part for part in parts if part.end > part.start]
    return (kept, marks) if kept else ([piece], [])


def _skipped(name: str, forms: dict[str, set[str]], form: str) -> bool:
    """Say whether a number is missing from a list of notes in brackets that goes on behind it."""
    listed = [int(marker) for marker, kinds in forms.items() if form in kinds and marker.isdecimal()]
    return len(listed) >= 3 and name.isdecimal() and 0 < int(name) < max(listed) and int(name) not in listed


def _defined(name: str, form: str, forms: dict[str, set[str]]) -> bool:
    """Say whether a note of this number is defined in a form that such a mark can point to."""
    defined = forms.get(name, set())
    if form in ("word", "lone", "star"):
        return bool(defined)
    if form == "bracket":
        return bool(defined - {"star", "word"}) or _skipped(name, forms, "bracket")
    if form == "tortoise":
        return bool(defined & {"tortoise", "word", "dot", "plain"})
    if form in ("half", "circle", "enclosed", "dark", "sign"):
        return form in defined
    if form == "paren" and _skipped(name, forms, "paren"):
        return True
    return bool(defined & {"paren", "half", "dot", "word", "sup"})
