"""What must hold for every document that is read, whatever its bytes: nothing lost, nothing twice, nothing made up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.document import Document
from corpus.structure.lines import has_sentence

_SIGN = r"(?:[*※]?\d{1,3}|[①-⑳]|[a-zァ-ンｱ-ﾝー〇]|注|註|주|脚注|注釈|Note|note|[ivx]{1,5})"
SIGNS = re.compile(rf"[\s\W\d]*(?:{_SIGN}[\s\W\d]*)*")
_BLANK = "\ufeff\u200b\x0c \t\r\n\u3000\xa0"
_ADDRESS = re.compile(r"(?:https?|ftp|mailto):[^\s>)]+|[\w.+-]+@[\w.-]+")


def faults(document: Document, data: bytes) -> Iterator[str]:
    """Yield what is wrong with a document as a reading of the bytes, in words; nothing when it is faithful."""
    if document.places == "markup":  # carriage returns are its line ends
        data = data.decode(document.encoding).replace("\r", "\n").encode(document.encoding)
    yield from _text(document, data)
    yield from _every_character_once(document, data)
    yield from _every_word_in_a_passage(document)
    yield from _parts(document)


def _text(document: Document, data: bytes) -> Iterator[str]:
    spans = document.locate(0, len(document.text))
    if "".join(data[span.first : span.last].decode(document.encoding, "replace") for span in spans) != document.text:
        yield "canonical text is not the original's"


def _every_character_once(document: Document, data: bytes) -> Iterator[str]:
    """Each byte is in one slice of canonical text, or one line of furniture, or lifted once, or white space."""
    owner = bytearray(len(data))
    skip = 3 if data.startswith(b"\xef\xbb\xbf") else 0
    for piece in document.pieces:
        size = len(document.text[piece.start : piece.start + piece.length].encode(document.encoding))
        if any(owner[piece.byte : piece.byte + size]):
            yield f"bytes {piece.byte}–{piece.byte + size} are used twice"
        owner[piece.byte : piece.byte + size] = b"\1" * size
    lines = data[skip:].split(b"\n")
    starts = [skip]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    taken: set[int] = set()
    for furniture in document.furniture:
        first, last = starts[furniture.line - 1], starts[furniture.line - 1] + len(lines[furniture.line - 1])
        if furniture.line in taken or any(owner[first:last]):
            yield f"line {furniture.line} is both furniture and text"
        taken.add(furniture.line)
        owner[first:last] = b"\2" * (last - first)
        if has_sentence(furniture.text) and not _repeats(document, furniture.text):
            yield f"furniture with a sentence: {furniture}"
    for lifted in document.lifted:
        if any(owner[lifted.first : lifted.last]):
            yield f"lifted and kept: {lifted}"
        if data[lifted.first : lifted.last].decode(document.encoding, "replace") != lifted.text:
            yield f"not what stands there: {lifted}"
        if has_sentence(_ADDRESS.sub("", lifted.text)):
            yield f"a sentence was lifted: {lifted}"
        owner[lifted.first : lifted.last] = b"\3" * (lifted.last - lifted.first)
    for rest in re.finditer(rb"\0+", bytes(owner[skip:])):
        words = data[skip + rest.start() : skip + rest.end()].decode(document.encoding, "replace").strip(_BLANK)
        if words:
            yield f"line {data.count(10, 0, skip + rest.start()) + 1}: nowhere: {words!r}"


def _repeats(document: Document, text: str) -> bool:
    """Say whether furniture only repeats what is kept (a table's header on its second page)."""
    return all(part.strip() in document.text for part in re.split(r"[|\t]", text))


def _every_word_in_a_passage(document: Document) -> Iterator[str]:
    quotable = bytearray(len(document.text))
    for passage in document.passages:
        quotable[passage.start : passage.end] = b"\1" * (passage.end - passage.start)
    for rest in re.finditer(rb"\0+", bytes(quotable)):
        words = document.text[rest.start() : rest.end()]
        if words.strip() and not SIGNS.fullmatch(words):
            yield f"words outside every passage: {words!r}"


def _parts(document: Document) -> Iterator[str]:
    """Everything that points into canonical text points at what it says."""
    yield from _passages(document)
    stretches = [
        (cell.text, cell.start, cell.end) for table in document.tables for row in table.rows for cell in row.cells
    ]
    stretches += [(note.text, note.start, note.end) for note in document.notes]
    stretches += [(stray.text, stray.start, stray.end) for note in document.notes for stray in note.strays]
    for text, start, end in stretches:
        if document.text[start:end] != text:
            yield f"not what stands there: {text!r}"
    for note in document.notes:
        if any(note.start <= stray.start < note.end for stray in note.strays):
            yield f"half a note was joined to note {note.marker}"


def _passages(document: Document) -> Iterator[str]:
    if len({passage.id for passage in document.passages}) != len(document.passages):
        yield "two passages have one id"
    for passage in document.passages:
        if passage.text != document.text[passage.start : passage.end]:
            yield f"not what stands there: {passage.id}"
        if not passage.text or passage.text != passage.text.strip():
            yield f"white space around a passage: {passage.id}"
        for mark in passage.marks:
            if not (passage.start <= mark.at <= passage.end and 0 <= mark.since <= mark.at):
                yield f"a mark outside its passage or clause: {mark}"
