"""What a reader should know of a note before trusting it, one flag for each thing.

Invariant: a flag is read off what is printed; nothing is put right.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from urllib.parse import unquote

from corpus.document import Flag, Note
from corpus.structure.illegible import losses
from corpus.structure.lines import Link
from corpus.structure.sources import torn_address

# Flags that make a note one that cannot be taken as printed; the others only say what it has and has not.
_DAMAGE = frozenset(("shared address", "torn address", "stranded half", "no mark", "illegible"))


def assess(notes: Sequence[Note], links: Sequence[Sequence[Link]], pointed: Collection[str]) -> tuple[Note, ...]:
    """Return the notes with their flags and damage.

    ``links`` are those of each note; ``pointed`` are the markers that stand in the text.
    """
    shared = _shared(notes)
    result = []
    for index, note in enumerate(notes):
        flags = [*_own(note, links[index]), *shared[index]]
        if pointed and note.marker and note.marker not in pointed:
            flags.append(Flag("no mark", "no mark in the text points to this note"))
        damage = "; ".join(flag.detail for flag in flags if flag.kind in _DAMAGE)
        result.append(replace(note, flags=tuple(flags), damage=damage))
    return tuple(result)


def _own(note: Note, links: Sequence[Link]) -> list[Flag]:
    """Return the flags that a note shows by itself."""
    flags: list[Flag] = []
    if len(note.sources) > 1:
        flags.append(Flag("several sources", f"the note names {len(note.sources)} sources"))
    for source in note.sources:
        if source.by:
            own = source.title in source.text  # 同「…」: the earlier note names only the body
            named = (source.publisher if own else source.title) or source.title or source.publisher
            flags.append(Flag("by reference", f"{source.text} points to note {source.by}, which names {named}"))
    if bare := [source for source in note.sources if not source.url]:
        flags.append(Flag("no address", f"no address is printed for {bare[0].title or bare[0].text}"))
    if address := torn_address(note.text):
        flags.append(Flag("torn address", f"an address has lost its beginning: {address}"))
    at = [(start, source.title) for source in note.sources if (start := note.text.find(source.title or "\0")) >= 0]
    if lost := list(dict.fromkeys(losses(note.text, [(start, start + len(title)) for start, title in at]))):
        flags.append(Flag("illegible", f"something of the note cannot be read: {', '.join(lost)}"))
    for link in links:
        if re.search(r"/{2}|^www\.", link.printed) and not _same(link.printed, link.url):
            flags.append(Flag("address differs", f"{link.printed} is printed, {link.url} is linked"))
    return flags


def _same(printed: str, target: str) -> bool:
    return unquote(printed.strip("<> ")).rstrip("/") == unquote(target).rstrip("/")


def _shared(notes: Sequence[Note]) -> list[list[Flag]]:
    """Return for each note the addresses that another note prints under another title."""
    by_url: dict[str, list[int]] = defaultdict(list)
    for index, note in enumerate(notes):
        for url in dict.fromkeys(source.url for source in note.sources if source.url and not source.by):
            by_url[url].append(index)
    flags: list[list[Flag]] = [[] for _ in notes]
    for url, members in by_url.items():
        titles = {_title(notes[index], url) for index in members}
        if len(members) > 1 and len(titles - {""}) > 1:
            for index in members:
                others = ", ".join(notes[k].marker or "without a marker" for k in members if k != index)
                detail = f"the same address is printed under another title in note {others}: {url}"
                flags[index].append(Flag("shared address", detail))
    return flags


def _title(note: Note, url: str) -> str:
    return next((re.sub(r"\W", "", source.title) for source in note.sources if source.url == url and source.title), "")
