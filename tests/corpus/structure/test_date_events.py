"""Dates that hang on an event, on a condition, on what is told of now: told where the text tells them, else open."""

from __future__ import annotations

import pytest

from corpus.structure.dates import resolve_dates

LONG = "橋は古い。" * 400


def values(text: str, published: str = "2025-11-27") -> dict[str, str]:
    return {one.text: f"{one.value}/{one.until}" if one.until else one.value for one in resolve_dates(text, published)}


@pytest.mark.parametrize(
    ("text", "printed", "value"),
    [
        # an event that the sentence after its date calls by its name
        ("1911年11月18日、船が風に遭った。この遭難は長く語られた。\n\n遭難の翌々日に来た。", "翌々日", "1911-11-20"),
        # one whose short name the text gives, however far before
        (f"2024年5月14日、線の起工式（以下、起工式）が開かれた。{LONG}起工式の前日に会った。", "前日", "2024-05-13"),
        ("遭難は1911年11月18日に起きた。\n\n遭難の前日から雨だった。遭難の翌年に村を去った。", "翌年", "1912"),
        # the day is that of the telling
        ("市は26日、新しい税を来年10月1日に導入する方針を明らかにした。", "26日", "2025-11-26"),
        ("税を来年10月1日に導入する。条例案を12月1日に開会する議会に出す。", "12月1日", "2025-12-01"),
        ("来年4月に館を開く。10月に展覧会を催す予定だ。", "10月", "2026-10"),
        # of a condition no month is known
        ("条例は12月に成立する見通しだ。成立した場合は、翌月から講習を始める。", "翌月", ""),
        ("8月中旬から9月下旬にかけて水温が高かった。", "8月中旬から9月下旬", "2025-08-11/2025-09-30"),
        ("지난해 9월 30일 문을 닫았다. 1979년에 문을 연 지 45년 만이다. 그해 7월 신고했다.", "그해 7월", "2024-07"),
        ("この船は2024年まで首位だった。新しい船は速い。量は前年の2倍になった。", "前年", ""),
        ("这灯塔1911年建成。今年9月30日熄灯。而两年前的10月1日，登岛者众。", "10月1日", "2023-10-01"),
        ("令和7年に開く。昨年度末の時点で管は古い。", "昨年度末", "2025-03-31"),
        ("5日に港で風が強まった。翌朝には船が沈んだ。", "翌朝", "2025-11-06"),
    ],
)  # fmt: skip
def test_a_date_is_told_as_far_as_its_text_decides_it(text: str, printed: str, value: str) -> None:
    assert values(text)[printed] == value


@pytest.mark.parametrize(
    ("text", "printed", "value"),
    [
        (
            "1931年5月，政府公布新盐法。后来罢工。\n\n新盐法公布时，码头由商人承包。次年3月，局长到任。",
            "次年3月",
            "1932-03",
        ),
        ("1937年2月，渔民合作社成立，众人推举社长。\n\n合作社成立当年7月，战争爆发。", "当年7月", "1937-07"),
        # two of them, or none, or of another body
        (
            "1931年5月，政府公布新盐法。1935年又公布新盐法。\n\n新盐法公布时，商人承包。次年3月，局长到任。",
            "次年3月",
            "--03",
        ),
        ("1937年2月，渔民合作社成立。\n\n商会成立当年7月，战争爆发。", "当年7月", "--07"),
    ],
)
def test_an_event_that_chinese_names(text: str, printed: str, value: str) -> None:
    assert values(text)[printed] == value
