"""People and posts in Japanese: 李強首相, 外相の王毅氏, 任天一・前外務次官, A（准教授）, A、B両外相.

Invariant: a name is what stands in the place of one beside a post or 氏; where it could be another word, only what the
dictionary or a surname shows to be a name counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate

from corpus.structure.names_ja import (
    HEAD,
    could_be_name,
    is_body,
    is_name,
    is_of_state,
    is_place,
    is_predecessor,
    is_prefix,
    is_spaced_name,
    is_whole_post,
)
from corpus.structure.people import east_asian_name, is_person, morphemes
from corpus.structure.posts import Person, Place, in_order, person
from corpus.structure.posts_more import more_japanese
from corpus.structure.posts_shown import shown_people
from corpus.structure.posts_spaced import is_lettered, of_former, spaced
from corpus.structure.posts_told import departed, told_posts

_RUN = r"[一-鿿々ヶァ-ヺー]"
_KANJI_NAME = r"[一-鿿々ヶ]{1,4}[ 　]?[一-鿿々ぁ-ゖァ-ヺー]{1,4}"
_KATAKANA = r"(?:[ァ-ヺー]{2,20}(?:[・＝=][ァ-ヺー]{1,20}){0,5}|(?<![ァ-ヺー])[ァ-ヺ](?:[・＝=][ァ-ヺー]{2,20}){1,2})"
_TITLE = r"(?:氏|さん|女史|夫人)"
_ENDS = "(?=[はがをにのともで、。，（）()「」\\s]|氏|さん|君|$)"  # what may stand behind a name
_HAN_NAME = (
    rf"[一-鿿々ヶ]{{1,4}}[ 　][一-鿿々]{{1,3}}?{_ENDS}|[一-鿿々ヶ]{{1,4}}[ 　][一-鿿々ぁ-ゖァ-ヺー]{{1,5}}"
    rf"|[一-鿿々ヶ]{{1,3}}(?!さん|くん|ちゃん)[ぁ-ゖ]{{2,4}}?{_ENDS}|[一-鿿々ヶ]{{2,6}}?"
)
_POST = rf"(?P<former>前任?の?|元の?|旧)?(?P<post>{_RUN}{{0,16}}?(?:{HEAD}))"
_BODY = rf"{_RUN}(?:{_RUN}|・(?={_RUN})){{1,23}}"
_OF = rf"(?:(?P<of>{_BODY})の)?"
_RUNS = re.compile(rf"{_RUN}(?:{_RUN}|[・＝](?={_RUN})){{2,40}}")
_BODY_BEFORE = re.compile(rf"(?:{_BODY})の$")
_HEADED = re.compile(rf"(?:{HEAD})$")
_NO_POST = "以[来外前後下降]|自身|本人|個人"  # what says when or who right behind a post, and is none of it
_LONGEST_POST = 8  # characters right behind a name; longer runs are titles of another language or whole phrases
_LINK = "の|である|を(?:務|つと)める|(?:とな|にな)った|に(?:就いた|就任した)|、|,|[：:] ?"
# 外相の王毅氏, 元理事長、堀江勘吉氏, 担当官であるニキフォロフ氏
_BEFORE = re.compile(
    rf"(?<!{_RUN}){_OF}{_POST}(?P<link>{_LINK})(?P<late>故[・ 　]?)?"
    rf"(?P<name>{_KATAKANA}|{_HAN_NAME})(?P<title>{_TITLE}|先生|博士)?(?![一-鿿々ァ-ヺ])"
)
_LIVED = re.compile(r"[（(](?:故人|[\d０-９]{4}年?\s?[-–—~～〜])")  # what only stands behind a person's name
_DIRECT = re.compile(rf"(?<!{_RUN}){_OF}{_POST}(?P<name>{_KATAKANA}){_TITLE}")
_AFTER_NAME = re.compile(
    rf"(?P<name>{_KATAKANA}|[一-鿿々ヶ]{{2,6}}?)(?:{_TITLE})?[（(](?P<of>)(?:当時は?、?)?{_POST}[）)、]"
)
_SHARED = re.compile(rf"の?両(?P<post>{_RUN}{{0,8}}?(?:{HEAD}))|の?[両各]氏")
_SHARING = re.compile(rf"(?:{_RUN}|[・＝])+")
_LONGEST_SHARING = 100  # characters of the names before the post they share
_MORE = re.compile(rf"(?:／|/|兼){_POST}(?![一-鿿々ァ-ヺー])")
_TITLED = re.compile(rf"(?<![一-鿿々ヶァ-ヺー・＝])(?P<name>{_KATAKANA}|{_HAN_NAME}){_TITLE}(?![一-鿿]|名)")
_SPEAKER = re.compile(rf"{_RUN}*(?:{HEAD})[ 　]")  # ○来栖委員　榎本さんには: who speaks, and then a name
_SPACED_NAME = rf"(?P<name>{_KANJI_NAME}|{_KATAKANA})(?=[ 　]*(?:$|[（(）)])|[ 　]{{2,}})"
_BYLINE = re.compile(
    rf"(?m)(?<!{_RUN})(?P<post>{_RUN}{{0,20}}(?:{HEAD}))"
    rf"(?:[（(](?P<former>前|元)[ 　]?(?P<other>[^）)\n]*(?:{HEAD}))[）)])?(?:[ 　]+|\n\s*|[・･]){_SPACED_NAME}"
)
# ○議長（土肥正人君）: who speaks in a record, by the post with the whole name behind it.
_SPEAKS = re.compile(
    rf"(?m)(?:^[○◯●〇◎]\s?|(?<!{_RUN}))(?P<post>{_RUN}{{0,16}}?(?:{HEAD}))[（(](?P<name>{_KANJI_NAME}|{_KATAKANA})君[）)]"
    rf"|^[○◯●〇◎]\s?[0-9０-９]{{1,3}}番[（(](?P<member>{_KANJI_NAME}|{_KATAKANA})(?:君|議員)[）)]"
)
_HIRAGANA_NAME = re.compile(
    rf"(?<!{_RUN})(?:(?P<of>{_BODY})の)?(?P<name>[一-鿿]{{1,3}}[ぁ-ゖ]{{2,3}})(?P<post>{_RUN}{{0,6}}?(?:{HEAD}))(?!{_RUN})"
)


def people(text: str) -> tuple[Person, ...]:
    """Return the people that a Japanese text names with a post or as 氏, in the order of their names."""
    found = [*_beside(text), *spaced(text), *_shared(text), *_listed(text), *told_posts(text)]
    for pattern in (_BEFORE, _DIRECT, _AFTER_NAME):
        for match in pattern.finditer(text):
            titled = pattern is _BEFORE and bool(match["title"] or _LIVED.match(text, match.end()))
            certain = pattern is _DIRECT or titled
            if (one := _matched(text, match, certain)) is not None:
                found.append(one)
    for match in _BYLINE.finditer(text):
        if is_person(match["name"]) or is_spaced_name(match["name"]):
            found.append(person(text, Place(*match.span("name")), Place(*match.span("post"))))
            if match["other"]:
                found.append(person(text, Place(*match.span("name")), Place(*match.span("other")), None, former=True))
    for match in _SPEAKS.finditer(text):
        group = "name" if match["name"] else "member"
        if is_person(match[group]) or is_spaced_name(match[group]):
            found.append(person(text, Place(*match.span(group)), Place(*match.span("post")) if match["post"] else None))
    for match in _HIRAGANA_NAME.finditer(text):
        if [word[1][-4:] for word in morphemes(match["name"])] == ["人名,姓", "人名,名"]:
            of = Place(*match.span("of")) if match["of"] else None
            found.append(person(text, Place(*match.span("name")), Place(*match.span("post")), of))
    for match in _TITLED.finditer(text):
        pointing = match["name"].startswith(("同", "両", "各"))
        if could_be_name(match["name"], certain=True) and not pointing and not _SPEAKER.match(match["name"]):
            found.append(person(text, Place(*match.span("name"))))
    found = [_without_now(of_former(text, one)) for one in found]
    return in_order(departed(text, shown_people(text, [*found, *more_japanese(text, found)])))


def _without_now(one: Person) -> Person:
    """Return a person without the sign before the post that says the person holds it now (現学長, and not 現場監督)."""
    first = next(iter(morphemes(one.post)), ("",)) if one.post.startswith("現") else ("",)
    whole = first[0] == one.post and bool(re.fullmatch(HEAD, one.post[1:]))  # 現社長 is a word of the dictionary
    if (first[0] != "現" and not whole) or len(one.post) <= len("現職"):
        return one
    return replace(one, post=one.post[1:], post_start=one.post_start + 1)


def _matched(text: str, match: re.Match[str], certain: bool) -> Person | None:
    """Return the person of a match, if its name can be one; after a comma only a title makes it one."""
    link = match.groupdict().get("link") or ""
    if link in ("、", ",") and not certain:
        return None
    if not could_be_name(match["name"], certain) or is_name(match["post"]):
        return None
    of = Place(*match.span("of")) if match["of"] and is_body(match["of"]) else None
    former = bool(match["former"] or match.groupdict().get("late")) or is_predecessor(match["of"] or "")
    return person(text, Place(*match.span("name")), Place(*match.span("post")), of, former)


def _beside(text: str) -> Iterator[Person]:
    """Yield the people whose post follows their name: 李強首相, 任天一・前外務次官, トカエフ・カザフスタン大統領."""
    for run in _RUNS.finditer(text):
        heads = list(re.finditer(rf"(?:{HEAD})(?:(?={_NO_POST})|(?![一-鿿々ァ-ヺー・]))", run.group() + "\n"))
        if not heads:
            continue
        words = run.group()[: heads[-1].end()]
        parts = words.split("・")
        at = run.start()
        of = _BODY_BEFORE.search(text[max(at - 26, 0) : at])
        body = Place(at - len(of.group()), at - 1) if of and is_body(of.group()[:-1]) else None
        split = _split_dotted(parts) if len(parts) > 1 else _split(words)
        if split is None:
            continue
        name, post = split
        if parts[:-1] and name < len("・".join(parts[:-1])):
            continue
        former = bool(re.match(r"[前元旧]", words[post:])) and is_prefix(words[post:])
        held_before = re.fullmatch(_POST, of.group()[:-1]) if of else None
        if held_before and body:  # 前市長の湯浅久雄市議
            other = Place(body.start + held_before.start("post"), body.end)
            yield person(text, Place(at, at + name), other, None, bool(held_before["former"]))
            body = None
        then = of is not None and is_predecessor(of.group()[:-1])
        ended = bool(re.match(r"[（(]当時[）)]", text[at + len(words) : at + len(words) + 4]))
        places = Place(at, at + name), Place(at + post + former, at + len(words))
        yield person(text, *places, body, former or ended or then)
        yield from _more_posts(text, places[0], places[1].end)


def _more_posts(text: str, name: Place, at: int) -> Iterator[Person]:
    """Yield the further posts of a person that are printed behind the first (A・委員／部長, A委員兼部長)."""
    while match := _MORE.match(text, at):
        yield person(text, name, Place(*match.span("post")), None, bool(match["former"]))
        at = match.end()


def _split_dotted(parts: list[str]) -> tuple[int, int] | None:
    """Return where the name ends and the post begins in a name with dots and a post: A・B総裁, A・B国大統領."""
    before, last = "・".join(parts[:-1]), parts[-1]
    dotted = len(before) + 1
    katakana = re.match(r"[ァ-ヺー＝=]{2,}(?=[一-鿿])", last)
    if katakana and re.fullmatch(r"[ァ-ヺー＝=・]+", before) and not is_place(katakana.group()):
        read = morphemes(katakana.group())
        unknown = is_name(katakana.group()) or all(word[2] or "人名" in word[1] for word in read)
        unknown = unknown or is_of_state(last[katakana.end() :]) or last[katakana.end()] in "前元"
        if unknown and _HEADED.search(last[katakana.end() :]):
            return dotted + katakana.end(), dotted + katakana.end()
    if not _HEADED.search(last) or is_name(last):
        return None
    named = [
        bool(re.fullmatch(r"[ァ-ヺー＝=]+", part)) or east_asian_name(part) or is_name(part) for part in parts[:-1]
    ]
    return (len(before), dotted) if all(named) and not any(map(is_place, parts[:-1])) else None


_FIELD = re.compile(r"[^|\t\n]+?(?=\s*(?:\||\t|\n|$|[ 　]{2,}))")
_LISTED = re.compile(rf"(?P<of>.*[ 　])?(?P<former>前|元)?(?P<post>[^ 　]*?(?:{HEAD}))$")


def _listed(text: str) -> Iterator[Person]:
    """Yield the people of a roster: a line of a few fields, one a name and others posts."""
    for line in re.finditer(r"(?m)^.*(?:\||\t|[ 　]{2,}).*$", text):
        if re.search("[。、]", line.group()) or len(line.group()) > _LONGEST_LINE:
            continue
        fields = [(m.group().strip(), m) for m in _FIELD.finditer(text, line.start(), line.end()) if m.group().strip()]
        named = [(words, m) for words, m in fields if re.search("[ 　・＝]", words) and is_person(words)]
        if len(named) != 1:
            continue
        begin = named[0][1].start() + named[0][1].group().index(named[0][0])
        place = Place(begin, begin + len(named[0][0]))
        held = [(part, m.start() + m.group().index(part)) for words, m in fields for part in re.split("[／/]", words)]
        yield from (person(text, place, Place(at, at + len(words))) for words, at in held if is_lettered(words))
        for words, at in held:  # 弁護士／元副知事
            post = _LISTED.match(words) if words != named[0][0] else None
            if post is not None and not is_person(words):
                body = Place(at, at + len(post["of"].rstrip())) if post["of"] else None
                at_post = Place(at + post.start("post"), at + post.end("post"))
                yield person(text, place, at_post, body, bool(post["former"]))


_LONGEST_LINE = 120  # characters of a row of a roster


@lru_cache(4096)
def _split(words: str) -> tuple[int, int] | None:
    """Return where the name ends and the post begins in a run without a break (久我山徹社長), or None."""
    head = _HEADED.search(words)
    last = head.start() if head else 0
    ends = list(accumulate(len(word[0]) for word in morphemes(words)))
    for cut in range(min(last, 12), max(0, len(words) - _LONGEST_POST - 1), -1):
        if cut not in ends:  # never through a word (元理|事長)
            continue
        name, post = words[:cut], words[cut:]
        if (
            re.fullmatch(rf"[前元]?(?:[一-鿿]{{0,10}}?)(?:{HEAD})", post)
            and is_whole_post(post)
            and is_name(name, beside=post)
        ):
            return cut, cut
    return None


def _shared(text: str) -> Iterator[Person]:
    """Yield the people who share a post that is printed once: 王毅、ラブロフ両外相."""
    for match in _SHARED.finditer(text):
        post = Place(*match.span("post")) if match["post"] else None
        end, first = match.start(), max(match.start() - _LONGEST_SHARING, 0)
        names = []
        while runs := [run for run in _SHARING.finditer(text, first, end) if run.end() == end]:
            place = Place(runs[0].start(), end)
            words = text[place.start : place.end]
            if not could_be_name(words, certain=True) or is_place(words) or len(words) > _LONGEST_NAME:
                break
            names.append(person(text, place, post))
            if text[place.start - 1 : place.start] not in ("、", "と"):
                break
            end = place.start - 1
        if len(names) > 1:
            yield from names


_LONGEST_NAME = 20
