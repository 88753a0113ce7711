"""From a draft to the answer a person reads, or to an abstention that says what is missing and what is near.

Invariant: `Answer.answer` holds everything shown above the footnotes and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from bot.answer import Answer, Calculation, Conflict, Lead, Statement
from bot.compose.draft import Draft, Quote
from bot.compose.wanted import numbers, what_is_asked
from bot.footnotes import footnoted
from bot.gaps import Told
from bot.messages import quoted, text
from bot.question import Question
from bot.render.plain import marked, said, to_show
from bot.sic import doubtful, places_in
from bot.smalltalk import TalkKind
from corpus.document import Document, Span
from corpus.normalize import search_text
from corpus.structure.captions import names_sources
from corpus.structure.sentences import split_sentences
from retrieval.hit import Evidence, Hit
from retrieval.tokens import terms as terms_of

_LEADS = 3


def above_footnotes(
    short: Statement | None,
    statements: tuple[Statement, ...],
    calculation: Calculation | None,
    conflicts: tuple[Conflict, ...],
    lang: str,
) -> str:
    """Return what a person reads above the footnote list."""
    lines = [marked(short)] if short else []
    lines += [marked(statement) for statement in to_show(short, statements)]
    if calculation:
        lines.append(f"{text('calculation', lang)}{text('colon', lang)}{calculation.formula}")
    for conflict in conflicts:
        sides = " ↔ ".join(f"{said(side, lang)}[{side.citation}]" for side in conflict.sides)
        lines.append(f"{text('conflict', lang)}{text('colon', lang)}{sides}")
    return "\n".join(lines)


def conclusion(base: Answer, draft: Draft, gaps: Sequence[Told] = ()) -> Answer:
    """Complete an answer by a draft that has statements; with something missing it is a partial one.

    ``gaps`` are the questions of the same message that nothing answers.
    """
    done = footnoted(draft)
    shown = above_footnotes(done.short, done.statements, done.calculation, done.conflicts, base.lang)
    if draft.unsourced:
        shown += f"\n{text('noted_after' if draft.noted_after else 'unsourced_here', base.lang)}"
    of_parts = tuple(_of_parts(base, gaps))
    lacking = (*_lacking(draft), *of_parts)
    if lacking:
        shown += f"\n{text('partial', base.lang)}"
    if draft.missing:
        shown += " " + text("not_found", base.lang, terms=quoted(draft.missing, base.lang))
    if draft.unstated:
        shown += " " + text("not_stated", base.lang, what=_either(draft.unstated, base.lang))
    shown = " ".join((shown, *of_parts))
    return replace(
        base,
        status="partial" if lacking else "grounded",
        abstained=False,
        confidence=round(draft.confidence, 4),
        answer=shown,
        short=done.short,
        statements=done.statements,
        citations=done.citations,
        calculation=done.calculation,
        conflicts=done.conflicts,
        missing=lacking,
        unsourced=draft.unsourced,
    )


def _lacking(draft: Draft) -> tuple[str, ...]:
    return (*draft.missing, *draft.unstated)


def _of_parts(base: Answer, gaps: Sequence[Told]) -> Iterator[str]:
    """Yield, of each question that nothing answers, which it is and what was not found for it."""
    for gap in gaps:
        what = [what_is_asked(gap.asked, ask) for ask in gap.asked.asks]
        why = " ".join(_not_found(base, gap.draft, gap.evidence))
        yield text(
            "part_lacking",
            base.lang,
            number=str(gap.number),
            asked=quoted((gap.said,), base.lang),
            why=why or text("not_stated", base.lang, what=_either(what, base.lang)),
        )


def abstention(
    base: Answer, draft: Draft, evidence: Evidence, documents: Mapping[str, Document], gaps: Sequence[Told] = ()
) -> Answer:
    """Say that the documents do not answer, what found no support, and which passages are nearest."""
    lacking = tuple(_of_parts(base, gaps) if gaps else _not_found(base, draft, evidence))
    shown = " ".join((text("abstained", base.lang), *lacking))
    return replace(
        base,
        confidence=round(draft.confidence, 4),
        answer=shown,
        nearest=(*_known(base, draft), *(_lead(base, draft, hit, documents) for hit in _nearest(evidence)))[:_LEADS],
        missing=lacking if gaps else _lacking(draft),
    )


def _not_found(base: Answer, draft: Draft, evidence: Evidence) -> Iterator[str]:
    """Yield what is nowhere in what was found, and what is there without what is asked for."""
    passages = [hit.passage.text for hit in evidence.hits]
    nowhere = [word for word in draft.missing if not any(_holds(draft, passage, word) for passage in passages)]
    somewhere = [word for word in draft.missing if word not in nowhere]
    what = _either(draft.unstated, base.lang)
    if nowhere:
        yield text("not_found", base.lang, terms=quoted(nowhere, base.lang))
    if not nowhere and any(hit.passage.id in draft.of_others for hit in _nearest(evidence)):
        yield text("of_others", base.lang)
        return
    if somewhere and what:
        yield text("no_type", base.lang, terms=quoted(somewhere, base.lang), what=what)
    elif somewhere:
        yield text("not_together", base.lang, terms=quoted(somewhere, base.lang))
    elif what and not nowhere:
        yield text("not_stated", base.lang, what=what)


def _either(kinds: Sequence[str], lang: str) -> str:
    """Join kinds of things, none of which is stated."""
    return {"en": " or ", "ko": ", "}.get(lang, "、").join(kinds)


def unanswered(question: Question, turns: tuple[str, ...]) -> Answer:
    """Return the answer as it stands before anything was found."""
    return Answer(
        question=question.text,
        turns=turns,
        lang=question.lang,
        status="abstained",
        abstained=True,
        confidence=0.0,
        index="",
        answer=text("abstained", question.lang),
    )


def chat(base: Answer, kind: TalkKind = "hello") -> Answer:
    """Answer small talk with what this is and can be asked, and an order with what it does instead."""
    said = text("chat_order" if kind == "order" else "chat_hello", base.lang)
    return replace(base, status="chat", abstained=False, confidence=1.0, answer=said)


def _nearest(evidence: Evidence) -> tuple[Hit, ...]:
    """Return the nearest passages that tell something, and only where these are few notes and source lines."""
    hits = [hit for hit in evidence.hits if hit.passage.kind in ("prose", "row", "note")]
    return tuple(sorted(hits, key=lambda hit: hit.passage.kind == "note" or names_sources(hit.passage.text)))[:_LEADS]


def _known(base: Answer, draft: Draft) -> tuple[Lead, ...]:
    """Show what the composer itself found to come nearest."""
    return tuple(
        Lead(
            quote.document.id,
            " ／ ".join(quote.passage.section),
            quote.text,
            _why_not(base, draft, draft.missing, quote),
            places_in(quote.text, quote),
        )
        for quote in draft.leads
    )


def _holds(draft: Draft, passage: str, word: str) -> bool:
    """Say whether a passage has a word: as a term, as it is written (李強 in 李強首相), or as the shelf calls it."""
    meant = {one for said, words in draft.akin if said in word for one in words}
    here = search_text(passage)
    return bool(set(terms_of(word)) & set(terms_of(passage))) or any(search_text(one) in here for one in (word, *meant))


def _why_not(base: Answer, draft: Draft, lacking: Sequence[str], quote: Quote) -> str:
    """Say why a passage does not answer: what it does not mention, or else what it does not state, or not legibly."""
    if lacking:
        return text("why_not_terms", base.lang, terms=quoted(lacking, base.lang))
    if draft.unstated:
        what = _either(draft.unstated, base.lang)
        damaged = [one.printed for one in doubtful(quote) if re.search(r"\d", one.printed)]
        if damaged and numbers(base.lang) & set(draft.unstated):
            return text("why_not_legible", base.lang, what=what, terms=quoted(damaged, base.lang))
        return text("why_not_type", base.lang, what=what)
    return text("why_not_related", base.lang)


def _lead(base: Answer, draft: Draft, hit: Hit, documents: Mapping[str, Document]) -> Lead:
    """Show the sentence of a passage that is nearest to the question, and what of the question it lacks."""
    asked = set(terms_of(base.question))
    start, words = hit.passage.start, hit.passage.text
    sentences = split_sentences(words) or (Span(0, len(words)),)
    best = max(sentences, key=lambda one: len(asked & set(terms_of(words[one.start : one.end]))))
    quote = Quote(documents[hit.passage.doc], hit.passage, (Span(start + best.start, start + best.end),))
    if hit.passage.id in draft.of_others:
        why = text("why_not_another", base.lang)
    else:
        why = _why_not(
            base, draft, [word for word in draft.missing if not _holds(draft, hit.passage.text, word)], quote
        )
    return Lead(quote.document.id, " ／ ".join(hit.passage.section), quote.text, why, places_in(quote.text, quote))
