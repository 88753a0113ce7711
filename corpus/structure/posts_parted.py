"""A body and a post in it that are printed as one run of words: 沖津町長, 葦原大学農学部教授, 元県林業試験場長.

Invariant: both are slices of the run; where the head of the body is that of the post as well (沖津町, 町長), they share
that sign. A run in which no body shows is a post alone.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from corpus.structure.names_ja import HEAD, is_prefix

_PLACE = re.compile(r"(?P<of>.{1,12}[市区町村])(?=長$)|(?P<above>.{1,8}[都道府県])(?=副?知事$)")
_HOUSE = re.compile(  # a body with its head: 試験場 + 長
    r"(?P<of>.{2,24}(?:試験場|図書館|博物館|美術館|資料館|公民館|病院|学校|保育園|幼稚園|警察署|消防署|研究所|事務所|工場|本部))(?=長$)"
)
_SCHOOL = re.compile(
    r"(?P<of>.{2,16}?(?:大学院?|短大|高専)(?:.{1,12}?(?:学部|研究科|研究院|研究所|研究センター|センター|学科))?)"
    r"(?=(?:名誉|特任|客員|主任|上席|特別|招聘|准|助)*(?:教授|助教|講師|学長|総長|研究員)$)"
)
_PRE = r"(?:名誉|特任|客員|上席|主任|主席|首席|専務|常務|代表|執行|事務|副|前|元|総括|統括|上級|特別)*"
_TOP = (
    r"理事長?|会頭|会長|社長|組合長|委員長|議長|議員|所長|館長|院長|園長|校長|センター長|局長|専務|常務|取締役|監事|幹事|顧問|参与|代表|総裁|頭取|研究員"
    r"|編集委員|論説委員|記者|フェロー|相談役|団長|支配人|技師|学芸員|司書"
)
_BODY = re.compile(
    r"(?P<of>.{2,28}(?:連合会|会議所|協議会|委員会|審議会|議会|組合|協会|研究所|研究会|センター|会社|法人|機構|財団|事務所|連盟|学会|新聞社?|放送|銀行"
    rf"|汽船|造船|重工|工業|電力|鉄道|商会|商事|物産|水産|海運|製薬|建設|省|庁|館|院|会|社))(?={_PRE}(?:{_TOP})$)"
)
_OFFICE = re.compile(
    r"(?P<of>.{1,12}?[都道府県市区町村省庁])(?=[^都道府県市区町村省庁]{0,12}"
    r"(?:[部課局室係次]長|主査|主幹|主任|主事|参事|専門官|企画官|審議官|補佐|職員|統計官)$)"
)
_POST = re.compile(rf"(?:{HEAD}|会頭|職員|代理|参事|専門官|企画官|補佐|教諭)$")
_OF_MOTO = re.compile("元(?:[町村山浜島原田木橋本]|宇品)")  # names of places that begin so
_WORDS = re.compile(r"[一-鿿々ヶァ-ヺーA-Za-z]{2,40}")


class Parted(NamedTuple):
    """Where a run of words says a body, ``of``, and a post in it, as ``[start, end)`` of the run; ``former``: it was.

    ``of`` is empty where no body shows.
    """

    of: tuple[int, int]
    post: tuple[int, int]
    former: bool


def parted(words: str) -> Parted | None:
    """Return body and post of a run of words, or None where it does not end as posts do."""
    if not _WORDS.fullmatch(words) or not _POST.search(words):
        return None
    former = words[0] in "前元" and (is_prefix(words) or (words[0] == "元" and not _OF_MOTO.match(words)))
    start = int(former)
    for pattern, shared in ((_PLACE, 1), (_HOUSE, 1), (_SCHOOL, 0), (_BODY, 0), (_OFFICE, 0)):
        if (match := pattern.match(words, start)) is not None:
            back = 0 if match.groupdict().get("above") else shared
            return Parted((start, match.end()), (match.end() - back, len(words)), former)
    return Parted((start, start), (start, len(words)), former)
