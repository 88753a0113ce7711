"""Every place where a text names its people: with a post, by the whole name alone, or by the surname.

Invariant: a mention without a post is of somebody the text names whole somewhere; its name is that whole name, so that
two forms of one name count as one person.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from corpus.document import Span
from corpus.structure import mentions_other
from corpus.structure.names_ja import HEAD
from corpus.structure.people import bare_names, is_person, morphemes
from corpus.structure.posts import Person

_TITLE = r"さん|氏|君|先生|女史|夫人"
_OWN = rf"(?P<post>(?:副|前|元)?[一-鿿]{{0,2}}?(?:{HEAD}))(?![一-鿿])"
_BEHIND = re.compile(
    rf"(?:(?=[はがをにもとへの、。」』）)（(でだ]|から|より|{_TITLE}|ら(?:は|が|を|に|の)|夫妻|自身|本人)|{_OWN})"
)
_SHORT_BEHIND = re.compile(rf"(?:(?=[はがもを]|の(?!{HEAD})|と(?!い)|{_TITLE}|自身|本人)|{_OWN})")
_ONE_BEHIND = re.compile(rf"(?:(?={_TITLE})|{_OWN})")  # a surname of one sign is mostly another word
_KATAKANA = re.compile(r"(?<=[家師者人手員士長督])[ァ-ヺー]{2,}(?:[・＝][ァ-ヺー]{2,})+(?=[はがもをにのと、])")
_JOINED = re.compile(r"(?<![一-鿿々])(?P<one>[一-鿿々]{2,5})と(?P<two>[一-鿿々]{2,5}?)(?=[のはがもを])")
_TITLED = re.compile(
    r"(?<![一-鿿々])(?P<name>[一-鿿々]{1,4}[ぁ-んァ-ヺー]{0,4}?)(?=さん|(?:氏|先生)(?=[はがもをにのと、。]))"
)
_NAME = re.compile(r"[一-鿿々ヶぁ-んァ-ヺー]{3,8}")


def mentions(text: str, people: Sequence[Person], sentences: Sequence[Span], lang: str) -> tuple[Person, ...]:
    """Return the people given and where else the text names them or others, in the order of the text."""
    named = [one for one in people if not _headed(one.name)]
    forms = {squeezed(one.name): one.name for one in reversed(named)}  # 白洲 晃 and 白洲晃 are one
    named = [replace(one, name=forms[squeezed(one.name)]) for one in named]
    japanese = lang == "ja"
    more = _japanese(text, named, sentences) if japanese else mentions_other.mentions(text, named, lang)
    held = [(one.start, max(one.end, one.post_end if one.post_start >= one.end else one.end)) for one in named]
    found: list[Person] = []
    for one in sorted(more, key=lambda one: (one.start, -one.end)):
        if not any(start < one.end and one.start < end for start, end in held):
            found.append(one)
            held.append((one.start, one.end))
    return tuple(sorted([*_whole(named, found, lang), *found], key=lambda one: (one.start, one.end, one.post_start)))


def squeezed(name: str) -> str:
    """Return a name without the gap that may be printed in it; one of letters as it is."""
    return name if name.isascii() else re.sub(r"[ \u3000]", "", name)


def _headed(name: str) -> bool:
    """Say whether a name has a heading's word before it (評伝　藤堂いずみ)."""
    first, *rest = re.split(r"[ 　]", name, maxsplit=1)
    if not rest or not re.search("[一-鿿]", first) or morphemes(first)[0][1].endswith("人名,姓"):
        return False
    given = morphemes(rest[0])
    return len(given) != 1 or not given[0][1].endswith("人名,名")


def _whole(people: Sequence[Person], more: Iterable[Person], lang: str) -> list[Person]:
    """Return people with the whole name in place of a surname that belongs to one of them alone."""
    known = by_surname({one.name for one in [*people, *more]}, lang)
    return [replace(one, name=known.get(one.name, one.name)) for one in people]


def by_surname(names: Iterable[str], lang: str) -> dict[str, str]:
    """Return the whole names by their surnames, where one alone has it."""
    found: dict[str, set[str]] = {}
    for name in names:
        if (short := surname_of(name, lang)) and short != name:
            found.setdefault(short, set()).add(name)
    return {short: next(iter(whole)) for short, whole in found.items() if len(whole) == 1}


