"""What a question asks for, read from its closed-class words alone.

Invariant: nothing here knows any document. Interrogatives, counters and the phrases that frame a question are small
closed classes of each language; everything else in a question is content that the documents have to support.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.called import names_a_thing
from bot.cues import CUES, AskKind, Lang
from bot.excluded import excluded
from bot.frames import DEICTIC, FRAMES, GREETINGS, SHORT_FOLLOW_UP
from bot.language import is_closed, language
from bot.manner import ALL, EACH
from bot.quantities import quantity_asked
from bot.sourcing import CLAIMED, OF_THE_SOURCE
from bot.typed_dates import dates_asked
from corpus.one_script import of_one_script
from corpus.structure.dates import DateMention, find_dates
from corpus.structure.units import unit_of_question


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing asked for; ``unit`` is what a count is counted in, ``start``/``end`` where the question says so."""

    kind: AskKind
    start: int
    end: int
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question taken apart.

    ``text`` is what was asked; ``query`` what is searched for (with the words an elliptical follow-up leaves out);
    ``inherited`` the stretch of it that came from earlier turns; ``frame`` its stretches that only ask (when) and
    need no support. ``main`` is the sentence that asks; what stands beside it is an aside. ``of_source`` are the
    stretches of ``query`` that ask for a source: without them it says what the source is to be of. ``left_behind`` are
    dates that the time asked for comes after or before. ``doubts``: sources differ; ``per_document``: it is asked what
    each of them says; ``between``: the values it leaves the choice between, which ``text`` lacks;
    ``left_out``: where it says what it does not ask for.
    """

    text: str
    lang: Lang
    query: str
    asks: tuple[Ask, ...]
    frame: tuple[tuple[int, int], ...]
    dates: tuple[DateMention, ...]
    inherited: tuple[int, int] = (0, 0)
    main: tuple[int, int] = (0, 0)
    of_source: tuple[tuple[int, int], ...] = ()
    left_behind: tuple[DateMention, ...] = ()
    doubts: bool = False
    per_document: bool = False
    between: tuple[str, ...] = ()
    left_out: tuple[tuple[int, int], ...] = ()

    def is_aside(self, at: int) -> bool:
        """Say whether a place of the message lies outside the sentence that asks."""
        return at < len(self.text) and not self.main[0] <= at < self.main[1]

    def unsearched(self) -> tuple[tuple[int, int], ...]:
        """Return the stretches that are not looked for: what only asks, and what is not asked for."""
        return tuple(sorted((*self.frame, *self.left_out)))

    def leaves_out(self, at: int) -> bool:
        """Say whether a place of the query says what it does not ask for."""
        return any(start <= at < end for start, end in self.left_out)

    def wants_all(self) -> bool:
        """Say whether all there is is asked for, and not one answer."""
        return any(ask.kind == "list" for ask in self.asks) or bool(ALL.search(self.text) or EACH.search(self.text))

    def full_dates(self) -> tuple[str, ...]:
        """Return the values of the dates it names, but of those whose year is not known."""
        return tuple(date.value for date in self.dates if date.value and not date.value.startswith("-"))

    def kinds(self) -> frozenset[AskKind]:
        """Return the kinds of things asked for."""
        return frozenset(ask.kind for ask in self.asks)


LONGEST_QUESTION = 2_000  # characters; what comes after is not read


def parse_question(text: str, turns: tuple[str, ...] = (), default_lang: Lang = "ja") -> Question:
    """Take a question apart; earlier turns fill in what an elliptical follow-up leaves out."""
    text = of_one_script(" ".join(text.split()))
    lang = language(text, default_lang)
    own_asks = _asks(text, lang)
    query, inherited = text, (0, 0)
    asks = own_asks
    if turns and _is_elliptical(text, lang):
        earlier = _said_before(turns, default_lang)
        earlier = _without(earlier, find_dates(earlier) if find_dates(text) else ())
        query = f"{text} {earlier}"
        inherited = (len(text) + 1, len(query))
        explicit = [ask for ask in own_asks if ask.kind not in ("yes-no", "what") or ask.end > ask.start]
        # they stand nowhere in this question
        before = tuple(replace(ask, start=0, end=0) for ask in _asks(turns[-1], language(turns[-1], default_lang)))
        # Who says so is asked of one statement; a new matter (建設費は？) asks for itself.
        asks = own_asks if explicit or any(ask.kind == "source" for ask in before) else before
    of_source = _of_source(query, lang) if any(ask.kind == "source" for ask in asks) else ()
    if of_source and not any(ask.kind == "when" for ask in asks):
        of_source = tuple(sorted((*of_source, *_places(query, [cue for kind, cue in CUES[lang] if kind == "when"]))))
    out = excluded(query, lang)
    frame = tuple(sorted((*_frame(query, lang), *of_source, *(beside for one in out for beside in one.beside))))
    left_out = tuple((one.start, one.end) for one in out)
    dates = dates_asked(query)
    timed = any(ask.kind == "when" for ask in asks)
    behind = tuple(date for date in dates if timed and _is_left_behind(query, date))
    dates = tuple(date for date in dates if date not in behind)
    return Question(
        text, lang, query, asks, frame, dates, inherited, _main(text, own_asks), of_source, behind, left_out=left_out
    )


# The next one after October: when it is, no date of the question says.
_AFTER_IT = re.compile(r"\b(?:after|before|since|following|from) (?:the )?$", re.IGNORECASE)
_IT_AFTER = re.compile(
    r"(?:の(?:会合|会議|会|回|もの|やつ)?)?(?:の?次|より?[後前]|以[後降前])|(?:之后|以后|之前|以前|后的)|"
    r"(?: ?이후| ?이전| ?다음)"
)


def _is_left_behind(query: str, date: DateMention) -> bool:
    """Say whether a question for a time names a date only as what the time comes after or before."""
    return bool(_AFTER_IT.search(query[: date.start]) or _IT_AFTER.match(query, date.end))


_TURNS_BACK = 3


def _said_before(turns: tuple[str, ...], default_lang: Lang) -> str:
    """Return the last turn, and those before it as far as it leans on them itself; the latest first."""
    said: list[str] = []
    for turn in turns[: -_TURNS_BACK - 1 : -1]:
        said.append(turn)
        if not _is_elliptical(turn, language(turn, default_lang)):
            break
    return " ".join(said)


def _main(text: str, asks: tuple[Ask, ...]) -> tuple[int, int]:
    """Return the stretch from the first to the last sentence that asks; without a cue, the last sentence."""
    ends = [match.end() for match in re.finditer(r"[。！？!?\n…]+\s*|(?<=[a-z])\.\s+", text)]
    bounds = sorted({0, *ends, len(text)})
    sentences = [(a, b) for a, b in pairwise(bounds) if text[a:b].strip()]
    asking = [(a, b) for a, b in sentences if any(ask.end > ask.start and a <= ask.start < b for ask in asks)]
    asking = asking or [(a, b) for a, b in sentences if re.search(r"[?？]\s*$", text[a:b])][:1] or sentences[-1:]
    return (asking[0][0], asking[-1][1]) if asking else (0, len(text))


def _asks(text: str, lang: Lang) -> tuple[Ask, ...]:
    """Return what is asked, in the order of the question."""
    found = _with_quantity(text, lang, cued(text, lang))
    if not found:
        found = [Ask("yes-no", 0, 0) if is_closed(text, lang) else Ask("what", 0, 0)]
    if told := [ask for ask in found if ask.kind == "source"]:  # where it comes from, who says so, whether there is one
        found = [ask for ask in found if ask.kind not in _OF_SOURCES and not _is_of_the_source(text, ask, told)]
    found = _one_list(text, found)
    sharper = [ask for ask in found if ask.kind != "what"]  # 何 beside a sharper word adds nothing
    return tuple(sorted(sharper or found, key=lambda ask: ask.start))


def cued(text: str, lang: Lang) -> list[Ask]:
    """Return what the cues of a language ask; the earlier one of their list wins where two overlap.

    Where the name of a thing is asked for, no other 何 asks for anything.
    """
    found: list[Ask] = []
    thing: Ask | None = None
    for kind, cue in CUES[lang]:
        for match in cue.finditer(text):
            if not match.group() or any(match.start() < ask.end and ask.start < match.end() for ask in found):
                continue
            ask = Ask(kind, *match.span(), unit_of_question(text) if kind == "count" else "")
            if kind == "who" and names_a_thing(text, lang, ask.start, ask.end):
                ask = thing = replace(ask, kind="what")
            found.append(ask)
    found = [ask for ask in found if not _is_subordinate(text, ask, found)]
    return [ask for ask in found if thing is None or ask is thing or ask.kind != "what"]


def _with_quantity(text: str, lang: Lang, found: list[Ask]) -> list[Ask]:
    """Return the asks with the count that a noun of quantity asks for, where one does; 何 is then part of it."""
    sharper = [ask for ask in found if ask.kind != "what"]
    kinds = frozenset(ask.kind for ask in found)
    quantity = quantity_asked(text, lang, kinds, [(ask.start, ask.end) for ask in sharper])
    return [*sharper, Ask("count", *quantity, unit_of_question(text))] if quantity else found


_ITS_OWN = frozenset(("why", "when", "who", "where", "count", "said"))


def _one_list(text: str, found: list[Ask]) -> list[Ask]:
    """Return the asks with one list at most, and none that only says that all of what else is asked for is wanted."""
    lists = [ask for ask in found if ask.kind == "list"]
    others = [ask for ask in found if ask.kind != "list"]
    sharper = any(ask.kind in _ITS_OWN for ask in others)
    if sharper and all(ALL.match(text, ask.start) for ask in lists):
        return others
    return [*others, *lists[:1]]


_OF_SOURCES = frozenset(("who", "where", "yes-no", "list"))


def _is_of_the_source(text: str, ask: Ask, told: Sequence[Ask]) -> bool:
    """Say whether a cue is part of a question for a source: the words whose source it is, or when it was published.

    That it asks for the latter it says itself, or it stands right beside the source (いつどこで報じた).
    """
    if ask.kind == "said":  # a noun (発言は), and no question for what was said
        return re.fullmatch(r"(?:発言|コメント)(?:内容)?", text[ask.start : ask.end]) is not None
    if ask.kind != "when":
        return False
    beside = any(
        not re.sub(r"[\s、,，・とのに]|and|和", "", text[ask.end : one.start]) for one in told if ask.end <= one.start
    )
    return beside or OF_THE_SOURCE.match(text, ask.start) is not None


_OF_A_NOUN = re.compile(r"\b(?:the|a|an|this|that) (?:[\w'’-]+ ){1,4}(?:called |named )?$", re.IGNORECASE)


def _is_subordinate(text: str, ask: Ask, found: list[Ask]) -> bool:
    """Say whether an English "when" or "where" only says more of what is asked, and asks nothing.

    So it is in: what did he say when they met, what is the island called where they nest.
    """
    word = text[ask.start : ask.end].lower()
    if word not in ("when", "where") or (word == "where" and not _OF_A_NOUN.search(text[: ask.start])):
        return False
    coordinated = re.search(r"(?:[,;?!.]|\b(?:and|or|but))\s*$", text[: ask.start], re.IGNORECASE)
    return not coordinated and any(other.start < ask.start and other.end > other.start for other in found)


def _is_elliptical(text: str, lang: Lang) -> bool:
    """Say whether a follow-up leans on earlier turns: it points back, or is too short to stand alone."""
    return len(text) <= SHORT_FOLLOW_UP[lang] or bool(DEICTIC[lang].search(text))


def may_stand_alone(text: str, default_lang: Lang = "ja") -> bool:
    """Say whether a question that is short points at nothing before it, and says itself what it asks for."""
    lang = language(text, default_lang)
    explicit = any(ask.kind not in ("yes-no", "what") for ask in _asks(text, lang))
    return explicit and not DEICTIC[lang].search(text)


def _without(text: str, mentions: tuple[DateMention, ...]) -> str:
    for mention in reversed(mentions):
        text = text[: mention.start] + " " + text[mention.end :]
    return " ".join(text.split())


def _frame(text: str, lang: Lang) -> tuple[tuple[int, int], ...]:
    return _places(text, [*(pattern for _, pattern in CUES[lang]), FRAMES[lang]])


def _of_source(text: str, lang: Lang) -> tuple[tuple[int, int], ...]:
    return _places(text, [*(pattern for kind, pattern in CUES[lang] if kind == "source"), CLAIMED[lang]])


def _places(text: str, patterns: Iterable[re.Pattern[str]]) -> tuple[tuple[int, int], ...]:
    return tuple(sorted(m.span() for one in patterns for m in one.finditer(text) if m.group()))


def is_small_talk(text: str) -> bool:
    """Say whether a message only greets, thanks, or asks what the assistant is."""
    parts = [part for part in re.split(r"[、,!！。\n]+\s*", text.strip()) if part.strip()]
    return bool(parts) and all(GREETINGS.match(part.strip()) for part in parts)
