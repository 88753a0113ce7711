"""Japanese people whom what stands around the name shows, though no dictionary has it: a reading, an age, a house.

Invariant: the beginning and the end of a name are shown by what stands there: the head of the body before it
(…町の…町長), its reading in brackets (…（くおんじ・こずえ）), an age behind it, or the one longer name that begins so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.structure.names_ja import HEAD, could_be_name, is_place, is_whole_post
from corpus.structure.people import morphemes
from corpus.structure.posts import Person, Place, person
from corpus.structure.posts_parted import parted

_RUN = r"[一-鿿々ヶァ-ヺー]"
_HAN_NAME = r"[一-鿿々ヶ]{2,5}[ぁ-ゖ]{0,3}"
_OF_HOUSE = re.compile(
    rf"(?<!{_RUN})(?P<of>{_RUN}{{1,16}}(?P<head>[市区町村]))の(?P<name>{_HAN_NAME})(?P<post>(?P=head)長)(?!{_RUN})(?P<then>[（(]当時[）)])?"
)
_OF_BODY = re.compile(
    rf"(?<!{_RUN})(?P<of>{_RUN}{{2,20}}(?:組合|協会|会社|連合会|委員会|審議会|議会|財団|連盟|商店会|漁協|農協))の"
    rf"(?P<name>{_HAN_NAME})(?P<post>(?:副|執行|専務|常務|代表)?(?:理事長?|委員長|会長|社長|組合長|議長|事務局長|理事|取締役))(?!{_RUN})(?P<then>[（(]当時[）)])?"
)
_READING = "[（(][ぁ-ゖー]{1,6}[・ 　][ぁ-ゖー]{1,6}[）)][ 　]*"
_READ = re.compile(
    rf"(?<!{_RUN})(?P<name>{_HAN_NAME}|[一-鿿々ヶ]{{1,3}}[ 　][一-鿿々ぁ-ゖ]{{1,4}}){_READING}"
    rf"(?P<words>{_RUN}{{2,40}}?)(?=[。、\n]|$)"
)
_ONCE = re.compile(r"(?:、|^)?(?P<words>[一-鿿々ヶァ-ヺー]{2,30}?)(?:など)?を経て")
_BYLINE = re.compile(
    rf"(?m)^[ 　]*(?P<name>{_HAN_NAME})[（(](?P<of>{_RUN}{{3,30}})[ 　](?P<post>{_RUN}{{0,8}}?(?:{HEAD}))[）)][ 　]*$"
)
_AGED = re.compile(
    r"(?<![一-鿿々])(?P<post>[一-鿿々]{1,8}(?:家|師|士|手|者|職人|作家|員|教諭))の(?P<name>[一-鿿々ヶ]{2,5})(?:さん|氏)[（(]\d{1,3}[）)]"
)
_KIN = re.compile(r"被害者|加害者|生存者|第一人者|遺族|家族|当事者|関係者|配偶者|後継者|当家|実家")
_NOW = re.compile(rf"[（(]現(?:在の?)?[・、]?(?P<words>{_RUN}{{2,30}})[）)]")
_AGE = re.compile(r"(?P<name>[一-鿿々ヶ]{3,6})(?:さん|氏)?[（(]\d{1,3}[）)]")
_REACH = 60  # characters behind a reading to what its bearer was before
_FEWEST = 2  # signs of a surname


def shown_people(text: str, found: Sequence[Person]) -> list[Person]:
    """Return people with those added that their surroundings show, and without readings of them that end elsewhere."""
    certain = [*_of_house(text), *_read(text), *_bylines(text), *_aged(text)]
    kept = [one for one in found if not any(_cut_short(one, other) for other in certain)]
    return [*_now(text, kept), *certain, *_by_surname(text, [*kept, *certain])]


def _cut_short(one: Person, other: Person) -> bool:
    return one.start == other.start and one.end != other.end and bool(one.post) and one.post_start < other.post_end


def _of_house(text: str) -> Iterator[Person]:
    """Yield who heads a place or a body that stands before the name."""
    for pattern in (_OF_HOUSE, _OF_BODY):
        for match in pattern.finditer(text):
            name = match["name"]
            known = pattern is _OF_HOUSE or morphemes(name)[-1][1].endswith("人名,名")
            if known and _is_free(name):
                of, post = Place(*match.span("of")), Place(*match.span("post"))
                yield person(text, Place(*match.span("name")), post, of, bool(match["then"]))


def _is_free(name: str) -> bool:
    """Say whether words in the place of a name are no word of the language, place or turn."""
    apart = not re.search(r"[前元現新旧次副]$", name) and not re.search(rf"(?:{HEAD})", name)
    return apart and could_be_name(name, certain=True) and not is_place(name)


def _read(text: str) -> Iterator[Person]:
    """Yield who is named with a reading, with what stands behind it and what the person was before (…を経て)."""
    for match in _READ.finditer(text):
        name = Place(*match.span("name"))
        yield from _held(text, name, match["words"], match.start("words"), past=False)
        stop = text.find("\n", match.end())
        end = min(match.end() + _REACH, stop if stop >= 0 else len(text))
        for once in re.finditer(rf"(?<!{_RUN}){_ONCE.pattern}", text[match.end() : end]):
            yield from _held(text, name, once["words"], match.end() + once.start("words"), past=True)


def _held(text: str, name: Place, words: str, at: int, *, past: bool) -> Iterator[Person]:
    found = parted(words)
    if found is not None:
        of = Place(at + found.of[0], at + found.of[1]) if found.of[1] > found.of[0] else None
        yield person(text, name, Place(at + found.post[0], at + found.post[1]), of, past or found.former)


def _bylines(text: str) -> Iterator[Person]:
    """Yield who signs a line of its own with body and post in brackets (…（潮路研究所 上席研究員）)."""
    for match in _BYLINE.finditer(text):
        if _is_free(match["name"]):
            yield person(text, Place(*match.span("name")), Place(*match.span("post")), Place(*match.span("of")))


def _aged(text: str) -> Iterator[Person]:
    """Yield who is named behind an occupation and before an age (海事史家の石動昭さん（70）)."""
    for match in _AGED.finditer(text):
        if not _KIN.search(match["post"]) and not re.search(r"元$|前$", match["post"]):
            former = match["post"][0] in "元前" and len(match["post"]) > 1
            yield person(
                text, Place(*match.span("name")), Place(match.start("post") + former, match.end("post")), None, former
            )


def _now(text: str, found: Sequence[Person]) -> Iterator[Person]:
    """Yield people, those behind whose post stands what they are now with both posts (交通局長（現・汽船社長）)."""
    for one in found:
        now = _NOW.match(text, max(one.end, one.post_end)) if one.post else None
        yield replace(one, former=True) if now else one
        if now:
            yield from _held(text, Place(one.start, one.end), now["words"], now.start("words"), past=False)


def _by_surname(text: str, found: Sequence[Person]) -> Iterator[Person]:
    """Yield who is named whole once with an age or a title, and elsewhere by the surname with a post (余目会長)."""
    whole = {text[one.start : one.end]: one.start for one in found if len(one.name) > _FEWEST}
    for match in _AGE.finditer(text):
        whole.setdefault(match["name"], match.start("name"))
    for name, at in whole.items():
        if not re.fullmatch("[一-鿿々ヶ]{3,6}", name):
            continue
        for size in range(len(name) - 1, _FEWEST - 1, -1):
            surname = name[:size]
            if sum(other.startswith(surname) for other in whole) > 1:
                break
            pattern = rf"(?<![一-鿿々ヶァ-ヺー])(?!{name}){surname}(?P<post>[一-鿿]{{0,6}}?(?:{HEAD}))(?!{_RUN})"
            posts = [match for match in re.finditer(pattern, text) if is_whole_post(match["post"])]
            said = {match["post"] for match in posts}
            held = {one.post for one in found if one.name == name}
            if len(said) == 1 and not any(held):  # of one who is called by another post it may be somebody else
                yield person(text, Place(at, at + len(name)), Place(*posts[0].span("post")))
            if said:
                break
