"""Cut a sentence into clauses.

Invariant: clauses are slices of the text as given that adjoin and cover it. Only closed classes of words and endings
are listed here (conjunctions, conjunctive forms, opening adverbs), so that a text about anything is cut alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from corpus.document import Span
from corpus.structure.brackets import depths
from corpus.structure.languages import language_of
from corpus.structure.patterns import any_of
from corpus.structure.sentences import split_sentences


def split_clauses(text: str) -> tuple[Span, ...]:
    """Return the clauses of a sentence: spans that adjoin and cover ``text`` (none for an empty text).

    A delimiter and the whitespace after it belong to the clause they end. Commas that enumerate, follow a topic or
    stand inside brackets do not cut. Given several sentences, their ends cut too.
    """
    if not text:
        return ()
    depth = depths(text)
    find = {"ja": _cuts_ja, "ko": _cuts_ko, "zh": _cuts_zh, "en": _cuts_en}[language_of(text)]
    cuts = {match.end() for match in re.finditer(r"[；;]\s*", text) if not depth[match.start()]}
    cuts |= {cut for cut in find(text, depth) if not depth[cut - 1]}
    cuts |= {span.start for span in split_sentences(text)[1:]}
    edges = [0, *sorted(cut for cut in cuts if 0 < cut < len(text) and text[:cut].strip()), len(text)]
    return tuple(Span(a, b) for a, b in pairwise(edges))


_COMMA = r"[、，]\s*$"
_ADJECTIVE = r"(?:[しなたきさ難]い|[多高低強弱長短深浅近遠広狭良悪早速遅重軽若古安厚薄固硬細太濃鋭鈍]い)"
# The last sound of a predicate in its plain or polite form: what separates 行うが、 from 中国が、.
_PREDICATE = any_of(
    r"[ぐすぬぶむるただ]", r"(?<![ほよ])う", r"(?<![多近遠])く", r"(?<![一二三四五六七八九とた])つ", "せん", _ADJECTIVE
)
_JA_JOINT = re.compile(
    any_of(
        _PREDICATE
        + any_of(
            r"が|から|の[でに]|し|ため[にか]?|けれども?|けども?|ものの|くせに|にも(?:かかわ|関わ|拘)らず|なら(?:ば)?|まま|よう(?:に)?",
            r"(?:一方|中|上|うえ)(?:で)?(?:は)?|(?:際|とき|時|場合|後|間|前)(?:に|には|は|も|で)?|ところ|以上|限り|ほか|たびに?",
            r"反面|半面|代わりに|(?:だけ|ばかり)で(?:は)?なく|のみならず|ばかりか|とともに|と同時に|など|こと(?:で|から|により|によって)",
        ),
        r"[なの](?:の[でに]|ため(?:に)?)|もののの?|にも(?:かかわ|関わ|拘)らず",
        r"[うくぐすつぬぶむる]と|[えけげせてねべめれ]ば|[ただ]ら|つつ(?:も)?|ながら(?:も)?|[っいんしえけげせべめれき]ても|[んい]でも",
        r"(?<![まはら必])ず(?:に)?|て(?:は|から)?|[んい]で|し|[おあな]り|[かさたなばまらわ][れせ]",
    )
    + _COMMA
)
# The continuative form of any other verb: only where a case particle stands since the last comma, for in a list of
# nouns the same endings make nouns (取り組み、見直し、).
_STEM = r"[いきぎしちみびりえけげせてねべめれく]"
_JA_STEM = re.compile(
    any_of(rf"[一-鿿][ぁ-ん]{{0,2}}{_STEM}", rf"と[一-鿿]{{1,2}}{_STEM}", rf"を[ぁ-ん]{{1,3}}{_STEM}") + _COMMA
)
_CASE = re.compile(r"[をがにへはも]")
_JA_NO_JOINT = re.compile(
    any_of(
        r"に(?:対|関|際|応|反)して[はも]?|に(?:よれば|よると|あっては)",
        r"に(?:つい|おい|とっ|よっ|あたっ|当たっ|向け|かけ|加え|わたっ|伴っ|基づい|合わせ|比べ|先立っ|まつわっ)て[はも]?",
        r"に(?:とり|より|おき|つき)|として[はも]?|を(?:通じ|通し|もっ|めぐっ|巡っ|除い)て(?:は)?|を(?:はじめ|始め)(?:として)?|より",
        r"(?:はじめ|初め|改め|あらため|かつ|したがっ|従っ|併せ|極め|きわめ|すべ|全|さ|やが|果たし|加え|続い|次い|そし|決し|総じ|概し)て",
        r"まして|しかし|ただし|但し|もし|少し|まず|必ず|思わず|絶えず|いずれ|おそれ|とりわけ|つまり|例えば|たとえば|[い言]わば",
    )
    + _COMMA
)
_JA_CONNECTIVE = re.compile(
    r"\s*"
    + any_of(
        r"(?:[そこ]の|[そこ]うした)(?:ため|結果|一方|後|際|上|うえ|ほか|まま|よう|中|間)?(?:で|に)?(?:は)?",
        r"だから|ですから|ところが|だが|ですが|それで|それなのに|なので|とはいえ|すると|それから|けれども|もっとも|なお|また",
    )
    + _COMMA
)
_LONGEST = 24  # no conjunctive form is longer


def _cuts_ja(text: str, depth: list[int]) -> Iterator[int]:
    """Yield the ends of Japanese clauses: commas after a conjunctive form, never after a topic or in a list."""
    begin = since = 0
    for comma in re.finditer(r"[、，]\s*", text):
        if depth[comma.start()]:
            continue
        clause, piece = text[begin : comma.start() + 1], text[since : comma.start() + 1]
        since = comma.end()
        if not (len(clause) < _LONGEST and _JA_CONNECTIVE.match(clause)) and _is_joint(piece):
            yield comma.end()
            begin = comma.end()


def _is_joint(piece: str) -> bool:
    """Say whether a stretch that ends in a comma ends in a conjunctive form."""
    ending = piece[-_LONGEST:]
    if _JA_NO_JOINT.search(ending):
        return False
    if _JA_JOINT.search(ending):
        return True
    stem = _JA_STEM.search(ending)
    return stem is not None and (
        stem.group().startswith(("と", "を")) or bool(_CASE.search(piece, 0, len(piece) - len(stem.group())))
    )


_ZH_OPENING = re.compile(
    r"\s*"
    + any_of(
        "此外|另外|因此|所以|但是|但|然而|不过|而且|并且|同时|目前|其中|近年来|随后|最后|首先|其次|例如|据悉|据报道|对此|为此|当天",
        "(?:[\\d〇一二三四五六七八九十]+[年月日]){1,3}",
    )
    + r"[，,]\s*$"
)


def _cuts_zh(text: str, depth: list[int]) -> Iterator[int]:
    """Yield the ends of Chinese clauses: full commas (a list has 、), unless only an opening adverb stands before."""
    begin = 0
    for comma in re.finditer(r"(?:，|(?<!\d),|,(?!\d))\s*|(?<=[^，,；。\s])(?=但是|然而|而且|但(?!愿|凡))", text):
        at = comma.end()
        if not depth[comma.start()] and not _ZH_OPENING.match(
            text[begin:at] if comma.group() else text[begin:at] + "，"
        ):
            yield at
            begin = at


_KO_CUT = re.compile(
    any_of(
        any_of(
            "지만|는데|은데|인데|한데|던데|면서|므로|니까|으나|거나|도록|려고|때문에|[았었했였갔왔됐]고|[았었했였됐]으며|[하되이]며"
        )
        + r",?\s+",
        r"[가-힣](?:[고며]|(?<![측방표전후양지국])면|[아어해라]서|하여|되어),\s+",
        r"(?<=[가-힣]),\s+(?=(?:그러나|하지만|반면|다만)\s)",
    )
)


def _cuts_ko(text: str, depth: list[int]) -> Iterator[int]:
    """Yield the ends of Korean clauses: connective endings, and commas after those that a noun may also end in."""
    for match in _KO_CUT.finditer(text):
        if not depth[match.start()]:
            yield match.end()


_EN_SUBORDINATE = "although|though|because|since|while|whereas|unless|until|when|whenever|after|before|if|once|as"
_EN_CUT = re.compile(
    any_of(
        rf",\s+(?=(?:but|yet|nor|so|and|or|which|who|whose|where|despite|{_EN_SUBORDINATE})\b)",
        r"(?<!\s)\s+(?=(?:but|because|although|though|whereas)\b)",
        r"(?<!\ba)(?<!\bthe)(?<!\s)\s+(?=while\b)",
    ),
    re.IGNORECASE,
)
_EN_OPENING = re.compile(rf"\s*(?:{_EN_SUBORDINATE})\b[^,]{{8,}}?,\s+", re.IGNORECASE)
_EN_NOT_BUT = re.compile(
    r"\b(?:all|nothing|anything|everything|none|no one|nobody|as|even|just|only|partly)$"
    r"|\bnot (?:only|just|merely)\b.*$",
    re.IGNORECASE | re.DOTALL,
)


def _cuts_en(text: str, depth: list[int]) -> Iterator[int]:
    """Yield the ends of English clauses: before conjunctions, and after an opening subordinate clause."""
    opening = _EN_OPENING.match(text)
    if opening and not depth[opening.end() - 1]:
        yield opening.end()
    begin = opening.end() if opening else 0
    for match in _EN_CUT.finditer(text):
        before, after = text[begin : match.start()], text[match.end() :]
        if depth[match.start()] or not before.strip() or _EN_NOT_BUT.search(before):
            continue
        if re.match(r"(?:and|or)\b", after, re.IGNORECASE) and _closes_list(before, after):
            continue
        if re.match(r"(?:which|who|whose|where)\b", after, re.IGNORECASE) and "," in after:
            continue  # a relative clause in mid-sentence would tear the subject from its verb
        begin = match.end()
        yield begin


def _closes_list(before: str, after: str) -> bool:
    """Say whether ", and …" ends an enumeration (A, B, and C) rather than joining two clauses."""
    pieces = re.split(r",\s+", before)
    return (len(pieces) > 1 and len(pieces[-1].split()) <= 4) or len(after.split()) < 4
