"""Sources that a note names by pointing to an earlier one: 前掲注3, 同上, 村上前掲論文, Ibid., op. cit., 同[1].

Invariant: what is printed stays (`Source.text`); what the earlier note prints is set beside it, with that note's
marker (`Source.by`), and only where one source alone can be meant.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from corpus.notes import Note, Source
from corpus.structure.source_rows import LEADS

_N = r"[（(\[［〔]?\s*(?:注|註)?\s*([\d０-９]{1,3}|[①-⑳])\s*[)）\]］〕]?"
REFERENCE = re.compile(
    rf"前掲\s*(?:注|註|文献)?\s*{_N}|(?:注|註)\s*{_N}\s*(?:前掲|に同じ|参照)"
    rf"|同\s?(?:注|註)\s*{_N}|同\s?[（(\[［]([\d０-９]{{1,3}})[)）\]］]|(?:见|見|参见)?前?(?:引|揭)?(?:注|註)\s*([①-⑳])"
    r"|前[掲揭引](?:書|论文|論文|論考|拙稿|稿|記事|資料|報告書?|誌|书|文)?|同[上前](?![一-鿿])|同(?:書|論文|記事)(?=[、，,。.\s]|$)"
    r"|(?:(?<=[。；;])|^)同(?=[、，,]\s?(?:第?\s?\d|[一二三四五六七八九十百〇―–〜～-]+[頁面]))"
    r"|\b(?:supra|above)\s+n(?:ote|\.)\s*(\d{1,3})|\bn(?:ote|\.)\s*(\d{1,3})\s+(?:above|supra)"
    r"|\b(?:cited|given|named|listed|mentioned)\s(?:in|at)\sn(?:ote|\.)\s*(\d{1,3})"
    r"|\b[Ii]bid\b\.?|\b(?:op|loc)\.\s?cit\.?|\b[Ii]dem\b"
    r"|앞의\s?주\s*(\d{1,3})|각주\s*(\d{1,3})|(?:앞의|위의|같은)\s?(?:책|글|논문|자료|기사|보고서)",
)
_LAST = re.compile(
    r"同(?:[上前]|$)|同(?:書|論文|記事)|[Ii]bid|[Ii]dem|위의|같은"
)  # the one before, whatever it is called
_NAME = re.compile(r"([^\s、，,。.;；:：（）()「」『』]{2,30}?)[、，,]?\s*(?:の|編|著)?\s*$")
_ENGLISH_NAME = re.compile(r"([A-Z][\w'&-]+(?:\s+[A-Z&][\w'&-]*)*)(?:,\s*(?:[A-Z]\.\s*)+)?,?\s*$")
_LEAD = re.compile(r"^.*(?:については|に関しては|は|については、)")


def resolve(notes: Sequence[Note]) -> tuple[Note, ...]:
    """Return the notes with what their references mean set beside what they print, where one source can be meant.

    Each is read against the notes before it, in order, so that references to references lead on.
    """
    done: list[Note] = []
    for note in notes:
        sources: list[Source] = []
        for source in note.sources:
            match = _pointer(source)
            meant = _meant(source, match, sources, note.marker, done) if match else None
            if match is None and (short := _shortened(source, done)) is not None:
                meant, source = short, replace(source, title="", publisher="")  # noqa: PLW2901  the earlier note's
            elif match is None and (same := _repeated(source, done)) is not None:
                meant, source = same, replace(source, publisher="")  # noqa: PLW2901
            elif match is None and not sources:
                meant = _of_same_body(source, done)
            sources.append(_beside(source, *meant) if meant else source)
        done.append(replace(note, sources=tuple(sources)) if sources else note)
    return tuple(done)


def _pointer(source: Source) -> re.Match[str] | None:
    """Return where a source points to an earlier one: with a title of its own, right before it (前掲「題」)."""
    match = REFERENCE.search(source.text)
    opens = (
        match is not None and not match.start() and bool(_LAST.match(match.group()))
    )  # 同上、「題」: of the same file
    behind = source.text[match.end() :].lstrip("、，, \u3000" if opens else None)[:1] if match else ""
    return match if not source.title or (behind and behind in '「『《“"') else None


def _meant(
    source: Source, match: re.Match[str], own: Sequence[Source], marker: str, before: Sequence[Note]
) -> tuple[Source, str] | None:
    """Return the source that a reference means, and the marker of the note that prints it."""
    if number := next((group for group in match.groups() if group), ""):
        note = next((one for one in reversed(before) if _bare(one.marker) == _bare(number)), None)
        return _only(source, _of(note)) if note else None
    if _LAST.match(match.group()):
        if own:
            return own[-1], own[-1].by or marker
        return _only(source, _of(before[-1])) if before else None
    earlier = [pair for note in before for pair in _of(note) if not pair[0].by]
    said = source.text[: match.start()]
    said = said[lead.end() :] if (lead := LEADS.match(said)) else said
    found = said if re.search(r"[A-Za-z]", said) else _LEAD.sub("", said)
    if name := _ENGLISH_NAME.search(found) or _NAME.search(found):
        named = [pair for pair in earlier if _opens_with(pair[0], name[1])]
        return _only(source, [pair for pair in named if pair[0].publisher == name[1]] or named)
    return _only(source, [pair for pair in earlier if source.title and source.title in pair[0].title])  # 前掲「題」


def _shortened(source: Source, before: Sequence[Note]) -> tuple[Source, str] | None:
    """Return the source whose title a note shortens behind the author's surname: Cardew, "Two Islands," p. 2."""
    name = _ENGLISH_NAME.search(source.text[: max(source.text.find(source.title), 0)].rstrip('"“‘ '))
    if not source.title or source.date or source.url or name is None:
        return None
    longer = [
        pair
        for note in before
        for pair in _of(note)
        if pair[0].title.startswith(source.title) and pair[0].title != source.title and _opens_with(pair[0], name[1])
    ]
    return _only(source, longer)


