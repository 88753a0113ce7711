"""Sentences that name who holds the post whose holder is asked for, whatever else they tell.

成瀬浩市長は4日、「…」と述べた answers who the mayor is, though it speaks of something else and the small reader takes
it for no answer. Invariant: the question asks for the holder and nothing more; everything else that it says, whose post
it is first of all, the sentence and what stands around it carry; and no two people hold the post.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.compose.asked import Asked, Point
from bot.compose.candidates import Candidate
from bot.compose.holders import FORMER, PRESENT
from bot.compose.homelands import Homelands, home, homelands
from bot.compose.offices import just_asked_for
from bot.compose.persons import FEWEST, with_post
from bot.compose.scoring import Scored
from bot.compose.whom import is_another, person
from bot.question import Ask
from corpus.structure.capitals import countries_told
from corpus.structure.countries import countries_in, named_countries
from corpus.structure.posts import Person

_CARRIES = 0.5  # support from which a sentence and what stands around it carry a word of the question
_SURE = 0.8  # how likely such a sentence answers
_ANSWERS = 0.5  # relevance from which the best sentence is an answer anyway
_UNLIKELY, _LAST = 0.05, 0.3  # how likely one answers that names somebody else's, and what is left of its score
_NO_MATTER = re.compile(
    "[ぁ-ん]+|今|現在|現職?|当時|名前|氏名|人|方|名字|姓名|现在|现任|当时|叫|지금|현재|이름|사람|now|current(?:ly)?|name",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(r"(?P<owner>[一-鿿ァ-ヴー々]{2,12})(?:の|・)$")
_OWNS = re.compile(r"\s?(?:の|的|의)?\s?")  # between whose post it is and the post


def with_holder_first(asked: Asked, ask: Ask, ranked: Sequence[Scored]) -> tuple[Scored, ...]:
    """Return sentences with those first that name the holder of the post asked for, the holder being their point.

    Those that name only the holders of such a post of somebody else come last.
    """
    if ask.kind != "who" or len(asked.question.asks) != 1 or not ranked:
        return tuple(ranked)
    lands = homelands(tuple(dict.fromkeys(scored.candidate.document for scored in ranked)))
    held = _of_the_country(asked, [_holders(asked, scored.candidate, lands) for scored in ranked], lands)
    found = [one for ours, _ in held for one in ours]
    one_person = bool(found) and _one_person([one.name for one in found])
    longest = max((len(one.name) for one in found), default=0)
    best = ranked[0]
    if one_person and best.point and best.relevant >= _ANSWERS and found[0].name[:FEWEST] in best.point.text:
        return tuple(ranked)  # perhaps by the full name
    top = max(scored.score for scored in ranked)
    judged = []
    for scored, (ours, others) in zip(ranked, held, strict=True):
        if ours and one_person and len(ours[0].name) == longest:
            judged.append(_raised(asked, scored, ours[0], top))
        elif others and not ours:
            judged.append(_lowered(scored))
        else:
            judged.append(scored)
    return tuple(sorted(judged, key=lambda scored: -scored.score))


def _of_the_country(
    asked: Asked, held: Sequence[tuple[list[Person], list[Person]]], lands: Homelands
) -> list[tuple[list[Person], list[Person]]]:
    """Leave out those of whom no country is told, where others are told to be of the one that a question names."""
    wanted = named_countries(asked.question.query)
    told = {one.name for ours, _ in held for one in ours if home(one.name, lands) & wanted}
    return [([one for one in ours if not told or one.name in told], others) for ours, others in held]


def _raised(asked: Asked, scored: Scored, one: Person, top: float) -> Scored:
    place = with_post(one, scored.candidate.document.text)
    point: Point = replace(person(asked, scored.candidate, place), plain=True)
    relevance = max(scored.relevance, _SURE) if scored.relevance is not None else None
    return replace(scored, point=point, relevance=relevance, score=scored.score + top, marked=None, parts=())


def _lowered(scored: Scored) -> Scored:
    relevance = min(scored.relevance, _UNLIKELY) if scored.relevance is not None else None
    return replace(scored, relevance=relevance, score=_LAST * scored.score)


def _one_person(names: Sequence[str]) -> bool:
    """Say whether names are of one person: each is the longest, or part of it, or begins like it."""
    longest = max(names, key=len)
    return all(name in longest or name[:FEWEST] == longest[:FEWEST] for name in names)


def _holders(asked: Asked, candidate: Candidate, lands: Homelands) -> tuple[list[Person], list[Person]]:
    """Return who of a sentence holds the post asked for, and who holds such a post of somebody else."""
    ours: list[Person] = []
    others: list[Person] = []
    unsure = False
    if candidate.passage.kind not in ("prose", "row"):
        return ours, others
    former = FORMER.search(asked.question.text) is not None
    for one in candidate.people:
        if not one.post or one.name[:FEWEST] in asked.said or (place := just_asked_for(asked, one.post)) is None:
            continue
        if one.former != former:
            others += [one] if one.former and PRESENT.search(asked.question.text) else []
            continue
        if is_another(asked, candidate, with_post(one, candidate.document.text)):
            continue
        if _is_of_another(asked, candidate, one, place, lands):
            others.append(one)
        elif _fits(asked, candidate, home(one.name, lands), place):
            ours.append(one)
        else:
            unsure = True
    return (ours if len({one.name for one in ours}) == 1 else []), ([] if unsure else others)


def _fits(asked: Asked, candidate: Candidate, home: frozenset[str], post: tuple[int, int]) -> bool:
    """Say whether all that a question says beside a post is carried, or most: between languages, of a named country."""
    query = asked.question.query
    wanted = named_countries(query)
    lands = home & wanted
    around = "\n".join((*candidate.passage.section, candidate.passage.context, candidate.passage.text))
    if wanted and not lands and not wanted & countries_told(around):
        return False
    named = ((start, end + query.startswith("国", end)) for code, start, end in countries_in(query) if code in lands)
    known = [post, *named]
    rest = [
        (term.weight, support)
        for term, support in zip(asked.terms, candidate.support, strict=True)
        if not term.left_out
        and not any(term.start < end and start < term.end for start, end in known)
        and not _NO_MATTER.fullmatch(term.surface)
    ]
    if lands or candidate.document.lang != asked.question.lang:
        return sum(weight * (support - _CARRIES) for weight, support in rest) >= 0
    return min((support for _, support in rest), default=1.0) >= _CARRIES


def _is_of_another(asked: Asked, candidate: Candidate, one: Person, post: tuple[int, int], lands: Homelands) -> bool:
    """Say whether a post is somebody's whom the question does not name (帆波市の大橋市長)."""
    wanted, known = named_countries(asked.question.query), home(one.name, lands)
    if wanted and known:
        return not known & wanted
    place = candidate.within(with_post(one, candidate.document.text))
    owner = one.of or ((match := _OF_ANOTHER.search(candidate.text[: place.start])) and match["owner"]) or ""
    if words := asked.sentences.words(owner):
        return not any(term.carried_by(words) >= _CARRIES for term in asked.terms)
    return candidate.document.lang != "en" and _owner_follows(asked, candidate, place.end, post)


def _owner_follows(asked: Asked, candidate: Candidate, end: int, post: tuple[int, int]) -> bool:
    """Say whether a sentence names whose post is asked for only behind the person: A側はX外相、B側は… of B's."""
    others = (one for one in candidate.people if one.post and one.start >= candidate.start + end)
    if not any(others):
        return False
    question = asked.question.query
    before_it = (term for term in asked.terms if term.end <= post[0])
    owner = next((term for term in before_it if _OWNS.fullmatch(question[term.end : post[0]])), None)
    if owner is None or _NO_MATTER.fullmatch(owner.surface):
        return False
    before, behind = (asked.sentences.words(words) for words in (candidate.text[:end], candidate.text[end:]))
    return owner.carried_by(behind) >= _CARRIES > owner.carried_by(before)
