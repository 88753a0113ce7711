"""Which two people a stretch brings together, who may be called a leader, and the countries they are of.

Invariant: two are together only where the stretch joins the two of them, or says that they met, and sets no third
beside them; a country is one that the text prints beside its bearer's name or post.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from corpus.document import Span
from corpus.structure.names_ja import HEAD
from corpus.structure.posts import Person
from corpus.structure.signs import NAME_RUN
from corpus.structure.views import View

# The last word of a post that leads a state, a party or any body; who stands in for it does, too.
_LEADS = re.compile(
    r"(?:大統領|首相|総理(?:大臣)?|主席|総書記|書記長|国王|女王|皇帝|教皇|首長|党首|総裁|代表|社長|会長|頭取|知事|[市町村区]長|学長|総長"
    r"|理事長|組合長|議長|委員長|总统|總統|总理|總理|总书记|總書記|总裁|[省市县縣州区區镇鎮]长|[校会]长|董事长|理事长"
    r"|대통령|총리|주석|총서기|국왕|시장|지사|군수|구청장|회장|사장|총장|이사장|위원장|의장|대표"
    r"|\b(?i:president|minister|premier|chancellor|king|queen|emperor|leader|mayor|governor|chair(?:man|woman|person)?"
    r"|chief executive|secretary-general)(?:\sof\s.*)?)(?:代行|代理)?$",
    re.DOTALL,
)
_NO_LEADER = re.compile(r"\b(?i:(?:foreign|finance|defen[cs]e|interior|trade|transport|health|\w+al)\s+minister)\b")
_TITLE = r"(?:氏|さん|씨)?"
_OF = r"(?:[^、。，；,;.はがをにで]{1,20}の)?"
_JOINED = (
    re.compile(rf"{_TITLE}(?:と|および|及び|ならびに)、?{_OF}\Z"),
    re.compile(r"\s?(?:[和与與同跟]|以及)[一-鿿]{0,10}\Z"),
    re.compile(r"(?:\s?씨)?[와과]\s(?:[가-힣]+\s){0,2}\Z"),
    re.compile(r"(?:,? of [A-Z][\w’' -]{2,30})? (?:and|with) (?:[A-Za-z][\w’'-]+\s){0,3}\Z"),
)
# What two do with one another, behind or between their names.
_MEET = "会談|会見|面会|面談|会合|協議|対談|懇談|会食|会っ|会い|会う|並[びんぶ]|握手|共同|一緒|共に|ともに|電話"
_SUBJECT = re.compile(rf"{_TITLE}[はがも]、?")
_WITH = re.compile(rf"{_TITLE}と、?[^。、]{{0,24}}?(?:{_MEET})")
_MET = (
    re.compile(r"[^。]{0,6}(?:会见|會見|会晤|會晤|接见|拜会|约见)了?[一-鿿]{0,10}\Z"),
    re.compile(r"\s?(?:씨)?[은는이가]\s(?:[^.]{0,30}\s)?\Z"),
    re.compile(
        r"[^.;]{0,40}\b(?:met|meets|hosted|welcomed|received|greeted|(?:talks|spoke|talked) (?:with|to))\b[^.;]{0,24}\Z"
    ),
)
_MET_KO = re.compile(r"[을를와과]\s(?:[가-힣]+(?:에서|로)\s)?(?:만나|만났|회담|면담|접견)")
_States = Callable[[str, Span], Sequence[Span]]
_LISTED = re.compile(rf"{_TITLE}(?:[、，,]|と)\s?{_OF}(?:and )?\Z")


def leads(view: View, person: Person) -> bool:
    """Say whether somebody may be called a leader: no post is told of them, or one that leads something."""
    posts = [one.post for one in view.people if one.name == person.name and one.post]
    return not posts or any(_LEADS.search(post) and not _NO_LEADER.search(post) for post in posts)


def together(view: View, scope: Span) -> tuple[Person, Person] | None:
    """Return the two people whom a stretch joins or says to have met, where it does so once and of two."""
    people = view.named(scope)
    gaps = [view.text[_ends(one) : _begins(two)] for one, two in pairwise(people)]
    found = [n for n in range(len(gaps)) if _brought(view.text, people[n], people[n + 1], gaps[n])]
    if len(found) != 1:
        return None
    first = found[0]
    beside = (*gaps[max(first - 1, 0) : first], *gaps[first + 1 : first + 2])
    return None if any(map(_LISTED.match, beside)) else (people[first], people[first + 1])


def of_both(view: View, scope: Span, states: _States, named: Sequence[Span]) -> tuple[Span, ...] | None:
    """Return the two countries that the text gives the two people of a stretch; ``states`` finds the countries.

    Where the stretch has ``named`` two others, or more, nothing says that theirs are meant.
    """
    both = together(view, scope)
    theirs = [_home(view, person, states) for person in both or ()]
    said = {view.text[one.start : one.end]: one for one in theirs if one is not None}
    others = [one for one in named if view.text[one.start : one.end] not in said]
    if len(said) != len("ab") or len(others) >= len(said):
        return None
    return tuple(sorted(said.values(), key=lambda one: one.start))


def _begins(person: Person) -> int:
    return min(person.start, person.post_start) if person.post else person.start


def _ends(person: Person) -> int:
    return max(person.end, person.post_end) if person.post else person.end


def _brought(text: str, one: Person, other: Person, gap: str) -> bool:
    """Say whether words between two names join them, or whether they and what stands behind say that the two met."""
    if any(pattern.match(gap) for pattern in _JOINED):
        return True
    if _SUBJECT.match(gap) and "。" not in gap and _WITH.match(text, _ends(other)):
        return True
    if _MET[1].match(gap):
        return bool(_MET_KO.match(text, _ends(other)))
    return any(pattern.match(gap) for pattern in (_MET[0], _MET[2]))


def _home(view: View, person: Person, states: _States) -> Span | None:
    """Return the one country that the text so far prints with somebody: of the post, in it, or with の before it."""
    for one in view.people:
        if one.name != person.name or one.end > person.end:
            continue
        begin = _begins(one)
        before = _BEFORE.search(view.text, max(begin - _NEAR, 0), begin)
        places = [Span(*before.span("of"))] if before else []
        office = _OFFICE.search(one.post)
        if one.post:
            places.append(Span(one.post_start, one.post_start + (office.start() if office else len(one.post))))
        for place in places:
            found = states(view.text, place)
            if len(found) == 1:
                return found[0]
    return None


_BEFORE = re.compile(rf"(?P<of>{NAME_RUN}|[가-힣]+)(?:の|의\s|\s)\Z")
_OFFICE = re.compile(rf"(?:{HEAD})$")
_NEAR = 26  # characters before a name or a post that may say of what it is
