"""Which place 同市 in brackets is, and 同国 of somebody who went there: 東社（北市）と西社（同市）, 隣国を訪れ、同国の.

Invariant: the place stands before in the same sentence, in brackets of its own or as where somebody went, and is the
only one of its kind there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.document import Span
from corpus.structure.nouns import ending_in
from corpus.structure.places_ja import countries
from corpus.structure.views import View

_IN_BRACKETS = re.compile(r"(?<=[（(])同(?P<head>[市町村区県国])(?=[）)、・])")
_THERE = re.compile(
    r"(?:^|(?<=、))(?P<where>[^、。はがも]{2,30}?)(?:を(?:公式)?(?:訪[れ問]|視察)|に(?:到着|入[りっ]|赴|渡[りっ]|降り立))[^、。]{0,6}、$"
)
_SAME = re.compile(r"(?<![一-鿿])同(?P<head>[国市町村県州])(?=の|[^一-鿿])")


def same_places(view: View) -> Iterator[tuple[Span, Span]]:
    """Yield 同市 and the like in brackets, or behind where somebody went, with the place of the sentence."""
    words = view.words()
    for match in _IN_BRACKETS.finditer(words):
        named = re.compile(rf"[（(](?P<place>[一-鿿々ヶァ-ヺー]{{1,8}}{match['head']})(?=[）)、・])")
        found = list(named.finditer(words, 0, match.start()))
        if len({one["place"] for one in found}) == 1:
            yield view.spot(match), view.spot(found[-1], "place")
    for match in view.places(_SAME):
        comma = words.rfind("、", 0, match.start()) + 1
        there = _THERE.search(words[:comma]) if comma else None
        if there is None or re.search("[はがも]", words[comma : match.start()]):
            continue
        scope = view.spot(there, "where")
        country = match["head"] == "国"
        places = countries(view.text, scope) if country else ending_in(view.text, scope, match["head"], False)
        if len(places) == 1:
            yield view.spot(match), places[0]
