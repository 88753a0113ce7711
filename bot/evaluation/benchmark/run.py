"""A benchmark put to the product: each question asked over the whole shelf, then without the passage that answers it.

Invariant: every question goes through the product's one door (`Assistant.ask`) under both conditions, the whole shelf
first; retrieval is measured beside it with the same query and without composing.
"""

from __future__ import annotations

import re
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.answer import Answer
from bot.evaluation.benchmark.reading import Benchmark, BenchmarkQuestion
from bot.evaluation.benchmark.result import BenchmarkResult, Put, Reply, causes, figures
from bot.evaluation.benchmark.withholding import LIMIT, Finds, Withholding
from bot.evaluation.metrics.retrieval import ranking_scores
from bot.question import parse_question
from retrieval.hit import Hit

SAMPLE, SEED = 300, 0
Progress = Callable[[int, int, str], None]

_OURS = re.compile(r"〔[^〕]*〕|\[\d+\]")  # what an answer adds to the words it quotes


@dataclass(frozen=True)
class Parts:
    """What a benchmark is put to, built in `bot.wiring`.

    ``ask`` is the product over ``documents``, retrieving with a `Remaining` of the same; ``retrievers`` are measured
    by name, and ``own`` names the one that the product retrieves with.
    """

    documents: Withholding
    ask: Callable[[str], Answer]
    retrievers: Mapping[str, Finds]
    own: str


def run_benchmark(
    benchmark: Benchmark,
    parts: Parts,
    *,
    sample: int = SAMPLE,
    seed: int = SEED,
    progress: Progress = lambda done, total, what: None,
) -> BenchmarkResult:
    """Put ``sample`` questions drawn by ``seed`` (0: all) to the product and to its retrievers.

    Raises:
        UsageError: the sample is negative.
    """
    questions = benchmark.sample(sample, seed)
    puts: list[Put] = []
    for question in questions:
        progress(len(puts), len(questions), "asking")
        puts.append(_put(question, benchmark.gold(question), parts))
    progress(len(puts), len(questions), "asking")
    generations = dict.fromkeys(put.index for put in puts if put.index)
    return BenchmarkResult(
        benchmark=Path(benchmark.path).name,
        sha256=benchmark.sha256,
        index=" ".join(generations),
        passages=len(benchmark.passages),
        questions=len(benchmark.questions),
        sample=len(questions),
        seed=seed,
        figures=figures(puts),
        causes=causes(puts, parts.own),
        items=tuple(puts),
    )


def _put(question: BenchmarkQuestion, gold: frozenset[str], parts: Parts) -> Put:
    started = time.perf_counter()
    answer = parts.ask(question.question)
    seconds = time.perf_counter() - started
    with parts.documents.without(gold):
        removed = parts.ask(question.question)
    return Put(
        id=question.id,
        question=question.question,
        answers=question.answers,
        passage=question.passage,
        whole=_reply(answer, question, gold),
        removed=_reply(removed, question, gold),
        ranking={name: _ranking(question.question, gold, finds) for name, finds in parts.retrievers.items()},
        seconds=seconds,
        index=answer.index,
    )


def _reply(answer: Answer, question: BenchmarkQuestion, gold: frozenset[str]) -> Reply:
    """Judge one answer; one that abstains states nothing and cites nothing."""
    cited = tuple(citation.doc for citation in answer.citations)
    given = not answer.abstained
    short = answer.short.text if answer.short else ""
    return Reply(
        status=answer.status,
        abstained=answer.abstained,
        confidence=answer.confidence,
        short=short,
        answer=answer.answer,
        cited=cited,
        span_in_short=given and holds(short, question.answers),
        span_in_answer=given and holds(answer.answer, question.answers),
        first_footnote=given and cited[:1] != () and cited[0] in gold,
        any_footnote=given and not gold.isdisjoint(cited),
        short_exact=given and any(_bare(short) == _bare(one) for one in question.answers),
        short_f1=max(overlap(short, one) for one in question.answers) if given else 0.0,
        conflict=bool(answer.conflicts),
    )


def holds(text: str, answers: Iterable[str]) -> bool:
    """Say whether a text contains one of the answers, whatever the width of characters and the spaces between them.

    What an answer adds to the words it quotes, 〔…〕 and marks of footnotes, does not part them.
    """
    said = (_bare(text), _bare(_OURS.sub("", text)))
    return any(_bare(answer) in one for answer in answers for one in said)


def overlap(text: str, answer: str) -> float:
    """Return the F1 of the characters of a text against an answer's, as JSQuAD is scored (Kurihara et al. 2022).

    2 · common ÷ (characters of both), each character counted as often as both have it; 0 where there is none.
    """
    mine, other = Counter(_bare(text)), Counter(_bare(answer))
    return 2 * (mine & other).total() / ((mine + other).total() or 1)


def _bare(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def _ranking(question: str, gold: frozenset[str], finds: Finds) -> Mapping[str, float]:
    """Return recall@k and MRR@10 of the gold passage, for the query that the product would make of the question.

    A title names a passage and is not it: a hit on the title of the gold passage finds nothing.
    """
    asked = parse_question(question)
    found = finds.retrieve(asked.query, LIMIT, lang=asked.lang, frame=asked.frame, also=())
    ranked = list(dict.fromkeys(_unit(hit, gold) for hit in found.hits))
    return ranking_scores(ranked, {_GOLD: 2}) or {}


_GOLD = "gold"


def _unit(hit: Hit, gold: frozenset[str]) -> str:
    """Return what a hit counts as: the gold passage, whichever part of it was found, or a passage of its own."""
    return _GOLD if hit.passage.doc in gold and hit.passage.kind != "heading" else hit.passage.id
