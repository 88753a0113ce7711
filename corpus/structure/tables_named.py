"""Lines that tell from where tables come whose labels they name: 表1・表2の出所はいずれも注6に同じ.

Invariant: such a line says nothing besides; which tables are meant is told by their labels, not by where it stands.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from corpus.structure.note_pointers import POINTER

_KIND = r"(?:(?:付|別|参考|補)?(?:図表|表|図)|图表|圖表|图|圖|표|그림|도표|\b[Tt]ables?|\b[Ff]igures?|\b[Ff]igs?\.)"
_N = r"[\d０-９]{1,2}(?:[-‐－.．][\d０-９]{1,2})?"
_TO = r"[~〜～–]|から|至|\bto\b"
_AND = rf"\s*(?:[・·･、，,/／&＆]|と|及び|および|並びに|ならびに|[和与與]|및|와|과|,?\s?\band\b|{_TO})\s*"
_TABLES = rf"(?P<tables>{_KIND}\s?{_N}(?:{_AND}(?:{_KIND}\s?)?{_N})*)"
_NOUN = r"(?:原?資料(?:出所|の出所|の出典)?|データ(?:の出所|の出典)?|出所|出典|典拠|情報源)"
_ALL = r"(?:、?(?:いずれも|どちらも|ともに|共に|とも|すべて|全て|同じく|各々?))?、?\s?"
_SAID = tuple(
    re.compile(form)
    for form in (
        rf"{_TABLES}(?:は|とも(?:に)?)?、?の?{_NOUN}(?:は|も|とも|[:：]){_ALL}(?P<rest>.+)",
        rf"{_NOUN}(?:は|[:：])?\s?[（(]?{_TABLES}[）)]?(?:は|とも(?:に)?|[:：]){_ALL}(?P<rest>.+)",
        rf"{_TABLES}的?(?:(?:数据|數據|資料|资料)?(?:来源|來源|出处|出處)|数据|數據|资料)(?:均|皆|都)?"
        r"(?:[为為是:：]|[来來取]自|(?=[同见見参與与]))\s?(?P<rest>.+)",
        rf"{_TABLES}의?\s?(?:자료|출처|원자료)(?:는|은|[:：])\s?(?:모두|각각)?\s?(?P<rest>.+)",
        rf"(?:[Tt]he )?(?:[Ss]ources?|[Dd]ata) (?:for|of|in) (?:both )?{_TABLES}"
        r"(?:\s?[:,]| is| are|(?= see | as ))\s?(?P<rest>.+)",
    )
)
_POINTS = tuple(  # with no word for a source: what follows must lead to a note
    re.compile(form)
    for form in (
        rf"{_TABLES}(?:は|とも(?:に)?|[:：]){_ALL}(?P<rest>(?:前掲)?[注註].{{1,16}})",
        rf"{_TABLES}\s?[:,]?\s(?P<rest>(?:see|as in|from|same as)\b.+)",
    )
)
_OPENS = re.compile(rf"\W{{0,3}}(?:{_NOUN}|[Tt]he |[Ss]ources?|[Dd]ata|.{{0,2}}{_KIND}\s?[\d０-９])")
_WRAPPED = re.compile(r"[\s　※＊*]*[（(\[［〔](?P<words>.*)[)）\]］〕][。.]?\s*")
_LABEL = re.compile(r"[\s　※＊*]*(?:[（(\[［〔【]?(?:注|註|備考|[Nn]ote|주)[)）\]］〕】]?\s?[:：]?\s*(?=\D))?")
_QUOTED = re.compile(r"「[^」]*」|『[^』]*』|《[^》]*》|“[^”]*”|\"[^\"]*\"|（[^）]*）|\([^)]*\)")
_NAMES = re.compile(r"[「『《“\"]|https?://")
_TELLS = re.compile(r"[\w」』）\0](?:は|が(?!ら)|を(?!もと|基|参照))|[。．.]\s*\S")
_LONGEST = 160  # characters


@lru_cache(4096)
def tables_named(line: str) -> tuple[str, ...]:
    """Return the labels of the tables whose source a line tells and no more, spelled alike; of other lines, none."""
    if len(line) > _LONGEST or not _OPENS.match(line):
        return ()
    whole = _WRAPPED.fullmatch(line)
    words = (whole["words"] if whole else line).strip(" \u3000。.")
    words = words[label.end() :] if (label := _LABEL.match(words)) else words
    for pattern in (*_SAID, *_POINTS):
        match = pattern.fullmatch(words)
        if match and _names_source(match["rest"], noted=pattern in _POINTS):
            return _labels(match["tables"])
    return ()


def spelled(label: str) -> str:
    """Return a label as labels are compared: Table 1, ２, 表 2 without space, width or plural."""
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", label)).lower()
    return re.sub(r"^(table|figure|fig)s", r"\1", plain)


def _names_source(rest: str, *, noted: bool) -> bool:
    """Say whether what is said of tables names a note, a work or an address, and tells nothing."""
    bare = _QUOTED.sub("\0", rest)
    if POINTER.search(rest):
        return not _TELLS.search(bare)
    return not noted and bool(_NAMES.search(rest)) and not _TELLS.search(re.sub(r"https?://\S+", "\0", bare))


def _labels(tables: str) -> tuple[str, ...]:
    """Return each of the labels that are named together: 表1・2, Tables 1–3."""
    found: list[str] = []
    kind, until = "", 0
    for match in re.finditer(rf"(?P<kind>{_KIND})?\s?(?P<number>{_N})", tables):
        kind = match["kind"] or kind
        number = unicodedata.normalize("NFKC", match["number"])
        ranged = bool(found) and re.search(_TO, tables[until : match.start()]) is not None
        first = spelled(found[-1])[len(spelled(kind)) :] if ranged else ""
        if ranged and first.isdecimal() and number.isdecimal():
            found += [spelled(f"{kind}{n}") for n in range(int(first) + 1, int(number))]
        found.append(spelled(f"{kind}{number}"))
        until = match.end()
    return tuple(dict.fromkeys(found))
