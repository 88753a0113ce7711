"""What an opening line says by itself: of a masthead each part, and whom it names alone.

Invariant: a line that says nothing of a post or a body names somebody only where it is that name and no more.
"""

from __future__ import annotations

import re

from corpus.structure.credits import apart, credited
from corpus.structure.issuers import byline
from corpus.structure.lines import is_hangul, is_wide
from corpus.structure.mastheads import of_line
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
    return _beside_post(stripped, lowered)


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
                    return name, stripped.replace(name, "").strip(" 　/／、,()（）")
        return "", ""
    head, _, tail = stripped.partition(",")
    return (head.strip(), tail.strip()) if tail and is_person(head, lowered) else ("", "")


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
