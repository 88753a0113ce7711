"""PDFs are read as they are laid out, with their pages, and what has no text is refused with what to do."""

from __future__ import annotations

import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from corpus.document import Document
from corpus.errors import DocumentError
from corpus.readers import read
from corpus.readers.pdf.signs import drawn
from corpus.shelf import load_shelf

MINCHO = "HeiseiMin-W3"
HEIGHT = A4[1]
pdfmetrics.registerFont(UnicodeCIDFont(MINCHO))


class Drawing:
    """A PDF in the making; heights are from the top of the page."""

    def __init__(self, path: Path, encrypt: str | None = None) -> None:
        self.path = path
        self.canvas = Canvas(str(path), pagesize=A4, encrypt=encrypt)

    def line(self, x: float, y: float, text: str, size: float = 10.5, font: str = MINCHO) -> float:
        """Draw a line, and return where it ends."""
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, HEIGHT - y, text)
        return float(x + pdfmetrics.stringWidth(text, font, size))

    def lines(self, x: float, y: float, text: str, signs: int, size: float = 10.5) -> None:
        """Draw a paragraph in lines of so many signs."""
        for at in range(0, len(text), signs):
            self.line(x, y + 16 * at / signs, text[at : at + signs], size)

    def table(self, x: float, y: float, rows: list[list[str]]) -> None:
        """Draw a table with rules around its cells."""
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                self.canvas.rect(x + 100 * column, HEIGHT - y - 20 * (number + 1), 100, 20)
                self.line(x + 100 * column + 4, y + 20 * number + 14, text, 9)

    def page(self) -> None:
        """Begin the next page."""
        self.canvas.showPage()

    def done(self) -> Path:
        """Write the file."""
        self.canvas.save()
        return self.path


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Document:
    drawing = Drawing(tmp_path_factory.mktemp("pdf") / "report.pdf")
    drawing.line(70, 40, "港湾研究会報告 第3号", 8)
    drawing.line(150, 100, "港の貿易が増加した理由", 18)
    drawing.line(250, 125, "山田花子")
    drawing.line(240, 141, "2024年6月1日")
    drawing.line(70, 180, "1. 積み荷", 13)
    end = drawing.line(70, 204, "青森港では2023年4月5日に新航路の開港式が開かれた")
    drawing.line(end, 200, "1)", 6)
    drawing.line(end + 8, 204, "。式典には知事らが")
    drawing.lines(
        70,
        220,
        "出席し、港の発展を祝った。これまでの航路は冬の食料を運ぶために開設されたもので、取扱量は年々減っていた。",
        43,
    )
    drawing.line(70, 270, "表1　2023年　青森港の主な積み荷（単位：トン）")
    drawing.table(70, 278, [["順位", "品名", "数量"], ["1", "りんご", "12,300"], ["2", "ほたて", "4,560"]])
    drawing.line(70, 352, "出典：青森県統計", 9)
    drawing.line(70, 380, "利用者の内訳は次の頁に示すが、このうち半数以上は県外からの観光客であり、残りの大半は対岸の")
    drawing.line(70, HEIGHT - 70, "1)　東奥日報「新航路が開港」2023年4月6日。", 8)
    drawing.line(290, HEIGHT - 30, "- 1 -", 9)
    drawing.page()
    drawing.line(70, 40, "港湾研究会報告 第3号", 8)
    drawing.line(70, 70, "町に住む通勤者である。この割合は開港の前から変わっていない。")
    drawing.line(70, 110, "2. 課題", 13)
    left = "船員の高齢化が進んでいる。平均の年齢は五十歳を超え、若い人は集まらない。燃料の値段も上がった。"
    right = "一方で、県は補助金を出している。新しい船は三隻が造られ、二隻が就航した。今後の見通しは明るい。"
    drawing.lines(70, 134, left, 15)
    drawing.lines(310, 134, right, 15)
    drawing.line(290, HEIGHT - 30, "- 2 -", 9)
    drawing.page()
    return read(drawing.done())


def test_title_byline_and_headings_are_told_by_their_size(report: Document) -> None:
    assert (report.title, report.author, report.date) == ("港の貿易が増加した理由", "山田花子", "2024-06-01")
    sections = list(dict.fromkeys(passage.section for passage in report.passages if passage.section))
    assert sections == [("1. 積み荷",), ("2. 課題",)]


