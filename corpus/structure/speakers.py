"""Who speaks in minutes and conversations: the label that opens a speaker's turn (○片桐委員　…, 司会：…).

Invariant: a label says who speaks and is no part of what is said; a text has labels only where several of its
paragraphs open with one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.document import Span
from corpus.structure.lines import Line, has_sentence
from corpus.structure.names_ja import HEAD

_FEWEST = 3  # turns that make a text a conversation
_LABEL = re.compile(
    rf"(?m)^[○◯●〇◎◆■・\-*]?[ 　]?(?P<who>[一-鿿々ヶァ-ヺー]{{1,12}}?(?:{HEAD}|氏|さん|司会|聞き手)"
    r"(?:[（(][^）)\n]{1,20}[）)])?)(?:[：:]|　+| {2,})(?=\S)"
)

_ALONE = re.compile(rf"(?m)^[（(](?P<who>[一-鿿々ヶァ-ヺー]{{1,12}}?(?:{HEAD}|氏|さん|司会))[）)](?=\s|[^\s。、）)])")


def labels(text: str) -> tuple[Span, ...]:
    """Return where the labels of speakers stand, in the order of the text; none of them where there are few."""
    for pattern in (_LABEL, _ALONE):
        found = tuple(Span(*match.span("who")) for match in pattern.finditer(text))
        if len(found) >= _FEWEST:
            return found
    return ()


_BRACKETED = re.compile(rf"[（(][一-鿿々ヶァ-ヺー]{{0,12}}?(?:{HEAD}|氏|さん|司会|事務局|参考人)[）)](?=[^\s。、）)])")


def turns(lines: Sequence[Line]) -> frozenset[int]:
    """Return the numbers of the lines that open a speaker's turn; none where there are few of them."""
    found = [line.number for line in lines if _LABEL.match(line.text.lstrip()) and has_sentence(line.text)]
    return frozenset(found) if len(found) >= _FEWEST else frozenset()


def bracketed_turns(lines: Sequence[Line]) -> frozenset[int]:
    """Return the numbers of the lines that open a turn with the speaker in brackets; none where there are few."""
    found = [line.number for line in lines if _BRACKETED.match(line.text.lstrip()) and has_sentence(line.text)]
    return frozenset(found) if len(found) >= _FEWEST else frozenset()
