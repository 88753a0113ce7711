"""Edits that the rules of Japanese settle whatever their odds: closed classes, each with what has a right of its own.

Invariant: every rule names a form that no modern text prints on purpose; a text that prints it by right (in the
spelling before 1946, in katakana, in a quotation) is left alone.
"""

from __future__ import annotations

import re

from corpus.frequency import frequencies, zipf
from corpus.misprints.odds import OLD_SPELLING
from corpus.misprints.trials import Trial
from corpus.morphology import divide, units

_COMMON = 3.5  # Zipf frequency of the parts of a word from which on it is a common one
_KATAKANA_TEXT = re.compile("[一-鿿][ヲノ][一-鿿]")
_KATAKANA = re.compile("[ァ-ヶー・]")
_HAN = re.compile("[一-鿿]")
_HIRAGANA = re.compile("[ぁ-ん]")
_KEY = re.compile("[長短]調|[長短]音階|音")  # ハ短調, ニ長調
# Characters that differ by the length or the place of one stroke.
_TWINS = (
    "未末 土士 日曰 己已巳 千干 侯候 微徴 遣遺 縁緑 網綱 析折 栗粟 壁璧 帥師 免兎 孤狐弧 堀掘 陣陳 哀衷衰 撤徹 幸辛 "
    "鳥烏 人入 大太犬"
)
_FIGURE = re.compile("[一二三四五六七八九十百千万億]")
_STEM = 12  # characters before an ending that tell what verb it is of
_IDIOM = 4  # characters of a word that no other makes by chance
_MET = 1e-7  # share of all words from which on the units of a word are no rare ones
_COMMON_PART = 4.6  # Zipf frequency of a character that is a word by itself, or part of any
_SURE_GAIN, _SURE_GAIN_IN_ROW = 4_500, 8_000  # of the analyser's cost; in a row of characters more is by chance
_NAMED = re.compile("[氏君様市町村県区郡島山川社港駅]|さん|くん|ちゃん")


def settled(text: str, trial: Trial) -> bool:
    """Say whether an edit undoes an error by a rule."""
    rules = (_past, _voiced_past, _name_for_word, _numeral, _compound, _elsewhere)
    return any(rule(text, trial) for rule in rules)


def _voiced_past(text: str, trial: Trial) -> bool:
    """Say whether だ or で stands behind the っ of a verb or adjective, where only た and て do (減っだ)."""
    edit, at = trial.edit, trial.edit.start
    if edit.kind != "voice" or edit.new not in ("た", "て") or text[at - 1 : at] != "っ":
        return False
    before = divide(text[max(at - _STEM, 0) : at] + edit.new)[0]
    return len(before) > 1 and before[-2].pos[0] in ("動詞", "形容詞", "助動詞") and before[-2].surface.endswith("っ")


def _compound(text: str, trial: Trial) -> bool:
    """Say whether characters that are no word together are a common one but for a like one (抗道, 郵使局, 四捨五人)."""
    edit, after, (start, end) = trial.edit, trial.after, trial.word
    printed = text[start:end]
    whole = len(after.surface) == end - start and all(map(_HAN.match, after.surface))
    if edit.kind != "kanji" or not whole or after.pos != ("名詞", "普通名詞") or not after.known:
        return False
    if text.count(printed) > 1 or frequencies("ja", "large").get(printed) or _knows(printed):
        return False
    words = [part for part in divide(printed)[0] if part.known and len(part.surface) > 1]
    if len(printed) >= _IDIOM and sum(len(word.surface) for word in words) < len(printed):
        return True
    affix = trial.before.pos[0] in ("接頭辞", "接尾辞")
    if affix and zipf(printed[edit.start - start], "ja") >= _COMMON_PART:
        return False  # 各家: what stands before or behind any noun
    if words or _FIGURE.search(printed) or _NAMED.match(text, end):
        return False  # 就職口, 二代, 一本
    beside = text[start - 1 : start] if start else "", text[end : end + 1]
    least = _SURE_GAIN_IN_ROW if any(map(_HAN.match, beside)) else _SURE_GAIN
    met = frequencies("ja", "large")
    return trial.gain >= least and all(met.get(unit, 0) >= _MET for unit in units(after.surface))


