"""What stands behind a statement whose source is asked for: the notes of its clauses, and what is said beside it.

Invariant: a note speaks for the clause that its mark closes; a note of another sentence is shown with that sentence
and is never called the source of the statement itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.compose.asked import Asked
from bot.compose.draft import Quote
from bot.compose.scoring import Scored, is_noted
from bot.marks import marks_in
from corpus.document import Mark
from corpus.structure.captions import names_sources

_AS_MUCH = 0.6  # share of what the best clause carries of the question, from which another clause is meant too
_REACH = 2  # sentences after a statement in which its paragraph's note may stand
# What a text itself says of where something comes from, or that nobody knows.
_TELLS = re.compile(
    r"出典|出所|出どころ|根拠|資料|史料|文書|記録|裏付|(?:確|たし)かめ|確認(?:でき|され)て?い?な|(?:から|によ(?:り|って))確認|聞い|聞く|目算|計算した|試算し|推計|伝聞|うわさ|噂|"
    r"\b(?:documents?|records?|sources?|evidence|proof|confirm\w*|verif\w*|hearsay|rumou?r\w*|memo|heard)\b|"
    r"出处|来源|依据|记录|听说|据说|证实|核实|출처|근거|기록|자료|확인|들었|소문",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"\s*(?:(?:もっとも|ただし|なお)、?)?(?:これ|それ|この|その|同)|\s*(?:this|that|it|these|those)\b|"
    r"\s*(?:这|该|此)|\s*(?:이는|이것|그것|이 )",
    re.IGNORECASE,
)


def vouching(asked: Asked, quote: Quote) -> tuple[str, ...]:
    """Return the markers of the notes that speak for what is asked about, of those in the quoted words.

    Of several, those whose clauses carry the question's words; of a row, all that its table carries.
    """
    table = quote.document.table(quote.passage.table) if quote.passage.table else None
    inside = table.marks if table else marks_in(quote.passage.marks, *quote.spans)
    if table is None and len(inside) > 1:
        carried = [_carried(asked, quote, mark) for mark in inside]
        best = max(carried)
        inside = tuple(mark for mark, share in zip(inside, carried, strict=True) if share >= _AS_MUCH * best)
    return tuple(dict.fromkeys(mark.marker for mark in inside))


def _carried(asked: Asked, quote: Quote, mark: Mark) -> float:
    """Return how much of the question the clause that a mark closes carries."""
    start = mark.since if mark.since >= 0 else quote.spans[0].start
    return asked.carried(asked.sentences.words(quote.document.text[start : mark.at]))


def with_what_is_beside(chosen: Sequence[Scored], ranked: Sequence[Scored]) -> list[Scored]:
    """Return chosen sentences; behind the best, what its paragraph says of its source.

    That is the sentence right after it where that points back and speaks of sources, or, where the best has no note,
    the noted one before that it points back to or that only names sources (出典：通信社⑴。兵は同行しなかった), else the
    next one that speaks of sources or carries a note.
    """
    best = chosen[0]
    if best.candidate.passage.kind != "prose":
        return list(chosen)
    noted = any(is_noted(one.candidate) for one in chosen)
    near = [one for one in ranked if one.candidate.passage.id == best.candidate.passage.id]
    before = [one for one in near if one.candidate.end <= best.candidate.start]
    if before and not noted:
        last = max(before, key=lambda one: one.candidate.start)
        meant = _POINTS_BACK.match(best.candidate.text) or names_sources(last.candidate.text)
        if meant and is_noted(last.candidate):
            return [best, replace(last, beside=True)]
    later = [one for one in near if one.candidate.start >= best.candidate.end]
    for after in sorted(later, key=lambda one: one.candidate.start)[: 1 if noted else _REACH]:
        says = _TELLS.search(after.candidate.text) and (not noted or _POINTS_BACK.match(after.candidate.text))
        if says or (not noted and is_noted(after.candidate)):
            return [*chosen, replace(after, beside=True)] if noted else [best, replace(after, beside=True)]
    return list(chosen)
