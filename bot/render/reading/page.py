"""The reading page of a document: the template filled in.

Invariant: the page stands alone and runs nothing; what a document contains is shown, never acted on.
"""

from __future__ import annotations

from markupsafe import Markup

from bot.render.reading.blocks import blocks, outline
from bot.render.webpage import asset, let_through, templates
from corpus.document import Document
from corpus.issues import issues

_HERE = "bot.render.reading"


def page(document: Document) -> str:
    """Write a document as one self-contained HTML page.

    Every passage has its id, without the document's, as anchor: ``page.html#prose-120``; notes are passages, and
    marks and notes link to one another.
    """
    style = asset(_HERE, "reading.css")
    shown = blocks(document)
    template = templates(_HERE).get_template("reading.html.jinja")
    return (
        template.render(
            document=document,
            blocks=shown,
            outline=list(outline(shown)),
            flagged=[issue for issue in issues(document) if issue.start < 0],
            title_shown=bool(shown) and _opens_with_title(document),
            style=Markup(style),
            policy=f"default-src 'none'; style-src {let_through(style)}; base-uri 'none'; form-action 'none'",
        )
        + "\n"
    )


def _opens_with_title(document: Document) -> bool:
    first = document.passages[0] if document.passages else None
    return first is not None and "".join(first.text.split()) == "".join(document.title.split())
