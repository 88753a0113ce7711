"""What pages print at their edges: a running head beside a page number, and lines of a table of contents.

Invariant: a line goes only with two witnesses: a number on its own beside it, and the same words at another place of
the document; or leaders and a page number in several lines.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from itertools import pairwise

from corpus.structure.lines import Line, ends_sentence, has_sentence
from corpus.structure.page_cuts import cuts_sentence

_NUMBER = re.compile(r"\s*(\d{1,4})\s*$")
_ENOUGH = 50  # lines with the same beginning that are looked at
_WITHIN = re.compile(r"(?<!!)\[([^\[\]^]{1,40})\]\((?:#|/(?!/))(?![^()\s]*(?:fn|note|ref|cite))[^()\s]*\)")
_CONTENTS = re.compile(
    r"\s*(?:[-*]\s+)?\S.*?\s?(?:[…‥]{2,}|\.{4,}|(?:\. ){3,}|・{4,}|─{3,})\s*(?:p\.?\s*)?(?:\d{1,4}|[ivx]{1,6})\s*$"
)


class _Beginnings:
    """Knows for some words which lines begin with them."""

    def __init__(self, lines: Sequence[Line]) -> None:
        words = ((i, _words(line.text)) for i, line in enumerate(lines) if 0 < len(line.text.strip()) <= 100)
        self.of = {i: text for i, text in words if text}
        self.sorted = sorted((text, i) for i, text in self.of.items())
        self.counts = Counter(self.of.values())

    def others(self, words: str, but: Sequence[int]) -> list[int]:
        """Return some lines that begin with the words, first those that are nothing more."""
        at = bisect_left(self.sorted, (words, -1))
        found = (i for text, i in self.sorted[at : at + _ENOUGH] if text.startswith(words))
        return [i for i in found if i not in but]


def headed_numbers(lines: Sequence[Line], body: Sequence[int], taken: Container[int]) -> dict[int, tuple[int, int]]:
    """Return running heads with the page numbers that stand right beside them: head → (line of the number, number).

    The head's words begin another line, or are those of another head; the numbers rise.
    """
    numbers = [i for i in body if i not in taken and _NUMBER.match(lines[i].text)]
    if not numbers:
        return {}
    begun = _Beginnings(lines)
    found: dict[int, tuple[int, int]] = {}
    for i in numbers:
        often = any(begun.counts[begun.of.get(k, "")] >= 3 for k in (i - 1, i + 1))
        if not (lines[i].text[:1].isspace() or often or _edge(lines, i)):
            continue
        head = next((k for k in (i - 1, i + 1) if _is_head(lines, begun, k, i)), None)
        if head is not None:
            found.setdefault(head, (i, int(lines[i].text)))
    return found if _rises([number for _, (_, number) in sorted(found.items())]) else {}


def _edge(lines: Sequence[Line], i: int) -> bool:
    """Say whether a blank line or an end of the file stands on one side of a line."""
    return any(not 0 <= k < len(lines) or lines[k].blank for k in (i - 1, i - 2, i + 1, i + 2))


def _is_head(lines: Sequence[Line], begun: _Beginnings, k: int, number: int) -> bool:
    words = begun.of.get(k, "")
    if len(words) < 4 or _is_words(lines[k].text) or "\t" in lines[k].text:
        return False
    return bool(begun.others(words, (k, number)))


def _is_words(text: str) -> bool:
    return ends_sentence(text) or has_sentence(text)


def behind_number(lines: Sequence[Line], numbers: Collection[int], taken: Mapping[int, str]) -> set[int]:
    """Return lines that stand right behind a page number and repeat how an earlier line begins.

    What stands behind two page numbers is at the head of both pages, the first of them too.
    """
    behind: dict[int, str] = {}
    begun = _Beginnings(lines) if numbers else None
    for i in numbers:
        k = next((k for k in range(i + 1, min(i + 4, len(lines))) if not lines[k].blank and k not in taken), None)
        words = begun.of.get(k, "") if begun and k is not None else ""
        if k is not None and len(words) >= 6 and not (_is_words(lines[k].text) or "\t" in lines[k].text):
            behind[k] = words
    often = Counter(behind.values())
    titles = [_words(line.text) for line in lines[:_OPENING] if line.raw.lstrip().startswith("# ")]
    return {
        k
        for k, words in behind.items()
        if often[words] > 1
        or (begun and any(other < k for other in begun.others(words, (k,))))
        or (begun and cuts_sentence(lines, k, taken) and _in_parts(begun, lines[k].text, k))
        or any(len(title) >= _SHORTEST_TITLE and words.endswith(title) for title in titles)  # author：title
    }


def _in_parts(begun: _Beginnings, text: str, k: int) -> bool:
    """Say whether each part of a line begins an earlier one: the masthead, the title (Cape Society - Report No. 7)."""
    parts = [_words(part) for part in re.split(r"\s+[-–—|·/｜]\s+|\u3000+|\s{2,}", text.strip())]
    long = len(parts) > 1 and all(len(part) >= _SHORTEST_NAME for part in parts)
    return long and all(any(other < k for other in begun.others(part, (k,))) for part in parts)


_OPENING = 30  # lines among which a title stands
_SHORTEST_TITLE = 6  # letters


_FOOT = re.compile(
    r"(?P<name>\S.{2,60}?)[\s\u3000]*(?:[\s\u3000]|[|｜–—·・/／-])[\s\u3000]*"
    r"(?:(?:p\.?\s?|[Pp]age\s)(?P<p>\d{1,4})(?:\s?(?:of|/)\s?\d{1,4})?"
    r"|第?\s?(?P<page>\d{1,4})\s?(?:ページ|頁|页|쪽|페이지))$"
)
_NUMBERED = re.compile(  # with no word for a page: at either end of the line, a gap apart
    r"(?P<name>\S.{2,60}?)(?:\s{2,}|\u3000+|\s?[|｜]\s?)(?P<p>\d{1,4})$"
    r"|(?P<page>\d{1,4})(?:\s{2,}|\u3000+|\s?[|｜]\s?)(?P<behind>\S.{2,60})$"
)
_MASTHEAD = 5  # lines with words at the head of a text that may say what it appeared in


def named_feet(lines: Sequence[Line], body: Sequence[int], taken: Container[int]) -> dict[int, int]:
    """Return the lines that print a page behind what the head of the text says that it appeared in, with the page."""
    return dict(_named(lines, body, taken, _FOOT))


def named_cuts(lines: Sequence[Line], body: Sequence[int], taken: Mapping[int, str]) -> dict[int, int]:
    """Return the lines that do so with a number that no word calls a page's, where they cut a sentence."""
    found = _named(lines, body, taken, _NUMBERED)
    return {i: page for i, page in found if cuts_sentence(lines, i, {**taken, i: "running head"})}


