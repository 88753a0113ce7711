"""The lines of an opening with what each says; one that says several things, under labels or beside a day, in parts.

Invariant: parts are slices of their line, in order; a fact under a label that tells nothing of the text is only a fact.
"""

from __future__ import annotations

import re

from corpus.structure.blocks import Block
from corpus.structure.credits import credited
from corpus.structure.linebreaks import labels
from corpus.structure.opening_names import told_by, told_of
from corpus.structure.people import is_person
from corpus.structure.roles import role
from corpus.structure.titles import Opening


def opening_lines(index: int, block: Block) -> list[Opening]:
    """Return the lines of a block with what each says: a fact under a label that tells nothing of the text is one."""
    if block.kind == "heading":
        whole = block.text.replace("\n", " ")
        texts = ([] if block.level else _name_and_day(whole)) or [whole]
    else:
        texts = [part for line in block.text.split("\n") if line.strip() for part in _labelled_parts(line.strip())]
    first = min(labels(block.lines), default=len(texts)) if block.kind == "prose" else len(texts)
    lines = [line for text in texts for line in told_by(index, text)]
    for line in lines[first:]:
        if line.role in ("", "series"):
            line.role, line.value = "fact", ""
    return lines


def _labelled_parts(line: str) -> list[str]:
    """Return what a line says under two labels or more (date　来源：A　作者：B), part by part; else the line."""
    parts = [part for part in re.split(r"[\u3000|｜·]+|\s{2,}|\s(?=[^\s:：]{2,4}[:：]\S)", line) if part.strip()]
    named = [part for part in parts if re.match(r"\S{2,12}[:：]\s*\S|(?:Published|Updated|Posted|By)\s", part.strip())]
    credit = [bool(credited(part)[0]) for part in parts]
    named += [part for part, sent in zip(parts, credit, strict=True) if sent]
    told = [role(part.strip())[0] or ("author" if sent else "") for part, sent in zip(parts, credit, strict=True)]
    both = len(named) >= 2 or (named and "date" in told)
    if len(parts) == 2 and not named and (apart_from_day := _name_and_day(line)):
        return apart_from_day
    return [part.strip() for part in parts] if len(parts) >= 2 and both and sum(map(bool, told)) >= 2 else [line]


def _name_and_day(line: str) -> list[str]:
    """Return a person and a day that a line names, wide space between (2024年10月3日 5時00分　深津千景), or nothing."""
    parts = [
        part.strip() for part in re.split(r"[\u3000|｜·]+|\s{2,}|\s(?=[^\s:：]{2,4}[:：]\S)", line) if part.strip()
    ]
    told = [role(part)[0] for part in parts]
    if len(parts) != 2 or "date" not in told:
        return []
    other = parts[1 - told.index("date")]
    return parts if is_person(other) or told_of(other)[0] else []
