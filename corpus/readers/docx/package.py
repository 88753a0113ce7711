"""A DOCX as a package of parts: opened with python-docx, after its archive was looked at.

Invariant: nothing is unpacked before the archive's own list says that it is small enough; the only file that knows
python-docx.
"""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from corpus.errors import DocumentError
from corpus.readers.extras import need

LARGEST_UNPACKED = 500_000_000  # bytes of all parts, pictures included
LARGEST_XML = 100_000_000  # bytes of the parts that are read: a book of a thousand pages has some ten million
MOST_PARTS = 10_000
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
Node = Any  # an element of lxml, which has no types
_Opened = Any  # what python-docx opened, or a part of it: it has no types for what is asked of it here


@dataclass(frozen=True, slots=True)
class Part:
    """A part: its tree, the bytes of the archive ``[first, last)`` that hold it, and the addresses it links to."""

    tree: Node
    first: int
    last: int
    links: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Package:
    """The parts that hold text, and what the package says of title, author and date."""

    body: Part
    notes: Mapping[str, Part]  # footnote and endnote
    heads: tuple[Part, ...]  # running heads and feet
    styles: Node | None
    numbering: Node | None
    title: str
    author: str


def open_package(path: Path, data: bytes) -> Package:
    """Open a DOCX.

    Raises DocumentError, naming the file and what to do, for one that is encrypted, damaged, unpacks to too much, or
    is none, and where the extra is missing.
    """
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise DocumentError(
            f"{path}: encrypted with a password, or an old .doc; save it as .docx without a password and add that"
        )
    need("docx", "docx", path)
    places = _look_at(path, data)
    from docx import Document  # noqa: PLC0415
    from lxml.etree import XMLSyntaxError  # noqa: PLC0415

    try:
        opened = Document(BytesIO(data))
        return _parts(opened, places)
    except XMLSyntaxError as error:
        line = getattr(error, "lineno", 0) or 0
        raise DocumentError(
            f"{path}: line {line} of a part inside: {error.msg}; open it in a word processor and save it anew"
        ) from error
    except Exception as error:
        raise DocumentError(
            f"{path}: not a Word document, or damaged ({error}); open it in a word processor and save it as .docx"
        ) from error


def _look_at(path: Path, data: bytes) -> Mapping[str, tuple[int, int]]:
    """Return the bytes of each part, once the archive's list is found to be sound."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            listed = archive.infolist()
    except (zipfile.BadZipFile, ValueError, struct.error) as error:
        raise DocumentError(f"{path}: no DOCX ({error}); open it in a word processor and save it as .docx") from error
    if any(info.flag_bits & 1 for info in listed):
        raise DocumentError(f"{path}: its archive is encrypted; save it without a password and add that")
    unpacked = sum(info.file_size for info in listed)
    xml = sum(info.file_size for info in listed if info.filename.lower().endswith((".xml", ".rels")))
    if unpacked > LARGEST_UNPACKED or xml > LARGEST_XML or len(listed) > MOST_PARTS:
        what = f"{len(data) / 1e6:,.1f} MB unpack to {unpacked / 1e6:,.0f} MB in {len(listed):,} parts"
        raise DocumentError(f"{path}: a zip bomb, or far too large ({what}); it was not unpacked. Split or remove it")
    places = {}
    for info in listed:
        name, extra = struct.unpack("<HH", data[info.header_offset + 26 : info.header_offset + 30].ljust(4, b"\0"))
        places[info.filename] = (info.header_offset, info.header_offset + 30 + name + extra + info.compress_size)
    return places


def _parts(opened: _Opened, places: Mapping[str, tuple[int, int]]) -> Package:
    from docx.opc.constants import RELATIONSHIP_TYPE  # noqa: PLC0415

    def part(one: _Opened) -> Part:
        first, last = places[str(one.partname).lstrip("/")]
        links = {key: rel.target_ref for key, rel in one.rels.items() if rel.is_external}
        return Part(_tree(one), first, last, links)

    body = opened.part
    kinds = {"footnote": RELATIONSHIP_TYPE.FOOTNOTES, "endnote": RELATIONSHIP_TYPE.ENDNOTES}
    notes = {name: part(found) for name, kind in kinds.items() for found in _related(body, kind)}
    heads = [
        part(found)
        for kind in (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)
        for found in dict.fromkeys(_related(body, kind))
    ]
    styles, numbering = (
        next(iter(_related(body, kind)), None) for kind in (RELATIONSHIP_TYPE.STYLES, RELATIONSHIP_TYPE.NUMBERING)
    )
    about = opened.core_properties
    return Package(
        body=part(body),
        notes=notes,
        heads=tuple(heads),
        styles=None if styles is None else _tree(styles),
        numbering=None if numbering is None else _tree(numbering),
        title=" ".join((about.title or "").split()),
        author=" ".join((about.author or "").split()),
    )


def _related(body: _Opened, kind: str) -> Iterator[_Opened]:
    return (rel.target_part for rel in body.rels.values() if rel.reltype == kind and not rel.is_external)


def _tree(part: _Opened) -> Node:
    """Return a part's tree; python-docx parses some parts itself and leaves others as bytes."""
    element = getattr(part, "element", None)
    if element is not None:
        return element
    from docx.oxml.parser import parse_xml  # noqa: PLC0415  it resolves no entities

    return parse_xml(part.blob)


def value(node: Node, name: str, attribute: str = "val") -> str | None:
    """Return an attribute of the child ``w:name``, an empty string when the child has none, None without the child."""
    child = None if node is None else node.find(W + name)
    return None if child is None else (child.get(W + attribute) or "")


def switched(node: Node, name: str) -> bool:
    """Say whether the property ``w:name`` is on: there, and not told to be off."""
    return value(node, name) not in (None, "0", "false", "off", "none")
