"""Put any text into Discord's markdown so that it is read as it stands, and pings nobody.

Invariant: ``unescape(escape(text)) == text``, and no escaped text holds markup, a link or a mention.

A backslash makes Discord's parser take the sign after it literally (any sign but a letter, a digit or a space). The
server looks for @everyone, @here and ``<@id>`` before it parses markdown and does not know the backslash, so there a
zero width space follows the at sign. Nothing else is changed: no letters are replaced or dropped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from unicodedata import combining

LIMIT = 2000  # of one message, https://discord.com/developers/docs/resources/message#create-message
CUT = "…"

_MARKUP = re.compile(
    r"[\\*_`<]"  # emphasis, code, anything in angle brackets (mentions, timestamps, custom emoji, links)
    r"|~(?=~)|(?<=~)~|\|(?=\|)|(?<=\|)\|"  # strike-through and spoilers are runs of two
    r"|(?<=\])\("  # a masked link
    r"|:(?=//)"  # a bare link would be cut wrongly where it meets Japanese text, and shows a preview
    r"|:(?=[A-Za-z0-9_+~-]+:)"  # an emoji's short name
    r"|^(?P<indent>[^\S\n]*)(?P<block>[#>-]|\d+(?=\.\s))",  # heading, quote, list
    re.MULTILINE,
)
_MENTION = re.compile(r"@(?=\u200b*(?:everyone|here))|(?<=<)@(?=\u200b*[!&]?\d)")
_ESCAPED_MENTION = re.compile(r"@\u200b(?=\u200b*(?:everyone|here))|(?<=<)@\u200b(?=\u200b*[!&]?\d)")


def units(text: str) -> int:
    """Count UTF-16 units, the strictest of the ways in which Discord's programs count a message's length."""
    return len(text) + sum(character > "\uffff" for character in text)


def escape(text: str, *, opens_line: bool = True) -> str:
    """Return ``text`` so that Discord shows it as it stands; ``opens_line`` tells whether a line starts with it."""

    def backslash(found: re.Match[str]) -> str:
        sign = found["block"]
        if sign is None:
            return "\\" + found[0]
        if not (opens_line or found.start()):
            return found[0]
        # A digit cannot be escaped: the sign of a numbered list is the full stop after it.
        return f"{found['indent']}{sign}\\" if sign[0].isdigit() else f"{found['indent']}\\{sign}"

    return _MARKUP.sub(backslash, _MENTION.sub("@\u200b", text))


def unescape(text: str) -> str:
    """Return what was escaped: the inverse of `escape`, following the rule by which Discord reads a backslash."""
    return _ESCAPED_MENTION.sub("@", re.sub(r"\\([^0-9A-Za-z\s])", r"\1", text))


def one_line(text: str, room: int = LIMIT) -> str:
    """Escape ``text`` to follow others on a line, in ``room`` units; what does not fit is marked with ``…``."""
    flat = " ".join(text.split())

    def show(start: int, end: int) -> str:
        return escape(flat[start:end], opens_line=False) + (CUT if end < len(flat) else "")

    return next(wrap(flat, show, room))


def bold(text: str) -> str:
    """Return ``text`` escaped and bold, line by line (Discord's emphasis does not cross an empty line)."""
    return "\n".join(f"**{escape(line, opens_line=False)}**" if line.strip() else line for line in text.split("\n"))


def link(url: str, room: int) -> str:
    """Return a web address in angle brackets (clickable, without a preview), or as plain text when it is none."""
    if not re.match(r"https?://[^\s/]", url) or re.search(r"\s", url.strip()):
        return one_line(url, room)
    address = re.sub(r"[<>\\]", lambda sign: f"%{ord(sign[0]):02X}", url.strip())
    address = re.sub(r"@(?=everyone|here)", "%40", address)
    return f"<{address}>" if units(address) + 2 <= room else one_line(url, room)


def wrap(text: str, show: Callable[[int, int], str], room: int) -> Iterator[str]:
    """Yield ``text`` in rendered pieces of at most ``room`` units, in order and without loss.

    ``show(start, end)`` renders ``text[start:end]`` and marks the cuts; one character with its frame has to fit.
    """
    start = 0
    while True:
        end = len(text)
        while (size := units(piece := show(start, end))) > room and end - start > 1:
            end = _cut(text, start, start + max(1, min(end - start - 1, (end - start) * room // size)))
        yield piece
        if end == len(text):
            return
        start = end


def _cut(text: str, start: int, end: int) -> int:
    """Return a good place to cut at or before ``end``: a sentence's end, else a space, never inside a sign or mark."""
    earliest = start + max(1, (end - start) * 2 // 3)
    for boundary in ("\n", "。", ". ", "、", " "):
        at = text.rfind(boundary, earliest, end)
        if at >= 0:
            return at + len(boundary)
    opened = text.rfind("[", max(start + 1, end - 6), end)
    if opened >= 0 and text.find("]", opened, end) < 0:  # a citation mark stays whole
        return opened
    while end - 1 > start and (combining(text[end]) or text[end] in "\u200b\u200d\ufe0e\ufe0f"):
        end -= 1
    return end
