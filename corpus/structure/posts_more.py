"""Posts that stand further from a name: who speaks (（小暮図書館長）), 元A省課長で…のC教授, Cを座長とする, C系…研究员.

Invariant: a name is one that was found already, or stands where nothing but a person can; a post is a slice of the
same sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from corpus.structure.names_ja import HEAD, is_name, is_place, is_whole_post
from corpus.structure.people import bare_names, is_person, morphemes
from corpus.structure.posts import Person, Place, person
from corpus.structure.speakers import labels

_RUN = r"[一-鿿々ヶァ-ヺー]"
# ダワースレン前首相, ノルブ前南ハンガイ県知事
_FORMER = re.compile(
    rf"(?<!{_RUN})(?P<name>[ァ-ヺー]{{3,}}(?:[・＝][ァ-ヺー]+)*)[前元](?P<of>{_RUN}{{2,12}}?[県州市国省府郡])?"
    rf"(?P<post>[一-鿿]{{0,8}}?(?:{HEAD}))(?![一-鿿々ァ-ヺー])"
)
# 分署長の巡査部長、的野喜一は
_APPOSED = re.compile(
    rf"(?<!{_RUN})(?:(?P<other>{_RUN}{{0,8}}?(?:{HEAD}))の|[同両当該]{_RUN}{{1,3}}の)?(?P<post>[一-鿿]{{0,8}}?(?:{HEAD}))、"
    r"(?P<name>[一-鿿々ヶ]{3,6})(?=[はが])"
)
_NATIONAL = r"(?:副?大臣|政務官|[一-鿿]相|長官|事務次官)"
_MINISTER = re.compile(rf"(?<!{_RUN})(?P<words>[一-鿿]{{5,14}}?{_NATIONAL})(?![一-鿿々ァ-ヺー])")
_ONCE = re.compile(
    rf"(?<!{_RUN})[前元](?P<of>{_RUN}{{2,12}}?[省庁府県市町村社局院会])?(?P<post>{_RUN}{{0,8}}?(?:{HEAD}|[一-鿿]長補佐))"
    rf"で、?(?:{_RUN}{{1,16}}の)?\Z"
)
_MADE = re.compile(rf"を、?(?P<post>[一-鿿]{{0,8}}?(?:{HEAD}))と(?:する|した|して|し、)")
# 蓄電池対策室長を兼ねる堀切審議官
_ALSO = re.compile(rf"(?<!{_RUN})(?P<post>{_RUN}{{0,12}}?(?:{HEAD}))を(?:兼ねる|兼務する|務める|つとめる)\Z")
# エレナ・コスト氏が財務相に就き
_TOOK = re.compile(
    rf"(?:氏|さん)?[がは]、?(?P<post>[一-鿿]{{0,8}}?(?:{HEAD}))に(?:就[いき任]|なっ|選ばれ|選出され|任命され|起用され|昇格し)"
)
# 営業部長だった早乙女さん
_WAS = re.compile(
    rf"(?:(?<!{_RUN})(?P<of>{_RUN}{{2,16}})の)?(?<!{_RUN})(?:当時の?)?(?P<post>[一-鿿]{{0,8}}?(?:{HEAD}))だった"
    r"(?P<name>[一-鿿々ヶ]{2,6}?|[ァ-ヺー]{2,20})(?=さん|氏|先生|君)"
)
# 組合長の山鹿は, 書記長の朴は
_SHORT = re.compile(
    rf"(?<!{_RUN})(?P<was>前|元)?(?P<post>[一-鿿]{{0,8}}?(?:{HEAD}))の(?P<name>[一-鿿々]{{1,3}}?)(?:[（(](?P<former>元|前)(?P<other>[一-鿿]{{1,8}}?(?:{HEAD}))[）)])?(?=[はがも])"
)
# 座長：元白鷺工業大学学長 梶谷文彦氏
_BEHIND_GAP = re.compile(
    rf"(?:(?P<role>{_RUN}{{0,6}}?(?:{HEAD}))[：:])?(?<!{_RUN})(?P<former>元|前)?(?P<of>{_RUN}{{2,16}}?(?:大学|会社|省|庁|県|市|町|村|社|局|会))?"
    rf"(?P<post>[一-鿿]{{0,8}}?(?:{HEAD}))[ \u3000](?P<name>[一-鿿々ヶ]{{3,6}}?)(?=氏|さん|[（(]内線)"
)
_REACH = 40  # characters back from a name to what its bearer was once


def more_japanese(text: str, found: Sequence[Person]) -> Iterator[Person]:
    """Yield people of a Japanese text whose name and post stand apart, or that only their place shows to be people."""
    yield from _speaking(text)
    for match in _FORMER.finditer(text):
        kinds = [(kind, unknown) for _, kind, unknown in morphemes(match["name"])]
        named = any("人名" in kind or unknown for kind, unknown in kinds) and not is_place(match["name"])
        if named and not any("地名" in kind for kind, _ in kinds):
            of = Place(*match.span("of")) if match["of"] else None
            yield person(text, Place(*match.span("name")), Place(*match.span("post")), of, former=True)
    for match in _APPOSED.finditer(text):
        if is_person(match["name"]) and not is_place(match["name"]):
            for group in ("other", "post"):
                if match[group] and is_whole_post(match[group]):
                    yield person(text, Place(*match.span("name")), Place(*match.span(group)))
    for match in _MINISTER.finditer(text):
        if (size := _surname(match["words"])) and not is_place(match["words"][:size]):
            at = match.start("words")
            yield person(text, Place(at, at + size), Place(at + size, match.end()))
    yield from _named_apart(text, found)
    yield from _beside(text, found)


def _beside(text: str, found: Sequence[Person]) -> Iterator[Person]:
    """Yield the posts that stand further before or behind people who are named with one."""
    for one in found:
        name, left = Place(one.start, one.end), max(one.start - _REACH, 0)
        if one.post and one.post_start >= one.end and (made := _MADE.match(text, one.post_end)):
            yield person(text, name, Place(*made.span("post")))
        if took := _TOOK.match(text, one.end):
            yield person(text, name, Place(*took.span("post")))
        if one.post and (also := _ALSO.search(text[left : one.start])):
            yield person(text, name, Place(left + also.start("post"), left + also.end("post")))
        if one.post and (once := _ONCE.search(text[left : one.start])):
            of = Place(left + once.start("of"), left + once.end("of")) if once["of"] else None
            post = Place(left + once.start("post"), left + once.end("post"))
            yield person(text, name, post, of, former=True)


def _named_apart(text: str, found: Sequence[Person]) -> Iterator[Person]:
    """Yield people by a surname or title behind a post that の, だった or a gap parts from it."""
    for match in _WAS.finditer(text):
        if not is_place(match["name"]) and is_whole_post(match["post"]):
            of = Place(*match.span("of")) if match["of"] else None
            yield person(text, Place(*match.span("name")), Place(*match.span("post")), of, former=True)
    whole = {one.name for one in found} | {text[a:b] for a, b in bare_names(text, 0, len(text))}
    for match in _SHORT.finditer(text):
        read = morphemes(match["name"])
        known = any(name.startswith(match["name"]) and len(name) > len(match["name"]) for name in whole)
        if (known or (len(read) == 1 and read[0][1].endswith("人名,姓") and len(match["name"]) > 1)) and is_whole_post(
            match["post"]
        ):
            yield person(text, Place(*match.span("name")), Place(*match.span("post")), None, bool(match["was"]))
            if match["other"]:
                yield person(text, Place(*match.span("name")), Place(*match.span("other")), None, former=True)
    for match in _BEHIND_GAP.finditer(text):
        if is_person(match["name"]):
            of = Place(*match.span("of")) if match["of"] else None
            yield person(text, Place(*match.span("name")), Place(*match.span("post")), of, bool(match["former"]))
            if match["role"]:
                yield person(text, Place(*match.span("name")), Place(*match.span("role")))


def _speaking(text: str) -> Iterator[Person]:
    """Yield who speaks by a label that is a surname and a post (（小暮図書館長）), wherever the text names them so."""
    for words in {text[one.start : one.end] for one in labels(text)}:
        size = _surname(words, labelled=True)
        if not size:
            continue
        for match in re.finditer(rf"(?<!{_RUN}){re.escape(words)}(?![一-鿿々ァ-ヺー])", text):
            yield person(text, Place(match.start(), match.start() + size), Place(match.start() + size, match.end()))


def _surname(words: str, *, labelled: bool = False) -> int:
    """Return how many characters of words are a surname before a post; 0 where they are none.

    ``labelled``: a label says who speaks, so that what is also the name of a place is a surname.
    """
    read = morphemes(words)
    first = read[0][0] if read else ""
    post = words[len(first) :]
    placed = "固有名詞" in read[0][1] and not re.match("[市町村区県都府道州]", post) if read else False
    known = bool(first) and (read[0][1].endswith("人名,姓") or is_name(first, beside="委員") or (labelled and placed))
    whole = bool(post) and re.fullmatch(rf"[前元副]?[一-鿿]{{0,10}}?(?:{HEAD})", post) is not None
    return len(first) if known and whole and len(first) > 1 and is_whole_post(post) else 0


@cache
def _korean(office: str) -> tuple[re.Pattern[str], ...]:
    return (
        # 갈현우 대림여객터미널(주) 전 대표는
        re.compile(
            r"(?<![가-힣])(?P<name>[가-힣]{3})\s(?P<of>[가-힣A-Za-z]{2,16}(?:\s?\(주\)|㈜)?)\s(?P<former>전|전임|직전)\s"
            rf"(?P<post>(?:부)?(?:{office}))(?=[은는이가을를의도과와])"
        ),
        # 당시 군수였던 남궁석은, 과장이던 마동혁 씨
        re.compile(
            rf"(?<![가-힣])(?P<post>[가-힣]{{0,6}}(?:{office}))(?P<former>이?었던|였던|이던)\s(?P<name>[가-힣]{{3}})(?=[은는이가]\s|\s씨)"
        ),
    )


def more_korean(text: str, office: str) -> Iterator[tuple[str, Person]]:
    """Yield people of a Korean text with their names: with a body and 전 between, as who had a post then."""
    for pattern in _korean(office):
        for match in pattern.finditer(text):
            of = Place(*match.span("of")) if match.groupdict().get("of") else None
            made = person(
                text, Place(*match.span("name")), Place(*match.span("post")), of, former=bool(match["former"])
            )
            yield match["name"], made


_ZH_BODY = r"(?:(?![的了在是和由与與被系])[一-鿿])"
_ZH_LEFT = re.compile(r"[^。！？]{0,40}(?:辞职|辭職|辞任|卸任|离任|離任|退休|去职|被免|下台)")


@cache
def _chinese(office: str) -> tuple[re.Pattern[str], ...]:
    return (
        # （作者叶观澜系澄江公共政策研究中心副研究员，邬静系…讲师。
        re.compile(
            rf"(?:(?<![一-鿿])|(?<=作者)|(?<=笔者))(?P<name>[一-鿿]{{2,3}})系(?P<post>{_ZH_BODY}{{0,24}}(?:{office}))(?=[，。；、）]|$)"
        ),
        # 傅永安随后升任副市长，去年3月因健康原因辞职
        re.compile(
            rf"(?<![一-鿿])(?P<name>[一-鿿]{{2,3}})(?:随后|此后|后来|不久)?(?:升任|转任|调任|改任|接任)(?P<post>{_ZH_BODY}{{0,16}}?(?:{office}))(?=[，。；、]|$)"
        ),
    )


def more_chinese(text: str, office: str) -> Iterator[tuple[str, Person]]:
    """Yield people of a Chinese text with their names: whom a note says to be something, who rose to a post."""
    for pattern in _chinese(office):
        for match in pattern.finditer(text):
            former = "任" in text[match.end("name") : match.start("post")] and bool(_ZH_LEFT.match(text, match.end()))
            yield match["name"], person(text, Place(*match.span("name")), Place(*match.span("post")), None, former)


_OF_FORMER = re.compile(
    r"(?P<of>[一-鿿]{2,14}?(?:村|镇|乡|县|市|省|局|院|厂|校|馆|公司|集团|行|部|厅|中心))(?:原|前任?)(?P<post>[一-鿿]+)"
)


def of_former(text: str, one: Person) -> Person:
    """Return a Chinese person with the body and 原 or 前 before the post taken apart (柳湾村原支书)."""
    match = _OF_FORMER.fullmatch(one.post)
    if match is None:
        return one
    start = one.post_start + match.start("post")
    of = Place(one.post_start, one.post_start + match.end("of"))
    return person(text, Place(one.start, one.end), Place(start, one.post_end), of, former=True)
