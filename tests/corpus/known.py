"""A document against the truth written down beside it (``NAME.truth.json``), item by item."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpus.document import Document, Note
from tests.corpus.known_item import Item, bare, either, same, squeezed
from tests.corpus.known_tables import tables

FIELDS = ("title", "author", "date", "publisher", "lang", "series", "affiliation")


def truth_of(path: Path) -> dict[str, Any]:
    """Return the truth beside a document."""
    loaded: dict[str, Any] = json.loads(path.with_name(path.stem + ".truth.json").read_text("utf-8"))
    return loaded


def items(document: Document, truth: dict[str, Any]) -> Iterator[Item]:
    """Yield every item of the truth with whether the reading has it right; what the truth leaves out is not asked."""
    for name in FIELDS:
        if name in truth:
            yield same(name, getattr(document, name, ""), truth[name])
    yield from _flow(document, truth)
    yield from tables(document, truth)
    yield from _notes(document, truth)
    yield from _marks(document, truth)


def _unadorned(heading: str) -> str:
    return squeezed(heading).strip("■●○◆◇□▼▶【】〈〉＜＞")


def _flow(document: Document, truth: dict[str, Any]) -> Iterator[Item]:
    paths = list(dict.fromkeys(passage.section for passage in document.passages if passage.section))
    levels = {_unadorned(path[-1]): len(path) for path in paths}
    top = min((level for _, level in truth.get("sections", ())), default=1)
    for heading, level in truth.get("sections", ()):
        depth = levels.get(_unadorned(heading))
        wrong = f"{heading}: depth {depth}, not {level - top + 1}"
        yield Item("section", depth == level - top + 1, wrong, heading, depth is not None)
    opened = {squeezed(part) for path in paths for part in path}
    real = {squeezed(heading) for heading, _ in truth.get("sections", ())}
    for line in truth.get("not_headings", ()):  # a line of a table of contents may read like the heading it announces
        yield Item("no heading", squeezed(line) not in opened - real, line, line)
    texts = [squeezed(passage.text) for passage in document.passages]
    for sentence in truth.get("sentences_whole", ()):
        whole = any(squeezed(one) in text for one in either(sentence) for text in texts)
        yield Item("whole sentence", whole, sentence, sentence)
    for line, following in truth.get("lines_apart", ()):
        joined = re.search(r"[^\S\n]*".join(map(re.escape, squeezed(line + following))), document.text)
        yield Item("lines apart", not joined, line + following, f"{line} | {following}")
    if "subtitle" in truth:
        printed = any(squeezed(one) in text for one in either(truth["subtitle"]) for text in texts)
        yield Item("subtitle", printed, truth["subtitle"])
    left = [squeezed(piece.text) for piece in document.furniture]
    for line in truth.get("furniture", ()):
        yield Item("furniture", any(squeezed(line) == text for text in left), line, line)
    kept = [*left, *(squeezed(piece.text) for piece in document.lifted)]
    for words in truth.get("set_aside", ()):  # a few words of a line, wherever a reader has put it but in the text
        aside = any(squeezed(words) in line for line in kept) and not any(squeezed(words) in text for text in texts)
        yield Item("set aside", aside, words, words)


def _notes(document: Document, truth: dict[str, Any]) -> Iterator[Item]:
    for known in truth.get("notes", ()):
        marker, words = bare(known["marker"]), _without_address(known["text"])
        note = next((one for one in document.notes if _without_address(one.text) == words), None)
        note = note or next((one for one in document.notes if bare(one.marker) == marker), None)
        about = f"{known['marker']} {known['text'][:12]}"
        yield same("note", _without_address(note.text) if note else None, words, about)
        right = note is not None and bare(note.marker) == bare(known["marker"])
        yield Item("note marker", right, known["marker"], about, note is not None)
        yield from _sources(note, known, about)
        if "strays" in known:
            strays = [squeezed(stray.text) for stray in note.strays] if note else []
            yield Item("stray", strays == known["strays"], f"{about}: {strays}", about)
    extra = len(document.notes) - len(truth.get("notes", ()))
    if extra > 0:
        yield Item("no note", False, f"{extra} notes too many: {[note.text[:40] for note in document.notes]}")


def _without_address(text: str) -> str:
    """Return the words of a note; where its address stands is not part of what is known."""
    bare = re.sub(r"[<＜]*\s*(?:https?://|www\.)[!-;=?-~\s]+[>＞]*", "", text)
    return re.sub(r"[\s。.，、,]+$", "", squeezed(bare))


def _sources(note: Note | None, known: dict[str, Any], about: str) -> Iterator[Item]:
    read = note.sources if note else ()
    if "sources" not in known:
        return
    if len(read) > len(known["sources"]):
        yield Item("no source", False, f"{read[len(known['sources']) :]}", about)
    for number, source in enumerate(known["sources"]):
        place = f"{about}, {number + 1}" if number else about
        for name in ("title", "publisher", "date", "url"):
            if name in source:
                found = getattr(read[number], name) if number < len(read) else None
                yield same(f"source {name}", found, source[name], place)
        if source.get("same_as"):
            by = read[number].by if number < len(read) else ""
            right = bare(by) == bare(source["same_as"])
            yield Item("source by", right, f"{by!r}, not {source['same_as']!r}", place, bool(by))


def _marks(document: Document, truth: dict[str, Any]) -> Iterator[Item]:
    marks = {mark for passage in document.passages for mark in passage.marks}
    for known in truth.get("marks", ()):
        clause, marker = squeezed(known["clause"]), bare(known["marker"])
        tail = clause[-12:]
        here = [
            mark
            for mark in marks
            if bare(mark.marker.split(" (")[0]) == marker
            and squeezed(document.text[max(mark.at - 60, 0) : mark.at])
            .rstrip('。．.」』”")）')
            .endswith(tail.rstrip('。．.」』”")）'))
        ]
        about = f"{known['marker']} {known['clause']}"
        yield Item("mark", bool(here), f"{known['marker']} behind {known['clause']}", about, False)
        spans = [squeezed(document.text[getattr(mark, "since", mark.at) : mark.at]) for mark in here]
        strip = "。．.」』”)）、，,"
        held = any(span and (clause.rstrip(strip) in span or span.rstrip(strip) in clause) for span in spans)
        begins = squeezed(known.get("begins", ""))  # a few words that the clause reaches back to
        held = held and any(begins in span for span in spans)
        yield Item("clause", held, f"{known['marker']}: {spans}, not {begins}…{clause}", about, bool(here))
    for words in truth.get("not_marks", ()):
        plain = squeezed(re.sub(r"<[^>]*>", "", words))
        kept = squeezed(document.text + "".join(piece.text for piece in document.furniture))
        # What is raised and no mark keeps its tags where it would be read as part of a number without them.
        yield Item("no mark", plain in kept or squeezed(words) in kept, words, words)
