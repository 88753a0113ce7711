"""Text to content terms, the same way for questions and passages, in Japanese, English, Chinese and Korean.

Invariant: tokenising is a pure function of the text; every token keeps the place in the original text that it was
read from, and tokens come in the order of their places. Function words of each language give no token.
Japanese is divided by SudachiPy, Chinese by `retrieval.chinese`; text without kana is Japanese unless it shows that it
is Chinese, for headings and tables have no kana.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from corpus.morphology import analyser
from corpus.normalize import fold, search_text
from corpus.structure.dates import find_dates
from retrieval.chinese import Part, is_chinese, segment
from retrieval.stems import ENGLISH_FUNCTION_WORDS, KOREAN_FUNCTION_WORDS, english_stem, korean_stem, word_set

# Part of every index's identity: change it with anything that changes which terms a text gives.
TOKENIZER_VERSION = "9"

_HAN = "\u3005\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002ffff"
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa]")
_WORD = re.compile(r"[a-z\u00c0-\u024f][a-z0-9\u00c0-\u024f]*(?:['.&-][a-z0-9\u00c0-\u024f]+)*")
_HANGUL = re.compile("[\uac00-\ud7a3]+")
_RUN = re.compile(f"[{_HAN}\u3041-\u3096\u30a1-\u30fc\uac00-\ud7a3]+")
_ISO = re.compile(r"(\d{4}|-)(?:-(\d\d|-)(?:-?(\d\d))?)?|")  # 2025-10-09, 2025-10, 2025, --10-09, --10, ---09
_YEARS = ("年", "년")
_BREAK = re.compile("[。！？!?\n]")
_ANALYSED_AT_ONCE = 8_000  # characters; the analyser refuses more than 49,149 bytes

_CONTENT = {"名詞", "動詞", "形容詞", "形状詞", "副詞", "接頭辞", "接尾辞"}
_NO_CONTENT = {("名詞", "助動詞語幹"), ("形状詞", "助動詞語幹"), ("接尾辞", "動詞的"), ("接尾辞", "形容詞的")}
# Closed classes, by normalised form: light verbs; interrogatives and adverbs that only ask or point.
_FUNCTION_FORMS = word_set(
    """為る 有る 在る 居る 成る 出来る 御座る 致す 下さる 頂く 貰う 仕舞う 呉れる 遣る 為さる 無い 何
    何故 幾つ 如何 如何に どう こう そう ああ どの位 等 恁麼 第 御"""
)
# Formal nouns and plural endings: grammar when in kana, words when in kanji.
_FORMAL_NOUNS = word_set(
    """こと もの ため ところ よう わけ はず ほう とき うち まま くらい ぐらい ほど
    うえ さい たび たち ども ら など とおり ごと それぞれ さん"""
)
_COMPOUND_PARTICLES = re.compile(
    "に(?:つい|よっ|おい|対し|関し|とっ|わたっ|従っ|伴っ|際し)て|に(?:よる|よれば|より|おける|対する|関する|わたる|伴う|基づく)|と(?:して|いう|いった)"
)
_HAN_RUN = re.compile(f"[{_HAN}]+")
# A count (3400万) or a numeral of two figures or more (三十) is one number to the analyser, so it is not cut here.
_NUMERAL = re.compile("[0-9.]*[0-9][十百千万億兆]*|[〇零一二三四五六七八九十百千万億兆]{2,}")
_YEAR = re.compile("(?<![0-9.])[0-9]{4}年")


@dataclass(frozen=True, slots=True)
class Token:
    """A content term and where it was read, ``[start, end)`` in characters of the original text."""

    term: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Morpheme:
    """A morpheme as printed, ``[start, end)`` in characters of the text, with its part of speech and its form."""

    surface: str
    start: int
    end: int
    pos: tuple[str, str, str]
    form: str = "*"


def morphemes(text: str) -> tuple[Morpheme, ...]:
    """Return the morphemes of a Japanese text as printed, function words included; they cover the text."""
    return tuple(
        Morpheme(m.surface(), offset + m.begin(), offset + m.end(), (pos[0], pos[1], pos[2]), pos[5])
        for offset, part in _parts(text)
        for m in analyser().tokenize(part)
        for pos in (m.part_of_speech(),)
    )


def tokenize(text: str, lang: str | None = None) -> tuple[Token, ...]:
    """Return the content tokens of a text in the order of their places.

    Japanese words are SudachiPy's shortest units in their normalised form and Chinese words are divided alike, English
    and Korean words are light stems, numbers one term however they are grouped (3,400万 = 34000000), dates one term
    for each part. ``lang`` says what the Han characters are written in where the caller knows (``zh``: Chinese, any
    other: Japanese); without it the text decides.
    """
    chinese = is_chinese(text) if lang is None else lang == "zh"
    folded = fold(text)
    found = list(_dates(text))  # read as printed: folding makes "May" and "may" one word
    at = [(bisect_left(folded.offsets, start), bisect_left(folded.offsets, end)) for start, end, _ in found]
    rest = _blank(folded.text, at)
    words = list(_spaced_words(rest))
    rest = _blank(rest, [(start, end) for start, end, _ in words])
    if chinese:
        words += _chinese_words(rest)
        rest = _blank(rest, [(start, end) for start, end, _ in words])
    for start, end, term in (*words, *_posts_whole(_morphemes(rest))):
        if term:
            found.append((*folded.span(start, end), term))
    return tuple(Token(term, start, end) for start, end, term in sorted(found, key=lambda item: item[:2]))


def terms(text: str, lang: str | None = None) -> list[str]:
    """Return the content terms of a text in order, repeated as often as they occur; ``lang`` as in `tokenize`."""
    return [token.term for token in tokenize(text, lang)]


def pairs(text: str) -> list[str]:
    """Return the pairs of neighbouring characters within each run of Han, kana or Hangul, in order.

    They catch names and compounds that the analyser divides differently in a question and in a passage.
    """
    return [run[at : at + 2] for run in _RUN.findall(search_text(text)) for at in range(len(run) - 1)]


def _blank(text: str, spans: list[tuple[int, int]]) -> str:
    """Replace the spans by line breaks of the same length, so that what is left keeps its places."""
    characters = list(text)
    for start, end in spans:
        characters[start:end] = "\n" * (end - start)
    return "".join(characters)


def _dates(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield one term for each part of each date (2025年, 10月, 9日), however the date is printed.

    A question that names only the month so meets a passage that prints the whole date, in any language.
    """
    for mention in find_dates(text):
        parts: dict[str, None] = {}
        for value in (mention.value, mention.until):
            known = _ISO.fullmatch(value)
            for printed, unit in zip(known.groups("-") if known else (), "年月日", strict=False):
                if printed != "-":
                    parts[f"{int(printed)}{unit}"] = None
        yield from ((mention.start, mention.end, part) for part in parts)


