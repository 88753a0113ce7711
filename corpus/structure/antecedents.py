"""What the words that point back mean: 同氏, 同制度, 両国, この約束, これ, he, 그는, and the subject left out.

Invariant: an antecedent stands before the words that point to it, in canonical text; where the text leaves a choice
there is none. Only closed classes are listed (words that point, particles, endings).
"""

from __future__ import annotations

import re
from bisect import insort
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from corpus.document import Span
from corpus.structure.actors import acts, is_body, marked, objects
from corpus.structure.bodies import ENDINGS
from corpus.structure import subjects_ko
from corpus.structure.brackets import depths
from corpus.structure.dates import DateMention
from corpus.structure.english import english
from corpus.structure.mentions import mentions
from corpus.structure.moments import moments
from corpus.structure.names_ja import HEAD
from corpus.structure.nouns import ending_in, place_names, same_noun
from corpus.structure.pairs import pairs
from corpus.structure.persons import persons
from corpus.structure.posts import Person
from corpus.structure.statements import statements
from corpus.structure.subjects import Topic, follow
from corpus.structure.views import Sentence, View, name_span, sentences_of

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


_THING = re.compile(
    r"(?<![一-鿿ァ-ヺー])(?:この|こうした)[「『]?(?=[一-鿿ァ-ヺ])|^その(?=[一-鿿ァ-ヺ])|^(?:This|These|That|Those)\s(?=[a-z])"
    r"|^이\s(?=[가-힣])|^这(?:一|[一]?[项個个種种份条座家名位])?(?=[一-鿿])"
)
_SAME = re.compile(
    r"(?<![一-鿿])同(?=[一-鿿ァ-ヺ])|(?<![应應本])[该該](?=[一-鿿])|(?<![가-힣])(?:해당|같은|그)\s(?=[가-힣])"
)
_NOT_POINTING = re.compile(
    r"[こそ]の(?:[前翌]?[日年月週](?![一-鿿])|うち|ため|結果|よう|間|ほか|他|とき|時|際|点|上|頃|度|たび|先|後|中|一方|一環|名|通り|まま)"
)


def find_references(
    text: str,
    people: Sequence[Person],
    notes: Sequence[Span] = (),
    dates: Sequence[DateMention] = (),
    lang: str = "ja",
) -> tuple[Reference, ...]:
    """Return the references of a text whose antecedents it decides, in order; ``notes`` are left aside.

    ``people`` are those the text names with a post, in its order; ``dates`` are its dates, completed.
    """
    sentences = sentences_of(text, notes)
    depth = depths(text)
    tongues = [_tongue(text[one.start : one.end], lang) for one in sentences]
    named = list(mentions(text, people, [Span(one.start, one.end) for one in sentences], lang))
    if lang != "ja" and "ja" in tongues:
        inside = [Span(one.start, one.end) for one, tongue in zip(sentences, tongues, strict=True) if tongue == "ja"]
        named = list(mentions(text, named, inside, "ja"))
    found: list[Reference] = []
    topic: Topic | None = None
    hero = _hero(text, sentences, named, depth)
    resolved: dict[int, Span] = {}
    for index in range(len(sentences)):
        view = View(text, sentences, index, named, depth, resolved)
        here: list[Reference] = []
        for one in _pointing(
            view,
            dates,
            [*([topic.span] if topic is not None else []), *([hero] if hero is not None else [])],
            tongues[index],
        ):
            if not any(_overlap(one, other) for other in here):
                here.append(one)
        if tongues[index] in ("ja", "ko"):
            meant = {one.start: one.to[0] for one in here if len(one.to) == 1 and one.kind != "statement"}
            if tongues[index] == "ja":
                topic, who = follow(view, meant, topic, hero)
            else:
                spoken, who = subjects_ko.follow(view, meant, topic.span if topic is not None else None)
                topic = Topic(spoken) if spoken is not None else None
            if who is not None and who.end <= view.here.start:
                here.append(Reference(view.here.start, view.here.start, "subject", (who,)))
        found += [
            replace(one, to=tuple(map(view.whole, one.to))) if one.kind in ("people", "subject") else one
            for one in here
        ]
        named = _with(named, here, resolved)
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _tongue(words: str, lang: str) -> str:
    """Return the language of a sentence, which may be quoted in a text of another."""
    if re.search(r"[ぁ-ん]", words):
        return "ja"
    return "en" if lang == "ja" and not re.search(r"[一-鿿가-힣ァ-ヺ]", words) else lang


