"""Put together the regular expressions that are too long for one line.

Invariant: a branch is taken as it is written; nothing in it is escaped.
"""

from __future__ import annotations


def any_of(*forms: str) -> str:
    """Return one non-capturing alternation of the regular expressions ``forms``, in their order."""
    return f"(?:{'|'.join(forms)})"
