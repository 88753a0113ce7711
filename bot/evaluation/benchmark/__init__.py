"""A shelf of another world: a public question-answering set as documents, asked through the ordinary product."""

from bot.evaluation.benchmark.reading import Benchmark, BenchmarkPassage, BenchmarkQuestion, read_benchmark
from bot.evaluation.benchmark.result import BenchmarkResult
from bot.evaluation.benchmark.run import Parts, run_benchmark
from bot.evaluation.benchmark.shelf import write_shelf
from bot.evaluation.benchmark.table import render
from bot.evaluation.benchmark.withholding import Remaining, Withholding

__all__ = [
    "Benchmark",
    "BenchmarkPassage",
    "BenchmarkQuestion",
    "BenchmarkResult",
    "Parts",
    "Remaining",
    "Withholding",
    "read_benchmark",
    "render",
    "run_benchmark",
    "write_shelf",
]
