"""Whom a sentence names: the people that no phrase of it is read as, and the one whom its grammar says outright.

Invariant: a person is the plain answer only where closed classes of words tell it: words that the question points back
with and the text says whom they mean, the only holder of the post whose holder is asked for, who went and who came of
a change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.compose.asked import Asked, Point, nearness, stretch
from bot.compose.candidates import Candidate
from bot.compose.holders import holds_another
from bot.compose.offices import asks_for, holds_other_office
from bot.compose.parallel import meant
from bot.compose.persons import FEWEST, with_post
from bot.compose.speaking import SAID_BY, speaker
from bot.compose.succession import Which, called, changed, wanted
from corpus.document import Span
from corpus.places import lies_in, meet
from corpus.structure import posts_ja
from corpus.structure.countries import named_countries
from corpus.structure.patterns import compiled

_TOLD_FIT = 0.35
_SAYS_WHOM = 1.0  # fit of the words that the question itself points back with
_LONGEST_NAME = 40  # characters, post included


def told(asked: Asked, candidate: Candidate, found: Sequence[Point]) -> Iterator[Point]:
    """Yield the people of a sentence that no phrase of it names: those with a post, and those it points back to.

    The latter are shown with whom the words mean (彼女〔高木所長〕), and answer a question that asks just that.
    """
    said, read = asked.said, candidate.document.told
    places = [with_post(one, read.text) for one in read.people if one.post and one.name not in said]
    pointing: list[Span] = []
    for reference in read.references_in(candidate.start, candidate.end):
        meant = [candidate.document.text[span.start : span.end] for span in reference.to]
        long = any(len(words) > _LONGEST_NAME for words in meant)
        if reference.kind in ("person", "people") and not long and not any(words in said for words in meant):
            pointing.append(Span(reference.start, reference.end))
    for place in (*places, *pointing):
        if not lies_in(place, candidate) or any(meet(point.span, place) for point in found):
            continue
        words = candidate.document.text[place.start : place.end]
        if place in pointing and _asks_whom(asked, words):
            yield replace(person(asked, candidate, place), fit=_SAYS_WHOM, plain=True)
        elif words not in said and not is_another(asked, candidate, place):
            yield person(asked, candidate, place)


def person(asked: Asked, candidate: Candidate, place: Span) -> Point:
    """Return the person named at a place as a point."""
    here = candidate.within(place)
    return stretch(candidate, here.start, here.end, _TOLD_FIT + 0.35 * nearness(asked, candidate, here.start))


_IS_WHO = r"は[、 ]?(?:どんな人|何者|(?:誰|だれ|どなた)(?!と|に|を|へ|から|の))"  # and not 両氏は誰と会った


def _asks_whom(asked: Asked, words: str) -> bool:
    """Say whether the question asks whom some words mean (「両氏」って誰, 両氏とは)."""
    return (
        re.search(rf"{re.escape(words)}[」』”\"]?(?:って|とは|というのは|是|指的?是|{_IS_WHO})", asked.question.text)
        is not None
    )


def plainly(asked: Asked, candidate: Candidate, named: Sequence[Point], found: Sequence[Point]) -> list[Point]:
    """Return what was found, the one person marked as plain whom the sentence says outright; ``named`` are all."""
    holder = _holder(asked, candidate)
    if holder is None and SAID_BY.search(asked.question.text):
        holder = speaker(candidate)
    holder = holder or _from_body(asked, candidate)
    if holder is None and _ASKS_MIDDLE.search(asked.question.text):
        text, start = candidate.text, candidate.start
        middle = [p for p in found if _IN_THE_MIDDLE.match(text, p.span.end - start)]
        holder = middle[0].span if len(middle) == 1 else None
    one = _at(found, holder)
    if one is None and (which := wanted(asked.question.text)):
        one = _changed(asked, candidate, sorted(named, key=lambda p: p.span.start), found, which)
    one = one or _at(found, meant(asked, candidate))
    return [replace(p, plain=True) if p is one else p for p in found]


def _at(found: Sequence[Point], place: Span | None) -> Point | None:
    return next((p for p in found if place and meet(p.span, place)), None)


# From which body someone is, who is asked for as the subject: 市役所から来た人は誰, 外務省の誰が.
_FROM_BODY = re.compile(
    r"(?<![一-鿿々])(?=(?P<body>[一-鿿々]{2,12})(?:側)?(?:から|の)[^。？?]{0,40}?(?:人|方|誰|だれ|どなた)"
    r"(?:って|は|が|の名前|[?？。]|$))"
)
# Who stands between others is told by where those stand.
_ASKS_MIDDLE = re.compile(
    r"真ん中|中央に|中央は|間に(?:挟|立|座|いた|いる)|\b(?:in the (?:middle|cent(?:re|er))|between)\b|"
    r"中间|正中|가운데|중앙에",
    re.IGNORECASE,
)
_IN_THE_MIDDLE = re.compile(
    r"(?:氏|さん)?(?:の(?:両隣|両脇|両側|左右)に|を(?:中央|真ん中|中心)に|を挟)|,? (?:was |is )?flanked by"
)
# Behind a surname that stands for its bearer.
_TITLE = r"(?:さん|氏|くん|君|さま|様|先生|女史)"
_SOMEONE = re.compile(
    rf"[一-鿿々ァ-ヴー]{_TITLE}|(?<=\s)[A-Z][a-z]+(?: [A-Z][a-z]+)* (?:is|was|left|retired|resigned|quit)\b"
)


def is_another(asked: Asked, candidate: Candidate, place: Span) -> bool:
    """Say whether who is named at a place is not asked for: who holds another post, or whom the question names."""
    question = asked.question.text
    return (
        holds_another(question, candidate, place)
        or by_surname(question, candidate, place)
        or holds_other_office(question, candidate, place)
        or _of_another_side(question, candidate.document.text[place.start : place.end])
    )


# Of which side somebody is asked for (北朝鮮側, on the North Korean side).
_SIDE = re.compile(
    r"[一-鿿ァ-ヶー]{2,12}側|\b[A-Z]\w+(?: [A-Z]\w+)? side\b|[가-힣]{2,8} ?측|[一-鿿]{2,6}方面?(?=[有由的参出])"
)


def _of_another_side(question: str, words: str) -> bool:
    """Say whether words name somebody's country (禹元植・韓国国会議長), and it is not that of the side asked for."""
    asked = {code for match in _SIDE.finditer(question) for code in named_countries(match.group())}
    told = named_countries(words)
    return bool(asked and told) and asked.isdisjoint(told)