def _spaced_words(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield English and Korean words; the term is empty for function words."""
    for match in _WORD.finditer(text):
        word = match.group()
        yield match.start(), match.end(), "" if word in ENGLISH_FUNCTION_WORDS else english_stem(word)
    for match in _HANGUL.finditer(text):
        stem = korean_stem(match.group())
        stop = match.group() in KOREAN_FUNCTION_WORDS or stem in KOREAN_FUNCTION_WORDS
        yield match.start(), match.end(), "" if stop else stem


def _chinese_words(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield Chinese words; the term is empty for function words. Numbers are left to the analyser."""
    years = list(_YEAR.finditer(text))  # of no whole date: 2015年前10个月
    yield from ((*year.span(), year.group()) for year in years)
    bare = _blank(text, [match.span() for match in (*years, *_NUMERAL.finditer(text))])
    for run in _HAN_RUN.finditer(bare):
        for word in segment(run.group(), _japanese_parts):
            yield run.start() + word.start, run.start() + word.end, word.term


@lru_cache(16_384)
def _japanese_parts(word: str) -> tuple[Part, ...]:
    """Return how Japanese divides a word of Han characters where it stands in a sentence."""
    found = list(analyser().tokenize(word + "は"))  # alone, a name may be divided otherwise (李|強)
    if len(found) < 2 or found[-1].begin() != len(word):
        found = [*analyser().tokenize(word), None]
    parts = []
    for morpheme in found[:-1]:
        form, surface = morpheme.normalized_form(), morpheme.surface()
        content = _kind(*morpheme.part_of_speech()[:2]) in ("content", "dependent")
        # A reading of its own (俄 as にわか) is not what the character means in Chinese.
        term = "" if not content else surface if _KANA.search(form) else form
        parts.append(Part(morpheme.begin(), morpheme.end(), term, not morpheme.is_oov()))
    return tuple(parts)


def _morphemes(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the content morphemes of Japanese text, and the numbers of any."""
    grammar = [match.span() for match in _COMPOUND_PARTICLES.finditer(text)]
    for offset, part in _parts(text):
        before = ""
        for morpheme in analyser().tokenize(part):
            kind = _kind(*morpheme.part_of_speech()[:2])
            auxiliary = kind == "dependent" and before == "conjunctive"
            before = kind
            if kind not in ("content", "dependent") or auxiliary:
                continue
            form = morpheme.normalized_form()
            if form in _FUNCTION_FORMS or morpheme.surface() in _FORMAL_NOUNS:
                continue
            start, end = offset + morpheme.begin(), offset + morpheme.end()
            if grammar and any(first <= start and end <= last for first, last in grammar):
                continue
            if form.isdigit() and len(form) == 4 and text[end : end + 1] in _YEARS:
                form += "年"  # a year that is no whole date: 2015年前10个月
            if form.isalnum() or any(character.isalnum() for character in form):
                yield start, end, form


def _posts_whole(found: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """Yield terms, a post of two characters whole that the analyser cuts in front of さん (市|長さん)."""
    held: tuple[int, int, str] | None = None
    for start, end, term in found:
        if held and term == "長" and len(held[2]) == 1 and held[1] == start and _HAN_RUN.fullmatch(held[2]):
            held = (held[0], end, held[2] + term)
            continue
        if held:
            yield held
        held = (start, end, term)
    if held:
        yield held


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """Yield ``(offset, part)``, cut after sentence ends where the text is longer than the analyser takes."""
    start = 0
    while start < len(text):
        end = min(len(text), start + _ANALYSED_AT_ONCE)
        if end < len(text):
            ends = [match.end() for match in _BREAK.finditer(text, start, end)]
            end = ends[-1] if ends else end
        yield start, text[start:end]
        start = end


@cache
def _kind(major: str, minor: str) -> str:
    """Sort a part of speech into content, dependent (may be an auxiliary verb), conjunctive (て) or other."""
    if (major, minor) == ("助詞", "接続助詞"):
        return "conjunctive"
    if major not in _CONTENT or (major, minor) in _NO_CONTENT:
        return "other"
    return "dependent" if major in ("動詞", "形容詞") and minor == "非自立可能" else "content"
