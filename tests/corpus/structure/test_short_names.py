"""The short form of a name means the only fuller name before that ends in it, a post the one whom a surname names."""

from __future__ import annotations

import pytest

from tests.corpus.structure.test_antecedents import meant


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("北方交流財団が発足した。金は県が出した。次に、財団の運営を見る。", ("財団", ["北方交流財団"])),
        ("市は事業者選定委員会に諮る。選定委員会の意見は重い。", ("選定委員会", ["事業者選定委員会"])),
        ("町は子育て交流センターを建てた。先日、センターを訪ねた。", ("センター", ["子育て交流センター"])),
        ("全国港湾組合南浜支部は反対した。支部の幹部が話した。", ("支部", ["全国港湾組合南浜支部"])),
        ("県は森林整備協議会を設けた。同課は協議会での議論を待つ。", ("協議会", ["森林整備協議会"])),
        ("先日、老人会の石橋会長にお会いしましたら、会長は、お怒りでした。", ("会長", ["石橋会長"])),
    ],
)
def test_a_short_form_means_the_fuller_name(text: str, found: tuple[str, list[str]]) -> None:
    assert found in meant(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("北方交流財団と南方文化財団がある。次に、財団の運営を見る。", "財団"),
        ("町は子育て交流センターを建てた。隣町のセンターも古い。先日、センターを訪ねた。", "センター"),
        ("県は森林整備協議会を設けた。次の協議会で報告する。", "協議会"),  # one of its meetings
        ("町はセンターを建てた。先日、センターを訪ねた。", "センター"),
        ("石橋会長と森本会長が来た。会長は、怒っていた。", "会長"),
        ("町内会長が来た。会長は、怒っていた。", "会長"),
    ],
)
def test_a_short_form_of_two_names_or_of_none_stays_open(text: str, word: str) -> None:
    assert word not in [said for said, _ in meant(text)]
