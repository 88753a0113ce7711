"""What each command does, one function a command, each returning the exit status.

Invariant: a command reads settings once, and imports what it needs when it needs it, so that `tenkyo docs` does not
pay for a vector store.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from bot.settings import Settings, load_settings
from corpus.errors import TenkyoError, UsageError

if TYPE_CHECKING:
    from bot.wiring import Progress

ANSWERED, FAILED, MISUSED, ABSTAINED = 0, 1, 2, 3


def _settings(options: argparse.Namespace) -> Settings:
    chosen = getattr(options, "corpus", None)
    return load_settings(corpus=tuple(chosen) if chosen else None)


def _color() -> bool:
    """Say whether to use color: on a terminal, unless the person asks for none (no-color.org)."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


@contextmanager
def _progress() -> Iterator[Progress]:
    """Show a progress bar on standard error while an index is built, and nothing where it is there already."""
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
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


def ask(options: argparse.Namespace) -> int:
    """Answer one question, or many with ``--jsonl``."""
    settings = _settings(options)
    if options.jsonl:
        if options.question:
            raise UsageError("ask --jsonl reads its questions from standard input; leave the question out")
        return _serve(settings)
    question = sys.stdin.read() if options.question == ["-"] else " ".join(options.question)
    if not question.strip():
        raise UsageError('ask needs a question: tenkyo ask "…"')
    from bot.wiring import open_assistant  # noqa: PLC0415

    with _progress() as progress:
        assistant = open_assistant(settings, progress)
    answer = assistant.ask(question)
    if options.json:
        from bot.wire import to_json  # noqa: PLC0415

        print(to_json(answer))
    else:
        from bot.render.terminal import render  # noqa: PLC0415

        width = min(shutil.get_terminal_size().columns, 100)
        print(render(answer, width=width, color=_color()))
    return ABSTAINED if answer.abstained else ANSWERED


def _serve(settings: Settings) -> int:
    from bot.jsonl import serve  # noqa: PLC0415
    from bot.wiring import open_assistant  # noqa: PLC0415

    with _progress() as progress:
        assistant = open_assistant(settings, progress)
    serve(assistant, sys.stdin.buffer, sys.stdout)
    return ANSWERED


def index(options: argparse.Namespace) -> int:
    """Build the index now and say what it holds."""
    from bot.wiring import open_index, open_shelf  # noqa: PLC0415

    settings = _settings(options)
    shelf = open_shelf(settings)
    _complain_of_skipped(shelf.skipped)
    with _progress() as progress:
        built = open_index(settings, shelf, progress)
    from bot.messages import text  # noqa: PLC0415

    passages = sum(len(document.passages) for document in shelf.documents)
    print(text("index_ready", settings.lang, documents=len(shelf.documents), passages=passages))
    print(built.generation)
    built.close()
    return ANSWERED


def search(options: argparse.Namespace) -> int:
    """Show the hits for a question with their scores."""
    from bot.wiring import open_index, open_shelf  # noqa: PLC0415
    from retrieval.retriever import Retriever  # noqa: PLC0415

    settings = _settings(options)
    with _progress() as progress:
        retriever = Retriever(open_index(settings, open_shelf(settings), progress))
    evidence = retriever.retrieve(" ".join(options.query), limit=options.limit)
    for hit in evidence.hits:
        passage = hit.passage
        if options.json:
            found = {
                "rank": hit.rank,
                "score": round(hit.score, 4),
                "similarity": round(hit.similarity, 4),
                "lexical": round(hit.lexical, 4),
                "coverage": round(hit.coverage, 4),
                "passage": passage.id,
                "doc": passage.doc,
                "kind": passage.kind,
                "section": list(passage.section),
                "start": passage.start,
                "end": passage.end,
                "text": passage.text,
            }
            print(json.dumps(found, ensure_ascii=False))
        else:
            where = " ／ ".join((passage.doc, *passage.section))
            print(f"{hit.rank:2}. {hit.score:.2f}  {where}  ({passage.kind})\n    {' '.join(passage.text.split())}")
    return ANSWERED if evidence.hits else ABSTAINED


def docs(options: argparse.Namespace) -> int:
    """List the documents, and what was left out and why."""
    from bot.wiring import open_shelf  # noqa: PLC0415

    shelf = open_shelf(_settings(options))
    for document in shelf.documents:
        kinds = [passage.kind for passage in document.passages]
        damaged = sum(note.damaged for note in document.notes)
        if options.json:
            described = {
                "id": document.id,
                "title": document.title,
                "author": document.author,
                "date": document.date,
                "publisher": document.publisher,
                "lang": document.lang,
                "passages": {kind: kinds.count(kind) for kind in dict.fromkeys(kinds)},
                "notes": len(document.notes),
                "damaged_notes": damaged,
                "tables": len(document.tables),
                "unsourced": document.unsourced,
                "sha256": document.sha256,
                "path": document.path,
            }
            print(json.dumps(described, ensure_ascii=False))
        else:
            by = ", ".join(part for part in (document.author, document.date, document.publisher) if part)
            print(f"{document.id}  {document.title}" + (f"  ({by})" if by else ""))
            counts = f"passages {len(kinds)}, tables {len(document.tables)}, notes {len(document.notes)}"
            print(f"    {counts}" + (f" ({damaged} damaged)" if damaged else ""))
    _complain_of_skipped(shelf.skipped)
    return ANSWERED


