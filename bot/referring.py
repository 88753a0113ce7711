"""What a follow-up points at by a pronoun, where an earlier question of the conversation asked for it.

Who was it? – 李強. – And when did he leave? "he" is the answer to an earlier question, which stands in no question. A
pronoun is taken for such an answer only where that question asked for the like (a person, a place, a thing, a time);
otherwise it points at something that the earlier question itself names, whose words a follow-up inherits anyway.

Invariant: closed classes of four languages; nothing here knows a document.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bot.cues import AskKind, Lang
from bot.question import parse_question
from corpus.structure.patterns import any_of

Points = Literal["person", "place", "thing", "time", "noun"]

_NO_NOUN = (  # what その stands before without meaning a thing: 其の後, その理由
    "後|あと|前|まえ|他|ほか|間|際|時|とき|頃|ころ|うち|内|中|なか|上|下|理由|原因|ため|結果|分|逆|まま|辺|割|点|件|話|場|次|"
    "翌|先|旨|方法|方針|反対|直[前後]|同|一|二|三|両|数|額|差|合計|通り|とおり|もの|こと|よう|程度|根拠|出典|内訳|目的|背景|"
    "意味|詳細|影響|発言|日程|時点|期間|時期|代わり|かわり|私|ため"
)
_NO_ENGLISH_NOUN = "year|month|day|time|case|way|point|all|is|was|one|it|the|he|she|they|there|mean|means"
_FORMS: dict[Lang, dict[Points, str]] = {
    "ja": {
        "person": any_of(
            r"(?<!ど)[そこあ]の(?:人物?|方|かた|子|女性|男性|ひと)(?![々口気数員一-鿿ァ-ヶ])",
            r"彼女?(?!ら|た|自身|我)|そいつ|当人",
        ),
        "time": r"その(?:年|日|月)(?=[にはもの、]|って)",
        "place": r"(?<![ぁ-ん])(?:そこ|あそこ)(?![でにはも]?、|まで|から|そこ)|その場所",
        "thing": r"(?<![ぁ-ん一-鿿])(?:それ|あれ)(?=[はがをものに、とっ何]|いつ|どこ|誰|いくら|どう)"
        r"(?!に(?:つ|対|比)|とも|は(?:なぜ|どうして))",
        "noun": rf"その(?!{_NO_NOUN})(?P<noun>[一-鿿ァ-ヶー]{{1,8}})",
    },
    "en": {
        "time": r"\b(?:in )?(?:that|the same) (?:year|month|day)\b",
        "noun": rf"\b(?:that|this|the same) (?P<noun>(?!(?:{_NO_ENGLISH_NOUN})\b)[a-z]+)\b",
        "person": r"\b(?:he|she|him|his|her)\b",
        "place": r"(?<!is )(?<!are )(?<!was )(?<!were )\bthere\b(?! (?:is|are|was|were|be|an?|any)\b)",
        "thing": r"\bits?\b(?! (?:true|right|correct|possible|clear|said|reported|seems?|that)\b)",
    },
    "zh": {
        "person": r"(?<![其])[他她](?![们人国])|[那这](?:个人|位)",
        "time": r"那一?(?:年|天|个月)",
        "place": r"那里|那儿|那边",
        "thing": r"(?<!其)它(?!们)",
        "noun": r"[那这](?:个|座|家|艘|项|场|部|本|条|所)(?P<noun>[一-鿿]{1,3}?)(?=[是在有的何什哪多几被]|$)",
    },
    "ko": {
        "person": r"[그이] ?사람|그분|그녀|걔|(?<![가-힣])그(?=[는가의])",
        "time": r"그 ?해|그날|그 ?달",
        "place": r"거기|그곳",
        "thing": r"(?<![가-힣])(?:그거|그것|그게|그건|그걸)",
        "noun": r"(?<![가-힣])그 (?P<noun>[가-힣]{1,4}?)(?=(?:은|는|이|가|을|를|의|에|에서)?(?:\s|$))",
    },
}
_POINTERS = {
    lang: {kind: re.compile(form, re.IGNORECASE) for kind, form in forms.items()} for lang, forms in _FORMS.items()
}
_ASKED_BY: dict[Points, frozenset[AskKind]] = {
    "person": frozenset(("who",)),
    "place": frozenset(("where", "what")),
    "thing": frozenset(("what",)),
    "time": frozenset(("when",)),
    "noun": frozenset(("who", "where", "what")),
}
# 2号って最初はいつ, 나기사 패스는 얼마: names and nouns, no clause.
_TOPICS: dict[Lang, re.Pattern[str]] = {
    "ja": re.compile(
        r"(?:では|じゃあ?|で|あの|えっと|ところで)?[、，]?\s*(?P<topic>[一-鿿ァ-ヶー々A-Za-z0-9０-９・の「」]{2,}?)(?:さん|氏)?(?:って|とは|は)(?![一-鿿ァ-ヶ]*[?？]?$)"
    ),
    "ko": re.compile(r"(?:그럼 |그런데 )?(?P<topic>(?:[^\s?]+ ){0,2}[^\s?]*?[가-힣)])(?:은|는)\s"),
}
_TURNS_BACK = 3
_LONGEST_NAME = 30  # characters; what is longer tells something instead of naming it
_OURS = re.compile(r"〔[^〕]*〕|\s?[（(][^（）()]*\d[^（）()]*[）)]$")  # and the figure behind a row's name
_TELLS = re.compile(
    r"[。！？!?\n]|[^0-9０-９][,，、;；]|\s／\s|(?:である|だった|された|している|していた|したい?|です|ます|ました)$"
)
_SUFFIXED = {"그게": "이", "그건": "은", "그걸": "을"}


@dataclass(frozen=True, slots=True)
class Pointer:
    """Words of a follow-up that point back, ``[start, end)``, what they point at, and the noun they name it by."""

    points: Points
    start: int
    end: int
    noun: str = ""


def pointer(text: str, lang: Lang) -> Pointer | None:
    """Return the first words of a question that point at something named before; None where none do."""
    found = [
        Pointer(kind, match.start(), match.end(), match.groupdict().get("noun") or "")
        for kind, form in _POINTERS[lang].items()
        if (match := form.search(text))
    ]
    return min(found, key=lambda one: (one.start, -one.end), default=None)


def asked_for(points: Pointer, turns: Sequence[str], default_lang: Lang) -> int | None:
    """Return which of the earlier turns, by its place, asked for what is pointed at; the latest that did, or None."""
    for at in range(len(turns) - 1, max(-1, len(turns) - 1 - _TURNS_BACK), -1):
        asked = parse_question(turns[at], tuple(turns[:at]), default_lang)
        kinds = asked.kinds()
        if not kinds & _ASKED_BY[points.points] or len(kinds) > 1:
            continue
        if points.noun and kinds != {"who"} and points.noun not in turns[at]:
            continue
        return at
    return None


def topic(turn: str, lang: Lang) -> str:
    """Return what a question says that it is about (…は, …은); empty where it does not say so in its first words."""
    match = _TOPICS[lang].match(turn) if lang in _TOPICS else None
    return match["topic"] if match and len(match["topic"]) <= _LONGEST_NAME else ""


def name_of(short: str) -> str:
    """Return the name that a short answer gives; empty where it tells something or gives several."""
    name = _OURS.sub("", short).strip()
    return "" if len(name) > _LONGEST_NAME or _TELLS.search(name) else name


def spelt_out(text: str, points: Pointer, name: str, lang: Lang) -> str:
    """Return a question with the name in the place of the words that point at it."""
    said = text[points.start : points.end]
    if lang == "en":
        owner = said.lower() in ("his", "its") or (said.lower() == "her" and re.match(r" [a-z]", text[points.end :]))
        name += "'s" if owner else ""
        name = f"in {name}" if said.lower().startswith("in ") else name
    return text[: points.start] + name + _SUFFIXED.get(said, "") + text[points.end :]
