"""Whether a person holds the post that a question asks for, and no other that is called after it.

Invariant: a post is another only where a closed class of words says so: a deputy's (副大臣 for 大臣), or a former one
where the present holder is asked for.
"""

from __future__ import annotations

import re

from bot.compose.candidates import Candidate
from bot.compose.persons import FEWEST, with_post
from corpus.document import Document, Span
from corpus.places import meet
from corpus.structure.posts import Person

_DEPUTY = re.compile(
    r"(?:副|次|助|準|補佐|代理|次期|부|차기|\b(?:deputy|vice|acting|assistant|under|associate)[- ]?)\s*$", re.I
)
PRESENT = re.compile(
    r"現在|現職|今の|いまの|現(?=[\u4e00-\u9fff])|\bcurrent(?:ly)?\b|\bnow\b|\bpresent\b|现任|現任|现在|현재|현직|현 "
)
FORMER = re.compile(r"[前元](?=[一-鿿])|\bformer\b|前任|전 |전임")
# What makes another post of the one right behind it.
_CALLED_AFTER = re.compile(r"(?P<called>[副前元旧原])(?P<post>[\u4e00-\u9fff]{2,6})")
_BESIDE = re.compile(r"[\u4e00-\u9fff]{2,8}(?:である|だった|の|、)?$")  # a post before the name (前理事長である古谷氏)
_NEAR = 30  # characters before a name that its post may stand in


def holds_another(question: str, candidate: Candidate, place: Span) -> bool:
    """Say whether the words at a place name people none of whom holds the post that the question names.

    Words that point back name whom they mean.
    """
    document = candidate.document
    meant = [
        span
        for one in document.told.references_in(candidate.start, candidate.end)
        if one.start == place.start and one.kind in ("person", "people")
        for span in one.to
    ]
    return any(_holds_another(question, document, span) for span in (place, *meant))


def _holds_another(question: str, document: Document, place: Span) -> bool:
    before = _BESIDE.search(document.text[max(place.start - _NEAR, 0) : place.start])
    if _only_called_after(question, (before.group() if before else "") + document.text[place.start : place.end]):
        return True
    here = [one for one in document.told.people if one.post and meet(with_post(one, document.text), place)]
    return bool(here) and all(_another(question, one) for one in here)


def _only_called_after(question: str, words: str) -> bool:
    """Say whether words print a post of the question as a deputy's or, of a present one, as a former one (前理事長)."""
    for match in _CALLED_AFTER.finditer(words):
        if match["called"] != "副" and not PRESENT.search(question):
            continue
        posts = (match["post"][:length] for length in range(len(match["post"]), FEWEST - 1, -1))
        post = next((post for post in posts if post in question), None)
        if post is not None and match["called"] + post not in question:
            return True
    return False


def _another(question: str, person: Person) -> bool:
    folded, post = question.lower(), person.post.lower()
    for length in range(len(post), FEWEST - 1, -1):
        at = folded.rfind(post[-length:])
        if at < 0:
            continue
        called = _DEPUTY.search(post[:-length])
        if called and not folded[:at].rstrip().endswith(called.group().strip()):
            return True
        return person.former and PRESENT.search(question) is not None
    return False
