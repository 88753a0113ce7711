"""All of the people whom a sentence names as one part of it, where a question asks who had that part.

Invariant: they are joined with nothing between but what belongs to their names, and nothing in question or sentence
tells one of them from the others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.compose.affiliated import Named, in_parallel, joined
from bot.compose.asked import Asked, Point, stretch
from bot.question import Ask
from retrieval.tokens import tokenize

_LONGEST = 90  # characters of a point
# Who did something, and not who someone is or which of several.
_WHO_DID = re.compile(
    r"(?:誰|だれ|どなた)(?:たち|ら)?(?:が|と|を|に|も)|\bwho (?!(?:is|was|else)\b)|谁(?![是的])|"
    r"누가|누구(?:와|를|에게)",
    re.IGNORECASE,
)
# The same, asked for by what they did: 花を供えた北朝鮮側の人は誰, 花を供えたのは誰.
_DID_SO = re.compile(r"[たるう](?:(?:[一-鿿々ァ-ヴー]{1,10}の)?(?:人|方|人物|者)(?:たち|々)?|の)(?:は|って)$")
_LAST = re.compile(r"(?:の各)?(?:氏|さん)?(?:ら|たち)?")


def together(asked: Asked, ask: Ask, point: Point) -> Point:
    """Return a person with those who are named with them as one, where a question asks who did something."""
    candidate = point.candidate
    question = asked.question.text
    did = _WHO_DID.match(question, ask.start) or _DID_SO.search(question[: ask.start])
    if ask.kind != "who" or point.plain or not did:
        return point
    groups = in_parallel(candidate) if candidate.passage.kind == "prose" else ()
    first, last = point.span.start - candidate.start, point.span.end - candidate.start
    for group in groups:
        inside = any(one.start < last and first < one.end for one in group)
        if not inside or not joined(candidate, group) or any(one.is_called_in(asked.said) for one in group):
            continue
        if (meant := _of_the_post(asked, group)) != tuple(group):
            return stretch(candidate, _begin(candidate.text, meant[0]), meant[-1].end, point.fit)
        behind = _LAST.match(candidate.text, group[-1].end)
        end = max(last, behind.end() if behind else 0)
        begin = min(first, _begin(candidate.text, group[0]))
        if end - begin <= _LONGEST and (begin, end) != (first, last):
            return stretch(candidate, begin, end, point.fit)
    return point


def _of_the_post(asked: Asked, group: Sequence[Named]) -> tuple[Named, ...]:
    """Return of people who are named together those whose post the question names, where these stand side by side.

    A post is named by the word it ends in (国防省の次官): a place or body in it alone may be any other part.
    """
    words = [tokenize(one.beside) for one in group]
    said = [
        asked.carried({one.term for one in told}) if told and asked.carried({told[-1].term}) else 0.0 for told in words
    ]
    at = [n for n, share in enumerate(said) if share and share == max(said)]
    return tuple(group[at[0] : at[-1] + 1]) if at and len(at) == at[-1] - at[0] + 1 else tuple(group)


def _begin(text: str, one: Named) -> int:
    """Return where the words begin that belong to a name."""
    own = one.beside.strip()
    at = text.rfind(own, 0, one.end + len(own)) if own else -1
    return min(at, one.start) if at >= 0 else one.start
