"""Who speaks in minutes and conversations: the label that opens a speaker's turn (○片桐委員　…, 司会：…).

Invariant: a label says who speaks and is no part of what is said; a text has labels only where several of its
paragraphs open with one.
"""

from __future__ import annotations

import re

from corpus.document import Span
from corpus.structure.names_ja import HEAD

_FEWEST = 3  # turns that make a text a conversation
_LABEL = re.compile(
    rf"(?m)^[○◯●〇◎◆■・\-*]?[ 　]?(?P<who>[一-鿿々ヶァ-ヺー]{{1,12}}?(?:{HEAD}|氏|さん|司会|聞き手)"
    r"(?:[（(][^）)\n]{1,20}[）)])?)(?:[：:]|　+| {2,})(?=\S)"
)


def labels(text: str) -> tuple[Span, ...]:
    """Return where the labels of speakers stand, in the order of the text; none of them where there are few."""
    found = tuple(Span(*match.span("who")) for match in _LABEL.finditer(text))
    return found if len(found) >= _FEWEST else ()
