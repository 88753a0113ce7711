"""Words that mean one thing, as a person lists them: what no dictionary and no model knows of a shelf's own names.

Invariant: every line is a group of at least two words, or an error names the line; a word may stand in several groups.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from corpus.errors import UsageError
from corpus.normalize import search_text
from retrieval.kinship import Kin
from retrieval.listing import entries
from retrieval.spellings import SAME_WORD
from retrieval.tokens import tokenize

_REMEMBERED = 4096
Groups = Sequence[tuple[str, ...]]


def read_wordlist(path: Path) -> Groups:
    """Read groups of words, one a line with ``=`` between them (``李強 = Li Qiang = 리창``); ``#`` begins a remark.

    Raises:
        UsageError: the file cannot be read, or a line is no group; the message names the line.
    """
    try:
        written = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: the list of words cannot be read ({error}). It is a text file in UTF-8.") from error
    groups = []
    for entry in entries(written):
        words = tuple(dict.fromkeys(word for word in entry.fields if word))
        if len(words) < 2:
            raise UsageError(
                f"{path}:{entry.line}: {entry.told!r} is one word. Write what it is akin to, as in 李強 = Li Qiang."
            )
        groups.append(words)
    return tuple(groups)


def listed(groups: Groups, vocabulary: Collection[str]) -> Kin:
    """Relate a word to the words of the vocabulary that stand in a group with it, or that make up one that does."""
    known = frozenset(vocabulary)
    akin: dict[str, dict[str, float]] = defaultdict(dict)
    for group in groups:
        for word in group:
            others = (other for other in group if other != word)
            akin[_key(word)].update(dict.fromkeys(_in_vocabulary(others, known), SAME_WORD))

    @lru_cache(_REMEMBERED)
    def kin(asked: str) -> Mapping[str, float]:
        return akin.get(_key(asked), {})

    return kin


def _key(word: str) -> str:
    return " ".join(search_text(word).casefold().split())


def _in_vocabulary(words: Iterable[str], known: frozenset[str]) -> Iterable[str]:
    for word in words:
        if word in known:
            yield word
        else:
            yield from (token.term for token in tokenize(word) if token.term in known)
