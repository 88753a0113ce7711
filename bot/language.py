"""Which language a question is in, and whether it asks for yes or no."""

from __future__ import annotations

import re

from bot.cues import CHINESE, ENGLISH_GRAMMAR, JAPANESE_GRAMMAR, ONLY_CHINESE, Lang


def language(text: str, default: Lang = "ja") -> Lang:
    """Tell the language of a question by its grammar, where several scripts meet in it; else by its script.

    A name in kana does not make a question Japanese, nor one in Hangul a Korean one: particles and endings do. Chinese
    is told from kana-less Japanese by its function words.
    """
    latin = len(re.findall(r"[A-Za-z]{2,}", text))
    if re.search(r"[\u3040-\u30ff]", text):
        japanese = len(JAPANESE_GRAMMAR.findall(text))
        others: tuple[tuple[int, Lang], ...] = (
            (len(re.findall(r"[\uac00-\ud7a3]+", text)), "ko"),
            (len(ONLY_CHINESE.findall(text)), "zh"),
            (len(ENGLISH_GRAMMAR.findall(text)) if latin >= _ENGLISH_WORDS else 0, "en"),
        )
        most, lang = max(others, key=lambda other: other[0])
        return lang if most > japanese else "ja"
    if re.search(r"[\uac00-\ud7a3]", text):
        return "ko"
    if latin >= _ENGLISH_WORDS:
        return "en"  # with names in Han characters among them
    if re.search(r"[\u4e00-\u9fff]", text):
        return "zh" if CHINESE.search(text) else default if default in ("ja", "zh") else "ja"
    return "en" if re.search(r"[A-Za-z]", text) else default


_ENGLISH_WORDS = 3
_POLITE_TAIL = re.compile(r"[?？!！。.\s]+$")


def is_closed(text: str, lang: Lang) -> bool:
    """Say whether a question without an interrogative asks for yes or no."""
    bare = _POLITE_TAIL.sub("", text)
    if lang == "ja":
        return bool(re.search(r"(?:か|の|かな|っけ|よね|ね)$", bare))
    if lang == "en":
        return bool(
            re.match(
                r"(?:and |so |but )?(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\b",
                bare,
                re.I,
            )
        )
    if lang == "ko":
        return bool(re.search(r"(?:나요|까|니|어요|아요|죠|지|습니까)$", bare))
    return bool(re.search(r"(?:吗|嗎|么|吧)$", bare))
