"""The short form of a fuller name that the text has given before: 財団 of 北方交流財団, 選定委員会 of 事業者選定委員会.

Invariant: the fuller name ends in the short form, is the only one that does in the text so far, and nothing else of the
kind is spoken of since.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from corpus.document import Span
from corpus.structure.people import morphemes
from corpus.structure.views import View

# What a body is called by alone; a school, a firm or a hospital may as well be any.
_OWN = (
    "委員会|協議会|審議会|検討会|懇談会|評議会|理事会|連合会|研究会|調査会|後援会|同窓会|保護者会|町内会|自治会|商店会|部会|分科会|実行委|組合|協会|連盟"
    "|財団|公社|公団|機構|基金|支部|支所|支局|本部|事務局|センター|公民館|資料館|記念館|会館|研究所|漁協|農協|生協|労組|学会"
)
_ANY = "会社|銀行|新聞社|大学|博物館|美術館|図書館|病院|球団|劇団"
_FREE = r"(?:^|(?<=[、。」』）はがをにでもとへや\s]))"
_SHORT = re.compile(
    rf"{_FREE}(?P<head>[一-鿿]{{0,6}}?(?:{_OWN}))(?=[はがもをにへのと、]|で(?!あ)|から|より|によ[るれ]|側|内[でに])"
    rf"|(?:^|(?<=[、。」』]))(?P<any>{_ANY})(?=は|が(?!、)|も|によ[るれ]|では)"
)
_NO_NAME = re.compile("[同両各隣他当某諸毎]")
_NO_MORE = re.compile("[全本前新元旧別県市町村国]")  # what with the short form alone is no fuller name
_ANOTHER = r"(?:[一-鿿ァ-ヺー]の|[別他]の|ほかの|新しい|新たな)"
_LONGEST = 24  # signs of a fuller name before its short form


def short_names(view: View) -> Iterator[tuple[Span, Span]]:
    """Yield the short form of a name, outside of quotes, with the only fuller name that the text has given before."""
    for match in view.places(_SHORT):
        group = "head" if match["head"] else "any"
        here = view.spot(match, group)
        if not _NO_NAME.match(match[group]) and (meant := _fuller(view, here.start, match[group])) is not None:
            yield here, meant


def _fuller(view: View, at: int, short: str) -> Span | None:
    """Return where the one fuller name that ends in a short form stands last, where nothing stands between."""
    found = {view.text[one.start : one.end]: one for one in _longer(view.text, short) if one.end <= at}
    longest = [name for name in found if not any(name != other and other.endswith(name) for other in found)]
    if len(longest) != 1:
        return None
    last = max(found.values(), key=lambda one: one.start)
    another = re.compile(rf"{_ANOTHER}{re.escape(short)}(?![一-鿿ァ-ヺー])")
    return None if another.search(view.text, last.end, at) else _with_kana(view.text, found[longest[0]])


def _with_kana(text: str, span: Span) -> Span:
    """Return a name from where its first word begins that is written with kana (買い物支援センター)."""
    before = _KANA.search(text[max(span.start - _WORD, 0) : span.start])
    if before is None:
        return span
    start = span.start - len(before.group())
    first = morphemes(text[start : span.end])[0]
    return Span(start, span.end) if first[1].startswith("名詞") and len(first[0]) >= len(before.group()) else span


@lru_cache(256)
def _longer(text: str, short: str) -> tuple[Span, ...]:
    """Return where a text has names that end in a short form and are longer."""
    least = 1 if re.fullmatch(f"(?:{_OWN}|{_ANY})", short) is None else 2
    names = re.compile(
        rf"(?<![一-鿿ァ-ヺーA-Za-z])[一-鿿々ヶァ-ヺーA-Za-z]{{{least},{_LONGEST}}}?{re.escape(short)}(?![一-鿿ァ-ヺー])"
    )
    return tuple(
        Span(*one.span())
        for one in names.finditer(text)
        if not _NO_NAME.match(one.group()) and not _NO_MORE.fullmatch(one.group().removesuffix(short))
    )


_KANA = re.compile(r"[一-鿿]+[ぁ-ん]{1,3}\Z|[一-鿿][ぁ-ん][一-鿿]?[ぁ-ん]\Z")
_WORD = 6  # signs of such a word
