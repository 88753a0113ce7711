"""Figures as curves: risk over coverage, recall over depth.

Invariant: a chart carries its values as rows too, so that who cannot see the curve can read them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.evaluation.html.scales import Scale, Tick
from bot.evaluation.html.words import written

WIDTH, HEIGHT = 360, 230
_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 348, 12, 188
_DEPTHS = (1, 5, 10, 20)
_QUARTERS = (0.0, 0.25, 0.5, 0.75, 1.0)
_TENTHS = tuple(share / 10 for share in range(1, 11))
STYLES = 6
"""Ways to draw a line (colour and dashes) that the style sheet knows."""


@dataclass(frozen=True, slots=True)
class Line:
    """One curve: ``places`` in SVG units from left to right; ``style`` counts from 1."""

    name: str
    style: int
    places: tuple[tuple[float, float], ...]
    dots: bool

    @property
    def points(self) -> str:
        """Return the places as an SVG polyline writes them."""
        return " ".join(f"{x:g},{y:g}" for x, y in self.places)


@dataclass(frozen=True, slots=True)
class Chart:
    """Curves with their axes (SVG units), and the same in words: a sentence, and rows under ``head``."""

    id: str
    title: str
    says: str
    across: str
    up: str
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    lines: tuple[Line, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = _LEFT
    right: int = _RIGHT
    top: int = _TOP
    bottom: int = _BOTTOM


_X = Scale(0.0, 1.0, _LEFT, _RIGHT)
_Y = Scale(0.0, 1.0, _BOTTOM, _TOP)
_SHARES_UP = tuple(Tick(_Y.at(share), written(share)) for share in _QUARTERS)


def risk_chart(curves: Sequence[tuple[str, Sequence[tuple[float, float]]]]) -> Chart | None:
    """Draw ``(coverage, risk)`` points, one curve for each named system; None where no system answers."""
    drawn = [(name, points) for name, points in curves if points]
    if not drawn:
        return None
    ends = [
        f"{name} answers {written(p[-1][0])} of the questions, {written(p[-1][1])} of them wrong" for name, p in drawn
    ]
    rows = [
        (written(share), *("—" if (risk := _risk_at(points, share)) is None else written(risk) for _, points in drawn))
        for share in _TENTHS
    ]
    return Chart(
        id="risk",
        title="Risk–coverage",
        says="; ".join(ends) + ".",
        across="questions answered, the most confident first",
        up="share of wrong answers among those given",
        x_ticks=tuple(Tick(_X.at(share), written(share)) for share in _QUARTERS),
        y_ticks=_SHARES_UP,
        lines=tuple(
            Line(name, _style(index), tuple((_X.at(c), _Y.at(r)) for c, r in points), dots=len(points) == 1)
            for index, (name, points) in enumerate(drawn)
        ),
        head=("coverage", *(name for name, _ in drawn)),
        rows=tuple(rows),
    )


def _risk_at(points: Sequence[tuple[float, float]], coverage: float) -> float | None:
    """Return the risk at the first point that reaches a coverage; None where the system has fallen silent before."""
    return next((risk for reached, risk in points if reached >= coverage - 1e-9), None)


def recall_chart(curves: Sequence[tuple[str, Mapping[str, float]]]) -> Chart | None:
    """Draw recall@1, 5, 10 and 20, one curve for each name; None where nothing was retrieved for gold evidence."""
    drawn = [(name, [values[f"recall@{k}"] for k in _DEPTHS]) for name, values in curves if "recall@20" in values]
    if not drawn:
        return None
    across = Scale(0.0, _DEPTHS[-1], _LEFT, _RIGHT)
    told = [
        f"{name} " + ", ".join(f"{written(v)} @{k}" for k, v in zip(_DEPTHS, vs, strict=True)) for name, vs in drawn
    ]
    return Chart(
        id="recall",
        title="Recall@k",
        says="; ".join(told) + ".",
        across="k",
        up="share of the gold passages among the first k hits",
        x_ticks=tuple(Tick(across.at(depth), str(depth)) for depth in _DEPTHS),
        y_ticks=_SHARES_UP,
        lines=tuple(
            Line(
                name,
                _style(index),
                tuple((across.at(k), _Y.at(v)) for k, v in zip(_DEPTHS, values, strict=True)),
                dots=True,
            )
            for index, (name, values) in enumerate(drawn)
        ),
        head=("", *(f"@{depth}" for depth in _DEPTHS)),
        rows=tuple((name, *map(written, values)) for name, values in drawn),
    )


def _style(index: int) -> int:
    return index % STYLES + 1
