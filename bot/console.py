"""What the commands share: settings and filters from the arguments, colour, and the progress bar."""

from __future__ import annotations

import argparse
import os
import shlex
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bot.settings import Settings, load_settings

if TYPE_CHECKING:
    from bot.answer import Filters
    from bot.wiring import Progress

ANSWERED, FAILED, MISUSED, ABSTAINED = 0, 1, 2, 3
"""The exit statuses of the command line."""


def settings(options: argparse.Namespace) -> Settings:
    """Return the settings, with the shelf that the arguments choose. Raises UsageError."""
    chosen = getattr(options, "corpus", None)
    return load_settings(corpus=tuple(chosen) if chosen else None)


def filters(options: argparse.Namespace) -> Filters | None:
    """Return the filters that the arguments set, or None. Raises UsageError."""
    from bot.filters import NAMES, parse_filters  # noqa: PLC0415

    given = {name: getattr(options, name) for name in NAMES if getattr(options, name, None)}
    return parse_filters(given) if given else None


def docs_command(options: argparse.Namespace) -> str:
    """Return the command that names what was left out of the shelf that the arguments choose."""
    chosen = getattr(options, "corpus", None) or ()
    return " ".join(("tenkyo docs", *(f"--corpus {shlex.quote(name)}" for name in chosen)))


def tell_left_out(count: int, lang: str, docs: str) -> None:
    """Say on standard error that files of the shelf were not asked, and which command says why."""
    from bot.messages import text  # noqa: PLC0415

    print(f"tenkyo: {text('left_out', lang, count=count, docs=docs)}", file=sys.stderr, flush=True)


def use_color() -> bool:
    """Say whether to use color: on a terminal, unless the person asks for none (no-color.org)."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


@contextmanager
def progress() -> Iterator[Progress]:
    """Show a progress bar on standard error while an index is built, and nothing where it is there already."""
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    bar = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
    tasks: dict[str, object] = {}

    def show(done: int, total: int, what: str) -> None:
        if not bar.live.is_started:
            bar.start()
        if what not in tasks:
            tasks[what] = bar.add_task(what, total=total)
        bar.update(tasks[what], completed=done, total=total)  # type: ignore[arg-type]  # a TaskID

    try:
        yield show
    finally:
        if bar.live.is_started:
            bar.stop()
