"""What a note names: title, publisher, date and address of each source in it.

Invariant: every field is printed in the note; nothing is looked up or completed, and the source's text is a slice.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.document import Source
from corpus.structure.illegible import address_end
from corpus.structure.lines import Link
from corpus.structure.people import is_person
from corpus.structure.quoted_titles import OPENERS, closing
from corpus.structure.referring import REFERENCE
from corpus.structure.roles import ORGANISATION, unquote
from corpus.structure.source_books import read_book
from corpus.structure.source_language import source_language
from corpus.structure.source_next import next_starts
from corpus.structure.source_papers import holds, is_periodical, prints
from corpus.structure.source_parts import (
    EDGE,
    bracketed,
    covered,
    date_in,
    dated_before,
    publisher_of,
    source_starts,
    told_before,
)
from corpus.structure.source_rows import Named, read_numbered, read_row, read_told

_URL = re.compile(r"(?:https?|ftp)://[^\s<>＜＞「」『』（）、。，；“”\"]+|www\.[^\s<>＜＞「」『』（）、。，；“”\"]+")
_WRAPPED = re.compile(r"[<＜]\s*((?:https?|ftp)://(?:[!-;=?-~]|\n(?=[!-;=?-~]))+)\s*[>＞]")  # an address over two lines
_CONTINUED = re.compile(
    r"((?:https?|ftp)://[!-;=?-~]+(?:[\w/]\n(?:[\w%?=&#/-]*[_/?=&#][\w./%?=&#-]*\w)"
    r"|/\n(?:[\w%.~-]+\.(?:pdf|html?|aspx?|php|jsp|xml|csv|txt|docx?|xlsx?|pptx?|zip|jpe?g|png))))"
    r"(?=[\s.。、，,；;（）()」』>＞]|$)",
    re.ASCII,
)  # an address that a line end cuts, without brackets: what follows has a sign of a path, or is the name of a file
_TORN = re.compile(r"(?:(?<=^)|(?<=\s)|(?<=<))[a-z]{0,5}://[^\s<>＜＞「」『』（）、。，；]+")
_IN_SENTENCE = re.compile(
    r"(?:[はがをへ]|と(?!題|銘打|名[付づ]|り)|に(?!あ)|で(?:あ|は)|も)(?=[ぁ-ん一-鿿])|の[^、。「『]{0,20}[たるいだす]。|(?:은|는|이라|라고|을|를)\s"
)
_SAME_BODY = re.compile("同(?=[「『《])")
_APA = re.compile(
    r"[^()]{3,200}?\((?:19|20)\d\d[^()]{0,20}\)[.:,]\s*(?P<title>[^.?!]{5,300}?)[.?!]\s+(?P<publisher>[^.,;:]{2,80})(?=[.,;:]|$)",
    re.DOTALL,
)
_KEPT = re.compile(r"[、，,（(]\s*([一-鿿ァ-ヺー]{3,20}?)所?蔵[）)。]?$")
_HOW_OFTEN = re.compile("(?:隔?[日週旬月]|季|年|半年)刊誌?")
_DAY_OF = re.compile(r"条(?=[、，。]|$)")


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    value: str


def parse(text: str, links: Sequence[Link] = (), emphasised: Sequence[tuple[int, int]] = ()) -> tuple[Source, ...]:
    """Return the sources that a note's text names, in order; ``links`` stand in the text and give their targets.

    ``emphasised`` are stretches of the text set apart in type: titles, where none is quoted.
    """
    addresses = _addresses(text, links)
    titles = _titles(text, addresses, links)
    titles = titles or [_Found(a, b, text[a:b].strip()) for a, b in emphasised if b - a >= 4 and "://" not in text[a:b]]
    named, printed = [(one.start, one.end) for one in titles], [(one.start, one.end) for one in addresses]
    starts = next_starts(text, named, printed, source_starts(text, named, printed))
    sources: list[Source] = []
    for start, stop in zip(starts, [*starts[1:], len(text)], strict=True):
        source = _source(text, start, stop, titles, addresses)
        if source and not source.publisher and sources and _SAME_BODY.match(source.text):
            by = sources[-1].publisher  # 同「…」: of the body that opens the source before
            source = replace(source, publisher=by if by and sources[-1].text.startswith(by) else "")
        if source and sources and re.match("同[紙誌]", source.publisher):
            source = replace(source, publisher=sources[-1].publisher)  # 「…」同紙2月5日付
        if source:
            sources.append(source)
    return tuple(sources)


def torn_address(text: str) -> str:
    """Return an address in the text that has lost its beginning (``p://www…``), as printed, or nothing."""
    whole = [match.span() for match in _URL.finditer(text)]
    for match in _TORN.finditer(text):
        if not any(a <= match.start() < b for a, b in whole):
            return match[0]
    return ""


def _addresses(text: str, links: Sequence[Link]) -> list[_Found]:
    found = [_Found(link.start, link.end, link.url) for link in links]

    def free(match: re.Match[str]) -> bool:
        return not any(match.start() < one.end and one.start < match.end() for one in found)

    for match in _WRAPPED.finditer(text):
        if free(match):
            found.append(_Found(match.start(1), match.end(1), re.sub(r"\s", "", match[1])))
    for match in _CONTINUED.finditer(text):
        if free(match):
            found.append(_Found(match.start(), match.end(), re.sub(r"\s", "", match[1])))
    for pattern in (_URL, _TORN):
        for match in pattern.finditer(text):
            if free(match):
                printed = match[0][: address_end(match[0])].rstrip(".,;:!?'*]")
                if printed.endswith(")") and "(" not in printed:
                    printed = printed.rstrip(")")
                found.append(_Found(match.start(), match.start() + len(printed), printed))
    return sorted(found, key=lambda one: one.start)


def _titles(text: str, addresses: Sequence[_Found], links: Sequence[Link]) -> list[_Found]:
    """Return quoted titles that stand in no other quotation, and the words of links that are no addresses."""
    found = [
        _Found(link.start, link.end, unquote(text[link.start : link.end]))
        for link in links
        if "://" not in text[link.start : link.end] and not text[link.start : link.end].startswith("www.")
    ]
    within = covered(text, [(one.start, one.end) for one in (*addresses, *found)])
    index = 0
    while index < len(text):
        char = text[index]
        if char in OPENERS and not within[index] and (end := closing(text, index)):
            if not _IN_SENTENCE.match(text, end):
                found.append(_Found(index, end, text[index + 1 : end - 1].strip().rstrip(",，.")))
            index = end
        else:
            index += 1
    return sorted((one for one in found if one.value), key=lambda one: one.start)


def _source(text: str, start: int, stop: int, titles: Sequence[_Found], addresses: Sequence[_Found]) -> Source | None:
    inside = [one for one in _between(titles, start, stop) if not bracketed(text[start : one.start])]
    address = next(iter(_between(addresses, start, stop)), None)
    if not inside:
        return _untitled(text, start, stop, address)
    title = inside[0]
    comment = re.match(r".*[。](?=\s*[^。]*$)", text[start : title.start], re.DOTALL)
    begin = start + comment.end() if comment else start
    until = address.start if address and address.start >= title.end else stop
    date, cut = date_in(text, title.end, until)
    if not date and (not address or address.end < stop):
        date, _ = date_in(text, max(title.end, address.end if address else title.end), stop)
    before, dated = dated_before(text, begin, title.start)
    before, date = before or _name_before(text, begin, title.start), date or dated
    url = address.value if address else ""
    words = text[begin:stop].strip()
    if not before and len(inside) == 1 and is_periodical(text, title.start, title.end, title.value):
        return Source(words, "", title.value, date, url, source_language(words, title.value, url))
    within = len(inside) > 1 and holds(text, *((one.start, one.end) for one in inside[:2]))
    if within and not before and prints(text, *((one.start, one.end) for one in inside[:2])):
        paper, title = title, inside[1]
        return Source(words, title.value, paper.value, date, url, source_language(words, title.value, url))
    second = "" if within else _second(text, title.end, min(cut, until), inside[1:])
    publisher = second or ("" if within else publisher_of(text[title.end : min(cut, until)], True))
    if not second and re.match(r"\s*[(（]", text[title.end : title.end + 2]) and _is_place(publisher, before):
        publisher = before
    if not publisher and (kept := _KEPT.search(words)) and is_person(before):
        publisher = kept[1]  # a writing that was not printed: who has it
    return Source(words, title.value, publisher or before, date, url, source_language(words, title.value, url))


def _name_before(text: str, start: int, title: int) -> str:
    """Return who is named before a title; how often a paper appears (月刊『…』) is no name."""
    name = told_before(text[start:title])
    return "" if text[title] == "『" and _HOW_OFTEN.fullmatch(name) else name


def _between(found: Sequence[_Found], start: int, stop: int) -> Sequence[_Found]:
    """Return what begins within a stretch, of things in the order of the text."""
    first, last = (bisect_left(found, at, key=lambda one: one.start) for at in (start, stop))
    return found[first:last]


def _is_place(words: str, before: str) -> bool:
    """Say whether one word in brackets behind a title is where a body that is named before it printed it."""
    return bool(re.fullmatch(r"[A-Z][a-z]+", words)) and bool(ORGANISATION.search(before))


def _untitled(text: str, start: int, stop: int, address: _Found | None) -> Source | None:
    """Return a source whose title is not quoted: as APA prints it, in a row, by reference, or as someone told it."""
    words, url = text[start:stop].strip(), address.value if address else ""
    date, cut = date_in(text, start, address.start if address else stop)
    if apa := _APA.match(text, start, stop):
        date, _ = date_in(text, start, stop)
        publisher = "" if address and apa.start("publisher") >= address.start else apa["publisher"].strip()
        return Source(words, apa["title"].strip(), publisher, date, url, source_language(words, apa["title"], url))
    if REFERENCE.search(words):
        return Source(words, "", "", date, url, source_language(words, "", url))
    until = address.start if address else stop
    if row := _row(text[start:until], address is not None):
        if row.title not in text[start:cut]:  # a date in the title is what the source is about
            date, _ = date_in(text, text.index(row.title, start) + len(row.title), until)
        return Source(words, row.title, row.publisher, date, url, source_language(words, row.title, url))
    entry = _DAY_OF.search(words)
    if entry and date and (diary := re.split(r"[、，]", text[start:cut].strip(EDGE))[-1]):
        return Source(words, diary, "", date, url, source_language(words, diary, url))  # the day of a diary
    if not address and not (date and _names(text[start:cut])):
        return None
    publisher = publisher_of(text[start : min(cut, until)], False)
    return Source(words, "", publisher, date, url, source_language(words, "", url))


def _row(words: str, kept: bool) -> Named | None:
    """Return what the first sentence that is a row of names says, or who told what the words rest on."""
    if book := read_book(words):
        return book
    sentences = [part for part in words.split("。") if part.strip()]
    rows = (read_row(part, kept and part is sentences[-1]) for part in sentences)
    return read_numbered(words.lstrip()) or next((row for row in rows if row), None) or read_told(words)


def _second(text: str, start: int, stop: int, rest: Sequence[_Found]) -> str:
    """Return a second quoted name behind the title, which is where it appeared, or the words before that."""
    second = next((one for one in rest if start <= one.start < stop), None)
    if second is None:
        return ""
    between = text[start : second.start]
    if "。" in between and re.search(r"[はが]", between):
        return ""  # a sentence of its own, about something else
    before = between.strip(EDGE)
    return before if before and not second.value else second.value


def _names(text: str) -> bool:
    """Say whether the words before a date are names in a row, not a sentence that mentions a date."""
    row = 0 < len(text) <= 120 and text.rstrip()[-1:] in "、，,．." and "。" not in text
    return row and not re.search(r"[はがをに][、，,]$", text.rstrip())
