"""Who an opening line names that is not told by a dictionary of Japanese names, and who signs for an institution.

Invariant: the head of an institution who signs below its name sends a text and has not written it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.structure.blocks import Block
from corpus.structure.names_ja import could_be_name, is_place
from corpus.structure.people import morphemes
from corpus.structure.posts_other import ZH_OFFICE, chinese_name
from corpus.structure.roles import ORGANISATION, POST
from corpus.structure.titles import names_sender

_CHINESE = re.compile(
    rf"(?P<name>[一-鿿]{{2,4}})[\s\u3000]*(?:[（(](?P<post>[^（）()。]{{0,40}}(?:{ZH_OFFICE}))[）)]"
    rf"|[\s\u3000，,]+(?P<behind>[^（）()。，]{{2,40}}(?:{ZH_OFFICE})))$"
)
_LETTER_SPACED = re.compile(r"[一-鿿](?:[ \u3000][一-鿿]){1,3}")  # 祝 明 远
# What stands beside an author's name and tells nothing of a body: a post, a label of the name, an address for mail.
NO_HOUSE = re.compile(rf"{POST.pattern}|(?:文責?|取材|執筆|構成|撰?文|글|著|記)(?:[・·](?:写真|撮影|사진))?|\S+@\S+")
_READING = re.compile(r"[（(][ぁ-ゖ]{1,8}[・ \u3000][ぁ-ゖ]{1,8}[\s\u3000、，／/＝=]+(?P<post>[^（）()。]{2,40})[)）]")
_LAST = 4  # blocks
_HEAD = re.compile(
    r"(?:代表取締役|代表社員|代表理事|取締役社長|社長|理事長|会長|総裁|頭取|学長|院長|知事|[市町村区]長|董事长|总裁|대표이사|이사장|회장|사장)"
)


def chinese_author(line: str) -> tuple[str, str]:
    """Return the person of a Chinese line that says a name and a post, and the post; else two empty strings.

    So are several people, wide space between them, of whom it says nothing else.
    """
    alone = line.strip(" \u3000")
    if _LETTER_SPACED.fullmatch(alone) and chinese_name(re.sub(r"\s", "", alone)):
        return alone, ""
    names = re.split(r"\s*[、，\u3000]\s*|\s{2,}", re.sub(r"(?<=[\s\u3000])[\s\u3000]+", "", line.strip(" \u3000")))
    if len(names) > 1 and all(re.fullmatch("[一-鿿]{2,3}", name) and chinese_name(name) for name in names):
        return line.strip(" \u3000"), ""
    match = _CHINESE.match(line.strip(" \u3000"))
    return (match["name"], match["post"] or match["behind"]) if match and chinese_name(match["name"]) else ("", "")


def signs_as_head(above: str, line: str, name: str) -> bool:
    """Say whether a line is the head of the institution that the line above names: a post, and the name behind it."""
    post, _, rest = line.strip(" \u3000").partition(name)
    return not rest.strip() and names_sender(above) and bool(_HEAD.match(post.strip(" \u3000")))


def shown_author(above: str, line: str, below: str, *, chinese: bool) -> tuple[str, str]:
    """Return whom a line names that no dictionary knows, and what else it says; ``above`` is an affiliation, if any."""
    if not chinese:
        named = before_brackets(line)
        return named if named[0] or not is_below_affiliation(above, line) else (line.strip(" \u3000"), "")
    named = chinese_author(line)
    return named if named[0] or not is_above_affiliation(line, below) else (line.strip(" \u3000"), "")


_BEFORE_BRACKETS = re.compile(
    r"(?P<name>[一-鿿々ヶ]{2,5}[ぁ-ゖ]{0,3}|[ァ-ヺー]{2,}(?:[・＝][ァ-ヺー]{2,})+)[ \u3000]*"
    r"[（(](?P<of>[^（）()。]{3,50})[）)]$"
)


def behind_reading(blocks: Sequence[Block]) -> str:
    """Return what the last lines say of an author behind the reading of the name (（さかべ・あさの　郷土史研究家）)."""
    last = (block.text.strip() for block in reversed(blocks[-_LAST:]) if block.kind == "prose")
    return next((match["post"].strip() for text in last if (match := _READING.fullmatch(text))), "")


def before_brackets(line: str) -> tuple[str, str]:
    """Return the person whom a line names before brackets that say of what body, in which post; else two empty strings.

    What stands there need be in no dictionary: 久遠寺梢（潮路研究所 上席研究員）.
    """
    match = _BEFORE_BRACKETS.match(line.strip(" \u3000"))
    if match is None or not (POST.search(match["of"]) and ORGANISATION.search(match["of"])):
        return "", ""
    name = match["name"]
    free = could_be_name(name, certain=True) and not (POST.search(name) or ORGANISATION.search(name) or is_place(name))
    return (name, match["of"]) if free else ("", "")


def is_below_affiliation(above: str, line: str) -> bool:
    """Say whether a line is nothing but a name below one that says of what body and in which post: …研究所研究員."""
    words, name = above.strip("（）() \u3000"), line.strip(" \u3000")
    if not re.fullmatch("[一-鿿々ヶ]{3,5}", name) or not POST.search(words) or POST.search(name):
        return False
    return morphemes(name)[0][1].endswith("人名,姓") and not is_place(name)


def is_above_affiliation(line: str, below: str) -> bool:
    """Say whether a Chinese line is nothing but a name above one in brackets that tells the body (（…大学，讲师）)."""
    name, words = line.strip(" \u3000"), below.strip(" \u3000")
    bracketed = re.fullmatch(r"[（(](?P<of>[^（）()。]{4,60})[）)]", words)
    told = bracketed is not None and bool(ORGANISATION.search(bracketed["of"]) or _ZH_BODY.search(bracketed["of"]))
    return told and re.fullmatch("[一-鿿]{2,4}", name) is not None and chinese_name(name)


_ZH_BODY = re.compile("(?:大学|学院|研究[所院]|中心|学校|协会|报社|杂志社)")
