"""Names of columns that ran together in one line: 地区2022年2023年増減率うち外国人, Commodity20212022Change (%).

Invariant: a name is a slice of the line; the line is cut only before and behind what can only be a name by itself (a
year, a change, a share), at wide space, and between a small and a capital letter. One name too few is no harm: the
figures then do not fit.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from corpus.structure.glued.told import stub, told_names
from corpus.structure.lines import Slice, strip
from corpus.structure.signs import fold_signs

_ASIDE = r"(?:\s?[(\[][^()\[\]]{1,16}[)\]]|\s?%)?"
_TIME = (
    r"(?:(?:令和|平成|昭和|大正|明治)\s?(?:元|\d{1,2})|R\d{1,2}(?=年)|(?:FY\s?)?(?:1[89]|20)\d\d)"
    r"(?:年度?|년도?)?(?:\s?\d{1,2}\s?[月월])?|(?<!\d)1?\d\s?[月월]|第?[1-4一二三四]四半期|[1-4]분기|Q[1-4](?!\d)"
)
TIME = re.compile(_TIME)
RATE = (
    r"対?(?:前|当初)?(?:年|期|月|回|年度)?(?:同[期月年])?(?:増減|増加|減少|伸び|伸|成長|上昇|変化)率|(?:対?前(?:年|期|月|回|年度)(?:同[期月])?)比"
    r"|構成[比率]|割合|シェア|比率|占有率|同比|环比|增(?:减|長|长)[率幅]|占比|比重|증감[률율]|증가[율률]|구성비|비중|비율|성장률|전년\s?대비"
    r"|(?:%|Per ?cent(?:age)?|Annual|Year-on-year)?\s?[Cc]hange|Growth(?: rate)?|Share(?: of total)?"
)
_OTHER = r"差引?(?:増減)?|増減[数額]?|증감|增减|Difference|Diff\."
_SEXES = r"総数(?=男|女)|男(?:性|子)?(?=女)|(?<=男)女|(?<=男[性子])女[性子]?"
_CERTAIN = re.compile(rf"(?:{_TIME}|{RATE}|{_OTHER}|{_SEXES}){_ASIDE}")
_RATE = re.compile(rf"{RATE}|%")
_BORDER = re.compile(r"(?<=[a-z)\]])(?=[A-Z])|(?<=[)\]])(?=[^\W\d_])|(?<=[^\W\d_])(?=うち|内訳)|[ \t]{2,}")


class Header(NamedTuple):
    """The name of the rows, if one stands there, and those of the columns."""

    stub: Slice
    names: tuple[Slice, ...]


def rate_columns(names: Sequence[str]) -> frozenset[int]:
    """Return which columns are named as rates or shares, which do not add up."""
    return frozenset(n for n, name in enumerate(names) if _RATE.search(fold_signs(name)))


def header(piece: Slice, around: Sequence[str]) -> Header | None:
    """Return the names that a line holds, or None where nothing in it can only be the name of a column.

    ``around`` are the lines before it, among them the caption, which may tell what the rows are (地区別…).
    """
    folded = fold_signs(piece.text)
    found = list(_CERTAIN.finditer(folded))
    cuts: list[tuple[int, int]] = []
    if not found:
        cuts = _chunk(folded, 0, len(folded))
        whole = cuts and folded[slice(*cuts[0])].endswith((")", "]"))  # a unit: it names a column, too
        if len(cuts) > 1 and whole and (stop := stub(folded[slice(*cuts[0])], around)) is not None:
            at = cuts[0][0] + stop
            return _made(piece, (cuts[0][0], at), [(at, cuts[0][1]), *cuts[1:]])
        if len(cuts) > 2 and not re.search(r"[a-z)] (?=[A-Z])|[a-z] [a-z]", folded):  # StateMaleFemaleTotal
            return _made(piece, cuts[0], cuts[1:])
        return _made(piece, told[0], told[1:]) if (told := told_names(folded, around)) else None
    at = 0
    for match in found:
        start = _with_word(folded, at, match.start(), found)
        cuts += _chunk(folded, at, start)
        cuts.append((start, match.end()))
        at = match.end()
    cuts += _chunk(folded, at, len(folded))
    if not cuts or _CERTAIN.match(folded, cuts[0][0]):
        return _made(piece, (0, 0), cuts)
    first, rest = cuts[0], cuts[1:]
    if (stop := stub(folded[first[0] : first[1]], around)) is not None:
        rest = [(first[0] + stop, first[1]), *rest]
        first = (first[0], first[0] + stop)
    return _made(piece, first, rest)


def _made(piece: Slice, stub: tuple[int, int], names: Sequence[tuple[int, int]]) -> Header | None:
    if not names:
        return None
    slices = [strip(Slice(piece.line, piece.start + a, piece.start + b)) for a, b in (stub, *names)]
    return Header(slices[0], tuple(slices[1:]))


def _chunk(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the names between two certain ones."""
    edges = [start, *(edge for m in _BORDER.finditer(text, start, end) for edge in m.span()), end]
    pairs = [(edges[i], edges[i + 1]) for i in range(0, len(edges), 2)]
    return [(a, b) for a, b in pairs if text[a:b].strip(" \t/|")]


def _with_word(text: str, at: int, start: int, found: Sequence[re.Match[str]]) -> int:
    """Return where a name begins whose word stands before its year, a space between, as before another (Sales 2021)."""
    word = re.search(r"[A-Z][a-z]*(?: [a-z]+)* $", text[at:start])
    if not word:
        return start
    again = sum(text[: match.start()].endswith(word[0]) for match in found)
    return at + word.start() if again > 1 else start
