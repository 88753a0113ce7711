"""How Japanese asks one thing after the other.

Invariant: clauses are told by the forms that predicates go on with, and by particles; no other word decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.parts.shape import Clause, Joint, comes_after, shared_before, without
from retrieval.tokens import Morpheme, morphemes

_CONJUNCTION = re.compile(
    r"[、，,。\s]*(?:(?:また|そして|さらに|それから|あと|かつ|それと|加えて)[はに]?[、，]?|で[はも]?、)?\s*"
)
# What ends like a predicate that goes on, and is a particle.
_PARTICLE = re.compile(
    r"(?:に(?:つい|よっ|おい|対し|関し|とっ|わたっ|従っ|伴っ|際し|向け|加え|基づい|比べ|かけ|続い|先立っ|限っ|代わっ|当たっ|あたっ)て|と?して|を(?:通じ|通し|めぐっ|除い)て|"
    r"に(?:より|よる|おき|つき|基づき|伴い|際し|対し|関し)|を(?:通じ|通し)|はじめ|初め[て]?|改めて|すべて|全て)$"
)
_GOES_ON = frozenset(("て", "で", "し"))
_COMMA = frozenset("、，,")
_CASES = frozenset(("が", "を", "に", "へ", "で", "から", "まで", "と"))
_NO_VERB = ("で", "ず")  # 何の利益も与えず tells how
_NO_COPULA = re.compile(r"どこ|何処|何で|なんで")


class _Japanese:
    """The grammar of Japanese questions."""

    def joints(self, text: str, cues: Sequence[tuple[int, int]]) -> Sequence[Joint]:
        """Return where a predicate goes on, or a question ends that another follows."""
        found = morphemes(text)
        ends = [one.end for at, one in enumerate(found) if _completes(text, found, at, cues)]
        return [Joint(end, comes_after(_CONJUNCTION, text, end)) for end in ends]

    def finished(self, clause: Clause, past: bool) -> str:
        """Return the clause with the ending of a question."""
        text = clause.text.rstrip("、，,。 ")
        found = morphemes(text)
        last = found[-1]
        bare = text[: last.start]
        if last.surface == "か":
            return text
        if last.surface == "で" and any(end in (last.start, last.end) for _, end in clause.cues):
            return bare + "か"
        if last.pos[:2] == ("助詞", "接続助詞"):
            if last.surface in ("て", "で"):
                return bare + {"て": "た", "で": "だ"}[last.surface] + "か" if past else text
            return bare + "か"
        if last.form.startswith("連用形") and last.pos[0] in ("動詞", "助動詞"):
            return text + ("ましたか" if past else "ますか")
        return text + "か"

    def carried(self, before: Clause, clause: Clause) -> str:
        """Return the clause behind the topic it shares, or with what its own topic is of."""
        own, topic = _topic(clause), _topic(before)
        if own is None:
            taken = _cases(clause.text)
            shared = topic.text if topic else ""
            return shared + "".join(_phrases(before, topic, taken)) + clause.text
        if topic is None or not topic.noun:
            return clause.text
        if of := shared_before(topic.noun, own.noun):  # the same visit: 李強の訪問の目的, 訪問の形式
            return of + clause.text
        if own.full:
            return clause.text
        if topic.case:
            return f"{topic.noun}{'で' if topic.case in ('に', 'へ') else topic.case}{clause.text}"
        of = topic.noun[: topic.noun.rfind("の") + 1] if _is_nominal(before) else ""
        alike = any(end == len(before.text) for _, end in before.cues)  # 賛成は何人、反対は何人
        return f"{of or ('' if alike else topic.noun + 'の')}{clause.text}"

    def topic(self, clause: Clause) -> str:
        """Return the noun of the topic, or of the subject."""
        found = _topic(clause)
        return found.noun if found else ""


@dataclass(frozen=True, slots=True)
class _Topic:
    """What a clause is about: its words with their particles, the noun alone, and the case it stands in."""

    text: str
    noun: str
    case: str
    end: int
    full: bool


def _completes(text: str, found: Sequence[Morpheme], at: int, cues: Sequence[tuple[int, int]]) -> bool:
    """Say whether a clause that can be a question ends with a morpheme, and another follows."""
    last = found[at]
    after = found[at + 1] if at + 1 < len(found) else None
    asked = any(end <= last.end for _, end in cues)
    if after is None or not asked or _PARTICLE.search(text, 0, last.end):
        return False
    comma = after.surface in _COMMA
    cue = next((cue for cue in cues if cue[1] in (last.start, last.end)), None)
    if last.surface == "か" or (last.surface == "の" and last.pos[1] in ("終助詞", "準体助詞")):
        return comma or after.surface == "。"
    if last.pos[:2] == ("助詞", "接続助詞"):
        return last.surface in _GOES_ON and (comma or any(start == after.start for start, _ in cues))
    goes_on = last.form.startswith("連用形") and last.pos[0] in ("動詞", "助動詞") and last.surface not in _NO_VERB
    if cue and not (goes_on and last.pos[0] == "動詞") and (last.surface == "で" or cue[1] == last.end):
        return comma and _says_what_it_is(text, cue, last, cues)
    return (
        comma and last.form.startswith("連用形") and last.pos[0] in ("動詞", "助動詞") and last.surface not in _NO_VERB
    )


def _says_what_it_is(text: str, cue: tuple[int, int], last: Morpheme, cues: Sequence[tuple[int, int]]) -> bool:
    """Say whether a word that asks is all that is said of a topic (賛成は何人、反対は何人)."""
    if not _follows_topic(text, cue):
        return False
    if last.surface == "で":  # the copula, and no means
        return not _NO_COPULA.match(text, cue[0]) or _has_topic(text, last.end, cues)
    return _next_follows_topic(text, last.end, cues)


def _follows_topic(text: str, cue: tuple[int, int]) -> bool:
    return text[: cue[0]].endswith(("は", "って"))


def _next_follows_topic(text: str, at: int, cues: Sequence[tuple[int, int]]) -> bool:
    following = next((cue for cue in cues if cue[0] >= at), None)
    return following is not None and _follows_topic(text, following)


def _has_topic(text: str, at: int, cues: Sequence[tuple[int, int]]) -> bool:
    following = next((cue for cue in cues if cue[0] >= at), None)
    return following is not None and "は" in text[at : following[0]]


def _is_nominal(clause: Clause) -> bool:
    """Say whether a clause says what something is, and tells nothing that happens."""
    bare = clause.text.rstrip("、，,。か ")
    return any(end >= len(bare) - 1 for _, end in clause.cues) or bare.endswith(("だった", "でした", "です", "である"))


def _topic(clause: Clause) -> _Topic | None:
    """Return what a clause says it is about, or else its subject."""
    found = morphemes(clause.text)
    marks = [at for at, one in enumerate(found) if at and _marks_topic(one)]
    if not marks:
        first = next((cue[0] for cue in clause.cues), len(clause.text))
        subjects = [at for at, one in enumerate(found) if at and one.surface == "が" and one.pos[1] == "格助詞"]
        marks = [at for at in subjects if found[at].end <= first and not _is_cue(clause, found[at - 1])][-1:]
    if not marks:
        return None
    return _cleft(clause, found, marks[-1]) or _plain(clause, found, marks[-1])


def _marks_topic(one: Morpheme) -> bool:
    return (one.pos[0] == "助詞" and one.surface == "は") or one.surface == "って"


def _is_cue(clause: Clause, one: Morpheme) -> bool:
    return any(start < one.end and one.start < end for start, end in clause.cues)


def _plain(clause: Clause, found: Sequence[Morpheme], mark: int) -> _Topic | None:
    before = found[mark - 1]
    case = before.surface if before.pos[:2] == ("助詞", "格助詞") else ""
    end = found[mark].end
    if before.pos[2] == "副詞可能" and mark == 1:  # 今は
        return None
    if case in ("から", "まで", "より", "と"):  # one of several, set against the others: ロシアからは
        return None
    bare = _without_cues(clause, found[mark - 1].start if case else found[mark].start)
    words = found[:mark]
    named = any(one.pos[1] == "固有名詞" for one in words)
    joined = any(one.surface == "の" for one in words) or any(one.pos[0] == "動詞" for one in words)
    return _Topic(_without_cues(clause, end), bare, case, end, named or joined)


def _cleft(clause: Clause, found: Sequence[Morpheme], mark: int) -> _Topic | None:
    """Return, of what is said to be when or who (訪れたのは), who does it and to what."""
    if found[mark - 1].pos[1] != "準体助詞":
        return None
    cases = [one for one in found[:mark] if one.surface in _CASES and one.pos[:2] == ("助詞", "格助詞")]
    if not cases:
        return None
    noun = _without_cues(clause, cases[0].start)
    return _Topic(_without_cues(clause, cases[-1].end), noun, "", found[mark].end, True)


def _without_cues(clause: Clause, end: int) -> str:
    """Return what stands before a place, without the words that ask and their particles; a topic asks nothing."""
    spans = [(a, comes_after(_AFTER_CUE, clause.text, b)) for a, b in clause.cues if b <= end]
    spans = [(a, b) for a, b in spans if b < end and clause.text[b] != "は"]
    return without(clause.text[:end], [(a, min(b, end)) for a, b in spans])


_AFTER_CUE = re.compile(r"(?:から|まで|[がをにでへと])?[、，]?")


def _cases(text: str) -> frozenset[str]:
    return frozenset(one.surface for one in morphemes(text) if one.pos[:2] == ("助詞", "格助詞"))


def _phrases(clause: Clause, topic: _Topic | None, taken: frozenset[str]) -> Iterator[str]:
    """Yield the nouns with a case that stand behind the topic of a clause, where the next has none in that case.

    Where somebody goes, things happen (平壌に行き: 平壌で).
    """
    run: list[Morpheme] = []
    for one in morphemes(clause.text):
        if topic and one.start < topic.end:
            continue
        if one.pos[0] in ("名詞", "接頭辞", "接尾辞") or (run and one.surface in ("の", "・")):
            run.append(one)
            continue
        case = {"へ": "に"}.get(one.surface, one.surface)
        if run and case in _CASES and not any(_is_cue(clause, part) for part in run) and case not in taken:
            case = "で" if case == "に" else case
            if case != "が" and case not in taken:
                yield clause.text[run[0].start : run[-1].end] + case
        run = []


JAPANESE = _Japanese()
