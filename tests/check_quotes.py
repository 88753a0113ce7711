"""Check every quote of saved answers against the raw bytes of the original files. Knows nothing of tenkyo's code.

    python tests/check_quotes.py DIRECTORY… < answers.jsonl      (or answer.json files made by `tenkyo ask --json`)

A quote is made of spans. Each span names characters of canonical text and the bytes of the original that they are.
Spans that adjoin run on; spans that do not are joined with " … ". Exit status 1 when anything does not hold.
A footnote says what its bytes are (`places`): the words, in its `encoding`; markup, in which white space and entities
are written otherwise, and a span without bytes stands for tags; or a container, whose bytes cannot be compared.
"""

import hashlib
import json
import re
import sys
from html import unescape
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
        quote, last, places = "", None, citation.get("places", "exact")
        for span in citation["spans"]:
            first, end = span["bytes"]
            quote += "" if last in (None, span["start"]) else " … "
            quote += raw[first:end].decode(citation.get("encoding", "utf-8")) if places != "container" else ""
            last = span["end"]
        if places == "container":
            if not citation["spans"] or not all(raw[slice(*span["bytes"])] for span in citation["spans"]):
                found.append(f"[{citation['n']}] names no bytes")
        elif places == "markup":
            if squeezed(unescape(quote)) != squeezed(citation["quote"]):
                found.append(f"[{citation['n']}] the markup says {quote!r}, the quote {citation['quote']!r}")
        elif not citation["spans"] or quote != citation["quote"]:
            found.append(f"[{citation['n']}] the bytes say {quote!r}, the quote {citation['quote']!r}")
    return found


def squeezed(words: str) -> str:
    """Drop white space and the signs that stand between the cells of a table."""
    return re.sub(r"[\s|]", "", words)


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
