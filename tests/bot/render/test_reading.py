"""The reading page holds all of a document, and every passage and note of it can be linked to."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from bot.render.reading import page
from corpus.document import Document
from corpus.readers import read
from tests.conftest import ROOT, SEEDS

EXAMPLES = [
    *sorted((ROOT / "corpus" / "documents").glob("*.md")),
    *sorted(path for path in (ROOT / "tests/corpus/fixtures").rglob("*") if path.suffix in (".md", ".txt")),
    *sorted(SEEDS.glob("*.txt")),
]


class Seen(HTMLParser):
    """What a page holds: ids, links within it and out of it, its words below <main>, and whether its tags match."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.within: list[str] = []
        self.out: list[str] = []
        self.tags: list[str] = []
        self.text: dict[str, str] = {}
        self.main = ""
        self.crossed: list[str] = []
        self._hidden = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if told.get("id"):
            self.ids.append(told["id"] or "")
            self.text[self.ids[-1]] = ""
        href = told.get("href") or ""
        if href:
            (self.within if href.startswith("#") else self.out).append(href)
        if tag not in ("meta", "br"):
            self.tags.append(f"{tag}.{told.get('class', '')}#{told.get('id') or ''}")

    def handle_endtag(self, tag: str) -> None:
        opened = self.tags.pop()
        if opened.split(".")[0] != tag:
            self.crossed.append(f"{opened} closed by {tag}")

    def handle_data(self, data: str) -> None:
        signs = ("a.here#", "a.back#", "p.flag", "p.page", "sup.mark")
        if any(tag.startswith(signs) for tag in self.tags):
            return
        for tag in self.tags:
            if (name := tag.partition("#")[2]) in self.text:
                self.text[name] += data
        if any(tag.startswith("main") for tag in self.tags):
            self.main += data


def bare(text: str) -> str:
    return re.sub(r"[\s|]", "", text)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_every_passage_has_its_anchor_with_its_words(path: Path) -> None:
    document = read(path)
    seen = Seen(page(document))
    assert not seen.crossed
    assert len(seen.ids) == len(set(seen.ids))
    assert not {href[1:] for href in seen.within} - set(seen.ids), "a link that leads nowhere"
    for passage in document.passages:
        anchor = passage.id.rsplit("#", 1)[1]
        if passage.kind not in ("table", "row"):
            assert bare(seen.text[anchor]) == bare(passage.text)
        else:
            assert anchor in seen.text
    for note in document.notes:
        assert f"note-{note.start}" in seen.ids
        assert not note.marker or not note.damaged or note.marker.split(" (", maxsplit=1)[0] in page(document)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_no_word_of_the_text_is_missing(path: Path) -> None:
    document = read(path)
    shown = bare(Seen(page(document)).main)
    at = 0
    inside = [(table.start, table.end) for table in document.tables]
    for match in re.finditer(r"\S+", document.text):
        if any(start <= match.start() < end for start, end in inside):
            assert bare(match[0]) in shown  # cells stand in the order of the table, not of the text
            continue
        found = shown.find(bare(match[0]), at)
        assert found >= 0, match[0]
        at = found


def test_marks_lead_to_notes_and_back(brief: Document) -> None:
    html = page(brief)
    note = brief.notes[1]
    marks = re.findall(rf'<sup class="mark" id="(mark-\d+)"><a href="#note-{note.start}">2</a>', html)
    assert len(marks) == 2, "one in the text, one below the table"
    assert all(f'<a class="back" href="#{mark}"' in html for mark in marks)


def test_tables_are_tables_and_headings_headings(brief: Document) -> None:
    html = page(brief)
    (table,) = brief.tables
    row = next(passage for passage in brief.passages if passage.kind == "row")
    assert '<th scope="col">品名</th>' in html
    assert f'<tr id="row-{row.start}"><td class="num">1</td>' in html or f'<tr id="row-{row.start}"><td>1</td>' in html
    assert '<td class="num">12,300</td>' in html
    assert f'aria-label="{table.label} {table.caption}"' in html
    assert re.search(r'<h2><span class="passage" id="heading-\d+">開港式</span>', html)


def test_a_page_runs_nothing_and_loads_nothing(tmp_path: Path) -> None:
    path = tmp_path / "evil.md"
    path.write_text(
        "# <script>alert(1)</script>\n\n本文\u202e<img src=x onerror=alert(1)> javascript:alert(1) である[^1]。\n\n"
        '[^1]: [出典](javascript:alert(1)) "><script>x</script>\n',
        "utf-8",
    )
    html = page(read(path))
    seen = Seen(html)
    assert "<script" not in html.replace("&lt;script", "")
    assert "\u202e" not in html
    assert not [href for href in seen.out if not href.startswith(("http://", "https://"))]
    assert "default-src &#39;none&#39;" in html
    assert not re.search(r"<(?:img|link|iframe)\b|@import|url\(", html)


def test_what_was_not_read_and_flagged_notes_are_said(tmp_path: Path) -> None:
    path = tmp_path / "flagged.md"
    path.write_text(
        "本文である[^1]。\n\n[^1]: 新聞「一」2024年。<https://x.example/a>\n\n[^2]: 新聞「二」2024年。<https://x.example/a>\n",
        "utf-8",
    )
    assert "no mark in the text points to this note" in page(read(path))
