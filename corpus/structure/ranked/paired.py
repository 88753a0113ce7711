"""Which two things a pointer to two means (両氏, 前者, "the two countries"), and which of two is the former.

Invariant: both stand before the pointer, in order; as in `options` otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from corpus.document import Span
from corpus.structure.ranked.named import Mentioned, Thing, things
from corpus.structure.ranked.options import Option, Signs
from corpus.structure.ranked.pointers import Pointer
from corpus.structure.views import View

_NEAREST = 9  # things that may be one of two


def pairs(view: View, pointer: Pointer, mentions: Mentioned) -> list[Option]:
    """Return the pairs of things that a pointer may mean, and that it means none."""
    named = things(view, pointer, mentions)
    if pointer.wants:
        sorts = (pointer.wants, "place" if pointer.wants == "country" else "")
        named = [one for one in named if one.sort and one.sort in sorts]
    named = named[:_NEAREST]
    options = []
    for (a, one), (b, two) in combinations(enumerate(named), 2):
        earlier, later = sorted((one, two), key=lambda each: each.span.start)
        if later.span.start < earlier.span.end:
            continue
        alike = [each for each in named if each.sort == one.sort]
        between = sum(each.sort == one.sort for each in named[a + 1 : b])
        signs = _signs(view, earlier, later)
        signs |= {f"pair between {min(between, 2)}": 1.0, f"pair nearest {min(a, 3)}": 1.0}
        if later.sort == earlier.sort and len(alike) == 2:
            signs["pair only two"] = 1.0
        clear = _is_clear(earlier, later, named) and ("pair back 0" not in signs or "pair joined" in signs)
        options.append(Option((earlier.span, later.span), later.sort, signs, clear, not clear))
    _mark_only(options, named)
    many = str(len(named)) if len(named) < _MANY else "many"
    return [*options, Option((), "", {"none": 1.0, f"none {many} named": 1.0})]


def _is_clear(one: Thing, two: Thing, named: Sequence[Thing]) -> bool:
    """Say whether two things are of one sort, which nothing else is that stands as near."""
    if one.sort != two.sort or not one.sort or one.name in two.name or two.name in one.name:
        return False
    far = max(one.mentions[0][0], two.mentions[0][0])
    return sum(other.sort == one.sort and other.mentions[0][0] <= far for other in named) == len("ab")


def _mark_only(options: Sequence[Option], named: Sequence[Thing]) -> None:
    """Mark the one pair that a sentence joins, and the two that are its only subjects."""
    for back in (0, 1):
        here = [one for one in options if "pair joined" in one.signs and f"pair back {back}" in one.signs]
        if len(here) == 1:
            here[0].signs["pair only joined"] = 1.0
        nearest = [(one, *one.mentions[0]) for one in named]
        subjects = {one.span for one, far, near in nearest if far == back and near.role in ("topic", "subject")}
        for option in options:
            if set(option.to) == subjects:
                option.signs["pair the two subjects"] = 1.0


_MANY = 4
_JOINS = re.compile(
    r"か?(?:と|や|、|および|か、)、?(?:[^、。はがを]{0,14}の)?|[,，]? ?(?:and|or|和|与|及|还是) ?(?:the |an? )?"
    r"|(?:과|와|이나|나) (?:\S{1,6}의? )?"
)
_FIRST = re.compile(r"(?:第一|一つ|ひとつ|1つ|まず|一方|一是|첫째|하나|[Oo]ne|[Ff]irst)[^。]{0,6}$")
_SECOND = re.compile(r"(?:第二|もう一|二つ目|他方|もう片|二是|둘째|다른 하나|[Oo]ther|[Ss]econd)[^。]{0,6}$")
_TWO = re.compile(r"の?(?:二|2|２|両)[つ者案点人]|[两兩]|두 |two|both|いずれ|どちら|違い|対立|比")
_BEFORE, _BEHIND = 12, 15  # characters in which a text counts two


def _signs(view: View, earlier: Thing, later: Thing) -> Signs:
    """Return the signs of two things: how they stand to each other, and whether they are alike."""
    (far, one), (back, two) = earlier.mentions[0], later.mentions[0]
    text, gap = view.text, Span(min(one.span.end, two.span.end), max(one.span.start, two.span.start))
    same = one.role == two.role
    has = {
        "pair joined": bool(_JOINS.fullmatch(text, gap.start, gap.end)),
        "pair beside": gap.end - gap.start < _MANY,
        "pair and": "and" in (one.role, two.role),
        "pair proper": one.proper and two.proper,
        "pair one proper": one.proper != two.proper,
        "pair both first": one.order == 0 and two.order == 0,
        "pair told first": bool(_FIRST.search(text[max(one.span.start - _BEFORE, 0) : one.span.start])),
        "pair told second": bool(_SECOND.search(text[max(two.span.start - _BEFORE, 0) : two.span.start])),
        "pair two behind": far == back and bool(_TWO.search(text[two.span.end : two.span.end + _BEHIND])),
        "pair of a sort": earlier.sort == later.sort != "",
        "pair of no sort": earlier.sort == later.sort == "",
        "pair parallel": same and far != back,
        f"pair same role {one.role or 'none'}": same and far == back,
        "pair subjects": one.role in ("topic", "subject") and two.role in ("topic", "subject"),
        "pair same end": earlier.name[-1:] == later.name[-1:],
        "pair other paragraph": earlier.elsewhere or later.elsewhere,
        "pair one sign": min(len(earlier.name), len(later.name)) == 1,
        "pair in a quote": bool(one.depth or two.depth),
        f"pair back {min(back, 3)}": True,
        f"pair apart {min(abs(far - back), 3)}": True,
    }
    length = abs(len(earlier.name) - len(later.name)) / 10
    return {"pair length": length} | {name: 1.0 for name, holds in has.items() if holds}
