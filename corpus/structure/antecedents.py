"""What the words that point back mean: 同氏, 同制度, 両国, この約束, これ, he, 그는, and the subject left out.

Invariant: an antecedent stands before the words that point to it, in canonical text; where the text leaves a choice
there is none. Only closed classes are listed (words that point, particles, endings).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from corpus.document import Span
from corpus.structure.brackets import depths
from corpus.structure.nouns import countries, country_pair, same_noun
from corpus.structure.people import bare_names
from corpus.structure.posts import Person
from corpus.structure.statements import statements
from corpus.structure.subjects import lacks_subject
from corpus.structure.subjects import topic as topic_of
from corpus.structure.views import View, name_span, sentences_of

ReferenceKind = Literal["person", "people", "countries", "thing", "statement", "subject"]


@dataclass(frozen=True, slots=True)
class Reference:
    """Words at ``[start, end)`` that point back, and the stretches of text they mean, in order.

    A ``subject`` that is left out has ``start == end``, where its sentence begins.
    """

    start: int
    end: int
    kind: ReferenceKind
    to: tuple[Span, ...]


_PERSON = re.compile(
    r"同氏(?!名)|(?<![一-鿿])同人(?=[はがも])|(?<![一-鿿])(?:彼女?)(?=[はがもにをの])|^(?:He|She|His|Her)(?=\s[a-z])"
    r"|^(?:그는|그녀는|그가)(?=\s)|(?:^|(?<=”))[他她](?=[一-鿿])(?![们人国國处處日])|(?<=据)[他她](?=[回介说說透])"
)
_PEOPLE = re.compile(r"両(?:首脳|氏|者|大統領|首相|外相|総書記)(?=[はがもにをの])|^(?:两人|兩人|두 사람)")
_COUNTRIES = re.compile(r"両国(?=[はがもにをの、間政首関])|^(?:两国|兩國|양국)")
_THING = re.compile(
    r"(?<![一-鿿ァ-ヺー])(?:この|こうした)[「『]?(?=[一-鿿ァ-ヺ])|^その(?=[一-鿿ァ-ヺ])|^(?:This|These|That|Those)\s(?=[a-z])"
    r"|^이\s(?=[가-힣])|^这(?:一|[一]?[项個个种種份条座家名位])?(?=[一-鿿])"
)
_SAME = re.compile(r"(?<![一-鿿])同(?=[一-鿿ァ-ヺ])|(?<![应應本])该(?=[一-鿿])")
_NOT_POINTING = re.compile(
    r"[こそ]の(?:[前翌]?[日年月週](?![一-鿿])|うち|ため|結果|よう|間|ほか|他|とき|時|際|点|上|頃|度|たび|先|後|中|一方|一環|名|通り|まま)"
)


def find_references(text: str, people: Sequence[Person], notes: Sequence[Span] = ()) -> tuple[Reference, ...]:
    """Return the references of a text whose antecedents it decides, in order; ``notes`` are left aside.

    ``people`` are those the text names, in its order.
    """
    sentences = sentences_of(text, notes)
    depth = depths(text)
    found: list[Reference] = []
    topic: Span | None = None
    for index in range(len(sentences)):
        view = View(text, sentences, index, people, depth)
        here = [*_persons(view), *_pairs(view), *_things(view), *_statements(view)]
        topic = topic_of(view) or (topic if topic and lacks_subject(view) else None)
        if topic is not None and topic.end <= view.here.start and not any(one.start == view.here.start for one in here):
            here.append(Reference(view.here.start, view.here.start, "subject", (topic,)))
        found += [one for n, one in enumerate(here) if not any(_overlap(one, other) for other in here[:n])]
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _overlap(one: Reference, other: Reference) -> bool:
    return one.start < other.end and other.start < one.end


def _one_person(view: View, at: int, back: int, japanese: bool) -> Span | None:
    """Return whom a word at ``at`` means: the one person of the nearest stretch that names any, or its topic."""
    for scope in view.scopes(at, back):
        named = [name_span(view.text, one) for one in view.named(scope)]
        if not named and japanese:
            bare = bare_names(view.text, scope.start, scope.end)
            named = [Span(start, end) for start, end in bare if not view.depth[start]]
        if len(named) == 1:
            return named[0]
        if named:
            topics = [one for one in named if re.match("は|는|은", view.text[one.end :][:1])]
            later = [
                one for one in named if topics and one.start > topics[0].start and view.text.startswith("が", one.end)
            ]
            return topics[0] if len(topics) == 1 and not later else None  # who came in last may be meant as well
    return None


def _persons(view: View) -> Iterator[Reference]:
    for match in view.places(_PERSON):
        start, word = view.here.start + match.start(), match.group()
        back = 3 if word in ("同氏", "同人", "彼", "彼女") else 2
        if (one := _one_person(view, start, back, "ぁ" <= word[-1] <= "鿿")) is not None:
            yield Reference(start, view.here.start + match.end(), "person", (one,))


def _pairs(view: View) -> Iterator[Reference]:
    for match in view.places(_PEOPLE):
        start, end = view.here.start + match.start(), view.here.start + match.end()
        both = next((found for scope in view.scopes(start, 2) if (found := view.named(scope))), [])
        if len(both) == 2:
            yield Reference(start, end, "people", tuple(name_span(view.text, one) for one in both))
    for match in view.places(_COUNTRIES):
        start, end = view.here.start + match.start(), view.here.start + match.end()
        pair = next((two for scope in view.scopes(start, 2) if (two := _two_countries(view.text, scope))), ())
        if pair:
            yield Reference(start, end, "countries", pair)


def _two_countries(text: str, scope: Span) -> tuple[Span, ...]:
    """Return the two countries of a stretch, or the pair that it names by their signs (中朝)."""
    found, pair = countries(text, scope), country_pair(text, scope)
    if len(found) == 2:
        return tuple(found)
    return (pair,) if pair and not found else ()


def _things(view: View) -> Iterator[Reference]:
    """Yield what 同制度, この約束 and "This finding" mean: the last thing named before that has the same head."""
    for pattern in (_SAME, _THING):
        for match in view.places(pattern):
            start = view.here.start + match.start()
            if _NOT_POINTING.match(view.text, start):
                continue
            back = 3 if pattern is _SAME else 2
            if (hit := same_noun(view.text, start, match.end() - match.start(), view.scopes(start, back))) is not None:
                yield Reference(start, hit[0], "person" if _is_person(view, hit[1]) else "thing", (hit[1],))


def _is_person(view: View, span: Span) -> bool:
    return any(span.start <= one.start and name_span(view.text, one).end == span.end for one in view.people)


def _statements(view: View) -> Iterator[Reference]:
    for words, said in statements(view):
        yield Reference(words.start, words.end, "statement", (said,))
