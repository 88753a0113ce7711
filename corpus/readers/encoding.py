"""Which encoding a text file is in: a byte order mark, else UTF-8, else the one in which its characters make sense.

Invariant: a file is read only when every one of its bytes can be read, and when encoding the text again gives as many
bytes, so that every character knows its place. No encoding is taken because it merely decodes: the characters must be
as frequent as they are in Japanese, Chinese or Korean.
"""

from __future__ import annotations

import codecs
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from corpus import vendor_eucjp
from corpus.errors import DocumentError
from corpus.readers.opening import signature

_MARKS = (  # the longer before the shorter, which it begins with
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CANDIDATES = {  # encoding → languages that are written in it
    "cp932": ("ja",), "euc_jp": ("ja",), "eucjp-ms": ("ja",), "cp51932": ("ja",), "cp949": ("ko",),
    "gb18030": ("zh",), "big5": ("zh",),
    "utf-16-le": ("ja", "ko", "zh"), "utf-16-be": ("ja", "ko", "zh"),
}  # fmt: skip
_NAMES = {
    "cp932": "Shift_JIS", "euc_jp": "EUC-JP", "eucjp-ms": "EUC-JP", "cp51932": "EUC-JP", "cp949": "EUC-KR",
    "gb18030": "GB18030", "big5": "Big5",
}  # fmt: skip
_OF_ANY_PAIR = ("gb18030", "big5")  # almost any two bytes are a character: they read what is something else, damaged
_SENSE = -12.5
"""Mean log probability of a character: text of any length lies above -10.5, what was decoded wrongly below -14.5."""
_UNSEEN = -16.0
_SIGN = -5.0  # full-width punctuation, letters and figures, which no list of words has
_NARROW = -2.0  # what a half-width kana is rarer than a full one: EUC-JP read as Shift_JIS has many
_SIGNS = re.compile(
    r"[\u2010-\u203b\u2190-\u22ff\u25a0-\u25ff\u3000-\u303f\u30fb\u30fc\uff01-\uff5e\uffe0-\uffe6\xa0-\xb7]"
)
_SAMPLE = 20_000  # characters that are looked at
_WRONG = re.compile(r"[\x80-\x9f\uf8f0-\uf8f3]")  # what Python makes of bytes that Shift_JIS does not have
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x19\x1c-\x1f]")  # 1A ends old files, 1B is seen to before


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, its encoding (a codec's name), and the bytes that a byte order mark takes."""

    text: str
    encoding: str
    skip: int


def decoded(path: Path, data: bytes, declared: str = "") -> Decoded:
    """Return the bytes as text; ``declared`` is the encoding that the file says it has, tried before all but UTF-8.

    Raises DocumentError, with file, line and byte and what to do, for bytes that cannot be read, and for what is no
    text.
    """
    if (known := signature(data))[0]:
        raise DocumentError(f"{path}: line 1, byte 1: this is {known[0]}, not text; {known[1]}")
    encoding, skip = _by_mark(data)
    if not encoding and b"\x1b$" in data and data.isascii():
        hint = f"convert it with: iconv -f ISO-2022-JP -t UTF-8 '{path.name}'"
        raise DocumentError(f"{path}: {_place(data, data.index(0x1B))}: ISO-2022-JP (JIS), which is not read; {hint}")
    if not encoding and (b"\x00" not in data or not _utf16(data)):
        encoding = _without_mark(path, data, declared)
    elif not encoding:
        encoding = _utf16(data)
    try:
        text = data[skip:].decode(encoding)
    except UnicodeDecodeError as error:
        name = _NAMES.get(encoding, encoding.upper())
        raise _unreadable(path, data, error.start + skip, name, encoding) from error
    _check(path, data, Decoded(text, encoding, skip))
    return Decoded(text, encoding, skip)


def language(encoding: str) -> str:
    """Return the one language that an encoding is used for, or nothing."""
    langs = _CANDIDATES.get(encoding, ())
    return langs[0] if len(langs) == 1 else ""


def _by_mark(data: bytes) -> tuple[str, int]:
    return next(((name, len(mark)) for mark, name in _MARKS if data.startswith(mark)), ("", 0))


def _utf16(data: bytes) -> str:
    """Return the UTF-16 that bytes without a byte order mark are in by the places of their zeros, or nothing."""
    even, odd = data[0:_SAMPLE:2].count(0), data[1:_SAMPLE:2].count(0)
    if len(data) % 2 or not even + odd:
        return ""
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    if min(even, odd) * 20 > max(even, odd):
        return ""
    text = data[: len(data[:_SAMPLE]) // 2 * 2].decode(encoding, "replace")
    return "" if _CONTROLS.search(text) or "\ufffd" in text[:-1] or _sense(text, encoding) < _SENSE else encoding


def _without_mark(path: Path, data: bytes, declared: str) -> str:
    """Return the encoding of bytes that no mark names."""
    try:
        data.decode("utf-8")
        return "utf-8"
    except UnicodeDecodeError as error:
        broken = error
    whole, torn = _utf8_sequences(data)
    if whole >= 3 * torn:
        raise _unreadable(path, data, broken.start, "UTF-8", "utf-8") from broken
    for name in (declared, *_wider(declared)):
        if name and _decodes(data, name):
            return name
    ranked = sorted(_ranked(data), reverse=True)
    damaged = sorted(_torn(data), reverse=True)
    meant = next((one for one in damaged if _NAMES.get(declared) == _NAMES[one[1]]), None)
    if not meant and damaged and (not ranked or (ranked[0][1] in _OF_ANY_PAIR and ranked[0][0] < damaged[0][0])):
        meant = damaged[0]
    if meant:
        raise _unreadable(path, data, meant[2], _NAMES[meant[1]], meant[1]) from broken
    if ranked and ranked[0][0] >= _SENSE:
        return ranked[0][1]
    hint = f"convert it with: iconv -f ENCODING -t UTF-8 '{path.name}'"
    tried = ", ".join(("UTF-8", "UTF-16", *dict.fromkeys(_NAMES.values())))
    raise DocumentError(
        f"{path}: {_place(data, broken.start)}: not readable as {tried}; {hint}, or remove it if it is no text"
    ) from broken


def _utf8_sequences(data: bytes) -> tuple[int, int]:
    """Return how many characters beyond ASCII are whole UTF-8, and how many bytes are of none."""
    text = data.decode("utf-8", "surrogateescape")
    torn = sum("\udc80" <= char <= "\udcff" for char in text)
    return sum(char > "\x7f" for char in text) - torn, torn


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def _ranked(data: bytes) -> Iterator[tuple[float, str]]:
    plain = _decodes(data, "euc_jp")
    for encoding in _CANDIDATES:
        if (encoding.startswith("utf-16") and _mostly_ascii(data)) or (plain and encoding in vendor_eucjp.NAMES):
            continue
        if _decodes(data, encoding):
            text = data.decode(encoding)
            if not _CONTROLS.search(text):
                yield _sense(text, encoding), encoding


def _mostly_ascii(data: bytes) -> bool:
    """Say whether bytes spell text in ASCII, whose pairs are ideographs in UTF-16: a file with few torn bytes."""
    sample = data[:_SAMPLE]
    return 10 * sum(0x20 <= byte < 0x7F or byte in b"\t\n\r" for byte in sample) > 9 * len(sample)


def _wider(encoding: str) -> tuple[str, ...]:
    """Return the forms of an encoding that vendors added characters to and that bear its name."""
    return vendor_eucjp.NAMES if encoding == "euc_jp" else ()


def _torn(data: bytes) -> Iterator[tuple[float, str, int]]:
    """Yield the encodings in which all but a few bytes make sense, how much, and the first byte that does not."""
    for encoding in _NAMES:
        text = data.decode(encoding, "replace")
        if text.count("\ufffd") <= max(3, len(text) // 500) and not _CONTROLS.search(text):
            try:
                data.decode(encoding)
            except UnicodeDecodeError as error:
                if (sense := _sense(text, encoding)) >= _SENSE:
                    yield sense, encoding, error.start


def _sense(text: str, encoding: str) -> float:
    """Return how probable the characters beyond ASCII are in a language of the encoding, as a mean logarithm."""
    chars = [char for char in unicodedata.normalize("NFKC", text[:_SAMPLE]) if char > "\x7f"]
    if not chars:
        return 0.0
    narrow = _NARROW * sum("\uff66" <= char <= "\uff9f" for char in text[:_SAMPLE]) / len(chars)
    if encoding == "big5":
        chars = list(_simplified("".join(chars)))
    return narrow + max(
        sum(_SIGN if _SIGNS.match(char) else _frequencies(lang).get(char, _UNSEEN) for char in chars) / len(chars)
        for lang in _CANDIDATES.get(encoding, ("ja",))
    )


@cache
def _frequencies(lang: str) -> Mapping[str, float]:
    """Return the log probability of each character beyond ASCII, from the words of wordfreq (Speer 2022)."""
    from wordfreq import get_frequency_dict  # noqa: PLC0415  a slow import that UTF-8 need not pay

    counts: Counter[str] = Counter()
    for word, frequency in get_frequency_dict(lang, wordlist="small").items():
        for char in word:
            if char > "\x7f":
                counts[char] += frequency  # type: ignore[assignment]  # a Counter adds floats as well
    total = sum(counts.values())
    return {char: math.log(count / total) for char, count in counts.items()}


def _simplified(text: str) -> str:
    from opencc import OpenCC  # noqa: PLC0415  its tables take a tenth of a second

    return str(OpenCC("t2s").convert(text))


def _check(path: Path, data: bytes, found: Decoded) -> None:
    """Raise DocumentError for text that holds a zero, as no text does, or would not lead back to its bytes."""
    if "\x00" in found.text:
        at = found.skip + len(found.text[: found.text.index("\x00")].encode(found.encoding))
        place = _place(data, at, found)
        raise DocumentError(f"{path}: {place}: a zero byte; this is not a text file, convert it first")
    if found.encoding in _NAMES and (wrong := _WRONG.search(found.text)):
        at = len(found.text[: wrong.start()].encode(found.encoding))
        raise _unreadable(path, data, at, _NAMES[found.encoding], found.encoding)
    try:
        same = len(found.text.encode(found.encoding)) == len(data) - found.skip
    except UnicodeEncodeError:
        same = False
    if not same:
        name = _NAMES.get(found.encoding, found.encoding)
        hint = f"convert it with: iconv -f {name} -t UTF-8 '{path.name}'"
        raise DocumentError(f"{path}: {name} in which places cannot be told; {hint}")


def _place(data: bytes, at: int, found: Decoded | None = None) -> str:
    if found and found.encoding.startswith(("utf-16", "utf-32")):
        line = data[found.skip : at].decode(found.encoding, "replace").count("\n") + 1
    else:
        line = (data.count(b"\n", 0, at) or data.count(b"\r", 0, at)) + 1
    return f"line {line}, byte {at + 1}"


def _unreadable(path: Path, data: bytes, at: int, name: str, encoding: str) -> DocumentError:
    shown = " ".join(f"{byte:02X}" for byte in data[at : at + 2])
    place = _place(data, at, Decoded("", encoding, _by_mark(data)[1]))
    return DocumentError(
        f"{path}: {place}: the bytes {shown} are not {name}, which the rest of the file is; correct them, or convert "
        f"the file from its real encoding with iconv"
    )
