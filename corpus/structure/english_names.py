"""Which name "the company", "the island" and "the Board" mean in an English text, and "the former" of a count.

Invariant: the name has the noun as its head or beside it (X, a family firm; the island of X), or is a company by its
last word; where the nearest sentence that names any names two, none is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from corpus.document import Span
from corpus.structure.english_subjects import subject_of
from corpus.structure.views import View

_COMPANIES = (
    "company|firm|business|manufacturer|maker|operator|retailer|start-up|startup|airline|lender|publisher"
    "|shipowner|brewer|trader|supplier|producer|developer|carrier|distributor|insurer"
)
_BODY = (
    "company|firm|business|council|agency|ministry|department|university|institute|school|hospital|museum|library"
    "|union|association|society|charity|foundation|trust|bank|authority|board|committee|commission|party|newspaper"
    "|magazine|station|port|church|club|group|organisation|organization|bureau|office|fund|college|federation|airline"
    "|lender|retailer|publisher|operator|manufacturer|cooperative|laboratory|court|regulator|watchdog"
)
_PLACE = "island|islands|city|town|village|country|republic|province|county|kingdom|district|valley|peninsula"
_THE = re.compile(
    rf"(?:^The|(?<=[.)]\s)The|(?<=\s)the)\s(?P<head>{_BODY}|{_PLACE})(?=\s(?!of\b|for\s[A-Z])[a-z]|[’']s\s[a-z]|[.,;](?:\s|$))"
)
_SHORT_FORM = re.compile(
    r"(?:^The|(?<=[.)]\s)The|(?<=\s)the)\s(?P<head>(?:Council|Agency|Ministry|Department|University|Institute|Association|Society|Foundation|Trust|Bank"
    r"|Authority|Board|Committee|Commission|Union|Group|Company|Fund|College|Federation|Court|Bureau|Office|Museum|Library))"
    r"(?=[’']s\s|\s(?!of\b|for\s|and\s[A-Z])[a-z]|[.,;](?:\s|$))"
)
_RUN = r"[A-Z][\w’&-]*(?:'[A-Z]\w+)?(?:\s(?:(?:of|for)\s(?:the\s)?|and\s)?[A-Z][\w’&-]*)*"
_COMPANY_END = (
    r"(?:Lines?|Motors|Ltd|Limited|Inc|Group|plc|PLC|Company|Co|Corp|Corporation|Holdings|Foods|Energy|Airlines|Airways|Marine|Industries"
    r"|Systems|Labs|Works|Brewery|Breweries|Mutual|Ferries|Railways?|Technologies|Media|Studios|Partners|Shipping|Services|Networks|Bank"
    r"|Insurance|Capital|Logistics|Pharma|Electronics|Steel|Oil|Telecom|Stores|Brothers|Sons|Mills|Distillery|Press|Software|Construction|Engineering"
    r"|Freight|Transport|Transit|Haulage|Coaches|Buses|Trains|Castings|Textiles|Chemicals|Fisheries|Farms|Power|Timber|Cement)"
)
BARE = re.compile(rf"[Tt]he (?:{_BODY}|{_PLACE})")  # what tells nothing alone
_FAR = 20_000  # characters back to where a text names what it calls by the noun alone
_ANOTHER = re.compile(rf"[A-Z][\w’'\s-]*?\b(?i:{_BODY})\sand\s")  # another body before it
_ARTICLE = re.compile(r"(?:The|In|At|On|By|To|With|For|From|A|An|But|And|Since|After|Before|When|While|Under)\s")
_WHEN = re.compile(  # In March, the ministry
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs"
    r"|Fri|Satur|Sun)day|Spring|Summer|Autumn|Winter|Easter|Christmas)"
)
_NO_PROPER = re.compile(r"(?:He|She|It|They|We|Its|His|Her|Th[a-z]+|Both|One|No(?:body|ne)|Some\w*|Any\w*|Every\w*)\b")
_PROPER = re.compile(r"[A-Z][\w’'&-]+(?:\s(?:and|of|[A-Z][\w’'&-]+))*")


def bodies(view: View) -> Iterator[tuple[Span, Span]]:
    """Yield "the company", "the island" and "the Board" with the name that they mean."""
    start = view.here.start
    for match in view.places(_THE):
        at = start + match.start()
        if (named := _named(view, at, match["head"])) is not None:
            yield Span(at, start + match.end("head")), named
    for match in view.places(_SHORT_FORM):
        at = start + match.start()
        found = _heads(view.text, Span(max(at - _FAR, 0), at), match["head"])
        if len(found) == 1 and (one := next(iter(found.values()))).start < start:
            yield Span(at, start + match.end("head")), one


def _named(view: View, at: int, head: str) -> Span | None:
    """Return the one name that the nearest stretch calls so, or the only one of the whole text before."""
    place = re.fullmatch(_PLACE, head) is not None
    for scope in view.scopes(at, 3):
        found = _called(view, scope, head)
        one = next(iter(found.values())) if len(found) == 1 else None
        if one is not None and not _joined(view.text, one) and not _rivalled(view, scope, one, head):
            return one
        if found or re.search(
            rf"\b(?:[Aa]n?|[Aa]nother|[Ss]ome)\s(?:[\w’'-]+\s){{0,3}}?{head}\b", view.text[scope.start : scope.end]
        ):
            return None
        subject = None if place else _proper_subject(view, scope, head)
        if subject is not None:
            return subject
    before = Span(max(at - _FAR, 0), at)
    if re.fullmatch(_COMPANIES, head):
        unnamed = (
            rf"\b(?:[Aa]n?|[Aa]nother|[Ss]ome|[Tt]wo|[Tt]hree)\s(?:[\w’'-]+\s){{0,3}}?(?:{_COMPANIES})(?:s|ies)?\b(?!,)"
        )
        if re.search(unnamed, view.text[before.start : before.end]):
            return None
    whole = _called(view, before, head)
    return next(iter(whole.values())) if len(whole) == 1 else None


def _joined(text: str, span: Span) -> bool:
    """Say whether "and" joins a name with another, which may be of the kind as well."""
    return bool(
        re.compile(r"\s(?:and|or)\s[A-Z]").match(text, span.end)
        or re.search(r"[A-Z][\w’'-]*\s(?:and|or)\s(?:the\s)?$", text[: span.start][-60:])
    )


def _rivalled(view: View, scope: Span, one: Span, head: str) -> bool:
    """Say whether another name is the subject of a stretch, which may be a company as well."""
    subject = _proper_subject(view, scope, head)
    return subject is not None and (subject.end <= one.start or one.end <= subject.start)


def _proper_subject(view: View, scope: Span, head: str) -> Span | None:
    """Return the name that is the subject of a stretch, where a company is asked for and it is nothing else."""
    subject = subject_of(view.text, scope) if re.fullmatch(f"{_COMPANIES}|group", head) else None
    words = view.text[subject.start : subject.end] if subject is not None else ""
    if (
        subject is None
        or " and " in words
        or _NO_PROPER.match(words)
        or not _PROPER.fullmatch(words)
        or view.person_at(subject) is not None
    ):
        return None
    if " " not in words and (
        words.lower() in _words(view.text) or not re.search(rf"[a-z,]\s{re.escape(words)}\b", view.text)
    ):
        return None  # a common noun that begins its sentence
    other = re.search(rf"\b(?i:{_BODY}|{_PLACE})\b", words) and not re.search(rf"\b{_COMPANY_END}$", words)
    return None if other else subject


@lru_cache(8)
def _words(text: str) -> frozenset[str]:
    """Return the words that a text writes in lower case."""
    return frozenset(re.findall(r"\b[a-z]{3,}\b", text))


def _called(view: View, scope: Span, head: str) -> dict[str, Span]:
    """Return the names of a stretch that it calls by a noun, or that have it for their head."""
    kinds = _COMPANIES if re.fullmatch(_COMPANIES, head) else head.removesuffix("s") + "s?"
    beside = re.compile(
        rf"(?P<name>{_RUN})(?:,| is| was)\s(?:an?|the)\s(?:[\w’'-]+\s){{0,4}}?(?:{kinds})\b(?!\s[a-z]+s?\sof)"
    )
    of = re.compile(rf"\b(?:{kinds}) of (?:the\s)?(?P<name>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*)")
    places = [
        one
        for pattern in (beside, *((of,) if re.fullmatch(_PLACE, head) else ()))
        for one in pattern.finditer(view.text, scope.start, scope.end)
    ]
    found = {
        view.text[span.start : span.end]: span
        for span in (_bare(view.text, one.start("name"), one.end("name")) for one in places)
    }
    found = {name: one for name, one in found.items() if view.person_at(one) is None and not _WHEN.fullmatch(name)}
    if re.fullmatch(_COMPANIES, head):
        pattern = re.compile(rf"\b(?P<name>(?:[A-Z][\w’'&-]+\s)+{_COMPANY_END})\b(?!\s[A-Z])")
        found |= {
            one["name"]: _bare(view.text, *one.span("name"))
            for one in pattern.finditer(view.text, scope.start, scope.end)
        }
    found |= _heads(view.text, scope, head.capitalize())
    if not re.fullmatch(_COMPANIES, head):
        town = re.compile(rf"\b(?:[a-z]+\s)?{head} of [A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*")
        places = [] if re.fullmatch(_PLACE, head) else list(town.finditer(view.text, scope.start, scope.end))
        found |= {one.group(): Span(*one.span()) for one in places}
    return _longest(view.text, found.values())


def _heads(text: str, scope: Span, head: str) -> dict[str, Span]:
    """Return the names of a stretch whose head a capitalised noun is (Orrin Transport Board, Ministry of Health)."""
    pattern = re.compile(
        rf"\b(?:(?P<before>(?:[A-Z][\w’'&-]+\s)+{head})(?:\sof\s{_RUN})?|{head}\s(?:of|for)\s(?:the\s)?{_RUN})\b(?!\s[A-Z])"
    )
    spans = [
        _bare(text, *part) for one in pattern.finditer(text, scope.start, scope.end) for part in _parted(one, head)
    ]
    return _longest(text, [one for one in spans if text[one.start : one.end] != head])


def _parted(match: re.Match[str], head: str) -> list[tuple[int, int]]:
    """Return where the names of a match begin and end: two where "and" joins two of one kind."""
    cut = match.group().find(" and ")
    if cut < 0 or match.group().count(head) == 1:
        return [match.span()]
    return [(match.start(), match.start() + cut), (match.start() + cut + len(" and "), match.end())]


def _longest(text: str, spans: Iterable[Span]) -> dict[str, Span]:
    """Return places by what they say, the first of each, without names that others contain."""
    found: dict[str, Span] = {}
    for one in spans:
        found.setdefault(text[one.start : one.end], one)
    return {name: one for name, one in found.items() if not any(name != other and name in other for other in found)}


def _bare(text: str, start: int, end: int) -> Span:
    """Return a name without the article or the preposition that its sentence begins with."""
    while lead := _ARTICLE.match(text, start, end) or _ANOTHER.match(text, start, end):
        start = lead.end()
    return Span(start, end)


def named_subjects(view: View) -> tuple[Span, Span] | None:
    """Return the names that are the subjects of the two sentences right before, where these name no other as one."""
    before = [
        one for one in view.sentences[max(view.index - 2, 0) : view.index] if one.paragraph == view.here.paragraph
    ]
    if len(before) < len("ab"):
        return None
    found = [subject_of(view.text, Span(one.start, one.end)) for one in before]
    names = [view.text[one.start : one.end] if one is not None else "" for one in found]
    plain = all(_PROPER.fullmatch(name) and not _NO_PROPER.match(name) and " and " not in name for name in names)
    first, second = found
    if first is None or second is None or not plain or len(set(names)) == 1:
        return None
    more = re.compile(r"[;,] (?:and|but|while|whereas) [A-Z]")
    return None if any(more.search(view.text, one.start, one.end) for one in before) else (first, second)


_WHICH = r"\b(?:\s(?:was|is)\s(?P<named>[^,.;]{2,50}))?(?P<by>,\s(?:by|from|of|in|at|a|an|the)\s[^,.;]{2,60})?"
_FIRST = re.compile(rf"\b[Tt]he (?:first|one){_WHICH}")
_SECOND = re.compile(rf"\b[Tt]he (?:second|other){_WHICH}")


def listed(view: View, at: int) -> tuple[Span, Span] | None:
    """Return the two that the sentences right before count as the first and the second."""
    own = [view.here] if at > view.here.start else []
    before = [
        one for one in view.sentences[max(view.index - 3, 0) : view.index] if one.paragraph == view.here.paragraph
    ]
    if not before and not own:
        return None
    start = (before or own)[0].start
    firsts = list(_FIRST.finditer(view.text, start, at))
    seconds = list(_SECOND.finditer(view.text, start, at))
    if len(firsts) != 1 or len(seconds) != 1 or firsts[0].end() > seconds[0].start():
        return None
    if re.search(r"\b[Tt]he (?:third|last)\b", view.text[start:at]):
        return None
    both = [Span(*one.span("named")) if one["named"] else Span(*one.span()) for one in (firsts[0], seconds[0])]
    told = [one["named"] or one["by"] for one in (firsts[0], seconds[0])]
    return (both[0], both[1]) if all(told) else None
