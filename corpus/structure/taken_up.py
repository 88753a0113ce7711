"""What a subject takes up in the midst of a sentence: …を発表したが、町はこれに反対した; 市ではこれを受けて.

Invariant: it is the only object of the clauses before in the sentence, or the sentence before; never a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.document import Span
from corpus.structure.actors import objects
from corpus.structure.phrases import modified
from corpus.structure.said_before import sentence_before
from corpus.structure.views import View

# これ of a later clause that has a subject of its own and no other object.
_OBJECT = re.compile(
    r"(?P<first>[^。]{6,}?(?:[ただいるうくすつぬぶむ]が|ものの|けれども?|のに対し|[いきしちにびみりえけせてねべめれっん][てで]|し|ず))、"
    r"(?P<who>[^、。はがもを]{1,24}[はもが])、?(?P<it>これ)(?=[をに](?!よ|つい|加|伴|先|続|次|対し|て))"
)
_RECEIVED = re.compile(r"[^、。はがも]{1,24}(?:で)?(?:は|も|が)、?(?P<it>これ)(?=を受け|に(?:応じ|こたえ|応え)て)")
# 急ぎたいとの意見があり、会長はこれを了承した
_VOICED = re.compile(
    r"(?P<said>[^。]{4,80}?(?:との|という|旨の)(?:発言|意見|提案|要望|要請|指摘|声|報告|説明|申し?[出入]れ?|提言|苦情|動議))が(?:あ|出|寄せ)[^、。]{0,6}、"
    r"(?P<who>[^、。はがもを]{1,24}[はもが])、?(?P<it>これ)(?=[をに](?!よ|つい|加|伴|先|続|次|対し|て))"
)
_ANSWERS = re.compile(
    r"[^、。はがも]{1,24}[はもが]、?(?P<it>これ)(?=に(?:賛成|反対|同意|同調|反論|反発|賛同|理解を示))"
)
_SAID = re.compile(
    r"と(?:述べ|語|話|主張|説明|発表|指摘|批判|訴え|答え|言|いう|し(?!て))"
)  # what is said is taken up, not a thing


def taken_up(view: View) -> Iterator[tuple[Span, Span, bool]]:
    """Yield これ with what a subject takes up, and whether that is a thing and not what was said."""
    words = view.words()
    received = _RECEIVED.match(words) or _ANSWERS.match(words)
    if received is not None and not view.depth[view.spot(received, "it").start]:
        said = sentence_before(view, False)
        if said is not None:
            yield view.spot(received, "it"), said, False
        return
    voiced = _VOICED.match(words)
    if voiced is not None:
        yield view.spot(voiced, "it"), _last_clauses(view.text, view.spot(voiced, "said")), False
        return
    match = _OBJECT.match(words)
    if match is None or view.depth[view.spot(match, "it").start]:
        return
    thing = _object(view, view.spot(match, "first"))
    if thing is not None:
        yield view.spot(match, "it"), thing, True


def _last_clauses(text: str, said: Span) -> Span:
    """Return what was said without who said it first (委員から、…との意見)."""
    lead = _FROM.match(text, said.start, said.end)
    return Span(lead.end() if lead else said.start, said.end)


_FROM = re.compile(r"[^、。]{1,24}(?:からは?|では?|には?|は)、")


def _object(view: View, first: Span) -> Span | None:
    """Return the object of the last verb of some clauses, where it is the only one but for those inside of it."""
    plain = "".join(view.text[at] if not view.depth[at] else "＿" for at in range(first.start, first.end))
    found = objects(view.text, first.start, first.end, view.depth)
    if not found or _SAID.search(plain) or view.person_at(found[-1]) is not None:
        return None
    one = found[-1]
    if len(found) > 1 and re.search("[、はがも]", view.text[found[0].end : one.start]):
        return None
    if one.start in view.resolved or one.end - one.start > _BARE:
        return view.resolved.get(one.start, one)
    whole = [
        each
        for each in modified(view.text, Span(first.start, one.end), view.text[one.start : one.end])
        if each.end == one.end
    ]
    return whole[0] if whole else one


_BARE = 4  # signs of a noun that its clause tells more of
