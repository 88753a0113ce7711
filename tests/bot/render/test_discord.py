"""What a reader of Discord sees of an answer, and what no document can do there."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.answer import (
    Answer,
    Calculation,
    Citation,
    Conflict,
    Emphasis,
    Grade,
    Lead,
    Operand,
    PrimarySource,
    QuotedSpan,
    Side,
    Statement,
)
from bot.render.discord import render
from bot.render.discord_markup import LIMIT, bold, escape, link, one_line, unescape, units, wrap

# Text as a hostile or unlucky document could hold it: markup, mentions, list and heading signs at line starts.
_MENTIONS = [
    "@everyone",
    "@here",
    "<@123456789012345678>",
    "<@&1>",
    "<#2>",
    "</ask:3>",
    "<:kim:4>",
    "<t:0:R>",
    ":smile:",
]
_SIGNS = (
    *["\\", "*", "**", "_", "__", "~~", "`", "```", "||", ">"],
    ">>> ",
    "# ",
    "-# ",
    "- ",
    "1. ",
    "\n",
    "\n\n",
    " ",
    "\u200b",
    "。",
)
_WORDS = ("[x](https://e.org/_a_)", "https://example.org/a_b?c=*d*", "李強首相が訪問した", "𠮷", "か\u3099", "a")
_BITS = st.sampled_from((*_MENTIONS, *_SIGNS, *_WORDS))
hostile = st.lists(st.one_of(_BITS, st.text(max_size=6)), max_size=30).map("".join)


def citation(n: int, quote: str, **changes: object) -> Citation:
    whole = Citation(
        n=n,
        doc="visit",
        title="6年ぶりの首脳会談",
        author="堀田幸裕",
        date="2025-12-18",
        section="2. 李強首相の北朝鮮訪問",
        page=None,
        kind="prose",
        grade="author",
        quote=quote,
        spans=(QuotedSpan(0, len(quote), (0, len(quote.encode()))),),
        sha256="0" * 64,
    )
    return replace(whole, **changes)  # type: ignore[arg-type]  # the tests name the fields they change


def answer(**changes: object) -> Answer:
    whole = Answer(
        question="李強首相が平壌を訪れたのはいつか",
        turns=(),
        lang="ja",
        status="grounded",
        abstained=False,
        confidence=0.9,
        index="i1",
        answer="2025年10月[1]",
    )
    return replace(whole, **changes)  # type: ignore[arg-type]  # the tests name the fields they change


def shown(messages: tuple[str, ...]) -> str:
    return "\n".join(messages)


def words(rendered: str) -> str:
    """Return what a reader reads: emphasis and quote bars gone, backslashes resolved."""
    bare = re.sub(r"(\\.)|\*\*", lambda found: found[1] or "", rendered)
    return unescape(re.sub(r"(?m)^> ", "", bare))


@given(hostile)
@example("@\u200beveryone <@\u200b\u200b1> \\@here")
def test_escaping_loses_nothing(text: str) -> None:
    """Unescape gives back every character of any text."""
    assert unescape(escape(text)) == text


@given(hostile)
def test_escaped_text_is_inert(text: str) -> None:
    """No mention, emphasis, code, spoiler, link, heading, list or quote is left once the backslashes are read."""
    escaped = escape(text)
    assert not re.search(r"@(everyone|here)|<@[!&]?\d", escaped)
    left = re.sub(r"\\[^0-9A-Za-z\s]", "\x00", escaped)
    assert not re.search(r"[*_`<]|~~|\|\||\]\(|://|:[\w+~-]+:(?!\d)", left, re.ASCII)
    assert not re.search(r"(?m)^[^\S\n]*(#|-|>|\d+\.\s)", left)


@pytest.mark.parametrize("text", ["2025年10月、李強首相が訪問した。", "a - b # c > d (e) [1] 10.5 %", "1人|2人 ~3人"])
def test_plain_text_is_left_alone(text: str) -> None:
    """Backslashes stand only where Discord would read markup."""
    assert escape(text) == text


@given(hostile, st.integers(30, 120))
def test_wrapping_loses_nothing(text: str, room: int) -> None:
    """Pieces fit, follow each other and add up to the text."""
    cuts: list[tuple[int, int]] = []

    def show(start: int, end: int) -> str:
        cuts.append((start, end))
        return escape(text[start:end])

    for piece in wrap(text, show, room):
        assert units(piece) <= room
    final = [
        last for last, following in zip(cuts, [*cuts[1:], (len(text) + 1, 0)], strict=True) if following[0] != last[0]
    ]
    assert "".join(text[start:end] for start, end in final) == text


def test_a_citation_mark_is_never_cut_in_two() -> None:
    """A cut that would fall inside [12] falls before it."""
    text = "あ" * 48 + "[12]" + "い" * 20
    assert list(wrap(text, lambda start, end: text[start:end], 50)) == ["あ" * 48, "[12]" + "い" * 20]


def test_the_layout_of_a_plain_answer() -> None:
    """Point in bold, statements, then footnotes with their place, the quote and the document's own note."""
    quote = "李強首相が平壌を訪問した"
    note = PrimarySource(
        "4", "『労働新聞』2025年10月10日", "労働新聞", "李強総理到着", "2025-10-10", "https://example.org/a_b", False
    )
    messages = render(
        answer(
            short=Statement("2025年10月", (1,)),
            statements=(Statement("李強首相が平壌を訪問した。", (1, 2)),),
            citations=(
                citation(1, quote, grade="sourced", sources=(note,), decisive=(Emphasis(5, 7),)),
                citation(2, "第一行\n第二行", page=3),
            ),
        )
    )
    assert messages == (
        "**2025年10月[1]**\n"
        "\n"
        "李強首相が平壌を訪問した[1][2]。\n"
        "\n"
        "**脚注**\n"
        "**[1]** 堀田幸裕「6年ぶりの首脳会談」2025-12-18 ／ 2. 李強首相の北朝鮮訪問 ／ 原注あり\n"
        "> 李強首相が**平壌**を訪問した\n"
        "↳ 注4 労働新聞「李強総理到着」 2025-10-10 <https://example.org/a_b>\n"
        "**[2]** 堀田幸裕「6年ぶりの首脳会談」2025-12-18 ／ 2. 李強首相の北朝鮮訪問 ／ p. 3 ／ "
        "著者の記述（原注なし）\n"
        "> 第一行\n"
        "> 第二行",
    )


