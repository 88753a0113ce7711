"""What a noun behind a pointing word means: 同社, この約束, 当館, その第4章, ここ, "This finding", 该局, 이 학교.

Invariant: it is the nearest thing before that has the same head, or else what the sentences before are about; where
two compete there is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from corpus.document import Span
from corpus.structure.actors import acts, is_body, marked, objects
from corpus.structure.bodies import ENDINGS
from corpus.structure.names_ja import HEAD
from corpus.structure.nouns import ending_in, same_noun
from corpus.structure.people import morphemes
from corpus.structure.places_ja import is_of_kind, place_names
from corpus.structure.views import View, name_span

ThingKind = Literal["person", "thing", "statement"]

_THING = re.compile(
    r"(?<![一-鿿ァ-ヺー])(?:この|こうした|これらの)[「『]?(?=[一-鿿ァ-ヺ])|^その(?=[一-鿿ァ-ヺ])|^(?:This|These|That|Those)\s(?!(?:days?|years?|months?|weeks?|mornings?|nights?|evenings?|times?)\b)(?=[a-z])"
    r"|(?<![가-힣])이\s(?=[가-힣])|^这(?:一|[一]?[项個个種种份条座家名位些批次场笔本部篇幅张段类])?(?=[一-鿿])"
)
_SAME = re.compile(
    r"(?<![一-鿿])同(?!氏(?!名)|君)(?=[一-鿿ァ-ヺ])|(?<![应應本])[该該](?=[一-鿿])|(?<![가-힣])(?:해당|같은|그)\s(?=[가-힣])"
)
_AGAIN = re.compile(
    r"(?<=[はもがにで、])その(?=[一-鿿ァ-ヺー]{2,8}[はがをも])"  # 本日はその資料が
    r"|(?<=[a-z,;]\s)(?:this|these)\s(?!(?:days?|years?|months?|weeks?|mornings?|nights?|evenings?|times?|ways?)\b)(?=[a-z]{4,})"
    r"|(?<=[，；据在对把于将为与和到由是])这(?:一|[一]?[项個个種种份条座家名位些批次场笔本部篇幅张段类])?(?=[一-鿿])"
)
_NOT_POINTING = re.compile(
    r"[こそ]の(?:[前翌]?[日年月週春夏秋冬朝夜晩](?![一-鿿])|うち|ため|結果|よう|間|ほか|他|とき|時|際|点|上|頃|度|たび|先|後|中|一方|一環|名|通り|まま)"
)


def things(view: View, *, alone: bool, about: Sequence[Span] = ()) -> Iterator[tuple[Span, Span, ThingKind]]:
    """Yield what 同制度, この約束 and "This finding" mean: the last thing named before that has the same head."""
    for pattern in (_SAME, _THING, *(() if alone else (_AGAIN,))):
        for match in view.places(pattern):
            start = view.here.start + match.start()
            if _NOT_POINTING.match(view.text, start):
                continue
            back = _back(view.text[match.end() + view.here.start :], pattern is _SAME, alone)
            if (hit := _one_meant(view, Span(start, view.here.start + match.end()), back, alone, about)) is None:
                continue
            end, span = hit
            if (
                view.text[end - 2 : end] == "同国"
                and view.text[span.start : span.end] in view.text[end : view.here.end]
            ):
                continue  # it is called by its name there
            holder = _holder(view, span)
            kind: ThingKind = "person" if holder is not None or _is_person(view, span) else "thing"
            before = view.sentences[max(view.index - 6, 0) : view.index]
            if any(one.start == span.start and one.end == span.end for one in before):
                kind = "statement"
            yield Span(start, end), holder or span, kind


def _one_meant(view: View, words: Span, back: int, alone: bool, about: Sequence[Span]) -> tuple[int, Span] | None:
    """Return where a pointing phrase ends and what it means: in its paragraph, by whom that is about, or before it."""
    scopes, pointer = list(view.scopes(words.start, back)), words.end - words.start
    own = [one for one in scopes if not view.begins_before(one)]
    if hit := same_noun(view.text, words.start, pointer, own, alone=alone):
        return hit
    if view.text[words.start] == "同" and (hit := _told_before(view, words, own)):
        return hit
    body = _body(view, words.start, about[:1], view.text[words.end]) if not alone else None
    if body is not None and view.text[words.start] == "同":
        return words.end + 1, body
    if view.text[words.start] == "同" and any(ending_in(view.text, one, view.text[words.end], False) for one in own):
        return None  # the paragraph names two that may be meant
    hit = same_noun(view.text, words.start, pointer, scopes[len(own) :], alone=alone)
    return hit or (_one_place(view, words) if view.text[words.start] == "同" else None)


def _told_before(view: View, words: Span, scopes: Sequence[Span]) -> tuple[int, Span] | None:
    """Return where 同地区 ends and what words that point back were found to mean in the nearest stretch naming none."""
    for length in (2, 1):
        head = view.text[words.end : words.end + length]
        for scope in scopes:
            if not re.fullmatch("[一-鿿]+", head) or ending_in(view.text, scope, head, False):
                break
            told = [to for at, to in view.resolved.items() if scope.start <= at < scope.end]
            found = {name: to for to in told if (name := view.text[to.start : to.end]).endswith(head) and name != head}
            if found:
                return (words.end + length, next(iter(found.values()))) if len(found) == 1 else None
    return None


def _one_place(view: View, words: Span) -> tuple[int, Span] | None:
    """Return where 同市 ends, and the only place of its kind that the text has named so far."""
    head = view.text[words.end]
    if head not in "市町村県州" or re.match("[一-鿿]", view.text[words.end + 1 : words.end + 2]):
        return None
    found = ending_in(view.text, Span(0, words.start), head, False)
    found = [one for one in found if view.text[one.start] not in "同両各"]
    runs = re.findall(rf"[一-鿿々ヶァ-ヺー]+?{head}(?![一-鿿])", view.text[: words.start])
    others = {run for run in runs if run[0] not in "同両各" and len(morphemes(run)) > 1}  # 都市 is none
    names = {view.text[one.start : one.end] for one in found}
    return (words.end + 1, found[-1]) if len(names) == 1 and others <= names else None


_OWN = re.compile(r"(?<![一-鿿])当(?P<head>[社館院園店所校行党会省庁局署]|[一-鿿]{2,3})(?=[はがもをにのと、]|で[はも])")
_OF_IT = re.compile(
    r"その(?:中(?=に)|第?[\d一二三四五六七八九十]+[章条項節部]|(?![人者男女子地場年月日時他後先]|こ)[一-鿿ァ-ヺー]+"
    r"(?<![内外間上下前後中]))(?=[はがもを]|には|で[はも]|(?<=中)に)"
)


def more_things(view: View) -> Iterator[tuple[Span, Span, ThingKind]]:
    """Yield what 当館, その第4章 and ここ mean."""
    yield from _own(view)
    yield from _belonging(view)
    yield from _places(view)


def _places(view: View) -> Iterator[tuple[Span, Span, ThingKind]]:
    """Yield ここ and そこ where a sentence begins with the one place that the sentence before names."""
    match = _HERE.match(view.words())
    scope = next(view.scopes(view.here.start, 1), None) if match else None
    if match is None or scope is None or view.begins_before(scope):
        return
    found = [*place_names(view.text, scope)]
    for run in _PLACE.finditer(view.text, scope.start, scope.end):
        found = [one for one in found if one.end <= run.start() or one.start >= run.end()] + [Span(*run.span())]
    found.sort(key=lambda one: one.start)
    while len(found) > 1 and view.text[found[0].end : found[1].start] in ("", "の"):
        found = [Span(found[0].start, found[1].end), *found[2:]]
    if len(found) == 1:
        yield Span(view.here.start, view.here.start + match.end("word")), found[0], "thing"


_HERE = re.compile(r"(?P<word>[こそ]こ|同地)(?=では|で[一-鿿][ぁ-ん]{0,2}[たる]|には?(?!至)|で?[はへをかもが])(?!で、)")
_PLACE = re.compile(
    r"[一-鿿ァ-ヺー々]{1,8}(?:[市町村区県州島港駅館園院店校寺社川湖山谷浜岬橋城]|センター|広場|公園|集落|地区|工場|教室|室|食堂|市場|大学)(?=[はがもをにのでへと、]|から|まで|で)"
)


def _own(view: View) -> Iterator[tuple[Span, Span, ThingKind]]:
    """Yield 当館 and 当機構 with the first name of the text that ends so."""
    for match in view.places(_OWN):
        at = view.here.start + match.start()
        named = ending_in(view.text, Span(0, min(at, _FRONT)), match["head"], False)
        named = [one for one in named if re.match(r"[\s（(、]", view.text[one.end : one.end + 1])]
        if named and view.text[named[0].start] not in "当同":
            yield Span(at, view.here.start + match.end()), named[0], "thing"


_FRONT = 300  # characters at the head of a text that say who publishes it


def _belonging(view: View) -> Iterator[tuple[Span, Span, ThingKind]]:
    """Yield その第4章 with the thing that the sentence before is about, and その中 with what it has as an object."""
    match = _OF_IT.match(view.words())
    if match is None or not view.index or view.sentences[view.index - 1].paragraph != view.here.paragraph:
        return
    before, noun = view.sentences[view.index - 1], match.group().removeprefix("その")
    known = (
        re.search("[年月日週]", noun)
        or noun in view.text[before.start : before.end]
        or "サ変" in morphemes(noun)[-1][1]
        or re.fullmatch(HEAD, noun)  # the head of a body: any thing has none
    )
    if noun != "中" and (known or _NOT_POINTING.match(view.words())):
        return
    found = [
        one.span
        for one in marked(view.text, before.start, before.end, view.depth)
        if one.particle == "は" and not one.when and view.text[one.span.start] not in "こそあ"
    ]
    if any("人名" in morphemes(view.text[one.start : one.end])[-1][1] for one in found):
        return
    found = [one for one in found if not acts(view.text[one.start : one.end]) and view.person_at(one) is None]
    if match.group().endswith("中") or not found:
        found = objects(view.text, before.start, before.end, view.depth)
    if len(found) == 1 and view.person_at(found[0]) is None:
        meant = view.resolved.get(found[0].start, found[0])
        yield Span(view.here.start, view.here.start + match.end()), meant, "thing"


def _body(view: View, at: int, about: Sequence[Span], head: str) -> Span | None:
    """Return what 同社 or 同県 means whose name does not end so: the topic, whose somebody is, the one place named."""
    if head in "県市町村島州":
        if any(ending_in(view.text, scope, head, False) for scope in view.scopes(at, 2)):
            return None  # it names two
        named = next((found for scope in view.scopes(at, 2) if (found := place_names(view.text, scope))), [])
        known = [one for one in named if is_of_kind(view.text, one, head)]
        return known[0] if len(known) == 1 else None
    scope = next(view.scopes(at, 1), None)
    topic = next((one for one in about if scope and scope.start <= one.start < scope.end), None)
    if topic is None or scope is None or head not in ENDINGS:
        return None
    person = next((each for each in view.named(topic) if each.of), None)
    if person is not None and (of := view.text.rfind(person.of, scope.start, person.end)) >= 0:
        topic = Span(of, of + len(person.of))
    words = view.text[topic.start : topic.end]
    if any(view.text[one.start : one.end] not in words for one in ending_in(view.text, scope, head, False)):
        return None  # another such is named there
    other = is_body(words) and not re.search(rf"(?:{ENDINGS[head]})$", words)
    people = view.person_at(topic) is not None or (acts(words) and not is_body(words))
    return None if other or people else topic


def _back(head: str, same: bool, alone: bool) -> int:
    """Return how many sentences back a head may be named: a body or a place stays known for longer (同社, 同国)."""
    if not same:
        return 2 if alone else 6
    if re.match(rf"(?:{HEAD})(?![一-鿿])", head):
        return 5
    return 6 if re.match(r"[国市町村区県州社校館院園店所港局党行家組](?![一-鿿])|組合|団体", head) else 3


def _is_person(view: View, span: Span) -> bool:
    return any(span.start <= one.start and name_span(view.text, one).end == span.end for one in view.people)


_BECAME = re.compile(r"(?:と|に)(?:な[るりっ]|就[いく任]|選[ばび出])|を(?:務|つと)め|だった|であ|で、|だ。")


def _holder(view: View, span: Span) -> Span | None:
    """Return the person that a sentence says had the post at ``span`` (野呂は…館長となる), when one is its topic."""
    if not _BECAME.match(view.text, span.end):
        return None
    sentence = next((one for one in view.sentences if one.start <= span.start < one.end), None)
    if sentence is None:
        return None
    named = [name_span(view.text, one) for one in view.named(Span(sentence.start, span.start))]
    topics = [one for one in named if view.text.startswith("は", one.end)]
    return topics[0] if len(topics) == 1 else None
