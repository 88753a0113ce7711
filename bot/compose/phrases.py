"""Noun phrases of a sentence with what they may name and the particle after them.

Invariant: a phrase is a slice of the sentence it was read from. Japanese is read with the analyser that indexes it;
languages that write capitals are read by them; anything else gives no phrases and the clause stands for itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from retrieval.tokens import Morpheme, morphemes

PhraseKind = Literal["person", "place", "other"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase, ``[start, end)`` in characters of the sentence, and the particle that follows it (or empty)."""

    start: int
    end: int
    text: str
    kind: PhraseKind
    particle: str
    names: tuple[str, ...] = ()  # the names in it, as printed

    @property
    def proper(self) -> bool:
        """Say whether it has a name in it."""
        return bool(self.names)


# Nouns that end the name of a person's office, and of a place: closed enough to be language, not subject matter.
_OFFICE = re.compile(
    r"(?:大統領|首相|総理|総書記|書記長?|主席|議長|委員長?|部長|大臣|外相|[^首]相|次官|長官|団長|代表|教授|博士|研究員|記者|会長|社長|"
    r"院長|館長|所長|局長|課長|市長|町長|村長|知事|監督|選手|被告|担当官|外交官|大使|将軍|大将|少将|司令官|氏|さん|女史|夫人)$"
)
_COUNTED = re.compile(r"[\d０-９一二三四五六七八九十数両][かカヶケ箇ヵ]?国$")  # 中ロ朝3か国 says how many
_PLACE = re.compile(
    r"(?:国|市|県|省|道|郡|町|村|区|州|駅|空港|港|劇場|会館|会堂|広場|宮殿|宮|ホール|博物館|美術館|図書館|記念館|館|陵園|公園|塔|大使館|"
    r"島|川|湖|湾|大学|病院|工場|(?:会議|競技|運動|飛行|練習)場|橋)$"
)
# A name carried over from another language: its parts are joined with a sign (ベル・トラン).
_CARRIED_OVER = re.compile(r"[ァ-ヴー]{2,}(?:[・＝=][ァ-ヴー]+){1,3}")
_CAPITALS = re.compile(
    r"\b(?:[A-Z][\w'’.-]*)(?:\s+(?:of|the|de|van|bin|and|for)\s+(?=[A-Z])|\s+)?(?:[A-Z][\w'’.-]*\s?)*"
)


@lru_cache(4096)
def found_phrases(sentence: str) -> tuple[Phrase, ...]:
    """Return the noun phrases of a sentence in order, read once; they do not overlap."""
    if re.search(r"[\u3040-\u30ff]", sentence):
        return tuple(_japanese(sentence))
    return tuple(
        Phrase(match.start(), match.start() + len(match.group().rstrip()), match.group().rstrip(), "other", "")
        for match in _CAPITALS.finditer(sentence)
        if match.start() > 0 or " " in match.group().strip()
    )


def _japanese(sentence: str) -> list[Phrase]:
    found: list[Phrase] = []
    run: list[Morpheme] = []
    for morpheme in (*morphemes(sentence), None):
        if morpheme is not None and _nominal(morpheme, bool(run)):
            run.append(morpheme)
            continue
        if run:
            found.append(_phrase(sentence, run, morpheme))
        run = []
    return found


def _nominal(morpheme: Morpheme, inside: bool) -> bool:
    major, minor, _ = morpheme.pos
    if major == "名詞":
        return minor != "助動詞語幹"
    if major in ("接頭辞", "接尾辞"):
        return True
    return inside and morpheme.surface in ("・", "＝", "‐", "－", "-")


def _phrase(sentence: str, run: list[Morpheme], after: Morpheme | None) -> Phrase:
    while run and run[-1].surface in ("・", "＝", "‐", "－", "-"):
        run.pop()
    start, end = run[0].start, run[-1].end
    text = sentence[start:end]
    carried_over = _CARRIED_OVER.fullmatch(text) is not None
    person = carried_over or any(m.pos[2] == "人名" for m in run) or bool(_OFFICE.search(text))
    named_place = _PLACE.search(text) and not _COUNTED.search(text)
    place = run[-1].pos[2] == "地名" or bool(named_place)
    kind: PhraseKind = "person" if person and not named_place else "place" if place else "other"
    particle = after.surface if after is not None and after.pos[0] == "助詞" else ""
    names = tuple(m.surface for m in run if m.pos[1] == "固有名詞") or ((text,) if carried_over else ())
    return Phrase(start, end, text, kind, particle, names)
