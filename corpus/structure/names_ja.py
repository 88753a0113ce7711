"""Whether Japanese words beside a post are a person's name, a body, or part of the post.

Invariant: what a word is the dictionary says; a word it does not know may be a name where one is expected.
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.structure.people import east_asian_name, is_person, morphemes

# The last word of a post: closed enough to be language, not subject matter. 長 heads most of them.
_RANK = (
    "大統領|首相|総理大臣|総理|総書記|書記長|書記|総経理|主席|国家主席|大臣|長官|次官|知事|総裁|党首|代表|大使|公使|総領事|領事|補佐官|報道官|担当官|"
    "司令官|参謀|将軍|大将|中将|少将|教授|准教授|講師|助教|研究員|研究官|記者|委員|議員|理事|監事|専務|常務|取締役|監査役|頭取|社主|"
    "局員|(?:局員|委員)候補|顧問|参与|相談役|参事官|審議官|弁護士|医師|技師|監督|主任|主査|主幹|主事|(?:統計|調査|分析|企画|監察|監査|検査)官|幹事|座長|首長|国王|女王|皇帝|教皇|判事|検事|学芸員|司書|アナリスト|フェロー|エコノミスト|(?:管理|責任|技術|代表|指導)者|支配人|運転手|機関士|当主|航海士|船頭|保健師|看護師|技能員|"
    "ディレクター|[市町村県都区府]議|[一-鿿]長|[一-鿿]相(?<!首相)(?<!相相)"
)
# Whoever stands in for a post or assists it holds one, too.
HEAD = rf"(?:{_RANK})(?:代理|代行|心得|補佐(?!官)|補(?![一-鿿]))?"
_DISTRICT = re.compile("[県府都道市町村区郡省庁]")
_BEFORE_POST = "副現前元新旧初"  # what is said of the post, not part of a name


@lru_cache(4096)
def is_name(words: str, beside: str = "") -> bool:
    """Say whether words are a person's name; a surname alone counts beside a post that no place has."""
    of_place = re.match(r"[市町村区県都道府州省郡島国]|知事", beside)
    read = morphemes(words)
    kinds = [word[1] for word in read]
    if re.fullmatch(r"[ァ-ヺー＝=]+", words):
        long = len(words) >= _KATAKANA_NAME or (read[0][2] and is_of_state(beside))  # ルト大統領
        return long and not of_place and all("人名" in word[1] or word[2] for word in read)
    between = len(read) > 1 and (
        (kinds[-1].startswith("名詞,固有名詞") and "人名" not in kinds[-1]) or bool(_DISTRICT.fullmatch(read[-1][0]))
    )
    chinese = re.match("副?総経理|董事長", beside) and re.fullmatch("[一-鿿]{2,3}", words)  # of a Chinese firm
    placed = between or (len(read) == 1 and "地名" in kinds[0])
    if not chinese and (placed or (words[-1] in _BEFORE_POST and len(words) > 2)):
        return False  # a place, or a body between the name and the post
    if is_person(words) or (len(words) <= 3 and east_asian_name(words) and _no_word(words)):
        return True
    if len(read) == 2 and kinds[0].startswith("名詞,固有名詞") and kinds[1].endswith("人名,名"):
        return True
    if beside and len(read) == 2 and kinds[0].startswith("名詞,普通名詞,一般") and kinds[1].endswith("人名,名"):
        return bool(re.fullmatch("[一-鿿]{2,3}", read[0][0]))  # a surname that the dictionary knows as a word (白洲)
    surname = len(read) == 1 and kinds[0].endswith("人名,姓")
    return surname and not of_place and _is_rank(beside)


_KATAKANA_NAME = 3  # signs from which on a word no dictionary has is a name
_UNIT = re.compile(r"[一-鿿]{0,6}(?:[部課局室係班団]|委員|組合)長")
_PLACED = re.compile(
    r"(?:支.|本部|郵便局|放送局|薬局|[署所店館校院園港場駅寮社])長$"
)  # of which there is one in every place