def _hero(text: str, sentences: Sequence[Sentence], people: Sequence[Person], depth: Sequence[int]) -> Span | None:
    """Return where the body first names the one person whom the title names, or who is named far more than others."""
    if not sentences or text[sentences[0].end - 1 : sentences[0].end] in ("。", "」"):
        return None
    title, outside = sentences[0], [one for one in people if not depth[one.start]]
    names = {one.name for one in outside if title.start <= one.start < title.end}
    if not names:
        counted = Counter(one.name for one in outside).most_common(2)
        often = counted and counted[0][1] >= _OFTEN and (len(counted) == 1 or counted[1][1] == 1)
        names = {counted[0][0]} if often else set()
    first = [one for one in outside if one.name in names and one.start >= title.end]
    return name_span(text, first[0]) if len(names) == 1 and first else None


_OFTEN = 4  # times that the one person is named whom a text is about


def _with(people: list[Person], here: Sequence[Reference], resolved: dict[int, Span]) -> list[Person]:
    """Return the people with the words of a sentence that mean one of them; note what these and others mean."""
    for one in here:
        if len(one.to) == 1 and one.kind != "statement":
            meant = next((each for each in people if one.to[0].start <= each.start and each.end <= one.to[0].end), None)
            resolved[one.start] = one.to[0]
            if meant is not None and one.kind in ("person", "subject"):
                insort(
                    people, replace(meant, start=one.start, end=one.end, post="", of=""), key=lambda each: each.start
                )
    return people


def _overlap(one: Reference, other: Reference) -> bool:
    return one.start < other.end and other.start < one.end


def _pointing(view: View, dates: Sequence[DateMention], about: Sequence[Span], lang: str) -> Iterator[Reference]:
    """Yield the references of a sentence; of two at one place the first holds."""
    for words, one in persons(view, lang):
        yield Reference(words.start, words.end, "person", (one,))
    for words, both, kind in pairs(view, about):
        yield Reference(words.start, words.end, kind, both)
    for words, one in english(view) if lang == "en" else ():
        yield Reference(words.start, words.end, "thing", (one,))
    yield from _things(view, alone=False, about=about)
    for words, said in statements(view):
        yield Reference(words.start, words.end, "statement", (said,))
    yield from _things(view, alone=True)
    yield from _own(view)
    yield from _belonging(view)
    for words, when in moments(view, dates):
        yield Reference(words.start, words.end, "time", (when,))


def _things(view: View, *, alone: bool, about: Sequence[Span] = ()) -> Iterator[Reference]:
    """Yield what 同制度, この約束 and "This finding" mean: the last thing named before that has the same head."""
    for pattern in (_SAME, _THING):
        for match in view.places(pattern):
            start = view.here.start + match.start()
            if _NOT_POINTING.match(view.text, start):
                continue
            back = _back(view.text[match.end() + view.here.start :], pattern is _SAME)
            if (
                hit := same_noun(view.text, start, match.end() - match.start(), view.scopes(start, back), alone=alone)
            ) is not None:
                end, span = hit
                holder = _holder(view, span)
                kind: ReferenceKind = "person" if holder is not None or _is_person(view, span) else "thing"
                if any(
                    one.start == span.start and one.end == span.end
                    for one in view.sentences[max(view.index - 6, 0) : view.index]
                ):
                    kind = "statement"
                yield Reference(start, end, kind, (holder or span,))
            elif not alone and pattern is _SAME and view.text[start] == "同":
                head = view.text[start + 1 : match.end() + view.here.start + 1]
                if (body := _body(view, start, about[:1], head)) is not None:
                    yield Reference(start, start + 2, "thing", (body,))


