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
from retrieval.stems import word_set

# A character above this Zipf frequency is a word by itself (说, 去, 人); below it stands alone mostly in names, for
# the list was counted on text whose words were cut without knowing names.
STANDS_ALONE = 5.4
_UNKNOWN = 1e-8  # of a character that the list does not have; its rarest words have 1e-6
_LONGEST = 8
_LONGEST_NAME = 3  # of a person in China or Korea; what is longer is a foreign name spelt out

# Closed classes, simplified; they are folded as the text is. Particles, pronouns, determiners and question words;
# prepositions and conjunctions; adverbs of time, degree and negation; auxiliaries; places within; measure words.
_FUNCTION_WORDS = word_set(
    """的 了 是 吗 呢 吧 啊 呀 嘛 么 着 过 地 得 所 之 等 等等 们 第 我 你 您 他 她 它 咱 我们 你们 他们 她们 它们
    自己 其 这 那 此 该 各 每 某 本 另 这个 那个 这些 那些 这样 那样 这里 那里 这儿 那儿 这么 那么 这次 那次 这位
    那位 其中 有些 一些 一个 一下 谁 什么 哪 哪个 哪些 哪里 哪儿 哪位 哪年 哪天 几 何 何时 何处 何地 何人 多少 多久
    多长 多大 几个 几次 几号 几月 几点 几天 几年 几位 哪一天 哪一年 哪一个 哪一位 哪些人 怎 怎么 怎样 怎么样 如何
    为什么 为何 什么样 什么时候 时候 是否 是不是 有没有 能否 可否 难道 究竟 到底 在 于 和 与 及 以及 跟 同 对 对于
    关于 从 自 由 由于 向 往 到 至 为 为了 因 因为 因此 所以 以 以便 而 而且 并 并且 且 或 或者 还是 但 但是 不过
    然而 虽然 尽管 如果 若 如 则 就 就是 把 被 将 让 给 使 用 按 按照 根据 通过 作为 除了 随着 经 比 也 都 还 又 再
    只 才 更 最 很 太 非常 十分 已 已经 曾 曾经 正在 刚 共 便 却 仍 仍然 均 即 不 没 没有 无 未 别 非 有 会 能 可
    可以 能够 要 应 应该 应当 得以 必须 需要 想 请 请问 告诉 问 上 下 中 里 内 外 前 后 间 时 之前 之后 之间 之中
    以前 以后 以来 来 去 起 个 次 位 名 件 条 种 只 座 部 家 篇 项 些 点 年 月 日 号"""
)
# Function words that no Japanese line in kanji alone has for words: one of them makes a text Chinese.
_ONLY_CHINESE = word_set("这 们 吗 呢 吧 你 您 她 很 哪 么 什么 怎么 怎样 为什么 因为 没有 我们 他们 关于 这个 那个")
# Those that also occur there now and then (経済的, 在日): two different ones do.
_MOSTLY_CHINESE = word_set(
    "的 了 是 谁 在 也 就 而 于 为 已 曾 但 还 把 被 从 让 给 以及 与 其 将 并 或 由 如何 多少 何时 何处 为何 是否"
)
_COUNTRIES = word_set("中 日")  # names of countries that are function words as well
_CONJUNCTIONS = word_set("和 与")
_ALSO_SPELL = word_set("里 那 多 内 可 于 以 得 而 什")  # function words that spell foreign names as well
# The commonest family names of China and Korea that are one character (百家姓, the censuses' first hundred and fifty).
_FAMILY_NAMES = frozenset(
    "王李张刘陈杨黄赵周吴徐孙马胡朱郭何罗高林郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟"
    "谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤朴柳申玄池洪权裴俞尚"
)

_HAN_RUN = re.compile("[\u3005\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002ffff]+")


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
    printed = "".join(_HAN_RUN.findall(text))
    simplified = [character for character in printed if _is_simplified(character)]
    if len(set(simplified)) >= 2 and len(simplified) * 20 >= len(printed):
        return True
    folded = search_text(text)
    only, mostly = _folded(_ONLY_CHINESE), _folded(_MOSTLY_CHINESE)
    if len(simplified[:1]) + sum(word in folded for word in mostly) < 2 and not any(word in folded for word in only):
        return False
    words = [run[at:end] for run in _HAN_RUN.findall(folded) for at, end in _cut(run)]
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
    function, words = _folded(_FUNCTION_WORDS), []
    for start, end in _join_names(run, _path(run, parts), parts):
        surface = run[start:end]
        if surface in function:
            words.append(Word(start, end, ""))
            continue
        entry = _lexicon().get(surface)
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


def frequency(word: str) -> float | None:
    """Return how often a word occurs as a share of all words, however it is written; None for a word too rare."""
    entry = _lexicon().get(search_text(word))
    return entry.frequency if entry is not None else None


@dataclass(frozen=True, slots=True)
class _Entry:
    term: str
    frequency: float


@cache
def _lexicon() -> dict[str, _Entry]:
    """Return the word list by words in search form, from simplified as from traditional print."""
    from wordfreq import get_frequency_dict  # noqa: PLC0415  a slow import that text without Chinese need not pay

    listed = get_frequency_dict("zh", wordlist="small")
    words = [word for word in listed if len(word) <= _LONGEST and _HAN_RUN.fullmatch(word)]
    traditional = _to_traditional()("\n".join(words)).split("\n")
    fold = {ord(character): search_text(character) for character in set("".join(words + traditional))}
    found: dict[str, _Entry] = {}
    for word, full in zip(words, traditional, strict=True):
        simple, term = word.translate(fold), full.translate(fold)
        for key in {simple, term}:
            before = found.get(key)
            share = listed[word] + (before.frequency if before else 0.0)
            # Two words may fold to one (后, 後): the commoner says how it is written.
            commonest = before.term if before and before.frequency > listed[word] else term
            found[key] = _Entry(commonest if len(commonest) == len(key) else key, share)
    return found


@cache
def _folded(words: frozenset[str]) -> frozenset[str]:
    """Return words in search form, from simplified as from traditional print."""
    return frozenset(search_text(form) for word in words for form in (word, _to_traditional()(word)))


@cache
def _to_traditional() -> Callable[[str], str]:
    from opencc import OpenCC  # noqa: PLC0415

    return OpenCC("s2t").convert


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
    countries = _folded(_COUNTRIES)
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
    lexicon = _lexicon()
    best = [(0.0, 0)] + [(-math.inf, 0)] * len(run)
    for end in range(1, len(run) + 1):
        for start in range(max(0, end - _LONGEST), end):
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
    function, spelling = _folded(_FUNCTION_WORDS), _folded(_ALSO_SPELL)
    conjunctions, families = _folded(_CONJUNCTIONS), _folded(_FAMILY_NAMES)

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
    entry = _lexicon().get(character)
    return entry is None or math.log10(entry.frequency) + 9 < STANDS_ALONE


def _closes(name: str, parts: Parts) -> bool:
    """Say whether Japanese knows the last characters of a name as one (志和)."""
    last = parts(name)[-1]
    return last.end - last.start > 1
