"""What words that point back mean in a Chinese text: 该行, 这家公司, 其, 双方, 两国, 这位局长.

Invariant: an antecedent is a name that the stretches before give, of the kind the word asks for; where they name two
such, neither is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from corpus.document import Span
from corpus.structure import names_zh
from corpus.structure.chinese_works import this_person, this_work
from corpus.structure.leaders import of_both
from corpus.structure.names_zh import BODIES, KINDS
from corpus.structure.views import View, name_span

Kind = Literal["person", "people", "countries", "thing"]

_HEADS = "|".join(sorted(KINDS, key=len, reverse=True))
_LONG = "|".join(sorted((one for one in KINDS if len(one) > 1), key=len, reverse=True))
_THAT = re.compile(
    rf"(?<![应應本])(?:[该該](?P<head>{_HEADS})|这[家个座所支](?P<long>{_LONG}))"
    r"(?![长長员員际际民业業分门門议議计計场場间間区区域]|家的?长)"
)
_HIS = re.compile(
    r"(?:^|(?<=[，；：]))(?P<lead>但是?|并且?|而且?|且|不过)?其(?![中他它余餘实實次间間后後前时時一二三])(?=[一-鿿])|(?<=及)其(?=[一-鿿])"
)
_SIDES = re.compile(r"(?:^|(?<=[，；]))双方(?![向面])")
_COUNTRIES = re.compile(r"(?<![一-鿿])(?:两国|兩國)(?!人)|(?<=[着为是和与对在使让])(?:两国|兩國)(?!人)")
_THIS_POST = re.compile(r"这[位名](?=[一-鿿])")
_OWNER = re.compile(
    r"(?:^|(?<=[，；]))(?P<of>[一-鿿]{2,8})的(?:总经理|董事长|总裁|首席执行官|创始人|创办人|经理|发言人|负责人)(?=[一-鿿])"
)
_LEADS = re.compile(r"(?:[^，。；]{1,14}，)??(?:同时|此外|另外|不过|然而|但是?|而|随后|后来|目前|如今|据悉)?，?")
_GOES_ON = re.compile(
    r"[的与與和及、等”》（(副]|总[经理裁统部]|董事|首[席相]|主[任席]|[部局院校厂馆行署厅处所]长|议[会员]|司|秘书|发言|负责|财政|外交|国[防会]|最高"
    r"|政府|当局|代表|员工|工人|职工|股[价票]|旗下|方面|总部"
)  # a name before these is no whole subject
_SOME = r"(?<![是为])(?:另?一|某|[两三几数多])[家所个座间][^，。；是]{0,8}?"  # one that has no name here
_PLACES = frozenset("国市县省州区镇村岛")  # what stays known while a section goes on
_UNNAMED = re.compile(
    "村民|居民|工人|员工|业主|家属|学生|农民|渔民|股东|客户|市民|代表|法院|检察院"
)  # a side, or none of two
_DEALS = re.compile(
    r"(?:^|(?<=[，。；]))(?P<a>[一-鿿·]{2,12}?)(?:已经?|曾经?|也|将|近日|随后|[去今前]年|昨天|日前|[上本]月|上周|当天|此前|后来)?[与和同跟](?P<b>[一-鿿·]{2,12}?)"
    r"(?=签署|签订|签约|达成|合作|合资|成立|联合|谈判|会谈|举行|展开|协商|争论|争执)",
    re.MULTILINE,
)  # what two do together
_HOLD = re.compile(
    r"(?:^|(?<=[，。；]))(?P<a>[一-鿿]{2,10}?)(?:认为|主张|坚持|要求)[^，。；]{2,30}，(?P<b>[一-鿿]{2,10}?)则?(?:认为|主张|坚持|要求)",
    re.MULTILINE,
)  # two sides that hold different views
_GOVERNMENT = re.compile(r"(?<![一-鿿])[市县省镇州区]政府|(?<=[，由与和])[市县省镇州区]政府")


def references(view: View) -> Iterator[tuple[Span, tuple[Span, ...], Kind]]:
    """Yield words of a sentence that mean a body, a place or a person named before, with these, and what they are."""
    known: dict[int, Span] = {}
    start = view.here.start
    for match in view.places(_THAT):
        at = start + match.start()
        head = match["head"] or match["long"]
        if (meant := _that(view, at, head)) is not None:
            known[at] = meant
            yield Span(at, start + match.end()), (meant,), "thing"
    for words, one in this_work(view):
        yield words, (one,), "thing"
    for words, one in this_person(view):
        yield words, (one,), "person"
    for match in view.places(_THIS_POST):
        if (titled := _of_post(view, start + match.start(), start + match.end())) is not None:
            yield Span(start + match.start(), titled[0]), (titled[1],), "person"
    for match in view.places(_HIS):
        at = start + match.end() - 1
        if (owner := _owner(view, at, known)) is not None:
            yield Span(at, at + 1), (owner,), "person" if view.person_at(owner) else "thing"
    for pattern in (_SIDES, _COUNTRIES):
        for match in view.places(pattern):
            at = start + match.start()
            two = _parties(view, at) if pattern is _SIDES else _states(view, at, known)
            if two:
                yield Span(at, start + match.end()), two, "thing" if pattern is _SIDES else "countries"


def asked(view: View) -> tuple[Span, ...]:
    """Return where a sentence has words that only a name of their kind can be meant by, found or not."""
    return tuple(view.spot(match) for match in view.places(_THAT))


def _that(view: View, at: int, head: str) -> Span | None:
    """Return the one name of a kind that the nearest stretch gives which names any, or that the title gives."""
    back = 6 if len(head) == 1 else 4
    unnamed = re.compile(rf"{_SOME}(?:{KINDS[head]})")
    for scope in view.scopes(at, back):
        found = _of_kind(view, scope, head)
        other = [one for one in unnamed.finditer(view.text, scope.start, scope.end) if "“" not in one.group()]
        if len(found) == 1 and not other:
            return next(iter(found.values()))
        if found or other:
            return None
    if head not in _PLACES:
        return None
    return _titled(view, at, head)


def _of_kind(view: View, scope: Span, head: str) -> dict[str, Span]:
    """Return the names of a kind in a stretch by what they say, with what words that point there were found to mean."""
    found = names_zh.countries(view.text, scope) if head == "国" else names_zh.named(view.text, scope, KINDS[head])
    pointed = [to for place, to in view.resolved.items() if scope.start <= place < scope.end]
    found = [*found, *(to for to in pointed if re.search(rf"(?:{KINDS[head]})\Z", view.text[to.start : to.end]))]
    if not found and head in ("公司", "企业", "集团"):
        found = [Span(*one.span("of")) for one in _OWNER.finditer(view.text, scope.start, scope.end)]
    return names_zh.distinct(view.text, found)


_FRONT = 6  # sentences among which the title stands


def _titled(view: View, at: int, head: str) -> Span | None:
    """Return the one place of a kind that the title names, where the sentences right before name none."""
    title = next((one for one in view.sentences[:_FRONT] if _of_kind(view, Span(one.start, one.end), head)), None)
    if title is None or title.end > at or view.text[title.end - 1 : title.end] in "。！？":
        return None
    found = _of_kind(view, Span(title.start, title.end), head)
    return next(iter(found.values())) if len(found) == 1 else None


def _of_post(view: View, at: int, begin: int) -> tuple[int, Span] | None:
    """Return where the post behind 这位 ends, and the one person of the sentences before who is named with it."""
    for length in range(_LONGEST_POST, 1, -1):
        post = view.text[begin : begin + length]
        if not re.fullmatch("[一-鿿]+", post):
            continue
        for scope in view.scopes(at, 4):
            held = [one for one in view.named(scope) if view.text.endswith(post, scope.start, one.start)]
            if held:
                return (begin + length, name_span(view.text, held[0])) if len(held) == 1 else None
    return None


_LONGEST_POST = 6


_KIN = re.compile(
    "父|母|妻|夫|[长次]?[子女](?!公司)|弟|妹|兄|姐|助[手理]|秘书|家[人属]|律师|遗[孀体嘱]|学生|徒弟|著作|[任生]"
)


def _owner(view: View, at: int, known: dict[int, Span]) -> Span | None:
    """Return whose a thing behind 其 is: the subject of the clauses before it in its sentence, or of the one before."""
    scope = next(view.scopes(at, 1), None)
    if scope is not None and scope.start == view.here.start and at - scope.start <= len("但是"):
        scope = next((one for one in view.scopes(view.here.start, 1)), None)
    if scope is None or (scope.start != view.here.start and view.begins_before(scope)):
        return None
    subject = _subject(view, scope, known)
    if subject is None:
        return None
    begin, end, meant = subject
    if view.person_at(meant) is not None and meant.start > begin and not _KIN.match(view.text, at + 1):
        return None  # it may be of the body whose post the person has
    others = [one for one in view.named(scope) if not begin <= one.start < end]
    bodies = [one for one in names_zh.named(view.text, scope, BODIES) if not begin <= one.start < end]
    return None if others or bodies else meant


def _subject(view: View, scope: Span, known: dict[int, Span]) -> tuple[int, int, Span] | None:
    """Return where the subject of a stretch stands that a name or a word pointing back makes, and what it means."""
    lead = _LEADS.match(view.text, scope.start, scope.end)
    places = {scope.start, lead.end() if lead else scope.start}
    comma = view.text.find("，", scope.start, scope.end)
    places |= {comma + 1} if comma >= 0 else set()
    found: list[tuple[int, int, Span]] = []
    for begin in sorted(places):
        pointed = {**view.resolved, **known}
        if begin in pointed:
            word = _THAT.match(view.text, begin) or re.compile("[他她它]|[前后]者").match(view.text, begin)
            found += [(begin, word.end(), pointed[begin])] if word else []
        people = [one for one in view.named(scope) if begin in (one.start, one.post_start if one.post else one.start)]
        found += [(begin, one.end, view.place(one)) for one in people]
        bodies = [*names_zh.named(view.text, scope, BODIES), *names_zh.countries(view.text, scope)]
        found += [(one.start, one.end, one) for one in bodies if one.start == begin and not people]
    sure = [one for one in found if not _GOES_ON.match(view.text, one[1])]
    return sure[0] if len(sure) == 1 == len(found) else None


def _parties(view: View, at: int) -> tuple[Span, ...]:
    """Return the two people or bodies that the nearest stretch names which names any, or nothing."""
    for scope in view.scopes(at, 2):
        if len(held := list(_HOLD.finditer(view.text, scope.start, scope.end))) == 1:
            return Span(*held[0].span("a")), Span(*held[0].span("b"))
        if len(joined := list(_DEALS.finditer(view.text, scope.start, scope.end))) == 1:
            return Span(*joined[0].span("a")), Span(*joined[0].span("b"))
        if _UNNAMED.search(view.text, scope.start, scope.end):
            return ()
        people = {one.name: view.place(one) for one in view.named(scope)}
        bodies = [
            *names_zh.named(view.text, scope, BODIES),
            *(Span(*one.span()) for one in _GOVERNMENT.finditer(view.text, scope.start, scope.end)),
        ]
        bodies += [
            to
            for place, to in view.resolved.items()
            if scope.start <= place < scope.end
            and view.person_at(to) is None
            and re.search(rf"(?:{BODIES})\Z", view.text[to.start : to.end])
        ]
        at_post = [one.post_start for one in view.named(scope) if one.post]
        bodies = [one for one in bodies if not any(one.start <= post < one.end for post in at_post)]
        named = {**people, **names_zh.distinct(view.text, bodies)}
        named = {name: one for name, one in named.items() if not any(name in o and name != o for o in named)}
        if len(named) == 2:
            return tuple(sorted(named.values(), key=lambda one: one.start))
        if named:
            return ()
    return ()


def _states(view: View, at: int, known: dict[int, Span]) -> tuple[Span, ...]:
    """Return the two states that the nearest stretches name, back to where the second is found."""
    found: dict[str, Span] = {}
    for scope in view.scopes(at, 3):
        if (theirs := of_both(view, scope, names_zh.countries, names_zh.countries(view.text, scope))) is not None:
            return theirs
        pointed = [to for place, to in {**view.resolved, **known}.items() if scope.start <= place < scope.end]
        states = [*names_zh.countries(view.text, scope)]
        states += [one for to in pointed for one in names_zh.countries(view.text, to)]
        for one in states:
            found.setdefault(view.text[one.start : one.end], one)
        if len(found) > 1:
            break
    return tuple(sorted(found.values(), key=lambda one: one.start)) if len(found) == 2 else ()
