"""Say whether what a sentence tells of a moment is past, still to come, or announced.

Invariant: only closed classes are listed (verb endings, nouns of intention, auxiliaries), never words of a subject. The
predicate that decides is the first finite one after the place in Japanese and Korean, the nearest marker elsewhere.
"""

from __future__ import annotations

import re
from typing import Literal

from corpus.structure.languages import language_of

Tense = Literal["", "past", "later", "planned", "then"]

_REACH = 160  # characters from a date to the predicate that it belongs to
_BESIDE = re.compile(r"[^、,]{0,12}")  # from the word of a plan to that of its telling
_END = re.compile(r"[。！？!?]|\n[^\S\n]*\n|(?<=[a-z0-9)\]가-힣])\.(?=\s|$)")
PLAN = r"(?:予定|見通し|見込み|計画|方針|意向|構え|つもり|運び)"
_WAS_PLANNED = re.compile(rf"[^。、\n]{{0,60}}?(?:{PLAN}|はず)(?:だった|でした|であった)")
_TOLD = r"を(?:示|発表|表明|明らか|固め|打ち出|まとめ|立て|掲げ|決め|伝え)"
_JA = re.compile(
    rf"""(?P<planned> {PLAN}(?= だ(?!っ) | で(?!あった|した) | です | と(?:してい|い[うっ]|発表|述)
                       | {_TOLD}[^。、]{{0,8}}[。」]
                       | が(?:ある|示|発表) | も(?:ある|示) )
          | (?<!の){PLAN}(?= 。 | $ )
          | \Aの(?:予定|見込み)(?= [。」] | $ )
          | [うくぐすつぬぶむる](?=こと[をもがで]?(?:決[めま]|決定|計画|合意|一致|折り合))
          | \A(?:と|に)(?:する|します|なる|なります)(?=[。」]) | \Aと(?:する(?!と|も)|すれば|したい)
          | \Aを(?:予定|計画|想定|目標と)(?:し(?!た|てい?た|てまいりました)|する)
          | を(?:予定|計画)して(?:い(?:る|ます)|おり)
          | (?:見込|予定|計画|予想)(?:まれ|され)(?:ている|る)(?=[。、とが]) )
      | (?P<headline> \A(?:に|から)?[一-鿿ァ-ヺー]{{1,8}}へ(?=[　\n]|\Z) )  # 9月操業へ
      | (?P<open> (?<!とい)(?<!い)[うくぐすつぬぶむる](?=[一-鿿ァ-ヺ]|ことに(?:なっ|し))(?!{PLAN}|後) )
      | (?P<held> \A(?:に|には|にも)、?[^。、\nただ]{{1,20}}[がはも]あ(?:る|ります)(?=[。」]) )  # 5月には市がある
      | (?P<past> (?:た|んだ|だった|でした)(?=[。、」』）)一-鿿ァ-ヺ「\n] | と | が | のは | こと | ため | $) )
      | (?P<later> (?<!とい)(?<!と)(?<![てであい])(?<!とされ)(?<!みられ)(?<!えられ)(?<!われ)す?[うくぐすつぬぶむる]
            (?= と(?!き|も|共|同|て|ころ|おり|異|違|い(?!う)) | [。」] | $ ) )""",
    re.VERBOSE,
)
# 市は26日、…する方針を明らかにした: the day is that of the telling, not of what is planned.
_TELLS = re.compile(r"(?:は|が)、?\Z")
_TOLD_OF = re.compile(rf"、[^。\n]*{PLAN}{_TOLD}[^。、]{{0,4}}た[。」]")
# Korean syllables that end in ㅆ and so make a past (했, 냈, 밝혔); 있 is "there is", 겠 what is meant.
PAST_KO = "".join(chr(code) for code in range(0xAC00, 0xD7A4) if (code - 0xAC00) % 28 == 20 and chr(code) not in "있겠")
OPEN_KO = "".join(chr(code) for code in range(0xAC00, 0xD7A4) if (code - 0xAC00) % 28 == 4)  # 한, 된: ends in ㄴ
_KO = re.compile(
    r"(?P<planned>(?:예정|계획|방침|전망)(?:이|입|인|으로|을 (?:세|밝|발표))|[할될릴올날] 것|겠다고|기로 (?:했|결정))"
    rf"|(?P<past>[{PAST_KO}][다고습지으던는기])"
)
_POLITE = re.compile(r"(?:(?<![てで]い)(?<![てで]おり)ます|予定(?:だ|です|である))[。」]?\s*\Z")
# Pasts of English verbs that are no other form of a verb, for \b(?:…)\b.
IRREGULAR = (
    "said|told|met|began|came|went|took|made|held|gave|left|won|became|wrote|found|grew|fell|rose|kept|led|lost|sent|sold"
    "|bought|brought|built|chose|drew|drove|felt|flew|got|heard|knew|paid|ran|saw|sat|spent|spoke|stood|taught|thought"
)
_EN = re.compile(
    r"(?P<planned>\b(?:(?<![Tt]he )(?<!\ba )will|shall|(?:is|are) to|(?:plan|intend|aim)s? to|ha(?:s|ve) until"
    r"|(?:set|due|scheduled|expected|planned|slated) (?:to|for|in|on))\b)"
    r"|(?P<then>\bwould\b)"  # to come when it was said: they told us that it would open in May
    rf"|(?P<past>\b(?:was|were|had|did|(?<!\bbe )(?<!\bbeen )(?:{IRREGULAR}|\w{{3,}}(?<!ne)ed))\b)"
)
_ZH = re.compile(
    r"(?P<planned>即[将將]|将(?=[于在会要是举被从由成继对进出\d年月日]|$)|將(?=[於在會要是舉被從由成繼對進出\d年月日]|$)"
    r"|[拟擬](?=[于於在])|[计計][划劃](?=[^，。、；：“”‘’「」《》）)\s的是之和与與及已被书書])|[预預][计計定])|(?P<past>[了曾]|已)"
)


