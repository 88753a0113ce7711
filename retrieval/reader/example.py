"""What the reader is trained on, as one line of JSON each."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Example:
    """A question and a window; where it answers, the place of the answer in the window."""

    question: str
    context: str
    window: str
    answers: bool
    start: int = 0
    end: int = 0
    group: int = 0  # what is made from one question; of it, what answers should read likelier than the rest


def to_line(example: Example) -> str:
    """Return an example as a line of its file, with its end."""
    return json.dumps(asdict(example), ensure_ascii=False) + "\n"


def read_examples(path: Path) -> Iterator[Example]:
    """Yield the examples of a file in its order. Raises OSError, ValueError and TypeError."""
    return (Example(**json.loads(line)) for line in path.read_text("utf-8").splitlines())
