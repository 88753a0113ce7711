"""The date of an event that a relative word hangs on (訪中した翌月, 切断の翌日), from where the text dated it before.

Invariant: an event is known again by its verb and by every name that stands with it; where the text dates such an event
twice, differently, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.structure.dates.anchors import Anchor
from corpus.structure.dates.enclosing import OUTSIDE
from corpus.structure.dates.parts import Parts, Unit, exists, step
from corpus.structure.people import morphemes

_CLAUSE = re.compile(r"[^。、，,\n「」『』（）()]{2,60}\Z")
_VERB = re.compile(r"(?P<words>[一-鿿ァ-ヺー]+)[ぁ-ん]{0,5}[ただ]\Z")
_NOUN = re.compile(r"(?P<words>[一-鿿]{2,})の\Z")
_KATAKANA = re.compile(r"[ァ-ヺー]{3,}")  # a word that the dictionary does not know is a name
_DEFINED = re.compile(
    r"以下[、,]?\s?[「『]?(?P<name>[^「」『』（）()、。\n]{2,20}?)[」』]?(?:と(?:いう|する|呼ぶ|略す|略記))?[）)]"
)
_ABROAD = {
    "中": "中国", "米": "米国|アメリカ", "日": "日本", "朝": "北朝鮮|朝鮮", "韓": "韓国", "露": "ロシア",
    "ロ": "ロシア", "英": "英国|イギリス", "仏": "フランス", "独": "ドイツ", "印": "インド",
    "豪": "オーストラリア|豪州", "台": "台湾", "欧": "欧州|ヨーロッパ", "伊": "イタリア",
}  # fmt: skip
_VISIT = "訪問|訪れ"
_HAPPENED = "開|行われ|行[いっ]|催|挙行|あっ|起[きこ]|発生|営ま"
_ATTENDED = "出席|参加|臨|列席|立ち会"
_STOP = re.compile(r"[。！？!?]|\n[^\S\n]*\n")
_UNNAMED_REACH = 1500  # characters back to an event that no name tells from others
_SHORTEST = 2  # characters of a noun
_KINDS = "式会戦祭展"  # of what happens, as the last sign of its name
_LONGEST = 400  # characters of a sentence


def event_date(text: str, here: Anchor, anchors: Sequence[Anchor], unit: Unit) -> Anchor | None:
    """Return the date, known to the ``unit``, of the event that the words right before a mention name, or None."""
    clause = _CLAUSE.search(text, max(here.mention.start - 60, 0), here.mention.start)
    if clause is None or any(one.mention.start >= clause.start() for one in anchors[-3:]):
        return None  # the clause has a date of its own
    defined = _defined(text, clause)
    event = defined or _event(clause.group())
    if event is None:
        return None
    verbs, names, beside = event
    reach = 0 if names or defined else max(clause.start() - _UNNAMED_REACH, 0)
    found: dict[tuple[int | None, ...], Anchor] = {}
    kept = {"year": 1, "month": 2, "day": 3}[unit]
    for start, stop in _sentences(text, verbs, reach, clause.start()):
        if not all(re.search(name, text[start:stop]) for name in names):
            continue
        dated = _dated(anchors, start, stop)
        if not dated and re.search(rf"この(?:{verbs})", text[start:stop]):  # of which the sentence before tells
            left = max(start - _LONGEST, 0)
            before = max((one.end() for one in _STOP.finditer(text, left, start - 1)), default=left)
            dated = _dated(anchors, before, start)
        if any(re.search(rf"(?:{verbs})の?\Z", text[start : one.mention.start]) for one in dated):
            continue  # it is counted from the event itself: 遭難の前日
        known = [one for one in dated if None not in one.first[:kept]]
        if beside:  # a noun that is no act is dated by what stands right before it: 1923年の震災
            known = [one for one in known if _dates_thing(verbs, text[one.mention.end : stop])]
            if not known:
                continue
        if len(known) == 1:
            found.setdefault(tuple(known[0].first[:kept]), known[0])
        elif known:
            return None
    return next(iter(found.values())) if len(found) == 1 else None


def counted_to(text: str, at: int, anchors: Sequence[Anchor], printed: Parts) -> Parts | None:
    """Return a day that says what a count of days from an event comes to (事故の3日前、つまり10月16日), or None.

    Its year is that of the one day told before which lies so many days away; as printed where none or several do.
    """
    counted = _COUNTED.search(text, max(at - 16, 0), at) if printed.month and printed.day else None
    if counted is None:
        return None
    count = int(counted["count"]) * (-1 if counted["way"] == "前" else 1)
    whole = {one.first for one in anchors if None not in one.first and exists(one.first)}
    years = {moved.year for one in whole if (moved := step(one, "day", count))[1:] == printed[1:]}
    return printed._replace(year=years.pop()) if len(years) == 1 else printed


_COUNTED = re.compile(
    r"(?<=[一-鿿ァ-ヺー]の)(?P<count>[0-9０-９]{1,2})日(?P<way>[前後])、?(?:つまり|すなわち|の|に[あ当]たる|である)、?\Z"
)


def _dates_thing(thing: str, behind: str) -> bool:
    """Say whether the words behind a date make it that of a thing: 1923年の震災, 9月14日、…の式典が開かれた."""
    near = re.match(rf"の.{{0,4}}(?:{thing})", behind)
    return bool(
        near or re.match(rf"[^。]*?(?:{thing})(?:[がをは][^。、]{{0,8}}(?:{_HAPPENED})|に(?:{_ATTENDED}))", behind)
    )


def _dated(anchors: Sequence[Anchor], start: int, stop: int) -> list[Anchor]:
    """Return the dates of a sentence that stand outside of brackets."""
    return [one for one in anchors if start <= one.mention.start < stop and one.bracket == OUTSIDE]


def _defined(text: str, clause: re.Match[str]) -> tuple[str, list[str], bool] | None:
    """Return an event by the short name that the text itself has given it (以下、春の会合), or None."""
    words = clause.group().removesuffix("の")
    for match in _DEFINED.finditer(text, 0, clause.start()):
        if words != clause.group() and words.endswith(match["name"]):
            return re.escape(match["name"]), [], False
    return None


def _event(clause: str) -> tuple[str, list[str], bool] | None:
    """Return how an event may be written, the names that stand with it, as patterns, and whether it is no act."""
    match = _VERB.search(clause) or _NOUN.search(clause)
    if match is None:
        return None
    words = match["words"]
    names = [
        re.escape(surface)
        for surface, kind, unknown in morphemes(clause[: match.start()] + "、")
        if ("固有名詞" in kind and len(surface) > 1) or (unknown and _KATAKANA.fullmatch(surface))
    ]
    abroad = re.search(rf"訪([{''.join(_ABROAD)}])$", words)
    if abroad:
        return rf"{_VISIT}|訪{abroad[1]}", [*names, rf"{_ABROAD[abroad[1]]}|訪{abroad[1]}"] if names else [], False
    read = morphemes(words)
    last = read[-1] if read else ("", "", False)
    if last[0] in _KINDS and len(words) > _SHORTEST:  # 開所式: the kind alone may be of another
        return re.escape(words), names, True
    if not last[1].startswith("名詞,普通名詞") or len(last[0]) < _SHORTEST:
        return None
    return re.escape(last[0]), names, "サ変可能" not in last[1]


def _sentences(text: str, verbs: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences before ``stop`` that hold one of the verbs, once each."""
    seen = -1
    for match in re.compile(verbs).finditer(text, start, stop):
        left = max(match.start() - _LONGEST, 0)
        begin = max((one.end() for one in _STOP.finditer(text, left, match.start())), default=left)
        end = next((one.start() for one in _STOP.finditer(text, match.end(), match.end() + _LONGEST)), stop)
        if begin != seen and end < stop:
            seen = begin
            yield begin, end
