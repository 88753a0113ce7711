"""JaQuAD's paragraphs and questions, parted by article, and the windows their texts are cut into."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.document import Span
from corpus.structure.sentences import split_sentences

LONGEST_WINDOW = 260
"""Characters of a window of several sentences; a longer sentence is a window alone."""

MOST_SENTENCES = 3
_HELD_SHARE = 20  # one article of so many is held back


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the data set with its answer, which begins at ``start`` of its paragraph's text."""

    question: str
    answer: str
    start: int

    @property
    def end(self) -> int:
        """Return where the answer ends in its paragraph's text."""
        return self.start + len(self.answer)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of an article with what is asked about it."""

    title: str
    text: str
    asked: tuple[Asked, ...]


def read_jaquad(path: Path, held: bool) -> tuple[Paragraph, ...]:
    """Return the paragraphs of the held articles, or of all others. Raises OSError and ValueError."""
    found: list[Paragraph] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if is_held(row["title"]) == held:
                asked = tuple(Asked(q["question"], q["answer"], q["start"]) for q in row["questions"])
                found.append(Paragraph(row["title"], row["text"], asked))
    return tuple(found)


def is_held(title: str) -> bool:
    """Say whether an article is held back from training: by its title alone, so that every reader parts alike."""
    return hashlib.sha256(title.encode()).digest()[0] % _HELD_SHARE == 0


def windows(text: str) -> Iterator[Span]:
    """Yield every run of one to three sentences that is a window."""
    sentences = split_sentences(text)
    for first, head in enumerate(sentences):
        for last, tail in enumerate(sentences[first : first + MOST_SENTENCES]):
            if last and tail.end - head.start > LONGEST_WINDOW:
                break
            yield Span(head.start, tail.end)


def apart(text: str) -> Iterator[Span]:
    """Yield the windows a text falls into when none may overlap and each is as long as allowed."""
    begin = end = count = 0
    for sentence in split_sentences(text):
        if count and (count == MOST_SENTENCES or sentence.end - begin > LONGEST_WINDOW):
            yield Span(begin, end)
            count = 0
        if not count:
            begin = sentence.start
        end, count = sentence.end, count + 1
    if count:
        yield Span(begin, end)
