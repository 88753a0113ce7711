"""From a draft to the answer a person reads, or to an abstention that says what is missing and what is near.

Invariant: `Answer.answer` holds everything shown above the footnotes and nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.answer import Answer, Calculation, Conflict, Lead, Statement
from bot.compose.draft import Draft, Quote
from bot.footnotes import footnoted
from bot.messages import quoted, text
from bot.question import Question
from bot.render.plain import marked, said, to_show
from bot.sic import places_in
from bot.smalltalk import TalkKind
from corpus.document import Document, Span
from corpus.normalize import search_text
from corpus.structure.sentences import split_sentences
from retrieval.hit import Evidence, Hit
from retrieval.tokens import terms as terms_of

_LEADS = 3
_LEAD_LENGTH = 120  # characters of a lead's quote


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


def conclusion(base: Answer, draft: Draft) -> Answer:
    """Complete an answer by a draft that has statements; with something missing it is a partial one."""
    done = footnoted(draft)
    shown = above_footnotes(done.short, done.statements, done.calculation, done.conflicts, base.lang)
    if draft.unsourced:
        shown += f"\n{text('unsourced_here', base.lang)}"
    if draft.missing:
        named = quoted(draft.missing, base.lang)
        shown += f"\n{text('partial', base.lang)} {text('not_found', base.lang, terms=named)}"
    return replace(
        base,
        status="partial" if draft.missing else "grounded",
        abstained=False,
        confidence=round(draft.confidence, 4),
        answer=shown,
        short=done.short,
        statements=done.statements,
        citations=done.citations,
        calculation=done.calculation,
        conflicts=done.conflicts,
        missing=draft.missing,
        unsourced=draft.unsourced,
    )


def abstention(base: Answer, draft: Draft, evidence: Evidence, documents: Mapping[str, Document]) -> Answer:
    """Say that the documents do not answer, what found no support, and which passages are nearest."""
    shown = text("abstained", base.lang)
    if draft.missing:
        passages = [hit.passage.text for hit in evidence.hits]
        nowhere = [word for word in draft.missing if not any(_holds(passage, word) for passage in passages)]
        somewhere = [word for word in draft.missing if word not in nowhere]
        if nowhere:
            shown += " " + text("not_found", base.lang, terms=quoted(nowhere, base.lang))
        if somewhere:
            shown += " " + text("not_together", base.lang, terms=quoted(somewhere, base.lang))
    return replace(
        base,
        confidence=round(draft.confidence, 4),
        answer=shown,
        nearest=(*_known(base, draft), *(_lead(base, draft, hit, documents) for hit in _nearest(evidence)))[:_LEADS],
        missing=draft.missing,
    )


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
    return tuple(hit for hit in evidence.hits if hit.passage.kind in ("prose", "row", "note"))[:_LEADS]


def _known(base: Answer, draft: Draft) -> tuple[Lead, ...]:
    """Show what the composer itself found to come nearest."""
    why = text("why_not_terms", base.lang, terms=quoted(draft.missing, base.lang))
    return tuple(
        Lead(quote.document.id, " ／ ".join(quote.passage.section), shown, why, places_in(shown, quote))
        for quote in draft.leads
        for shown in (quote.text[:_LEAD_LENGTH],)
    )


def _holds(passage: str, word: str) -> bool:
    """Say whether a passage has a word, as a term or as it is written (李強 in 李強首相)."""
    return bool(set(terms_of(word)) & set(terms_of(passage))) or search_text(word) in search_text(passage)


def _lead(base: Answer, draft: Draft, hit: Hit, documents: Mapping[str, Document]) -> Lead:
    """Show the sentence of a passage that is nearest to the question, and what of the question it lacks."""
    asked = set(terms_of(base.question))
    start, words = hit.passage.start, hit.passage.text
    sentences = split_sentences(words) or (Span(0, len(words)),)
    best = max(sentences, key=lambda one: len(asked & set(terms_of(words[one.start : one.end]))))
    quote = Quote(documents[hit.passage.doc], hit.passage, (Span(start + best.start, start + best.end),))
    lacking = [word for word in draft.missing if not _holds(hit.passage.text, word)]
    why = (
        text("why_not_terms", base.lang, terms=quoted(lacking, base.lang))
        if lacking
        else text("why_not_related", base.lang)
    )
    shown = quote.text if len(quote.text) <= _LEAD_LENGTH else quote.text[:_LEAD_LENGTH] + "…"
    return Lead(quote.document.id, " ／ ".join(hit.passage.section), shown, why, places_in(shown, quote))
