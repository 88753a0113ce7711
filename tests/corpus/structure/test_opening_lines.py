"""What the opening lines of a text say: accounts of a year, issues, heads who sign, and what its edges print."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.document import Document
from corpus.readers import read
from corpus.structure.owners import is_wall
from corpus.structure.roles import role

Make = Callable[..., Document]
BODY = "\n\n港は四月に開いた。船は毎週土曜に着き、島の人は市場へ魚を運ぶようになったと役場は言う。\n"
KOREAN = "항구는 사월에 문을 열었다. 배는 토요일마다 들어오고 섬 사람들은 시장으로 생선을 나른다고 군청은 말한다."


def test_the_account_of_a_year_is_a_title_and_no_date(made: Make) -> None:
    document = made(f"令和5年度　村有林管理報告書\n\n令和6年6月\n北村　産業振興課\n\n1. 概況{BODY}")
    assert (document.title, document.date) == ("令和5年度　村有林管理報告書", "2024-06")
    assert document.publisher == "北村"


def test_a_day_alone_is_a_line_of_its_own(made: Make) -> None:
    document = made(f"# 工場を建てます\n\n2031年4月10日\n港町計器株式会社\n代表取締役社長　浜田 亮一{BODY}")
    assert (document.date, document.publisher) == ("2031-04-10", "港町計器株式会社")


def test_a_headline_ends_before_the_day_and_the_byline(made: Make) -> None:
    head = "港の橋、送電線で覚書　首相の往来は7年ぶりとなり　債務は棚上げされたまま"
    document = made(f"{head}\n2031年10月26日 5時00分　有料記事　ビエンチャン＝浜田ゆかり　ハノイ＝森田拓{BODY}")
    assert (document.title, document.date) == (head, "2031-10-26")
    assert document.author == "浜田ゆかり、森田拓"


def test_a_number_in_a_name_is_that_of_no_issue(made: Make) -> None:
    head = "가온군 병원선 「한빛 3호」 2031년도 운영 평가 보고"
    document = made(f"{head}\n\n작성: 가온군보건소\n2032. 2. 18.\n\n1. 개요\n\n{KOREAN}\n")
    assert (document.title, document.series) == (head, "")
    assert (document.author, document.date) == ("가온군보건소", "2032-02-18")


def test_who_prepared_a_report_wrote_it_and_whom_to_ask_is_no_publisher(made: Make) -> None:
    report = made(
        "FERRY REVIEW\nSummary of findings\n"
        "Prepared for the Sound Authority by Dr. Imogen Hale (chair) and Tobias Wren\n"
        "Published 14 March 2031 | Ref. STA/R/31-09\n\n1 Why\n\nThe ferry lost power. Nobody was hurt that day.\n"
    )
    assert (report.author, report.date) == ("Dr. Imogen Hale (chair) and Tobias Wren", "2031-03-14")
    city = made(f"# 財政報告\n\n令和13年6月20日\n青波市 総務部 財政課　（問い合わせ：内線 2214　担当 三枝）{BODY}")
    assert city.publisher == "青波市 総務部 財政課"


def test_an_issue_of_a_korean_journal_stands_above_the_headline(made: Make) -> None:
    document = made(
        "섬과 사람 2024년 봄호 (통권 52호)\n\n사라지는 선창\n- 마지막 겨울\n\n서다온 (해솔대학교 연구교수)\n"
        "2024년 3월 15일\n\n"
        f"1. 경매\n\n{KOREAN}\n\n섬과 사람 52호  117쪽\n"
    )
    assert (document.title, document.author, document.date) == ("사라지는 선창", "서다온", "2024-03-15")
    assert (document.series, document.affiliation) == ("섬과 사람 2024년 봄호 (통권 52호)", "해솔대학교 연구교수")
    assert [(one.kind, one.text) for one in document.furniture] == [("running head", "섬과 사람 52호  117쪽")]


def test_when_an_issue_appeared_is_its_date_and_no_part_of_its_name(made: Make) -> None:
    document = made(f"地域レビュー　第37号　2023年9月\n\n誰が支えるのか\n\n山田花子（東京大学教授）{BODY}")
    assert (document.series, document.date) == ("地域レビュー　第37号", "2023-09")
    assert role("《海港文史》2022年第4期　2022年12月出版") == ("series", "《海港文史》2022年第4期")


def test_a_chinese_author_is_read_with_the_post_behind(made: Make) -> None:
    document = made(
        "# 灯塔\n\n边若溪（沧澜大学副教授）\n\n"
        "灯塔建于一九一一年，翌年正式发光，站长在日志上写下了四个字，随后交给档案馆保存。\n"
    )
    assert (document.author, document.affiliation) == ("边若溪", "沧澜大学副教授")


def test_the_head_who_signs_for_a_company_is_no_author(made: Make) -> None:
    document = made(f"# 出荷の再開について\n\n株式会社ミナト\n代表取締役社長　山田 花子{BODY}")
    assert (document.author, document.publisher) == ("", "株式会社ミナト")
    written = made(f"# 出荷の再開について\n\n東京大学\n教授　山田 花子{BODY}")
    assert written.author == "山田 花子"


def test_who_was_at_a_meeting_has_not_written_its_record(made: Make) -> None:
    document = made(
        "令和７年第１回北市議会定例会会議録\n\n出席した者\n"
        f"　教育長　佐藤　花子　　　　部長　山田　花子\n\n日程第１{BODY}"
    )
    assert (document.author, document.publisher) == ("", "北市議会")


def test_a_page_is_published_by_the_site_behind_its_title_and_its_menu_is_kept_label_by_label(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    menu = "<nav><ul><li><a href='/'>一</a></li><li><a href='/b'>二</a></li></ul></nav>"
    head = "<title>港の問い｜北市立図書館</title>"
    path.write_text(f"<html><head>{head}</head><body>{menu}<main><h1>港の問い</h1><p>{BODY}</p></main></body></html>")
    document = read(path)
    assert document.publisher == "北市立図書館"
    assert [one.text for one in document.furniture] == ["一", "二"]


def test_full_width_page_numbers_and_what_closes_a_text_are_furniture(made: Make) -> None:
    document = made(f"# 題\n{BODY}\n－３８－\n{BODY}\n－３９－\n\n以上\n")
    assert [(one.kind, one.text) for one in document.furniture] == [
        ("page number", "－３８－"),
        ("page number", "－３９－"),
        ("rule", "以上"),
    ]


@pytest.mark.parametrize(
    ("line", "wall"),
    [
        ("この記事は有料会員限定です。残り 312 文字", False),  # a sentence stays text
        ("この記事は有料会員限定 残り 312 文字", True),
        ("残り 1,024 文字", True),
        ("この催しは会員限定です。", False),
        ("残り3文字を書いた。", False),
    ],
)
def test_a_wall_says_who_may_read_on(line: str, wall: bool) -> None:
    assert is_wall(line) is wall


def test_a_korean_masthead_gives_institution_and_series(made: Make) -> None:
    document = made(f"물결연구원　　물결 브리프 제7호\n2025. 5. 19.\n\n# 사라지는 선창\n\n1. 경매\n\n{KOREAN}\n")
    assert (document.publisher, document.series) == ("물결연구원", "물결 브리프 제7호")


def test_the_head_of_a_chinese_paper_opens_no_sections(made: Make) -> None:
    document = made(
        "夜港记事：一座码头的终结\n\n祝 明 远\n\n（临水大学 历史学院，临水 310500）\n\n"
        "［关键词］码头；商人\n\n［收稿日期］2023-05-17\n\n一、开端\n\n"
        + "码头建成以后，商人纷纷前来，渔民却一个接一个离开了这座小岛。"
        * 3
    )
    assert (document.author, document.affiliation) == ("祝 明 远", "临水大学 历史学院")
    assert {part for passage in document.passages for part in passage.section} == {"一、开端"}


def test_below_the_name_of_a_firm_stands_what_it_publishes(made: Make) -> None:
    text = "# **Harrow & Pike plc**\n\n## **Interim Report 2025**\n\n## Trading\n\nThe yard was busy all summer.\n"
    document = made(text, "report.md")
    assert (document.title, document.publisher) == ("Interim Report 2025", "Harrow & Pike plc")
    assert made("# 株式会社北浜\n\n株式会社北浜は船をつくる。\n", "firm.md").title == "株式会社北浜"


def test_a_text_that_is_one_chapter_is_called_by_it(made: Make) -> None:
    assert made(f"第三章　冬の港\n\n一　船{BODY}\n二　網{BODY}").title == "第三章　冬の港"
    assert made(f"第三章　冬の港{BODY}\n第四章　夏の港{BODY}", "two.txt").title != "第三章　冬の港"


def test_labels_of_a_menu_may_stand_on_one_line_with_single_spaces(made: Make) -> None:
    document = made(
        "岬の便り デジタル\nメニュー\nログイン\nトップ 社会 政治 くらし 地域\nトップ > 地域\n\n"
        f"消えた渡し場が戻る\n\n2024年5月1日\n{BODY}"
    )
    assert document.title == "消えた渡し場が戻る"


def test_who_asks_is_the_author_of_an_interview_that_names_no_other(made: Callable[..., Document]) -> None:
    body = "浜を歩くと、古い灯台が見えた。夜になると灯がともり、沖の船に岸のありかを知らせる。\n"
    document = made(f"# 灯台守に聞く\n\n聞き手＝浜田 修（本誌編集部）\n\n{body}\n――いつからですか。\n", "made.md")
    assert (document.author, document.publisher) == ("浜田 修", "")


def test_what_stands_behind_the_reading_of_a_name_tells_of_the_author(made: Callable[..., Document]) -> None:
    body = "浜を歩くと、古い灯台が見えた。夜になると灯がともり、沖の船に岸のありかを知らせる。\n"
    document = made(f"# 岬の灯\n\n文　浜田 修\n\n{body}\n{body}\n（はまだ・おさむ　民俗学者）\n", "made.md")
    assert (document.author, document.affiliation) == ("浜田 修", "民俗学者")
