"""The noun phrases of Chinese, Korean and English sentences, cut by words of grammar, each with its role.

Invariant: a phrase is a slice of its sentence; only closed classes of words are listed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from corpus.document import Span
from corpus.structure import names_zh

Phrases = Callable[[str, int, int], Iterator[tuple[Span, str]]]

_ZH_CUT = re.compile(
    r"[，。；：！？、（）()\s“”‘’《》—…,.;:]+|不再|已经|曾经|认为|表示|指出|宣布|决定|要求|建议|成立|签署|说道|没有|以及|因为|由于|但是?|而且?"
    r"|[在是于將将已曾把被对對向从從为為与與和及跟使让讓给由到了着过過也都就又才还並并或若则只称說说写拿做有能可会应"
    r"其这那该他她它之以所]"
)
_ZH_ROLE = dict.fromkeys("把将", "object") | dict.fromkeys("被由", "by") | dict.fromkeys("在对向", "to")
_ZH_ROLE |= dict.fromkeys("与和及跟", "and")
_ZH_KINDS = "|".join(dict.fromkeys(names_zh.KINDS.values()))
_ZH_BOOK = re.compile(r"《[^《》\n]{1,30}》")
_KO_WORD = re.compile(r"[가-힣A-Za-z0-9·]+(?:\([^()\n]{1,20}\))?(?:[가-힣]+)?")
_KO_PARTICLE = re.compile(
    r"(?P<stem>.{1,}?)(?P<p>에서는|에게는|으로는|에서|에게|에는|에도|까지|부터|으로|이라는|라는|이라고|이다"
    r"|은|는|이|가|을|를|의|에|도|와|과|로|만)$"
)
_KO_ROLES = dict.fromkeys("은는도", "topic") | dict.fromkeys("이가", "subject") | dict.fromkeys("을를", "object")
_KO_ROLES |= dict.fromkeys("와과", "and") | {"의": "of"}
_KO_VERB = re.compile(
    r"(?:하|되|있|없|않|받|시키|지|였|했|됐|겠|으|리|치|기|우|주|보|오|가|나|들|르|서|내|어|아)(?:는|은|고|며|면|도)$"
    r"|(?:다|고|며|면|서|게|려|지만|는데|던|한|된|할|될|인|운|린|진|낸|난|온)$"
)
_EN_STOP = re.compile(
    r"(?:"
    r"a|an|the|this|that|these|those|his|her|its|their|our|my|your|he|she|it|they|we|you|i|him|them|us|who|which|what"
    r"|when|where|why|how|and|or|but|nor|so|yet|if|though|although|because|since|while|as|than|then|there|here|of|in"
    r"|on|at|by|for|with|from|to|into|onto|over|under|after|before|between|among|about|against|during|without|within"
    r"|through|across|along|until|up|down|out|off|not|no|is|are|was|were|be|been|being|am|has|have|had|do|does|did"
    r"|will|would|can|could|may|might|must|shall|should|also|only|just|even|still|already|never|ever|both|either"
    r"|neither|more|most|less|least|very|too|such|said|says|say|told|tell|made|make|came|come|went|go|took|take|gave"
    r"|give|held|hold|kept|keep|left|found|find|cost|rose|fell|met|paid|put|ran|saw|set|began|became|wrote|lost|won"
    r"|sold|bought|led|grew|got|get|let|sent|spent|stood|thought|brought|known|shown|seen|rise|rises|reads|wants|runs"
    r"|argues|holds|opens|closes"
    r")"
)
_EN_WORD = re.compile(r"[A-Za-z][\w’'-]*|[£$€]?\d[\d,.]*|[^\w\s]")
_EN_MONTH = re.compile(
    r"January|February|March|April|May|June|July|August|September|October|November|December|(?:19|20)\d\d,?"
)
_EN_LEAD = re.compile(
    r"(?:"
    r"a|an|the|this|that|these|those|his|her|its|their|our|my|some|any|every|each|no|one|two|three|four|five|six"
    r"|several|many"
    r")"
)
_EN_BEFORE = {"of": "of", "by": "by", "and": "and"} | dict.fromkeys(
    ("in", "to", "at", "with", "for", "from", "on"), "to"
)


def _chinese(text: str, start: int, end: int) -> Iterator[tuple[Span, str]]:
    at, role = start, "subject"
    for cut in [*_ZH_CUT.finditer(text, start, end), None]:
        stop = cut.start() if cut is not None else end
        piece = text[at:stop]
        if re.fullmatch(r"[一-鿿·A-Za-z0-9]{2,24}", piece):
            inner = piece.rfind("的")
            yield Span(at, stop), role
            if 0 < inner < len(piece) - 2:
                yield Span(at + inner + 1, stop), role
                yield Span(at, at + inner), "of"
        if cut is not None:
            sign = cut.group().strip()
            opens = not sign or sign[0] in "，。；：！？"
            role = "subject" if opens else _ZH_ROLE.get(sign, "object")
            at = cut.end()
    for match in _ZH_BOOK.finditer(text, start, end):
        yield Span(*match.span()), "named"
    for span in [*names_zh.named(text, Span(start, end), _ZH_KINDS), *names_zh.countries(text, Span(start, end))]:
        yield span, "named"


def _korean(text: str, start: int, end: int) -> Iterator[tuple[Span, str]]:
    run: int | None = None
    last = start
    for match in _KO_WORD.finditer(text, start, end):
        word = match.group()
        if run is not None and text[last : match.start()] != " ":
            run = None
        last = match.end()
        split = _KO_PARTICLE.fullmatch(word)
        if split is not None and not _KO_VERB.search(word):
            begin = match.start() if run is None else run
            stem_end = match.start() + len(split["stem"])
            yield Span(begin, stem_end), _KO_ROLES.get(split["p"], "to")
            run = begin if split["p"] in ("의", "와", "과") and match.end() - begin < 14 else None
        elif (
            _KO_VERB.search(word)
            or re.fullmatch(r"\d+[년월일]", word)
            or word
            in (
                "이",
                "그",
                "이런",
                "그런",
                "같은",
                "해당",
                "또",
                "및",
                "지난달",
                "지난해",
                "지난주",
                "올해",
                "내년",
                "작년",
                "이달",
            )
        ):
            run = None
        elif run is None:
            run = match.start()


def english(text: str, start: int, end: int) -> Iterator[tuple[Span, str]]:
    """Yield the noun phrases of an English sentence."""
    words = list(_EN_WORD.finditer(text, start, end))
    n, first, previous = 0, True, ""
    while n < len(words):
        word = words[n].group()
        low = word.lower()
        opens = (
            _leads(low) or (word[0].isalpha() and not _EN_STOP.fullmatch(low)) or word[0].isdigit() or word[0] in "£$€"
        )
        last = n + (_leads(low))
        while opens and last < len(words) and _goes_on(words, n, last, text):
            last += 1
        if not opens or last == n + (_leads(low)):
            previous, n = low, n + 1
            continue
        role = _EN_BEFORE.get(previous, "subject" if first else "object")
        yield Span(words[n].start(), words[last - 1].end()), role
        first, previous, n = False, words[last - 1].group().lower(), last
        if last < len(words) and words[last].group() in (",", ";"):
            first = words[last].group() == ";"


def _leads(word: str) -> bool:
    return bool(_EN_LEAD.fullmatch(word))


def _goes_on(words: list[re.Match[str]], n: int, at: int, text: str) -> bool:
    """Say whether a word goes on with an English noun phrase."""
    word = words[at].group()
    if not word[0].isalnum() and word[0] not in "£$€":
        return False
    if at > n and text[words[at - 1].end() : words[at].start()].strip(" \n"):
        return False
    low = word.lower()
    counted = word[0].isdigit() and at > n and words[at - 1].group().endswith("ed")  # counted 41 ponds
    if _EN_STOP.fullmatch(low) or counted:
        return False
    if word[0].islower() and any(one.group()[0].isupper() for one in words[n + 1 : at]):
        return False  # what goes on behind a name is no part of it
    if _EN_MONTH.fullmatch(word) or (at > n and _EN_MONTH.fullmatch(words[n].group())):
        return False
    verb = re.search(r"(?:ed|ly|ing)$", low) and at > n + 1 and not word[0].isupper()
    return not verb


PHRASES: dict[str, Phrases] = {"zh": _chinese, "ko": _korean, "en": english}
