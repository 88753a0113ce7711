"""The commands that index and change the shelf: `index`, `add`, `remove`, `withdraw`, `restore`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from bot.console import ANSWERED, FAILED, progress, settings
from bot.docs_command import complain_of, counted, dated, headed, status
from bot.settings import Settings
from corpus.errors import ShelfError, TenkyoError, UsageError

if TYPE_CHECKING:
    from bot.library import Arrival
    from corpus.document import Document
    from corpus.shelf import Shelf


def index(options: argparse.Namespace) -> int:
    """Build the index now and say what it holds; 1 when something was left out.

    With ``--watch`` again whenever the shelf changes, until Ctrl-C.
    """
    from bot.wiring import open_shelf, shelf_state  # noqa: PLC0415

    chosen = settings(options)
    if not options.watch:
        shelf = open_shelf(chosen)
        _build(chosen, shelf)
        return status(shelf)
    from bot.watch import watch  # noqa: PLC0415

    last: Shelf | None = None

    def build() -> None:
        nonlocal last
        try:
            last = open_shelf(chosen, last)
            _build(chosen, last)
        except TenkyoError as error:  # the shelf may be put right again
            print(f"tenkyo: {error}", file=sys.stderr, flush=True)

    try:
        watch(lambda: shelf_state(chosen), build)
    except KeyboardInterrupt:
        print("tenkyo: no longer watching", file=sys.stderr)
    return ANSWERED


def _build(chosen: Settings, shelf: Shelf) -> None:
    from bot.messages import text  # noqa: PLC0415
    from bot.wiring import open_index  # noqa: PLC0415

    complain_of(shelf.skipped)
    with progress() as bar:
        built = open_index(chosen, shelf, bar)
    passages = sum(len(document.passages) for document in shelf.documents)
    print(text("index_ready", chosen.lang, documents=len(shelf.documents), passages=passages))
    print(built.generation, flush=True)
    built.close()


def add(options: argparse.Namespace) -> int:
    """Copy documents to the user's shelf and say what was understood of each; 1 when something was left out."""
    from bot.library import Library  # noqa: PLC0415

    chosen = settings(options)
    before = _is_default(chosen)
    added = Library(chosen.shelf_dir).add([Path(name) for name in options.path], dry_run=options.dry_run)
    for arrival in added.arrivals:
        _show(arrival, dry_run=options.dry_run)
    complain_of(added.left_out)
    if not options.dry_run and added.arrivals:
        _tell_default(chosen, before)
    return FAILED if added.left_out else ANSWERED


def _show(arrival: Arrival, *, dry_run: bool) -> None:
    would = {"added": "would add", "replaced": "would replace"} if dry_run else {}
    print(f"{would.get(arrival.change, arrival.change)}  {headed(arrival.document)}")
    print(f"    {counted(arrival.document)}")
    print(f"    {dated(arrival.document)}")
    if arrival.withdrawn:
        print(f"    stays withdrawn; `tenkyo restore {arrival.document.id}` has it quoted again")


def remove(options: argparse.Namespace) -> int:
    """Take documents off the user's shelf."""
    from bot.library import Library  # noqa: PLC0415

    chosen = settings(options)
    before = _is_default(chosen)
    _list("removed", Library(_own(chosen)).remove(options.id))
    _tell_default(chosen, before)
    return ANSWERED


def withdraw(options: argparse.Namespace) -> int:
    """Keep documents on the user's shelf but have them quoted no more."""
    from bot.library import Library  # noqa: PLC0415

    _list("withdrawn", Library(_own(settings(options))).withdraw(options.id))
    return ANSWERED


def restore(options: argparse.Namespace) -> int:
    """Have withdrawn documents quoted again."""
    from bot.library import Library  # noqa: PLC0415

    _list("restored", Library(_own(settings(options))).restore(options.id))
    return ANSWERED


def _own(chosen: Settings) -> Path:
    """Return the user's shelf. Raises UsageError where there is none yet."""
    if not chosen.shelf_dir.is_dir():
        raise UsageError(f"there is no shelf {chosen.shelf_dir} yet; `tenkyo add PATH` makes it")
    return chosen.shelf_dir


def _is_default(chosen: Settings) -> bool:
    """Say whether questions without ``--corpus`` are answered from the user's shelf."""
    from bot.places import shelf_roots  # noqa: PLC0415

    try:
        return shelf_roots(chosen) == (chosen.shelf_dir,)
    except ShelfError:  # a shelf is set that is not there
        return False


def _tell_default(chosen: Settings, before: bool) -> None:
    """Say where questions are answered from, where that has changed or may surprise."""
    now = _is_default(chosen)
    if chosen.corpus and not now:
        print("tenkyo: TENKYO_CORPUS names another shelf; questions go there", file=sys.stderr)
    elif now != before:
        where = f"your shelf, {chosen.shelf_dir}" if now else "the shipped documents: your shelf is empty"
        print(f"Questions are now answered from {where}.")


def _list(what: str, documents: Iterable[Document]) -> None:
    for document in documents:
        print(f"{what}  {headed(document)}")
