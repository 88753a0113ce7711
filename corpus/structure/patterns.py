"""Put together the regular expressions that are too long for one line, from parts with names.

Invariant: a branch is taken as it is written; nothing in it is escaped. What is returned stands beside any other
pattern as it is, and of several branches the earlier is tried first.
"""

from __future__ import annotations

import re
from functools import lru_cache

_KEPT = 8192


@lru_cache(_KEPT)
def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern that is put together while text is read, compiled once.

    The standard library keeps the last 512. The names of all countries and the codes of a table are more than that,
    and would be compiled anew for every question.
    """
    return re.compile(pattern, flags)


def any_of(*forms: str) -> str:
    """Return one non-capturing alternation of the regular expressions ``forms``, in their order."""
    return f"(?:{'|'.join(forms)})"


def words(listed: str) -> str:
    """Return one alternation of the forms of a list that is written with spaces between them."""
    return any_of(*listed.split())


def maybe(*forms: str) -> str:
    """Return what matches one of the forms, or nothing where none stands."""
    return f"{any_of(*forms)}?"


def before(*forms: str) -> str:
    """Return what matches where one of the forms follows."""
    return f"(?={'|'.join(forms)})"


def not_before(*forms: str) -> str:
    """Return what matches where none of the forms follows."""
    return f"(?!{'|'.join(forms)})"


def after(form: str) -> str:
    """Return what matches behind a form, which has one length only."""
    return f"(?<={form})"


def not_after(*forms: str) -> str:
    """Return what matches behind none of the forms; each has one length only, but they may differ in it."""
    return "".join(f"(?<!{form})" for form in forms)
