"""The subject that a Japanese sentence leaves out: the person the sentence before it is about.

Invariant: only a sentence that tells what someone did, and names no one who did it, lacks a subject.
"""

from __future__ import annotations

import re

from corpus.document import Span
from corpus.structure.people import morphemes
from corpus.structure.views import View, name_span

_AGENT = re.compile(r"(?<![られさだあなきか])(?:した|った|いた|[いん]だ|[えけげせてねべめりじき]た)。[」』]?$")
_NO_AGENT = re.compile(
    r"(?:[らさかたなまわがばれ]れた|られた|であった|だった|があった|となった|になった|かった)。[」』]?$"
)


def topic(view: View) -> Span | None:
    """Return the person that a Japanese sentence is about: named at its head and marked with は."""
    for one in view.named(Span(view.here.start, view.here.end)):
        span = name_span(view.text, one)
        if view.text.startswith("は", span.end) and not view.depth[span.start]:
            head = view.text[view.here.start : span.start]
            return None if re.search(r"は|が(?!ら)", head) else span
    return None


def lacks_subject(view: View) -> bool:
    """Say whether a Japanese sentence tells what someone did and does not say who; its paragraph goes on."""
    if not view.index or view.sentences[view.index - 1].paragraph != view.here.paragraph:
        return False
    words = view.words()
    if not _AGENT.search(words) or _NO_AGENT.search(words):
        return False
    plain = "".join("＿" if view.depth[view.here.start + at] else char for at, char in enumerate(words))
    before = ""
    for surface, kind, _ in morphemes(plain):
        if kind.startswith("助詞") and surface in ("は", "が", "も") and before not in _CASES:
            return False
        before = surface
    return True


_CASES = frozenset(("で", "に", "と", "から", "へ", "まで", "て", "より", "だ", "た", "い"))
