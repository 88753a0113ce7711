"""The pieces of an answer as plain text, shared by every front end that shows text.

Invariant: what leaves this file holds no control character, so nothing a document contains can act on a terminal,
and apart from that (and line breaks inside a paragraph) quotes stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from bot.answer import JOINT, Answer, Citation, Operand, PrimarySource, Side, Statement
from bot.messages import text
from bot.sic import SIC, insert
from corpus.document import Source
from corpus.primary import identity

_BREAK = re.compile(r"[^\S\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]*[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]\s*")
_SPACES = re.compile(r"[ \t\x1f]+")
# Control characters, and the marks that reorder text (bidirectional embeddings, overrides and isolates).
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_FINAL = re.compile(r"[。．.!?！？]+$")
_LEAD_CHARACTERS = 120  # three lines of a terminal: enough to decide whether to look further


def clean(printed: str) -> str:
    """Make text safe to print: one paragraph, no control characters, unpaired surrogates as U+FFFD.

    A line break becomes a space, or nothing where it parts two East Asian characters.
    """
    paragraph = _BREAK.sub(_joint, printed.strip())
    return _SURROGATE.sub("\ufffd", _CONTROL.sub("", _SPACES.sub(" ", paragraph)))


def marked(statement: Statement) -> str:
    """Return the statement with its footnote marks ``[n]`` before the final punctuation."""
    words = clean(statement.text)
    marks = "".join(f"[{n}]" for n in statement.citations)
    final = _FINAL.search(words)
    at = final.start() if final else len(words)
    return words[:at] + marks + words[at:]


def to_show(short: Statement | None, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Return the statements that a reader has not already read whole as the short answer."""
    said = _FINAL.sub("", clean(short.text)) if short else ""
    return tuple(s for s in statements if _FINAL.sub("", clean(s.text)) != said)


def without_source(answer: Answer) -> str:
    """Return what is said where the documents give no source of what was asked: that a note nearby is shown or not."""
    noted = any(citation.sources for citation in answer.citations)
    return text("noted_after" if noted else "unsourced_here", answer.lang)


def highlighted(citation: Citation, opening: str = "【", closing: str = "】") -> str:
    """Return the quote as shown, with its decisive words between ``opening`` and ``closing``."""
    words, decisive = shown_quote(citation)
    out, at = "", 0
    for start, end in decisive:
        out += f"{words[at:start]}{opening}{words[start:end]}{closing}"
        at = end
    return clean(out + words[at:])


