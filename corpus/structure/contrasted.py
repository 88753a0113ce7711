"""The two things that a stretch counts or sets against each other: ①A、②B, Aが6％増、Bが3％減.

Invariant: both are slices of the stretch, in order; where a third is counted or set beside them there are none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.document import Span
from corpus.structure.actors import Marked, marked
from corpus.structure.counted_out import is_noun
from corpus.structure.people import morphemes

_COUNTED = re.compile(
    r"(?:①|[(（][1１][)）])\s?(?P<a>[^、。，；]{2,30}?)(?:、|，|；|と|及び|および|\s)+"
    r"(?:②|[(（][2２][)）])\s?(?P<b>[^、。，；]{2,30}?)(?=、?の(?:[二2２]|両)|[、。，；をがは]|で(?:す|ある)|だ|$)"
)
_ONE = re.compile(
    r"(?<![一-鿿ぁ-ん])(?:一つ|ひとつ)(?:目?は|が)、?(?P<a>[^、。]{2,30}?)(?:であり|であって|でして|で)?、"
    r"(?:もう|いま|今|残る)?(?:一つ|ひとつ|二つ目|ふたつ目)(?:は|が)、?(?P<b>[^、。]{2,30}?)(?:で(?:ある|あった|す|した)|だ(?:った)?)?(?:。|$)",
    re.MULTILINE,
)
_NUMBERED = re.compile(
    r"第一に(?:は|、)*(?P<a>[^、。]{2,40}?)、第二に(?:は|、)*(?P<b>[^、。]{2,40}?)(?=を[^、。]*[。]|[、。]|で(?:ある|す)|だ。)"
)
# 灰を回すことと、土手を高くすること: one noun twice, each time with a clause that tells which.
_CLAUSED = re.compile(
    r"(?:^|(?<=[、。はもり\n\u3000]))(?<!と、)(?P<a>[^、。は]{2,40}?[うくぐすつぬぶむるただい](?P<head>こと|[一-鿿]{1,3}))と、?"
    r"(?P<b>[^、。は]{2,40}?[うくぐすつぬぶむるただい](?P=head))(?=[がをはのにへ、。]|で|だ)",
    re.MULTILINE,
)
_COUNTED_KO = re.compile(
    r"첫(?:째|\s?번째)(?:는|로|,)\s(?P<a>[^.,]{2,40}?)(?:이고|이며|고|며|이다\.|다\.|,),?\s(?:그리고\s)?"
    r"둘(?:째|\s?번째)(?:는|로|,)\s(?P<b>[^.,]{2,40}?)(?:이다|이었다|였다|입니다|다)?(?=[.,])"
)
_COUNTED_ZH = re.compile(
    r"(?:一是|其一[，是]?)(?P<a>[^，。；：]{2,30})[，；。](?:二是|其二[，是]?)(?P<b>[^，。；：]{2,30})(?=[，。；])"
)
_OR_ZH = re.compile(r"或(?P<verb>[一-鿿]{2})(?P<a>[^，。；或]{1,16})，或(?P=verb)(?P<b>[^，。；或]{1,16})(?=[。；])")
_FOURTH = re.compile(r"셋(?:째|\s?번째)|三是|其三")
_THIRD = re.compile(r"第三に|③|[(（][3３][)）]")
_FIGURE = re.compile(r"[\d０-９][\d０-９.．,，万億千]*(?P<unit>[^\d０-９.．,，万億千\s])")


def contrasted(text: str, scope: Span, depth: Sequence[int]) -> tuple[Span, Span] | None:
    """Return the two that a stretch counts with ① and ②, or says alike things of in two clauses side by side."""
    counted = [*_COUNTED.finditer(text, scope.start, scope.end)]
    counted += [one for one in _ONE.finditer(text, scope.start, scope.end) if is_noun(one["a"]) and is_noun(one["b"])]
    counted += _NUMBERED.finditer(text, scope.start, scope.end)
    for pattern in (_CLAUSED, _COUNTED_KO, _COUNTED_ZH, _OR_ZH):
        counted += pattern.finditer(text, scope.start, scope.end)
    third = _THIRD.search(text, scope.start, scope.end) or _FOURTH.search(text, scope.start, scope.end)
    if len(counted) == 1 and not third:
        return Span(*counted[0].span("a")), Span(*counted[0].span("b"))
    if not re.search("[ぁ-ん]", text[scope.start : scope.end]):
        return None
    subjects = [one for one in marked(text, scope.start, scope.end, depth) if one.particle == "が" and not one.when]
    found = [(one, two) for one, two in pairwise(subjects) if _alike(text, scope, one, two)]
    return (found[0][0].span, found[0][1].span) if len(found) == 1 else None


def _alike(text: str, scope: Span, one: Marked, two: Marked) -> bool:
    """Say whether two clauses side by side give figures of one unit, to subjects that are no figures themselves."""
    between = text[one.after : two.span.start]
    if not re.fullmatch(r"[^、。]{1,24}(?<![とては])、", between):
        return False
    behind = re.split("[、。]", text[two.after : scope.end], maxsplit=1)[0]
    units = [match["unit"] if (match := _FIGURE.search(words)) else "" for words in (between, behind)]
    return (
        bool(units[0])
        and units[0] == units[1]
        and not any(map(is_figure, (text[s.start : s.end] for s in (one.span, two.span))))
    )


def gapped(text: str, scope: Span, depth: Sequence[int]) -> tuple[Span, Span] | None:
    """Return the two subjects that a stretch parts with one verb for both."""
    subjects = [one for one in marked(text, scope.start, scope.end, depth) if one.particle == "が" and not one.when]
    found = [(one.span, two.span) for one, two in pairwise(subjects) if _gapped(text, one, two)]
    return found[0] if len(found) == 1 else None


def _gapped(text: str, one: Marked, two: Marked) -> bool:
    """Say whether two clauses share a verb that only the second has (上流のAが発電に、下流のBが灌漑に使う)."""
    first = _PART.fullmatch(text, one.after, two.span.start)
    second = _PART_BEGINS.match(text, two.after)
    return first is not None and second is not None and first["particle"] == second["particle"]


_PART = re.compile(r"[^、。はがをに]{1,16}(?P<particle>[にをで])、")
_PART_BEGINS = re.compile(r"[^、。はがをに]{1,16}(?P<particle>[にをで])")


def is_figure(words: str) -> bool:
    """Say whether words only give a figure (6.6％減)."""
    read = morphemes(words)
    return bool(re.match(r"[\d０-９]", words)) and not any("固有名詞" in kind for _, kind, _ in read)
