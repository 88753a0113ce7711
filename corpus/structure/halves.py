"""Halves of notes that a page end parted: what goes on the note above, and what may belong to it.

Invariant: words are joined to a note only where that note visibly lacks its end; all else stays apart.
"""

from __future__ import annotations

import re
from typing import Literal

from corpus.document import Flag, Stray
from corpus.frequency import zipf
from corpus.structure.lines import ends_sentence, has_sentence, open_bracket, width
from corpus.structure.notes import reads_like_reference

Fate = Literal["joined", "stray", ""]

_URL_REST = re.compile(r"^[<＜\s]*(?!https?://|ftp://)(?:[a-z]{0,5}:)?/{2}[\w.-]+|^[\w./%?=&-]+\s*[>＞]")
_ADDRESS_LAST = re.compile(r"(?:https?://|www\.)[!-;=?-~]+$")
_ADDRESS_TAIL = re.compile(r"[\w%?=&#/-]*[_./?=&#-][\w./%?=&#-]*[>＞]?$", re.ASCII)
_LAST_WORD = re.compile(r"[A-Za-z]+\.")  # of a sentence
_ONLY_ADDRESS = re.compile(r"[\s<＜(（]*(?:https?://|www\.)\S+[\s>＞)）.。]*$")
_ADDRESS_AT_END = re.compile(r"[\s<＜(（]*(?:https?://|www\.)[^\s>＞)）。]+[\s>＞)）.。]*$")
_OPEN_ADDRESS = re.compile(
    r"[<＜]\s*(?:https?:?/{0,2}|ftp://|www\.)?[^\s<>＜＞]*$|[<＜]?\s*(?:https?://|www\.)[^\s<>＜＞]*[-/.?=&%]$"
)
_ENDS_REFERENCE = re.compile(r"[>＞)）」』”\"]\s*$|(?:https?://|www\.)\S+$|\d{4}年?$|[日页頁]$")
_CUT_WORD = re.compile("([A-Za-z]{2,})[-‐\u00ad]$")
_FILE = r"\.(?:pdf|html?|aspx?|php|jsp|xml|csv|txt|docx?|xlsx?|pptx?|zip)"
_WHOLE_FILE = re.compile(rf"{_FILE}$", re.IGNORECASE)
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+/", re.ASCII)
_PATH = re.compile(r"//[^/]+/.|^[^/]+/.")
_DAY = (
    r"(?:\d{4}\s?[年년./-]\s?\d{1,2}\s?[月월./-]\s?\d{1,2}\s?[日일]?"
    r"|\d{1,2} [A-Z][a-z]{2,8}\.? \d{4}|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})"
)
_CAME_BY = (
    rf"[（(\[]?(?:{_DAY}\s?に?(?:最終)?(?:閲覧|アクセス|確認|访问|열람|접속)"
    r"|(?:(?:最終|最后)?(?:閲覧日?|アクセス日?|確認日?|访问(?:日期|时间)?|열람일|접속일)"
    rf"|(?:[Ll]ast )?(?:[Aa]ccess|[Vv]iew|[Vv]isit|[Rr]etriev)ed(?: on)?)[：:\s]*{_DAY})[)）\]]?[。.]?"
)
_BARE_ADDRESS = re.compile(  # an address, or its end, that has lost its scheme
    rf"[<＜(（]?(?=[^/]*[a-z]{{2}})(?:[\w-]+(?:\.[\w-]+)+/[\w./%?=&#~+-]*|[\w%-]+{_FILE})[>＞)）]?[\s。.]*(?:{_CAME_BY})?",
    re.ASCII,
)
_BARE_END = re.compile(  # the day on which an address was seen, the page, the paper and its day
    rf"{_CAME_BY}|(?:\d{{1,4}}(?:\s?[-–—~〜～、]\s?\d{{1,4}})*\s?(?:頁|ページ|页|쪽)|pp?\.\s?\d{{1,4}}(?:[-–]\d{{1,4}})?)"
    rf"(?:を?参照)?[。.](?:{_CAME_BY})?|『[^』]{{2,30}}』\s?{_DAY}(?:付|号|[朝夕]刊)*[。.]?"
)
_HALF_MARK = re.compile(r"(?<=[ぁ-ん。、」』])\d{1,3}[)）]")


