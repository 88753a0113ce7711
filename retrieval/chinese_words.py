"""The words of Chinese: its closed classes, and how often every word occurs.

Invariant: words are kept in search form, from simplified as from traditional print; a word's term has as many
characters as the word, written as Japan writes it (关系, 關係 → 関係).
Word frequencies are those of wordfreq (Speer 2022).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from corpus.normalize import search_text
from retrieval.stems import word_set

# A character above this Zipf frequency is a word by itself (说, 去, 人); below it stands alone mostly in names, for
# the list was counted on text whose words were cut without knowing names.
STANDS_ALONE = 5.4
LONGEST = 8  # of a word

# Closed classes, simplified; they are folded as the text is. Particles, pronouns, determiners and question words;
# prepositions and conjunctions; adverbs of time, degree and negation; auxiliaries; places within; measure words.
FUNCTION_WORDS = word_set(
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
ONLY_CHINESE = word_set("这 们 吗 呢 吧 你 您 她 很 哪 么 什么 怎么 怎样 为什么 因为 没有 我们 他们 关于 这个 那个")
# Those that also occur there now and then (経済的, 在日): two different ones do.
MOSTLY_CHINESE = word_set(
    "的 了 是 谁 在 也 就 而 于 为 已 曾 但 还 把 被 从 让 给 以及 与 其 将 并 或 由 如何 多少 何时 何处 为何 是否"
)
COUNTRIES = word_set("中 日")  # names of countries that are function words as well
CONJUNCTIONS = word_set("和 与")
ALSO_SPELL = word_set("里 那 多 内 可 于 以 得 而 什")  # function words that spell foreign names as well
# The commonest family names of China and Korea that are one character (百家姓, the censuses' first hundred and fifty).
FAMILY_NAMES = frozenset(
    "王李张刘陈杨黄赵周吴徐孙马胡朱郭何罗高林郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟"
    "谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤朴柳申玄池洪权裴俞尚"
)

HAN_RUN = re.compile("[\u3005\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002ffff]+")


def frequency(word: str) -> float | None:
    """Return how often a word occurs as a share of all words, however it is written; None for a word too rare."""
    entry = word_list().get(search_text(word))
    return entry.frequency if entry is not None else None


@dataclass(frozen=True, slots=True)
class Entry:
    """A word as Japan writes it, and its share of all words."""

    term: str
    frequency: float


@cache
def word_list() -> dict[str, Entry]:
    """Return the word list by words in search form, from simplified as from traditional print."""
    from wordfreq import get_frequency_dict  # noqa: PLC0415  a slow import that text without Chinese need not pay

    listed = get_frequency_dict("zh", wordlist="small")
    words = [word for word in listed if len(word) <= LONGEST and HAN_RUN.fullmatch(word)]
    traditional = _to_traditional()("\n".join(words)).split("\n")
    fold = {ord(character): search_text(character) for character in set("".join(words + traditional))}
    found: dict[str, Entry] = {}
    for word, full in zip(words, traditional, strict=True):
        simple, term = word.translate(fold), full.translate(fold)
        for key in {simple, term}:
            before = found.get(key)
            share = listed[word] + (before.frequency if before else 0.0)
            # Two words may fold to one (后, 後): the commoner says how it is written.
            commonest = before.term if before and before.frequency > listed[word] else term
            found[key] = Entry(commonest if len(commonest) == len(key) else key, share)
    return found


@cache
def in_search_form(words: frozenset[str]) -> frozenset[str]:
    """Return words in search form, from simplified as from traditional print."""
    return frozenset(search_text(form) for word in words for form in (word, _to_traditional()(word)))


@cache
def _to_traditional() -> Callable[[str], str]:
    from opencc import OpenCC  # noqa: PLC0415

    return OpenCC("s2t").convert
