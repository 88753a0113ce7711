"""Sentences and cells that cannot answer, whatever words they share with the question.

Invariant: what is left out here tells of something else by its form, its parties or its deed; how near it comes to the
question does not matter.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bot.compose.asked import Asked
from bot.compose.candidates import Candidate, dates_in
from bot.compose.directions import goes_back
from bot.manner import HAPPENED, NEXT
from bot.question import Ask
from corpus.document import Document
from corpus.structure.asking import asks
from corpus.structure.capitals import countries_told
from corpus.structure.captions import names_sources
from corpus.structure.countries import HOME, named_countries
from corpus.structure.country_pairs import between_others
from corpus.structure.opposites import tells_opposite
from corpus.structure.ordinals import numbered_otherwise
from corpus.structure.stays import the_other_way_round

# A note names a source; its title answers only who asks for articles, titles and addresses.
_ABOUT_NOTES = re.compile(
    r"URL|リンク|アドレス|記事|報道|題名|タイトル|注\d|脚注|\blinks?\b|\barticles?\b|\btitles?\b|\bnotes?\b|链接|标题|文章|报道|링크|제목|기사",
    re.IGNORECASE,
)
# What these ask for is said in a statement; a caption only names it.
_NEEDS_STATEMENT = frozenset(("source", "when", "count", "why", "said", "yes-no"))
# What these ask for, no sentence gives that itself asks; who asked may be what is asked.
_STATED = frozenset(("when", "count", "where", "why", "how", "yes-no"))
# What these ask for, a sentence about two other countries does not give: trade with one is no trade with another.
_OF_ONE_MATTER = frozenset(("when", "count", "where", "who", "what"))
# What these ask for of the next one, no sentence gives that reports what has been.
_OF_ITS_TIME = frozenset(("when", "where"))
# Nor does one that only tells how the deed asked about was undone: when it opened says not when it closed.
_OF_ONE_DEED = frozenset(("when", "count", "who"))


def cannot_answer(asked: Asked, ask: Ask, candidate: Candidate) -> bool:
    """Say whether a sentence or cell cannot answer an ask: it states nothing of it, or tells of another matter."""
    kind, text, question = candidate.passage.kind, candidate.text, asked.question
    if kind in ("heading", "table") and ask.kind in _NEEDS_STATEMENT:
        return True
    foreign = _of_no_such_country(question.query, candidate.document)
    if foreign or (kind == "note" and not _ABOUT_NOTES.search(question.text)):
        return True
    if (ask.kind in _STATED and asks(text)) or (kind == "prose" and ask.kind != "source" and names_sources(text)):
        return True
    if ask.kind in _OF_ONE_MATTER and (between_others(question.query, text) or goes_back(asked, candidate)):
        return True
    before = ask.kind in _OF_ITS_TIME and _was_before(question.text, candidate)
    if kind in ("prose", "row") and (before or the_other_way_round(question.query, text)):
        return True
    undone = ask.kind in _OF_ONE_DEED and kind == "prose" and tells_opposite(question.query, text)
    return undone or numbered_otherwise(question.query, text)


def _was_before(asked: str, candidate: Candidate) -> bool:
    """Say whether the one still to come is asked for, and a sentence tells of no next one and foretells nothing."""
    if not NEXT.search(asked) or HAPPENED.search(asked):
        return False
    document = candidate.document
    dates = (date.value for date in dates_in(document, candidate) if date.value[:1].isdigit())
    later = bool(document.date) and any(value[: len(document.date)] > document.date[: len(value)] for value in dates)
    return not (later or NEXT.search(candidate.text) or document.told.announced(candidate.start, candidate.end))


@lru_cache(4096)
def _of_no_such_country(asked: str, document: Document) -> bool:
    """Say whether a question names a country that a document never does, though it names others."""
    told = countries_told(f"{document.title}\n{document.text}")
    missing = named_countries(asked) - told - HOME.get(document.lang, frozenset())
    return bool(missing) and bool(told)
