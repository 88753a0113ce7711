"""The subject that a Japanese sentence leaves out: whom the sentences before it are about.

Invariant: only a sentence that tells what someone did, and names no one who did it, lacks a subject; it is the one the
paragraph has been about since it was last named, and none where a second one came in between.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from corpus.document import Span
from corpus.structure.actors import is_body, is_people, objects
from corpus.structure.clauses import split_clauses
from corpus.structure.named_subjects import plain_of, subjects_named
from corpus.structure.predicates import acts_last, bare, describes, has_object, reports, says, speaks
from corpus.structure.views import View


@dataclass(frozen=True, slots=True)
class Topic:
    """Whom a paragraph is about, and how many sentences about a thing stand since; ``acts``: no mere thing."""

    span: Span
    gap: int = 0
    acts: bool = True
    rival: bool = False  # its sentence tells what was done to somebody else


_WRITER = re.compile(
    r"(?<![一-鿿])(?:私|わたし|僕|俺|筆者|評者|我々|われわれ|私たち|我が家|我が社|うち)(?:自身)?[はがも](?!うち)"
)
_FULL = re.compile(r"[。！？][」』）)]*$|[」』]$")
_LIES = re.compile(
    r"(?:(?<!で)(?<!でも)あ(?:る|った|ります)|[らかさたなまわがばれ](?:れた|れている|れていた|れました))。?$"
)
# What everyone has one of: a sentence that says which is about whom the sentence before is about.
_HAS = re.compile(
    r"^(?:前職|本職|本業|専門|専攻|出身|出身地|生まれ|本名|旧姓|趣味|特技|口癖|肩書き?|年齢|持論|信条|代表作|主著|著書|妻|夫)(?:は|に(?:は|、))"
)
_LONGEST_GAP = 1


def follow(
    view: View, meant: Mapping[int, Span], topic: Topic | None, hero: Span | None
) -> tuple[Topic | None, Span | None]:
    """Return whom the paragraph is about after a sentence, and whom its subject left out means, or None.

    ``meant`` gives what phrases of the sentence mean that point back, by where they begin; ``hero`` is the one person
    whom the whole text is about, who needs no naming where a paragraph begins.
    """
    if _begins(view):
        topic = Topic(hero) if hero is not None and hero.end <= view.here.start else None
    plain = plain_of(view)
    found = subjects_named(view, plain, meant)
    if _WRITER.search(plain) or found.kind == "many":
        return None, None
    if found.kind == "one" and found.who is not None:
        rival = topic is not None and not _names(view, topic.span) & _names(view, found.who)
        people = is_people(view.text[found.who.start : found.who.end]) or view.person_at(found.who) is not None
        if (found.comes_in and rival) or (_LIES.search(view.words()) and not people):
            return None, None  # either may be meant by what follows, or it is a place where something lies
        others = objects(view.text, view.here.start, view.here.end, view.depth)
        return Topic(found.who, 0, found.acts, any(is_people(view.text[one.start : one.end]) for one in others)), None
    if topic is None or _other_role(view, plain, topic, meant):
        return None, None
    return _left_out(view, plain, topic, found.kind == "thing")


def _left_out(view: View, plain: str, topic: Topic, thing: bool) -> tuple[Topic | None, Span | None]:
    """Return what remains of a topic behind a sentence that names no one who acts, and whether it is what it lacks."""
    if topic.acts and _HAS.match(plain):
        return Topic(topic.span), topic.span
    if thing:
        kept = topic.gap < _LONGEST_GAP and topic.acts
        return (Topic(topic.span, topic.gap + 1) if kept else None), None
    return (Topic(topic.span, 0, topic.acts), topic.span) if _lacks(view, plain, topic) else (topic, None)


def _begins(view: View) -> bool:
    """Say whether a paragraph, the item of a list or another line begins with a sentence."""
    before = view.sentences[view.index - 1] if view.index else None
    return before is None or before.paragraph != view.here.paragraph or "\n" in view.text[before.end : view.here.start]


def _lacks(view: View, plain: str, topic: Topic) -> bool:
    """Say whether a sentence that names no subject tells what its topic did."""
    words = view.words().rstrip()
    at = re.match(r"(?:[^、。]{0,8}、)?(?P<at>[^、。はがも]{1,20})では", plain)
    if at is not None and is_body(at["at"]) and not re.search("[市町村区県国]$", at["at"]):
        return False  # エアバスでは…を開発した
    if topic.rival and bare(plain) != plain.rstrip():
        return False  # 県警は男を逮捕した。否認しているという。
    if reports(words) or speaks(words) or not _FULL.search(words):
        return False
    if says(words):
        return topic.acts
    told = bare(plain)
    strong = has_object(told) and acts_last(told)
    return strong or (
        not topic.gap and (acts_last(told) or (topic.acts and (describes(words) or _began_active(view, plain))))
    )


def _other_role(view: View, plain: str, topic: Topic, meant: Mapping[int, Span]) -> bool:
    """Say whether a sentence names its topic where it is not the subject: then somebody else is (彼の手元を見て…)."""
    names, here = _names(view, topic.span), view.here
    again = names & {one.name for one in view.named(Span(here.start, here.end))}
    return bool(again) or any(
        names & _names(view, span)
        for at, span in meant.items()
        if plain[at - here.start] in "彼同" and not re.match(r"[^、。]{1,4}によ[ればると]", plain[at - here.start :])
    )


def _names(view: View, span: Span) -> set[str]:
    return {one.name for one in view.named(span)}


def _began_active(view: View, plain: str) -> bool:
    """Say whether the clauses before the last one do something to something (…を手がけ、…と呼ばれた)."""
    clauses = split_clauses(view.words())
    return len(clauses) > 1 and has_object(plain[: clauses[-1].start])
