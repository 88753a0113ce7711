"""A difference, a ratio or a sum of numbers that stand in several sentences or cells, where a question asks for one.

Invariant: the arithmetic is exact, over numbers that count one thing and that the small reader takes for what is asked,
each with the words it stands in; where fewer than two such numbers are found nothing is reckoned.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from bot.compose.asked import Asked
from bot.compose.draft import DraftCalculation, DraftOperand, Quote
from bot.compose.in_sentence import RANGE, in_sentence, states_difference
from bot.compose.labels import each_alone
from bot.compose.operands import Number, columns_named, numbers_marked, operand, worked
from bot.compose.rows import figure_at
from bot.compose.scoring import Scored
from bot.compose.tables.calculation import Outcome, difference, ratio, total
from bot.compose.tables.showing import times
from bot.compose.tables.words import INTENTS
from corpus.document import Span

_LOOKED_AT = 10  # of the best sentences and rows
_ANSWERS = 0.3  # relevance from which a number is one of those asked for
_NEAR_BEST = 0.5  # and not so much less likely than the likeliest
# By how much: not that things differ, which asks for both.
_SUBTRACTS = re.compile(
    r"差額|差し引[きい]|の差(?!し)|差は(?!何)|(?:いくつ|どれ(?:だけ|くらい|ぐらい|ほど)|何[一-鿿ァ-ヶー]{1,4})(?:の|ほど|くらい)?差(?!別|し)|(?:いくら|どれ(?:だけ|くらい|ぐらい|ほど)|どの(?:くらい|程度)|何(?:[ァ-ヶー]{2,9}|\S{1,3}?)(?<![にへ]))(?:ほど|くらい|ぐらい|ぶん|分|も|の|が)?"
    r"(?:多[いくか]|少な|高[いくか]|低[いくか]|安[いくか]|長[いくか]|短[いくか]|増[えや加]|減[っりら少]|伸び|膨ら|なくな|削[っらりる減]|失[いうっわ]|上が[っり]|下が[っり]|値[上下]が|超[えし過]|オーバー|浮[いく]|空いて|上乗せ|引き[上下]げ|積み増|上積み|上回|下回|違[いうっ]|変わ|足りな|不足)|"
    r"\bhow (?:much|many)\b.{0,40}\b(?:more|less|fewer|higher|lower|longer|shorter|cheaper|"
    r"bigger|larger|greater|smaller)\b|\bby how (?:much|many)\b|"
    r"\bhow (?:much|many)\b.{0,60}\b(?<!the )(?<!an )(?<!a )(?:go(?:ne)? up|went up|c[ao]me? down|ris(?:e|en)|rose|"
    r"gr[eo]wn?|f[ae]ll(?:en)?|drop(?:ped)?|"
    r"(?:in|de)creased?|declined?|gain(?:ed)?|los[et]|cut|"
    r"shr[aiu]nk|exceed(?:ed)?|short)\b(?! to\b)|"
    r"\b(?:difference|gap|margin) between\b|"
    r"\b(?:rise|grow|fall|drop|increase|decrease) by\b|"
    r"超(?:出|支|过|預算|预算)?了?(?:多少|几)|[差缺省]了?多少|[多少高低]了?出?多少|相差|差多少|差额|[增减涨跌升降缩]加?了?多少|"
    r"\bhow (?:far|much) (?:over|under|above|below|short of)\b|"
    r"\bhow many \w+ (?:are |is )?(?:vacant|missing|unfilled)\b|"
    r"몇 ?\S{1,4}(?:이?나)? ?(?:비[어었]|모자[라란랐]|부족|초과)|얼마나? ?(?:모자|부족|초과|넘)|"
    r"차이|차액|얼마나? ?(?:늘|줄|더|덜|많|적|깎|삭감|올[라랐]|내[려렸])|"
    r"몇 ?\S{1,3} ?(?:더|덜|늘|줄|많|적|올[라랐]|내[려렸])",
    re.IGNORECASE,
)
_MOST_ADDED = 6
_TELLS = 0.4  # weight of a word that tells one document's number from another's
_SAID = 0.4  # support from which a row says a word of the question
# What is to be added up by whoever answers; a total (合計, 総額) a document mostly prints itself.
_ADDS = re.compile(
    r"足[しす]|も(?:入れ|含め)|込みで|合わせ[てるた]|あわせ[てるた]|合算|加え[てるた]と|\btogether\b|\bcombined\b|\badd(?:ed)?\b|\bplus\b|加起来|相加|합치|합친|더하|더한",
    re.IGNORECASE,
)
# A total of several dates, which no document need print.
_TOTALS = re.compile(
    r"合計|総計|通算|累計|\b(?:in )?total\b|\baltogether\b|总共|一共|合计|共计|모두|총(?=\s|[액합계]|\d)|합계",
    re.IGNORECASE,
)
Way = Literal["ratio", "difference", "sum"]
_WAYS: tuple[tuple[Way, re.Pattern[str]], ...] = (
    ("ratio", INTENTS["ratio"]),
    ("difference", _SUBTRACTS),
    ("sum", _ADDS),
)


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A result in words, how it came about, and the sentences and rows its numbers stand in."""

    text: str
    calculation: DraftCalculation
    numbers: tuple[Number, ...]


