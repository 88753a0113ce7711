"""The command line: reads arguments, calls one function of the product, prints, and returns an exit status.

Invariant: 0 answered (also partly, also chat), 3 abstained, 2 usage or configuration, 1 failure. What is asked for
goes to standard output; progress and complaints go to standard error.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib.metadata import version

from corpus.errors import TenkyoError, UsageError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    from bot import commands  # noqa: PLC0415  keeps `tenkyo --help` quick

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = _parser().parse_args(arguments)
    try:
        return int(getattr(commands, options.command.replace("-", "_"))(options))
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
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    ask = commands.add_parser("ask", parents=[shelf], help="ask one question, or serve questions with --jsonl")
    ask.add_argument("question", nargs="*", help="the question; '-' reads it from standard input")
    form = ask.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print one JSON object (see `tenkyo schema`)")
    form.add_argument("--jsonl", action="store_true", help='read lines {"turns": [...]} and answer one line each')

    commands.add_parser("index", parents=[shelf], help="build the index now")
    search = commands.add_parser("search", parents=[shelf], help="show the passages that bear on a question")
    search.add_argument("query", nargs="+")
    search.add_argument("--limit", type=_positive, default=10, metavar="N")
    search.add_argument("--json", action="store_true", help="print one JSON object for each hit")
    docs = commands.add_parser(
        "docs", parents=[shelf], help="list the documents of the shelf, and what was left out and why"
    )
    docs.add_argument("--json", action="store_true", help="print one JSON object for each document")
    verify = commands.add_parser("verify", parents=[shelf], help="check a saved answer against the documents")
    verify.add_argument("answer", help="a file made by `tenkyo ask --json`; '-' reads standard input")
    commands.add_parser("schema", help="print the JSON Schema of an answer")
    commands.add_parser("doctor", parents=[shelf], help="check this installation, the shelf and the index")
    commands.add_parser("chat", parents=[shelf], help="ask in a conversation")
    commands.add_parser("discord", parents=[shelf], help="run the Discord bot (needs TENKYO_DISCORD_TOKEN)")
    return parser


def _positive(value: str) -> int:
    if not value.isdecimal() or int(value) < 1:
        raise argparse.ArgumentTypeError(f"{value!r} is not a whole number from 1")
    return int(value)
