"""Posts that a Japanese sentence tells of somebody, and not a name beside one: 副会長は…が務める, …を部長に任じた.

Invariant: the name and the post are slices of one sentence, and what stands between them names nobody else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.structure.names_ja import HEAD, could_be_name, is_body, is_name, is_spaced_name
from corpus.structure.posts import Person, Place, person

_RUN = r"[一-鿿々ヶァ-ヺー]"
_NAME = (
    r"(?P<name>[一-鿿々ヶ]{1,4}[ 　][一-鿿々]{1,3}?|[一-鿿々ヶ]{2,6}?|[一-鿿々ヶ]{1,3}(?!さん|くん|ちゃん)[ぁ-ゖ]{2,4}?"
    r"|[ァ-ヺー]{2,20}(?:[・＝=][ァ-ヺー]{1,20}){0,5}|(?<![ァ-ヺー])[ァ-ヺ](?:[・＝=][ァ-ヺー]{2,20}){1,2})(?P<title>氏|さん|君)?(?:[（(][^（）()]{1,12}[）)])?"
)
_POST = rf"(?P<former>前任?の?|元の?|旧)?(?P<post>{_RUN}{{0,12}}?(?:{HEAD}))"
_OF = rf"(?:(?P<of>(?![同両当該]){_RUN}{{2,20}})の|[同両当該]{_RUN}{{1,4}}の)?"
_TOLD = (
    # 副部長は、引き続き乾 沙織が務めます; 座長は、…氏にお願いしています
    re.compile(
        rf"(?<!{_RUN}){_OF}{_POST}(?:に?は)、?(?:[^。「」]{{0,40}}?(?<!{_RUN}))??{_NAME}"
        r"(?:が(?:務め|つとめ|就|なる|なった|担|引き受け|選ばれ|招かれ|起用され|任命され|迎えられ|充てられ)|に(?:お願い|依頼|委嘱|決ま))"
    ),
    # 座長に元X次長の板倉 澄子氏を委嘱した
    re.compile(
        rf"(?<!{_RUN}){_OF}{_POST}に、?(?:[^。、「」]{{0,30}}?(?<!{_RUN}))??{_NAME}(?:{HEAD})?"
        r"を(?:委嘱|任命|任じ|起用|選|指名|迎え|充て|据え|登用|招)"
    ),
    # 郡司 肇を同部の部長に任じました
    re.compile(rf"(?<!{_RUN}){_NAME}を、?{_OF}{_POST}に(?:任|起用|選|指名|委嘱|充て|据え|迎え|昇格|登用)"),
    # 当時の館長で元県立図書館副館長の城之内瑞穂が; 元町長で旅館業も営む氏家栄作は
    re.compile(
        rf"(?<!{_RUN})(?P<then>当時の)?{_OF}{_POST}で、?(?:(?:前任?の?|元の?|旧)?{_RUN}{{0,16}}?(?:{HEAD})の"
        rf"|[^。、「」はが]{{1,12}}[うくぐすつぬぶむるただ])(?=\S){_NAME}(?=[はがをにのもで、。（(])"
    ),
)
_LEFT = re.compile(
    r"(?:氏|さん)?は、?[^。「」]{0,30}?(?:[をで]?(?:退職|退任|辞任|離任|勇退)し(?:た|まし)|を?退い(?:た|てい))"
)

_HELD = re.compile(
    rf"(?:[（(]\d{{1,3}}[）)])?は(?:[^。「]{{0,30}}?(?P<until>まで|年間|時代|元々|もともと|以前|かつて)、?|、)?(?P<then>、?(?:当時|この(?:とき|ころ|頃)|その(?:とき|ころ|頃))の?、?)?(?P<former>前|元)?(?:(?P<of>(?:{_RUN}+の)?{_RUN}+)の(?P<was>前|元)?)?"
    rf"(?P<post>{_RUN}{{0,12}}?(?:{HEAD}|職員|工員|教諭|士))(?P<verb>を(?:務め|つとめ|経|歴任)た?|で、|だった|です|で(?:も)?ある|でもあった|をして(?:おり|いま|い[るた])|(?(until)として|(?!)))"
)


def told_posts(text: str) -> Iterator[Person]:
    """Yield the people of whom a sentence tells what post they hold, are given, or held."""
    for pattern in _TOLD:
        for match in pattern.finditer(text):
            name = match["name"]
            whole = is_spaced_name(name) if re.search("[ 　]", name) else could_be_name(name, bool(match["title"]))
            if not (whole or is_name(name)) or is_name(match["post"]):
                continue
            of = Place(*match.span("of")) if match["of"] and is_body(match["of"]) else None
            former = bool(match["former"] or match.groupdict().get("then"))
            yield person(text, Place(*match.span("name")), Place(*match.span("post")), of, former)


def held(text: str, name: Person, at: int) -> Person | None:
    """Return the post that a sentence says a person held or holds; ``at`` is where its subject ends (同氏|は…)."""
    match = _HELD.match(text, at)
    if match is None:
        return None
    former = bool(
        match["until"]
        or match["then"]
        or match["former"]
        or match["was"]
        or re.match("を(?:務めた|つとめた|経|歴任)", match["verb"])
    )
    post = Place(*match.span("post"))
    return person(text, Place(name.start, name.end), post, Place(*match.span("of")) if match["of"] else None, former)


def departed(text: str, people: Sequence[Person]) -> list[Person]:
    """Return people, those as former holders of a post of whom the words behind it say that they left it."""
    return [
        replace(one, former=True)
        if one.post and not one.former and _LEFT.match(text, max(one.end, one.post_end))
        else one
        for one in people
    ]
