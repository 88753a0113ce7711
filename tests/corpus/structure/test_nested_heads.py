"""Enumerated headings without blank lines around them make the outline; lists and sentences that look alike do not."""

from __future__ import annotations

from collections.abc import Callable

from corpus.document import Document

Make = Callable[..., Document]
TITLE = "空き家の灯台守に関する報告\n令和4年5月\n\n"
WRAPPED = (
    "　鳴子崎の灯台は長く無人であったが、昨年の春から町の人が交代で灯をともしてい\n"
    "る。費用は町が持ち、油は漁協が届ける。冬の間は週に二度、夏は毎日の当番となって\n"
    "いる。\n"
)
REPORT = (
    f"第1章　はじまり\n1.　灯台の歴史\n{WRAPPED}2.　調べ方\n(1)　聞き取り\n{WRAPPED}(2)　帳面\n"
    f"ア　当番の帳面\n{WRAPPED}イ　油の帳面\n　油の帳面は漁協にある。\n"
    f"第2章　いまの姿\n1.　人の数\n{WRAPPED}2.　費用\n{WRAPPED}"
)


def _paths(document: Document) -> list[tuple[str, ...]]:
    return list(dict.fromkeys(passage.section for passage in document.passages if passage.section))


def _texts(document: Document) -> list[str]:
    return [passage.text for passage in document.passages]


def test_enumerated_lines_right_below_each_other_make_the_outline(made: Make) -> None:
    paths = _paths(made(TITLE + REPORT))
    assert ("第1章　はじまり", "1.　灯台の歴史") in paths
    assert ("第1章　はじまり", "2.　調べ方", "(1)　聞き取り") in paths
    assert ("第1章　はじまり", "2.　調べ方", "(2)　帳面", "イ　油の帳面") in paths
    assert ("第2章　いまの姿", "2.　費用") in paths


def test_a_paragraph_below_such_a_heading_is_whole_and_holds_no_number(made: Make) -> None:
    texts = _texts(made(TITLE + REPORT))
    assert "費用は町が持ち、油は漁協が届ける。" in "".join(texts)
    assert not any("灯台の歴史" in text and "無人" in text for text in texts)


def test_a_list_between_such_headings_stays_a_list(made: Make) -> None:
    items = "　町に求めるのは次の三つである。\n(1)　油代の増額\n(2)　はしごの修理\n(3)　当番表の印刷\n"
    paths = _paths(made(f"{TITLE}{REPORT}3.　求めること\n{items}4.　終わりに\n{WRAPPED}"))
    assert ("第2章　いまの姿", "3.　求めること") in paths and ("第2章　いまの姿", "4.　終わりに") in paths
    assert not any("はしごの修理" in part for path in paths for part in path)


def test_steps_with_hanging_words_below_them_are_items(made: Make) -> None:
    steps = (
        "1. 灯油を量る\n　　缶の目盛りを読み、\n　　帳面に書きます。\n2. 芯を切る\n　　黒い所だけを\n　　切ります。\n"
        "3. 火をつける\n　　風のない時に\n　　つけます。\n"
    )
    document = made(f"灯台の手引き\n\n{WRAPPED}\n{steps}\n{WRAPPED}")
    assert not any("芯を切る" in part for path in _paths(document) for part in path)


def test_a_sentence_that_goes_on_with_a_number_stays_whole(made: Make) -> None:
    told = (
        "　当番の人が灯をともす時刻は季節によって違うので、町の広報に毎月載せることを\n"
        "第1章 の決まりで\n定めた。帳面にはその日の風と波を書き、次の人に渡す。雨の日は休みとなることも\n"
        "第2章 の決まりで\n定めた。\n"
    )
    assert not any("決まり" in part for path in _paths(made(f"灯台の決まり\n\n{told}")) for part in path)


def test_what_the_list_of_contents_names_heads_a_section(made: Make) -> None:
    contents = "目　次\n第1章　はじまり……………………1\n第2章　いまの姿……………………3\n資料　当番の名簿……………………5\n\n"
    document = made(f"{TITLE}{contents}{REPORT}資料　当番の名簿\n　名簿は町の役場の二階で見ることができる。\n")
    assert ("資料　当番の名簿",) in _paths(document)
    assert sum(text.startswith("第2章") for text in _texts(document)) == 1


def test_lines_that_one_sign_opens_are_headings_whatever_stands_below(made: Make) -> None:
    heads = f"■ 灯台の再開\n{WRAPPED}\n■ 当番の募集\n{WRAPPED}\n■ 町の概要\n町名：鳴子町\n人口：3,210人\n"
    paths = _paths(made(f"灯台を再開\n2022年5月2日\n鳴子町\n\n{WRAPPED}\n{heads}"))
    assert ("■ 町の概要",) in paths and ("■ 灯台の再開",) in paths


def test_items_that_one_sign_opens_stay_items(made: Make) -> None:
    items = "● 油\n\n● 芯\n\n● はしご\n\n"
    document = made(f"灯台の道具\n\n{WRAPPED}\n{items}{WRAPPED}")
    assert not any("芯" in part for path in _paths(document) for part in path)
