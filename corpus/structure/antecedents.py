"""What the words that point back mean: 同氏, 同制度, 両国, この約束, これ, he, 그는, and the subject left out.

Invariant: an antecedent stands before the words that point to it, in canonical text; where the text leaves a choice
there is none. Only closed classes are listed (words that point, particles, endings).
"""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Sequence
from dataclasses import replace

from corpus.document import Span
from corpus.places import lies_in, meet
from corpus.structure import posts_ja, subjects_ko
from corpus.structure.brackets import depths
from corpus.structure.dates import DateMention
from corpus.structure.heroes import the_hero
from corpus.structure.lines import ends_sentence
from corpus.structure.mentions import mentions
from corpus.structure.named_subjects import plain_of
from corpus.structure.people import morphemes
from corpus.structure.posts import Person
from corpus.structure.predicates import did_plainly
from corpus.structure.ranked.telling import Read, likely
from corpus.structure.rules import Reference, more, pointing, surnamed
from corpus.structure.speakers import labels
from corpus.structure.subjects import Topic, follow
from corpus.structure.views import Sentence, View, sentences_of


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
    found, read = by_rules(text, people, notes, dates, lang)
    told = likely(read, [Span(one.start, one.end) for one in found])
    found += [Reference(words.start, words.end, kind, to) for words, to, kind in told]
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def by_rules(
    text: str, people: Sequence[Person], notes: Sequence[Span], dates: Sequence[DateMention], lang: str
) -> tuple[list[Reference], Read]:
    """Return the references that a rule decides, and the text as the rules read it."""
    sentences = sentences_of(text, notes)
    depth = depths(text)
    tongues = [_tongue(text[one.start : one.end], lang) for one in sentences]
    named = _everyone(text, people, sentences, tongues, lang)
    found: list[Reference] = []
    spoken = labels(text)
    topic: Topic | None = None
    hero = the_hero(text, sentences, named, depth)
    resolved: dict[int, Span] = {}
    paired: dict[int, tuple[Span, ...]] = {}
    for index, tongue in enumerate(tongues):
        view = View(text, sentences, index, named, depth, resolved, paired)
        about = [one for one in (topic.span if topic is not None else None, hero) if one is not None]
        here: list[Reference] = []
        for one in (*pointing(view, dates, about, tongue), *more(view, tongue, spoken)):
            if not any(meet(one, other) for other in here):
                here.append(one)
        if tongue in ("ja", "ko"):
            topic, who = _spoken_of(view, here, topic, hero, tongue)
            if who is not None:
                here.append(Reference(view.here.start, view.here.start, "subject", (who,)))
        found += [
            replace(one, to=tuple(map(view.whole, one.to))) if one.kind in ("people", "subject", "thing") else one
            for one in here
        ]
        if tongue == "ja":  # whom a surname means is known already: nothing else rests on it
            found += [one for one in surnamed(view) if not any(meet(one, other) for other in here)]
        named = _with(named, here, resolved)
        paired.update({one.start: one.to for one in here if len(one.to) == 2})
    return found, Read(text, sentences, tongues, named, depth, resolved)


def _everyone(
    text: str, people: Sequence[Person], sentences: Sequence[Sentence], tongues: Sequence[str], lang: str
) -> list[Person]:
    """Return every place where a text names its people, but for the labels of who speaks: those say nothing."""
    named = mentions(text, people, [Span(one.start, one.end) for one in sentences], lang)
    if lang != "ja" and "ja" in tongues:
        inside = [Span(one.start, one.end) for one, tongue in zip(sentences, tongues, strict=True) if tongue == "ja"]
        named = mentions(text, [*named, *posts_ja.people(text)], inside, "ja")
    spoken = labels(text)
    return [one for one in named if not any(label.start <= one.start < label.end for label in spoken)]


def _spoken_of(
    view: View, here: Sequence[Reference], topic: Topic | None, hero: Span | None, tongue: str
) -> tuple[Topic | None, Span | None]:
    """Return whom a sentence is about, for the next one, and who its subject is where it has none of its own."""
    meant = {one.start: one.to[0] for one in here if len(one.to) == 1 and one.kind != "statement"}
    if tongue == "ja":
        topic, who = follow(view, meant, topic, hero)
    else:
        about, who = subjects_ko.follow(view, meant, topic.span if topic is not None else None)
        topic = Topic(about) if about is not None else None
    sure = who is not None and who.end <= view.here.start and _begins_whole(view) and _shown(view, who, tongue)
    return topic, who if sure else None


def _shown(view: View, who: Span, lang: str) -> bool:
    """Say whether a subject is sure enough to be told: what is no person only where someone plainly did something.

    A firm or a place was in the sentence before as often because it was spoken of as because it acts.
    """
    if lang != "ja" or view.person_at(who) is not None:
        return True
    return did_plainly(plain_of(view)) and not _PRONOUN.search(view.text, who.start, who.end)


_PRONOUN = re.compile(r"(?:彼女?|同氏|本人)\Z")  # whom the text leaves open there, it leaves open here


_INSIDE = re.compile(r"[はをのもへに]|が(?!、)")


def _begins_whole(view: View) -> bool:
    """Say whether a sentence begins where it stands: not at a line break within another, not with a particle."""
    words, before = view.words(), view.text[: view.here.start]
    gap = before[len(before.rstrip()) :]
    if before.strip() and gap.count("\n") == 1 and not ends_sentence(before.rstrip()[-_NEAR:]):
        return False
    return not (_INSIDE.match(words) and morphemes(words[:_NEAR])[0][1].startswith("助詞"))


_NEAR = 40  # characters that tell how a sentence begins, or how the one before ends


def _tongue(words: str, lang: str) -> str:
    """Return the language of a sentence, which may be quoted in a text of another."""
    if re.search(r"[ぁ-ん]", words):
        return "ja"
    return "en" if lang == "ja" and not re.search(r"[一-鿿가-힣ァ-ヺ]", words) else lang


def _with(people: list[Person], here: Sequence[Reference], resolved: dict[int, Span]) -> list[Person]:
    """Return the people with the words of a sentence that mean one of them; note what these and others mean."""
    for one in here:
        if len(one.to) == 1 and one.kind != "statement":
            meant = next((each for each in people if lies_in(each, one.to[0])), None)
            resolved[one.start] = one.to[0]
            if meant is not None and one.kind in ("person", "subject"):
                insort(
                    people, replace(meant, start=one.start, end=one.end, post="", of=""), key=lambda each: each.start
                )
    return people