def way_asked(question: str) -> Way | None:
    """Return how numbers are to be reckoned that a question asks for; None where it asks for no arithmetic."""
    return next((way for way, words in _WAYS if words.search(question)), None)


def reckoned(asked: Asked, ranked: Sequence[Scored]) -> Reckoned | None:
    """Return what a question asks to reckon; None where it asks for nothing of the kind or numbers are lacking."""
    way = way_asked(asked.question.text)
    of_dates = way is None and len(asked.question.dates) > 1 and _TOTALS.search(asked.question.text) is not None
    if of_dates:
        way = "sum"
    if way is None or not ranked or (way == "difference" and states_difference(ranked[0])):
        return None
    numbers = in_sentence(asked, ranked[0], added=way == "sum") if says_both(asked, ranked[0]) else []
    if not numbers and not of_dates:
        numbers = _elsewhere(asked, way, ranked)
    if len(numbers) < 2:
        return None
    if way == "sum":
        return summed(numbers)
    more, less = sorted(numbers[:2], key=lambda number: -number.amount.value)
    return gap(more, less) if way == "difference" else _ratio(more, less, asked.question.lang)


def _elsewhere(asked: Asked, way: Way, ranked: Sequence[Scored]) -> list[Number]:
    """Return numbers of several sentences or cells; those that stand beside the best one before any others."""
    if way != "sum" and (two := columns_named(asked, ranked[0])):
        return two
    if way == "sum" and RANGE.search(asked.question.text):
        return []  # from the first to the last: what lies between is not named
    likely = [s for s in ranked[:_LOOKED_AT] if s.relevant >= _ANSWERS]
    best = max((s.relevant for s in likely), default=0.0)
    near = [s for s in likely if s.relevant >= _NEAR_BEST * best]
    beside = [s for s in near if s.candidate.passage.id == ranked[0].candidate.passage.id]
    if way != "sum" and (each := _one_of_each(asked, near)):
        return each
    for group in (beside, near):
        marked = (numbers_marked(s, asked.question.lang, pointed=group is beside) for s in group)
        numbers = _of_one_measure([number for numbers in marked for number in numbers])
        numbers = numbers[: _MOST_ADDED if way == "sum" else 2]
        if len(numbers) > 1 and _told_apart(asked, numbers):
            return numbers
    return []


def _one_of_each(asked: Asked, near: Sequence[Scored]) -> list[Number]:
    """Return the numbers of two sentences that each say one of what a question sets against each other by name."""
    sides = _conjoined(asked)
    found: dict[int, Number] = {}
    for scored in near:
        words = asked.sentences.words(scored.candidate.text)
        said = [at for at in sides if asked.terms[at].carried_by(words) >= _SAID]
        number = next(iter(numbers_marked(scored, asked.question.lang, pointed=True)), None)
        if len(said) == 1 and number is not None:
            found.setdefault(said[0], number)
    two = _of_one_measure(list(found.values()))
    return two if len(two) == len(found) == 2 else []


def summed(numbers: Sequence[Number]) -> Reckoned:
    """Return numbers added up, with the arithmetic."""
    return _with_unit(total([number.amount.value for number in numbers]), numbers)


def gap(more: Number, less: Number) -> Reckoned:
    """Return the larger of two numbers less the smaller, with its arithmetic."""
    return _with_unit(difference(more.amount.value, less.amount.value, growth=False, signed=False), (more, less))