_OWN = re.compile(r"(?<![一-鿿])当(?P<head>[社館院園店所校行党会局]|[一-鿿]{2,3})(?=[はがもをにのと、]|で[はも])")
_OF_IT = re.compile(r"その(?:中|第?[\d一二三四五六七八九十]+[章条項節部]|[一-鿿ァ-ヺー]{2,})(?=[はがもをにで])")


def _own(view: View) -> Iterator[Reference]:
    """Yield 当館 and 当機構 with the first name of the text that ends so."""
    for match in view.places(_OWN):
        at = view.here.start + match.start()
        named = ending_in(view.text, Span(0, min(at, _FRONT)), match["head"], False)
        if named and view.text[named[0].start] not in "当同":
            yield Reference(at, view.here.start + match.end(), "thing", (named[0],))


_FRONT = 600  # characters at the head of a text that say who publishes it


def _belonging(view: View) -> Iterator[Reference]:
    """Yield その第4章 with the thing that the sentence before is about, and その中 with what it has as an object."""
    match = _OF_IT.match(view.words())
    if match is None or not view.index or view.sentences[view.index - 1].paragraph != view.here.paragraph:
        return
    if _NOT_POINTING.match(view.words()) and not match.group().endswith("中"):
        return
    before = view.sentences[view.index - 1]
    found = [
        one.span
        for one in marked(view.text, before.start, before.end, view.depth)
        if one.particle == "は" and not one.when and not acts(view.text[one.span.start : one.span.end])
        if view.person_at(one.span) is None
    ]
    if match.group().endswith("中") or not found:
        found = objects(view.text, before.start, before.end, view.depth)
    if len(found) == 1 and view.person_at(found[0]) is None:
        meant = view.resolved.get(found[0].start, found[0])
        yield Reference(view.here.start, view.here.start + match.end(), "thing", (meant,))


def _body(view: View, at: int, about: Sequence[Span], head: str) -> Span | None:
    """Return what 同社 or 同県 means whose name does not end so: the topic, whose somebody is, the one place named."""
    if head in "県市町村島州":
        for scope in view.scopes(at, 2):
            if places := place_names(view.text, scope):
                return places[0] if len(places) == 1 else None
        return None
    if head not in ENDINGS:
        return None
    for scope in view.scopes(at, 1):
        for one in (one for one in about if scope.start <= one.start < scope.end):
            person = next((each for each in view.named(one) if each.of), None)
            if person is not None and (of := view.text.rfind(person.of, scope.start, person.end)) >= 0:
                one = Span(of, of + len(person.of))  # noqa: PLW2901
            elif view.person_at(one) is not None:
                return None
            words = view.text[one.start : one.end]
            if acts(words) and not is_body(words):
                return None  # people are no body
            return None if is_body(words) and not re.search(rf"(?:{ENDINGS[head]})$", words) else one
    return None


def _back(head: str, same: bool) -> int:
    """Return how many sentences back a head may be named: a body or a place stays known for longer (同社, 同国)."""
    if not same:
        return 2
    if re.match(rf"(?:{HEAD})(?![一-鿿])", head):
        return 5
    return 6 if re.match(r"[国市町村区県州社校館院園店所港局党行家組](?![一-鿿])|組合|団体", head) else 3


def _is_person(view: View, span: Span) -> bool:
    return any(span.start <= one.start and name_span(view.text, one).end == span.end for one in view.people)


_BECAME = re.compile(r"(?:と|に)(?:な[るりっ]|就[いく任]|選[ばび出])|を(?:務|つと)め|だった|であ|で、|だ。")


def _holder(view: View, span: Span) -> Span | None:
    """Return the person that a sentence says had the post at ``span`` (野呂は…館長となる), when one is its topic."""
    if not _BECAME.match(view.text, span.end):
        return None
    sentence = next((one for one in view.sentences if one.start <= span.start < one.end), None)
    if sentence is None:
        return None
    named = [name_span(view.text, one) for one in view.named(Span(sentence.start, span.start))]
    topics = [one for one in named if view.text.startswith("は", one.end)]
    return topics[0] if len(topics) == 1 else None
