"""From a draft to the answer a person reads, or to an abstention that says what is missing and what is near.

Invariant: `Answer.answer` holds everything shown above the footnotes and nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.answer import Answer, Calculation, Conflict, Lead, Statement
from bot.compose.draft import Draft
from bot.footnotes import footnoted
from bot.messages import quoted, text
from bot.question import Question
from corpus.document import Document
from corpus.structure.sentences import split_sentences
from retrieval.hit import Evidence, Hit
from retrieval.tokens import terms as terms_of

_LEADS = 3
_LEAD_LENGTH = 120  # characters of a lead's quote


def marked(statement: Statement) -> str:
    """Return a statement with its footnote marks."""
    return statement.text + "".join(f"[{n}]" for n in statement.citations)


def above_footnotes(
    short: Statement | None,
    statements: tuple[Statement, ...],
    calculation: Calculation | None,
    conflicts: tuple[Conflict, ...],
    lang: str,
) -> str:
    """Return what a person reads above the footnote list."""
    lines = [marked(short)] if short else []
    lines += [marked(statement) for statement in statements]
    if calculation:
        lines.append(f"{text('calculation', lang)}{text('colon', lang)}{calculation.formula}")
    for conflict in conflicts:
        sides = " ↔ ".join(f"{side.says}[{side.citation}]" for side in conflict.sides)
        lines.append(f"{text('conflict', lang)}{text('colon', lang)}{sides}")
    return "\n".join(lines)


def conclusion(
    question: Question,
    turns: tuple[str, ...],
    draft: Draft,
    evidence: Evidence,
    _documents: Mapping[str, Document],
    timings: dict[str, float],
) -> Answer:
    """Turn a draft that has statements into an answer; with something missing it is a partial one."""
    done = footnoted(draft)
    shown = above_footnotes(done.short, done.statements, done.calculation, done.conflicts, question.lang)
    if draft.missing:
        shown += f"\n{text('partial', question.lang)} {text('not_found', question.lang, terms=quoted(draft.missing, question.lang))}"
    return Answer(
        question=question.text,
        turns=turns,
        lang=question.lang,
        status="partial" if draft.missing else "grounded",
        abstained=False,
        confidence=round(draft.confidence, 4),
        index=evidence.generation,
        answer=shown,
        short=done.short,
        statements=done.statements,
        citations=done.citations,
        calculation=done.calculation,
        conflicts=done.conflicts,
        missing=draft.missing,
        timings_ms=_rounded(timings),
    )


def abstention(
    question: Question,
    turns: tuple[str, ...],
    draft: Draft,
    evidence: Evidence,
    documents: Mapping[str, Document],
    timings: dict[str, float],
) -> Answer:
    """Say that the documents do not answer, what found no support, and which passages are nearest."""
    lang = question.lang
    leads = tuple(_lead(question, draft, hit, documents) for hit in _nearest(evidence))
    shown = text("abstained", lang)
    if draft.missing:
        shown += " " + text("not_found", lang, terms=quoted(draft.missing, lang))
    return Answer(
        question=question.text,
        turns=turns,
        lang=lang,
        status="abstained",
        abstained=True,
        confidence=round(draft.confidence, 4),
        index=evidence.generation,
        answer=shown,
        nearest=leads,
        missing=draft.missing,
        timings_ms=_rounded(timings),
    )


def chat(question: Question, turns: tuple[str, ...]) -> Answer:
    """Answer small talk with what this is and what it can be asked."""
    return Answer(
        question=question.text,
        turns=turns,
        lang=question.lang,
        status="chat",
        abstained=False,
        confidence=1.0,
        index="",
        answer=text("chat_hello", question.lang),
    )


def _nearest(evidence: Evidence) -> tuple[Hit, ...]:
    return tuple(hit for hit in evidence.hits if hit.passage.kind in ("prose", "row", "note"))[:_LEADS]


def _lead(question: Question, draft: Draft, hit: Hit, documents: Mapping[str, Document]) -> Lead:
    """Show the sentence of a passage that is nearest to the question, and what of the question it lacks."""
    asked = set(terms_of(question.query))
    sentences = [hit.passage.text[s.start : s.end] for s in split_sentences(hit.passage.text)] or [hit.passage.text]
    best = max(sentences, key=lambda sentence: len(asked & set(terms_of(sentence))))
    lacking = [word for word in draft.missing if not set(terms_of(word)) & set(terms_of(hit.passage.text))]
    why = (
        text("why_not_terms", question.lang, terms=quoted(lacking, question.lang))
        if lacking
        else text("why_not_related", question.lang)
    )
    shown = best if len(best) <= _LEAD_LENGTH else best[:_LEAD_LENGTH] + "…"
    document = documents[hit.passage.doc]
    return Lead(document.id, " ／ ".join(hit.passage.section), shown, why)


def _rounded(timings: dict[str, float]) -> dict[str, float]:
    return {name: round(value, 1) for name, value in timings.items()}
