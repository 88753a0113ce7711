"""Which rows a question names: spelled out whole, by code, or by words of their names.

Invariant: a row that is only nearly named is not named. A compound that holds a row's name (新駅前店, 駅前店) is
another name, and a part of a compact name (タイヤ, 自転車用タイヤ) names something else; only a name that describes
what it is (大豆油及びその分別物) may be called by its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from bot.compose.tables.grid import Grid, Line
from bot.compose.tables.making import grids
from bot.compose.tables.matching import bare, describes, flattened
from bot.compose.tables.query import TableQuery, Word
from bot.compose.tables.reading import Phrase
from bot.compose.tables.spans import Span
from bot.compose.tables.support import is_run

Named = tuple[Word, tuple[Line, ...]]
"""A word and the rows that have it."""

AND = re.compile(
    r"\s*(?:と|や|、|・|,|，|および|及び|並びに|ならびに|または|か|に比べ\S{0,2}|に対し\S?|より(?:も)?|和|与|與|跟|同|比|及|와|과|하고|및|보다|/|\+|＋|"
    r"(?:の\S{0,3})?\band\b|\bplus\b|\bor\b|\bthan\b|\bversus\b|\bvs\.?|\bto\b)"
)
_CASE = re.compile(r"\s*(?:は|が|を)(?![ぁ-ん]*る)")  # AはBの何倍: two nouns
_CLASS = re.compile(r"[都道府県市区町村郡国州省庁局課係部館店校園院社駅港線号]|支[店所社]")
_APART = frozenset("的在里中和与與比跟是占从向对及或按内間別約各全前後年月日計")
_NUMBERED = re.compile(r"\s?\d+\s?(?:号[館棟車店機]?|番(?!目)|丁目|号店|世|型|便|期(?!間))")
_LONGEST_GAP = 12


def split_groups(plain: str, words: Sequence[Named]) -> list[list[Named]]:
    """Group neighbouring words; a conjunction between two of them, or what ends a noun's part, opens a new group."""
    groups: list[list[Named]] = [[words[0]]]
    for before, item in pairwise(words):
        gap = plain[before[0].end : item[0].start]
        if AND.search(gap) or _CASE.match(gap) or len(gap) > _LONGEST_GAP:
            groups.append([])
        groups[-1].append(item)
    return groups


def neighbours(query: TableQuery, words: Sequence[Word]) -> list[list[Word]]:
    """Group the words of a question that say one thing: no conjunction and no operation stands between them."""
    groups: list[list[Word]] = [[word] for word in words[:1]]
    for before, word in pairwise(words):
        gap = query.plain[before.end : word.start]
        apart = re.search(r"\b(?:of|in|for|by|at|from|on)\b", gap)
        joined = apart or re.search(r"[와과]$|하고$", before.surface)
        if AND.search(gap) or joined or any(before.end <= s < word.start for s, e in query.consumed if e - s > 2):
            groups.append([])
        groups[-1].append(word)
    return groups


def common(sets: Sequence[tuple[Line, ...]]) -> tuple[Line, ...]:
    """Return the rows that stand in all of several sets."""
    return tuple(line for line in sets[0] if all(line in other for other in sets[1:])) if sets else ()


def heaviest(group: Sequence[Named]) -> tuple[Line, ...]:
    """Return the rows that have most of the words of a group, by weight."""
    weights: dict[int, float] = {}
    lines: dict[int, Line] = {}
    for word, own in group:
        for line in own:
            weights[id(line)] = weights.get(id(line), 0.0) + word.weight
            lines[id(line)] = line
    most = max(weights.values())
    return tuple(lines[key] for key, weight in weights.items() if weight == most)


def phrase_of(group: Sequence[Named], lines: tuple[Line, ...], query: TableQuery, grid: Grid, alone: bool) -> Phrase:
    """Return the words of a group as a phrase, with the rows that they truly name: none where all only hold them."""
    start, end = group[0][0].start, group[-1][0].end
    asked = flattened(query.text[start:end])
    exact = tuple(line for line in lines if flattened(line.name.text) == asked)
    if exact or not grid.measures:
        return Phrase(start, end, exact or lines)
    meant = tuple(line for line in lines if _called(line.name.text, asked))
    if not meant and alone and len(lines) > 1 and query.intents & _OF_MANY:
        meant = lines  # 分館の合計: all rows of that class
    return Phrase(start, end, meant or _only_one_with(asked, lines, grid))


def _only_one_with(asked: str, lines: tuple[Line, ...], grid: Grid) -> tuple[Line, ...]:
    """Return the one row whose name goes on behind what is asked (ほたて of 冷凍ほたて貝柱); none of several.

    A name that ends with what is asked is one of several of that kind (the 診療所 of みどり診療所), but for 道路の除雪,
    and for one that only says besides what state it is in (冷凍食肉).
    """
    if len(lines) != 1 or len(asked) < _TWO or is_named_elsewhere(asked, grid):
        return ()
    having = {flattened(line.name.text) for line in grid.body if asked in flattened(line.name.text)}
    name = flattened(bare(lines[0].name.text))
    whole = not name.endswith(asked) or name.endswith(f"の{asked}") or _STATE.fullmatch(name.removesuffix(asked))
    return lines if len(having) == 1 and whole else ()


def is_named_elsewhere(asked: str, grid: Grid) -> bool:
    """Say whether a row of another table of the document has just this name, so that no longer one is meant by it."""
    others = (other for other in grids((grid.document,)) if other is not grid)
    return any(flattened(line.name.text) == flattened(asked) for other in others for line in other.body)


_TWO = 2
# What goods are said to be, as names read that are compared (`flattened`): kana in hiragana.
_STATE = re.compile(
    r"(?:冷凍|冷蔵|乾燥|生鮮|生|塩蔵|塩漬け?|燻製|くん製|未?加工|精製|粗|粉末|中古の?|新品の?|未使用の?|使用済み?の?|"
    r"合成|人造|天然の?|養殖|活|干し|焼き|蒸し|缶詰|国産の?|輸入|有機)+"
)
_OF_MANY = frozenset({"sum", "average", "count", "list", "most", "least"})


def _called(name: str, asked: str) -> bool:
    """Say whether a row may be called by words of its name."""
    flat = flattened(name)
    if not set(re.findall(r"\d+", asked)) <= set(re.findall(r"\d+", flat)):
        return False
    if asked not in flat:
        return True  # words that stand apart in the name were found one by one
    return describes(name) or (flat.startswith(asked) and bool(_CLASS.fullmatch(flat[len(asked) :])))


def compound(plain: str, start: int, end: int, known: Iterable[Span]) -> Span:
    """Return the compound that a name spelled at a place is part of; the same place where it stands by itself.

    Neighbours that have a place of their own in the table or in the grammar (``known``) do not belong to it.
    """
    taken = {place for first, last in known for place in range(first, last)}

    def joins(at: int) -> bool:
        return 0 <= at < len(plain) and at not in taken and plain[at] not in _APART and is_run(plain[at])

    first, last = start, end
    while is_run(plain[start]) and joins(first - 1):
        first -= 1
    while is_run(plain[end - 1]) and joins(last):
        last += 1
    number = _NUMBERED.match(plain, last)
    return first, number.end() if number and number.end() not in taken and last == end else last