def by_surname(question: str, candidate: Candidate, place: Span) -> bool:
    """Say whether the only person named at a place is one whom the question names by the surname (野田さん)."""
    here = [p for p in candidate.document.told.people if p.start < place.end and place.start < max(p.end, p.post_end)]
    names = {one.name for one in here}
    if len(names) != 1 or candidate.document.lang != "ja":
        return False
    name = names.pop().replace(" ", "").replace("　", "")
    parts = {name[:length] for length in range(FEWEST, len(name) + 1)} | {
        one for one in re.split("[・＝]", name) if len(one) >= FEWEST
    }
    return any(compiled(rf"(?<![ァ-ヴ]){re.escape(one)}{_TITLE}").search(question) for one in parts)


def _changed(
    asked: Asked, candidate: Candidate, named: Sequence[Point], found: Sequence[Point], which: Which
) -> Point | None:
    """Return who went or came of a change; where the question names someone, of that one's change alone."""
    pair = changed(candidate.text, candidate.start, named, which)
    if pair is None:
        return called(candidate.text, candidate.start, found, which)
    meant, other = pair
    someone = _SOMEONE.search(asked.question.text) or posts_ja.people(asked.question.text)
    if someone and any(point.span == other.span for point in found):  # whom the question names is not found
        return None
    return next((point for point in found if point.span == meant.span), None)


def _holder(asked: Asked, candidate: Candidate) -> Span | None:
    """Return where the only person of a sentence stands who holds the post whose holder is asked for."""
    said = asked.said
    here = [one for one in candidate.people if one.post]
    holders = [one for one in here if one.name[:FEWEST] not in said and asks_for(asked, one.post)]
    alone = len({one.name for one in holders}) == 1 and len({one.name for one in here}) > 1
    return Span(holders[0].start, holders[0].end) if alone else None


def _from_body(asked: Asked, candidate: Candidate) -> Span | None:
    """Return where the only person of a sentence stands who is of the body that the question asks for someone of."""
    bodies = [match["body"] for match in _FROM_BODY.finditer(asked.question.text)]
    if not bodies or posts_ja.people(asked.question.text):
        return None
    here = candidate.people
    of_it = [one for one in here if one.of and any(_is_short_for(body, one.of) for body in bodies)]
    alone = len({one.name for one in of_it}) == 1 < len({one.name for one in here})
    return Span(of_it[0].start, of_it[0].end) if alone else None


def _is_short_for(short: str, body: str) -> bool:
    """Say whether a name is another's own or shortens it as Japanese does: its signs in their order, both ends kept."""
    if short[0] != body[0] or short[-1] != body[-1]:
        return False
    signs = iter(body)
    return all(sign in signs for sign in short)
