"""Text files in the encodings people have are read, and every character leads back to its bytes."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import DocumentError
from corpus.readers import read
from tests.corpus.roundtrip import faults

JA = (
    "# 港の貿易\n\n青森港では2023年4月5日に新航路の開港式が開かれた。知事は「港は玄関口である」と述べた。\n\n"
    "利用者は㈱港湾、①～③の三社である。\n"
)
ZH = "# 港口\n\n青岛港今年的贸易额比去年增长了百分之十二。负责人说，船只的数量也在增加，这是最近几年的新情况。\n"
KO = "# 항구\n\n부산항의 수출이 지난해보다 크게 늘었다. 관계자는 선박의 수가 증가했다고 말했다.\n"


def put(folder: Path, data: bytes, name: str = "made.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("text", "encoding", "read_as"),
    [
        (JA, "cp932", "cp932"),
        (JA.replace("㈱", "").replace("①～③", ""), "euc_jp", "euc_jp"),
        (JA, "utf-16", "utf-16-le"),
        (JA, "utf-16-le", "utf-16-le"),
        (JA, "utf-16-be", "utf-16-be"),
        (JA, "utf-8-sig", "utf-8"),
        (JA, "utf-32", "utf-32-le"),
        (KO, "euc_kr", "cp949"),
        (KO, "utf-16-be", "utf-16-be"),
        (ZH, "gb18030", "gb18030"),
        (ZH, "gb2312", "gb18030"),
        ("Trade grew.\n\nIn 2023 it fell.\n", "utf-16-le", "utf-16-le"),
        ("短い。\n", "cp932", "cp932"),
        ("港湾統計年報 令和五年度\n", "euc_jp", "euc_jp"),
        ("ｱｵﾓﾘｺｳ ﾃﾞｰﾀ\n", "cp932", "cp932"),
    ],
)  # fmt: skip
def test_the_encoding_is_told_and_every_character_knows_its_bytes(
    tmp_path: Path, text: str, encoding: str, read_as: str
) -> None:
    data = text.encode(encoding)
    document = read(put(tmp_path, data))
    assert document.encoding == read_as
    assert document.places == "exact"
    assert text.split("\n")[-2] in document.text
    for passage in document.passages:
        spans = document.locate(passage.start, passage.end)
        assert "".join(data[span.first : span.last].decode(read_as) for span in spans) == passage.text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16", "utf-16-be"])
def test_lines_may_end_in_a_carriage_return_alone(tmp_path: Path, encoding: str) -> None:
    text = f"{JA}\n「港は玄関口である」は県の案内にもある。\n"
    data = text.replace("\n", "\r").encode(encoding)
    document = read(put(tmp_path, data))
    assert document.text == read(put(tmp_path, text.encode(encoding), "other.txt")).text
    assert (document.title, document.places) == ("港の貿易", "markup")
    assert list(faults(document, data)) == []


def test_a_carriage_return_within_a_line_is_white_space_where_lines_end_otherwise(tmp_path: Path) -> None:
    data = JA.replace("開港式", "開港\r式").encode()
    document = read(put(tmp_path, data))
    assert document.places == "exact"
    assert list(faults(document, data)) == []


@pytest.mark.parametrize("encoding", ["cp932", "euc_jp", "utf-8", "cp949", "gb18030"])
def test_a_byte_that_cannot_be_read_is_named_with_its_line(tmp_path: Path, encoding: str) -> None:
    text = {"cp949": KO, "gb18030": ZH}.get(encoding, JA.replace("㈱", "").replace("①～③", "")) * 4
    at = len(text.encode(encoding)) // 2
    data = bytearray(text.encode(encoding))
    at = data.index(b"\n", at)
    data[at + 1 : at + 1] = b"\xff"
    line = data.count(b"\n", 0, at + 1) + 1
    with pytest.raises(DocumentError, match=rf"made\.txt: line {line}, byte {at + 2}: the bytes FF .*correct them"):
        read(put(tmp_path, bytes(data)))


def test_half_a_character_of_utf_16_is_named_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"line 5, byte \d+: the bytes 0A are not UTF-16-LE"):
        read(put(tmp_path, JA.encode("utf-16")[:-1]))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("Là-bas, l’été fut très chaud.".encode("cp1252"), "line 1, byte 2: not readable as UTF-8, UTF-16, Shift_JIS"),
        (bytes(range(128, 256)) * 3, "not readable as"),
        (b"%PDF-1.7\n", "this is a PDF file, not text; name it .pdf"),
        (b"PK\x03\x04\x00", "this is a ZIP archive"),
        (b"a\nb\x00c", "line 2, byte 4: a zero byte"),
        ("港".encode("iso2022_jp"), "ISO-2022-JP"),
        (b"Trade outlook of the port.\nSaint Ives \xe3    (b)     310     402 \n", "line 2, byte 39"),  # no UTF-16
    ],
)
def test_what_is_no_text_or_in_no_known_encoding_is_refused(tmp_path: Path, data: bytes, reason: str) -> None:
    with pytest.raises(DocumentError) as raised:
        read(put(tmp_path, data))
    assert reason in str(raised.value)


VENDORS = "橋の点検だより\n\n点検の日は①五月二日、②六月九日である。請け負うのは㈱大橋組で、幅は１２㎝とされた。{}\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (VENDORS.format(""), "eucjp-ms"),
        (VENDORS.format("立ち会うのは髙山と﨑本の二人である。"), "eucjp-ms"),
        (VENDORS.format("立ち会うのは髙山と﨑本の二人である。"), "cp51932"),
        ("①開会\n", "eucjp-ms"),
    ],
)
def test_euc_jp_with_the_characters_of_vendors_is_read(tmp_path: Path, text: str, encoding: str) -> None:
    data = text.encode(encoding)
    document = read(put(tmp_path, data))
    assert (document.encoding, document.lang) == (encoding, "ja")
    spans = document.locate(0, len(document.text))
    assert b"".join(data[span.first : span.last] for span in spans).decode(encoding) == document.text == text.strip()


def test_a_page_that_declares_euc_jp_may_have_them_too(tmp_path: Path) -> None:
    page = f'<html><head><meta charset="EUC-JP"></head><body><p>{VENDORS.format("")}</p></body></html>'
    assert "②六月九日" in read(put(tmp_path, page.encode("eucjp-ms"), "made.html")).text


def test_a_character_that_euc_jp_lacks_makes_no_chinese_of_the_rest(tmp_path: Path) -> None:
    data = VENDORS.format("").encode("eucjp-ms").replace("幅".encode("euc_jp"), b"\xa9\xa1")
    with pytest.raises(DocumentError, match="line 3, byte 81: the bytes A9 A1 are not EUC-JP"):
        read(put(tmp_path, data))


def test_a_page_whose_bytes_nearly_are_what_it_declares_is_not_read_as_something_else(tmp_path: Path) -> None:
    page = "<html><head><meta charset=gb2312></head><body><p>码头的修理在八月完成。</p></body></html>".encode("gb18030")
    assert read(put(tmp_path, page, "whole.html")).lang == "zh"
    with pytest.raises(DocumentError, match="are not GB18030"):
        read(put(tmp_path, page.replace("修".encode("gb18030"), b"\xff"), "made.html"))


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("月,2023,2024\n三月,1204,1310\n", "zh"),  # nothing tells
        ("港町観光協会", "ja"),  # 観 is written so in Japanese alone
        ("事務局長　堀内健\n", "zh"),
    ],
)
def test_ideographs_alone_are_of_the_language_of_their_encoding(tmp_path: Path, text: str, alone: str) -> None:
    assert [read(put(tmp_path, text.encode(name))).lang for name in ("cp932", "euc_jp")] == ["ja", "ja"]
    assert read(put(tmp_path, text.encode())).lang == alone


def test_front_matter_and_errors_have_lines_where_they_end_in_a_carriage_return_alone(tmp_path: Path) -> None:
    text = "---\ntitle: 橋の題\n---\n\n# 点検\n\n橋を点検した。幅は広い。\n\n# 修理\n\n七月に直した。\n"
    data = text.replace("\n", "\r").encode("cp932")
    document = read(put(tmp_path, data))
    assert document.title == "橋の題"
    assert [passage.section for passage in document.passages if passage.kind == "prose"] == [("点検",), ("修理",)]
    for passage in document.passages:
        spans = document.locate(passage.start, passage.end)
        assert (
            "".join(data[span.first : span.last].decode("cp932") for span in spans).replace("\r", "\n") == passage.text
        )
    with pytest.raises(DocumentError, match="line 3, byte 9: the bytes FF"):
        read(put(tmp_path, "橋だ。\r\r直した。".encode("cp932").replace("直".encode("cp932"), b"\xff") + b"\r" * 9))
