"""The noun phrases of a Japanese sentence that は, が or も marks, and whether they name one who can act.

Invariant: a phrase is a slice of the text, and stands outside of quotes and brackets. Who can act is told by the last
word of a phrase: closed classes of bodies (委員会, 市) and of people (者, 員), never names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.document import Span
from corpus.structure.bodies import COMPANY_ENDS
from corpus.structure.names_ja import HEAD
from corpus.structure.people import morphemes

_BODY = (
    "政府|政権|当局|省|庁|内閣|議会|裁判所|地裁|高裁|最高裁|検察|警察|警視庁|県警|府警|署|委員会|委|協議会|審議会"
    "|評議会|理事会|会議所|連合会|協会|学会|連盟|連合"
    "|同盟|組合|農協|漁協|生協|機構|機関|公社|公団|財団|法人|団体|会社|企業|公司|社|メーカー|業者|事業者|商社|商店|店|工房|塾|商会"
    "|銀行|日銀|中銀|新聞|新聞社|放送|通信"
    "|通信社|出版社|大学|大学院|学校|高校|中学校|小学校|病院|研究所|研究室|研究会|センター|博物館|美術館|図書館"
    "|資料館|公民館|本社|支社|支店|本部|支部|事務局|編集部"
    "|チーム|グループ|班|隊|軍|党|派|陣営|側|課|局|部会|自治体|自治会|町内会|町会|市|町|村|区|県|府|北海道|国|会派"
    "|家|組|寺|神社|教会|館|園|院|(?:士|師|年|人|援|窓|民|者|護|村|町|市|の|る)会|劇団|楽団|球団|クラブ|サークル"
    "|同盟国"
)
_PEOPLE = (
    "氏|さん|人|首脳|代表団|使節団|要人|閣僚|幹部|君|ちゃん|様|殿|師|先生|女史|夫妻|夫婦|者|員|民|官|手|士|家族|作家|画家|農家|専門家|政治家|活動家"
    "|実業家|建築家|音楽家|写真家|評論家|住職|僧|神父|牧師|生徒|学生"
    "|児童|教諭|教師|男|女|女性|男性|少年|少女|子ども|子供|老人|高齢者|若者|人々|人びと|夫|妻|父|母|父親|母親|両親|兄|弟"
    "|姉|妹|息子|娘|長男|次男|三男|長女|次女|祖父|祖母|孫|親"
    "|職人|商人|役人|軍人|詩人|芸人|新人|友人|知人|住人|夫人|本人|店主|地主|船主|社主|当主|主婦|会長|社長|さんら"
    "|氏ら|たち|ら|彼|彼女|王|皇帝|女王|国王|将軍|医師|教授"
)
_SOME = (
    "双方|両者|両方|全員|一同|誰|だれ|みな|みんな|互い|それぞれ|いずれ|どちら|多く|大半|一部|半数|残り|ほか|一人"
    "|ひとり|二人|三人"
)
_ACTS = re.compile(rf"(?:{_BODY}|{COMPANY_ENDS}|{_PEOPLE}|{_SOME}|{HEAD})(?:ら|たち|側)?$")
_NOT = re.compile(
    r"(?:場所|社会|都会|全国|各国|外国|市町村|内部|一部|全部|上部|下部|相手|切手|両手|右手|左手|空手|国家|民家|人家"
    r"|空き家|[実生旧商]家|我が家|隣家|戸籍|面|苦手|水道|鉄道|街道|軌道|歩道|武士道)$"
)


@dataclass(frozen=True, slots=True)
class Marked:
    """A noun phrase at ``[span.start, span.end)`` and the particle printed behind it; ``after`` is where that ends."""

    span: Span
    particle: str
    after: int
    when: bool  # it only says when or how much (翌日は, 八百も)
    inside: bool = False  # が marks it in a clause inside of the sentence (傾向が表れたと述べた, 夜が明けるまで)


def marked(text: str, start: int, end: int, depth: Sequence[int]) -> list[Marked]:
    """Return the noun phrases of a sentence that は, が or も stands behind, in order."""
    words = _words(text, Span(start, end), depth)
    return [
        one
        for n, (surface, kind, _) in enumerate(words)
        if surface in ("は", "が", "も") and kind.startswith(("助詞,係助詞", "助詞,格助詞"))
        if (one := _phrase(words, n)) is not None
    ]


def objects(text: str, start: int, end: int, depth: Sequence[int]) -> list[Span]:
    """Return the noun phrases of a sentence that を stands behind, in order."""
    words = _words(text, Span(start, end), depth)
    found = [_phrase(words, n) for n, word in enumerate(words) if word[0] == "を"]
    return [one.span for one in found if one is not None]


def noun_phrases(text: str, scope: Span, depth: Sequence[int]) -> list[Span]:
    """Return the noun phrases of a Japanese stretch, with what stands before の, in order."""
    words, at = _words(text, scope, depth), 0
    found: list[Span] = []
    while at < len(words):
        end = at
        while end < len(words) and (
            _is_noun(*words[end][:2])
            or (words[end][0] == "の" and end > at and end + 1 < len(words) and _is_noun(*words[end + 1][:2]))
            or (end > at and _is_set_off(words, end))
        ):
            end += 1
        if end > at:
            start = words[at][2]
            while start > scope.start and "一" <= text[start - 1] <= "鿿" and (not found or start > found[-1].end):
                start -= 1  # the first sign of a compound that the dictionary lacks (浅喫水)
            found.append(Span(start, words[end - 1][2] + len(words[end - 1][0])))
        at = max(end, at + 1)
    return found


def _is_set_off(words: Sequence[tuple[str, str, int]], n: int) -> bool:
    """Say whether ``words[n]`` is the space, or の before it, that sets off Latin signs in a phrase (岬側の A 線)."""
    at = n + (words[n][0] == "の")
    if at + 1 >= len(words) or words[at][0] != " " or not _is_noun(*words[at + 1][:2]):
        return False
    return words[at - 1][0][-1:].isascii() or words[at + 1][0][:1].isascii()


def _words(text: str, scope: Span, depth: Sequence[int]) -> list[tuple[str, str, int]]:
    """Return the dictionary's words of a stretch with where they begin; what quotes and brackets hold is ＿."""
    plain = "".join("＿" if depth[at] else text[at] for at in range(scope.start, scope.end))
    words, at = [], scope.start
    for surface, kind, _ in morphemes(plain):
        words.append((surface, kind, at))
        at += len(surface)
    return words


