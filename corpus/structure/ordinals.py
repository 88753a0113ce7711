"""The numbered things of a text (第9版, 3例目, the third round, 第二次, 3차): what is numbered, and with which number.

Invariant: an ordinal is read only where its words say that it is one (第3回, 3回目, not 3回), and kinds of different
languages that count the same way (第3回, 第三次, 3차) are one kind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.structure.hangul_numbers import NATIVE
from corpus.structure.numbers import parse_number
from corpus.structure.signs import fold_signs


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A numbered thing at ``text[start:end]``: its kind (``版``, ``回``, or an English noun) and its number.

    ``of`` is the noun right behind it, empty where none is (第14回の**会議**).
    """

    start: int
    end: int
    kind: str
    number: int
    of: str = ""

    def excludes(self, other: Ordinal) -> bool:
        """Say whether the other is another of the same things: alike in kind and, where both have one, in noun."""
        same = not self.of or not other.of or self.of in other.of or other.of in self.of
        return self.kind == other.kind and same and self.number != other.number


_KANJI = "一二三四五六七八九十百"
_N = rf"(?P<n>\d{{1,4}}|[{_KANJI}]{{1,4}})"
# Counters of which a number before them alone makes an ordinal, those that need 第 or 目, and the kind they are.
_ALONE = (
    r"号(?:機|(?![室館線車]))|期(?:生|目|(?![連間分作末限待]))|代目|例目|番目|[本杯人件枚冊作周年戸棟隻]目|"
    r"版(?!画|元)|(?:回|つ|度)目"
)
_WITH_DAI = r"回目?|次|号|版|期|章|条|項|部|巻|弾|戦|区|工区|話|幕|節|席|位|世代|世|代|工場|案|系統|号線|号機"
_EASTERN = re.compile(
    rf"(?:第\s*{_N}\s*(?P<dai>{_WITH_DAI}|届|次|号|版|期|批|轮|座|个|条)(?!間|人)|"
    rf"(?<![\d.,第{_KANJI}])(?P<n2>\d{{1,4}}|[{_KANJI}]{{1,4}})\s*(?P<alone>{_ALONE}))".replace("(?P<n>", "(?P<n1>")
)
_KOREAN = re.compile(r"제?\s?(?P<n>\d{1,4})\s?(?P<kind>차(?![량선])|회(?!의|사|원)|호(?!텔|실)|판|기(?!업|관|자)|번째)")
_KOREAN_WORD = re.compile(r"(?P<n>첫|두|세|네|다섯|여섯|일곱) ?번째")
_WORDS = {
    word: number
    for number, words in enumerate(
        ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh")
    )
    for word in words.split()
}
_ENGLISH = re.compile(
    rf"\b(?P<n>{'|'.join(_WORDS)}|\d{{1,4}}(?:st|nd|rd|th)) (?!(?:and|or|of|in|on|to|time|half|quarter|century|"
    r"floor|year|day|month|week|person|place|party|world|grade|rate|anniversary|january|february|march|april|may|june|july|august|"
    r"september|october|november|december)\b)(?P<kind>[a-z]{3,})\b",
    re.IGNORECASE,
)
_NOUN = re.compile(r"\s*の?\s*((?:(?!が|は|を|に|で|と)[\u4e00-\u9fff\u30a1-\u30fa\u30fc]|[가-힣]){2,})")
_KOREAN_NUMBERS = NATIVE | {"첫": 1}
# What counts alike in several languages.
_SAME = {
    "回目": "回", "度目": "回", "次": "回", "届": "回", "轮": "回", "차": "回", "회": "回", "round": "回",
    "meeting": "回", "session": "回", "号機": "号", "호": "号", "판": "版", "edition": "版", "代目": "代",
    "기": "期", "期生": "期", "期目": "期", "term": "期", "つ目": "番目", "번째": "番目", "个": "番目", "座": "番目",
}  # fmt: skip


@lru_cache(4096)
def find_ordinals(text: str) -> tuple[Ordinal, ...]:
    """Return the numbered things of a text in their order."""
    folded = fold_signs(text)
    found = [
        *(_eastern(match) for match in _EASTERN.finditer(folded)),
        *(_of(match, int(match["n"]), match["kind"]) for match in _KOREAN.finditer(folded)),
        *(_of(match, _KOREAN_NUMBERS[match["n"]], "번째") for match in _KOREAN_WORD.finditer(folded)),
        *(_of(match, _english(match["n"]), match["kind"].lower()) for match in _ENGLISH.finditer(folded)),
    ]
    return tuple(sorted(found, key=lambda one: one.start))


def _eastern(match: re.Match[str]) -> Ordinal:
    number = parse_number(match["n1"] or match["n2"])
    return _of(match, int(number) if number is not None else 0, match["dai"] or match["alone"])


def _english(word: str) -> int:
    return _WORDS.get(word.lower()) or int(re.sub(r"\D", "", word))


def _of(match: re.Match[str], number: int, kind: str) -> Ordinal:
    noun = _NOUN.match(match.string, match.end())
    return Ordinal(match.start(), match.end(), _SAME.get(kind, kind), number, noun[1] if noun else "")


# What another thing is only compared with (1号と同じ素材).
_COMPARED = re.compile(r"\s*(?:と(?:は)?(?:同|おな|比|違|異)|に(?:比|次|続)|より|[과와] ?같|보다|相比|一样|一樣)")


def numbered_otherwise(asked: str, said: str) -> bool:
    """Say whether a sentence speaks of another numbered thing than a question, and not of that one (第8版, 第9版)."""
    wanted = find_ordinals(asked)
    here = [one for one in find_ordinals(said) if not _COMPARED.match(said, one.end)]
    spoken_of = {(one.kind, one.number) for one in wanted} & {(one.kind, one.number) for one in here}
    kinds = {kind for kind, _ in spoken_of}
    return any(one.excludes(other) for one in wanted if one.kind not in kinds for other in here)