def _ratio(more: Number, less: Number, lang: str) -> Reckoned | None:
    outcome = ratio(more.amount.value, less.amount.value) if less.amount.value > 0 else None
    return _worked(outcome, "", times(lang), (more, less)) if outcome else None


def _with_unit(outcome: Outcome, numbers: Sequence[Number]) -> Reckoned:
    return _worked(outcome, numbers[0].amount.before, numbers[0].amount.after, numbers)


def _worked(outcome: Outcome, before: str, after: str, numbers: Sequence[Number]) -> Reckoned:
    return Reckoned(*worked(outcome, before, after, [_operand(number) for number in numbers]), tuple(numbers))


def _told_apart(asked: Asked, numbers: Sequence[Number]) -> bool:
    """Say whether numbers stand in one sentence, or each in one of its own that says what of the question it is of.

    Sums, rows of one table and numbers of several documents need that: they are otherwise of things not asked for.
    """
    owners = [number.of.candidate for number in numbers]
    rows = all(owner.passage.kind == "row" for owner in owners)
    within = len({owner.document.id for owner in owners}) == 1
    pair = len(numbers) == 2
    if len({id(owner) for owner in owners}) == 1:
        return says_both(asked, numbers[0].of)
    if rows and len({(owner.document.id, owner.passage.table) for owner in owners}) == len(owners):
        return True
    tells = [within or term.weight >= _TELLS for term in asked.terms]
    said = [{at for at, value in enumerate(owner.direct) if value >= _SAID and tells[at]} for owner in owners]
    if pair and within and not rows:
        sides = _conjoined(asked)
        return not sides or all(mine & sides for mine in each_alone(said))
    return all(each_alone(said))


# What stands between two things that a question sets against each other, and between the words of one of them.
_WITH = re.compile(r"側?(?:と|や)|\s?(?:and|和|与|跟)\s?|(?<=[와과]) ")
_OF = re.compile(r"側?の?")
_PHRASE = re.compile(r"[^とはがをで、。,?？ ]{1,12}")


def _conjoined(asked: Asked) -> set[int]:
    """Return the places of the terms by which two things differ that a question names together (AのXとBのX: A, B)."""
    text, terms = asked.question.query, sorted(enumerate(asked.terms), key=lambda pair: pair[1].start)
    for n, ((_, one), (_, other)) in enumerate(pairwise(terms)):
        if _WITH.fullmatch(text, one.end, other.start) is None:
            continue
        first, last = n, n + 1
        while first and _OF.fullmatch(text, terms[first - 1][1].end, terms[first][1].start):
            first -= 1
        while last + 1 < len(terms) and _OF.fullmatch(text, terms[last][1].end, terms[last + 1][1].start):
            last += 1
        behind = _PHRASE.match(text, other.start)
        theirs = behind.group() if behind else text[other.start : terms[last][1].end]
        ours = text[terms[first][1].start : one.end]
        told = [at for at, term in terms[first : n + 1] if not term.term[0].isdigit() and term.surface not in theirs]
        also = [at for at, term in terms[n + 1 : last + 1] if not term.term[0].isdigit() and term.surface not in ours]
        return {told[0], also[0]} if told and also else set()
    return set()


def says_both(asked: Asked, scored: Scored) -> bool:
    """Say whether a sentence has, in its own words, all or none of what a question sets against each other by name."""
    words = asked.sentences.words(scored.candidate.text)
    said = [asked.terms[at].carried_by(words) >= _SAID for at in _conjoined(asked)]
    return all(said) or not any(said)


def _of_one_measure(found: Sequence[Number]) -> list[Number]:
    """Return the numbers that count what the likeliest does, each value once."""
    kept: dict[Decimal, Number] = {}
    for number in found:
        if number.amount.measure == found[0].amount.measure:
            kept.setdefault(number.amount.value, number)
    return list(kept.values())


def _operand(number: Number) -> DraftOperand:
    candidate = number.of.candidate
    quote = Quote(candidate.document, candidate.passage, (Span(candidate.start, candidate.end),), (number.place,))
    cell = figure_at(candidate, number.place) if candidate.passage.kind == "row" else None
    return operand(number.amount, quote, cell)
