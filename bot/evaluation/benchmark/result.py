"""What a benchmark said: each question with both its answers, and the figures over them.

Invariant: figures are computed from the items alone, by the names of `bot.evaluation.summary`: a measure, with a group
in brackets where it is of a part — ``[answered]``, ``[removed]``, or a retriever's name.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass

from bot.evaluation.metrics.abstention import auroc
from bot.evaluation.metrics.intervals import mean_interval, percentile, share_interval
from bot.evaluation.summary import Figure

RANKING = ("recall@1", "recall@5", "recall@10", "mrr@10")


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer and what it holds of the gold.

    ``cited`` are the documents of its footnotes, in order; ``short_exact`` and ``short_f1`` hold the short answer
    against the nearest gold one; ``conflict`` is whether it says that documents disagree.
    """

    status: str
    abstained: bool
    confidence: float
    short: str
    answer: str
    cited: tuple[str, ...]
    span_in_short: bool
    span_in_answer: bool
    first_footnote: bool
    any_footnote: bool
    short_exact: bool = False
    short_f1: float = 0.0
    conflict: bool = False


@dataclass(frozen=True, slots=True)
class Put:
    """One question with its answer over the whole shelf and over the shelf without its passage."""

    id: str
    question: str
    answers: tuple[str, ...]
    passage: str
    whole: Reply
    removed: Reply
    ranking: Mapping[str, Mapping[str, float]]
    seconds: float
    index: str


@dataclass(frozen=True, slots=True)
class BenchmarkResult:
    """A run over ``sample`` of the ``questions`` of a benchmark; ``index`` is the generation that answered.

    ``causes`` counts why the short answer has no gold span, the first cause that holds on the way to it.
    """

    benchmark: str
    sha256: str
    index: str
    passages: int
    questions: int
    sample: int
    seed: int
    figures: Mapping[str, Figure]
    causes: Mapping[str, int]
    items: tuple[Put, ...]

    def to_json(self) -> str:
        """Return all of it as JSON."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1)


_SHARES: Mapping[str, Callable[[Reply], bool]] = {
    "span_in_short": lambda reply: reply.span_in_short,
    "span_in_answer": lambda reply: reply.span_in_answer,
    "first_footnote": lambda reply: reply.first_footnote,
    "any_footnote": lambda reply: reply.any_footnote,
    "abstained": lambda reply: reply.abstained,
    "short_exact": lambda reply: reply.short_exact,
    "conflict": lambda reply: reply.conflict,
}
_CAUSES: Mapping[str, Callable[[Put, str], bool]] = {
    "passage not found": lambda put, own: put.ranking[own]["recall@20"] == 0 and not put.whole.span_in_answer,
    "wrongly abstained": lambda put, own: put.whole.abstained,
    "another passage chosen": lambda put, own: not put.whole.any_footnote and not put.whole.span_in_answer,
    "span not stated": lambda put, own: not put.whole.span_in_answer,
    "no short answer": lambda put, own: not put.whole.short,
    "other words in short": lambda put, own: True,
}


def figures(puts: Sequence[Put]) -> dict[str, Figure]:
    """Return every figure by its name; an undefined one is left out."""
    whole = [put.whole for put in puts]
    removed = [put.removed for put in puts]
    answered = [reply for reply in whole if not reply.abstained]
    found: dict[str, Figure] = {}
    for group, replies, names in (
        ("", whole, tuple(_SHARES)),
        ("[answered]", answered, ("span_in_short", "span_in_answer", "first_footnote", "any_footnote")),
        ("[removed]", removed, ("span_in_short", "span_in_answer", "abstained")),  # no footnote can be from it
    ):
        found |= {name + group: _share([_SHARES[name](reply) for reply in replies]) for name in names if replies}
    if puts:
        overlaps = [reply.short_f1 for reply in whole]
        found["short_f1"] = Figure(sum(overlaps) / len(overlaps), len(overlaps), *mean_interval(overlaps))
        found["confidence_auroc"] = separation([r.confidence for r in whole], [r.confidence for r in removed])
    lengths = [len(reply.answer) for reply in answered]
    seconds = [put.seconds for put in puts]
    for name, values, share in (
        ("length_p50", lengths, 0.5),
        ("length_p95", lengths, 0.95),
        ("seconds_p50", seconds, 0.5),
        ("seconds_p95", seconds, 0.95),
    ):
        if (value := percentile(values, share)) is not None:
            found[name] = Figure(value, len(values))
    return found | _rankings(puts)


def causes(puts: Sequence[Put], own: str) -> dict[str, int]:
    """Count why short answers have no gold span, in the order of the way from question to answer.

    ``own`` names the retriever that the product retrieves with.
    """
    missed = [put for put in puts if not put.whole.span_in_short]
    counted = Counter(next(cause for cause, holds in _CAUSES.items() if holds(put, own)) for put in missed)
    return {cause: counted[cause] for cause in _CAUSES if counted[cause]}


def separation(whole: Sequence[float], removed: Sequence[float]) -> Figure:
    """Return how often a confidence with the passage is above one without it (AUROC), ties counting half.

    The two confidences of one question belong together, so questions are what the interval is drawn over: a question's
    share in the area is (its wins with the passage) + (its wins over the others' without) − area, whose mean is the
    area and whose spread is DeLong's for clustered data (Obuchowski 1997).
    """
    area = auroc([*whole, *removed], [True] * len(whole) + [False] * len(removed))
    assert area is not None, "no question was put"
    won = [auroc([mine, *removed], [True] + [False] * len(removed)) or 0.0 for mine in whole]
    lost = [auroc([*whole, mine], [True] * len(whole) + [False]) or 0.0 for mine in removed]
    low, high = mean_interval([one + other - area for one, other in zip(won, lost, strict=True)])
    return Figure(area, len(whole), max(0.0, low), min(1.0, high))


def _share(values: Sequence[bool]) -> Figure:
    return Figure(sum(values) / len(values), len(values), *share_interval(sum(values), len(values)))


def _rankings(puts: Sequence[Put]) -> dict[str, Figure]:
    found: dict[str, Figure] = {}
    for retriever in puts[0].ranking if puts else ():
        for name in RANKING:
            values = [put.ranking[retriever][name] for put in puts]
            interval = mean_interval(values) if name == "mrr@10" else share_interval(sum(values), len(values))
            found[f"{name}[{retriever}]"] = Figure(sum(values) / len(values), len(values), *interval)
    return found
