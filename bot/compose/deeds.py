"""Who went where, met, invited, called or gave to whom: what one sentence or question tells of it, in four languages.

Invariant: a deed is read only where closed classes of verbs, particles and prepositions tell its parts; a part that
they do not tell is empty, and a passive tells nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.compose import deeds_ja, deeds_other


@dataclass(frozen=True, slots=True)
class Deed:
    """What somebody did: ``who`` did it, and ``whom`` or where it was done to, each in the words of the text.

    ``kind`` is visit, invite, give, meet or call.
    """

    kind: str
    who: str
    whom: str


@lru_cache(4096)
def deeds(text: str) -> tuple[Deed, ...]:
    """Return the deeds that a sentence tells, in order, then those of its brackets; quotations are left out."""
    bare = _QUOTED.sub("", text)
    parts = (_BRACKETS.sub("", bare), *(match[1] for match in _BRACKETS.finditer(bare)))
    return tuple(deed for part in parts for deed in _read(_ON_WHOSE_PART.sub("が", part)))


def _read(part: str) -> tuple[Deed, ...]:
    read = deeds_ja.read if re.search("[ぁ-ん]", part) else deeds_other.reading_of(part)
    return tuple(Deed(kind, who.strip(), whom.strip()) for kind, who, whom in read(part) if who.strip() or whom.strip())


_QUOTED = re.compile(r"〔[^〕]*〕|[「“][^「」“”]*[」”]")
_BRACKETS = re.compile(r"[（(]([^（）()]*)[）)]")
_ON_WHOSE_PART = re.compile("の(?:ほう|方)から(?=[^、。]*?(?:[行訪招誘贈呼]|会[いう]|電話))")  # 知事のほうから訪ねた

# What a sentence says somewhere that tells of such a deed, however it does.
_WORDS = {
    "invite": r"招|誘|来るよう|訪れるよう|呼[びん]|invit|邀请|应邀|초청|초대|오라",
    "give": r"贈|供与|渡|プレゼント|みやげ|土産|gift|gave|giv|donat|present|sen[dt]|赠|捐|送|给|선물|기증|제공|전달",
    "meet": r"会[談見うっいえ議合]|面[会談]|対面|握手|表敬|同席|meet|met\b|talks|received|"
    r"会[晤见谈面]|见[面到过了]|接见|회담|만[나난났]|회동|접견",
    "call": r"電話|call|phone|电话|通话|전화|통화",
    "visit": r"訪|visit|trip|访|방문",
}


def mentions(kind: str, text: str) -> bool:
    """Say whether a text has any word for a kind of deed."""
    return re.search(_WORDS[kind], text, re.IGNORECASE) is not None
