"""The short form of a fuller Korean name that the text has given before: 대책위 of 한강지킴이대책위, 재단 of 누리재단.

Invariant: the fuller name is one word that ends in the short form, and the only one that does in the text so far.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from corpus.document import Span
from corpus.structure.sides_ko import PARTICLE
from corpus.structure.views import View

_BODY = (
    "대책위|추진위|준비위|비대위|공대위|심의위|조사위|선관위|대책위원회|추진위원회|위원회|협의회|연합회|연맹|협회|재단|조합|노조|지회|지부|센터|공사|공단"
    "|연구원|연구소|진흥원|박물관|도서관|미술관"
)
_SHORT = re.compile(
    r"(?:^|(?<=,\s)|(?<=[가-힣][은는이가을를에도]\s)|(?<=에서\s)|(?<=으로\s))"
    rf"(?P<head>{_BODY})(?=(?:[은는이가을를의에와과도]|에서|에게|으로|에는|측[은이])\s)"
)
_NO_NAME = re.compile("[이그각양두]|해당|여러|다른|모든|\\d")


def short_names_ko(view: View) -> Iterator[tuple[Span, Span]]:
    """Yield the short form of a name, outside of quotes, with the only fuller name that the text has given before."""
    for match in view.places(_SHORT):
        here, head = view.spot(match, "head"), match["head"]
        found = {view.text[one.start : one.end]: one for one in _longer(view.text, head) if one.end <= here.start}
        longest = [name for name in found if not any(name != other and other.endswith(name) for other in found)]
        if len(longest) == 1:
            yield here, found[longest[0]]


@lru_cache(256)
def _longer(text: str, short: str) -> tuple[Span, ...]:
    """Return where a text has names of one word that end in a short form and are longer."""
    names = re.compile(rf"(?<![가-힣A-Za-z\d])[가-힣A-Za-z\d·]{{2,12}}?{short}{PARTICLE}")
    return tuple(Span(*one.span()) for one in names.finditer(text) if not _NO_NAME.match(one.group()))
