"""The point of an answer: the date, number, name, words, reason or clause that the question asks for.

Invariant: a point names the stretch of canonical text it was read from, and its words are that stretch, except for a
date that the text leaves to be completed (翌10月), which is shown completed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.compose.candidates import Candidate, Sentences, Term
from bot.compose.phrases import Phrase, phrases
from bot.question import Ask, Question
from corpus.document import Span
from corpus.structure.clauses import split_clauses
from corpus.structure.dates import DateMention, matches, render_date
from corpus.structure.quantities import find_quantities
from corpus.structure.units import same_unit
from retrieval.tokens import terms as terms_of
from retrieval.tokens import tokenize

Dates = Mapping[str, Sequence[DateMention]]  # document id → dates of its canonical text, completed from context


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its terms, and what is read once of the documents."""

    question: Question
    terms: tuple[Term, ...]
    dates: Dates
    sentences: Sentences

    def known(self) -> frozenset[str]:
        """Return the question's terms."""
        return frozenset(term.term for term in self.terms)


@dataclass(frozen=True, slots=True)
class Point:
    """What answers one ask: its words as shown, its place in canonical text, and how well it fits in [0, 1]."""

    text: str
    span: Span
    candidate: Candidate
    fit: float


def points(asked: Asked, ask: Ask, candidate: Candidate) -> list[Point]:
    """Return what in a sentence may answer an ask, best first; empty when nothing there is of the kind asked for."""
    find = _FINDERS.get(ask.kind)
    return sorted(find(asked, ask, candidate), key=lambda point: -point.fit) if find else []


def needs_type(ask: Ask) -> bool:
    """Say whether an answer must hold something of a certain form: a date, a number, a person, a place."""
    return ask.kind in ("when", "count", "who", "where")


_SHORT_ENOUGH = 70  # characters of a sentence that is its own point
_LONGEST_CLAUSE = 110
_EDGES = " 　、，,;；。\n\t"


def clause(asked: Asked, candidate: Candidate) -> Point | None:
    """Return the stretch of clauses that says most about the question, for asks whose answer has no form of its own.

    It is the shortest run of clauses that carries nearly all of what the sentence carries of the question and adds
    something to it; None when that is too long to be a point.
    """
    text = candidate.text
    if len(text) <= _SHORT_ENOUGH or candidate.passage.kind != "prose":
        return _stretch(candidate, 0, len(text), 0.5) if len(text) <= _LONGEST_CLAUSE else None
    clauses = split_clauses(text)
    words = [frozenset(terms_of(text[c.start : c.end])) for c in clauses]
    whole = sum(term.weight * term.carried_by(frozenset().union(*words)) for term in asked.terms) or 1.0
    known = asked.known()
    best: tuple[float, int, int] | None = None
    for first in range(len(clauses)):
        for last in range(first, len(clauses)):
            length = clauses[last].end - clauses[first].start
            if length > _LONGEST_CLAUSE:
                break
            inside = frozenset().union(*words[first : last + 1])
            share = sum(term.weight * term.carried_by(inside) for term in asked.terms) / whole
            value = share + 0.08 * min(len(inside - known), 3) - length / 400
            if best is None or value > best[0]:
                best = (value, clauses[first].start, clauses[last].end)
    return _stretch(candidate, best[1], best[2], 0.5) if best else None


def _stretch(candidate: Candidate, start: int, end: int, fit: float, text: str = "") -> Point:
    """Make a point of ``[start, end)`` in the sentence, without the signs at its edges."""
    words = candidate.text[start:end]
    bare = words.strip(_EDGES)
    start += words.index(bare)
    place = Span(candidate.start + start, candidate.start + start + len(bare))
    return Point(text or bare.replace("\n", ""), place, candidate, fit)


def _nearness(asked: Asked, candidate: Candidate, at: int) -> float:
    """Return in [0, 1] how near a place in the sentence is to the words that the question shares with it."""
    reach = max(len(candidate.text), 40)
    total = found = 0.0
    for start, token in _tokens(candidate.text):
        share = max((term.weight * term.carried_by(frozenset((token,))) for term in asked.terms), default=0.0)
        total += share
        found += share * (1 - min(abs(at - start) / reach, 1.0))
    return found / total if total else 0.0


@lru_cache(4096)
def _tokens(text: str) -> tuple[tuple[int, str], ...]:
    return tuple((token.start, token.term) for token in tokenize(text))


