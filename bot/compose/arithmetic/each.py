"""What falls to one: a cost for each thing, a mean for each month; where no sentence states it for one itself."""

from __future__ import annotations

from collections.abc import Sequence

from bot.compose.arithmetic.asks import before_one, one_of
from bot.compose.arithmetic.making import in_unit_of
from bot.compose.arithmetic.spans import span_told
from bot.compose.arithmetic.told import Told, alike, fits, most_said, passage_numbers, pointed, told_in
from bot.compose.asked import Asked
from bot.compose.candidates import dates_in
from bot.compose.reckoned import Reckoned
from bot.compose.scoring import Scored
from bot.compose.tables.calculation import each
from corpus.structure.dates import matches
from corpus.structure.units import DURATION, near_unit, same_unit

_LOOKED_AT = 10  # of the best sentences, for what the passage itself does not tell
_NEAREST = 4  # of them, for one that tells both


def for_one(asked: Asked, unit: str, anchor: Scored, ranked: Sequence[Scored]) -> Reckoned | None:
    """Divide what is told of all by how many they are; None where it is told for one, or either is not told."""
    held = {told.unit for one in ranked[:_LOOKED_AT] if _same_document(one, anchor) for told in told_in(asked, one)}
    single = one_of(asked.question.text, held)
    if not single:
        return None
    beside, own = passage_numbers(asked, anchor), told_in(asked, anchor)
    if any(told.per and same_unit(single, told.per) and fits(unit, told) for told in own):
        return None
    near = [one for one in ranked[:_LOOKED_AT] if _same_document(one, anchor)]
    for one in (anchor, *near[:_NEAREST]):  # one sentence that tells both
        numbers = told_in(asked, one)
        if (whole := _whole(asked, unit, single, numbers)) and (count := _count(asked, single, whole, numbers)):
            return _divided(whole, count)
    whole = _whole(asked, unit, single, own) or _whole(asked, unit, single, beside)
    if whole is None:
        return None
    for numbers in (beside, *(told_in(asked, one) for one in near)):
        if (count := _count(asked, single, whole, numbers)) is not None:
            return _divided(whole, count)
    return None


def _divided(whole: Told, count: Told) -> Reckoned | None:
    """Return a whole divided by how many they are; None where nothing of it is left to show."""
    outcome = each(whole.value, count.value)
    shown = outcome is not None and any(sign in "123456789" for sign in outcome.text)
    return in_unit_of(whole, outcome, (whole, count)) if outcome and shown else None


def _whole(asked: Asked, unit: str, single: str, numbers: Sequence[Told]) -> Told | None:
    """Return the number of what is asked for that is told of all."""
    held = [told for told in numbers if fits(unit, told) and not told.per and not same_unit(single, told.unit)]
    return most_said(asked, [told for told in held if pointed(told)] or held)


def _count(asked: Asked, single: str, whole: Told, numbers: Sequence[Told]) -> Told | None:
    """Return how many they are of whom one is spoken of; of a time, how long it is that the whole is told of."""
    held = [told for told in numbers if not told.per and told.at != whole.at and not alike(told, whole)]
    if single in DURATION:
        return span_told(asked, single, whole, held)
    held = [told for told in held if told.unit and told.value > 1 and told.quantity.upper is None]
    for counts in (same_unit, _nearly):
        if counted := [told for told in held if counts(single, told.unit)]:
            meant = _meant(asked, counted, whole)
            return meant if meant and _is_of_noun(asked, meant, whole) else None
    return None


def _nearly(asked: str, stated: str) -> bool:
    """Say whether things of one counter may be those of another; people are no things."""
    return "person" not in (asked, stated) and near_unit(asked, stated)


def _is_of_noun(asked: Asked, count: Told, whole: Told) -> bool:
    """Say whether a count of another sentence says the noun of which one is asked for (従業員1人あたり)."""
    if count.of.candidate.start == whole.of.candidate.start:
        return True
    noun = before_one(asked.question.text)
    named = {n for n, term in enumerate(asked.terms) if noun and term.surface in noun}
    return not named or bool(named & count.around)


def _meant(asked: Asked, counted: Sequence[Told], whole: Told) -> Told | None:
    """Return the count that a question means: the only one, that of its date, or that of which its clause says most."""
    if len(counted) == 1:
        return counted[0]
    wanted = asked.question.full_dates()
    dated = [told for told in counted if any(matches(one, date) for one in wanted for date in _dates_before(told))]
    if len(dated) == 1:
        return dated[0]
    order = sorted(counted, key=lambda told: (-told.weight(asked), abs(told.at - whole.at)))
    return order[0] if order[0].weight(asked) > order[1].weight(asked) else None


def _dates_before(told: Told) -> list[str]:
    """Return the date that stands last before a number in its sentence, where one does."""
    dates = dates_in(told.of.candidate.document, told.of.candidate)
    return [mention.value for mention in dates if mention.end <= told.at][-1:]


def _same_document(one: Scored, other: Scored) -> bool:
    return one.candidate.document.id == other.candidate.document.id
