"""The sentences that a question asks for all of: those that stand with a chosen one, and those of further passages.

Invariant: what is gathered around a sentence are whole sentences of its own passage, tied to it by the numbers of a
list (第一に, 둘째), by a word that goes on (さらに, in addition), or, where neither is there, by following it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.compose.asked import Asked
from bot.compose.candidates import Candidate
from bot.compose.counterparts import Counterparts
from bot.compose.scoring import Scored
from corpus.document import Passage, Span
from corpus.listed import listed_with

_FIRST = re.compile(
    r"[\s　]*(?:第一に|第[1１]に|[一1１]つ目|ひとつ(?:目|は)|一つは|まず|(?i:first(?:ly)?\b|the first\b|one is\b)|"
    r"第一[，,、]|首先|其一|一是|첫째|우선|[(（][1１][)）]|①)"
)
_NEXT = re.compile(
    r"[\s　]*(?:第[二三四五六七八九\d]に|[二三四五六七八九2-9２-９]つ目|もう一つ|次に|最後に|そして|"
    r"(?i:(?:second|third|fourth|fifth)(?:ly)?\b|the (?:second|third|fourth|last)\b|finally\b|lastly\b)|"
    r"第[二三四五][，,、]|其次|再次|最后|其[二三四]|[二三四五]是|둘째|셋째|넷째|마지막으로|[(（][2-9２-９][)）]|[②-⑳])"
)
# The second of a list whose first stands in the same sentence (第一，…；第二，…).
_WITHIN = re.compile(r"[；;，,、]\s?(?:第[二2]|其二|二是|둘째|(?i:second(?:ly)?\b|\(2\)))")
_GOES_ON = re.compile(
    r"[\s　]*(?:さらに|また[、は]|加えて|このほか|そのほか|ほかに|他に|そのうえ|併せて|あわせて|同時に|なお|"
    r"(?i:also\b|in addition\b|moreover\b|furthermore\b|besides\b|and\b)|"
    r"此外|另外|还有|同时|以及|또한|또 |아울러|이 ?밖에|그리고|게다가)"
)
_MOST_AROUND = 6  # sentences beside the chosen one
_LONGEST_AROUND = 450  # characters
_LONGEST_ITEM = 100  # characters that the items of a list have on an average
_MOST_PASSAGES = 3
_NEAR_SCORE, _NEAR_COVERAGE = 0.8, 0.8  # of the best, from which the best sentence of another passage answers too
_NEAR_LIST, _COVERS_LIST = 0.65, 0.5  # of the best, from which a sentence of an enumeration is preferred
_MOST_LOOKED_AT = 12
_ADDS_TO_IT = 0.1  # relevance from which a sentence before the chosen one belongs to what is asked for


def gathered(asked: Asked, ranked: Sequence[Scored]) -> list[Scored]:
    """Return the best sentence, those around it, and the same of the passages that come near; the best first.

    ``ranked`` are the sentences of the evidence, best first, at least one.
    """
    best = ranked[0]
    heads = [best]
    found = Counterparts(asked, ranked)
    for item in ranked[1:]:
        near = (
            item.score >= _NEAR_SCORE * best.score
            and item.candidate.coverage >= _NEAR_COVERAGE * best.candidate.coverage
        )
        seen = any(item.candidate.passage.id == head.candidate.passage.id for head in heads)
        alike = near and not seen and item.candidate.passage.kind == best.candidate.passage.kind
        if alike and not found.apart(best.candidate, item.candidate):
            heads.append(item)
        if len(heads) == _MOST_PASSAGES:
            break
    return [one for head in heads for one in (head, *around(asked, head, ranked, leads=head is best))]


def led(asked: Asked, ranked: Sequence[Scored]) -> list[Scored]:
    """Return the sentences with one that stands in an enumeration first, where all is asked for and it comes near."""
    best = ranked[0]
    found = Counterparts(asked, ranked)
    for item in ranked[:_MOST_LOOKED_AT]:
        if item.score < _NEAR_LIST * best.score:
            break
        if found.apart(best.candidate, item.candidate):
            continue
        if item.candidate.coverage >= _COVERS_LIST * best.candidate.coverage and _enumerates(asked, item.candidate):
            return [item, *(one for one in ranked if one is not item)]
    return list(ranked)


def _enumerates(asked: Asked, candidate: Candidate) -> bool:
    if candidate.passage.kind != "prose":
        return False
    if _short_items(candidate):
        return True
    spans = asked.sentences.spans(candidate.passage)
    at = _at(spans, candidate)
    return at is not None and bool(_listed(candidate.document.text, spans, at))


def _at(spans: Sequence[Span], candidate: Candidate) -> int | None:
    """Return which of the sentences of its passage a candidate is; None where it is none of them."""
    return next((at for at, span in enumerate(spans) if span.start == candidate.start), None)


def around(asked: Asked, head: Scored, ranked: Sequence[Scored], *, leads: bool = True) -> list[Scored]:
    """Return the sentences of the passage of a chosen one that list what it lists, in the order of the text.

    Where nothing tells that they do, those that follow the best one, which ``leads``, and of another only what answers.
    """
    candidate = head.candidate
    if candidate.passage.kind != "prose":
        return []
    if items := _items(candidate, ranked):
        return items
    spans = asked.sentences.spans(candidate.passage)
    own = _at(spans, candidate)
    if own is None:
        return []
    scored = {item.candidate.start: item for item in ranked if item.candidate.passage.id == candidate.passage.id}
    wanted = _listed(candidate.document.text, spans, own)
    if not wanted:
        early = [at for at in range(own) if _adds(scored.get(spans[at].start))]
        late = [at for at in range(own + 1, len(spans)) if leads or _adds(scored.get(spans[at].start))]
        wanted = [*early, *late]
    found: list[Scored] = []
    room = _LONGEST_AROUND
    for at in [at for at in wanted if at != own][:_MOST_AROUND]:
        room -= spans[at].end - spans[at].start
        if room < 0:
            break
        whole = replace(candidate, start=spans[at].start, end=spans[at].end)
        found.append(scored.get(spans[at].start) or Scored(whole, head.score, None, head.dated))
    return found


def _short_items(candidate: Candidate) -> tuple[Passage, ...]:
    """Return the items of the list that a sentence is an item of; none where they are paragraphs that are numbered."""
    items = listed_with(candidate.document, candidate.passage)
    return items if sum(len(item.text) for item in items) <= _LONGEST_ITEM * len(items) else ()


def _items(candidate: Candidate, ranked: Sequence[Scored]) -> list[Scored]:
    """Return the other items of the list that a sentence is an item of, those that were found."""
    listed = {one.id for one in _short_items(candidate)} - {candidate.passage.id}
    found = {item.candidate.passage.id: item for item in reversed(ranked) if item.candidate.passage.id in listed}
    return sorted(found.values(), key=lambda item: item.candidate.start)


def _adds(item: Scored | None) -> bool:
    return item is not None and item.relevant >= _ADDS_TO_IT


def _listed(text: str, spans: Sequence[Span], at: int) -> list[int]:
    """Return which sentences enumerate and which one opens that; empty where the one ``at`` is none of them."""
    starts = [span.start for span in spans]
    first = next((n for n, start in enumerate(starts) if _FIRST.match(text, start)), None)
    if first is None:
        return []
    last = first
    while last + 1 < len(starts) and (_NEXT.match(text, starts[last + 1]) or _GOES_ON.match(text, starts[last + 1])):
        last += 1
    opened = max(first - 1, 0)
    several = last > first or _WITHIN.search(text, spans[first].start, spans[first].end) is not None
    return list(range(opened, last + 1)) if several and opened <= at <= last else []


def joint_relevance(head: Scored, others: Sequence[Scored]) -> float | None:
    """Return how likely at least one of the sentences gathered answers, as the reader says; None where it read none."""
    if head.relevance is None:
        return None
    missed = 1.0 - head.relevance
    for item in others:
        missed *= 1.0 - item.relevant
    return 1.0 - missed
