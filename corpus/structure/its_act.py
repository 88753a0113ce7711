"""Of what その with a noun of action is one (石が見つかり、その除去に), and その結果 the result (試験をし、その結果を).

Invariant: the clause or sentence before names one such thing as its last, and nothing beside it that could be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.document import Span
from corpus.structure.actors import marked, objects
from corpus.structure.people import morphemes
from corpus.structure.phrases import modified
from corpus.structure.views import View

_ACT = re.compile(r"(?<=、)その(?P<act>[一-鿿]{2,4})(?=[をにはがの])")
_RESULT = re.compile(
    r"(?:^|(?<=[、はもがで]))その(?:結果|成果)(?=[をはがも]|に(?:基づ|もとづ|応じ|より|よっ)|から|次第)"
)
_TRIAL = (
    "調査|検査|試験|分析|実験|測定|投票|選挙|審査|点検|鑑定|診断|解析|試算|聞き取り|入札|実証|観測|研究|集計|監査|照会"
    "|踏査|試行|検証|アンケート|協議|審議|交渉|裁判"
)
_TRIED = re.compile(rf"(?:{_TRIAL})(?:\Z|[（(])")
_DID = re.compile(rf"(?:{_TRIAL})(?:を?(?:行|実施|進め|終え)|し(?:た|て|、|ま)|する)")
_BARE = 4  # signs of a noun that its clause tells more of


def its_act(view: View) -> Iterator[tuple[Span, Span]]:
    """Yield その with a noun of action, and その結果, outside of quotes, with the thing that they are of."""
    for match in view.places(_ACT):
        if (
            "サ変" in morphemes(match["act"])[-1][1]
            and (thing := _brought_in(view, view.spot(match).start)) is not None
        ):
            yield view.spot(match), thing
    for match in view.places(_RESULT):
        here = view.spot(match)
        for scope in view.scopes(here.start, 1):
            if view.begins_before(scope):
                break
            tried = _tried(view, scope)
            if tried or _DID.search(view.text, scope.start, scope.end):
                if len(tried) == 1 and not _DID.search(view.text, tried[0].end, scope.end):
                    yield here, tried[0]
                break


def _tried(view: View, scope: Span) -> list[Span]:
    """Return what a stretch says was tried: a phrase that は, が or を stands behind."""
    found = [one.span for one in marked(view.text, scope.start, scope.end, view.depth)]
    found += objects(view.text, scope.start, scope.end, view.depth)
    return [one for one in found if _TRIED.search(view.text[one.start : one.end])]


def _brought_in(view: View, at: int) -> Span | None:
    """Return the thing that the clause right before a place has as its last subject or object."""
    words = view.text[view.here.start : at - 1]
    clause = Span(view.here.start + max(words.rfind("、"), words.rfind("「")) + 1, at - 1)
    subjects = [one.span for one in marked(view.text, clause.start, clause.end, view.depth) if one.particle == "が"]
    found = sorted([*subjects, *objects(view.text, clause.start, clause.end, view.depth)], key=lambda one: one.start)
    if not found or view.person_at(found[-1]) is not None:
        return None
    one = found[-1]
    named = view.text[one.start : one.end]
    if one.start in view.resolved or len(named) > _BARE:
        return view.resolved.get(one.start, one)
    whole = [each for each in modified(view.text, Span(clause.start, one.end), named) if each.end == one.end]
    return whole[0] if whole else one
