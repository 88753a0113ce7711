"""Words that take a part of what was counted before: このうち6割, その大半, うち2軒, 其中4家, 이 가운데, 그 절반.

Invariant: what they mean is a count or sum before them in their sentence, or in the nearest sentence of the paragraph
that has one, with what it counts; where two may be meant there is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from corpus.document import Span
from corpus.structure.actors import marked
from corpus.structure.quantities import Quantity, find_quantities
from corpus.structure.units import DURATION
from corpus.structure.views import View

_JA = re.compile(
    r"(?:この|その)うち(?=、?[一-鿿ァ-ヺ\d０-９])|(?:^|(?<=[、。]))うち(?=[\d０-９一二三四五六七八九十])"
    r"|その(?:(?:およそ|約|ほぼ)?[\d０-９一二三四五六七八九]+割|半[分数額]|大半|大部分|過半数?|ほとんど|多く|[一二三四五]人|[\d０-９]+[人社校棟軒隻])(?=[^一-鿿]|$)"
)
_HALF = re.compile(r"その(?:半[分額])")
_ZH = re.compile(r"其中(?=[，有]?[\d０-９][\d０-９.,]*(?P<unit>万?[一-鿿]))")
_KO = re.compile(r"(?<![가-힣])(?:이 가운데|이 중|그중|그 중|그 가운데|그 절반|그 대부분)(?=[\s은이을의])")
_NO_COUNT = (
    frozenset({"percent", "point", "fold", "rank", "age", "century", "anniversary", "times", "tenth", "条", "章", "項"})
    | DURATION
)
_TOPIC_KO = re.compile(
    r"(?:(?:다만|또|한편|그러나|특히),?\s)?(?P<np>[^,.“”\"]{2,40})[은는]\s(?=[^,.]{0,24}(?:\d|[한두세네]|다섯|여섯|일곱|여덟|아홉|열|스물|서른|마흔|쉰)[가-힣]{0,3}\s?[가-힣]+)"
)
_COUNTER = re.compile(r"[一-鿿](?=[でをがはにも、。])")  # 340局
_BEFORE = re.compile(r"(?:約|およそ|延べ|計|合わせて|概算で|总计|累计|共|약|모두)\s?\Z")
_ADNOMINAL = re.compile(r"(?:[、。はにで\s]|\A)(?P<clause>[^、。はにで\s]{2,12}[るたうくすつぬぶむ])\Z")
_LONGEST = 60  # characters that can be shown
_LINK = 24  # characters between what is counted and its count


def parts_of(view: View, lang: str) -> Iterator[tuple[Span, Span]]:
    """Yield words of a sentence that take a part, with the count they take it of."""
    pattern = {"zh": _ZH, "ko": _KO}.get(lang, _JA)
    for match in view.places(pattern):
        at = view.here.start + match.start()
        meant = _meant(view, at, lang, match.groupdict().get("unit") or "", bool(_HALF.match(match.group())))
        if meant is not None and meant.end <= at:
            yield Span(at, view.here.start + match.end()), meant


def _meant(view: View, at: int, lang: str, unit: str, value: bool) -> Span | None:
    """Return the count that stands nearest before a place, with what it counts."""
    for scope in view.scopes(at, 2):
        if view.begins_before(scope):
            break
        if lang == "ko" and (topic := _TOPIC_KO.match(view.text, scope.start, scope.end)):
            return Span(*topic.span("np"))
        counts = [
            one for one in _counts(view.text[scope.start : scope.end], unit) if not view.depth[scope.start + one.start]
        ]
        counts = [one for one in counts if one.text.endswith(unit)]
        if counts and lang != "ja":  # 有6家…，其中4家: the nearest of its unit
            nearest = Span(scope.start + counts[-1].start, scope.start + counts[-1].end)
            return nearest if unit or len(counts) == 1 else None
        if counts:
            return _counted(view, scope, counts, value)
    return None


def _counted(view: View, scope: Span, counts: Sequence[Quantity], value: bool) -> Span | None:
    """Return the one count of a Japanese stretch that has a subject, or the only one; of two there is no half."""
    told = [span for one in counts if (span := _with_what(view, scope, one)) is not None]
    if told and not (value and len(counts) > 1):
        same = len({one.start for one in told}) == 1  # 村有林は四つの地区に1,842ヘクタール
        return told[-1] if same or len(counts) > len(told) else None
    return _noun_and_count(view, scope, counts[0]) if len(counts) == 1 else None


@lru_cache(512)
def _counts(words: str, unit: str) -> tuple[Quantity, ...]:
    """Return the quantities of a stretch that can have parts: no share, length of time, rank or number of times.

    A counter that is no known unit is the sign behind the number: ``unit``, or one before a particle (340局).
    """
    found: list[Quantity] = []
    for one in find_quantities(words):
        counter = unit if unit and words.startswith(unit, one.end) else ""
        counter = counter or (match.group() if (match := _COUNTER.match(words, one.end)) else "")
        if not one.unit and counter:
            one = replace(one, end=one.end + len(counter), unit=counter, text=one.text + counter)  # noqa: PLW2901
        if one.unit and one.unit not in _NO_COUNT:
            found.append(one)
    return tuple(found)


def _with_what(view: View, scope: Span, count: Quantity) -> Span | None:
    """Return the stretch from what は, が or も marks to its count, where nothing else is counted between them."""
    begin, end = scope.start + count.start, scope.start + count.end
    marks = [one for one in marked(view.text, scope.start, begin, view.depth) if not one.when]
    if not marks or begin - marks[-1].after > _LINK or "、" in view.text[marks[-1].after : begin]:
        return None
    start = marks[-1].span.start
    clause = _ADNOMINAL.search(view.text, scope.start, start)  # 開館を待つ|お年寄りが10人
    whole = Span(clause.start("clause") if clause else start, end)
    return whole if whole.end - whole.start <= _LONGEST else None


def _noun_and_count(view: View, scope: Span, count: Quantity) -> Span:
    """Return a count with the noun right before it (老舗旅館3軒)."""
    begin = scope.start + count.start
    noun = re.search(r"[一-鿿ァ-ヺー]{2,12} ?\Z", view.text[scope.start : begin])
    lead = _BEFORE.search(view.text, scope.start, begin)
    start = lead.start() if lead else scope.start + noun.start() if noun else begin
    return Span(start, scope.start + count.end)


_THEY = re.compile(r"(?<![一-鿿])(?:彼ら|彼女ら|この(?:方|人)(?:たち|達|々))(?=[はがもをにの])")
_THEY_ZH = re.compile(r"(?:^|(?<=[，；]))(?:他们|她们)(?=[一-鿿])")
_HE_ZH = re.compile(r"(?:^|(?<=[，；：]))(?:他|她)(?=[一-鿿])(?![们人国處处日])")
_KIND = "人|者|员|員|生|师|師|工|手|民|友|客|兵|户"
_MANY_ZH = re.compile(rf"\d+[位名个](?:[一-鿿]{{0,3}}?)(?:{_KIND})")
_ONE_ZH = re.compile(rf"(?<![第同])一[位名](?:[一-鿿]{{0,6}}?)(?:{_KIND})(?![一-鿿]?[的们])")


def counted_people(view: View, lang: str) -> Iterator[tuple[Span, Span]]:
    """Yield 彼ら, この方たち, 他们 and 他 with the only people of the nearest stretch that are counted, unnamed."""
    if lang == "zh":
        for pattern, kind in ((_THEY_ZH, _MANY_ZH), (_HE_ZH, _ONE_ZH)):
            for match in view.places(pattern):
                at = view.here.start + match.start()
                scope = next((one for one in view.scopes(at, 1) if not view.begins_before(one)), None)
                found = list(kind.finditer(view.text, scope.start, scope.end)) if scope else []
                if scope and len(found) == 1 and not view.named(scope):
                    yield Span(at, view.here.start + match.end()), Span(*found[0].span())
    elif lang == "ja":
        for match in view.places(_THEY):
            at = view.here.start + match.start()
            scope = next((one for one in view.scopes(at, 1) if not view.begins_before(one)), None)
            counts = _counts(view.text[scope.start : scope.end], "") if scope else ()
            people = [one for one in counts if one.unit == "person"]
            if scope and len(people) == 1 and not view.named(scope):
                whole = _with_what(view, scope, people[0]) or _noun_and_count(view, scope, people[0])
                yield Span(at, view.here.start + match.end()), whole
