"""Which language a question is in, and whether it asks for yes or no."""

from __future__ import annotations

import re

from bot.cues import Lang
from retrieval.tokens import morphemes

# Simplified characters and function words that Japanese does not write.
_CHINESE = re.compile(
    r"[这那哪吗呢么谁说对为从给让还没个们访问战产关于发东车时会议领导]|[的了是在]|什麼|[您谢你]|再见|多少|"
    r"有多[重大长長高远遠深宽寬厚快久]|第几|[几幾](?:[个個位倍家项種种名年月日天次号]|$)|何时|如何|是否|哪|請|请"
)

# What makes a sentence Japanese, Chinese or English when names in other scripts stand in it. Hiragana count where they
# follow another script as a particle or an ending does, or are words of grammar by themselves (まるや is a name).
_JAPANESE_GRAMMAR = re.compile(
    r"(?<=[\u4e00-\u9fff\u30a1-\u30fe\d０-９A-Za-z」』）)%％〇])"
    r"[のはがをにでともへやかよなだしさすせそっらりるれいうくけきたてえめ][ぁ-ん]*|"
    r"(?:です|ます|でし|まし)[ぁ-ん]*|ください|(?:いつ|どこ|だれ|なぜ|いくら|いくつ|どれ|どの|どう|なに|これ|それ|この|その)"
)
_ONLY_CHINESE = re.compile(
    r"[这哪吗么谁说对为从给让还没们访战产关发东车时议领导销额户层设备业积员门龄编码种达数减总应该书长开两]|多少|什么|第几|"
    r"几(?=[个位倍家项种名])|是(?=[哪多第什])|的(?=[\u4e00-\u9fff])|最[多少大小高低]的"
)
_ENGLISH_GRAMMAR = re.compile(
    r"\b(?:the|an?|of|in|on|at|to|for|from|by|with|than|as|and|or|is|are|was|were|did|does|do|has|have|had|what|which|who|"
    r"when|where|how|many|much|that|between|name|list)\b",
    re.IGNORECASE,
)


def language(text: str, default: Lang = "ja") -> Lang:
    """Tell the language of a question by its grammar, where several scripts meet in it; else by its script.

    A name in kana does not make a question Japanese, nor one in Hangul a Korean one: particles and endings do. Chinese
    is told from kana-less Japanese by its function words.
    """
    latin = len(re.findall(r"[A-Za-z]{2,}", text))
    if re.search(r"[\u3040-\u30ff]", text):
        japanese = len(_JAPANESE_GRAMMAR.findall(text))
        others: tuple[tuple[int, Lang], ...] = (
            (len(re.findall(r"[\uac00-\ud7a3]+", text)), "ko"),
            (len(_ONLY_CHINESE.findall(text)), "zh"),
            (len(_ENGLISH_GRAMMAR.findall(text)) if latin >= _ENGLISH_WORDS else 0, "en"),
        )
        most, lang = max(others, key=lambda other: other[0])
        return lang if most > japanese else "ja"
    if re.search(r"[\uac00-\ud7a3]", text):
        return "ko"
    if latin >= _ENGLISH_WORDS:
        return "en"  # with names in Han characters among them
    if re.search(r"[\u4e00-\u9fff]", text):
        if _CHINESE.search(text) or _has_what_japan_lacks(text):
            return "zh"
        return default if default in ("ja", "zh") else "ja"
    return "en" if re.search(r"[A-Za-z]", text) else default


def _has_what_japan_lacks(text: str) -> bool:
    """Say whether a character stands in no Japanese character set (JIS X 0208 and its extensions): 针, 铁, 贸."""
    for character in _HAN.findall(text):
        try:
            character.encode("cp932")
        except UnicodeEncodeError:
            return True
    return False


_HAN = re.compile("[\u4e00-\u9fff]")
_ENGLISH_WORDS = 3
_POLITE_TAIL = re.compile(r"[?？!！。.\s]+$")


def is_closed(text: str, lang: Lang) -> bool:
    """Say whether a question without an interrogative asks for yes or no.

    In talk a mark alone makes a question of what ends in a predicate (娘も行った？, 군인도 갔어?).
    """
    bare = _POLITE_TAIL.sub("", text)
    marked = re.search(r"[?？]", text[len(bare) :]) is not None
    if lang == "ja":
        return re.search(r"(?:か|の|かな|っけ|よね|ね)$", bare) is not None or (marked and _ends_in_predicate(bare))
    if lang == "en":
        return bool(
            re.match(
                r"(?:and |so |but )?(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\b",
                bare,
                re.I,
            )
        )
    if lang == "ko":
        plain = r"[나냐어아여해져돼]$|(?:는|은|인|던|한|된)가$"
        return bool(re.search(r"(?:나요|까|니|어요|아요|죠|지|습니까)$", bare) or (marked and re.search(plain, bare)))
    return bool(re.search(r"(?:吗|嗎|么|吧)$", bare))


def _ends_in_predicate(text: str) -> bool:
    """Say whether a Japanese text ends in a verb, an adjective or an auxiliary that ends a sentence."""
    last = next((one for one in reversed(morphemes(text)) if one.surface.strip()), None)
    return last is not None and last.pos[0] in ("動詞", "形容詞", "助動詞") and last.form.startswith("終止形")
