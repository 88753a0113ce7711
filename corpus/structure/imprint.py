"""Who publishes a text, as lines above and below it say: under a label, in a notice of rights, beside an address.

The evidence is ranked; of two lines that are as good the one below the text comes first, where an imprint stands.
Invariant: a publisher is a slice of a line, names no person and holds no day; a line that may as well be of something
else (a photograph, a list of links, a printer) names none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from corpus.structure.buttons import LABEL
from corpus.structure.dates import find_dates
from corpus.structure.issuers import institution
from corpus.structure.lines import has_sentence, width
from corpus.structure.owners import owner_of
from corpus.structure.people import is_person
from corpus.structure.roles import date_of
from corpus.structure.titles import names_sender

_LABEL = (
    r"(?:(?:企画|制作|編集|監修|印刷)・)*(?:発行|出版|刊行)(?:・(?:編集|制作|著作|企画))*(?:元|者|所|社|機関)?"
    r"|(?:編集・)?著作・制作|制作・著作"
    r"|(?:サイト)?運営(?:者|会社|団体|元|主体|法人)?|主办(?:单位|方|者)?|发布(?:单位|机构|者)|编辑出版|出版(?:单位|者)"
    r"|발행(?:처|사|기관)?|펴낸\s?(?:곳|이)|운영(?:사|주체|기관)?|[Pp]ublisher"
    r"|(?:[Pp]ublished|[Ii]ssued|[Oo]perated) by"
)
_LABELLED = re.compile(rf"[\s【〔\[（(■●◆・]*(?:{_LABEL})[】〕\]）)]*(?:\s?[:：／/＝=]\s*|(?<=by) )(?P<name>\S.*)$")
_MADE = re.compile(
    r"[\s【〔\[（(■●○◆・]*(?:作成|制作|編集|编制|编写|작성|편집)(?:者|元|部署|单位|부서)?\s?[:：／]\s*(?P<name>\S.*)$"
)
_SAID_FROM = re.compile(
    r"[（(]?(?:文章|稿件)?(?:来源|來源|稿源|出典元|출처)\s?[:：]\s?(?P<name>[^，,、（）()]+)[^（）()]*[）)]?$"
)
_SIGNED_BY = re.compile(r"(?P<name>\S{3,30}?)[\s　]*(?:主办|主辦|编辑出版|發行|発行|刊行?|발행)$")
_TO_ASK = re.compile(r"[（(][\s\u3000]*(?:担当|電話|TEL|内線|代表|連絡先|責任者|問合せ|담당|전화|电话)[^（）()]*[)）]")
_SAID_ISSUED = re.compile(  # The Lamplight is published four times a year by the Y Trust.
    r"(?:^|\b(?:is|are) )(?:[Pp]ublished|[Ii]ssued|[Pp]roduced)"
    r"(?: (?:(?:bi-?)?(?:weekly|monthly|quarterly|annually|yearly)|(?:once|twice|\w+ times) (?:a|each|every) \w+"
    r"|every (?:\w+ )?\w+))? by (?:the )?(?P<name>[A-Z][^.,;:()]{2,60}?)(?: (?:in|at|from) [^.]{2,40})?(?=[.,;(]|$)"
    r"|^(?:[『「《][^』」》]{1,24}[』」》]|本[誌紙])は、?(?:年に?\S{1,3}回、?|毎[月週年]\S{0,4}、?)?(?P<ja>[^\s、。はが]{3,30})が"
    r"(?:年に?\S{1,3}回、?|毎[月週年]\S{0,4}、?)?(?:編集・?)?発行し"
)
_LABEL_ALONE = re.compile(rf"[\s【〔\[（(■●◆・]*(?:{_LABEL})[】〕\]）)]*")
_PARTS = re.compile(r"[\u3000|｜]+|\s{2,}")
_BEHIND_NAME = re.compile(
    r"[\s,，、(（]*(?:〒|TEL\b|Tel\b|tel\b|電話|☎|住所|所在地|地址|电话|주소|전화"
    r"|E-?mail|\S+@\S+\.\S+|https?:|www\.|\d+[ ,]|[A-Z]{2}ICP|[京沪粤]ICP).*$"
)
_RIGHTS = re.compile(r"\W*(?:copyright\b|[©ⓒ]|\(c\)\s?\d|版权所有|저작권자)", re.IGNORECASE)
_BELONGS = re.compile(
    r"(?:著作権|版权|저작권)(?:は|归|은|는)、?\s?(?P<name>\S{2,30}?)(?:に(?:帰属|あり|属)|所有|에 있|에 귀속)"
)
_REPRINTED = re.compile(
    r"[（(【](?P<name>[^（）()【】]{4,40}?)(?:より|から)(?:、許可を得て)?転載[^（）()]{0,6}[）)】]$"
)
_ADDRESS = re.compile(
    r"〒|TEL\b|Tel\b|電話|☎|住所|所在地|地址[:：]|电话[:：]|주소|전화|\S@\S+\.\w|\bE-?mail\b|メール[:：]"
)
_DESK = re.compile(r"[\s\u3000]+\S{1,10}(?:室|課|部|係|担当|チーム|グループ|デスク|팀|실)$")  # of a house, that answers
_ASKED = re.compile(
    r"[\W]*(?:お?問い?合わ?せ先?|連絡先|問合せ先?|本件に関する[^】]{0,20}|联系(?:方式|我们)|문의처?|Contacts?)[\W]*"
)
_ABOUT = re.compile(
    r"\W*(?:(?:当|本|この)(?:サイト|会|財団|研究所|社)について|私たちについて|会社概要|団体概要"
    r"|About (?:us|the publisher)|关于我们|(?:회사|기관) 소개)[\W]*"
)
_IS = re.compile(
    r"(?:(?:The )?(?P<en>[A-Z][^.,]{3,50}?) (?:is|are) |(?P<ja>[^\s、。は]{3,30})は[、\s]|(?P<zh>[^\s，。是]{4,30})是)"
)
_TITLE_ENDS = re.compile(r"\s*[|｜]\s*|\s+[–—-]\s+")
_LONGEST = 60  # columns
# Endings of the names of those who publish, beside those of institutions: houses, papers, sites, clubs, places.
_KIND = re.compile(
    r"(?:[新日時週月]報|新聞|通信|書房|書店|出版|[^会議大総部]会|クラブ|ネットワーク|ラボ|総研|放送|テレビ|ラジオ|社)(?:デジタル|オンライン|電子版|WEB|Web)?$"
    r"|(?:日报|晚报|早报|时报|周刊|网|网站|出版社|报社|电视台|智库)$|(?:일보|신보|신문사?|방송|출판사|뉴스|저널|센터)$"
    r"|\b(?:Trust|Society|Union|Authority|Group|Media|Network|Club|Company|Partnership|Laboratory|Observatory|Museum"
    r"|Library|Co\.,? Ltd|LLC|plc"
    r"|Gazette|Herald|Courier|Tribune)\.?$"
)
_PLACE = re.compile(r"[一-鿿ぁ-ゖァ-ヺ々ヶ]{1,8}(?:都|道|府|県|市|区|町|村)(?:役所|役場|庁)?")
_NUMBERED = re.compile(r"(?:第|No\.?|Vol\.?|제)\s?\d+\s?[号號호]?")
_ADDRESS_LINES = 3
_SHORT = 4  # characters: 財団法人 is no name


def labelled(lines: Iterable[str]) -> str:
    """Return whom the first line names behind a label of publishers (発行：…, Published by …), or nothing."""
    return next((name for line in lines if (name := _under_label(line))), "")


def _under_label(line: str) -> str:
    if (match := _SIGNED_BY.fullmatch(line.strip())) and is_sender(match["name"]):
        return match["name"]
    if (said := _SAID_ISSUED.search(line.strip())) and _issues(name := said["name"] or said["ja"]):
        return name
    parts = [part for part in _PARTS.split(_TO_ASK.sub("", line.strip())) if part.strip()]
    for at, part in enumerate(parts):
        if _LABEL_ALONE.fullmatch(part) and at + 1 < len(parts):
            return "" if LABEL.match(parts[at + 1].strip()) else _name(parts[at + 1])
        if (match := _LABELLED.match(part)) and (name := _name(match["name"])):
            return name
    return ""


def _issues(name: str) -> bool:
    """Say whether a name in the place of one who issues is that of an institution, which may read like a person's."""
    return bool(is_sender(name) or _KIND.search(name) or (name.isascii() and re.search(r" (?:of|for|&) ", name)))


