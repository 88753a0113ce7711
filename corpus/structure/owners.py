"""Who has the rights to a page, as its last lines say (© 2024 …社), whose name its head prints, and who may read on.

Invariant: an owner's name is the document's own words; a line that says more than a name and a notice names none.
"""

from __future__ import annotations

import re
from itertools import takewhile

from corpus.structure.lines import has_sentence

_NOTICE = re.compile(
    r"all rights reserved|copyright|\(c\)|[©ⓒ]|著作権者?[:：]|版权所有|저작권자"
    r"|무단\s?(?:전재|복제).*$|(?:무단|및)\s.*금지.*$|(?:無断|禁無断|不許)[^\s]*$|转载.*$|(?:19|20)\d\d(?:\s?[-–—~〜]\s?(?:(?:19|20)?\d\d|present))?",
    re.IGNORECASE,
)
_WITH_SITE = re.compile(r"\s*(?:&|and|및|及)\s*[\w-]+(?:\.[\w-]+)+")  # … & site.example
_RIGHTS = re.compile(r"[©ⓒ]|\bcopyright\b|\(c\)|版权所有|저작권자", re.IGNORECASE)
_LONGEST = 40  # characters of a name
_ALIKE = 3  # characters that two names of a house begin with


def owner_of(text: str) -> str:
    """Return whom a notice of rights names, or an empty string: (© 2024 …社 All rights reserved.)."""
    if not _RIGHTS.search(text):
        return ""
    name = _WITH_SITE.sub("", _NOTICE.sub(" ", text)).strip(" \t\u3000.,、。:：|｜-–—/")
    plain = len(name) <= _LONGEST and not re.search(r"[\d。|｜:：@]|https?://|\s{2,}", name)
    return name if plain and re.search(r"[^\W\d_]{2}", name) else ""


_WALL = re.compile(
    r"この(?:記事|ページ|投稿|論考|コラム)は(?:会員|有料|登録|購読者)+の?(?:限定|のみ|だけ)(?:の?(?:記事|公開))?"
    r"(?:\s*残り\s*[:：]?\s*[\d,]+\s*(?:文字|字|行))?$|残り\s*[:：]?\s*[\d,]+\s*(?:文字|字)(?:[（(].{1,20}[）)])?$"
    r"|[（(]この(?:記事|投稿|コラム)は(?:約|全)?[\d,]+\s?文字(?:です)?[)）]$"
)


def is_wall(text: str) -> bool:
    """Say whether a line says that who does not pay can read no further, or how much there is left to read.

    A line that says so in a sentence stays text: what is set aside as the frame of a page holds none.
    """
    return bool(_WALL.match(text)) and not has_sentence(text)


def same_house(name: str, owner: str) -> bool:
    """Say whether two names begin with the same words, most of the shorter one (…新聞 デジタル, …新聞社)."""
    one, other = (re.sub(r"\W|^(?:The|株式会社|㈱)\b\s?", "", part).lower() for part in (name, owner))
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return shared >= _ALIKE and shared * 3 >= 2 * min(len(one), len(other))


_FORBIDS = re.compile(  # a sentence, but none of the text above it
    r"許可(?:なく|なしに|を得ずに?).{0,12}(?:転載|複製|複写|使用|転用|掲載).{0,12}(?:禁|できません|お断り)"
    r"|無断(?:での?|で)?(?:転載|複製|複写|使用|転用|引用|掲載)|无断转载|未经.{0,12}(?:许可|授权|同意)"
    r"|무단\s?(?:전재|복제|배포|도용)"
    r"|\b(?:reproduc|republi|redistribut)\w+ .{0,60}\b(?:permission|prohibited|forbidden)\b"
    r"|(?:この|当|本)(?:ウェブ)?サイト.{0,20}(?:クッキー|Cookie).{0,30}(?:使用|利用)|쿠키를 사용"
    r"|\b(?:site|page)s? uses? cookies\b",
    re.IGNORECASE,
)


def is_notice(text: str) -> bool:
    """Say whether a line only says what may not be done with a page, or that it uses cookies."""
    return bool(_FORBIDS.search(text))
