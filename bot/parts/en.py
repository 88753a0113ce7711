"""How English asks one thing after the other.

Invariant: a question begins with a conjunction and a word that asks, and nothing else; what it leaves out it points at
with a pronoun, so that nothing has to be filled in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.parts.shape import Clause, Joint, comes_after
from corpus.structure.tense import IRREGULAR

_ASKING = r"(?:what|which|who|whom|whose|when|where|why|how)"
_AUXILIARY = r"(?:did|does|do|is|are|was|were|has|have|had|can|could|will|would|should)"
_PREPOSITION = r"(?:(?:since|from|until|by|in|on|at|to|for|with|of|under) )?"
_JOINT = re.compile(
    rf"(?P<end>,?;?) (?:and |but |or )?(?:also |then )?(?P<start>{_PREPOSITION}{_ASKING}\b|{_AUXILIARY} (?=\S+ \S+))",
    re.IGNORECASE,
)
_CONJUNCTION = re.compile(r"^[,;]? ?(?:and|but|or)\b|^[,;] ", re.IGNORECASE)
_VERB = re.compile(
    rf"\b{_AUXILIARY}\b|\b[a-z]{{3,}}(?:ed|s)\b|\b(?:{IRREGULAR})\b",
    re.IGNORECASE,
)
# what they did: no question, but what another is about
_EMBEDDED = re.compile(
    rf"{_PREPOSITION}{_ASKING} (?:the|a|an|he|she|it|they|we|you|i|his|her|their|this|that|these|those)\b", re.I
)

_FIRST = re.compile(r"\S+ ")
_NAME = re.compile(r"\b[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*")

_OWNED = ("'s", "’s", "s'")


class _English:
    """The grammar of English questions."""

    def joints(self, text: str, cues: Sequence[tuple[int, int]]) -> Sequence[Joint]:
        """Return where a conjunction is followed by a word that asks."""
        return [
            Joint(match.start(), match.start("start"))
            for match in _JOINT.finditer(text)
            if _CONJUNCTION.match(match.group()) and _stands(text[: match.start()], text[match.start("start") :])
        ]

    def finished(self, clause: Clause, past: bool) -> str:
        """Return the clause with a question mark."""
        return clause.text.rstrip(" ,;") + "?"

    def carried(self, before: Clause, clause: Clause) -> str:
        """Return the clause as it stands."""
        return clause.text

    def topic(self, clause: Clause) -> str:
        """Return the first name behind the first word."""
        found = _NAME.search(clause.text, comes_after(_FIRST, clause.text, 0))
        return found.group() if found and not found.group().endswith(_OWNED) else ""


def _stands(left: str, right: str) -> bool:
    """Say whether what stands on both sides of a conjunction has a verb of its own, and none is told about."""
    if _EMBEDDED.match(right) and not _EMBEDDED.search(left):
        return False
    return bool(_VERB.search(left) and _VERB.search(right))


ENGLISH = _English()