def _elsewhere(text: str, trial: Trial) -> bool:
    """Say whether the text prints the same compound with the like character elsewhere (推進木部, 推進本部)."""
    edit, at = trial.edit, trial.edit.start
    if edit.kind != "kanji" or edit.size != 1 or _FIGURE.match(text, at):
        return False
    for first in range(max(at - _IDIOM + 2, 0), at):  # a character of its own stands on both sides
        gram = text[first : first + _IDIOM]
        meant = gram[: at - first] + edit.new + gram[at - first + 1 :]
        if len(gram) == _IDIOM and all(map(_HAN.match, gram)) and meant in text and text.count(gram) == 1:
            return True
    return False


def _knows(word: str) -> bool:
    """Say whether the dictionary has characters as one word, or reads a name of more than one in them."""
    parts = divide(word)[0]
    return (len(parts) == 1 and parts[0].known) or any(
        "固有名詞" in part.pos and len(part.surface) > 1 for part in parts
    )


def _past(text: str, trial: Trial) -> bool:
    """Say whether つ stands for the っ of a verb before た and て (減つた): no verb joins these to つ."""
    edit, at = trial.edit, trial.edit.start
    if edit.kind != "size" or edit.new != "っ" or text[at + 1 : at + 2] not in ("た", "て"):
        return False
    verb = trial.after.pos[0] == "動詞" and trial.after.surface.endswith("っ")
    word = at - trial.before.surface.find("つ")  # where the word begins that つ is printed in: かつて is one
    if trial.before.known and len(trial.before.surface) > 2 and not _HIRAGANA.match(text, max(word - 1, 0)):
        return False
    line = text[text.rfind("\n", 0, at) + 1 : at]
    quoted = line.count("「") + line.count("『") > line.count("」") + line.count("』")
    modern = "った" in text or "って" in text or text.count("つた") + text.count("つて") == 1
    return verb and modern and not quoted and not OLD_SPELLING.search(text)


def _name_for_word(text: str, trial: Trial) -> bool:
    """Say whether a name that is hardly ever met stands where one stroke makes a common word of it (末定, 未定)."""
    edit, before, after = trial.edit, trial.before, trial.after
    printed = before.surface
    twins = any({text[edit.start], edit.new} <= set(group) for group in _TWINS.split())
    if not twins or len(printed) < 2 or before.pos[1] != "固有名詞" or zipf(printed, "ja"):
        return False
    start = trial.word[0]
    place = edit.start - start
    whole = after.surface.startswith(printed[:place] + edit.new + printed[place + edit.size :]) and place < len(printed)
    if not whole or after.pos[1] == "固有名詞" or not after.known or text.count(printed) > 1:
        return False
    if _HAN.match(text, max(start - 1, 0)):
        return False  # part of a row of characters (月火水木金土)
    common = min(zipf(unit, "ja") for unit in units(after.surface)) >= _COMMON
    return common and not _NAMED.match(text, start + len(printed))


def _numeral(text: str, trial: Trial) -> bool:
    """Say whether one katakana stands alone where a number is counted by the character behind it (ニ次, 二次)."""
    edit, at = trial.edit, trial.edit.start
    if edit.kind != "script" or edit.size != 1 or trial.after.pos[1] != "数詞" or not _KATAKANA.match(text, at):
        return False
    beside = text[at - 1 : at], text[at + 1 : at + 2]
    alone = (
        bool(beside[0]) and not any(_KATAKANA.match(char) for char in beside) and beside[0] not in "、・（(「\n \u3000"
    )
    counted = bool(_HAN.match(beside[1])) and not _KEY.match(text, at + 1)
    return alone and counted and not _KATAKANA_TEXT.search(text)
