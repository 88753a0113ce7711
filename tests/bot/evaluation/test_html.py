"""The report of an evaluation: what is on the page, what must not be, and that it needs nothing but itself."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from bot.answer import Answer, Citation, Emphasis, PrimarySource, QuotedSpan, Statement
from bot.evaluation.comparison import compare
from bot.evaluation.gold import Gold, GoldItem, Place
from bot.evaluation.html import page
from bot.evaluation.html.bars import change_bars, count_bars, share_bars
from bot.evaluation.html.curves import recall_chart, risk_chart
from bot.evaluation.html.histogram import latency
from bot.evaluation.html.quoted import in_place, segments
from bot.evaluation.html.scales import Scale, round_values
from bot.evaluation.html.words import facts, interval, seconds
from bot.evaluation.judge import CAUSES, Cause, Judgement
from bot.evaluation.record import Record, record
from bot.evaluation.runner import Outcome, Retrieved
from bot.evaluation.summary import Figure
from corpus.document import Document, Span

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&"


class Page(HTMLParser):
    """A page taken apart: its tags with their attributes, its text, and the text within each element by id."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self.marked: dict[str, list[str]] = {"mark": [], "strong": []}
        self._open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] in ("script", "style"):
            return
        self.words.append(data)
        for name, found in self.marked.items():
            if name in self._open:
                found.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    def attributes(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.tags if name == tag]


def outcome(name: str, cause: Cause | None = None, split: str = "tune", **about: str) -> Outcome:
    """Return an outcome of which the question, the ideal and the answer all name the item."""
    question = about.get("question", f"question of {name}")
    return Outcome(
        GoldItem(name, (question,), "ja", about.get("category", "factoid"), split, True, name, f"ideal of {name}"),
        Answer(
            question, (), "ja", "grounded", False, 0.5, "gen", f"answer of {name}", Statement(f"answer of {name}", ())
        ),
        Judgement(
            name,
            about.get("category", "factoid"),
            "ja",
            split,
            True,
            "grounded",
            False,
            0.5,
            cause is None,
            cause,
            facts=1.0 if cause is None else 0.0,
            ranking={
                "recall@1": 0.0,
                "recall@5": 1.0,
                "recall@10": 1.0,
                "recall@20": 1.0,
                "mrr@10": 0.2,
                "ndcg@10": 0.4,
            },
            seconds=0.25,
        ),
        (Retrieved(1, 0.75, "brief", "利用", "prose", f"passage for {name}", True),),
    )


def recorded(outcomes: list[Outcome], *, show_held: bool = False, system: str = "tenkyo") -> Record:
    gold = Gold("/srv/somewhere/gold.jsonl", tuple(o.item for o in outcomes), "5eed" * 16)
    settings = {"corpus": "/srv/somewhere/shelf", "lang": "ja"}
    return record(system, gold, outcomes, settings=settings, selection={"only": ["factoid"]}, show_held=show_held)


def quoting(document: Document, *words: str, decisive: str = "") -> Citation:
    """Return a footnote that quotes words of a document."""
    places = [document.locate((start := document.text.index(part)), start + len(part))[0] for part in words]
    at = document.text.index(decisive)
    return Citation(
        n=1,
        doc=document.id,
        title=document.title,
        author=document.author,
        date=document.date,
        section="開港式",
        page=None,
        kind="prose",
        grade="sourced",
        quote=" … ".join(words),
        spans=tuple(QuotedSpan(p.start, p.end, (p.first, p.last)) for p in places),
        sha256=document.sha256,
        sources=(PrimarySource("1", "", "東奥日報", "新航路が開港", "2023-04-06", "https://example.org/a", False),),
        decisive=(Emphasis(at, at + len(decisive)),) if decisive else (),
    )


def cited(name: str, citation: Citation, document: Document) -> Outcome:
    """Return an outcome whose answer has one statement with one footnote, and whose evidence is in the document."""
    made = outcome(name)
    answer = replace(made.answer, statements=(Statement("冬の食料を運ぶため。", (1,)),), citations=(citation,))
    item = replace(made.item, evidence=(Place(doc=document.id, anchor="冬の食料を運ぶために"),))
    return replace(made, answer=answer, item=item)


def test_held_items_are_not_shown_but_count_in_every_figure() -> None:
    done = [outcome("open"), outcome("secret", "fact not stated", "held"), outcome("veiled", "bad citation", "held")]
    read = Page(page([(recorded(done), done)], compare(recorded(done), recorded(done))))
    assert "question of open" in read.text
    assert "secret" not in read.text
    assert "veiled" not in read.text
    assert "2 are of the held split" in read.text
    assert "Success 33%" in read.text  # one of three
    assert "2 failures" in read.text
    assert "3 answers: half within 250 ms" in read.text