def _named(
    lines: Sequence[Line], body: Sequence[int], taken: Container[int], form: re.Pattern[str]
) -> Iterator[tuple[int, int]]:
    words = [i for i in body if not lines[i].blank and i not in taken]
    first = [(i, _words(lines[i].text)) for i in words[:_MASTHEAD]]
    for i in words:
        match = form.match(lines[i].text.strip())
        if match is None or _is_words(lines[i].text):
            continue
        name = _words(re.split(r"\d", match["name"] or match["behind"])[0])
        alone = all(not 0 <= k < len(lines) or lines[k].blank for k in (i - 1, i + 1))
        if alone and len(name) >= _SHORTEST_NAME and any(k < i and said.startswith(name) for k, said in first):
            yield i, int(match["p"] or match["page"])


_SHORTEST_NAME = 4  # letters


_CLOSE = re.compile(
    r"[\s\u3000]*(?:以[\s\u3000]*上|끝\s?\.?|以下余白)[\s\u3000]*$"
)  # that a text ends, alone on its line


def closes(lines: Sequence[Line], i: int) -> bool:
    """Say whether a line says that the text ends (以上), and no more, between blank lines."""
    around = (lines[k] for k in (i - 1, i + 1) if 0 <= k < len(lines))
    return bool(_CLOSE.match(lines[i].raw)) and all(line.blank for line in around)


_PICTURE = re.compile(  # [図: Picture 12], [Image 3], （図は省略）: where a picture was left out
    r"[\s\u3000]*[（(\[［](?:図表?|表|画像|写真|地図|그림|사진|표|图|圖)(?:[はを]|는\s?|은\s?)?(?:省略|略|割愛|생략|从略)"
    r"[)）\]］][\s\u3000]*$"
    r"|[\s\u3000]*[\[［](?:図版?|画像|写真|[Ii]mages?|[Pp]ictures?|[Pp]hotos?|그림|사진|图片?)\s?[:：]?\s?"
    r"(?:[Pp]icture|[Ii]mage|[Ff]igure|[Gg]raphic|図|画像|이미지|图片)?\s?\d{0,4}[\]］][\s\u3000]*$"
)


def is_picture(text: str) -> bool:
    """Say whether a line says nothing but that a picture stood there."""
    return bool(_PICTURE.match(text))


def head_behind(lines: Sequence[Line], i: int, kinds: Mapping[int, str]) -> bool:
    """Say whether the next line with words behind a page number is a running head."""
    following = next((k for k in range(i + 1, len(lines)) if not lines[k].blank), None)
    return following is not None and kinds.get(following) == "running head"


def printed_again(lines: Sequence[Line], kinds: Mapping[int, str], numbers: Mapping[int, int]) -> dict[int, int]:
    """Return the lines at the foot of a page that repeat the number at its head, right above the head of the next."""
    marks = sorted(numbers)
    found: dict[int, int] = {}
    for i, below in pairwise(marks):
        ahead = next((k for k in range(below - 1, i, -1) if not lines[k].blank and kinds.get(k) != "running head"), i)
        headed = any(kinds.get(k) == "running head" for k in (below - 1, below + 1))
        match = _NUMBER.match(lines[ahead].text)
        same = match is not None and ahead not in kinds and int(match[1]) == numbers[i] == numbers[below] - 1
        if same and headed and ahead + 1 < len(lines) and lines[ahead + 1].blank:
            found[ahead] = numbers[i]
    return found


def _words(text: str) -> str:
    return re.sub(r"\W+", "", text).lower()


def _rises(numbers: Sequence[int]) -> bool:
    return len(numbers) >= 2 and all(b > a for a, b in pairwise(numbers))


def navigation(lines: Sequence[Line], body: Sequence[int]) -> set[int]:
    """Return lines of a web page that are two links or more into the page or its site, with a few words about them."""
    found: set[int] = set()
    for i in body:
        rest, count = _WITHIN.subn("", lines[i].raw)
        if count >= 2 and len(rest.strip()) <= 40 and not has_sentence(lines[i].raw):
            found.add(i)
    return found


def _announced(lines: Sequence[Line], body: Sequence[int]) -> set[int]:
    """Return lines in a row that each say what a marked heading further down says, and are no sentence."""
    marked = {i: _words(lines[i].text) for i in body if lines[i].bold or lines[i].raw.lstrip().startswith("#")}
    last = {words: i for i, words in marked.items()}
    found: set[int] = set()
    run: list[int] = []
    for i in [*(i for i in body if not lines[i].blank), -1]:
        words = _words(lines[i].text) if i >= 0 else ""
        ahead = i >= 0 and i not in marked and len(words) >= 3 and last.get(words, -1) > i
        if ahead and not has_sentence(lines[i].text):
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
