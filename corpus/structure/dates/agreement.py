"""Compare the date of a question with that of a passage.

Invariant: two dates agree or differ only by parts that both have; a part that one of them lacks is not compared.
"""

from __future__ import annotations

from corpus.structure.dates.parts import Parts, read_iso


def matches(asked: str, stated: str, until: str = "") -> bool:
    """Say whether the date of a question agrees with one of a passage, at the coarser of the two precisions.

    With ``until`` the passage states a range, and agrees when it overlaps. Dates that share no part ("2025" and
    "--10") do not agree, nor does an empty one. Raises ValueError when a value is not a date.
    """
    if not asked or not stated:
        return False
    one, first = read_iso(asked), read_iso(stated)
    last = read_iso(until) if until else first
    pairs = list(zip(one, first, strict=True))
    if not any(a is not None and b is not None for a, b in pairs):
        return False
    if one == Parts(one.year) and _is_account_year(first, last):
        return one.year == first.year  # 2023 is not what 2022年度 is called, though it ends in it
    if first == last:
        return all(a is None or b is None or a == b for a, b in pairs)
    for year in _candidates(one.year, first.year, last.year):
        for month in _candidates(one.month, 1, 12) if first.month else [None]:
            for day in _candidates(one.day, 1, 31) if first.day else [None]:
                if _within(Parts(year, month, day), first, last):
                    return True
    return False


def _is_account_year(first: Parts, last: Parts) -> bool:
    """Say whether a range is a Japanese year of account: April to March."""
    return first.year is not None and first[1:] == (4, None) and last == Parts(first.year + 1, 3)


def _candidates(asked: int | None, first: int | None, last: int | None) -> list[int | None]:
    """Return the values a missing part may take; the asked one alone when it is given and the passage has the part."""
    if first is None or last is None:
        return [None]
    return [asked] if asked is not None else list(range(first, last + 1))


def _within(parts: Parts, first: Parts, last: Parts) -> bool:
    """Say whether a date lies between two, comparing the parts that all three have."""
    known = [i for i in range(3) if parts[i] is not None and first[i] is not None and last[i] is not None]
    low, at, high = ([p[i] or 0 for i in known] for p in (first, parts, last))
    return low <= at <= high if low <= high else at >= low or at <= high
