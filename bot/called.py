"""What thing a question asks the name of: the noun of the kind of it, and no person's.

Invariant: only the question's words decide. Nouns of people are a closed class: who they are the languages say by their
last sign or word (職員, 船長, 作家); whatever else has a name is a thing.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.cues import Lang
from corpus.structure.patterns import any_of, words

_NAME = re.compile("名前|이름")  # Chinese cues tell people from things themselves
_BESIDE = 6  # characters between a noun and the words that ask for its name


class Kind(NamedTuple):
    """The noun of what is asked for by its name, ``[start, end)`` of the question."""

    start: int
    end: int


_JA = r"(?P<kind>[一-鿿々ァ-ヺーA-Za-z]{1,16})"
_ZH = r"(?P<kind>[一-鿿]{1,12}?)"
_KO = r"(?P<kind>[가-힣]+?)"
# A phrase of English nouns goes on until a word of grammar, a participle or a sign.
_STOPS = (
    r"(?:that|which|where|who|whose|when|in|of|on|at|for|from|to|with|by|near|is|was|are|were|be|been|has|have|had|do|"
    r"does|did|will|would|they|he|she|we|you|it|I|the|a|an|this|and|again|called|named|known|sent|built|held|made|found|lost|bought|sold|kept|left|taken|given|chosen|"
    r"\w+(?:ed|ing))\b"
)
_NP = (
    rf"(?:the |an? |th(?:is|at|ese|ose) |their |its |our )?(?:(?!{_STOPS})[\w’'-]+ ){{0,4}}?"
    rf"(?P<kind>(?!{_STOPS})\w[\w-]*)(?= {_STOPS}|[?.,]|$)"
)
_ASKED = {
    "ja": (
        rf"{_JA}の(?:お)?(?:名前|名称|呼び名|名)(?=は|を|って|が|も|なん|何|だっけ|[?？。、]|$)",
        rf"{_JA}(?:って|は|の方は)?(?:何|なん)(?:という|ていう|て)(?:お)?名(?:前|称)",
        rf"{_JA}(?:って|は|の方は)(?:何|なん)(?:と|て)(?:いう|いい|言う|言い|呼)",
        rf"(?:何|なん)(?:という|ていう|て)(?:名(?:前|称)?の)?{_JA}(?=[はがをにでへとか]|だ|です|なの|[?？。]|$)",
    ),
    "en": (
        rf"\bnames? of {_NP}",
        rf"\bwhat(?:['’]?s| is| was| are| were) {_NP}(?=.*\b(?:called|named)\W*$)",
        rf"\bwhat (?:do|did|does) \w+ (?:call|name) {_NP}",
        r"\b(?P<kind>[\w-]+)(?:['’]s|s['’]) names?\b",
    ),
    "zh": (
        rf"{_ZH}(?:的名[字称]|的名稱)?(?:叫(?:做|作)?什[么麼]|名为什么)",
        rf"{_ZH}(?:的名字|的名称|的名稱)(?=是|叫|[?？]|$)",
    ),
    "ko": (rf"{_KO}(?:의)? ?(?:이름|명칭)(?=이|은|을|도|\s|[?？]|$)", rf"{_KO}[은는을를] 뭐라고 ?(?:부르|불)"),
}
_PERSON = {
    "ja": any_of(
        "[人方者員長手師士官相臣子父母夫妻娘兄弟姉妹王氏医役客々僧親彼誰侍]",
        "[作画門築楽史論治資政事]家",
        words("監督 選手 総理 主席 総書記 書記 秘書 代表 教授 先生 記者 知事 大使 将軍 首脳 息子 彼女 学生 生徒 俳優"),
        words("担当 さん リーダー キャプテン オーナー メンバー コーチ ガイド パートナー パイロット シェフ ライター"),
        words("マネージャー ボランティア ディレクター プロデューサー スタッフ カメラマン ドライバー"),
    )
    + "$",
    "en": any_of(
        r"\w*" + words("man men woman women person people ist eer minister president leader teacher writer author"),
        words("keeper master maker owner mayor governor captain director chair head chief secretary ambassador artist"),
        words("boy girl child king queen wife husband son daughter father mother brother sister doctor professor"),
        words("officer official manager player singer actor actress founder inventor guide editor judge guest visitor"),
        words("member student premier delegate envoy pilot coach someone who his her your my"),
    )
    + "s?$",
    "zh": any_of(
        "[人员員长長官者手师師士相家生他她你您父母]",
        words("总统 總統 总理 總理 知事 首相 主席 书记 書記 市长 大使 教练 领导 代表 女儿 儿子 孩子 妻子 丈夫"),
    )
    + "$",
    "ko": any_of(
        words("사람 분 총리 대통령 장관 시장 지사 대사 의원 위원장 의장 회장 사장 소장 국장 과장 부장 교수 박사"),
        words("기자 감독 선수 작가 가수 배우 선생님? 아이 여자 남자 학생 아버지 어머니 대표 총서기 주석 담당자"),
        words("관계자 저자 필자 기사 선장 함장 비서 단장 팀장 직원 주인 친구 제 네 누구"),
    )
    + "$",
}


def asked_by_name(text: str, lang: Lang) -> tuple[Kind, ...]:
    """Return the nouns of the things whose names a question asks for, in order; a person's name is none of a thing."""
    found = {
        Kind(*match.span("kind"))
        for pattern in _ASKED[lang]
        for match in re.finditer(pattern, text, re.IGNORECASE)
        if not re.search(_PERSON[lang], match["kind"], re.IGNORECASE)
    }
    return tuple(sorted(found))


def names_a_thing(text: str, lang: Lang, start: int, end: int) -> bool:
    """Say whether words that may ask for a person ask for the name of a thing, whose noun stands right beside them."""
    if not _NAME.search(text[start:end]):
        return False
    return any(kind.end <= start <= kind.end + _BESIDE for kind in asked_by_name(text, lang))
