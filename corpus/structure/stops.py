"""Say whether a full stop, question mark or exclamation mark ends a sentence.

Invariant: only what stands around the mark decides, by closed classes of words (abbreviations, titles, words that
start sentences), so that a text about anything is cut alike.
"""

from __future__ import annotations

import re

from corpus.structure.brackets import is_closer

# A note mark that lost its superscript: a bare number glued to the full stop.
FLAT_MARK = re.compile(r"\d{1,3}(?=\s+[A-Z“\"]|\s*$)")
# A note mark of a bracket and a number glued to a Korean full stop (열었다.1)).
HANGUL_MARK = re.compile(r"\d{1,2}\)(?=\s|$)")
_GOES_ON = re.compile(r"[」』）)]?(?:と|って|、|，|,|[─―—])")
# A mark inside a name rather than at the end of an exclamation (Yahoo!ニュース).
_NAME_MARK = re.compile(r"[!！](?=[ァ-ヺ])(?<=[A-Za-z].)")
_ENUMERATOR = re.compile(r"\W*(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivxIVX]{1,5})\.$")


def _set(words: str) -> frozenset[str]:
    """Return the words of a list."""
    return frozenset(words.split())


# Abbreviations, by what may follow their full stop: always a name; a number; always more of the sentence.
_TITLES = _set("mr mrs ms mx dr prof st gen sen rep gov lt col sgt capt maj adm cmdr cpl hon rev pres amb messrs")
_BEFORE_NUMBER = _set("no nos vol vols p pp fig figs art sec ch chap eq tab ref app para ca approx c ver op")
_BEFORE_NUMBER |= _set("jan feb mar apr jun jul aug sep sept oct nov dec")
_INSIDE = _set("e.g i.e cf viz vs v al ed eds trans resp incl est")
# After these a sentence may end, and does when the next word is one that starts sentences.
_MAY_END = _set("inc ltd co corp etc jr sr bros")
_STARTERS = _set(
    "the a an it its he she they we you i this that these those there his her their our my also in on at by"
)
_STARTERS |= _set("for from with as but and or so yet however although though while when if after before since because")
_STARTERS |= _set(
    "despite during under over meanwhile moreover furthermore nevertheless then thus therefore what who why"
)
_STARTERS |= _set("how where is are was were do does did not no some many most all both each")


def is_stop(block: str, depth: list[int], begin: int, first: int, last: int) -> bool:
    """Say whether the run of stops ``block[first:last]`` ends the sentence that starts at ``begin``.

    ``depth`` is what `depths` returns for ``block``.
    """
    mark, after = block[first:last], block[last : last + 1]
    if "。" in mark or "｡" in mark:
        return True
    if mark.strip(".．"):  # a question or exclamation mark
        return not (_GOES_ON.match(block, last) or _NAME_MARK.match(block, first)) and not (
            after.isascii() and (after.isalnum() or (after in "=&/_" and after))
        )
    if "．" in mark:
        return after not in ("、", "，", ",") and not (after.isdigit() and block[first - 1 : first].isdigit())
    return _is_full_stop(block, depth, begin, first, last)


def _is_full_stop(block: str, depth: list[int], begin: int, first: int, last: int) -> bool:
    """Say whether an ASCII full stop ends a sentence rather than an abbreviation, a number or a name."""
    end = last
    while end < len(block) and is_closer(block, depth, end):
        end += 1
    rest = block[end : end + 80]
    latin = re.search(r"[A-Za-z.]+$", block[max(begin, first - 24) : first])
    word = latin.group() if latin else ""
    if not rest.strip():
        return True
    if not rest[0].isspace():
        return _stops_before_glued(block[first - 1 : first], word, rest)
    if first - begin < 16 and _ENUMERATOR.match(block[begin : first + 1]):
        return False
    following = rest.lstrip()
    return (not word or not following[:1].islower()) and _ends_after_word(word, following)


def _stops_before_glued(before: str, word: str, rest: str) -> bool:
    """Say whether a full stop with no space after it ends a sentence: before a note mark, or in Korean."""
    if rest[0] in "[<⁰¹²³⁴⁵⁶⁷⁸⁹":
        return bool(before.strip())
    if re.search(r"[a-z]{3}$", word) and word.lower() not in _BEFORE_NUMBER and FLAT_MARK.match(rest):
        return True
    return before in tuple("다요까죠") and bool(re.match(r"[가-힣“\"]", rest) or HANGUL_MARK.match(rest))


def _ends_after_word(word: str, following: str) -> bool:
    """Say whether ``word`` with its full stop can end a sentence before ``following``."""
    low = word.lower()
    next_word = re.match(r"[\"“'‘(]*([A-Za-z]+)", following)
    starter = next_word is None or next_word.group(1).lower() in _STARTERS
    if low in _TITLES or low in _INSIDE:
        return False
    if low in _BEFORE_NUMBER:
        return not re.match(r"[\d\W]|[IVXLC]+\b", following) and starter
    if re.fullmatch(r"(?:[A-Za-z]\.)*[A-Za-z]", word) or low in _MAY_END:
        return starter
    return True
