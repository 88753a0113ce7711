"""Word documents are read by their roles, and what cannot be opened is refused with what to do."""

from __future__ import annotations

import sys
import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest

from corpus.document import Document
from corpus.errors import DocumentError
from corpus.readers import read
from corpus.shelf import load_shelf

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
NOTES = f"""<?xml version="1.0" encoding="UTF-8"?><w:footnotes {W}>
<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> 東奥日報</w:t></w:r>
<w:r><w:t>「新航路が開港」2023年4月6日。</w:t></w:r></w:p></w:footnote>
<w:footnote w:id="3"><w:p><w:r><w:t>青森県「港湾統計年報」2024年。</w:t></w:r></w:p>
<w:p><w:r><w:t>表による。</w:t></w:r></w:p></w:footnote></w:footnotes>"""
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
WITH_NOTES = {
    "[Content_Types].xml": ("</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{TYPE}"/></Types>'),
    "word/_rels/document.xml.rels": (
        "</Relationships>",
        f'<Relationship Id="rId99" Type="{RELATION}" Target="footnotes.xml"/></Relationships>',
    ),
}


def written(path: Path, document: docx.document.Document, notes: str = "") -> Path:
    """Save a document, with a part of footnotes, which python-docx does not write."""
    made = BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name).decode("utf-8", "surrogateescape")
            data = data.replace(*WITH_NOTES.get(name, ("", ""))) if notes and name in WITH_NOTES else data
            for number in ("2", "3"):
                reference = f'</w:t></w:r><w:r><w:footnoteReference w:id="{number}"/></w:r><w:r><w:t>'
                data = data.replace(f"@{number}@", reference)
            new.writestr(name, data.encode("utf-8", "surrogateescape"))
        if notes:
            new.writestr("word/footnotes.xml", notes)
    return path


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Document:
    made = docx.Document()
    made.core_properties.author = "テンプレート作成者"
    made.sections[0].header.paragraphs[0].text = "港湾研究会報告 第3号"
    made.add_heading("港の貿易が増加", 0)
    made.add_paragraph("山田花子")
    made.add_paragraph("2024年6月1日")
    made.add_heading("積み荷", 1)
    made.add_paragraph("青森港では2023年4月5日に新航路の開港式が開かれた@2@。知事らが出席し、祝った@3@。")
    raised = made.add_paragraph("面積は5 km")
    raised.add_run("2").font.superscript = True
    raised.add_run("である。")
    for text, style in (("船員の不足", "List Bullet"), ("燃料の高騰", "List Number"), ("用地", "List Number")):
        made.add_paragraph(text, style=style)
    made.add_paragraph("表1　2023年　青森港の主な積み荷（単位：トン）")
    table = made.add_table(rows=3, cols=3)
    for row, words in enumerate((("地域", "品名", "数量"), ("県内", "りんご|なし", "12,300"), ("", "ほたて", ""))):
        for column, word in enumerate(words):
            table.cell(row, column).text = word
    table.cell(1, 0).merge(table.cell(2, 0))
    made.add_paragraph("出典：青森県統計")
    made.add_heading("課題", 1)
    made.add_heading("船員", 2)
    made.add_paragraph("船員は減った。")
    return read(written(tmp_path_factory.mktemp("docx") / "report.docx", made, NOTES))


def test_headings_give_the_outline_and_the_title_stands_above_them(report: Document) -> None:
    assert report.title == "港の貿易が増加"
    assert (report.author, report.date) == ("山田花子", "2024-06-01"), "not what a template left in the properties"
    sections = list(dict.fromkeys(passage.section for passage in report.passages if passage.section))
    assert sections == [("積み荷",), ("課題",), ("課題", "船員")]
    assert [piece.text for piece in report.furniture] == ["港湾研究会報告 第3号"]


def test_footnotes_stand_behind_the_text_and_their_marks_behind_the_words(report: Document) -> None:
    first = next(passage for passage in report.passages if "開港式" in passage.text)
    assert first.text == "青森港では2023年4月5日に新航路の開港式が開かれた。知事らが出席し、祝った。"
    marks = [(mark.marker, first.text[: mark.at - first.start][-3:]) for mark in first.marks]
    assert marks == [("1", "かれた"), ("2", "祝った")]
    assert [(note.marker, note.text, note.damage) for note in report.notes] == [
        ("1", "東奥日報「新航路が開港」2023年4月6日。", ""),
        ("2", "青森県「港湾統計年報」2024年。表による。", ""),
    ]
    assert "面積は5 km2である。" in report.text, "a square is no mark"


def test_lists_and_tables_keep_their_shape(report: Document) -> None:
    items = [passage.text for passage in report.passages if passage.context == "面積は5 km2である。"]
    assert items == ["船員の不足", "1. 燃料の高騰", "2. 用地"]
    (table,) = report.tables
    assert (table.label, table.header, table.source) == ("表1", ("地域", "品名", "数量"), "出典：青森県統計")
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["県内", "りんご|なし", "12,300"],
        ["県内", "ほたて", ""],
    ]


