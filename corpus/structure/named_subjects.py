"""What a Japanese sentence says its subject is: what は, が or も marks and can act, or does something.

Invariant: what stands in a clause inside of the sentence (said, thought, before a noun) is no subject of it; whom it
names is a slice of the text, or what a word in the place of the subject was found to mean.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from corpus.document import Span
from corpus.structure.actors import Marked, acts, marked, named, noun_phrases
from corpus.structure.clauses import split_clauses
from corpus.structure.places_ja import countries
from corpus.structure.predicates import acts_last, bare, complement, has_object, says, tells_saying
from corpus.structure.views import View, name_span


@dataclass(frozen=True, slots=True)
class Subjects:
    """What a sentence says of its subject: whom it names (``who``), or that it names a thing, two, or nothing."""

    kind: Literal["one", "thing", "many", "none"]
    who: Span | None = None
    acts: bool = True
    comes_in: bool = False  # が marks them


_SELF = re.compile(
    r"^(?:私|わたし|わたくし|僕|筆者|著者$|評者|われわれ|我々|私たち|本稿|小稿|本研究|本報告|本書|当(?![主局人事時地選初番])(?=[一-鿿])|弊社)"
)
_ANYONE = re.compile(r"(?:^|[^一-鿿々の])(?:人|者|人々|人たち|方|方々|声)$|[るたいな](?:人|者|人々|人たち|方)$")
_POINTING = re.compile(
    r"^(?:[同両各彼誰何]|(?:他|別|多く|一部|複数|ほとんど|大半|大部分|[^の]{1,6}など)の|氏$|この|その|あの|こうした|そうした|これ|それ|あれ|ここ|そこ|だれ|どの|いずれ|双方|前者|後者|自身|ご?本人|自分|全員|一同|みな|みんな|互い|それぞれ|どちら|多く|大半|一部|半数|残り|ほか)|(?:多く|大半|一部|半数|一人|ひとり|二人|三人|誰)$"
)
_KIN = re.compile(r"(?:父|母|夫|妻|兄|弟|姉|妹|息子|娘|祖父|祖母|長男|長女|次男|次女|両親|家族)(?:親)?$")
_BY_ONESELF = re.compile(
    r"(?:自分|自力|一人|ひとり|独り|独力|手|手作業|夫婦|家族)で|自ら"
)  # 店は一人で続けた: an object
_SEVERAL = re.compile(
    r"(?<![一-鿿\d])(?:[二三四五六七八九十両\d]+[人者氏](?=[はが])|(?:双方|両者|両氏|全員|みな|みんな|いずれ)(?=とも|[はがも]))"
)
_CLEFT = re.compile(r"のは[^、。]*で、")  # 刷ったのは市内の業者で、…と話す
_COUNTS = re.compile(
    r"は(?:約|延べ|およそ|のべ|計)?[\d一二三四五六七八九十百千万,.]+(?:人|名|社|店|軒|戸)(?:だ|である|です|いる|に上る|に達|ほど|。)"
)
_CALLED = re.compile(r"[家者員師手人生長]の[ぁ-ん一-鿿]{1,4}[ァ-ヺー]{2,5}$")  # 漫画家のつばきナオ
_COUNTED = re.compile(r"の[二三四五六七八九十数\d]+[一-鿿]$")  # 桐生、荒巻、早瀬の三村
_CLEFT_END = re.compile(r"の(?:は|が)、?(?P<who>[^。はがも]{2,40}?)(?:だ|である|です|だった|であった|でした)?。?$")
_IS_PERSON = re.compile(
    r"は、?(?P<who>[^。はがも]{2,40}?)(?:、?\d+歳)?(?:だ|である|です|だった|であった|でした)?。?$"
)  # 店主は江成さんだ


def plain_of(view: View) -> str:
    """Return a sentence with ＿ for what its quotes and brackets hold."""
    return "".join("＿" if view.depth[at] else view.text[at] for at in range(view.here.start, view.here.end))


def subjects_named(view: View, plain: str, meant: Mapping[int, Span]) -> Subjects:
    """Return what a sentence says of its subject.

    It is the topic that は marks, and what can act comes first; what が marks inside of a clause that is said, thought
    or goes with a noun is no subject of the sentence. ``plain`` is the sentence without its quotes; ``meant`` gives
    what its phrases mean that point back, by where they begin.
    """
    told = _identified(view, plain)
    if told is not None or _COUNTS.search(plain):
        return Subjects("thing") if told is None else Subjects("one", told)
    start, clauses, said = view.here.start, split_clauses(view.words()), complement(plain)
    last = start + (clauses[-1].start if clauses else 0)
    phrases = [
        one
        for one in marked(view.text, start, view.here.end, view.depth)
        if not one.when and not one.inside and not (said and one.particle == "が" and one.span.start < start + said)
    ]
    actors = [one for one in phrases if _is_actor(view, one, meant)]
    kin = [one for one in actors if _KIN.match(view.text[one.span.start : one.span.end])]
    if kin and len(kin) == len(actors) and not acts_last(bare(plain)):
        return Subjects("thing")  # 父は大工だった: it is said of whom the paragraph is about
    topics = [one for one in actors if one.particle == "は"] or [one for one in actors if one.particle == "も"]
    if not topics:
        topics = [one for one in phrases if one.particle == "は" and _does(view, plain, one)]
    if said and len(topics) > 1:
        topics = [one for one in topics if one.span.start > start + said] or topics[:1]
    if len(topics) == 1:
        later = [
            one for one in actors if one.span.start > topics[0].after and one.span.start >= last > topics[0].span.start
        ]
        who = None if later and not said else _meant(view, topics[0], meant)
        return Subjects("many") if who is None else Subjects("one", who, _is_person(view, topics[0]))
    return _without_topic(view, plain, meant, Found(phrases, actors, last, bool(topics)))


@dataclass(frozen=True, slots=True)
class Found:
    """The marked phrases of a sentence, those that can act, where its last clause begins, and whether はs compete."""

    phrases: list[Marked]
    actors: list[Marked]
    last: int
    compete: bool


def _without_topic(view: View, plain: str, meant: Mapping[int, Span], found: Found) -> Subjects:
    """Return what a sentence says of its subject in which は does not mark the one who acts."""
    phrases, actors = found.phrases, found.actors
    if found.compete or len(actors) > 1:
        return Subjects("many")
    if actors:  # only one that が marks
        who = _meant(view, actors[0], meant) if len(phrases) == 1 and _by_name(view, actors[0], meant) else None
        return Subjects("many") if who is None else Subjects("one", who, _is_person(view, actors[0]), comes_in=True)
    if _SEVERAL.search(plain) or (_CLEFT.search(plain) and says(plain)):
        return Subjects("many")
    rest = [one for one in phrases if one.span.start >= found.last or one.particle == "は"]
    alone = bool(_BY_ONESELF.search(plain)) and acts_last(bare(plain))
    if (
        complement(plain)
        or alone
        or (rest and all(one.particle != "が" for one in rest) and _is_object(plain, view, rest))
    ):
        rest = []
    return Subjects("thing" if rest else "none")


def _does(view: View, plain: str, phrase: Marked) -> bool:
    """Say whether a sentence tells of a topic, whatever it is, that it said or did something to something."""
    after = phrase.after - view.here.start
    own = next((one.end for one in split_clauses(plain) if one.end > after), len(plain))
    if not has_object(plain[after:own]) and not says(bare(plain[after:])):
        return False  # what the later clauses tell, somebody else may have done
    behind = plain[after:]
    told = bare(behind)
    outside = behind.startswith("、") or re.search(
        "[がを]", behind[: complement(behind)]
    )  # else the topic is of what is said
    return (says(told) and bool(outside)) or (has_object(told) and acts_last(told))


def _identified(view: View, plain: str) -> Span | None:
    """Return whom a sentence says it was that did something: 河岸を仕切ったのは問屋の大沼家である."""
    match = _CLEFT_END.search(plain) or _IS_PERSON.search(plain)
    if match is None:
        return None
    start, stop = view.here.start + match.start("who"), view.here.start + match.end("who")
    chunk = next((one for one in noun_phrases(view.text, Span(start, stop), view.depth) if one.end == stop), None)
    if chunk is None:
        return None
    person = _person(view, chunk)
    if match.re is _IS_PERSON:
        return person
    return person or (chunk if acts(view.text[chunk.start : chunk.end]) else None)


def _is_object(plain: str, view: View, phrases: list[Marked]) -> bool:
    """Say whether what は or も marks is what is said or done rather than who does it (詳細は語らなかった)."""
    behind = plain[phrases[-1].after - view.here.start :].rstrip()
    said = tells_saying(behind) and not has_object(plain) and "と" not in behind
    return said or (all(one.particle == "も" for one in phrases) and acts_last(plain))


def _is_actor(view: View, phrase: Marked, meant: Mapping[int, Span]) -> bool:
    if (known := meant.get(phrase.span.start)) is not None:
        return _can_act(view, known)
    return _can_act(view, phrase.span)


def _can_act(view: View, span: Span) -> bool:
    words = view.text[span.start : span.end]
    if words in ("店", "館", "園", "寺", "院", "校", "家", "会", "船"):
        return False  # a thing of whom the paragraph is about
    return (
        acts(words)
        or named(words)
        or bool(_CALLED.search(words))
        or _person(view, span) is not None
        or bool(countries(view.text, span))
    )


def _is_person(view: View, phrase: Marked) -> bool:
    """Say whether a topic is one who acts, and no thing with a name."""
    words = view.text[phrase.span.start : phrase.span.end]
    return (
        bool(_POINTING.search(words))
        or acts(words)
        or _person(view, phrase.span) is not None
        or bool(countries(view.text, phrase.span))
    )


def _by_name(view: View, phrase: Marked, meant: Mapping[int, Span]) -> bool:
    return (
        phrase.span.start in meant
        or _person(view, phrase.span) is not None
        or named(view.text[phrase.span.start : phrase.span.end])
    )


def _person(view: View, span: Span) -> Span | None:
    """Return the person that a noun phrase ends in, with the title printed behind the name."""
    for one in reversed(view.named(span)):
        whole = name_span(view.text, one)
        if whole.end == span.end:
            return whole
    return None


def _meant(view: View, phrase: Marked, meant: Mapping[int, Span]) -> Span | None:
    """Return what a phrase in the place of a subject means; None where it only points, or means who writes."""
    if (known := meant.get(phrase.span.start)) is not None:
        return known
    words = view.text[phrase.span.start : phrase.span.end]
    if (
        _SELF.match(words)
        or _POINTING.search(words)
        or _ANYONE.search(view.text[max(phrase.span.start - 1, 0) : phrase.span.end])
    ):
        return None
    if _COUNTED.search(words) and view.text[phrase.span.start - 1] in "、・":
        return None  # the last of a list, and what counts all of it
    return _person(view, phrase.span) or phrase.span