def _complain_of_skipped(skipped: tuple[object, ...]) -> None:
    for item in skipped:
        print(f"tenkyo: left out {item.path}: {item.reason}", file=sys.stderr)  # type: ignore[attr-defined]


def verify(options: argparse.Namespace) -> int:
    """Check every footnote and statement of a saved answer; 0 when all hold, 1 when one does not."""
    from bot.verify import check_answer  # noqa: PLC0415
    from bot.wire import from_json  # noqa: PLC0415
    from bot.wiring import open_shelf  # noqa: PLC0415

    try:
        text = sys.stdin.read() if options.answer == "-" else Path(options.answer).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{options.answer}: cannot be read ({error})") from error
    answer = from_json(text, options.answer)
    shelf = open_shelf(_settings(options))
    problems = check_answer(answer, {document.id: document for document in shelf.documents})
    for problem in problems:
        print(f"[{problem.citation}] {problem.what}" if problem.citation else problem.what)
    if problems:
        return FAILED
    spans = sum(len(citation.spans) for citation in answer.citations)
    print(f"verified: {len(answer.statements)} statements, {len(answer.citations)} footnotes, {spans} spans")
    return ANSWERED


def schema(_options: argparse.Namespace) -> int:
    """Print the JSON Schema of an answer."""
    from bot.wire import schema_json  # noqa: PLC0415

    print(schema_json())
    return ANSWERED


def doctor(options: argparse.Namespace) -> int:
    """Check this installation, the shelf and the index, after repairs if asked; 0 when a question can be answered."""
    from bot.doctor import examine, repair  # noqa: PLC0415

    settings = _settings(options)
    try:
        for done in repair(settings) if options.repair else ():
            print(f"DID  {done}")
    except (TenkyoError, OSError) as error:
        print(f"tenkyo: not all could be repaired: {error}", file=sys.stderr)
    findings = examine(settings)
    for finding in findings:
        print(f"{'ok  ' if finding.well else 'BAD '} {finding.what}")
    return ANSWERED if all(finding.well for finding in findings) else FAILED


def chat(options: argparse.Namespace) -> int:
    """Run the REPL; the assistant loads behind the prompt."""
    from bot.repl import Assistant, run  # noqa: PLC0415

    settings = _settings(options)

    def open_() -> Assistant:
        from bot.wiring import open_assistant  # noqa: PLC0415

        return open_assistant(settings)  # no progress bar: it would write over the prompt

    return run(open_, lang=settings.lang, history_path=settings.state_dir / "history", color=_color())


def discord(options: argparse.Namespace) -> int:
    """Run the Discord bot until it is stopped."""
    settings = _settings(options)
    token = settings.discord_token.get_secret_value()
    if not token:
        raise UsageError("the Discord bot needs a token: set TENKYO_DISCORD_TOKEN in the environment or in .env")
    from bot.discord import run  # noqa: PLC0415
    from bot.wiring import open_assistant  # noqa: PLC0415

    with _progress() as progress:
        assistant = open_assistant(settings, progress)
    run(assistant, token, lang=settings.lang)
    return ANSWERED


def evaluate(options: argparse.Namespace) -> int:
    """Measure answers against gold questions; 1 when a gate is not met or the gold is at fault."""
    settings = _settings(options)
    from bot.evaluation import command  # noqa: PLC0415

    if options.check_gold:
        return command.check(options, settings)
    with _progress() as progress:
        if options.benchmark:
            return command.benchmark(options, settings, progress)
        return command.evaluate(options, settings, progress)


def gold(options: argparse.Namespace) -> int:
    """Draft a gold item from a question or from a saved answer, and say what is left to do by hand."""
    from bot.evaluation.drafting import add_draft  # noqa: PLC0415
    from bot.wire import from_json  # noqa: PLC0415
    from bot.wiring import open_assistant  # noqa: PLC0415

    settings = _settings(options)
    if options.question == ["-"]:
        answer = from_json(sys.stdin.read(), "standard input")
    elif options.question:
        with _progress() as progress:
            answer = open_assistant(settings, progress).ask(" ".join(options.question), tuple(options.turn))
    else:
        raise UsageError('gold add needs a question, or `-` to read an answer: tenkyo gold add --gold FILE "…"')
    print(add_draft(answer, options.gold))
    return ANSWERED


def bench(options: argparse.Namespace) -> int:
    """Measure the index against a plain LlamaIndex pipeline."""
    from bot.bench.plot import svg  # noqa: PLC0415
    from bot.bench.report import table  # noqa: PLC0415
    from bot.bench.run import SIZES, measured  # noqa: PLC0415

    run = measured(options.size or SIZES, options.seed, lambda what: print(what, file=sys.stderr))
    if options.svg:
        options.svg.write_text(svg(run), encoding="utf-8")
    print(run.to_json() if options.json else table(run))
    return ANSWERED
