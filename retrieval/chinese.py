"""Chinese words in search text: the most probable path over wordfreq's list, and names joined from what is left.

Invariant: the words of a run do not overlap, come in order and cover it; a word's term has as many characters as the
word, written as Japan writes it, so that a Chinese question meets a Japanese passage (关系, 關係 → 関係).
Word frequencies are those of wordfreq (Speer 2022); a path is scored as a unigram language model scores it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

from corpus.normalize import search_text
from retrieval.chinese_words import (
    ALSO_SPELL,
    CONJUNCTIONS,
    COUNTRIES,
    FAMILY_NAMES,
    FUNCTION_WORDS,
    HAN_RUN,
    LONGEST,
    MOSTLY_CHINESE,
    ONLY_CHINESE,
    STANDS_ALONE,
    in_search_form,
    word_list,
)

_UNKNOWN = 1e-8  # of a character that the list does not have; its rarest words have 1e-6
_LONGEST_NAME = 3  # of a person in China or Korea; what is longer is a foreign name spelt out


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a word, ``[start, end)`` in characters of that word, and its term: empty for a function word.

    ``known`` says whether Japanese has it for a word.
    """

    start: int
    end: int
    term: str
    known: bool


Parts = Callable[[str], tuple[Part, ...]]  # how Japanese divides a word


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a run, ``[start, end)`` in characters; ``term`` is empty for function words."""

    start: int
    end: int
    term: str


def is_chinese(text: str) -> bool:
    """Say whether a text in Han characters is Chinese and not the kana-less Japanese of a heading or a table.

    Decided by characters that only simplified Chinese has, which text in search form has lost, or by Chinese function
    words, and by their share: a page of tables may hold one of each by chance, or name a Chinese source. A text
    without either says the same in both languages and counts as Japanese.
    """
    if re.search("[\u3041-\u3096\u30a1-\u30fa\uac00-\ud7a3]", text):
        return False
    printed = "".join(HAN_RUN.findall(text))
    simplified = [character for character in printed if _is_simplified(character)]
    if len(set(simplified)) >= 2 and len(simplified) * 20 >= len(printed):
        return True
    folded = search_text(text)
    only, mostly = in_search_form(ONLY_CHINESE), in_search_form(MOSTLY_CHINESE)
    if len(simplified[:1]) + sum(word in folded for word in mostly) < 2 and not any(word in folded for word in only):
        return False
    words = [run[at:end] for run in HAN_RUN.findall(folded) for at, end in _cut(run)]
    sure = sum(word in only or not only.isdisjoint(word) for word in words)
    likely = [word for word in words if word in mostly]
    return sure * 25 >= len(words) > 0 or (
        len({*likely, *simplified[:1]}) >= 2 and (sure + len(likely)) * 10 >= len(words)
    )


def segment(run: str, parts: Parts) -> tuple[Word, ...]:
    """Return the words of a run of Han characters in search form, function words with an empty term.

    Characters that belong to no word are joined with their neighbours to a name. A word or the name of a person gives
    the terms that a Japanese passage has for it, one for each part (首脳|会談); what Japanese does not know, or spells
    in kana, gives one as a whole.
    """
    function, words = in_search_form(FUNCTION_WORDS), []
    for start, end in _join_names(run, _path(run, parts), parts):
        surface = run[start:end]
        if surface in function:
            words.append(Word(start, end, ""))
            continue
        entry = word_list().get(surface)
        term = entry.term if entry else surface
        divided = parts(term)
        whole = not _is_japanese(divided) if entry else len(surface) > _LONGEST_NAME
        if whole or not any(part.term for part in divided):
            words.append(Word(start, end, term))
        else:
            words.extend(Word(start + part.start, start + part.end, part.term) for part in divided)
    return tuple(words)


def _is_japanese(divided: tuple[Part, ...]) -> bool:
    """Say whether Japanese has the word: it knows every part, and not just every character."""
    singles = len(divided) > 1 and all(part.end - part.start == 1 for part in divided)
    return not singles and all(part.known and part.term for part in divided)


@cache
def _is_simplified(character: str) -> bool:
    """Say whether Japan does not know a character (JIS X 0208), China does, and it is written otherwise there."""
    try:
        character.encode("shift_jis")
    except UnicodeEncodeError:
        try:
            character.encode("gb2312")
        except UnicodeEncodeError:
            return False
        return search_text(character) != character
    return False


def _path(run: str, parts: Parts) -> tuple[tuple[int, int], ...]:
    """Return the places of the words of a run: the most probable, and pairs of countries (中朝, 访中) made one."""
    countries = in_search_form(COUNTRIES)
    places: list[tuple[int, int]] = []
    for start, end in _cut(run):
        before = places[-1] if places else (0, 0)
        pair = run[before[0] : end]
        if len(pair) == 2 and before[1] == start == before[0] + 1 and not countries.isdisjoint(pair):
            divided = parts(pair)
            if len(divided) == 1 and divided[0].known and divided[0].term:
                places[-1] = (before[0], end)
                continue
        places.append((start, end))
    return tuple(places)


@lru_cache(4096)
def _cut(run: str) -> tuple[tuple[int, int], ...]:
    """Return the places of the words on the most probable path through a run; unknown characters are words of one."""
    lexicon = word_list()
    best = [(0.0, 0)] + [(-math.inf, 0)] * len(run)
    for end in range(1, len(run) + 1):
        for start in range(max(0, end - LONGEST), end):
            entry = lexicon.get(run[start:end])
            if entry is None and end - start > 1:
                continue
            score = best[start][0] + math.log(entry.frequency if entry else _UNKNOWN)
            if score > best[end][0]:
                best[end] = (score, start)
    places, end = [], len(run)
    while end:
        places.append((best[end][1], end))
        end = best[end][1]
    return tuple(reversed(places))


def _join_names(run: str, path: tuple[tuple[int, int], ...], parts: Parts) -> list[tuple[int, int]]:
    """Return the path with neighbouring characters that are no words joined to names.

    A function word is part of the name where it stands behind a family name alone (李在明), where it would end a
    name that Japanese knows (夏志和), or amid foreign sounds (斯维里坚科).
    """
    function, spelling = in_search_form(FUNCTION_WORDS), in_search_form(ALSO_SPELL)
    conjunctions, families = in_search_form(CONJUNCTIONS), in_search_form(FAMILY_NAMES)

    def content(at: int) -> bool:
        return at < len(path) and path[at][1] - path[at][0] == 1 and run[path[at][0]] not in function

    def loose(at: int) -> bool:
        return content(at) and _is_bound(run[path[at][0]])

    joined: list[tuple[int, int]] = []
    at = 0
    while at < len(path):
        first = at
        at += 1
        if loose(first):
            while at < len(path) and path[at][1] - path[at][0] == 1:
                start, own = path[first][0], run[path[at][0]]
                family, length = run[start] in families, at - first
                closing = family and length == 2 and own in conjunctions and _closes(run[start : path[at][1]], parts)
                if loose(at) or closing or (own in spelling and length > 1 and loose(at + 1)):
                    at += 1
                elif family and length == 1 and own in function and content(at + 1):
                    at += 2
                else:
                    break
        joined.append((path[first][0], path[at - 1][1]))
    return joined


def _is_bound(character: str) -> bool:
    entry = word_list().get(character)
    return entry is None or math.log10(entry.frequency) + 9 < STANDS_ALONE


def _closes(name: str, parts: Parts) -> bool:
    """Say whether Japanese knows the last characters of a name as one (志和)."""
    last = parts(name)[-1]
    return last.end - last.start > 1