def test_an_abstention_says_so_and_shows_leads() -> None:
    """What was not found, and the nearest passages with the reason why they are no answer."""
    lead = Lead("visit", "2. 訪問", "閲兵式を観覧した", "時間の長さを述べていません")
    messages = render(
        answer(status="abstained", abstained=True, missing=("演説の長さ",), nearest=(lead,), answer="答えられません。")
    )
    assert messages == (
        "**答えられません。**\n\n**資料にない点**\n- 演説の長さ\n\n"
        "**近い箇所**\n**visit ／ 2. 訪問**\n> 閲兵式を観覧した\n↳ 時間の長さを述べていません",
    )


def test_an_answer_without_a_source_says_so() -> None:
    said = "\n".join(render(answer(lang="en", short=Statement("In October", ()), unsourced=True)))
    assert "The documents give no source for this." in said


def test_a_note_of_a_sentence_nearby_is_called_that() -> None:
    note = PrimarySource("1", "", "Agency", "Visit", "2025-09-03", "", False)
    cited = citation(1, "No soldier came.", sources=(note,))
    said = "\n".join(render(answer(lang="en", citations=(cited,), unsourced=True)))
    assert "belongs to a sentence near it" in said


def test_a_partial_answer_says_what_is_missing() -> None:
    """The answered part stands first, then that it is a part, then what is missing."""
    messages = render(answer(status="partial", lang="en", short=Statement("In October", ()), missing=("the reason",)))
    assert messages == (
        "**In October**\n\n*The documents answer only part of this question.*\n\n"
        "**Not in the documents**\n- the reason",
    )


def test_small_talk_is_shown_as_it_is() -> None:
    """Without statements the answer's own text is the message."""
    assert render(answer(status="chat", answer="こんにちは。")) == ("こんにちは。",)