def _is_rank(post: str) -> bool:
    """Say whether a post is told without a name of its body, so that a surname stands before it (副市長, 総務部長)."""
    bare = re.sub(r"^(?:副|筆頭|名誉)(?=..)|(?:代理|代行|心得|補佐)$", "", post)
    if re.fullmatch(HEAD, bare):
        return True
    read = morphemes(bare)
    whole = len(read) == 1 and bare.endswith("長")  # 教育長 is a word of the dictionary
    unit = (whole or _UNIT.fullmatch(bare)) and not _PLACED.search(bare)
    return bool(unit) and not any("固有名詞" in word[1] or word[2] for word in read)


def is_spaced_name(words: str) -> bool:
    """Say whether words with one gap are a surname and a given name that is known as one (高瀬川　進)."""
    surname, _, given = (part.strip() for part in words.replace("\u3000", " ").partition(" "))
    read = morphemes(given) if given and re.fullmatch("[一-鿿々ヶ]{1,4}", surname) else ()
    known = len(read) == 1 and read[0][1].startswith("名詞,固有名詞,人名")
    return known and not re.search(rf"(?:{HEAD})$", surname) and not is_place(surname)


def could_be_name(words: str, certain: bool) -> bool:
    """Say whether words in the place of a name can be one; ``certain``: what stands around them says they are one."""
    if re.search(rf"(?:{HEAD})$", words) and not is_name(words):
        return False
    if not certain:
        return is_name(words)
    common = all(word[1].startswith("名詞,普通名詞") and not word[2] for word in morphemes(words))
    return not common or east_asian_name(words)


def _no_word(words: str) -> bool:
    """Say whether no part of a short name is a word, but one that is a given name as well (李|秀英)."""
    read = morphemes(words)
    given = len(read) == 2 and len(read[0][0]) == 1 and read[0][1].endswith("人名,姓")
    words_in = [word[1] for word in read if len(word[0]) > 1 and re.search("普通名詞|地名", word[1])]
    return not words_in or (given and words_in == ["名詞,普通名詞,形状詞可能,*"])


def is_whole_post(post: str) -> bool:
    """Say whether words read as a post from their first character on: no name in them, no cut through a word."""
    read = morphemes(post)
    pointing = post.startswith(("両", "各", "同")) or _BODY_HEAD.match(post) is not None
    return not pointing and not any("人名" in word[1] for word in read) and not read[0][1].startswith("接尾辞")


def is_of_state(post: str) -> bool:
    """Say whether a post is one that only a person before it can hold (交通相), and no part of a compound."""
    return bool(
        re.fullmatch(r"(?:副|前|元)?[一-鿿]{0,6}(?:相(?<!首相)|首相|大臣|大統領|国王|女王|外相|総書記|書記長)", post)
    )


_BODY_HEAD = re.compile(r"(?:大学|学部|研究所|協会|会社|連合会)(?!長)")  # of a body, whose name stands before it


def is_prefix(post: str) -> bool:
    """Say whether 前 or 元 before a post says that it is a former one and is no part of a name (前橋市長)."""
    first = next(iter(morphemes(post)), None)
    return first is not None and (len(first[0]) == 1 or not first[1].startswith("名詞,固有名詞"))


@lru_cache(4096)
def is_body(words: str) -> bool:
    """Say whether words before の can be what a post is of; no time (今回の), no turn (後任の)."""
    return not _IN_A_ROW.fullmatch(words) and "副詞可能" not in morphemes(words)[-1][1]


def is_predecessor(words: str) -> bool:
    """Say whether words before の say that who is named behind them no longer holds the post (前任の, 当時の)."""
    return bool(re.fullmatch("前[任代]|先々?代|当時|歴代", words))


_IN_A_ROW = re.compile(
    "(?:前|後|現|先|新|初)[任代]|歴代|当代|先々代|次期|現職|当時|同職"
    r"|(?:初|第?[0-9０-９一二三四五六七八九十]+)代目?|専門|専攻|担当|出身"
)


def is_place(words: str) -> bool:
    """Say whether words are the name of a place."""
    read = morphemes(words)
    return len(read) == 1 and "地名" in read[0][1]
