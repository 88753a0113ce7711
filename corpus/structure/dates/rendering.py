"""Write a date or a range of dates as a reader of Japanese, English, Chinese or Korean does.

Invariant: what is written is as precise as the value and no more; of a range, the second end leaves out what it
shares with the first where the language does.
"""

from __future__ import annotations

from corpus.structure.dates.english import MONTHS
from corpus.structure.dates.parts import Parts, read_iso

_RENDER = {"ja": ("年", "月", "日", "〜", ""), "zh": ("年", "月", "日", "至", ""), "ko": ("년", "월", "일", "~", " ")}


def render_date(value: str, until: str, lang: str) -> str:
    """Return a date or range as a reader of ``lang`` (ja, en, zh, ko) writes it; an empty value gives "".

    Raises ValueError for an unknown language or a value that is not a date.
    """
    if not value:
        return ""
    first, last = read_iso(value), read_iso(until) if until else None
    if lang == "en":
        return _render_en(first, last)
    if lang not in _RENDER:
        raise ValueError(f"cannot write dates in {lang!r}; choose ja, en, zh or ko")
    *units, to, gap = _RENDER[lang]
    start = gap.join(f"{part}{unit}" for part, unit in zip(first, units, strict=True) if part is not None)
    if last is None:
        return start
    kept = [(p, u, q) for p, u, q in zip(last, units, first, strict=True) if p is not None]
    while len(kept) > 1 and kept[0][0] == kept[0][2]:
        kept.pop(0)
    if lang == "ko" and len(kept) == 1:
        start = start.removesuffix(units[[p for p in range(3) if first[p] is not None][-1]])
    return start + to + gap.join(f"{part}{unit}" for part, unit, _ in kept)


def _render_en(first: Parts, last: Parts | None) -> str:
    """Return a date or range in English, month first."""
    if last is None:
        return _one_en(first)
    if first.year == last.year and first.month == last.month and first.day and last.day and first.month:
        year = f", {first.year}" if first.year else ""
        return f"{MONTHS[first.month - 1].capitalize()} {first.day}–{last.day}{year}"
    if first.year == last.year and last.month:
        return f"{_one_en(first._replace(year=None))}–{_one_en(last)}"
    return f"{_one_en(first)}–{_one_en(last)}"


def _one_en(parts: Parts) -> str:
    """Return one date in English, as precise as known."""
    if parts.month is None:
        if parts.day is None:
            return str(parts.year)
        ending = {1: "st", 2: "nd", 3: "rd"}.get(parts.day % 10 if parts.day not in (11, 12, 13) else 0, "th")
        return f"the {parts.day}{ending}"
    name = MONTHS[parts.month - 1].capitalize()
    if parts.day is None:
        return f"{name} {parts.year}" if parts.year is not None else name
    return f"{name} {parts.day}" + (f", {parts.year}" if parts.year is not None else "")
