"""Put gold items to a system, one after the other or in several processes, and judge what comes back.

Invariant: outcomes come in the order of the items whatever the number of processes, and each process opens the system
for itself.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from bot.answer import Answer
from bot.evaluation.gold import GoldItem
from bot.evaluation.judge import Judgement, judge
from bot.evaluation.places import resolve
from bot.evaluation.trial import System
from corpus.document import Document

Step = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Retrieved:
    """A hit as a report shows it; ``gold`` says that it holds evidence of the item."""

    rank: int
    score: float
    doc: str
    section: str
    kind: str
    text: str
    gold: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """An item, what the system answered and retrieved, and the judgement."""

    item: GoldItem
    answer: Answer
    judgement: Judgement
    retrieved: tuple[Retrieved, ...]


@dataclass(frozen=True)
class Opened:
    """A system and the documents it answers from."""

    system: System
    documents: Mapping[str, Document]


Opener = Callable[[], Opened]
_SHOWN_HITS = 5
_opened: Opened | None = None


def run(items: Sequence[GoldItem], opener: Opener, jobs: int, step: Step = lambda: None) -> tuple[Outcome, ...]:
    """Return one outcome for each item. ``step`` is called after each; with ``jobs`` above 1 in that many processes.

    ``opener`` must then be picklable; every process calls it once.
    """
    outcomes: list[Outcome] = []
    for outcome in _outcomes(items, opener, jobs):
        outcomes.append(outcome)
        step()
    return tuple(outcomes)


def _outcomes(items: Sequence[GoldItem], opener: Opener, jobs: int) -> Iterator[Outcome]:
    if jobs <= 1:
        opened = opener()
        for item in items:
            yield put(item, opened)
        return
    context = multiprocessing.get_context("spawn")  # the parts use threads, which a fork would cut off
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_open, initargs=(opener,)) as pool:
        yield from pool.map(_put, items, chunksize=4)


def _open(opener: Opener) -> None:
    global _opened  # noqa: PLW0603  the one system of a worker process
    _opened = opener()


def _put(item: GoldItem) -> Outcome:
    assert _opened is not None, "the initializer of the pool has not run"
    return put(item, _opened)


def put(item: GoldItem, opened: Opened) -> Outcome:
    """Put one item to a system and judge the answer. Raises PlaceError where its evidence is not on the shelf."""
    trial = opened.system.ask(item)
    gold = {place.passage.id for place in resolve(item, opened.documents)}
    return Outcome(
        item,
        trial.answer,
        judge(item, trial, opened.documents),
        tuple(
            Retrieved(
                hit.rank,
                round(hit.score, 4),
                hit.passage.doc,
                " ／ ".join(hit.passage.section),
                hit.passage.kind,
                hit.passage.text,
                hit.passage.id in gold,
            )
            for hit in trial.hits
            if hit.rank <= _SHOWN_HITS or hit.passage.id in gold
        ),
    )
