"""Words below a table that lead to a note without being its mark: 注6に同じ, see note 6, 주 6과 같음, 同注6.

Invariant: they stay in the text, where a mark would be lifted; only a note that the document prints once is meant.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from corpus.document import Mark, Note, Span

_COUNTED = r"\s?[件年月日回個頁人円冊회일시년월명건차]|[.．]\d"  # 3件, 3回: a number of something else
_NUMBER = rf"[（(\[［〔]?\s?(?:[\d０-９]{{1,3}}|[①-⑳])(?![\d０-９]|{_COUNTED})\s?[)）\]］〕]?"
_MORE = rf"(?:\s?(?:[、，,・·/／&]|及び|および|と|和|与|및|와|과|and)\s?(?:(?:注|註|[Nn]otes?|주)\s?)?{_NUMBER})*"
POINTER = re.compile(  # 発注6件 points to none
    rf"(?:(?<![一-鿿])|(?<=[掲揭同见見自为為是于於所典料源脚後尾]))(?:注釈|[注註])\s?(?P<ja>{_NUMBER}{_MORE})"
    rf"|(?:각주|미주|(?<![가-힣])주)\s?(?P<ko>{_NUMBER}{_MORE})"
    rf"|\b(?:(?:[Ff]oot|[Ee]nd)?[Nn]otes?|nn?\.)\s(?P<en>{_NUMBER}{_MORE})"
)
_FIGURES = re.compile(r"[\d０-９]{1,3}|[①-⑳]")


def pointed_at(text: str, span: Span, notes: Sequence[Note]) -> Iterator[Mark]:
    """Yield a mark for each note that the words at ``span`` lead to; a number that opens them labels a remark."""
    for match in POINTER.finditer(text, span.start, span.end):
        if match.start() == span.start and text[match.end() : match.end() + 1] in (":", "：", "　", " "):
            continue
        group = next(name for name in ("ja", "ko", "en") if match[name])
        for figure in _FIGURES.finditer(text, *match.span(group)):
            named = [note for note in notes if _plain(note.marker) == _plain(figure[0])]
            if len(named) == 1:
                yield Mark(named[0].marker, figure.end(), span.start)


def _plain(marker: str) -> str:
    return re.sub(r"[^\w]|注|註|주|note", "", unicodedata.normalize("NFKC", marker), flags=re.IGNORECASE)