@lru_cache(4096)
def surname_of(name: str, lang: str) -> str:
    """Return what of a whole name stands for a person when the text names them again, or nothing."""
    if lang == "en":
        return name.rsplit(maxsplit=1)[-1] if " " in name else ""
    if re.fullmatch(r"[ァ-ヺー]+(?:[・＝][ァ-ヺー]+)+", name):
        return re.split("[・＝]", name)[-1]
    if lang == "ja":
        read = morphemes(re.sub(r"[ 　]", "", name))
        if len(read) > 1 and read[0][1].endswith("人名,姓"):
            return read[0][0]
        if len(read) == 2 and read[1][1].endswith("人名,名"):  # a surname that the dictionary knows as a word (白洲)
            return read[0][0]
        if re.fullmatch("[一-鿿]{2}", name) and not any("人名" in word[1] for word in read):
            return name[0]
    return ""


def _japanese(text: str, people: Sequence[Person], sentences: Sequence[Span]) -> Iterator[Person]:
    whole = {one.name for one in people if len(one.name) > 1} | {text[a:b] for a, b in bare_names(text, 0, len(text))}
    whole |= {match["name"] for match in _TITLED.finditer(text) if _surnamed(match["name"])}
    whole |= {match.group() for match in _KATAKANA.finditer(text)}
    for match in _JOINED.finditer(text):
        if all(len(name) > 2 and name[-1] != "氏" and is_person(name) for name in match.groups()):
            whole |= set(match.groups())
    for sentence in sentences:
        whole |= set(_full_names(text[sentence.start : sentence.end]))
    whole -= by_surname(whole, "ja").keys()
    forms = {squeezed(name): name for name in sorted(whole, key=lambda name: (text.find(name), name), reverse=True)}
    for printed in {*whole, *forms}:
        yield from _placed(text, printed, forms[squeezed(printed)], _BEHIND)
    for short, name in by_surname(forms.values(), "ja").items():
        yield from _placed(text, short, name, _ONE_BEHIND if len(short) == 1 else _SHORT_BEHIND)


def _surnamed(name: str) -> bool:
    """Say whether what a title stands behind begins with a surname, whatever the given name is (宮前さとさん)."""
    read = morphemes(f"{name}氏")
    return read[0][1].endswith("人名,姓") and not any(word[1].startswith("助") for word in read)


def _full_names(sentence: str) -> Iterator[str]:
    """Yield what the dictionary reads as a surname with a given name behind it."""
    read = morphemes(sentence)
    for (one, kind, _), (two, other, _) in pairwise(read):
        given = other.endswith("人名,名") or (other.endswith("人名,一般") and re.fullmatch("[ぁ-んァ-ヺー]+", two))
        if kind.endswith("人名,姓") and given and _NAME.fullmatch(one + two):
            yield one + two


def _placed(text: str, printed: str, name: str, behind: re.Pattern[str]) -> Iterator[Person]:
    """Yield where a name stands as a word of its own, before what may stand behind one."""
    whole = bool(re.match("[ァ-ヺ]", printed)) and name == printed
    at = text.find(printed)
    while at >= 0:
        end = at + len(printed)
        match = behind.match(text, end) if not (at and (_KATA if whole else _WORD).match(text[at - 1])) else None
        if match is None and behind is _ONE_BEHIND and not (at and _WORD.match(text[at - 1])):
            match = _SHORT_BEHIND.match(text, end) if _read_as_surname(text, at) else None
        if match is not None:
            posted = bool(match["post"])
            yield Person(at, end, name, match["post"] or "", end if posted else 0, match.end() if posted else 0)
        at = text.find(printed, end)


def _read_as_surname(text: str, at: int) -> bool:
    """Say whether the dictionary takes the sign at ``at``, with what follows it, for a surname (朴は, and not 林は)."""
    first = morphemes(text[at : at + _AHEAD])[0]
    return len(first[0]) == 1 and first[1].endswith("人名,姓")


_AHEAD = 8  # characters read with a sign
_WORD, _KATA = re.compile("[一-鿿々ァ-ヺー・]"), re.compile("[ァ-ヺー・＝]")
