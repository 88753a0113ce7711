"""When to answer and when to abstain.

Invariant: the decision rests on what the best sentence carries of the question — not on absolute cosines, which say
little (any two sentences of e5 are near), but on the share of the question's idf mass that is supported, on whether
the kind of thing asked for is there at all, and on what the question takes for granted and the documents deny.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

ANSWER_FROM = 0.5  # abstain below


@dataclass(frozen=True, slots=True)
class Signals:
    """What is known of the best sentence when the decision falls; all in [0, 1].

    ``coverage``: weighted support of the question's terms by the sentence and what stands around it; ``own``: by the
    sentence alone; ``weakest``: support of the least supported weighty term; ``similarity``: stretched cosine;
    ``typed``: whether it holds what is asked for; ``dated``: whether its dates agree with the question's;
    ``foreign``: 1 when question and document are in different languages, where words cannot match.
    """

    coverage: float
    own: float
    weakest: float
    similarity: float
    typed: float
    dated: float
    foreign: float


def confidence(signals: Signals) -> float:
    """Return in [0, 1] how surely the best sentence answers the question; a logistic model of the signals."""
    drive = -6.6 + 6.5 * signals.coverage + 2.5 * signals.own + 2.5 * signals.weakest + 0.6 * signals.similarity
    drive += 2.5 * (signals.typed - 1) + 1.5 * signals.foreign
    drive += 4.0 * (signals.dated - 1)
    return 1 / (1 + math.exp(-drive))
