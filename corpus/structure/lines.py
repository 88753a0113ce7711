"""A line of the original without its markup, and stretches of such lines: what every structure rule looks at.

Invariant: each character of `Line.text` knows its place in the original (`Line.at`), so a rule that cuts a line
never loses where the cut stands.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

TERMINALS = frozenset("。．.!?！？…‥｡")
CLOSERS = frozenset("」』）)】〕］]》〉>”’\"'*＊")
BLANK = "\ufeff\u200b\x0c \t\r\n\u3000\xa0"
_OPEN_CLOSE = {"「": "」", "『": "』", "（": "）", "(": ")", "【": "】", "〔": "〕", "“": "”", "[": "]", "《": "》"}
_MARK_AT_END = re.compile(
    r"[。．.!?！？][」』”\"）)]*\s*(?:[（(\[［〔【](?:注|註|주|note\s)?\s*[0-9０-９]{1,3}[)）\]］〕】]|※[0-9０-９]{0,2})\s*$"
)
_SENTENCE_END = re.compile(
    r"[。！？｡]|[!?][)”\"’']*(?:\s|$)|[^\W\d_]{3}(?<!\b[Rr]ef)(?<!\b[Vv]ol)(?<!\b[Ff]ig)(?<!\b[Tt]el)(?<!\bNos)"
    r"[)\]”\"’']*(?:\s?\[\d{1,3}\])?\.[)”\"’']*(?:\s|$)"
    r"|[가-힣][)”\"’]*(?:\s?\[\d{1,3}\])?\.(?:\s|$)|"
    r"\d[%)]*\.(?:\s+[A-Z“\"]|$)"
)
_NUMBERED = re.compile(r"\s*\d{1,3}\.\s")  # the number of a list's item ends no sentence
_RESERVED = re.compile(  # nobody says it of anything
    r"(?:^\W*(?:[©ⓒ]|\(c\)|copyright\b)[^。!?]{1,80}?)?\ball rights reserved\W*$"
    r"|^\W*(?:[©ⓒ]|\(c\)|copyright\b)[^。!?]{1,40}\.\s?무단\s?(?:전재|복제|배포)[^.。!?]{0,20}금지\W*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Link:
    """A link in a line: its text stands at ``[start, end)`` of the line's clean text; ``printed`` is that text."""

    start: int
    end: int
    url: str
    printed: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    r"""One line of the original, markup lifted out.

    ``at[i]`` is the original offset of ``text[i]``; ``at`` has one more entry, the end of the line. ``marks`` are note
    marks that were lifted, each before character ``i`` of ``text``. ``newline`` is the offset of the line's ``\n``,
    or -1 on a last line without one. ``bold`` says that all of the line was emphasised, ``emphasis`` which stretches
    of ``text`` were.
    """

    number: int
    text: str
    at: tuple[int, ...]
    newline: int
    marks: tuple[tuple[int, str], ...] = ()
    links: tuple[Link, ...] = ()
    bold: bool = False
    raw: str = ""
    emphasis: tuple[tuple[int, int], ...] = ()

    @property
    def blank(self) -> bool:
        """Say whether the original line holds nothing but white space."""
        return not self.raw.strip(BLANK)

    @property
    def empty(self) -> bool:
        """Say whether nothing but white space is left of the line when its markup is lifted."""
        return not self.text.strip(BLANK)

    @property
    def indent(self) -> int:
        """Return the number of leading white-space characters of the clean text."""
        return len(self.text) - len(self.text.lstrip())


@dataclass(frozen=True, slots=True)
class Slice:
    """Characters ``[start, end)`` of a line's clean text."""

    line: Line
    start: int
    end: int

    @property
    def text(self) -> str:
        """Return the characters."""
        return self.line.text[self.start : self.end]

    @property
    def first(self) -> int:
        """Return the original offset of the first character."""
        return self.line.at[self.start]

    @property
    def last(self) -> int:
        """Return the original offset just behind the last character."""
        return self.line.at[self.end - 1] + 1 if self.end > self.start else self.first


def whole(line: Line) -> Slice:
    """Return the line without the white space around it."""
    return strip(Slice(line, 0, len(line.text)))


def strip(piece: Slice) -> Slice:
    """Return the slice without the white space around it."""
    start, end, text = piece.start, piece.end, piece.line.text
    while start < end and (text[start].isspace() or text[start] in "\ufeff\u200b"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "\ufeff\u200b"):
        end -= 1
    return Slice(piece.line, start, end)


def width(text: str) -> int:
    """Return the number of columns the text takes, wide characters counting two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" and ord(char) > 0x2E7F else 1 for char in text)


def is_wide(char: str) -> bool:
    """Say whether a character belongs to a script written without spaces (Han, kana and their punctuation)."""
    code = ord(char)
    return 0x2E80 <= code <= 0x33FF or 0x3400 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or 0xFF01 <= code <= 0xFF9F


def is_kana(char: str) -> bool:
    """Say whether a character is hiragana or katakana."""
    return "\u3041" <= char <= "\u30ff" and char != "・"


def is_hangul(char: str) -> bool:
    """Say whether a character is a Korean syllable or letter."""
    return "\uac00" <= char <= "\ud7a3" or "\u1100" <= char <= "\u11ff" or "\u3130" <= char <= "\u318f"


def ends_sentence(text: str) -> bool:
    """Say whether the text closes a sentence: its last sign, brackets and a note mark aside, is a full stop."""
    if _MARK_AT_END.search(text):
        return True
    end = len(text)
    while end and (text[end - 1] in CLOSERS or text[end - 1].isspace()):
        end -= 1
    return bool(end) and text[end - 1] in TERMINALS


def has_sentence(text: str) -> bool:
    """Say whether a sentence ends somewhere in the text (a decimal point or an abbreviation does not count)."""
    item, reserved = _NUMBERED.match(text), _RESERVED.search(text)
    end = reserved.start() if reserved else len(text)
    return bool(_SENTENCE_END.search(text, item.end() if item else 0, end))


def open_bracket(text: str) -> bool:
    """Say whether a bracket that the text opens is still open at its end."""
    return any(text.count(opener) > text.count(closer) for opener, closer in _OPEN_CLOSE.items())


def split_outside_brackets(text: str, separators: str) -> list[tuple[int, int]]:
    """Return the stretches between separators that stand outside brackets, in order."""
    depth, start, parts = 0, 0, []
    closers = frozenset(_OPEN_CLOSE.values())
    for index, char in enumerate(text):
        if char in _OPEN_CLOSE:
            depth += 1
        elif char in closers:
            depth = max(depth - 1, 0)
        elif char in separators and not depth:
            parts.append((start, index))
            start = index + 1
    parts.append((start, len(text)))
    return parts
