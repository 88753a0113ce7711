"""How Chinese asks one thing after the other.

Invariant: questions are joined by a comma; what one leaves out stands before the first word that asks of the one before
it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.parts.shape import Clause, Joint, comes_after, without
from corpus.structure.dates import find_dates
from retrieval.tokens import tokenize

_COMMA = re.compile(r"[，,；;。]\s*")
_CONJUNCTION = re.compile(r"(?:以及|并且|而且|还有|另外|此外|同时|又|并|而|和)?")
# What a clause has before a word that asks where that word ends it: without it, it only adjoins (什么时候，在哪里开会).
_LINK = re.compile(r"[是为有在到叫达占由从给被向对于名]$|位于$|排名$")
_ENDS = re.compile(r"[，,；;。?？的了呢啊\s]*$")
# What stands before the word that asks and belongs to it or to the predicate.
_LEADS = re.compile(
    r"(?:的?(?:是|为|有|在|从|由|到|叫|于|自|因|向|对|给|跟|和|与|一共|总共|共|都|会|将|要|曾|又|坐|乘|排)+|的)$"
)
_WHEN = re.compile(r"(?:今年|去年|明年|前年|当时|当年|后来|现在|目前|最近|今天|昨天|现今)$")
_OWN = re.compile(r"(?:为什么|是|有|在|从|由|到|因|向|对|给|跟|和|与|一共|共|会|将|要|曾|又|叫|被|把|为)")
_FULL = 3  # content words of a clause that says itself what it is about
_COUNTED = re.compile(r"多|几|第几|怎")


class _Chinese:
    """The grammar of Chinese questions."""

    def joints(self, text: str, cues: Sequence[tuple[int, int]]) -> Sequence[Joint]:
        """Return the commas behind a question with a predicate."""
        return [
            Joint(match.start(), comes_after(_CONJUNCTION, text, match.end()))
            for match in _COMMA.finditer(text)
            if _is_whole(text[: match.start()], cues)
        ]

    def finished(self, clause: Clause, past: bool) -> str:
        """Return the clause with a question mark."""
        return clause.text.rstrip("，,；;。 ") + "？"

    def carried(self, before: Clause, clause: Clause) -> str:
        """Return the clause behind what the one before it is about."""
        subject = _subject(before)
        first = clause.cues[0][0] if clause.cues else len(clause.text)
        lead = clause.text[:first]
        if not subject:
            return clause.text
        if (
            lead
            and not _OWN.match(lead)
            and len(tokenize(lead, "zh")) + len(tokenize(clause.text[first:], "zh")) > _FULL
        ):
            return clause.text
        if find_dates(lead):  # another time than that of the clause before
            subject = without(subject, [(date.start, date.end) for date in find_dates(subject)])
        return subject + clause.text

    def topic(self, clause: Clause) -> str:
        """Return what stands before the words that ask."""
        return _subject(clause)


def _is_whole(left: str, cues: Sequence[tuple[int, int]]) -> bool:
    """Say whether a clause that ends with a word that asks has a predicate before it, or ends otherwise."""
    inside = [cue for cue in cues if cue[1] <= len(left)]
    if not inside:
        return False
    start, end = inside[-1]
    if not _ENDS.fullmatch(left, end):
        return True
    return bool(_LINK.search(left, 0, start) or _COUNTED.match(left, start))


def _subject(clause: Clause) -> str:
    """Return what a clause says before it asks, without the word that leads to the question."""
    first = clause.cues[0][0] if clause.cues else 0
    return _WHEN.sub("", _LEADS.sub("", clause.text[:first]))


CHINESE = _Chinese()
