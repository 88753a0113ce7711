"""Countries by their names in four languages, and the words that only look like one."""

from __future__ import annotations

import pytest

from corpus.structure.capitals import countries_told
from corpus.structure.countries import named_countries


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("이란 대통령과 대이란 제재", {"irn"}),
        ("국립공원이란 무엇입니까. 차이란 무엇인가", set()),
        ("주인도대사관", {"ind"}),
        ("인도적 지원과 인도주의", set()),
        ("오만의 수도", {"omn"}),
        ("국가나 단체의 오만한 태도", set()),
        ("モンゴルの大統領", {"mng"}),
        ("内モンゴル（内蒙古）自治区", set()),
        ("インドとインドネシア", {"ind", "idn"}),
        ("インドアプール", set()),
        ("Polish ministers in Poland", {"pol"}),
        ("they polish the stones", set()),
        ("북한과 미국", {"prk", "usa"}),
    ],
)
def test_a_name_counts_where_it_is_a_word(words: str, codes: set[str]) -> None:
    assert named_countries(words) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("米大統領が訪中した", {"usa", "chn"}),
        ("日米韓と中ロ朝3か国", {"jpn", "usa", "kor", "chn", "rus", "prk"}),
        ("対北制裁", {"prk"}),
        ("中央と北海道の米農家が加わった。台風と比べる英語の本。", set()),
    ],
)
def test_a_sign_tells_of_a_country_beside_another_or_by_its_office(text: str, codes: set[str]) -> None:
    assert countries_told(text) == codes