def shown_quote(citation: Citation) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return the quote with 〔ママ〕 behind what is probably misprinted, and where its decisive words stand in that.

    A quote that is not the slices its spans describe is returned as it is, without either.
    """
    places = _places(citation)
    if len(places) != len(citation.quote):
        return citation.quote, ()
    decisive = {at for at, place in enumerate(places) if any(e.start <= place < e.end for e in citation.decisive)}
    ends = {at + 1 for at, place in enumerate(places) if any(place == s.end - 1 for s in citation.suspects)}
    out: list[str] = []
    stretches: list[tuple[int, int]] = []
    size = 0
    for at, char in enumerate(citation.quote):
        if at in decisive:
            goes_on = at - 1 in decisive and stretches
            stretches = [*stretches[:-1], (stretches[-1][0], size + 1)] if goes_on else [*stretches, (size, size + 1)]
        out.append(char + (SIC if at + 1 in ends else ""))
        size += len(out[-1])
    return "".join(out), tuple(stretches)


def head(citation: Citation, lang: str) -> str:
    """Return the first line of a footnote: author, title, date; section; page; grade."""
    title = text("title", lang, title=citation.title) if citation.title else f"{citation.doc} "
    wide = cell_len(title[-1]) > 1  # brackets that carry their own space: 「」《》
    author = citation.author + ("" if wide else ", ") if citation.author else ""
    work = author + title.strip() + ("" if wide else " ") + (citation.date or text("undated", lang))
    page = text("page", lang, page=citation.page) if citation.page is not None else ""
    parts = (work, citation.section, page, text(citation.grade, lang))
    return clean(text("separator", lang).join(part for part in parts if part))


def table_place(citation: Citation, lang: str) -> tuple[str, str]:
    """Return the table a quoted row belongs to and what the table prints as its source; empty for other quotes."""
    if citation.kind != "row":
        return "", ""
    printed = citation.source_line
    source = text("table_source", lang, source=printed) if printed else text("table_no_source", lang)
    return clean(citation.table), clean(source)


@dataclass(frozen=True, slots=True)
class Hop:
    """A primary source as a footnote shows it: the notes that name it, and the earlier footnote that did, or 0."""

    source: PrimarySource
    markers: tuple[str, ...]
    shown_at: int = 0


def second_hops(citations: Sequence[Citation]) -> tuple[tuple[Hop, ...], ...]:
    """Return the primary sources of each footnote, each once: statements that share a source do not multiply it."""
    first: dict[str, int] = {}
    found: list[tuple[Hop, ...]] = []
    for citation in citations:
        here: dict[str, list[PrimarySource]] = {}
        for source in citation.sources:
            key = _identity(source)
            here.setdefault(f"{source.marker}\0{source.text}" if source.damaged or not key else key, []).append(source)
        hops = []
        for key, sources in here.items():
            markers = tuple(dict.fromkeys(source.marker for source in sources))
            hops.append(Hop(sources[0], markers, first.get(key, 0)))
        for key in here:
            first.setdefault(key, citation.n)
        found.append(tuple(hops))
    return tuple(found)


def _identity(source: PrimarySource) -> str:
    return identity(Source(source.text, source.title, source.publisher, source.date, source.url))


def second_hop(hop: Hop, lang: str) -> str:
    """Return what the document names as its own source: its note, publisher, title, date and URL.

    A damaged note is given as printed and flagged; a note whose parts are not known is given as printed; a mark
    without a note is said to be one; of a source that an earlier footnote shows, only that is said.
    """
    source = hop.source
    labels = (text("note", lang, marker=m) if m.isalnum() else m for m in hop.markers)
    label = text("and", lang).join(label for label in labels if label) or text("as_cited", lang)
    if hop.shown_at:
        return clean(f"{label} {text('same_source', lang, n=hop.shown_at)}")
    title = text("title", lang, title=source.title) if source.title else ""
    space = " " if title and source.publisher and cell_len(title[0]) == 1 else ""
    named = " ".join(part for part in (source.publisher + space + title, source.date) if part)
    flag = f"〔{text('damaged', lang)}〕" if source.damaged else ""
    flag = f"〔{text('candidate', lang)}〕" if source.candidate else flag
    if source.by and not flag and named:  # the note's own words stay, what the note it points to prints stands beside
        flag = f"〔{text('note', lang, marker=source.by)}{text('colon', lang)}{named}〕"
    if source.damaged or source.by or not named:
        named = source.text
    if not named and not source.url:
        flag = f"〔{text('note_absent', lang)}〕"
    url = "" if source.url in named else source.url
    return clean(" ".join(part for part in (label, named, url, flag) if part))


def operand(cell: Operand, lang: str) -> str:
    """Return one number of a calculation with its unit, its place in its table, and its footnote mark."""
    number = cell.value if cell.unit in cell.value else f"{cell.value} {cell.unit}".strip()  # 1,430人 has its own
    row = text("row", lang, row=cell.row) if cell.row else ""
    place = text("separator", lang).join(part for part in (cell.table, row, cell.column) if part)
    return clean(f"{number}{text('colon', lang)}{place}" if place else number) + f"[{cell.citation}]"


def said(side: Side, lang: str) -> str:
    """Return what a side of a disagreement says, and that it was said before it was to happen, where it was."""
    return side.says + (f"〔{text('announced', lang)}〕" if side.announced else "")


def leads(answer: Answer) -> tuple[str, ...]:
    """Return the nearest passages, each with its document, its section and why it is not the answer.

    A long passage is cut, visibly, to its beginning; the JSON answer has it whole.
    """
    titles = {citation.doc: citation.title for citation in answer.citations}
    separator = text("separator", answer.lang)
    lines: list[str] = []
    for lead in answer.nearest:
        place = separator.join(part for part in (titles.get(lead.doc) or lead.doc, lead.section) if part)
        quote = clean(insert(lead.quote, lead.sic))
        if len(quote) > _LEAD_CHARACTERS:
            quote = quote[:_LEAD_CHARACTERS] + "…"
        why = f" — {lead.why_not}" if lead.why_not else ""
        lines.append(clean(f"{place}{text('colon', answer.lang)}{quote}{why}"))
    return tuple(lines)


def not_answered(answer: Answer) -> tuple[str, ...]:
    """Return what the answer lacks; where its own words are all there is to show, without what they already name."""
    shown = "" if answer.short or answer.statements else clean(answer.answer)
    return tuple(item for item in map(clean, answer.missing) if item and item not in shown)


def _joint(match: re.Match[str]) -> str:
    before, after = match.string[match.start() - 1 : match.start()], match.string[match.end() : match.end() + 1]
    return "" if cell_len(before) > 1 and cell_len(after) > 1 else " "


def _places(citation: Citation) -> list[int]:
    """Return for each character of the quote its place in canonical text, -1 for the joints; shorter where they err."""
    places: list[int] = []
    last: int | None = None
    for span in citation.spans:
        if last is not None and span.start != last:
            if not citation.quote.startswith(JOINT, len(places)):
                return []
            places += [-1] * len(JOINT)
        places += range(span.start, span.end)
        last = span.end
    return places
