"""Who sends to whom: the direction of a flow as a caption or a question words it, in four languages.

Invariant: the same two names with their roles exchanged are never the same route, and a role that the words leave open
stays open. Countries are those of `corpus.structure.countries`; other places are learnt from captions.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import starmap

from corpus.normalize import search_text
from corpus.structure.countries import COUNTRIES, countries_in, country_called
from corpus.structure.patterns import compiled

_KOREAN_SHORT = {
    "북": "prk",
    "중": "chn",
    "일": "jpn",
    "미": "usa",
    "러": "rus",
    "한": "kor",
    "영": "gbr",
    "독": "deu",
    "불": "fra",
}
_OUT = (
    r"輸出(?!入)|売(?:っ[たて]|り|る|れ[たてる]?)|出荷|(?i:\bexport\w*|\bship(?:ped|ping|ments?)\b|\bs(?:ell|ells|old|ales?)\b)|出口(?!调查)|"
    r"卖\w?|수출|팔(?:았|린|아|다)\S?|판매|판(?=\s)|稼[いぐげがご][ぁ-ん]?|(?i:\bearn(?:s|ed|ing)?\b)|赚\w?|벌(?:어|었|은)\S?"
)
# Who earns from another sells to it.
_EARNS = re.compile(r"稼[いぐげがご]|\bearn(?:s|ed|ing)?\b|赚|벌(?:어|었|은)", re.IGNORECASE)
_IN = (
    r"輸入|買(?:っ[たて]|い|う)|購入|仕入れ?|(?i:\bimport\w*|\bb(?:uy|uys|ought)\b|\bpurchas\w*)|"
    r"进口|進口|买\w?|수입|사들\S{0,2}|샀\S?"
)
_FLOW = re.compile(f"(?P<out>{_OUT})|(?P<into>{_IN})")
# Flows of anything else, in captions: 東京から大阪への移動.
_LEARNT = re.compile(r"(?:^|[\s　、,「（(：:])(?P<a>[^\s　、,0-9]{1,10}?)から(?P<b>[^\s　、,0-9]{1,10}?)への?")


@dataclass(frozen=True, slots=True)
class Route:
    """A direction: ``source`` and ``target`` are place ids or empty where open; ``spans`` the words that say so.

    ``places`` are all places named, with or without a role; ``flows`` the spans of the words for sending or receiving.
    """

    source: str = ""
    target: str = ""
    places: tuple[str, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()
    flows: tuple[tuple[int, int], ...] = ()
    stretch: tuple[int, int] = (0, 0)

    @property
    def is_open(self) -> bool:
        """Say whether no role is known."""
        return not self.source and not self.target

    def agrees(self, other: Route) -> bool:
        """Say whether no role known on both sides differs, and none is filled crosswise."""
        if self.source and other.source and self.source != other.source:
            return False
        return not (self.target and other.target and self.target != other.target)

    def reverses(self, other: Route) -> bool:
        """Say whether one runs against the other: what is the source here is the target there."""
        return bool(self.source and self.source == other.target) or bool(self.target and self.target == other.source)


@dataclass(frozen=True, slots=True)
class _Place:
    id: str
    start: int
    end: int


def learnt_places(caption: str) -> Mapping[str, str]:
    """Return the places that a caption's A から B への names beyond the countries, each as its own id."""
    return {
        name: name
        for match in _LEARNT.finditer(caption)
        for name in (match["a"], match["b"])
        if len(name) > 1 and not country_called(name)
    }


def read_route(text: str, known: Collection[str] = (), learnt: Mapping[str, str] | None = None) -> Route:
    """Return the direction that a text words.

    ``known`` are place ids whose one-character forms count too (北, 朝, 中), ``learnt`` further names with their ids.
    """
    places = sorted(_places(text, known, learnt or {}), key=lambda place: place.start)
    flows = list(_FLOW.finditer(text))
    if not places:
        return Route(flows=tuple(flow.span() for flow in flows))
    kinds = {"out" if flow["out"] else "into" for flow in flows}
    kind = kinds.pop() if len(kinds) == 1 else ""
    roles: dict[str, str] = {}
    subjects: list[str] = []
    for place in places:
        role = _role(text, place)
        if role == "target" and kind == "into" and _LEAD.search(text[: place.start]):
            role = "source"  # 対ラオス輸入 comes from there
        if role == "subject":
            subjects.append(place.id)
        elif role:
            roles.setdefault(role, place.id)
    if _EARNS.search(text) and "source" in roles and "target" not in roles:
        roles["target"] = roles.pop("source")
    for subject in subjects:
        role = {"out": "source", "into": "target"}.get(kind, "")
        if role and role not in roles and subject not in roles.values():
            roles[role] = subject
    spans = tuple(_with_particles(text, place) for place in places)
    flow_spans = tuple(flow.span() for flow in flows)
    marked = [*spans, *flow_spans]
    return Route(
        roles.get("source", ""),
        roles.get("target", ""),
        tuple(dict.fromkeys(place.id for place in places)),
        spans,
        flow_spans,
        (min(s for s, _ in marked), max(e for _, e in marked)),
    )


