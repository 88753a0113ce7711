"""What pages print at their edges: a running head beside a page number, and lines of a table of contents.

Invariant: a line goes only with two witnesses: a number on its own beside it, and the same words at another place of
the document; or leaders and a page number in several lines.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from corpus.structure.lines import Line, ends_sentence, has_sentence

_NUMBER = re.compile(r"\s*(\d{1,4})\s*$")
_CONTENTS = re.compile(
    r"\s*(?:[-*]\s+)?\S.*?\s?(?:[…‥]{2,}|\.{4,}|(?:\. ){3,}|・{4,}|─{3,})\s*(?:p\.?\s*)?(?:\d{1,4}|[ivx]{1,6})\s*$"
)


def headed_numbers(
    lines: Sequence[Line], body: Sequence[int], taken: Mapping[int, object]
) -> dict[int, tuple[int, int]]:
    """Return running heads with the page numbers that stand right beside them: head → (line of the number, number).

    The head's words begin another line, or are those of another head; the numbers rise.
    """
    begun = {i: _words(lines[i].text) for i in body if 0 < len(lines[i].text.strip()) <= 100}
    found: dict[int, tuple[int, int]] = {}
    for i in body:
        match = _NUMBER.match(lines[i].text)
        if not match or i in taken or not (lines[i].text[:1].isspace() or _edge(lines, i) or _often(begun, i)):
            continue
        for k in (i - 1, i + 1):
            if _is_head(lines, begun, k, i):
                found.setdefault(k, (i, int(match[1])))
                break
    return found if _rises([number for _, (_, number) in sorted(found.items())]) else {}


def _often(begun: Mapping[int, str], number: int) -> bool:
    """Say whether the line above or below a number is printed three times or more."""
    return any(sum(words == begun.get(k) for words in begun.values()) >= 3 for k in (number - 1, number + 1))


def _edge(lines: Sequence[Line], i: int) -> bool:
    """Say whether a blank line or an end of the file stands on one side of a line."""
    return any(not 0 <= k < len(lines) or lines[k].blank for k in (i - 1, i - 2, i + 1, i + 2))


def _is_head(lines: Sequence[Line], begun: Mapping[int, str], k: int, number: int) -> bool:
    words = begun.get(k, "")
    if len(words) < 4 or ends_sentence(lines[k].text) or has_sentence(lines[k].text) or "\t" in lines[k].text:
        return False
    return any(other.startswith(words) for i, other in begun.items() if i not in (k, number))


def behind_number(lines: Sequence[Line], numbers: Mapping[int, int], taken: Mapping[int, object]) -> set[int]:
    """Return lines that stand alone right behind a page number and repeat how an earlier line begins."""
    found: set[int] = set()
    for i in numbers:
        k = next((k for k in range(i + 1, min(i + 4, len(lines))) if not lines[k].blank and k not in taken), None)
        if k is None or (
            k + 1 < len(lines) and not lines[k + 1].blank and k + 1 not in taken and not _repeats(lines, k)
        ):
            continue
        text = lines[k].text.strip()
        if len(text) <= 100 and not (ends_sentence(text) or has_sentence(text)) and _repeats(lines, k):
            found.add(k)
    return found


def head_behind(lines: Sequence[Line], i: int, kinds: Mapping[int, str]) -> bool:
    """Say whether the next line with words behind a page number is a running head."""
    following = next((k for k in range(i + 1, len(lines)) if not lines[k].blank), None)
    return following is not None and kinds.get(following) == "running head"


def _repeats(lines: Sequence[Line], k: int) -> bool:
    words = _words(lines[k].text)
    return len(words) >= 6 and any(_words(line.text).startswith(words) for line in lines[:k] if line.text.strip())


def _words(text: str) -> str:
    return re.sub(r"\W+", "", text).lower()


def _rises(numbers: Sequence[int]) -> bool:
    return len(numbers) >= 2 and all(b > a for a, b in pairwise(numbers))


def _announced(lines: Sequence[Line], body: Sequence[int]) -> set[int]:
    """Return lines in a row that each say what a marked heading further down says."""
    marked = {i: _words(lines[i].text) for i in body if lines[i].bold or lines[i].raw.lstrip().startswith("#")}
    found: set[int] = set()
    run: list[int] = []
    for i in [*(i for i in body if not lines[i].blank), -1]:
        words = _words(lines[i].text) if i >= 0 else ""
        if (
            i >= 0
            and i not in marked
            and len(words) >= 3
            and any(k > i and words == name for k, name in marked.items())
        ):
            run.append(i)
            continue
        found.update(run if len(run) >= 2 else ())
        run = []
    return found


def contents(lines: Sequence[Line], body: Sequence[int]) -> set[int]:
    """Return the lines of a table of contents: two or more together that end in leaders and a page number."""
    alike = [i for i in body if _CONTENTS.match(lines[i].text)]
    near = {i for i, k in pairwise(alike) if k - i <= 2} | {k for i, k in pairwise(alike) if k - i <= 2}
    return _announced(lines, body) | {
        i for i in near if not has_sentence(re.sub(r"[.…‥・─\s]+\d*$", "", lines[i].text))
    }
