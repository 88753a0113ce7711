"""Sources that a note names without quotation marks: names in a row (who, what, when), and what someone told.

Invariant: a row is read only where everything behind its names is a date, a page, a number or a place of keeping; a
sentence that mentions a date names no source.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from corpus.structure.dates import find_dates
from corpus.structure.lines import split_outside_brackets
from corpus.structure.people import is_person
from corpus.structure.roles import ORGANISATION


class Named(NamedTuple):
    """Title and publisher of a source, as printed; either may be empty."""

    title: str
    publisher: str


_EDGE = " \t\n　、，,．.。:：;；<＜>＞()（）"
_TAIL = re.compile(  # what stands behind the names: part, page, number, edition, how it was come by, where it is kept
    r"(?:同?第?\s*[\d０-９一二三四五六七八九十]+\s*(?:[-–—~～・,、]\s*[\d０-９]+\s*)?"
    r"(?:巻|号|期|輯|集|版|頁|ページ|面|章|節|条|項|枚|页|卷|章|条|권|호|쪽|장|면|회|차)(?:の\d+)?\s*)+$"
    r"|(?:pp?|vols?|nos?|ch|chap|art|sec|fig|table|para|paras|ed|§)s?\.?\s*\d|(?:article|table|chapter|section)\s+\d"
    r"|(?:表|図|付表|別表|巻末|付録|補遺|各年度?|各年版|未公刊|非公開|改訂版|初版|rev\.?\s*ed|revised|unpublished|online)"
    r"|.{0,30}(?:所蔵|蔵|保管|藏|소장)$|.{0,40}(?:閲覧|アクセス|最終確認|访问|열람|접속|accessed)|\d+(?:[-–]\d+)?$",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"[A-Z](?:\.[\s-]?[A-Z])*\.?(?:\s?(?:and|&)\s.*)?$|et al\.?$")
_PREDICATE = re.compile(
    r"(?:[たるいだうくすつぬむ]|です|ます|である|という|のは|では|には|とは|ため|から|ので|が|は|を|に|で|も|と|了|的|다|는|은)$"
)
_PUBLISHES = re.compile(
    r"(?:社|書房|書店|書院|書林|出版|出版会|出版部|堂|新聞|出版社|书店|书局|印书馆|출판|출판사|문고)$|"
    r"\b(?:Press|Books?|Publish(?:er|ers|ing)|Printers?|House|Verlag|Editions?)$"
)
LEADS = re.compile(
    r"(?:参见|另见|参照|見|see(?: also)?|cf\.?|たとえば|例えば|また|なお|あわせて|併せて|さらに|ほかに|このほか"
    r"|数据来源|资料来源|資料|出典|出所)[\s、，,:：]*",
    re.IGNORECASE,
)
_BESIDE_DATE = re.compile(
    r"(?:付け?|条|号|版|朝|夕|夜|刊|朝刊|夕刊|電子版|更新|放送|撮影|取得|(?:の|に)?(?:投稿|発信)|時点|現在|.{0,8}(?:公表|発表|発行|刊行|掲載|公開|回答))*"
    r"|(?:第[年月]?)?期|年第期|号第版|第版|web|online|updated|最終更新|기준|자"
)
_LONGEST = 90  # characters of one name in a row
_MOST = 4  # names in a row


def read_row(text: str, kept: bool) -> Named | None:
    """Return who and what a row of names says, or None where the words are no row.

    ``text`` is a note's words up to its address; ``kept``: an address follows, which needs no date before it.
    """
    words = re.split(r"。|(?<=[\w)])\.\s+(?=[A-Z][a-z]+\s)", text, maxsplit=1)[0].strip()
    if lead := LEADS.match(words):
        words = words[lead.end() :]
    parts = [closed(words[a:b].strip(_EDGE), words[a:b]) for a, b in split_outside_brackets(words, "、，,")]
    parts = [part for part in parts if part]
    names: list[str] = []
    while parts and len(names) <= _MOST and not _closes(parts[0]):
        name = parts.pop(0)
        if names and _INITIALS.match(name) and (len(name) > 1 or "、" not in words):  # Cardew, A. but not Lehmann、X
            names[-1] += f", {name}"
        else:
            names.append(name)
    if len(names) < 2 or len(names) > _MOST or not (parts or kept) or not all(map(_closes, parts)):
        return None
    if any(len(name) > _LONGEST or _PREDICATE.search(name) for name in names) or re.search(r"[はがを]", names[0]):
        return None
    if re.search(r"投稿|帖|게시|\bpost\b", words):  # what someone posted has no title; where it stands is told last
        return Named("", names[-1])
    return _named(names)


def _named(names: list[str]) -> Named:
    first, last = names[0], names[-1]
    person = bool(re.search(r",\s?[A-Z]\.", first)) or is_person(re.sub(r"[編著]$", "", first))
    if len(names) > 2 and (person or _PUBLISHES.search(last)):
        return Named(names[1], last)
    return Named(last, first)


def _closes(part: str) -> bool:
    """Say whether a part of a row stands behind its names: it is a date, a page and the like."""
    if _TAIL.match(part):
        return True
    rest = part
    for mention in reversed(find_dates(part)):
        rest = rest[: mention.start] + rest[mention.end :]
    if rest == part and not re.fullmatch(r"(?:19|20)\d\d", part):
        return False
    words = re.sub(r"[\W\d]+", "", rest)
    return bool(_BESIDE_DATE.fullmatch(words))


_NUMBERED = re.compile(  # of a court or an office: （2025）云0827民初318号民事判决书
    r"(?P<who>[一-鿿々]{2,24})\s?(?P<title>[（(〔\[](?:\d{4}|(?:昭和|平成|令和)\d{1,2}年?)[)）〕\]][^，。,、]{1,30}号[一-鿿]{0,12})"
    r"(?=[，,、。]|$)"
)


def read_numbered(text: str) -> Named | None:
    """Return a document that an office knows by year and number, with that office, or None where none opens a text."""
    match = _NUMBERED.match(text)
    return Named(match["title"], match["who"]) if match else None


_TOLD = re.compile(
    r"(?P<who>[^。]{0,60}?)(?:へ|と|で|から|に対する)?(?:の|による)?"
    r"(?:照会|聞き取り|取材|インタビュー|ヒアリング|面談|面接|問い合わせ|私信|談話|提供資料|内部資料)"
    r"(?:調査)?(?:による|に基づく|で確認|。|、|，|$|[（(])"
    r"|(?P<by>[^。，]{0,40}?)(?:的)?(?:访谈|采访|訪談|面谈)|数据由(?P<given>[^。，]{2,30}?)提供"
    r"|(?P<ko>[^.]{0,40}?)\s?(?:내부 자료|면담|인터뷰)|(?:Interview|Personal communication|Correspondence)\b",
)


def read_told(text: str) -> Named | None:
    """Return who told what a note rests on (an interview, an answer, papers handed over), or None where no one did.

    Only an institution is named as the publisher.
    """
    match = _TOLD.match(text)
    if match is None:
        return None
    who = next((words for words in match.groups() if words), "")
    if re.search(r"[はが]", who):
        return None  # a sentence about an interview
    who = re.split(r"[、，,]\s*", who)[-1].strip(_EDGE)
    institution = ORGANISATION.search(who) or match["given"] or (match["ko"] and " " not in who)
    return Named("", who if institution and len(who) <= 30 and not re.search(r"[はがをに]", who) else "")


def closed(name: str, words: str) -> str:
    """Return a name with the bracket that closes at its end, which was taken for an edge: 대림여객터미널(주)."""
    behind = words[words.rfind(name) + len(name) :][:1]
    opened = sum((char in "（(") - (char in "）)") for char in name)
    return name + behind if opened == 1 and behind in ("）", ")") else name
