"""Who wrote a text, as one line below its title prints the name and what that person is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.document import Document
from corpus.structure.opening_names import told_of

Make = Callable[..., Document]

TITLE = "灯台の守り人が残した千枚の絵はがき"
BODY = "岬の灯台に残る千枚の絵はがきは、守り人が四十年かけて集めたものである。\n\n町は来春から小屋で公開する予定だ。\n"


def signed(line: str) -> str:
    return f"{TITLE}\n\n2031年4月9日\n\n{line}\n\n{BODY}"


def said(document: Document) -> tuple[str, str, str]:
    return document.title, document.author, document.affiliation


@pytest.mark.parametrize(
    ("line", "author", "of"),
    [
        ("瀬川 直人（郷土史研究者）", "瀬川 直人", "郷土史研究者"),
        ("瀬川 直人（養蜂業）", "瀬川 直人", "養蜂業"),
        ("瀬川　直人（汐崎大学教授）", "瀬川 直人", "汐崎大学教授"),
        ("瀬川直人＝汐崎新報編集委員", "瀬川直人", "汐崎新報編集委員"),
        ("汐崎新報　瀬川 直人", "瀬川 直人", "汐崎新報"),
        ("論説委員　瀬川　直人", "瀬川 直人", ""),
        ("ライター・瀬川 直人", "瀬川 直人", ""),
        ("瀬川 直人 著", "瀬川 直人", ""),
        ("執筆：瀬川 直人　写真：村井 由紀子", "瀬川 直人", ""),
        ("（記者　瀬川 直人）", "瀬川 直人", ""),
        ("寄稿：瀬川 直人（汐崎大学名誉教授）", "瀬川 直人", "汐崎大学名誉教授"),
        ("執筆者：瀬川 直人（汐見総研 上席コンサルタント）", "瀬川 直人", "汐見総研 上席コンサルタント"),
        ("瀬川 直人（文筆家）　2031年4月9日", "瀬川 直人", "文筆家"),
    ],
)
def test_a_name_beside_what_its_bearer_is_wrote_the_text(made: Make, line: str, author: str, of: str) -> None:
    document = made(signed(line))
    found = said(document)
    assert found[:2] == (TITLE, author)
    assert found[2] == of or (not of and found[2] in line)
    assert not any(one.section for one in document.passages)


def test_what_somebody_is_publishes_nothing(made: Make) -> None:
    assert made(signed("瀬川 直人（養蜂業）")).publisher == ""
    assert made(signed("瀬川 直人（NPO法人しおさい代表）")).publisher == "NPO法人しおさい"
    assert made(signed("瀬川 直人（汐崎研究所主任研究員）")).publisher == "汐崎研究所"


@pytest.mark.parametrize("line", ["瀬川直人（前編）", "瀬川直人（第3回）", "瀬川直人（つづき）", "灯台（白）"])
def test_a_part_of_a_work_is_nothing_that_somebody_is(line: str) -> None:
    assert told_of(line) == ("", "")


def test_how_a_name_is_read_is_nothing_that_somebody_is(made: Make) -> None:
    assert told_of("瀬川直人（せがわ・なおと）") == ("瀬川直人", "")
    assert told_of("瀬川直人（せがわ・なおと、文筆家）") == ("瀬川直人", "文筆家")
    assert said(made(signed("瀬川 直人　せがわ なおと　汐崎大学教授")))[1:] == ("瀬川 直人", "汐崎大学教授")


def test_names_that_head_the_words_of_several_people_stay_headings(made: Make) -> None:
    text = (
        f"{TITLE}\n\n2031年4月9日\n\n瀬川 直人（作家）\n\n{BODY}\n"
        "村井 由紀子（弁護士）\n\n小屋は町の持ち物だから、公開の費用も町が出すのがよい。\n"
    )
    document = made(text)
    assert document.author == ""
    assert list(dict.fromkeys(one.section[0] for one in document.passages if one.section)) == [
        "瀬川 直人（作家）",
        "村井 由紀子（弁護士）",
    ]


def test_a_title_said_again_in_english_is_nobody(made: Make) -> None:
    text = f"{TITLE}\nPostcards From The Lighthouse\n\n瀬川 直人\n\n{BODY}"
    assert said(made(text))[:2] == (TITLE, "瀬川 直人")


def test_a_name_in_latin_letters_below_a_title_is_still_one(made: Make) -> None:
    assert made(f"{TITLE}\nMarta Quill\n\n2031年4月9日\n\n{BODY}").author == "Marta Quill"