def _name(printed: str) -> str:
    """Return the name that stands behind a label, without an address; nothing where it is none of an institution."""
    name = _BEHIND_NAME.sub("", printed).strip(" \u3000.。,，、;；")
    name = re.sub(r"^[Tt]he (?=[A-Z])", "", name)
    whole = re.fullmatch(r"[（(](.*)[)）]", name)
    name = whole[1] if whole else name
    known = bool(re.search(r"[^\W\d_]{2}", name)) and width(name) <= _LONGEST and not has_sentence(name)
    person = is_person(name) and not names_sender(name)
    return name if known and not (person or date_of(name) or re.search(r"[:：]|\d{3}", name)) else ""


def unlabelled(head: Sequence[str], tail: Sequence[str], title: str) -> str:
    """Return whom notices of rights, an address, the end of a title or an account of themselves name, or nothing.

    ``tail`` are the last lines of the text and what stands around it, in order.
    """
    wide = not title.isascii()
    owner = _owners(tail, wide)
    local = owner if owner.isascii() != wide else ""
    below = (local, _made(tail), _reprinted(tail), _beside_address(tail), owner, _of_title(title), _about(tail))
    return next((found for found in (*below, _at_head(head, title), _of_issue(tail), _said_from(tail)) if found), "")


def _made(lines: Sequence[str]) -> str:
    """Return the institution that a line says has made a text (作成：…市交通政策課), or nothing."""
    found = (match["name"].strip() for line in lines if (match := _MADE.match(line.strip())))
    return next((name for name in found if is_sender(name)), "")


