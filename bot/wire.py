"""The answer as JSON: written, read back, and described by the schema that `tenkyo schema` prints."""

from __future__ import annotations

import json
from functools import cache

from pydantic import TypeAdapter, ValidationError

from bot.answer import Answer
from corpus.errors import UsageError


@cache
def _adapter() -> TypeAdapter[Answer]:
    return TypeAdapter(Answer)


def to_json(answer: Answer, *, indent: int | None = 2) -> str:
    """Write an answer as JSON; ``indent=None`` gives one line."""
    written = _adapter().dump_python(answer, mode="json")
    filters = written.pop("filters")
    if filters:
        written["filters"] = {name: value for name, value in filters.items() if value}
    return json.dumps(written, ensure_ascii=False, indent=indent)


def from_json(text: str, where: str) -> Answer:
    """Read an answer back; ``where`` names the file in errors.

    Raises:
        UsageError: the text is not an answer.
    """
    try:
        return _adapter().validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        raise UsageError(f"{where}: not an answer of `tenkyo ask --json`: {place} {first['msg']}".strip()) from error


def schema_json() -> str:
    """Return the JSON Schema (draft 2020-12) of an answer."""
    schema = _adapter().json_schema(mode="serialization")
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    return json.dumps(schema, ensure_ascii=False, indent=2)
