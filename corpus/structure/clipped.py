"""A clause that a page end cuts, told by its grammar: nobody ends or begins a heading or a sentence there.

Invariant: only the dictionary's words on both sides of the cut decide, so a clause may be cut near its beginning; where
a heading could end as well (…に向けて, …とは) nothing is said.
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.structure import clipped_words
from corpus.structure.people import morphemes

_CONTEXT = 16  # characters beside the cut that are read
_JAPANESE = re.compile(r"[\u3041-\u30ff]")
# What stands behind another word and opens nothing; of verbs those that only help another (減って|いた).
_HANGS_ON = re.compile(r"助動詞|助詞")
_HELPS = "動詞,非自立可能"
# What another word has to follow.
_AWAITS = re.compile(r"連体詞|接頭辞")
_AWAITING = frozenset(("を", "が", "の", "この", "その", "あの", "ある", "同", "各", "約", "第"))
_JOINS = frozenset(("て", "で"))  # 減って|いた; …を目指して may end a heading
_ATTRIBUTE = re.compile(
    r"(?:に(?:関する|対する|おける|基づく|係る|伴う)|をめぐる|という|といった)$"
)  # what a noun follows
_LEADS_ON = re.compile(
    r"(?:めぐって|によって|対して|関して)は$|^[こそ]れ(?:に(?:対し|より|よって|伴い|加え)て?|を受けて?)$"
)
_COMPOUND = re.compile("[にをと]$")
_ITS_REST = re.compile(
    "よ(?:れば|ると|って|る)|対[しす]|つ(?:いて|れて)|関[しす]|お(?:いて|ける)|とって|基づ|伴[いうっ]|係る|めぐ|通じ|して[、は]"
)
_TOPIC = re.compile(
    "[^とでにも]は(?:[^、]*(?:に|で|へ|から|まで|より))?$"
)  # 港湾協会は / 2016年に計画をまとめた; but 今後の課題は / 市は計画を示した
_SUBJECT = re.compile("[はがも]")
_SMALL = frozenset("ぁぃぅぇぉっゃゅょー々、。，．」』）)")  # no word begins with these


@lru_cache(1024)
def is_clipped(left: str, right: str) -> bool:
    """Say whether ``left`` stops within a clause that ``right`` goes on with."""
    left, right = left.strip(), right.strip()
    if not left or not right or left[-1] in "。．.！？!?」』）)":
        return False
    if clipped_words.cuts_figure(left, right):
        return True
    near = left[-_CONTEXT:] + right[:_CONTEXT]
    if _JAPANESE.search(near):
        return _cuts_japanese(left, right)
    if re.search("[가-힣]", near):
        return clipped_words.is_cut_korean(left, right)
    if re.search("[\u4e00-\u9fff]", near):
        return clipped_words.is_cut_chinese(left, right)
    return clipped_words.is_cut_english(left, right)


def _cuts_japanese(left: str, right: str) -> bool:
    clause = "、" in left  # a heading seldom has one
    if _ATTRIBUTE.search(left) or _LEADS_ON.search(left) or (_COMPOUND.search(left) and _ITS_REST.match(right)):
        return True
    if _TOPIC.search(left) and not clause:
        return not _SUBJECT.search(re.split("[、。]", right)[0])
    left, right = left[-_CONTEXT:], right[:_CONTEXT]
    if right[0] in _SMALL:
        return True
    at, before = 0, ("", "", False)
    for word in morphemes(left + right):
        if at < len(left) < at + len(word[0]):
            return not word[2] and bool(re.search("[\u3041-\u3096一-鿿々]", word[0]))
        if at == len(left):
            return _awaits(before, clause) or _hangs_on(before, word)
        before, at = word, at + len(word[0])
    return False


def _awaits(word: tuple[str, str, bool], clause: bool) -> bool:
    """Say whether a word has to be followed by another (を, この, 大切な); any particle does in a ``clause``."""
    surface, kind, _ = word
    if kind.startswith("助詞"):
        return clause or surface in _AWAITING
    return (bool(_AWAITS.match(kind)) and surface in _AWAITING) or (kind.startswith("助動詞") and surface == "な")


def _hangs_on(before: tuple[str, str, bool], word: tuple[str, str, bool]) -> bool:
    """Say whether a word hangs on the one before it."""
    surface, kind, _ = word
    if _HANGS_ON.match(kind) or ("数詞" in before[1] and "助数詞" in kind):  # 9|月
        return True
    helping = kind.startswith(_HELPS) and not re.search("[一-鿿]", surface)
    return helping and (before[0] in _JOINS or "サ変可能" in before[1])
