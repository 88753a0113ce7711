"""The closed classes of four languages by which one asks for the source of what is told.

Invariant: only words for those who tell, for what is told and for what it is told in are listed here, and the verbs
that join them; a word that has other uses (source, 根拠, 来源, 어디서) counts only beside one of these. Within a
language, the earlier way to ask wins where two fit at one place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.sourcing import en, ja, ko, zh

SOURCE: Mapping[str, str] = {"ja": ja.SOURCE, "en": en.SOURCE, "zh": zh.SOURCE, "ko": ko.SOURCE}
# Words by which a question for a source points at what the source is to be of: they are no part of it.
CLAIMED: Mapping[str, re.Pattern[str]] = {
    lang: re.compile(claimed, re.IGNORECASE)
    for lang, claimed in (("ja", ja.CLAIMED), ("en", en.CLAIMED), ("zh", zh.CLAIMED), ("ko", ko.CLAIMED))
}
# The source of a whole table is asked for.
OF_A_TABLE = re.compile(
    r"一覧表?|リスト|名簿|(?<![発代公])表(?=[のはがにをって、\d）)]|$)|\b(?:lists?|tables?)\b|名单|列表|表格|"
    r"명단|목록|표(?=[의는가에\d])",
    re.I,
)
# When a source was published, not when something happened.
OF_THE_SOURCE = re.compile(r"いつの|日付|年月日|哪(?:一?天|年|日)的|日期|며칠 ?자|날짜|\bdates?\b", re.IGNORECASE)
