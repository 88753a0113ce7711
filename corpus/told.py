"""What a document tells of time and people, read once when it is first asked for and kept beside the text.

Invariant: every place is one in canonical text; everything here is plain data (`dataclasses.asdict` gives JSON).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from corpus.document import Span
from corpus.places import meet
from corpus.structure import posts_ja, posts_other, posts_told
from corpus.structure.announcements import Announcement, find_announcements
from corpus.structure.antecedents import find_references
from corpus.structure.dates import DateMention, resolve_dates
from corpus.structure.posts import Person, in_order
from corpus.structure.posts_also import also_named
from corpus.structure.posts_later import settled
from corpus.structure.posts_lists import lists_of_people
from corpus.structure.posts_rosters import listed_people
from corpus.structure.posts_signed import signed
from corpus.structure.rules import Reference
from corpus.structure.views import name_span
from corpus.structure.writers import writer


@dataclass(frozen=True)
class Told:
    """The dates, people, references and announcements of one text. ``notes`` are where its notes stand.

    ``author`` is who wrote it, where that is one person.

    Each part is read when it is first asked for, so that a shelf of which little is asked costs little.
    """

    text: str
    published: str
    lang: str
    notes: tuple[Span, ...] = ()
    author: str = ""

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """The dates of the text in order, completed from what stands before them and the day of publication."""
        return resolve_dates(self.text, self.published)

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """The people the text names with a post or a title, in order, once for each post that it says they hold."""
        held = posts_told.held if self.lang == "ja" else posts_other.held
        subjects = [(one, name_span(self.text, one).end) for one in self.beside]
        for reference in self.references:
            meant = [one for one in self.beside if reference.kind == "person" and one.start == reference.to[0].start]
            subjects += [(one, reference.end) for one in meant[:1]]
        told = [one for person, at in subjects if (one := held(self.text, person, at)) is not None]
        return in_order(settled(self.text, [*self.beside, *told], self.references))

    @cached_property
    def beside(self) -> tuple[Person, ...]:
        """The people whose posts are printed beside their names."""
        found = posts_ja.people(self.text) if self.lang == "ja" else posts_other.people(self.text, self.lang)
        year = int(self.published[:4]) if self.published[:4].isdecimal() else None
        listed = (*listed_people(self.text, year), *lists_of_people(self.text, self.lang))
        listed = (*listed, *also_named(self.text, self.lang))
        return in_order([*found, *listed, *signed(self.text, self.author)])

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """The words that point back, in order, with what they mean."""
        found = find_references(self.text, self.beside, self.notes, self.dates, self.lang)
        own = [
            Reference(words.start, words.end, "person", (one,))
            for words, one in writer(self.text, self.author)
            if not any(meet(words, each) for each in found)
        ]
        return tuple(sorted([*found, *own], key=lambda one: (one.start, one.end)))

    @cached_property
    def announcements(self) -> tuple[Announcement, ...]:
        """The sentences that tell of what was still to come when the document was written, in order."""
        return find_announcements(self.text, self.dates, self.published, self.notes)

    def announced(self, start: int, end: int) -> Announcement | None:
        """Return the announcement that ``[start, end)`` stands in or meets, or None."""
        return next((one for one in self.announcements if one.start < end and start < one.end), None)

    def references_in(self, start: int, end: int) -> tuple[Reference, ...]:
        """Return the references inside ``[start, end)``, in order."""
        return tuple(one for one in self.references if start <= one.start and one.end <= end)
