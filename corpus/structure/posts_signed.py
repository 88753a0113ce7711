"""The posts of who wrote a text, as the lines beside the byline and the profile below the text say them.

Invariant: the author is known from the opening; a post is a slice of a line that says nothing else, or of the profile
that opens with the reading of a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.structure.posts import Person, Place, person
from corpus.structure.posts_other import ZH_OFFICE, chinese_name
from corpus.structure.posts_parted import parted

_LINE = re.compile(r"(?m)^.*\S.*$")
_ENDS = "（）()［］[] \u3000*"
_PARTS = re.compile(r"[^，,、\s\u3000]+")
_ZH_POST = re.compile(rf"[一-鿿]{{0,6}}(?:{ZH_OFFICE})")
_PROFILE = re.compile(r"(?m)^[ \u3000]*[ぁ-ゖー]{1,6}[・ \u3000][ぁ-ゖー]{1,6}[ \u3000]+(?P<words>.{6,160})$")
_ONCE = re.compile(r"(?:^|[、。])(?P<words>[一-鿿々ヶァ-ヺー]{2,30}?)(?:など)?を経て")
_EDITED = re.compile(r"(?P<post>责任编辑|責任編輯|特约编辑|责编)[：:]\s?(?P<name>[一-鿿]{2,4})(?=[）)\s]|$)")
_OPENING = 20  # lines with words among which a byline stands


def signed(text: str, author: str) -> Iterator[Person]:
    """Yield the author with the post that stands beside the byline, and what the profile says of former posts."""
    lines = list(_LINE.finditer(text))
    at = next((n for n, line in enumerate(lines[:_OPENING]) if author and line.group().strip(_ENDS) == author), -1)
    if at >= 0:
        start = lines[at].start() + lines[at].group().index(author)
        name = Place(start, start + len(author))
        for beside in (lines[k] for k in (at - 1, at + 1) if 0 <= k < len(lines)):
            yield from _beside(text, name, beside)
    yield from _profile(text, author)
    for match in _EDITED.finditer(text):
        if chinese_name(match["name"]):
            yield person(text, Place(*match.span("name")), Place(*match.span("post")))


def _beside(text: str, name: Place, line: re.Match[str]) -> Iterator[Person]:
    """Yield the author with the body and post of a line: …研究所主任研究員, （…大学…研究所，副研究员）."""
    words = line.group().strip(_ENDS)
    first = line.start() + line.group().index(words) if words else 0
    parts = list(_PARTS.finditer(words))
    last = parts[-1].group() if parts else ""
    if len(parts) > 1 and (_ZH_POST.fullmatch(last) or parted(last)):
        post = Place(first + parts[-1].start(), first + parts[-1].end())
        yield person(text, name, post, Place(first + parts[0].start(), first + parts[-2].end()))
    elif len(parts) == 1 and (found := parted(words)) is not None and found.of[1] > found.of[0]:
        of = Place(first + found.of[0], first + found.of[1])
        yield person(text, name, Place(first + found.post[0], first + found.post[1]), of, found.former)


def _profile(text: str, author: str) -> Iterator[Person]:
    """Yield the author with the posts that a profile says came before the present one (社会部、…支局長を経て)."""
    profiles = list(_PROFILE.finditer(text))
    at = text.find(author) if author else -1
    if len(profiles) != 1 or at < 0 or not re.search(r"生まれ|年から|入社|専門", profiles[0]["words"]):
        return
    for match in _ONCE.finditer(profiles[0]["words"]):
        found = parted(match["words"])
        if found is not None:
            start = profiles[0].start("words") + match.start("words")
            post = Place(start + found.of[0], start + found.post[1]) if found.of[1] == found.of[0] else None
            of = Place(start + found.of[0], start + found.of[1]) if post is None else None
            post = post or Place(start + found.post[0], start + found.post[1])
            yield person(text, Place(at, at + len(author)), post, of, former=True)
