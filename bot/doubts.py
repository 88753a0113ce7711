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
_DIFFERS_JA = r"(?:食い違|くい違|くいちが|違[わいうっ]|ちが[わいうっ]|合っ?て(?:い)?な|合わな|合いません|矛盾|一致|異な|ずれ|ズレ|まちまち|ばらばら|バラバラ|割れ|分かれ|揺れ)"
_TOLD_JA = (
    r"(?:資料|文書|書類|記事|文献|情報|報道|媒体|出典|ソース|データ|数字|数値|日付|値|説|話|説明|発表|証言|主張|"
    r"(?:書|言|い|云)(?:い|っ|う)?て?(?:い|る|ある)*(?:こと|もの|人|の)|人)"
)
_AT_CLAUSE_EN = r"(?:^|(?<=[.?!;:,]))\s*(?:(?:and|but|so) )?"
_OF_SOURCES: dict[Lang, str] = {
    # not of named ones (両社の記事): whether those differ is then itself what is asked
    "ja": rf"(?<!の){_TOLD_JA}(?:どうし|同士|ごと|毎|の間|間|によって|により|で|に|が|は|も|って|の|と|を|から|(?=違|ちが|食))+"
    rf"{_CLAUSE_JA}{{0,10}}?{_DIFFERS_JA}{_CLAUSE_JA}*",
    # what is said to be the same or not is what is asked for, and stays (the same tonnage)
    "en": rf"{_AT_CLAUSE_EN}(?:do|does|are|is) (?:the |all |all the )?(?:documents?|sources?|reports?|papers?|articles?|accounts?|everyone|they|people)\b"
    rf"{_CLAUSE_EN}*?\b(?:same(?: (?:thing|story)s?)?(?! as)|(?:agree|differ\w*|consistent|match|contradict|conflict|tally|line up){_CLAUSE_EN}*)|"
    rf"{_AT_CLAUSE_EN}(?:i|we)(?:['’]ve| have|['’]m)? (?:keep |kept |am )?(?:see(?:n|ing)?|saw|read(?:ing)?|hear(?:d|ing)?|found|find(?:ing)?|gett?(?:ing)?|got)"
    r" (?:\w+ )?(?:two|both|different|conflicting|differing|various)(?: (?!for|of|about|on|in|how|why|what|who|when|where)[\w-]+){0,4}(?=[.?!;:,]|$)|"
    rf"{_AT_CLAUSE_EN}(?:the |my )?(?:documents?|sources|reports|accounts|papers|articles|people)(?: \w+){{0,3}}? "
    rf"(?:disagree|differ|contradict|conflict|different|agree|vary)\b{_CLAUSE_EN}*",
    "zh": rf"(?:资料|資料|文件|文章|报道|報道|材料|说法|說法|记录|记载|数据|数字|各方|各家|大家|两份|几份){_CLAUSE_ZH}{{0,10}}?"
    rf"(?:不一|不同|矛盾|一致|对不上|有出入|冲突|相同|一样){_CLAUSE_ZH}*",
    "ko": rf"(?:자료|문서|기사|보도|출처|글|사람|말|얘기|이야기|숫자|수치|내용){_CLAUSE_KO}{{0,12}}?"
    rf"(?:다르|다른|달라|다릅|엇갈|안 ?맞|맞지 ?않|모순|일치|제각각){_CLAUSE_KO}*",
}
_PATTERNS = {lang: re.compile(pattern, re.IGNORECASE) for lang, pattern in _OF_SOURCES.items()}
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
    found = _PATTERNS[lang].search(text)
    if found is None:
        return text, False
    left = text
    while (found := _PATTERNS[lang].search(left)) and not _ASKS.search(found.group()):
        left = left[: found.start()] + left[found.end() :]
    left = _LOOSE.sub("", left)
    whole = len(left) < _FEWEST or (_names_kind(text, lang) and not _names_kind(left, lang))
    return (text, True) if whole else (left, True)


def _names_kind(text: str, lang: Lang) -> bool:
    """Say whether a text names a kind of thing to ask for: a date, a number, a person, a place."""
    cued = any(cue.search(text) for kind, cue in CUES[lang] if kind in _KINDS)
    return cued or names_quantity(text, lang)
