"""What the references of a text are found to mean, as the words of both: for the tests of each language."""

from __future__ import annotations

from corpus.structure import posts_other
from corpus.structure.antecedents import find_references


def meant(text: str, lang: str) -> list[tuple[str, list[str]]]:
    """Return the words that point back with what they mean, in order."""
    return [
        (text[one.start : one.end], [text[span.start : span.end] for span in one.to])
        for one in find_references(text, posts_other.people(text, lang), lang=lang)
    ]
