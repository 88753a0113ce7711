"""Who went where, who invited whom and who gave to whom in a Japanese sentence.

Invariant: the parts are noun phrases with what の joins before them, and stand in the clause of their verb, but for a
topic (は), which goes on over clauses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.compose.phrases import Phrase, found_phrases
from corpus.morphology import names_something
from corpus.structure.actors import acts

_LANDS = {
    "中": "中国", "朝": "北朝鮮", "露": "ロシア", "ロ": "ロシア", "米": "米国", "韓": "韓国", "日": "日本",
    "英": "英国", "仏": "フランス", "独": "ドイツ", "印": "インド", "豪": "豪州", "台": "台湾",
    "越": "ベトナム", "伊": "イタリア",
}  # fmt: skip
_GOES_TO_LAND = re.compile(
    rf"(?:再|初|来)?訪(?P<land>[{''.join(_LANDS)}])(?P<people>団)?(?=以来|以降|時|後|前|中|した|$|[^一-鿿])"
)
# Verbs with the particles that mark where to, whom to or with whom.
_VERBS = (
    ("visit", re.compile(r"訪れ|訪ね(?!る?[かと])|(?:公式|正式|実務|友好|親善|再|初)*訪問(?=[しすさ])"), "をにへ"),
    (
        "visit",
        re.compile(
            r"(?:行っ|行き|行く|行か|赴[いくき]|渡っ|渡り|渡航し|出張し|到着し|入っ|入り|着い|飛ん|向かっ|出向い|足を運[んぶび]|来た|来て|来る|来日)"
        ),
        "にへ",
    ),
    ("invite", re.compile(r"招待(?=[しす])|招聘(?=[しす])|招請(?=[しす])|招い|招[くき]"), "を"),
    (
        "give",
        re.compile(
            r"贈[っりるら]|(?:寄贈|供与|贈呈|授与|譲渡|派遣|プレゼント)(?=[しす])|手渡[しす]|渡[しす](?!た[ち])|あげ[たる]"
        ),
        "にへ",
    ),
    (
        "meet",
        re.compile(
            r"(?:会談|会見|面会|面談|会合|対面|再会|握手)(?=[しすさを])|表敬(?:訪問)?(?=[しす])|会[いうっえ](?!議)|会った"
        ),
        "とにを",
    ),
    ("call", re.compile(r"電話(?=(?:会談)?[をしがすでかく])"), "にへと"),
)
_ALSO = re.compile(r"とも(?=会[談見うっいえ]|面[会談]|握手)")  # which the analyser takes for a noun
_PASSIVE = re.compile(r"[っいき]?(?:し|さ|せ)?(?:れ|られ)(?:た|る|て|ま)")
# Behind a deed that only says when another was done: the dates of the sentence are not its own.
_PASSED = re.compile(r"の?(?:翌|前[日月年週]|次の|直[前後]|数[日か週]|後[にの、])|より?前|した?(?:翌|前[日月年])")
_VISIT_NOUN = re.compile(r"(?:公式|正式|実務|友好|親善|再)*(?:訪問|歴訪|訪れ)$")
_TIME = re.compile(
    r"[\d０-９]+[年月日時分]|[年月日時週頃春夏秋冬朝夜]$|[以午]?[前後]$|今|翌|同日|当時|際|直[前後]|いつ|何"
)
_ADNOMINAL = re.compile(r"(?:[たるうくすつぬむぐ]|てい[たる])$")
_CLAUSE = re.compile(r"[。？?！!]")


@dataclass(frozen=True, slots=True)
class _Chain:
    """Noun phrases joined by の, ``[start, end)``, with the particle behind the last."""

    start: int
    end: int
    phrases: tuple[Phrase, ...]
    particle: str

    @property
    def last(self) -> Phrase:
        return self.phrases[-1]


def read(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield ``(kind, who, whom)`` for each deed of a sentence, in order."""
    text = _ALSO.sub("と", text)
    chains = _chains(text)
    for chain in chains:
        yield from _nominal(text, chain, chains)
    for kind, verb, marks in _VERBS:
        for match in verb.finditer(text):
            if _PASSIVE.match(text, match.end()) or not _is_verb(text, match):
                continue
            if _PASSED.match(text, _verb_end(text, match.end())):
                continue
            who, whom = _who(text, chains, match), _whom(text, chains, match, marks, kind)
            if kind == "visit" and _PLACE_IN_A_LIST.search(whom):
                continue
            who = _with_leader(text, chains, who)
            yield kind, who or (_marked(text, chains, match.start(), ("から",)) if kind == "call" else ""), whom
            yield from ((kind, *pair) for pair in _gapped(text, chains, match.start(), marks))


