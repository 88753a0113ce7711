"""A run as a file: what was evaluated, with what, and what came out; read back as a baseline.

Invariant: of items of the held split a record keeps scores under a key that does not tell the item, unless the run was
told to show them, which the record then says.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

from bot.evaluation.gold import Gold
from bot.evaluation.runner import Outcome
from bot.evaluation.summary import Figure, causes, risk_points, summarise
from corpus.errors import UsageError

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Score:
    """One item's scores, for pairing runs; None where a measure does not apply."""

    success: float
    facts: float | None
    citation_precision: float | None
    abstained: bool


@dataclass(frozen=True)
class Record:
    """One run of one system over one gold file."""

    system: str
    version: str
    gold: str
    gold_sha256: str
    index: str
    settings: Mapping[str, str]
    selection: Mapping[str, Any]
    showed_held: bool
    figures: Mapping[str, Figure]
    causes: Mapping[str, int]
    risk: Sequence[tuple[float, float]]
    scores: Mapping[str, Score]
    items: Sequence[Mapping[str, Any]] = ()
    cold_start: float | None = None
    format: int = field(default=FORMAT)


def record(  # noqa: PLR0913  the parts of a record, each named where it is given
    system: str,
    gold: Gold,
    outcomes: Sequence[Outcome],
    *,
    settings: Mapping[str, str],
    selection: Mapping[str, Any],
    show_held: bool,
    cold_start: float | None = None,
) -> Record:
    """Return the record of a run; only items that may be shown are in it one by one."""
    judgements = [outcome.judgement for outcome in outcomes]
    generations = sorted({outcome.answer.index for outcome in outcomes if outcome.answer.index})
    return Record(
        system=system,
        version=version("tenkyo"),
        gold=Path(gold.path).name,
        gold_sha256=gold.sha256,
        index=" ".join(generations),
        settings=settings,
        selection=selection,
        showed_held=show_held,
        figures=summarise(judgements),
        causes=causes(judgements),
        risk=risk_points(judgements),
        scores={_key(outcome, show_held): _score(outcome) for outcome in outcomes},
        items=[_shown(outcome) for outcome in outcomes if show_held or outcome.item.split != "held"],
        cold_start=cold_start,
    )


def to_json(run: Record) -> str:
    """Write a record as JSON."""
    return json.dumps(asdict(run), ensure_ascii=False, indent=1)


def read_record(path: Path) -> Record:
    """Read a record back.

    Raises:
        UsageError: the file is not a record of this format.
    """
    try:
        read = json.loads(path.read_bytes())
        if read["format"] != FORMAT:
            raise UsageError(f"{path}: a record of format {read['format']}, this version reads {FORMAT}; run it again")
        read["figures"] = {name: Figure(**figure) for name, figure in read["figures"].items()}
        read["scores"] = {key: Score(**score) for key, score in read["scores"].items()}
        return Record(**read)
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror or error})") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(f"{path}: not a record that `tenkyo eval --json` wrote ({error})") from error


def _key(outcome: Outcome, show_held: bool) -> str:
    item = outcome.item
    if show_held or item.split != "held":
        return item.id
    return "held:" + hashlib.sha256(f"{item.id}\n{item.question}".encode()).hexdigest()[:16]


def _score(outcome: Outcome) -> Score:
    judged = outcome.judgement
    return Score(float(judged.success), judged.facts, judged.citation_precision, judged.abstained)


def _shown(outcome: Outcome) -> dict[str, Any]:
    judged = asdict(outcome.judgement)
    return {
        **judged,
        "turns": list(outcome.item.turns),
        "ideal": outcome.item.ideal,
        "short": outcome.answer.short.text if outcome.answer.short else None,
        "answer": outcome.answer.answer,
        "citations": [
            {"n": c.n, "doc": c.doc, "section": c.section, "quote": c.quote} for c in outcome.answer.citations
        ],
        "retrieved": [asdict(hit) for hit in outcome.retrieved],
    }
