"""Deeds that undo each other: opened and closed, joined and left, 就任 and 退任, 통과 and 부결.

Invariant: a closed table of what most often happens to one thing both ways, in Japanese, English, Chinese and Korean;
words that are both, or neither, tell nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple


class _Pair(NamedTuple):
    one: re.Pattern[str]
    other: re.Pattern[str]


def _pair(one: str, other: str) -> _Pair:
    return _Pair(re.compile(one, re.IGNORECASE), re.compile(other, re.IGNORECASE))


_PAIRS = (
    _pair(  # open, close
        r"(?<![公展打切満])開[いくけきか](?!発|票|示)|開[校店館園場業通放]|再開|\b(?:re-?)?open(?:s|ed|ing)?\b|开[放门学业馆张]|复[课学业]|"
        r"(?<![가-힣])(?:열[리었린려]|문을 연|개[장관교업통]|재개)",
        r"閉[じまめざ]|閉[鎖校店館園]|休[校館園業]|\b(?:re)?clos(?:es?|ed|ing|ure)\b|\bshut(?:s|ting)?\b|"
        r"关[闭停门张]|停[课业学]|闭[馆园]|(?<![가-힣])(?:닫|폐[쇄관교업]|휴[교관업])",
    ),
    _pair(  # go on again, stop for a time
        r"再開|復活|\bresum(?:e|es|ed|ing|ption)\b|恢复|重启|재개|복원",
        r"休止|停止|中断|\bsuspend(?:s|ed|ing)?\b|\bsuspension\b|\bhalt(?:s|ed|ing)?\b|中止|停止|暂停|중단|중지|정지",
    ),
    _pair(  # begin, end
        r"始[まめ]|開始|着工|着手|\bb[ei]g[aiu]n(?:s|ning)?\b|\bstart(?:s|ed|ing)?\b|\blaunch(?:es|ed|ing)?\b|"
        r"开始|启动|开工|시작|개시|착공|착수",
        r"終[わえ]|終了|完了|竣工|\bend(?:s|ed|ing)?\b|\bfinish(?:es|ed|ing)?\b|结束|完成|竣工|끝[나났냈내]|종료|완료|완공",
    ),
    _pair(  # take office, leave it
        r"就任|着任|赴任|\btook office\b|\bappoint(?:s|ed|ment)?\b|就任|上任|履新|취임|부임",
        r"退任|辞任|離任|辞職|\bresign(?:s|ed|ation)?\b|\bstepp?(?:s|ed)? down\b|\bleft office\b|"
        r"卸任|离任|辞职|퇴임|사임|이임",
    ),
    _pair(  # pass, reject
        r"(?<!不)可決|採択|\bapprov(?:e|es|ed|al)\b|\badopt(?:s|ed|ion)?\b|通过|获批|批准|가결|통과|승인",
        r"否決|却下|不採択|\breject(?:s|ed|ion)?\b|\bvoted? down\b|否决|驳回|부결|기각",
    ),
    _pair(  # join, leave
        r"加盟|加入|入会|\bjoin(?:s|ed|ing)?\b|\baccession\b|加入|가입|가맹",
        r"脱退|離脱|退会|\bwithdr[ae]w(?:s|n|al)?\b|退出|탈퇴",
    ),
    _pair(  # arrive, leave
        r"到着|着い[たて]|入港|\barriv(?:e|es|ed|al|ing)\b|抵达|到达|도착|입항",
        r"出発|発[っつ]|出港|\bdepart(?:s|ed|ure|ing)?\b|启程|出发|离开|출발|출항|떠[나났]",
    ),
)


@lru_cache(8192)
def tells_opposite(asked: str, told: str) -> bool:
    """Say whether words tell only of what undoes a deed that a question asks about (closed, asked about opened)."""
    for pair in _PAIRS:
        for deed, undone in (pair, (pair.other, pair.one)):
            if deed.search(asked) and not undone.search(asked) and undone.search(told):
                return not deed.search(told)
    return False