# Who gets into the first ten goes nowhere.
_PLACE_IN_A_LIST = re.compile(
    r"(?:上位|下位|トップ|ベスト|ワースト|圏内)\s*[\d一二三四五六七八九十]*|\d\s?(?:位|品目)|(?:ランキング|順位|リスト|一覧)$"
)
_LED = re.compile(r"を(?:[一-鿿]{0,4}(?:団長|代表|隊長|会長|責任者)|トップ)と(?:する|した)|[がの]率い(?:る|た)")


def _with_leader(text: str, chains: list[_Chain], who: str) -> str:
    """Return those who do something with who leads them (Xを団長とする代表団): what these do, the leader does."""
    for match in _LED.finditer(text):
        leader = next((one for one in chains if one.end == match.start()), None)
        led = next((one for one in chains if one.start == match.end()), None)
        if leader is None or led is None:
            continue
        if text[led.start : led.end] == who or (not who and led.particle and led.particle in "がは"):
            return text[leader.start : led.end]
    return who


def _chains(text: str) -> list[_Chain]:
    found: list[_Chain] = []
    run: list[Phrase] = []
    for phrase in found_phrases(text):
        if run and text[run[-1].end : phrase.start] not in ("の", "による", "への"):
            found.append(_chain(run, text))
            run = []
        run.append(phrase)
    return [*found, _chain(run, text)] if run else found


def _chain(run: list[Phrase], text: str) -> _Chain:
    after = text[run[-1].end : run[-1].end + 2]
    particle = after[:1] if after[:1] in "はがをにへでともの" else ""
    if after.startswith(("から", "まで", "より")):
        particle = after
    return _Chain(run[0].start, run[-1].end, tuple(run), particle)


def _nominal(text: str, chain: _Chain, chains: list[_Chain]) -> Iterator[tuple[str, str, str]]:
    """Yield the visits that nouns tell: 金正恩総書記の北京訪問, 李強首相の訪朝, 首相による平壌への訪問."""
    for n, phrase in enumerate(chain.phrases):
        before = text[chain.start : chain.phrases[n - 1].end] if n else ""
        if _PASSED.match(text, phrase.end):
            continue
        if land := _GOES_TO_LAND.search(phrase.text):
            who = before or phrase.text[: land.start()]
            goal = _LANDS[land["land"]]
            verbal = re.match(r"[しすさ]", text[phrase.end :])
            if not who and (verbal or n == 0):
                who = _subject(text, chains, phrase.start)
            yield "visit", who, goal
            continue
        visit = _VISIT_NOUN.search(phrase.text)
        if visit is None or re.match(r"[しすさ]", text[phrase.end :]):
            continue
        goal = phrase.text[: visit.start()]
        if not goal and n and text[chain.phrases[n - 1].end :].startswith("への"):
            goal, before = chain.phrases[n - 1].text, text[chain.start : chain.phrases[n - 2].end] if n > 1 else ""
        if goal:
            yield "visit", before or _subject(text, chains, phrase.start), goal


def _is_verb(text: str, match: re.Match[str]) -> bool:
    return match.start() > 0 and text[match.start() - 1] not in "々"


def _who(text: str, chains: list[_Chain], verb: re.Match[str]) -> str:
    """Return who does what a verb says: before it, or of a relative clause the noun behind it."""
    end = _verb_end(text, verb.end())
    head = next((one for one in chains if one.start == end), None)
    relative = head is not None and _ADNOMINAL.search(text[verb.start() : end]) is not None
    if relative and head is not None and _is_somebody(head):
        own = _marked(text, chains, verb.start(), ("が",))
        return own or text[head.start : head.end]
    return _subject(text, chains, verb.start())


