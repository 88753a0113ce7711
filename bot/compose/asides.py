"""What we add to a statement in 〔…〕: the dates its relative words mean, and what its words that point back mean.

Invariant: an addition is a date that the text determines or a slice of the document (a subject with は behind it), and
holds no 〔 or 〕 of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from bot.compose.candidates import Candidate
from corpus.document import Document, Span
from corpus.places import Stretch, lies_in
from corpus.structure.dates import DateMention, render_date
from corpus.structure.rules import Reference

_LONGEST = 60  # characters of a name or a thing; a whole statement may be longer
_ENDS = " 　。．.、，,\n"
_SAID = re.compile(r"の|に[あ当]たる|である|[（(]|,?\s")  # 翌月にあたる2025年10月
_TOPIC = re.compile(r"[^、。，はがをにでと\s「」（）()]{2,24}(?:の[^、。，はがをにでと\s「」（）()]{2,24})?(?=は)")


class Aside(NamedTuple):
    """Words of ours and the place in canonical text they stand before."""

    at: int
    words: str


def asides(candidate: Candidate, spans: Sequence[Span], dates: Sequence[DateMention], lang: str) -> list[Aside]:
    """Return what is added to the slices of a sentence, in the order of the text."""
    found = [*_dates(candidate, spans, dates, lang)]
    if candidate.passage.kind == "prose":
        found += _references(candidate, spans, dates)
        found += _cut_subject(candidate, spans)
    return sorted(found)


def with_antecedents(candidate: Candidate, span: Span) -> str:
    """Return words of a sentence with what those of them mean that point back (後者〔李成洙〕), on one line."""
    text, at, out = candidate.document.text, span.start, ""
    if candidate.passage.kind == "prose":
        for aside in _references(candidate, (span,), ()):
            if aside.at == span.start:  # a subject that is left out is none of these words
                continue
            out += text[at : aside.at] + f"〔{aside.words}〕"
            at = aside.at
    return (out + text[at : span.end]).replace("\n", "")


def _inside(spans: Sequence[Span], words: Stretch) -> bool:
    return any(lies_in(words, span) for span in spans)


def _dates(candidate: Candidate, spans: Sequence[Span], dates: Sequence[DateMention], lang: str) -> Iterator[Aside]:
    """Yield the dates that relative words mean, where they are not printed right behind them."""
    text = candidate.document.text
    for index, mention in enumerate(dates):
        if not mention.relative or not _inside(spans, mention):
            continue
        following = dates[index + 1] if index + 1 < len(dates) else None
        between = text[mention.end : following.start] if following is not None else ""
        printed = following is not None and following.stated_year and _SAID.fullmatch(between)
        if mention.value and not mention.value.startswith("-") and not printed:
            yield Aside(mention.end, render_date(mention.value, mention.until, lang))


def _references(candidate: Candidate, spans: Sequence[Span], dates: Sequence[DateMention]) -> Iterator[Aside]:
    """Yield what the words that point back mean, each thing once, where the statement does not itself say it."""
    text = candidate.document.text
    told: set[str] = set()
    for reference in candidate.document.told.references_in(candidate.start, candidate.end):
        if reference.kind == "subject" and spans[0].start > reference.start:
            continue
        if reference.kind == "time" and any(one.start == reference.start and one.value for one in dates):
            continue  # its date is shown
        if not _inside(spans, reference):
            continue
        if all(_inside(spans, span) for span in reference.to):
            continue
        words = shown(text, reference)
        if words and words not in told:
            told.add(words)
            yield Aside(reference.end, words)


def shown(text: str, reference: Reference) -> str:
    """Return an antecedent as it is shown: on one line, without the stop it ends in; nothing where it is too long.

    A subject that is left out stands with は, so that it reads as the head of its sentence.
    """
    parts = [" ".join(text[span.start : span.end].split()).strip(_ENDS) for span in reference.to]
    words = "、".join(parts)
    if reference.kind == "person" and len(parts) == 1:
        words = _without_post(text[reference.start : reference.end], words)
    if re.search("[〔〕]", words) or (reference.kind != "statement" and len(words) > _LONGEST):
        return ""
    return f"{words}は" if words and reference.kind == "subject" else words


def _without_post(printed: str, meant: str) -> str:
    """Return the full name of whom a surname with a post means, without the post that is printed anyway (木村外相)."""
    same = takewhile(lambda pair: pair[0] == pair[1], zip(reversed(printed), reversed(meant), strict=False))
    post = sum(1 for _ in same)
    return meant[:-post] if 0 < post < len(printed) and printed[0] == meant[0] else meant


def _cut_subject(candidate: Candidate, spans: Sequence[Span]) -> Iterator[Aside]:
    """Yield the subject that stood in an opening we cut, where what is left has no other."""
    if candidate.document.lang != "ja" or spans[0].start == candidate.start:
        return
    if topic := cut_topic(candidate.document, candidate.start, spans[0].start, candidate.end):
        yield Aside(spans[0].start, topic)


def cut_topic(document: Document, start: int, at: int, end: int) -> str:
    """Return the topic of the sentence ``[start, end)`` that stands before ``at``, where the rest has no subject."""
    match = _TOPIC.match(document.text, start, at)
    if match is None or match.end() >= at:
        return ""
    rest = re.sub(r"「[^」]*」|（[^）]*）", "", document.text[at:end])
    return "" if re.search(r"[^でにとらへ]は|が(?![、，])", rest) else f"{match.group()}は"