def test_words_lead_to_the_part_of_the_file_that_holds_them(report: Document) -> None:
    data = Path(report.path).read_bytes()
    assert report.places == "container"
    note = report.notes[0]
    (span,) = report.locate(note.start, note.end)
    assert data[span.first : span.first + 4] == b"PK\x03\x04"
    assert b"word/footnotes.xml" in data[span.first : span.last]
    first = next(passage for passage in report.passages if "開港式" in passage.text)
    held = [data[span.first : span.last] for span in report.locate(first.start, first.end)]
    assert all(b"word/document.xml" in part for part in held)


def archive(path: Path, **parts: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return path


def empty(folder: Path) -> bytes:
    docx.Document().save(str(folder / "empty.docx"))
    return (folder / "empty.docx").read_bytes()


def bomb(folder: Path) -> bytes:
    return archive(folder / "bomb.zip", word__document_xml=b"<a>" + b" " * 100_000_001).read_bytes()


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (bomb, "a zip bomb, or far too large (0.1 MB unpack to 100 MB in 1 parts); it was not unpacked"),
        (lambda _: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "encrypted with a password, or an old"),
        (lambda folder: empty(folder)[:-300], "no DOCX (File is not a zip file); open it"),
        (lambda _: "港の貿易。".encode(), "no DOCX"),
        (lambda _: b"", "the file is empty"),
        (lambda folder: archive(folder / "x.zip", a_xml=b"<a/>").read_bytes(), "not a Word document, or damaged"),
        (empty, "the document has no words"),
    ],
)  # fmt: skip
def test_what_cannot_be_opened_is_left_out_with_one_reason_and_the_rest_is_read(
    tmp_path: Path, make: object, reason: str
) -> None:
    (tmp_path / "shelf").mkdir()
    (tmp_path / "shelf" / "good.md").write_text("# 題\n\n本文である。\n", "utf-8")
    (tmp_path / "shelf" / "bad.docx").write_bytes(make(tmp_path))  # type: ignore[operator]
    shelf = load_shelf([tmp_path / "shelf"])
    assert [document.id for document in shelf.documents] == ["good"]
    (skipped,) = shelf.skipped
    assert reason in skipped.reason


def test_a_broken_part_is_named_with_its_line(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_paragraph("港の本文である。")
    path = written(tmp_path / "a.docx", made)
    whole = path.read_bytes()
    with zipfile.ZipFile(BytesIO(whole)) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data.replace(b"</w:p>", b"\n</w:q>", 1) if name == "word/document.xml" else data)
    with pytest.raises(DocumentError, match=r"a\.docx: line \d+ of a part inside: .*save it anew"):
        read(path)


def paged(folder: Path, *stretches: str) -> Document:
    """Read a document in which @ is a break set by hand and # where Word drew the end of a page."""
    made = docx.Document()
    for text in stretches:
        made.add_paragraph(text)
    path = written(folder / "paged.docx", made)
    whole = path.read_bytes()
    with zipfile.ZipFile(BytesIO(whole)) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            for sign, node in ((b"@", b'<w:br w:type="page"/>'), (b"#", b"<w:lastRenderedPageBreak/>")):
                if name == "word/document.xml":
                    data = data.replace(sign, b"</w:t></w:r><w:r>" + node + b"</w:r><w:r><w:t>")
            new.writestr(name, data)
    return read(path)


@pytest.mark.parametrize(
    ("stretches", "pages"),
    [
        (("港は広い。", "#船は速い。", "岬は遠い。#島は近い。", "波は高い。"), [1, 2, 2, 3]),
        (("港は広い。@", "#船は速い。"), [1, 2]),  # drawn once more where it was set
        (("港は広い。", "@船は速い。"), [1, 2]),
        (("港は広い。" * 200, "@船は速い。"), [None, None]),  # the first page may have run over
        (("港は広い。", "船は速い。"), [None, None]),
    ],
)
def test_pages_are_known_where_the_file_says_where_they_end(
    tmp_path: Path, stretches: tuple[str, ...], pages: list[int | None]
) -> None:
    found = {passage.text[:5]: passage.page for passage in paged(tmp_path, *stretches).passages}
    assert list(found.values()) == pages


def test_without_the_library_the_error_names_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = docx.Document()
    made.add_paragraph("港の本文である。")
    path = written(tmp_path / "a.docx", made)
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(DocumentError, match=r"a\.docx: \.docx files need an extra: pip install 'tenkyo\[docx\]'"):
        read(path)


def test_an_exponent_keeps_a_sign_and_a_mark_behind_a_larger_number_is_a_mark(tmp_path: Path) -> None:
    made = docx.Document()
    for words, raised, rest in (("谷の砂は10", "7", "トンである。"), ("柱は1,110", "7", "本ある。")):
        paragraph = made.add_paragraph(words)
        paragraph.add_run(raised).font.superscript = True
        paragraph.add_run(rest)
    document = read(written(tmp_path / "sand.docx", made))
    assert "谷の砂は10^7トンである。" in document.text
    assert "柱は1,110本ある。" in document.text
    assert [mark.marker for passage in document.passages for mark in passage.marks] == ["7"]
