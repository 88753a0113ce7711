"""Who publishes a text, as the lines around it say: labels, notices of rights, addresses, the names of sites."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.document import Document
from corpus.readers import read

Make = Callable[..., Document]
TITLE = "島の船はなぜ増えたか"
BODY = (
    "港では春から新しい船が動き始めた。島の人々は週に三度、市場へ魚を運ぶようになったと役場の担当者は話している。\n\n"
    "町は秋までに待合所を直し、冬の欠航を減らすための予算を組むという。漁協は氷の値上げに頭を悩ませている。"
)
TITLE_EN = "Why the island boats are full"
BODY_EN = (
    "The ferry began to run three times a week in spring, and islanders now carry their catch to the market.\n\n"
    "The council means to repair the waiting room by autumn and has set money aside for the winter."
)


@pytest.mark.parametrize(
    ("below", "publisher"),
    [
        ("© 2025 財団法人 汐路交通研究財団", "財団法人 汐路交通研究財団"),
        ("発行：汐路交通研究財団　編集：深津千景\n〒000-0000　汐路市港町1-2", "汐路交通研究財団"),
        ("2025年3月31日　発行\n編集・発行　汐路交通研究財団\n電話　000-000-0000", "汐路交通研究財団"),
        ("発行日：2025年3月31日\n発行者：汐路交通研究財団 調査部\n印刷：港印刷株式会社", "汐路交通研究財団 調査部"),
        ("お問い合わせ\n汐路交通研究財団 調査部\n電話：000-000-0000", "汐路交通研究財団"),
        ("作成：岬市都市整備部交通政策課", "岬市都市整備部交通政策課"),
        ("岬港を考える会　会報　第20号　2025年3月1日", "岬港を考える会"),
        ("（汐路交通研究財団 調査月報 2025年3月号より転載）", "汐路交通研究財団"),
        ("無断転載を禁じます。著作権は汐路新報社に帰属します。", "汐路新報社"),
        ("写真提供：汐路新報社", ""),
        ("会場：岬市民会館　電話 000-0000", ""),
        ("協力：岬漁業協同組合\n印刷：港印刷株式会社", ""),
        ("関連リンク\n・汐路交通研究財団\n・汐路町役場", ""),
        ("運営会社　利用規約　お問い合わせ", ""),
    ],
)
def test_the_lines_below_a_text_name_its_publisher_and_no_one_else(below: str, publisher: str, made: Make) -> None:
    assert made(f"{TITLE}\n\n{BODY}\n\n{below}\n").publisher == publisher


@pytest.mark.parametrize(
    ("below", "publisher"),
    [
        ("© 2025 Hale Institute for Ports. All rights reserved.", "Hale Institute for Ports"),
        ("Published by the Hale Institute for Ports, 12 Quay Street, Hale.", "Hale Institute for Ports"),
        ("Publisher: Hale University Press\nISBN 000-0-00-000000-0", "Hale University Press"),
        ("Hale Institute for Ports\n12 Quay Street, Hale HA1 2BC\nTel: 000 000 0000", "Hale Institute for Ports"),
        ("About us\nThe Hale Institute for Ports is an independent research body.", "Hale Institute for Ports"),
        ("Photo: Hale Media Group", ""),
    ],
)
def test_english_lines_below_a_text_do_so_too(below: str, publisher: str, made: Make) -> None:
    assert made(f"{TITLE_EN}\n\n{BODY_EN}\n\n{below}\n").publisher == publisher


@pytest.mark.parametrize(
    ("above", "title", "publisher"),
    [
        (f"汐路交通研究財団\nSHIOJI TRANSPORT RESEARCH FOUNDATION\n\n{TITLE}\n\n2025年3月", TITLE, "汐路交通研究財団"),
        (f"{TITLE}｜汐路交通研究財団\n\n2025.03.03", TITLE, "汐路交通研究財団"),
        (f"『海と港』第12巻第3号（2025年3月）pp.12-20\n\n{TITLE}\n深津千景", TITLE, "海と港"),
        ("岬市\n\n岬市公共交通計画（概要版）\n令和7年3月", "岬市公共交通計画（概要版）", "岬市"),
        (f"# {TITLE}\n\n[岬新報デジタル](https://misaki.example/) 2025年3月3日 5時00分", TITLE, "岬新報デジタル"),
    ],
)
def test_the_lines_above_a_text_tell_its_title_and_its_publisher_apart(
    above: str, title: str, publisher: str, made: Make
) -> None:
    document = made(f"{above}\n\n{BODY}\n", "a.md")
    assert (document.title, document.publisher) == (title, publisher)


def test_the_post_and_the_institution_of_an_author_stand_behind_a_comma(made: Make) -> None:
    head = f"{TITLE_EN}\nBy Marta Quill, Senior Fellow, Hale Institute for Ports\n\n"
    document = made(head + BODY_EN + "\n")
    assert (document.author, document.publisher) == ("Marta Quill", "Hale Institute for Ports")


@pytest.mark.parametrize(
    ("head", "around", "publisher"),
    [
        (f"<title>{TITLE}：岬新報</title>", "", "岬新報"),
        (
            '<script type="application/ld+json">{"@type":"Organization","name":"岬地域経済研究所"}</script>',
            "",
            "岬地域経済研究所",
        ),
        ('<meta name="author" content="汐路交通研究財団">', "", "汐路交通研究財団"),
        ('<meta name="author" content="深津千景">', "", ""),
        ("", "<p>Copyright © 2012-2025 SHIOJI Inc. / 汐路交通研究財団</p>", "汐路交通研究財団"),
        ("", "<p>運営：一般社団法人 汐路くらしの会</p><p>サイトマップ</p>", "一般社団法人 汐路くらしの会"),
        ('<meta property="og:site_name" content="汐路総研">', "<p>© 2025 汐路交通研究財団</p>", "汐路総研"),
    ],
)
def test_a_web_page_names_its_publisher_in_its_head_before_its_foot(
    head: str, around: str, publisher: str, tmp_path: Path
) -> None:
    page = tmp_path / "a.html"
    main = f"<main><h1>{TITLE}</h1><p>{BODY}</p></main><footer>{around}</footer>"
    page.write_text(f"<html><head>{head}</head><body>{main}</body></html>", "utf-8")
    assert read(page).publisher == publisher


@pytest.mark.parametrize(
    ("last", "publisher"),
    [
        ("The Lamplight is issued quarterly by the Friends of Orrin Lighthouse.", "Friends of Orrin Lighthouse"),
        ("Northmoor Notes appears in May and is published by the Northmoor Society.", "Northmoor Society"),
        ("編集・発行　港町総務部企画課（担当　浅野）", "港町総務部企画課"),
        ("編集・発行：港町総務部企画課（内線 214）", "港町総務部企画課"),
        ("港町冷蔵株式会社　広報室　press@harbour.example", "港町冷蔵株式会社"),
    ],
)
def test_who_issues_is_named_in_a_sentence_or_beside_whom_to_ask(
    made: Callable[..., Document], last: str, publisher: str
) -> None:
    body = "Walk along the shore and an old lighthouse comes into view.\n" if last.isascii() else "浜に灯台がある。\n"
    assert made(f"# {body[:8]}\n\n{body}\n{body}\n{last}\n", "made.md").publisher == publisher