def _at_head(lines: Sequence[str], title: str) -> str:
    """Return the institution or public body that is a line above the text by itself, or with a day behind it.

    A title that names a place, or the time that some body met, only says what the text is about.
    """
    for line in lines:
        words = line.strip()
        dated = [one for one in find_dates(words) if one.stated_year]
        name = words[: dated[0].start].strip() if dated else words
        if name == title and (_PLACE.fullmatch(name) or re.match(r"第\s?\d+\s?[回次期]", name)):
            continue
        if is_sender(name) or (_PLACE.fullmatch(name) and not dated):
            return name
    return ""


def _of_issue(lines: Sequence[str]) -> str:
    """Return whose bulletin a line below the text says that it is of (港を考える会　会報　第20号), or nothing."""
    for line in lines:
        parts = _PARTS.split(line.strip())
        if len(parts) > 1 and any(map(_NUMBERED.search, parts[1:])) and is_sender(parts[0]):
            return parts[0]
    return ""


def _said_from(lines: Sequence[str]) -> str:
    """Return whom the last lines say that a text comes from (来源：…网), or nothing."""
    found = (match["name"].strip() for line in lines if (match := _SAID_FROM.match(line.strip())))
    return next((name for name in found if is_sender(name.removesuffix("网站")) or is_sender(name)), "")


def _owners(lines: Sequence[str], wide: bool) -> str:
    """Return who has the rights, in the script of the text where two names are given."""
    names: list[str] = []
    for line in lines:
        if belongs := _BELONGS.search(line):
            names.append(belongs["name"])
        if not _RIGHTS.match(line):
            continue
        for at, part in enumerate(re.split(r"\s*[|｜/／]\s*|\s{2,}|\u3000+", line.strip())):
            name = _name(owner_of(part) or (part if at and is_sender(part) else ""))
            names += [name] if name else []
    local = [name for name in names if name.isascii() != wide]
    return next(iter((*local, *names)), "")


def _reprinted(lines: Sequence[str]) -> str:
    for line in lines:
        match = _REPRINTED.search(line.strip())
        if match and is_sender(first := re.split(r"[\s『「]", match["name"])[0]):
            return first
    return ""


def _beside_address(lines: Sequence[str]) -> str:
    """Return the institution that stands with an address or a telephone, or right above it."""
    for at, line in enumerate(lines):
        if not _ADDRESS.search(line) or has_sentence(line):
            continue
        own = _ASKED.sub("", _BEHIND_NAME.sub("", line.strip()), count=1) if not _ADDRESS.match(line.strip()) else ""
        above = [one.strip() for one in reversed(lines[max(at - _ADDRESS_LINES, 0) : at])]
        for words in (_DESK.sub("", own.strip(" \u3000【】[]:：(")), *above):
            if is_sender(words) and not has_sentence(words):
                return house_of(words)
            if words in above and not re.search(r"\d", words):
                break
    return ""


def _of_title(title: str) -> str:
    """Return the institution that a title ends with behind a bar, or nothing."""
    parts = _TITLE_ENDS.split(title)
    return parts[-1].strip() if len(parts) > 1 and is_sender(parts[-1]) else ""


def without_site(title: str, publisher: str) -> str:
    """Return a title without its publisher behind a bar."""
    parts = _TITLE_ENDS.split(title)
    return (
        title[: title.rfind(parts[-1])].rstrip(" |｜–—-")
        if len(parts) > 1 and parts[-1].strip() == publisher
        else title
    )


def _about(lines: Sequence[str]) -> str:
    """Return who says below the text what they are, under a heading for it or in a label (…財団について)."""
    for above, line in pairwise(lines):
        match = _IS.match(line.strip()) if _ABOUT.fullmatch(above.strip()) else None
        name = (match["en"] or match["ja"] or match["zh"]) if match else ""
        if name and is_sender(name):
            return name
    labels = (part for line in lines if not has_sentence(line) for part in _PARTS.split(line.strip()))
    told = (part.removesuffix("について").removeprefix("About the ").removeprefix("关于") for part in labels if part)
    return next((name for name in told if name and is_sender(name) and f"{name}について" in "".join(lines)), "")


def is_sender(text: str) -> bool:
    """Say whether words are nothing but the name of one who publishes: an institution, a house, a paper."""
    words = text.strip()
    if not words or has_sentence(words) or width(words) > _LONGEST or re.search(r"[:：、。]|^[^（(]*[)）]", words):
        return False
    return names_sender(words) or bool(_KIND.search(words) and (words.isascii() or not is_person(words)))


def house_of(words: str) -> str:
    """Return an institution without the departments behind its name."""
    first, _, rest = words.partition(" ")
    if words.isascii() or not rest:
        return institution(words)
    return first if names_sender(first) and len(first) > _SHORT else words
