"""Words that point back to a clause of their own sentence or the one before: その場合, その際, これに次ぐ, それに次ぐ.

Invariant: a clause that is meant ends right before the words, or supposes something; what comes second comes behind
what the clause before says to be first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.document import Span
from corpus.structure.actors import marked
from corpus.structure.clauses import split_clauses
from corpus.structure.said_before import LONGEST
from corpus.structure.views import View

_CASE = re.compile(r"その(?:場合|際|時期|折|時点)(?=[はにでもを、])(?!に?は?最)")
_SUPPOSES = re.compile(
    r"(?:[えけげせてねべめれ]ば|(?:し|っ|い|ん)[ただ]ら|場合(?:は|に)?|[うくすつぬぶむるい]と|なら)、?\Z"
)
_SECOND = re.compile(r"[こそ]れに(?=次[いぐ]|続[いくき]|迫る)")
_FIRST = re.compile(r"最も|もっとも|一番|最多|首位|トップ|最大|1位")
_WITH = re.compile(r"[一-鿿ァ-ヺー]+(?:から|へ|で|と)の\Z")  # 台湾からの|客
_QUOTED = re.compile(r"「[^「」]{2,30}」(?=が)")


def supposed(view: View) -> Iterator[tuple[Span, Span]]:
    """Yield その場合 and その際 with the clause before them in their sentence, or what the sentence before tells."""
    for match in view.places(_CASE):
        at = view.here.start + match.start()
        clause = _clause_before(view, at) if match.start() else _sentence_before(view)
        if clause is not None:
            yield Span(at, view.here.start + match.end()), clause


def _clause_before(view: View, at: int) -> Span | None:
    """Return the clauses that end right before a place: from the one that supposes something on, else the last."""
    ends = [view.here.start + one.end for one in split_clauses(view.words()) if view.here.start + one.end <= at]
    if not ends or view.text[ends[-1] : at].strip(" 、\u3000"):
        return None
    starts = [view.here.start, *ends[:-1]]
    supposing = [n for n, end in enumerate(ends) if _SUPPOSES.search(view.text[starts[n] : end])]
    first = starts[supposing[-1] if supposing else -1]
    stop = ends[-1] - (view.text[ends[-1] - 1] in "、，")
    return Span(first, stop) if stop - first <= LONGEST else None


def _sentence_before(view: View) -> Span | None:
    """Return the sentence before in its paragraph."""
    before = view.sentences[view.index - 1] if view.index else None
    if before is None or before.paragraph != view.here.paragraph or before.end - before.start > LONGEST:
        return None
    return Span(before.start, before.end)


def seconds(view: View) -> Iterator[tuple[Span, Span]]:
    """Yield これに and それに before 次ぐ and 続く, with the subject of which the words before say that it is first."""
    for match in view.places(_SECOND):
        at = view.here.start + match.start()
        for scope in view.scopes(at, 1):
            first = _FIRST.search(view.text, scope.start, scope.end)
            if first is None:
                continue
            named = re.compile(r"(?:高|多|大き|長|早|広|古)い(?=[一-鿿ァ-ヺ「])").match(view.text, first.end())
            if named:  # 搬出率が最も高い中畑は
                behind = marked(view.text, named.end(), scope.end, view.depth)
                found = [one.span for one in behind[:1] if one.particle == "は"]
                if len(found) == 1:
                    yield Span(at, view.here.start + match.end()), found[0]
                break
            quoted = [Span(*one.span()) for one in _QUOTED.finditer(view.text, scope.start, first.start())]
            found = quoted or [
                one.span
                for one in marked(view.text, scope.start, first.start(), view.depth)
                if one.particle == "が" and not one.when
            ]
            if len(found) == 1:
                lead = _WITH.search(view.text, scope.start, found[0].start)
                whole = Span(lead.start(), found[0].end) if lead else found[0]
                yield Span(at, view.here.start + match.end()), whole
            break
