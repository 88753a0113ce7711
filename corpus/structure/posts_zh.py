"""Chinese people whose posts are told within a clause: 派场长孟宪周到任, 请闻少川出任…的副场长.

Invariant: such a name is one that the text has again elsewhere, so that where it begins and ends is sure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache

from corpus.structure.posts import Person, Place, person

# Heads of small bodies and of ranks, and those who serve in an office; too short to be known without the name.
_LOWER = (
    "[场廠厂村乡班船团师军连排营旅店站所园矿段保]长|会[计計]|科[员員]|专员|專員|[职職][员員]|干事|[参參][谋謀]"
    "|司令|技[师師]|工程[师師]|文书|账房|掌柜"
)
_WORD = "(?:(?![的了在是和由与與被，。；：、])[一-鿿])"
_TAKES = (
    "(?:随后|此后|后来|不久|继续|开始)?(?:出任|担任|擔任|就任|接任|继任|繼任|当选为?|當選為?"
    "|被推举为|被推舉為|被选为|被選為|被任命为)"
)
_AGAIN = 2  # times that a name is printed
_FORMER = "前任?|原|时任|時任|曾任|首任"


@cache
def _patterns(office: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile(
            rf"(?:(?<=[，。；：、\s“”])(?P<former>{_FORMER})(?P<whole>{_WORD}{{0,4}}))?(?P<post>副?(?:{office}|{_LOWER}))"
            r"(?=(?P<name>[一-鿿]{3}))"
        ),
        re.compile(
            rf"(?=(?P<name>[一-鿿]{{3}}){_TAKES}(?:了)?(?:(?P<of>{_WORD}{{2,14}})的)?"
            rf"(?P<post>{_WORD}{{0,10}}?(?:{office}|{_LOWER}))(?=[，。；、“]|$))"
        ),
    )  # fmt: skip


def within_clauses(text: str, office: str, is_name: Callable[[str], bool]) -> Iterator[Person]:
    """Yield people with posts printed right before their names, or that they take, wherever in a clause."""
    counts = _named_again(text, is_name)
    before, takes = _patterns(office)
    for match in before.finditer(text):
        if match["name"] in counts:
            start = match.start("whole") if match["former"] else match.start("post")
            post = Place(start, match.end("post"))
            yield person(text, Place(*match.span("name")), post, None, bool(match["former"]))
    for match in takes.finditer(text):
        if match["name"] in counts:
            of = Place(*match.span("of")) if match["of"] else None
            yield person(text, Place(*match.span("name")), Place(*match.span("post")), of)


def _named_again(text: str, is_name: Callable[[str], bool]) -> frozenset[str]:
    """Return the words of three signs that can be names and that a text has more than once, in more than one place."""
    runs = (run[at : at + 3] for run in re.findall("[一-鿿]{3,}", text) for at in range(len(run) - 2))
    counted = Counter(runs)
    return frozenset(words for words, count in counted.items() if count >= _AGAIN and is_name(words))
