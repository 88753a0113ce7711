"""Posts in English: Foreign Minister X; X, the former chair of Y; her successor as chair, X; X, …, is its head of Z.

Invariant: a name begins with a capital that is no title, beside its post or in the place of a subject; a post is a
slice of the same sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from corpus.structure.posts import Person, Place, person

EN_OFFICE = (
    "(?:vice-|co-)?(?:president|prime minister|premier|chancellor|minister|secretary(?:-general)?"
    "|chair(?:man|woman|person)?|director|head|manager|governor|mayor|ambassador|professor|chief|commissioner|leader|spokes(?:man|woman|person)|senator"
    "|general|judge|editor|economist|analyst|researcher|fellow|engineer|officer|commander|superintendent|principal"
    "|captain|colonel|major|lieutenant|sergeant|admiral|bishop|pastor|reverend|detective|justice|owner|founder|treasurer|librarian|coordinator|inspector|curator|dean|rector|envoy|king|queen"
    "|(?:harbou?r|station|head|post|quarter)[ -]?master"
    "|executive|teacher|registrar|elder|warden|surveyor|councillor|adviser|advisor|lecturer|spokesperson)"
)
_EN_NAME = (
    r"(?:(?:Dr|Prof|Mr|Mrs|Ms|Sir|Dame)\.?\s)?"
    r"(?P<name>[A-Z][\w\u2019'-]+(?:\s(?:[A-Z]\.|(?:Jr|Sr|St)\.|[A-Z][\w\u2019'-]*|(?:de|van|von|bin|al)\b)){0,3})"
)
_EN_FORMER = r"(?P<former>[Ff]ormer\s|[Ee]x-|[Tt]hen-?\s?|[Ll]ate\s)?"
_EN_PHRASE = (
    r"(?P<post>(?:(?!(?:its|his|her|their|our|the|an?|and|who|that|which|[\w-]+[\u2019']s)\b)[\w\u2019'-]+\s){0,4}?"
    rf"(?:{EN_OFFICE})(?:\s(?:of|at|for|in|to)\s[^,.;:()]{{2,60}}?)?)"
)
_EN_BODY = r"(?:[A-Z][\w-]+\s(?:(?:of|for|and|the)\s){0,2}){0,5}?[A-Z][\w-]+"
_EN_NEW = r"(?:new|current|present|incoming|outgoing|first|last)\s"
# Marsh, who left the Board; Marsh resigned in May
_EN_LEFT = (
    r"(?:,\swho)?\s(?:has\s|had\s)?(?:since\s|later\s)?"
    r"(?:left\s(?:office|the\s(?:post|job|[A-Z]\w*)|[A-Z]\w*|in\s\w+\s\d)|resigned|retired|stepped\sdown|was\s(?:dismissed|removed|replaced))\b"
)
_EN_RANK = (
    "(?:deputy|acting|assistant|associate|vice|shadow|interim|senior|junior|managing|chief|principal"
    "|honorary|permanent)"
)
# Words of grammar, which begin no post and stand in none.
_EN_GRAMMAR = (
    "(?i:the|an?|and|or|but|nor|so|yet|of|in|on|at|by|to|for|from|with|as|than|that|this|these|those|who|whom|whose|which|what|when|where|while|why"
    "|how|if|because|since|until|after|before|under|over|about|against|between|through|during|without|within|despite|like|not|no|its|his|her|their"
    "|our|my|your|it|he|she|they|we|i|you|is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|do|does|did|said|says|also|then|now"
    "|even|either|yesterday|today|tomorrow|told|met|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
)
_EN_WORDS = rf"(?:(?!{_EN_GRAMMAR}\b|former\b|late\b|new\b)[a-z][a-z-]*\s)"
ENGLISH = (
    # Deputy finance minister Omar Haddad; Southern Ferries chief executive Paul Denton
    re.compile(
        rf"(?:\b(?P<of>(?!{_EN_GRAMMAR}\b)[A-Z][\w&-]+(?:\s(?!{_EN_GRAMMAR}\b)[A-Z][\w&-]+){{1,3}})\s(?=[a-z]))?"
        rf"\b(?P<former>(?i:former\s|ex-|then\s|late\s))?(?P<post>(?i:{_EN_RANK})[\s-]{_EN_WORDS}{{0,2}}?(?i:{EN_OFFICE}))\s{_EN_NAME}"
    ),
    # Foreign trade minister Omar Haddad, at the head of a sentence
    re.compile(
        rf"(?:^|(?<=[.!?:]\s)|(?<=\n))(?P<former>)(?P<post>(?!{_EN_GRAMMAR}\b|Former\b|Late\b|Ex-)[A-Z][a-z-]+(?<!ing)(?<!ed)(?<!ly)\s"
        rf"{_EN_WORDS}{{0,2}}?(?:{EN_OFFICE}))\s{_EN_NAME}"
    ),
    # then water minister Helen Marsh
    re.compile(
        rf"\b(?P<former>[Ff]ormer|[Ee]x|[Tt]hen)[\s-](?P<post>(?:[a-z][\w-]*\s){{1,3}}?(?:{EN_OFFICE}))\s{_EN_NAME}"
    ),
    # Foreign Minister Wang Yi
    re.compile(rf"{_EN_FORMER}\b(?P<post>(?:(?!{_EN_GRAMMAR}\b)[A-Z][\w-]+\s){{0,4}}?(?i:{EN_OFFICE}))\s{_EN_NAME}"),
    # met the village elder Osk Pell
    re.compile(
        rf"\b[Tt]he\s(?P<former>former\s)?(?P<post>(?:[a-z][\w-]*\s){{0,2}}?(?:{EN_OFFICE}))\s"
        r"(?P<name>[A-Z][\w\u2019'-]+\s[A-Z][\w\u2019'-]+)(?=[\s,.;:)])"
    ),
    # Wang Yi, the former foreign minister
    re.compile(rf"{_EN_NAME},\s(?:who\s(?:is|was)\s)?(?:the\s|a\s|an\s|its\s)?{_EN_FORMER}{_EN_PHRASE}(?=[,.;:)])"),
    # Present: Ruth Alderton (chair), Marcus Teale (chief executive, non-voting)
    re.compile(
        rf"{_EN_NAME}\s\({_EN_FORMER}(?P<post>(?:[\w\u2019'-]+\s){{0,3}}?(?:{EN_OFFICE})(?:\s(?:of|at|for|in|to)\s[^,.;:()]{{2,60}}?)?)(?=[,;)])"
    ),
    # The former chair of the Board, Dr Edwin Karras; the Board's new director, Lena Marsh
    re.compile(
        rf"\b(?:(?:[Tt]he|[Ii]ts|[Aa]|[Oo]ur)\s|(?={_EN_BODY}[\u2019']s\s))"
        rf"(?:(?:(?P<of>{_EN_BODY})|(?:[a-z]+\s){{0,2}}[a-z]+)[\u2019']s\s)?{_EN_FORMER}(?:{_EN_NEW})?"
        rf"{_EN_PHRASE},\s{_EN_NAME}(?=[,.;:)])"
    ),
)
_NAME = r"(?P<name>[A-Z][\w’'-]+(?:\s(?:[A-Z]\.|(?:Jr|Sr|St)\.|[A-Z][\w’'-]*|(?:de|van|von|bin|al)\b)){1,3})"
_FORMER = r"(?P<former>[Ff]ormer\s|[Ee]x-)?"
_BODY = r"(?:(?:of|for|and|the|in)\s|[A-Z][\w’'-]+\s){0,7}?[A-Z][\w’'-]+"
_AT_BODY = re.compile(rf"\s(?:at|with)\s(?:the\s)?(?P<of>{_BODY})\Z")
_SUCCESSION = (
    r"(?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|(?:[A-Z]\w+)[’']s)\s(?:immediate\s)?(?:successor|predecessor|replacement)"
)


@cache
def _patterns(office: str) -> tuple[re.Pattern[str], ...]:
    post = (
        r"(?P<post>(?:(?!(?:its|his|her|their|our|the|an?|and|who|that|which|[\w-]+[’']s)\b)[\w’'-]+\s){0,4}?"
        rf"(?:{office})(?:\s(?:of|at|for|in|to)\s[^,.;:()]{{2,60}}?)?)"
    )
    return (
        # His successor as chair, Priya Lind, …
        re.compile(rf"\b{_SUCCESSION}\sas\s(?P<former>)(?:the\s)?{post},\s{_NAME}(?=[,.;:)])"),
        # Ann Lee is a senior fellow at the Quay Institute.
        re.compile(rf"(?:^|(?<=[.;:!?]\s)|(?<=\n)){_NAME}\sis\s(?:now\s)?(?:the|an?|its|our|their)\s{_FORMER}{post}(?=[,.;:)]|$)"),
        # Ann Lee, a former clerk at the Quay Institute, is its head of research.
        re.compile(
            rf"(?:^|(?<=[.;:!?]\s)|(?<=\n)){_NAME},\s[^.;:]{{3,120}}?,\sis\s(?:now\s)?(?:the|an?|its|our|their)\s{_FORMER}{post}(?=[,.;:)]|$)"
        ),
    )  # fmt: skip


def more_english(text: str, office: str) -> Iterator[tuple[str, Person]]:
    """Yield people of an English text with their names: who succeeds in a post, and who is said to be something."""
    for pattern in _patterns(office):
        for match in pattern.finditer(text):
            made = person(
                text, Place(*match.span("name")), Place(*match.span("post")), None, former=bool(match["former"])
            )
            yield match["name"], made


def departed(text: str, people: list[Person]) -> list[Person]:
    """Return people with the posts as former ones that the text says further down they left (Marsh, who left …)."""
    left: dict[str, int] = {}
    for name in {one.name for one in people}:
        surname_alone = re.escape(name.rsplit(maxsplit=1)[-1])
        found = [match.start() for match in re.finditer(rf"\b{surname_alone}{_EN_LEFT}", text)]
        if found:
            left[name] = found[-1]
    return [replace(one, former=True) if one.start <= left.get(one.name, -1) else one for one in people]


@cache
def _second(office: str) -> re.Pattern[str]:
    post = rf"(?P<post>(?:[\w’'-]+\s){{0,3}}?(?:{office})\b.*)"
    return re.compile(rf"\sand\s(?:the\s|an?\s)?(?P<former>[Ff]ormer\s|[Ee]x-)?{post}", re.DOTALL)


def parted(text: str, one: Person, office: str) -> Iterator[Person]:
    """Yield a person for each of two posts that one phrase joins (head of the Trust and a former mayor).

    The body that a post is held at is set apart (clerk | Department of Roads).
    """
    second = _second(office).search(one.post)
    if second is not None and re.search(rf"\b(?:{office})\b", one.post[: second.start()]):
        at = one.post_start
        first = person(text, Place(one.start, one.end), Place(at, at + second.start()), None, one.former)
        other = Place(at + second.start("post"), at + second.end("post"))
        yield _with_body(text, replace(first, of=one.of))
        yield _with_body(text, person(text, Place(one.start, one.end), other, None, bool(second["former"])))
    else:
        yield _with_body(text, one)


def _with_body(text: str, one: Person) -> Person:
    held = _AT_BODY.search(one.post) if one.post and not one.of else None
    if held is None:
        return one
    of = Place(one.post_start + held.start("of"), one.post_start + held.end("of"))
    return person(text, Place(one.start, one.end), Place(one.post_start, one.post_start + held.start()), of, one.former)
