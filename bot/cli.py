"""The command line: reads arguments, calls one function of the product, prints, and returns an exit status.

Invariant: 0 answered (also partly, also chat), 3 abstained, 2 usage or configuration, 1 failure. What is asked for
goes to standard output; progress and complaints go to standard error.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from corpus.errors import TenkyoError, UsageError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    from bot import commands  # noqa: PLC0415  keeps `tenkyo --help` quick

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = _parser().parse_args(arguments)
    try:
        return int(getattr(commands, options.function or options.command)(options))
    except UsageError as error:
        print(f"tenkyo: {error}", file=sys.stderr)
        return 2
    except TenkyoError as error:
        print(f"tenkyo: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # the reader has seen enough, as with `| head`
        sys.stderr.close()
        return 0


def _parser() -> argparse.ArgumentParser:
    shelf = argparse.ArgumentParser(add_help=False)
    shelf.add_argument(
        "--corpus",
        action="append",
        metavar="DIR",
        help="the shelf: a directory or file; repeatable; 'demo' is the shipped one",
    )
    parser = argparse.ArgumentParser(
        prog="tenkyo", description="Ask a shelf of documents; every statement has a footnote."
    )
    parser.add_argument("--version", action="version", version=version("tenkyo"))
    parser.set_defaults(function="")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    filters = _filter_options()
    ask = commands.add_parser("ask", parents=[shelf, filters], help="ask one question, or serve questions with --jsonl")
    ask.add_argument("question", nargs="*", help="the question; '-' reads it from standard input")
    form = ask.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print one JSON object (see `tenkyo schema`)")
    form.add_argument("--jsonl", action="store_true", help='read lines {"turns": [...]} and answer one line each')

    search = commands.add_parser("search", parents=[shelf, filters], help="show the passages that bear on a question")
    search.add_argument("query", nargs="+")
    search.add_argument("--limit", type=_positive, default=10, metavar="N")
    search.add_argument("--json", action="store_true", help="print one JSON object for each hit")
    _add_shelf(commands, shelf)
    verify = commands.add_parser("verify", parents=[shelf], help="check a saved answer against the documents")
    verify.add_argument("answer", help="a file made by `tenkyo ask --json`; '-' reads standard input")
    commands.add_parser("schema", help="print the JSON Schema of an answer")
    doctor = commands.add_parser("doctor", parents=[shelf], help="check this installation, the shelf and the index")
    doctor.add_argument("--repair", action="store_true", help="do what is safe first, and say what was done")
    commands.add_parser("chat", parents=[shelf], help="ask in a conversation")
    commands.add_parser("discord", parents=[shelf], help="run the Discord bot (needs TENKYO_DISCORD_TOKEN)")
    _add_evaluation(commands, shelf)
    _add_bench(commands)
    return parser


def _add_bench(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `bench`."""
    bench = commands.add_parser("bench", help="measure the index against a plain LlamaIndex pipeline")
    bench.add_argument(
        "--size", action="append", type=_positive, metavar="N", help="passages; repeatable; default: 100, 1000, 10000"
    )
    bench.add_argument("--seed", type=int, default=0, help="of the documents")
    bench.add_argument("--json", action="store_true", help="print the run as one JSON object")
    bench.add_argument("--svg", type=Path, metavar="FILE", help="write a plot")


def _filter_options() -> argparse.ArgumentParser:
    """Return the options that narrow what may be quoted (`bot.filters`)."""
    options = argparse.ArgumentParser(add_help=False)
    group = options.add_argument_group("filters", "quote only from documents and passages that pass all of them")
    group.add_argument("--document", action="append", metavar="ID", help="this document; repeatable")
    group.add_argument("--author", metavar="NAME", help="documents of this author; part of the name will do")
    group.add_argument("--kind", action="append", metavar="KIND", help="prose, row, note or heading; repeatable")
    group.add_argument("--since", metavar="DATE", help="documents of this date or later: 2025, 2025-09 or 2025-09-03")
    group.add_argument("--until", metavar="DATE", help="documents of this date or earlier")
    return options