def test_held_items_are_shown_where_the_record_says_so_and_the_page_says_so_too() -> None:
    done = [outcome("open"), outcome("secret", "fact not stated", "held")]
    read = Page(page([(recorded(done, show_held=True), done)]))
    assert "question of secret" in read.text
    assert "this run was told to show them" in read.text


def test_held_items_of_a_baseline_are_counted_and_not_named() -> None:
    before = [outcome("open", "bad citation"), outcome("secret", None, "held")]
    after = [outcome("open"), outcome("secret", "bad citation", "held")]
    changed = compare(recorded(before), recorded(after))
    text = page([(recorded(after), after)], changed)
    assert "Items that got better: 1" in text
    assert "Items that got worse: 1" in text
    assert "1 of them is not shown on this page" in text
    assert "held:" not in text


def test_failures_come_first_in_the_order_of_their_causes() -> None:
    done = [
        outcome("fine"),
        outcome("late", "bad citation"),
        outcome("early", "retrieval missed"),
        outcome("also-fine"),
    ]
    read = Page(page([(recorded(done), done)]))
    shown = [a["data-cause"] for a in read.attributes("details") if "item" in a.get("class", "")]
    assert shown == ["retrieval missed", "bad citation", "success", "success"]


@pytest.mark.parametrize("cause", CAUSES)
def test_every_cause_is_told_in_a_sentence_of_its_own(cause: Cause) -> None:
    done = [outcome("one", cause)]
    why = re.search(r"<b>Why:</b> ([^<]*)\.</p>", page([(recorded(done), done)]))
    assert why
    assert len(why[1].split()) > 5


def test_text_of_documents_questions_and_answers_is_escaped_everywhere() -> None:
    made = outcome(f"id {HOSTILE}", "fact not stated", question=HOSTILE)
    judged = replace(made.judgement, missed=(HOSTILE,), found=(HOSTILE,), forbidden=(HOSTILE,))
    source = PrimarySource("1", HOSTILE, HOSTILE, HOSTILE, "", "javascript:alert(1)", True)
    spans = (QuotedSpan(0, 1, (0, 1)),)
    note = Citation(
        1,
        HOSTILE,
        HOSTILE,
        HOSTILE,
        "",
        HOSTILE,
        None,
        "prose",
        "sourced",
        HOSTILE,
        spans,
        "",
        (source,),
        table=HOSTILE,
    )
    answer = replace(made.answer, short=Statement(HOSTILE, (1,)), citations=(note,), missing=(HOSTILE,), answer=HOSTILE)
    hit = Retrieved(1, 0.5, HOSTILE, HOSTILE, "prose", HOSTILE, False)
    done = [replace(made, answer=answer, judgement=judged, retrieved=(hit,))]
    read = Page(page([(replace(recorded(done), system=HOSTILE, settings={HOSTILE: HOSTILE}), done)]))
    assert len(read.attributes("script")) == 1
    assert read.attributes("img") == []
    assert not [a for _, attributes in read.tags for a in attributes if a.startswith("on")]
    assert not [a for a in read.attributes("a") if a["href"].startswith("javascript:")]
    assert read.text.count("<script>alert(1)</script>") > 10


def test_what_a_browser_would_act_on_is_taken_out_and_the_page_can_be_written() -> None:
    done = [outcome("one", question="left\u202eright\x00\ud800")]
    text = page([(recorded(done), done)])
    assert "leftright\ufffd" in text
    text.encode("utf-8")


def test_a_quote_is_marked_in_its_passage_and_decisive_words_more_strongly(brief: Document) -> None:
    note = quoting(brief, "新航路の開港式が開かれた", "大臣は出席しなかった", decisive="開港式が開かれた")
    done = [cited("one", note, brief)]
    read = Page(page([(recorded(done), done)], None, {brief.id: brief}))
    assert "".join(read.marked["mark"]) == "新航路の開港式が開かれた大臣は出席しなかった"
    assert read.marked["strong"] == ["開港式が開かれた"]
    assert "青森港では2023年4月5日に 新航路の" in read.text  # the words before it are there, and not marked
    assert "not gold evidence" in read.text
    assert "東奥日報 “新航路が開港”" in read.text
    assert {"href": "https://example.org/a", "rel": "noopener noreferrer nofollow"} in read.attributes("a")