def _dates(asked: Asked, ask: Ask, candidate: Candidate) -> list[Point]:
    question = asked.question
    wanted = 10 if re.search(r"日|\bday\b|\bdate\b|[号號天]|며칠|일", question.text[ask.start : ask.end]) else 0
    found = []
    for mention in asked.dates[candidate.document.id]:
        if not (candidate.start <= mention.start and mention.end <= candidate.end) or not mention.value:
            continue
        repeats = any(
            len(d.value) >= len(mention.value) and matches(d.value, mention.value) for d in question.dates if d.value
        )
        near = _governed(asked, candidate, mention.start - candidate.start, mention.end - candidate.start)
        precise = {4: 0.0, 7: 0.12, 10: 0.2}.get(len(mention.value), 0.05)
        if (wanted and len(mention.value) != wanted) or mention.value.startswith("-"):
            precise = -0.1
        printed = candidate.document.text[mention.start : mention.end]
        complete = mention.stated_year and not mention.relative
        shown = printed if complete else render_date(mention.value, mention.until, question.lang)
        fit = 0.3 + 0.5 * near + precise - (0.5 if repeats else 0.0)
        found.append(Point(shown, Span(mention.start, mention.end), candidate, fit))
    return found


def _quantities(asked: Asked, ask: Ask, candidate: Candidate) -> list[Point]:
    if candidate.passage.kind == "row":
        return _only_figure(candidate)
    repeated = set(re.findall(r"\d[\d,]*", asked.question.query))
    found: list[Point] = []
    last = -1  # where the last quantity of the unit ended, to join 3-5位、9、10位
    for quantity in _found_quantities(candidate.text):
        if ask.unit and not same_unit(ask.unit, quantity.unit) and last < 0:
            continue
        if any(digits in repeated for digits in re.findall(r"\d[\d,]*", quantity.text)):
            continue
        joined = last >= 0 and re.fullmatch(r"\s*[、,，・と及やand-]*\s*", candidate.text[last : quantity.start])
        same = not ask.unit or same_unit(ask.unit, quantity.unit) or (joined and not quantity.unit)
        if not same:
            last = -1
            continue
        fit = 0.4 + 0.6 * _governed(asked, candidate, quantity.start, quantity.end) - (0.0 if ask.unit else 0.2)
        if joined and ask.unit:
            start = found[-1].span.start - candidate.start
            found[-1] = _stretch(candidate, start, quantity.end, max(fit, found[-1].fit))
        else:
            found.append(_stretch(candidate, quantity.start, quantity.end, fit))
        last = quantity.end
    return found


def _governed(asked: Asked, candidate: Candidate, begin: int, end: int) -> float:
    """Return in [0, 1] how near a date or a quantity is to the question's words, those right after it counting most.

    In Japanese and Korean the predicate that it belongs to follows it (目標の500万円を上回る820万円が集まった).
    """
    near = _nearness(asked, candidate, begin)
    if candidate.document.lang not in ("ja", "ko"):
        return near
    after = [
        start - end
        for start, token in _tokens(candidate.text)
        if start >= end and any(term.carried_by(frozenset((token,))) >= _MEANT for term in asked.terms)
    ]
    return 0.5 * near + 0.5 * (1 - min(after[0] / _REACH, 1.0) if after else 0.0)


def _only_figure(candidate: Candidate) -> list[Point]:
    """Return the figure of a row that has just one; which of several is meant is for the reading of tables to say."""
    table = candidate.document.table(candidate.passage.table)
    row = next((row for row in table.rows if row.number == candidate.passage.row), None) if table else None
    figures = [cell for cell in row.cells if re.fullmatch(r"[\d,.]*\d[,.][\d,.]*\d", cell.text)] if row else []
    if len(figures) != 1:
        return []
    return [_stretch(candidate, figures[0].start - candidate.start, figures[0].end - candidate.start, 0.6)]


_MEANT = 0.4  # kinship from which a word of the sentence may be what the question says
_REACH = 30  # characters from a quantity to its predicate
_found_quantities = lru_cache(4096)(find_quantities)
_found_phrases = lru_cache(4096)(phrases)
_ASKED_CASE = re.compile(r"(?:誰|だれ|どなた|どこ|どの\w{1,4}?|どちら)(と|に|を|が|から|へ|で|は)")


def _names(asked: Asked, ask: Ask, candidate: Candidate) -> list[Point]:
    case = _ASKED_CASE.search(asked.question.text)
    want = "person" if ask.kind == "who" else "place"
    known = asked.known()
    found = []
    for phrase in _found_phrases(candidate.text):
        open_kind = phrase.kind == "other" and candidate.document.lang != "ja"
        if (phrase.kind != want and not open_kind) or _says_only(phrase, known, asked.question.query):
            continue
        near = _nearness(asked, candidate, phrase.start)
        agrees = _agrees(case.group(1) if case else "", phrase.particle, ask)
        fit = 0.15 + 0.35 * near + 0.3 * agrees + (0.2 if phrase.proper else 0.0)
        found.append(_stretch(candidate, phrase.start, phrase.end, fit))
    return found