_LEAD = re.compile(r"(?:対|对|對|대)$")
_TAIL = re.compile(r"側?(?:の)?(?:向け|宛て?|行き|産|発)|側")


def _with_particles(text: str, place: _Place) -> tuple[int, int]:
    """Return the stretch of a place with the affixes that give it its role (対…, …向け)."""
    lead, tail = _LEAD.search(text[: place.start]), _TAIL.match(text, place.end)
    return (lead.start() if lead else place.start), (tail.end() if tail else place.end)


def _places(text: str, known: Collection[str], learnt: Mapping[str, str]) -> Iterator[_Place]:
    taken: list[tuple[int, int]] = []
    for place in (*_learnt(text, learnt), *starmap(_Place, countries_in(text)), *_shortly(text, known)):
        if not any(place.start < end and start < place.end for start, end in taken):
            taken.append((place.start, place.end))
            yield place


def _learnt(text: str, learnt: Mapping[str, str]) -> Iterator[_Place]:
    spelt = _one_form(text) if learnt else ""
    for name, place in learnt.items():
        for match in re.finditer(re.escape(_one_form(name)), spelt):
            yield _Place(place, *match.span())


def _shortly(text: str, known: Collection[str]) -> Iterator[_Place]:
    """Yield where a text names by a sign or a syllable one of the countries that are known to be meant."""
    for place in sorted(known):
        if short := COUNTRIES.get(place, ("", ""))[1]:
            sent = rf"(?<![一-鿿])(?:{short})(?=[がはのへにも側]|から|向け|[对向从自]|출|→)"
            sign = rf"{sent}|(?<=[対对대→])(?:{short})(?=[^国国]|$)"
            yield from (_Place(place, *match.span()) for match in compiled(sign).finditer(text))
    for syllable, place in _KOREAN_SHORT.items():
        if place in known:
            trade = compiled(rf"(?<=대){syllable}(?=\s?(?:수출|수입|무역|교역))")
            yield from (_Place(place, *match.span()) for match in trade.finditer(text))


def _one_form(text: str) -> str:
    """Return a text with each character in the form that Japan writes (东滨, 東浜), character for character."""
    return "".join(_form(character) for character in text)


@cache
def _form(character: str) -> str:
    written = search_text(character)
    return written if len(written) == 1 else character


_AFTER = (
    (
        "source",
        r"産(?=品|物|の|[一-鿿ァ-ヶ])|(?:側|産)?(?:から|より(?!も|多|少|大|小))|\s?(?:→|->|⇒|⇨|発)|에서|(?:으로|로)?부터",
    ),
    ("target", r"側?(?:への?|に(?!比べ|おけ|つい|関|よ)|向け|宛て?|行き)|으로|로(?!부터)|에게|에(?!서)|행|向(?!け)け"),
    (
        "subject",
        r"における|側?(?:の(?!\w{0,6}向け|.{0,2}(?:間|首都|国境))|が|は|も)|['’]s?\b|对|向|从|自|的|出口|进口|이|가|은|는|의|산",
    ),
)
_BEFORE = (
    ("target", r"(?:対|对|對|向|往|至|到|给|대|→|->|⇒)\s?$|(?i:\b(?:to|into|towards?|for)\s+(?:the\s+)?$)"),
    ("source", r"(?:从|從|自|由|来自)\s?$|(?i:\b(?:from|out of)\s+(?:the\s+)?$)"),
    ("subject", r"(?i:\b(?:did|do|does|by|has|have|had|of|was|were|which|that)\s+(?:the\s+)?$)"),
)


def _role(text: str, place: _Place) -> str:
    """Return source, target, subject or nothing, from what stands just before and after a place."""
    before, after = text[max(0, place.start - 14) : place.start], text[place.end : place.end + 12]
    for role, pattern in _BEFORE[:2]:
        if re.search(pattern, before):
            return role
    if re.match(r"の.{0,8}?向け", after):
        return "subject"
    for role, pattern in _AFTER:
        if re.match(pattern, after):
            return role
    if re.match(
        r"\s+(?:\w+\s+){0,2}(?:" + _FLOW.pattern.replace("?P<out>", "?:").replace("?P<into>", "?:") + ")",
        text[place.end : place.end + 40],
    ):
        return "subject"
    return "subject" if re.search(_BEFORE[2][1], before) else ""
