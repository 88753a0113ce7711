"""Who is meant of several people that a sentence names in parallel: the one whose own words say a word of the question.

Invariant: only words that belong to one name and to no other of them tell; a word that has another part in the question
(首相と会ったのは誰) tells nothing of who is asked for.
"""

from __future__ import annotations

import re

from bot.compose.affiliated import Named, in_parallel
from bot.compose.asked import Asked
from bot.compose.candidates import Candidate
from bot.compose.labels import alone
from corpus.document import Span

_WEIGHT = 0.15  # of the words that one person's own words alone say, from which they tell who is meant
_BY_FAR = 2  # times as much as of any other of them
# A word with these is someone or something else in the question's sentence, and no word of who is asked for.
_ANOTHER = re.compile(r"(?:さん|氏)?(?:と(?!は|いう)|に(?!つ)|を)|(?:와|과|에게|한테|을|를)(?=\s)")
_ANOTHER_BEFORE = re.compile(r"\b(?:with|to|by)(?: the| an?)? (?:\w+ )?$|[和跟与與给對对向]$", re.IGNORECASE)


def meant(asked: Asked, candidate: Candidate) -> Span | None:
    """Return where the one of people named in parallel stands whose own words alone say a word of the question."""
    chosen = [one for group in in_parallel(candidate) if (one := _told(asked, group)) is not None]
    return candidate.place(chosen[0]) if len(chosen) == 1 else None


def _told(asked: Asked, group: list[Named]) -> Named | None:
    """Return the one of a group whose own words say by far the most of the question alone, or nobody."""
    said = alone(asked, [f"{one.beside}\n{one.does}" for one in group])
    weights = [
        0.0 if one.is_called_in(asked.said) else sum(asked.terms[n].weight for n in mine if _tells(asked, n, one))
        for one, mine in zip(group, said, strict=True)
    ]
    most = max(weights)
    best = [one for one, weight in zip(group, weights, strict=True) if weight * _BY_FAR > most]
    return best[0] if most >= _WEIGHT and len(best) == 1 else None


def _tells(asked: Asked, at: int, one: Named) -> bool:
    """Say whether a word of the question tells of who is asked for, and is no one who has another part in it."""
    term, text = asked.terms[at], asked.question.query
    if asked.question.is_aside(term.start) and not term.inherited:
        return False
    another = _ANOTHER.match(text, term.end) or _ANOTHER_BEFORE.search(text[: term.start])
    return another is None or term.carried_by(asked.sentences.words(one.beside)) == 0.0