def test_a_raised_mark_is_a_note_mark_and_a_sentence_goes_on_over_the_page(report: Document) -> None:
    first = next(passage for passage in report.passages if "開港式" in passage.text)
    assert "開かれた。式典には知事らが出席し、港の発展を祝った。" in first.text
    assert [(mark.marker, first.text[: mark.at - first.start][-3:]) for mark in first.marks] == [("1", "かれた")]
    assert [(note.marker, note.text) for note in report.notes] == [("1", "東奥日報「新航路が開港」2023年4月6日。")]
    assert "残りの大半は対岸の町に住む通勤者である。" in report.text


def test_columns_are_read_one_after_the_other(report: Document) -> None:
    assert "平均の年齢は五十歳を超え、若い人は集まらない。" in report.text
    assert "新しい船は三隻が造られ、二隻が就航した。" in report.text
    assert report.text.index("燃料の値段も上がった。") < report.text.index("一方で、県は")


def test_a_ruled_table_keeps_its_cells(report: Document) -> None:
    (table,) = report.tables
    assert (table.label, table.header, table.source) == ("表1", ("順位", "品名", "数量"), "出典：青森県統計")
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["1", "りんご", "12,300"],
        ["2", "ほたて", "4,560"],
    ]


def test_passages_know_their_page_and_heads_and_numbers_are_furniture(report: Document) -> None:
    pages = {passage.text[:6]: passage.page for passage in report.passages}
    assert (pages["青森港では2"], pages["船員の高齢化"]) == (1, 2)
    told = [(piece.kind, piece.text) for piece in report.furniture]
    assert told.count(("running head", "港湾研究会報告 第3号")) == 1, "the first one may be where it appeared"
    assert [text for kind, text in told if kind == "page number"] == ["- 1 -", "- 2 -"]


@pytest.mark.parametrize("form", ["{n}", "({n})", "{n}/14", "P{n}", "- {n} -"])
def test_a_number_at_one_place_of_every_page_is_the_page_s_however_short_the_last_one_is(
    form: str, tmp_path: Path
) -> None:
    """The last page has one line, and below its number a note: the text alone would not show what the number is."""
    drawing = Drawing(tmp_path / "numbered.pdf")
    for n in (11, 12, 13):
        drawing.lines(70, 120, f"第{n}区の岸壁は春に直され、船が戻った。" * (9 if n < 13 else 1), 38)
        drawing.line(290, 800, form.format(n=n))
        drawing.line(70, 820, "（12）は区の番号である。" if n == 13 else "港務局")
        drawing.page()
    document = read(drawing.done())
    numbers = [piece.text for piece in document.furniture if piece.kind == "page number"]
    assert numbers == [form.format(n=n) for n in (11, 12, 13)]
    assert "（12）は区の番号である。" in document.text


def test_the_bytes_of_words_are_the_file(report: Document) -> None:
    (span,) = report.locate(10, 20)
    assert (report.places, span.first, span.last) == ("container", 0, Path(report.path).stat().st_size)


def show_picture(drawing: Drawing) -> None:
    image = BytesIO()
    Image.new("RGB", (40, 40), "white").save(image, "PNG")
    drawing.canvas.drawImage(ImageReader(image), 50, 50, 400, 600)


def picture(path: Path) -> None:
    drawing = Drawing(path)
    show_picture(drawing)
    drawing.page()
    drawing.done()


def stamped(path: Path) -> None:
    drawing = Drawing(path)
    for number in range(1, 4):
        show_picture(drawing)
        drawing.line(70, 40, "橋梁台帳（写）")
        drawing.line(290, 810, f"- {number} -")
        drawing.page()
    drawing.done()


def blank(path: Path) -> None:
    drawing = Drawing(path)
    drawing.canvas.rect(50, 50, 100, 100)
    drawing.done()


def locked(path: Path) -> None:
    drawing = Drawing(path, encrypt="secret")
    drawing.line(70, 70, "港の貿易は増えた。")
    drawing.done()


def cut_short(path: Path) -> None:
    drawing = Drawing(path)
    drawing.line(70, 70, "港の貿易は増えた。")
    data = drawing.done().read_bytes()
    path.write_bytes(data[: len(data) // 2])


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (picture, "a scan without a text layer; run OCR on it (for instance: ocrmypdf IN.pdf OUT.pdf)"),
        (stamped, "a scan without a text layer but for what stands in the margins of its pages; run OCR on it"),
        (locked, "encrypted with a password; save it without one and add that"),
        (cut_short, "damaged"),
        (blank, "no text on any page"),
        (lambda path: path.write_bytes("港の貿易。".encode()), "line 1: not a PDF, whatever its name says"),
        (lambda path: path.write_bytes(b""), "the file is empty"),
    ],
)
def test_what_cannot_be_read_is_left_out_with_one_reason_and_the_rest_is_read(
    tmp_path: Path, make: Callable[[Path], object], reason: str
) -> None:
    make(tmp_path / "bad.pdf")
    (tmp_path / "good.md").write_text("# 題\n\n本文である。\n", "utf-8")
    shelf = load_shelf([tmp_path])
    assert [document.id for document in shelf.documents] == ["good"]
    (skipped,) = shelf.skipped
    assert reason in skipped.reason


