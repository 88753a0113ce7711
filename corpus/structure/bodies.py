"""What the heads of pointing words stand for: which longer names end in what 同社, 同組合 or 同書 means.

Invariant: only endings of names are listed (会社, 漁協, 館), never names; what is found is a slice of the stretch.
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.document import Span
from corpus.structure.people import morphemes
from corpus.structure.signs import IN_NAME, NAME_RUN

COMPANY_ENDS = (
    "社|会社|新聞|株式会社|物産|商事|商会|商店|製作所|製鉄|工業|電機|電力|電鉄|製薬|化学|建設|不動産|海運|水産|製紙"
    "|製鋼|造船|酒造|醸造|紡績|興業|重工|自動車"
    "|汽船|フェリー|交通|バス|タクシー|運輸|運送|通運|港運|物流|倉庫|製缶|製菓|製粉|製糖|製材|製油|乳業|ビール|フーズ|電工|精工|鉱業|硝子|セメント|エナジー"
    "|食品|醤油|製茶|水道|設備"
    "|ホールディングス|グループ|証券|生命|航空|出版|書店|テクノロジーズ?|システムズ?|技研|機械|精機|石油|ガス"
)
# What a head is a head of: the words that a longer name ends in.
ENDINGS = {
    "社": COMPANY_ENDS + "|企業|メーカー|業者",
    "大": "大学|大",
    "校": "校|学校|高校|中学|小学|学院|学園",
    "紙": "新聞|紙|タイムズ|ポスト|日報|時報",
    "誌": "誌",
    "会": "会|協会|連盟|委員会|協議会",
    "所": "所",
    "館": "(?<!大使)(?<!領事)(?<!旅)館",
    "院": "院|病院",
    "園": "園",
    "局": "局",
    "港": "港",
    "法人": "法人|NPO",
    "店": "店|商店|食堂|書房|書店|屋",
    "船": "船|丸|号",
    "行": "銀行|行(?<=銀行)|信金|信用金庫",
    "党": "党",
    "団体": "団体|協会|連盟|連合会|法人|財団|ネットワーク|同盟",
    "機関": "機関|機構|センター|研究所|委員会",
    "施設": "施設|センター|会館|ホーム|記念館|博物館|美術館|図書館",
    "組合": "組合|漁協|農協|生協|労組",
    "信金": "信金|信用金庫",
    "漁協": "漁協|漁業協同組合",
    "農協": "農協|農業協同組合",
    "大学": "大学|大",
    "高校": "高校|高等学校",
    "法律": "法律|法",
    "病院": "病院|院",
    "新聞": "新聞|紙",
    "会社": "会社|社",
    "政府": "政府|政権",
    "組織": "組織|機構|連盟|団体",
}
# Heads whose common nouns mean one as soon as it is told whose it is (地元の小学校).
NAMED_ONLY = frozenset("社校館院園店所港局")
_KIND = (
    "会社|商社|企業|大手|メーカー|業者|事業者|ベンチャー|新興|公社|公司|[一-鿿]{2,4}社|[一-鿿]{2}大手"
    "|[一-鿿]{2}メーカー"
)
_COMPANY = re.compile(
    rf"(?P<seat>{NAME_RUN})[（(]本社|(?:商社|メーカー|企業|大手)(?P<direct>[ァ-ヺー]{{3,}})|(?:{_KIND})(?:の「?|「"
    rf"|、)(?P<called>{NAME_RUN})|株式会社(?P<formal>{NAME_RUN})"
)
# 株式会社北浜ロジ（本社：北市、以下「北浜ロジ」）
_SHORT = re.compile(
    rf"(?:(?:株式|有限|合同)会社{NAME_RUN}|{NAME_RUN}(?:株式|有限|合同)会社)[（(][^（）()]{{0,60}}以下、?「(?P<name>[^」]{{2,16}})」"
)
_FORM = re.compile(r"^(?:株式|有限|合同)会社|(?:株式|有限|合同)会社$")
_FAR = 4000  # characters back to where a text says that a name is a company's


def companies(text: str, scope: Span) -> list[Span]:
    """Return the companies of a stretch that the text called one: X（本社・東京）, 会社のX, 株式会社X."""
    first = max(scope.end - _FAR, 0)
    told = {match[match.lastgroup or 0] for match in _COMPANY.finditer(text, first, scope.end)}
    told |= {match["name"] for match in _SHORT.finditer(text, first, scope.end)}
    told |= {bare for name in told if (bare := _FORM.sub("", name)) and len(bare) > 1}
    told = {name for name in told if not _is_word(name) and not _goes_on(text, name, scope)}
    return [
        Span(match.start(), match.end())
        for name in told
        for match in re.compile(rf"(?<!{IN_NAME}){re.escape(name)}(?!{IN_NAME})").finditer(text, scope.start, scope.end)
    ]


_KANA = re.compile(r"(?<![ぁ-ん])[ぁ-ん]{2,8}(?=[一-鿿ァ-ヺー])")


@lru_cache(512)
def kana_names(words: str, endings: str) -> tuple[tuple[int, int], ...]:
    """Return where names stand that begin with a noun in hiragana (あおぞら銀行, …のみどり建設) and end as asked."""
    found = []
    for kana in _KANA.finditer(words):
        tail = re.compile(rf"(?:[一-鿿ァ-ヺー]{{0,8}}?)(?:{endings})(?![一-鿿ァ-ヺー])").match(words, kana.end())
        if tail is None:
            continue
        for start in range(kana.start(), kana.end() - 1):
            before = words[start - 1] if start > kana.start() else ""
            first = morphemes(words[start : tail.end()])[0]
            if before in _PARTICLES and len(first[0]) == kana.end() - start and first[1].startswith("名詞"):
                found.append((start, tail.end()))
                break
    return tuple(found)


_PARTICLES = ("", "の", "は", "が", "と", "や", "も", "を", "に", "で")


def _goes_on(text: str, name: str, scope: Span) -> bool:
    """Say whether a word of the dictionary begins as a name does and is longer (手抜き)."""
    at = text.rfind(name, max(scope.end - _FAR, 0), scope.end)
    first = next(iter(morphemes(text[at : at + len(name) + 3])), ("", "", False))
    return len(first[0]) > len(name)


def _is_word(name: str) -> bool:
    """Say whether a name is one common word (会社の社員)."""
    read = morphemes(name)
    return len(read) == 1 and "普通名詞" in read[0][1] and not read[0][2]


def titles(text: str, scope: Span) -> list[Span]:
    """Return the titles in double quotes of a stretch."""
    return [
        Span(*match.span(1)) for match in re.compile(r"『([^『』\n]{1,40})』").finditer(text, scope.start, scope.end)
    ]


def is_common(words: str, head: str) -> bool:
    """Say whether words with a one-character head name nothing (会社, 高速バス会社): no part of them is a name."""
    read = morphemes(words)
    if head == "社" and words.endswith("会社") and len(read) > 1:
        return not any("固有名詞" in word[1] or word[2] for word in read)
    latin = re.match(r"[A-ZＡ-Ｚ]", words)  # A社
    return (
        not latin
        and head not in "省庁府"
        and not any("固有名詞" in word[1] or word[2] for word in read)
        and not (len(read) > 2 and (head in ENDINGS or (head in "市町村区県郡州" and read[-1][0] == head)))
    )


def is_kind(words: str) -> bool:
    """Say whether words only say what something is (高速船), so that what is quoted behind them is its name."""
    return not any("固有名詞" in word[1] or word[2] for word in morphemes(words))
