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
    """What is known of the best sentence when the decision falls; all in [0, 1] but ``likeness``.

    ``coverage``: weighted support of the question's terms by the sentence and what stands around it; ``named``:
    support of the least supported name or technical word of the question (1 without one); ``fit``: how well it holds
    the kind of thing asked for; ``dated``: whether its dates agree with the question's; ``likeness``: the highest
    cosine of the evidence to the question, as the model gives it; ``relevance``: how likely the sentence answers, as
    the small reader says, None where it was not asked.
    """

    coverage: float
    named: float
    fit: float
    dated: float
    likeness: float
    relevance: float | None = None


# A logistic model, fitted on the `tune` questions of the gold (l2 = 1) and rounded. Coverage alone says little there:
# questions that cannot be answered were written to share the documents' words. Little coverage still says that the
# documents speak of something else.
_BIAS, _COVERAGE, _NAMED, _FIT, _DATED, _LIKENESS = -2.6, 0.8, 1.0, 1.7, 1.6, 8.0
_USUAL_LIKENESS = 0.85  # of a question and the passage that answers it
_LITTLE, _LITTLE_COSTS = 0.45, 8.0
# The same where the reader has read the sentence: fitted on 500 questions over several documents, written for it and
# held back, a third of them near misses. Its word tells nearly all; beside it names that are not there and little
# coverage still do. The bias is where, of 955 questions over five shelves, as many are answered right as with any
# other: with .1 less more of those are refused that nothing answers (.65 for .62), and as many that something does.
_READ_BIAS, _READ_COVERAGE, _READ_NAMED, _READ_LITTLE_COSTS, _RELEVANCE = 1.2, 0.1, 0.4, 0.9, 1.2
_READ_UNDATED_COSTS = 0.8  # the reader seldom minds that a sentence tells of another year than the question names
_UNSURE = 0.01  # the reader's certainty beyond this counts no more


def confidence(signals: Signals) -> float:
    """Return in [0, 1] how surely the best sentence answers the question."""
    little = max(0.0, _LITTLE - signals.coverage)
    unlike = signals.likeness - _USUAL_LIKENESS if signals.likeness else 0.0  # 0 where there is no embedding model
    if signals.relevance is None:
        drive = _BIAS + _COVERAGE * signals.coverage + _NAMED * signals.named + _FIT * signals.fit
        drive += _DATED * signals.dated + _LIKENESS * unlike - _LITTLE_COSTS * little
    else:
        drive = _READ_BIAS + _READ_COVERAGE * signals.coverage + _READ_NAMED * signals.named
        drive += _RELEVANCE * _log_odds(signals.relevance) - _READ_LITTLE_COSTS * little
        drive -= _READ_UNDATED_COSTS * (1 - signals.dated)
    return 1 / (1 + math.exp(-drive))


# A question for a source names a statement, and what answers it is that statement said again. The reader was taught
# questions and doubts what only repeats one; the words that both share outweigh its doubt, and not where it has none.
_SAID_AGAIN, _SAID_COVERAGE, _SAID_RELEVANCE = -1.5, 5.0, 0.7


def said_again(signals: Signals) -> float:
    """Return in [0, 1] how surely a sentence says what a question wants the source of."""
    if signals.relevance is None:
        return confidence(signals)
    drive = _SAID_AGAIN + _SAID_COVERAGE * signals.coverage + _SAID_RELEVANCE * _log_odds(signals.relevance)
    return max(confidence(signals), 1 / (1 + math.exp(-drive)))


def assurance(relevance: float) -> float:
    """Return a probability on a scale from 0 to 1 on which log odds are evenly spaced."""
    return 0.5 + 0.5 * _log_odds(relevance) / -_log_odds(_UNSURE)


def _log_odds(probability: float) -> float:
    kept = min(max(probability, _UNSURE), 1 - _UNSURE)
    return math.log(kept / (1 - kept))