def test_a_calculation_shows_its_cells() -> None:
    """Formula and result, then each number with the cell it was read from and its footnote."""
    cells = (Operand("37,448,619", "USD", 1, "表2", 3, "金額"), Operand("32,774,311", "USD", 2, "表3", 7, "金額"))
    made = Calculation("37,448,619 − 32,774,311", cells, "4,674,308", "USD")
    assert render(answer(lang="ja", calculation=made)) == (
        "**計算**：37,448,619 − 32,774,311 = 4,674,308 USD\n"
        "- 37,448,619 USD：表2 ／ 3行目 ／ 金額[1]\n"
        "- 32,774,311 USD：表3 ／ 7行目 ／ 金額[2]",
    )


def test_a_table_row_says_what_the_table_prints_as_its_source() -> None:
    """A printed source is shown; where a table prints none, that is said."""
    printed = citation(1, "1,234", kind="row", grade="table", table="表2 輸出", source_line="中国税関統計")
    silent = citation(2, "1,234", kind="row", grade="table", table="表3 輸出")
    text = shown(render(answer(citations=(printed, silent))))
    assert " ／ 表 ／ 表2 輸出\n> 1,234\n↳ 表の出典：中国税関統計" in text
    assert " ／ 表 ／ 表3 輸出\n> 1,234\n↳ 表に出典の記載はありません" in text


def test_sides_of_a_conflict_stand_together() -> None:
    """Each side has its date and its footnote."""
    conflict = Conflict("訪問の日", (Side(1, "2025-10-09", "9日"), Side(2, "", "10日")))
    assert render(answer(conflicts=(conflict,))) == (
        "**資料によって記述が異なります**：訪問の日\n- 2025-10-09：9日[1]\n- 日付なし：10日[2]",
    )


def test_a_damaged_note_is_shown_as_printed() -> None:
    """A note whose parts were not understood keeps its own words and says that it is damaged."""
    note = PrimarySource("", "労働新｢*聞", "", "", "", "", True)
    text = shown(render(answer(citations=(citation(1, "訪問", sources=(note,)),))))
    assert "↳ 本文が引く出典 労働新｢\\*聞 〔原注に乱れがあり" in text


def test_an_address_inside_a_note_is_a_link_where_it_stands() -> None:
    """A note shown in its own words keeps them around the address, and the address works."""
    note = PrimarySource("3", "中国外交部 https://e.org/a_b 参照", "", "", "", "https://e.org/a_b", False)
    text = shown(render(answer(citations=(citation(1, "訪問", sources=(note,)),))))
    assert "↳ 注3 中国外交部 <https://e.org/a_b> 参照" in text


def test_what_is_named_as_missing_in_the_answer_itself_is_not_repeated() -> None:
    """An abstention whose own words name the missing terms shows them once."""
    messages = render(
        answer(status="abstained", abstained=True, missing=("演説",), answer="「演説」の記述がありません。")
    )
    assert messages == ("**「演説」の記述がありません。**",)


def test_a_long_quote_goes_on_in_the_next_message() -> None:
    """Every cut shows … on both sides, and the pieces add up to the quote."""
    quote = "李強首相は平壌を訪問した、" * 300
    messages = render(answer(citations=(citation(1, quote),)))
    assert len(messages) > 1
    pieces = [line.removeprefix("> ") for line in shown(messages).split("\n") if line.startswith("> ")]
    assert all(piece.endswith("…") for piece in pieces[:-1])
    assert all(piece.startswith("…") for piece in pieces[1:])
    assert "".join(piece.removeprefix("…").removesuffix("…") for piece in pieces) == quote


def test_very_long_quotes_are_shortened_rather_than_flood_the_channel() -> None:
    """Fifty long quotes still show every footnote, each cut marked, in few messages."""
    messages = render(answer(citations=tuple(citation(n, "訪問した。" * 400) for n in range(1, 51))))
    assert len(messages) <= 6
    assert all(f"**[{n}]**" in shown(messages) for n in range(1, 51))
    assert all(line.endswith("…") for line in shown(messages).split("\n") if line.startswith("> "))


