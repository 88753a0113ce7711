"""What a note can no longer say because its paper is torn or a sign cannot be read, as the note itself prints it.

Invariant: what is told is a slice of the note; a sign of its own (■ before an item) and what a source is about
(「港湾施設の破損調査」) tell of no loss.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

# ■ for a sign that cannot be read: within a word or a date, or several behind one; one alone may open an item.
_LOST_SIGNS = re.compile(r"(?<=\w)[■□▇█〓�]+(?=\w)|(?<=\w)[■□▇█〓�]{2,}|(?<![^\s「『《“（(])[■□▇█〓�]{2,}(?=\w)")
_PAPER = r"(?:以[下後降]|用紙|紙面|紙|原紙|原本|原文|底本|版面|頁|ページ|末尾|一部|数[字行文]|\d+[字行文])"
_REMARK = re.compile(
    r"[（(\[［〔【][^（）()\[\]［］〔〕【】]*?(?:"
    r"判読(?:でき|不|困難|し(?:がた|難)|し得)|読み?取れ[ずな]|読めず|読めない|解読不能|不鮮明|欠[損落字]|汚損|虫損"
    rf"|{_PAPER}[^（）()]{{0,6}}(?:破損|破れ|欠け)"
    r"|字迹(?:不清|模糊)|无法辨[认識识]|無法辨[認識]|难以辨认|残缺|缺[损字页]|纸[张面]?[^（）()]{0,4}破损"
    r"|판독\s?(?:불가|불능|곤란|할 수 없)|알아볼 수 없|결락|훼손|종이[^（）()]{0,8}(?:파손|찢)"
    r"|(?i:\billegible\b|\bunreadable\b|\btorn (?:off|away)\b"
    r"|\b(?:page|paper|sheet|rest|corner)\b[^（）()]{0,20}\b(?:torn|missing|damaged|lost)\b)"
    r")[^（）()\[\]［］〔〕【】]*[)）\]］〕】]?"
)
_COME_BY = re.compile(
    r"[^（）()]*(?:閲覧|アクセス|最終確認|取得|参照|访问|열람|접속|accessed|retrieved)[^（）()]*", re.IGNORECASE
)


def losses(text: str, quoted: Sequence[tuple[int, int]] = ()) -> Iterator[str]:
    """Yield what a text prints of signs that cannot be read and of paper that is lost; ``quoted`` are its titles."""
    for match in _LOST_SIGNS.finditer(text):
        yield match[0]
    for match in _REMARK.finditer(text):
        if not any(start <= match.start() < end for start, end in quoted):
            yield match[0]


def address_end(printed: str) -> int:
    """Return where an address ends in what may hold a remark in brackets behind it, too.

    A bracket that does not close, and one that tells what is lost or when somebody looked, are no part of it.
    """
    for match in re.finditer(r"\(", printed):
        inside, closed, _ = printed[match.start() + 1 :].partition(")")
        if not closed or _REMARK.match(printed, match.start()) or _COME_BY.fullmatch(inside):
            return match.start()
    return len(printed)
