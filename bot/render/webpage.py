"""Web pages of ours, from templates that lie in a package. The only file that knows jinja.

Invariant: a page stands alone, and what a document contains is shown on it, never acted on: every value is escaped,
and only the styles and scripts whose hash the page's content security policy names are let through.
"""

from __future__ import annotations

import base64
import hashlib
import re
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

# Control characters, marks that reorder text, and halves of surrogate pairs, which cannot be written as UTF-8.
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def asset(package: str, name: str) -> str:
    """Return the text of a file that lies in a package. Raises OSError."""
    return files(package).joinpath(name).read_text("utf-8")


def templates(package: str) -> Environment:
    """Return the templates that lie in a package; one that is filled in without a name it shows is an error."""
    return Environment(
        autoescape=True,
        undefined=StrictUndefined,
        loader=FunctionLoader(lambda name: asset(package, name)),
        finalize=_seen,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def let_through(text: str) -> str:
    """Return the source by which a content security policy lets this inline style or script through."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _seen(value: object) -> object:
    """Take out what a browser would act on instead of showing it; escaping comes after."""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return _SURROGATE.sub("\ufffd", _UNSEEN.sub("", value))
