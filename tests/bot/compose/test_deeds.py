"""Who went where, met, invited, called or gave to whom, as sentences and questions of four languages tell it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.compose.deeds import deeds, mentions


def told(text: str) -> set[tuple[str, str, str]]:
    return {(one.kind, one.who, one.whom) for one in deeds(text)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "日本の森外相は、李総理の東京訪問の翌月にあたる5月にソウルを訪れた。",
            {("visit", "日本の森外相", "ソウル")},  # the other only says when
        ),
        ("6月にも7月にも上位10品目に入った日本からの輸出品", set()),  # who gets into the first ten goes nowhere
        ("森外相はいつ訪韓した？", {("visit", "森外相", "韓国")}),
        ("森外相、いつソウルに来たの", {("visit", "森外相", "ソウル")}),
        ("森外相がソウル行ったのっていつだっけ", {("visit", "森外相", "ソウル")}),
        ("ソウルを訪れた森外相は演説した。", {("visit", "森外相", "ソウル")}),
        ("首相による東京への訪問は初めて。", {("visit", "首相", "東京")}),
        (
            "5月に李総理が東京を、6月に森外相がソウルを訪れている。",
            {("visit", "李総理", "東京"), ("visit", "森外相", "ソウル")},
        ),
        (
            "林市長は朴市長に漆の盆を、朴市長は林市長に青磁を贈った。",
            {("give", "林市長", "朴市長"), ("give", "朴市長", "林市長")},
        ),
        ("大川大統領から林市長に電話があった。", {("call", "大川大統領", "林市長")}),
        ("林市長は朴市長とも会談した。", {("meet", "林市長", "朴市長")}),
        ("大川大統領は林市長を官邸に招待した。", {("invite", "大川大統領", "林市長")}),
        ("誰がソウルに行ったの", {("visit", "", "ソウル")}),
        ("林教授を団長とする視察団がソウルを訪れた。", {("visit", "林教授を団長とする視察団", "ソウル")}),
    ],
)
def test_japanese(text: str, found: set[tuple[str, str, str]]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("When did the Korean premier visit Tokyo?", {("visit", "the Korean premier", "Tokyo")}),
        (
            "In May 2025, Mori Ken, the foreign minister, visited Seoul.",
            {("visit", "Mori Ken, the foreign minister", "Seoul")},
        ),
        ("Mori Ken's visit to Seoul came a month later.", {("visit", "Mori Ken", "Seoul")}),
        ("President Ode invited Mori Ken.", {("invite", "President Ode", "Mori Ken")}),
        ("President Ode received Mayor Park on 3 May.", {("meet", "President Ode", "Mayor Park")}),
        ("Mori Ken was received by President Ode.", set()),
        ("When did Mori Ken go to Seoul?", {("visit", "Mori Ken", "Seoul")}),
        ("When did Mori Ken come to Seoul?", {("visit", "Mori Ken", "Seoul")}),
        ("Has Mori Ken been to Seoul?", {("visit", "Mori Ken", "Seoul")}),
        ("When did Mori Ken travel by train to Seoul?", {("visit", "Mori Ken", "Seoul")}),
        ("When did Mori Ken make a trip to Seoul?", {("visit", "Mori Ken", "Seoul")}),
        ("Which goods did Mori Ken export to Seoul?", set()),  # trade is no gift
        ("森健什么时候来首尔？", {("visit", "森健", "首尔")}),
        ("모리 켄이 서울에 온 건 언제?", {("visit", "모리 켄", "서울")}),
        ("모리 켄이 서울 간 게 언제야?", {("visit", "모리 켄", "서울")}),
        ("모리 켄의 방한은 언제?", {("visit", "모리 켄", "한국")}),
        ("모리 켄이 서울에 수출한 품목은?", set()),
        ("森健什么时候访问了首尔？", {("visit", "森健", "首尔")}),
        ("2025年5月，日本外相森健访问韩国，出席仪式。", {("visit", "日本外相森健", "韩国")}),
        ("森健5月访韩。", {("visit", "森健", "韩国")}),
        ("李强与朴泰成举行会谈。", {("meet", "李强", "朴泰成")}),
        ("일본 총리가 서울을 방문한 건 언제야?", {("visit", "일본 총리", "서울")}),
        ("모리 외상의 서울 방문은 5월이었다.", {("visit", "모리 외상", "서울")}),
        ("모리 외상이 언제 방한했나요?", {("visit", "모리 외상", "한국")}),
        ("구보타 시장은 박 시장을 만났다.", {("meet", "구보타 시장", "박 시장")}),
    ],
)
def test_other_languages(text: str, found: set[tuple[str, str, str]]) -> None:
    assert told(text) == found


def test_words_for_a_kind_are_told_though_no_deed_is_read() -> None:
    assert mentions("meet", "首脳会談の成果")
    assert not mentions("meet", "首脳の往来")


@given(st.text(alphabet="李森が、は。を訪れた会う招東京 visited to The met Ab访问了과를방문", max_size=60))
def test_parts_are_words_of_the_text(text: str) -> None:
    for one in deeds(text):
        assert one.kind in {"visit", "invite", "give", "meet", "call"}
        assert one.who in text or not one.who
