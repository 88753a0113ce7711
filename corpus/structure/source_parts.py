"""Where in a note's text one source ends and the next begins, and what stands around a title: who, and when.

Invariant: a stretch is a source of its own only where it has something to know one by: a title, an address, a
reference to an earlier note, or names in a row with a date.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence

from corpus.structure.dates import find_dates, resolve_dates
from corpus.structure.lines import CLOSERS
from corpus.structure.people import is_person
from corpus.structure.referring import REFERENCE
from corpus.structure.roles import ORGANISATION, unquote
from corpus.structure.source_rows import closed, read_row

Places = Sequence[tuple[int, int]]
_TRAIL = re.compile(r"[\s>＞)）\]]*(?:[（(][^（）()]{1,30}[)）])?[\s>＞。．.、,;；]*")
_BOUNDARY = re.compile(
    r"(?P<list>[;；]|\s[/／]\s|(?<=[」』）)頁年月日号、，])(?:及び|および|並びに|ならびに)(?=(?:[^、。「『」』]{2,40}|同)[「『])|(?<=[、，])(?=同[「『]))|(?P<stop>[。．]|(?<=[\w)\]\d”\"’])(?<!\bop)(?<!\bcit)(?<!\bpp)(?<!\bed)(?<!\bvol)\.(?=\s))"
)
_HELD = re.compile(r"(?:所?蔵|保管|藏|소장)[）)]?[。.]?\s*$")
CLOSED = re.compile(r"\d\s*(?:頁|ページ|面|页|쪽)|\bpp?\.\s?\d|제\s?\d+\s?조|第\s?[\d一二三四五六七八九十百]+\s?条")
# What follows a title and is no one's name: the part, the edition, the day, how it was come by.
_VOLUME = re.compile(
    r"[\s,，]*(?:第?\s*\d+\s*(?:巻|号|期|輯|集|版|호|권)|第\s?[\d一二三四五六七八九十百]+\s?[卷册冊辑輯集]|(?:vol|no|nos|iss|ed)s?\.?\s*\d+|\d+\s*[(（]\d+[)）]|\d+).*$",
    re.IGNORECASE,
)
NO_PUBLISHER = re.compile(
    r"(?:各年度?|同日付?|同年|前掲|同上|参照|より|による|から|第?\s*\d+\s*(?:ページ|頁|页|面|쪽|号|巻|版)|pp?\.|rev\.|"
    r"\d+(?:st|nd|rd|th)? ed|[（(].*[)）]?$|.*(?:による|よる|参照|所収|原文|のもの|予定|所蔵|[館庫院寺家会]蔵)$|"
    r"(?:[はがをにでもへや]|と(?!り))[一-鿿ぁ-ん])"
)
_EDITION = re.compile(  # which print of a book, in how many volumes
    r"(?:[新旧初増補改訂全上中下別第文庫復刻限定普及縮刷完決特装愛蔵\d一二三四五六七八九十\s]|新書|新装|電子)+[版巻冊刷編]"
)
_SECTIONS = re.compile(
    r"(?:栏目?|专栏|频道|版块?|[欄面]|コーナー|カテゴリー?|코너|난|면|column|section|page)$", re.IGNORECASE
)
_AGAIN = re.compile(
    r"前[掲揭出引](?!\s*(?:[（(\[［〔\d０-９①-⑳『「]|注|註|文献|書|论文|論文|論考|拙稿|稿|記事|資料|報告|誌|书|文))(?=.)"
)
_PLACE = re.compile(r"^[A-Z][\w.’'-]+(?:[ ,]{1,2}[A-Z][\w.’'-]+)?: (?=[A-Z])")  # Leith: Tidewater Press
_CAME_BY = re.compile(r"\s*(?:閲覧|アクセス|最終確認|に?確認|访问|閱覽|열람|접속|accessed)", re.IGNORECASE)
_ABOUT = re.compile(r"(?:分|は|には|から|まで|以降|以来)")  # a day that the words are about
_SAME_REACH = 200  # characters around a day that is told by that of the source before
_SAME_DAY = re.compile(r"同(?:年|月|日|\d)")
_PUBLISHED = re.compile(r"\s?(?:公表|発表|発行|刊行|掲載|公開|付(?![録属])|发布|发表|공개|발표|발행)")
_BARE_YEAR = re.compile(r"(?:^|[\s,，、.．(（])((?:19|20)\d\d)(?=$|[\s,，、.．。)）;；])")
EDGE = " \t\n　、，,．.。:：;；<＜>＞()（）[]／/|-–—"


def source_starts(text: str, titles: Places, addresses: Places) -> list[int]:
    """Return where each source begins: behind an address, or where a list or a sentence goes on to the next."""
    starts = [0]
    last = max((place[0] for place in (*titles, *addresses)), default=-1)
    for _, end in addresses:
        trail = _TRAIL.match(text, end)
        behind = trail.end() if trail else end
        if starts[-1] < behind <= last:
            starts.append(behind)
    cuts = list(_boundaries(text, [*titles, *addresses]))
    for index, (at, listed) in enumerate(cuts):
        address = first_from(addresses, at)
        if address < len(addresses) and not text[at : addresses[address][0]].strip(EDGE):
            continue  # the address of what the sentence before names
        begin = starts[bisect_right(starts, at) - 1]
        until = cuts[index + 1][0] if index + 1 < len(cuts) else len(text)
        addressed = first_from(addresses, begin) < address
        one = _is_source(text, begin, at, titles, listed) or addressed
        whole = listed or addressed or _complete(text, begin, at) or _named_anew(text, at, titles)
        if one and whole and begin < at and _is_source(text, at, until, titles, listed):
            insort(starts, at)
    return sorted({*starts, *_referring(text, titles, starts)})


def covered(text: str, places: Places) -> bytearray:
    """Return for each character whether it stands in one of some places, 1 or 0."""
    within = bytearray(len(text))
    for start, end in places:
        within[start:end] = b"\x01" * (min(end, len(text)) - start)
    return within


def first_from(places: Places, at: int) -> int:
    """Return the index of the first of ordered places that begins at a character or behind it."""
    return bisect_left(places, at, key=lambda place: place[0])


def _boundaries(text: str, taken: Places) -> Iterator[tuple[int, bool]]:
    """Yield where a list (;) or a sentence may go on to another source, outside of titles, addresses and brackets."""
    opened, within = depths(text), covered(text, taken)
    for match in _BOUNDARY.finditer(text):
        if not within[match.start()] and not opened[match.start()]:
            yield match.end(), match["list"] is not None


def depths(text: str) -> list[int]:
    """Return how many round brackets each character stands in."""
    depth = 0
    opened: list[int] = []
    for char in text:
        depth = max(depth + (char in "（(") - (char in "）)"), 0)
        opened.append(depth)
    return opened


def _is_source(text: str, start: int, stop: int, titles: Places, listed: bool) -> bool:
    """Say whether a stretch has what tells a source, be it without an address."""
    inside = titles[first_from(titles, start) : first_from(titles, stop)]
    if any(not bracketed(text[start : place[0]]) for place in inside):
        return True
    if REFERENCE.search(text, start, stop):
        return True
    return listed and (read_row(text[start:stop], False) is not None or bool(date_in(text, start, stop)[0]))


def _complete(text: str, start: int, stop: int) -> bool:
    """Say whether a sentence has told all of a source: when, which page, who keeps it, or by reference."""
    said = text[start:stop]
    told = CLOSED.search(said) or _HELD.search(said) or REFERENCE.search(said)
    return bool(told or date_in(text, start, stop)[0])


def _named_anew(text: str, at: int, titles: Places) -> bool:
    """Say whether behind a full stop a title opens whose author or publisher is named right before it."""
    index = first_from(titles, at)
    if index == len(titles) or text[at - 1 : at] not in ("。", "．"):
        return False
    title = titles[index]
    who = text[at : title[0]].strip(EDGE)
    known = ORGANISATION.search(who) or is_person(who)
    return bool(known) and not re.search(r"[はがを、。]", who) and not NO_PUBLISHER.match(who)


def _referring(text: str, titles: Places, starts: Sequence[int]) -> Iterator[int]:
    """Yield where a source behind a comma begins that points to an earlier note, in a stretch that named one before."""
    opened = depths(text)
    for match in REFERENCE.finditer(text):
        if opened[match.start()] and match.start() and opened[match.start() - 1]:
            continue
        begin = starts[bisect_right(starts, match.start()) - 1]
        named = [end for _, end in titles[first_from(titles, begin) : first_from(titles, match.start())]]
        if not named or any(start <= match.start() < end for start, end in titles):
            continue
        comma = max(text.rfind(sign, named[-1], match.start()) for sign in "、，,;；")
        if comma > 0 and text[comma + 1 : match.start()].strip() not in ("", *CLOSERS):
            yield comma + 1


def dated_before(text: str, start: int, title: int) -> tuple[str, str]:
    """Return who is named before a title and when it appeared, where the day stands right before it, or nothing.

    So it is with 浜新報2024年2月3日「…」; the day of what the title is about has a particle behind it (…の「…」).
    """
    words = text[start:title]
    mention = next(reversed(find_dates(words)), None)
    if mention is None or len(mention.value) < len("2024-02") or not mention.stated_year or mention.until:
        return "", ""
    who = words[: mention.start].strip(EDGE)
    row = _BESIDE_DAY.fullmatch(words, mention.end) and who and "。" not in who and not re.search("[はがをに]", who)
    return (told_before(words[: mention.start]), mention.value) if row else ("", "")


_BESIDE_DAY = re.compile(r"(?:付|号|[朝夕]刊|電子版|[（(][朝夕]刊[)）])*[\s\u3000、，]*")


def bracketed(before: str) -> bool:
    """Say whether a title stands in brackets behind other words: it is where the source was found, not the source."""
    at = max(before.rfind("（"), before.rfind("("))
    return at > 0 and not re.search(r"[)）]", before[at:]) and bool(before[:at].strip(EDGE))


def date_in(text: str, start: int, stop: int) -> tuple[str, int]:
    """Return the date of publication in the stretch, ISO 8601, and where the first date begins (else its end).

    It is the date said to be so (3月29日公表), which may take its year from one before it, else the first with a year.
    """
    words = text[start:stop].replace("，", "、")  # a comma before a year is no part of the number
    first = stop
    found = ""
    for mention in find_dates(words):
        told = _CAME_BY.match(text, start + mention.end) or _ABOUT.match(text, start + mention.end)
        if mention.stated_year and not mention.value.startswith("-") and not told:
            found, first = mention.value, start + mention.start
            break
    for mention in resolve_dates(text[:stop].replace("，", "、")) if _PUBLISHED.search(words) else ():
        known = re.match(r"\d{4}", mention.value)
        if mention.start >= start and known and not mention.until and _PUBLISHED.match(text, mention.end):
            return mention.value, min(first, mention.start)
    if not found and _SAME_DAY.search(words, 0, _SAME_REACH):
        begin, end = max(start - _SAME_REACH, 0), min(stop, start + _SAME_REACH)
        for mention in resolve_dates(text[begin:end].replace("，", "、")):  # 同月5日: of the source before it
            full = re.match(r"\d{4}", mention.value) and not mention.until
            if begin + mention.start >= start and mention.text.startswith("同") and full:
                return mention.value, min(first, begin + mention.start)
    if found:
        return found, first
    year = _BARE_YEAR.search(text, start, stop)
    return (year[1], year.start(1)) if year else ("", stop)


_PLACE_ZH = re.compile(
    "^[一-鿿·]{2,6}[：:]\\s?(?=\\S{2,20}(?:出版社|书局|書局|书店|书社|印书馆|印書館|出版公司)$)"
)  # 北京：…


def publisher_of(words: str, titled: bool) -> str:
    """Return who published a source by the words between title and date, or in front of a date."""
    if titled:
        remark = re.match(r"\s*[（(]([^（）()]*)[)）]", words)
        if remark and NO_PUBLISHER.match(remark[1]):
            words = words[remark.end() :].split("。", maxsplit=1)[0]
        parts = [part.strip(EDGE) for part in re.split(r"[,，、;；。]\s*|(?<!No)(?<!Vol)\.\s", words.strip(EDGE))]
        part = next((part for part in parts if not _EDITION.fullmatch(part)), "")
        words = closed(_PLACE.sub("", _VOLUME.sub("", part).strip(EDGE)), words)
        words = _PLACE_ZH.sub("", words)
        words = unquote(_AGAIN.sub("", words))  # 前掲カスピ通信: the name stands there all the same
        if _SECTIONS.fullmatch(words):
            return ""  # “…”栏目: a part of what is named before
        return words if 1 < len(words) <= 80 and not (NO_PUBLISHER.match(words) or words[0].islower()) else ""
    last = re.split(r"[、，,。．]\s*", words.strip(EDGE))[-1].strip(EDGE)
    adverb = re.search(r"[はをでに]$", last)
    named = 2 < len(last) <= 60 and not adverb and not re.fullmatch(r"(?:[A-Z]\.?\s?)+", last)
    return closed(last, words) if named else ""


_CONJUNCTION = re.compile(
    r"(?:は|ただし|なお|また|あわせて|併せて|さらに|このほか|ほかに|及び|および|详见|另有)$|"
    r"^(?:参见|另见|参照|見|see(?: also)?|and|cf\.?|in)$",
    re.IGNORECASE,
)


_SEE = re.compile(r"^(?:参见|另见|详见|参看)(?=.)")


def told_before(words: str) -> str:
    """Return who is named before a title: the last name in a row, behind a remark that leads to it."""
    several = words.rstrip()[-1:] in ("：", ":")  # 民政局、财政局：《…》
    last = re.split(rf"[{'' if several else '、'}，;；。]\s*|(?<=[가-힣])\.\s", words.strip(EDGE))[-1]
    last = re.split(r"(?:(?<=[一-鿿])|(?<=ついて)|(?<=関して))は(?=[一-鿿ァ-ヺ])", last)[-1]
    if not re.search(r"[을를]\s[가-힣]+[은는]\s", last):  # 도서관을 지키는 모임: its own words
        last = re.split(r"(?<=[가-힣])[은는]\s", last)[-1]
    last = last.strip(EDGE)
    last = re.split(r",\s.*\s(?:in|from|by)\s(?=[A-Z])", last)[-1]
    last = _AGAIN.sub("", re.sub(r"主?[編著编]$", "", last))
    last = _SEE.sub("", last)
    pointer = REFERENCE.fullmatch(last) or last == "同"
    return closed(last, words) if 0 < len(last) <= 60 and not (pointer or _CONJUNCTION.search(last)) else ""
