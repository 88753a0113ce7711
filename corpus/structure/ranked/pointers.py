"""The words of a sentence that point back, by closed classes for each language, and what they ask for.

Invariant: a pointer is a slice of one sentence; what only looks like one (それぞれ, その後, it is clear) is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from corpus.document import Span
from corpus.structure.names_ja import HEAD
from corpus.structure.people import morphemes
from corpus.structure.ranked import pointers_other
from corpus.structure.ranked.sorts import sort_of
from corpus.structure.views import View

Group = Literal["person", "people", "body", "noun", "sono", "it", "here", "said", "post", "pair", "former", "latter"]


@dataclass(frozen=True, slots=True)
class Pointer:
    """Words at ``span`` that point back; ``head`` is the noun that names the kind, ``wants`` what it is a kind of."""

    span: Span
    group: Group
    wants: str  # a sort, or empty where the words ask for none
    head: str = ""


_SAME = re.compile(
    r"(?<![一-鿿共合])同(?![じ様時年月日期額率量数等級意感情席士封居業上前訳志盟僚郷窓伴乗調格点化類質義好胞族性0-9０-９]|行[しす]|行者|他|名の|一[のに])"
    r"(?=[一-鿿ァ-ヺー])"
)
_OWN = re.compile(r"(?<![一-鿿])(?:当|本(?![部会場店校館]))(?=[一-鿿])")
_OWN_THINGS = ("案", "計画", "条例", "協定", "事業", "制度", "法", "調査", "施設", "製品", "船", "機")
_PAIR = re.compile(
    r"(?<![一-鿿])(?P<head>両(?:者|氏|国|社|市|県|町|村|校|島|党|派|港|団体|委員|政府|論文|論|説|案|書|会|館|行|軍|地区|地域|制度|方)"
    r"|(?:二|２|2)(?:人|氏|社|国|者)(?=[はがのもをに])|ふたり|双方)(?!とも?に)"
)
_TURN = re.compile(r"(?P<a>前者)|(?P<b>後者)")
_HE = re.compile(
    r"(?<![一-鿿])(?:彼女?(?!ら|た|岸|方|我)|同氏|同人(?=[がはのも])|(?<![ごお日])本人(?!確認|様)|(?<![ァ-ヺー])氏(?=[はがのにも]))"
)
_THEY = re.compile(r"彼女?(?:ら|たち)")
_IT = re.compile(
    r"(?<![こそかきぎけせめれ])(?:これ|それ|あれ)(?=[がをのは、]|に(?!も?かかわらず|加え|先立|しても|は及)|も(?!そう)|と(?!も|て)|で(?!も|、|は)|だけ|より)"
)
_HERE = re.compile(r"(?<![ぁ-んこそ])(?:[こそ]こ|同地)(?=で(?!、)|に(?!は至)|は|へ|から|が|を|の|も)")
_THIS = re.compile(r"(?<![一-鿿ぁ-ん])(?:このような|こうした|この|あの)[「『]?(?=[一-鿿ァ-ヺA-Z取問])")
_THAT = re.compile(r"(?:(?<=^)|(?<=[、。「はがもをにで，]))(?:そのような|そうした|その)[「『]?(?=[一-鿿ァ-ヺA-Z])")
_THUS = re.compile(r"(?<![ぁ-ん])[こそ]の(?:ため|結果)(?=[、に])")
_POST = re.compile(rf"(?:(?<=^)|(?<=[、。「はもが]))(?P<head>副?(?!委員)(?:{HEAD}))(?=[はがも])")
NOT_POINTING = re.compile(
    r"[こそあ](?:の|のような|うした)(?:[前翌]?[日年月週春夏秋冬朝夜晩](?![一-鿿])|うち|ため|ほか|他(?![一-鿿])|とき|時[はに、]|際[はに、]|度[はの、]|頃|たび|先[はの、]|後"
    r"|間[はにも、]|中[はでにの、]|一方|一環|名[はのを]|通り|まま|程度|分[だ、]|点(?=[、])|場合|もの|上[、で]|以)"
)
_TAIL = re.compile(
    r"(?<=.)(?:側|向け|内|ら|等|産|初|最大|最多|独自|自身|全体|自ら|以外|以来|当時|時代|中|同士|関係者|創業者|幹部|担当)$"
)


def pointers(view: View, tongue: str) -> Iterator[Pointer]:
    """Yield the pointers of a sentence in order of their sorts; of two at one place the first holds."""
    if tongue != "ja":
        for span, group, wants, head in pointers_other.pointers(view, tongue):
            yield Pointer(span, group, wants, head)
        return
    yield from _fixed(view)
    for match in view.places(_SAME):
        head = _TAIL.sub("", noun_at(view, match))
        if head and not (head == "行" and view.words()[: match.start()].endswith("の")):
            sort = sort_of(head) or "thing"
            yield Pointer(_upto(view, match, head), "person" if sort == "person" else "body", sort, head)
    for match in view.places(_OWN):
        head = noun_at(view, match)
        sort = sort_of(head) if head else ""
        if sort == "body" or head in _OWN_THINGS:
            yield Pointer(_upto(view, match, head), "body", sort or "thing", head)
    for pattern, group in ((_THIS, "noun"), (_THAT, "sono")):
        for match in _found(view, pattern):
            head = noun_at(view, match)
            sort = sort_of(head) if head else ""
            known = sort == "country" and len(head) > 1
            if head and not known and not NOT_POINTING.match(view.words(), match.start()) and not _ITSELF.match(head):
                yield Pointer(_upto(view, match, head), "noun" if group == "noun" else "sono", sort, head)
    for match in _found(view, _POST):
        yield Pointer(view.spot(match), "post", "person", match["head"])


_ITSELF = re.compile("記事|小論|論考|コラム|連載|ページ|サイト|コーナー|資料(?!館)|他|うち|よう|ほか|ため|とおり")
_AHEAD = 16  # characters in which a noun behind この ends


def noun_at(view: View, match: re.Match[str]) -> str:
    """Return the noun that stands behind a pointing word, with nothing that follows it, or nothing."""
    rest = re.split(r"[」』、。（(\n]", view.words()[match.end() : match.end() + _AHEAD])[0]
    head = ""
    for surface, kind, _ in morphemes(rest):
        if not kind.startswith(("名詞", "接頭辞", "接尾辞,名詞的", "形状詞,一般", "代名詞")) or (
            not head and ",数詞" in kind
        ):
            return "" if surface in ("な", "的") else head
        head += surface
    return head if len(head) < _AHEAD else ""


def _upto(view: View, match: re.Match[str], head: str) -> Span:
    start = view.here.start + match.start()
    return Span(start, view.here.start + match.end() + len(head))


def _found(view: View, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Yield where a pattern stands in the sentence, in quotes or out."""
    return pattern.finditer(view.words())


def _fixed(view: View) -> Iterator[Pointer]:
    """Yield the pointers that name no head of their own."""
    for match in _found(view, _PAIR):
        yield Pointer(
            view.spot(match), "pair", _PAIRED.get(match["head"][1], sort_of(match["head"])), match["head"][1:]
        )
    for match in _found(view, _TURN):
        yield Pointer(view.spot(match), "former" if match["a"] else "latter", "")
    for match in _found(view, _HE):
        yield Pointer(view.spot(match), "person", "person")
    for match in _found(view, _THEY):
        yield Pointer(view.spot(match), "people", "person")
    for match in _found(view, _THUS):
        yield Pointer(view.spot(match), "said", "said")
    for match in _found(view, _HERE):
        yield Pointer(view.spot(match), "here", "place")
    for match in _found(view, _IT):
        yield Pointer(view.spot(match), "it", "")


_PAIRED = {"者": "", "方": "", "人": "person", "氏": "person", "国": "country", "社": "body", "政": "country"}
