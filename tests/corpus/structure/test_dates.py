"""Dates are found as printed, completed only from what determines them, compared and written per language."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.structure.dates import find_dates, matches, render_date, resolve_dates

SEED = Path(__file__).resolve().parents[3] / "../shared/seeds/000_262c191cbf021e43.txt"
_PIECES = [
    "2025年",
    "9月",
    "3日",
    "〜",
    "から",
    "翌月",
    "翌10月",
    "同",
    "前日",
    "昨年",
    "October ",
    "25",
    "–",
    "28",
    ", 2025",
    "(",
    "）",
]
_PIECES += [
    "令和7年",
    "二〇二五年",
    "三日間",
    "。",
    "\n\n",
    "2025. 9. 3.",
    "작년 ",
    "6월 ",
    "12月",
    "31日",
    "https://a/2025/09",
    "last year",
]
texts = st.lists(st.sampled_from(_PIECES) | st.text(max_size=3), max_size=20).map("".join)
days = st.dates(date(1000, 1, 1), date(2999, 12, 31)).map(str)
truncated = days.filter(lambda day: day[5:] != "02-29").flatmap(
    lambda day: st.sampled_from([day, day[:7], day[:4], "-" + day[4:], "-" + day[4:7], "---" + day[8:]])
)


def found(text: str) -> list[tuple[str, str, str]]:
    return [(mention.text, mention.value, mention.until) for mention in find_dates(text)]


def resolved(text: str, published: str = "") -> list[tuple[str, str]]:
    return [(m.text, "/".join(filter(None, (m.value, m.until)))) for m in resolve_dates(text, published)]


@given(texts)
def test_mentions_are_ordered_slices_that_do_not_overlap(text: str) -> None:
    mentions = find_dates(text)
    assert all(text[m.start : m.end] == m.text != "" for m in mentions)
    assert all(one.end <= two.start for one, two in pairwise(mentions))


@given(texts, st.sampled_from(["", "2025", "2025-12", "2025-12-18"]))
def test_resolving_keeps_the_mentions_and_never_contradicts_what_is_printed(text: str, published: str) -> None:
    for before, after in zip(find_dates(text, distances=True), resolve_dates(text, published), strict=True):
        assert (before.start, before.end) == (after.start, after.end)
        assert not before.value or matches(before.value, after.value)


@given(texts)
def test_a_mention_read_alone_is_found_again(text: str) -> None:
    for mention in find_dates(text):
        if mention.stated_year and mention.text[0].isdigit() and mention.text.endswith("日"):
            assert found(mention.text) == [(mention.text, mention.value, mention.until)]


@given(truncated, st.sampled_from(["ja", "zh", "ko"]))
def test_a_written_date_is_read_back(value: str, lang: str) -> None:
    assert [mention.value for mention in find_dates(render_date(value, "", lang))] == [value]


@given(truncated, truncated)
def test_agreement_is_symmetric_and_holds_for_equal_dates(one: str, two: str) -> None:
    assert matches(one, one)
    assert matches(one, two) == matches(two, one)


@pytest.mark.parametrize(
    ("text", "value", "until"),
    [
        ("2025年9月3日", "2025-09-03", ""),
        ("２０２５年９月３日", "2025-09-03", ""),
        ("二〇二五年九月三日", "2025-09-03", ""),
        ("令和7年", "2025", ""),
        ("令和元年", "2019", ""),
        ("平成30年4月27日", "2018-04-27", ""),
        ("昭和六十三年", "1988", ""),
        ("25年9月", "2025-09", ""),
        ("9月4日", "--09-04", ""),
        ("2025年6月14日", "2025-06-14", ""),
        ("25日", "---25", ""),
        ("翌10月", "--10", ""),
        ("同5月", "--05", ""),
        ("昨年6月", "--06", ""),
        ("2025.9.3", "2025-09-03", ""),
        ("2025/9/3", "2025-09-03", ""),
        ("2025-09-03", "2025-09-03", ""),
        ("2025-10", "2025-10", ""),
        ("10月25–28日", "--10-25", "--10-28"),
        ("10月25日から28日", "--10-25", "--10-28"),
        ("2019–2025年", "2019", "2025"),
        ("2018〜19年", "2018", "2019"),
        ("2025年1-10月", "2025-01", "2025-10"),
        ("2025年9月2-4日", "2025-09-02", "2025-09-04"),
        ("2025年12月30日〜1月2日", "2025-12-30", "2026-01-02"),
        ("September 3, 2025", "2025-09-03", ""),
        ("3 Sept 2025", "2025-09-03", ""),
        ("3rd of September 2025", "2025-09-03", ""),
        ("Oct. 9", "--10-09", ""),
        ("June 2019", "2019-06", ""),
        ("October 25–28, 2025", "2025-10-25", "2025-10-28"),
        ("Dec. 30, 2024 – Jan. 2, 2025", "2024-12-30", "2025-01-02"),
        ("January–October 2025", "2025-01", "2025-10"),
        ("October 9 and 10", "--10-09", "--10-10"),
        ("9月3号", "--09-03", ""),
        ("9月3日至10月5日", "--09-03", "--10-05"),
        ("去年6月", "--06", ""),
        ("2025년 9월 3일", "2025-09-03", ""),
        ("10월 25~28일", "--10-25", "--10-28"),
        ("작년 6월", "--06", ""),
        ("2025. 9. 3.", "2025-09-03", ""),
    ],
)
def test_a_date_is_read_as_precisely_as_it_is_printed(text: str, value: str, until: str) -> None:
    assert found(text) == [(text, value, until)]


NO_DATES = (
    "6年ぶり|80周年|三日間|10年間|26か国|67030000|3400万ドル|3日後|5日目|1日当たり|週3日|2、3日|前年比|合同日程|同日本"
)
NO_DATES += (
    "|日本年金|1990年代|13月40日|3か月|https://a.jp/2025/09/03|They march on|It may rain|$2025|room 2020|3일간|3년 만에"
)
NO_DATES += "|2025 people|3个月|近年来|2日で終わった|19日を要した|11日にわたって|3日に1回|5時30分|以上月"
WORDS = "翌月|前日|翌日|同年|同月|同日|昨年|今年|来年|次月|去年|올해|작년|last year|the previous day"


@pytest.mark.parametrize("text", NO_DATES.split("|"))
def test_lengths_counts_and_words_are_not_dates(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("word", WORDS.split("|"))
def test_a_relative_word_is_a_mention_without_a_value(word: str) -> None:
    assert [(m.value, m.relative, m.stated_year) for m in find_dates(word)] == [("", True, False)]


def test_a_bare_english_year_needs_a_cue() -> None:
    assert found("more in 2025 than in 2015") == [("2025", "2025", ""), ("2015", "2015", "")]


def test_a_list_of_months_follows_its_years() -> None:
    text = "2018年3月、同5月、同6月、2019年1月、同6月"
    assert [value for _, value in resolved(text)] == ["2018-03", "2018-05", "2018-06", "2019-01", "2019-06"]


def test_relative_dates_hang_on_the_nearest_date_of_their_paragraph() -> None:
    assert resolved("2025年9月3日に訪中した。翌10月に訪朝した。翌月、帰国した。") == [
        ("2025年9月3日", "2025-09-03"),
        ("翌10月", "2025-10"),
        ("翌月", "2025-11"),
    ]
    assert resolved("2025年12月に会い、翌1月に再会した。")[1] == ("翌1月", "2026-01")
    assert resolved("2025年12月に会い、翌年3月に再会した。")[1] == ("翌年3月", "2026-03")
    assert resolved("On Oct. 31, 2025 they met. The next day they left.")[1] == ("The next day", "2025-11-01")


def test_a_relative_date_is_not_guessed_across_paragraphs_unless_it_points_back() -> None:
    assert resolved("2025年9月3日に閉会した。\n\nその後の翌月、会談した。", "2025-12-18")[1] == ("翌月", "")
    assert resolved("10月25日に献花した。\n\nこの前日も訪れた。さらにその前日の23日、着工した。", "2025-12-18") == [
        ("10月25日", "2025-10-25"),
        ("前日", "2025-10-24"),
        ("前日", "2025-10-23"),
        ("23日", "2025-10-23"),
    ]


def test_a_date_printed_right_after_a_relative_word_decides_it() -> None:
    assert resolved("訪中の翌月にあたる2025年10月に訪れた。")[0] == ("翌月", "2025-10")
    assert resolved("10月24日に訪れた。\n\n参観する前日の10月23日に着工した。", "2025-12-18")[1] == (
        "前日",
        "2025-10-23",
    )


def test_a_truncated_date_is_the_latest_one_not_after_publication() -> None:
    assert resolved("10月25–28日、訪問した。", "2025-12-18") == [("10月25–28日", "2025-10-25/2025-10-28")]
    assert resolved("12月20日、訪問した。", "2025-12-18") == [("12月20日", "2024-12-20")]
    assert resolved("25日、訪問した。", "2025-12-18") == [("25日", "2025-11-25")]


def test_what_nothing_determines_stays_truncated() -> None:
    assert resolved("9月3日に訪問した。昨年も。") == [("9月3日", "--09-03"), ("昨年", "")]
    assert resolved("2019–2025年（1–10月期）", "2025-12-18")[1] == ("1–10月", "--01/--10")
    assert resolved("毎年9月9日に祝う。", "2025-12-18") == [("9月9日", "--09-09")]


def test_a_date_in_brackets_or_one_that_says_since_when_anchors_nothing_outside() -> None:
    assert resolved("会談した（2009年も）。9月の訪中同様だった。", "2025-12-18")[1] == ("9月", "2025-09")
    assert resolved("2019年6月以来の会談が9月4日に行われた。", "2025-12-18")[1] == ("9月4日", "2025-09-04")
    assert resolved("2015年（1-10月期）の輸入", "2025-12-18")[1] == ("1-10月", "2015-01/2015-10")


def test_last_year_is_counted_from_publication_or_from_the_first_full_date() -> None:
    assert resolved("昨年6月以来となる。", "2025-09-03") == [("昨年6月", "2024-06")]
    assert resolved("2025年9月3日に会談。\n\n昨年6月以来となる。")[1] == ("昨年6月", "2024-06")
    assert resolved("今年9月3日至5日，上月25日", "2025-12-18") == [
        ("今年9月3日至5日", "2025-09-03/2025-09-05"),
        ("上月25日", "2025-11-25"),
    ]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("2025年9月3日に着いた。その3日後に発った。", ("3日後", "2025-09-06")),
        ("2025年9月3日に着き、2か月後に発った。", ("2か月後", "2025-11")),
        ("They came on September 3, 2025. A week later they left.", ("A week later", "2025-09-10")),
        ("2025년 9월 3일에 왔다. 그 이틀 뒤에 갔다.", ("이틀 뒤", "2025-09-05")),
        ("2025年9月3日到达，三天后离开。", ("三天后", "2025-09-06")),
        ("2025年9月3日に着いた。会は続いた。3日後に発った。", ("3日後", "")),
        ("2025年9月3日に着き、約3日後に発った。", ("2025年9月3日", "2025-09-03")),
    ],
)
def test_a_counted_distance_hangs_on_a_date_of_its_sentence_or_one_it_points_to(
    text: str, last: tuple[str, str]
) -> None:
    assert resolved(text)[-1] == last


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("昨年度", "2025-06-14", "2024-04/2025-03"),
        ("来年度", "2024-03", "2024-04/2025-03"),
        ("今年度", "2024", ""),
        ("지난 5월", "2025-08-04", "2025-05"),
        ("오는 20일", "2025-08-04", "2025-08-20"),
        ("오는 3월", "2025-08-04", "2026-03"),
        ("去る3月3日", "2025-08-04", "2025-03-03"),
    ],
)
def test_years_of_account_and_last_and_coming_days_are_counted_from_publication(
    text: str, published: str, value: str
) -> None:
    text = text + ("のことだ。" if text[0] < "가" else "의 일이다.")
    assert resolved(text, published)[0][1] == value


def test_a_coming_date_is_one_only_where_its_sentence_says_so() -> None:
    assert resolved("10月から減らすと13日に発表した。", "2025-06-14")[0] == ("10月", "2025-10")
    assert resolved("3月に開く予定だ。", "2025-06-14") == [("3月", "2026-03")]
    assert resolved("10月に減らした。", "2025-06-14") == [("10月", "2024-10")]
    assert resolved("運賃、10月から", "2025-06-14") == [("10月", "--10")]


def test_a_bare_day_is_no_day_of_publication_where_another_month_was_told() -> None:
    assert resolved("2025年1月19日に切れた。\n\n総裁は25日に会見した。", "2025-03-27")[1] == ("25日", "---25")
    assert resolved("13日に発表した。\n\n1月19日に切れた。\n\n社長は13日に話した。", "2025-06-14")[2] == (
        "13日",
        "2025-06-13",
    )


def test_what_a_text_that_looks_back_calls_last_year_stays_open() -> None:
    text = "2025年9月3日に会った。\n\n記事は「昨年6月以来」と記す。"
    assert resolved(text, "2026-11-22")[1] == ("昨年6月", "--06")
    assert resolved(text, "2025-12-18")[1] == ("昨年6月", "2024-06")
    assert resolved("今年4月に決めた。\n\n2021年11月の覚書による。昨年の値だ。", "2025-06-14")[2] == ("昨年", "2024")


def test_a_bad_date_of_publication_is_an_error_that_says_what_to_give() -> None:
    with pytest.raises(ValueError, match="give 2025-09-03"):
        resolve_dates("9月", "last week")


@pytest.mark.parametrize(
    ("asked", "stated", "until", "agree"),
    [
        ("2025-10", "2025-10-25", "", True),
        ("2025-10-25", "2025-10", "", True),
        ("2024", "2025-10", "", False),
        ("--10", "2025-10-09", "", True),
        ("2025", "---25", "", False),
        ("", "2025", "", False),
        ("2025-10-26", "2025-10-25", "2025-10-28", True),
        ("2025-10-29", "2025-10-25", "2025-10-28", False),
        ("2025-10-26", "--10-25", "--10-28", True),
        ("2022", "2019", "2025", True),
        ("2026", "2019", "2025", False),
        ("2025-11", "2025-01", "2025-10", False),
        ("--11", "2024-01", "2025-10", True),
        ("--01-01", "--12-30", "--01-03", True),
    ],
)
def test_dates_agree_at_the_coarser_precision(asked: str, stated: str, until: str, agree: bool) -> None:
    assert matches(asked, stated, until) is agree


@pytest.mark.parametrize(
    ("value", "until", "written"),
    [
        (
            "2025-10-25",
            "2025-10-28",
            ["2025年10月25日〜28日", "October 25–28, 2025", "2025年10月25日至28日", "2025년 10월 25~28일"],
        ),
        ("--10-09", "", ["10月9日", "October 9", "10月9日", "10월 9일"]),
        ("2025-01", "2025-10", ["2025年1月〜10月", "January–October 2025", "2025年1月至10月", "2025년 1~10월"]),
        ("---22", "", ["22日", "the 22nd", "22日", "22일"]),
        ("", "", ["", "", "", ""]),
    ],
)
def test_a_date_is_written_for_its_reader(value: str, until: str, written: list[str]) -> None:
    assert [render_date(value, until, lang) for lang in ("ja", "en", "zh", "ko")] == written


def test_an_unknown_language_is_an_error_that_names_the_choices() -> None:
    with pytest.raises(ValueError, match="choose ja, en, zh or ko"):
        render_date("2025", "", "fr")


@pytest.mark.skipif(not SEED.is_file(), reason="the seed documents are not beside the repository")
def test_the_seed_leaves_only_one_date_open() -> None:
    mentions = resolve_dates(SEED.read_text(encoding="utf-8"), "2025-12-18")
    assert [m.text for m in mentions if not m.value.startswith("20")] == ["1–10月"]
    assert len(mentions) > 50


def test_the_same_day_of_another_year_is_of_that_year() -> None:
    text = "今年4月1日現在で41人。前年の同じ日より9人少ない。"
    assert [value for _, value in resolved(text, "2025-06-14")] == ["2025-04-01", "2024", "2024-04-01"]


def test_a_printed_weekday_decides_the_year() -> None:
    assert resolved("第49回は12月21日（土）です。", "2024-11-16") == [("12月21日", "2024-12-21")]
    assert resolved("12월 21일(토)", "2024-11-16") == [("12월 21일", "2024-12-21")]
    assert resolved("12月21日（月）、", "2024-11-16") == [("12月21日", "--12-21")]


def test_what_hangs_on_an_open_date_stays_open() -> None:
    assert resolved("1924年に通水した。地震の3年後に調べた。その翌年に替えた。")[1:] == [("3年後", ""), ("翌年", "")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "田中一郎首相は2025年9月3日に中国・北京を訪れた。\n\n船は去った。\n\n田中首相が訪中した翌月、雨だった。",
            "2025-10",
        ),
        ("2022年1月19日に海の線を切断した。船は来なかった。\n\n海の線の切断の翌日、雨だった。", "2022-01-20"),
        ("2021年に港を廃止した。\n\n2023年に港を廃止した。\n\n廃止の翌年、雨だった。", ""),  # which of the two
        ("佐藤花子市長は2025年9月に中国を訪れた。\n\n田中一郎首相が訪中した翌月、雨だった。", ""),  # another's visit
    ],
)
def test_a_date_hangs_on_the_event_that_the_text_has_dated(text: str, value: str) -> None:
    assert resolved(text, "2025-12-18")[-1][1] == value


@pytest.mark.parametrize(
    ("text", "value", "until"),
    [
        ("4月20日に署名した。その翌週、会った。", "2025-04-21", "2025-04-27"),
        ("先週の木曜に会った。", "2025-06-05", ""),
        ("来週に会う。", "2025-06-16", "2025-06-22"),
        ("지난주 금요일에 만났다.", "2025-06-06", ""),
        ("They refused last week.", "2025-06-02", "2025-06-08"),
        ("きのう会った。", "2025-06-11", ""),
        ("あすの公聴会に出る。", "2025-06-13", ""),
        ("昨天，局长说了。", "2025-06-11", ""),
        ("来春に退く。", "2026-03", "2026-05"),
        ("来年度末までに建てる。", "2027-03-31", ""),
        ("今月末までに出す。", "2025-06-30", ""),
        ("8年前に退いた。", "2017", ""),
        ("平成14年から18年に働いた。", "2002", "2006"),
    ],
)
def test_weeks_days_and_seasons_are_counted_from_the_day_of_publication(text: str, value: str, until: str) -> None:
    mention = resolve_dates(text, "2025-06-12")[-1]
    assert (mention.value, mention.until) == (value, until)


@pytest.mark.parametrize(
    "text", ["あすなろの木。", "らっきょうの味。", "明日への道。", "開港の3年前に生まれた。", "数年前に見た。"]
)
def test_words_that_only_look_like_days_are_none(text: str) -> None:
    assert not [mention.value for mention in resolve_dates(text, "2025-06-12") if mention.value]
