"""What a pointer to one thing, or to what was said, may mean, each with the signs that speak for or against it.

Invariant: every option stands before the pointer; the last is that it means nothing that stands there.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.document import Span
from corpus.structure.bodies import NAMED_ONLY
from corpus.structure.ranked.mentioned import said
from corpus.structure.ranked.named import BACK, FRONT, Mentioned, Thing, head_length, things
from corpus.structure.ranked.pointers import Pointer
from corpus.structure.ranked.sorts import sort_of
from corpus.structure.views import View

Signs = dict[str, float]
_OPENING = 3  # characters before a pointer that opens its sentence


@dataclass(frozen=True, slots=True)
class Option:
    """One meaning of a pointer: a thing, a statement (``sort`` said), or two things; none has no stretch."""

    to: tuple[Span, ...]
    sort: str
    signs: Signs
    clear: bool = True  # nothing else of its kind stands near
    never: bool = False  # whatever is likely: something of its kind stands beside it


@dataclass(frozen=True, slots=True)
class _Asked:
    """A pointer in its sentence: what sort it asks for, what stands behind it, how much of its head a thing has."""

    view: View
    pointer: Pointer
    wants: str
    heads: Sequence[int]
    opens: bool
    after: str


def single(view: View, pointer: Pointer, mentions: Mentioned, tongue: str) -> list[Option]:
    """Return what a pointer to one thing, or to several told as one, may mean."""
    named = things(view, pointer, mentions)
    heads = [head_length(pointer.head, one.name) if pointer.head else 0 for one in named]
    most, wants = max(heads, default=0), pointer.wants
    if most and not pointer.head.isascii():
        wants = sort_of(pointer.head[:most]) or wants
    opens = pointer.span.start - view.here.start <= _OPENING
    asked = _Asked(view, pointer, wants, heads, opens, _behind(view, pointer))
    near_by = [one for one in named if one.mentions[0][0] <= 2 and one.sort == wants]
    rivals, known = min(len(near_by), 3), min(sum(one.proper for one in near_by), 3)
    ranks: dict[str, int] = {}
    options = []
    for one, head in zip(named, heads, strict=True):
        rank = ranks.get(one.sort, 0)
        ranks[one.sort] = rank + 1
        signs = _of_thing(asked, one) | _of_sort(asked, one, rank)
        if wants and one.sort == wants:
            signs |= {f"rivals {rivals}": 1.0, f"known rivals {known}": 1.0}
        if pointer.head:
            signs |= _of_head(pointer.head, one.name, head, heads)
        options.append(Option((one.span,), one.sort, signs, *_is_clear(asked, one, head, named)))
    agree = min(sum("sort agrees" in one.signs for one in options), 3)
    signs = {"none": 1.0, f"none {tongue}": 1.0, f"none {agree} agree": 1.0, f"after {asked.after} none": 1.0}
    signs |= {"none opens" if opens else "none inside": 1.0, f"none asks {wants}": 1.0}
    signs |= {f"none rivals {rivals}": 1.0, f"none known rivals {known}": 1.0}
    if pointer.head and not most:
        signs["none has head"] = 1.0
    return [*options, *_statements(asked), Option((), "", signs)]


def _is_clear(asked: _Asked, one: Thing, head: int, named: Sequence[Thing]) -> tuple[bool, bool]:
    """Say whether nothing else of its kind stands near a thing, and whether it is never told.

    That is where something of its kind stands beside it, or it has no name and its kind must: 同社 of a firm.
    """
    pointer, back = asked.pointer, one.mentions[0][0]
    if pointer.group == "sono" and not pointer.head:
        return back > 0, back == 0  # what its own sentence is about, whoever reads sees
    if pointer.head.isascii() and pointer.group == "body" and not (head and one.proper):
        return False, True  # "the Trust" is no firm of another name, and no firm without one
    nameless = not one.proper or bool(_INDEFINITE.match(one.name))
    if pointer.group in ("body", "noun") and pointer.head[:1] in _NAMED and nameless:
        return False, True
    only = asked.heads.count(head) == 1
    if head > 1 and head == len(pointer.head):
        return only, not only
    near = [other for other in named if other is not one and other.mentions[0][0] <= back]
    alike = [other for other in near if one.sort and other.sort == one.sort]
    named_so = bool(head) and not only
    beside = any(other.mentions[0][0] == back and other.proper == one.proper for other in alike)
    return not alike and not named_so, named_so or (beside and pointer.group != "it")


_NAMED = frozenset("国市町村県省州該该") | NAMED_ONLY  # what is called so has a name


def _of_thing(asked: _Asked, one: Thing) -> Signs:
    """Return the signs of a thing that any pointer asks for: where it stands, how often, in what part."""
    text, at = asked.view.text, asked.pointer.span.start
    back, near = one.mentions[0]
    subject = near.role in ("topic", "subject")
    front = asked.view.sentences[min(FRONT, len(asked.view.sentences)) - 1].end
    depth = asked.view.depth[at]
    has = {
        "first of its sentence": near.order == 0,
        "other paragraph": one.elsewhere,
        "in a quote": near.depth > depth,
        "out of the quote": near.depth < depth,
        "one sign": len(one.name) == 1,
        "long": len(one.name) > 12 * (2 if one.name.isascii() else 1),
        "proper": one.proper,
        "indefinite": bool(_INDEFINITE.match(one.name)),
        "speaks": bool(_SPEAKS.match(text, near.span.end)),
        "title": one.mentions[-1][1].span.start < front,
        "ever a subject": any(mention.role in ("topic", "subject") for _, mention in one.mentions),
        "pointed to": any(mention.span.start in asked.view.resolved for _, mention in one.mentions),
        "subject before": asked.opens and subject and back == 1,
        "subject here": subject and back == 0,
        f"after {asked.after} thing": True,
        f"back {min(back, 4)}": True,
        f"role {near.role or 'none'}": True,
    }
    often = math.log1p(text.count(one.name, 0, at))
    signs: Signs = {"far": back / BACK, "often": often, "mentions": math.log1p(len(one.mentions))}
    return signs | {name: 1.0 for name, holds in has.items() if holds}


def _of_sort(asked: _Asked, one: Thing, rank: int) -> Signs:
    """Return the signs of what a thing is, beside what is asked for; ``rank`` things of its sort stand nearer."""
    near = one.mentions[0][1]
    sort = (one.sort or "thing") + (" proper" if one.proper else "")
    if asked.view.text[max(near.span.start - 1, 0)] in "『《“‘":
        sort += " titled"
    signs = {f"sort {sort}": 1.0, f"asks {asked.wants} gets {sort}": 1.0, f"rank {min(rank, 3)}": 1.0}
    if asked.wants:
        agrees = one.sort == asked.wants
        signs["sort agrees" if agrees else "sort differs" if one.sort else "sort unknown"] = 1.0
        if agrees and rank == 0:
            signs["nearest of its sort"] = 1.0
    return signs


_INDEFINITE = re.compile(
    r"[0-9０-９一二三四五六七八九十百両各全他別数多某每几两双另同々本当諸主]|한 |두 |세 |여러 |다른 "
    r"|(?:an?|some|any|no|one|two|three|four|every|each|several|many|another) ",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    r" (?:said|says|told|argue[sd]|call(?:s|ed)|warn(?:s|ed)|was|is|had|has|resigned|retired|joined|became|found)\b"
    r"|[说認认指称表]|[은는] [\"“]|[^。]{0,3}は"
)
_VERBS = ("is", "was", "has", "had", "will", "would", "may", "could", "can", "should", "did", "does", "were", "are")


def _behind(view: View, pointer: Pointer) -> str:
    """Return the signs or the word behind a pointer, which tell what part its meaning plays."""
    rest = view.text[pointer.span.end : view.here.end]
    if rest[:1] == " ":
        word = re.match(r" ([a-z]{2,7})\b", rest)
        return word[1] if word and word[1] in _VERBS else "word"
    return rest[: 2 if rest[:1] in ("に", "を", "対") else 1].strip('; \n"')


def _of_head(head: str, name: str, length: int, heads: Sequence[int]) -> Signs:
    """Return the signs of how a name has the head noun that a pointer repeats, beside other ``heads``."""
    most = max(heads)
    has = {
        "head whole": length == len(head),
        "head long": length > 1,
        "head bare": length > 0 and name == head[:length],
        "only head": length > 0 and length == most and heads.count(most) == 1,
        "one of heads": length > 0 and length == most and heads.count(most) > 1,
        "other has head": not length and most > 1,
        "other has sign": not length and most == 1,
        "head inside": not length and len(head) > 1 and (head[:2] in name or head[-2:] in name),
    }
    return {"head": length / len(head)} | {sign: 1.0 for sign, holds in has.items() if holds}


_CONCRETE = frozenset("書紙誌船艇店館校院園局庁署港島駅橋川湖塔寺町村県州国社党")  # what a noun ends in that is a thing
_NEVER_SAID = ("person", "body", "place", "country", "thing")
# What somebody can be quoted as saying: a quote is meant by no other noun.
_SPOKEN = re.compile(
    r"[言話语語説説论論句问問声]|発言|指摘|主張|批判|公約|約束|提案|要[求望]|回答|考|見方|主张|观点|看法|提议|建议|말|발언|주장|지적|약속"
    r"|제안|요구|설명|입장|점|(?:claim|charge|promise|view|argument|answer|warning|remark|statement|question)s?$"
)


def _statements(asked: _Asked) -> Iterator[Option]:
    """Yield what was said before a pointer that may mean it."""
    pointer, seen = asked.pointer, set[Span]()
    if pointer.group not in ("it", "said", "noun", "sono") or pointer.wants in _NEVER_SAID:
        return
    if (pointer.group == "sono" and not pointer.head) or pointer.head[-1:] in _CONCRETE:
        return  # 其 and its are of a thing, and a report is none that was said
    where = "opens" if asked.opens else "inside"
    stem = pointer.head[:5].lower() if pointer.head.isascii() else pointer.head[:2]
    clear = not (asked.opens and pointer.group == "it")  # there the rules decide, and leave open what is no act
    for span, how in said(asked.view, pointer.span.start):
        if span in seen or (how == "quote" and pointer.head and not _SPOKEN.search(pointer.head)):
            continue
        seen.add(span)
        words = asked.view.text[span.start : span.end]
        signs: Signs = {"said": 1.0, f"said {how}": 1.0, f"said {how} {where}": 1.0, f"said asks {pointer.wants}": 1.0}
        signs |= {f"after {asked.after} said": 1.0, "said length": len(words) / (180 if words.isascii() else 90)}
        if stem and stem in words.lower():
            signs["said head"] = 1.0
        marked = rf"{re.escape(pointer.head)}{'[をがは을를이가]' if pointer.wants == 'event' else ''}"
        thing = bool(pointer.head) and bool(re.search(marked, words))  # it names what the pointer means
        yield Option((span,), "said", signs, clear, thing)
