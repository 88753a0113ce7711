"""What the REPL remembers and what it says to each line: no terminal, no thread, no clock.

Invariant: only answered questions become turns, in the order in which they were asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.answer import Answer, Filters
from bot.messages import text
from bot.render import plain, terminal
from corpus.errors import UsageError

COMMANDS = ("/new", "/sources", "/json", "/filter", "/help", "/quit")

_UNSAFE = re.compile(r"[\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


class Conversation:
    """The turns so far, the last answer, the filters, and the commands that show, set or forget them.

    ``ask`` answers a question given earlier ones, within filters; ``width`` says how many cells the terminal has now.
    """

    def __init__(
        self,
        ask: Callable[[str, tuple[str, ...], Filters | None], Answer],
        lang: str,
        width: Callable[[], int],
        color: bool,
    ) -> None:
        self.turns: tuple[str, ...] = ()
        self.last: Answer | None = None
        self.filters: Filters | None = None
        self._ask = ask
        self._lang = lang
        self._width = width
        self._color = color

    def reply(self, line: str) -> str | None:
        """Return what to print for a line: nothing for an empty one, None when it asks to leave.

        Raises whatever ``ask`` raises; the conversation is then as it was.
        """
        line = line.strip()
        if not line:
            return ""
        if line.startswith(("/", "／")):  # Japanese input methods type the wide one
            return self._command("/" + line[1:].strip())
        from bot.question import LONGEST_QUESTION  # noqa: PLC0415 - the prompt need not wait for it

        if len(line) > LONGEST_QUESTION:
            return text("too_long", self._lang, limit=LONGEST_QUESTION)
        answer = self._ask(line, self.turns, self.filters)
        self.turns, self.last = (*self.turns, line), answer
        return terminal.render(answer, self._width(), self._color)

    def _command(self, command: str) -> str | None:
        if command.split(maxsplit=1)[0] == "/filter":
            return self._filter(command.removeprefix("/filter"))
        match command:
            case "/quit":
                return None
            case "/help":
                said = text("repl_help", self._lang)
            case "/new":
                self.turns, self.last = (), None
                said = text("repl_new", self._lang)
            case "/sources" | "/json":
                said = self._again(command)
            case _:
                said = text("repl_unknown", self._lang, command=plain.clean(command))
        return said

    def _filter(self, given: str) -> str:
        """Set filters beside those set before, drop them with ``off``, and show which are on."""
        from bot.filters import NAMES, describe, parse_filters, read_pairs  # noqa: PLC0415

        if given.strip() == "off":
            self.filters = None
        elif given.strip():
            before = {name: getattr(self.filters, name) for name in NAMES} if self.filters else {}
            pairs = read_pairs(given)
            if not pairs:
                return text("repl_filter_form", self._lang, names=", ".join(NAMES))
            try:
                self.filters = parse_filters({**before, **pairs}) or None
            except UsageError as error:
                return plain.clean(str(error))
        if self.filters is None:
            return text("repl_no_filter", self._lang)
        return text("repl_filter", self._lang, filters=plain.clean(describe(self.filters)))

    def _again(self, command: str) -> str:
        if self.last is None:
            return text("repl_no_answer", self._lang)
        if command == "/json":
            return as_json(self.last)
        shown = terminal.footnotes(self.last, self._width(), self._color)
        return shown or text("repl_no_footnotes", self._lang)


def as_json(answer: Answer) -> str:
    """Return the answer as JSON that can be printed: what could act on a terminal is escaped."""
    from bot.wire import to_json  # noqa: PLC0415 - pydantic, which the prompt need not wait for

    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", to_json(answer))
