"""What making examples is, whatever the questions are about: read their lines, draw at random, write the examples.

Invariant: what is drawn comes from the `random.Random` given and from nothing else: the same seed makes the same file.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from retrieval.reader.example import Example, to_line

T = TypeVar("T")


def read_rows(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the JSON object of every line, behind its place for messages (file:line). Raises OSError and ValueError."""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        yield f"{path}:{number}", json.loads(line)


def with_turns(row: Mapping[str, Any]) -> str:
    """Return a row's question with the turns before it, the latest first, for a question may lean on them."""
    return " ".join((row["q"], *reversed(row.get("turns", ()))))


def answer_places(answers: Iterable[tuple[int, str, str]]) -> dict[int, tuple[int, int]]:
    """Return ``[start, end)`` of the answer in each sentence, by the sentence's number, in the order given.

    ``answers`` are the number of a sentence, the sentence and the words of it that answer; several in one sentence are
    one answer, from the first to the last. Raises ValueError for words that are not in their sentence.
    """
    found: dict[int, tuple[int, int]] = {}
    for at, sentence, words in answers:
        start = sentence.index(words)
        end = start + len(words)
        before = found.get(at, (start, end))
        found[at] = (min(before[0], start), max(before[1], end))
    return found


def shuffled(asked: Iterable[T], chance: random.Random) -> Iterator[tuple[int, T]]:
    """Yield what is asked in a random order, each behind its number, by which its examples are one group."""
    order = list(asked)
    chance.shuffle(order)
    return enumerate(order)


def some_of(parts: Iterable[str], left_out: float, chance: random.Random) -> tuple[str, ...]:
    """Return the parts of a context, each empty with the probability ``left_out``."""
    return tuple("" if chance.random() < left_out else part for part in parts)


def write_examples(
    description: str | None,
    arguments: Sequence[str] | None,
    read: Callable[[Path], Iterable[T]],
    make: Callable[[Sequence[T], int], Iterable[list[Example]]],
) -> None:
    """Run a command that reads files and writes their examples, one a line.

    ``make`` returns the groups made of all that was read, anew for every epoch. Raises OSError and what both raise.
    """
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("out", type=Path)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--epochs", type=int, default=1, help="how often each question comes, each time made anew")
    options = parser.parse_args(arguments)
    groups = make([item for path in options.files for item in read(path)], options.epochs)
    with options.out.open("w", encoding="utf-8") as file:
        for group in groups:
            file.writelines(map(to_line, group))