def _phrase(words: Sequence[tuple[str, str, int]], n: int) -> Marked | None:
    """Return the noun phrase before the particle ``words[n]``, with what stands before の, or None."""
    first = n
    while first and _is_nominal(words, first - 1, n):
        first -= 1
    while first < n and (words[first][0] in ("の", "・", "＝") or _is_sign(words[first])):
        first += 1
    if first == n:
        return None
    surface, _, at = words[n]
    inside = words[first:n]
    counts = surface == "も" and bool(re.search("数詞", inside[-1][1]))
    when = (
        counts or bool(_WHEN.search(inside[-1][0]) or ("副詞可能" in inside[-1][1] and not _ACTS.search(inside[-1][0])))
    ) and len(inside) <= _LONGEST_TIME
    begin = _joined(words, first)
    return Marked(Span(words[begin][2], at), surface, at + len(surface), when, surface == "が" and _inside(words, n))


def _inside(words: Sequence[tuple[str, str, int]], n: int) -> bool:
    """Say whether the predicate behind a particle goes on to a noun, or to と: its clause is not the sentence's."""
    at = n + 1
    while at < len(words) and not words[at][1].startswith(_PREDICATE):
        if words[at][0] in ("、", "。"):
            return False
        at += 1
    while at < len(words) and (words[at][1].startswith(_PREDICATE) or words[at][0] in ("て", "で")):
        at += 1
    return at < len(words) and (
        words[at][1].startswith(("名詞", "代名詞", "助詞,準体", "助詞,副助詞", "接尾辞")) or words[at][0] == "と"
    )


_PREDICATE = ("動詞", "形容詞", "助動詞")


_WHEN = re.compile(
    r"(?:[^午最]後|[^午手以]前|以[後来降前]|当[時初]|[期年月週日]間|[年月日時分秒]|年[度代]|時[代期点]"
    r"|[日夜朝春夏秋冬晩]|頃|ころ|際|今回|前回)$"
)
_LONGEST_TIME = 7  # morphemes of words that say when (帰国後は, 最初の5年間は)


def _joined(words: Sequence[tuple[str, str, int]], first: int) -> int:
    """Return where a phrase begins with what と or や joins to it (須坂市と当社)."""
    while first > 1 and words[first - 1][0] in ("と", "や") and _is_noun(*words[first - 2][:2]):
        first -= 2
        while first and (
            _is_noun(*words[first - 1][:2])
            or (words[first - 1][0] == "の" and first > 1 and _is_noun(*words[first - 2][:2]))
        ):
            first -= 1
    return first


def _is_nominal(words: Sequence[tuple[str, str, int]], at: int, stop: int) -> bool:
    surface, kind, _ = words[at]
    if surface == "の":
        return at + 1 < stop and at > 0 and _is_noun(*words[at - 1][:2])
    return _is_noun(surface, kind)


def _is_sign(word: tuple[str, str, int]) -> bool:
    return word[1].startswith("補助記号,一般") and set(word[0]) != {"＿"}


def _is_noun(surface: str, kind: str) -> bool:
    if set(surface) == {"＿"} or surface in ("・", "＝", "ー"):
        return True
    return kind.startswith(("名詞", "代名詞", "接頭辞", "接尾辞,名詞的", "記号", "補助記号,一般"))


def acts(words: str) -> bool:
    """Say whether a noun phrase names one who can act: a body or people."""
    named = re.sub(r"[「『（(][^「」『』（）()]*[」』）)]$", "", words)
    return bool(_ACTS.search(named)) and not _NOT.search(named)


def is_body(words: str) -> bool:
    """Say whether a noun phrase ends in a word for a kind of body (国土交通省)."""
    return bool(re.search(rf"(?:{_BODY})$", words))


def is_people(words: str) -> bool:
    """Say whether a noun phrase ends in a word for people, or in a post (堂本委員長)."""
    return bool(re.search(rf"(?:{_PEOPLE}|{HEAD})$", words)) and not _NOT.search(words)


def named(words: str) -> bool:
    """Say whether a noun phrase ends in a name, or in a word that no dictionary has."""
    if re.search(r"[」』]$", words):
        return True
    read = morphemes(words)
    return bool(read) and ("固有名詞" in read[-1][1] or (read[-1][2] and bool(re.search(r"[一-鿿ァ-ヺ]{2}$", words))))
