"""Whether words are the name of a person.

Invariant: a word that the document also uses as a word is no name; Japanese names are those the dictionary knows.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

_JAPANESE = re.compile(r"[一-鿿々ヶ]{1,4}[ 　]?[一-鿿々ぁ-ゖァ-ヺー]{1,5}$")
_KATAKANA = re.compile(r"[ァ-ヺー]{2,}(?:[・＝= 　][ァ-ヺー]{2,}){1,3}$")
_KOREAN = re.compile(r"([가-힣]{2,4})(?: (?:기자|특파원|연구위원|연구원|교수|논설위원|선임기자))?$")
_LATIN = re.compile(
    r"(?:(?:Dr|Prof|Mr|Mrs|Ms)\.? )?[A-Z][\w’'.-]*(?: (?:[A-Z][\w’'.-]*|de|da|di|van|von|der|den|bin|al|la|le)){1,3}"
    r"(?:(?:,| and| &) [A-Z][\w’'.-]*(?: (?:[A-Z][\w’'.-]*|de|van|von|bin)){1,3})*$"
)
_KOREAN_SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국갈팽옹"
)
_CHINESE_SURNAMES = frozenset(
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖萧蕭田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈"
    "姚卢盧姜崔钟鍾谭譚陆陸汪范石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴武戴莫孔向汤湯"
)
_KOREAN_HANJA = frozenset(
    "金李朴崔鄭姜趙尹張林韓呉徐申権權黄安宋柳洪全高文孫梁裴白許南沈盧河郭成車朱禹具辛任羅田閔陳池厳千方孔玄咸卞廉余秋都石宣薛馬吉延魏表明奇潘王琴玉陸印孟諸牟卓"
)


def is_person(text: str, lowered: frozenset[str] = frozenset()) -> bool:
    """Say whether the text is a person's name; ``lowered`` are words the document writes in lower case."""
    stripped = text.strip()
    if _LATIN.match(stripped):
        words = re.findall(r"[A-Z][A-Za-z]{2,}", stripped)
        return bool(words) and not any(word.lower() in lowered for word in words)
    if match := _KOREAN.match(stripped):
        return match[1][0] in _KOREAN_SURNAMES and (len(match[1]) == 3 or " " in stripped)
    if _KATAKANA.match(stripped):
        return True
    if not _JAPANESE.match(stripped):
        return False
    return _known_name(stripped)


def _known_name(text: str) -> bool:
    """Ask the Japanese dictionary whether the text is a surname with a given name, or a Chinese name by its surname."""
    compact = re.sub(r"[ 　]", "", text)
    found = [part for part in _tokenizer().tokenize(text) if part.surface().strip()]
    parts = [(part.surface(), part.part_of_speech()) for part in found]
    names = [pos[:3] == ("名詞", "固有名詞", "人名") for _, pos in parts]
    if len(parts) >= 2 and names[0] and all(names[1:]):
        return True
    if len(parts) == 2 and parts[0][1][:3] == ("名詞", "固有名詞", "地名") and parts[1][1][3] == "名":
        return (
            len(parts[0][0]) > 1 and re.fullmatch("[一-鿿々]{4,6}", compact) is not None
        )  # many surnames are of places
    if len(parts) == 1 and names[0]:
        return len(compact) >= 3
    if names and names[0] and parts[0][1][3] == "姓" and len(compact) <= 5:  # a given name the dictionary lacks
        return all(pos[0] == "名詞" or len(surface) == 1 for surface, pos in parts[1:]) and not any(
            pos[1] == "普通名詞" and len(surface) > 1 for surface, pos in parts[1:]
        )
    return (
        2 <= len(compact) <= 3
        and compact[0] in _CHINESE_SURNAMES
        and not any(
            part.part_of_speech()[1] == "普通名詞" and len(part.surface()) > 1 and not part.is_oov() for part in found
        )
    )


def east_asian_name(text: str) -> bool:
    """Say whether Han characters may be a Chinese or Korean name: a surname and one or two characters."""
    return bool(re.fullmatch("[一-鿿]{2,3}", text)) and (text[0] in _CHINESE_SURNAMES or text[0] in _KOREAN_HANJA)


def surname(text: str) -> bool:
    """Say whether Chinese words in the place of a name begin with a surname."""
    return text[0] in _CHINESE_SURNAMES


_LONGEST_READ = 2000  # characters; the dictionary's reader refuses about 16,000


@lru_cache(8192)
def morphemes(text: str) -> tuple[tuple[str, str, bool], ...]:
    """Return the dictionary's words of a short text: as printed, part of speech, and whether it does not know them.

    What is too long to be a name or a sentence is one unknown word.
    """
    if len(text) > _LONGEST_READ:
        return ((text, "名詞,普通名詞,一般,*", True),)
    return tuple(
        (word.surface(), ",".join(word.part_of_speech()[:4]), word.is_oov()) for word in _tokenizer().tokenize(text)
    )


def _tokenizer() -> Any:  # noqa: ANN401 - the type is a compiled class without stubs
    """Return a new Japanese tokenizer: threads may share the dictionary, not the tokenizer."""
    from sudachipy import SplitMode  # noqa: PLC0415  most documents never need it

    dictionary = _dictionary()
    make = getattr(dictionary, "tokenizer", None) or dictionary.create  # its name before sudachipy 0.7
    return make(mode=SplitMode.C)


@cache
def _dictionary() -> Any:  # noqa: ANN401
    """Return the dictionary; loaded only when a line may be a Japanese name."""
    from sudachipy import Dictionary  # noqa: PLC0415

    return Dictionary()


_BARE = re.compile(
    r"(?<![一-鿿々])(?P<name>[一-鿿々]{3,5}(?<!氏)|[一-鿿々]{1,3}[ぁ-ゖ]{1,4}|[ァ-ヺー]{2,}(?:[・＝][ァ-ヺー]{2,})+)(?=[はがも]|さん|氏)"
)
_OF_PLACE = re.compile(r"[川山島市町村区県郡道駅港橋町湖池丘寺社]$")


def bare_names(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    """Return where a stretch of Japanese text names people by surname and given name without a post, each once."""
    found: dict[str, tuple[int, int]] = {}
    for match in _BARE.finditer(text, start, stop):
        name = match["name"]
        if not _OF_PLACE.search(name) and is_person(name):
            found.setdefault(name, match.span("name"))
    return list(found.values())
