"""Light stems for words that are written with spaces: English and Korean.

Invariant: a stem is a prefix of the word, or the word with one regular ending exchanged. The aim is that a question
and a passage meet on the same term; the stem need not be a word.
"""

from __future__ import annotations

import re

_VOWELS = frozenset("aeiouy")


def word_set(listed: str) -> frozenset[str]:
    """Return the words of a list that is written with spaces between them."""
    return frozenset(listed.split())


# Closed classes of English: articles, pronouns, prepositions, conjunctions, auxiliaries and question words.
ENGLISH_FUNCTION_WORDS = word_set(
    """a about after all also am an and any are as at be because been before being between both but by can could did
    do does doing done during each either else ever every for from get gets got had has have having he her hers him
    his how i if in into is it its itself just let many may me might more most much must my neither no nor not of off
    on once one only or other our ours out over own per shall she should since so some such than that the their theirs
    them then there these they this those through to too under until up upon us very was we were what when where
    whether which while who whom whose why will with within without would yes you your yours"""
)

# Korean particles (josa), longest first, and the endings of the light verb 하다 and the copula.
_JOSA = sorted(
    word_set(
        """에서는 에서도 에서의 에게서 으로부터 로부터 으로는 으로도 으로의
    으로서 으로써 이라는 이라고 까지는 까지의 부터는 부터의
    에서 에게 한테 께서 으로 로서 로써 로는 로의
    까지 부터 처럼 보다 마다 조차 밖에 이나 이며 이고 하고 에는 에도 와의 과의
    와는 과는 라는 라고 들이 들은 들을 들의 은 는 이 가 을 를 의 에 와 과 도 로 만"""
    ),
    key=len,
    reverse=True,
)
_LIGHT_VERB = re.compile(
    r"(?:하다|했다|하였다|한다|하는|했던|하던|하기|하고|하며|하여|해서|했는가|했나요|했나|했습니까|했습니다|합니다|합니까|된다"
    r"|되다|됐다|되었다|되는|된|될|한|할|함|입니까|입니다|인가요|인가|이다|이었다|였다)$"
)
KOREAN_FUNCTION_WORDS = word_set(
    """언제 어디 어디서 누구 누가 무엇 무슨 왜 어떻게 어떤 얼마 얼마나 몇 그 이 저 것 수 등 및 또는
    그리고 대해 대한 위해 위한
    통해 있다 있는 있었 있었나 있나 있습니까 없다 없는 이런 그런 저런"""
)


def english_stem(word: str) -> str:
    """Return a lower-case English word without its regular plural, -ed or -ing (Harman's S stemmer, Porter 1b)."""
    stem = word.removesuffix("'s")
    if len(stem) > 4 and stem.endswith(("ies", "ied")):
        stem = stem[:-3] + "y"
    elif len(stem) > 4 and re.search(r"(?:ss|sh|ch|x|z)es$", stem):
        stem = stem[:-2]
    elif len(stem) > 3 and stem.endswith("s") and not stem.endswith(("ss", "us", "is")):
        stem = stem[:-1]
    for ending in ("ing", "ed"):
        root = stem.removesuffix(ending)
        if root != stem and len(root) > 2 and not _VOWELS.isdisjoint(root):
            stem = _undouble(root)
            break
    # visit, visits, visited / trade, traded, trading: the silent e goes everywhere or nowhere.
    return stem[:-1] if len(stem) > 4 and stem.endswith("e") else stem


def _undouble(root: str) -> str:
    doubled = len(root) > 3 and root[-1] == root[-2] and root[-1] not in "lsz"
    return root[:-1] if doubled else root


def korean_stem(word: str) -> str:
    """Return a Korean word (eojeol) without its particle and the endings of 하다; two syllables stay."""
    for josa in _JOSA:
        if word.endswith(josa) and len(word) - len(josa) >= 2:
            word = word.removesuffix(josa)
            break
    bare = _LIGHT_VERB.sub("", word)
    return bare if len(bare) >= 2 else word
