"""Why an item failed, in words: which causes there are, and a sentence from the judgement of one item."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from bot.evaluation.gold import SHORT_CATEGORIES
from bot.evaluation.html.words import written
from bot.evaluation.judge import Judgement
from bot.evaluation.runner import Outcome

CAUSES: Mapping[str, str] = {
    "retrieval missed": "no passage with the evidence is among the first 20 hits",
    "wrongly abstained": "the evidence was there to be used, and it said that it cannot answer",
    "evidence not chosen": "it answered from other passages than those that hold the evidence",
    "fact not stated": "a footnote quotes the evidence, but the answer does not state what was asked for",
    "wrong thing said": "it states what is right and also what is not",
    "bad citation": "the answer is right, but a footnote is missing or not verbatim",
    "wrongly answered": "there was nothing to answer, and it answered",
    "not taken as chat": "small talk was treated as a question to the documents",
}
SUCCESS = "success"


def why(outcome: Outcome) -> str:
    """Return a sentence that says why an item failed, or what made it a success."""
    judged = outcome.judgement
    if judged.cause is None:
        return _success(judged)
    told = _SENTENCES.get(judged.cause)
    return told(outcome) if told else f"{judged.cause.capitalize()}."


def _success(judged: Judgement) -> str:
    if judged.category in ("chat", "instruction"):
        return "Taken for what it is: no question to the documents."
    if not judged.answerable and (judged.abstained or judged.status == "chat"):
        return "The documents do not answer this, and it said so."
    if not judged.answerable:
        return "It corrects what the question takes for granted, and quotes the place that says otherwise."
    return f"It states {_count(len(judged.found), 'expected fact')}, and its footnotes hold."


def _missed(outcome: Outcome) -> str:
    ranks = _gold_ranks(outcome)
    later = f" (the first comes at rank {ranks[0]})" if ranks else ""
    return f"None of the passages that hold the evidence is among the first 20 hits{later}{_then(outcome)}."


def _then(outcome: Outcome) -> str:
    return ", so it had to abstain" if outcome.judgement.abstained else "; it answered from others"


def _abstained(outcome: Outcome) -> str:
    did = "abstained" if outcome.judgement.abstained else "took the question for small talk"
    return f"{_retrieved(outcome)}, but it {did} with confidence {outcome.judgement.confidence:.2f}."


def _not_chosen(outcome: Outcome) -> str:
    footnotes = len(outcome.answer.citations)
    none = f"none of its {footnotes} footnotes quotes" if footnotes > 1 else "its footnote does not quote"
    return f"{_retrieved(outcome)}, but {none if footnotes else 'the answer has no footnote that quotes'} it."


def _not_stated(outcome: Outcome) -> str:
    item, missed = outcome.item, outcome.judgement.missed
    start = "A footnote quotes the evidence, but the"
    if item.category in SHORT_CATEGORIES:
        below = [p.source for p in item.short if p.source in missed and p.found_in(outcome.answer.answer)]
        if below and len(below) == len(missed):
            return f"{start} short answer misses what only the statements below it say: {_listed(below)}."
    return f"{start} answer misses {_count(len(missed), 'fact')}: {_listed(missed)}."


def _wrong(outcome: Outcome) -> str:
    return f"It states the facts, but also what must not be said: {_listed(outcome.judgement.forbidden)}."


def _citation(outcome: Outcome) -> str:
    valid = outcome.judgement.quotes
    if valid is None:
        return "It states the facts without a footnote."
    return f"It states the facts, but only {written(valid)} of its footnotes are what their places say."


def _answered(outcome: Outcome) -> str:
    judged = outcome.judgement
    said = f" and said {_listed(judged.forbidden)}" if judged.forbidden else ""
    if judged.category == "instruction":
        return f"An instruction is no question to the documents; it answered all the same{said}."
    return f"The documents do not answer this; it answered with confidence {judged.confidence:.2f}{said}."


def _not_chat(outcome: Outcome) -> str:
    return f"Small talk needs no document; it was treated as a question, with status “{outcome.judgement.status}”."


_SENTENCES: Mapping[str, Callable[[Outcome], str]] = {
    "retrieval missed": _missed,
    "wrongly abstained": _abstained,
    "evidence not chosen": _not_chosen,
    "fact not stated": _not_stated,
    "wrong thing said": _wrong,
    "bad citation": _citation,
    "wrongly answered": _answered,
    "not taken as chat": _not_chat,
}


def _gold_ranks(outcome: Outcome) -> list[int]:
    return sorted(hit.rank for hit in outcome.retrieved if hit.gold)


def _retrieved(outcome: Outcome) -> str:
    ranks = _gold_ranks(outcome)
    if ranks:
        return f"The evidence was retrieved at rank {', '.join(map(str, ranks))}"
    return "The evidence was to be had" if not outcome.retrieved else "The evidence was not retrieved"


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


def _listed(patterns: Iterable[str]) -> str:
    return ", ".join(f"“{pattern}”" for pattern in patterns)