def _add_shelf(commands: argparse._SubParsersAction[argparse.ArgumentParser], shelf: argparse.ArgumentParser) -> None:
    """Add the commands that show and change the shelf."""
    index = commands.add_parser("index", parents=[shelf], help="build the index now")
    index.add_argument("--watch", action="store_true", help="again whenever the shelf changes, until Ctrl-C")
    docs = commands.add_parser(
        "docs", parents=[shelf], help="list the documents and what was left out and why, or look at one"
    )
    docs.add_argument("id", nargs="?", metavar="ID", help="show outline, tables and notes of this document")
    form = docs.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print one JSON object for each document")
    form.add_argument("--issues", action="store_true", help="with ID: what to look at before trusting it, and why")
    form.add_argument("--html", type=Path, metavar="FILE", help="with ID: write it as a page that can be linked into")
    notes = commands.add_parser(
        "notes", parents=[shelf], help="list the primary sources the documents name, or all that rests on one"
    )
    notes.add_argument("source", nargs="*", metavar="URL|PUBLISHER", help="part of an address, publisher or title")
    notes.add_argument("--json", action="store_true", help="print one JSON object for each source")
    add = commands.add_parser("add", help="copy documents to your shelf (TENKYO_SHELF_DIR)")
    add.add_argument("path", nargs="+", metavar="PATH", help="a document, or a folder with documents")
    add.add_argument("--dry-run", action="store_true", help="only say what would be added, and what left out")
    for name, what in (
        ("remove", "take documents off your shelf"),
        ("withdraw", "keep documents on your shelf, but quote them no more"),
        ("restore", "quote withdrawn documents again"),
    ):
        commands.add_parser(name, help=what).add_argument("id", nargs="+", metavar="ID", help="as `tenkyo docs` shows")


def _add_evaluation(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], shelf: argparse.ArgumentParser
) -> None:
    """Add `eval` and `gold`."""
    gold = argparse.ArgumentParser(add_help=False)
    gold.add_argument("--gold", type=Path, metavar="FILE", help="gold questions and answers; default: the shipped ones")
    measure = commands.add_parser("eval", parents=[shelf, gold], help="measure answers against gold questions")
    measure.set_defaults(function="evaluate")
    measure.add_argument(
        "--only",
        action="extend",
        nargs="+",
        default=[],
        metavar="KEY=VALUE,…",
        help="category, lang, split, id (a* is a prefix)",
    )
    measure.add_argument("--sample", type=_positive, metavar="N", help="N items drawn at random")
    measure.add_argument("--seed", type=int, default=0, help="of --sample, --tables and --benchmark")
    measure.add_argument("--jobs", type=_positive, default=1, metavar="N", help="so many processes")
    measure.add_argument("--compare", metavar="A,B", help="systems side by side, the first is reported on")
    measure.add_argument("--baseline", type=Path, metavar="FILE", help="a run saved with --json, to compare with")
    measure.add_argument("--report", type=Path, metavar="FILE", help="write one HTML page with every item")
    measure.add_argument(
        "--fail-under", action="append", default=[], metavar="NAME=X", help="exit 1 below, e.g. success[table]=0.9"
    )
    measure.add_argument("--show-held", action="store_true", help="show items of the held split; the record says so")
    measure.add_argument("--no-cold-start", action="store_true", help="do not time a question in a process of its own")
    form = measure.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print the run as one JSON object")
    form.add_argument("--check-gold", action="store_true", help="check the gold file against the documents, and stop")
    other = measure.add_mutually_exclusive_group()
    other.add_argument("--benchmark", type=Path, metavar="FILE", help="JSQuAD or JaQuAD as a shelf instead")
    other.add_argument("--tables", type=_positive, metavar="N", help="N questions over generated tables instead")

    write = commands.add_parser("gold", help="write gold questions").add_subparsers(
        dest="action", required=True, metavar="ACTION"
    )
    add = write.add_parser("add", parents=[shelf], help="draft an item from a question, or from a saved answer")
    add.add_argument("question", nargs="*", help="the question; '-' reads an answer of `tenkyo ask --json`")
    add.add_argument("--gold", type=Path, required=True, metavar="FILE", help="the file to add the draft to")
    add.add_argument("--turn", action="append", default=[], metavar="QUESTION", help="an earlier turn; repeatable")


def _positive(value: str) -> int:
    if not value.isdecimal() or int(value) < 1:
        raise argparse.ArgumentTypeError(f"{value!r} is not a whole number from 1")
    return int(value)
