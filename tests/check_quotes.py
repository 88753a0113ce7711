"""Check every quote of saved answers against the raw bytes of the original files. Knows nothing of tenkyo's code.

    python tests/check_quotes.py DIRECTORY… < answers.jsonl      (or answer.json files made by `tenkyo ask --json`)

A quote is made of spans. Each span names characters of canonical text and the bytes of the original that they are.
Spans that adjoin run on; spans that do not are joined with " … ". Exit status 1 when anything does not hold.
"""

import hashlib
import json
import sys
from pathlib import Path
from typing import Any


def faults(answer: dict[str, Any], originals: dict[str, bytes]) -> list[str]:
    """Return what does not hold in one answer; ``originals`` maps the sha256 of a file to its bytes."""
    found = []
    numbers = {citation["n"] for citation in answer["citations"]}
    for statement in [*answer["statements"], *([answer["short"]] if answer["short"] else [])]:
        if not statement["citations"] or not set(statement["citations"]) <= numbers:
            found.append(f"statement without a footnote: {statement['text']}")
    for citation in answer["citations"]:
        raw = originals.get(citation["sha256"])
        if raw is None:
            found.append(f"[{citation['n']}] no file has the hash {citation['sha256']}")
            continue
        quote, last = "", None
        for span in citation["spans"]:
            first, end = span["bytes"]
            quote += "" if last in (None, span["start"]) else " … "
            quote += raw[first:end].decode("utf-8")
            last = span["end"]
        if not citation["spans"] or quote != citation["quote"]:
            found.append(f"[{citation['n']}] the bytes say {quote!r}, the quote {citation['quote']!r}")
    return found


def main() -> int:
    """Check the answers on standard input against the files below the given directories."""
    files = [path for root in sys.argv[1:] for path in Path(root).rglob("*") if path.is_file()]
    originals = {hashlib.sha256(raw).hexdigest(): raw for raw in (path.read_bytes() for path in files)}
    text = sys.stdin.read()
    try:
        answers = [json.loads(text)]
    except json.JSONDecodeError:
        answers = [json.loads(line) for line in text.splitlines() if line.strip()]
    found = [fault for answer in answers for fault in faults(answer, originals)]
    print("\n".join(found) or f"{len(answers)} answers hold")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
