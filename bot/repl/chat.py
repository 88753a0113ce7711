"""`tenkyo chat`: a prompt over an assistant that loads behind it; on a pipe, one question a line.

Invariant: importing this file loads neither prompt_toolkit nor the assistant. Answers go to the output, errors to
standard error.
"""

from __future__ import annotations

import contextlib
import logging
import sys
from collections.abc import Callable, Iterable
from io import TextIOBase
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, cast

from bot.answer import Answer, Filters
from bot.console import tell_left_out
from bot.messages import text
from bot.render import plain
from bot.repl.conversation import COMMANDS, Conversation
from bot.repl.worker import Assistant, Worker, result
from corpus.errors import FilterError, TenkyoError, UsageError

if TYPE_CHECKING:
    from prompt_toolkit import PromptSession
    from prompt_toolkit.history import History
    from prompt_toolkit.input import Input

_PROMPT = "> "
_PIPE_WIDTH = 80  # cells
_WIDEST = 100  # cells; longer lines are hard to follow
_INTERRUPTED = 130  # the shell's exit status for Ctrl-C

_log = logging.getLogger(__name__)


def run(  # noqa: PLR0913 - all but the first are keywords: the streams, and how to show
    open_assistant: Callable[[], Assistant],
    *,
    lang: str,
    history_path: Path,
    input: TextIO | Input | None = None,
    output: TextIO | None = None,
    color: bool = False,
    docs: str = "tenkyo docs",
) -> int:
    """Converse until the person leaves, and return the exit status.

    ``input`` is a stream or a prompt_toolkit input and defaults to standard input; a stream that is no terminal is
    read line by line, without a prompt. ``open_assistant`` is called once, in a background thread. ``color`` allows
    bold and dim where the output is a terminal. ``docs`` is the command that says what was left out of the shelf, which
    is told with the first answer and again when the number has changed.

    The status is 0; 2 where the assistant could not be loaded because of a setting, 1 where it could not for another
    reason or, on a pipe, a question failed; 130 where a pipe was interrupted.
    """
    written = output or sys.stdout
    worker = Worker(open_assistant)
    stream = sys.stdin if input is None else input
    if isinstance(stream, TextIOBase):
        if not stream.isatty():
            return _from_pipe(stream, _Asking(worker, lang, docs), written)
        session = _session(worker, None, lang, history_path)  # prompt_toolkit opens the terminal itself
    else:
        session = _session(worker, cast("Input", stream), lang, history_path)
    return _at_prompt(session, _Asking(worker, lang, docs, written), written, color and written.isatty())


class _Asking:
    """Asks the worker, telling ``waiting`` that it still loads, and standard error how much it was not given."""

    def __init__(self, worker: Worker, lang: str, docs: str, waiting: TextIO | None = None) -> None:
        self.worker, self.lang = worker, lang
        self._docs, self._waiting = docs, waiting
        self._left_out = 0

    def __call__(self, question: str, turns: tuple[str, ...], filters: Filters | None) -> Answer:
        """Wait for an answer, or raise what it failed with."""
        if self._waiting and not self.worker.ready.done():
            _say(text("loading", self.lang), self._waiting)
        result(self.worker.ready)
        answer = result(self.worker.ask(question, turns, filters))
        if answer.left_out != self._left_out:
            self._left_out = answer.left_out
            tell_left_out(answer.left_out, self.lang, self._docs)
        return answer


def _from_pipe(source: Iterable[str], ask: _Asking, output: TextIO) -> int:
    """Answer one line after the other."""
    worker, lang = ask.worker, ask.lang
    talk = Conversation(ask, lang, lambda: _PIPE_WIDTH, color=False)
    worker.start()
    status = 0
    try:
        for line in source:
            try:
                said = talk.reply(line)
            except Exception as error:
                status = _report(error, lang)
                if _failure(worker):
                    return status
                status = 1
                continue
            if said is None:
                break
            if said:
                _say(f"{said}\n", output)
    except KeyboardInterrupt:
        return _INTERRUPTED
    return status


def _at_prompt(session: PromptSession[str], ask: _Asking, output: TextIO, color: bool) -> int:
    """Answer what is typed; Ctrl-C clears the line or stops waiting, Ctrl-D leaves."""
    worker, lang = ask.worker, ask.lang

    def width() -> int:
        return min(session.app.output.get_size().columns, _WIDEST)

    talk = Conversation(ask, lang, width, color)
    _say(f"{text('repl_welcome', lang)}\n", output)
    while True:
        try:
            line = session.prompt(_PROMPT)
        except KeyboardInterrupt:
            continue
        except EOFError:  # Ctrl-D, or `_session` closed the prompt because the assistant cannot be loaded
            failure = _failure(worker)
            return _report(failure, lang) if failure else 0
        try:
            said = talk.reply(line)
        except KeyboardInterrupt:
            said = text("repl_stopped", lang)
        except Exception as error:
            status = _report(error, lang)
            if _failure(worker):
                return status
            continue
        if said is None:
            return 0
        if said:
            _say(f"\n{said}\n", output)


def _session(worker: Worker, source: Input | None, lang: str, history_path: Path) -> PromptSession[str]:
    """Build a prompt that starts the worker once it is on the screen, and closes if the worker fails to load."""
    from prompt_toolkit import PromptSession  # noqa: PLC0415 - a third of a second that a pipe need not wait
    from prompt_toolkit.completion import WordCompleter  # noqa: PLC0415
    from prompt_toolkit.shortcuts import CompleteStyle  # noqa: PLC0415

    session: PromptSession[str] = PromptSession(
        history=_history(history_path, lang),
        completer=WordCompleter(list(COMMANDS), sentence=True),
        complete_style=CompleteStyle.READLINE_LIKE,  # on Tab; a menu would keep eight lines free below the prompt
        input=source,
    )
    app = session.app
    app.after_render += lambda _: worker.start()

    def close() -> None:
        if app.is_running and not app.is_done:
            app.exit(exception=EOFError)

    def loaded(_: object) -> None:
        if _failure(worker) and app.loop:
            with contextlib.suppress(RuntimeError):  # the loop was closed meanwhile: the next question tells
                app.loop.call_soon_threadsafe(close)

    worker.ready.add_done_callback(loaded)
    return session


def _history(path: Path, lang: str) -> History:
    """Open the history file, readable by its owner alone; go on without one where it cannot be written."""
    from prompt_toolkit.history import FileHistory, InMemoryHistory  # noqa: PLC0415

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        with path.open("ab"):
            pass
    except OSError as error:
        _say(text("repl_no_history", lang, path=path, detail=error.strerror), sys.stderr)
        return InMemoryHistory()
    return FileHistory(str(path))


def _failure(worker: Worker) -> BaseException | None:
    """Return what kept the assistant from loading, if it is known by now that something did."""
    return worker.ready.exception() if worker.ready.done() else None


def _report(error: BaseException, lang: str) -> int:
    """Show an error on standard error, and return the exit status it stands for."""
    known = isinstance(error, TenkyoError)
    detail = str(error) if known else f"{type(error).__name__}: {error}"
    if isinstance(error, FilterError):
        detail = text("filter_none", lang, filters=error.filters, nearest=error.nearest)
    if not known:
        _log.debug("unexpected error", exc_info=error)
    shown = "\n".join(map(plain.clean, detail.splitlines()))
    _say(text("error" if known else "unexpected", lang, detail=shown), sys.stderr)
    return 2 if isinstance(error, UsageError) else 1


def _say(words: str, stream: TextIO) -> None:
    print(words, file=stream, flush=True)
