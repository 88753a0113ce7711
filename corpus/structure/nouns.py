"""The nouns a text has named: the last one with the head that a word pointing back repeats, and the countries.

Invariant: what is found stands in the stretches given; two things that could be meant are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from corpus.document import Span
from corpus.places import lies_in, meet
from corpus.structure.bodies import ENDINGS, NAMED_ONLY, companies, is_common, is_kind, kana_names, titles
from corpus.structure.names_ja import HEAD
from corpus.structure.people import morphemes
from corpus.structure.phrases import called_so, chinese, has_equal, modified, of_same, quoted, spaced
from corpus.structure.places_ja import countries
from corpus.structure.signs import NAME_RUN

_RUN = re.compile(NAME_RUN)
_WORDS_ALONE = re.compile(
    r"地(?![一-鿿])|士|志|僚|期|級|胞|性|類|窓|族|様|じ|意|感|盟|席|行|居|時|年|月|日|調(?!査)|上|額|数|率|程度|水準|規模|条件|方向|距離|緯度|量|種|等|値"
    r"|順位|点|世代|一"
)


def same_noun(
    text: str, at: int, pointer: int, scopes: Iterable[Span], *, alone: bool = False
) -> tuple[int, Span] | None:
    """Return where a pointing phrase at ``at`` ends, and the earlier phrase that has its head, or None.

    ``pointer`` is the length of 同, この or the like. The nearest stretch that has such a phrase decides; where it has
    two different ones, nothing does. ``alone``: where a stretch has nothing but the head, the whole of it is meant.
    """
    begin = at + pointer
    latin = re.compile(r"[a-z]+").match(text, begin)
    hangul = re.compile(r"[가-힣]+?(?=[은는이가을를의에도로]{1,2}(?:\s|$))").match(text, begin)
    if text[at] in "该这":
        return next((hit for scope in scopes if (hit := chinese(text, begin, scope))), None)
    if latin and _VERBAL.match(text, latin.end()):
        return None  # This cost the town a bridge
    if match := latin or hangul:
        return spaced(text, match, scopes) if len(match.group()) > 1 else None
    run = _RUN.match(text, begin)
    if run is None:
        return None
    stop = _word_end(text, begin, run.end())
    head = text[begin:stop]
    same = text[at] == "同"
    post = _HEAD_OF_PLACE.fullmatch(head)  # 同市長 is the mayor told of, and 同市市長 the city's
    if (
        same
        and head[0] in _PLACES
        and len(head) > 1
        and not post
        and _is_word(text[at : stop + 1], text[at : begin + 1])
    ):
        head, stop = head[0], begin + 1  # 同国首相: the country's
    if same and head[0] in ENDINGS and re.fullmatch("内部?|側", head[1:]):
        head, stop = head[0], begin + 1  # 同会内
    if same and (_WORDS_ALONE.match(head) or not _points(text, at, stop)):
        return None
    end = stop + (text[begin - 1] in "「『" and text[stop : stop + 1] in ("」", "』"))
    one = _named_before(text, at, head, scopes, alone)
    return (end, one) if one is not None else None


def _named_before(text: str, at: int, head: str, scopes: Iterable[Span], alone: bool) -> Span | None:
    """Return the phrase of the nearest stretch that has a head, or all of a sentence that has it alone."""
    for scope in scopes:
        ending = ending_in(text, scope, head, text[at] != "同")
        found = [span for span in ending if text[span.start] not in "同両各"]
        if text[at] == "同" and found and (theirs := of_same(text, ending)) is not None:
            return theirs
        if text[at] == "同":
            found = [span for span in found if not _COMPARED.match(text, span.end, scope.end)]
            found = [span for span in found if not _no_name(text[span.start : span.end], head)]
            other = re.compile(rf"(?:別|他|ほか|ある|某|隣)の?{head}").search(text, scope.start, scope.end)
            if other is not None and all(span.end <= other.start() for span in found):
                return None  # it has no name
        if not found and text[at] == "同" and "同" in text[scope.start : scope.end]:  # 同課 is 同町観光課
            longer = re.compile(rf"同[市町村県区国社][一-鿿]{{1,8}}?{re.escape(head)}(?![一-鿿])")
            found = [Span(*one.span()) for one in longer.finditer(text, scope.start, scope.end)]
        if not found and (len(head) > 1 or (head in _MADE and text[at] != "同")):
            found = [*quoted(text, scope, head)] or [*modified(text, scope, head)]
        if text[at] != "同" and len(head) == 1 and _beside_name(text, scope, head, found):
            return None
        if found:
            equal = text[at] == "同" and len(found) == 1 and has_equal(text, found[0], head)
            return None if equal else _only(text, found, head, at)
        if alone and (len(head) > 1 or text[at] != "同") and scope.end < at and _names_bare(text, scope, head):
            return scope
    return None


def _no_name(words: str, head: str) -> bool:
    """Say whether words only tell which post they are, and not whose (前社長)."""
    return bool(re.fullmatch(rf"(?:前|元|副|新|現|旧|次期|歴代){re.escape(head)}", words) and re.fullmatch(HEAD, head))


def _beside_name(text: str, scope: Span, head: str, found: Sequence[Span]) -> bool:
    """Say whether a name in quotes may be meant as well as what was found (「北光丸」の代わりの船)."""
    names = called_so(text, scope, ENDINGS[head]) if head in ENDINGS and found else []
    return any(not any(lies_in(one, two) for two in found) for one in names)


_VERBAL = re.compile(r"\s(?:the|an?|its|their|his|her|our|him|them|us|it|that|\d+)\s")  # what stands behind a verb
_MADE = frozenset("案策橋船店歌絵像碑")  # nouns of one sign that a clause tells which of
_COMPARED = re.compile(
    r"の(?:約|およそ|ほぼ)?(?:[\d０-９一二三四五六七八九十百数.．]+(?:倍|割|分の|％|%)|半分|倍)"
    r"|よりも|[とに](?:比べ|くらべ|比し)|並み|以外"
)  # what something is only measured by


def _names_bare(text: str, scope: Span, head: str) -> bool:
    """Say whether a whole sentence has a head once and alone, so that only all of it tells which one is meant."""
    found = re.findall(rf"(?<![一-鿿ァ-ヺー]){re.escape(head)}(?![一-鿿ァ-ヺー])", text[scope.start : scope.end])
    return len(found) == 1 and scope.end - scope.start <= _LONGEST_SENTENCE


_LONGEST_SENTENCE = 90  # characters of a sentence that can be shown


def _only(text: str, found: Sequence[Span], head: str, at: int) -> Span | None:
    """Return the one phrase that is meant: all say the same, or one is the topic.

    A country that is the topic of the very sentence is not called 同国 in it.
    """
    found = [one for one in found if not any(lies_in(one, two) and two != one for two in found)]
    topics = [span for span in found if text[span.end : span.end + 1] == "は"]
    others = found if text[at] == "同" else topics
    links = [text[one.end : two.start] for one in found for two in others if one.end <= two.start]
    if any(_EQUALS.fullmatch(link) for link in links):
        return None  # one of two equals
    if head == "国":
        if any(text.startswith("側", one.end) for one in found):
            return None  # one of two sides
        here = topics and not re.search("[。！？]", text[topics[0].end : at])
        return found[0] if len(found) == 1 and not here else None
    if len({text[span.start : span.end] for span in found}) == 1:
        return found[-1]
    proper = [span for span in found if not is_common(text[span.start : span.end], head)]
    return topics[0] if len(topics) == 1 else proper[0] if len(proper) == 1 else None


_EQUALS = re.compile(rf"(?:と、?|や|、)(?:{NAME_RUN}の)?")
_PLACES = "国市町村区県州社校"
_HEAD_OF_PLACE = re.compile(rf"[{_PLACES}]長|国王|[市町村県]議")
_COUNTED = re.compile(r"(?:^|[\d０-９一二三四五六七八九十数]).$")  # four companies are none
_SHORT = 2  # characters of 同社, 同国: one word in the dictionary, and it only points


def _word_end(text: str, begin: int, end: int) -> int:
    """Return where the word ends that a run of signs may end inside of (聞き書き)."""
    at = begin
    for surface, _, _ in morphemes(text[begin : end + _LONGEST_WORD].split("、", maxsplit=1)[0]):
        at += len(surface)
        if at >= end:
            return at
    return end


_LONGEST_WORD = 6  # characters of a word behind its first run


def _is_word(words: str, first: str) -> bool:
    """Say whether the dictionary reads ``first`` as the first word of words."""
    return next(iter(morphemes(words)), ("",))[0] == first


def _points(text: str, at: int, end: int) -> bool:
    """Say whether 同 is a word of its own here, or begins one that only points (同社)."""
    if re.fullmatch(HEAD, text[at + 1 : end]):
        return True  # 同市長 is no mayor of the same city
    first = next(iter(morphemes(text[at : end + 1])), None)
    return first is not None and (first[0] == "同" or (len(first[0]) == end - at == _SHORT))


def ending_in(text: str, scope: Span, head: str, pointed: bool) -> list[Span]:
    """Return the phrases of a stretch that are longer than a head and end in it.

    ``pointed``: この points to it, so that 廃線時の約束 is what この約束 means as well.
    """
    if head == "国":
        return countries(text, scope)
    found: list[Span] = []
    commons: list[Span] = []
    kinds = unnamed = 0  # common nouns that tell whose they are, and those that do not
    endings = ENDINGS.get(head, re.escape(head))
    for run in _RUN.finditer(text, scope.start, scope.end):
        longer = _extended(text, scope, Span(run.start(), run.end()))
        if run.group() == head and len(head) > 1 and pointed and longer.start < run.start():
            found.append(longer)
        match = re.search(rf"^.+?(?:{endings})(?=$|\d|[（(]|[内側]$|[内立営民議役][一-鿿]*$)", run.group())
        counted = (
            match is not None
            and len(head) == 1
            and re.search(rf"(?:^|[\d０-９一二三四五六七八九十数]){head}$", match.group())
        )
        bare = match is None and longer.start < run.start() and re.fullmatch(f"(?:{endings})", run.group())
        if (match is None and not (bare and len(run.group()) > 1)) or counted:
            continue
        end = run.start() + match.end() if match else run.end()
        words = text[run.start() : end]
        called = re.compile(r"「[^「」]{1,20}」").match(text, end, scope.end)
        if called and len(head) > 1 and not is_kind(words):
            called = None  # what a body with a name of its own published
        whole = _extended(text, scope, Span(run.start(), called.end() if called else end))
        common = len(head) == 1 and not pointed and is_common(words, head)
        if common and (head not in NAMED_ONLY or whole.start == run.start()):
            unnamed += head in NAMED_ONLY
            told = words not in _BARE_KINDS if head != "社" else whole.start < run.start()
            commons += [whole] if told else []
            continue
        kinds += common
        found.append(whole)
    if not pointed or head == "社":
        found = _with_names(text, scope, head, found, pointed)
    if not found and head in ENDINGS and len({text[one.start : one.end] for one in commons}) == 1:
        return commons[-1:]  # the one of the kind, though it has no name (国際誌)
    if kinds and kinds == len(found) and unnamed:
        return []  # another of the kind may be meant
    if head in ("書", "著", "作", "作品", "詩集", "小説", "誌", "紙"):
        found += titles(text, scope)
    return found


def _with_names(text: str, scope: Span, head: str, found: list[Span], pointed: bool) -> list[Span]:
    """Return what was found with names that need not end in a head: companies, in kana, beside it, in quotes."""
    found = found + companies(text, scope) if head == "社" else found
    if pointed:
        return found
    if head in _TOWNS:  # 国境の町サルカ
        beside = re.compile(rf"{head}(?P<name>[ァ-ヺー]{{2,}})(?![ァ-ヺー一-鿿])")
        found = [*found, *(Span(*one.span("name")) for one in beside.finditer(text, scope.start, scope.end))]
    if endings := ENDINGS.get(head):
        kana = [Span(scope.start + a, scope.start + b) for a, b in kana_names(text[scope.start : scope.end], endings)]
        found = [one for one in found if not any(meet(one, two) for two in kana)] + kana
        names = called_so(text, scope, endings)
        found += [one for one in names if not any(two.start <= one.start < two.end for two in found)]
    return found


_BARE_KINDS = frozenset(
    ("会社", "学校", "会館", "商店", "病院", "公園", "事務所", "裁判所", "場所", "役所", "大使館", "旅館")
)
_TOWNS = frozenset("市町村州島港")
_PLACED = re.compile("[間中上下前後他等時際内外側方]")  # where something is, not whose
_LONGEST_OWNER = 12  # characters of the phrase before の that says whose a thing is


def _extended(text: str, scope: Span, span: Span) -> Span:
    """Return a phrase with the one before の that says whose it is (国の認定制度), where that is no pointing word."""
    before = re.search(rf"({NAME_RUN})の$", text[scope.start : span.start])
    listed = before is not None and bool(
        re.search(
            r"(?:[^ぁ-ん]、|と|・)$",
            text[max(scope.start + before.start() - 2, scope.start) : scope.start + before.start()],
        )
    )
    if before is None or listed or _PLACED.fullmatch(before[1]) or len(before[1]) > _LONGEST_OWNER:
        return span
    return Span(scope.start + before.start(), span.end)
