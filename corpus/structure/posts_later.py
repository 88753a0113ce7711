"""What a text tells of posts beyond the words beside a name: who succeeded whom, who left, and whose head 同社 means.

Invariant: a post is a slice of the text, printed of the one who held it before; a body that only a pointing word names
is that which the word means, or none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.structure.posts import Person, Place, person

if TYPE_CHECKING:
    from corpus.structure.rules import Reference

_POINTS = re.compile(r"(?:[同両当該]|[该本])[一-鿿ァ-ヺー]{1,4}")
_BESIDE = re.compile("(?:隣国|友好国|同盟国|宗主国|邻国|盟国)の?(?=.{2})")
_IN_TURN = re.compile(r"後任(?:に)?は、?|後任(?:として|に)、?|후임(?:으로)?는?\s")
_TAKES = re.compile(
    r"(?:氏|さん|君)?(?:[（(][^（）()]{1,12}[）)])?が、?(?:就|昇格|昇任|選ばれ|選出|なっ|起用|任命|着任|登用|選任)"
)
_SENTENCES = 120  # characters back to who held the post before
_LEFT_JA = re.compile(
    r"(?:氏|さん)?は、?[^。「」]{0,24}?(?:[をで]?(?:退職|退任|辞任|離任|勇退|引退)し[たま、]|[をで]?退い[たて])"
)
_LEFT_EN = re.compile(r"\s(?:has\s|had\s)?(?:since\s|later\s|then\s)?(?:retired|resigned|stepped\sdown|left\soffice)\b")


def settled(text: str, people: Sequence[Person], references: Sequence[Reference]) -> list[Person]:
    """Return people with the bodies that words point to, the posts they took over, and those they left as former."""
    known = [_with_body(text, one, references) for one in people]
    turns = list(_successors(text, known))
    over = {(old.name, old.post) for old, _ in turns}
    known = [replace(one, former=True) if (one.name, one.post) in over else one for one in known]
    return _left(text, [*known, *(new for _, new in turns)], references)


def _with_body(text: str, one: Person, references: Sequence[Reference]) -> Person:
    """Return a person whose body a pointing word names (同社の…) with what that word means, or without one."""
    if neighbour := _BESIDE.match(one.of):  # 隣国タルコス王国
        return replace(one, of=one.of[neighbour.end() :])
    if not _POINTS.fullmatch(one.of):
        return one
    first = min(one.start, one.post_start if one.post else one.start)
    beside = [each for each in references if len(each.to) == 1 and 0 <= first - each.end <= len(one.of) + 1]
    said = [each for each in beside if text[each.start : each.end] in one.of]
    return replace(one, of=text[said[-1].to[0].start : said[-1].to[0].end] if said else "")


def _successors(text: str, people: Sequence[Person]) -> Iterator[tuple[Person, Person]]:
    """Yield who held a post, and who follows in it (…社長は退く。後任には常務だった…氏が昇格した)."""
    for match in _IN_TURN.finditer(text):
        stop = text.find("。", match.end())
        new = [
            one for one in people if match.end() <= one.start < stop and _TAKES.match(text, max(one.end, one.post_end))
        ]
        left = max(match.start() - _SENTENCES, text.rfind("\n\n", 0, match.start()), 0)
        old = [one for one in people if left <= one.start < match.start() and one.post]
        if len({one.name for one in new}) == 1 and old and old[-1].name != new[-1].name:
            before = old[-1]
            yield before, person(text, Place(new[-1].start, new[-1].end), Place(before.post_start, before.post_end))


def _left(text: str, people: Sequence[Person], references: Sequence[Reference]) -> list[Person]:
    """Return people, as former those of whom a word that means them is said to have left, and whom another follows."""
    over: dict[int, int] = {}
    for word in references:
        if word.kind == "person" and (_LEFT_JA.match(text, word.end) or _LEFT_EN.match(text, word.end)):
            over[word.to[0].start] = word.start
    names = {one.name: until for one in people for start, until in over.items() if start == one.start}
    whole = {one.name for one in people}
    for short in list(names):  # the surname stands for the one whole name that begins so
        if len(full := [name for name in whole if name.startswith(short) and name != short]) == 1:
            names.setdefault(full[0], names[short])
    turns = [match.start() for match in _IN_TURN.finditer(text)]
    made: list[Person] = []
    for one in people:
        until = names.get(one.name, -1)
        promoted = any(
            turn < min(one.start, one.post_start) <= turn + _SENTENCES
            and _TAKES.match(text, max(one.end, one.post_end))
            for turn in turns
        )
        gone = one.post and (one.start <= until or promoted)
        made.append(replace(one, former=True) if gone and not one.former else one)
    return made