def _says_only(phrase: Phrase, known: frozenset[str], query: str) -> bool:
    """Say whether a phrase only repeats the question: its names, or without names all its words, stand there."""
    if phrase.names:
        return all(name in query for name in phrase.names)
    return all(term in known for _, term in _tokens(phrase.text))


def _agrees(asked: str, particle: str, ask: Ask) -> float:
    """Return how well the particle after a phrase agrees with the one after the interrogative."""
    subject = ("が", "は", "も")
    if asked in subject or (not asked and ask.kind == "who"):
        return 1.0 if particle in subject else 0.4 if particle in ("から", "より", "に", "") else 0.0
    if not asked:
        return 1.0 if particle in ("で", "に", "へ", "を") else 0.3
    direction = ("に", "へ", "を", "で")
    if asked in direction and particle in direction:
        return 1.0 if asked == particle else 0.7
    return 1.0 if asked == particle else 0.2


_SPOKEN = re.compile(r"「[^「」]*(?:「[^「」]*」[^「」]*)*」|“[^”]+”|\"[^\"]+\"|『[^』]+』|《[^》]+》")


def _spoken(asked: Asked, _ask: Ask, candidate: Candidate) -> list[Point]:
    """Find the words that a sentence quotes; titles and single words in quotation marks are not speech."""
    found = []
    for match in _SPOKEN.finditer(candidate.text):
        if candidate.passage.kind == "prose" and len(match.group()) >= 12:
            near = _nearness(asked, candidate, match.start())
            found.append(_stretch(candidate, match.start(), match.end(), 0.4 + 0.6 * near))
    return found


# What marks a clause as a reason or a purpose: closed classes of each language. The first say so outright; the second
# also name means, occasions and intentions.
_REASON = re.compile(
    r"ため(?!に[はも])|ための|ので(?=[、,]|$)|から(?=だ|で(?:す|ある|あった)|[、,])|ことから|(?:こと)?による(?=[。、]|$)|おかげ|せい[でだか]|理由|[原要]因|背景|"
    r"\bbecause\b|\bdue to\b|\bowing to\b|\bin order to\b|\breasons?\b|\bpurpose\b|\bthanks to\b|\bcaused? by\b|"
    r"因为|由于|为了|原因|目的|때문|위해|위하여|이유|원인|덕분",
    re.IGNORECASE,
)
_OCCASION = re.compile(
    r"により|によって|を受けて|に伴い|狙い|ねらい|目的|意図|に際し|に合わせて|契機|きっかけ|を機に|思惑|効果|影響|"
    r"\bso (?:that|as)\b|\bsince\b|\baim(?:ed|s)?\b|\bafter\b|因此|以便|목적",
    re.IGNORECASE,
)


def _reasons(_asked: Asked, _ask: Ask, candidate: Candidate) -> list[Point]:
    found = []
    for part in split_clauses(candidate.text):
        words = candidate.text[part.start : part.end]
        if _REASON.search(words):
            found.append(_stretch(candidate, part.start, part.end, 0.9))
        elif _OCCASION.search(words):
            found.append(_stretch(candidate, part.start, part.end, 0.6))
    return found


def focus(question: Question, ask: Ask) -> str:
    """Return the noun that an interrogative asks to have named (どんな**車**, which **university**), or nothing."""
    after = question.text[ask.end :]
    match = re.match(r"\s*(\w+)", after)
    if ask.end == ask.start or match is None:
        return ""
    first = next(iter(tokenize(after)), None)
    return first.term if first is not None and first.start <= len(match.group()) - len(match.group(1)) else ""


def _named(asked: Asked, ask: Ask, candidate: Candidate) -> list[Point]:
    """Find the noun phrase that names what どんな車 or "which university" asks for, with the name beside it."""
    wanted = focus(asked.question, ask)
    term = next((term for term in asked.terms if term.term == wanted), None)
    if term is None:
        return []
    known = asked.known()
    found = []
    text = candidate.text
    for phrase in _found_phrases(text):
        carried = term.carried_by(frozenset(word for _, word in _tokens(phrase.text)))
        if carried < 0.5:
            continue
        start, end = phrase.start, phrase.end
        while (before := re.search(r"[^\s、。，「」（）()のをがはにでと]+の$", text[:start])) is not None:
            start = before.start()
        beside = re.match(r"[「『“][^」』”]+[」』”]", text[end:])
        end += beside.end() if beside else 0
        if all(word in known for _, word in _tokens(text[start:end])):
            continue
        fit = 0.3 + 0.3 * carried + 0.3 * _nearness(asked, candidate, start) + (0.1 if beside else 0.0)
        found.append(_stretch(candidate, start, end, fit))
    return found


_FINDERS: Mapping[str, Callable[[Asked, Ask, Candidate], list[Point]]] = {
    "when": _dates,
    "count": _quantities,
    "who": _names,
    "where": _names,
    "why": _reasons,
    "said": _spoken,
    "what": _named,
    "list": _named,
}
