"""The numbers that a question may have reckoned with: where they stand, what they count, how they are shown.

Invariant: a number is the exact decimal of a quantity or cell as printed, and numbers of one measure count one thing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from bot.compose.asked import Asked
from bot.compose.rows import cells_of, figure_at
from bot.compose.scoring import Scored
from bot.compose.tables.showing import amount
from bot.compose.tables.statement import Figure
from bot.compose.tables.values import scaled, unit_name
from bot.sic import misread
from corpus.document import Span
from corpus.structure.numbers import parse_number
from corpus.structure.quantities import Quantity, around_number, find_quantities
from corpus.structure.units import UNITS, same_unit, unit_of_question

_HERE = "\0"
# So many of what a sentence lists: the first two, both, all three.
_FIRST = re.compile(
    r"(?:最初|初め|はじめ)の?\s?([\d一二三四五六七八九十]+)|\bfirst (\d+|two|three|four|five|six)\b|"
    r"[前头]([\d两三四五六七八九十]+)[个例次家起]|"
    r"처음 ?(\d+|두|세|네|다섯)",
    re.IGNORECASE,
)
_PAIR = re.compile(r"両方|双方|\bboth\b|两者|둘 ?다|양쪽", re.IGNORECASE)
_NATIVE = {"두": 2, "세": 3, "네": 4, "다섯": 5, "两": 2}
_LABEL = re.compile(r"(\d+|[一二三四五六七八九十])(?=\D{0,3}$|\D{1,4}[がはの]?$)")
_AFTER = re.compile(r"^\s?(?:[、,，;；]|と|및|和|and\b)")
# A number is itself a difference (700億円多い), the whole of what follows (31億ドルで、内訳は), or a rate (1戸当たり).
_STATED = re.compile(
    r"\s?(?:ほど|余り)?(?:多[いく]|少な|増[えやし]|減[っらり]|上回|下回|高[いく]|低[いく]|安[いく]|不足|足りな|の(?:増|減|差|黒字|赤字)|"
    r"(?:more|less|fewer|higher|lower|cheaper)\b|더 |늘|줄)"
)
_DIVIDED = re.compile(
    r"(?:で|だが|あり)?[、,，;]?\s?(?:その)?(?:内訳|うち)|"
    r"のうち|[,;，]\s?(?:of which|made up|其中|包括)|그중"
)
_PER = re.compile(r"当たり|あたり|につき|ごと|\s?per\b|마다|당(?=\s)")
# Between two numbers: the sentence sets them against each other.
_AGAINST = re.compile(
    r"から|ところ|に対し|に比べ|だったが|\b(?:to|against|compared|while|from)\b|"
    r"增至|升至|降至|减至|增加到|减少到|에서|보다"
)
RANGE = re.compile(r"から.{1,10}まで|\bfrom\b.+\b(?:to|through)\b|[从自].{1,10}[到至]|부터.{1,10}까지", re.IGNORECASE)
"""From one to another: what lies between belongs to it too."""
_CLAUSE = re.compile(r"[、，;；。]|,(?!\d)")
_ANY = frozenset(("amount", "extent"))  # asked for, and any number may be that
_SAID = 0.4  # support from which words say a word of the question
_OF_ITS_DATES = 0.85  # agreement with the dates asked for
_LONGEST_LABEL = 20  # characters between two numbers that a sentence lists


@dataclass(frozen=True, slots=True)
class Number:
    """A number that a sentence or a cell prints, what it counts, and whose it is.

    Numbers of one ``measure`` can be reckoned with one another; ``before`` and ``after`` are the signs and words that
    stand around the number where it is shown ($, 人).
    """

    value: Decimal
    measure: str
    before: str
    after: str
    text: str
    place: Span
    of: Scored

    @property
    def unit(self) -> str:
        """Return the unit as it is shown."""
        return (self.before or self.after).strip()


def numbers_marked(scored: Scored, lang: str, *, pointed: bool) -> list[Number]:
    """Return the numbers in what the reader marked: cells of a row, quantities in a sentence's words.

    With ``pointed``, of a sentence in which it marked nothing, those of its point.
    """
    candidate = scored.candidate
    if candidate.passage.kind == "row":
        found = ((place, figure_at(candidate, place)) for place in scored.parts)
        return [number for place, cell in found if cell and (number := _of_cell(cell, place, scored, lang))]
    return [
        Number(q.value, q.unit, *around_number(q.text), q.text, Span(part.start + q.start, part.start + q.end), scored)
        for part in scored.parts or ((scored.point.span,) if pointed and scored.point else ())
        for q in find_quantities(candidate.document.text[part.start : part.end])
        if q.upper is None and not misread(candidate.document, part.start + q.start, part.start + q.end)
    ]


def _of_cell(cell: Figure, place: Span, scored: Scored, lang: str) -> Number | None:
    column = cell.column
    if cell.value is None or column.kind != "measure":
        return None
    if not column.unit and cell.cell.unit:  # each row counts in a unit of its own
        around = around_number(cell.cell.text)
        return Number(cell.value, unit_name(cell.cell.unit) or cell.cell.unit, *around, cell.cell.text, place, scored)
    # a cell of a column in millions prints no yen
    measure = column.measure if column.measure and not scaled(column.unit) else column.unit
    before, _, after = amount(_HERE, column, scored.candidate.document.lang, lang).partition(_HERE)
    return Number(cell.value, measure, before, after, cell.cell.text, place, scored)


def columns_named(asked: Asked, best: Scored) -> list[Number]:
    """Return the two cells of the best row whose columns the question names by words of their own; else none.

    The reader points at one cell of a row; what two columns of it are set against each other, the question says.
    """
    if best.candidate.passage.kind != "row":
        return []
    cells = cells_of(best.candidate)
    heads = [asked.sentences.words(cell.column.header) for cell in cells]
    said = [{at for at, term in enumerate(asked.terms) if term.term in words} for words in heads]
    own = [mine - set().union(*said[:at], *said[at + 1 :]) for at, mine in enumerate(said)]
    named = [
        _of_cell(cell, Span(cell.cell.start, cell.cell.end), best, asked.question.lang)
        for cell, mine in zip(cells, own, strict=True)
        if mine
    ]
    two = [number for number in named if number is not None]
    return two if len(two) == len(named) == 2 and two[0].measure == two[1].measure else []


def in_sentence(asked: Asked, best: Scored, *, added: bool) -> list[Number]:
    """Return the numbers of the best sentence that a question sets against each other, or ``added`` together; or none.

    They count one thing, and the question names each by a word that stands with it alone; or the sentence itself sets
    the two against each other (4万8千円から7万9千円). A difference that it states is not reckoned with again.
    """
    candidate = best.candidate
    if candidate.passage.kind != "prose" or best.dated < _OF_ITS_DATES:
        return []
    text = candidate.text
    found = _alike(asked, best)
    if len(found) < 2 or any(_STATED.match(text, q.end) for q in found):
        return []
    if added:
        found = [q for q in found if not _DIVIDED.match(text, q.end)]
        chosen = _first_of(asked, text, found) or _named(asked, text, found)
        if chosen and RANGE.search(asked.question.text):
            chosen = found[found.index(chosen[0]) : found.index(chosen[-1]) + 1]
    else:
        chosen = _named(asked, text, found)
        if len(chosen) != 2 and len(found) == 2 and _AGAINST.search(text[found[0].end : found[1].start]):
            chosen = found
    right = len(chosen) > 1 and (added or len(chosen) == 2)
    return [_number(best, q) for q in chosen] if right else []


def states_difference(best: Scored) -> bool:
    """Say whether the best sentence itself prints as a difference what it would answer (700億円多い)."""
    candidate = best.candidate
    place = best.point.span if best.point else best.marked
    if candidate.passage.kind != "prose" or place is None:
        return False
    found = [q for q in find_quantities(candidate.text) if _STATED.match(candidate.text, q.end)]
    return any(candidate.start + q.start < place.end and place.start < candidate.start + q.end for q in found)


def _alike(asked: Asked, best: Scored) -> list[Quantity]:
    """Return the quantities of the best sentence in the unit asked for, or in that of the words that answer."""
    text, start = best.candidate.text, best.candidate.start
    found = [q for q in find_quantities(text) if q.upper is None and q.unit and not _PER.match(text, q.end)]
    found = [q for q in found if not misread(best.candidate.document, start + q.start, start + q.end)]
    unit = unit_of_question(asked.question.text)
    if unit and unit not in _ANY:
        found = [q for q in found if same_unit("percent" if unit == "point" else unit, q.unit)] or found
    place = best.point.span if best.point else best.marked
    told = [q for q in found if place and start + q.start < place.end and place.start < start + q.end]
    if unit in _ANY or len({q.unit for q in found}) > 1:
        found = [q for q in found if told and q.unit == told[-1].unit]
    abroad = unit not in UNITS and asked.question.lang != best.candidate.document.lang  # 호 is 戸
    return [q for q in found if abroad or same_unit("percent" if unit == "point" else unit, q.unit)]


def _named(asked: Asked, text: str, found: Sequence[Quantity]) -> list[Quantity]:
    """Return the quantities that a word of the question stands with, and with no other of them."""
    said: list[set[int]] = []
    for at, one in enumerate(found):
        low = max((m.end() for m in _CLAUSE.finditer(text, 0, one.start)), default=0)
        high = next((m.start() for m in _CLAUSE.finditer(text, one.end)), len(text))
        low = max(low, found[at - 1].end if at else 0)
        high = min(high, found[at + 1].start if at + 1 < len(found) else len(text))
        words = asked.sentences.words(text[low:high])
        said.append({n for n, term in enumerate(asked.terms) if term.carried_by(words) >= _SAID})
    return [q for at, q in enumerate(found) if said[at] - set().union(*said[:at], *said[at + 1 :])]


def _first_of(asked: Asked, text: str, found: Sequence[Quantity]) -> list[Quantity]:
    """Return the first few of the quantities that a sentence lists, or both, where the question counts them so."""
    between = [text[one.end : two.start] for one, two in pairwise(found)]
    if not all(_AFTER.match(words) and len(words) <= _LONGEST_LABEL for words in between):
        return []
    first = _FIRST.search(asked.question.text)
    count = _count(first) if first else 2 if _PAIR.search(asked.question.text) else 0
    if not 1 < count <= len(found) or (count < len(found) and not (first and _numbered(text, found))):
        return []
    return list(found[:count])


def _number(best: Scored, one: Quantity) -> Number:
    place = Span(best.candidate.start + one.start, best.candidate.start + one.end)
    return Number(one.value, one.unit, *around_number(one.text), one.text, place, best)


def _count(match: re.Match[str]) -> int:
    said = next(group for group in match.groups() if group)
    return _NATIVE.get(said) or int(parse_number(said) or 0)


def _numbered(text: str, found: Sequence[Quantity]) -> bool:
    """Say whether each number is labelled with its place in the list (1例目が318,462羽、2例目が41,208羽)."""
    starts = [0, *(q.end for q in found)]
    labels = [_LABEL.search(text[a : q.start]) for a, q in zip(starts, found, strict=False)]
    return [parse_number(label[1]) if label else None for label in labels] == list(range(1, len(found) + 1))
