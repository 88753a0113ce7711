"""Cut text into sentences and clauses, and say whether a clause denies or hedges what it states.

Invariant: every span is a slice of the text as given; sentences are in order, do not overlap and leave out nothing but
whitespace; clauses adjoin and cover the text. Only closed classes of words are listed here (conjunctions, endings,
titles), so that a text about anything is cut alike. The language is read from the script: kana means Japanese, Hangul
Korean, other ideographs Chinese, everything else English.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import Literal

from corpus.document import Span

_PAIRS = dict(zip("「『（(“［[〔【〈《｢", "」』）)”］]〕】〉》｣", strict=True))
_CLOSERS = frozenset(_PAIRS.values()) | {'"', "’", "'"}
_NOTE_OPENERS = "（([［〔"
_URL = re.compile(r"(?:https?://|www\.)[!-~]+?(?=[.,;:!?)\]>\"']*(?:[^!-~]|$))")
_DOTTED_DATE = re.compile(r"\d{4}\.\s?\d{1,2}\.(?:\s?\d{1,2}\.?)?")
_BLANK = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_ITEM = re.compile(
    r"\s*(?:[•‣▪●○◆■□◇▶※・]|[-*–—]\s|#{1,6}\s|\||>|<sup>|[(（]?\d{1,3}[.)．）]\s|[(（]\d{1,3}[)）]|[①-⑳]|---)", re.ASCII
)
_HEADING = re.compile(r"\s*(?:#{1,6}\s|\||---+\s*$)")
_ENUMERATOR = re.compile(r"\W*(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivxIVX]{1,5})\.$")
_STOP = re.compile(r"[。｡．.！？!?‼⁇⁈⁉]+")
_NOTE_MARK = re.compile(
    r"(?:\[[\d,、，\s–-]{1,20}\]|<sup>[^<\n]{0,20}</sup>|[⁰¹²³⁴-⁹]+|[*※†‡]\d{0,3}(?=\s|$))"
    r"|\s\[\d{1,3}(?:[,–-]\s?\d{1,3})*\]"
)
# A note mark that lost its superscript: a bare number glued to the full stop.
_FLAT_MARK = re.compile(r"\d{1,3}(?=\s+[A-Z“\"]|\s*$)")
_QUOTE_GOES_ON = re.compile(r"[、，,。．」』）)：:；;]|[ぁ-ん]|[─―—-]|(?:은|는|이|가|을|를|라고|이라고|하고|고)\s?")
_GOES_ON = re.compile(r"[」』）)]?(?:と|って|、|，|,|[─―—])")
_SPEECH_GOES_ON = re.compile(r"[、，]|と(?!こ|も|て)|って|などと|との|という")
# A mark inside a name rather than at the end of an exclamation (Yahoo!ニュース).
_NAME_MARK = re.compile(r"[!！](?=[ァ-ヺ])(?<=[A-Za-z].)")


def _set(words: str) -> frozenset[str]:
    """Return the words of a list."""
    return frozenset(words.split())


# Abbreviations, by what may follow their full stop: always a name; a number; always more of the sentence.
_TITLES = _set("mr mrs ms mx dr prof st gen sen rep gov lt col sgt capt maj adm cmdr cpl hon rev pres amb messrs")
_BEFORE_NUMBER = _set("no nos vol vols p pp fig figs art sec ch chap eq tab app para ca approx c ver op")
_BEFORE_NUMBER |= _set("jan feb mar apr jun jul aug sep sept oct nov dec")
_INSIDE = _set("e.g i.e cf viz vs v al ed eds trans resp incl est")
# After these a sentence may end, and does when the next word is one that starts sentences.
_MAY_END = _set("inc ltd co corp etc jr sr bros")
_STARTERS = _set(
    "the a an it its he she they we you i this that these those there his her their our my also in on at by"
)
_STARTERS |= _set("for from with as but and or so yet however although though while when if after before since because")
_STARTERS |= _set(
    "despite during under over meanwhile moreover furthermore nevertheless then thus therefore what who why"
)
_STARTERS |= _set("how where is are was were do does did not no some many most all both each")

Language = Literal["ja", "ko", "zh", "en"]


def language_of(text: str) -> Language:
    """Return the language that the script of ``text`` shows: ja for kana, ko for Hangul, zh for ideographs, else en."""
    if re.search(r"[ぁ-ゖァ-ヺｦ-ﾝ]", text):
        return "ja"
    if re.search(r"[가-힣]", text):
        return "ko"
    return "zh" if re.search(r"[一-鿿㐀-䶿]", text) else "en"


def split_sentences(text: str) -> tuple[Span, ...]:
    """Return the sentences of ``text``, in order and trimmed of whitespace.

    A closed quote or bracket is never cut; an unclosed one does not hold. A blank line always ends a sentence; so does
    the end of a line before a list item, heading or table row. Any other line break is taken for a wrapped line,
    except after a short line of Japanese or Chinese, which is a heading.
    """
    spans: list[Span] = []
    for start, end in _blocks(text):
        at = start
        for cut in _sentence_cuts(text[start:end]):
            _append_trimmed(spans, text, at, start + cut)
            at = start + cut
        _append_trimmed(spans, text, at, end)
    return tuple(spans)


def split_clauses(text: str) -> tuple[Span, ...]:
    """Return the clauses of a sentence: spans that adjoin and cover ``text`` (none for an empty text).

    A delimiter and the whitespace after it belong to the clause they end. Commas that enumerate, follow a topic or
    stand inside brackets do not cut. Given several sentences, their ends cut too.
    """
    if not text:
        return ()
    depth = _depths(text)
    find = {"ja": _cuts_ja, "ko": _cuts_ko, "zh": _cuts_zh, "en": _cuts_en}[language_of(text)]
    cuts = {match.end() for match in re.finditer(r"[；;]\s*", text) if not depth[match.start()]}
    cuts |= {cut for cut in find(text, depth) if not depth[cut - 1]}
    cuts |= {span.start for span in split_sentences(text)[1:]}
    edges = [0, *sorted(cut for cut in cuts if 0 < cut < len(text) and text[:cut].strip()), len(text)]
    return tuple(Span(a, b) for a, b in pairwise(edges))


def _append_trimmed(spans: list[Span], text: str, start: int, end: int) -> None:
    """Append ``[start, end)`` less the whitespace at its ends, unless nothing is left."""
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    if left < len(piece):
        spans.append(Span(start + left, start + len(piece.rstrip())))


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of text that no sentence crosses."""
    at = 0
    for blank in _BLANK.finditer(text):
        yield from _line_groups(text, at, blank.start())
        at = blank.end()
    yield from _line_groups(text, at, len(text))


