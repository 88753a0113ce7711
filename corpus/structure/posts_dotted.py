"""People in Chinese whose names have a dot in them (埃里克·桑德), with the posts told before, behind or later of them.

Invariant: the dot shows the name, so that any word of office may stand before it; the last part of the name alone is
the same person only where one person of the text is called so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from corpus.structure.posts import Person, Place, person

_HAN = "[一-鿿]"
_OFFICE = (
    r"(?:副?(?:大臣|主任|经理|书记|主席|总裁|总理|首相|总统|教授|律师|医生|记者|编辑|代表|大使|顾问|司令|干事|会计|讲师|秘书长|理事长|董事长)"
    r"|副?(?:首席|高级)?(?![的由和与])[一-鿿]长|(?:(?![的由和与])[一-鿿]){0,2}(?:研究|监理|监察|管理|技术|观察|委|议|专|检查|检验|联络|调查)员)"
)
_STOP = (
    r"(?=[^一-鿿·]|[的在是和由与與被曾则却也认说表将对于以从都还已就也来去到向]"
    r"|接任|出任|就任|担任|当选|兼任|本人|后来|随后|现任|辞|离|卸|去世|当年|承认|告诉|率|访|主持|$)"
)
_DOTTED = re.compile(rf"(?P<first>{_HAN}{{1,6}})(?P<rest>(?:·{_HAN}{{1,6}}?)+){_STOP}")
_LEAD = r"(?P<lead>首任|前任|前|原|时任|现任|继任|新任)"
_BEFORE = re.compile(
    rf"(?:(?:(?<!{_HAN})|(?<=[的由，和与其让请])){_LEAD}?|(?:(?<!{_HAN})|(?<=[的由，]))(?P<of>(?:(?![的他她])[一-鿿]){{2,10}}?)(?P<led>现任|前任|前|原|时任))"
    rf"(?P<post>(?:(?![的由和与了])(?!现任|前任|时任){_HAN}){{0,10}}?{_OFFICE})"
    rf"(?:的|、{_HAN}{{1,6}}之[子女妻弟妹])?(?P<name>(?:(?![的由和与]){_HAN}){{1,5}}(?:·{_HAN}{{1,6}}?)+){_STOP}"
)
_TAKES = (
    r"(?:本人)?(?P<when>曾经?|后来|随后|此后|不久)?(?P<verb>任|出任|就任|担任|升任|转任|调任|当选为?|接任)了?"
    rf"(?:(?P<of>(?:(?![的，。])(?!{_OFFICE}){_HAN}){{2,12}}?)的?)??(?P<post>(?:(?![的，。])(?!{_OFFICE}){_HAN}){{0,4}}{_OFFICE})(?=[，。；、]|$)"
)
_LEFT = r"[^。！？]{0,14}?(?:卸任|离任|辞去|辞职|退休|去职|被免)"
_TAKEN_FROM = re.compile(r"辞去(?P<post>[一-鿿]{2,8}?)(?:职务|一职)")
_SUCCEEDS = re.compile(r"(?:接任|继任)")
_PAST = frozenset(("首任", "前任", "前", "原", "时任", "曾", "曾经"))


def dotted_people(text: str) -> list[Person]:
    """Return the people with a dot in their name that a Chinese text names with a post, those who left it as former."""
    names = _names(text)
    found = [*_before(text, names), *_taking(text, names), *_by_last_part(text, names)]
    return [replace(one, former=True) if not one.former and _has_left(text, one, found) else one for one in found]


@lru_cache(64)
def _names(text: str) -> tuple[str, ...]:
    """Return the names with a dot that stand where their beginning shows: behind a sign, or again."""
    ends = [match["first"] + match["rest"] for match in _DOTTED.finditer(text)]
    whole: set[str] = set()
    for words in ends:
        tails = [words[at:] for at in range(words.index("·"))]
        free = [tail for tail in tails if re.search(rf"(?<!{_HAN}){re.escape(tail)}", text)]
        most = max(text.count(tail) for tail in tails)
        again = [tail for tail in tails if text.count(tail) == most > 1]
        behind = [match["name"] for match in _BEFORE.finditer(text) if match["name"] in tails]
        whole.update(again[:1] or behind[:1] or free[:1])
    return tuple(sorted(whole, key=len, reverse=True))


def _before(text: str, names: tuple[str, ...]) -> Iterator[Person]:
    """Yield the people behind a word of office, and what such a person takes over (由副行长…接任)."""
    for match in _BEFORE.finditer(text):
        size = next((len(name) for name in names if match["name"].endswith(name)), 0)
        if size != len(match["name"]):
            continue
        name, post = Place(*match.span("name")), Place(*match.span("post"))
        succeeds = _SUCCEEDS.match(text, match.end("name"))
        of = Place(*match.span("of")) if match["of"] else None
        former = (match["lead"] or match["led"]) in _PAST or succeeds is not None
        yield person(text, name, post, of, former=former)
        left = list(_TAKEN_FROM.finditer(text, max(match.start() - 60, 0), match.start()))
        if succeeds is not None and left:
            yield person(text, name, Place(*left[-1].span("post")))


def _taking(text: str, names: tuple[str, ...]) -> Iterator[Person]:
    """Yield who is said to have held, or to take, a post (…曾任财政部次长, …当选镇长), by the name or its last part."""
    for name in names:
        for match in re.finditer(rf"(?:{re.escape(name)}|(?<![一-鿿·]){re.escape(_last(name, names))}){_TAKES}", text):
            at = text.index(name)
            of = Place(*match.span("of")) if match["of"] else None
            place = Place(at, at + len(name))
            yield person(text, place, Place(*match.span("post")), of, match["when"] in _PAST)


def _by_last_part(text: str, names: tuple[str, ...]) -> Iterator[Person]:
    """Yield who is called by the last part of the name behind a former post (互助银行前行长维克)."""
    for name in names:
        if not (last := _last(name, names)) or last == name:
            continue
        pattern = (
            rf"(?:(?<!{_HAN})|(?<=[的，。]))(?P<of>{_HAN}{{2,10}}?)(?:前|原)(?P<post>{_OFFICE}){re.escape(last)}{_STOP}"
        )
        for match in re.finditer(pattern, text):
            at = text.index(name)
            yield person(text, Place(at, at + len(name)), Place(*match.span("post")), Place(*match.span("of")), True)


def _last(name: str, names: tuple[str, ...]) -> str:
    """Return the last part of a name, where nobody else of the text is called so; else the name."""
    last = name.rsplit("·", maxsplit=1)[-1]
    return last if sum(other.endswith(f"·{last}") for other in names) == 1 else name


def _has_left(text: str, one: Person, found: list[Person]) -> bool:
    """Say whether a text says further on that a person left, or took another post later (后来出任)."""
    last = one.name.rsplit("·", maxsplit=1)[-1]
    own = {other.name for other in found}
    if sum(name.endswith(f"·{last}") for name in own) != 1:
        return False
    end = max(one.post_end, one.end)
    if re.compile(rf"{re.escape(last)}{_LEFT}").search(text, end):
        return True
    later = re.compile(rf"{re.escape(last)}(?:本人)?(?:后来|随后|此后)(?:出任|升任|转任|调任|担任)").search(text, end)
    return later is not None
