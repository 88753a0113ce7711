"""EUC-JP with the characters that vendors added, as codecs: what Windows and the web write under that name.

Two forms differ in where the kanji that IBM added stand: ``cp51932`` has them in two bytes (rows 89 to 92, as NEC chose
them), ``eucjp-ms`` in three. Both have row 13 (①, Ⅳ, ㎏, ㈱). Importing the module makes the codecs known by name.

Invariant: bytes that plain EUC-JP can read mean what they mean there.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from functools import cache, partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

NAMES = ("eucjp-ms", "cp51932")
_ROW_OF_SIGNS = 13
_ROWS_OF_KANJI = range(89, 93)
_FIRST_OF_THREE = (0xF3, 0xF3)  # behind 8F
_OF_IBM = [(lead, trail) for lead in (0xFA, 0xFB, 0xFC) for trail in range(0x40, 0xFD) if trail != 0x7F]  # Shift_JIS
_FIRST_TWO_ONLY = "￢￤"  # which the form with three bytes has elsewhere
_IN_BOTH = "№"  # JIS X 0212 has it as well


@cache
def _decoding(name: str) -> Mapping[bytes, str]:
    """Return the characters that a form adds to EUC-JP, by their bytes."""
    rows = (_ROW_OF_SIGNS,) if name == "eucjp-ms" else (_ROW_OF_SIGNS, *_ROWS_OF_KANJI)
    found = {bytes((0xA0 + row, 0xA0 + cell)): _in_shift_jis(row, cell) for row in rows for cell in range(1, 95)}
    if name == "eucjp-ms":
        lead, trail = _FIRST_OF_THREE
        for char in _of_ibm():
            found[bytes((0x8F, lead, trail))] = char
            lead, trail = (lead, trail + 1) if trail < 0xFE else (lead + 1, 0xA1)
    return {spelled: char for spelled, char in found.items() if char}


def _in_shift_jis(row: int, cell: int) -> str:
    """Return the character at a place of the table of 94 by 94 as Windows fills it, or nothing."""
    lead = (row - 1) // 2 + (0x81 if row <= 62 else 0xC1)
    trail = (cell + 0x3F + (cell >= 0x40)) if row % 2 else cell + 0x9E
    return _of_windows(lead, trail)


def _of_windows(lead: int, trail: int) -> str:
    try:
        return bytes((lead, trail)).decode("cp932")
    except UnicodeDecodeError:
        return ""


def _of_ibm() -> list[str]:
    """Return the characters of IBM that JIS X 0212 lacks, in the order of Shift_JIS."""
    chars = [_of_windows(*code) for code in _OF_IBM]
    own = [char for char in chars if char in _IN_BOTH or not char.encode("euc_jp", "ignore")]
    return [char for char in own if char and char not in _FIRST_TWO_ONLY]


@cache
def _encoding(name: str) -> tuple[re.Pattern[str], Mapping[str, bytes]]:
    """Return the characters that a form adds, as a pattern, and their bytes: the shortest where there are two."""
    spelled = {char: code for code, char in sorted(_decoding(name).items(), key=lambda item: -len(item[0]))}
    return re.compile(f"([{re.escape(''.join(spelled))}])"), spelled


def _decode(name: str, data: ReadableBuffer, errors: str = "strict") -> tuple[str, int]:
    held = bytes(data)
    return held.decode("euc_jp", _handler(name, errors)), len(held)


def _encode(name: str, text: str, errors: str = "strict") -> tuple[bytes, int]:
    pattern, spelled = _encoding(name)
    parts = pattern.split(text)  # every second one is a character of the vendor's
    codes = (spelled[part] if at % 2 else part.encode("euc_jp", errors) for at, part in enumerate(parts))
    return b"".join(codes), len(text)


@cache
def _handler(name: str, errors: str) -> str:
    """Make known what to do with bytes that EUC-JP lacks, and return its name."""

    def read(error: UnicodeError) -> tuple[str | bytes, int]:
        if isinstance(error, UnicodeDecodeError):
            for size in (2, 3):
                if char := _decoding(name).get(error.object[error.start : error.start + size]):
                    return char, error.start + size
        return codecs.lookup_error(errors)(error)

    known = f"{name}-{errors}"
    codecs.register_error(known, read)
    return known


def _find(name: str) -> codecs.CodecInfo | None:
    known = next((one for one in NAMES if name.replace("_", "-") == one), None)
    return codecs.CodecInfo(partial(_encode, known), partial(_decode, known), name=known) if known else None


codecs.register(_find)
