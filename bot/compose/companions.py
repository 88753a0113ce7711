"""What a chosen sentence cannot do without: the items of the list it opens, the reason it goes back to.

Invariant: companions are whole sentences of the same document, in the order of the text, and only such as the document
itself ties to the chosen one: by the sign of a list, or by a word that says the reason was just given.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.compose.asked import Asked
from bot.compose.candidates import Candidate
from bot.question import Ask
from corpus.listed import listed_with, opened_by

# A sentence that begins so gives what follows from the one before it.
_FOLLOWS = re.compile(
    r"(?:その|この|それ)(?:ため|結果|ゆえ)|それゆえ|したがって|従って|よって|ゆえに|だから|ですから|そこで|こうした(?:こと|事情|理由)から|"
    r"(?i:therefore|thus|hence|that is why|for this reason|as a result|consequently)\b|"
    r"因此|所以|于是|故而|그래서|따라서|그러므로|이 때문에|그 때문에"
)
# A sentence that says so is made whole by the list behind it.
_SO_MANY = (
    # 理由は三つあります
    r"[二三四五六七八九十2-9２-９](?:つ|点|項目|件|人|か条)(?:が|で)?(?:あ[るり]|です|だ|である|にな[るり]|に分か)|"
    r"(?i:\b(?:two|three|four|five|six|seven|eight) (?:\w+ )?\w+s\b[^.]{0,20}[.:]?$)|"
    r"[两三四五六七八九十2-9](?:件事|[个個]?方面|点|[条條]|项|個|个)[^，。]{0,6}[。：]?$|"
    r"(?:두|세|네|다섯|여섯) ?가지(?:다|이다|입니다|가 있다|가 있습니다|를 들었다)"
)
_ANNOUNCES = re.compile(
    r"[:：]\s*$|次の|以下|下記|(?:とお|通)りで|(?i:\b(?:following|below|these|as follows)\b)|如下|下列|다음|아래|이하|"
    + _SO_MANY
)
_COUNTS = re.compile(_SO_MANY)
_AND = re.compile(r"\band\b|[、,](?:また|かつ|そして)|(?:も|し)、|以及|并且?|그리고|[고며],? ")
_COLLECTS = frozenset(("list", "what", "who", "said", "how", "why"))
_TOLD_BEHIND = frozenset(("why", "list"))  # of which how many there are is no answer
_MOST_ITEMS = 12


def companions(asked: Asked, ask: Ask, best: Candidate) -> tuple[tuple[Candidate, ...], tuple[Candidate, ...]]:
    """Return what belongs before a chosen sentence, and what belongs after it."""
    if best.passage.kind != "prose":
        return (), ()
    if ask.kind == "why" and follows(best.text):
        earlier = [span for span in asked.sentences.spans(best.passage) if span.end <= best.start]
        return tuple(replace(best, start=span.start, end=span.end) for span in earlier[-1:]), ()
    if ask.kind not in _COLLECTS:
        return (), ()
    if ask.kind in _TOLD_BEHIND and (said := _announced(asked, best)):
        return (), said
    items = opened_by(best.document, best.passage) if _opens(ask, best) else ()
    if not items and (ask.kind == "list" or asked.question.wants_all()):
        items = tuple(one for one in listed_with(best.document, best.passage) if one.id != best.passage.id)
    return (), tuple(map(best.whole, items[:_MOST_ITEMS]))


def counts_only(sentence: str) -> bool:
    """Say whether a sentence ends on how many things there are (for two reasons), which others tell."""
    return _COUNTS.search(sentence.strip()) is not None


def _announced(asked: Asked, sentence: Candidate) -> tuple[Candidate, ...]:
    """Return what says the things of which a sentence says only how many they are; nothing where it ends its passage.

    That is the next sentence where it joins several, and the next two where it does not.
    """
    if not counts_only(sentence.text):
        return ()
    behind = [span for span in asked.sentences.spans(sentence.passage) if span.start >= sentence.end]
    if not behind:
        return ()
    joined = _AND.search(sentence.document.text, behind[0].start, behind[0].end)
    told = behind[: 1 if joined else _TWO]
    return tuple(replace(sentence, start=span.start, end=span.end) for span in told)


_TWO = 2


def follows(sentence: str) -> bool:
    """Say whether a sentence gives what follows from the one before it, and so says that its reason stands there."""
    return _FOLLOWS.match(sentence.lstrip("　 ")) is not None


def _opens(ask: Ask, best: Candidate) -> bool:
    """Say whether a list is asked for, or a sentence opens it: the last one of its passage, and it says so."""
    return ask.kind == "list" or (best.end >= best.passage.end and _ANNOUNCES.search(best.text) is not None)
