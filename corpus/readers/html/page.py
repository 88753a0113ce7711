"""One web page, from its bytes to what is read of it.

Invariant: what the page states for programs becomes metadata, its main part becomes lines, and the rest is recorded.
"""

from __future__ import annotations

import re
from pathlib import Path

from corpus.errors import DocumentError
from corpus.readers.encoding import decoded
from corpus.readers.html.about import about
from corpus.readers.html.anchors import anchors
from corpus.readers.html.frames import frames, main_part
from corpus.readers.html.tree import byte_offsets, parse
from corpus.readers.html.writer import Writer
from corpus.readers.opening import LARGEST_TEXT, fetch
from corpus.readers.raw import Raw

_DECLARED = re.compile(
    rb"<(?:meta\b[^>]*?charset\s*=\s*|\?xml\b[^>]*?encoding\s*=\s*)[\"']?\s*([\w.:-]+)", re.IGNORECASE
)
_PYTHON_NAMES = {
    "shift_jis": "cp932", "shift-jis": "cp932", "x-sjis": "cp932", "windows-31j": "cp932", "euc-kr": "cp949",
    "euc-jp": "euc_jp", "x-euc-jp": "euc_jp", "x-euc": "euc_jp",
    "ks_c_5601-1987": "cp949", "gb2312": "gb18030", "gbk": "gb18030", "iso-8859-1": "cp1252", "latin1": "cp1252",
}  # fmt: skip  # as browsers take them


def load(path: Path) -> Raw:
    """Read a web page.

    Raises DocumentError, naming the file and what to do, for one that cannot be read or shows no text.
    """
    data = fetch(path, LARGEST_TEXT)
    found = _DECLARED.search(data[:4096])
    name = found[1].decode("ascii", "replace").lower() if found else ""
    text = decoded(path, data, _PYTHON_NAMES.get(name, name))
    root = parse(text.text)
    tied = anchors(root)
    needed = [*tied.notes, *(link for link in tied.marks)]
    part = main_part(root, needed)
    front = about(root, part)
    base = next((e.get("href") for e in root.elements() if e.tag == "base" and e.get("href")), "")
    base = base or front.values.get("url", "")
    writer = Writer(byte_offsets(text.text, text.encoding, text.skip), tied, frames(part, needed), base)
    writer.around(root, part)
    raw = writer.sheet.raw(path, data, places="markup", encoding=text.encoding, front=front)
    if not raw.text.strip():
        raise DocumentError(f"{path}: the page shows no text (it may need a script); save it from a browser as text")
    return raw
