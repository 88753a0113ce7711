"""Paragraphs: how wrapped lines join, where one paragraph ends, and which two belong together across a page break.

Invariant: joining never adds a character. Between wide characters the line break is lifted; between words it stays
as the one separator.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.frequency import zipf
from corpus.structure.clipped import is_clipped
from corpus.structure.hangul import cuts_word
from corpus.structure.headings import atx, could_be_bare_heading, style
from corpus.structure.lines import (
    Line,
    Slice,
    ends_sentence,
    has_sentence,
    is_hangul,
    is_wide,
    open_bracket,
    whole,
    width,
)
from corpus.structure.lists import MARKED_STOP, item
from corpus.structure.people import morphemes

_CONTEXT = 12  # characters beside a break that tell whether a word is cut
LONG_LINE = 160  # columns: no file is wrapped as wide as this, so such a line is a paragraph
_EXPECTS_MORE = re.compile(
    r"(?:\S+\s+){5}.*\b(?:a|an|the|of|in|on|at|by|for|from|with|to|and|or|but|that|which|who|as|than|is|are|was|were|has|had)$",
    re.DOTALL,
)
_PARTICLES = "をにはがでとものへやかさしっくりれるてねばなよ"
_QUOTATION = re.compile(r"(?:^|\n)[「『][^\n]*[」』]$")  # lines that are somebody's words from end to end
_AFTER_QUOTATION = re.compile(r"[とはがをにのもでへ、。，．,.)）」』】]|など")
_NUMBER_CUT = (re.compile(r"[ぁ-ゖ一-鿿ァ-ヺー、，。：（「“]\d{1,3}$"), re.compile(r"\d{1,3}[一-鿿ぁ-ゖァ-ヺー、％%]"))
_COMMON = 3.5  # Zipf frequency of a word that no compound is taken for
_HYPHEN = re.compile(r"([A-Za-z]{2,})([-‐\u00ad])$")


def ends_paragraph(line: Line, following: Line, widest: int) -> bool:
    """Say whether a paragraph ends with ``line``, though the next line follows without a blank one."""
    text, after = line.text.rstrip(), following.text
    if re.match(r"\u3000\S", after) or (
        following.indent >= line.indent + 2 and not item(line.text) and ends_sentence(text)
    ):
        return True
    return ends_sentence(text) and width(text) < 0.7 * widest and widest >= 40


def torn_at_link(run: Sequence[Line], at: int) -> bool:
    """Say whether a line goes on the sentence above it: words that were a link, or what stands behind such.

    A Japanese sentence that has no end is followed by a few words, and these by a line that a particle opens; or it has
    begun so far that the particle itself shows it.
    """
    left = run[at - 1].text.strip()
    if not left or ends_sentence(left) or not is_wide(left[-1]):
        return False
    behind = run[at + 1].text if at + 1 < len(run) else ""
    words = run[at].text.strip()
    link = has_sentence(left) and width(words) <= _LINK and not has_sentence(words) and not ends_sentence(words)
    opened = at > 1 and not ends_sentence(run[at - 2].text.strip()) and has_sentence(run[at - 2].text)
    return (link and bool(_PARTICLE.match(behind))) or (opened and bool(_PARTICLE.match(run[at].text)))


_LINK = 60  # columns of words that were a link
_PARTICLE = re.compile(r"(?:では|には|とは|から|まで|より|[はがをにのもでとへや])(?=[、一-鿿ァ-ヺ「『（0-9０-９])")


def glue(left: Slice, right: Slice, words: frozenset[str] = frozenset()) -> tuple[Slice, str]:
    """Return the left line as it joins the right one (a hyphen of hyphenation lifted) and the separator that stays."""
    before, after = left.text, right.text
    if not before or not after:
        return left, ""
    if (match := _HYPHEN.search(before)) and after[0].islower():
        head = re.match(r"[A-Za-z]+", after)
        tail = head[0].lower() if head else ""
        compound = match[1].lower() in words and tail in words
        joined = (match[1] + tail).lower() in words
        hyphenated = f"{match[1]}-{tail}".lower() in words
        common = compound and zipf(match[1] + tail, "en") >= _COMMON  # though both parts are words: with-drawn
        if match[2] == "\u00ad" or joined or not (compound or hyphenated) or (common and not hyphenated):
            return Slice(left.line, left.start, left.end - 1), ""
        return left, ""
    number = _NUMBER_CUT[0].search(before) and _NUMBER_CUT[1].match(after)  # 今月2 | 7日
    wide = (is_wide(before[-1]) or is_wide(after[0])) and not re.search(r"://\S*$", before)
    return left, "" if cuts_word(before, after) or number or wide else "\n"


def join(slices: Sequence[Slice], words: frozenset[str] = frozenset()) -> tuple[tuple[Slice, ...], tuple[str, ...]]:
    """Return stripped, non-empty lines of one paragraph with the separators between them."""
    kept: list[Slice] = []
    seams: list[str] = []
    for piece in slices:
        if piece.end <= piece.start:
            continue
        if kept:
            hard = kept[-1].line.raw.rstrip("\r").endswith(("  ", "\\")) and not is_wide(kept[-1].text[-1:])
            kept[-1], seam = (kept[-1], "\n") if hard else glue(kept[-1], piece, words)
            seams.append(seam)
        kept.append(piece)
    return tuple(kept), tuple(seams)


def vocabulary(lines: Sequence[Line]) -> frozenset[str]:
    """Return the words of the document that are written in one line, lower case: evidence for hyphenation."""
    found: set[str] = set()
    for line in lines:
        tokens = re.findall(r"[A-Za-z]+(?:-[A-Za-z]+)*", line.text.rstrip())
        if line.text.rstrip().endswith(("-", "‐", "\u00ad")) and tokens:
            tokens.pop()
        found.update(token.lower() for token in tokens)
    return frozenset(found)


def goes_on(left: str, right: str, page_break: bool) -> bool:
    """Say whether a paragraph that ends with ``left`` goes on with ``right`` behind a page break.

    ``page_break`` says that a page number, running head, rule or form feed stands between them. Without one, the text
    itself must show it: a bracket left open, a sentence that has begun in the same paragraph, a broken word.
    """
    left, right = left.rstrip(), right.lstrip()
    if left.endswith((":", "：") if page_break else (":", "：", ";", "；")):
        return False
    spoken = _QUOTATION.search(left) and not _AFTER_QUOTATION.match(right)
    if not left or not right or ends_sentence(left) or spoken or (_opens_block(right) and not MARKED_STOP.match(right)):
        return False
    opened = open_bracket(left) and (len(left) >= 30 or page_break)
    if (
        right[0] in "、。，．,.)）」』】"
        or MARKED_STOP.match(right)
        or opened
        or (page_break and is_clipped(left, right))
    ):
        return True
    if _wide_at(left, -1) and _wide_at(right, 0):
        return _wide_goes_on(left, right, page_break)
    if is_hangul(left[-1]) or is_hangul(right[0]):
        whole = width(right) >= 30 or (page_break and ends_sentence(right))
        return (has_sentence(left) or (page_break and len(left) >= 30)) and whole
    return _latin_goes_on(left, right, page_break)


def _wide_at(text: str, at: int) -> bool:
    """Say whether a text is written without spaces where it ends or begins: figures in clauses are too."""
    if text[at].isascii() and text[at].isalnum():
        words = [char for char in text if char.isalpha()]
        return 2 * sum(map(is_wide, words)) > len(words) and bool(re.search("[。、，]", text))
    return is_wide(text[at])


def _latin_goes_on(left: str, right: str, page_break: bool) -> bool:
    if right[0].islower():
        return len(left.split()) >= 5 and (page_break or left[-1] in ",-" or has_sentence(left) or len(left) >= 60)
    if page_break and (len(left) >= 100 or _EXPECTS_MORE.search(left)):
        return True
    return (left[-1] in ",，" or (has_sentence(left) and len(left) >= 100)) and len(left.split()) >= 6


def _wide_goes_on(left: str, right: str, page_break: bool) -> bool:
    if not (has_sentence(right) or ends_sentence(right)) and width(right) < 60:
        return False
    if has_sentence(left) or left[-1] in "、，":
        return page_break or width(left) >= 40
    if page_break and width(left) > 60:  # no heading is as long
        return True
    clause = "、" in left or "，" in left
    kana = "\u3041" <= right[0] <= "\u3096"
    broken = (left[-1] in _PARTICLES and (kana or page_break)) or (kana and one_word(left, right))
    return clause and width(left) >= (40 if page_break else 50) and (broken or width(left) >= 120)


def one_word(left: str, right: str) -> bool:
    """Say whether the end of one text and the beginning of the other make a word of the dictionary together."""
    end, at = left[-_CONTEXT:], 0
    for surface, _, unknown in morphemes(end + right[:_CONTEXT]):
        if at < len(end) < at + len(surface):
            return not unknown
        at += len(surface)
    return False


def _opens_block(text: str) -> bool:
    """Say whether the text opens something of its own: a heading, an item, a list of cells."""
    first = text.split("\n", 1)[0]
    if atx(first) or item(first) or "\t" in first or first.startswith("|"):
        return True
    numbered = style(first)
    return (numbered is not None and len(first) <= 60 and not ends_sentence(first)) or (
        could_be_bare_heading(first) and width(first) <= 40 and not ends_sentence(first) and first[0].isupper()
    )


def stripped(lines: Sequence[Line]) -> list[Slice]:
    """Return the lines without the white space around them."""
    return [whole(line) for line in lines]
