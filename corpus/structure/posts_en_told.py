"""Posts that English sentences tell of people who are named already: who is now, was once, became, succeeded whom.

Invariant: a surname stands for the one person of the text whose name ends in it; a post is a slice of the same
sentence, but that of a successor, which is printed of the one before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from corpus.structure.posts import Person, Place, person

_NAME = r"(?P<name>[A-Z][\w’'-]+(?:\s(?:[A-Z][\w’'-]*\.?|de|van|von|bin|al)){1,3})"
_HEADS = "Minister|Secretary|President|Governor|Mayor|Commissioner|Director|Chancellor|Ambassador|Premier|Chief"
_CAPITAL = re.compile(  # the Corvanian Minister of Communications, X,
    rf"\b[Tt]he\s(?P<former>former\s)?(?:[A-Z][a-z]+(?:an|ese|ish|i)\s)?(?P<post>(?:[A-Z][\w-]+\s){{0,3}}?(?:{_HEADS})"
    rf"(?:\s(?:of|for)\s(?:the\s)?[A-Z][\w-]+(?:\s(?:and\s)?[A-Z][\w-]+){{0,3}})?),\s{_NAME}(?=[,.;:)])"
)
_BODY = r"(?:the\s)?(?P<of>[A-Z][\w-]+(?:\s(?:of|for|and|the|[A-Z][\w-]+)){0,5}?)"
_ORGANISATION = (
    "Board|Agency|Council|Office|Institute|University|Authority|Service|Commission|Committee|Company|Bank|Trust|Union"
    "|Society|Museum|Association|Foundation|College|Corporation|Federation|League|Party|Ministry|Department"
)


@cache
def _patterns(office: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    post = rf"(?P<post>(?:(?!the\b|an?\b)[\w’'-]+\s){{0,3}}?(?i:{office})(?:\s(?:for|to)\s(?:the\s)?[A-Z][\w-]+)?)"
    other = post.replace("<post>", "<other>")
    return (
        # Brand, who is now Prime Minister of Corvany
        re.compile(rf"\b(?P<name>[A-Z][\w’'-]+),\s(?:who\sis\s)?now\s(?:the\s)?{post}(?:\s(?:of|at)\s{_BODY})?(?=[,.;:)])"),
        # Asgill, who was the Office's first commissioner before he became Minister for the Strait in 2021
        re.compile(
            rf"\b(?P<name>[A-Z][\w’'-]+),\swho\swas\s(?:(?:the\s)?(?P<of>[A-Z][\w’-]*(?:\s[A-Z][\w’-]*)*?)[’']s\s|the\s|its\s|an?\s)?"
            rf"(?:first\s|last\s)?{post}\sbefore\s(?:he|she|they)\sbecame\s(?:the\s)?{other}(?=\s(?:in|on|at)\b|[,.;:)])"
        ),
        # Rook was succeeded in September 2021 by Mira Tolland, previously the Board's legal adviser
        re.compile(
            rf"\b(?P<before>[A-Z][\w’'-]+)\swas\s(?:succeeded|replaced|followed)\s(?:[^.;]{{0,40}}?\s)?by\s{_NAME}"
            rf"(?:,\s(?:previously|formerly|until\sthen|once)\s(?:(?:the\s)?(?P<of>[A-Z][\w-]*(?:\s[A-Z][\w-]*)*?)[’']s\s|the\s|its\s|an?\s)?{post})?(?=[,.;:)])"
        ),
    )  # fmt: skip


def told_english(text: str, found: Sequence[Person], office: str) -> list[Person]:
    """Return people with the further posts that sentences tell of them, those that they had before as former ones."""
    people = [*found, *_capital(text)]
    now, once, succeeded = _patterns(office)
    for match in now.finditer(text):
        whole = _whole(people, match["name"], match.start())
        if whole is not None:
            people = [replace(one, former=True) if one.name == whole.name and one.post else one for one in people]
            people.append(person(text, Place(whole.start, whole.end), Place(*match.span("post")), _of(match)))
    for match in once.finditer(text):
        whole = _whole(people, match["name"], match.start()) or _named(text, match["name"], match.start())
        if whole is not None:
            name = Place(whole.start, whole.end)
            people.append(person(text, name, Place(*match.span("post")), _of(match), former=True))
            people.append(person(text, name, Place(*match.span("other"))))
    for match in succeeded.finditer(text):
        people = [*_succeed(text, people, match)]
    return people


def _capital(text: str) -> Iterator[Person]:
    for match in _CAPITAL.finditer(text):
        yield person(
            text, Place(*match.span("name")), Place(*match.span("post")), former=bool(match["former"])
        )  # the country stands in the word before the post


def _succeed(text: str, people: Sequence[Person], match: re.Match[str]) -> Iterator[Person]:
    """Yield people with the one who succeeded another in the post, and what the successor was before."""
    whole = _whole(people, match["before"], match.start())
    held = [one for one in people if whole is not None and one.name == whole.name and one.post and not one.former]
    last = max(held, key=lambda one: one.post_start, default=None)
    for one in people:
        yield replace(one, former=True) if one is last else one
    name = Place(*match.span("name"))
    if last is not None:
        of = Place(*_span(text, last)) if last.of else None
        yield person(text, name, Place(last.post_start, last.post_end), of)
    if match["post"]:
        yield person(text, name, Place(*match.span("post")), _of(match), former=True)


def _span(text: str, one: Person) -> tuple[int, int]:
    at = text.find(one.of, max(one.post_start - 80, 0))
    return at, at + len(one.of)


def _of(match: re.Match[str]) -> Place | None:
    """Return the body of a match; a single word of its kind (the Office) is a short form, and names none."""
    short = match["of"] is None or re.fullmatch(_ORGANISATION, match["of"]) is not None
    return None if short else Place(*match.span("of"))


def _whole(people: Sequence[Person], surname: str, at: int) -> Person | None:
    """Return the one person named before whose name ends in a surname, or is it."""
    named = [one for one in people if one.start < at and one.name.split()[-1] == surname and " " in one.name]
    return named[0] if len({one.name for one in named}) == 1 else None


def _named(text: str, surname: str, at: int) -> Person | None:
    """Return the one whole name that ends in a surname and stands before, as a person without a post."""
    found = list(re.finditer(rf"\b[A-Z][\w’'-]+\s{re.escape(surname)}\b", text[:at]))
    apposed = [one for one in found if re.match(r"[,.;]", text[one.end() : one.end() + 1])]
    same = len({one.group() for one in found}) == 1 and bool(apposed)
    return person(text, Place(*found[0].span())) if same else None
