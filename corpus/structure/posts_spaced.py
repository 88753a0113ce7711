"""Japanese people printed with a gap between surname and given name, and a post right behind: 有馬 信孝社長.

Invariant: the words before the gap and those behind it are a surname and a given name to the dictionary, and where
it lacks the given name the post begins where one of its words does; a gap between columns is none of a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from corpus.structure.names_ja import HEAD, is_body, is_predecessor, is_prefix, is_spaced_name, is_whole_post
from corpus.structure.people import is_person, morphemes
from corpus.structure.posts import Person, Place, person

_RUN = r"[一-鿿々ヶァ-ヺー]"
_SPACED = re.compile(
    rf"(?<!{_RUN})(?:(?P<of>{_RUN}{{2,20}})の)?(?P<surname>[一-鿿々ヶ]{{1,4}})[ 　]"
    rf"(?P<rest>[一-鿿々ぁ-ゖァ-ヺー]{{1,4}}?(?P<dot>・)?{_RUN}{{0,16}}(?:{HEAD}))(?!{_RUN})"
)
_LONGEST_GIVEN = 4
_SHORT_SURNAME = 2  # characters of one that the dictionary knows as a word (真壁)
_THEN = re.compile(r"[（(]当時[）)]")
_BODY_AND_FORMER = re.compile(
    r"(?P<of>[一-鿿々ヶァ-ヺー]{2,24}?(?:会社|法人|組合|大学|協会|機構|[省庁社局院会]))(?P<former>前|元)"
    rf"(?P<post>[一-鿿]{{0,10}}?(?:{HEAD}))"
)


def spaced(text: str) -> Iterator[Person]:
    """Yield the people whose name has a gap and whose post follows it, 前 and 元 before the post taken apart."""
    for match in _SPACED.finditer(text):
        size = _given(match["surname"], match["rest"])
        if not size:
            continue
        at = match.start("rest") + size
        post = at + (text[at] == "・")
        former = text[post] in "前元" and is_prefix(text[post : match.end()])
        of = Place(*match.span("of")) if match["of"] and is_body(match["of"]) else None
        then = bool(_THEN.match(text, match.end())) or is_predecessor(match["of"] or "")
        name = Place(match.start("surname"), at)
        yield person(text, name, Place(post + former, match.end()), of, former or then)


def _given(surname: str, rest: str) -> int:
    """Return how many characters behind the gap are a given name before a post; 0 where they are none."""
    read = morphemes(surname)
    word = len(surname) > 1 and any("普通名詞" in kind for _, kind, _ in read)
    if word and (len(read) > 1 or len(surname) != _SHORT_SURNAME):
        return 0
    if _is_whole_name(surname) or _is_whole_name(rest):
        return 0  # a name, or what else it is, stands before the gap, and another name behind it
    ends = {*accumulate(len(word[0]) for word in morphemes(rest)), rest.find("・")}
    for size in range(min(_LONGEST_GIVEN, len(rest) - 2), 0, -1):
        given, post = rest[:size], rest[size:].removeprefix("・")
        known = is_spaced_name(f"{surname} {given}") and not (word and size == 1) and len(surname) > 1
        known = known and not morphemes(given)[0][1].endswith("人名,姓")  # 出席　矢代委員長
        if not (known or size in ends) or "・" in given or (size > 1 and given[-1] in "前元副現新"):
            continue
        named = known or (not word and is_person(f"{surname} {given}"))
        if named and is_whole_post(post) and re.fullmatch(rf"[前元]?{_RUN}{{0,16}}?(?:{HEAD})", post):
            return size
    return 0


def _is_whole_name(rest: str) -> bool:
    """Say whether what stands behind a gap is a surname and a given name, or the name of somebody known."""
    read = morphemes(rest)
    kinds = [kind for _, kind, _ in read]
    whole = len(read) > 1 and kinds[0].endswith("人名,姓") and kinds[1].endswith("人名,名")
    return whole or kinds[0].endswith("人名,一般")


def of_former(text: str, one: Person) -> Person:
    """Return a person with the body and 前 or 元 before the post taken apart (鷺沢汽船株式会社前運航管理者)."""
    match = _BODY_AND_FORMER.fullmatch(one.post) if not one.former else None
    if match is None or not is_prefix(one.post[match.start("former") :]):
        return one
    start, of = one.post_start + match.start("post"), one.post_start + match.end("of")
    return person(text, Place(one.start, one.end), Place(start, one.post_end), Place(one.post_start, of), former=True)


def is_lettered(words: str) -> bool:
    """Say whether words are a post set as wide as those above it (委　員)."""
    return bool(_LETTERED.fullmatch(words) and re.fullmatch(HEAD, re.sub("[ 　]", "", words)))


_LETTERED = re.compile("[一-鿿](?:[ 　][一-鿿]){1,3}")