def test_a_page_that_is_a_picture_among_others_is_a_gap(tmp_path: Path) -> None:
    drawing = Drawing(tmp_path / "half.pdf")
    drawing.line(70, 70, "港の貿易は増えた。")
    drawing.page()
    image = BytesIO()
    Image.new("RGB", (40, 40), "white").save(image, "PNG")
    drawing.canvas.drawImage(ImageReader(image), 50, 50, 400, 600)
    drawing.page()
    document = read(drawing.done())
    assert [(gap.page, gap.what.split(";")[0]) for gap in document.gaps] == [(2, "the page is a picture")]


def test_a_picture_with_the_number_of_its_page_is_a_gap_and_one_with_a_caption_is_none(tmp_path: Path) -> None:
    drawing = Drawing(tmp_path / "half.pdf")
    drawing.line(70, 70, "橋は五十年前に架けられた。")
    drawing.line(290, 810, "1")
    drawing.page()
    for number, caption in ((2, ""), (3, "図1　橋の断面")):
        show_picture(drawing)
        drawing.line(70, 200, caption)
        drawing.line(290, 810, f"{number}")
        drawing.page()
    document = read(drawing.done())
    assert [gap.page for gap in document.gaps] == [2]
    assert "橋の断面" in document.text


def test_without_the_library_the_error_names_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawing = Drawing(tmp_path / "a.pdf")
    drawing.line(70, 70, "港の貿易は増えた。")
    path = drawing.done()
    monkeypatch.setitem(sys.modules, "pdfplumber", None)
    with pytest.raises(DocumentError, match=r"a\.pdf: \.pdf files need an extra: pip install 'tenkyo\[pdf\]'"):
        read(path)


def test_radicals_and_turned_signs_are_what_they_show() -> None:
    assert drawn("⻘森の⼭と⽉︑ﬁn︒") == "青森の山と月、fin。"
    assert drawn("表１①㈱") == "表１①㈱", "what Unicode would simplify stays as printed"


OFFICERS = [
    ["氏名", "役職", "所属"],
    ["山田花子", "会長", "港湾研究会事務局"],
    ["佐藤次郎", "副会長", ""],
    ["鈴木一郎", "常務理事", "青森県庁港湾課"],
]
CARGO = [["品名", "2022年", "2023年"], ["りんご", "980", "990"], ["ほたて（冷凍、", "450", "560"], ["殻付き）"]]
CARGO += [["木材", "87", "31"]]


def test_tables_without_rules_are_told_by_their_columns(tmp_path: Path) -> None:
    drawing = Drawing(tmp_path / "unruled.pdf")
    drawing.lines(70, 60, "港の会は毎年春に総会を開き、役員の分担を決めている。今年の役員は次のとおりである。", 43)
    for top, caption, rows in ((120, "表1　港の会の役員", OFFICERS), (240, "表2　積み荷（単位：トン）", CARGO)):
        drawing.line(70, top, caption)
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                drawing.line(80 + 110 * column, top + 20 + 14 * number, text, 9)
    officers, cargo = read(drawing.done()).tables
    assert [list(officers.header), *([cell.text for cell in row.cells] for row in officers.rows)] == OFFICERS
    assert [row.cells[0].text for row in cargo.rows] == ["りんご", "ほたて（冷凍、殻付き）", "木材"]
    assert [str(row.cells[2].value) for row in cargo.rows] == ["990", "560", "31"]


def test_an_exponent_keeps_a_sign_in_text_and_in_a_table(tmp_path: Path) -> None:
    drawing = Drawing(tmp_path / "sand.pdf")
    for y, words, rest in ((100, "谷の砂は10", "トンである。"), (120, "谷の柱は1,110", "本である。")):
        end = drawing.line(70, y, words)
        drawing.line(drawing.line(end, y - 4, "7", 6), y, rest)
    drawing.table(70, 200, [["場所", "砂の数"], ["谷", "10"]])
    drawing.line(174 + pdfmetrics.stringWidth("10", MINCHO, 9), 231, "9", 5)
    document = read(drawing.done())
    assert "谷の砂は10^7トンである。" in document.text
    assert "谷の柱は1,110本である。" in document.text
    assert "10^9" in document.text
