"""Who says "I": 筆者, 笔者 and 필자 in a text that names its author, 私 in the words of who speaks in a record.

Invariant: an author is the one the document's head names, a speaker the one whose label stands right above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.document import Span
from corpus.structure.brackets import depths
from corpus.structure.views import View

_WRITER = re.compile(r"(?<![一-鿿])(?:筆者|笔者)(?=[はがもらのに建认認曾在]|自身)|(?<![가-힣])필자(?=[는가의도])")
_I = re.compile(r"(?<![一-鿿])(?:私|わたし)(?=[はがも]|として)")
_OTHER_TURN = re.compile(r"\n\s*[○◯●〇◎◆]")  # somebody without a label speaks
_HEAD = 600  # characters that say who wrote a text
_TURN = 2000  # characters of what one speaker says


def writer(text: str, author: str) -> Iterator[tuple[Span, Span]]:
    """Yield where a writer calls himself so, outside of quotes, with where the head of the text names him."""
    at = text.find(author, 0, _HEAD) if author else -1
    depth = depths(text) if at >= 0 else ()
    for match in _WRITER.finditer(text, at + len(author)) if at >= 0 else ():
        if not depth[match.start()]:
            yield Span(*match.span()), Span(at, at + len(author))


def speaker(view: View, labels: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
    """Yield 私 in the words of who speaks in a record, with the label that stands above them."""
    for match in view.places(_I):
        at = view.here.start + match.start()
        told = [one for one in labels if one.end <= at]
        far = not told or at - told[-1].end > _TURN or _OTHER_TURN.search(view.text, told[-1].end, at)
        if not far:
            yield Span(at, view.here.start + match.end()), told[-1]