def _verb_end(text: str, at: int) -> int:
    tail = re.compile(r"(?:し|す|て|た|る|い|っ|く|き|ん|だ|れ|ました|ます)*").match(text, at)
    return tail.end() if tail else at


def _is_somebody(chain: _Chain) -> bool:
    return chain.last.kind == "person" or acts(chain.last.text)


def _subject(text: str, chains: list[_Chain], at: int) -> str:
    """Return the nearest phrase before a place that が marks in its clause, or else the topic."""
    own = _marked(text, chains, at, ("が",)) or _marked(text, chains, at, ("は", "も"))
    return own or _addressed(text, chains, at)


def _addressed(text: str, chains: list[_Chain], at: int) -> str:
    """Return somebody with whom a sentence begins, and a comma behind (李強、いつ行ったの)."""
    first = chains[0] if chains else None
    if (
        first is None
        or first.start
        or first.end >= at
        or text[first.end : first.end + 1] not in ("、", "っ")
        or _TIME.search(first.last.text)
    ):
        return ""
    return text[: first.end] if _is_goal(first) else ""


def _gapped(text: str, chains: list[_Chain], at: int, marks: str) -> Iterator[tuple[str, str]]:
    """Yield who and whom of clauses that leave out the verb which the last one has (AがBを、CがDを訪れた)."""
    start = max(text.rfind("。", 0, at) + 1, 0)
    for comma in re.finditer(r"(?<=[をにへと])、", text[start:at]):
        end = start + comma.start()
        clause = [one for one in chains if start <= one.start and one.end < end]
        begin = text.rfind("、", start, end) + 1
        clause = [one for one in clause if one.start >= begin and not _TIME.search(one.last.text)]
        who = next((one for one in clause if one.particle in ("が", "は")), None)
        whom = next((one for one in reversed(clause) if one.particle and one.particle in marks), None)
        if who is not None and whom is not None and who.end < whom.start:
            yield text[who.start : who.end], text[whom.start : whom.end]


def _marked(text: str, chains: list[_Chain], at: int, particles: tuple[str, ...]) -> str:
    for chain in reversed(chains):
        if chain.end > at or chain.particle not in particles or _TIME.search(chain.last.text):
            continue
        between = text[chain.end : at]
        if _CLAUSE.search(between) or ("は" not in particles and _ends_clause(text, chains, chain.end, at)):
            return ""
        if not _is_goal(chain) and not re.search("側$|ほう$", chain.last.text):
            continue
        return text[chain.start : chain.end]
    return ""


def _ends_clause(text: str, chains: list[_Chain], start: int, at: int) -> bool:
    """Say whether a clause within the sentence ends between two places: a verb right before a noun."""
    return any(
        start < one.start < at and _ADNOMINAL.search(text[start : one.start]) is not None
        for one in chains
        if one.start > start
    )


def _whom(text: str, chains: list[_Chain], verb: re.Match[str], marks: str, kind: str) -> str:
    """Return where to, or whom to, a verb leads: the nearest phrase with one of its particles that is no time."""
    end = _verb_end(text, verb.end())
    for chain in reversed(chains):
        dropped = not chain.particle and chain.end == verb.start() and kind in ("visit", "meet")  # 平壌行ったの
        if chain.end > verb.start() or not (dropped or (chain.particle and chain.particle in marks)):
            continue
        if _CLAUSE.search(text[chain.end : verb.start()]) or _ends_clause(text, chains, chain.end, verb.start()):
            break
        if _TIME.search(chain.last.text) or (kind in ("visit", "meet") and not _is_goal(chain)):
            continue
        return text[chain.start : chain.end]
    head = next((one for one in chains if one.start == end), None)
    if head is not None and kind == "visit" and _is_goal(head) and not _is_somebody(head) and head.last.proper:
        return text[head.start : head.end]
    return ""


def _is_goal(chain: _Chain) -> bool:
    return chain.last.kind == "place" or _is_somebody(chain) or names_something(chain.last.text)
