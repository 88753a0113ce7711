"""Front matter: the YAML between two ``---`` lines at the very start of a file.

Invariant: keys that are not ours are tolerated; a value of the wrong shape is an error that names its line.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from corpus.errors import DocumentError

TEXT_KEYS = ("id", "title", "author", "date", "publisher", "url", "lang")
LANGUAGES = ("ja", "en", "zh", "ko")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the front matter says. ``lines`` is how many lines it takes, both ``---`` included; 0 when there is none."""

    values: Mapping[str, str]
    unsourced: bool = False
    lines: int = 0


def parse(path: Path, text: str) -> FrontMatter:
    """Read the front matter of a text, if it opens with one.

    Raises DocumentError with file and line for YAML that does not parse, a mapping that is not one, or a value of
    the wrong shape.
    """
    rows = text.split("\n")
    if rows[0].rstrip() != "---" or len(rows) < 2 or not re.match(r"\s*(?:#|[\w-]+\s*:|---|\.\.\.|$)", rows[1]):
        return FrontMatter({})
    close = next((i for i, row in enumerate(rows[1:], 1) if row.rstrip() in ("---", "...")), 0)
    if not close:
        if re.match(r"\s*[\w-]+\s*:\s", rows[1]):
            raise DocumentError(f"{path}: line 1: front matter is opened with --- but never closed; add a line ---")
        return FrontMatter({})
    try:
        loaded = yaml.safe_load("\n".join(rows[1:close])) or {}
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = (mark.line if mark else 0) + 2
        problem = getattr(error, "problem", None) or "not YAML"
        raise DocumentError(
            f"{path}: line {line}: front matter: {problem}; quote values that hold ': ' or '#'"
        ) from error
    except ValueError as error:  # a date such as 2025-13-40
        raise DocumentError(f"{path}: line 2: front matter: {error}; write dates as YYYY-MM-DD") from error
    if not isinstance(loaded, dict):
        if close == 1 or not any(":" in row for row in rows[1:close]):
            return FrontMatter({})  # two rules with words between them
        raise DocumentError(f"{path}: line 2: front matter must be 'key: value' lines")
    return _checked(path, rows, loaded, close + 1)


def _checked(path: Path, rows: list[str], loaded: dict[object, object], count: int) -> FrontMatter:
    values: dict[str, str] = {}
    for key in TEXT_KEYS:
        if loaded.get(key) is not None:
            values[key] = _text(path, rows, key, loaded[key])
    if values.get("lang") and values["lang"] not in LANGUAGES:
        short = values["lang"].split("-")[0].split("_")[0].lower()
        if short not in LANGUAGES:
            known = ", ".join(LANGUAGES)
            raise DocumentError(f"{path}: line {_line(rows, 'lang')}: lang '{values['lang']}' is not one of {known}")
        values["lang"] = short
    sourced = loaded.get("sourced", True)
    if not isinstance(sourced, bool):
        raise DocumentError(f"{path}: line {_line(rows, 'sourced')}: sourced must be true or false")
    return FrontMatter(values, not sourced, count)


def _text(path: Path, rows: list[str], key: str, value: object) -> str:
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return ", ".join(value)
    if isinstance(value, (str, int, float)) and not isinstance(value, bool):
        return " ".join(str(value).split())
    raise DocumentError(f"{path}: line {_line(rows, key)}: {key} must be plain text")


def _line(rows: list[str], key: str) -> int:
    return next((number for number, row in enumerate(rows, 1) if row.lstrip().startswith(f"{key}:")), 2)
