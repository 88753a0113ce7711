"""The wording of a message in a language."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import Literal

from bot.messages.answers import ANSWERS, AnswerKey
from bot.messages.footnotes import FOOTNOTES, FootnoteKey
from bot.messages.languages import LANGS, Lang, Wordings, language
from bot.messages.program import PROGRAM, ProgramKey
from bot.messages.repl import REPL, ReplKey

# Each module declares its keys and words them; here they are one vocabulary.
Key = Literal[AnswerKey, FootnoteKey, ProgramKey, ReplKey]

WORDS: dict[Key, Wordings] = dict(
    chain[tuple[Key, Wordings]](ANSWERS.items(), FOOTNOTES.items(), PROGRAM.items(), REPL.items())
)

_QUOTES: dict[Lang, tuple[str, str, str]] = {  # opening, closing, between two
    "ja": ("「", "」", ""),
    "en": ("“", "”", ", "),
    "zh": ("“", "”", "、"),
    "ko": ("‘", "’", ", "),
}


def text(key: Key, lang: str, **values: object) -> str:
    """Word ``key`` in ``lang`` (see `language`) with ``values`` put in their places.

    Raises:
        KeyError: a placeholder of the wording was given no value.
    """
    return WORDS[key][LANGS.index(language(lang))].format_map(values)


def quoted(terms: Iterable[str], lang: str) -> str:
    """Join terms, each in the quotation marks of ``lang``: the form that ``{terms}`` takes."""
    opening, closing, between = _QUOTES[language(lang)]
    return between.join(f"{opening}{term}{closing}" for term in terms)
