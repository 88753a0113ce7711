"""Who wrote a text, in the words that papers and bulletins print for it: 文・…, 取材・文＝…, 文/…, 글·사진 …, Words: ….

Invariant: a label of a closed class stands before the name, and what stands behind it is a person's name alone, with
no more than a bracket on who that is.
"""

from __future__ import annotations

import re

from corpus.structure.names_ja import could_be_name
from corpus.structure.people import is_person
from corpus.structure.roles import ORGANISATION, POST

_ALSO = (
    r"(?:取材|写真|撮影|構成|編集|聞き手|絵|イラスト|図|图|摄影|采访|취재|사진|그림|[Pp]hoto(?:s|graphs)?|[Pp]ictures)"
)
_AND = r"\s?(?:[・·･、/／と&＆]|and)\s?"
_LABEL = re.compile(
    rf"[\s　（(【［\[]*(?:(?:{_ALSO}{_AND})*(?:本?文|文字|撰文|글)(?:{_AND}{_ALSO})*"
    r"(?:\s?[・·･/／|｜＝=:：]\s?|[\s　]+)"
    rf"|(?:[Ww]ords|[Tt]ext|[Ss]tory)(?:{_AND}{_ALSO})*(?:\s?[:：|]\s?|\sby\s))(?P<who>\S.*)"
)
_WITH_OTHERS = re.compile(  # 文・… 写真・…: who took the pictures has not written it
    rf"[\s　、，,/／|｜]+{_ALSO}\s?(?:[・·･/／|｜＝=:：]|by\b|\s).*$"
)
_BRACKETED = re.compile(r"(?P<name>[^（）()]{2,20}?)[\s　]*[（(](?P<of>[^（）()]{2,50})[)）]$")
_KOREAN = re.compile(r"(?P<name>[가-힣]{2,4}) (?P<of>(?:기자|특파원|연구위원|연구원|교수|논설위원|선임기자))$")


_FROM = re.compile(
    r"(?P<place>[一-鿿ァ-ヺー・]{2,12})[＝=](?P<who>[^＝=\s]{2,10}(?: [^＝=\s]{1,6})?)(?:[\s　]*(?:特派員|記者))?"
)


def credited(line: str) -> tuple[str, str]:
    """Return the person that a line credits with a text, and what it says of that person; else two empty strings."""
    if (sent := _FROM.fullmatch(line.strip(" \u3000"))) and is_person(sent["who"]):
        return sent["who"], ""  # ハノイ＝吉成拓: from where a paper's writer sends it
    match = _LABEL.fullmatch(line.strip(" \u3000"))
    if match is None:
        return "", ""
    name, of = _bracketed(_WITH_OTHERS.sub("", match["who"]).strip(" \u3000）)】］]" if _opens(line) else " \u3000"))
    return (name, of) if _is_name(name) else ("", "")


def apart(author: str) -> tuple[str, str]:
    """Return a person's name and what stands behind it of who that is: in brackets, or as Korean papers print it."""
    name, of = _bracketed(author)
    return (name, of) if _tells(of) else (author, "")


def _bracketed(author: str) -> tuple[str, str]:
    """Return a person's name and whatever stands behind it in brackets, or as a post; else the words as they are."""
    if (match := _BRACKETED.fullmatch(author)) and _is_name(match["name"]):
        return match["name"], match["of"]
    if (match := _KOREAN.fullmatch(author)) and is_person(match["name"]):
        return match["name"], match["of"]
    return author, ""


def _opens(line: str) -> bool:
    return line.strip(" \u3000")[:1] in "（(【［["


def _tells(words: str) -> bool:
    """Say whether words in brackets tell of what body somebody is, or in which post."""
    return bool(
        POST.search(words) or ORGANISATION.search(words) or re.search(r"(?:[長长]|家|師|师|員|员|者|士|生)$", words)
    )


def _is_name(name: str) -> bool:
    if POST.search(name) or ORGANISATION.search(name) or re.search(r"\d", name):
        return False
    return is_person(name) or bool(_SHAPE.fullmatch(name) and could_be_name(name, certain=True))


_SHAPE = re.compile(r"[一-鿿々ヶ]{3,5}[ぁ-ゖ]{0,3}|[一-鿿々ヶ]{2}[ぁ-ゖ]{2,3}")
