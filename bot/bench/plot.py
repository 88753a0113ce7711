"""A run as an SVG: three panels over the number of passages, both axes logarithmic. Pure."""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape

from bot.bench.report import ROWS, Row
from bot.bench.run import Run
from bot.bench.worker import PLAIN, TENKYO

_SHOWN = ("index, embedding included", "re-index after 1% changed", "retrieval, p50")
_COLOURS = {TENKYO: "#0b6e4f", PLAIN: "#b5651d"}
_WIDTH, _HEIGHT, _LEFT, _TOP, _GAP = 220, 160, 60, 40, 80
Point = tuple[float, float]


def svg(run: Run) -> str:
    """Return the plot as SVG."""
    rows = [row for row in ROWS if row.name in _SHOWN]
    panels = [_panel(run, row, _LEFT + number * (_WIDTH + _GAP)) for number, row in enumerate(rows)]
    width, height = _LEFT + len(rows) * (_WIDTH + _GAP), _TOP + _HEIGHT + 60
    legend = "".join(
        f'<text x="{_LEFT + 110 * number}" y="{height - 8}" fill="{colour}">■ {name}</text>'
        for number, (name, colour) in enumerate(_COLOURS.items())
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" '
        f'font-size="12" fill="#333"><rect width="100%" height="100%" fill="#fff"/>{"".join(panels)}{legend}</svg>\n'
    )


def _panel(run: Run, row: Row, left: float) -> str:
    sizes = sorted(run.sizes)
    lines = {name: [(size, row.value(run.sizes[size][name])) for size in sizes] for name in (TENKYO, PLAIN)}
    values = [value for line in lines.values() for _, value in line]
    low, high = 10 ** math.floor(math.log10(min(values))), 10 ** math.ceil(math.log10(max(values)))

    def place(point: Point) -> Point:
        return left + _WIDTH * _share(point[0], sizes[0], sizes[-1]), _TOP + _HEIGHT * (1 - _share(point[1], low, high))

    parts = [f'<text x="{left}" y="{_TOP - 14}" font-weight="bold">{escape(row.name)} ({row.unit})</text>']
    for power in range(round(math.log10(low)), round(math.log10(high)) + 1):
        _, y = place((sizes[0], 10.0**power))
        parts.append(f'<path d="M{left} {y:.1f}h{_WIDTH}" stroke="#ddd"/>')
        parts.append(f'<text x="{left - 6}" y="{y + 4:.1f}" text-anchor="end">{10.0**power:g}</text>')
    for size in sizes:
        x, _ = place((size, low))
        parts.append(f'<text x="{x:.1f}" y="{_TOP + _HEIGHT + 18}" text-anchor="middle">{size:,}</text>')
    return "".join(parts) + "".join(
        _line([place(point) for point in line], _COLOURS[name]) for name, line in lines.items()
    )


def _line(points: Sequence[Point], colour: str) -> str:
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in points)
    return f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>{dots}'


def _share(value: float, low: float, high: float) -> float:
    """Return where a value lies between two others, on a logarithmic scale."""
    return math.log(value / low) / math.log(high / low) if high > low else 0.5
