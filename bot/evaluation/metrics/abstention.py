"""When it is silent: against what cannot be answered, and by its own confidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Detection:
    """Precision, recall and F1 of abstaining; None where undefined (nothing abstained, nothing to abstain from)."""

    precision: float | None
    recall: float | None
    f1: float | None


def detection(abstained: Sequence[bool], should: Sequence[bool]) -> Detection:
    """Measure abstaining as the detection of what cannot be answered.

    precision = rightly abstained ÷ abstained; recall = rightly abstained ÷ unanswerable; F1 their harmonic mean
    (0 where both are 0).
    """
    right = sum(did and must for did, must in zip(abstained, should, strict=True))
    precision = right / sum(abstained) if any(abstained) else None
    recall = right / sum(should) if any(should) else None
    if recall is None:
        return Detection(precision, None, None)
    both = (precision or 0.0) + recall
    return Detection(precision, recall, 2 * (precision or 0.0) * recall / both if both else 0.0)


def auroc(scores: Sequence[float], positive: Sequence[bool]) -> float | None:
    """Return how often a positive has the higher score than a negative, ties counting half; None with one class only.

    The area under the receiver operating characteristic (Mann–Whitney U ÷ the number of pairs).
    """
    yes = [score for score, is_positive in zip(scores, positive, strict=True) if is_positive]
    no = [score for score, is_positive in zip(scores, positive, strict=True) if not is_positive]
    if not yes or not no:
        return None
    won = sum((one > other) + 0.5 * (one == other) for one in yes for other in no)
    return won / (len(yes) * len(no))


def risk_coverage(confidences: Sequence[float], right: Sequence[bool], total: int) -> tuple[tuple[float, float], ...]:
    """Return ``(coverage, risk)`` when only the most confident answers are given, from the most confident on.

    ``confidences`` and ``right`` are of the answers given; ``total`` counts all questions, so coverage ends where the
    system abstains. coverage = answers given ÷ questions, risk = wrong ones ÷ answers given (El-Yaniv & Wiener 2010).
    Answers of equal confidence are given together.
    """
    order = sorted(zip(confidences, right, strict=True), key=lambda pair: -pair[0])
    points: list[tuple[float, float]] = []
    wrong = 0
    for given, (confidence, is_right) in enumerate(order, start=1):
        wrong += not is_right
        if given == len(order) or order[given][0] != confidence:
            points.append((given / total, wrong / given))
    return tuple(points)


def area_under_risk(points: Sequence[tuple[float, float]]) -> float | None:
    """Return the mean risk over the coverage reached (AURC, smaller is better); None without an answer."""
    if not points:
        return None
    area = last = 0.0
    for coverage, risk in points:
        area += (coverage - last) * risk
        last = coverage
    return area / last