def _line_groups(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield groups of lines of one paragraph that belong together because they are one wrapped text."""
    lines = text[start:end].split("\n")
    widest = max(len(line.strip()) for line in lines)
    at = offset = start
    for line, following in pairwise(lines):
        offset += len(line) + 1
        if _ends_block(line, following, widest):
            yield at, offset
            at = offset
    yield at, end


def _ends_block(line: str, following: str, widest: int) -> bool:
    """Say whether the break between two lines of a paragraph is more than a wrapped line."""
    if _ITEM.match(following) or "\t" in line + following or _HEADING.match(line):
        return True
    if language_of(line) in ("en", "ko") or not line.strip():
        return False
    # A wrapped line is about as long as the widest; a short one without punctuation is a heading or a by-line.
    return len(line.strip()) < 0.6 * widest and not re.search(r"[、，,・（(「『\s]$", line)


def _depths(text: str) -> list[int]:
    """Return for each character how many closed brackets and quotes it stands in; brackets count as inside."""
    quotes = [index for index, char in enumerate(text) if char == '"']
    pairs = list(zip(quotes[::2], quotes[1::2], strict=True)) if len(quotes) % 2 == 0 else []
    stack: list[tuple[str, int]] = []
    awaited: Counter[str] = Counter()
    for index, char in enumerate(text):
        if char in _PAIRS:
            stack.append((_PAIRS[char], index))
            awaited[_PAIRS[char]] += 1
        elif awaited[char]:
            closer = ""
            while closer != char:  # what was opened inside and never closed does not hold
                closer, opened = stack.pop()
                awaited[closer] -= 1
            pairs.append((opened, index))
    steps = [0] * (len(text) + 1)
    for opened, closed in pairs:
        steps[opened] += 1
        steps[closed + 1] -= 1
    return list(accumulate(steps[:-1]))


def _sentence_cuts(block: str) -> Iterator[int]:
    """Yield where in a block one sentence ends and the next may begin."""
    depth = _depths(block)
    held = [match.span() for pattern in (_URL, _DOTTED_DATE) for match in pattern.finditer(block)]
    begin = 0
    for stop in _STOP.finditer(block):
        first, last = stop.span()
        if last <= begin or any(a <= first < b and last < len(block) for a, b in held):
            continue
        if depth[first]:
            end = _closing_quote(block, depth, begin, last)
        else:
            end = last if _is_stop(block, depth, begin, first, last) else 0
        if end:
            end = _take_trailing(block, depth, end)
            yield end
            begin = end


def _closing_quote(block: str, depth: list[int], begin: int, last: int) -> int:
    """Return the end of a quote whose last stop is also the stop of the whole sentence, else 0."""
    end = last
    while end < len(block) and block[end] in _CLOSERS and depth[end]:
        end += 1
    if end == last or (end < len(block) and depth[end] and depth[end - 1]):
        return 0
    if end >= len(block):
        return end
    if _QUOTE_GOES_ON.match(block, end):
        return 0
    if block[end].isspace():
        rest = block[end : end + 20].lstrip()
        goes_on = _SPEECH_GOES_ON if block[end] == "\n" else _QUOTE_GOES_ON
        return end if not rest[:1].islower() and not goes_on.match(rest) else 0
    opened = end - 1
    while opened > begin and depth[opened - 1]:
        opened -= 1
    return end if not block[begin:opened].strip() or block[opened - 1] in "：:" else 0


def _is_stop(block: str, depth: list[int], begin: int, first: int, last: int) -> bool:
    """Say whether the run of stops ``block[first:last]`` ends the sentence that starts at ``begin``."""
    mark, after = block[first:last], block[last : last + 1]
    if "。" in mark or "｡" in mark:
        return True
    if mark.strip(".．"):  # a question or exclamation mark
        return not (_GOES_ON.match(block, last) or _NAME_MARK.match(block, first)) and not (
            after.isascii() and (after.isalnum() or (after in "=&/_" and after))
        )
    if "．" in mark:
        return after not in ("、", "，", ",") and not (after.isdigit() and block[first - 1 : first].isdigit())
    return _is_full_stop(block, depth, begin, first, last)


def _is_closer(block: str, depth: list[int], at: int) -> bool:
    """Say whether a quote or bracket closes here; a straight quote may also open."""
    opens = depth[at] > (depth[at - 1] if at else 0)
    return block[at] in _CLOSERS and not opens


def _is_full_stop(block: str, depth: list[int], begin: int, first: int, last: int) -> bool:
    """Say whether an ASCII full stop ends a sentence rather than an abbreviation, a number or a name."""
    end = last
    while end < len(block) and _is_closer(block, depth, end):
        end += 1
    rest = block[end : end + 80]
    latin = re.search(r"[A-Za-z.]+$", block[max(begin, first - 24) : first])
    word = latin.group() if latin else ""
    if not rest.strip():
        return True
    if not rest[0].isspace():
        return _stops_before_glued(block[first - 1 : first], word, rest)
    if first - begin < 16 and _ENUMERATOR.match(block[begin : first + 1]):
        return False
    following = rest.lstrip()
    return (not word or not following[:1].islower()) and _ends_after_word(word, following)


def _stops_before_glued(before: str, word: str, rest: str) -> bool:
    """Say whether a full stop with no space after it ends a sentence: before a note mark, or in Korean."""
    if rest[0] in "[<⁰¹²³⁴⁵⁶⁷⁸⁹":
        return bool(before.strip())
    if re.search(r"[a-z]{3}$", word) and word.lower() not in _BEFORE_NUMBER and _FLAT_MARK.match(rest):
        return True
    return before in tuple("다요까죠") and bool(re.match(r"[가-힣“\"]", rest))


def _ends_after_word(word: str, following: str) -> bool:
    """Say whether ``word`` with its full stop can end a sentence before ``following``."""
    low = word.lower()
    next_word = re.match(r"[\"“'‘(]*([A-Za-z]+)", following)
    starter = next_word is None or next_word.group(1).lower() in _STARTERS
    if low in _TITLES or low in _INSIDE:
        return False
    if low in _BEFORE_NUMBER:
        return not re.match(r"[\d\W]|[IVXLC]+\b", following) and starter
    if re.fullmatch(r"(?:[A-Za-z]\.)*[A-Za-z]", word) or low in _MAY_END:
        return starter
    return True


def _take_trailing(block: str, depth: list[int], end: int) -> int:
    """Return ``end`` moved past the closers, note marks and short brackets that belong to the sentence before."""
    while end < len(block):
        if _is_closer(block, depth, end):
            end += 1
            continue
        mark = _NOTE_MARK.match(block, end)
        if mark is None and block[end - 1] == "." and re.search(r"[a-z]{3}\.$", block[:end]):
            mark = _FLAT_MARK.match(block, end)
        if mark:
            end = mark.end()
        elif block[end] in _NOTE_OPENERS and depth[end]:
            close = end
            while close < len(block) and depth[close] >= depth[end]:
                close += 1
            if _STOP.search(block, end, close):
                break
            end = close
        else:
            break
    return end


# --- clauses ---------------------------------------------------------------------------------------------


def _any(*forms: str) -> str:
    """Return one alternation of the forms."""
    return f"(?:{'|'.join(forms)})"


_COMMA = r"[、，]\s*$"
_ADJECTIVE = r"(?:[しなたきさ難]い|[多高低強弱長短深浅近遠広狭良悪早速遅重軽若古安厚薄固硬細太濃鋭鈍]い)"
# The last sound of a predicate in its plain or polite form: what separates 行うが、 from 中国が、.
_PREDICATE = _any(
    r"[ぐすぬぶむるただ]", r"(?<![ほよ])う", r"(?<![多近遠])く", r"(?<![一二三四五六七八九とた])つ", "せん", _ADJECTIVE
)
_JA_JOINT = re.compile(
    _any(
        _PREDICATE
        + _any(
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
    _any(rf"[一-鿿][ぁ-ん]{{0,2}}{_STEM}", rf"と[一-鿿]{{1,2}}{_STEM}", rf"を[ぁ-ん]{{1,3}}{_STEM}") + _COMMA
)
_CASE = re.compile(r"[をがにへはも]")
_JA_NO_JOINT = re.compile(
    _any(
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
    + _any(
        r"(?:[そこ]の|[そこ]うした)(?:ため|結果|一方|後|際|上|うえ|ほか|まま|よう|中|間)?(?:で|に)?(?:は)?",
        r"だから|ですから|ところが|だが|ですが|それで|それなのに|なので|とはいえ|すると|それから|けれども|もっとも|なお|また",
    )
    + _COMMA
)


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


_LONGEST = 24  # no conjunctive form is longer


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
    + _any(
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
    _any(
        _any(
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
    _any(
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


# --- negation and hedging --------------------------------------------------------------------------------

_JA_NAI = r"(?:ない|なかった|なかつた|なく|ず|ぬ|ん|ません)"
_NOT_DENIED = {
    "ja": re.compile(
        _any(
            rf"かも(?:しれ|知れ){_JA_NAI}|に(?:違い|相違|ちがい)(?:{_JA_NAI}|ありません)|間違い(?:は)?(?:{_JA_NAI}|ありません)",
            rf"疑い(?:よう)?(?:の余地)?[はがも]?(?:{_JA_NAI}|ありません)|わけに[はも](?:いか|行か|ゆか|参り|まいり)(?:{_JA_NAI}|ません)",
            r"(?:では|じゃ)(?:ない|ありません|なかった|なかろう)(?:だろう|でしょう)?か(?!ら|ぎり|った)|な(?:い|かろ)(?:だろ|でしょ)うか",
            rf"(?:なけれ|なく(?:て)?|ね|ないと|なきゃ)(?:ば|は)?(?:なら|いけ|なり){_JA_NAI}|ざるを?(?:得|え){_JA_NAI}",
            rf"(?:ずに|ないで)は(?:いられ|おか|済ま){_JA_NAI}|に(?:ほか|他|外)なら{_JA_NAI}|に(?:過ぎ|すぎ){_JA_NAI}",
            rf"(?:だけ|のみ|ばかり)で?は?な(?:く|らず)|(?:否め|否定でき|否定し得|欠かせ|欠くことのでき){_JA_NAI}",
            r"な(?:い(?:こと|わけ|もの)[はも]|く[はも])(?:な|あり)|かねな(?:い|かった|く)|余儀なく|(?:間|ま)もなく|やむなく",
            r"少なく(?:ない|なかった|ありません)|(?:少|危|切|はか|儚|もったい|勿体|情け|とんでも|何気|さりげ|つまら|仕方)な(?:い|く|かった|から)|少なからず",
            r"(?:問わ|とわ|かかわら|関わら|拘ら|拘わら|相変わら|に限ら|のみなら|絶え)ず|(?<![はもと])思わず|必ず(?!しも)",
            r"(?<![一-鿿ぁ-ん])まず|わずか|はず|ずつ|ずっと|いずれ|死ぬ|すみません|(?<=[一-鿿ァ-ヶー])ないし(?![たてま])",
            r"(?:行|おこ|とも|伴|うし|失|まか|賄|そこ|損|おぎ|補|やし|養|つぐ|償|うら|占|いざ|担)ない(?=[、，ま])",
        )
    ),
    "en": re.compile(
        _any(
            r"\bnot (?:only|just|merely|simply|least)\b|\bno (?:doubt|wonder|less than|fewer than|sooner)\b",
            r"\bnothing but\b|\bno\.\s?\d|\bwithout (?:a |any )?doubt\b|\bwhether or not\b",
            r"\b(?:cannot|can['’]t|could not) (?:help )?but\b",
        ),
        re.IGNORECASE,
    ),
    "zh": re.compile(
        _any(
            "不[但仅僅只光过過论論管断斷同少久料禁愧]|不得不|不能不|不可不|[无無]不|[无無][论論疑非]|毫[无無]疑[问問]|未[来來婚成]",
            "非常|非洲|除非|[沉淹埋出]没|没[收落]|不可或缺|不可避免|(.)不\\1|有没有",
        )
    ),
    "ko": re.compile(
        _any(
            "않을 수 없|지 않으면 안|수밖에 없|틀림없|다름없|끊임없|뿐(?:만)? 아니라|만 아니라|못지않|않을까",
            "아닐까|아닌가|지 않나|(?:상관|관계)없이|빠짐없이|의심할 여지가? 없|부인할 수 없",
        )
    ),
}
_DENIED = {
    "ja": re.compile(
        _any(
            r"な(?:い|かった|かつた|かろう|くて|くな|く[、，はも]|く$|ければ|さそう|し[にで]|らぬ)|(?<=[はがもで])なく",
            r"無(?:い|く|かった|し[にで])|ません|まい(?<=[うるつくすむぶぬぐ]まい)(?=[。、と]|$)|言い(?:難|がた|にく)(?:い|く|かった)",
            r"[かがさざたなばまらわいきしじちにびみりえけげせぜてでねべめれこ一-鿿]ず(?=に|とも|[、，。]|$|して|じまい)",
            r"[かがさざたなばまらわえけげせてねべめれこ]ぬ(?![いきぐけるまか])",
        )
    ),
    "en": re.compile(
        r"\b(?:not|no|never|none|nobody|nothing|nowhere|neither|nor|cannot|without|hardly|scarcely|unable to)\b"
        r"|\bfail(?:s|ed|ing)? to\b|n['’]t\b",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        "不|没|沒|未|(?:并|毫|从)[无無]|[无無](?:法|力|权|權|须|須|需|人|意|缘|緣|从)|[并並絕绝而]非|非(?=是)|别(?=再|去)|勿"
    ),
    "ko": re.compile(
        r"않|못\s?[하했한할해]|(?:^|\s)못\s|없|아니[다라며었고요]|아닌|아닙|(?:^|\s)안\s|지 (?:말|마)[아라고]"
    ),
}
_HEDGED = {
    "ja": re.compile(
        _any(
            r"かも(?:しれ|知れ)|よう(?:だ|である|です|であった|でした|でも?ある|にも?(?:見|み|窺|うかが|思|感じ|聞こ))|(?<![晴ば誇愛珍汚])らし(?:い|く|かった)(?!さ)",
            r"と[もは]?(?:み|見)(?:られ|て(?=[いお、。]|$))|と[もは]?(?:思わ|考え|推[測定察]さ|予想さ|分析さ|言わ|いわ)(?:れ|られ)|可能性",
            r"だろう|でしょう|であろう|(?:では|じゃ)(?:ない|なかろう|ありません)(?:だろう|でしょう)?か|とされ[るてた]",
            r"と(?:も)?(?:伝え|報じ)られ|とは限ら|(?:恐|おそ)れ[がも]|かねな|見(?:通し|込み)(?:だ|です|で|とな|という)|見込ま|はず[だで]|模様|公算|(?:窺|うかが)[えわ]",
            r"おそらく|恐らく|たぶん|どうやら|もしか|という(?=[。」）)]|$)|[たるい]そう[だで]|[い言]えそう|推[定測]",
        )
    ),
    "en": re.compile(
        _any(
            r"\bmay\b(?! \d)",
            r"\b(?i:might|could|perhaps|maybe|possibl[ey]|possibility|probabl[ey]|likely|unlikely|reportedly|allegedly)\b",
            r"\b(?i:apparently|presumably|supposedly|purportedly|seem(?:s|ed|ingly)?|suggest(?:s|ed|ing)?)\b",
            r"\b(?i:appear(?:s|ed)? (?:to|that)|(?:is|are|was|were|be|been) (?:believed|thought|said|expected))\b",
            r"\b(?i:(?:is|are|was|were|be|been) (?:reported|rumou?red|estimated|understood))\b",
        )
    ),
    "zh": re.compile(
        _any(
            "(?<!不)可能|也许|也許|或许|或許|大概|恐怕|据[说称报悉]|據[說稱報悉]|似乎|好像|看来|看來|看似|估[计計]",
            "[预預][计計]|疑似|或将|或將|有望",
        )
    ),
    "ko": re.compile(
        _any(
            "것으로 (?:보|알려|전해|추정|예상|관측|전망|분석|풀이|추측|판단)|것 같|듯\\s?하|[할한] 듯",
            "수도 있|지도? 모[르른]|가능성|아마|추정|으?로 보[인입여이]|로 알려|다고 (?:전해|알려)",
            "않을까|아닐까|모양이|나 보다",
        )
    ),
}


def is_negated(clause: str) -> bool:
    """Say whether a clause holds a negation, by closed-class morphology; also one inside a quote or a relative clause.

    Forms that look negative and are not (かもしれない, に違いない, なければならない, not only …) do not count.
    """
    language = language_of(clause)
    return bool(_DENIED[language].search(_NOT_DENIED[language].sub("＿", clause)))


def is_hedged(clause: str) -> bool:
    """Say whether a clause marks what it states as possible, apparent or hearsay rather than as fact."""
    return bool(_HEDGED[language_of(clause)].search(clause))