def test_a_quoted_row_is_shown_in_its_table_with_its_neighbours(brief: Document) -> None:
    shown = in_place(quoting(brief, "2 | ほたて | 4,560", decisive="4,560"), {brief.id: brief})
    assert shown.excerpts == ()
    (table,) = shown.tables
    assert table.header == ("順位", "品名", "数量（トン）")
    assert [(number, is_quoted) for number, is_quoted, _ in table.rows] == [(1, False), (2, True)]
    assert [[(s.text, s.level) for s in cell] for cell in table.rows[1][2]] == [
        [("2", 1)],
        [("ほたて", 1)],
        [("4,560", 2)],
    ]


def test_a_quote_whose_document_is_gone_or_changed_stands_alone_and_says_so(brief: Document) -> None:
    note = quoting(brief, "大臣は出席しなかった")
    for shelf in ({}, {brief.id: replace(brief, sha256="0" * 64)}):
        shown = in_place(note, shelf)
        assert [s.text for e in shown.excerpts for s in e.segments] == ["大臣は出席しなかった"]
        assert shown.problem


def test_a_footnote_mark_leads_to_its_footnote(brief: Document) -> None:
    done = [cited("one", quoting(brief, "冬の食料を運ぶために"), brief)]
    read = Page(page([(recorded(done), done)], None, {brief.id: brief}))
    assert "#item-one-note-1" in [a["href"] for a in read.attributes("a")]
    assert "item-one-note-1" in [a.get("id") for a in read.attributes("li")]
    assert "not gold evidence" not in read.text


