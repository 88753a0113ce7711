"""Which lines are notes, by their own form and by the notes above them.

Invariant: a line in the middle of a sentence opens no note, but right behind another note or below a table.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from corpus.structure import notes
from corpus.structure.blocks import Block
from corpus.structure.captions import caption
from corpus.structure.feet import Feet
from corpus.structure.furniture import Found
from corpus.structure.grid import Grid
from corpus.structure.headings import atx, is_notes_heading
from corpus.structure.lines import Line, ends_sentence, whole
from corpus.structure.lists import item
from corpus.structure.paragraphs import join

_REPEATED = 2  # notes that all print their number twice
_CLOSES = frozenset("。、，．」』）")
REST = "rest"  # the form of what goes on a note at the foot of the page before


class NoteLines:
    """Knows what was read of notes so far: ``last`` is form, marker and last line number of the note above."""

    def __init__(self, lines: Sequence[Line], found: Found, words: frozenset[str], feet: Feet) -> None:
        self.lines = lines
        self.feet = feet
        self.found = found
        self.words = words
        self.known = _known_markers(lines)
        self.headed, self.below = _markers_below(lines)
        self.worded = _worded(lines)
        self.in_notes = False
        self.mode = ""
        self.last: tuple[str, str, int] | None = None
        self.signs: set[str] = set()  # that stand beside words in the last table

    def heading(self, text: str) -> None:
        """Remember that a heading opened a section, of notes or of something else."""
        self.in_notes = is_notes_heading(text)
        self.mode, self.last = "", None

    def table(self, grid: Grid) -> None:
        """Remember the signs that stand beside words in a table."""
        cells = [text.strip() for row in (*grid.header, *grid.rows) for text in row.texts]
        self.signs = {notes.plain_marker(cell[-1]) for cell in cells if len(cell) > 1 and cell[-1] in "*＊†‡"}

    def definition(self, run: list[Line], i: int) -> notes.Definition | None:
        """Return the note that a line opens: none whose mark a stop follows, which closes the sentence above."""
        found = self._opened(run, i)
        return None if found and run[i].text[found.start : found.start + 1] in _CLOSES else found

    def _opened(self, run: list[Line], i: int) -> notes.Definition | None:
        """Return the note that a line opens. In the middle of a sentence it opens none, except right behind a note."""
        line = run[i]
        if line.number in self.feet.lines:
            return self._at_foot(run, i)
        above = self.last if self.last and line.number - self.last[2] <= 2 else None
        row = i > 0 and ("\t" in run[i - 1].text or run[i - 1].text.strip().endswith("|"))
        rest = i == 1 and self._behind_furniture(run[0]) and self._counts_on(run, i)
        running = i > 0 and above is None and not (row or rest) and not ends_sentence(run[i - 1].text.strip())
        if found := notes.opening_mark(line):
            return None if running else found
        if above and (found := notes.following(line, above[0], above[1])):
            return found
        if rest and self.last:
            return notes.following(line, self.last[0], self.last[1])
        found = notes.definition(line, self.known, self.in_notes)
        if found and not self.in_notes and (running or self._printed_elsewhere(found, line)):
            return None
        return found

    def _printed_elsewhere(self, found: notes.Definition, line: Line) -> bool:
        """Say whether the note of a line's number is another one: below a heading of notes, or at a page's foot.

        Feet print their notes in one form; what counts in another one beside them are the sections of the text. So do
        the items of a list whose numbers are those of notes that a word opens (（注4）).
        """
        if found.form != "word" and found.marker in self.worded:
            return True
        listed = line.number < self.headed and found.marker in self.below
        return listed or any(one.marker == found.marker and one.form != found.form for one in self.feet.opened.values())

    def _at_foot(self, run: list[Line], i: int) -> notes.Definition | None:
        """Return the note that a line at the foot of a page opens, or whose rest from the page before it begins."""
        number = run[i].number
        if number in self.feet.rests and (i == 0 or run[i - 1].number not in self.feet.rests):
            return notes.Definition("", run[i].indent, REST)
        return self.feet.opened.get(number)

    def _behind_furniture(self, line: Line) -> bool:
        """Say whether furniture stands above a line, with nothing but blank lines between."""
        k = line.number - 2
        while k >= 0 and self.lines[k].blank:
            k -= 1
        return k in self.found.kinds

    def _counts_on(self, run: list[Line], i: int) -> bool:
        """Say whether a line counts on from the last note above: what stands between is the rest of that note."""
        return bool(self.last and notes.following(run[i], self.last[0], self.last[1]))

    def of_table(self, run: list[Line], i: int) -> tuple[Block, int] | None:
        """Return the note that a sign opens (* …) which stands beside a word in the table above."""
        match = re.match(r"\s*([*＊†‡])[)）]?[\s　]*(?=\S)", run[i].text)
        if match is None or notes.plain_marker(match[1]) not in self.signs:
            return None
        words = run[i].at[match.end()]
        marker = notes.plain_marker(match[1])
        return Block("note", (whole(run[i]),), marker=marker, form="sign", words=words), 1

    def note(self, run: list[Line], i: int, one_each: bool) -> tuple[Block, int] | None:
        """Return a note with the lines that belong to it."""
        found = self.definition(run, i)
        listed = self.last is not None and self.last[0] == "entry" and self.last[2] == run[i].number - 1
        first = i == 0 or listed or _heads_notes(run[i - 1])
        if found is None and not (self.in_notes and first and self.mode != "numbered" and not item(run[i].text)):
            return None
        if found is None:  # an entry of a reference list without any sign
            text = run[i].text.strip()
            if atx(run[i].text) or caption(text) or "\t" in text or not notes.reads_like_reference(text):
                return None
            found = notes.Definition("", run[i].indent, "entry")
        elif found.marker:
            self.mode = "numbered"
        stop = i + 1
        self.last = (found.form, found.marker, run[i].number)
        while stop < len(run) and not (self.definition(run, stop) or atx(run[stop].text) or one_each):
            if found.form == "entry" and run[stop].indent <= run[i].indent and self._entry(run[stop]):
                break
            self.last = (found.form, found.marker, run[stop].number)
            stop += 1
        slices, seams = join([whole(line) for line in run[i:stop]], self.words)
        words = run[i].at[min(found.start, len(run[i].text))]
        return Block("note", slices, seams, marker=found.marker, form=found.form, words=words), stop - i

    def _entry(self, line: Line) -> bool:
        """Say whether a line in an unnumbered reference list opens the next entry: it does unless it is indented."""
        return not line.text[:1].isspace() and not line.text.strip()[:1].islower()


def _known_markers(lines: Sequence[Line]) -> Mapping[str, int]:
    """Return the first line on which each marker stands inside a line, as a mark or as what may be one."""
    known: dict[str, int] = {}
    for line in lines:
        for at, marker in line.marks:
            if at > line.indent:
                known.setdefault(marker, line.number)
        for start, _, names, _ in notes.text_marks(line.text):
            if start > line.indent:
                for name in names:
                    known.setdefault(name, line.number)
    for sign in ("注", "註"):  # two marks without a number, or two lines that they open, are no mark and its note
        marked = sum(sign in names for line in lines for start, _, names, _ in notes.text_marks(line.text) if start)
        opened = sum(bool(notes.FORMS["lone"].match(line.text, line.indent)) for line in lines)
        if marked != 1 or opened != 1:
            known.pop(sign, None)
    return known


def _worded(lines: Sequence[Line]) -> frozenset[str]:
    """Return the numbers of the notes that lines open with a word (（注4）…, Note 4: …)."""
    found = (notes.FORMS["word"].match(line.text, line.indent) for line in lines)
    return frozenset(notes.plain_marker(match[1]) for match in found if match)


def _markers_below(lines: Sequence[Line]) -> tuple[int, frozenset[str]]:
    """Return the line of the last heading of notes and the markers that notes below it open with.

    What counts with the same numbers further above is a list of the text: a note is printed once.
    """
    headed = next((line.number for line in reversed(lines) if _heads_notes(line)), 0)
    opened: set[str] = set()
    for line in lines:
        if line.number > headed > 0 and (found := notes.opening_mark(line) or notes.definition(line, {}, True)):
            opened.add(found.marker)
    return headed, frozenset(opened - {""})


def _heads_notes(line: Line) -> bool:
    """Say whether a line is a heading of notes and nothing else."""
    found = atx(line.text)
    return is_notes_heading(line.text[found[1] : found[2]] if found else line.text.strip())


def unrepeated(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks, the words of each note behind its number where a numbered list prints that once more (1. 1 …).

    Only where every note of the list does: one alone may begin with a number of its own.
    """
    listed = [block for block in blocks if block.kind == "note" and block.form == "dot"]
    behind = {block.first: at for block in listed if (at := _behind_own_number(block)) is not None}
    if len(listed) < _REPEATED or len(behind) < len(listed):
        return list(blocks)
    return [replace(block, words=behind[block.first]) if block.first in behind else block for block in blocks]


def _behind_own_number(block: Block) -> int | None:
    """Return where a note's words begin behind its number, printed again, or None where they do not repeat it."""
    line = block.slices[0].line
    start = next((k for k, at in enumerate(line.at) if at >= block.words), len(line.text))
    for form in ("bracket", "paren", "half", "dot", "circle", "plain"):
        match = notes.FORMS[form].match(line.text, start)
        if match and notes.plain_marker(match[1]) == block.marker and match.end() < block.slices[0].end:
            return line.at[match.end()]
    return None
