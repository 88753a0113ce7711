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
