"""Which two are meant by words that point back to two: 両国, 両社, 両氏, 前者 and 後者, "the former", 兩人.

Invariant: two are meant only where a stretch, or the sentences back to where the second is found, name exactly two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from corpus.document import Span
from corpus.places import meet
from corpus.structure.actors import is_body, is_people
from corpus.structure.bodies import ENDINGS
from corpus.structure.both_countries import two_countries
from corpus.structure.both_people import couple, two_people
from corpus.structure.contrasted import contrasted, gapped
from corpus.structure.counted_out import counted_out
from corpus.structure.english_names import listed, named_subjects
from corpus.structure.fuller import fuller
from corpus.structure.joined import joined_pair
from corpus.structure.names_ja import HEAD
from corpus.structure.nouns import ending_in
from corpus.structure.people import morphemes
from corpus.structure.places_ja import place_names
from corpus.structure.posts_en import EN_OFFICE
from corpus.structure.views import View

PairKind = Literal["people", "countries", "thing"]

_PEOPLE = re.compile(
    r"(?<![一-鿿ァ-ヺー])両(?P<post>大統領|首相|外相|総書記|首脳|氏|者|名|人)(?=[はがもにをので])|(?<![一-鿿])(?<![はが])(?:二人|ふたり"
    r"|(?<![\d０-９])[2２]人)(?=[はがもにをの])"
    r"|(?:^|(?<=[，；]))(?:两人|兩人|二人|他们|她们)(?!们)|^두 사람"
    rf"|^(?:The two|Both) (?P<lead>leaders)\b|^(?:The two|Both) (?:{EN_OFFICE})s\b"
    r"|^(?:They|The (?:two|couple|pair)(?: men| women)?)(?=\s[a-z])"
    r"|(?:^|(?<=[，；]))[两兩]位(?:(?P<head>领导人|領導人|领袖|元首)|[一-鿿]{2,3}?(?=[的在都均将已也则于就同签表达认讨商，]))"
    r"|^Both(?=\s(?:have|had|were|are|will|would|also|still|now|(?!the|these|those|of|men|women|people|parents|side|my|his|her|their|our|your"
    r"|\w+s\b)[a-z]+)\s)"
)
_COUNTRIES = re.compile(r"両国(?=[はがもにをので、間政首関])|^(?:两国|兩國|양국)")
_BODIES = re.compile(
    r"(?<![一-鿿ァ-ヺー])両(?P<head>[市町村区県州都社校大行党軍省庁館院園港駅島紙誌家]|政府|大学|病院|団体|組合|委員会|協会|球団"
    rf"|[案論説書法区川山橋村駅条]|条約|協定|論文|計画|事業|制度|路線|提案|地域|世帯|工場|会議|地区|施設|(?!サイド|ウイング)[ァ-ヺー]{{3,}}|{HEAD})(?=[はがもにをのとで、間]|から|へ)"
)
_FREE = re.compile(r"[社校紙誌行店]|球団|団体|[ァ-ヺー]+")  # 東陽化成 is a 社, 青峰FC a クラブ
_BOTH = re.compile(
    r"(?:この|その|これら)(?:二つ|2つ|２つ|両者|二者)(?!目|の)|^(?:Both|The two) (?!men|women)[a-z]{3,}s\b"
    r"|^Neither(?=\s(?:has|had|is|was|will|would|could|can)\b)"
    r"|(?:^|(?<=[，；]))[两兩]者(?=[都均皆也])|(?<![一-鿿])双方(?=[はがもの都均皆也])|(?:^|(?<=[，；]))[两兩](?:地|市|县|校|家|村|镇|公司)"
    r"|^(?:두|양) ?(?:나라|회사|도시"
    r"|기관|학교|마을|지역|섬|사"
    r"|시|교|측|군|구|정부)(?=[은는이가을를의도])"
)
_NO_PEOPLE = re.compile(  # what people are not, so that two of them are not meant
    r"(?:Both|The two) (?:countries|nations|states|governments|republics|companies|firms|cities|towns|villages"
    r"|clubs|teams|universities|schools|colleges|banks|agreements|documents|reports|plans|proposals|projects|buildings)\b"
    r"|[两兩](?:地|市|县|校|家|村|镇|公司)"
)
_ONE_OF_TWO = re.compile(
    r"(?P<first>前者|\b[Tt]he former(?=[\s,.])|전자(?=[는가를의도]|에|로))|(?:後者|后者|\b[Tt]he latter(?=[\s,.])"
    r"|후자(?=[는가를의도]|에|로|다[.\s]|이다))"
)
_COUNTED_KO = re.compile(r"^이들(?=[은이의을])")
_COUNT_KO = re.compile(r"(?<![가-힣])(?:[가-힣]+\s)?[가-힣]+\s(?:\d+|두|세|네|다섯|여섯|일곱|여덟|아홉|열|스무)\s?명")
_POSTS = ("大統領", "首相", "外相", "総書記")
_CHAINED = re.compile(r"前者|後者|后者|[Tt]he (?:former|latter)\b|전자[는가의]|후자[는가의다]")


def pairs(view: View, about: Sequence[Span]) -> Iterator[tuple[Span, tuple[Span, ...], PairKind]]:
    """Yield words that mean two, or one of two, with where these are named and what they are.

    ``about`` is whom the paragraph, and then the whole text, has been about.
    """
    for pattern in (_PEOPLE, _COUNTRIES, _BODIES, _BOTH, _COUNTED_KO, _ONE_OF_TWO):
        for match in view.places(pattern):
            at = view.here.start + match.start()
            if found := _meant(view, match, at, about):
                yield Span(at, view.here.start + match.end()), *found


def _meant(
    view: View, match: re.Match[str], at: int, about: Sequence[Span]
) -> tuple[tuple[Span, ...], PairKind] | None:
    """Return what words at ``at`` mean that a pattern of this module found, and what these are, or None."""
    if match.re is _PEOPLE:
        return None if _NO_PEOPLE.match(view.text, at) else _people(view, match, at, about)
    if match.re is _COUNTRIES:
        pair = two_countries(view, at)  # no others are countries: not two leaders, nor two of their meetings
        return (pair, "countries") if pair else None
    if match.re is _COUNTED_KO:
        many = _counted(view, at)
        return ((many,), "people") if many is not None else None
    counted = _counted_out(view, match, at) if match.re is _ONE_OF_TWO else None
    named = counted or (
        _two_bodies(view, at, match["head"])
        if match.re is _BODIES
        else _two_named(view, at, view.text[view.here.start + match.end()] != "を")
    )
    if named is not None and len(named) == len("ab") and re.search("[ぁ-ん]", view.words()):
        named = fuller(view.text, (named[0], named[1]))
    if not named or (_NO_PEOPLE.match(match.group()) and any(view.person_at(one) is not None for one in named)):
        return None
    return ((named[0 if match["first"] else 1],) if match.re is _ONE_OF_TWO else named), "thing"


def _counted_out(view: View, match: re.Match[str], at: int) -> tuple[Span, ...] | None:
    """Return the two that are listed or counted out before 前者, or "the former"."""
    english = match.group().lower().startswith("the ")
    return (listed(view, at) if english else None) or counted_out(view)


def _people(
    view: View, match: re.Match[str], at: int, about: Sequence[Span]
) -> tuple[tuple[Span, ...], PairKind] | None:
    """Return which two people words mean, or which two things where they may be (両者)."""
    leaders = bool(match["lead"] or match["head"] or match["post"] == "首脳")
    both = two_people(view, at, about, leaders) or (() if leaders else couple(view, at))
    if both and (match["post"] not in _POSTS or all(_holds(view, one, match["post"]) for one in both)):
        return both, "people"
    two = _two_named(view, at) if re.match("両者|The two", match.group()) else None
    return (two, "thing") if two else None


def _holds(view: View, place: Span, post: str) -> bool:
    """Say whether whoever is named at a place holds a post."""
    person = view.person_at(place)
    return any(other.post.endswith(post) for other in view.people if other.name == person)


def _counted(view: View, at: int) -> Span | None:
    """Return the one phrase of the sentence before that counts people (순회 사서 12명)."""
    scope = next(view.scopes(at, 1), None)
    found = list(_COUNT_KO.finditer(view.text, scope.start, scope.end)) if scope is not None else []
    return Span(*found[0].span()) if len(found) == 1 else None


def _two_bodies(view: View, at: int, head: str) -> tuple[Span, ...]:
    """Return the two people of a post (両委員), or phrases that end in a head, of the nearest stretches, each once."""
    known: dict[str, Span] = {}
    posted = {one.name for one in view.people if one.post.endswith(head)}
    for scope in view.scopes(at, 3):
        known |= {one.name: view.place(one) for one in view.named(scope) if one.name in posted - known.keys()}
        if posted:
            if len(known) > 1:
                break
            continue
        joined = joined_pair(view.text, scope, view.depth)
        if joined is not None and all(view.text[one.start : one.end].endswith(head) for one in joined):
            return joined
        for span in ending_in(view.text, scope, head, False):
            known.setdefault(view.text[span.start : span.end], span)
        if len(known) > 1:
            break
    if len(known) < 2 and (joined := _two_named(view, at)) is not None:
        ends = [
            re.search(rf"(?:{ENDINGS.get(head, re.escape(head))})$", view.text[one.start : one.end]) for one in joined
        ]
        named_so = head in ENDINGS or re.fullmatch(HEAD, head) or _FREE.fullmatch(head) or head in "市町村県州島港"
        if not named_so and not all(ends):
            return ()
        places = head in "市町村県州島港" and all(place_names(view.text, one) for one in joined)
        return joined if any(ends) or places or all(is_firm(view, one, head) for one in joined) else ()
    if any(one != other and one in other for one in known for other in known):
        return ()  # one of them by two names
    return tuple(sorted(known.values(), key=lambda one: one.start)) if len(known) == 2 else ()


def is_firm(view: View, span: Span, head: str) -> bool:
    """Say whether a phrase is a name, and of nothing else than what a head may be of that names need not end in."""
    name = view.text[span.start : span.end].rpartition("の")[2]
    read = morphemes(name)
    proper = any("固有名詞" in kind or unknown for _, kind, unknown in read)
    other = is_people(name) or is_body(name) or view.person_at(span) is not None
    return bool(_FREE.fullmatch(head)) and proper and not other and not all("地名" in kind for _, kind, _ in read)


def _two_named(view: View, at: int, people_too: bool = True) -> tuple[Span, Span] | None:
    """Return the two that the nearest stretch joins or contrasts; what says 前者 itself leads on to before it.

    Where not ``people_too``, two people are none: of two things one is chosen (後者を選んだ).
    """
    own = list(_CHAINED.finditer(view.text, view.here.start, at))
    if len(own) == 2 and re.match("[两兩両]者", view.text[at:]):  # 前者…，后者…，两者都
        return _two_named(view, own[0].start())
    first = view.sentences[max(view.index - 1, 0)].paragraph != view.here.paragraph
    for scope in view.scopes(at, 3):
        if not first and view.begins_before(scope):
            break
        chained = _CHAINED.search(view.text, scope.start, scope.end)
        inside = scope.start == view.here.start
        if chained and not inside and (told := _told_apart(view, scope)) is not None:
            return told
        if chained and (not inside or chained.start() == scope.start):
            continue
        if both := _two_of(view, Span(scope.start, chained.start()) if chained else scope, people_too):
            return both
    return named_subjects(view)


_THREE = re.compile(  # やめる案と、減らす案と、続ける案を
    r"(?P<head>こと|[一-鿿]{1,3})と、?[^、。]{2,40}(?P=head)と、?[^、。]{2,40}(?P=head)[をがはのに]"
)


def _two_of(view: View, scope: Span, people_too: bool) -> tuple[Span, Span] | None:
    """Return the two that one stretch joins, contrasts or names."""
    parted = gapped(view.text, scope, view.depth)
    if parted or _THREE.search(view.text, scope.start, scope.end):
        return parted
    before = [both for at, both in view.paired.items() if scope.start <= at < scope.end]
    if len(before) == 1:  # what 両氏 means there, 前者 goes on to part
        return before[0][0], before[0][1]
    if (both := contrasted(view.text, scope, view.depth)) is not None:
        return both
    people = [view.place(one) for one in view.named(scope)] if people_too else []
    joined = joined_pair(view.text, scope, view.depth)
    if len(people) == 2 and (joined is None or any(meet(one, each) for one in people for each in joined)):
        return people[0], people[1]
    if not people_too and joined and any(_is_somebody(view, one) for one in joined):
        return None
    return joined


def _is_somebody(view: View, span: Span) -> bool:
    return view.person_at(span) is not None or is_people(view.text[span.start : span.end])


_TURN = re.compile("[前後后]者|[Tt]he former|[Tt]he latter|전자|후자")


def _told_apart(view: View, scope: Span) -> tuple[Span, Span] | None:
    """Return what 前者 and 後者 of a stretch were found to mean, where it has both."""
    told = [view.resolved.get(match.start()) for match in _TURN.finditer(view.text, scope.start, scope.end)]
    return (told[0], told[1]) if len(told) == 2 and told[0] is not None and told[1] is not None else None
