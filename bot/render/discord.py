"""Lay out an answer as Discord messages: the point in bold, statements below it, footnotes last.

Invariant: every message has at most 2,000 characters and shows something; every footnote's number is there; no text
of a question or a document can ping anyone or act as markup; what is cut is marked with ``…``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from bot.answer import Answer, Calculation, Citation, Conflict, Lead
from bot.messages import text
from bot.render import plain
from bot.render.discord_markup import CUT, LIMIT, bold, escape, link, one_line, units, wrap
from bot.sic import insert

# A block is kept in one message where it fits; its lines are never broken further. Blocks make up a section.
Block = tuple[str, ...]
Section = tuple[Block, ...]

_MOST_MESSAGES = 6  # past this the channel is flooded (Discord takes five messages in five seconds): quotes get shorter
_HEADING = 60  # room for a section's heading above its first block
_QUOTE_LENGTHS = (None, 600, 200, 60)


def render(answer: Answer) -> tuple[str, ...]:
    """Return the messages that show ``answer``, in order; quotes are whole unless that takes too many messages."""
    messages: tuple[str, ...] = ()
    for longest in _QUOTE_LENGTHS:
        messages = pack(_sections(answer, longest))
        if len(messages) <= _MOST_MESSAGES:
            break
    return messages


def pack(sections: Iterable[Section]) -> tuple[str, ...]:
    """Fill messages with blocks in order; an empty line stands between sections, a new message between messages."""
    messages = [""]

    def add(piece: str, gap: str) -> bool:
        joined = f"{messages[-1]}{gap}{piece}" if messages[-1] else piece
        if units(joined) > LIMIT:
            return False
        messages[-1] = joined
        return True

    for section in sections:
        for number, block in enumerate(section):
            gap = "\n" if number else "\n\n"
            if add("\n".join(block), gap):
                continue
            if units("\n".join(block)) <= LIMIT:
                messages.append("\n".join(block))
                continue
            for line in block:
                if not add(line, gap):
                    messages.append(line)
                gap = "\n"
    return tuple(message for message in messages if message.strip())


def _sections(answer: Answer, longest: int | None) -> Iterator[Section]:
    lang = answer.lang
    yield tuple(tuple(_pieces(line, strong=answer.status != "chat")) for line in _point(answer))
    yield tuple(tuple(_pieces(plain.marked(s))) for s in plain.to_show(answer.short, answer.statements))
    if answer.calculation:
        yield _calculation(answer.calculation, lang)
    for conflict in answer.conflicts:
        yield _conflict(conflict, lang)
    if answer.unsourced:
        yield ((f"*{plain.without_source(answer)}*",),)
    if answer.status == "partial":
        yield ((f"*{text('partial', lang)}*",),)
    missing = answer.missing if answer.short or answer.statements else plain.not_answered(answer)
    yield _headed("missing", lang, (tuple(_pieces(thing, first="- ")) for thing in missing))
    yield _headed("nearest", lang, (_lead(lead, lang, longest) for lead in answer.nearest))
    hops = zip(answer.citations, plain.second_hops(answer.citations), strict=True)
    yield _headed("footnotes", lang, (_footnote(citation, sources, lang, longest) for citation, sources in hops))


def _headed(key: Literal["missing", "nearest", "footnotes"], lang: str, blocks: Iterable[Block]) -> Section:
    """Return a section whose heading stays with its first block; empty without blocks."""
    first, *others = [*blocks] or [()]
    return ((bold(text(key, lang)), *first), *others) if first else ()


def _point(answer: Answer) -> tuple[str, ...]:
    """Return the short answer or, where nothing is cited, what the answer says instead."""
    if answer.short:
        return (plain.marked(answer.short),)
    if answer.statements or answer.calculation or answer.conflicts:
        return ()
    return tuple(line for line in answer.answer.split("\n") if line.strip()) or (text("abstained", answer.lang),)


def _pieces(words: str, *, first: str = "", strong: bool = False) -> Iterator[str]:
    """Yield ``words`` escaped, in pieces that fit a message; ``first`` (markup) opens the first."""

    def show(start: int, end: int) -> str:
        piece = (CUT if start else "") + words[start:end] + (CUT if end < len(words) else "")
        return ("" if start else first) + (bold(piece) if strong else escape(piece))

    return wrap(words, show, LIMIT - _HEADING)


def _calculation(calculation: Calculation, lang: str) -> Section:
    result = f"{calculation.result} {calculation.unit}".strip()
    shown = calculation.formula if calculation.result in calculation.formula else f"{calculation.formula} = {result}"
    cells = (tuple(_pieces(plain.operand(cell, lang), first="- ")) for cell in calculation.operands)
    return (tuple(_pieces(shown, first=_label("calculation", lang))), *cells)


def _conflict(conflict: Conflict, lang: str) -> Section:
    """Return the sides of a disagreement one below the other, each with its date and footnote."""
    sides = []
    for side in conflict.sides:
        date = one_line(side.date or text("undated", lang), 60)
        sides.append(
            tuple(_pieces(f"{plain.said(side, lang)}[{side.citation}]", first=f"- {date}{text('colon', lang)}"))
        )
    return (tuple(_pieces(conflict.about, first=_label("conflict", lang))), *sides)


def _label(key: Literal["calculation", "conflict"], lang: str) -> str:
    return bold(text(key, lang)) + text("colon", lang)


def _lead(lead: Lead, lang: str, longest: int | None) -> Block:
    place = text("separator", lang).join(one_line(part, 160) for part in (lead.doc, lead.section) if part)
    why = tuple(_pieces(lead.why_not, first="↳ ")) if lead.why_not else ()
    return (*_quote(insert(lead.quote, lead.sic), f"**{place}**", (), longest), *why)


def _footnote(citation: Citation, hops: Iterable[plain.Hop], lang: str, longest: int | None) -> Block:
    """Return one footnote: where it is from, the quote, then the notes that the document itself gives."""
    table, printed = plain.table_place(citation, lang)
    place = text("separator", lang).join(part for part in (plain.head(citation, lang), table) if part)
    header = f"**[{citation.n}]** {one_line(place, 800)}"
    below = tuple(_pieces(printed, first="↳ ")) if printed else ()
    notes = (line for hop in hops for line in _note(hop, lang))
    words, decisive = plain.shown_quote(citation)
    return (*_quote(words, header, decisive, longest), *below, *notes)


def _note(hop: plain.Hop, lang: str) -> Block:
    """Return a note of the document as the terminal words it, its address in angle brackets (no preview)."""
    before, address, after = plain.second_hop(hop, lang).partition(hop.source.url or "\n")
    parts = [*_pieces(before.strip(), first="↳ ")]
    parts += [link(address, 900)] if address else []
    parts += _pieces(after.strip()) if after.strip() else []
    lines = parts[:1]
    for part in parts[1:]:
        if units(lines[-1]) + units(part) < LIMIT - _HEADING:
            lines[-1] += f" {part}"
        else:
            lines.append(part)
    return tuple(lines)


def _quote(quote: str, header: str, decisive: Sequence[tuple[int, int]], longest: int | None) -> Block:
    """Return a header and the block quote below it, in pieces that fit; the first piece stays with the header."""
    end_shown = len(quote) if longest is None else min(len(quote), longest)

    def show(start: int, end: int) -> str:
        opening, closing = (CUT if start else ""), (CUT if end < len(quote) else "")
        lines = (opening + _emphasised(quote, start, end, decisive) + closing).split("\n")
        return ("" if start else f"{header}\n") + "\n".join(f"> {line}" for line in lines)

    return tuple(wrap(quote[:end_shown], show, LIMIT - _HEADING)) if quote else (header,)


def _emphasised(quote: str, start: int, end: int, decisive: Sequence[tuple[int, int]]) -> str:
    """Return ``quote[start:end]`` escaped, with the decisive words in bold."""
    shown, at = [], start
    for words in decisive:
        first, last = max(words[0], at), min(words[1], end)
        if first < last:
            shown += [escape(quote[at:first], opens_line=at == start), bold(quote[first:last])]
            at = last
    return "".join([*shown, escape(quote[at:end], opens_line=at == start)])
