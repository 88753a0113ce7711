"""The shelf reads what it can and says what it left out."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from corpus.errors import DocumentError, ShelfError
from corpus.readers import read
from corpus.record import Record, write_record
from corpus.shelf import holds_documents, load_shelf, shelf_state

posix = pytest.mark.skipif(sys.platform == "win32", reason="links are made differently there")


def put(folder: Path, name: str, content: str | bytes = "# 題\n\n本文である。\n") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def test_documents_are_read_recursively_in_the_order_of_their_paths(tmp_path: Path) -> None:
    for name in ("b.md", "a/z.txt", "README.md"):
        put(tmp_path, name)
    shelf = load_shelf([tmp_path])
    assert [document.id for document in shelf.documents] == ["README", "z", "b"]
    assert shelf.document("z") is shelf.documents[1]
    assert shelf.document("nothing") is None


def test_a_root_may_be_a_file_and_is_read_once(tmp_path: Path) -> None:
    path = put(tmp_path, "a.md")
    assert len(load_shelf([path, tmp_path]).documents) == 1


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("x.xlsx", b"PK", "no reader for '.xlsx' files"),
        (".hidden.md", b"text", "hidden"),
        (".git/x.md", b"text", "hidden"),
        ("empty.md", b" \n\t\n", "empty"),
        ("torn.txt", "港の貿易。\n増えた。".encode()[:-1], "line 2, byte 26: the bytes E3 80 are not UTF-8"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n", "line 1, byte 1: this is a picture (PNG)"),
        ("zero.txt", b"a\n\x00", "line 2, byte 3: a zero byte"),
        ("jis.txt", "港".encode("iso2022_jp"), "line 1, byte 1: ISO-2022-JP"),
        ("yaml.md", b"---\ntitle: a: b\n---\ntext", "line 2: front matter"),
        ("open.md", b"---\ntitle: x\n\ntext", "never closed"),
        ("lang.md", b"---\nlang: fr\n---\ntext", "line 2: lang 'fr'"),
        ("list.md", b"---\ntitle: {a: b}\n---\ntext", "line 2: title must be plain text"),
        ("flag.md", b"---\ntitle: x\nsourced: perhaps\n---\ntext", "line 3: sourced must be"),
    ],
)
def test_a_file_that_is_left_out_is_listed_with_its_reason(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    put(tmp_path, "good.md")
    path = put(tmp_path, name, content)
    shelf = load_shelf([tmp_path])
    (skipped,) = shelf.skipped
    assert skipped.path == path
    assert reason in skipped.reason


def test_a_bad_file_read_alone_names_itself_and_what_to_do(tmp_path: Path) -> None:
    path = put(tmp_path, "latin.txt", "Là-bas, l’été…".encode("cp1252"))
    with pytest.raises(DocumentError, match=r"latin\.txt: line 1, byte 2: not readable as UTF-8, .*: iconv -f"):
        read(path)


def test_of_two_documents_with_one_id_the_second_is_left_out_and_names_the_first(tmp_path: Path) -> None:
    first = put(tmp_path, "a.md", "---\nid: same\n---\n本文。")
    second = put(tmp_path, "b.md", "---\nid: same\n---\n別の本文。")
    put(tmp_path, "c.md")
    shelf = load_shelf([tmp_path])
    assert [(d.id, d.path) for d in shelf.documents] == [("same", str(first)), ("c", str(tmp_path / "c.md"))]
    (skipped,) = shelf.skipped
    assert (skipped.path, skipped.meant) == (second, True)
    assert f"document 'same' as {first} is" in skipped.reason
    assert "give one another id:" in skipped.reason


@posix
def test_links_out_of_the_shelf_are_not_followed_and_named(tmp_path: Path) -> None:
    outside, shelf = put(tmp_path / "outside", "secret.md"), tmp_path / "shelf"
    put(shelf, "a.md")
    (shelf / "out.md").symlink_to(outside)
    (shelf / "gone.md").symlink_to(shelf / "nothing.md")
    (shelf / "folder").symlink_to(outside.parent)
    (shelf / ".hidden").symlink_to(outside.parent)
    found = load_shelf([shelf])
    assert [document.id for document in found.documents] == ["a"]
    told = {skipped.path.name: skipped.reason for skipped in found.skipped if skipped.meant}
    assert str(outside) in told.pop("out.md")
    assert "is not there" in told.pop("gone.md")
    assert "a link to a folder is not followed" in told.pop("folder")
    assert not told
    assert [document.id for document in load_shelf([shelf, outside.parent]).documents] == ["a", "out"]
    assert [document.id for document in load_shelf([shelf / "out.md"]).documents] == ["out"]


@posix
def test_links_that_lead_round_in_a_circle_are_left_out_by_name(tmp_path: Path) -> None:
    put(tmp_path, "a.md")
    (tmp_path / "self.md").symlink_to("self.md")
    (tmp_path / "there.md").symlink_to("back.md")
    (tmp_path / "back.md").symlink_to("there.md")
    (tmp_path / "same.md").symlink_to("a.md")
    found = load_shelf([tmp_path])
    assert [document.id for document in found.documents] == ["a"]
    told = {skipped.path.name: skipped.reason for skipped in found.skipped}
    assert set(told) == {"self.md", "there.md", "back.md"}
    assert all("leads back to itself" in reason for reason in told.values())


def test_a_file_too_large_is_left_out_unread(tmp_path: Path) -> None:
    put(tmp_path, "a.md")
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(200_000_000)
    (skipped,) = load_shelf([tmp_path]).skipped
    assert skipped.reason.startswith("200 MB; at most 20 MB")
    assert "split it" in skipped.reason


def test_a_shelf_without_a_readable_document_says_why(tmp_path: Path) -> None:
    put(tmp_path, "x.xlsx", b"PK")
    with pytest.raises(ShelfError, match=r"no readable document under .*\n.*no reader for '\.xlsx'"):
        load_shelf([tmp_path])
    with pytest.raises(ShelfError, match="does not exist"):
        load_shelf([tmp_path / "nowhere"])


def test_the_hash_follows_contents_and_ids_not_places(tmp_path: Path) -> None:
    put(tmp_path, "one/a.md")
    put(tmp_path, "two/a.md")
    put(tmp_path, "three/a.md", "# 題\n\n別の本文である。\n")
    first, second, third = (load_shelf([tmp_path / name]).hash for name in ("one", "two", "three"))
    assert first == second != third


def test_front_matter_tells_and_unknown_keys_are_tolerated(tmp_path: Path) -> None:
    front = "id: x1\ntitle: 港の話\nauthor: [山田太郎, 鈴木次郎]\ndate: 2024-05-06\nsourced: false\nlayout: post\n"
    text = f"---\n{front}---\n\n本文である。\n"
    document = read(put(tmp_path, "a.md", text))
    assert (document.id, document.title, document.author) == ("x1", "港の話", "山田太郎, 鈴木次郎")
    assert (document.date, document.unsourced) == ("2024-05-06", True)
    assert "layout" not in document.text
    assert "author: [山田太郎, 鈴木次郎]" in document.text


def test_text_between_two_rules_is_no_front_matter(tmp_path: Path) -> None:
    document = read(put(tmp_path, "a.md", "---\n\n港の本文である。\n\n---\n\n次の本文である。\n"))
    assert "港の本文である。" in document.text


def test_a_withdrawn_document_is_kept_apart_and_changes_the_hash(tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        put(tmp_path, name)
    before = load_shelf([tmp_path])
    write_record(tmp_path, Record(frozenset({"b", "unknown"})))
    after = load_shelf([tmp_path])
    assert [document.id for document in after.documents] == ["a"]
    assert [document.id for document in after.withdrawn] == ["b"]
    assert after.hash != before.hash
    assert after.skipped == ()
    assert load_shelf([tmp_path / "b.md"]).documents, "who names a file itself gets it"


def test_a_replaced_file_counts_until_the_one_that_follows_it_is_there(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "---\nid: a\n---\n古い。")
    write_record(tmp_path, Record(replaced={"a.txt": "a.md"}))
    assert "古い" in load_shelf([tmp_path]).documents[0].text
    put(tmp_path, "a.md", "---\nid: a\n---\n新しい。")
    (document,) = load_shelf([tmp_path]).documents
    assert "新しい" in document.text


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"withdrawn": 1, "replaced": {}}', "\x00"])
def test_a_damaged_record_is_an_error_and_quotes_nothing_that_was_withdrawn(tmp_path: Path, content: str) -> None:
    put(tmp_path, "a.md")
    put(tmp_path, ".tenkyo/record.json", content)
    with pytest.raises(ShelfError, match=r"record\.json"):
        load_shelf([tmp_path])


def test_what_has_not_changed_is_not_taken_apart_again(tmp_path: Path) -> None:
    put(tmp_path, "a.md")
    path = put(tmp_path, "b.md")
    before = load_shelf([tmp_path])
    path.write_text("# 題\n\n別の本文である。\n", "utf-8")
    after = load_shelf([tmp_path], before)
    assert after.documents[0] is before.documents[0]
    assert after == load_shelf([tmp_path])


def test_the_state_changes_with_every_file_and_with_nothing_else(tmp_path: Path) -> None:
    path = put(tmp_path, "folder/a.md")
    states = [shelf_state([tmp_path])]

    def seen() -> None:
        states.append(shelf_state([tmp_path]))
        assert states[-1] not in states[:-1]

    put(tmp_path, "folder/b.txt")
    seen()
    times = path.stat()
    path.write_text("# 題\n\n本文がある。\n", "utf-8")  # as long as before, and then dated back
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    seen()
    path.rename(tmp_path / "a.md")
    seen()
    write_record(tmp_path, Record(frozenset({"a"})))
    seen()
    put(tmp_path, ".tenkyo/incoming/c.md")
    assert shelf_state([tmp_path]) == states[-1]
    assert shelf_state([tmp_path / "a.md"]) == shelf_state([tmp_path / "a.md"])
    assert shelf_state([tmp_path / "nowhere"])


def test_a_folder_holds_documents_when_a_name_says_so(tmp_path: Path) -> None:
    put(tmp_path, ".tenkyo/incoming/c.md")
    put(tmp_path, "x.xlsx")
    assert not holds_documents(tmp_path)
    assert not holds_documents(tmp_path / "nowhere")
    put(tmp_path, "deep/a.md")
    assert holds_documents(tmp_path)
