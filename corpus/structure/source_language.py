"""The language of a source, as its note prints it.

Invariant: what the note says in words comes first; where title and address leave it open, it is left open.
"""

from __future__ import annotations

import re

from corpus.structure.languages import language_of

_TOLD = {
    "ja": r"日本語|日文|日语|日語|일본어|[Jj]apanese",
    "ko": r"韓国語|朝鮮語|ハングル|韩文|韩语|韓文|朝鲜文|朝鲜语|한국어|조선어|[Kk]orean",
    "zh": r"中国語|中文|漢文|汉语|중국어|[Cc]hinese",
    "en": r"英語|英文|英语|영어|영문|[Ee]nglish",
}
_TOLD_LANGUAGE = {lang: re.compile(rf"[（(［\[](?:in |原文)?(?:{words})[）)］\]]") for lang, words in _TOLD.items()}
_SITE_LANGUAGE = {
    "ja": re.compile(r"://[^/]+\.jp(?=[:/]|$)|/(?:jp|ja)(?=/|$)"),
    "ko": re.compile(r"://[^/]+\.kr(?=[:/]|$)|/(?:kr|ko)(?=/|$)"),
    "zh": re.compile(r"://[^/]+\.(?:cn|tw|hk)(?=[:/]|$)|/(?:cn|zh|zh-\w+)(?=/|$)"),
}


def source_language(words: str, title: str, url: str) -> str:
    """Return the language of a source as printed beside it, else as its title is written, else nothing.

    A title in ideographs alone may be Japanese or Chinese: a character that only China writes decides, or the address.
    """
    if told := next((lang for lang, pattern in _TOLD_LANGUAGE.items() if pattern.search(words)), ""):
        return told
    letters = [char for char in title if char.isalpha()]
    if not letters:
        return ""
    found = language_of(title)
    if found == "en":
        return "en" if all(char.isascii() for char in letters) else ""
    if found != "zh" or any(_only_china_writes(char) for char in letters):
        return found
    return next((lang for lang, pattern in _SITE_LANGUAGE.items() if pattern.search(url)), "")


def _only_china_writes(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    try:
        char.encode("cp932")
    except UnicodeEncodeError:
        return True
    return False
