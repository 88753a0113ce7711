"""How a question asks for a result that nobody states: of one, in all, what is left or lacking, by what share.

Invariant: closed classes of words of four languages; nothing here is about any subject.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from corpus.structure.units import unit_at

_EACH = r"(?:当たり|あたり|につき)"
_NOUN = r"(?P<n>つ|[一-鿿ァ-ヶーA-Za-z㎡]{1,6}?)"
_ONE_OF = (
    re.compile(rf"[1１一]\s?{_NOUN}{_EACH}"),
    re.compile(rf"{_NOUN}{_EACH}"),
    re.compile(r"[1１一](?P<n>人|個|本|枚|台|回|冊|件|杯|戸|泊)(?:を|に|が)?[一-鿿]{0,2}[ぁ-ん]{1,4}のに"),
    re.compile(r"(?<![一-鿿])(?P<n>月|日|年|週)(?:の)?平均"),
    re.compile(r"[1１一]?(?P<n>か?月|日|年|週|人|個|台|件)に(?:なら|均|換算|直)"),
    re.compile(r"[1１一](?P<n>人|日|か月|カ月|ヶ月|年|回|校|館|社|店|戸|件)(?:の)?平均"),
    re.compile(r"平均(?:して)?[1１一](?P<n>日|人|か月|年|回)"),
    re.compile(r"\b(?:per|for (?:each|every)|each|every|a single) (?P<n>[a-z]+(?: [a-z]+){0,2})", re.IGNORECASE),
    re.compile(r"\b(?:average|mean) (?:\w+ ){0,4}?(?:per|a|an|each) (?P<n>[a-z]+)", re.IGNORECASE),
    re.compile(r"每(?P<n>[个個]?[一-鿿]{1,2}?)(?=[平的要花费能是付多几交出摊]|$)"),
    re.compile(r"(?P<n>人)均|平均(?:每|一)?(?P<m>[个個]?[天月年人户家次名])"),
    re.compile(r"(?:한|1) ?(?P<n>[가-힣]{1,3}?)당|(?P<m>인|명|가구|세대|개|곳|건|대|병)당"),
    re.compile(r"(?P<n>하루|한 달|월|일) ?평균|(?:한|1) ?(?P<m>명|사람|개|곳)에 "),
)
_OTHER = {"月": "month", "日": "day", "年": "year", "週": "week", "하루": "day", "한 달": "month", "월": "month"}
_OTHER |= {"일": "day", "인": "person", "天": "day", "か月": "month", "カ月": "month", "ヶ月": "month", "일 ": "day"}
_OTHER |= {"month": "month", "day": "day", "year": "year", "week": "week", "hour": "hour", "minute": "minute"}
_OTHER |= {
    "か月": "month",
    "つ": "piece",
    "人": "person",
    "person": "person",
    "head": "person",
    "名": "person",
    "사람": "person",
    "명": "person",
}

CHANGED = re.compile(
    r"増え|増加|増し|伸び|上が|上昇|高く|減[っらりる少]|落ち|下が|下落|低下|縮|値[上下]が|"
    r"\b(?:grow|grew|grown|growth|rise|rose|risen|increas\w+|gain\w*|climb\w*|fall|fell|fallen|drop\w*|declin\w+|"
    r"decreas\w+|shr[aiu]nk|chang\w+|up|down|cut)\b|增[加长長]|涨|上升|提高|减少|下降|降低|跌|늘|증가|올[라랐]|줄|감소|떨어|내[려렸]",
    re.IGNORECASE,
)
FELL = re.compile(
    r"減|落ち|下が|下落|低下|縮|\b(?:fall|fell|fallen|drop\w*|declin\w+|decreas\w+|shr[aiu]nk|down|cut|lost|lose)\b|"
    r"减少|下降|降|跌|줄|감소|떨어|내[려렸]",
    re.IGNORECASE,
)
LACKING = re.compile(
    r"足りな|不足|(?<![一-鿿])あと(?!の)|まだ.{0,12}(?:必要|要る|いる|集め)|(?:目標|定員|目指).{0,12}(?:まで|に)(?:は)?(?:あと|どれ|いくら|何|届)|"
    r"\b(?:short(?:fall)?|still (?:\w+ ){0,3}(?:need\w*|miss\w*|lack\w*|to raise|required|have to)|missing|"
    r"lacking|(?:more )?to reach)\b|"
    r"还[差缺]|[差缺]多少|缺口|不足|모자라|부족|더 (?:받|모|필요|채|있어)",
    re.IGNORECASE,
)
LEFT = re.compile(
    r"残り|それ以外|(?:の)?ほか(?:の|は|に)|その他|以外|"
    r"\b(?:left(?: over)?|rest|remain\w*|other things|everything else)\b|"
    r"剩|其余|其他|나머지|그 외|남[은는아]",
    re.IGNORECASE,
)
IN_ALL = re.compile(
    r"合計|全部で|総額|トータル|合わせて|計算(?:になる|だと|すると|では)|全体で|ぜんぶで|"
    r"\b(?:in (?:total|all)|total|altogether|over(?:all)?|entire)\b|"
    r"总共|一共|合计|总|全部|모두|총|합쳐|전부",
    re.IGNORECASE,
)


def one_of(question: str, units: Collection[str] = ()) -> str:
    """Return the unit of which a question asks what falls to one; "" where it asks for no such thing.

    Of English words it is the one that ``units``, those of the numbers at hand, count in (each Gullhaven volunteer).
    """
    for pattern in _ONE_OF:
        if found := pattern.search(question):
            noun = next(value for value in found.groupdict().values() if value).strip()
            return _unit(noun[1:] if len(noun) > 1 and noun[0] in "个個" else noun, units)
    return ""


def _unit(noun: str, units: Collection[str]) -> str:
    if noun.isascii():
        words = noun.lower().split()
        plurals = [word if word.endswith("s") else f"{word}s" for word in words]
        return next((word for word in plurals if word in units), "") or _OTHER.get(words[0], plurals[0])
    return _OTHER.get(noun) or unit_at(f"1{noun}", 1)[0] or noun


_BEFORE_ONE = re.compile(r"([一-鿿ァ-ヶー]+?)[1１一]\s?[一-鿿ァ-ヶー]{1,3}?(?:当たり|あたり|につき)")


def before_one(question: str) -> str:
    """Return the noun that a question counts one of (the 従業員 of 従業員1人あたり); "" where it names none."""
    found = _BEFORE_ONE.search(question)
    return found[1] if found else ""
