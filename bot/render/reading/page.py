"""The reading page of a document: the template filled in. The only file here that knows jinja.

Invariant: the page stands alone and runs nothing; what a document contains is shown, never acted on.
"""

from __future__ import annotations

import base64
import hashlib
import re
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from bot.render.reading.blocks import blocks, outline
from corpus.document import Document
from corpus.issues import issues

# Control characters, marks that reorder text, and halves of surrogate pairs, which cannot be written as UTF-8.
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def page(document: Document) -> str:
    """Write a document as one self-contained HTML page.

    Every passage has its id, without the document's, as anchor: ``page.html#prose-120``; notes are passages, and
    marks and notes link to one another.
    """
    style = _asset("reading.css")
    shown = blocks(document)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    template = _templates().get_template("reading.html.jinja")
    return (
        template.render(
            document=document,
            blocks=shown,
            outline=list(outline(shown)),
            flagged=[issue for issue in issues(document) if issue.start < 0],
            title_shown=bool(shown) and _opens_with_title(document),
            style=Markup(style),
            policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
        )
        + "\n"
    )


def _opens_with_title(document: Document) -> bool:
    first = document.passages[0] if document.passages else None
    return first is not None and "".join(first.text.split()) == "".join(document.title.split())


def _asset(name: str) -> str:
    return files("bot.render.reading").joinpath(name).read_text("utf-8")


def _seen(value: object) -> object:
    """Take out what a browser would act on instead of showing it; escaping comes after."""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return _SURROGATE.sub("\ufffd", _UNSEEN.sub("", value))


def _templates() -> Environment:
    return Environment(
        autoescape=True,
        undefined=StrictUndefined,
        loader=FunctionLoader(_asset),
        finalize=_seen,
        trim_blocks=True,
        lstrip_blocks=True,
    )
