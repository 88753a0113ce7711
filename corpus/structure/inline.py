"""Markup inside a line: what it wraps stays, the signs themselves and note marks are lifted out.

Invariant: lifting only removes characters. Every character that stays keeps its place in the original.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from corpus.structure.lines import Line, Link, has_sentence
from corpus.structure.powers import figures, is_exponent

_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_QUOTED = re.compile(r"\s{0,3}((?:>[ \t]?)*>[ \t]?)(?=[^\s\d>]|\s*$)")
_COMMENT = re.compile(r"<!--.*?-->")
_SUP = re.compile(r"<sup\b[^>]*>\s*(.*?)\s*</sup>", re.IGNORECASE)
_RAISED = re.compile(  # as converters write what is raised: $^{1}$, and ^1^
    r"\$\s?(?:\{\}\s?)?\^\s?(?:\{\s?(?P<braced>[^{}$^]{1,12})\}|(?P<one>\d))\s?\$(?![A-Za-z])"
    r"|(?<![\w^\])])\^(?P<caret>[(（]?\d{1,3}(?:[,、–-]\d{1,3})*[)）]?)\^(?![\w^])"
    r"|(?<=[^\x00-\x7f])\^(?P<wide>[(（]?\d{1,3}(?:[,、–-]\d{1,3})*[)）]?)\^(?!\^)"
)
_NEAR = 8  # characters that show what a raised figure stands behind
_BASE = re.compile(r"(?<![A-Za-z0-9])[A-Za-z0-9]{1,2}\Z")  # mc$^2$
_BETWEEN = re.compile(r"\s?[、，,・˒]\s?")  # two marks in one place
_CARET = re.compile(r"\[\^([^\]\s。、]{1,30})\]")
_CARET_DEFINITION = re.compile(r"^\s{0,3}\[\^([^\]\s。、]{1,30})\]:\s*")
_TARGET = r"\(\s*(<[^<>]*>|[^()\s<>]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
_LINK = re.compile(r"(!?)\[((?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]" + _TARGET)
_LINK_TITLE = re.compile(r"[\"']([^\"']*)[\"']")
_AUTOLINK = re.compile(r"<((?:https?|ftp)://[^<>\s]+|mailto:[^<>\s]+|[\w.+-]+@[\w-]+\.[\w.-]+)>")
_TAG = re.compile(
    r"</?(?:a|abbr|b|big|blockquote|br|center|cite|code|del|div|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|q|rb|rp|rt|"
    r"ruby|s|section|small|span|strike|strong|sub|sup|tt|u|ul|wbr)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_SUPERSCRIPT = re.compile(r"⁽?[⁰¹²³⁴-⁹]+(?:[,，˒⁻–][⁰¹²³⁴-⁹]+)*⁾?")
_EMPHASIS = re.compile(r"(?<![A-Za-z0-9*\\])(\*{1,3})(?=[^\s*])((?:[^*]|(?<=\\)\*)+?)(?<=[^\s\\])\1(?![A-Za-z0-9*])")
_UNDERSCORE = re.compile(r"(?<![\w\\])(_{1,3})(?=[^\s_])([^_]+?)(?<=[^\s\\])\1(?!\w)")
_STRIKE = re.compile(r"~~(?=\S)(.+?)(?<=\S)~~")
_ESCAPE = re.compile(r"\\+(?=[!-/:-@\[\]^_`{}~|])")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_URL = re.compile(r"(?:https?|ftp)://[^\s<>「」『』（）、。]+")
_SQUARED = re.compile(r"(?<![A-Za-z])(?:[kcdmnμ]?m|ft|in|yd|mi|sec|s|[xynRr])$")
_MARKER = re.compile(
    r"^[\[(（［〔【⁽]*(?:注釈|脚注|尾注|注記|注|註|각주|주|note|n\.?)?\s*(\*+|[※＊*]?\d{1,3}|[a-z]|[ivx]{1,5}|[†‡§]+)[\])）］〕】⁾]*$",
    re.IGNORECASE,
)


def markers(text: str) -> tuple[str, ...]:
    """Return the note markers that a lifted mark prints: ``(2)`` → 2, ``1,3`` → 1 3, ``4–6`` → 4 5 6; else nothing."""
    inner = unicodedata.normalize("NFKC", re.sub(r"\\", "", text)).strip()
    found: list[str] = []
    for part in re.split(r"[,、;・˒]\s*|\s+", inner):
        ends = re.fullmatch(r"[\[(]*(\d{1,3})\s*[-–—~〜]\s*(\d{1,3})[\])]*", part)
        if ends and 0 < int(ends[2]) - int(ends[1]) < 20:
            found.extend(str(number) for number in range(int(ends[1]), int(ends[2]) + 1))
        elif match := _MARKER.match(part):
            found.append(match[1].replace("＊", "*"))
        else:
            return ()
    return tuple(found)


def raised_markers(inner: str, before: str) -> tuple[str, ...]:
    """Return the markers of a superscript behind the text ``before``; nothing for m², 10⁶, 1st and the like."""
    if re.fullmatch(r"[a-z]{2,}", inner) or (re.fullmatch(r"\d+", inner) and _SQUARED.search(before)):
        return ()
    if is_exponent(inner, before):
        return ()
    return markers(inner)


class _Lifter:
    """Collects what is lifted from one line; ``gone[i]`` is set for a character that leaves."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.gone = bytearray(len(raw))
        self.kept = bytearray(len(raw))  # inside code: nothing more is lifted
        self.marks: list[tuple[int, str]] = []
        self.places: list[tuple[int, int]] = []  # of the marks as printed
        self.links: list[tuple[int, int, str]] = []
        self.emphasis: list[tuple[int, int]] = []

    def lift(self, start: int, end: int) -> None:
        for index in range(start, end):
            if not self.kept[index]:
                self.gone[index] = 1

    def keep(self, start: int, end: int) -> None:
        """Let nothing be lifted there any more."""
        self.kept[start:end] = b"\1" * (end - start)

    def free(self, start: int, end: int) -> bool:
        return not any(self.kept[start:end]) and not self.gone[start]

    def mark(self, start: int, end: int, names: tuple[str, ...]) -> None:
        self.lift(start, end)
        self.places.append((start, end))
        self.marks.extend((start, name) for name in names)


