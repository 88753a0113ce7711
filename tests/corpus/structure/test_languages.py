"""The language of a text is told by its script; where that is ideographs alone, by their forms."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.document import Document
from corpus.structure.languages import prevailing


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("港湾統計\n\n表2　出荷額（単位：千円）\n\n品目\t令和4年\t令和5年\n塩\t1,210\t980\n海藻\t45\t51", "ja"),
        ("人事異動\n\n総務部長　岬一郎（経営企画室長）", "ja"),
        ("灯台一覧\n\n灯台名\t所在地\n北灯台\t岬の町\n南灯台\t浜町", "ja"),
        ("港口统计\n\n表2　出货额（单位：万元）\n\n品种\t2022年\t2023年\n盐\t1,210\t980", "zh"),
        ("港口統計\n\n表2　出貨額（單位：萬元）\n\n品項\t2022年\t2023年\n鹽\t1,210\t980", "zh"),
        ("我們的鹽從島上運出，這是燈塔的記錄。", "zh"),
        ("岛上的人说《岬の灯》这本书讲的是灯塔，盐从这里运出去，船也从这里开。", "zh"),
        ("人口 12\n大 30", "zh"),
        ("The port, 港, is old and its lights are kept by the light office of the island.", "en"),
    ],
)
def test_the_forms_of_ideographs_tell_japan_from_china(text: str, language: str) -> None:
    assert prevailing(text) == language


def test_a_document_that_is_one_table_is_in_its_language(made: Callable[..., Document]) -> None:
    document = made(
        "令和5年度　港税収納状況\n\n表1　税目別収納額（単位：千円）\n\n税目\t調定額\t収入額\n入港税\t1,210\t1,180\n"
    )
    assert document.lang == "ja"
