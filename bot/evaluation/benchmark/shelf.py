"""The passages of a benchmark as a real shelf on the disk: Markdown files that the ordinary reader reads.

Invariant: each passage is a document of its own whose id is the passage's, so that the gold passage of a footnote is
told by the footnote's ``doc`` alone, and no context of one passage reaches another. A finished shelf carries the hash
of its benchmark; a directory that is not such a shelf is never touched.
"""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from pathlib import Path

import yaml

from bot.evaluation.benchmark.reading import Benchmark, BenchmarkPassage
from corpus.errors import UsageError

LAYOUT = 1
"""Change it with anything that changes what is written for the same benchmark."""
_MARK = ".benchmark.json"  # hidden: no document
_FILE = re.compile(r"\d{5,}\.md")


def write_shelf(benchmark: Benchmark, directory: Path) -> bool:
    """Write the passages to a directory, one file each; say whether they had to be written.

    A shelf of the same benchmark is left as it is; one of another is replaced.

    Raises:
        UsageError: the directory holds something else, or cannot be written.
    """
    marked = {"sha256": benchmark.sha256, "layout": LAYOUT, "passages": len(benchmark.passages)}
    try:
        found = _mark(directory)
        if found == marked and sum(1 for _ in directory.glob("*.md")) == len(benchmark.passages):
            return False
        if strange := _strange(directory, marked=found is not None):
            raise UsageError(f"{directory} holds {strange}, which is no benchmark's; name an empty or a new directory")
        directory.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=directory.parent) as aside:
            made = Path(aside) / "shelf"
            made.mkdir()
            for number, passage in enumerate(benchmark.passages.values(), start=1):
                (made / f"{number:05}.md").write_text(_document(passage), "utf-8")
            (made / _MARK).write_text(json.dumps(marked), "utf-8")
            if directory.exists():
                shutil.rmtree(directory)
            made.rename(directory)
    except OSError as error:
        raise UsageError(f"{directory}: the benchmark's shelf cannot be written ({error.strerror or error})") from error
    return True


def _mark(directory: Path) -> object:
    """Return what a finished shelf says of its benchmark, or None."""
    try:
        read: object = json.loads((directory / _MARK).read_text("utf-8"))
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return None
    return read


def _strange(directory: Path, marked: bool) -> str:
    """Return the name of a file that no shelf of a benchmark holds, or nothing."""
    names = sorted(path.name for path in directory.iterdir()) if directory.exists() else []
    ours = {_MARK} if marked else set[str]()
    return next((name for name in names if name not in ours and not (marked and _FILE.fullmatch(name))), "")


def _document(passage: BenchmarkPassage) -> str:
    """Return a passage as a Markdown file with front matter."""
    meta = {"id": passage.id, "title": passage.title, "lang": passage.lang}
    front = yaml.safe_dump(meta, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{front}---\n\n{passage.text}\n"
