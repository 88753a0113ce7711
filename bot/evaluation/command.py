"""`tenkyo eval`: which gold over which shelf by which systems, and what to do with the result.

Invariant: standard output holds the result and nothing else (with ``--json`` one object); progress and times go to
standard error.
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from pathlib import Path

from rich.console import Console, RenderableType

from bot.evaluation.comparison import Comparison, compare
from bot.evaluation.gold import Gold, GoldItem, read_gold
from bot.evaluation.opening import open_benchmark, open_system
from bot.evaluation.printing import (
    WIDTH,
    shown_comparison,
    shown_failures,
    shown_run,
    shown_systems,
    timing_line,
)
from bot.evaluation.record import Record, read_record, record, to_json
from bot.evaluation.runner import Outcome, run
from bot.evaluation.selection import read_gate, selected, unmet
from bot.places import DEMO
from bot.settings import Settings
from bot.wiring import open_index, open_shelf
from corpus.document import Document
from corpus.errors import UsageError

FAILED, DONE = 1, 0
_PLAINEST = "top-passage"
_BENCHMARK_SAMPLE = 300
Show = Callable[[int, int, str], None]


@dataclass(frozen=True)
class Run:
    """A record and what it was made from."""

    record: Record
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True)
class _Plan:
    options: argparse.Namespace
    settings: Settings
    show: Show


def evaluate(options: argparse.Namespace, settings: Settings, show: Show) -> int:
    """Run the evaluation that the options ask for; 1 when a gate is not met, else 0.

    Raises:
        UsageError: an option cannot be used, or the gold does not fit the shelf.
    """
    gates = [read_gate(text) for text in options.fail_under]
    before = read_record(options.baseline) if options.baseline else None
    gold, settings = _generated(options, settings) if options.tables else (_gold(options, settings), settings)
    items = selected(gold.items, options.only, options.sample, options.seed)
    documents = _fitting(items, settings, gold)
    open_index(settings, open_shelf(settings), show).close()  # once, before several processes want it
    names = _systems(options.compare)
    runs = [_run(name, gold, items, _Plan(options, settings, show)) for name in names]
    first = runs[0].record
    comparison = compare(before, first) if before else None
    differences = [compare(first, other.record) for other in runs[1:]]
    if options.report:
        _write_report(options.report, runs, comparison, documents)
    missed = unmet(gates, first.figures)
    if options.json:
        sys.stdout.write(to_json(first) + "\n")
    else:
        _print([each.record for each in runs], differences, comparison, str(options.baseline))
    if missed:
        Console(stderr=True, width=WIDTH, soft_wrap=True).print(shown_failures(missed))
    return FAILED if missed else DONE


def check(options: argparse.Namespace, settings: Settings) -> int:
    """Check a gold file against the shelf, one line for each fault; 1 when there is one."""
    from bot.evaluation.check import check_gold  # noqa: PLC0415

    path = gold_path(options, settings)
    faults = check_gold(path, {document.id: document for document in open_shelf(settings).documents})
    console = Console(width=WIDTH, highlight=False, soft_wrap=True, markup=False)
    for fault in faults:
        console.print(str(fault))
    if not faults:
        gold = read_gold(path)
        clusters = len({item.cluster for item in gold.items})
        console.print(f"{path.name}: {len(gold.items)} items about {clusters} facts, nothing wrong")
    return FAILED if faults else DONE


def benchmark(options: argparse.Namespace, settings: Settings, show: Show) -> int:
    """Put the product to a public benchmark as a shelf of another world."""
    from bot.evaluation.benchmark import read_benchmark, render, run_benchmark, write_shelf  # noqa: PLC0415

    read = read_benchmark(options.benchmark)
    directory = settings.state_dir / "benchmarks" / read.sha256[:12]
    write_shelf(read, directory)
    sample = _BENCHMARK_SAMPLE if options.sample is None else options.sample
    parts = open_benchmark(settings, directory, show)
    result = run_benchmark(read, parts, sample=sample, seed=options.seed, progress=show)
    if options.json:
        sys.stdout.write(result.to_json() + "\n")
    else:
        Console(width=WIDTH, highlight=False, markup=False).print(render(result))
    return DONE


def gold_path(options: argparse.Namespace, settings: Settings) -> Path:
    """Return the gold file: the one given, or the shipped one for the shipped shelf.

    Raises:
        UsageError: another shelf was chosen without its gold.
    """
    if options.gold:
        return Path(options.gold)
    if settings.corpus not in ((), (DEMO,)):
        raise UsageError(
            "the shipped gold is about the shipped documents; name the gold of this shelf with --gold FILE"
        )
    return Path(str(files("corpus") / "gold" / "demo.jsonl"))


def _gold(options: argparse.Namespace, settings: Settings) -> Gold:
    return read_gold(gold_path(options, settings))


def _generated(options: argparse.Namespace, settings: Settings) -> tuple[Gold, Settings]:
    """Write the generated tables to a shelf of their own; return their gold and the settings of that shelf."""
    from bot.evaluation.generated import make_shelf, write_shelf  # noqa: PLC0415

    if options.gold or options.corpus:
        raise UsageError("--tables makes its own shelf and gold; leave --corpus and --gold out")
    texts, items = make_shelf(options.seed or 1, options.tables)
    sha256 = hashlib.sha256("".join(f"{name}\n{text}" for name, text in sorted(texts.items())).encode()).hexdigest()
    directory = settings.state_dir / "tables" / sha256[:12]
    write_shelf(texts, directory)
    name = f"tables of seed {options.seed or 1}"
    return Gold(name, items, sha256), settings.model_copy(update={"corpus": (str(directory),)})


def _fitting(items: Sequence[GoldItem], settings: Settings, gold: Gold) -> dict[str, Document]:
    """Return the documents of the shelf. Raises UsageError for an item whose evidence is not in them."""
    from bot.evaluation.places import PlaceError, resolve  # noqa: PLC0415

    documents = {document.id: document for document in open_shelf(settings).documents}
    for item in items:
        try:
            resolve(item, documents)
        except PlaceError as error:
            raise UsageError(f"{gold.path}:{item.line}: {item.id}: {error}. Is this the gold of this shelf?") from error
    return documents


def _systems(compared: str | None) -> list[str]:
    """Return the systems to run, the one reported on first; the plainest is always among those compared."""
    if compared is None:
        return ["tenkyo"]
    names = [name.strip() for name in compared.split(",") if name.strip()]
    return list(dict.fromkeys((*(names or ["tenkyo"]), _PLAINEST)))


def _run(name: str, gold: Gold, items: Sequence[GoldItem], plan: _Plan) -> Run:
    """Put the items to one system."""
    options, settings = plan.options, plan.settings
    done = 0

    def step() -> None:
        nonlocal done
        done += 1
        plan.show(done, len(items), name)

    outcomes = run(items, partial(open_system, settings, name), options.jobs, step)
    made = record(
        name,
        gold,
        outcomes,
        settings={"embedding": settings.embedding, "reader": settings.reader, "lang": settings.lang},
        selection={"only": " ".join(options.only), "sample": options.sample, "seed": options.seed or None},
        show_held=options.show_held,
        cold_start=_cold_start(settings, items[0]) if name == "tenkyo" and not options.no_cold_start else None,
    )
    return Run(made, outcomes)


def _cold_start(settings: Settings, item: GoldItem) -> float:
    """Return the seconds that one question takes in a process of its own, the index being there."""
    command = [sys.executable, "-m", "bot", "ask", "--json", item.question]
    for root in settings.corpus:
        command += ["--corpus", root]
    started = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - started


def _write_report(
    path: Path, runs: Sequence[Run], comparison: Comparison | None, documents: dict[str, Document]
) -> None:
    from bot.evaluation.html import page  # noqa: PLC0415

    made = page([(each.record, each.outcomes) for each in runs], comparison, documents)
    try:
        path.write_text(made, "utf-8")
    except OSError as error:
        raise UsageError(f"{path}: the report cannot be written ({error.strerror or error})") from error


def _print(
    runs: Sequence[Record], differences: Sequence[Comparison], comparison: Comparison | None, baseline: str
) -> None:
    shown: list[RenderableType] = [shown_run(runs[0])]
    if len(runs) > 1:
        shown += ["", shown_systems(runs, differences)]
    if comparison:
        shown += ["", shown_comparison(comparison, baseline)]
    console = Console(width=WIDTH, highlight=False, markup=False)
    for part in shown:
        console.print(part)
    Console(stderr=True, width=WIDTH, highlight=False, markup=False).print(timing_line(runs[0]))
