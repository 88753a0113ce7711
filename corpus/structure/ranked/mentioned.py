"""What the sentences of a text name that words behind them can mean: noun phrases, people, clauses, quoted words.

Invariant: a mention is a slice of one sentence. Noun phrases are cut by morphemes in Japanese, by particles in Korean
and by closed classes of words of grammar in Chinese and English; a phrase that this cuts wrong is only a bad candidate.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.document import Span
from corpus.places import lies_in
from corpus.structure.clauses import split_clauses
from corpus.structure.people import morphemes
from corpus.structure.ranked import phrases_other
from corpus.structure.ranked.sorts import sort_of
from corpus.structure.views import Sentence, View, name_span

_LONGEST_PHRASE = 40
_CLAUSE_FROM, _CLAUSE_TO = 5, 90  # characters of a clause that says something, and that can be shown
_QUOTED = re.compile(r"[「『“‘\"]([^「」『』“”‘’\"\n]{2,90})[」』”’\"]")


@dataclass(frozen=True, slots=True)
class Mention:
    """Words at ``span`` that may be meant: of what sort, in what role (a particle), the how-manieth of its sentence."""

    span: Span
    name: str
    sort: str
    role: str
    order: int
    depth: int
    proper: bool = False


def mentioned(view: View, sentence: Sentence, tongue: str) -> tuple[Mention, ...]:
    """Return what a sentence mentions, in order."""
    text = view.text
    phrases = _japanese if tongue == "ja" else phrases_other.PHRASES.get(tongue, phrases_other.english)
    people = [name_span(text, one) for one in view.people if sentence.start <= one.start < sentence.end]
    named, kept = {one.end for one in people}, list[tuple[Span, str, str]]()
    for span, role in phrases(text, sentence.start, sentence.end):
        inside = [one for one in people if lies_in(one, span)]
        ends_named = bool(inside) and inside[-1].end >= span.end - 1
        if ends_named:
            people = [one for one in people if one not in inside]
        kept.append((span, role, "person" if ends_named else sort_of(text[span.start : span.end])))
    kept += [(one, _role(text, one.end), "person") for one in people]
    kept.sort(key=lambda one: one[0].start)
    return tuple(
        Mention(
            span,
            text[span.start : span.end].strip("「」『』《》“”"),
            sort,
            role,
            n,
            view.depth[span.start],
            span.end in named or role == "named" or _proper(text, span, tongue, span.start == sentence.start),
        )
        for n, (span, role, sort) in enumerate(kept)
    )


def _proper(text: str, span: Span, tongue: str, first: bool) -> bool:
    """Say whether a phrase is, or holds, a name."""
    words = text[span.start : span.end]
    if tongue == "ja":
        return bool(re.search("[A-Z]{2}|[ァ-ヺ]{3}", words)) or any(
            "固有名詞" in kind or (new and len(surface) > 1) for surface, kind, new in morphemes(words)
        )
    if tongue == "en":
        return len(re.findall(r"\b[A-Z]", words)) > first
    return text[span.start - 1 : span.start] in ("《", "“", "‘")


def _role(text: str, end: int) -> str:
    follows = re.match(r"[はもがをにの은는이가을를의]", text[end : end + 1])
    return _ROLES.get(follows.group(), "") if follows else ""


_ROLES = {
    sign: role
    for signs, role in (
        ("はも은는", "topic"),
        ("が이가", "subject"),
        ("を을를", "object"),
        ("に", "to"),
        ("の의", "of"),
    )
    for sign in signs
}


def said(view: View, at: int) -> Iterator[tuple[Span, str]]:
    """Yield what was said before a place and how near: clauses of its sentence, sentences before, quoted words."""
    text, here = view.text, view.here
    cuts = [Span(here.start + one.start, here.start + one.end) for one in split_clauses(view.words())]
    before = [one for one in cuts if one.end <= at]
    if before:
        yield from _told(text, Span(before[0].start, before[-1].end), "own")
        if len(before) > 1:
            yield from _told(text, before[-1], "own last")
    for back, sentence in enumerate(reversed(view.sentences[max(view.index - 2, 0) : view.index])):
        if here.paragraph - sentence.paragraph > 1:
            return
        yield from _told(text, Span(sentence.start, sentence.end), f"sentence {back}")
        clauses = split_clauses(text[sentence.start : sentence.end])
        if len(clauses) > 1:
            last = Span(sentence.start + clauses[-1].start, sentence.end)
            yield from _told(text, last, f"last {back}")
        if back == 0:
            for match in _QUOTED.finditer(text, sentence.start, sentence.end):
                yield Span(*match.span(1)), "quote"


_LEAD = re.compile(
    r"(?:[-*・•○●◎■□◆]\s*|[（(]?\d{1,2}[.)）]\s+)+(?:[^、。\s]{2,10}[\u3000:：])?"
    r"|[一-鿿]{2,10}[\u3000：]"
    r"|(?:しかし|また|ところが|ただし?|一方|さらに|第[一二三]に)、|(?:But|And|Second|First|However),? "
    r"|但是?|그러나 |또한? "
)


_ATTRIBUTES = re.compile(r"^.{1,12}의 말이다\.?\s*$|^[^、「]{1,16}は?(?:と)?(?:言う|いう|話す|語る)。\s*$")


def _told(text: str, span: Span, how: str) -> Iterator[tuple[Span, str]]:
    lead = _LEAD.match(text, span.start, span.end)
    span = Span(lead.end(), span.end) if lead else span
    words = text[span.start : span.end]
    left, right = len(words) - len(words.lstrip()), len(words.rstrip(" \n、，,"))
    if _ATTRIBUTES.search(words):
        return
    if _CLAUSE_FROM <= right - left <= _CLAUSE_TO * (2 if words.isascii() else 1):
        yield Span(span.start + left, span.start + right), how


def _japanese(text: str, start: int, end: int) -> Iterator[tuple[Span, str]]:
    """Yield the noun phrases of a Japanese sentence, each with the particle behind it; AのB is one of B."""
    words = list[tuple[str, str, int]]()
    at = start
    for surface, kind, _ in morphemes(text[start:end]):
        words.append((surface, kind, at))
        at += len(surface)
    n = 0
    before: tuple[Span, int] | None = None  # the phrase before の, and the word behind it
    while n < len(words):
        last = n
        while last < len(words) and _nominal(*words[last][:2], last > n):
            last += 1
        if last == n:
            n += 1
            continue
        span = Span(words[n][2], words[last - 1][2] + len(words[last - 1][0]))
        if _substance(words[n:last]):
            whole = span
            if before is not None and before[1] == n and _modest(words[n:last]):
                whole = Span(before[0].start, span.end)
            role = _ROLES.get(words[last][0], "") if last < len(words) else ""
            if last < len(words) and words[last][0] in ("と", "や"):
                role = "and"
            yield whole if whole.end - whole.start <= _LONGEST_PHRASE else span, role
            before = (whole, last + 1) if role == "of" else None
        n = last


def _nominal(surface: str, kind: str, going: bool) -> bool:
    """Say whether a word is part of a noun phrase."""
    if surface in ("・", "＝"):
        return going
    if surface in ("「", "『", "」", "』"):
        return False
    return (
        kind.startswith(("名詞", "接頭辞", "接尾辞,名詞的", "形状詞,一般", "記号", "補助記号,一般"))
        and not surface.isspace()
    )


def _substance(words: Sequence[tuple[str, str, int]]) -> bool:
    """Say whether words name something: no bare time, number or adverb."""
    if all("数詞" in kind or "助数詞" in kind or "副詞可能" in kind or "助動詞語幹" in kind for _, kind, _ in words):
        return False
    return words[0][0] not in ("こと", "もの", "ため", "よう", "ところ", "とき", "同", "其")


def _modest(words: Sequence[tuple[str, str, int]]) -> bool:
    """Say whether a phrase needs what stands before の to say what it is: it is no name."""
    return not any("固有名詞" in kind for _, kind, _ in words)
