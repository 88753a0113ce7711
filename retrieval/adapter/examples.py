"""What the adapter learns from: questions with the texts that answer them, among the texts that stand around those.

Invariant: texts are what a shelf's nodes are: the sentences of a passage, each under its heading.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from corpus.places import meet
from corpus.structure.sentences import split_sentences
from retrieval.reader.data import Paragraph
from retrieval.reader.encode import in_row
from retrieval.reader.grouped import Matter, Told, read_matters
from retrieval.reader.tabled import AskedTable, read_tables
from retrieval.reader.written import WrittenPassage, read_written


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its language and the numbers of the texts that answer it."""

    text: str
    lang: str
    answers: tuple[int, ...]


@dataclass(slots=True)
class Examples:
    """Texts with the number of the passage that each is of, and what is asked about them; grows as it is read."""

    texts: list[str] = field(default_factory=list)
    passages: list[int] = field(default_factory=list)
    asked: list[Question] = field(default_factory=list)

    def passage(self, heading: str, sentences: Sequence[str]) -> tuple[int, ...]:
        """Add a passage; return the numbers of its texts, one for each sentence."""
        passage, first = (self.passages[-1] + 1 if self.passages else 0), len(self.texts)
        self.texts += ["\n".join(part for part in (heading, sentence) if part) for sentence in sentences]
        self.passages += [passage] * len(sentences)
        return tuple(range(first, first + len(sentences)))

    def ask(self, text: str, lang: str, answers: Iterator[int]) -> None:
        """Add a question; one that nothing answers teaches nothing here."""
        if found := tuple(sorted(set(answers))):
            self.asked.append(Question(text, lang, found))


def read_examples(directory: Path, part: str, paragraphs: Sequence[Paragraph] = ()) -> Examples:
    """Read the ``train`` or ``held`` files of `retrieval/reader/written`, and paragraphs of JaQuAD. Raises OSError."""
    made = Examples()
    name = {"train": "train.jsonl", "held": "held.jsonl"}[part]
    for passage in read_written(directory / name):
        _written(made, passage)
    for matter in read_matters(directory / f"matters_{part}.jsonl"):
        _matter(made, matter)
    for table in read_tables(directory / f"tables_{part}.jsonl"):
        _table(made, table)
    for paragraph in paragraphs:
        _paragraph(made, paragraph)
    return made


def _written(made: Examples, passage: WrittenPassage) -> None:
    numbers = made.passage(passage.section or passage.title, passage.sentences)
    for asked in passage.asked:
        made.ask(asked.text, asked.lang, (numbers[at] for at, _, _ in asked.answers))


def _matter(made: Examples, matter: Matter) -> None:
    numbers: list[int] = []
    for run in _passages(matter.told):
        numbers += made.passage(run[0].section, [told.text for told in run])
    for asked in matter.asked:
        made.ask(asked.text, asked.lang, (numbers[at] for at in asked.answers))


def _table(made: Examples, table: AskedTable) -> None:
    rows = [made.passage(table.caption, [in_row(table.header, row)[0]])[0] for row in table.rows]
    for asked in table.asked:
        made.ask(asked.text, asked.lang, (rows[at] for at in asked.answers))


def _paragraph(made: Examples, paragraph: Paragraph) -> None:
    spans = split_sentences(paragraph.text)
    numbers = made.passage("", [paragraph.text[span.start : span.end] for span in spans])
    for asked in paragraph.asked:
        holding = (at for at, span in enumerate(spans) if meet(span, asked))
        made.ask(asked.question, "ja", (numbers[at] for at in holding))


def _passages(told: Sequence[Told]) -> Iterator[list[Told]]:
    """Part the sentences of a matter into its passages: the first of each has none before it."""
    run: list[Told] = []
    for one in told:
        if run and not one.before:
            yield run
            run = []
        run.append(one)
    if run:
        yield run
