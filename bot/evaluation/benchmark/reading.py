"""A benchmark file: passages, and questions whose answers are spans of them; plain or gzip, one JSON object a line.

Invariant: every question names a passage that is there; what is wrong with a line is said with file and line.

A line is ``{"passage": {id, title, text}}``, ``{"question": {id, question, passage, answers}}`` (JSQuAD as JGLUE gives
it, flattened), or a paragraph with its questions, ``{title, text, questions: [{question, answer}]}`` (JaQuAD), whose
passage is then called after its line.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import random
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, Field, StringConstraints, ValidationError

from corpus.errors import UsageError

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class BenchmarkPassage:
    """One passage; it becomes a document of its own."""

    id: str
    title: str
    text: str
    lang: str = "ja"


@dataclass(frozen=True, slots=True)
class BenchmarkQuestion:
    """One question, the passage that answers it and the answers, each of them right."""

    id: str
    question: str
    passage: str
    answers: tuple[str, ...]


@dataclass(frozen=True)
class Benchmark:
    """Passages by their ids, questions in the order of the file, and the hash of the file's bytes."""

    path: str
    passages: Mapping[str, BenchmarkPassage]
    questions: tuple[BenchmarkQuestion, ...]
    sha256: str

    def sample(self, count: int, seed: int) -> tuple[BenchmarkQuestion, ...]:
        """Return ``count`` questions drawn by the seed, in the order of the file; all for 0 or where there are fewer.

        Raises:
            UsageError: the count is negative.
        """
        if count < 0:
            raise UsageError(f"a sample of {count} questions cannot be drawn; give a number from 1 on, or 0 for all")
        if not 0 < count < len(self.questions):
            return self.questions
        drawn = sorted(random.Random(seed).sample(range(len(self.questions)), count))
        return tuple(self.questions[at] for at in drawn)

    def gold(self, question: BenchmarkQuestion) -> frozenset[str]:
        """Return the passage that answers a question, and any other that has the very same text."""
        return self._alike[self.passages[question.passage].text]

    @cached_property
    def _alike(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for passage in self.passages.values():
            found[passage.text].add(passage.id)
        return {text: frozenset(ids) for text, ids in found.items()}


class _Passage(BaseModel):
    id: Words
    title: Words
    text: Words
    lang: Literal["ja", "en", "zh", "ko"] = "ja"


class _Question(BaseModel):
    id: Words
    question: Words
    passage: Words
    answers: list[Words] = Field(min_length=1)


class _Asked(BaseModel):
    question: Words
    answer: Words


class _Line(BaseModel):
    passage: _Passage | None = None
    question: _Question | None = None


class _Paragraph(BaseModel):
    title: Words
    text: Words
    questions: list[_Asked]
    lang: Literal["ja", "en", "zh", "ko"] = "ja"


def read_benchmark(path: Path) -> Benchmark:
    """Read a benchmark file.

    Raises:
        UsageError: the file cannot be read, or a line is not of the format; the message names file and line.
    """
    raw = _bytes(path)
    passages: dict[str, BenchmarkPassage] = {}
    questions: dict[str, BenchmarkQuestion] = {}
    lines: dict[str, int] = {}
    for number, found in _entries(path, raw):
        if isinstance(found, BenchmarkPassage):
            if passages.setdefault(found.id, found) is not found:
                raise UsageError(f"{path}:{number}: the passage {found.id} is there already")
        elif questions.setdefault(found.id, found) is not found:
            raise UsageError(f"{path}:{number}: the question {found.id} stands in line {lines[found.id]} already")
        else:
            lines[found.id] = number
    for question in questions.values():
        if question.passage not in passages:
            raise UsageError(f"{path}:{lines[question.id]}: there is no passage {question.passage} in this file")
    if not questions:
        raise UsageError(f"{path}: there is no question in this file")
    return Benchmark(str(path), passages, tuple(questions.values()), hashlib.sha256(raw).hexdigest())


def _bytes(path: Path) -> bytes:
    """Return what the file holds, unpacked. Raises UsageError."""
    try:
        raw = path.read_bytes()
        return gzip.decompress(raw) if raw.startswith(_GZIP) else raw
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or error
        raise UsageError(f"{path}: the benchmark cannot be read ({reason})") from error


def _entries(path: Path, raw: bytes) -> Iterator[tuple[int, BenchmarkPassage | BenchmarkQuestion]]:
    """Yield every passage and question with the number of its line. Raises UsageError for a line that is neither."""
    for number, line in enumerate(raw.split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            for entry in _line(json.loads(line), number):
                yield number, entry
        except ValidationError as error:
            wrong = [f"{'.'.join(map(str, e['loc'])) or 'the line'}: {e['msg']}" for e in error.errors()]
            raise UsageError(f"{path}:{number}: {'; '.join(wrong)}") from error
        except ValueError as error:  # not JSON, not UTF-8, none of the forms
            raise UsageError(f"{path}:{number}: {error}") from error


def _line(read: object, number: int) -> Iterator[BenchmarkPassage | BenchmarkQuestion]:
    """Yield what a line holds. Raises ValueError where it has none of the forms."""
    if isinstance(read, dict) and "questions" in read:
        paragraph = _Paragraph.model_validate(read)
        passage = BenchmarkPassage(f"p{number}", paragraph.title, paragraph.text, paragraph.lang)
        yield passage
        for at, asked in enumerate(paragraph.questions):
            yield BenchmarkQuestion(f"{passage.id}q{at}", asked.question, passage.id, (asked.answer,))
        return
    line = _Line.model_validate(read)
    if line.passage is None and line.question is None:
        raise ValueError("neither a passage, nor a question, nor a paragraph with its questions")
    if line.passage is not None:
        yield BenchmarkPassage(line.passage.id, line.passage.title, line.passage.text, line.passage.lang)
    if line.question is not None:
        q = line.question
        yield BenchmarkQuestion(q.id, q.question, q.passage, tuple(q.answers))
