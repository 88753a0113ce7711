"""The sentences of a text, each with what stands before it: where a word that points back can find what it means.

Invariant: whatever a view shows stands before the place it is asked for.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from corpus.document import Span
from corpus.structure.posts import Person
from corpus.structure.sentences import split_sentences


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with the number of its paragraph."""

    start: int
    end: int
    paragraph: int


def sentences_of(text: str, notes: Sequence[Span]) -> list[Sentence]:
    """Return the sentences of a text outside of its notes, in order."""
    breaks = [match.start() for match in re.finditer(r"\n[^\S\n]*\n", text)]
    found: list[Sentence] = []
    for span in split_sentences(text):
        paragraph = bisect_left(breaks, span.start)
        if not any(note.start <= span.start < note.end for note in notes):
            found.append(Sentence(span.start, span.end, paragraph))
    return found


@dataclass(frozen=True, slots=True)
class View:
    """One sentence as its references are looked for: what stands before it, and whom the text names."""

    text: str
    sentences: Sequence[Sentence]
    index: int
    people: Sequence[Person]
    depth: Sequence[int]
    resolved: Mapping[int, Span] = field(default_factory=dict)  # what words before mean, by where they begin
    paired: Mapping[int, tuple[Span, ...]] = field(default_factory=dict)  # the two that words before mean

    @property
    def here(self) -> Sentence:
        """Return the sentence."""
        return self.sentences[self.index]

    def words(self) -> str:
        """Return the sentence as printed."""
        return self.text[self.here.start : self.here.end]

    def places(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Yield where a pattern stands in the sentence outside of quotes and brackets."""
        for match in pattern.finditer(self.words()):
            at = self.here.start + match.start()
            if not self.depth[at] or match.start() == 0:
                yield match

    def spot(self, match: re.Match[str], group: str | int = 0) -> Span:
        """Return where in the text a match in the sentence stands."""
        return Span(self.here.start + match.start(group), self.here.start + match.end(group))

    def scopes(self, at: int, back: int = 3) -> Iterator[Span]:
        """Yield what stands before ``at``, nearest first: in its sentence, in those before, in the paragraph before.

        A heading between two paragraphs ends the view.
        """
        if at > self.here.start:
            yield Span(self.here.start, at)
        for sentence in reversed(self.sentences[max(self.index - back, 0) : self.index]):
            if self.here.paragraph - sentence.paragraph > 1:
                return
            if sentence.paragraph != self.here.paragraph and not re.search(
                r"[。！？!?.」』）)]\s*$", self.text[sentence.start : sentence.end]
            ):
                return
            yield Span(sentence.start, sentence.end)

    def begins_before(self, scope: Span) -> bool:
        """Say whether the paragraph of the sentence begins behind a stretch."""
        return any(
            one.start <= scope.start < one.end and one.paragraph != self.here.paragraph
            for one in self.sentences[max(self.index - 8, 0) : self.index]
        )

    def named(self, scope: Span) -> list[Person]:
        """Return the people named in a stretch of text outside of quotes, each once."""
        return list({one.name: one for one in reversed(self._inside(scope))}.values())[::-1]

    def _inside(self, scope: Span) -> list[Person]:
        """Return the people named in a stretch of text outside of quotes, with each of their posts."""
        first = bisect_left(self.people, scope.start, key=lambda one: one.start)
        last = bisect_left(self.people, scope.end, key=lambda one: one.start)
        return [one for one in self.people[first:last] if one.end <= scope.end and not self.depth[one.start]]

    def named_over(self, at: int) -> list[Person]:
        """Return the people whose name, with a gap in it, stands over a place."""
        last = bisect_left(self.people, at, key=lambda one: one.start)
        near = self.people[max(last - 3, 0) : last]
        return [one for one in near if one.start < at < one.end and re.search("[ \u3000]", one.name)]

    def place(self, person: Person) -> Span:
        """Return the stretch that names a person, also where it is a pronoun that names them here."""
        return self.resolved.get(person.start) or name_span(self.text, person)

    def whole(self, span: Span) -> Span:
        """Return where the person is first named whole whom a stretch names by the surname, else the stretch."""
        cut = next(iter(self.named_over(span.start)), None)
        if cut is not None:
            return name_span(self.text, cut)  # 晶子教授 of 南雲 晶子教授
        name = self.person_at(span)
        if name is None or name in self.text[span.start : span.end]:
            return span
        first = next(
            (
                one
                for one in self.people
                if one.name == name and self.text[one.start : one.end] == name and one.end <= span.start
            ),
            None,
        )
        return name_span(self.text, first) if first is not None else span

    def person_at(self, span: Span) -> str | None:
        """Return the whole name of the person that a stretch names and ends in, or None."""
        inside = [one for one in self._inside(span) if name_span(self.text, one).end >= span.end]
        return inside[-1].name if inside else None


def name_span(text: str, person: Person) -> Span:
    """Return the stretch that names a person: the name with the post or title printed right behind it."""
    if person.post and 0 <= person.post_start - person.end <= 1:
        return Span(person.start, person.post_end)
    title = re.compile(r"(?:氏|さん|女史|\s?씨)").match(text, person.end)
    return Span(person.start, title.end() if title else person.end)