def rest_of(note: str, text: str, *, in_notes: bool, page_break: bool) -> Fate:
    """Say what a block behind a note is: the rest of that note, half a note of no sure origin, or something else.

    Only a note that visibly lacks its end is given the words behind it.
    """
    if page_break and _BARE_END.fullmatch(text):
        return "joined" if is_unfinished(note) else "stray"
    if page_break and _BARE_ADDRESS.fullmatch(text):
        return "joined" if _lacks_address(note, text) else "stray"
    if fate := _rest_of_address(note, text, page_break):
        return fate
    if in_notes and text and (text[0].islower() or text[0] in "、。，,.)）」』>＞"):
        return "joined"
    if not (in_notes or page_break) or not (_lost_beginning(text, page_break) or _ends_in_address(text)):
        return ""
    return "joined" if page_break and is_unfinished(note) else "stray"


def _lacks_address(note: str, text: str) -> bool:
    """Say whether the address a note ends in goes on with a text.

    None does that ends in the name of a file; one that has a path goes on with no name of a host.
    """
    if _OPEN_ADDRESS.search(note):
        return True
    tail = re.split(r"[（(\s]", text, maxsplit=1)[0]
    last = _ADDRESS_LAST.search(note)
    whole = last is None or _WHOLE_FILE.search(note) or (_HOST.match(tail) and _PATH.search(last.group()))
    return not whole and bool(_ADDRESS_TAIL.match(tail))


def _rest_of_address(note: str, text: str, page_break: bool) -> Fate:
    if page_break and _ADDRESS_LAST.search(note) and _ADDRESS_TAIL.match(text):
        return "joined"
    if _URL_REST.match(text):
        return "joined" if _OPEN_ADDRESS.search(note) else "stray"
    if _ONLY_ADDRESS.match(text):
        return "joined" if "://" not in note else "stray"
    return ""


def _lost_beginning(text: str, page_break: bool) -> bool:
    """Say whether a reference closes a quotation or bracket that it does not open."""
    pairs = {"」": "「", "』": "『", "）": "（", ")": "(", "》": "《", "”": "“", "]": "["}
    words = _HALF_MARK.sub("", text)  # whose bracket closes nothing
    first = next((char for char in words if char in pairs or char in pairs.values()), "")
    return page_break and first in pairs and reads_like_reference(text) and len(text) <= 300


def _ends_in_address(text: str) -> bool:
    """Say whether a few words that are no sentence end in an address."""
    address = _ADDRESS_AT_END.search(text)
    if address is None:
        return False
    words = text[: address.start()]
    return width(words) <= 200 and not has_sentence(words.rstrip("。. <＜"))


def is_address_part(text: str) -> bool:
    """Say whether a block is nothing but an address or the rest of one."""
    tail = _ADDRESS_TAIL.match(text) and not _LAST_WORD.fullmatch(text)
    return bool(_URL_REST.match(text) or _ONLY_ADDRESS.match(text) or tail or _BARE_ADDRESS.fullmatch(text))


def is_unfinished(note: str) -> bool:
    """Say whether a note visibly lacks its end: an address or a bracket left open, or words that just stop."""
    if _OPEN_ADDRESS.search(note) or open_bracket(note):
        return True
    return not (ends_sentence(note) or _ENDS_REFERENCE.search(note.rstrip()))


def completes_word(note: str, text: str) -> bool:
    """Say whether a note stops in a word, at a hyphen, that the text behind it completes (with- / drawn)."""
    end, begin = _CUT_WORD.search(note), re.match("[a-z]+", text)
    return bool(end and begin) and zipf(end[1] + begin[0], "en") > 0  # type: ignore[index]


def stranded(stray: Stray) -> Flag:
    """Return the flag of a note beside which half a note stands."""
    words = f"half a note stands behind a page break and may belong here ({stray.reason}): {stray.text}"
    return Flag("stranded half", words)
