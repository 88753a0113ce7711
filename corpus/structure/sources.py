"""What a note names: title, publisher, date and address of each source in it.

Invariant: every field is printed in the note; nothing is looked up or completed, and the source's text is a slice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.document import Source
from corpus.structure.dates import find_dates
from corpus.structure.lines import Link
from corpus.structure.source_language import source_language

_URL = re.compile(r"(?:https?|ftp)://[^\s<>＜＞「」『』（）、。，；“”\"]+|www\.[^\s<>＜＞「」『』（）、。，；“”\"]+")
_WRAPPED = re.compile(r"[<＜]\s*((?:https?|ftp)://(?:[!-;=?-~]|\n(?=[!-;=?-~]))+)\s*[>＞]")  # an address over two lines
_CONTINUED = re.compile(
    r"((?:https?|ftp)://[!-;=?-~]+[\w/])\n([\w%?=&#/-]*[_/?=&#][\w./%?=&#-]*\w)(?=[\s.。]|$)", re.ASCII
)
_TORN = re.compile(r"(?:(?<=^)|(?<=\s)|(?<=<))[a-z]{0,5}://[^\s<>＜＞「」『』（）、。，；]+")
_QUOTES = {"「": "」", "『": "』", "“": "”", "‘": "’", '"': '"', "《": "》", "〈": "〉", "«": "»"}
_TITLE_OPENERS = frozenset('「『“"《«')
_IN_SENTENCE = re.compile(
    r"(?:[はがをへ]|と(?:し|す|の|い|述|い)|に(?!あ)|で(?:あ|は)|も)(?=[ぁ-ん一-鿿])|(?:은|는|이라|라고|을|를)\s"
)
_TRAIL = re.compile(r"[\s>＞)）\]]*(?:[（(][^（）()]{1,30}[)）])?[\s>＞。．.、,;；]*")
_APA = re.compile(
    r"[^()]{3,200}?\((?:19|20)\d\d[^()]{0,20}\)[.:,]\s*(?P<title>[^.?!]{5,300}?)[.?!]\s+(?P<publisher>[^.,;:]{2,80})(?=[.,;:]|$)",
    re.DOTALL,
)
# What follows a title and is no one's name: the part, the edition, the day, how it was come by.
_VOLUME = re.compile(
    r"[\s,，]*(?:第?\s*\d+\s*(?:巻|号|期|輯|集|版|호|권)|(?:vol|no|nos|iss|ed)s?\.?\s*\d+|\d+\s*[(（]\d+[)）]|\d+).*$",
    re.IGNORECASE,
)
_NO_PUBLISHER = re.compile(
    r"(?:各年度?|同日付?|同年|前掲|同上|参照|より|による|から|第?\s*\d+\s*(?:ページ|頁|页|面|쪽|号|巻|版)|pp?\.|rev\.|"
    r"\d+(?:st|nd|rd|th)? ed|[（(].*[)）]?$|"
    r"(?:[はがをにでもへや]|と(?!り))[一-鿿ぁ-ん])"
)
_CAME_BY = re.compile(r"\s*(?:閲覧|アクセス|最終確認|に?確認|访问|閱覽|열람|접속|accessed)", re.IGNORECASE)
_BARE_YEAR = re.compile(r"(?:^|[\s,，、.．(（])((?:19|20)\d\d)(?=$|[\s,，、.．。)）;；])")
_EDGE = " \t\n　、，,．.。:：;；<＜>＞()（）[]／/|-–—"


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
    starts = _source_starts(text, titles, addresses)
    sources: list[Source] = []
    for start, stop in zip(starts, [*starts[1:], len(text)], strict=True):
        source = _source(text, start, stop, titles, addresses)
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
            found.append(_Found(match.start(), match.end(), match[1] + match[2]))
    for pattern in (_URL, _TORN):
        for match in pattern.finditer(text):
            if free(match):
                printed = match[0].rstrip(".,;:!?'*]")
                if printed.endswith(")") and "(" not in printed:
                    printed = printed.rstrip(")")
                found.append(_Found(match.start(), match.start() + len(printed), printed))
    return sorted(found, key=lambda one: one.start)


def _titles(text: str, addresses: Sequence[_Found], links: Sequence[Link]) -> list[_Found]:
    """Return quoted titles that stand in no other quotation, and the words of links that are no addresses."""
    found = [
        _Found(link.start, link.end, text[link.start : link.end].strip())
        for link in links
        if "://" not in text[link.start : link.end] and not text[link.start : link.end].startswith("www.")
    ]
    index = 0
    while index < len(text):
        char = text[index]
        inside = any(one.start <= index < one.end for one in (*addresses, *found))
        if char in _TITLE_OPENERS and not inside and (end := _closing(text, index)):
            if not _IN_SENTENCE.match(text, end):
                found.append(_Found(index, end, text[index + 1 : end - 1].strip().rstrip(",，.")))
            index = end
        else:
            index += 1
    return sorted((one for one in found if one.value), key=lambda one: one.start)


def _closing(text: str, start: int) -> int:
    """Return the offset behind the quotation that opens at ``start``; a wrong closing sign (“ … “) is tolerated."""
    opener, closer = text[start], _QUOTES[text[start]]
    depth = 0
    for index in range(start, len(text)):
        if text[index] == closer and (opener != closer or index > start):
            depth -= 1
            if opener == closer or depth == 0:
                return index + 1
        elif text[index] == opener:
            depth += 1
    second = text.find(opener, start + 1)
    return second + 1 if second > 0 and opener == "“" else 0


def _source_starts(text: str, titles: Sequence[_Found], addresses: Sequence[_Found]) -> list[int]:
    """Return where each source begins: behind an address, when more follows, or at a new title behind a full stop."""
    starts = [0]
    for one in addresses:
        trail = _TRAIL.match(text, one.end)
        behind = trail.end() if trail else one.end
        more = any(title.start >= behind for title in titles) or any(other.start >= behind for other in addresses)
        if more and behind > starts[-1]:
            starts.append(behind)
    for title in titles:
        begin = max(start for start in starts if start <= title.start)
        earlier = any(begin <= other.start < title.start for other in titles)
        dated = bool(find_dates(text[begin : title.start]))
        parted = bool(re.search(r"[;；][^;；。]{0,30}$|[。．.]\s*$|[。]\s?[^。、]{0,20}$", text[begin : title.start]))
        if earlier and dated and parted:
            starts.append(title.start)
            starts.sort()
    return starts


def _source(text: str, start: int, stop: int, titles: Sequence[_Found], addresses: Sequence[_Found]) -> Source | None:
    if not any(start <= one.start < stop for one in titles) and (apa := _APA.match(text, start, stop)):
        date, _ = _date(text, start, stop)
        address = next((one for one in addresses if start <= one.start < stop), None)
        publisher = "" if address and apa.start("publisher") >= address.start else apa["publisher"].strip()
        url = address.value if address else ""
        lang = source_language(text[start:stop], apa["title"], url)
        return Source(text[start:stop].strip(), apa["title"].strip(), publisher, date, url, lang)
    inside = [one for one in titles if start <= one.start < stop and not _bracketed(text[start : one.start])]
    address = next((one for one in addresses if start <= one.start < stop), None)
    title = inside[0] if inside else None
    begin = start
    if title:
        comment = re.match(r".*[。](?=\s*[^。]*$)", text[start : title.start], re.DOTALL)
        begin = start + comment.end() if comment else start
    after = title.end if title else begin
    until = address.start if address and address.start >= after else stop
    date, cut = _date(text, after, until)
    if not date and title and (not address or address.end < stop):
        date, _ = _date(text, max(after, address.end if address else after), stop)
    publisher = _publisher(text, after, min(cut, until), inside[1:], bool(title))
    if title and not publisher:
        publisher = _before(text[begin : title.start])
    if not title and not address and not (date and _names(text[begin:cut])):
        return None
    words = text[begin:stop].strip()
    url, named = address.value if address else "", title.value if title else ""
    return Source(words, named, publisher, date, url, source_language(words, named, url))


def _bracketed(before: str) -> bool:
    """Say whether a title stands in brackets behind other words: it is where the source was found, not the source."""
    at = max(before.rfind("（"), before.rfind("("))
    return at > 0 and not re.search(r"[)）]", before[at:]) and bool(before[:at].strip(_EDGE))


def _date(text: str, start: int, stop: int) -> tuple[str, int]:
    """Return the first date with a year in the stretch, ISO 8601, and where it begins (else the stretch's end)."""
    for mention in find_dates(text[start:stop].replace("，", "、")):  # a comma before a year is no part of the number
        told = _CAME_BY.match(text, start + mention.end)
        if mention.stated_year and not mention.value.startswith("-") and not told:
            return mention.value, start + mention.start
    year = _BARE_YEAR.search(text, start, stop)
    return (year[1], year.start(1)) if year else ("", stop)


def _publisher(text: str, start: int, stop: int, rest: Sequence[_Found], titled: bool) -> str:
    """Return who published it: a second quoted name behind the title, else the words between title and date."""
    if second := next((one for one in rest if start <= one.start < stop), None):
        before = text[start : second.start].strip(_EDGE)
        return before if before and not second.value else second.value
    words = text[start:stop].strip(_EDGE)
    if titled:
        words = re.split(r"[,，、;；。]\s*|(?<!No)(?<!Vol)\.\s", words)[0].strip(_EDGE)
        words = _VOLUME.sub("", words).strip(_EDGE)
        return words if 1 < len(words) <= 80 and not (_NO_PUBLISHER.match(words) or words[0].islower()) else ""
    last = re.split(r"[、，,。．]\s*", words)[-1].strip(_EDGE)
    return last if 2 < len(last) <= 60 and not re.fullmatch(r"(?:[A-Z]\.?\s?)+", last) else ""


def _before(words: str) -> str:
    """Return who is named before a title: the last name in a row, behind a remark that leads to it."""
    last = re.split(r"[、，;；。]\s*|(?<=[가-힣])\.\s", words.strip(_EDGE))[-1]
    last = re.split(r"(?<=[一-鿿])は(?=[一-鿿ァ-ヺ])|(?<=[가-힣])[은는]\s", last)[-1].strip(_EDGE)
    last = re.sub(r"[編著]$", "", last)
    leads = re.search(r"は$|^(?:参见|另见|参照|見|see(?: also)?|cf\.?|in)$", last, re.IGNORECASE)
    return last if 0 < len(last) <= 60 and not leads else ""


def _names(text: str) -> bool:
    """Say whether the words before a date are names in a row, not a sentence that mentions a date."""
    return 0 < len(text) <= 120 and text.rstrip()[-1:] in "、，,.．:：" and "。" not in text