def test_every_link_within_the_page_leads_somewhere(brief: Document) -> None:
    done = [cited("one", quoting(brief, "冬の食料を運ぶために"), brief), outcome("two words", "bad citation")]
    others = [outcome("one", "bad citation"), outcome("two words")]
    runs = [(recorded(done), done), (recorded(others, system="other"), others)]
    read = Page(page(runs, compare(recorded(others), recorded(done)), {brief.id: brief}))
    ids = [attributes["id"] for _, attributes in read.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    within = [a["href"][1:] for a in read.attributes("a") if a["href"].startswith("#") and "=" not in a["href"]]
    assert set(within) <= set(ids)
    referred = {value for _, a in read.tags for key in ("aria-labelledby", "aria-describedby") if (value := a.get(key))}
    assert referred <= set(ids)


def test_the_page_needs_nothing_but_itself_and_names_no_place_on_the_machine() -> None:
    done = [outcome("one"), outcome("two", "bad citation")]
    text = page([(recorded(done), done)], compare(recorded(done), recorded(done)))
    read = Page(text)
    assert not [
        a for _, attributes in read.tags for a in attributes if a in ("src", "srcset", "data", "action", "style")
    ]
    assert not {"link", "iframe", "object", "embed", "base"} & {tag for tag, _ in read.tags}
    assert not re.search(r"@import|url\(|fetch\(|XMLHttpRequest|https?://", text)
    assert "/srv" not in text
    assert "…/shelf" in text


def test_the_policy_lets_through_just_this_style_and_this_script() -> None:
    done = [outcome("one")]
    text = page([(recorded(done), done)])
    policy = next(a["content"] for a in Page(text).attributes("meta") if "http-equiv" in a)
    for tag in ("style", "script"):
        inline = re.search(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        assert inline
        digest = base64.b64encode(hashlib.sha256(inline[1].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")


def test_systems_stand_side_by_side_and_an_item_says_how_the_others_did() -> None:
    good, bad = [outcome("one")], [outcome("one", "retrieval missed")]
    read = Page(page([(recorded(good), good), (recorded(bad, system="top-passage"), bad)]))
    assert "Success 100% (best) 0%" in read.text
    assert "✗ top-passage (retrieval missed)" in read.text


def test_every_chart_says_its_values_in_words() -> None:
    done = [outcome("one"), outcome("two", "bad citation", category="table"), outcome("three")]
    text = page([(recorded(done), done)])
    read = Page(text)
    assert "factoid 100% 34–100%, n = 2" in read.text
    assert "table 0% 0–79%, n = 1" in read.text
    assert "bad citation" in read.text
    assert "1 100% of 1" in read.text
    assert "tenkyo answers 100% of the questions, 33% of them wrong." in read.text
    assert "all 0% @1, 100% @5, 100% @10, 100% @20" in read.text
    described = [a for a in read.attributes("svg") if a.get("role") == "img"]
    assert len(described) == 3
    assert all(a["aria-describedby"] and a["aria-labelledby"] for a in described)
    assert all(a.get("aria-hidden") == "true" for a in read.attributes("svg") if a not in described)


def test_a_run_in_which_nothing_can_be_drawn_is_still_a_page() -> None:
    made = outcome("one", category="chat")
    done = [replace(made, judgement=replace(made.judgement, ranking=None, seconds=0.0))]
    assert "Nothing failed" in page([(recorded(done), done)])


def test_a_report_without_a_run_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a run"):
        page([])


def test_bars_are_as_long_as_their_values_and_whiskers_reach_their_intervals() -> None:
    figures = {"success[table]": Figure(0.25, 8, 0.1, 0.6), "success[why]": Figure(1.0, 2)}
    table, why = share_bars(figures, "success", ("table", "list", "why"), "category")
    assert (table.start, table.end, table.low, table.high) == (0, 25, 10, 60)
    assert (table.value, table.about, table.link) == ("25%", "10–60%, n = 8", "#category=table")
    assert (why.end, why.low, why.high) == (100, None, None)
    longest, half = count_bars({"bad citation": 4, "fact not stated": 2}, 8, "cause")
    assert (longest.end, half.end, half.about, half.link) == (100, 50, "25% of 8", "#cause=fact+not+stated")


def test_a_change_is_a_bar_from_the_middle_to_its_side() -> None:
    made = compare(recorded([outcome("a"), outcome("b")]), recorded([outcome("a", "bad citation"), outcome("b")]))
    (change, bar), *_ = change_bars(made.changes)
    assert (change.before, change.after) == (1.0, 0.5)
    assert (bar.start, bar.end, bar.value) == (25, 50, "−50.0")


def test_curves_keep_to_their_axes_and_their_rows_say_where_a_system_falls_silent() -> None:
    risk = risk_chart([("a", ((0.25, 0.0), (0.5, 0.5))), ("silent", ())])
    assert risk
    (line,) = risk.lines
    assert line.places == ((risk.left + 76, risk.bottom), (risk.left + 152, risk.top + 88))
    assert risk.rows[3] == ("40%", "50%")
    assert risk.rows[5] == ("60%", "—")
    assert risk_chart([("silent", ())]) is None
    recall = recall_chart([("a", {"recall@1": 0.0, "recall@5": 0.5, "recall@10": 1.0, "recall@20": 1.0})])
    assert recall
    assert recall.rows == (("a", "0%", "50%", "100%", "100%"),)
    assert recall.lines[0].places[-1] == (recall.right, recall.top)


def test_every_latency_is_in_one_bin_and_a_slow_one_does_not_flatten_the_rest() -> None:
    times = [0.1] * 30 + [0.2] * 10 + [60.0]
    drawn = latency(times)
    assert drawn
    assert sum(b.count for b in drawn.bins) == len(times)
    assert (drawn.bins[-1].label, drawn.bins[-1].count) == ("400 ms or more", 1)
    assert all(drawn.left <= b.x and b.x + b.width <= drawn.right and b.y >= drawn.top for b in drawn.bins)
    assert latency([]) is None
    assert latency([0.0, 0.0]) is None


def test_scales_and_round_values() -> None:
    assert Scale(0, 10, 100, 200).at(2.5) == 125
    assert Scale(0, 10, 100, 0).at(20) == 0  # kept on the chart
    assert Scale(1, 1, 5, 9).at(1) == 5
    assert round_values(7) == (0, 2, 4, 6, 8)
    assert round_values(0) == (0,)


def test_segments_together_are_the_text() -> None:
    runs = segments("abcdefgh", Span(1, 7), [Span(0, 4), Span(4, 5)], [Span(2, 3), Span(6, 7)])
    assert [(run.text, run.level) for run in runs] == [("b", 1), ("c", 2), ("de", 1), ("fg", 0)]


def test_settings_are_written_without_paths_of_the_machine() -> None:
    told = {"index": "/home/me/idx", "model": "org/name-e5", "sample": None, "paths": ["~/a/b", "C:\\x\\y"], "on": True}
    assert [words for _, words in facts(told)] == ["…/idx", "org/name-e5", "—", "…/b, …/y", "yes"]


def test_times_and_intervals_are_written_as_people_read_them() -> None:
    assert [seconds(value) for value in (0, 0.154, 1.5, 12)] == ["0 ms", "154 ms", "1.50 s", "12 s"]
    assert interval(Figure(0.5, 4, 0.15, 0.85)) == "15–85%"
    assert interval(Figure(0.5, 4)) == ""
