"""Notes as printed: marks in many spellings, flags, and halves that a page end parted."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.document import Document

Make = Callable[..., Document]
LONG = "港湾局は手続きをすべて電子化すると発表したが、組合はこれに強く反対しており、今後の話し合いの行方"


def marks(document: Document) -> dict[str, str]:
    return {m.marker: document.text[m.at - 4 : m.at] for p in document.passages for m in p.marks}


@pytest.mark.parametrize(
    ("mark", "listed"),
    [
        ("<sup>1</sup>", "<sup>1</sup> "), ("<sup>(1)</sup>", "1) "), ("[^1]", "[^1]: "), ("[1]", "[1] "),
        ("［１］", "［１］"), ("（注1）", "注1　"), ("注1）", "注1） "), ("（※1）", "※1　"), ("※1", "※1 "),
        ("¹", "1. "),
        ("（１）", "（１） "), ("1)", "1) "), ("①", "① "), ("〔注1〕", "注1 "),
        ("（訳注1）", "［訳注1］ "), ("(역주1)", "[역주 1] "), ("〔編者注1〕", "〔編者注1〕 "), ("※１", "＊１　"),
    ],
)  # fmt: skip
def test_a_mark_is_known_in_its_spellings(made: Make, mark: str, listed: str) -> None:
    document = made(
        f"題名\n\n港の貿易は前の年より大きく増えた{mark}。漁業は減った。\n\n注\n\n{listed}『港湾年報』海運社、2021年。\n"
    )
    assert [m.at for p in document.passages if p.kind == "prose" for m in p.marks] == [
        document.text.index("増えた") + 3
    ]
    assert mark not in document.text.split("注\n")[0]
    assert document.notes[0].sources[0].title == "港湾年報"


def test_flags_say_what_a_note_has_and_lacks(made: Make) -> None:
    notes = "\n".join(
        (
            "[^1]: 「開港」海の通信、2021年3月1日。<https://x.example/a> また「閉港」陸の通信、2022年4月2日。<https://x.example/b>",
            "[^2]: 『港湾年報』海運社、2020年。",
            "[^3]: 「検査」海の通信、2021年5月1日。[https://x.example/c](https://x.example/other)",
            "[^4]: 「会見」海の通信、2021年6月1日。<https://x.example/a>",
            "[^5]: 「誰も指さない」海の通信、2021年7月1日。<https://x.example/e>",
        )
    )
    document = made(f"題名\n\n港が開いた[^1]。船が来た[^2]。検査した[^3]。会見した[^4]。\n\n{notes}\n", "made.md")
    flags = {note.marker: {flag.kind for flag in note.flags} for note in document.notes}
    assert flags == {
        "1": {"several sources", "shared address"},
        "2": {"no address"},
        "3": {"address differs"},
        "4": {"shared address"},
        "5": {"no mark"},
    }
    assert not document.notes[1].damaged and document.notes[3].damaged


def test_half_a_note_stands_beside_the_note_that_lacks_an_address(made: Make) -> None:
    document = made(
        "題名\n\n港が開いた<sup>1</sup>。船が来た<sup>2</sup>。\n\n"
        "<sup>1</sup> 「開港」海の通信、2021年3月1日。\n\n---\n\np://x.example/harbour >\n\n"
        "<sup>2</sup> 「入港」海の通信、2021年4月1日。<https://x.example/b>\n"
    )
    first, second = document.notes
    assert [stray.text for stray in first.strays] == ["p://x.example/harbour >"]
    assert first.text.endswith("2021年3月1日。") and second.strays == ()
    assert {flag.kind for flag in first.flags} == {"no address", "stranded half"}


def test_an_address_that_a_page_end_cut_is_one_again(made: Make) -> None:
    document = made(
        "題名\n\n港が開いた[1]。船が来た[2]。\n\n注\n\n[1] 「開港」海の通信、2021年3月1日。"
        "https://x.example/2021/lib\n\n- 4 -\n\n_harbour.html\n[2] 「入港」海の通信、2021年4月1日。\n"
    )
    assert document.notes[0].sources[0].url == "https://x.example/2021/lib_harbour.html"
    assert [note.marker for note in document.notes] == ["1", "2"]


def test_notes_at_the_foot_of_a_page_part_no_sentence(made: Make) -> None:
    document = made(
        f"題名\n\n{LONG[:-6]}\n\n<sup>1</sup> 『港湾年報』海運社、2021年。\n\n- 3 -\n\n"
        f"{LONG[-6:]}が注目される<sup>2</sup>。\n\n<sup>2</sup> 『続港湾年報』海運社、2022年。\n"
    )
    assert any(f"{LONG}が注目される。" in passage.text for passage in document.passages)
    assert [note.marker for note in document.notes] == ["1", "2"]
    assert document.notes[0].text == "『港湾年報』海運社、2021年。"


def test_numbers_that_start_over_on_a_page_mean_the_notes_of_that_page(made: Make) -> None:
    document = made(
        f"題名\n\n海運は伸びた<sup>1</sup>。{LONG[:-6]}\n\n<sup>1</sup> 『甲』海運社、2021年。\n\n- 3 -\n\n"
        f"{LONG[-6:]}が注目される<sup>1</sup>。\n\n<sup>1</sup> 『乙』海運社、2022年。\n"
    )
    assert {marker: words[-3:] for marker, words in marks(document).items()} == {"1": "伸びた", "1 (2)": "される"}


def test_the_language_of_a_source_is_what_is_printed(made: Make) -> None:
    notes = (
        "[^1]: 「港の記録」海の通信、2021年3月1日（韓国語）。",
        "[^2]: “A harbour opens,” Sea News, March 1, 2021.",
        "[^3]: 「港口举行会議」新海網、2021年3月1日。",
        "[^4]: 「朝中会談」海の通信、2021年3月1日。",
        "[^5]: 「朝中会談」海の通信、2021年3月2日。<https://x.example/jp/a>",
    )
    text = "。".join(f"文{n}である[^{n}]" for n in range(1, 6))
    document = made(f"題名\n\n{text}。\n\n" + "\n".join(notes) + "\n", "made.md")
    assert [note.sources[0].lang for note in document.notes] == ["ko", "en", "zh", "", "ja"]


def test_a_list_of_the_text_that_counts_like_the_notes_below_is_none(made: Make) -> None:
    document = made(
        "# Ferries\n\n## Background\n\nThe company opened its new pier in the spring.¹ Fares were kept low.²\n\n"
        "## Proposals\n\n1. The harbour should publish its accounts in May 2025.\n"
        "2. The state should pay for the pier.\n\n"
        "## Notes\n\n¹ Harbour Company, *Annual Report 2021*, p. 4.\n² *Harbour Times*, 3 March 2022.\n"
    )
    assert [note.marker for note in document.notes] == ["1", "2"]
    assert "Annual Report" in document.text[document.notes[0].start : document.notes[0].end]
    assert not any(note.damage for note in document.notes)


@pytest.mark.parametrize(("mark", "printed"), [("（注1）", "注1　"), ("[1]", "[1] "), ("1)", "1) "), ("①", "① ")])
def test_a_bullet_before_the_number_of_a_note_is_only_a_bullet(made: Make, mark: str, printed: str) -> None:
    document = made(
        f"題名\n\n港の貿易は大きく増えた{mark}。\n\n## 注\n\n- {printed}港湾局「年報」2021年。\n", "made.md"
    )
    assert [(note.marker, note.text) for note in document.notes] == [("1", "港湾局「年報」2021年。")]
    assert list(marks(document)) == ["1"]


def test_a_count_behind_a_bullet_numbers_no_note(made: Make) -> None:
    document = made(
        "題名\n\n港の貿易は大きく増えた。\n\n## 参考文献\n\n- 12 港湾物語、港湾局「年報」2021年。\n", "made.md"
    )
    assert [(note.marker, note.text) for note in document.notes] == [("", "12 港湾物語、港湾局「年報」2021年。")]


@pytest.mark.parametrize("sign", ["□", "◇", "▲", "▷"])
def test_a_heading_of_notes_may_have_a_sign_before_it(made: Make, sign: str) -> None:
    document = made(f"題名\n\n港の貿易は大きく増えた1)。\n\n{sign} 注\n\n1) 港湾局「年報」2021年。\n")
    assert [note.marker for note in document.notes] == ["1"]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("『瀬名日日新聞』令和5年10月2日。", [("", "瀬名日日新聞", "2023-10-02")]),
        ("《稻城晚报》2020年11月6日。", [("", "稻城晚报", "2020-11-06")]),
        ("『港の統計』2020年11月6日。", [("港の統計", "", "2020-11-06")]),
        (
            "資源省「調査の結果」（2025年5月）及び研究会「窓口の調査」（2025年6月12日）による。",
            [("調査の結果", "資源省", "2025-05"), ("窓口の調査", "研究会", "2025-06-12")],
        ),
        (
            "当局「調査の結果」2024年12月18日、および港湾試験所「測定の記録」2024年12月5日。後者は当局が掲げている。",
            [("調査の結果", "当局", "2024-12-18"), ("測定の記録", "港湾試験所", "2024-12-05")],
        ),
        ("港務局『船員、および港湾の「統計」』2020年。", [("船員、および港湾の「統計」", "港務局", "2020")]),
        ("港務局『船員及び港湾の統計』2020年。", [("船員及び港湾の統計", "港務局", "2020")]),
    ],
)
def test_papers_by_their_day_and_two_sources_with_an_and(
    made: Make, text: str, sources: list[tuple[str, str, str]]
) -> None:
    document = made(f"題名\n\n港の貿易は前の年より大きく増えた（注1）。\n\n（注1）{text}\n")
    assert [(s.title, s.publisher, s.date) for n in document.notes for s in n.sources] == sources


@pytest.mark.parametrize("heading", ["参考元\n", "参考元\n\n", "## 参考元\n", "引用・参考文献\n"])
def test_sources_in_lines_below_their_heading_are_notes_without_numbers(made: Make, heading: str) -> None:
    listed = "北市「港の計画」2025年2月\n北市新報「港が開く」2025年6月28日\n港を考える会 http://minato.example/\n"
    document = made(f"題名\n\n港は四月に開いた。船は毎週土曜に着く。\n\n{heading}{listed}")
    assert [note.text for note in document.notes] == listed.splitlines()
    assert [source.title for note in document.notes for source in note.sources][:2] == ["港の計画", "港が開く"]


def test_a_sentence_below_a_word_for_notes_is_none(made: Make) -> None:
    document = made("題名\n\n港は四月に開いた。船は毎週土曜に着く。\n\n参考\n港は2025年に「北市」が開いた。\n")
    assert document.notes == ()
