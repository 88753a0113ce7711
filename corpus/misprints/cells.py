"""Figures of a table that were read wrongly: a cell that would be one if a letter were a figure, or a gap no gap.

Invariant: only a column whose other cells are figures tells what a cell should be; what it probably says is a remark,
and its cell has no value.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from corpus.misprints.signs import AS_FIGURES
from corpus.misprints.suspect import Suspect
from corpus.structure.figures import column_kinds, figure, is_empty
from corpus.tables import Cell, Table

_DAMAGED = re.compile(r"[-−–△▲+]?\s?[0-9OolI][0-9OolI,.\s]*[%％]?")
_GROUPS_OF_THREE = re.compile(r"\d{1,3}(?:\s\d{3})+(?:[.,]\d+)?")  # 12 400: how thousands are parted in some print


def cells(table: Table) -> Iterator[Suspect]:
    """Yield the cells of a table's columns of figures that print no figure but nearly one, in order of place."""
    kinds = column_kinds(table.header, [[cell.text for cell in row.cells] for row in table.rows])
    for row in table.rows:
        for kind, cell in zip(kinds, row.cells, strict=False):
            if kind == "figure" and (likely := _likely(cell)):
                yield Suspect(cell.start, cell.end, cell.text, likely, "the other cells of its column are figures")


def _likely(cell: Cell) -> str:
    """Return the figure that a cell nearly prints, or nothing where it prints one or is none."""
    printed = unicodedata.normalize("NFKC", cell.text)
    if is_empty(printed) or figure(printed) is not None or not _DAMAGED.fullmatch(printed):
        return ""
    if not re.search(r"\d", printed) or _GROUPS_OF_THREE.fullmatch(printed):
        return ""
    likely = re.sub(r"(?<=[\d,.])\s+(?=[\d,.])", "", printed.translate(AS_FIGURES))
    return likely if figure(likely) is not None else ""
