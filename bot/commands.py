"""What each command does, one function a command, each returning the exit status.

Invariant: a command reads settings once, and imports what it needs when it needs it, so that `tenkyo docs` does not
pay for a vector store.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from pathlib import Path

from bot.console import ABSTAINED, ANSWERED, FAILED, docs_command, tell_left_out
from bot.console import filters as _filters
from bot.console import progress as _progress
from bot.console import settings as _settings
from bot.console import use_color as _color
from bot.docs_command import docs
from bot.note_commands import notes
from bot.settings import Settings
from bot.shelf_commands import add, index, remove, restore, withdraw
from corpus.errors import TenkyoError, UsageError

__all__ = [
    "add", "ask", "bench", "chat", "discord", "docs", "doctor", "evaluate", "gold", "index", "notes", "remove",
    "restore", "schema", "search", "verify", "withdraw",
]  # fmt: skip


def ask(options: argparse.Namespace) -> int:
    """Answer one question, or many with ``--jsonl``."""
    settings = _settings(options)
    if options.jsonl:
        if options.question:
            raise UsageError("ask --jsonl reads its questions from standard input; leave the question out")
        if _filters(options):
            raise UsageError('ask --jsonl takes filters with each question: {"turns": [...], "filters": {...}}')
        return _serve(settings)
    question = sys.stdin.read() if options.question == ["-"] else " ".join(options.question)
    if not question.strip():
        raise UsageError('ask needs a question: tenkyo ask "…"')
    from bot.messages import text  # noqa: PLC0415
    from bot.question import LONGEST_QUESTION  # noqa: PLC0415

    if len(question.strip()) > LONGEST_QUESTION:
        raise UsageError(text("too_long", settings.lang, limit=LONGEST_QUESTION))
    filters = _filters(options)
    from bot.wiring import open_assistant  # noqa: PLC0415

    with _progress() as progress:
        assistant = open_assistant(settings, progress)
    answer = assistant.ask(question, filters=filters)
    if answer.left_out:
        tell_left_out(answer.left_out, answer.lang, docs_command(options))
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
    from bot.wiring import open_live  # noqa: PLC0415

    with _progress() as progress:
        live = open_live(settings, progress)
    serve(live, sys.stdin.buffer, sys.stdout)
    return ANSWERED


def search(options: argparse.Namespace) -> int:
    """Show the hits for a question with their scores."""
    from bot.filters import matching, passage_kinds  # noqa: PLC0415
    from bot.wiring import open_index, open_shelf  # noqa: PLC0415
    from retrieval.retriever import Retriever  # noqa: PLC0415

    settings, filters = _settings(options), _filters(options)
    shelf = open_shelf(settings)
    documents = matching(filters, {document.id: document for document in shelf.documents}) if filters else None
    kinds = passage_kinds(filters) if filters else None
    with _progress() as progress:
        retriever = Retriever(open_index(settings, shelf, progress))
    if shelf.left_out:
        tell_left_out(len(shelf.left_out), settings.lang, docs_command(options))
    evidence = retriever.retrieve(" ".join(options.query), options.limit, kinds, documents=documents)
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
    there = {document.id: document for document in (*shelf.documents, *shelf.withdrawn)}
    problems = check_answer(answer, there, {document.id for document in shelf.withdrawn})
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
        from bot.wiring import open_live  # noqa: PLC0415

        return open_live(settings)  # no progress bar: it would write over the prompt

    return run(
        open_,
        lang=settings.lang,
        history_path=settings.state_dir / "history",
        color=_color(),
        docs=docs_command(options),
    )


def discord(options: argparse.Namespace) -> int:
    """Run the Discord bot until it is stopped."""
    settings = _settings(options)
    token = settings.discord_token.get_secret_value()
    if not token:
        raise UsageError("the Discord bot needs a token: set TENKYO_DISCORD_TOKEN in the environment or in .env")
    from bot.discord import run  # noqa: PLC0415
    from bot.wiring import open_live  # noqa: PLC0415

    with _progress() as progress:
        live = open_live(settings, progress)
    with live.edition() as edition:
        if left_out := len(edition.shelf.left_out):
            tell_left_out(left_out, settings.lang, docs_command(options))
    run(live, token, lang=settings.lang)
    return ANSWERED


def evaluate(options: argparse.Namespace) -> int:
    """Measure answers against gold questions; 1 when a gate is not met or the gold is at fault."""
    settings = _settings(options)
    if not settings.corpus and not options.gold:  # the shipped questions are put to the shipped documents
        settings = settings.model_copy(update={"corpus": ("demo",)})
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
