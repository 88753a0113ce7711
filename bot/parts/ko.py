"""How Korean asks one thing after the other.

Invariant: clauses are told by the endings that predicates go on with, and topics by their particles.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.parts.shape import Clause, Joint, comes_after, shared_before

_GOES_ON = re.compile(
    r"[가-힣]+(?:[았었했였됐렸졌갔왔이하되]?고|으?며|는데|은데|인데|지만|[는은인을]지)(?P<comma>,)?\s+(?!있|싶|말[았고]|나[서온])|[까나요가니지][?.]?,\s+"
)
_CONJUNCTION = re.compile(r"(?:그리고|또한|또|그럼|아울러|더불어)?,?\s*")
_COPULA = re.compile(r"(?:이었고|이고|였고|이며|이었으며|였으며|인데|인지)$")
_PAST = re.compile(r"(?<=[았었했였됐렸졌갔왔])(?:고|으며|는데|는지|지만)$")
_ENDING = re.compile(r"(?:고|으며|며|는데|은데|지만|는지|은지|을지)$")
_TOPIC = re.compile(r"(?:에서는|에는|께서는|은|는)(?=\s|$)")
_SUBJECT = re.compile(r"(?:께서|이|가)(?=\s|$)")
_ADNOMINAL = re.compile(r"(?:한|된|던|은|는|린|난|간|온)\s+것(?:은|이)$")
_OF = re.compile(r".*의(?=\s)")


class _Korean:
    """The grammar of Korean questions."""

    def joints(self, text: str, cues: Sequence[tuple[int, int]]) -> Sequence[Joint]:
        """Return where a predicate goes on behind a word that asks."""
        return [
            Joint(len(text[: match.end()].rstrip(" ,")), comes_after(_CONJUNCTION, text, match.end()))
            for match in _GOES_ON.finditer(text)
        ]

    def finished(self, clause: Clause, past: bool) -> str:
        """Return the clause with the ending of a question."""
        text = clause.text.rstrip(" ,.")
        if _COPULA.search(text):
            return _COPULA.sub("인가?", text)
        return _ENDING.sub("나?", text)

    def carried(self, before: Clause, clause: Clause) -> str:
        """Return the clause behind the topic it shares, or with what its own topic is of."""
        topic, own = _topic(before), _topic(clause)
        if topic is None:
            return clause.text
        noun, marked = topic
        if of_both := shared_before(noun, own[0] if own else ""):
            return f"{of_both.strip()} {clause.text}"
        if own is None or own[1].endswith(_SET_AGAINST):
            return f"{marked} {clause.text}"
        if len(own[0].split()) > _BARE or re.search(r"의\s", own[0]):
            return clause.text
        of = _OF.match(noun) if _is_nominal(before) else None
        return f"{of.group() if of else noun + '의'} {clause.text}"

    def topic(self, clause: Clause) -> str:
        """Return the noun of the topic, or of the subject."""
        found = _topic(clause)
        return found[0] if found else ""


_SET_AGAINST = ("에서는", "에는")
_BARE = 2  # words of a topic that does not say what it is of


def _is_nominal(clause: Clause) -> bool:
    return bool(_COPULA.search(clause.text.rstrip(" ,")))


def _topic(clause: Clause) -> tuple[str, str] | None:
    """Return the noun that a clause is about, and with its particle; or its subject."""
    first = clause.cues[0][0] if clause.cues else len(clause.text)
    for particle in (_TOPIC, _SUBJECT):
        for match in particle.finditer(clause.text[:first]):
            said = clause.text[: match.end()]
            if _ADNOMINAL.search(said):
                return None
            if match.end() == len(said) and not _is_verb(clause.text, match.end()):
                return said[: match.start()], said
    return None


def _is_verb(text: str, end: int) -> bool:
    """Say whether a noun that is told about follows (방문한 것): then it was no topic."""
    return re.match(r"\s+(?:것|곳|때|사람|이유)", text[end:]) is not None


KOREAN = _Korean()