@pytest.mark.parametrize(
    ("url", "shows"),
    [
        ("https://example.org/a_b*c", "<https://example.org/a_b*c>"),
        ("https://e.org/@everyone/<@1>", "<https://e.org/%40everyone/%3C@1%3E>"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("example.org/a_b", "example.org/a\\_b"),
        ("https://e.org/a b", "https\\://e.org/a b"),
    ],
)
def test_only_web_addresses_become_links(url: str, shows: str) -> None:
    """A web address stands in angle brackets and cannot close them; anything else is plain text."""
    assert link(url, 300) == shows


@given(hostile, st.integers(8, 60))
def test_one_line_fits_its_room(text: str, room: int) -> None:
    """Titles and names stay on one line and within their room."""
    line = one_line(text, room)
    assert units(line) <= room
    assert "\n" not in line


def test_bold_is_set_line_by_line() -> None:
    """An empty line would end the emphasis."""
    assert bold("a*\n\nb") == "**a\\***\n\n**b**"


@st.composite
def answers(draw: st.DrawFn) -> Answer:
    """Build answers with hostile text in every field that can hold a document's or a person's words."""
    long = hostile.flatmap(lambda text: st.sampled_from([text, text * 40]))
    numbers = range(1, draw(st.integers(0, 5)) + 1)
    marks = st.lists(st.sampled_from(numbers), max_size=3).map(tuple) if numbers else st.just(())
    statements = st.builds(Statement, long, marks)
    source = st.builds(PrimarySource, hostile, long, hostile, hostile, hostile, st.one_of(hostile, long), st.booleans())
    grades: st.SearchStrategy[Grade] = st.sampled_from(["sourced", "table", "author", "unsourced"])
    notes = []
    for n in numbers:
        quote = draw(long)
        middle = draw(st.integers(0, len(quote)))
        fields = {key: draw(hostile) for key in ("title", "author", "date", "section", "table", "source_line")}
        sources = tuple(draw(st.lists(source, max_size=2)))
        decisive = (Emphasis(middle // 2, middle),)
        notes.append(citation(n, quote, grade=draw(grades), sources=sources, decisive=decisive, **fields))
    return answer(
        lang=draw(st.sampled_from(["ja", "en", "zh", "ko"])),
        status=draw(st.sampled_from(["grounded", "partial", "abstained", "chat"])),
        abstained=draw(st.booleans()),
        answer=draw(long),
        short=draw(st.none() | statements),
        statements=tuple(draw(st.lists(statements, max_size=3))),
        citations=tuple(notes),
        missing=tuple(draw(st.lists(hostile, max_size=2))),
        nearest=tuple(draw(st.lists(st.builds(Lead, hostile, hostile, long, long), max_size=2))),
        conflicts=tuple(draw(st.lists(st.builds(Conflict, long, st.just((Side(1, "2025", "*9日*"),))), max_size=1))),
    )


@settings(max_examples=60)
@given(answers())
def test_every_answer_fits_discord(made: Answer) -> None:
    """Messages fit and show something, nobody is pinged, and every footnote is there."""
    messages = render(made)
    said = [one.text for one in (made.short, *made.statements) if one is not None]
    assert messages or not "".join(said).strip()  # no answer says nothing at all
    for message in messages:
        assert message.strip()
        assert units(message) <= LIMIT
        assert not re.search(r"@(everyone|here)|(?<!\\)<(?!https?://[^\s<>]+>)|<@[!&]?\d", message)
    assert all(f"**[{c.n}]**" in shown(messages) for c in made.citations)
    assert all(f"[{n}]" in shown(messages) for s in made.statements for n in s.citations)


@given(hostile.filter(str.strip))
def test_a_quote_is_verbatim(quote: str) -> None:
    """What a reader reads under a footnote is the quote, to the character."""
    (message, *more) = render(answer(citations=(citation(1, quote, decisive=(Emphasis(1, 4),)),)))
    assert not more
    block = message.split("\n", 4)[4]
    assert words(block) == quote
