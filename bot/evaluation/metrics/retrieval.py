"""How well retrieval ranks the passages that hold the evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

NAMES = ("recall@1", "recall@5", "recall@10", "recall@20", "mrr@10", "ndcg@10")


@cache
def _measures() -> dict[str, Any]:
    from ir_measures import RR, R, nDCG  # noqa: PLC0415  only an evaluation pays for it

    # rel=2: only the passage that holds the evidence itself counts; nDCG alone sees the table around a row.
    recalls = {f"recall@{depth}": R(rel=2) @ depth for depth in (1, 5, 10, 20)}
    return {**recalls, "mrr@10": RR(rel=2) @ 10, "ndcg@10": nDCG @ 10}


def ranking_scores(ranked: Sequence[str], grades: Mapping[str, int]) -> dict[str, float] | None:
    """Return recall@1/5/10/20, MRR@10 and nDCG@10 of one ranking, by name; None where nothing is relevant.

    ``ranked`` are passage ids, best first; ``grades`` their relevance (2 holds the evidence, 1 surrounds it).
    recall@k = relevant among the first k ÷ relevant; MRR@10 = 1 ÷ rank of the first relevant one, 0 below 10;
    nDCG@10 = Σ grade ÷ log2(rank + 1), over its best possible value (Järvelin & Kekäläinen 2002). Computed by
    ir-measures.
    """
    if not any(grade >= 2 for grade in grades.values()):
        return None
    from ir_measures import iter_calc  # noqa: PLC0415

    measures = _measures()
    run = {"q": {passage: float(len(ranked) - place) for place, passage in enumerate(ranked)}}
    if not run["q"]:
        return dict.fromkeys(NAMES, 0.0)
    names = {measure: name for name, measure in measures.items()}
    found = {names[metric.measure]: float(metric.value) for metric in iter_calc(list(names), {"q": dict(grades)}, run)}
    return {name: found.get(name, 0.0) for name in NAMES}
