"""Every item as the page shows it: what was asked, answered, quoted, found and missed, and why it failed.

Invariant: an item of the held split is among them only where the run showed held items; failures come first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.answer import Citation
from bot.evaluation.gold import SHORT_CATEGORIES
from bot.evaluation.html.quoted import Shown, in_place
from bot.evaluation.html.reasons import SUCCESS, why
from bot.evaluation.html.words import written
from bot.evaluation.judge import CAUSES, Judgement
from bot.evaluation.places import Evidence, PlaceError, bears, resolve
from bot.evaluation.record import Record
from bot.evaluation.runner import Outcome, Retrieved
from bot.render import plain
from corpus.document import Document

Run = tuple[Record, Sequence[Outcome]]
_EXCERPT = 140  # characters of a retrieved passage: enough to know it again
_MARK = re.compile(r"\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class Source:
    """A primary source as text around its address; ``url`` is empty where there is none that a browser may open."""

    before: str
    url: str
    after: str
    damaged: bool


@dataclass(frozen=True, slots=True)
class Footnote:
    """One footnote; ``gold`` says whether it quotes gold evidence, None where that is not known."""

    citation: Citation
    head: str
    shown: Shown
    table_source: str
    sources: tuple[Source, ...]
    gold: bool | None
    lang: str


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the gold evidence: the statement as the document prints it."""

    doc: str
    section: str
    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class Hit:
    """One retrieved passage, its text cut to the beginning."""

    hit: Retrieved
    title: str
    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the page. ``cause`` is ``success`` or a cause of failure, ``others`` how other systems did."""

    anchor: str
    outcome: Outcome
    cause: str
    why: str
    evidence: tuple[Place, ...]
    short: str
    statements: tuple[str, ...]
    footnotes: tuple[Footnote, ...]
    leads: tuple[str, ...]
    not_answered: tuple[str, ...]
    hits: tuple[Hit, ...]
    scores: tuple[tuple[str, str], ...]
    others: tuple[tuple[str, str], ...]
    missed_in_short: tuple[str, ...]
    missed: tuple[str, ...]


def items(runs: Sequence[Run], documents: Mapping[str, Document]) -> tuple[Item, ...]:
    """Return the items of the first run that may be shown, failures first, in the order of their causes."""
    record, outcomes = runs[0]
    shown = [outcome for outcome in outcomes if record.showed_held or outcome.item.split != "held"]
    order = {cause: place for place, cause in enumerate((*CAUSES, None))}
    shown.sort(key=lambda outcome: order.get(outcome.judgement.cause, -1))
    names = _anchors([outcome.item.id for outcome in shown])
    others = [(run.system, {o.item.id: o.judgement for o in done}) for run, done in runs[1:]]
    return tuple(_item(outcome, name, others, documents) for outcome, name in zip(shown, names, strict=True))


def split_marks(words: str) -> tuple[tuple[str, str], ...]:
    """Cut a text at its footnote marks: pairs of words and the number of the mark after them, the last without one."""
    parts = _MARK.split(words)
    return tuple(zip(parts[::2], [*parts[1::2], ""], strict=True))


def _anchors(ids: Sequence[str]) -> list[str]:
    """Return an element id for each item: its own id where that can be one, and no two alike."""
    made: list[str] = []
    for name in ids:
        slug = "item-" + re.sub(r"[^\w.-]+", "-", name)
        made.append(slug if slug not in made else f"{slug}-{len(made)}")
    return made


def _item(
    outcome: Outcome,
    anchor: str,
    others: Sequence[tuple[str, Mapping[str, Judgement]]],
    documents: Mapping[str, Document],
) -> Item:
    answer = outcome.answer
    evidence = _evidence(outcome, documents)
    short = [p.source for p in outcome.item.short] if outcome.item.category in SHORT_CATEGORIES else []
    return Item(
        anchor=anchor,
        outcome=outcome,
        cause=outcome.judgement.cause or SUCCESS,
        why=why(outcome),
        evidence=tuple(_place(place, documents) for place in evidence or ()),
        short=plain.marked(answer.short) if answer.short else "" if answer.statements else answer.answer,
        statements=tuple(map(plain.marked, plain.to_show(answer.short, answer.statements))),
        footnotes=tuple(_footnote(citation, evidence, documents) for citation in answer.citations),
        leads=plain.leads(answer),
        not_answered=plain.not_answered(answer),
        hits=tuple(_hit(hit, documents) for hit in outcome.retrieved),
        scores=_scores(outcome.judgement),
        others=tuple(
            (name, done[outcome.item.id].cause or SUCCESS) for name, done in others if outcome.item.id in done
        ),
        missed_in_short=tuple(pattern for pattern in outcome.judgement.missed if pattern in short),
        missed=tuple(pattern for pattern in outcome.judgement.missed if pattern not in short),
    )


def _evidence(outcome: Outcome, documents: Mapping[str, Document]) -> tuple[Evidence, ...] | None:
    """Return the gold evidence; None where the documents at hand do not have it."""
    try:
        return resolve(outcome.item, documents)
    except PlaceError:
        return None


def _place(place: Evidence, documents: Mapping[str, Document]) -> Place:
    document = documents[place.statement.doc]
    text = document.text[place.statement.start : place.statement.end]
    return Place(document.title or document.id, " ／ ".join(place.passage.section), plain.clean(text), document.lang)


def _footnote(citation: Citation, evidence: tuple[Evidence, ...] | None, documents: Mapping[str, Document]) -> Footnote:
    return Footnote(
        citation,
        plain.head(citation, "en"),
        in_place(citation, documents),
        plain.table_place(citation, "en")[1],
        tuple(map(_source, plain.second_hops((citation,))[0])),
        bears(citation, evidence) if evidence else None,
        documents[citation.doc].lang if citation.doc in documents else "",
    )


def _source(hop: plain.Hop) -> Source:
    words, source = plain.second_hop(hop, "en"), hop.source
    url = plain.clean(source.url)
    if not url.startswith(("http://", "https://")) or url not in words:
        return Source(words, "", "", source.damaged)
    before, after = words.split(url, maxsplit=1)
    return Source(before, url, after, source.damaged)


def _hit(hit: Retrieved, documents: Mapping[str, Document]) -> Hit:
    text = plain.clean(hit.text)
    document = documents.get(hit.doc)
    return Hit(
        hit,
        document.title if document and document.title else hit.doc,
        text[:_EXCERPT] + "…" if len(text) > _EXCERPT else text,
        document.lang if document else "",
    )


def _scores(judged: Judgement) -> tuple[tuple[str, str], ...]:
    """Return the measures that apply to an item, written."""
    ranking = judged.ranking or {}
    values = (
        ("fact recall", judged.facts),
        ("citation recall", judged.citation_recall),
        ("citation precision", judged.citation_precision),
        ("quote validity", judged.quotes),
        ("primary source", None if judged.source is None else float(judged.source)),
        ("recall@10", ranking.get("recall@10")),
    )
    return tuple((name, written(value)) for name, value in values if value is not None)
