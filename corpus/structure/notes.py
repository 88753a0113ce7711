"""Notes: which lines define one, which signs in the text point to one, and what is damaged in them as printed.

Invariant: brackets and figures in running text are marks only when the document defines the note they name.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.document import Mark, Note
from corpus.structure.lines import Line
from corpus.structure.lists import item

_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "word",
        re.compile(
            r"[（(\[［〔【]?(?:注釈?|註|脚注|[Nn]ote|주)\s*([0-9０-９]{1,3})"
            r"(?:[)）\]］〕】][.:：]?\s*|[.:：．]\s*|[\s　]+)(?=\S)"
        ),
    ),
    ("star", re.compile(r"([※＊*][0-9０-９]{1,2})[)）]?[\s:：　]*(?=\S)")),
    ("bracket", re.compile(r"[\[［【]([0-9０-９]{1,3})[\]］】]\s*:?\s*(?=\S)")),
    ("paren", re.compile(r"[(（]([0-9０-９]{1,3})[)）]\s*(?=\S)")),
    ("half", re.compile(r"([0-9０-９]{1,3})[)）]\s*(?=\S)")),
    ("dot", re.compile(r"([0-9０-９]{1,3})[.．、](?![0-9])\s*(?=\S)")),
    ("circle", re.compile(r"([①-⑳])\s*(?=\S)")),
    ("plain", re.compile(r"([0-9０-９]{1,3})[\s　]+(?=\S)")),
)
_REFERENCE = re.compile(
    r"https?://|www\.|[「『“][^」』”]+[」』”]|\"[^\"]+\"|\b(?:19|20)\d\d\b|(?:19|20)\d\d年|"
    r"\bpp?\.\s?\d|同上|前掲|\bIbid|op\. cit|参照|\bdoi\b",
    re.IGNORECASE,
)
_URL_REST = re.compile(r"^[<＜\s]*(?:[a-z]{0,5}:)?/{2}[\w.-]+|^[\w./%?=&-]+\s*[>＞]")
_IN_TEXT = re.compile(
    r"(?P<word>[（(\[［〔【](?:注釈?|註|脚注|[Nn]ote|주)\s*(?P<w>[0-9０-９]{1,3})[)）\]］〕】]|(?<![\w])(?:注|註)(?P<v>[0-9０-９]{1,3})[)）])"
    r"|(?P<bracket>[\[［【](?P<b>[0-9０-９]{1,3}(?:\s*[,、，–-]\s*[0-9０-９]{1,3})*)[\]］】])"
    r"|(?P<star>(?<=\S)(?:[※＊]|(?<![*\d\s])\*)(?P<s>[0-9０-９]{1,2})[)）]?)"
    r"|(?P<paren>(?<=[^\s\d(（])[(（](?P<p>[0-9０-９]{1,3})[)）](?=[。、，．,.;:；：」』)）\s]|$))"
)
_FLAT = re.compile(r"(?<=[a-z]{4}[.,;:)”’\"])(\d{1,3})(?=\s|$)|(?<=[a-z]{4}[.,][”’\")])(\d{1,3})(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Definition:
    """The opening of a note: its marker, where its words begin in the line, and the form of the marker."""

    marker: str
    start: int
    form: str


def opening_mark(line: Line) -> Definition | None:
    """Return the note that a lifted mark at the very start of a line opens (``<sup>1</sup> …``, ``[^1]: …``)."""
    if line.marks and line.marks[0][0] <= line.indent:
        rest = line.text.strip()
        if rest and rest[0] not in "、。，．,.)）」』;:；：":
            return Definition(line.marks[0][1], line.indent, "sup")
    return None


def definition(line: Line, known: Mapping[str, int], in_notes: bool) -> Definition | None:
    """Return the note that a line opens, or None.

    ``known`` gives the first line on which each marker stands as a mark in the text. Outside a notes section a
    number opens a note only when the text has pointed to it before and the line reads like a reference.
    """
    text = line.text[line.indent :]
    for form, pattern in _FORMS:
        match = pattern.match(text)
        if not match:
            continue
        marker = plain_marker(match[1])
        pointed = known.get(marker, line.number) < line.number
        reads = bool(_REFERENCE.search(text))
        if in_notes or (form in ("word", "star", "bracket") and pointed) or (pointed and reads):
            return Definition(marker, line.indent + match.end(), form)
        return None
    if in_notes and (bullet := item(line.text)) and not bullet.numbered:
        return Definition("", bullet.words, "bullet")
    return None


def following(line: Line, form: str, marker: str) -> Definition | None:
    """Return the note that a line right behind another note opens: the next number in the same form."""
    pattern = next((pattern for name, pattern in _FORMS if name == form), None)
    match = pattern.match(line.text, line.indent) if pattern else None
    if not match or not marker.isdecimal() or plain_marker(match[1]) != str(int(marker) + 1):
        return None
    return Definition(plain_marker(match[1]), match.end(), form)


def reads_like_reference(text: str) -> bool:
    """Say whether the text holds what references hold: an address, a quoted title, a year, page numbers."""
    return bool(_REFERENCE.search(text))


def plain_marker(printed: str) -> str:
    """Return a marker as notes are looked up: ``２`` → 2, ``①`` → 1, ``＊3`` → *3."""
    return unicodedata.normalize("NFKC", printed)


def text_marks(text: str) -> list[tuple[int, int, tuple[str, ...], str]]:
    """Return what may be marks in running text, as (start, end, markers, form), in order."""
    found = []
    for match in _IN_TEXT.finditer(text):
        form = match.lastgroup or ""
        form = next(name for name in ("word", "bracket", "star", "paren") if match[name])
        if form == "bracket":
            numbers = _numbers(plain_marker(match["b"]))
        elif form == "star":
            numbers = (plain_marker(match[0].rstrip(")）")),)
        else:
            numbers = (plain_marker(match["w"] or match["v"] or match["p"]),)
        found.append((match.start(), match.end(), numbers, form))
    return found


def flat_marks(text: str) -> list[tuple[int, int, str]]:
    """Return figures that may be raised marks set flat by a conversion (``… fragile.1 Prices``): start, end, marker."""
    return [(*match.span(), match[0]) for match in _FLAT.finditer(text)]


def _numbers(printed: str) -> tuple[str, ...]:
    found: list[str] = []
    for part in re.split(r"\s*[,、，]\s*", printed):
        ends = re.split(r"\s*[–-]\s*", part)
        if len(ends) == 2 and ends[0].isdigit() and ends[1].isdigit() and 0 < int(ends[1]) - int(ends[0]) < 20:
            found.extend(str(n) for n in range(int(ends[0]), int(ends[1]) + 1))
        else:
            found.append(part)
    return tuple(found)


def goes_on(note: str, text: str, in_notes: bool) -> bool:
    """Say whether a block behind a note still belongs to it: the rest of a torn address or of its words."""
    if _URL_REST.match(text):
        return True
    if re.match(r"[\s<＜(（]*https?://\S+[\s>＞)）.。]*$", text):
        return "://" not in note
    return in_notes and bool(text) and (text[0].islower() or text[0] in "、。，,.)）」』>＞")


def assess(notes: Sequence[Note], marks: Sequence[Mark], torn: Mapping[int, str]) -> tuple[Note, ...]:
    """Return the notes with their damage: torn addresses, one address under two titles, a note nothing points to.

    ``torn`` gives, by the start of a note, the address that stands in pieces behind it.
    """
    pointed = {mark.marker for mark in marks}
    by_url: dict[str, list[int]] = defaultdict(list)
    for index, note in enumerate(notes):
        for url in dict.fromkeys(source.url for source in note.sources if source.url):
            by_url[url].append(index)
    damage: list[list[str]] = [[] for _ in notes]
    for index, note in enumerate(notes):
        if note.start in torn:
            damage[index].append(f"an address stands torn behind a page break: {torn[note.start]}")
        if marks and note.marker and note.marker not in pointed:
            damage[index].append("no mark in the text points to this note")
    for url, members in by_url.items():
        titles = {_title(notes[index], url) for index in members}
        if len(members) > 1 and len(titles - {""}) > 1:
            for index in members:
                others = ", ".join(notes[k].marker or "without a marker" for k in members if k != index)
                damage[index].append(f"the same address is printed under another title in note {others}: {url}")
    return tuple(
        replace(note, damage="; ".join(what)) if what else note for note, what in zip(notes, damage, strict=True)
    )


def _title(note: Note, url: str) -> str:
    return next((re.sub(r"\W", "", source.title) for source in note.sources if source.url == url and source.title), "")


def unique(markers: Sequence[str]) -> list[str]:
    """Return the markers with a second note of one number told apart: 1, 2, 1 (2), 2 (2)."""
    seen: dict[str, int] = defaultdict(int)
    result = []
    for marker in markers:
        seen[marker] += 1
        result.append(f"{marker} ({seen[marker]})" if marker and seen[marker] > 1 else marker)
    return result


def point(marks: Sequence[Mark], notes: Sequence[Note], printed: Sequence[str]) -> tuple[Mark, ...]:
    """Return the marks with the markers of the notes they mean: where numbers start over, the next note below."""
    groups: dict[str, list[Note]] = defaultdict(list)
    for note, marker in zip(notes, printed, strict=True):
        groups[marker].append(note)
    result = []
    for mark in marks:
        options = groups.get(mark.marker, [])
        below = next((note for note in options if note.start >= mark.at), options[-1] if options else None)
        result.append(Mark(below.marker, mark.at) if below else mark)
    return tuple(result)
