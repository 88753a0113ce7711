"""Which of several units that a table prints each of its columns is counted in: they stand in the order of the columns.

Invariant: a column that two units suit as well as each other has none; where what the columns are called shows that the
units are in another order, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from corpus.structure.units import unit_at

_MONEY_UNIT = re.compile(
    r"円|ドル|ユーロ|元|ウォン|ルーブル|ポンド|원|달러|유로|위안|[$€¥£₩]|\b(?:US|USD|EUR|JPY|yen|dollars?|euros?|won|yuan|pounds?)\b",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"額|価格|値段|料金|費$|費用|経費|予算|収入|支出|売上|賃金|金额|价格|费用|费$|成本|收入|支出|盈[余利亏]|利[润潤益]|亏[损損]|[損损][失益]|黒字|赤字|금액|매출|비용|이익|손[익실]|[흑적]자|(?<![대구])비$|예산|수입액|수출액|가격|액$"
    r"|\b(?:amounts?|values?|costs?|prices?|revenues?|sales|budgets?|spending|expenditures?|subsid(?:y|ies)|fees?|profits?|loss(?:es)?|surplus|deficit)\b",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"人|[者員客]数?$|[자객원]\s?수?$|명$|\b(?:people|persons?|visitors|users|workers)\b", re.IGNORECASE
)
_SCALE = re.compile(r"^[十百千万億兆萬亿십백천만억조\s]+|(?:thousand|million|billion)s?\s+(?:of\s+)?", re.IGNORECASE)
_MOST = 9  # units and twice as many columns; more are a list of something else
_SUITS, _ITS_OWN = 2, 1


def is_money(name: str) -> bool:
    """Say whether a column's name says that it holds sums of money."""
    return bool(_MONEY.search(name))


def is_money_unit(unit: str) -> bool:
    """Say whether a unit is one of money."""
    return bool(_MONEY_UNIT.search(unit))


def in_order(names: Sequence[str], units: Sequence[str]) -> list[str | None]:
    """Return the unit of each column of figures: every unit suits one column or more, and they are in its order.

    A column which two units suit as well as each other has "" as its unit, and all have None where nothing can be said.
    """
    hints = [[_fits(name, unit) for unit in units] for name in names]
    if not len(units) <= len(names) <= 2 * _MOST or len(units) > _MOST:
        return [None] * len(names)
    hinted = [any(row[u] for row in hints) for u in range(len(units))]
    best, ways = -1, list[tuple[int, ...]]()
    for way in _ways(len(names), len(units)):
        score = sum(_SUITS if hints[c][u] else 0 if hinted[u] else _ITS_OWN for c, u in enumerate(way))
        if score > best:
            best, ways = score, []
        ways += [way] if score == best else []
    if any(any(hints[c]) and not hints[c][u] for c, u in enumerate(ways[0])):
        return [None] * len(names)
    told = [{way[c] for way in ways} for c in range(len(names))]
    return [units[next(iter(one))] if len(one) == 1 else "" for one in told]


def _ways(columns: int, units: int) -> Iterator[tuple[int, ...]]:
    """Yield every way to give units to columns in order, each to one or more."""
    for cuts in combinations(range(1, columns), units - 1):
        yield tuple(sum(cut <= column for cut in cuts) for column in range(columns))


def _fits(name: str, unit: str) -> bool:
    """Say whether a column's name says what a unit counts: 相談件数 is in 件, 申込額 in 百万円, 利用者数 in 人."""
    bare = _SCALE.sub("", unit)
    if is_money_unit(unit):
        return is_money(name)
    if unit_at(bare, 0)[0] == "person":
        return bool(_PEOPLE.search(name))
    return bool(bare) and not bare.isascii() and bool(re.search(rf"{re.escape(bare)}\s?(?:数|수|$)", name))