def clean_line(number: int, start: int, raw: str, newline: int) -> Line:
    """Return the line that starts at original offset ``start`` with its inline markup lifted out."""
    lifter = _Lifter(raw)
    if quoted := _QUOTED.match(raw):
        lifter.lift(quoted.start(1), quoted.end())
    if any(sign in raw for sign in "`<[*_~^\\⁽⁰¹²³⁴⁵⁶⁷⁸⁹"):
        _lift_marks(lifter)
        _lift_links(lifter)
        _lift_between(lifter)
        _lift_emphasis(lifter)
    return _line(number, start, raw, newline, lifter)


def verbatim_line(number: int, start: int, raw: str, newline: int) -> Line:
    """Return a line in which nothing is markup (inside a code fence)."""
    return _line(number, start, raw, newline, _Lifter(raw))


def _line(number: int, start: int, raw: str, newline: int, lifter: _Lifter) -> Line:
    if raw.endswith("\r"):
        lifter.gone[-1] = 1
    keep = [index for index in range(len(raw)) if not lifter.gone[index]]
    text = "".join(raw[index] for index in keep)
    at = (*(start + index for index in keep), start + len(raw))
    place = [0] * (len(raw) + 1)
    for index in range(len(raw)):
        place[index + 1] = place[index] + (not lifter.gone[index])
    marks = tuple((place[index], name) for index, name in sorted(lifter.marks, key=lambda mark: mark[0]))
    links = tuple(Link(place[a], place[b], url, _ESCAPED.sub(r"\1", raw[a:b])) for a, b, url in sorted(lifter.links))
    bold = bool(re.fullmatch(r"\s*(\*\*|__)[^*_]+\1[:：]?\s*", raw))
    emphasis = tuple((place[a], place[b]) for a, b in sorted(lifter.emphasis))
    return Line(number, text, at, newline, marks, links, bold, raw, emphasis)


