"""A clause that a page end cuts, told by its grammar: nobody ends or begins a heading or a sentence there.

Invariant: only the dictionary's words on both sides of the cut decide, so a clause may be cut near its beginning; where
a heading could end as well (…に向けて, …とは) nothing is said.
"""

from __future__ import annotations

import re
from functools import lru_cache

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
_SMALL = frozenset("ぁぃぅぇぉっゃゅょー々、。，．」』）)")  # no word begins with these


@lru_cache(1024)
def is_clipped(left: str, right: str) -> bool:
    """Say whether ``left`` stops within a clause that ``right`` goes on with."""
    clause = "、" in left  # a heading seldom has one
    left, right = left.rstrip()[-_CONTEXT:], right.lstrip()[:_CONTEXT]
    if not left or not right or not _JAPANESE.search(left + right) or left[-1] in "。．！？!?」』）)":
        return False
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
