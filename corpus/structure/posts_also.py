"""People whose second post stands in brackets, whose roster ran together, or whose foreign name no dictionary knows.

Invariant: a name is one that the dictionary reads as surname and given name, or that stands between a body and a post
and is made of no word of the language; a post is a slice of the same line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.frequency import zipf
from corpus.structure.glued.rosters import HEADER, cut_roster
from corpus.structure.names_ja import HEAD, is_spaced_name
from corpus.structure.people import is_person, morphemes
from corpus.structure.posts import Person, Place, person
from corpus.structure.posts_parted import parted

_RUN = r"[一-鿿々ヶァ-ヺー]"
_BRACKETED = re.compile(
    r"(?<![一-鿿々ヶァ-ヺーぁ-ゖ・])(?P<name>[一-鿿々ヶ]{1,4}[ \u3000][一-鿿々ぁ-ゖァ-ヺー]{1,4}?)"
    r"(?P<role>委員|理事|議員|氏)?"
    r"[（(](?P<words>[一-鿿々ヶァ-ヺーぁ-ゖ]{2,30})[)）]"
)
_TRADE = re.compile(
    r"[一-鿿]{0,5}(?:建築|弁護|税理|会計|行政書|司法書|栄養|介護福祉|保育|技術)士|[一-鿿]{1,6}(?:師|家|職人)"
)
_OF_TRADE = re.compile(
    rf"(?<!{_RUN})(?P<former>元)?(?P<post>[一-鿿]{{1,6}}(?<![遺])(?:師|家|士|職人|作家))の(?P<name>[一-鿿々ヶ]{{3,6}})"
    r"(?=[はがをにとも、。]|さん|氏)"
)
_NO_TRADE = re.compile(
    r"(?:[一-鿿]*(?:遺|実|生|一|国|農|民|商|本|分|王|公|両|各|同|武|博|紳|戦|兵|力|教|牧|漁|猟|恩)(?:家|師|士))\Z"
)
_OF_BODY = re.compile(
    r"(?P<of>[一-鿿]{1,8}?[都道府県市区町村](?=副(?:知事|[市区町村]長))|[一-鿿ァ-ヺー]{1,16}の会)"
    r"(?P<post>副(?:知事|[市区町村]長)|副?(?:代表|会長)|事務局長)"
)
_SAME = re.compile(r"同[課部局室係社校会市町村県館](?=[一-鿿])")
_KO_WORD, _KO_KNOWN = 2.0, 3.5  # Zipf frequencies below which a word is none of the language, or may be a given name
_KO_FOREIGN = re.compile(
    r"(?:(?P<of>(?:[가-힣]{2,10}(?<![은는이가을를에도자며고서한된])\s)?[가-힣]{2,10})의|[가-힣]{2,10}인)\s(?P<name>[가-힣]{2,5}\s[가-힣]{2,5})\s(?P<former>전\s)?"
    r"(?P<post>(?:[가-힣]{1,6}[부청처원]\s)?[가-힣]{0,6}(?:대통령|총리|장관|차관|총재|위원장|의장|의원|시장|회장|사장|대표|이사장|원장"
    r"|소장|국장|청장|처장|총장|교수|대사|대변인|사령관|주석|연구원|감독|선장|조합장))(?=[은는이가을를의도과와에(,.\s]|이다|$)"
)


def also_named(text: str, lang: str) -> Iterator[Person]:
    """Yield the people that a text in a language names in one of these ways."""
    if lang == "ja":
        yield from _bracketed(text)
        yield from _of_trade(text)
        yield from _rostered(text)
    elif lang == "ko":
        yield from _foreign(text)


def _bracketed(text: str) -> Iterator[Person]:
    """Yield who is named with a gap and in brackets what else the person is (久我 みどり（公民館利用者の会代表）)."""
    for match in _BRACKETED.finditer(text):
        if not (is_person(match["name"]) or is_spaced_name(match["name"])):
            continue
        name, at = Place(*match.span("name")), match.start("words")
        if (one := _held(text, name, match["words"], at)) is not None:
            yield one


def _held(text: str, name: Place, words: str, at: int) -> Person | None:
    """Return a person with the post, or the trade, that words tell."""
    same = _SAME.match(words)
    at, words = (at + same.end(), words[same.end() :]) if same else (at, words)
    if deputy := _OF_BODY.fullmatch(words):
        body = Place(at + deputy.start("of"), at + deputy.end("of"))
        return person(text, name, Place(at + deputy.start("post"), at + deputy.end("post")), body)
    if _TRADE.fullmatch(words) and not _NO_TRADE.fullmatch(words):
        return person(text, name, Place(at, at + len(words)))
    found = parted(words)
    if found is not None:
        of = Place(at + found.of[0], at + found.of[1]) if found.of[1] > found.of[0] else None
        return person(text, name, Place(at + found.post[0], at + found.post[1]), of, found.former)
    head = re.search(rf"(?P<former>前|元)?(?P<post>[一-鿿]{{0,6}}(?:{HEAD}))$", words)
    return (
        person(text, name, Place(at + head.start("post"), at + head.end("post")), None, bool(head["former"]))
        if head and head.start() == 0
        else None
    )


def _of_trade(text: str) -> Iterator[Person]:
    """Yield who is named behind a trade (郷土史家の戸叶泰三は), where the dictionary reads a whole name."""
    for match in _OF_TRADE.finditer(text):
        read = morphemes(match["name"])
        whole = len(read) > 1 and read[0][1].endswith("人名,姓") and read[-1][1].endswith("人名,名")
        if whole and not _NO_TRADE.fullmatch(match["post"]):
            yield person(text, Place(*match.span("name")), Place(*match.span("post")), None, bool(match["former"]))


def _rostered(text: str) -> Iterator[Person]:
    """Yield the people of a roster whose columns ran together, with the posts of both columns."""
    for header in re.finditer(rf"(?m)^{HEADER.pattern}$", text):
        lines: list[tuple[int, str]] = []
        for line in re.finditer(r"[^\n]+", text[header.end() + 1 :]):
            if line.start() != (lines[-1][0] + len(lines[-1][1]) + 1 if lines else 0) or re.search(
                "[。（(：:]", line[0]
            ):
                break
            lines.append((line.start(), line[0]))
        begin = header.end() + 1
        for (at, words), edges in zip(lines, cut_roster([w for _, w in lines], bodied=bool(header["of"])), strict=True):
            if not edges:
                continue
            start = begin + at
            name = Place(start + edges[0], start + edges[1])
            yield person(text, name, Place(start, start + edges[0]))
            other = _held(text, name, words[edges[1] :], start + edges[1]) if header["of"] else None
            if other is not None:
                yield other


def _foreign(text: str) -> Iterator[Person]:
    """Yield who has a foreign name between a body and a post (벨다르의 카트린 외스겔 장관)."""
    for match in _KO_FOREIGN.finditer(text):
        words = match["name"].split()
        if zipf(words[1], "ko") < _KO_WORD and zipf(words[0], "ko") < _KO_KNOWN and not any(map(is_person, words)):
            of = Place(*match.span("of")) if match["of"] else None
            yield person(text, Place(*match.span("name")), Place(*match.span("post")), of, bool(match["former"]))
