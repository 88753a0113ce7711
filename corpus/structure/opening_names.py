"""What an opening line says by itself: of a masthead each part, and whom it names alone.

Invariant: a line that says nothing of a post or a body names somebody only where it is that name and no more.
"""

from __future__ import annotations

import re

from corpus.structure.credits import apart, credited
from corpus.structure.issuers import byline
from corpus.structure.lines import is_hangul, is_wide
from corpus.structure.mastheads import is_paper, of_line
from corpus.structure.people import is_person
from corpus.structure.roles import ORGANISATION, POST, role
from corpus.structure.signers import NO_HOUSE
from corpus.structure.titles import Opening


def _are_persons(text: str, lowered: frozenset[str]) -> bool:
    """Say whether a line names several people and nothing else."""
    names = [part.strip() for part in re.split(r"[、，・／/]|\u3000+(?=\S{2,4}(?:\u3000|$))", text) if part.strip()]
    return 2 <= len(names) <= 8 and all(is_person(re.sub(r"\u3000", " ", name), lowered) for name in names)


def name_in(line: str, lowered: frozenset[str]) -> tuple[str, str]:
    """Return the person a line names and what else it says (post, affiliation), or two empty strings."""
    if (found := credited(line))[0]:
        return found
    stripped = re.sub(r"[*＊†‡]+(?=[・、，,\s]|$)", "", line.strip("（）()[]【】 　"))
    if is_person(stripped, lowered) or _are_persons(stripped, lowered):
        return apart(stripped)
    if "・" in stripped and (name := byline(stripped)):
        return name, ""
    beside = _beside_post(stripped, lowered)
    return beside if beside[0] else told_of(line.strip(" \u3000"), lowered)


# Which part of something a text is, and no one's post: 坂本龍馬（前編）.
_PART = re.compile(r"[前後中上下続第].{0,3}[編篇巻回話部章]|[上中下]|[ぁ-ゖ]+|.*\d.*")
_READ = re.compile(r"[ぁ-ゖ]{1,8}[・ \u3000][ぁ-ゖ]{1,8}")  # わたなべ・まこと
_WRITTEN = re.compile(r"(?P<name>\S+[ \u3000]?\S+)[ \u3000](?:著|文|記|筆|撰)")
_EQUALS = re.compile(r"(?P<name>[^=＝・]{2,12})[=＝](?P<of>[^=＝。]{2,40})")
_BEHIND_DOT = re.compile(r"(?P<of>[^・。]{2,20})・(?P<name>[^・。]{2,12})")
_BRACKETS = re.compile(r"(?P<name>[^（）()]{2,20}?)[ \u3000]?[（(](?P<of>[^（）()。]{2,50})[)）]")
_WITH_PAPER = re.compile(r"(?P<of>\S+)[ \u3000]+(?P<name>\S+(?:[ \u3000]\S+)?)")


def told_of(line: str, lowered: frozenset[str] = frozenset()) -> tuple[str, str]:
    """Return the person whom a line names and what it says that he is, whatever that is; else two empty strings.

    It stands in brackets or behind a sign of equality, or is a post before a dot, or a paper before the name.
    """
    if (written := _WRITTEN.fullmatch(line)) and is_person(written["name"], lowered):
        return written["name"], ""
    for pattern in (_BRACKETS, _EQUALS):
        match = pattern.fullmatch(line)
        if match and is_person(match["name"], lowered) and _READ.fullmatch(match["of"]):
            return match["name"], ""
        if match and is_person(match["name"], lowered) and not (_PART.fullmatch(match["of"]) or is_person(match["of"])):
            return match["name"], _without_reading(match["of"].strip())
    if (dotted := _BEHIND_DOT.fullmatch(line)) and is_person(dotted["name"], lowered) and POST.search(dotted["of"]):
        return dotted["name"], dotted["of"]
    paper = _WITH_PAPER.fullmatch(line)
    return (paper["name"], paper["of"]) if paper and is_paper(paper["of"]) and is_person(paper["name"]) else ("", "")


def _beside_post(stripped: str, lowered: frozenset[str]) -> tuple[str, str]:
    """Return the person whom a line names beside a post or a body, at one of its ends, and the rest of it."""
    parts = [part for part in re.split(r"[\s　]+|[（(／/,、|｜]", stripped) if part.strip("）)")]
    if not (POST.search(stripped) or ORGANISATION.search(stripped)) or len(parts) < 2:
        return "", ""
    if any(is_wide(char) or is_hangul(char) for char in stripped):
        for size in (2, 1):
            for at in (0, len(parts) - size):
                name = " ".join(part.strip("）)") for part in parts[at : at + size])
                if at >= 0 and is_person(name, lowered):
                    printed = re.escape(name).replace(r"\ ", r"[\s　]+")
                    return name, _without_reading(re.sub(printed, "", stripped).strip(" 　/／、,()（）"))
        return "", ""
    head, _, tail = stripped.partition(",")
    return (head.strip(), tail.strip()) if tail and is_person(head, lowered) else ("", "")


def _without_reading(words: str) -> str:
    """Return what a line says of somebody without how the name is read, where it says more."""
    return re.sub(rf"{_READ.pattern}[、，／/＝= \u3000]+(?=\S)", "", words, count=1) if _READ.match(words) else words


def told_by(index: int, text: str) -> list[Opening]:
    """Return what one line of a block says: of a masthead the paper, the day and who wrote the text, each apart."""
    head = of_line(text)
    if head is None:
        return [Opening(index, text, *role(text))]
    told = [Opening(index, text, "date", head.day), Opening(index, head.paper, "publisher", head.paper)]
    if head.author:
        told.append(Opening(index, head.author, "author", head.author))
    if head.of and not NO_HOUSE.fullmatch(head.of):
        told.append(Opening(index, head.of, "affiliation", head.of))
    return told
