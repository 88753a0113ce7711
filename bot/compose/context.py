"""What stands around a chosen sentence, quoted with it where the question asks for more than a word.

Invariant: the words are whole sentences of the chosen one's passage, without a gap; a sentence that rests on another
note is a statement of its own and stays out, so that a footnote's sources are those of what was chosen.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.compose.asked import Asked
from bot.compose.candidates import Candidate
from bot.compose.scoring import Scored
from bot.manner import COMPARES, EACH
from bot.marks import marks_in
from corpus.document import Span
from corpus.structure.lines import width

MOST = 360  # columns of a sentence and what is quoted with it: 180 wide characters
_EXPLAINS = frozenset(("why", "how", "yes-no"))
_TYPED = frozenset(("when", "count"))
# A sentence that begins so is set against the one before it.
_AGAINST = re.compile(
    r"[\s　]*(?:しかし|だが|ですが|ただし?[、,]|もっとも、|ところが|一方(?:で(?!は?なく)|、|は)|"
    r"他方|(?:こ|そ)れに対し|逆に|反対に|けれど|でも、|とはいえ|"
    r"(?:However|But|Yet|By contrast|In contrast|Conversely|On the other hand|Meanwhile)\b|"
    r"但|然而|不过|可是|相反|反之|相比之下|하지만|그러나|다만|반면|반대로|그런데|이에 (?:비해|반해))"
)


def explains(asked: Asked, chosen: Scored) -> bool:
    """Say whether a question wants to hear what is said of a matter, not a word that a sentence has.

    It does where it sets things against each other or asks why, how or whether, and where no words of the sentence are
    the point of it. Where several things are asked for, each has a sentence.
    """
    kinds = asked.question.kinds()
    if "source" in kinds or (len(kinds) > 1 and not _sets_against(asked)):
        return False
    decisive = chosen.decisive
    long = decisive is None or 2 * (decisive.end - decisive.start) >= len(chosen.candidate.text)
    return long or bool(kinds & _EXPLAINS) or _sets_against(asked)


def _sets_against(asked: Asked) -> bool:
    question = asked.question
    # of two dates or two numbers that differ each is the point
    differing = question.doubts and not question.kinds() & _TYPED
    return bool(differing or COMPARES.search(question.text) or EACH.search(question.text))


def in_context(asked: Asked, chosen: Candidate, others: Sequence[Candidate]) -> Candidate:
    """Return a chosen sentence of prose with the sentences behind and before it, in turn, that `MOST` leaves room for.

    ``others`` are chosen too, and shown as statements of their own.
    """
    if chosen.passage.kind != "prose":
        return chosen
    spans = asked.sentences.spans(chosen.passage)
    at = next((n for n, span in enumerate(spans) if (span.start, span.end) == (chosen.start, chosen.end)), None)
    if at is None:
        return chosen
    text, taken = chosen.document.text, {(one.document.id, one.start) for one in others}
    own = _markers(chosen, spans[at])
    free = [(chosen.document.id, span.start) not in taken and _markers(chosen, span) <= own for span in spans]
    first = last = at
    room = MOST - width(text[chosen.start : chosen.end])
    for step in range(1, len(spans)):
        for n in (at + step, at - step):
            adjoins = n in (first - 1, last + 1) and 0 <= n < len(spans) and free[n]
            if adjoins and (wide := width(text[spans[n].start : spans[n].end])) <= room:
                room, first, last = room - wide, min(first, n), max(last, n)
    return replace(chosen, start=spans[first].start, end=spans[last].end)


def set_against(asked: Asked, chosen: Candidate, shown: Candidate, others: Sequence[Candidate]) -> list[Candidate]:
    """Return the sentences around a chosen one that it is set against, where a question has two sides.

    They are not ``shown`` with it, for they rest on other notes or are too long: each is a statement of its own.
    """
    if shown.passage.kind != "prose" or not (_sets_against(asked) or "yes-no" in asked.question.kinds()):
        return []
    spans = asked.sentences.spans(shown.passage)
    text, taken = shown.document.text, {(one.document.id, one.start) for one in others}
    before = next((span for span in reversed(spans) if span.end <= shown.start), None)
    after = next((span for span in spans if span.start >= shown.end), None)
    found = []
    if before and shown.start == chosen.start and _AGAINST.match(text, chosen.start):
        found.append(before)
    if after and shown.end == chosen.end and _AGAINST.match(text, after.start):
        found.append(after)
    return [
        replace(shown, start=span.start, end=span.end) for span in found if (shown.document.id, span.start) not in taken
    ]


def _markers(chosen: Candidate, span: Span) -> frozenset[str]:
    """Return the notes that a sentence of the chosen one's passage rests on."""
    return frozenset(mark.marker for mark in marks_in(chosen.passage.marks, span))
