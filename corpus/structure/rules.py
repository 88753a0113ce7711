"""The rules by which words that point back are told what they mean, in the order in which they are asked.

Invariant: of two rules that tell of the same words the first holds; none tells of what stands behind its words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from corpus.document import Span
from corpus.structure import chinese, korean
from corpus.structure.answered import answered
from corpus.structure.as_before import as_before
from corpus.structure.bare_kinds import bare_places, bare_posts
from corpus.structure.both_of_kind import both_of_kind
from corpus.structure.dates import DateMention
from corpus.structure.english import english
from corpus.structure.groups_ko import korean_group
from corpus.structure.its_act import its_act
from corpus.structure.its_figure import its_figure
from corpus.structure.its_holder import its_holder
from corpus.structure.many_people import many_people
from corpus.structure.moments import moments
from corpus.structure.pairs import pairs
from corpus.structure.part_of import counted_people, parts_of
from corpus.structure.persons import persons
from corpus.structure.repeated import brought_in, repeated
from corpus.structure.same_places import same_places
from corpus.structure.short_names import short_names
from corpus.structure.short_names_ko import short_names_ko
from corpus.structure.short_names_zh import short_names_zh
from corpus.structure.statements import statements
from corpus.structure.supposed import seconds, supposed
from corpus.structure.surnames import by_surname
from corpus.structure.surnames_ja import by_surname_ja
from corpus.structure.taken_up import taken_up
from corpus.structure.things import more_things, things
from corpus.structure.views import View
from corpus.structure.writers import speaker

ReferenceKind = Literal["person", "people", "countries", "thing", "statement", "time", "subject"]


@dataclass(frozen=True, slots=True)
class Reference:
    """Words at ``[start, end)`` that point back, and the stretches of text they mean, in order.

    A ``subject`` that is left out has ``start == end``, where its sentence begins.
    """

    start: int
    end: int
    kind: ReferenceKind
    to: tuple[Span, ...]


def surnamed(view: View) -> Iterator[Reference]:
    """Yield the Japanese surnames of a sentence that stand for somebody named whole before."""
    for words, one in by_surname_ja(view):
        yield Reference(words.start, words.end, "person", (one,))


def pointing(view: View, dates: Sequence[DateMention], about: Sequence[Span], lang: str) -> Iterator[Reference]:
    """Yield the references of a sentence; of two at one place the first holds."""
    own = {"zh": chinese, "ko": korean}.get(lang)
    for words, meant, sort in own.references(view) if own is not None else ():
        yield Reference(words.start, words.end, sort, meant)
    for words, one in persons(view, lang, about):
        yield Reference(words.start, words.end, "person", (one,))
    for words, one in by_surname(view, lang) if lang != "ja" else ():
        yield Reference(words.start, words.end, "person", (one,))
    for words, both, kind in pairs(view, about):
        yield Reference(words.start, words.end, kind, both)
    named = {"en": english, "ja": its_holder}.get(lang)
    for words, one in named(view) if named is not None else ():
        yield Reference(words.start, words.end, "thing", (one,))
    asked = {one.start for one in own.asked(view)} if own is not None else set()
    for words, one, what in things(view, alone=False, about=about):
        if words.start in asked:
            continue
        yield Reference(words.start, words.end, what, (one,))
    for words, said in statements(view):
        yield Reference(words.start, words.end, "statement", (said,))
    for words, one, what in (*things(view, alone=True), *more_things(view)):
        if words.start in asked:
            continue
        yield Reference(words.start, words.end, what, (one,))
    for words, when in moments(view, dates):
        yield Reference(words.start, words.end, "time", (when,))


def more(view: View, lang: str, spoken: Sequence[Span]) -> Iterator[Reference]:
    """Yield the references of a sentence that hold only where no other is told of the same words."""
    for words, one in speaker(view, spoken):
        yield Reference(words.start, words.end, "person", (one,))
    for words, one in (*parts_of(view, lang), *counted_people(view, lang), *many_people(view, lang)):
        yield Reference(words.start, words.end, "thing", (one,))
    for words, one, thing in brought_in(view, lang):
        yield Reference(words.start, words.end, "thing" if thing else "statement", (one,))
    for rule in {"ko": (short_names_ko, korean_group), "zh": (short_names_zh,)}.get(lang, ()):
        for words, one in rule(view):
            yield Reference(words.start, words.end, "thing", (one,))
    if lang == "ja":
        yield from _more_japanese(view)


def _more_japanese(view: View) -> Iterator[Reference]:
    for words, one, thing in (*answered(view), *taken_up(view)):
        yield Reference(words.start, words.end, "thing" if thing else "statement", (one,))
    for words, one in seconds(view):
        yield Reference(words.start, words.end, "thing", (one,))
    for words, one in supposed(view):
        yield Reference(words.start, words.end, "statement", (one,))
    for words, two in (*both_of_kind(view), *as_before(view)):
        yield Reference(words.start, words.end, "thing", two)
    for rule in (same_places, repeated, bare_places, short_names, its_act, its_figure):
        for words, one in rule(view):
            yield Reference(words.start, words.end, "thing", (one,))
    for words, one in bare_posts(view):
        yield Reference(words.start, words.end, "person", (one,))
