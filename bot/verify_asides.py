"""Recompute what tenkyo puts into a statement in 〔…〕 and say where a saved answer has something else.

Invariant: an addition holds only where the document, read again, leads to the very same words at the very same place:
a date resolved, what words that point back mean, the subject that was cut, a misprint, or what a table prints.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bot.answer import Citation, Statement
from bot.compose.asides import cut_topic, shown
from bot.compose.tables.cells import UNLIKE
from bot.compose.tables.making import grids_of
from bot.compose.tables.statement import APART, EMPTY, PROBABLY
from bot.sic import SIC
from corpus.document import Document, Passage, Span
from corpus.structure.dates import render_date
from corpus.structure.sentences import split_sentences
from corpus.suspects import suspects_in

_ASIDE = re.compile(r"〔([^〕]*)〕")
_GAP = re.compile(r"…|\s+/\s+|／")
_FINAL = " 　、。，．,.;；:："
_SEPARATORS = re.compile(r"[\s、,，:：…]*")
_CAPTION = 78  # characters of a long caption that an addition shows before …


def wrong_asides(
    statement: Statement, citations: Mapping[int, Citation], documents: Mapping[str, Document], lang: str
) -> Iterator[str]:
    """Yield what of a statement's additions the documents do not lead to, in words, with what they lead to instead.

    ``lang`` is the answer's. Footnotes whose document is not there lead to nothing.
    """
    cited = [citations[n] for n in statement.citations if n in citations]
    held = [(one, documents[one.doc]) for one in cited if one.doc in documents]
    for match in _ASIDE.finditer(statement.text):
        words = match[1]
        if any(_of_table(words, citation, document) for citation, document in held):
            continue
        before = _last_part(statement.text[: match.start()])
        after = _ASIDE.split(_GAP.split(statement.text[match.end() :])[0])[0].strip(_FINAL)
        ours = {one for citation, document in held for one in _ours(before, after, citation, document, lang)}
        if words in ours:
            continue
        told = " or ".join(f"〔{one}〕" for one in sorted(ours)) or "nothing"
        yield f"〔{words}〕 behind {before[-12:]!r} is not what the document leads to, which is {told}"


def wrong_short(
    short: Statement, citations: Mapping[int, Citation], documents: Mapping[str, Document], lang: str
) -> Iterator[str]:
    """Yield the additions of a short answer, whose words may be ours, that no place of its quotes leads to."""
    held = [(one, documents[one.doc]) for n in short.citations if (one := citations.get(n)) and one.doc in documents]
    for match in _ASIDE.finditer(short.text):
        if any(_of_table(match[1], citation, document) for citation, document in held):
            continue
        places = (
            (document, at) for one, document in held for run in _runs(one) for at in range(run.start, run.end + 1)
        )
        if not any(match[1] in _behind(document, at, lang) for document, at in places):
            yield f"〔{match[1]}〕 is not what the document leads to anywhere in the quotes"


def _last_part(text: str) -> str:
    """Return the words right before an addition, back to a gap or another addition."""
    return _GAP.split(_ASIDE.sub("…", text))[-1].strip()


def _ours(before: str, after: str, citation: Citation, document: Document, lang: str) -> Iterator[str]:
    """Yield what we put behind some words of a quote: at each place where the quote holds them."""
    for run in _runs(citation):
        for at in _places(document.text, run, before, end=True) if before else ():
            yield from _behind(document, at, lang)
        for at in _places(document.text, run, after, end=False) if after and not before else ():
            yield from _in_front(document, at)


def _runs(citation: Citation) -> list[Span]:
    """Return the stretches of a quote, those that adjoin as one."""
    runs: list[Span] = []
    for span in citation.spans:
        if runs and runs[-1].end == span.start:
            runs[-1] = Span(runs[-1].start, span.end)
        else:
            runs.append(Span(span.start, span.end))
    return runs


def _places(text: str, run: Span, words: str, *, end: bool) -> Iterator[int]:
    """Yield where words end (or begin) in a stretch, white space aside."""
    kept = [at for at in range(run.start, min(run.end, len(text))) if not text[at].isspace()]
    bare, sought = "".join(text[at] for at in kept), re.sub(r"\s+", "", words)
    at = bare.find(sought)
    while at >= 0 and sought:
        yield kept[at + len(sought) - 1] + 1 if end else kept[at]
        at = bare.find(sought, at + 1)


def _behind(document: Document, at: int, lang: str) -> Iterator[str]:
    """Yield what is added behind a place: a misprint's mark, the date of a relative word, what a word points to."""
    if any(suspect.end == at for suspect in suspects_in(document, max(at - 40, 0), min(at + 40, len(document.text)))):
        yield SIC.strip("〔〕")
    for mention in document.told.dates:
        if mention.relative and mention.end == at and mention.value and not mention.value.startswith("-"):
            yield render_date(mention.value, mention.until, lang)
    for reference in document.told.references:
        if at == reference.end and (words := shown(document.text, reference)):
            yield words
    yield from _in_front(document, at)


def _in_front(document: Document, at: int) -> Iterator[str]:
    """Yield what is added in front of a sentence: the subject it leaves out, or that was cut with its opening."""
    text = document.text
    for reference in document.told.references:
        begins = reference.kind == "subject" and at <= reference.start and not text[at : reference.start].strip()
        if begins and (words := shown(text, reference)):
            yield words
    home = next((p for p in document.passages if p.kind == "prose" and p.start <= at < p.end), None)
    for sentence in split_sentences(home.text) if home else ():
        start, stop = home.start + sentence.start if home else 0, home.start + sentence.end if home else 0
        if start < at < stop and (topic := cut_topic(document, start, at, stop)):
            yield topic


def _of_table(words: str, citation: Citation, document: Document) -> bool:
    """Say whether words are made of what the table of a quoted row prints: headers, units, label, caption, period."""
    passage = next((p for p in document.passages if p.id == citation.passage), None)
    ours = (*EMPTY.values(), *UNLIKE.values(), *(words.strip() for words in PROBABLY.values()))
    said = {*ours, *_printed(passage, document)} - {""}
    left = words
    for part in sorted(said, key=len, reverse=True):
        left = left.replace(part, "\0", 1)
    return left != words and bool(_SEPARATORS.fullmatch(left.replace("\0", "")))


def _printed(passage: Passage | None, document: Document) -> Iterator[str]:
    """Yield what a table prints around its rows, as an addition shows it."""
    if passage is None or not passage.table:
        return
    for grid in grids_of(document):
        if passage.table not in grid.tables:
            continue
        table = grid.table
        caption = re.sub(r"\s+", " ", table.caption)
        yield from (table.label, table.caption, caption, caption[:_CAPTION], table.period)
        if any(cell.recovered for row in table.rows for cell in row.cells):
            yield from APART.values()
        for row in (row for part in document.tables if part.id in grid.tables for row in part.rows):
            units = row.cells[grid.units : grid.units + 1] if grid.units is not None else ()
            yield from (cell.text.strip() for cell in units)
            yield from (cell.means for cell in row.cells)
            yield from (suspect.likely for suspect in suspects_in(document, row.start, row.end))
        for column in grid.columns:
            yield from (column.header, column.unit, column.header.replace("\n", " "))