def _repeated(source: Source, before: Sequence[Note]) -> tuple[Source, str] | None:
    """Return the source of an earlier note whose title, and who is named before it, a note says again and no more.

    So does one that names another day or part of what opens the earlier note too (a diary).
    """
    at = source.text.find(source.title)
    head = source.text[: max(at, 0)].strip("「『《“\"'‘：:，,、 ")
    head = head[lead.end() :] if (lead := LEADS.match(head)) else head
    if len(source.title) < _SHORTEST_TITLE or source.url or source.publisher not in ("", head):
        return None
    if source.date and (head or not _PART.match(source.text, at + len(source.title))):
        return None  # another issue, or another account of its kind
    same = [pair for note in before for pair in _of(note) if pair[0].title == source.title and not pair[0].by]
    opens = [pair for pair in same if pair[0].text.find(pair[0].title) <= len("《")]
    return _only(source, [pair for pair in same if _opens_with(pair[0], head)] if head else opens)


def _of_same_body(source: Source, before: Sequence[Note]) -> tuple[Source, str] | None:
    """Return the only source of the note before, where one opens with 同「…」: of the body that opens that note."""
    last = _of(before[-1]) if before and not source.publisher and _SAME_BODY.match(source.text) else []
    if len(last) != 1 or not (body := last[0][0].publisher) or not _named_first(last[0][0], body):
        return None
    return replace(last[0][0], title="", date="", url="", lang=""), last[0][1]


def _named_first(source: Source, body: str) -> bool:
    """Say whether a source opens with the name of a body, or with 同 for that of the note before it."""
    return source.text.startswith(body) or bool(_SAME_BODY.match(source.text))


_SAME_BODY = re.compile("同(?=[「『《])")
_PART = re.compile(r"[」』》”\"]?[\s，,、]*(?:第?\s?[\d一二三四五六七八九十百]+\s?[册冊卷巻辑輯集권]|[Vv]ol)")
_SHORTEST_TITLE = 3  # characters


def _of(note: Note) -> list[tuple[Source, str]]:
    return [(one, note.marker) for one in note.sources]


def _opens_with(source: Source, name: str) -> bool:
    """Say whether a source names someone in front of its title, or as its publisher: an author goes by the surname."""
    head = source.text[: source.text.find(source.title)] if source.title else source.text
    return name in head or name in source.publisher


def _only(source: Source, found: Sequence[tuple[Source, str]]) -> tuple[Source, str] | None:
    """Return the one source that is meant: of several, none, unless the words behind the reference name one."""
    distinct = {(one.title, one.publisher, one.url): (one, marker) for one, marker in reversed(found)}
    if len(distinct) > 1:
        of = re.search(r"[)）\]］\d]の([一-鿿ァ-ヺー]{2,})", source.text)
        words = of[1] if of else source.text
        told = [pair for pair in distinct.values() if (t := pair[0].title) and (t in source.text or words in t)]
        return told[0] if len(told) == 1 else None
    return next(iter(distinct.values()), None)


def _beside(source: Source, meant: Source, marker: str) -> Source:
    """Return a source with what the earlier note prints; one of another day is of the same publisher and no more."""
    by = meant.by or marker
    if source.date and source.date != meant.date and not source.title:
        return replace(source, publisher=source.publisher or meant.publisher, by=by)
    if source.title and meant.title and source.title not in meant.title and meant.title not in source.title:
        return replace(source, publisher=source.publisher or meant.publisher, by=by)  # of another day, maybe
    return replace(
        source,
        title=source.title or meant.title,
        publisher=source.publisher or meant.publisher,
        date=source.date or meant.date,
        url=source.url or meant.url,
        lang=source.lang or meant.lang,
        by=by,
    )


def _bare(marker: str) -> str:
    plain = unicodedata.normalize("NFKC", marker.split(" (", maxsplit=1)[0])
    return re.sub(r"[^\w]|注|註|주|note", "", plain, flags=re.IGNORECASE)
