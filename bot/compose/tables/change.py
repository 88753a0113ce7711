"""Columns that print how much another changed (前年同月比, 증감)."""

from __future__ import annotations

import re

from bot.compose.tables.grid import Column

_CHANGE = re.compile(
    r"(?:前年|前月|前期|前回|昨年|対前)\S{0,4}?(?:比|差|増減)|増減|伸び|(?:増加|減少|変化|成長)率|同比|环比|增减|(?:增长|下降)率|"
    r"전년\S{0,3}? ?(?:대비|비)|증감|증가율|\bchange\b|\bgrowth\b|year[- ]on[- ]year",
    re.IGNORECASE,
)


def is_change(column: Column) -> bool:
    """Say whether a column prints how much something changed."""
    return _CHANGE.search(column.header) is not None
