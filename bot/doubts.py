"""What a question says of its sources: that they differ, which only tells how to answer and is in no document.

Invariant: only closed classes are listed here — words for documents and for those who tell, and words for differing —
and a question is never left without words of its own.
"""

from __future__ import annotations

import re

from bot.cues import CUES, Lang
from bot.quantities import names_quantity

# What a question says of its sources: that they differ, or whether they do.
_CLAUSE_JA = r"[^、。，,?？!！…\n]"
_CLAUSE_EN = r"[^.?!;:\n]"
_CLAUSE_ZH = r"[^，。,?？!！；…\n]"
_CLAUSE_KO = r"[^.?!,…\n]"
_DIFFERS_JA = (
    r"(?:食い違|くい違|くいちが|違[わいうっ]|ちが[わいうっ]|合っ?て(?:い)?な|合わな|合いません|矛盾|一致|異な|ずれ|ズレ|"
    r"まちまち|ばらばら|バラバラ|割れ|分かれ|揺れ|揃[っいわ]|そろ[っいわ]|(?:全部|みんな|ぜんぶ)同じ)"
)
_TOLD_JA = (
    r"(?:資料|文書|書類|記事|文献|情報|報道|媒体|出典|ソース|データ|数字|数値|日付|値|説|話|説明|言い分|発表|証言|主張|"
    r"(?:書|言|い|云)(?:い|っ|う)?て?(?:い|る|ある)*(?:こと|もの|人|の)|人)"
)
_AT_CLAUSE_EN = r"(?:^|(?<=[.?!;:,]))\s*(?:(?:and|but|so) )?"
_OF_SOURCES: dict[Lang, str] = {
    # not of named ones (両社の記事): whether those differ is then itself what is asked
    "ja": rf"(?<!の){_TOLD_JA}(?:どうし|同士|ごと|毎|の間|間|によって|により|で|に|が|は|も|って|の|と|を|から|(?={_DIFFERS_JA}))+"
    rf"{_CLAUSE_JA}{{0,10}}?{_DIFFERS_JA}{_CLAUSE_JA}*",
    # what is said to be the same or not is what is asked for, and stays (the same tonnage)
    "en": rf"{_AT_CLAUSE_EN}(?:do|does|are|is) (?:the |all |all the )?(?:documents?|sources?|reports?|papers?|articles?|accounts?|everyone|they|people)\b"
    rf"{_CLAUSE_EN}*?\b(?:same(?: (?:thing|story)s?)?(?! as)|(?:agree|differ\w*|consistent|match|contradict|conflict|tally|line up){_CLAUSE_EN}*)|"
    rf"{_AT_CLAUSE_EN}(?:i|we)(?:['’]ve| have|['’]m)? (?:keep |kept |am )?(?:see(?:n|ing)?|saw|read(?:ing)?|hear(?:d|ing)?|found|find(?:ing)?|gett?(?:ing)?|got)"
    r" (?:\w+ )?(?:two|both|different|conflicting|differing|various)(?: (?!for|of|about|on|in|how|why|what|who|when|where)[\w-]+){0,4}(?=[.?!;:,]|$)|"
    rf"{_AT_CLAUSE_EN}(?:the |my )?(?:two |both )?(?:documents?|sources|reports|accounts|papers|articles|texts|people)(?: \w+){{0,3}}? "
    rf"(?:disagree|differ|contradict|conflict|different|agree|vary|do(?:n['’]?t| not) (?:\w+ )?(?:match|the same|tally|line up))\b{_CLAUSE_EN}*",
    "zh": rf"(?:[这那]?[两二几各][份篇家个])?(?:资料|資料|文件|文章|报道|報道|材料|说法|說法|记录|记载|数据|数字|各方|各家|大家|两份|几份)"
    rf"{_CLAUSE_ZH}{{0,10}}?(?:不一|不同|矛盾|一致|对不上|对得上|有出入|冲突|相同|一样){_CLAUSE_ZH}*|"
    rf"有的?人?(?:说|說)(?:是)?{_CLAUSE_ZH}{{1,12}}?[，,]?(?:也?有的?人?|又)(?:说|說){_CLAUSE_ZH}*",
    "ko": rf"(?:자료|문서|기사|보도|출처|글|사람|말|얘기|이야기|숫자|수치|내용){_CLAUSE_KO}{{0,12}}?"
    rf"(?:다르|다른|달라|다릅|엇갈|안 ?맞|맞지 ?않|모순|일치|제각각|같(?:아|나|은(?:가|지| 말| 얘기| 이야기)|습니)){_CLAUSE_KO}*",
}
# Two that tell, in a clause of its own behind the question (新聞と市で違わない？, do the mayor and the paper agree?).
_OF_TWO: dict[Lang, str] = {
    "ja": rf"(?<=[、。，,?？!！…\s]){_CLAUSE_JA}{{1,12}}?と{_CLAUSE_JA}{{1,12}}?で(?:は|も|の)?{_CLAUSE_JA}{{0,8}}?{_DIFFERS_JA}{_CLAUSE_JA}*",
    "en": rf"(?<=[.?!;:,])\s*(?:and )?do (?:the )?(?:\w+ ){{1,3}}and (?:the )?(?:\w+ ){{1,3}}(?:agree|say the same|match)\b{_CLAUSE_EN}*",
    "zh": rf"(?<=[，。,?？!！；…]){_CLAUSE_ZH}{{1,10}}[和跟与]{_CLAUSE_ZH}{{1,10}}?(?:说|說|讲|写)(?:的|得)?(?:是)?(?:不一|不同|一样|一致){_CLAUSE_ZH}*",
    "ko": rf"(?<=[.?!,…]) ?{_CLAUSE_KO}{{1,12}}?(?:랑|하고|와|과) {_CLAUSE_KO}{{1,12}}?(?:말|얘기|이야기|설명|주장){_CLAUSE_KO}{{0,4}}?(?:다르|달라|다릅|같|일치){_CLAUSE_KO}*",
}
# That they agree or not on what stands behind it, which is then what is asked.
_ON = re.compile(
    r"^\s*(?:(?:do|does|did|are|is) (?:the |all |all the |these |both |both the )?"
    r"(?:documents?|sources?|reports?|papers?|articles?|accounts?|texts?) (?:all )?(?:agree|disagree|differ|consistent|conflict)|"
    r"(?:is|are) there (?:any |a )?(?:disagreement|discrepanc(?:y|ies)|differences?|conflicts?|contradictions?)"
    r"(?: (?:between|among|in) (?:the )?(?:\w+ )?(?:documents|sources|reports|papers|articles|accounts|texts))?)"
    r" (?:on|about|over|as to|regarding|concerning|in)(?: the question of)? ",
    re.IGNORECASE,
)
# Which of what is told is right: there are at least two, and what is right is what is asked for anyway.
_RIGHT_JA = r"(?:正し|本当|本物|ほんと|ホント|合って|正解|正確)"
_WHICH_RIGHT: dict[Lang, str] = {
    "ja": rf"[、,]?(?:結局|で|いったい|一体)?ど(?:れ|ちら|っち)(?:の{_CLAUSE_JA}{{1,4}})?が{_RIGHT_JA}{_CLAUSE_JA}*|"
    rf"[、,]?どの(?:数字|数値|日付|値|話|説|情報|記述)が{_RIGHT_JA}{_CLAUSE_JA}*|"
    rf"(?<=[?？。、])(?:結局|で)?、?ど(?:ちら|っち)(?:なの|なん|です|だ)?(?:か|の|でしょう)*(?=[?？。]|$)|"
    rf"(?<=[^どれちらっ])が(?:正しい|本当|正解)(?:なの|なん|の|ん)?(?:です|でしょう)?か?(?=[?？。、]|$)",
    "en": r",? ?(?:and |so |but )?\bwhich (?:(?:one|of (?:them|these|the two)|figure|number|date|version|account) )?"
    r"(?:is|are|was|were) (?:the )?(?:right|correct|true|accurate|real)(?: one)?\b|,? ?(?:and |so |but )?\bwho(?:['’]s| is) right\b",
    "zh": r"[，,]?(?:到底|究竟)?(?:哪个|哪個|哪一个|哪种|哪種|谁|誰)(?:说法|數字|数字|日期|说的)?(?:才)?(?:是)?(?:对|對|准|正确|正確|真)(?:的|呢)*|"
    r"[，,]?(?:到底|究竟)?以(?:哪个|哪一个|谁)为准",
    "ko": rf",? ?(?:어느|어떤|뭐|무엇|누구)(?: ?(?:쪽|게|것|말|숫자|날짜))?(?:이|가|의)?(?: 말이)? ?(?:맞|옳|정확|진짜){_CLAUSE_KO}*",
}
# Two writings or those who speak for them, wherever they stand (新聞と報告書で人数が違わない？).
_WRITES_JA = (
    r"(?:記事|新聞|日報|通信|報道|報告書?|レポート|論文|論考|評論|会報|広報|白書|統計|年鑑|発表|公表|答弁|声明|会見|説明|話|"
    r"資料|文書|議事録|会議録|プレス|リリース|側|当局|の(?:本|ほう|方))"
)
_TWO_WRITE = re.compile(
    rf"{_CLAUSE_JA}{{0,12}}?{_WRITES_JA}と{_CLAUSE_JA}{{1,14}}?(?:で|では|とでは?)(?={_CLAUSE_JA}{{0,14}}?{_DIFFERS_JA})|"
    rf"{_CLAUSE_JA}{{1,12}}?と{_CLAUSE_JA}{{0,12}}?{_WRITES_JA}(?:で|では|とでは?)(?={_CLAUSE_JA}{{0,14}}?{_DIFFERS_JA})"
)
_PATTERNS = {lang: re.compile(pattern, re.IGNORECASE) for lang, pattern in _OF_SOURCES.items()}
_PAIRS = {lang: re.compile(pattern, re.IGNORECASE) for lang, pattern in _OF_TWO.items()}
_WHICH = {lang: re.compile(pattern, re.IGNORECASE) for lang, pattern in _WHICH_RIGHT.items()}
# What asks how they differ, or which of them: then it is no aside.
_ASKS = re.compile(
    r"どこ|[何誰]|なに|いつ|だれ|なぜ|どう(?!し)|ど[のれ]|どちら|どっち|どんな|いくら|いくつ|"
    r"\b(?:what|which|how|why|when|where|who)\b|什么|哪|谁|为何|多少|几|怎|무엇|뭐|어디|언제|누구|누가|왜|어떻게|어느|어떤|몇|얼마",
    re.IGNORECASE,
)
_LOOSE = re.compile(r"^[\s、。，,.;:?？!！…]+|[\s、，,;:…]+(?=[。.?？!！]|$)|(?<=[。.?？!！])[\s。.?？!！]+$")
_KINDS = frozenset(("when", "count", "who", "where"))
_FEWEST = 6  # characters of a question


