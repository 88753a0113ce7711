"""A question that asks what each of several documents says: which words say so, and what is left to ask of each.

Invariant: only closed classes are listed here — words for documents, for each and both of them, and for telling — and
a question is never left without words of its own.
"""

from __future__ import annotations

import re

from bot.cues import Lang

_DOC_JA = r"(?:資料|文書|書類|記事|文献|報道|媒体|文章|論考|論文|レポート|ソース|情報源)"
_DOC_EN = r"(?:documents?|sources?|reports?|papers?|articles?|accounts?|texts?|pieces?)"
_DOC_ZH = r"(?:资料|資料|材料|文件|文章|报道|報道|文本|文献|记载)"
_DOC_KO = r"(?:문서|자료|기사|글|문헌|보도)"
_SAYS_JA = (
    r"(?:どう|何て|なんて|何と|どのように|どんなふうに)"
    r"(?:書[いか](?:れ)?て|言って|述べて|なって|説明して|伝えて|記して|記されて|扱って|呼んで)(?:(?:あ|い)?(?:る|ます)|ある|あります)"
    r"(?:の(?:か|でしょうか)?|んですか|んだろう|でしょうか|か)?"
)
_DIFFERS_ZH = r"(?:一样|相同|一致|不同|不一样|一樣)"
_EACH: dict[Lang, str] = {
    "ja": rf"(?:それぞれの|各|(?:二|2|２|三|3|３|複数)(?:つ|点|方|種類)?の?|両方?の?|双方の?){_DOC_JA}(?:ともに?|それぞれ)?"
    rf"(?:(?:の中)?(?:では|によると|によれば)(?:それぞれ)?、?(?:{_SAYS_JA})?|(?:は|に|に?は|で|が|って|とも)?、?(?:それぞれ)?{_SAYS_JA})|"
    rf"{_DOC_JA}(?:ごと|毎|別|それぞれ)(?:に|で|の)?(?:、)?(?:{_SAYS_JA}|(?:教えて|答えて|示して|挙げて|並べて|まとめて)(?:ください|下さい|ほしい|くれ(?:る|ます)?)?)?|"
    rf"(?<![はがで])それぞれ(?:の{_DOC_JA}(?:で|に)(?:は)?)?、?{_SAYS_JA}|"
    rf"(?:両方?の?|双方の?|(?:二|2|２)つの){_DOC_JA}を(?:並べ|見比べ|比べ)て(?:教えて|見せて)?(?:ください|ほしい)?",
    "en": rf"\b(?:what|how) (?:do|does|did) (?:the two|both(?: of the)?|each(?: of the(?: two)?)?) {_DOC_EN}(?: each)? "
    r"(?:say|put|describe|report|state|give|treat|call|tell us|name|phrase)(?: (?:about|on|for|of))?\b|"
    rf",? ?\b(?:in|according to|by) (?:both(?: of the)?|each(?: of the(?: two)?)?|the two) {_DOC_EN}\b|"
    rf",? ?\b(?:document by document|source by source|for each (?:document|source|article|report|text))\b|"
    rf"\bdo (?:both|the two)(?: of the)? {_DOC_EN} (?:say|give|describe|call|use|report|name)(?: (?:it )?the same)?\b",
    "zh": rf"(?:这)?(?:两|二|几|各|每|三)(?:份|篇|个|家|本|则)?{_DOC_ZH}(?:里|中|上)?(?:都|各自|分别)*"
    rf"(?:是)?(?:(?:怎么|如何|怎样)(?:说|写|描述|记载|讲|称呼|表述)(?:的)?|(?=对|关于|的|里|，)|(?<=[里中上自别都]))|"
    rf"{_DIFFERS_ZH}[吗嗎]?(?=[?？。]?$)",
    "ko": rf"(?:두|양|각|세|여러) ?{_DOC_KO}(?:에서는?|에는?|마다|모두|는|은|의)?(?: ?각각)?(?: ?(?:어떻게|뭐라고|어떤 식으로) ?(?:다르게 ?)?[가-힣]+)|"
    rf"(?:두|양|각) ?{_DOC_KO}(?:에서는?|에는?|마다|모두)|{_DOC_KO}(?:마다|별로)(?: ?(?:알려|말해|보여) ?(?:줘|주세요))?",
}
_PATTERNS = {lang: re.compile(pattern, re.IGNORECASE) for lang, pattern in _EACH.items()}
_OF_DOCUMENTS = {
    "ja": re.compile(_DOC_JA),
    "en": re.compile(_DOC_EN, re.I),
    "zh": re.compile(_DOC_ZH),
    "ko": re.compile(_DOC_KO),
}
# Words for how something is put: each document shows them by what it says.
_WORDING = {
    "ja": re.compile(
        r"の?(?:呼び方|呼称|書き方|書きぶり|言い方|表記|言い回し|表現|記述)(?:[（(][^）)]*[）)])?(?=[はがを、]|って|[?？。]|$)"
    ),
    "en": re.compile(r"\b(?:the )?(?:wording|phrasing|spelling) (?:of|for|about)\b", re.I),
    "zh": re.compile(r"的?(?:称呼|叫法|写法|说法|措辞|表述)(?:[（(][^）)]*[）)])?(?=[，,?？。]|是|$)"),
    "ko": re.compile(r"(?:호칭|표기|표현|서술)(?:이|가|은|는|을|를)?(?=[ ?,]|$)"),
}
_LOOSE = re.compile(r"^[\s、。，,.;:?？!！…]+|[\s、，,;:…]+(?=[。.?？!！]|$)")
_FEWEST = 4  # characters of a question


def per_document(text: str, lang: Lang) -> tuple[str, bool]:
    """Return a question without the words that ask it of each document, and whether it has such words."""
    found = [m for m in _PATTERNS[lang].finditer(text) if m.group()]
    if not any(_OF_DOCUMENTS[lang].search(m.group()) or lang == "ja" for m in found):
        return text, False
    left = text
    for match in reversed(found):
        left = left[: match.start()] + left[match.end() :]
    left = _LOOSE.sub("", _WORDING[lang].sub("", left))
    return (left, True) if len(left) >= _FEWEST else (text, True)
