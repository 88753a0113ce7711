"""Mark what a document probably misprints, where an answer repeats it: 〔ママ〕 right behind the words.

Invariant: nothing but the mark is added. A quote stays the exact slice, and a statement without the mark is what it
was; the mark is ours, as all that stands in 〔〕 is, so that `bot.verify` reads over it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from bot.compose.draft import Quote
from corpus.document import Document, Span
from corpus.places import Stretch, meet
from corpus.suspects import Suspect, suspects_in

SIC = "〔ママ〕"
# What a statement shows between quoted words, and the white space and signs at the ends of these.
OURS = re.compile(r"〔[^〕]*〕|…|\s+/\s+|／")
FINAL = " 　、。，．,.;；:："
_NEAR = 16  # characters beside a number that a suspect which touches it may reach


def doubtful(quote: Quote) -> Iterator[Suspect]:
    """Yield the suspects that lie inside the unbroken stretches of a quote, in order of place."""
    for run in _runs(quote):
        yield from suspects_in(quote.document, run.start, run.end)


def misread(document: Document, place: Stretch) -> bool:
    """Say whether a suspect touches a place of a document: what it prints there is not to be reckoned with."""
    near = suspects_in(document, max(place.start - _NEAR, 0), min(place.end + _NEAR, len(document.text)))
    return any(meet(suspect, place) for suspect in near)


def with_sic(text: str, quotes: Sequence[Quote]) -> str:
    """Return a statement with the mark behind each suspect that it repeats from the quotes it rests on."""
    doubted = [quote for quote in quotes if any(doubtful(quote))]
    if not doubted:
        return text
    ends: set[int] = set()
    for words in _own(text):
        ends |= next(filter(None, (_ends(text, words, quote) for quote in doubted)), set())
    return insert(text, {end for end in ends if not text.startswith(SIC, end)})


def places_in(text: str, quote: Quote) -> tuple[int, ...]:
    """Return the places in a text right behind the suspects that it repeats from a quote, in order."""
    if not any(doubtful(quote)):
        return ()
    return tuple(sorted({end for words in _own(text) for end in _ends(text, words, quote)}))


def insert(text: str, ends: Iterable[int]) -> str:
    """Return a text with the mark at each of some places."""
    out, at = "", 0
    for end in sorted(ends):
        out += text[at:end] + SIC
        at = end
    return out + text[at:]


def _runs(quote: Quote) -> Iterator[Span]:
    """Yield the slices of a quote, those that adjoin as one."""
    run: Span | None = None
    for span in quote.spans:
        if run and run.end == span.start:
            run = Span(run.start, span.end)
            continue
        if run:
            yield run
        run = span
    if run:
        yield run


def _own(text: str) -> Iterator[list[int]]:
    """Yield the places of the characters that stand between what is ours, without white space and final signs."""
    bounds = [0, *(at for match in OURS.finditer(text) for at in match.span()), len(text)]
    for start, end in zip(bounds[::2], bounds[1::2], strict=True):
        low = start + len(text[start:end]) - len(text[start:end].lstrip(FINAL))
        high = start + len(text[start:end].rstrip(FINAL))
        if words := _printed(text, low, high):
            yield words


def _printed(text: str, start: int, end: int) -> list[int]:
    return [at for at in range(start, end) if not text[at].isspace()]


def _ends(text: str, words: Sequence[int], quote: Quote) -> set[int]:
    """Return the places in a statement behind the suspects of a quote, where the quote holds these words of it."""
    bare = "".join(text[at] for at in words)
    document: Document = quote.document
    for run in _runs(quote):
        places = _printed(document.text, run.start, run.end)
        at = "".join(document.text[place] for place in places).find(bare)
        if at < 0:
            continue
        held = places[at : at + len(words)]
        inside = (s for s in suspects_in(document, run.start, run.end) if held[0] <= s.start and s.end <= held[-1] + 1)
        return {words[bisect_left(held, suspect.end - 1)] + 1 for suspect in inside}
    return set()
