"""Whom a word means that points back to one person: 同氏, 彼女, 本人, 自身, He, 그는, 他.

Invariant: the nearest stretch that names anybody decides, and where it names two and is about neither, nothing does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from corpus.document import Span
from corpus.structure.actors import acts, is_body, is_people, marked, objects
from corpus.structure.clauses import split_clauses
from corpus.structure.genders import genders, suits
from corpus.structure.holders import same_post, titled
from corpus.structure.names_ja import HEAD
from corpus.structure.people import morphemes
from corpus.structure.posts import Person
from corpus.structure.signs import NAME_RUN
from corpus.structure.views import View, name_span

_JA = re.compile(
    r"同氏(?!名)|同君|(?<![一-鿿ァ-ヺーA-Za-z])氏(?=[はがも])|(?<![一-鿿])同人(?=[はがも])|(?<![一-鿿])(?:彼女?)(?=[はがもにをの])"
    r"|(?<![一-鿿])(?:ご|御)?本人(?=[はがもにをのと、])|(?<![一-鿿ァ-ヺーん彼女])自身(?=[はがもにをの])"
)
_OF = {
    "en": re.compile(
        r"^(?:He|She|His|Her)(?=\s[a-z])|(?<=\s)(?:he|she|his)(?=\s[a-z])"
        r"|(?<=\s)her(?=\s(?!the|an?|that|to|in|on|at|for|with|from|by|and|but|or|as|when|if|into|about|out|up|off|how|what|why|who"
        r"|where|until|after|before|while|because|this|it|its)[a-z]+)"
    ),
    "ko": re.compile(
        r"(?:^|(?<=^당시 )|(?<=^이후 )|(?<=^그러나 )|(?<=^하지만 )|(?<=^또한 ))(?:그는|그가|그의|그를|그에게)(?=\s)"
        r"|(?<![가-힣])그녀(?:는|의|가|를|에게)(?=\s)"
    ),
    "zh": re.compile(r"(?<![其他她吉])[他她](?=[一-鿿])(?![们們人国國處处日乡杀])"),
}
_FAR = frozenset(("同氏", "同君", "同人", "彼", "彼女", "本人", "ご本人", "氏"))
_OTHERS = re.compile(r"[’']s\s[a-z]|\b(?:who|they|we|I|you|his|her)\b")  # it may be one who has no name here
_ADNOMINAL = re.compile(r"[「『]|(?:[ぁ-ん][ただるいう]|[一-鿿][ただるいう])(?:の|こと|と|[一-鿿ァ-ヺ])")


_I = re.compile(r"「(?:私|わたし|僕|俺)(?=[はがもにをの])")
_ANNOUNCED = re.compile(r"(?:次|以下)のように|こう(?:語|話|述|言|振り返|説明|書|呼びかけ|答)")
_OWN = re.compile(r"(?<![一-鿿])自分(?=[のでがを]|たち|自身)")


def persons(view: View, lang: str, about: Sequence[Span] = ()) -> Iterator[tuple[Span, Span]]:
    """Yield words that mean one person, with where that person is named; ``about`` is whom the paragraph is about."""
    female = genders(view)
    for match in view.places(_OF.get(lang, _JA)):
        start, word = view.here.start + match.start(), match.group()
        back = 3 if word in _FAR else 1 if word == "自身" else 2
        quoted = view.text[max(start - 2, 0) : start].rstrip()[-1:] in ('"', "”", "’")  # "…," he said
        if word in ("he", "she", "his", "her") and not quoted and _OTHERS.search(_less_who(view, start)):
            continue
        if lang == "zh" and _in_clause(view, start):
            continue
        if word == "氏" and _ends_name(view, start):
            continue
        one = one_person(view, start, back, word, female)
        if word in ("彼", "彼女"):
            one = _topic(view, start, one, about[:1]) or _foreign(view, start)
            if one is not None and _another_between(view, Span(one.end, start)):
                continue
        if one is not None:
            yield Span(start, view.here.start + match.end()), one
    if lang == "ja":
        yield from titled(view)
        yield from same_post(view)
        yield from _speaker(view)
        yield from _self(view)


def _ends_name(view: View, at: int) -> bool:
    """Say whether 氏 at a place is the title of a name in kana (安藤ひかり氏), and no word of its own (なお氏は)."""
    if any(one.end == at for one in view.people):
        return True
    return bool(re.search(r"[ぁ-ゖ]\Z", view.text[at - 1 : at])) and not _BEFORE_SHI.search(
        view.text[max(at - 4, 0) : at]
    )


# What hiragana may stand right before 氏 as a word of its own: particles, forms of verbs, conjunctions.
_BEFORE_SHI = re.compile(r"(?:[はがをにでとてもの]|から|また|なお|しかし|だが)\Z")


def _another_between(view: View, stretch: Span) -> bool:
    """Say whether somebody without a name is spoken of in a stretch: the eldest brother, a woman."""
    if stretch.end <= stretch.start:
        return False
    told = [
        one.span
        for one in marked(view.text, stretch.start, stretch.end, view.depth)
        if one.span.start > stretch.start  # the post behind the name
    ]
    told += objects(view.text, stretch.start, stretch.end, view.depth)
    told = [one for one in told if not re.match("を(?:務|つと)め", view.text[one.end : one.end + 3])]
    words = [view.text[one.start : one.end] for one in told if view.person_at(one) is None]
    return any(is_people(one) and not re.match("[こそ]の", one) for one in words)


def _in_clause(view: View, at: int) -> bool:
    """Say whether somebody is named in the very clause before a pronoun, who it then is not (蓬亚男赞同他的看法)."""
    clause = max(view.here.start, 1 + max(view.text.rfind(mark, view.here.start, at) for mark in "，；：。"))
    return bool(view.named(Span(clause, at)))


def _less_who(view: View, at: int) -> str:
    """Return the words of a sentence before ``at``, without who behind the name that it speaks of."""
    words = view.text[view.here.start : at]
    for one in reversed(view.named(Span(view.here.start, at))):
        behind = one.end - view.here.start
        words = words[:behind] + re.sub(r"^, who\b", ",", words[behind:])
    return words


def _topic(view: View, at: int, one: Span | None, about: Sequence[Span]) -> Span | None:
    """Return the topic in place of a person named before it, where it is one of people without a known name (母)."""
    near = list(view.scopes(at, 2))
    for topic in about:
        words = view.text[topic.start : topic.end]
        kind = morphemes(words)[-1]
        human = (is_people(words) and not is_body(words)) or "人名" in kind[1] or (kind[2] and _KANA.fullmatch(words))
        later = one is None or (one.end < topic.start and one not in view.resolved.values())
        if re.search("と、?(?:[^、。はがも]{1,20}の)?$", view.text[max(topic.start - 20, 0) : topic.start]):
            return one if one is not None and one.start > topic.start else None  # one of two equals
        if human and later and view.person_at(topic) is None and any(s.start <= topic.start < s.end for s in near):
            return topic
    return one


_KANA = re.compile(r"[ァ-ヺー]{3,}")


def _foreign(view: View, at: int) -> Span | None:
    """Return the subject in Latin letters of the sentence before, where the text has it beside a given name."""
    scope = next(view.scopes(at, 1), None)
    if scope is None or scope.start == view.here.start or view.begins_before(scope) or view.named(scope):
        return None
    found = list(_LATIN.finditer(view.text, scope.start, scope.end))
    whole = found and re.search(
        rf"\b[A-Z][a-zà-ÿ]+ {re.escape(found[0].group())}\b|\b{re.escape(found[0].group())}, (?:[A-Z]\.|[A-Z][a-z]+ )",
        view.text,
    )
    return Span(*found[0].span()) if whole and len(found) == 1 else None


_LATIN = re.compile(r"(?<![A-Za-z])[A-Z][a-zà-ÿ'’-]{2,}(?=\s?[はが])")


def _speaker(view: View) -> Iterator[tuple[Span, Span]]:
    """Yield 私 at the head of a quote with whom the sentence before announced (…は、次のように述べた。「私は…)."""
    match = _I.match(view.words())
    before = view.sentences[view.index - 1] if match and view.index else None
    if match is None or before is None or not _ANNOUNCED.search(view.text, before.start, before.end):
        return
    people = [name_span(view.text, one) for one in view.named(Span(before.start, before.end))]
    told = [one for one in people if re.match("[はがも]", view.text[one.end :][:1])]
    if len(told) == 1:
        yield Span(view.here.start + 1, view.here.start + match.end()), told[0]


def _self(view: View) -> Iterator[tuple[Span, Span]]:
    """Yield 自分 with who does what it stands in: the subject named last before it in its sentence."""
    for match in view.places(_OWN):
        at = view.here.start + match.start()
        before = [one for one in marked(view.text, view.here.start, at, view.depth) if not one.when]
        words = view.text[before[-1].span.start : before[-1].span.end] if before else ""
        if before and before[-1].span.start not in view.resolved and acts(words) and words[0] not in "同両各彼":
            yield Span(at, view.here.start + match.end()), before[-1].span


def one_person(view: View, at: int, back: int, word: str = "", female: Mapping[str, bool] | None = None) -> Span | None:
    """Return whom a word at ``at`` means: the one person of the nearest stretch that names any, or its topic."""
    for scope in view.scopes(at, back):
        people = [one for one in view.named(scope) if suits(view, one, word, female or {})]
        if word == "同氏" and len(people) > 1:  # of two the one who is called so where the other is called さん
            called = [one for one in people if view.text.startswith("氏", one.end)]
            people = called if len(called) == 1 else people
        if len(people) == 1 and _beside_post(view, people[0]):
            return None
        if len(people) == 1:
            return None if _KIN_OF_ZH.match(view.text, people[0].end, scope.end) else view.place(people[0])
        if people:
            return _of_two(view, people, scope)
    return None


_KIN_OF_ZH = re.compile(
    r"的[^，。；的]{0,4}?(?:同学|女儿|儿子|孙子|孙女|丈夫|妻子|父亲|母亲|哥哥|姐姐|弟弟|妹妹|朋友|同事|徒弟|学生|老师|助手|秘书|邻居)(?=[一-鿿])"
)  # another person is named there, without a name that shows


def _of_two(view: View, people: list[Person], scope: Span) -> Span | None:
    """Return which of several people a stretch is about: its topic, or whom its last clause brings in."""
    spans = [name_span(view.text, one) for one in people]
    topics = [one for one in spans if re.match("は|는|은", view.text[one.end :][:1])]
    if not topics:
        return _modified(view, spans)
    if len(topics) != 1 or any(_equals(view, one, topics[0]) for one in spans if one.end <= topics[0].start):
        return None
    if any(_MEETS.match(view.text, one.end, scope.end) for one in spans if one.start > topics[0].start):
        return None  # AはBを訪ね、話し合った。同氏は: either
    later = [one for one in spans if one.start > topics[0].start and view.text.startswith("が", one.end)]
    if not later:
        return view.place(people[spans.index(topics[0])])
    clauses = split_clauses(view.text[scope.start : scope.end])
    last = scope.start + clauses[-1].start if clauses else scope.start
    came = len(later) == 1 and later[0].start >= last > topics[0].start and spans[-1] == later[0]
    return later[0] if came and not _ADNOMINAL.search(view.text, later[0].end, scope.end) else None


def _beside_post(view: View, person: Person) -> bool:
    """Say whether a person is named beside one who is called by a post, whatever the name is (社長と井手部長は)."""
    before = view.text[max(person.start - _POST_REACH, 0) : person.start]
    return bool(_POST_AND.search(before) or _AND_POST.match(view.text, name_span(view.text, person).end))


_POST_REACH = 12
_POST_AND = re.compile(rf"(?:^|[^一-鿿々ァ-ヺー・])(?:{HEAD})と、?\Z")
_AND_POST = re.compile(rf"と、?(?:{NAME_RUN}の)?[一-鿿々ァ-ヺー・]{{1,16}}?(?:{HEAD}|氏|さん)(?=[はがも]|の両)")
_MEETS = re.compile(
    r"(?:[をとに]|の(?:もと|元|ところ|自宅|家)[をに])、?[^。はが]{0,20}?(?:会っ|会い|会談|面会|面談|対談|話し合|訪ね|訪れ|訪問|電話|協議|相談)"
)


def _equals(view: View, one: Span, other: Span) -> bool:
    """Say whether a stretch joins two people as equals, the second with what he or she is (AとB社長は)."""
    return bool(_JOINS.fullmatch(view.text, one.end, other.start))


_JOINS = re.compile(r"(?:と、?|や|及び|および|[와과]\s)[^、。はがをも,.]{0,20}")


def _modified(view: View, spans: Sequence[Span]) -> Span | None:
    """Return the one whom が marks and whom words modify in which the others stand (Aに近いBが)."""
    last = spans[-1]
    words = view.text[spans[0].start : last.start]
    inside = re.search(r"[^はがも、。]*(?:[ぁ-ん][ただるいう]|[一-鿿][ただるいう])\Z", words)
    if inside is None or not re.match("が(?!、)", view.text[last.end :][:2]) or re.search("[はがも、。]", words):
        return None
    return last
