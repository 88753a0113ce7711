"""Lines to blocks, first pass: what each line says by its own form.

Invariant: every line with words ends in exactly one block, and every other line is furniture or blank.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.structure import notes
from corpus.structure.blocks import Block, single
from corpus.structure.captions import caption, is_remark, is_source, is_unit, of_papers
from corpus.structure.columns import code_length
from corpus.structure.feet import find_feet
from corpus.structure.furniture import Found
from corpus.structure.grid import Grid
from corpus.structure.headings import atx, could_be_bare_heading, could_be_heading, is_notes_heading, style
from corpus.structure.linebreaks import column_of, counted, joined, of_item, table_slices
from corpus.structure.lines import Line, Slice, ends_sentence, strip, whole, width
from corpus.structure.lists import Item, item
from corpus.structure.lookout import Lookout
from corpus.structure.nested_heads import nested
from corpus.structure.notelines import NoteLines
from corpus.structure.paragraphs import LONG_LINE, ends_paragraph, join, torn_at_link, vocabulary
from corpus.structure.people_lines import people_apart
from corpus.structure.rows_apart import aligned_apart, rows_go_on
from corpus.structure.series import series
from corpus.structure.speakers import bracketed_turns, turns
from corpus.structure.stacked import below_caption, stacked_apart
from corpus.structure.twocolumns import in_columns

_BOLD = 6  # the level of a heading that is only set in bold: below every heading with signs


class Scanner:
    """Turns the lines of one document into blocks; ``separators`` collects lines that only rule a table."""

    def __init__(self, lines: Sequence[Line], found: Found, code: frozenset[int], first: int = 0) -> None:
        self.lines = lines
        self.found = found
        self.code = code
        self.words = vocabulary(lines)
        self.notes = NoteLines(lines, found, self.words, find_feet(lines, found, first))
        self.codes: dict[str, int] = {}
        self.tables = Lookout((), self.codes)  # of the run at hand
        self.separators: list[Line] = []
        self.column = column_of(lines)
        self.turns = turns(lines)
        self.bracketed = bracketed_turns(lines)
        self.series = series(lines, found.kinds)
        self.heads = nested(lines, {**dict.fromkeys((*range(first), *code), "markup"), **found.kinds})
        self.widest = 0  # columns of the widest line of the run at hand
        self.counted: frozenset[int] = frozenset()  # lines of the run at hand that a number and wide space open
        self.one_each = False  # each line of the run at hand is a paragraph

    def blocks(self, first: int) -> list[Block]:
        """Return the blocks of the lines from index ``first`` on."""
        result: list[Block] = []
        run: list[Line] = []
        taken = (self.found.kinds, self.code)
        below = 0  # the index behind a table whose cells stand apart
        for index in range(first, len(self.lines) + 1):
            line = self.lines[index] if index < len(self.lines) else None
            if line is not None and line.blank and run and (index < below or rows_go_on(self.lines, run, index, taken)):
                continue
            if index == below and run:
                result += self._run(run)
                run = []
            if line is None or line.blank or index in self.found.kinds or line.empty or index in self.code:
                result += self._run(run)
                run = []
                if line is not None and index in self.code and line.text.strip() and index not in self.found.kinds:
                    self._add_code(result, line)
            else:
                if index in self.found.setext or index in self.found.feeds:
                    result += self._run(run)
                    run = []
                if index in self.heads and index not in self.found.setext and index >= below:
                    result += self._run(run)
                    run = []
                    if not self.notes.in_notes:
                        result.append(self._heading(Block("heading", (whole(line),))))
                        continue
                if index in self.found.setext:
                    result.append(self._heading(Block("heading", (whole(line),), level=self.found.setext[index])))
                else:
                    if index >= below and (apart := self._apart(index)):
                        result += self._run(run)
                        run, below = [], index + apart
                    run.append(line)
        return result

    def _apart(self, index: int) -> int:
        """Return how many lines from an index on are a table with blank lines between its cells or rows, or 0."""
        kinds = self.found.kinds
        kinds_of_table = (stacked_apart, people_apart, aligned_apart)
        return next((taken for read in kinds_of_table if (taken := read(self.lines, index, kinds))), 0)

    def _add_code(self, result: list[Block], line: Line) -> None:
        piece = strip(Slice(line, 0, len(line.text)))
        if result and (last := result[-1]).kind == "code" and last.lines[-1].number == line.number - 1:
            result[-1] = Block("code", (*last.slices, piece), (*last.seams, "\n"))
        else:
            result.append(Block("code", (piece,)))

    def _run(self, run: list[Line]) -> list[Block]:
        """Return the blocks of adjoining lines."""
        result = in_columns(run, self.words)
        i = len(run) if result else 0
        self.widest = max((width(line.text) for line in run), default=0)
        self.one_each = self.widest > LONG_LINE
        self.counted = counted(run)
        self.tables = Lookout(run, self.codes, bool(run) and below_caption(self.lines, run[0].number - 1))
        below_head = bool(run) and run[0].number - 2 in self.heads  # and so no heading itself
        while i < len(run):
            alone = (len(run) == 1 and not below_head) or (self.one_each and could_be_heading(run[i].text))
            block, taken = self._special(run, i, alone)
            if block is None:
                block, taken = self._paragraph(run, i, alone)
            result.append(block)
            i += taken
        return result

    def _special(self, run: list[Line], i: int, alone: bool) -> tuple[Block | None, int]:
        """Return the block that a line opens by its form, with the number of lines it takes, or None."""
        line = run[i]
        text = line.text.strip()
        if heading := self._heading_line(run, i, alone):
            return heading, 1
        if note := self.notes.of_table(run, i) or self.notes.note(run, i, self.one_each):
            return note
        if (not self.notes.in_notes or re.search("[|\t]", text)) and (grid := self.tables.at(i)):
            return self._table(run, i, grid), grid.taken
        if framing := self._framing(run, i):
            return framing
        heads = (alone and style(text) and could_be_heading(text)) or self._heads_text(run, i)
        return (single("prose", line, alone=True), 1) if heads else self._item(run, i)

    def _framing(self, run: list[Line], i: int) -> tuple[Block, int] | None:
        """Return what is printed around a table: its caption, source or unit."""
        text = run[i].text.strip()
        if found := caption(text):
            return self._caption(run, i, found.label)
        if is_source(text):
            return self._source(run, i)
        return (single("unit", run[i]), 1) if is_unit(text) else None

    def _heading_line(self, run: list[Line], i: int, alone: bool) -> Block | None:
        """Return the heading that a line is by its signs, its weight, or because it announces notes."""
        line = run[i]
        text = line.text.strip()
        if found := atx(line.text):
            level, start, end = found
            return self._heading(Block("heading", (strip(Slice(line, start, end)),), level=level))
        listed = i + 1 < len(run) and i == 0 and self._lists(run[1])
        if (alone or listed) and is_notes_heading(text):
            return self._heading(Block("heading", (whole(line),), level=_BOLD if line.bold else 0))
        boxed = i == 0 and re.fullmatch(r"【[^】]{1,40}】", text) and could_be_heading(text)
        serial = i == 0 and line.number in self.series and not self.notes.in_notes
        if (boxed and len(run) > 1) or serial:
            return self._heading(Block("heading", (whole(line),), level=0))
        if alone and line.bold and not style(text) and could_be_heading(text) and not caption(text):
            return self._heading(Block("heading", (whole(line),), level=_BOLD))
        return None

    def _lists(self, line: Line) -> bool:
        """Say whether a line right below a heading of notes is the first of them: an item, a note, a source alone."""
        words = line.text.strip()
        cited = notes.reads_like_reference(words) and not ends_sentence(words)
        return bool(item(line.text) or notes.definition(line, self.notes.known, True)) or cited

    def _heads_text(self, run: list[Line], i: int) -> bool:
        """Say whether a numbered line stands right above the paragraph that it heads."""
        numbered = style(run[i].text.strip()) if i + 1 < len(run) else None
        if numbered is None:
            return False
        line, after = run[i : i + 2]
        opens = bool(re.match(r"\u3000\S", after.text)) and line.indent == 0  # as a paragraph does below its heading
        if i + 2 == len(run) and not (self.one_each or opens) and not (numbered.name.startswith("(") and i):
            return False  # two lines alone may be one item
        apart = not (item(after.text) or (after.indent > line.indent and not opens))
        return apart and ends_sentence(after.text) and self._heads(line, after)

    def _heading(self, block: Block) -> Block:
        self.notes.heading(block.text)
        return block

    def _table(self, run: list[Line], i: int, grid: Grid) -> Block:
        self.separators += grid.separators
        self.notes.table(grid)
        names = grid.names
        for column in range(min(len(names), grid.columns) - 1):
            cells = [
                tuple(cell[0] if cell else Slice(row.slices[0].line, 0, 0) for cell in row.cells) for row in grid.rows
            ]
            if length := code_length(cells, column, grid.columns):
                self.codes.setdefault(names[column].strip(), length)
        return Block("table", *table_slices(grid), grid=grid)

    def _caption(self, run: list[Line], i: int, label: str) -> tuple[Block, int]:
        slices = [whole(run[i])]
        taken = 1
        while i + taken < len(run) and taken < 3:
            following = run[i + taken]
            text = slices[-1].text
            wraps = width(text) >= 50 and not ends_sentence(text) and not self._opens(run, i + taken)
            if not wraps or not (following.text.strip()[:1].islower() or width(text) >= 70):
                break
            slices.append(whole(following))
            taken += 1
        whole_caption, seams = join(slices, self.words)
        return Block("caption", whole_caption, seams, label=label), taken

    def _source(self, run: list[Line], i: int) -> tuple[Block, int]:
        """Return a source line with the lines that it wraps over."""
        stop = i + 1
        while stop < len(run) and not self._opens(run, stop) and not is_remark(run[stop].text):
            ended = ends_paragraph(run[stop - 1], run[stop], self.widest)
            if ended or self.one_each or width(run[stop - 1].text) < 0.6 * self.widest:
                break
            stop += 1
        slices, seams = join([whole(line) for line in run[i:stop]], self.words)
        return Block("source", slices, seams), stop - i

    def _opens(self, run: list[Line], i: int) -> bool:
        """Say whether a line inside a run opens a block of its own."""
        line = run[i]
        text = line.text.strip()
        if atx(line.text) or self._item_sign(line) or caption(text) or is_source(text) or is_unit(text):
            return True
        turn = line.number in self.turns and i > 0 and ends_sentence(run[i - 1].text.strip())
        turn = turn or line.number in self.bracketed
        opens = turn or of_papers(run, i) or self.notes.definition(run, i) is not None
        return opens or self.tables.at(i) is not None

    def _item(self, run: list[Line], i: int) -> tuple[Block | None, int]:
        found = self._item_sign(run[i])
        if found is None or self._signed_head(run, i, found):
            return None, 0
        stop = i + 1
        while stop < len(run) and not self._opens(run, stop) and not self.one_each:
            if ends_sentence(run[stop - 1].text.strip()) and run[stop].indent <= run[i].indent:
                break
            stop += 1
        slices, seams = of_item(run[i:stop], self.widest, self.words)
        return Block("item", slices, seams, words=run[i].at[found.words], indent=found.indent), stop - i

    def _signed_head(self, run: list[Line], i: int, found: Item) -> bool:
        """Say whether a short line that a sign opens heads the wrapped text right below it, no other such line near."""
        only = i == 0 and len(run) > 2 and not any(map(self._item_sign, run[1:]))
        return (
            only and not found.numbered and style(run[i].text.strip()) is not None and self._heads(run[i], run[i + 1])
        )

    def _item_sign(self, line: Line) -> Item | None:
        return Item(line.indent, line.indent, numbered=True) if line.number in self.counted else item(line.text)

    def _paragraph(self, run: list[Line], i: int, alone: bool) -> tuple[Block, int]:
        stop = i + 1
        while stop < len(run) and (not self.one_each or torn_at_link(run, stop)):
            if not self.one_each and (self._opens(run, stop) or ends_paragraph(run[stop - 1], run[stop], self.widest)):
                break
            stop += 1
        above = i == 0 and stop == 1 < len(run) and self._above_indented(run)
        if above or (stop - i > 2 and self._heads(run[i], run[i + 1])):
            return Block("prose", (whole(run[i]),), alone=True), 1
        if stop - i == 1 and stop < len(run) and run[stop].number in self.counted:
            alone = could_be_bare_heading(run[i].text)  # it heads the list below it
        slices, seams = joined(run[i:stop], self.widest, self.column, self.words)
        return Block("prose", slices, seams, alone=alone and stop - i == 1), stop - i

    def _above_indented(self, run: list[Line]) -> bool:
        """Say whether the first line of a run heads the paragraph below, which opens with an ideographic space."""
        opens = run[0].indent == 0 and re.match(r"\u3000[^\s　]", run[1].text)
        return bool(opens) and could_be_bare_heading(run[0].text) and self._heads(run[0], run[1])

    def _heads(self, line: Line, following: Line) -> bool:
        """Say whether a short line right above wrapped text is its heading."""
        text = line.text.strip()
        short = width(text) < 0.6 * self.widest and width(following.text) > 0.7 * self.widest
        return short and could_be_heading(text) and not following.text.strip()[:1].islower() and not text[0].islower()