def _lift_marks(lifter: _Lifter) -> None:
    """Protect code, then lift comments and the marks that say by their form that they are marks."""
    raw = lifter.raw
    for match in _CODE.finditer(raw):
        lifter.lift(match.start(), match.start(2))
        lifter.lift(match.end(2), match.end())
        lifter.keep(*match.span(2))
    for match in _COMMENT.finditer(raw):
        if not has_sentence(match[0]):  # what someone wrote in a comment is not dropped
            lifter.lift(*match.span())
    for match in _SUP.finditer(raw):
        inner = _LINK.sub(lambda link: link[2], re.sub(r"<[^>]*>", "", match[1]))
        plain = lifter.free(*match.span()) and not has_sentence(match[0])
        names = raised_markers(inner, raw[: match.start()]) if plain else ()
        if names:
            lifter.mark(*match.span(), names)
        elif plain and is_exponent(inner, raw[: match.start()]):
            lifter.keep(*match.span())  # without its tags it would be part of its base
    if definition := _CARET_DEFINITION.match(raw):
        lifter.mark(*definition.span(), (definition[1],))
    for match in _CARET.finditer(raw):
        if lifter.free(*match.span()):
            lifter.mark(*match.span(), (match[1],))
    for match in _SUPERSCRIPT.finditer(raw):
        signed = raw[: match.start()].endswith(("⁻", "⁺"))
        before, raised = raw[: match.start() - signed], figures(raw[match.start() - signed : match.end()])
        if lifter.free(*match.span()) and not _SQUARED.search(before) and not is_exponent(raised, before):
            names = markers(match[0].replace("⁻", "-"))
            lifter.mark(*match.span(), names) if names else None
    for match in _RAISED.finditer(raw):
        inner = match["braced"] or match["one"] or match["caret"] or match["wide"]
        before = raw[max(match.start() - _NEAR, 0) : match.start()]
        plain = lifter.free(*match.span()) and not _BASE.search(before)
        names = raised_markers(inner, before) if plain else ()
        lifter.mark(*match.span(), names) if names else None
    _lift_between(lifter)


def _lift_between(lifter: _Lifter) -> None:
    """Lift the comma between two marks of one place (¹、²): it parts them, not the words around them."""
    places = sorted(lifter.places)
    for (_, end), (start, last) in pairwise(places):
        behind = lifter.raw[last : last + 1]
        if end < start and _BETWEEN.fullmatch(lifter.raw, end, start) and not (behind.isascii() and behind.isalpha()):
            lifter.lift(end, start)


def _lift_links(lifter: _Lifter) -> None:
    """Lift brackets, targets, image signs, angle brackets and tags; keep the words."""
    raw = lifter.raw
    for match in _LINK.finditer(raw):
        if not lifter.free(*match.span()):
            continue
        target = match[3].strip("<>")
        if has_sentence(_URL.sub("", target)):
            continue
        names = markers(match[2]) if "#" in target and not match[1] else ()
        if names and not re.fullmatch(r"[a-z]+", match[2]):
            lifter.mark(*match.span(), names)
        elif match[2].strip() in ("↩", "↩︎", "^", "↑", "⏎"):
            lifter.lift(*match.span())
        else:
            lifter.lift(match.start(), match.start(2))
            words = _LINK_TITLE.search(raw, match.end(3), match.end())
            lifter.lift(match.end(2), words.start(1) if words and has_sentence(words[0]) else match.end())
            lifter.lift(words.end(1) if words else match.end(), match.end())
            if re.match(r"(?:https?|ftp)://|www\.", target) and not match[1]:
                lifter.links.append((match.start(2), match.end(2), target.replace("\\", "")))
    for match in _AUTOLINK.finditer(raw):
        if lifter.free(*match.span()):
            lifter.lift(match.start(), match.start() + 1)
            lifter.lift(match.end() - 1, match.end())
            lifter.links.append((match.start() + 1, match.end() - 1, match[1].replace("\\", "")))
    for match in _TAG.finditer(raw):
        if has_sentence(_URL.sub("", match[0])):
            continue
        if _BREAK.fullmatch(match[0]) and _needs_break(raw, *match.span()):
            continue  # lifting it would run two words together
        lifter.lift(*match.span())


def _needs_break(raw: str, start: int, end: int) -> bool:
    return raw[start - 1 : start].isascii() and raw[start - 1 : start].isalnum() and raw[end : end + 1].isalnum()


def _lift_emphasis(lifter: _Lifter) -> None:
    """Lift emphasis signs, strike-through and backslashes before punctuation."""
    raw = lifter.raw
    addresses = [match.span() for match in _URL.finditer(raw)]
    for pattern in (_EMPHASIS, _EMPHASIS, _UNDERSCORE, _STRIKE):
        for match in pattern.finditer(raw):
            size = len(match[1]) if pattern is not _STRIKE else 2
            inside = any(a <= match.start() < b or a < match.end() <= b for a, b in addresses)
            if lifter.free(match.start(), match.start() + size) and not inside:
                lifter.lift(match.start(), match.start() + size)
                lifter.lift(match.end() - size, match.end())
                if pattern is not _STRIKE:
                    lifter.emphasis.append((match.start() + size, match.end() - size))
    pipes = bool(re.search(r"(?<!\\)\|", raw))
    for match in _ESCAPE.finditer(raw):
        if not (pipes and raw[match.end() : match.end() + 1] == "|"):
            lifter.lift(*match.span())
    if raw.rstrip().endswith("\\") and raw.strip() != "\\":
        lifter.lift(len(raw.rstrip()) - 1, len(raw.rstrip()))