def matter(text: str, lang: Lang) -> tuple[str, bool]:
    """Return a question without what it says of its sources, and whether it says that they differ.

    Where nothing else would be left, where it is asked how they differ, or where only this says what kind of thing is
    asked for (開港の日付が違う), the question stays whole.
    """
    text, which = _without_which(text, lang)
    if lang == "en" and (behind := _ON.sub("", text)) != text and len(behind) >= _FEWEST:
        return behind, True
    if lang == "ja" and (pair := _TWO_WRITE.search(text)):
        return (text if _ASKS.search(text, pair.end()) else _of_two_writings(text, pair)), True
    alone = _without(_PAIRS[lang], text)
    if alone != text and _asks_itself(alone, lang):
        return alone, True
    found = _PATTERNS[lang].search(text)
    if found is None:
        return text, which
    left = text
    while (found := _PATTERNS[lang].search(left)) and not _ASKS.search(found.group()):
        left = left[: found.start()] + left[found.end() :]
    left = _tidied(left)
    whole = len(left) < _FEWEST or (_names_kind(text, lang) and not _names_kind(left, lang))
    return (text, True) if whole else (left, True)


def _of_two_writings(text: str, pair: re.Match[str]) -> str:
    """Return a question without the clause that asks whether two writings differ, or else without the two alone."""
    end = next((at for at in range(pair.end(), len(text)) if text[at] in "、。，,?？!！…\n"), len(text))
    left = _tidied(text[: pair.start()] + text[end:])
    if len(left) >= _FEWEST and (_names_kind(left, "ja") or not _names_kind(text, "ja")):
        return left
    left = _tidied(text[: pair.start()] + text[pair.end() :])
    return left if len(left) >= _FEWEST else text


def _without_which(text: str, lang: Lang) -> tuple[str, bool]:
    """Return a question without the words that ask which of what is told is right, and whether it has such words."""
    left = _without(_WHICH[lang], text)
    return (left if len(left) >= _FEWEST else text), left != text


def _without(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return _tidied(text[: found.start()] + text[found.end() :]) if found else text


def _tidied(text: str) -> str:
    """Return a text without the pauses and marks that stood around what was taken off."""
    return _LOOSE.sub("", _LOOSE.sub("", text))


def _asks_itself(text: str, lang: Lang) -> bool:
    """Say whether what is left of a question still asks something."""
    return len(text) >= _FEWEST and any(cue.search(text) for _, cue in CUES[lang])


def _names_kind(text: str, lang: Lang) -> bool:
    """Say whether a text names a kind of thing to ask for: a date, a number, a person, a place."""
    cued = any(cue.search(text) for kind, cue in CUES[lang] if kind in _KINDS)
    return cued or names_quantity(text, lang)