# 本月底前会公布: 会 before a verb, and no meeting (会议) or accountant
_WILL_ZH = re.compile(r"之?前?[，]?[^，。；]{0,12}?(?:[会會](?=[一-鿿]{2})(?![议議计計员員长長场場见見])|[将將要])")


def tense_at(text: str, start: int, end: int) -> Tense:
    """Return how the sentence around ``text[start:end]`` speaks of that moment; empty where it does not show.

    ``planned``: it says so in words of intention or expectation (予定, will); ``later``: a present form that follows
    the date, which in Japanese is also the future; ``then``: to come when it was said (would).
    """
    before, after = _sentence(text, start, end)
    language = language_of(before + after) if before + after else "en"
    if language == "ja" and _TELLS.search(before) and _TOLD_OF.match(after):
        return "past"
    if language in ("ja", "ko"):
        return _first(_JA if language == "ja" else _KO, after)
    pattern = _EN if language == "en" else _ZH
    clause = re.split(r"[，；;。]", before)[-1] if language == "zh" else before
    markers = list(pattern.finditer(clause))
    if markers:
        return _named(markers[-1])
    return _first(pattern, re.split(r"[，；;。]", after)[0] if language == "zh" else after)


def is_ahead(text: str, start: int, end: int) -> bool:
    """Say whether the sentence around a place tells of what is still to come, in words of a plan or no past form."""
    tense = tense_at(text, start, end)
    if tense:
        return tense in ("planned", "later")
    before, after = _sentence(text, start, end)
    language = language_of(before + after) if before + after else "en"
    if language == "ko":
        return bool(re.search(rf"[{OPEN_KO}]다[.\"”’]*\Z", after.rstrip())) and "겠" not in before
    return language == "zh" and bool(_WILL_ZH.match(after))


def was_planned(text: str, end: int) -> bool:
    """Say whether the clause behind a date that ends at ``end`` tells what was once to be then (…する予定だった)."""
    return _WAS_PLANNED.match(text, end) is not None


def announces(sentence: str) -> bool:
    """Say whether a sentence tells in words of intention or expectation of what is still to come (予定, will, 将)."""
    return "planned" in _markers(sentence)


def ends_announcing(sentence: str) -> bool:
    """Say whether the last that a sentence tells is still to come, and not what has happened since it was planned."""
    return _markers(sentence)[-1:] == ["planned"]


def _markers(sentence: str) -> list[str | None]:
    """Return the names of what tells the tense of a sentence, in order.

    The past of the word that tells of a plan (計画を明らかにした, 겠다고 밝혔다) is none.
    """
    language = language_of(sentence)
    pattern = {"ja": _JA, "ko": _KO, "zh": _ZH}.get(language, _EN)
    names: list[str | None] = []
    for clause in re.split(r"[，；]", sentence) if language == "zh" else [sentence]:
        told = list(pattern.finditer(clause))
        if language == "zh" and told and told[0].lastgroup == "past":  # 搁置了出售计划: what has been done with a plan
            told = told[:1]
        for before, match in zip([None, *told], told, strict=False):
            told_of = match.lastgroup == "past" and before is not None and before.lastgroup == "planned"
            if not told_of or before is None or not _BESIDE.fullmatch(clause, before.end(), match.start()):
                names.append(match.lastgroup)
    return names


def _sentence(text: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands before and after a place in its sentence, within reach."""
    left, right = max(start - _REACH, 0), end + _REACH
    cuts = [match.end() for match in _END.finditer(text, left, start)]
    stop = _END.search(text, end, right)
    return text[cuts[-1] if cuts else left : start], text[end : stop.end() if stop else right]


def _first(pattern: re.Pattern[str], text: str) -> Tense:
    apart = text.startswith("、")  # 翌日、…する案を示した: not the predicate of the nearest noun
    match = next((one for one in pattern.finditer(text) if not (apart and one.lastgroup == "open")), None)
    if match is None:
        return ""
    return "later" if match.lastgroup == "open" and _POLITE.search(text) else _named(match)


def _named(match: re.Match[str]) -> Tense:
    if match.lastgroup == "open":
        return ""  # 7月に切り替わる新しい券: it may be said of what is past as well, unless the sentence ends in …ます
    return _TENSES[match.lastgroup or "planned"]


_TENSES: dict[str, Tense] = {
    "past": "past",
    "later": "later",
    "planned": "planned",
    "then": "then",
    "headline": "later",
    "held": "later",
}
