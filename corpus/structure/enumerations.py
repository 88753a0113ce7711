"""Items of one shape, a name and what it is of each: several in a paragraph, or one to a line.

Invariant: items are cut at one sign of one kind; where that is a blank, most of them hold a person's name on one side.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.structure.blocks import Block
from corpus.structure.lines import Slice, has_sentence, split_outside_brackets, strip
from corpus.structure.names_ja import HEAD, could_be_name, is_spaced_name
from corpus.structure.people import is_person

Cut = tuple[tuple[int, int], tuple[int, int]]  # where both halves of an item stand in it

_SEPARATORS = "、;；，"
_FEWEST = 3  # items
_LONGEST = 40  # characters of half an item that a blank parts
_KATAKANA = re.compile(r"[ァ-ヺー＝=]+$")
_GROUP = re.compile(r"[（(][^（）()\n]{1,12}[)）][ \u3000]*(?=[^\s、。，．,])")
_GAP = re.compile(r"[ \u3000\t]+")
_HAN_NAME = re.compile(r"[一-鿿々ヶ]{1,4}[ \u3000]?[一-鿿々ぁ-ゖァ-ヺー]{1,4}")


def enumeration(block: Block) -> list[tuple[tuple[int, int], ...]]:
    """Return the (name, role) cells of a paragraph that is nothing but three or more items of one shape, else nothing.

    Offsets count characters of the block's text. A word in brackets that opens a line is of what group its items are.
    """
    text = block.text
    if block.kind != "prose" or has_sentence(text[:-1]) or len(text) < 10:
        return []
    body = text.rstrip().rstrip("。.")
    parts = _parts(body)
    if len(parts) < _FEWEST:
        return []
    if cells := cut_at_gaps([body[start:end] for start, end in parts]):
        moved = zip(parts, cells, strict=True)
        return [((at + a, at + b), (at + c, at + d)) for (at, _), ((a, b), (c, d)) in moved]
    for separators in ("：:", "・·", "—–（("):
        rows: list[tuple[tuple[int, int], ...]] = []
        missing = 0
        for start, end in parts:
            cut = cut_item(body[start:end], separators)
            if cut is None:
                missing += 1
                if rows:
                    rows[-1] = (rows[-1][0], (rows[-1][1][0], end))
                continue
            name, role = cut
            rows.append(((start + name[0], start + name[1]), (start + role[0], start + role[1])))
        if len(rows) >= _FEWEST and missing * 5 <= len(parts) and rows[0][0][0] <= parts[0][1]:
            return rows
    return []


def _parts(body: str) -> list[tuple[int, int]]:
    """Return where the items of a paragraph stand; a line that says of what group they are begins with one."""
    grouped = [match for match in re.finditer(r"(?m)^", body) if _GROUP.match(body, match.start())]
    if len(grouped) < 2:  # a bracket may open the first item
        return split_outside_brackets(body, _SEPARATORS)
    edges = [0, *(match.start() for match in grouped if match.start()), len(body)]
    parts: list[tuple[int, int]] = []
    for start, end in pairwise(edges):
        group = _GROUP.match(body, start)
        first = group.end() if group else start
        line = body[first:end].rstrip("\n")
        parts += [(first + a, first + b) for a, b in split_outside_brackets(line, _SEPARATORS)]
    return parts


def cut_at_gaps(texts: Sequence[str]) -> list[Cut]:
    """Return the items cut at a blank where all can be: most have a person's name on the same side of it; else nothing.

    A wide blank comes before others, so that a name whose parts stand apart stays one.
    """
    if len(texts) < _FEWEST or any(re.search(r"\d", text) or has_sentence(text) for text in texts):
        return []
    for name in (1, 0):
        cuts = [_named_at(text.strip(), name) for text in texts]
        sure = sum(cut is not None for cut in cuts)
        if 2 * sure <= len(texts):
            continue
        made = [cut or _any(text.strip(), name) for cut, text in zip(cuts, texts, strict=True)]
        if all(made):
            lead = [len(text) - len(text.lstrip()) for text in texts]
            return [
                ((a + n, b + n), (c + n, d + n)) for n, ((a, b), (c, d)) in zip(lead, filter(None, made), strict=True)
            ]
    return []


def _cuts(text: str) -> list[Cut]:
    """Return all cuts of an item at a blank outside brackets, the widest blank first."""
    held = split_outside_brackets(text, " \u3000\t")
    found = [match for match in _GAP.finditer(text) if any(match.start() == end for _, end in held)]
    found.sort(key=lambda match: (-_width(match[0]), match.start()))
    return [((0, match.start()), (match.end(), len(text))) for match in found]


def _width(blank: str) -> int:
    return sum(1 if char == " " else 2 for char in blank)


def _named_at(text: str, side: int) -> Cut | None:
    """Return the cut of an item that has a person's name on a side and none on the other, or None."""
    for cut in _cuts(text):
        words = [text[a:b] for a, b in cut]
        if is_named(words[side]) and not is_named(words[1 - side]) and max(map(len, words)) <= _LONGEST:
            return cut
    return None


def _any(text: str, side: int) -> Cut | None:
    """Return the one cut of an item whose name no dictionary has, or None."""
    cuts = _cuts(text)
    could = [cut for cut in cuts if _HAN_NAME.fullmatch(text[cut[side][0] : cut[side][1]])]
    return could[0] if len(cuts) == len(could) == 1 else None


def is_named(words: str) -> bool:
    """Say whether words beside a post or a body are a person's name: known to the dictionary, or to no dictionary."""
    name = re.sub(r"(?:さん|氏|様)?[ \u3000]*(?:[（(][^（）()]*[)）])?$", "", words.strip())
    if not name or re.search(rf"(?:{HEAD})$", name):
        return False
    known = is_person(name) or is_spaced_name(name)
    return known or bool(len(name) > 2 and _HAN_NAME.fullmatch(name) and could_be_name(name, certain=False))


def cut_item(text: str, separators: str) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Return name and role of one item. A ・ between two katakana words belongs to the name."""
    for match in re.finditer(f"[{re.escape(separators)}]", text):
        at = match.start()
        name, role = text[:at].strip(), text[at + 1 :].strip()
        between = re.match(r"[ァ-ヺー＝=]+(?=[・·（(])", text[at + 1 :])
        if match[0] in "・·" and between and _KATAKANA.search(name):
            continue
        if not name or not role or len(name) > 30:
            return None
        left = len(text[:at]) - len(text[:at].lstrip())
        right = at + 1 + len(text[at + 1 :]) - len(text[at + 1 :].lstrip())
        end = len(text.rstrip())
        if match[0] in "（(" and text[:end].endswith(("）", ")")):
            end -= 1
        return (left, left + len(name)), (right, end)
    return None


def cell_slices(block: Block, start: int, end: int) -> tuple[Slice, ...]:
    """Return the slices that cover characters ``[start, end)`` of a block's text."""
    found: list[Slice] = []
    at = 0
    for index, piece in enumerate(block.slices):
        if index:
            at += len(block.seams[index - 1])
        first, last = max(start - at, 0), min(end - at, len(piece.text))
        if first < last:
            found.append(strip(Slice(piece.line, piece.start + first, piece.start + last)))
        at += len(piece.text)
    return tuple(found)
